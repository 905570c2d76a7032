"""YAML by the rules of version 1.2, and nothing that YAML can do beyond data."""

from __future__ import annotations

import builtins
import sys

import pytest
import yaml

from hypothesis import given
from hypothesis import strategies as st

import summitry

from small import SMALL
from summitry import Catalog, Source
from summitry.codec.formats import yaml as yaml_format
from summitry.codec.limits import DEEPEST
from summitry.errors import DocumentError, MissingExtra


def loads(text):
    """Read a text."""
    return summitry.loads(text, format="yaml")


def dumps(catalog):
    """Write a text."""
    return summitry.dumps(catalog, format="yaml")


def problems(text):
    """What is wrong with a text."""
    with pytest.raises(DocumentError) as caught:
        loads(text)
    return caught.value.problems


def only(text):
    """The code, path and line of the one problem of a text, and its message."""
    (problem,) = problems(text)
    return str(problem.code), problem.path, problem.line, problem.message


def read_version(scalar):
    """What is read of a scalar where a text is expected."""
    return loads(f"summitry: 1\nversion: {scalar}\n").version


# -- scalars ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "scalar",
    [
        *["no", "No", "NO", "yes", "on", "off", "y", "n", "nULL", "tRUE", "nil", "None"],
        *["1961-09-01", "1961-09", "1961-09-01T10:00:00Z", "12:30:45", "190:20:30"],
        *["0b1", "1_000", "0o8", "0x", "0xg", "0O7", "-0x1", "1e", "e5", ".", "..", "-a"],
        *["+.", "1.2.3", "inf", "nan", "NaN", "+.nan", ".Nan", "٣", "=", "<<", "1961?"],
        *["19XX", "1961~", "x:y", "a b", "\\n", "http://example.org/#a"],
    ],
)
def test_a_scalar_that_is_text(scalar):
    """Also what version 1.1 took for a truth, a day, a time or a number."""
    assert scalar == read_version(scalar)


def test_norwegian_is_a_language():
    """Not the opposite of yes."""
    text = (
        "summitry: 1\norganizations:\n- id: A\n  name: A\n"
        "  names:\n  - text: Klubben\n    language: no\n    since: 1961-09-01\n"
    )
    (name,) = loads(text).organization("A").names

    assert ("no", "1961-09-01") == (name.language, str(name.since))


@pytest.mark.parametrize("scalar", ["~", "", "null", "Null", "NULL"])
def test_a_scalar_that_is_nothing(scalar):
    """As if the key were not there."""
    assert read_version(scalar) is None


@pytest.mark.parametrize(
    "scalar, value",
    [
        *[("true", "True"), ("True", "True"), ("FALSE", "False"), ("false", "False")],
        *[("0", "0"), ("1961", "1961"), ("+1", "1"), ("-1", "-1"), ("017", "17")],
        *[("0o17", "15"), ("0x1f", "31"), ("0xFF", "255")],
        *[("1e5", "100000.0"), ("1E-2", "0.01"), (".5", "0.5"), ("5.", "5.0")],
        *[("-1.5e+1", "-15.0"), ("1e400", "inf")],
        *[(".nan", "nan"), (".NaN", "nan"), (".NAN", "nan")],
        *[(".inf", "inf"), ("-.INF", "-inf"), ("+.Inf", "inf")],
        ("1" * 1000 + ".0", "inf"),
    ],
)
def test_a_scalar_that_is_no_text(scalar, value):
    """Numbers and truths in every spelling are told as what they are."""
    (problem,) = problems(f"summitry: 1\nversion: {scalar}\n")

    assert ("SMT102", "version", value, 2) == (
        problem.code,
        problem.path,
        problem.value,
        problem.line,
    )


@pytest.mark.parametrize("digits", [4301, 100_000])
def test_a_number_of_thousands_of_digits(digits):
    """It is refused at once, and cut in the message."""
    code, path, line, message = only(f"summitry: 1\nversion: {'9' * digits}\n")

    assert ("SMT101", "$", 2) == (code, path, line)
    assert message.endswith("is no number that can be read")
    assert len(message) < 200


def test_a_year_is_not_a_date():
    """The message says how to write it."""
    text = "summitry: 1\nmember_states:\n- {organization: A, state: ISL, since: 1961}\n"
    code, path, line, message = only(text)

    assert ("SMT102", "member_states[0].since", 3) == (code, path, line)
    assert 'written as text: "1961"' in message
    assert "1961" == str(next(iter(loads(text.replace("1961", "'1961'")))).since)


