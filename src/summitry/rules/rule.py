"""What a rule is, and what it finds."""

from __future__ import annotations

import abc
import inspect
import re

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from summitry.errors import Severity


if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitry.values import Record

    from .facts import Facts


class Finding(NamedTuple):
    """What a rule objects to.

    Attributes:
        record: The offending record.
        field: Where in it: ``since``, ``delegations[1].state``; empty for all of it.
        message: What is wrong, and what would have been right.
        value: The offending value.
        others: The records that it does not agree with.
        certain: Whether it is wrong on every day that partly known dates allow.
    """

    record: Record
    field: str
    message: str
    value: object = None
    others: tuple[Record, ...] = ()
    certain: bool = True


class Rule(abc.ABC):
    """One thing that must hold of a catalogue.

    Its page is made of the docstring: what it finds (the first line), why that matters,
    an example, what to do.

    Attributes:
        code: Its code, such as ``SMT301``, for ever.
        name: Its name in words and hyphens.
        severity: How much a breach matters.
        since: The first version that has it.
        misses_records: Whether it objects to what is not there, and so finds less where
            more records are known.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity] = Severity.ERROR
    since: ClassVar[str] = "0.1.0"
    misses_records: ClassVar[bool] = False

    @abc.abstractmethod
    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach.

        Args:
            facts: The catalogue, with what rules look up in it. Breaches that are only
                possible are given where ``facts.possible`` says that they are wanted.
        """

    @classmethod
    def summary(cls) -> str:
        """Return what it finds, in a line."""
        return _text(cls).partition("\n")[0]

    @classmethod
    def section(cls, title: str) -> str:
        """Return a section of its docstring, without the title.

        Args:
            title: ``Why``, ``Example`` or ``What to do``.
        """
        found = re.search(
            rf"^{title}:\n((?:    .*\n|\n)+)", _text(cls) + "\n", re.MULTILINE
        )
        return "" if found is None else inspect.cleandoc(found[1])

    @classmethod
    def advice(cls) -> str:
        """Return what to do about a breach, on one line."""
        return " ".join(cls.section("What to do").partition("\n\n")[0].split())


class FoundElsewhere(Rule):
    """A rule that has a code and a page, and whose breaches another part finds.

    It is the reader, where a document breaks it, or the run of all rules.
    """

    def find(self, facts: Facts) -> Iterator[Finding]:  # noqa: ARG002 - as every rule
        """Find nothing here."""
        return iter(())


def _text(kind: type) -> str:
    return inspect.cleandoc(kind.__doc__ or "")  # absent where Python runs with -OO
