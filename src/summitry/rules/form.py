"""Rules of form: what a document must be to be read at all, and tidy texts."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from summitry.rules.rule import Rule


RULES: tuple[type[Rule], ...] = ()