@pytest.mark.parametrize(
    "spelling, text",
    [
        ("'1961'", "1961"),
        ('"1961"', "1961"),
        ("!!str 1961", "1961"),
        ("! 1961", "1961"),
        ("!!str", ""),
        ("!<tag:yaml.org,2002:str> true", "true"),
        ('"\\u00e9\\x41\\t"', "éA\t"),
        ("'it''s'", "it's"),
        ("x # a comment", "x"),
        ("x#y", "x#y"),
        ("a\n  b", "a b"),
        ("|\n  a\n  b", "a\nb\n"),
        ("|-\n  a\n  b", "a\nb"),
        (">-\n  a\n  b\n\n  c", "a b\nc"),
        ("&anchor x", "x"),
        ("\tx", "x"),
    ],
)
def test_a_spelling_of_text(spelling, text):
    """Quotes, the tag of text, blocks, comments, an anchor that nothing refers to."""
    if text:
        assert text == read_version(spelling)
    else:
        code, path, *_ = only(f"summitry: 1\nversion: {spelling}\n")
        assert ("SMT105", "version") == (code, path)


LIKE_MORE = (
    *["no", "yes", "on", "y", "true", "True", "FALSE", "null", "Null", "~", "1961"],
    *[
        "-1",
        "+1",
        "017",
        "0o17",
        "0x1f",
        "0b1",
        "1e5",
        "1E5",
        ".5",
        "5.",
        "1_000",
        "1:30",
    ],
    *[".nan", ".inf", "-.INF", "1961-09-01", "1961-09-01T10:00:00Z", "=", "<<", "-", "?"],
    *["- a", "? a", "a: b", "a #b", "#", "&a", "*a", "!a", "!!str a", "|", ">", "%", "@"],
    *[
        "`a",
        "'",
        '"',
        "''",
        "[]",
        "{}",
        "[a",
        "}",
        ",",
        "---",
        "...",
        "--- a",
        " a",
        "a ",
    ],
    *["\n", "a\n", "\na", "a\n\nb\n", "\ta", "\ufeffa", "a\u2028b", "a\x85b", "\u00a0"],
    *[
        "\U0001f1f3\U0001f1f4",
        "\ufffe",
        "\uffff",
        "\x80",
        "\x9f",
        "9" * 5000,
        "a " * 40_000,
    ],
)


@pytest.mark.parametrize("text", LIKE_MORE, ids=lambda text: ascii(text[:20]))
@pytest.mark.parametrize("library", ["C", "Python"])
def test_a_text_that_looks_like_more(monkeypatch, library, text):
    """It is quoted when it is written, and read as the text that it is."""
    if library == "Python":
        without_libyaml(monkeypatch)
    given_texts = [text] if text.strip() else [f"x{text}x"]
    body = summitry.Organization(id="A", name=given_texts[0], acronyms=given_texts)
    catalog = Catalog([body], version=given_texts[0])

    again = loads(dumps(catalog))

    assert catalog == again
    assert given_texts[0] == again.version


@given(st.text("01789eExXobaftrunlysANIF.+-~:_<=", min_size=1, max_size=6))
def test_any_text_like_a_number_or_a_word(text):
    """Whatever is made of the characters that mean something."""
    assert text == loads(dumps(Catalog(version=text))).version


def without_libyaml(monkeypatch):
    """Let PyYAML be as where it was built without its library in C."""
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    monkeypatch.delattr(yaml, "CSafeDumper", raising=False)
    monkeypatch.setattr(yaml_format, "_dumper", yaml_format._dumper.__wrapped__)


def test_without_the_library_in_c(monkeypatch):
    """All is read, written and explained as with it."""
    text = dumps(SMALL)
    without_libyaml(monkeypatch)

    assert SMALL == loads(text) == loads(dumps(SMALL))
    assert ("SMT103", "versio", 2) == only("summitry: 1\nversio: x")[:3]


# -- keys ------------------------------------------------------------------------------

SOURCE = "summitry: 1\nsources:\n- id: a\n  title: A\n"


@pytest.mark.parametrize(
    "text, path, line",
    [
        ("summitry: 1\nsummitry: 1\n", "summitry", 2),
        (SOURCE + "  title: B\n", "sources[0].title", 5),
        (SOURCE + "  'title': B\n", "sources[0].title", 5),
        (SOURCE + '  "t\\x69tle": B\n', "sources[0].title", 5),
        (SOURCE + "sources: []\n", "sources", 5),
        ("summitry: 1\nsources: [\n{id: a, title: x,\ntitle: y}]", "sources[0].title", 4),
    ],
)
def test_a_key_that_stands_twice(text, path, line):
    """It is named with the line of its second appearance."""
    assert ("SMT110", path, line) == only(text)[:3]


