"""Which rules are run, and how much each matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitry.errors import InvalidValue, Severity, WrongType, shorten
from summitry.values.fields import word
from summitry.values.text import closest


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .rule import Rule


class Selection:
    """A choice among rules, by codes or the beginnings of codes.

    Where a code is both selected and ignored, the longer word stands, and of equal ones
    the ignoring one.

    Args:
        rules: All rules.
        select: What to run; by default everything.
        ignore: What not to run.
        severity: How much rules matter, where that differs from what they say.

    Raises:
        InvalidValue: a word begins the code of no rule, or a severity is none.
        WrongType: one text is given where several belong.
    """

    def __init__(
        self,
        rules: Iterable[Rule],
        *,
        select: Iterable[str] | None = None,
        ignore: Iterable[str] = (),
        severity: Mapping[str, Severity | str] | None = None,
    ) -> None:
        every = tuple(rules)
        codes = [rule.code for rule in every]
        selected = ("SMT",) if select is None else _words(select, codes, "select")
        ignored = _words(ignore, codes, "ignore")
        self.rules: tuple[Rule, ...] = tuple(
            rule
            for rule in every
            if _longest(rule.code, selected) > _longest(rule.code, ignored)
        )
        """The rules to run, in the order of their codes."""
        given = {} if severity is None else dict(severity)
        _words(given, codes, "severity")
        changed = {key: word(Severity, value) for key, value in given.items()}
        self._severities = {
            rule.code: next(
                (
                    changed[key]
                    for key in sorted(changed, key=len, reverse=True)
                    if rule.code.startswith(key)
                ),
                rule.severity,
            )
            for rule in self.rules
        }

    def severity(self, rule: Rule) -> Severity:
        """Return how much a rule that is run matters."""
        return self._severities[rule.code]


def _longest(code: str, prefixes: tuple[str, ...]) -> int:
    """Return the length of the longest of some prefixes that a code has, -1 for none."""
    return max((len(p) for p in prefixes if code.startswith(p)), default=-1)


def _words(words: Iterable[str], codes: list[str], field: str) -> tuple[str, ...]:
    if isinstance(words, str):
        message = f"{shorten(words)} is one text; give a list, such as [{words!r}]"
        raise WrongType(message, value=words, field=field)
    found = tuple(words)
    for each in found:
        good = isinstance(each, str) and each
        if not good or not any(code.startswith(each) for code in codes):
            near = closest(each, codes, most=1) if isinstance(each, str) else []
            hint = f"; did you mean {near[0]}?" if near else ""
            message = f"{shorten(each)} begins the code of no rule{hint}"
            raise InvalidValue(message, value=each, field=field)
    return found
