"""Terms that follow one another: where they overlap, leave gaps, or are left open."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeVar

from summitry.values import Answer
from summitry.values.partial_date import FIRST_DAY, LAST_DAY
from summitry.values.period import spell_bounds
from summitry.values.spell import Spell


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from summitry.rules.facts import Facts
    from summitry.values import PartialDate
    from summitry.values.period import Bounds


_S = TypeVar("_S", bound=Spell)


class Stretch(NamedTuple):
    """One of several spells that should not overlap, with its days as ordinals.

    Attributes:
        first: The first day on which it possibly holds.
        last: The last day on which it possibly holds.
        sure_first: The first day on which it certainly holds …
        sure_last: … and the last; there is none where this is before the former.
        place: Its place among the spells.
        spell: The spell itself.
    """

    first: int
    last: int
    sure_first: int
    sure_last: int
    place: int
    spell: Spell


def overlapping(
    stretches: Iterable[Stretch], *, possible: bool
) -> Iterator[tuple[Stretch, Stretch, bool]]:
    """Find the stretches that share more than one day with one that begins before them.

    One shared day is that of a handover. Each stretch is found once, with the stretch
    that lasts longest of those before it.

    Args:
        stretches: The stretches, in any order.
        possible: Whether to find those as well that share more than a day possibly.

    Yields:
        The later one, the earlier one, and whether it is certain.
    """
    every = list(stretches)
    found: set[int] = set()
    for certain in (True, False) if possible else (True,):
        ends = _SURE if certain else _POSSIBLE
        longest: tuple[int, Stretch] | None = None
        for each in sorted(every, key=ends):
            first, last = ends(each)
            if longest is not None:
                shared = min(longest[0], last) > first
                if shared and each.place not in found:
                    found.add(each.place)
                    yield each, longest[1], certain
            if longest is None or last > longest[0]:
                longest = last, each


def repeated(
    stretches: Iterable[Stretch], *, possible: bool
) -> Iterator[tuple[Stretch, Stretch, bool]]:
    """Find the overlapping ones, but for those that may meet on one partly known date.

    To 1990, and from 1990 on, is one after the other unless something says otherwise.
    """
    for later, former, certain in overlapping(stretches, possible=possible):
        if certain or later.spell.since != former.spell.until:
            yield later, former, certain


_POSSIBLE: Callable[[Stretch], tuple[int, int]] = attrgetter("first", "last")
_SURE: Callable[[Stretch], tuple[int, int]] = attrgetter("sure_first", "sure_last")


def end_of(spell: Spell, facts: Facts) -> tuple[int, int]:
    """Return the last day on which a spell possibly and certainly holds.

    Without an end it holds up to the date of the catalogue, as far as is known.
    """
    if spell.until is None:
        return facts.today, facts.still
    return spell.until.last_ordinal, spell.until.first_ordinal


def stretch_of(
    since: PartialDate | None,
    until: PartialDate | None,
    place: int,
    spell: Spell,
    facts: Facts,
) -> Stretch:
    """Return the days of a term; without an end, up to the catalogue's date."""
    first, last, sure_first, sure_last = spell_bounds(since, until, still=facts.still)
    if until is None:
        last = max(facts.today, sure_last)
    if since is None:
        sure_first = sure_last  # when it began is not known
    return Stretch(first, last, sure_first, sure_last, place, spell)


def term_of(term: _S, place: int, facts: Facts, successor: _S | None) -> Stretch:
    """Return the days of a term; one that another succeeded ends when that begins."""
    stretch = stretch_of(term.since, term.until, place, term, facts)
    if successor is None or successor.since is None:
        return stretch
    since = successor.since
    return stretch._replace(last=since.last_ordinal, sure_last=since.first_ordinal)


def successions(terms: list[_S], facts: Facts) -> Iterator[tuple[_S, _S, bool]]:
    """Yield each term without an end that another succeeded by the catalogue's date."""
    if not facts.possible and all(term.until is not None for term in terms[:-1]):
        return  # as it should be: only the last one is open
    dated = [(term.since, term) for term in terms if term.since is not None]
    sure = sorted(
        (
            (since.first_ordinal, place, term)
            for place, (since, term) in enumerate(dated)
            if since.last_ordinal < facts.still
        ),
    )
    perhaps = sorted(
        (since.last_ordinal, place, term)
        for place, (since, term) in enumerate(dated)
        if facts.possible and since.first_ordinal < facts.today
    )
    for term in terms:
        if term.until is not None:
            continue
        since = term.since
        if since is not None:
            place = bisect_right(sure, since.last_ordinal, key=itemgetter(0))
            if place < len(sure):
                yield term, sure[place][2], True
                continue
        after = FIRST_DAY if since is None else since.first_ordinal
        place = bisect_right(perhaps, after, key=itemgetter(0))
        others = (each for _, _, each in perhaps[place : place + 2])
        other = next((each for each in others if each is not term), None)
        if other is not None:
            yield term, other, False


