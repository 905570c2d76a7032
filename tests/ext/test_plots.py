"""Pictures: what they count is what the catalogue answers, and what they say is all there."""

from __future__ import annotations

import datetime as dt
import html.parser
import itertools
import json
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
import zlib

from functools import partial
from pathlib import Path

import altair as alt
import pytest
import vl_convert

from hypothesis import given
from hypothesis import strategies as st

import summitry

from strategies import HOSTILE_TEXTS, catalogs, partial_dates
from summitry import (
    BilateralMeeting,
    Catalog,
    Chair,
    Chairmanship,
    Coverage,
    Delegation,
    MemberOrganization,
    MemberState,
    Organization,
    Place,
    Source,
    State,
    Summit,
    errors,
)
from summitry.catalog.context import key_of
from summitry.ext import plots
from summitry.ext.plots import heatmap, network, style, tiles


WORLD = summitry.load()
BAKU = "nam-contact-group-2023"

DRAWN = {
    "members": lambda: plots.membership_over_time(WORLD.memberships.of("NAM")),
    "chairs": lambda: plots.chair_timeline(WORLD.chairmanships.of("NAM")),
    "summits": lambda: plots.summit_timeline(WORLD.summits.of("CICA")),
    "map": lambda: plots.tile_map(WORLD, "AU", on="2024-06-01"),
    "shared": lambda: plots.shared_heatmap(WORLD, ["AZE", "KAZ", "MYS"], on="2023-03-02"),
    "network": lambda: plots.meeting_network(WORLD.meetings.at(BAKU)),
}


def told(chart):
    """The specification of a chart, which need not be checked more than once."""
    return chart.to_dict(validate=False)


def rows(chart, *fields):
    """The data of every layer that has these fields, in one list."""
    return [
        row
        for layer in told(chart)["layer"]
        for row in layer["data"]["values"]
        if set(fields) <= set(row)
    ]


def marks(chart, mark):
    """The data of the layers drawn with a mark, a list for each layer."""
    return [
        layer["data"]["values"]
        for layer in told(chart)["layer"]
        if layer["mark"]["type"] == mark
    ]


def said(chart):
    """All that is written above and beneath a chart."""
    whole = told(chart)
    axes = [
        layer["encoding"]["x"]["axis"]["title"]
        for layer in whole["layer"]
        if "axis" in layer["encoding"].get("x", {})
    ]
    parts = (whole["title"]["text"], whole["title"]["subtitle"], axes[0])
    return " ".join(itertools.chain.from_iterable(parts))


# -- what all of them have ------------------------------------------------------------


@pytest.mark.parametrize("name", DRAWN)
def test_says_what_it_shows(name):
    """Each is a valid chart with a title, the sources, the date, and a text alternative."""
    chart = DRAWN[name]()

    assert isinstance(chart, alt.LayerChart)
    chart.to_dict(validate=True)
    assert "Sources: " in said(chart)
    assert "Records as of 2025-08." in said(chart)
    assert chart.description.endswith(".")
    assert chart.title.text[0][:20] in chart.description
    assert len(chart.description) > 80


@pytest.mark.parametrize("name", DRAWN)
def test_the_same_records_give_the_same_picture(name):
    """Nothing depends on chance, on the hour or on the order of a set."""
    assert json.dumps(told(DRAWN[name]())) == json.dumps(told(DRAWN[name]()))


@pytest.mark.parametrize("name", DRAWN)
def test_it_is_not_too_wide_to_print(name):
    """As a picture it has the width of a page, and something in it to be read aloud."""
    svg = vl_convert.vegalite_to_svg(told(DRAWN[name]()))
    drawn = ET.fromstring(svg)  # noqa: S314 - made here

    assert 400 < int(drawn.get("width")) <= 810
    assert "aria-label" in svg


def test_a_source_that_is_not_here_is_not_named():
    """Records may name sources of another catalogue; the others are named."""
    facts = {"organization": "A", "since": "2001", "sources": ["here", "away"]}
    world = Catalog(
        [Source(id="here", title="Treaty"), MemberState(state="FRA", **facts)]
    )

    assert "Sources: Treaty." in said(plots.membership_over_time(world.memberships))


def test_users_go_on_with_them():
    """They can be laid beside and beneath each other, and changed."""
    one, other = DRAWN["members"](), DRAWN["chairs"]()

    assert alt.hconcat(one, alt.vconcat(other, DRAWN["map"]())).to_dict()
    assert one.properties(width=300).to_dict()["width"] == 300


def test_the_colours_differ_in_lightness():
    """From few to many each step is darker; signs tell apart what is equally light."""
    light = [lightness(colour) for colour in heatmap._HUE]
    assert sorted(light, reverse=True) == light

    for one, other in itertools.combinations(tiles._LOOKS.values(), 2):
        differs = abs(lightness(one.fill) - lightness(other.fill)) > 0.25
        assert differs or (one.sign, one.dash) != (other.sign, other.dash)
    for look in tiles._LOOKS.values():
        assert contrast(look.fill, look.ink) >= 4.5


def lightness(colour):
    """The relative luminance of a colour, as accessibility guidelines define it."""
    colour = {"white": "#FFFFFF"}.get(colour, colour)
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(
        share * p for share, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )


