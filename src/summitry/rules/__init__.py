"""Checks: coded rules that find what is wrong with a catalogue, and explain it."""

from __future__ import annotations

from summitry._lazy import lazily


TYPE_CHECKING = False
if TYPE_CHECKING:
    from .checking import check
    from .registry import RULES, rule_of
    from .report import Report
    from .rule import Finding, Rule


if not TYPE_CHECKING:
    __getattr__, __dir__ = lazily(
        __name__,
        {
            "checking": "check",
            "registry": "RULES rule_of",
            "report": "Report",
            "rule": "Finding Rule",
        },
    )

__all__ = ["RULES", "Finding", "Report", "Rule", "check", "rule_of"]
