"""What holds of checking whatever is checked."""

from __future__ import annotations

import json
import random

from collections import Counter

import pytest

from hypothesis import given, settings
from hypothesis import strategies as st

import summitry

from strategies import catalogs
from summitry import Catalog
from summitry.rules import RULES
from summitry.rules.facts import Facts


def told(report):
    """What a report says, wherever its records stand."""
    return Counter(
        (p.code, p.message, p.certain, p.records[0].identity()) for p in report
    )


def laid_over(draw, world):
    """Records of any kind, laid over a part of the bundled catalogue."""
    records = draw(st.lists(st.sampled_from(list(world)), max_size=30, unique_by=id))
    return Catalog(records, as_of=world.as_of) | draw(catalogs())


@settings(max_examples=100)
@given(st.data())
def test_whatever_is_checked_is_checked(world, data):
    """No rule raises, and every problem has a record of the catalogue and a path to it."""
    catalog = laid_over(data.draw, world)
    report = catalog.check(match="possible")

    for problem in report:
        assert problem.records[0] in catalog
        assert problem.path
        assert "\n" not in problem.message
    assert str(report)
    assert report._repr_html_().count("<table") <= 1
    json.loads(report.to_json())
    json.loads(report.to_sarif())
    assert report.to_annotations().count("\n::") <= len(report)


@settings(max_examples=60)
@given(st.data())
def test_what_is_certain_is_possible(world, data):
    """The narrower question gives the certain part of what the wider one gives."""
    catalog = laid_over(data.draw, world)
    certain = catalog.check(ignore=["SMT511"])
    possible = catalog.check(ignore=["SMT511"], match="possible")

    assert all(problem.certain for problem in certain)
    assert not told(certain) - told(possible)
    assert {(p.code, p.records[0].identity()) for p in possible.where(certain=True)} == {
        (p.code, p.records[0].identity()) for p in certain
    }


@settings(max_examples=60)
@given(st.data(), st.randoms(use_true_random=False))
def test_each_rule_finds_the_same_alone(world, data, chance):
    """Whatever else is run."""
    catalog = laid_over(data.draw, world)
    whole = catalog.check(ignore=["SMT511"])
    rule = chance.choice(RULES)

    alone = catalog.check(select=[rule.code], ignore=["SMT511"])
    assert told(whole.where(code=rule.code)) == told(alone)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_bundled_catalogue_in_another_order(world, rule):
    """The order of records is nobody's fault."""
    records = list(world)
    random.Random(3).shuffle(records)  # noqa: S311 - any order will do
    facts = Facts(Catalog(records, as_of=world.as_of), possible=True)
    other = Facts(world, possible=True)

    assert Counter(
        (f.record.identity(), f.field, f.certain) for f in rule.find(facts)
    ) == Counter((f.record.identity(), f.field, f.certain) for f in rule.find(other))


def test_a_thousand_spells_of_one_party_are_checked_in_time():
    """No rule compares every spell with every other."""
    spells = [
        summitry.MemberState(
            organization="NC",
            state="ISL",
            since=f"{1000 + n}-01-01",
            until=f"{1000 + n}-11-30",
            sources=["charter"],
        )
        for n in range(900)
    ]
    report = Catalog(spells).check(select=["SMT3"])

    assert {"SMT303"} >= set(report.codes)
