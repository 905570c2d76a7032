"""Memberships compared with the Correlates of War IGO data, version 3, up to 2014.

The data of the Correlates of War project are no part of this one: they are read where
they are found, and what differs is explained in ``cow_differences.json``, where each
reason is given for the states and years that it covers. After a change of the bundled
facts the file is made anew by::

    python tests/data/test_against_cow.py

which keeps the reasons of what still differs, drops what no longer does, and leaves
the reason of what is new empty, to be filled in.
"""

from __future__ import annotations

import csv
import gzip
import json
import os

from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest

import summitry

from summitry import Status


LISTED = Path(__file__).with_name("cow_differences.json")


def bodies_of(world):
    """The names of their columns, by our ids: of every body with memberships and theirs."""
    return {
        body.id: body.ids["cow"].lower()
        for body in world.organizations
        if "cow" in body.ids and world.memberships.of(body)
    }


BODIES = bodies_of(summitry.load())

COUNTED_WITH = {"CSCE": "OSCE", "IGADD": "IGAD"}
"""Predecessors that they have no column for: their successor's goes back to these."""
IN, OUT = "1", {"0", "2", "3"}  # 2 is an associate, 3 an observer
FIRST_YEAR, LAST_YEAR = 1816, 2014


def rows_of(file):
    """The rows of a compressed table, as far as the file goes: some are cut off."""
    rows = csv.DictReader(_lines(file))
    header = rows.fieldnames
    for row in rows:
        if None not in row.values() and len(row) == len(header):
            yield row


def _lines(file):
    # The last line of a file that is cut off may be half a line: it is left out.
    held = None
    try:
        with gzip.open(file, "rt", encoding="utf-8", newline="") as stream:
            for line in stream:
                if held is not None:
                    yield held
                held = line
    except EOFError:
        return
    if held is not None:
        yield held


