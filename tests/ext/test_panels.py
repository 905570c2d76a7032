"""Panels: who belonged to what, year by year, as tables."""

from __future__ import annotations

import itertools
import pickle
import sys

from datetime import date

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from hypothesis import given
from hypothesis import strategies as st

import summitry

from summitry import Catalog, Coverage, MemberState, Organization, State, Status
from summitry.catalog.coverage import covered
from summitry.errors import (
    InvalidPeriod,
    InvalidValue,
    MissingExtra,
    UnexpectedArgument,
    UnknownOrganization,
    UnknownState,
    WrongType,
)
from summitry.ext.panels import Panel, PanelKind, StateSystem, YearRule
from summitry.ext.panels.years import Ranges
from summitry.model import CoverageOf
from summitry.states import StateNumber
from summitry.values import PartialDate, Spell


def rows(panel, *columns):
    """The rows of a panel as tuples of some of its columns."""
    table = panel.to_arrow()
    return list(zip(*(table[name].to_pylist() for name in columns), strict=True))


def body(key="LAKES", **facts):
    """An organization whose members are covered all the time, unless told otherwise."""
    facts.setdefault("coverage", [Coverage(of="members")])
    return Organization(id=key, name=f"The {key}", **facts)


def belongs(state, since=None, until=None, key="LAKES", **facts):
    return MemberState(organization=key, state=state, since=since, until=until, **facts)


def cells(catalog, years, *, key="LAKES", **choice):
    """The status of each state in each year, by a panel with a column for one body."""
    panel = catalog.panel(
        "state-year", years=years, columns="organizations", organizations=[key], **choice
    )
    return {(s, y): c for s, y, c in rows(panel, "state", "year", key)}


# -- what users do ---------------------------------------------------------------------


def test_how_many_organizations_a_state_belonged_to(world):
    """As many as its memberships on the last day of the year tell."""
    panel = world.panel("state-year", years="1990/2020", rule="last", states=["Cuba"])
    found = dict(rows(panel, "year", "member"))

    assert found.keys() == set(range(1990, 2021))
    for year, count in found.items():
        on = world.memberships.by("CUB").on(f"{year}-12-31", match="certain")
        assert count == len({m.organization for m in on.where(status="member")})


def test_how_many_members_an_organization_had(world):
    """As many as its members on a day, for a rule that asks about a day."""
    panel = world.panel(
        "organization-year",
        years=range(1961, 2025),
        rule="first",
        organizations=["NAM", "UN"],
    )

    for body_id, year, count in rows(panel, "organization", "year", "member"):
        members = world.members(body_id, on=f"{year}-01-01", match="certain")
        assert count == len(members.states)


def test_what_two_states_shared(world):
    """As `shared` tells, for each of many days."""
    panel = world.panel(
        "dyad-year", years="1950/2020", rule="first", states=["AZE", "KAZ", "CUB"]
    )

    for one, other, year, count in rows(panel, "state_1", "state_2", "year", "shared"):
        shared = world.shared(one, other, on=f"{year}-01-01", match="certain")
        assert count == len(shared)


def test_what_two_organizations_shared(world):
    """The members that both had."""
    panel = world.panel(
        "organization-dyad-year",
        years=2000,
        rule="first",
        organizations=["NAM", "G77", "NATO"],
    )
    found = {
        (a, b): n for a, b, n in rows(panel, "organization_1", "organization_2", "shared")
    }

    for (one, other), count in found.items():
        both = [
            set(world.members(o, on="2000-01-01", match="certain").states)
            for o in (one, other)
        ]
        assert count == len(both[0] & both[1])
    assert found["NAM", "NATO"] == 0
    assert len(found) == 3


def test_the_status_in_each_organization(world):
    """In words, of several statuses the first in the order of the vocabulary."""
    statuses = ["observer", "member"]
    found = cells(world, "2023", key="NAM", status=statuses, states=["CUB", "CHN", "USA"])

    assert found == {
        ("CUB", 2023): "member",
        ("CHN", 2023): "observer",
        ("USA", 2023): "none",
    }


