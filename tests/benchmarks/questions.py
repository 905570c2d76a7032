"""What a question costs, in catalogues of three sizes, beside other ways to ask it."""

from __future__ import annotations

import random
import statistics
import time

from bisect import bisect_right
from datetime import date
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from peers import Peer, available, bodies, parties, rows
from synthetic import ASKED, enlarged, renewed
from timing import in_turn, in_turn_over, table, target

import summitry


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


SIZES = (1, 10, 100)
ROUNDS = 15
BODY, WHOLE = "NAM", "UN"
OURS = "summitry"

REPEATED = "the same day again"
FRESH = "a new day each time"
COLD = "a day whose answer is not known yet"


class Question(NamedTuple):
    """One question, as asked of a catalogue and of its peers."""

    name: str
    ask: Callable[[summitry.Catalog, str], Any]
    ask_peer: Callable[[Peer, str], Any]
    plain: Callable[[Any], Any]
    plain_peer: Callable[[Any], Any]
    spells: Callable[[summitry.Catalog], Iterable[Any]]
    days: tuple[str, str]
    target: float | None = None
    only_one: bool = False


# The texts of days are remembered in a process, so each day is dealt out only once;
# the observers have days of their own, those for which their roll is complete.
_EARLY = ("1961-10-01", "2019-10-01")
_LATE = ("2019-12-01", "2025-07-31")

QUESTIONS = (
    Question(
        f'world.members("{BODY}", on=day)',
        lambda world, day: world.members(BODY, on=day),
        lambda peer, day: peer.members(BODY, day),
        lambda found: sorted(spell.party for spell in found),
        lambda found: sorted(parties(found)),
        lambda world: world.memberships.of(BODY).where(status="member"),
        _EARLY,
        20,
    ),
    Question(
        f'world.memberships.by("{ASKED}").on(day)',
        lambda world, day: world.memberships.by(ASKED).on(day),
        lambda peer, day: peer.by(ASKED, day),
        lambda found: sorted(spell.organization for spell in found),
        lambda found: sorted(bodies(found)),
        lambda world: world.memberships.by(ASKED),
        _EARLY,
        20,
    ),
    Question(
        f'world.chair("{BODY}", on=day)',
        lambda world, day: world.chair(BODY, on=day),
        lambda peer, day: peer.chair(BODY, day),
        lambda found: [found.party],
        parties,
        lambda world: world.chairmanships.of(BODY),
        _EARLY,
        5,
        only_one=True,
    ),
    Question(
        f'world.observers("{BODY}", on=day)',
        lambda world, day: world.observers(BODY, on=day),
        lambda peer, day: peer.observers(BODY, day),
        lambda found: sorted(spell.party for spell in found),
        lambda found: sorted(parties(found)),
        lambda world: world.memberships.of(BODY).where(status="observer"),
        _LATE,
    ),
    Question(
        f'world.share("{BODY}", of="{WHOLE}", on=day)',
        lambda world, day: world.share(BODY, of=WHOLE, on=day),
        lambda peer, day: peer.share(BODY, WHOLE, day),
        float,
        float,
        lambda world: [
            spell
            for body in (BODY, WHOLE)
            for spell in world.memberships.of(body).where(status="member")
        ],
        _EARLY,
    ),
)


class Days:
    """Days at random, each dealt out once."""

    def __init__(self) -> None:
        self._random = random.Random(1961)
        self._dealt: set[int] = set()

    def deal(
        self, between: tuple[str, str], most: int, key: Callable[[int], object]
    ) -> list[str]:
        """Return up to so many days, each of another key; a key of None is no day."""
        first, last = (date.fromisoformat(day).toordinal() for day in between)
        left = [day for day in range(first, last) if day not in self._dealt]
        self._random.shuffle(left)
        chosen: dict[object, int] = {}
        for day in left:
            if len(chosen) == most:
                break
            if (which := key(day)) is not None:
                chosen.setdefault(which, day)
        self._dealt.update(chosen.values())
        return [date.fromordinal(day).isoformat() for day in chosen.values()]


class Stretches:
    """The stretches of time between which the answer to a question changes."""

    def __init__(self, question: Question, world: summitry.Catalog) -> None:
        self._bounds = [(row.first, row.last) for row in rows(question.spells(world))]
        self._changes = sorted({d for a, b in self._bounds for d in (a, b + 1)})
        self._only_one = question.only_one

    def of(self, day: int) -> int | None:
        """Return the number of a day's stretch, or None where nobody can answer."""
        held = sum(first <= day <= last for first, last in self._bounds)
        if self._only_one and held != 1:
            return None
        return bisect_right(self._changes, day)

    def each(self, day: int) -> int | None:
        """Return a key for every single day that has an answer."""
        return None if self.of(day) is None else day


