"""Two ways to read one document: what the one takes or refuses, so does the other."""

from __future__ import annotations

import pytest

import summitry

from summitry import Catalog, Source, iter_records, read, write
from summitry.codec import document, streams, strict, versions
from summitry.codec.formats import jsonl
from summitry.errors import DocumentError


MANY = Catalog([Source(id=f"s{n}", title=f"title {n}") for n in range(20)])


@pytest.fixture
def second_version(monkeypatch):
    """A release whose shape is the second, in which titles are in capitals."""
    for module in (document, jsonl, streams, strict, versions):
        monkeypatch.setattr(module, "SCHEMA_VERSION", 2)

    def migrate(value):
        for source in value.get("sources", []):
            if isinstance(source.get("title"), str):
                source["title"] = source["title"].upper()
        return value

    monkeypatch.setattr(versions, "MIGRATIONS", {1: migrate})


@pytest.mark.parametrize("block", [16, 100, 1 << 17])
def test_an_older_stream_migrates_to_its_end(tmp_path, monkeypatch, request, block):
    """What the first line says holds for every stretch, however far from it."""
    monkeypatch.setattr(streams, "_BLOCK", block)
    file = tmp_path / "mine.jsonl"
    write(MANY, file)
    request.getfixturevalue("second_version")
    expected = [f"TITLE {n}" for n in range(20)]

    assert expected == [source.title for source in read(file).sources]
    assert expected == [source.title for source in iter_records(file)]


@pytest.mark.parametrize("block", [16, 1 << 17])
def test_a_bad_record_far_down_an_older_stream(tmp_path, monkeypatch, request, block):
    """It is told as in the whole: path, line and all."""
    monkeypatch.setattr(streams, "_BLOCK", block)
    file = tmp_path / "mine.jsonl"
    write(MANY, file)
    with file.open("ab") as stream:
        stream.write(b'{"type":"source","id":"X","title":3}\n')
    request.getfixturevalue("second_version")

    told = []
    for way in (read, lambda path: list(iter_records(path))):
        with pytest.raises(DocumentError) as caught:
            way(file)
        told.append(caught.value.problems)
    assert told[0] == told[1]
    assert [("sources[20].id", 22), ("sources[20].title", 22)] == sorted(
        (problem.path, problem.line) for problem in told[0]
    )


def test_blank_lines_before_the_first(tmp_path, monkeypatch):
    """However many, they are none."""
    monkeypatch.setattr(streams, "_BLOCK", 16)
    file = tmp_path / "mine.jsonl"
    write(MANY, file)
    file.write_bytes(b"\n" * 100 + file.read_bytes())

    assert MANY == read(file)
    assert list(MANY) == list(iter_records(file))

    file.write_bytes(file.read_bytes() + b'{"type":"source","id":"s"}\n')
    with pytest.raises(DocumentError, match=r"sources\[20\].title \(line 122\)"):
        list(iter_records(file))


@pytest.mark.parametrize(
    "name, text",
    [
        ("json", '{"summitry": 1, "version": "a", "version": "b", "version": "c"}'),
        ("yaml", "summitry: 1\nversion: a\nversion: b\nversion: c\n"),
        (
            "jsonl",
            '{"type":"document","summitry":1,"version":"a","version":"b","version":"c"}',
        ),
    ],
)
def test_a_key_that_stands_three_times_is_one_problem(name, text):
    """It is told once in every format."""
    with pytest.raises(DocumentError) as caught:
        summitry.loads(text, format=name)

    assert [("SMT110", "version")] == [p[:2] for p in caught.value.problems]


@pytest.mark.parametrize("tag", ["!!python/name:os.system", "!mine", "!!int"])
def test_a_tag_on_a_key_of_yaml(tag):
    """A key is refused with it as a value is."""
    pytest.importorskip("yaml")

    for text in (f"summitry: 1\n{tag} version: a", f"summitry: 1\nversion: {tag} a"):
        with pytest.raises(DocumentError, match=r"line 2\): the tag .* is not read"):
            summitry.loads(text, format="yaml")


@pytest.mark.parametrize(
    "text",
    [
        '"' + "a." * 999 + '"',
        "'" + "a." * 999 + "' # " + "a." * 999,
        '"""\n' + "a." * 999 + ' = ""\n' + "\\\\" + '"""""',
        "'''\n" + "a." * 999 + "\\''''",
        '"\\"' + "a." * 999 + '"',
    ],
)
def test_dots_in_a_text_of_toml_are_no_parts_of_a_key(text):
    """Nor those in a comment."""
    catalog = summitry.loads(f"summitry = 1\nversion = {text}\n", format="toml")

    assert "a." * 999 in catalog.version
