"""Cells into records: runs of years become spells, and what is odd about a cell is kept."""

from __future__ import annotations

import re

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from summitry.model import Coverage, MemberState, Organization
from summitry.model.vocabulary.memberships import Status
from summitry.model.vocabulary.organizations import CoverageOf
from summitry.values import Name, Spell
from summitry.values.partial_date import PartialDate

from .codes import ABSENT, MISSING, NO_MEMBER, STATUSES
from .sources import TABLES


if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitry.values import Record

    from .bearers import Keyed
    from .cells import Bools, Codes, Facts, Ints, Read, StateNames


_NOTES = {
    MISSING: "Missing in COW, where the body's other states are not.",
    NO_MEMBER: "No member in COW, where the body's other states are missing.",
    ABSENT: "In COW there is no such body for this state, though there is for others.",
}
_NO_BODY_NOTES = {
    MISSING: "Missing in COW, where for most states there is no such body.",
    NO_MEMBER: "No member in COW, where for most states there is no such body.",
}


class Life(NamedTuple):
    """What a table says of the bodies as wholes, by body and year.

    Attributes:
        exists: Where there is the body.
        covered: Where there is, and its members are not missing.
    """

    exists: Bools
    covered: Bools


def lives(table: Keyed) -> Life:
    """Return when there were the bodies: as most states have it."""
    system = table.system[:, None, :]
    rows = table.system.sum(axis=0)
    absent = ((table.codes == ABSENT) & system).sum(axis=0)
    missing = ((table.codes == MISSING) & system).sum(axis=0)
    exists = (2 * absent <= rows) & (rows > 0)
    covered = exists & (2 * missing <= rows - absent)
    return Life(exists, covered)


def bodies(read: Read, table: Keyed, life: Life) -> list[Organization]:
    """Return the organizations, in the order of the table."""
    names, years = read.cells.bodies, read.cells.years
    ids = organization_ids(names)
    seen = read.cells.seen
    found = []
    for place, name in enumerate(names):
        fact = read.facts.get(name.lower())
        since, until, dormant = _life(life.exists[place], seen, years, fact)
        since = _without_the_gone(place, since, table, read)
        called = _called(name, fact)
        found.append(
            Organization(
                id=ids[place],
                name=called.name,
                names=[Name(text=text) for text in called.others],
                acronyms=called.acronyms,
                since=since,
                until=until,
                dormant=dormant,
                ids=called.ids,
                coverage=_coverage(life.covered[place], years, until),
                sources=_CITED,
                note=_note(fact, since, years[life.exists[place]]) if fact else None,
            )
        )
    return found


def organization_ids(names: tuple[str, ...]) -> list[str]:
    """Return ids of ours for bodies of theirs, all different.

    Example:
        >>> organization_ids(("eu", "Côte d'Or", "cote_d_or"))
        ['EU', 'COTE-DOR', 'COTE-D-OR']
    """
    found: dict[str, None] = {}
    for name in names:
        plain = name.upper()
        if not _ID.fullmatch(plain):
            plain = _slug(name)
        key, number = plain, 1
        while key in found:
            number += 1
            key = f"{plain}-{number}"
        found[key] = None
    return list(found)


_ID = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)*", re.ASCII)


def _slug(name: str) -> str:
    import unicodedata  # noqa: PLC0415 - only where a name is no id

    plain = unicodedata.normalize("NFKD", name.replace("'", "")).encode("ascii", "ignore")
    return re.sub(r"[^A-Z0-9]+", "-", plain.decode().upper()).strip("-") or "IGO"