def test_the_members_of_each_organization(world):
    """The same table turned: a column for each state."""
    panel = world.panel(
        "organization-year",
        years=1995,
        columns="states",
        states=["CUB", "DDR"],
        organizations=["NAM", "AU"],
    )

    assert rows(panel, "organization", "CUB", "DDR") == [("NAM", "member", "absent")]


def test_which_organizations_a_pair_had_in_common(world):
    """A column of truth values for each."""
    panel = world.panel(
        "dyad-year",
        years=[1990, 2010],
        columns="organizations",
        states=["FRA", "DEU"],
        organizations=["UN", "NAM"],
    )

    assert rows(panel, "year", "UN", "NAM") == [(1990, True, False), (2010, True, False)]


def test_which_states_a_pair_of_organizations_had_in_common(world):
    """A column of truth values for each."""
    panel = world.panel(
        "organization-dyad-year",
        years=2010,
        columns="states",
        organizations=["NATO", "EU"],
        states=["FRA", "AUT", "USA"],
    )

    assert rows(panel, "organization_1", "FRA", "AUT", "USA") == [
        ("NATO", False, True, False)
    ] or rows(panel, "AUT", "FRA", "USA") == [(False, True, False)]


def test_counts_per_status(world):
    """One column each, and one of any, as peacesciencer's add_igos gives them."""
    statuses = ("member", "associate", "observer")
    panel = world.panel("state-year", years=2010, status=statuses, system="cow")
    frame = panel.to_polars()

    assert panel.statuses == (Status.MEMBER, Status.ASSOCIATE, Status.OBSERVER)
    assert panel.column_names == [
        "state",
        "year",
        "cow",
        "member",
        "member_unknown",
        "associate",
        "associate_unknown",
        "observer",
        "observer_unknown",
        "any",
        "any_unknown",
    ]
    assert (
        frame["any"] <= frame["member"] + frame["associate"] + frame["observer"]
    ).all()
    assert (frame["any"] >= frame["member"]).all()


def test_a_directed_panel_has_each_pair_both_ways(world):
    one_way = world.panel("dyad-year", years=2000, system="cow")
    both_ways = world.panel("dyad-year", years=2000, system="cow", directed=True)
    mirrored = {(b, a, n) for a, b, n in rows(one_way, "state_1", "state_2", "shared")}
    found = set(rows(both_ways, "state_1", "state_2", "shared"))

    assert len(both_ways) == 2 * len(one_way) == len(found)
    assert mirrored < found


def test_years_are_those_of_the_catalogue_by_default(world):
    """From the first founding to the last year that is over, or begun for that rule."""
    nam = world.panel("state-year", organizations=["NAM"])
    begun = world.panel("state-year", organizations=["NAM"], rule="first")

    assert (nam.years[0], nam.years[-1]) == (1961, 2024)
    assert begun.years[-1] == 2025


def test_years_can_be_given_in_many_ways(world):
    """A number, a range, several, numpy's, a period as text or as such."""
    given_as = [
        1961,
        range(1961, 1963),
        [1962, 1961, 1962],
        np.array([1961, 1962]),
        "1961/1962",
        "1961",
        summitry.Period("1961", "1962"),
    ]
    found = [world.panel("state-year", years=years).years for years in given_as]

    assert found == [
        (1961,),
        (1961, 1962),
        (1961, 1962),
        (1961, 1962),
        (1961, 1962),
        (1961,),
        (1961, 1962),
    ]
    assert all(isinstance(year, int) for years in found for year in years)


def test_a_panel_tells_what_it_is(world):
    panel = world.panel(
        "dyad-year", years=[1999, 2000], states=["AZE", "KAZ"], system="cow"
    )

    assert (panel.kind, panel.rule, panel.system) == ("dyad-year", "any", "cow")
    assert repr(panel).splitlines()[0] == (
        "Panel dyad-year 1999–2000, member, rule any: 2 rows"
    )
    assert "AZE" in repr(panel)
    assert "<table" in panel._repr_html_()
    assert repr(world.panel("state-year", years=1999)).startswith(
        "Panel state-year of 1999"
    )
    assert "of no year" in repr(world.panel("state-year", years=[]))


