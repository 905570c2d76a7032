"""The Correlates of War tables under our rules: no false alarm, and their faults found.

By themselves, every body that they know; and laid over ours, six that both know,
where years are compared one by one, by the index of questions, to say who is right.
"""

from __future__ import annotations

from collections import Counter

import pytest

from cow_catalogue import catalogue, identifier
from test_against_cow import BODIES, LAST_YEAR, rows_of

import summitry


SIX = ("UN", "NAM", "CICA", "IAEA", "IOM", "OAS")
"""Bodies of every size, in which years and days, bounds and gaps come together."""


@pytest.fixture(scope="module")
def folder(reference):
    """The folder of the Correlates of War."""
    found = reference / "cow"
    if not found.is_dir():
        pytest.skip(f"no Correlates of War data at {found}")
    return found


@pytest.fixture(scope="module")
def theirs(folder, world):
    """What they say of six bodies that we know too, as of their last year."""
    return catalogue(folder, world, {BODIES[body]: body for body in SIX})


@pytest.fixture(scope="module")
def laid_over(theirs, world):
    """The report on their spells in the light of ours, and the spells."""
    spells = [r for r in theirs if isinstance(r, summitry.Membership)]
    own = summitry.Catalog(spells, as_of=theirs.as_of)
    report = (world | own).check(select=["SMT305", "SMT311"]).within(own)
    codes = {}
    for problem in report:
        for record in problem.records:
            if record in own:
                codes.setdefault(record.identity(), set()).add(problem.code)
    return spells, codes


def years_of(spell):
    """The years that a spell of theirs claims."""
    until = LAST_YEAR if spell.until is None else int(str(spell.until))
    return range(int(str(spell.since)), until + 1)


def by_year(world, spell, match):
    """The years, and one around, in which ours has the same party as the same."""
    ours = world.memberships.of(spell.organization).by(spell.party)
    ours = ours.where(status=spell.status)
    years = years_of(spell)
    around = range(years.start - 1, years.stop + 1)
    return {year for year in around if ours.during(str(year), match=match)}, len(ours)


def test_no_error_in_what_they_say_of_every_body(folder, world):
    """But one: that Egypt belonged to a body long before it was independent."""
    names = {row["ioname"].lower() for row in rows_of(folder / "igo_year_format3.csv.gz")}
    every = catalogue(folder, world, {name: identifier(name) for name in names})
    errors = every.check(ignore=["SMT5"]).errors

    assert 500 <= len(every.organizations)
    assert 17_000 <= len(every.memberships)
    assert [("SMT303", "EGY")] == [(p.code, p.records[0].party) for p in errors]


def test_no_error_where_they_are_right(laid_over, world):
    """Where each year agrees, theirs is ours told again with years for days."""
    spells, codes = laid_over
    right = Counter()
    for spell in spells:
        claimed = set(years_of(spell))
        possible, count = by_year(world, spell, "possible")
        certain, _ = by_year(world, spell, "certain")
        if count == 1 and claimed <= possible and certain <= claimed | {LAST_YEAR + 1}:
            right[spell.organization] += 1
            assert "SMT305" not in codes.get(spell.identity(), ()), spell

    assert {"UN", "NAM", "IAEA", "IOM", "OAS"} <= set(right)
    assert 400 <= right.total()


def test_an_error_where_they_are_wrong(laid_over, world):
    """Where they claim a year that ours rules out, beside years that ours is sure of."""
    spells, codes = laid_over
    wrong = Counter()
    for spell in spells:
        claimed = set(years_of(spell))
        possible, _ = by_year(world, spell, "possible")
        certain, _ = by_year(world, spell, "certain")
        if claimed & certain and not claimed <= possible:
            wrong[spell.organization] += 1
            assert "SMT305" in codes.get(spell.identity(), ()), spell

    assert 20 <= wrong.total()


@pytest.mark.parametrize("state", ["DDR", "DEU"])
def test_both_germanys_in_the_united_nations_from_1965(laid_over, state):
    """They were admitted on 1973-09-18."""
    spells, codes = laid_over
    (spell,) = (
        s
        for s in spells
        if (s.organization, s.party, str(s.since)) == ("UN", state, "1965")
    )

    assert {"SMT305"} == codes[spell.identity()]