def _life(
    exists: Bools, seen: Bools, years: Ints, fact: Facts | None
) -> tuple[str | None, str | None, list[Spell]]:
    """Return since when and until when there was a body, and the years between without it.

    In a year without a row it was there if it was in the years around.
    """
    there = np.flatnonzero(exists)
    if not len(there):
        return None, f"[..{years[0] - 1}]", []
    first, last = int(there[0]), int(there[-1])
    observed = np.flatnonzero(seen)
    since = str(years[first])
    if first == observed[0]:
        founded = _year(fact.founded if fact else "")
        since = str(founded) if founded and founded <= years[first] else f"[..{since}]"
    until = None if last == observed[-1] else str(years[last])
    gone = [
        (years[observed[a]], years[observed[b]])
        for a, b in _stretches(~exists[observed])
        if first < observed[a] and observed[b] < last
    ]
    dormant = [Spell(since=f"{a}-01-01", until=f"{b}-12-31") for a, b in gone]
    return since, until, dormant


def _stretches(marks: Bools) -> Iterator[tuple[int, int]]:
    """Yield the first and the last place of each run of marks."""
    edges = np.flatnonzero(np.diff(marks.astype(np.int8), prepend=0, append=0))
    for first, after in edges.reshape(-1, 2).tolist():
        yield first, after - 1


def _without_the_gone(
    place: int, since: str | None, table: Keyed, read: Read
) -> str | None:
    """Return a founding that lies after the end of states which never met the body.

    Zanzibar has no INTELSAT in 1964: it was gone when that was founded.
    """
    years = read.cells.years
    if since is None or not since.isdigit() or int(since) < years[0]:
        return since
    year = int(since)
    at = year - int(years[0])
    codes, numbers = table.codes[:, place, at], table.numbers[:, at]
    odd = set(numbers[(codes == ABSENT) & (numbers > 0)].tolist())
    ends = {
        number: last
        for number in numbers[numbers > 0].tolist()
        if (last := _last_day(number, year, read.names)) is not None
        and not (at + 1 < len(years) and (table.numbers[:, at + 1] == number).any())
    }
    if not odd or not odd <= ends.keys():
        return since
    last = max(ends[number] for number in odd)
    others = [number for number, day in ends.items() if day <= last]
    if set(others) != odd:
        return since
    return f"[{last + timedelta(days=1)}..{year}-12-31]"


def _last_day(number: int, year: int, states: StateNames) -> date | None:
    """Return the day on which a state left the system in a year, if not its last."""
    days = [spell.until for spell in states.spells.get(number, ())]
    return next((d for d in days if d.year == year and d < date(year, 12, 31)), None)


def _coverage(covered: Bools, years: Ints, until: str | None) -> list[Coverage]:
    found = []
    for first, last in _stretches(covered):
        ends = None if until is None and last == len(years) - 1 else str(years[last])
        found += [
            Coverage(of=kind, since=str(years[first]), until=ends) for kind in _KINDS
        ]
    return found


_KINDS = (CoverageOf.MEMBERS, CoverageOf.OBSERVERS, CoverageOf.OTHERS)


# -- what a body is called -----------------------------------------------------------


class _Called(NamedTuple):
    """What a body is called."""

    name: str
    others: list[str]
    acronyms: list[str]
    ids: dict[str, str]


def _called(name: str, fact: Facts | None) -> _Called:
    if fact is None:
        return _Called(name, [], [], {"cow": name})
    ids = {"cow": name}
    if fact.number:
        ids["cow_ionum"] = fact.number
    title = label(fact.long_name) or fact.name or name
    others = [
        text
        for text in dict.fromkeys((fact.long_name, fact.name))
        if text and text not in (title, name)
    ]
    return _Called(title, others, [] if title == name else [name], ids)


def label(long_name: str) -> str:
    """Return a long name without what stands in brackets.

    Example:
        >>> label("African Organization of Cartography and Remote Sensing (AOCRS)")
        'African Organization of Cartography and Remote Sensing'
    """
    return " ".join(re.sub(r"\(.*?(\)|$)", "", long_name).split())