def test_a_wide_panel_shows_some_of_its_columns(world):
    shown = repr(world.panel("state-year", years=2000, columns="organizations"))

    assert "… " in shown
    assert max(map(len, shown.splitlines())) < 400


# -- Arrow -------------------------------------------------------------------------------


def test_everybody_takes_a_panel(world):
    """polars, pandas, DuckDB and pyarrow, as it is."""
    panel = world.panel("state-year", years=[1991, 1992, 2000], system="gw")
    table = pa.table(panel)
    number = duckdb.sql("select count(*) as n from panel").fetchall()[0][0]

    assert pl.DataFrame(panel).height == len(panel) == table.num_rows == number
    assert panel.to_polars().equals(pl.DataFrame(panel))
    assert pd.DataFrame(panel.to_pandas()).gw.dtype == "Int32"
    assert table.schema.names == panel.column_names
    assert table.schema.field("state").type == pa.dictionary(pa.int32(), pa.string())


def test_batches_are_the_whole_in_order(world):
    """However few years fit at a time."""
    panel = world.panel("dyad-year", years=[1950, *range(1990, 2000)], system="cow")
    whole = panel.to_arrow()
    again = pa.Table.from_batches(panel.batches())

    assert again.equals(whole)
    assert whole["year"].to_pylist() == sorted(whole["year"].to_pylist())


@pytest.mark.parametrize("kind", list(PanelKind))
@pytest.mark.parametrize("columns", ["counts", "one by one"])
def test_small_blocks_give_the_same(world, monkeypatch, kind, columns):
    """A panel of many more states and bodies is made a few years and rows at a time."""
    others = "organizations" if kind.of_states else "states"
    choice = {
        "years": "1988/1993",
        "system": "cow",
        "columns": others if columns == "one by one" else "counts",
        "organizations": world.organizations.ids[:12],
    }
    whole = world.panel(kind, **choice).to_arrow().combine_chunks()
    monkeypatch.setattr("summitry.ext.panels.panel._CELLS", 5_000)
    monkeypatch.setattr("summitry.ext.panels.tables._ROWS", 600)
    parts = world.panel(kind, **choice)

    assert parts.to_arrow().combine_chunks().equals(whole)
    assert len(parts) == whole.num_rows


def test_a_progress_bar_is_shown_on_request(world, capsys):
    panel = world.panel("organization-year", years=range(1950, 1960))

    assert panel.to_arrow(progress=True).num_rows == len(panel)
    assert "10/10" in capsys.readouterr().err


def test_without_an_extra_its_name_is_told(world, monkeypatch):
    panel = world.panel("organization-year", years=1950)
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    with pytest.raises(MissingExtra, match=r"summitry\[progress\]"):
        panel.to_arrow(progress=True)
    monkeypatch.setitem(sys.modules, "numpy", None)
    for name in [n for n in sys.modules if n.startswith("summitry.ext.panels")]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(MissingExtra, match=r"summitry\[panels\]"):
        world.panel("organization-year", years=1950)


def test_a_catalogue_that_was_asked_is_still_pickled(world):
    """What was made for panels is left behind."""
    small = Catalog([body(since="1950"), belongs("KAZ", "1995")], as_of="2020-12-31")
    small.panel("state-year", years=2000).to_arrow()
    again = pickle.loads(pickle.dumps(small))

    assert again == small
    assert cells(again, 2000, states=["KAZ"]) == {("KAZ", 2000): "member"}


# -- what is not known -----------------------------------------------------------------


@pytest.mark.parametrize(
    "rule, expected",
    [
        ("any", {1961: "member", 1962: "member", 1963: "member", 1964: "none"}),
        ("first", {1961: None, 1962: "member", 1963: "member", 1964: "none"}),
        ("last", {1961: "member", 1962: "member", 1963: None, 1964: "none"}),
        ("all", {1961: None, 1962: "member", 1963: None, 1964: "none"}),
    ],
)
def test_partly_known_dates_leave_open_what_they_leave_open(rule, expected):
    """A spell from 1961 to 1963: on 1961-01-01 perhaps, on some day of 1961 surely."""
    catalog = Catalog(
        [body(since="1950"), belongs("GHA", "1961", "1963")], as_of="2020-12-31"
    )
    found = cells(catalog, "1961/1964", rule=rule, states=["GHA"])

    assert {year: cell for (_, year), cell in found.items()} == expected