def test_a_key_that_stands_three_times():
    """It is told once, as in JSON; the others are told as well."""
    text = SOURCE + "  title: B\n  title: C\n  id: b\n"

    assert [("sources[0].title", 5), ("sources[0].id", 7)] == [
        (problem.path, problem.line) for problem in problems(text)
    ]


def test_the_same_key_in_two_objects():
    """Each object has its own."""
    text = SOURCE + "- id: b\n  title: A\n"

    assert Catalog([Source(id="a", title="A"), Source(id="b", title="A")]) == loads(text)


@pytest.mark.parametrize(
    "key", ["? [a]\n", "? {a: 1}\n", "? - a\n", "[a, b]", "{a: b}", "? []\n"]
)
def test_a_key_that_is_no_word(key):
    """A list or an object names no field."""
    code, path, line, message = only(f"summitry: 1\n{key}: 1\n")

    assert ("SMT101", "$", 2) == (code, path, line)
    assert "a key is a word, not a list or an object" == message


@pytest.mark.parametrize(
    "key, path",
    [
        ("1", "'1'"),
        ("1961-09-01", "'1961-09-01'"),
        ("~", "'~'"),
        ("true", "true"),
        ("null", "null"),
        ('""', "''"),
        ("a.b", "'a.b'"),
        ("a b", "'a b'"),
        ("<<", "'<<'"),
        ("!!str a", "a"),
    ],
)
def test_a_key_is_always_text(key, path):
    """What would be a number as a value is a name that no field has."""
    assert ("SMT103", path, 2) == only(f"summitry: 1\n{key}: 1\n")[:3]


def test_a_merge_key_merges_nothing():
    """It is not of YAML 1.2: a key as any other, that no record has."""
    text = "summitry: 1\nsources:\n- <<: {title: A}\n  id: a\n"

    assert [
        ("SMT103", "sources[0].'<<'", 3),
        ("SMT104", "sources[0].title", 3),
    ] == sorted(
        (str(problem.code), problem.path, problem.line) for problem in problems(text)
    )


# -- tags and aliases --------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [
        "!!python/object/apply:os.system ['exit 3']",
        "!!python/object/new:os.system ['exit 3']",
        "!!python/object/apply:builtins.print [x]",
        "!!python/name:os.system x",
        "!!python/module:antigravity x",
        "!!python/tuple [a]",
        "!!binary aGFsbG8=",
        "!!int '3'",
        "!!float 3",
        "!!timestamp 1961-09-01",
        "!!null x",
        "!!omap [a: 1]",
        "!!set {a}",
        "!!map {a: 1}",
        "!!seq [a]",
        "!!str [a]",
        "!own x",
        "!<tag:example.org,2000:x> x",
    ],
)
@pytest.mark.parametrize("place", ["value", "key"])
def test_a_tag_is_refused_and_runs_nothing(monkeypatch, value, place):
    """Neither by a value nor by a key; those that change nothing are let pass."""
    called = []
    monkeypatch.setattr("os.system", called.append)
    monkeypatch.setattr(builtins, "print", called.append)
    line = f"version: {value}" if place == "value" else f"? {value}\n: x"
    code, path, at, message = only(f"summitry: 1\n{line}\n")

    if value.startswith(("!!map", "!!seq")):
        expected = ("SMT102", "version") if place == "value" else ("SMT101", "$")
        assert expected == (code, path)
    else:
        assert ("SMT101", "$") == (code, path)
        assert message.startswith("the tag '")
    assert 2 == at
    assert not called
    assert "antigravity" not in sys.modules


def test_tags_of_a_list_and_an_object():
    """Those of what is there anyway may be said."""
    text = "--- !!map\nsummitry: 1\nsources: !!seq\n- !!map {id: a, title: !!str A}\n"

    assert Catalog([Source(id="a", title="A")]) == loads(text)


def test_an_alias():
    """What it stands for has to be written out."""
    text = "summitry: 1\nsources:\n- &a {id: a, title: A}\n- *a\n"

    assert (
        "SMT101",
        "$",
        4,
        "the alias *a is not followed; write out what it means",
    ) == only(text)


