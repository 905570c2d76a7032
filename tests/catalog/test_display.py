"""Collections as people read them: in a terminal, in a notebook, with hostile names.

The golden files are rewritten, to be read before they are committed, by::

    SUMMITRY_WRITE_GOLDEN=1 pytest tests/catalog/test_display.py
"""

from __future__ import annotations

import os
import re
import unicodedata

from html.parser import HTMLParser
from pathlib import Path

import attrs
import pytest

from hypothesis import given

import summitry

from strategies import HOSTILE_TEXTS, texts
from summitry import (
    Appointment,
    BilateralMeeting,
    Catalog,
    Chair,
    Chairmanship,
    Delegation,
    MemberState,
    Organization,
    Place,
    Representative,
    Source,
    State,
    Summit,
)
from summitry.errors import MultipleFound


GOLDEN = Path(__file__).parents[1] / "golden"
SHOWN = (
    "organizations",
    "memberships",
    "chairmanships",
    "appointments",
    "summits",
    "meetings",
    "sources",
)

HOSTILE = (
    *HOSTILE_TEXTS,
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    "</style><script>alert(1)</script>",
    "<!-- comment --><![CDATA[ x ]]>",
    "&lt;b&gt; &#60;i&#62;",
    "<svg/onload=alert(1)>",
    "right\u202eto left\u202c",
    "\u2066isolate\u2069",
    "\u009b31mred\u009b0m",  # a terminal's escape, as one character
    "\u0085next line",
    "a\n\n\nb",
    "x" * 10_000,
    "<" * 10_000,
)


@pytest.fixture(scope="module")
def small():
    """A small synthetic catalogue in which every column is filled."""
    return summitry.read(GOLDEN / "catalogue.json")


def hostile(text):
    """A catalogue with one text in every place that is shown."""
    people = [Representative(name=text)]
    return Catalog(
        [
            Source(id="s", title=text, publisher=text),
            State(code="XQA", name=text),
            Organization(
                id="CLUB", name=text, acronyms=[text], seat=Place(city=text), note=text
            ),
            MemberState(organization="CLUB", state="ISL", status_label=text, note=text),
            Chairmanship(organization="CLUB", state="ISL", chairs=[Chair(name=text)]),
            Appointment(organization="CLUB", name=text, post=text),
            Summit(id="a", name=text, place=Place(city=text), topics=[text]),
            BilateralMeeting(
                id="b",
                place=Place(city=text),
                delegations=[
                    Delegation(state="ISL", representatives=people),
                    Delegation(organization="CLUB", representatives=people),
                ],
            ),
        ],
        version=text,
    )


def shown(catalog):
    """The catalogue and all that it shows of itself."""
    yield catalog
    for name in SHOWN:
        yield getattr(catalog, name)
    yield catalog.states.filter(lambda state: state.code == "XQA")


