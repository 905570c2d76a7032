"""Who can be a party, under which codes and names, and when it existed."""

from __future__ import annotations

from summitry._lazy import lazily

from .entity import State, StateNumber
from .registry import all_states, is_state_code, state, state_code


TYPE_CHECKING = False
if TYPE_CHECKING:
    from .codes import convert
    from .conversion import Conversion


__all__ = [
    "Conversion",
    "State",
    "StateNumber",
    "all_states",
    "convert",
    "is_state_code",
    "state",
    "state_code",
]

if not TYPE_CHECKING:
    # The bundled catalogue is loaded without them.
    __getattr__, __dir__ = lazily(
        __name__, {"codes": "convert", "conversion": "Conversion"}
    )
