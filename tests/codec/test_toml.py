"""TOML: its own days, its two ways to write a table, its limits."""

from __future__ import annotations

import sys

import pytest

import summitry

from small import SMALL
from summitry import Catalog, PartialDate, Source
from summitry.errors import DocumentError, MissingExtra


def loads(text):
    """Read a text."""
    return summitry.loads(text, format="toml")


def only(text):
    """The code, path, line and message of the one problem of a text."""
    with pytest.raises(DocumentError) as caught:
        loads(text)
    (problem,) = caught.value.problems
    return str(problem.code), problem.path, problem.line, problem.message


# -- days --------------------------------------------------------------------------------


def test_a_day_of_its_own():
    """It is read as the text that other formats have, wherever it stands."""
    text = """
    summitry = 1
    as_of = 2024-05-31
    sources = [{ id = "a", title = "A", published = 1961-09-01 }]
    [[organizations]]
    id = "CLUB"
    name = "Club"
    since = 1961-09-01
    [[organizations.names]]
    text = "Le Club"
    since = 1961-09-02
    """
    catalog = loads(text)
    body = catalog.organization("CLUB")

    assert PartialDate("2024-05-31") == catalog.as_of
    assert PartialDate("1961-09-01") == body.since
    assert PartialDate("1961-09-02") == body.names[0].since


@pytest.mark.parametrize(
    "value, says",
    [
        ("1961-09-01T10:00:00", "is a moment, not a day"),
        ("1961-09-01 10:00:00", "is a moment, not a day"),
        ("1961-09-01T10:00:00Z", "is a moment, not a day"),
        ("1961-09-01T10:00:00.5+02:00", "is a moment, not a day"),
        ("10:00:00", "is of type time"),
        ("1961", 'written as text: "1961"'),
        ("1961.5", "is of type float"),
        ("true", "is of type bool"),
        ("nan", "is of type float"),
        ("[1961-09-01]", "is of type list"),
    ],
)
def test_what_is_no_day(value, says):
    """A moment, a time of day, a year that is a number: the message says what it is."""
    code, path, _, message = only(f"summitry = 1\nas_of = {value}\n")

    assert ("SMT102", "as_of") == (code, path)
    assert says in message


def test_a_day_that_is_none():
    """The line is named."""
    code, path, line, message = only("summitry = 1\nas_of = 2023-02-29\n")

    assert ("SMT101", "$", 2) == (code, path, line)
    assert message.startswith("not TOML: ")


def test_a_day_where_a_text_is_expected():
    """It is taken as the text that was written."""
    assert "1961-09-01" == loads("summitry = 1\nversion = 1961-09-01").version


# -- tables --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        'sources = [{id = "a", title = "A"}, {id = "b", title = "B"}]',
        '[[sources]]\nid = "a"\ntitle = "A"\n[[sources]]\nid = "b"\ntitle = "B"\n',
        '[[sources]]\nid = "a"\n"title" = \'A\'\n[[ sources ]]\nid="b"\ntitle="""\nB"""',
        'sources = [\n  # the first\n  {id = "a", title = "A"},\n  {id="b", title="B"},\n]',
    ],
)
def test_ways_to_write_records(text):
    """Inline tables and arrays of tables, keys and texts in any quotes."""
    expected = Catalog([Source(id="a", title="A"), Source(id="b", title="B")])

    assert expected == loads(f"summitry = 1\n{text}")


def test_dotted_keys_and_tables_within():
    """A place, and ids, are tables of their own."""
    text = """
    summitry = 1
    [[organizations]]
    id = "CLUB"
    name = "Club"
    seat.city = "Bergen"
    seat.state = "NOR"
    [organizations.ids]
    wikidata = "Q1"
    """
    body = loads(text).organization("CLUB")

    assert ("Bergen", "NOR", "Q1") == (
        body.seat.city,
        body.seat.state,
        body.ids["wikidata"],
    )


@pytest.mark.parametrize(
    "text, code, path",
    [
        ('[sources]\nid = "a"', "SMT102", "sources"),
        ("sources = [[]]", "SMT102", "sources[0]"),
        ('sources = [{id = "a", title = "A", "b.c" = 1}]', "SMT103", "sources[0].'b.c'"),
        ('sources = [{id = "a", title = "A", b.c = 1}]', "SMT103", "sources[0].b"),
        ('sources = [{id = "a", title = ""}]', "SMT105", "sources[0].title"),
        ("sumits = []", "SMT103", "sumits"),
        ('version = "\\u0000"', "SMT105", "version"),
    ],
)
def test_a_problem_within(text, code, path):
    """The path is that of the same value in a JSON document."""
    assert (code, path) == only(f"summitry = 1\n{text}")[:2]


