"""Who can be a party, under which codes and names, and when it existed."""

from .entity import State, StateNumber
from .registry import all_states, is_state_code, state, state_code


__all__ = [
    "State",
    "StateNumber",
    "all_states",
    "is_state_code",
    "state",
    "state_code",
]