@pytest.mark.parametrize("text", ["summitry: &a [*a]\n", "&a {*a : 1}\n", "&a [*a]\n"])
def test_an_alias_of_what_it_is_in(text):
    """Nothing is ever within itself."""
    assert ("SMT101", "$", 1) == only(text)[:3]


def test_a_billion_laughs():
    """No list of lists of lists is ever built: the first alias is refused."""
    lines = ["summitry: 1", "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    for level in range(1, 30):
        aliases = ", ".join([f"*a{level - 1}"] * 10)
        lines.append(f"a{level}: &a{level} [{aliases}]")
    code, path, line, message = only("\n".join(lines))

    assert ("SMT101", "$", 3) == (code, path, line)
    assert message.startswith("the alias *a0 is not followed")


# -- the file as a whole -----------------------------------------------------------------


@pytest.mark.parametrize(
    "text, line",
    [
        ("summitry: 1\n---\nsummitry: 1\n", 2),
        ("---\nsummitry: 1\n...\n---\n", 4),
        ("summitry: 1\n--- x\n", 2),
    ],
)
def test_a_second_document(text, line):
    """A file holds one."""
    code, path, at, message = only(text)

    assert ("SMT101", "$", line) == (code, path, at)
    assert "a second document begins; a file holds one" == message


@pytest.mark.parametrize(
    "text",
    [
        "summitry: 1",
        "summitry: 1\n...\n",
        "--- # one\nsummitry: 1\n",
        "%YAML 1.2\n---\nsummitry: 1\n",
        "%YAML 1.1\n---\nsummitry: 1\n",
        "# a comment\n\n\nsummitry: 1 # another\n# a third",
        "\ufeffsummitry: 1\n",
        "summitry: 1\r\n# a comment\r\n",
        "summitry: 1\r",
        "summitry:\t1",
        '{"summitry": 1}',
        '{"summitry":1,\n\t"sources":[]}',
        "{summitry: 1}",
        "summitry:\n  1\n",
        "? summitry\n: 1\n",
        "$schema: x\nsummitry: 1\n",
        "summitry: 0x1",
    ],
)
def test_a_spelling_of_an_empty_catalogue(text):
    """Directives, comments, ends of lines, JSON within YAML, one number in another base."""
    assert Catalog() == loads(text)


def test_windows_line_ends_are_no_part_of_a_text():
    """Nor in a block, where they are kept as plain ends of lines."""
    text = "summitry: 1\r\nversion: |\r\n  a\r\n  b\r\n"

    assert "a\nb\n" == loads(text).version


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# only a comment\n", "\ufeff", "%YAML 1.2\n"]
)
def test_an_empty_file(text):
    """It is said what was expected."""
    code, path, _, message = only(text)

    assert ("SMT101", "$") == (code, path)
    if not text.startswith("%"):
        assert "empty; expected a document such as summitry: 1" == message


@pytest.mark.parametrize(
    "text, what",
    [
        ("---\n", "null"),
        ("~", "null"),
        ("[]", "an array"),
        ("x", "a str"),
        ("3", "an int"),
    ],
)
def test_a_document_that_is_no_mapping(text, what):
    """What it is instead is said."""
    assert only(text)[3].endswith(f", not {what}")


@pytest.mark.parametrize(
    "text, line",
    [
        ("\tsummitry: 1\n", 1),
        ("summitry: 1\nsources:\n\t- id: a\n", 3),
        ("summitry: 1\nversion: @x\n", 2),
        ("summitry: 1\nversion: `x\n", 2),
        ("summitry: 1\nversion: 'x\n\n", 4),
        ("summitry: 1\nversion: - x\n", 2),
        ("summitry: 1\nversion: a: b\n", 2),
        ("summitry: 1\n version: x\n", 2),
        ('summitry: 1\nversion: "\\q"\n', 2),
        ('summitry: 1\nversion: "\\ud800"\n', 2),
        ("summitry: 1\nversion: !x!y z\n", 2),
        ("summitry: 1\nversion: *\n", 2),
        ("summitry: 1\nversion: a\nb\nc: d\n", 4),
        ("summitry: 1\nversion: \x07\n", 2),
        ("summitry: 1\n# é é é é\nversion: é\x07\n", 3),
        ("\x00", 1),
        ("summitry: 1\nversion: \ufffe\n", 2),
        ("summitry: 1\nversion: \x7f\n", 2),
    ],
    ids=ascii,
)
def test_what_is_no_yaml(text, line):
    """The line where it ceases to be is named, also that of a character not allowed."""
    code, path, at, message = only(text)

    assert ("SMT101", "$", line) == (code, path, at)
    assert message.startswith("not YAML: ")
    assert "\n" not in message