def test_exact_dates_leave_nothing_open():
    """Last in on 1962-06-30 is in on some day of 1962, and not on its last."""
    catalog = Catalog(
        [body(since="1950"), belongs("GHA", "1960-03-01", "1962-06-30")],
        as_of="2020-12-31",
    )
    found = {
        rule: [
            c
            for _, c in sorted(
                cells(catalog, "1960/1962", rule=rule, states=["GHA"]).items()
            )
        ]
        for rule in ("any", "first", "last", "all")
    }

    assert found == {
        "any": ["member", "member", "member"],
        "first": ["none", "member", "member"],
        "last": ["member", "member", "none"],
        "all": ["none", "member", "none"],
    }


def test_spells_that_follow_each_other_hold_together():
    """A member that is suspended from one day to the next was one all the year."""
    catalog = Catalog(
        [
            body(since="1950"),
            belongs("GHA", "1960-01-01", "1962-06-30"),
            belongs("GHA", "1962-07-01", "1963-12-31", standing="suspended"),
        ],
        as_of="2020-12-31",
    )

    assert set(cells(catalog, "1960/1963", rule="all", states=["GHA"]).values()) == {
        "member"
    }


def test_beyond_coverage_nothing_is_zero():
    """Who is recorded is in; of the others it is not known, and a count has no number."""
    catalog = Catalog(
        [
            body(since="1950", coverage=[Coverage(of="members", until="1969-12-31")]),
            belongs("GHA", "1960-01-01"),
        ],
        as_of="2020-12-31",
    )
    found = cells(catalog, [1965, 1975], states=["GHA", "FRA"])
    counts = catalog.panel("state-year", years=[1965, 1975], states=["GHA", "FRA"])

    assert found["GHA", 1975] == "member"
    assert found["FRA", 1965] == "none"
    assert found["FRA", 1975] is None
    assert rows(counts, "state", "year", "member", "member_unknown") == [
        ("FRA", 1965, 0, 0),
        ("GHA", 1965, 1, 0),
        ("FRA", 1975, None, 1),
        ("GHA", 1975, 1, 0),
    ]


def test_the_day_after_the_catalogue_is_not_known():
    """A spell without an end holds as of the catalogue's date, then perhaps."""
    catalog = Catalog(
        [body(since="1950"), belongs("GHA", "1960-01-01")], as_of="2020-06-30"
    )

    assert cells(catalog, [2020, 2021], states=["GHA"]) == {
        ("GHA", 2020): "member",
        ("GHA", 2021): None,
    }
    assert cells(catalog, 2020, rule="last", states=["GHA"]) == {("GHA", 2020): None}
    assert cells(catalog, 2020, states=["FRA"]) == {("FRA", 2020): None}
    assert cells(catalog, 2020, rule="first", states=["FRA"]) == {("FRA", 2020): "none"}


def test_of_two_statuses_at_a_time_not_known_neither_is_told():
    """An observer that became a member on some day of 1961."""
    catalog = Catalog(
        [
            body(
                since="1950", coverage=[Coverage(of="members"), Coverage(of="observers")]
            ),
            belongs("GHA", "1958-01-01", "1961", status="observer"),
            belongs("GHA", "1961"),
        ],
        as_of="2020-12-31",
    )
    both = ["member", "observer"]
    found = cells(catalog, "1960/1962", rule="first", status=both, states=["GHA"])

    assert list(found.values()) == ["observer", None, "member"]
    assert cells(catalog, 1961, status=both, states=["GHA"]) == {("GHA", 1961): "member"}


def test_what_may_never_have_been_is_not_known():
    """A spell whose ends overlap may be none: perhaps in 1988, and only perhaps."""
    perhaps = belongs("PRK", "[1988..1989]", "[1987..1988]")
    catalog = Catalog([body(since="1950"), perhaps], as_of="2020-12-31")
    found = cells(catalog, "1986/1990", states=["PRK"])

    assert list(found.values()) == ["none", "none", None, "none", "none"]