class Contender(NamedTuple):
    """Who answers, out of how large a catalogue."""

    name: str
    size: int


Times: TypeAlias = dict[Contender, float]


def main() -> None:
    """Measure and print."""
    days = Days()
    worlds = {size: enlarged(summitry.load(), size) for size in SIZES}
    peers = {
        Contender(name, size): Peer(store, world)
        for size, world in worlds.items()
        for name, store in available().items()
    }
    taken = {question: _measure(question, worlds, peers, days) for question in QUESTIONS}
    for question, ways in taken.items():
        _show(question, ways)
    table(
        "Before the first answer, ms",
        (
            "catalogue",
            "records",
            "Catalog(…)",
            "first members",
            "first by",
            "first chair",
        ),
        [(f"{size}×", len(world), *_build(world)) for size, world in worlds.items()],
    )
    print()
    for question, ways in taken.items():
        if question.target is not None:
            for way, times in ways.items():
                worst = max(t for who, t in times.items() if who.name == OURS) * 1e6
                target(f"{question.name}, {way}", worst, question.target, "µs")


def _measure(
    question: Question,
    worlds: dict[int, summitry.Catalog],
    peers: dict[Contender, Peer],
    days: Days,
) -> dict[str, Times]:
    """Return the time of each contender in each way of asking, in seconds."""
    ask = {Contender(OURS, size): partial(question.ask, w) for size, w in worlds.items()}
    ask |= {who: partial(question.ask_peer, peer) for who, peer in peers.items()}
    ask = dict(sorted(ask.items(), key=lambda asked: asked[0].size))

    stretches = Stretches(question, worlds[1])
    checked = days.deal(question.days, 12, stretches.of)
    for size, world in worlds.items():
        ours = {who: peer for who, peer in peers.items() if who.size == size}
        _check(question, world, ours, checked)
    again = {who: partial(call, checked[0]) for who, call in ask.items()}
    same = in_turn(again, rounds=ROUNDS)

    dealt = {size: days.deal(question.days, 300, stretches.each) for size in SIZES}
    new = in_turn_over({who: (ask[who], dealt[who.size]) for who in ask}, batch=20)

    # Catalogues that have their indexes and have answered once, and days of every
    # stretch but that one.
    dealt = {size: days.deal(question.days, 40, stretches.of) for size in SIZES}
    for size, world in worlds.items():
        forgetful = renewed(world)
        question.ask(forgetful, dealt[size].pop())
        ask[Contender(OURS, size)] = partial(question.ask, forgetful)
    for peer in peers.values():
        peer.forget()
    cold = in_turn_over({who: (ask[who], dealt[who.size]) for who in ask}, batch=1)
    return {REPEATED: same, FRESH: new, COLD: cold}


def _check(
    question: Question,
    world: summitry.Catalog,
    peers: dict[Contender, Peer],
    days: list[str],
) -> None:
    for day in days:
        expected = question.plain(question.ask(world, day))
        for who, peer in peers.items():
            answer = question.plain_peer(question.ask_peer(peer, day))
            assert answer == expected, (who, question.name, day)


def _build(world: summitry.Catalog) -> tuple[float, ...]:
    """Return what making a catalogue and its first questions take, in milliseconds."""
    day = "2018-03-02"
    times: list[list[float]] = []
    for _ in range(3):
        marks = [time.perf_counter()]
        made = renewed(world)
        marks.append(time.perf_counter())
        for question in QUESTIONS[:3]:
            question.ask(made, day)
            marks.append(time.perf_counter())
        times.append([(b - a) * 1e3 for a, b in pairwise(marks)])
    return tuple(statistics.median(step) for step in zip(*times, strict=True))


def _show(question: Question, ways: dict[str, Times]) -> None:
    least, most = SIZES[0], SIZES[-1]
    rows = []
    for way, times in ways.items():
        ours = times[Contender(OURS, most)]
        for name in dict.fromkeys(who.name for who in times):
            costs = [times[Contender(name, size)] * 1e6 for size in SIZES]
            growth = times[Contender(name, most)] / times[Contender(name, least)]
            ratio = times[Contender(name, most)] / ours
            rows.append((way, name, *costs, f"{growth:.1f}×", ratio))
    table(
        f"{question.name}, µs",
        ("", "", *(f"{size}×" for size in SIZES), "growth", f"÷ {OURS}"),
        rows,
        names=2,
    )


if __name__ == "__main__":
    main()
