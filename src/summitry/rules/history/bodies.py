"""Rules of bodies and states: their lives, names, lines of succession and coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from summitry.rules.rule import Rule


RULES: tuple[type[Rule], ...] = ()