# -- what is no TOML ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "text, line",
    [
        ('version = "x"\nversion = "y"\nas_of = "2001"\n', 3),
        ('version = "x"\nversion = "y"\n', 3),
        ('version = "x"\nversion = "y"', 3),
        ("summitry = 1", 2),
        ('[[sources]]\nid = "a"\nid = "b"\n', 4),
        ('sources = [{id = "a", id = "b"}]\n', 2),
        ("[sources]\n[sources]\n", 3),
        ("sources = []\n[[sources]]\n", 3),
        ("version = x\n", 2),
        ('version = "x', 2),
        ('version = "x\n', 2),
        ("version\n", 2),
        ("version = \n\n", 2),
        ("= 1\n", 2),
        ('version = "\\ud800"\n', 2),
        ('version = "x"\ras_of = "2001"\n', 2),
        ("version = 01\n", 2),
        ("\x07", 2),
        ("version = [", 2),
    ],
    ids=ascii,
)
def test_what_is_no_toml(text, line):
    """Keys and tables that stand twice among it: the line is named, also the last."""
    code, path, at, message = only(f"summitry = 1\n{text}")

    assert ("SMT101", "$", line) == (code, path, at)
    assert message.startswith("not TOML: ")


def test_the_line_where_a_file_ends_early():
    """Empty lines at its end are not counted."""
    assert 2 == only("summitry = 1\nversion = [\n\n\n")[2]


def test_what_is_not_utf_8():
    """The byte is named."""
    assert "not UTF-8 text: byte 0 is 0xff" == only(b"\xff")[3]


@pytest.mark.parametrize(
    "data",
    [
        b'summitry = 1\r\nversion = """a\r\nb"""\r\n# a comment\r\n',
        b'\xef\xbb\xbfsummitry = 1\nversion = "a\\nb"',
        b'summitry = 0x1\nversion = """\\\n   a\nb"""',
    ],
)
def test_line_ends_and_marks(data):
    """What an editor on Windows writes is the same text."""
    assert "a\nb" == loads(data).version


@pytest.mark.parametrize("text", ["", "\n", "# a comment"])
def test_an_empty_file(text):
    """It is a table that says no version."""
    assert ("SMT104", "summitry") == only(text)[:2]


# -- too much ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "a." * 10_000 + "b = 1",
        "a . " * 10_000 + "b = 1",
        '"a".' * 10_000 + "b = 1",
        "[" + "a." * 10_000 + "b]\nc = 1",
        "[[" + "a." * 10_000 + "b]]\nc = 1",
        "x = {" + "a." * 10_000 + "b = 1}",
        "x = " + "[" * 100_000,
        "x = " + "[" * 10_000 + "]" * 10_000,
        "x = " + "{a = " * 10_000 + "1" + "}" * 10_000,
    ],
    ids=lambda text: text[:10],
)
def test_deep_nesting(text):
    """Ten thousand levels, in keys and in values, are refused with one word."""
    code, path, _, message = only(f"summitry = 1\n{text}\n")

    assert ("SMT101", "$") == (code, path)
    assert "nested too deeply to be a document" == message


def test_dots_that_are_no_depth():
    """A text or a comment with many of them is as good as any."""
    dots = "a." * 1000
    text = f"summitry = 1 # {dots}\nversion = \"{dots}\"\nsources = [{{id = 'a', title = '{dots}'}}]"

    assert dots == loads(text).version


@pytest.mark.parametrize("digits", [4301, 100_000])
def test_a_huge_number(digits):
    """It is refused, not computed."""
    code, path, _, message = only(f"summitry = 1\nversion = {'9' * digits}\n")

    assert ("SMT101", "$") == (code, path)
    assert len(message) < 250


def test_a_huge_number_in_another_base():
    """Python reads it, and cannot show it."""
    code, path, _, message = only(f"summitry = 1\nversion = 0x{'f' * 5000}\n")

    assert ("SMT102", "version") == (code, path)
    assert len(message) < 250


# -- without the extra -----------------------------------------------------------------


def test_without_tomli_w(monkeypatch, tmp_path):
    """Writing names the extra and writes nothing; reading needs none."""
    text = summitry.dumps(SMALL, format="toml")
    monkeypatch.setitem(sys.modules, "tomli_w", None)

    with pytest.raises(MissingExtra, match=r"writing TOML.*tomli-w.*summitry\[toml\]"):
        summitry.dumps(SMALL, format="toml")
    with pytest.raises(MissingExtra):
        summitry.write(SMALL, tmp_path / "mine.toml")
    assert [] == list(tmp_path.iterdir())
    assert SMALL == loads(text)
