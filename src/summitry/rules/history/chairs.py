"""Rules of the chair: who presides, one at a time, over what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from summitry.rules.rule import Rule


RULES: tuple[type[Rule], ...] = ()