def test_an_organization_that_is_only_mentioned_is_not_covered():
    catalog = Catalog([belongs("GHA", "1960-01-01")], as_of="2020-12-31")

    assert cells(catalog, 1970, states=["GHA", "FRA"]) == {
        ("FRA", 1970): None,
        ("GHA", 1970): "member",
    }


def test_a_pair_shares_surely_only_what_both_surely_have():
    """Where one of two surely has it not, the pair has not, whatever of the other."""
    catalog = Catalog(
        [
            body(since="1950"),
            body("CLUB", since="1950"),
            belongs("GHA", "1960-01-01"),
            belongs("FRA", "1965"),
            belongs("GHA", "1965", key="CLUB"),
        ],
        as_of="2020-12-31",
    )
    panel = catalog.panel(
        "dyad-year", years="1964/1966", rule="first", states=["GHA", "FRA"]
    )
    each = catalog.panel(
        "dyad-year",
        years="1964/1966",
        rule="first",
        states=["GHA", "FRA"],
        columns="organizations",
    )

    assert rows(panel, "shared", "shared_unknown") == [(0, 0), (0, 1), (1, 0)]
    assert rows(each, "LAKES", "CLUB") == [(False, False), (None, False), (True, False)]


# -- which rows there are ----------------------------------------------------------------


def test_a_state_has_rows_for_the_years_in_which_it_existed():
    catalog = Catalog([body(since="1950")], as_of="2020-12-31")
    found = cells(catalog, "1948/1992", states=["DDR"])

    assert [year for _, year in found] == list(range(1949, 1991))


def test_a_territory_has_rows_for_the_years_in_which_it_belonged():
    """Hong Kong never was a state; it has belonged to the LAKES."""
    catalog = Catalog(
        [body(since="1950"), belongs("HKG", "1995-01-01", "1997-06-30")],
        as_of="2020-12-31",
    )

    assert list(cells(catalog, "1990/2000", states=["HKG"])) == [
        ("HKG", 1995),
        ("HKG", 1996),
        ("HKG", 1997),
    ]


def test_systems_say_which_states_there_were(world):
    """Kosovo has numbers and no code of ISO; Hong Kong a code and no number."""
    present = {
        system: {
            s
            for (s,) in rows(
                world.panel("state-year", years=2015, system=system), "state"
            )
        }
        for system in StateSystem
    }

    assert {s: "XKX" in found for s, found in present.items()} == {
        "cow": True,
        "gw": True,
        "iso": False,
    }
    assert {s: "HKG" in found for s, found in present.items()} == {
        "cow": False,
        "gw": False,
        "iso": True,
    }
    assert all(
        {"FRA", "SSD"} <= found and "DDR" not in found for found in present.values()
    )


def test_numbers_are_those_of_the_year(world):
    """Germany is 260 in the divided years; in a year of change the later one counts."""
    panel = world.panel(
        "state-year", years=[1980, 1990, 2000], states=["DEU"], system="cow"
    )
    pair = world.panel(
        "dyad-year", years=[1980, 2000], states=["DEU", "USA"], system="cow"
    )
    gw = world.panel("dyad-year", years=[2000], states=["DEU", "USA"], system="gw")

    assert rows(panel, "year", "cow") == [(1980, 260), (1990, 255), (2000, 255)]
    assert rows(pair, "cow_1", "cow_2", "dyad") == [(260, 2, 260_002), (255, 2, 255_002)]
    assert rows(gw, "gw_1", "gw_2") == [(260, 2)]
    assert "dyad" not in gw.column_names


def test_what_did_not_exist_is_absent():
    """Before its founding and while it was dormant; and for a state that was gone before."""
    catalog = Catalog(
        [
            body(
                since="1964-08-20",
                until="1994",
                dormant=[
                    Spell(since="1970-01-01", until="1972-06-30"),
                    Spell(since="1980-03-01", until="1982-12-31"),
                    Spell(since="1990", until="1990"),
                ],
            ),
            State(
                code="YMD",
                name="South Yemen",
                existed=[Spell(since="1960", until="1964-04-26")],
                cow_numbers=[StateNumber(number=9999)],
            ),
        ],
        as_of="2020-12-31",
    )
    found = cells(catalog, "1963/1996", states=["FRA"], rule="any")
    gone = cells(catalog, "1963/1965", states=["YMD"], system="cow")
    last = cells(catalog, "1969/1973", states=["FRA"], rule="last")

    absent = {year for (_, year), cell in found.items() if cell == "absent"}
    assert absent == {1963, 1970, 1971, 1981, 1982, 1995, 1996}  # not surely in 1990
    assert gone == {("YMD", 1963): "absent", ("YMD", 1964): "absent"}
    assert list(last.values()) == ["none", "absent", "absent", "none", "none"]