def clashes(terms: list[_S], facts: Facts) -> Iterator[tuple[_S, _S, bool]]:
    """Yield each term that shares more than a day with one that begins before it.

    One without an end that another succeeded is taken to end when that begins.
    """
    succeeded = {
        id(old): new for old, new, certain in successions(terms, facts) if certain
    }
    stretches = [
        term_of(term, place, facts, succeeded.get(id(term)))
        for place, term in enumerate(terms)
    ]
    for later, former, certain in overlapping(stretches, possible=facts.possible):
        new, old = terms[later.place], terms[former.place]
        if certain or not same_day(new.since, old.until):
            yield new, old, certain


def outside(
    term: Spell, life: Spell, facts: Facts
) -> Iterator[tuple[Literal["since", "until"], PartialDate, bool]]:
    """Yield which end of a term is outside the life of its organization.

    A day after the last one is let pass: on it the term may be handed over.

    Yields:
        The end, the day of the founding or of the organization's end, and whether it is
        certain.
    """
    founded, ended, since = life.since, life.until, term.since
    if (
        founded is not None
        and since is not None
        and since.first_ordinal < founded.last_ordinal
        and since != founded
    ):
        certain = since.last_ordinal < founded.first_ordinal
        if certain or facts.possible:
            yield "since", founded, certain
    if ended is None or term.until == ended:
        return
    last, sure_last = end_of(term, facts)
    certain = sure_last > ended.last_ordinal + 1
    if certain or (facts.possible and last > ended.first_ordinal + 1):
        yield "until", ended, certain


def future(terms: Iterable[_S], facts: Facts) -> Iterator[tuple[_S, PartialDate, bool]]:
    """Yield each term that begins after the date of the catalogue, and its beginning."""
    if facts.as_of is None:
        return
    for term in terms:
        since = term.since
        if since is None or since.last_ordinal <= facts.today:
            continue
        certain = since.first_ordinal > facts.today
        if certain or facts.possible:
            yield term, since, certain


def absent(lives: tuple[Bounds, ...], first: int, last: int) -> Answer:
    """Whether a party was not there on a day between two, nor on the next to it."""
    return Answer.of(
        possible=not any(b[2] - 1 <= first and last <= b[3] + 1 for b in lives),
        certain=not any(b[0] - 1 <= last and first <= b[1] + 1 for b in lives),
    )


def same_day(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two dates stand for the day of one handover, known alike."""
    return one is not None and one == other


class Gap(NamedTuple, Generic[_S]):
    """A time in which no term holds.

    Attributes:
        old: The term before it.
        left: The end of that.
        new: The term after it.
        took: The beginning of this.
        certain: Whether the gap is there whatever partial dates mean.
    """

    old: _S
    left: PartialDate
    new: _S
    took: PartialDate
    certain: bool


def gaps(
    terms: list[_S], covered: Bounds, *, longer_than: int, possible: bool
) -> Iterator[Gap[_S]]:
    """Yield the gaps between terms, within what is covered.

    Args:
        terms: The terms, at least one.
        covered: The days for which they are stated as complete.
        longer_than: Of how many days a gap is let pass.
        possible: Whether to find those as well that are possible only.
    """
    found: set[int] = set()
    dated = [(term, term.bounds(LAST_DAY)) for term in terms]
    for certain in (True, False) if possible else (True,):
        # The latest day of leaving and the earliest of taking over, or the other way.
        start, end, begin, close = (0, 1, 2, 3) if certain else (2, 3, 0, 1)
        latest, old = LAST_DAY, terms[0]
        for place, (new, bounds) in enumerate(
            sorted(dated, key=lambda pair: pair[1][start])
        ):
            left, took = old.until, new.since
            first = max(latest + 1, covered[begin])
            last = min(bounds[start] - 1, covered[close])
            if (
                last - first >= longer_than
                and left is not None
                and took is not None
                and left != took
                and id(new) not in found
            ):
                found.add(id(new))
                yield Gap(old, left, new, took, certain)
            if place == 0 or bounds[end] > latest:
                latest, old = bounds[end], new