def _note(fact: Facts, since: str | None, there: Ints) -> str | None:
    """Return what COW notes of a body that it has in some years."""
    notes = []
    founded, ended = _year(fact.founded), _year(fact.ended)
    if founded is not None and str(founded) not in (since or ""):
        notes.append(f"COW gives {founded} as its founding.")
    if ended is not None and ended not in there[-1:]:
        notes.append(f"COW gives {ended} as its end.")
    if fact.accuracy and not fact.accuracy.startswith("Not applicable"):
        notes.append(f"Membership dates before 1965: {fact.accuracy}.")
    notes += [_sentence(note) for note in fact.notes]
    return " ".join(notes) or None


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", ")")) else f"{text}."


def _year(text: str) -> int | None:
    """Return a year that may be written as 1988 or 1988.0."""
    found = re.fullmatch(r"(\d{4})(\.0)?", text, re.ASCII)
    return int(found[1]) if found else None


# -- spells --------------------------------------------------------------------------


def spells(
    table: Keyed, life: Life, years: Ints, own: list[Organization]
) -> list[Record]:
    """Return the spells of the states: of each run of one code that is a membership.

    A cell that is unlike what the life of its body says of it becomes a spell that may be
    empty: nothing is certain of it, and its label is the code.
    """
    system = table.system[:, None, :]
    belongs = np.isin(table.codes, list(STATUSES)) & system
    odd = _odd(table, life, own, years)
    dates = [PartialDate(str(year)) for year in years.tolist()]
    ids = [body.id for body in own]
    found: list[Record] = []
    for state, body, first, last, code in _runs(np.where(belongs, table.codes, 0)):
        until = None if last == len(years) - 1 else dates[last]
        found.append(
            MemberState(
                organization=ids[body],
                state=table.keys[state],
                status=STATUSES[code],
                since=dates[first],
                until=until,
                sources=_CITED,
            )
        )
    for state, body, first, last, code in _runs(
        np.where(odd, table.codes, _PLAIN), _PLAIN
    ):
        a, b = int(years[first]), int(years[last])
        exists = life.exists[body, first]
        found.append(
            MemberState(
                organization=ids[body],
                state=table.keys[state],
                status=Status.MEMBER,
                status_label=str(code),
                since=f"[{a}..{b + 1}]",
                until=f"[{a - 1}..{b}]",
                sources=_CITED,
                note=(_NOTES if exists else _NO_BODY_NOTES)[code],
            )
        )
    return found


_CITED = (TABLES.id,)
_PLAIN = 0x7F


def _odd(table: Keyed, life: Life, own: list[Organization], years: Ints) -> Bools:
    """Return which cells differ from what is said of their bodies as wholes."""
    codes = table.codes
    odd: Bools = (codes == ABSENT) & life.exists
    odd |= (codes == MISSING) & (life.covered | ~life.exists)
    odd |= (codes == NO_MEMBER) & ~life.covered
    odd &= table.system[:, None, :]
    for place, body in enumerate(own):
        if body.since is not None and str(body.since).count("-") > 1:
            # What was gone before the founding: said by the founding.
            at = body.since.latest.year - int(years[0])
            odd[codes[:, place, at] == ABSENT, place, at] = False
    return odd


def _runs(codes: Codes, nothing: int = 0) -> Iterator[tuple[int, int, int, int, int]]:
    """Yield the runs of one code: places of state and body, first and last year, code."""
    states, bodies, years = codes.shape
    # A year of nothing before each row and one behind the last: no run leaves its row.
    line = np.full(states * bodies * (years + 1) + 1, nothing, np.int8)
    line[:-1].reshape(states, bodies, years + 1)[:, :, 1:] = codes
    edges = np.flatnonzero(line[1:] != line[:-1]) + 1
    firsts, afters = edges[:-1], edges[1:]
    kept = line[firsts] != nothing
    firsts, afters = firsts[kept], afters[kept]
    rows, first = np.divmod(firsts, years + 1)
    columns = (
        *np.divmod(rows, bodies),
        first - 1,
        first - 2 + afters - firsts,
        line[firsts],
    )
    yield from zip(*(column.tolist() for column in columns), strict=True)