def test_an_organization_has_rows_for_the_years_in_which_it_existed():
    catalog = Catalog([body(since="1964", until="1966")], as_of="2020-12-31")
    panel = catalog.panel("organization-year", years="1960/1970")

    assert rows(panel, "year", "member") == [(1964, 0), (1965, 0), (1966, 0)]


@pytest.mark.parametrize("kind", list(PanelKind))
def test_a_year_in_which_there_was_nothing_has_no_rows(world, kind):
    begun = {s: s.existed[0].since for s in world.states if s.existed}
    young = [s for s, since in begun.items() if since and since.earliest.year > 1900]
    panel = world.panel(kind, years=1810, states=young)

    assert len(young) > 50
    assert len(panel) == panel.to_arrow().num_rows == 0
    assert repr(panel).endswith("0 rows")


# -- bad questions -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "question, error, says",
    [
        ({"kind": "country-year"}, InvalidValue, "PanelKind"),
        ({"kind": "stateyear"}, InvalidValue, "did you mean state-year"),
        ({"kind": 3}, WrongType, "3"),
        ({"rule": "some"}, InvalidValue, "any, first, last, all"),
        ({"system": "un"}, InvalidValue, "cow, gw, iso"),
        ({"status": "membr"}, InvalidValue, "did you mean member"),
        ({"status": []}, InvalidValue, "at least one status"),
        ({"status": 1}, WrongType, "several statuses"),
        ({"columns": "states"}, InvalidValue, "counts or organizations"),
        ({"states": "CUB"}, WrongType, "several states"),
        ({"states": ["Cubaa"]}, UnknownState, "Cuba"),
        ({"organizations": "NAM"}, WrongType, "several organizations"),
        ({"organizations": ["NAMM"]}, UnknownOrganization, "NAMM"),
        ({"years": "1961/.."}, InvalidValue, "has no end"),
        ({"years": "1961-1970"}, InvalidPeriod, "1961/1970"),
        ({"years": [1961.5]}, WrongType, "1961.5 is not a year"),
        ({"years": True}, WrongType, "True is not a year"),
        ({"years": 12_000}, InvalidValue, "from 1 to 9998"),
        ({"years": None, "organizations": ["LAKES"]}, InvalidValue, "years=…"),
        ({"yeers": 1961}, UnexpectedArgument, "did you mean years"),
    ],
)
def test_bad_questions_are_explained(world, question, error, says):
    catalog = world
    if question.get("organizations") == ["LAKES"]:
        catalog = Catalog([body(since="1950")])
    asked = {"kind": "state-year", "years": 2000, **question}

    with pytest.raises(error, match=says):
        catalog.panel(asked.pop("kind"), **asked)


# -- laws ------------------------------------------------------------------------------------

YEARS = range(1960, 1968)
STATES = ["AZE", "DDR", "FRA", "YMD"]
BODIES = ["A", "B", "C"]
DATES = st.one_of(
    st.none(),
    st.dates(date(1959, 6, 1), date(1968, 6, 1)).map(str),
    st.integers(1960, 1967).map(str),
    st.tuples(st.integers(1960, 1967), st.integers(1, 12)).map(
        lambda p: f"{p[0]}-{p[1]:02}"
    ),
    st.tuples(st.integers(1960, 1965), st.integers(0, 3)).map(
        lambda p: f"[{p[0]}..{p[0] + p[1]}]"
    ),
)


def ordered(ends):
    since, until = (None if e is None else PartialDate(e) for e in ends)
    return since is None or until is None or since.first_ordinal <= until.last_ordinal