def theirs(folder):
    """Whether each state was a member in each year: (body, number, year) → bool."""
    numbers = {}
    with (folder / "states2016.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            numbers[row["state"]] = int(row["ccode"])
    found = {}

    def add(body, number, year, value):
        if value == IN or value in OUT:
            found[body, number, int(year)] = value == IN

    names = {}
    for row in rows_of(folder / "igo_year_format3.csv.gz"):
        body = next((b for b in BODIES if row["ioname"].lower() == BODIES[b]), None)
        if body is not None:
            for name, number in numbers.items():
                add(body, number, row["year"], row[name])
            names[body] = row["orgname"]
    for row in rows_of(folder / "state_year_format3.csv.gz"):
        for body, column in BODIES.items():
            if body not in names and column in row:
                add(body, int(row["ccode"]), row["year"], row[column])
    return found


def codes_by_number(world):
    """The code of the state that bears a number in a year, by both."""
    found = {}
    for state in world.states:
        for number in state.cow_numbers:
            for year in range(FIRST_YEAR, LAST_YEAR + 1):
                # In the year of a change the later state keeps the number.
                if number.period.contains(f"{year}-12-31").possible:
                    found[number.number, year] = state.code
    return found


def ours(world, bodies, match):
    """Which states were members on some day of each year: (body, number, year)."""
    members = world.memberships.where(status=Status.MEMBER)
    today = world.as_of.first_ordinal
    numbers = {}

    def number_of(code, year):
        if (code, year) not in numbers:
            state = world.states[code]
            numbers[code, year] = state.cow_on(f"{year}") or state.cow
        return numbers[code, year]

    found = set()
    held = {body: [*members.of(body)] for body in bodies}
    for former, body in COUNTED_WITH.items():
        if body in held and former in world.organizations:
            held[body] += members.of(former)
    for body, spells in held.items():
        for spell in spells:
            if isinstance(spell, summitry.MemberState):
                bounds = spell.bounds(today)
                first, last = bounds[:2] if match == "possible" else bounds[2:]
                since = max(date.fromordinal(first).year, FIRST_YEAR)
                until = min(date.fromordinal(last).year, LAST_YEAR)
                for year in range(since, until + 1):
                    found.add((body, number_of(spell.state, year), year))
    return found


def compare(world, folder):
    """What differs, and how much agrees.

    Where our own dates leave it open whether a state was a member in a year, nothing
    differs: the two then do not contradict each other.

    Returns:
        The years of each difference, by body, code and who has the member; and by body
        how many of the states' years agree, are left open, differ, or have a membership in
        neither.
    """
    known = theirs(folder)
    possible = ours(world, BODIES, "possible")
    certain = ours(world, BODIES, "certain")
    codes = codes_by_number(world)
    differences = defaultdict(list)
    counts = {body: Counter() for body in BODIES}
    for (body, number, year), is_in in sorted(known.items()):
        here = (body, number, year)
        if not (is_in or here in possible):
            counts[body]["neither"] += 1
            continue
        side = None
        if is_in and here not in possible:
            side = "cow"
        elif not is_in and here in certain:
            side = "summitry"
        if side is None:
            counts[body]["agree" if here in certain and is_in else "open"] += 1
            continue
        counts[body]["differ"] += 1
        code = codes.get((number, year), f"COW {number}")
        differences[body, code, side].append(year)
    return dict(differences), counts


def spans(years):
    """Write years as spans: 1950-1952 1955."""
    found = []
    for year in sorted(years):
        if found and found[-1][1] == year - 1:
            found[-1][1] = year
        else:
            found.append([year, year])
    return " ".join(f"{a}-{b}" if a != b else f"{a}" for a, b in found)


def years_of(text):
    """Read years from spans."""
    for span in text.split():
        first, _, last = span.partition("-")
        yield from range(int(first), int(last or first) + 1)


def listed():
    """What is expected to differ: (body, code, who has it, year) → reason."""
    found = {}
    for group in json.loads(LISTED.read_text(encoding="utf-8")):
        for code, text in group["years"].items():
            for year in years_of(text):
                key = (group["organization"], code, group["only_in"], year)
                assert key not in found, f"{key} is explained twice"
                found[key] = group["reason"]
    return found


def regenerate(world, folder):
    """Write the list anew, with the reasons that it has for what still differs."""
    reasons = listed() if LISTED.exists() else {}
    groups = defaultdict(lambda: defaultdict(list))
    differences, _ = compare(world, folder)
    for (body, code, side), years in differences.items():
        for year in years:
            reason = reasons.get((body, code, side, year), "")
            groups[body, side, reason][code].append(year)
    plain = [
        {
            "organization": body,
            "only_in": side,
            "reason": reason,
            "years": {code: spans(years) for code, years in sorted(found.items())},
        }
        for (body, side, reason), found in sorted(groups.items())
    ]
    text = json.dumps(plain, ensure_ascii=False, indent=1)
    LISTED.write_text(f"{text}\n", encoding="utf-8")


@pytest.fixture(scope="module")
def cow(reference):
    """The folder of the Correlates of War."""
    folder = reference / "cow"
    if not folder.is_dir():
        pytest.skip(f"no Correlates of War data at {folder}")
    return folder


@pytest.fixture(scope="module")
def compared(world, cow):
    return compare(world, cow)


def test_every_body_is_compared(compared):
    """Of each that both know, the tables hold something, cut off or not."""
    _, counts = compared

    assert len(BODIES) > 70
    assert all(counts[body].total() > 10 for body in BODIES)


def test_most_memberships_agree(compared):
    """Of the years in which a state was a member by either, nearly all are in both.

    Of all years of states, those in which neither has one included, more than 98 percent
    agree. Two in five of the differences are of bodies that the Correlates of War go back
    farther with: UNIDO as an organ of the United Nations, the OAS as the Pan-American Union.
    """
    _, counts = compared
    whole, everything = Counter(), Counter()
    for body, count in sorted(counts.items()):
        everything += count
        count.pop("neither")
        whole += count
        print(  # noqa: T201 - the figure is what the comparison is for
            f"{body}: {_share(count):.1%} of {count.total()} memberships by year do not "
            f"differ ({count['open'] / count.total():.1%} are left open by our dates)"
        )
    print(  # noqa: T201 - as above
        f"all: {_share(whole):.2%} of {whole.total():,} memberships by year, "
        f"{_share(everything):.2%} of {everything.total():,} states by year"
    )

    assert _share(whole) > 0.95
    assert _share(everything) > 0.98


def _share(count):
    return 1 - count["differ"] / count.total()


def test_every_difference_is_explained(compared):
    """None is unexpected, and each has a reason in words."""
    differences, _ = compared
    expected = listed()
    unexpected = {
        f"{body} {code} {spans(new)} only in {side}"
        for (body, code, side), years in differences.items()
        if (new := [y for y in years if (body, code, side, y) not in expected])
    }

    assert set() == unexpected
    assert all(len(reason) > 20 for reason in expected.values())


def test_no_explanation_is_stale(compared):
    """What no longer differs is no longer explained."""
    differences, _ = compared
    there = {(*key, year) for key, years in differences.items() for year in years}

    assert set() == {" ".join(map(str, key)) for key in listed() if key not in there}


def test_the_list_is_in_its_written_form():
    """Sorted, one group for each reason, so that a change of it reads well."""
    groups = json.loads(LISTED.read_text(encoding="utf-8"))
    keys = [(g["organization"], g["only_in"], g["reason"]) for g in groups]

    assert sorted(set(keys)) == keys
    assert all({"cow", "summitry"} >= {g["only_in"]} for g in groups)
    assert all(sorted(g["years"]) == list(g["years"]) for g in groups)


if __name__ == "__main__":
    _beside = Path(__file__).parents[2].parent / "shared" / "reference"
    _folder = Path(os.environ.get("SUMMITRY_REFERENCE", _beside))
    regenerate(summitry.load(), _folder / "cow")
