"""Rules of transition: how a spell begins and ends must fit what was before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from summitry.rules.rule import Rule


RULES: tuple[type[Rule], ...] = ()