@pytest.mark.parametrize(
    "data",
    [
        b"summitry: 1\nversion: \xff\n",
        "summitry: 1".encode("utf-16"),
        "summitry: 1\nversion: é".encode("latin-1"),
        b"summitry: 1\nversion: \xed\xa0\x80\n",
    ],
)
def test_what_is_not_utf_8(data):
    """The byte is named; no other encoding is guessed."""
    code, path, _, message = only(data)

    assert ("SMT101", "$") == (code, path)
    assert "not UTF-8 text: byte " in message


@pytest.mark.parametrize(
    "opening",
    ["[", "{a: ", "- ", "? ", "[{", "{? ["],
    ids=["seq", "map", "-", "?", "2", "3"],
)
def test_a_hundred_thousand_levels(opening):
    """Depth is bounded before it costs anything."""
    code, path, line, _ = only("summitry: 1\nx:\n  " + opening * 100_000)

    assert ("SMT101", "$", 3) == (code, path, line)


def test_the_deepest_that_is_read():
    """One level more is refused."""
    code, *_, message = only("[" * DEEPEST + "]" * DEEPEST)
    assert ("SMT102", True) == (code, message.endswith("not an array"))
    code, *_, message = only("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))
    assert ("SMT101", "nested too deeply to be a document") == (code, message)


# -- lines -----------------------------------------------------------------------------

DOCUMENT = """\
# a catalogue
summitry: 1
version: 7

organizations:
- id: CLUB
  name: Club
  # a comment
  names:
  - text: Le Club
    language: '!'
    since: 1961

  ids: {wikidata: 1}
- name: Other
summits:
  - {id: a, name: A,
     kind: ordinry,
     topics: [a,
       3]}
  -
    id: b
    name: |
      two
      lines
    statu: x
    delegations:
    - state: ISL
      representatives:
      - name: X
      - level: king
        name: Y
member_states: 3
"""


def test_the_line_of_each_problem():
    """At any depth and in any style; of what is missing, that of what lacks it."""
    assert [
        ("version", 3),
        ("organizations[0].names[0].language", 11),
        ("organizations[0].names[0].since", 12),
        ("organizations[0].ids", 14),
        ("organizations[1].id", 15),
        ("summits[0].kind", 18),
        ("summits[0].topics[1]", 20),
        ("summits[1].statu", 26),
        ("summits[1].delegations[0].representatives[1].level", 31),
        ("member_states", 33),
    ] == [(problem.path, problem.line) for problem in problems(DOCUMENT)]


def test_the_line_is_shown():
    """Whoever reads the error finds the place."""
    with pytest.raises(DocumentError, match="line 18"):
        loads(DOCUMENT)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_the_lines_of_other_systems(end):
    """They are counted alike."""
    expected = [problem.line for problem in problems(DOCUMENT)]

    assert expected == [problem.line for problem in problems(DOCUMENT.replace("\n", end))]


def test_lines_are_counted_as_editors_count_them():
    """The breaks that only Unicode knows begin no line."""
    text = "summitry: 1\nversion: 'a\u2028b\x85c\u2029d'\nas_of: x\n"

    assert ("SMT107", "as_of", 3) == only(text)[:3]


def test_a_record_that_stands_twice():
    """The second is named with the line where it begins."""
    text = SOURCE + "\n- id: a\n  title: B\n"

    assert ("SMT108", "sources[1]", 6, "the same Source as sources[0]") == only(text)


# -- without the extra -------------------------------------------------------------------


def test_without_pyyaml(monkeypatch, tmp_path):
    """The extra is named, on reading and on writing, and nothing is written."""
    monkeypatch.setitem(sys.modules, "yaml", None)
    monkeypatch.setattr(yaml_format, "_dumper", yaml_format._dumper.__wrapped__)

    with pytest.raises(MissingExtra, match=r"PyYAML.*summitry\[yaml\]"):
        loads("summitry: 1")
    with pytest.raises(MissingExtra, match=r"PyYAML.*summitry\[yaml\]"):
        dumps(SMALL)
    with pytest.raises(MissingExtra):
        summitry.write(SMALL, tmp_path / "mine.yaml")
    assert [] == list(tmp_path.iterdir())