ENDS = st.tuples(DATES, DATES).filter(ordered)


@st.composite
def catalogs(draw):
    """A few states and bodies whose spells, times and coverage are of every kind."""
    records = [
        State(
            code="YMD",
            name="South Yemen",
            existed=[Spell(since="1961-03", until="1964-04-26")],
        )
    ]
    for key in BODIES:
        since, until = draw(ENDS)
        coverage = [
            Coverage(of=draw(st.sampled_from(["members", "observers"])), since=a, until=b)
            for a, b in draw(st.lists(ENDS, max_size=2))
        ]
        records.append(
            Organization(id=key, name=key, since=since, until=until, coverage=coverage)
        )
    spells = draw(
        st.lists(
            st.tuples(
                st.sampled_from(BODIES),
                st.sampled_from(STATES),
                ENDS,
                st.sampled_from(["member", "member", "observer"]),
                st.sampled_from(["active", "suspended"]),
            ),
            max_size=8,
        )
    )
    held = {}
    for key, state, (since, until), status, standing in spells:
        spell = belongs(state, since, until, key, status=status, standing=standing)
        held[spell.identity()] = spell
    as_of = draw(st.sampled_from([None, "1965-12-31", "1966-08"]))
    return Catalog([*records, *held.values()], as_of=as_of)


def days_of(year, rule):
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    return {"first": [first], "last": [last]}.get(rule, list(range(first, last + 1)))


def choices(spell, still):
    """Every first and last day, of those at the ends of what is known."""
    since, until = spell.since, spell.until
    first = {1} if since is None else {since.first_ordinal, since.last_ordinal}
    last = (
        {still, 3_652_059} if until is None else {until.first_ordinal, until.last_ordinal}
    )
    return list(itertools.product(first, last))


def held(spells, year, rule):
    """Whether spells with given days hold in a year, by the words of the rule."""
    days = days_of(year, rule)
    if rule == "all":
        return all(any(a <= day <= b for a, b in spells) for day in days)
    return any(a <= days[-1] and days[0] <= b for a, b in spells)


def answers(spells, year, rule, still):
    """Whether they surely and whether they possibly hold: over every choice of days."""
    worlds = [
        held(chosen, year, rule)
        for chosen in itertools.product(*(choices(s, still) for s in spells))
    ]
    return all(worlds) and bool(spells), any(worlds)


def expected_cell(catalog, here, year, rule, statuses):
    """What a cell must say of a pair of a body and a state, here."""
    still = 3_652_059 if catalog.as_of is None else catalog.as_of.first_ordinal
    spells = [m for m in catalog.memberships if (m.organization, m.state) == here]
    for status in statuses:
        of_it = [m for m in spells if m.status == status]
        sure, possible = answers(of_it, year, rule, still)
        if sure:
            return status
        if possible:
            return None
    organization = catalog.organizations[here[0]]
    life = (spell_first(organization), spell_last(organization))
    if not held([life], year, rule):
        return "absent"
    kinds = {"member": CoverageOf.MEMBERS, "observer": CoverageOf.OBSERVERS}
    known = all(
        any(
            a <= day <= b
            for a, b in covered(organization, kinds[s], catalog.as_of).spells
        )
        for s in statuses
        for day in days_of(year, rule)
    )
    return "none" if known else None


def spell_first(spell):
    return 1 if spell.since is None else spell.since.first_ordinal


def spell_last(spell):
    return 3_652_059 if spell.until is None else spell.until.last_ordinal


def few(catalog):
    """Whether no pair has more spells of a status than can be gone through one by one."""
    groups = catalog.memberships.group_by(lambda m: (m.organization, m.party, m.status))
    return all(len(group) <= 3 for group in groups.values())


@given(
    catalogs().filter(few),
    st.sampled_from(list(YearRule)),
    st.sampled_from([["member"], ["member", "observer"]]),
)
def test_cells_are_what_the_words_say(catalog, rule, statuses):
    """As found one by one, over every choice of the days that are not known."""
    panel = catalog.panel(
        "state-year",
        years=YEARS,
        rule=rule,
        status=statuses,
        states=STATES,
        columns="organizations",
    )
    table = panel.to_arrow().to_pylist()

    for row in table:
        for key in BODIES:
            here = (key, row["state"])
            wanted = expected_cell(catalog, here, row["year"], rule.value, statuses)
            assert row[key] == wanted, (row["state"], row["year"], key)


