"""How the questions are put: with what is sure, with nothing in doubt, or come what may."""

from __future__ import annotations

import warnings

from summitry import CoverageWarning


def sure(world, body, day, match="certain"):
    """The states that were members of a body on a day, beyond doubt."""
    return set(world.members(body, on=day, match=match).states)


def settled(world, body, day):
    """The states that were members of a body on a day, of which none is in doubt."""
    members = world.members(body, on=day)
    assert members == world.members(body, on=day, match="certain")
    return set(members.states)


def recorded(world, body, day, **how):
    """The states that are recorded as members on a day, of which all need not be known."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CoverageWarning)
        return set(world.members(body, on=day, **how).states)


def standing(world, state, body, day):
    """How a state stood in a body on a day."""
    return world.memberships.by(state).of(body).on(day).one().standing