class Reader(HTMLParser):
    """What a browser would make of a piece of HTML."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags = []
        self.open = []
        self.cells = []
        self.others = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, *attributes))
        self.open.append(tag)
        if tag in {"td", "th", "caption"}:
            self.cells.append("")

    def handle_endtag(self, tag):
        assert tag == self.open.pop()

    def handle_data(self, data):
        if self.open[-1] in {"td", "th", "caption"}:
            self.cells[-1] += data
        elif self.open[-1] not in {"style", "div"}:
            self.others.append(data)

    def handle_comment(self, data):
        self.others.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


OURS = {
    ("div", ("class", "summitry")),
    ("style",),
    ("table",),
    ("caption",),
    ("thead",),
    ("tbody",),
    ("tr",),
    ("th", ("scope", "col")),
    ("td",),
    ("div", ("class", "more")),
}


def check_html(text):
    """Nothing but our own elements and attributes, all of them closed."""
    reader = Reader(text)

    assert set(reader.tags) <= OURS
    assert [] == reader.open
    assert [] == reader.others
    assert 1 == text.count("<style>") == text.count("</style>")
    return reader


def check_text(text):
    """Nothing that steers a terminal or reorders a line, and no line without end."""
    steering = {
        c
        for c in text
        if c not in "\n\u200c\u200d" and unicodedata.category(c) in {"Cc", "Cf", "Cs"}
    }

    assert set() == steering
    assert text.splitlines() == text.split("\n")
    assert all(len(line) < 250 for line in text.split("\n"))


# -- golden files --------------------------------------------------------------


@pytest.mark.parametrize("name", ["catalogue", *SHOWN])
@pytest.mark.parametrize("kind", ["txt", "html"])
def test_as_it_was_read_and_approved(small, name, kind):
    """Each table looks as it did when somebody looked at it."""
    what = small if name == "catalogue" else getattr(small, name)
    text = repr(what) if kind == "txt" else what._repr_html_()
    file = GOLDEN / f"{name}.{kind}"
    if os.environ.get("SUMMITRY_WRITE_GOLDEN"):
        file.write_text(f"{text}\n", encoding="utf-8")

    assert file.read_text(encoding="utf-8") == f"{text}\n"


@pytest.mark.parametrize(
    "record",
    [
        lambda c: c.organizations["CLUB"],
        lambda c: c.memberships.by("FIN")[0],
        lambda c: c.chairmanships[0],
        lambda c: c.summits[0],
        lambda c: c.meetings[0],
        lambda c: c.sources[0],
    ],
    ids=["organization", "membership", "chairmanship", "summit", "meeting", "source"],
)
def test_a_record_as_it_was_read_and_approved(small, record, request):
    """Each card looks as it did when somebody looked at it."""
    text = record(small)._repr_html_()
    file = GOLDEN / f"card_{request.node.callspec.id}.html"
    if os.environ.get("SUMMITRY_WRITE_GOLDEN"):
        file.write_text(f"{text}\n", encoding="utf-8")

    assert file.read_text(encoding="utf-8") == f"{text}\n"


# -- reading well --------------------------------------------------------------


def test_columns_line_up(small):
    """Names in wide characters take the columns that they take on a screen."""

    def columns(text):
        return sum(
            1 + (unicodedata.east_asian_width(c) in "WF")
            for c in text
            if not unicodedata.combining(c)
        )

    lines = repr(small.organizations).splitlines()[2:]
    before_form = {
        columns(line[: line.index(form)])
        for line, form in zip(lines, ("forum", "treaty_organization"), strict=True)
    }

    assert 1 == len(before_form)


def test_an_empty_column_is_left_out(small):
    """What no record has takes no room."""
    assert "until" in repr(small.memberships).splitlines()[1]
    assert "until" not in repr(small.memberships.by("FIN")).splitlines()[1]
    assert ">until<" not in small.memberships.by("FIN")._repr_html_()


def test_nothing_to_show(small):
    """An empty collection says so in one line."""
    empty = small.memberships.by("USA")

    assert "Memberships: 0 memberships" == repr(empty)
    assert ["Memberships: 0 memberships"] == check_html(empty._repr_html_()).cells


def test_one_is_not_plural(small):
    """One meeting is a meeting."""
    assert "Meetings: 1 meeting" == repr(small.meetings).splitlines()[0]


@pytest.mark.parametrize("count", [12, 13, 60, 61, 5_000])
def test_many_rows_are_cut_with_a_count(count):
    """Thousands of records show their first and tell how many more there are."""
    sources = Catalog(Source(id=f"s{n}", title=f"T{n}") for n in range(count)).sources
    text, html = repr(sources), sources._repr_html_()

    assert f"Sources: {count:,} sources" == text.splitlines()[0]
    assert min(count, 12) == len(re.findall(r"^  s\d+ ", text, re.MULTILINE))
    assert (f"… {count - 12:,} more" in text) is (count > 12)
    assert min(count, 60) + 1 == html.count("<tr>")
    assert (f"… {count - 60:,} more" in html) is (count > 60)
    assert ("more</div>" in html) is (count > 60)


def test_a_long_name_is_cut_in_a_terminal():
    """A name of ten thousand letters takes a line, not a screen."""
    text = repr(hostile("x" * 10_000).organizations)

    assert 3 == len(text.splitlines())
    assert "x…" in text


# -- hostile names -------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_text_in_html(text):
    """No name becomes an element, an attribute, a comment or a style."""
    for each in shown(hostile(text)):
        reader = check_html(each._repr_html_())
        joined = "".join(reader.cells)
        if text.isprintable():
            assert text in joined or each.__class__ is summitry.Memberships


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_does_not_steer_a_terminal(text):
    """No name moves the cursor, turns the direction or breaks the line."""
    for each in shown(hostile(text)):
        check_text(repr(each))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_does_not_steer_a_terminal_in_a_difference(text):
    """What changed is told in lines of its own making."""
    body = Organization(id="CLUB", name="Club")
    difference = Catalog([body]).diff(Catalog([attrs.evolve(body, name=text)]))

    assert 2 == len(str(difference).splitlines())
    check_text("\n".join(line[:200] for line in str(difference).split("\n")))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_does_not_steer_a_terminal_in_a_message(text):
    """The candidates of an error are told in one line."""
    two = Catalog(Source(id=f"s{n}", title=text) for n in range(2))

    with pytest.raises(MultipleFound) as caught:
        two.sources.one()
    assert 1 == len(str(caught.value).splitlines())
    check_text(str(caught.value)[:200])


@given(texts())
def test_any_text_is_shown_safely(text):
    """Whatever a name is, both views hold only what is ours."""
    for each in shown(hostile(text)):
        check_html(each._repr_html_())
        check_text(repr(each))


# -- one record ----------------------------------------------------------------


def cells(record):
    """The title of a record's card, and its fields with their values."""
    title, *rest = check_card(record._repr_html_()).cells
    return title, dict(zip(rest[::2], rest[1::2], strict=True))


