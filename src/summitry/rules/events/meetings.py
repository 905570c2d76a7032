"""Rules of meetings: who was there, in what capacity, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from summitry.rules.rule import Rule


RULES: tuple[type[Rule], ...] = ()
