"""Rules of provenance: where each fact was read, and whether it can have been."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitry.errors import Severity

from .rule import Finding, FoundElsewhere, Rule


if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitry.values import Record

    from .facts import Facts


class Unsourced(Rule):
    """A record names no source.

    Why:
        A reader cannot tell a fact from a guess, and the next editor cannot check it.

    Example:
        >>> from summitry import Catalog, Organization
        >>> body = Organization(id="NC", name="Nordic Council", since="1952")
        >>> print(Catalog([body]).check()[0])
        SMT501 organizations[0].sources: this organization names no source

    What to do:
        Add a ``Source`` for what was really consulted, and name its id.
    """

    code = "SMT501"
    name = "unsourced"
    severity = Severity.WARNING

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for record in facts.sourced:
            if not record.sources:
                noun = record.type_name.replace("_", " ")
                yield Finding(record, "sources", f"this {noun} names no source")


class IdleExpectation(FoundElsewhere):
    """A record expects a problem that does not come.

    Why:
        What was wrong has been put right since, and what was expected would now hide the
        next mistake.

    Example:
        >>> from summitry import Catalog, Expectation, Source
        >>> source = Source(id="charter", title="Charter", url="https://example.org/",
        ...     expected=[Expectation(code="SMT301", reason="early days")])
        >>> print(Catalog([source]).check(ignore=["SMT502"])[0])
        SMT511 sources[0].expected[0]: SMT301 is expected and does not come

    What to do:
        Take the expectation out.
    """

    code = "SMT511"
    name = "idle-expectation"
    severity = Severity.WARNING

    @staticmethod
    def finding(record: Record, field: str, message: str, code: str) -> Finding:
        """Say that an expectation is idle."""
        return Finding(record, field, message, code)


RULES: tuple[type[Rule], ...] = (Unsourced, IdleExpectation)