@given(catalogs(), st.sampled_from(list(YearRule)), st.sampled_from(["cow", "gw", None]))
def test_counts_are_sums_of_cells(catalog, rule, system):
    choice = {"years": YEARS, "rule": rule, "states": STATES, "system": system}
    for kind, columns, names in (
        ("state-year", "organizations", BODIES),
        ("organization-year", "states", STATES),
    ):
        counted = catalog.panel(kind, **choice).to_arrow().to_pylist()
        told = catalog.panel(kind, columns=columns, **choice).to_arrow().to_pylist()
        for count, row in zip(counted, told, strict=True):
            each = [row[name] for name in names]
            yes, unknown = each.count("member"), each.count(None)
            assert count["member_unknown"] == unknown
            known = yes or each.count("none") or not unknown
            assert count["member"] == (yes if known else None)


@given(catalogs(), st.sampled_from(list(YearRule)), st.booleans())
def test_pairs_are_products_of_cells(catalog, rule, directed):
    """Both surely, or one surely not, or it is not known: by columns, and as a count."""
    choice = {"years": YEARS, "rule": rule, "states": STATES}
    for kind, single, columns, names in (
        ("dyad-year", "state-year", "organizations", BODIES),
        ("organization-dyad-year", "organization-year", "states", STATES),
    ):
        unit = kind.split("-")[0].replace("dyad", "state")
        alone = catalog.panel(single, columns=columns, **choice).to_arrow().to_pylist()
        cells_of = {(row[unit], row["year"]): row for row in alone}
        joint = (
            catalog.panel(kind, columns=columns, directed=directed, **choice)
            .to_arrow()
            .to_pylist()
        )
        counts = catalog.panel(kind, directed=directed, **choice).to_arrow().to_pylist()
        assert len(joint) == len(counts)
        for row, count in zip(joint, counts, strict=True):
            ends = [cells_of[row[f"{unit}_{i}"], row["year"]] for i in (1, 2)]
            for name in names:
                pair = {end[name] for end in ends}
                if pair == {"member"}:
                    assert row[name] is True
                elif pair & {"none", "absent"}:
                    assert row[name] is False
                else:
                    assert row[name] is None
            values = [row[name] for name in names]
            assert count["shared_unknown"] == values.count(None)
            assert count["shared"] in (values.count(True), None)


@given(catalogs(), st.sampled_from(list(YearRule)))
def test_the_same_rows_however_they_are_asked_for(catalog, rule):
    """One year at a time, one state at a time, all at once; and as many as `len` says."""
    whole = catalog.panel("state-year", years=YEARS, rule=rule, states=STATES)
    table = whole.to_arrow().to_pylist()
    years = [
        row
        for year in YEARS
        for row in catalog.panel("state-year", years=year, rule=rule, states=STATES)
        .to_arrow()
        .to_pylist()
    ]
    states = [
        row
        for state in STATES
        for row in catalog.panel("state-year", years=YEARS, rule=rule, states=[state])
        .to_arrow()
        .to_pylist()
    ]

    assert years == table
    assert sorted(states, key=lambda r: (r["year"], r["state"])) == table
    assert len(whole) == len(table)


@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.integers(1, 60), st.integers(-5, 20)), max_size=12
    )
)
def test_merged_ranges_hold_the_same_days(spans):
    """In order, and without touching each other."""
    ranges = Ranges(
        *np.array([(o, a, a + n) for o, a, n in spans], np.int64).reshape(-1, 3).T
    )
    merged = ranges.merged()
    days = {(o, d) for o, a, n in spans for d in range(a, a + n + 1)}
    again = [(int(o), int(a), int(b)) for o, a, b in zip(*merged, strict=True)]

    assert {(o, d) for o, a, b in again for d in range(a, b + 1)} == days
    assert all(x[0] < y[0] or x[2] + 1 < y[1] for x, y in itertools.pairwise(again))
    assert isinstance(Panel, type)