def check_card(text):
    """Nothing but our own elements and attributes, all of them closed."""
    reader = Reader(text.replace("<br>", "\n"))
    field = {tag for tag in reader.tags if tag[0] == "th"}

    assert set(reader.tags) - field <= OURS
    assert field <= {("th", ("scope", "row"), ("style", STYLE_OF_FIELD))}
    assert [] == reader.open
    assert [] == reader.others
    return reader


STYLE_OF_FIELD = (
    "font-weight:600;white-space:nowrap;border-bottom:1px solid rgba(128,128,128,.35)"
)


def test_a_card_says_what_the_record_says():
    """The title is what tells the record from others; words are words."""
    spell = MemberState(
        organization="OSCE",
        state="MNG",
        status="dialogue_partner",
        since="2004",
        note="!",
    )
    title, fields = cells(spell)

    assert "MemberState: OSCE MNG dialogue_partner active 2004" == title
    assert fields == {
        "organization": "OSCE",
        "state": "MNG",
        "status": "dialogue partner",
        "standing": "active",
        "since": "2004",
        "note": "!",
    }


def test_small_values_stand_on_a_line_each():
    """Names, coverage and delegations, with their times behind them."""
    body = Organization(
        id="CLUB",
        name="Club",
        names=[
            summitry.Name(text="Cercle", language="fr"),
            summitry.Name(text="Ring", until="1950"),
        ],
        acronyms=["C", "K"],
        ids={"wikidata": "Q1", "cow": "CL"},
        coverage=[summitry.Coverage(of="members", since="1950")],
    )
    title, fields = cells(body)

    assert "Organization: CLUB" == title
    assert "Cercle, fr\nRing (../1950)" == fields["names"]
    assert "C, K" == fields["acronyms"]
    assert "cow CL, wikidata Q1" == fields["ids"]
    assert "members (1950/..)" == fields["coverage"]


def test_a_small_value_has_a_card_too():
    """Of what has no name of its own the type is the title."""
    place = Place(city="Baku", state="AZE")

    assert ("Place", {"city": "Baku", "state": "AZE"}) == cells(place)
    assert ("Place", {}) == cells(Place())


@pytest.mark.parametrize("count, expected", [(12, 12), (13, 13), (50, 13)])
def test_many_delegations_are_cut_with_a_count(count, expected):
    """A summit of fifty is not a wall of text."""
    codes = sorted(state.code for state in summitry.load().states)[:count]
    summit = Summit(id="s", name="S", delegations=[Delegation(state=c) for c in codes])
    lines = cells(summit)[1]["delegations"].split("\n")

    assert expected == len(lines)
    assert (f"… {count - 12:,} more" == lines[-1]) is (count > 12)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_text_in_a_card(text):
    """No name in one record becomes an element, an attribute or a link."""
    for record in hostile(text):
        check_card(record._repr_html_())


def test_every_record_of_the_catalogue_has_a_card(world):
    """And each fetches nothing, runs nothing, and links to nothing."""
    for name in SHOWN:
        for record in getattr(world, name)[:50]:
            check_card(record._repr_html_())


# -- light and dark ------------------------------------------------------------


def test_colours_come_from_the_page(small):
    """Text and ground are the page's own; only lines have a translucent grey."""
    style = re.search("<style>(.*?)</style>", small.memberships._repr_html_())[1]
    declared = re.findall(r"([a-z-]+):([^;}]+)", style)
    colours = [v for k, v in declared if k in {"color", "background"}]
    lines = [v for k, v in declared if k.startswith("border") and k != "border-collapse"]

    assert {"inherit", "transparent"} == set(colours)
    assert lines
    grey = r"0|\dpx solid rgba\(128,128,128,\.\d+\)"
    assert all(re.fullmatch(grey, value) for value in lines)
    assert not re.search(r"#[0-9a-fA-F]{3}|rgb\(|hsl\(|url\(|@import|!important", style)


def test_the_style_is_for_our_tables_only(small):
    """Every rule is under our own class: the page around is left alone."""
    style = re.search("<style>(.*?)</style>", small.memberships._repr_html_())[1]
    selectors = [s for rule in re.findall(r"([^{}]+)\{", style) for s in rule.split(",")]

    assert selectors
    assert all(selector.startswith(".summitry") for selector in selectors)


def test_no_script_and_no_address(world):
    """A view fetches nothing and runs nothing."""
    for name in SHOWN:
        html = getattr(world, name)._repr_html_()
        reader = check_html(html)
        assert all(
            key in {"class", "scope"}
            for _, *attributes in reader.tags
            for key, _ in attributes
        )