def contrast(one, other):
    """The ratio of contrast of two colours."""
    dark, light = sorted(map(lightness, (one, other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", DRAWN)
def test_without_altair_it_says_what_to_install(name, monkeypatch):
    """The extra is named."""
    monkeypatch.setitem(sys.modules, "altair", None)

    with pytest.raises(errors.MissingExtra, match=r"summitry\[plot\]") as error:
        DRAWN[name]()
    assert "plot" == error.value.extra


@pytest.mark.parametrize(
    "draw, records",
    [
        (plots.membership_over_time, WORLD.memberships.of("NAM")[:0]),
        (plots.chair_timeline, WORLD.chairmanships.of("UN")),
        (plots.summit_timeline, WORLD.summits.of("UN")),
        (plots.meeting_network, WORLD.meetings.during("1900")),
    ],
)
def test_nothing_to_draw_is_said(draw, records):
    """An empty collection gives no empty picture."""
    with pytest.raises(errors.InvalidValue, match=r"the collection is empty"):
        draw(records)


@pytest.mark.parametrize(
    "draw",
    [
        plots.membership_over_time,
        plots.chair_timeline,
        plots.summit_timeline,
        plots.meeting_network,
        lambda wrong: plots.tile_map(wrong, "NAM"),
        lambda wrong: plots.shared_heatmap(wrong, ["AZE", "KAZ"]),
    ],
)
@pytest.mark.parametrize("wrong", [None, "NAM", [], WORLD.sources])
def test_what_cannot_be_drawn_is_refused(draw, wrong):
    """The message says what to give."""
    with pytest.raises(errors.WrongType, match=r"give "):
        draw(wrong)


@given(catalogs(), partial_dates())
def test_any_records_are_drawn_or_refused(world, day):
    """Whatever the dates and texts: a chart, or an error of ours."""
    states = [*world.memberships.states, "FRA", "ITA"]
    for draw in (
        lambda: plots.membership_over_time(world.memberships),
        lambda: plots.chair_timeline(world.chairmanships),
        lambda: plots.summit_timeline(world.summits),
        lambda: plots.meeting_network(world.meetings),
        lambda: plots.shared_heatmap(world, dict.fromkeys(states), on=day),
        *(partial(plots.tile_map, world, body, day) for body in world.organizations),
    ):
        try:
            chart = draw()
        except errors.SummitryError:
            continue
        json.dumps(told(chart), allow_nan=False)


# -- names ------------------------------------------------------------------------------


CODES = [state.code for state in WORLD.states if state.existed_on("2001").certain]


def hostile(name, texts=HOSTILE_TEXTS):
    """A catalogue in which every text is hostile, the name of the body a given one."""
    records = [
        Source(id="s", title=name, publisher=name),
        Organization(id="A", name=name, since="2000", sources=["s"]),
        Organization(id="B", name=name),
        MemberOrganization(organization="A", member_organization="B", since="2000",
                           status="observer", status_label=name),
    ]  # fmt: skip
    for number, (text, code) in enumerate(zip(texts, CODES, strict=False)):
        day = f"2001-01-{number % 28 + 1:02}"
        facts = {"since": day, "place": Place(city=text), "sources": ["s"]}
        sides = [Delegation(state=code), Delegation(organization="B")]
        records += [
            State(code=code, name=text),
            MemberState(organization="A", state=code, since=day, status_label=text),
            Chairmanship(organization="A", state=code, since=day,
                         chairs=[Chair(name=text, post=text)]),
            Summit(id=f"a-{number}", organizations=["A"], name=text, host=code, **facts),
            BilateralMeeting(id=f"m-{number}", delegations=sides, **facts),
        ]  # fmt: skip
    return Catalog(records, as_of="2020")


class Tags(html.parser.HTMLParser):
    """The tags of a page, with the text of its scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        assert not {name for name, _ in attrs if name.startswith("on")}
        assert "src" not in dict(attrs)
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data):
        if self.scripts and self.lasttag == "script":
            self.scripts[-1] += data


PAGE = ["html", "head", "meta", "meta", "title", "meta", "style", "script", "body", "div"]


@pytest.mark.parametrize("name", ["</script><script>alert(1)</script>"])
def test_a_hostile_name_stays_text(name, tmp_path, monkeypatch):
    """In a page no name is a tag or ends a script."""
    monkeypatch.setattr(vl_convert, "javascript_bundle", lambda: "/* the program */")
    world = hostile(name)
    charts = [
        plots.membership_over_time(world.memberships),
        plots.chair_timeline(world.chairmanships),
        plots.summit_timeline(world.summits),
        plots.tile_map(world, "A", on="2002"),
        plots.shared_heatmap(
            world, [world.states[code] for code in CODES[:40]], on="2002"
        ),
        plots.meeting_network(world.meetings),
    ]
    for chart in charts:
        page = plots.save(chart, tmp_path / "page.html").read_text(encoding="utf-8")
        seen = Tags()
        seen.feed(page)
        assert [*PAGE, "script"] == seen.tags
        assert told(chart) == json.loads(seen.scripts[1])


def test_hostile_names_are_drawn(tmp_path):
    """The picture is well-formed, and shows the names."""
    world = hostile("]]>&<script>alert(1)</script>", ["<b>x</b>", "__proto__", "{{7*7}}"])
    file = plots.save(plots.chair_timeline(world.chairmanships), tmp_path / "chairs.svg")
    drawn = ET.parse(file).getroot()  # noqa: S314 - made here
    shown = "".join(drawn.itertext())

    assert not list(drawn.iter("{http://www.w3.org/2000/svg}script"))
    assert all(
        text in shown for text in ("]]>&<script>", "<b>x</b>", "__proto__", "{{7*7}}")
    )


# -- membership over time ---------------------------------------------------------------


@pytest.mark.parametrize("body", ["NAM", "UN", "EU", "LN", "OAS"])
def test_the_line_counts_what_the_catalogue_answers(body):
    """On every day on which the number changes, certain and possible members alike."""
    chart = plots.membership_over_time(WORLD.memberships.of(body))
    steps = [
        row for row in rows(chart, "certain", "possible") if row["line"] == "members"
    ]

    assert len(steps) > 5
    for step in steps:
        for match in ("certain", "possible"):
            members = WORLD.memberships.of(body).where(status="member")
            found = members.on(step["day"], match=match)
            assert len({key_of(member) for member in found}) == step[match]
    last = steps[-1]
    assert len(WORLD.members(body, on=last["day"])) == last["possible"]


@given(st.dates(dt.date(1961, 9, 1), dt.date(2025, 8, 1)))
def test_between_two_steps_nothing_changes(day):
    """The last step before a day has the number of the day."""
    step = [each for each in MEMBERS if each["day"] <= str(day)][-1]

    assert len(WORLD.members("NAM", on=day).states) == step["possible"]


DRAWN_MEMBERS = DRAWN["members"]()
MEMBERS = [
    row for row in rows(DRAWN_MEMBERS, "certain", "possible") if row["line"] == "members"
]


def test_of_one_body_there_is_a_line_for_each_status():
    """And one for members that do not take part; the last numbers stand at the ends."""
    ends = {row["text"] for row in rows(DRAWN_MEMBERS, "text", "at")}

    assert {"121 members", "28 observers", "0 members not active"} == ends
    assert "Members: 25 on 1961-09-01, 121 on 2025-08-01." in DRAWN_MEMBERS.description
    assert "Members: complete 1961-09-01 to 2025-08." in said(DRAWN_MEMBERS)


def test_where_the_records_may_be_incomplete_the_line_is_thin():
    """Observers are covered from November 2019 on."""
    pieces = [r for r in rows(DRAWN_MEMBERS, "piece") if r["line"] == "observers"]
    thin = [row["day"] for row in pieces if not row["sure"]]

    assert "2019-11-01" == max(thin)
    assert "Thin line: records may be incomplete." in said(DRAWN_MEMBERS)
    assert not any(marks(DRAWN_MEMBERS, "rect"))


def test_of_several_bodies_there_is_a_line_for_each():
    """They begin and end with the body."""
    both = WORLD.memberships.filter(lambda m: m.organization in {"OAU", "AU"})
    chart = plots.membership_over_time(both)
    days = {}
    for row in rows(chart, "certain", "possible"):
        days.setdefault(row["line"], []).append(row["day"])

    assert ["2002-07-09", "2025-08-01"] == [days["AU"][0], days["AU"][-1]]
    assert ["1963-05-25", "2002-07-08"] == [days["OAU"][0], days["OAU"][-1]]
    assert "AU, OAU: who belonged, 1963–2025" in said(chart)


def test_of_one_party_the_bodies_are_counted():
    """Each body once, whatever the spells in it."""
    cuba = WORLD.memberships.by("CUB").where(status="member")
    chart = plots.membership_over_time(cuba)
    last = rows(chart, "certain", "possible")[-1]

    assert len(cuba.on("2025-08-01").bodies) == last["certain"]
    assert "Cuba: to which organizations it belonged" in said(chart)
    assert "Number of organizations on each day." in said(chart)


def test_too_many_bodies_are_refused():
    """The message says how to choose."""
    with pytest.raises(errors.InvalidValue, match=r"bodies are more .* \(8\): choose"):
        plots.membership_over_time(WORLD.memberships)


def test_bodies_without_members_are_refused():
    """There would be no line."""
    spells = [
        MemberState(organization=body, state=state, status="observer", since="2001")
        for body in "AB"
        for state in ("FRA", "ITA")
    ]
    with pytest.raises(errors.InvalidValue, match="that of a member"):
        plots.membership_over_time(Catalog(spells).memberships)


def test_without_dates_there_is_no_time_to_draw_in():
    """Neither a date of the catalogue nor one of a record."""
    world = Catalog(
        [
            MemberState(organization="A", state="FRA", until="XXXX"),
            Chairmanship(organization="A", state="FRA"),
            Summit(id="a-1", organizations=["A"], name="One"),
        ]
    )
    for draw, records in (
        (plots.membership_over_time, world.memberships),
        (plots.chair_timeline, world.chairmanships),
        (plots.summit_timeline, world.summits),
    ):
        with pytest.raises(errors.InvalidValue, match=r"no dates|has a date"):
            draw(records)


@pytest.mark.parametrize("as_of", [None, "1990", "2030"])
def test_a_body_of_a_day(as_of):
    """One spell of one day is drawn, whatever the catalogue's date."""
    world = Catalog(
        [
            MemberState(
                organization="A", state="FRA", since="2001-01-01", until="2001-01-01"
            )
        ],
        as_of=as_of,
    )
    chart = plots.membership_over_time(world.memberships)

    assert vl_convert.vegalite_to_svg(told(chart))
    assert "Members: not known to be complete." in said(chart)
    assert "The records name no sources." in said(chart)


def test_grey_ground_and_open_coverage():
    """Days between two stretches that are covered are grey; without dates all is covered."""
    spell = MemberState(organization="A", state="FRA", since="2000-01-01")
    gappy = Organization(
        id="A",
        name="A",
        since="2000-01-01",
        until="2019-12-31",
        coverage=[
            Coverage(of="members", until="2005-12-31"),
            Coverage(of="members", since="2010-01-01", until="2012-12-31"),
            Coverage(of="members", since="2015-01-01"),
        ],
    )
    chart = plots.membership_over_time(Catalog([spell, gappy], as_of="2020").memberships)
    grey = marks(chart, "rect")[0]

    assert [("2005-12-31", "2010-01-01"), ("2012-12-31", "2015-01-01")] == [
        (row["from"], row["to"]) for row in grey
    ]
    assert "complete to 2005-12-31 and 2010-01-01 to 2012-12-31 and from 2015" in said(
        chart
    )
    whole = Organization(id="A", name="A", coverage=[Coverage(of="members")])
    assert "Members: complete throughout." in said(
        plots.membership_over_time(Catalog([spell, whole], as_of="2020").memberships)
    )


def test_labels_do_not_hide_each_other():
    """Lines that end at the same height have their names beneath each other."""
    spells = [
        MemberState(organization="A", state="FRA", status=status, since="2001")
        for status in summitry.Status
    ]
    chart = plots.membership_over_time(Catalog(spells, as_of="2020").memberships)
    heights = sorted(row["at"] for row in marks(chart, "text")[0])

    assert len(summitry.Status) == len(heights)
    assert heights[0] >= 0
    assert all(b - a >= 15 / 320 - 1e-9 for a, b in itertools.pairwise(heights))


# -- chairs -----------------------------------------------------------------------------


def test_a_term_is_dark_where_it_is_certain():
    """And pale between the days that its dates allow; one that lasts has an arrow."""
    world = Catalog(
        [
            Chairmanship(organization="A", state="FRA", since="2001", until="2003-06"),
            Chairmanship(organization="A", state="ITA", since="2003-07-01"),
            Chairmanship(organization="A", state="ESP", since="2010", until="2010"),
        ],
        as_of="2020-01-01",
    )
    chart = plots.chair_timeline(world.chairmanships)
    pale, dark = marks(chart, "bar")

    assert [
        ("France", "2001-01-01", "2001-12-31"),
        ("France", "2003-06-01", "2003-06-30"),
        ("Spain", "2010-01-01", "2010-12-31"),
    ] == [(row["row"], row["from"], row["to"]) for row in pale]
    assert [
        ("France", "2001-12-31", "2003-06-01"),
        ("Italy", "2003-07-01", "2020-01-01"),
    ] == [(row["row"], row["from"], row["to"]) for row in dark]
    assert ["Italy"] == [row["row"] for row in marks(chart, "point")[0]]
    assert "since 2003-07-01" == marks(chart, "point")[0][0]["term"]
    assert "Pale: possible" in said(chart)


def test_the_chairs_of_the_movement():
    """A row for each holder, in the order of their first terms, with the persons."""
    chart = DRAWN["chairs"]()
    layer = told(chart)["layer"][0]

    assert ["Yugoslavia", "Egypt", "Zambia"] == layer["encoding"]["y"]["sort"][:3]
    assert 17 == len(layer["encoding"]["y"]["sort"])
    assert "Josip Broz Tito" in {row["text"] for row in rows(chart, "text", "left")}
    assert "20 terms in the chair" in chart.description
    assert "that of Uganda, since 2024-01-19" in chart.description


@pytest.mark.parametrize("body", ["NAM", "EU", "ASEAN", "G77", "V4", "PIF", "MERCOSUR"])
def test_no_text_runs_into_a_bar_or_another(body):
    """Texts that have no room are left out."""
    chart = plots.chair_timeline(WORLD.chairmanships.of(body))
    bars = [row for layer in marks(chart, "bar") for row in layer]
    first = min(row["from"] for row in bars)
    last = max(row["to"] for row in bars)
    scale = style.WIDTH / (ordinal(last) - ordinal(first))
    spans = {}
    for bar in bars:
        ends = [(ordinal(bar[end]) - ordinal(first)) * scale for end in ("from", "to")]
        spans.setdefault(bar["row"], []).append(ends)
    for text in rows(chart, "text", "left"):
        edge = (ordinal(text["from"]) - ordinal(first)) * scale
        width = style.text_width(text["text"], 10)
        low, high = (
            (edge - 6 - width, edge - 6) if text["left"] else (edge + 6, edge + 6 + width)
        )
        assert all(high < a or b < low for a, b in spans[text["row"]])
        spans[text["row"]].append((low, high))


def ordinal(day):
    """The number of a day."""
    return dt.date.fromisoformat(day).toordinal()


def test_chairs_of_one_holder_have_a_row_for_each_body():
    """The title names the holder."""
    chart = plots.chair_timeline(WORLD.chairmanships.by("DZA"))

    assert "Algeria: chairs that it held" in said(chart)
    assert "Non-Aligned Movement" in {row["row"] for row in rows(chart, "row")}
    assert "As far as the organizations' records go." in said(chart)


def test_chairs_of_several_bodies_and_holders_say_both():
    """Each row is a holder in a body."""
    some = WORLD.chairmanships.filter(lambda t: t.organization in {"NAM", "CICA"})
    chart = plots.chair_timeline(some.during("2010/2020"))

    assert {"NAM: Azerbaijan", "CICA: China"} <= {
        row["row"] for row in rows(chart, "row")
    }
    assert "CICA, NAM: who held the chair" in said(chart)


def test_too_many_chairs_are_refused():
    """The message says how to choose."""
    with pytest.raises(
        errors.InvalidValue, match=r"rows are more than one picture shows"
    ):
        plots.chair_timeline(WORLD.chairmanships)


def test_an_acting_chair_is_called_so():
    """With or without a name; one term has one sentence."""
    for chairs, text in (([], "(acting)"), ([Chair(name="X")], "X (acting)")):
        term = Chairmanship(
            organization="A", state="FRA", form="acting", chairs=chairs,
            since="2001-01-01", until="2001-02-01",
        )  # fmt: skip
        world = Catalog([term], as_of="2003")
        chart = plots.chair_timeline(world.chairmanships)
        assert text in {row["text"] for row in rows(chart, "text", "left")}
        assert "It is that of France, 2001-01-01 to 2001-02-01." in chart.description


def test_a_term_without_a_beginning():
    """It is drawn from the first day of the picture, and told as it is recorded."""
    world = Catalog(
        [
            Chairmanship(organization="A", state="FRA", until="2003-06"),
            Chairmanship(organization="A", state="ITA", since="XXXX", until="2004"),
            Chairmanship(organization="A", state="ESP"),
        ],
        as_of="2020",
    )
    told = {
        row["row"]: row["term"]
        for row in rows(plots.chair_timeline(world.chairmanships), "term")
    }

    assert {
        "France": "… to 2003-06",
        "Italy": "unknown to 2004",
        "Spain": "dates not recorded",
    } == told


# -- summits ----------------------------------------------------------------------------


def test_the_summits_of_a_body():
    """Each with its number, place and day; hollow and said where it was not held."""
    chart = DRAWN["summits"]()
    texts = {row["text"]: row for row in rows(chart, "text", "held")}

    assert len(WORLD.summits.of("CICA")) == len(texts)
    assert texts["4. Shanghai, China, 2014-05-21"]["held"]
    assert not texts["7. Baku, Azerbaijan, 2026-10 (planned)"]["held"]
    assert "Hollow: not held." in said(chart)
    assert "Pale line: possible days." in said(chart)
    assert "Summits: complete 1999-09-14 to 2025-09-25." in said(chart)


def test_summits_of_one_kind_need_no_legend():
    """Those of several do."""
    chart = plots.summit_timeline(WORLD.summits.of("NAM").where(kind="ordinary"))
    point = next(e for e in told(chart)["layer"] if e["mark"]["type"] == "point")

    assert point["encoding"]["color"]["legend"] is None
    assert 19 == len(marks(chart, "point")[0])


def test_where_a_meeting_was_held_or_not():
    """Online, in a place, in a state, or not recorded; without a date it is only counted."""
    same = {"organizations": ["A", "B"], "name": "Meeting"}
    world = Catalog(
        [
            Summit(id="a", since="2001-01-01", modality="virtual", host="FRA", **same),
            Summit(id="b", since="2001-01-02", modality="virtual", **same),
            Summit(id="c", since="2001-01-03", place=Place(city="Nice"), **same),
            Summit(id="d", since="2001-01-04", host="FRA", **same),
            Summit(id="e", since="2001-01-05", **same),
            Summit(id="f", since="XXXX", **same),
            Summit(id="g", **same),
        ]
    )
    chart = plots.summit_timeline(world.summits)
    assert ["online, France", "online", "Nice", "France", "place not recorded"] == list(
        dict.fromkeys(row["where"] for row in rows(chart, "where", "held"))
    )
    assert "2 more without a date are not shown." in said(chart)
    assert "A, B: meetings, 2001–2001" in said(chart)
    one = plots.summit_timeline(world.summits[:1])
    assert "It shows 1 meeting: online, France, 2001-01-01." in one.description


@pytest.mark.parametrize("day", ["0001-01-02", "9999-12-30"])
def test_at_the_ends_of_the_calendar(day):
    """There is no margin beyond them."""
    world = Catalog(
        [
            Summit(id="a", since=day, name="X", organizations=["A"]),
            Chairmanship(organization="A", state="FRA", since=day),
            MemberState(organization="A", state="FRA", since=day, until=day),
        ]
    )

    assert told(plots.summit_timeline(world.summits))
    assert told(plots.chair_timeline(world.chairmanships))
    assert told(plots.membership_over_time(world.memberships))


def test_meetings_of_nobody_and_of_many():
    """The title names what there is to name."""
    alone = Catalog([Summit(id="a", since="2001", name="X")])
    assert "Meetings, 2001–2001" in said(plots.summit_timeline(alone.summits))
    six = Catalog([Summit(id="a", since="2001", name="X", organizations=list("ABCDEF"))])
    assert "A, B, C, D, …: meetings" in said(plots.summit_timeline(six.summits))


def test_too_many_summits_are_refused():
    """The message says how to choose."""
    with pytest.raises(errors.InvalidValue, match=r"summits are more .* \(100\): choose"):
        plots.summit_timeline(WORLD.summits)


# -- the map ----------------------------------------------------------------------------


def drawn_tiles(chart):
    """The states of a map, by name, with what is said of them."""
    return {row["state"]: row for row in rows(chart, "left", "state")}


def days_of_change():
    """The days since 1945 on which states began or ended, and the days around them."""
    ends = {
        end
        for state in WORLD.states
        for spell in state.existed
        for date in (spell.since, spell.until)
        if date is not None
        for end in (date.earliest, date.latest)
        if end >= dt.date(1945, 1, 1)
    }
    return sorted({day + dt.timedelta(days=n) for day in ends for n in (-1, 0, 1)})


def test_every_state_has_a_tile_of_its_own():
    """On each day since 1945 that of no other state is the same."""
    layout = tiles.layout()
    for day in days_of_change():
        there = [s.code for s in WORLD.states if s.existed_on(day).possible]
        belonging = WORLD.memberships.on(day, match="certain").states
        taken = [layout[code] for code in {*there, *belonging}]
        assert len(set(taken)) == len(taken), day


def test_every_party_has_a_tile():
    """Territories that belong to some body too."""
    parties = {m.state for m in WORLD.memberships if isinstance(m, MemberState)}

    assert parties <= set(tiles.layout())


def test_neighbours_are_near():
    """The tiles of states with a common border are near each other."""
    pairs = (
        "PRT-ESP ESP-FRA FRA-BEL BEL-NLD NLD-DEU DEU-POL POL-LTU LTU-BLR BLR-RUS USA-CAN "
        "USA-MEX MEX-GTM GTM-SLV COL-VEN BRA-BOL BRA-URY ARG-PRY PER-CHL MAR-DZA DZA-LBY "
        "LBY-EGY EGY-SDN SDN-SSD ETH-SOM KEN-TZA COD-RWA NAM-BWA ZAF-LSO MOZ-SWZ IRN-AFG "
        "AFG-PAK PAK-IND IND-BGD BGD-MMR MMR-THA LAO-VNM CHN-MNG PRK-KOR IDN-TLS AZE-GEO "
        "AZE-ARM TUR-SYR SYR-IRQ IRQ-KWT SAU-YEM OMN-ARE KAZ-UZB KGZ-TJK SRB-XKX ALB-GRC"
    )
    layout = tiles.layout()
    for pair in pairs.split():
        (a, b), (c, d) = (layout[code] for code in pair.split("-"))
        assert max(abs(a - c), abs(b - d)) <= 2, pair


def test_the_layout_fits_its_frame():
    """No tile is outside the picture or where the legend is; the file is in order."""
    text = Path(tiles.__file__).with_name("tiles.json").read_text(encoding="utf-8")
    places = tiles.layout()
    column, first = tiles._LEGEND

    assert sorted(places) == list(json.loads(text))
    assert all(
        0 <= x < tiles._COLUMNS and 0 <= y < tiles._ROWS for x, y in places.values()
    )
    assert not any(x < column + 10 and y >= first for x, y in places.values())


@pytest.mark.parametrize(
    "body, day",
    [("NAM", "2023-03-02"), ("UN", "1961-06-01"), ("AU", "2024-06-01"), ("EU", "2025-08-01"),
     ("UN", "1946-01-01"), ("OAS", "2012-01-01"), ("SCO", "2025-08-01"), ("APEC", "2020")],
)  # fmt: skip
def test_the_map_has_the_members_of_the_catalogue(body, day):
    """As many member tiles as members; as many observers, where they are not members."""
    chart = plots.tile_map(WORLD, body, on=day)
    seen = drawn_tiles(chart)
    certain = WORLD.members(body, on=day, match="certain").states
    possible = WORLD.members(body, on=day).states
    names = {WORLD.states[code].name for code in certain}
    sure = {name for name, row in seen.items() if row["is"].startswith("member")}

    assert names <= sure
    assert sure <= {WORLD.states[code].name for code in possible}
    assert len(seen) == len({(row["left"], row["top"]) for row in seen.values()})


def test_the_map_of_former_states():
    """Yugoslavia, the Soviet Union and Czechoslovakia were there in 1961."""
    seen = drawn_tiles(plots.tile_map(WORLD, "UN", on="1961-06-01"))

    assert {"Yugoslavia", "Soviet Union", "Czechoslovakia", "East Germany"} <= set(seen)
    assert not {"Serbia", "Russia", "Slovakia", "Bahamas"} & set(seen)
    assert "United Arab Republic" in seen


def test_what_tiles_mean():
    """A legend with numbers; signs for all that is neither a member nor outside."""
    spells = [
        MemberState(organization="A", state="FRA", since="2000"),
        MemberState(organization="A", state="ITA", since="2000", standing="suspended"),
        MemberState(organization="A", state="ESP", since="2000", standing="inactive"),
        MemberState(organization="A", state="PRT", since="2000", status="observer"),
        MemberState(organization="A", state="CHE", since="2000", status="guest",
                    status_label="friend"),
        MemberState(organization="A", state="AUT", since="2005", until="2005"),
        MemberState(organization="A", state="AUT", since="2005", status="observer",
                    until="2006-01-01"),
        MemberState(organization="A", state="XBV", since="2000"),
        MemberState(organization="A", state="HKG", since="2000"),
    ]  # fmt: skip
    covered = Organization(id="A", name="A", coverage=[Coverage(of="members")])
    other = Organization(id="B", name="The Bank")
    belongs = MemberOrganization(organization="A", member_organization="B", since="2000")
    chart = plots.tile_map(
        Catalog([*spells, covered, other, belongs]), "A", on="2005-06-01"
    )
    seen = drawn_tiles(chart)
    legend = {row["text"] for row in rows(chart, "left", "text")}

    assert {
        "member: 3",
        "member, suspended: 1",
        "member, inactive: 1",
        "observer: 1",
        "partner, candidate or other: 1",
        "possibly one of these: 1",
    } == {text for text in legend if not text.startswith("outside")}
    assert {"||", "–", "o", "+", "?"} <= {
        layer["encoding"]["text"].get("value")
        for layer in told(chart)["layer"]
        if layer["mark"]["type"] == "text"
    }
    assert "member, suspended, since 2000" == seen["Italy"]["is"]
    assert "friend, since 2000" == seen["Switzerland"]["is"]
    assert (
        "possibly member, 2005 to 2005; or observer, 2005 to 2006-01-01"
        == (seen["Austria"]["is"])
    )
    assert "outside" == seen["Germany"]["is"]
    assert "Hong Kong" in seen
    assert "Macao" not in seen
    assert "Also, without a square: Bavaria (member); The Bank (member)." in said(chart)
    assert "Organizations belong too: B." in chart.description
    assert "Observers on that day: not known to be complete." in said(chart)


def test_what_is_not_covered_is_not_outside():
    """Where members may be missing, a state without a record is not said to be outside."""
    world = Catalog(
        [MemberState(organization="A", state="FRA", since="2000")], as_of="2020"
    )
    seen = drawn_tiles(plots.tile_map(world, "A"))

    assert "member, since 2000" == seen["France"]["is"]
    assert "not recorded; the records may be incomplete" == seen["Italy"]["is"]


def test_a_state_that_was_not_there_did_not_belong():
    """A spell that began at an unknown time puts no state on a map of days before it existed."""
    world = Catalog(
        [
            MemberState(organization="A", state="BHS", since="[..1979]"),
            MemberState(organization="A", state="IND", since="1945-10-24"),
            MemberState(organization="A", state="PSE", since="[..1979]"),
        ],
        as_of="2020",
    )
    seen = drawn_tiles(plots.tile_map(world, "A", on="1946-01-01"))

    assert "Bahamas" not in seen
    assert {"India", "Palestine"} <= set(seen)
    assert "Bahamas" in drawn_tiles(plots.tile_map(world, "A", on="1980"))


def test_the_map_needs_a_day():
    """A catalogue without a date has no day of its own."""
    world = Catalog([MemberState(organization="A", state="FRA", since="2000")])

    with pytest.raises(errors.InvalidValue, match="on="):
        plots.tile_map(world, "A")
    with pytest.raises(errors.UnknownOrganization, match="NAM"):
        plots.tile_map(WORLD, "Non-Alined Movement")


# -- shared organizations ----------------------------------------------------------------


@pytest.mark.parametrize("day", ["2023-03-02", "1975", "1961-09-01"])
def test_the_numbers_are_those_of_the_catalogue(day):
    """Certain and possible, for every two."""
    codes = ["AZE", "KAZ", "MYS", "ZAF", "FRA"]
    chart = plots.shared_heatmap(WORLD, codes, on=day)
    cells = {(r["row"][-4:-1], r["column"]): r for r in rows(chart, "alone")}

    assert 15 == len(cells)
    for one, other in itertools.combinations(codes, 2):
        least = len(WORLD.shared(one, other, on=day, match="certain"))
        most = len(WORLD.shared(one, other, on=day))
        text = str(most) if least == most else f"{least}–{most}"
        assert text == cells[other, one]["text"]
    assert "share most" in chart.description


def test_many_states_have_smaller_cells():
    """A number that is not sure says so by a plus."""
    codes = [s.code for s in WORLD.states if s.existed_on("2023").certain][:40]
    chart = plots.shared_heatmap(WORLD, codes, on="2023-03-02")
    cells = rows(chart, "alone")

    assert any(cell["short"].endswith("+") for cell in cells)
    assert "With +: at least so many" in said(chart)
    assert 40 * 18 == chart.width


def test_states_who_share_nothing():
    """Cells without colour are drawn all the same, and covered bodies are said to be."""
    chart = plots.shared_heatmap(Catalog(), ["FRA", WORLD.states["ITA"]], on="2001")

    assert ["0", "0", "0"] == [row["text"] for row in rows(chart, "alone", "states")][:3]
    assert "none" == rows(chart, "organizations")[0]["organizations"]
    assert "the members of all that count are complete" in said(chart)
    assert vl_convert.vegalite_to_svg(told(chart))


@pytest.mark.parametrize(
    "states, error, why",
    [
        ("AZE", errors.WrongType, "give several states"),
        (["AZE"], errors.InvalidValue, "at least two states, not 1"),
        (["AZE", "Azerbaijan"], errors.InvalidValue, "AZE is there more than once"),
        (["AZE", "Perugia"], errors.UnknownState, "Peru"),
        ([s.code for s in WORLD.states][:41], errors.InvalidValue, "choose fewer"),
    ],
)
def test_states_that_cannot_be_compared(states, error, why):
    """Too few, too many, unknown, or one twice."""
    with pytest.raises(error, match=why):
        plots.shared_heatmap(WORLD, states, on="2023")


# -- the network ------------------------------------------------------------------------


def test_the_network_of_baku():
    """The secretariat met seven parties."""
    chart = DRAWN["network"]()
    points = {row["text"]: row for row in rows(chart, "party")}

    assert 8 == len(points)
    assert ("organization", "7") == (points["CICA"]["kind"], points["CICA"]["number"])
    assert ("state", "1") == (points["Malaysia"]["kind"], points["Malaysia"]["number"])
    assert "7 meetings of 8 parties" in chart.description
    assert "Most by CICA, 7, with IAEA, IOM, UNWTO, China" in chart.description
    assert 7 == len(marks(chart, "rule")[0])


def meeting(number, one, other, **facts):
    """A meeting of two states."""
    sides = [Delegation(state=one), Delegation(state=other)]
    return BilateralMeeting(id=f"m-{number}", delegations=sides, **facts)


def test_meetings_that_were_not_held_are_dashed():
    """Those of whom one was held are not; many are only counted."""
    found = [
        meeting(1, "FRA", "ITA", happened="planned"),
        meeting(2, "FRA", "ITA"),
        meeting(3, "FRA", "ESP", happened="cancelled"),
        *(meeting(n, "FRA", "PRT") for n in range(4, 20)),
    ]
    chart = plots.meeting_network(Catalog(found).meetings)
    firm, dashed = marks(chart, "rule")

    assert [("France – Italy", 2), ("France – Portugal", 16)] == [
        (row["parties"], row["meetings"]) for row in firm
    ]
    assert firm[1]["when"].endswith("; …")
    assert ["Spain – France"] == [row["parties"] for row in dashed]
    assert "Dashed: not held." in said(chart)
    assert ["Who met whom"] == chart.title.text
    planned = plots.meeting_network(Catalog(found[:1]).meetings)
    assert 1 == len(marks(planned, "rule"))


def test_too_many_parties_are_refused():
    """And many partners are only counted."""
    codes = [s.code for s in WORLD.states]
    found = [
        meeting(n, "ZWE", code, since="2001-01-01") for n, code in enumerate(codes[:61])
    ]

    with pytest.raises(errors.InvalidValue, match=r"parties are more .* \(60\)"):
        plots.meeting_network(Catalog(found).meetings)
    chart = plots.meeting_network(Catalog(found[:20]).meetings)
    assert "and 8 more." in chart.description
    assert ["Who met whom, 2001-01-01"] == chart.title.text


@given(
    st.sets(
        st.tuples(st.sampled_from("ABCDEFGH"), st.sampled_from("ABCDEFGH")).filter(
            lambda pair: pair[0] < pair[1]
        ),
        min_size=1,
    )
)
def test_parties_stand_apart_within_the_picture(ties):
    """No two on one point, all in the unit square, and always at the same places."""
    parties = sorted({party for pair in ties for party in pair})
    places = network.positions(parties, sorted(ties))

    assert places == network.positions(parties, sorted(ties))
    assert len(set(places.values())) == len(parties)
    assert all(-1e-6 <= c <= 1 + 1e-6 for point in places.values() for c in point)


def test_who_met_is_nearer_than_who_did_not():
    """Two pairs stand apart from each other; a chain is drawn out."""
    places = network.positions("ABCD", [("A", "B"), ("C", "D")])

    def apart(one, other):
        return sum((a - b) ** 2 for a, b in zip(places[one], places[other], strict=True))

    assert max(apart("A", "B"), apart("C", "D")) < min(apart("A", "C"), apart("B", "D"))
    assert {"A": (0.5, 0.5)} == network.positions("A", [])


# -- files ------------------------------------------------------------------------------


def small():
    """A chart that is quickly drawn."""
    return plots.chair_timeline(WORLD.chairmanships.of("CICA"))


def test_svg(tmp_path):
    """One picture to a reader of screens, with title and description; text stays text."""
    chart = small()
    file = plots.save(chart, tmp_path / "chairs.svg")
    drawn = ET.parse(file).getroot()  # noqa: S314 - made here
    space = "{http://www.w3.org/2000/svg}"

    assert tmp_path / "chairs.svg" == file
    assert ("img", chart.description) == (drawn.get("role"), drawn.get("aria-label"))
    assert " ".join(chart.title.text) == drawn.findtext(f"{space}title")
    assert chart.description == drawn.findtext(f"{space}desc")
    assert "Azerbaijan" in "".join(drawn.itertext())


def test_png(tmp_path):
    """Twice as fine as the screen, with the description among its metadata."""
    chart = small()
    data = plots.save(chart, str(tmp_path / "chairs.PNG")).read_bytes()
    chunks = {}
    place = 8
    while place < len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        (checked,) = struct.unpack(">I", data[place + 8 + length : place + 12 + length])
        assert zlib.crc32(kind + body) == checked
        chunks.setdefault(kind, []).append(body)
        place += 12 + length

    assert b"\x89PNG\r\n\x1a\n" == data[:8]
    assert [b""] == chunks[b"IEND"]
    assert struct.unpack(">I", chunks[b"IHDR"][0][:4])[0] > 1200
    texts = dict(body.split(b"\0\0\0\0\0", 1) for body in chunks[b"iTXt"])
    assert chart.description.encode() == texts[b"Description"]


def test_html(tmp_path):
    """A page that needs nothing else: no address is in it but names of formats."""
    page = plots.save(small(), tmp_path / "chairs.html").read_text(encoding="utf-8")
    seen = Tags()
    seen.feed(page)

    assert [*PAGE, "script"] == seen.tags
    assert "vegaEmbed" in seen.scripts[0]
    assert "cdn." not in page
    assert told(small()) == json.loads(seen.scripts[1])


def test_json(tmp_path):
    """The specification, from which Altair makes the chart again."""
    file = plots.save(small(), tmp_path / "chairs.json")

    assert told(small()) == json.loads(file.read_text(encoding="utf-8"))
    assert (
        small().to_dict()
        == alt.Chart.from_json(file.read_text(encoding="utf-8")).to_dict()
    )


@pytest.mark.parametrize("name", ["chairs", "chairs.gif", "chairs.svg.gz", ".svg"])
def test_an_unknown_suffix_is_refused(name, tmp_path):
    """The message lists those that are known."""
    with pytest.raises(
        errors.InvalidValue, match=r"expected \.svg, \.png, \.html or \.json"
    ):
        plots.save(small(), tmp_path / name)
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("wrong", [None, "nam.svg", {}, WORLD])
def test_what_is_no_chart_is_refused(wrong, tmp_path):
    """Before anything is written."""
    with pytest.raises(errors.WrongType, match="is no chart of Altair"):
        plots.save(wrong, tmp_path / "x.svg")
    assert [] == list(tmp_path.iterdir())


def test_data_from_elsewhere_are_refused(tmp_path):
    """Nothing is fetched, be it in a layer."""
    away = alt.Chart("https://example.org/data.csv").mark_point()
    for chart in (away, alt.layer(away), alt.hconcat(away)):
        with pytest.raises(errors.InvalidValue, match=r"elsewhere, at .*example\.org"):
            plots.save(chart, tmp_path / "x.svg")
    address = alt.Data(values=[{"url": "https://example.org/"}])
    assert plots.save(alt.Chart(address, title="A").mark_point(), tmp_path / "x.svg")


def test_a_picture_that_cannot_be_drawn_leaves_the_old_file(tmp_path, monkeypatch):
    """The new one takes its place when it is whole."""
    file = tmp_path / "x.svg"
    file.write_text("old", encoding="utf-8")

    def fail(*_args, **_options):
        message = "no such mark"
        raise ValueError(message)

    monkeypatch.setattr(vl_convert, "vegalite_to_svg", fail)
    with pytest.raises(errors.InvalidValue, match="cannot be drawn: 'no such mark'"):
        plots.save(small(), file)
    assert "old" == file.read_text(encoding="utf-8")
    with pytest.raises(errors.FileError, match="cannot be written"):
        plots.save(small(), tmp_path / "nowhere" / "x.json")


@pytest.mark.parametrize("suffix", [".svg", ".png", ".html"])
def test_without_vl_convert_it_says_what_to_install(suffix, tmp_path, monkeypatch):
    """A specification needs Altair only."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)

    with pytest.raises(errors.MissingExtra, match=r"vl-convert-python.*summitry\[plot\]"):
        plots.save(small(), tmp_path / f"x{suffix}")
    assert plots.save(small(), tmp_path / "x.json").exists()


def test_other_charts_of_altair_are_saved_too(tmp_path):
    """With a title that is plain text, or none."""
    data = alt.Data(values=[{"a": 1}])
    titled = alt.Chart(data, title="Plain").mark_point().encode(x="a:Q")
    bare = alt.Chart(data).mark_point().encode(x="a:Q")

    assert "<title>Plain</title>" in plots.save(titled, tmp_path / "a.svg").read_text()
    assert "<title></title>" in plots.save(bare, tmp_path / "b.svg").read_text()


def test_importing_the_package_needs_no_extra():
    """Altair and vl-convert are imported by who draws and who saves."""
    program = "import sys; from summitry.ext import plots; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert not {"altair", "vl_convert", "pandas", "numpy"} & set(done.stdout.split())
    assert sorted(plots.__all__) == plots.__all__


def test_the_time_of_meetings_is_no_more_precise_than_it_is_known():
    """Months and years are named as such; a date that is unknown, not at all."""
    found = [
        meeting(1, "FRA", "ITA", since="2001-03"),
        meeting(2, "FRA", "ITA", since="2002-03-30", until="2002-04-01"),
        meeting(3, "FRA", "ITA", since="XXXX"),
    ]
    world = Catalog(found)

    assert ["Who met whom, 2001-03 to 2002-04-01"] == (
        plots.meeting_network(world.meetings).title.text
    )
    assert ["Who met whom"] == plots.meeting_network(world.meetings.filter(
        lambda m: str(m.since) == "XXXX")).title.text  # fmt: skip
