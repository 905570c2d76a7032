"""What a check found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

from summitry.catalog.display import TEXT_ROWS, one_line
from summitry.errors import CheckFailed, Problem, Severity
from summitry.values.fields import word
from summitry.values.keywords import explained

from .places import Places, at, field_of, order_of


if TYPE_CHECKING:
    from summitry.catalog import Catalog
    from summitry.values import Record


class Report(Sequence[Problem]):
    """The problems that a check found, in the order of the records concerned.

    It is immutable, prints as text that says what to do, shows as a table in a notebook,
    and is written as JSON, as SARIF for code scanning, and as annotations for GitHub.

    Args:
        problems: The problems, in any order.
        checked: How many records were checked.

    Example:
        >>> import summitry
        >>> report = summitry.load().check()
        >>> len(report), report.errors
        (0, Report: no problem in ... records)
    """

    __slots__ = ("_problems", "checked")

    checked: int
    """How many records were checked."""

    def __init__(self, problems: Iterable[Problem], *, checked: int) -> None:
        found = sorted(problems, key=lambda p: (order_of(p.path), p.code, p.message))
        object.__setattr__(self, "_problems", tuple(found))
        object.__setattr__(self, "checked", checked)

    _problems: tuple[Problem, ...]

    # -- as a sequence -----------------------------------------------------------

    def __len__(self) -> int:
        return len(self._problems)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._problems)

    @overload
    def __getitem__(self, index: int) -> Problem: ...
    @overload
    def __getitem__(self, index: slice) -> Report: ...
    def __getitem__(self, index: int | slice) -> Problem | Report:
        if isinstance(index, slice):
            return self._with(self._problems[index])
        return self._problems[index]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Report):
            return NotImplemented
        return self._problems == other._problems and self.checked == other.checked

    def __hash__(self) -> int:
        return hash((self._problems, self.checked))

    # -- which -------------------------------------------------------------------

    @property
    def errors(self) -> Report:
        """What cannot be right."""
        return self.where(severity=Severity.ERROR)

    @property
    def warnings(self) -> Report:
        """What is hardly right."""
        return self.where(severity=Severity.WARNING)

    @property
    def notes(self) -> Report:
        """What may well be right, and what is wrong only possibly."""
        return self.where(severity=Severity.NOTE)

    @property
    def codes(self) -> dict[str, int]:
        """How many problems each code has, in the order of the codes."""
        return dict(sorted(Counter(problem.code for problem in self).items()))

    @explained
    def where(
        self,
        *,
        code: str | None = None,
        severity: Severity | str | None = None,
        certain: bool | None = None,
    ) -> Report:
        """Return the problems of a code, a severity, or a certainty.

        Args:
            code: A code, or the beginning of one.
            severity: Such as ``"error"``.
            certain: Whether what is wrong for sure, or what only may be.

        Raises:
            InvalidValue: there is no such severity.

        Example:
            >>> import summitry
            >>> lost = summitry.MemberState(organization="XYZ", state="AZE")
            >>> report = summitry.Catalog([lost]).check()
            >>> [problem.code for problem in report.where(code="SMT2")]
            ['SMT201']
        """
        wanted = None if severity is None else word(Severity, severity)
        return self.filter(
            lambda p: (
                (code is None or p.code.startswith(code))
                and (wanted is None or p.severity is wanted)
                and (certain is None or p.certain is certain)
            )
        )

    def filter(self, keep: Callable[[Problem], bool]) -> Report:
        """Return the problems for which a function says yes."""
        return self._with(filter(keep, self._problems))

    def about(self, record: Record) -> Report:
        """Return the problems that concern a record.

        Example:
            >>> import summitry
            >>> lost = summitry.MemberState(organization="XYZ", state="AZE")
            >>> len(summitry.Catalog([lost]).check(select=["SMT2"]).about(lost))
            1
        """
        return self.filter(lambda problem: record in problem.records)

    def within(self, catalog: Catalog) -> Report:
        """Return the problems that concern records of a catalogue, by their paths there.

        So a file of one's own is checked in the light of the bundled catalogue: lay it
        over, check, and keep what is about it. Where several records are concerned, the
        one at the path comes first.

        Args:
            catalog: A part of what was checked.

        Example:
            >>> import summitry
            >>> world = summitry.load()
            >>> mine = summitry.Catalog([summitry.MemberState(
            ...     organization="NAM", state="AZE", since="1960")])
            >>> report = (world | mine).check(select=["SMT301"]).within(mine)
            >>> [problem.path for problem in report]
            ['member_states[0].since']
        """
        places = Places(catalog)
        return Report(
            (
                problem._replace(
                    path=at(places.of(own[0]), _field(problem, own[0])),
                    records=_first(own[0], problem.records),
                )
                for problem in self
                if (own := [record for record in problem.records if record in places])
            ),
            checked=len(catalog),
        )

    def raise_if_errors(self) -> None:
        """Raise if anything cannot be right.

        Raises:
            CheckFailed: with every error.
        """
        errors = self.errors
        if errors:
            raise CheckFailed(tuple(errors), source="the catalogue")

    # -- how it is shown ---------------------------------------------------------

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the problems as plain data, their records in the canonical shape.

        Example:
            >>> import summitry
            >>> lost = summitry.MemberState(organization="XYZ", state="AZE")
            >>> summitry.Catalog([lost]).check(select=["SMT201"]).to_dicts()[0]["path"]
            'member_states[0].organization'
        """
        return [_plain(problem) for problem in self]

    def to_text(self) -> str:
        """Return the whole report as text, which ``print(report)`` shows.

        Record by record it says what is wrong, and, where a code comes first, what to do.

        Example:
            >>> import summitry
            >>> lost = summitry.MemberState(organization="XYZ", state="AZE")
            >>> print(summitry.Catalog([lost]).check(select=["SMT201"]).to_text())
            member_states[0]: {"organization": "XYZ", "state": "AZE"}
              SMT201 unknown-organization (error) organization: no organization has the id 'XYZ'
                fix: Correct the id, or add the organization. ...
            <BLANKLINE>
            1 error in 1 record
        """
        from .rendering.parts import Part  # noqa: PLC0415 - needs json and every rule
        from .rendering.text import text_of  # noqa: PLC0415

        text = text_of([Part(None, self)])
        return f"{text}\n\n{self.summary()}" if text else self.summary()

    @explained
    def to_json(self, *, indent: int | None = 2) -> str:
        """Return the report as JSON: how many records were checked, and each problem.

        The problems are those of :meth:`to_dicts`. The text is ASCII.

        Args:
            indent: How far each level is indented; ``None`` for all on one line.

        Example:
            >>> import summitry
            >>> summitry.Catalog().check().to_json(indent=None)
            '{"report": 1, "checked": 0, "problems": []}'
        """
        from .rendering.parts import Part  # noqa: PLC0415
        from .rendering.plain import json_of  # noqa: PLC0415

        return json_of([Part(None, self)], indent=indent)

    @explained
    def to_sarif(self, *, uri: str | None = None, indent: int | None = 2) -> str:
        """Return the report as SARIF 2.1.0, which code scanning and editors read.

        Args:
            uri: The address of the file that the records are in, relative to the root of
                the repository.
            indent: How far each level is indented; ``None`` for all on one line.

        Example:
            >>> import json, summitry
            >>> lost = summitry.MemberState(organization="XYZ", state="AZE")
            >>> report = summitry.Catalog([lost]).check(select=["SMT201"])
            >>> log = json.loads(report.to_sarif(uri="mine.json"))
            >>> log["runs"][0]["results"][0]["ruleId"]
            'SMT201'
        """
        from .rendering.parts import Part  # noqa: PLC0415
        from .rendering.sarif import sarif_of  # noqa: PLC0415

        return sarif_of([Part(uri, self)], indent=indent)

    @explained
    def to_annotations(self, *, file: str | None = None) -> str:
        """Return the report as commands by which a workflow of GitHub annotates a file.

        Args:
            file: The file that the records are in, relative to the root of the repository.

        Example:
            >>> import summitry
            >>> lost = summitry.MemberState(organization="XYZ", state="AZE")
            >>> report = summitry.Catalog([lost]).check(select=["SMT201"])
            >>> print(report.to_annotations(file="mine.json"))
            ::error file=mine.json,title=SMT201 unknown-organization::member_states[0]...
        """
        from .rendering.annotations import annotations_of  # noqa: PLC0415
        from .rendering.parts import Part  # noqa: PLC0415

        return annotations_of([Part(file, self)])

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        shown = self._problems[:TEXT_ROWS]
        lines = [f"Report: {self.summary()}"]
        lines += [f"  {one_line(str(problem), _WIDEST)}" for problem in shown]
        if len(self) > len(shown):
            lines.append(f"  … {len(self) - len(shown):,} more")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        from .rendering.html import html_of  # noqa: PLC0415

        return html_of(self)

    def summary(self) -> str:
        """Return how many problems of which severity there are, in words."""
        counts = Counter(problem.severity for problem in self)
        parts = [
            f"{counts[severity]:,} {severity.value}{'s' * (counts[severity] != 1)}"
            for severity in Severity
            if counts[severity]
        ]
        records = f"{self.checked:,} record{'s' * (self.checked != 1)}"
        return f"{', '.join(parts) or 'no problem'} in {records}"

    # -- how it works ------------------------------------------------------------

    def __setattr__(self, name: str, value: object) -> None:
        message = f"a Report is immutable; cannot set {name}"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> None:
        message = f"a Report is immutable; cannot delete {name}"
        raise AttributeError(message)

    def __reduce__(self) -> tuple[object, ...]:
        return (_restore, (self._problems, self.checked))

    def _with(self, problems: Iterable[Problem]) -> Report:
        return Report(problems, checked=self.checked)


_WIDEST = 160
"""How many characters of a problem a line shows."""


def _restore(problems: tuple[Problem, ...], checked: int) -> Report:
    return Report(problems, checked=checked)


def _field(problem: Problem, record: Record) -> str:
    """Return the field of a problem, if it is a field of this record."""
    return field_of(problem.path) if record is problem.records[0] else ""


def _first(record: Record, records: tuple[Record, ...]) -> tuple[Record, ...]:
    """Return records with one of them put first."""
    return (record, *(each for each in records if each is not record))


def _plain(problem: Problem) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "code": str(problem.code),
        "severity": str(problem.severity),
        "path": problem.path,
        "message": problem.message,
    }
    if problem.value is not None:
        plain["value"] = problem.value
    if problem.line is not None:
        plain["line"] = problem.line
    if not problem.certain:
        plain["certain"] = False
    if problem.records:
        plain["records"] = [
            {"type": record.type_name, **record.to_dict()} for record in problem.records
        ]
    return plain
