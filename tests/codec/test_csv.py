"""CSV: tables for spreadsheets, a description beside them, and what is wrong with either."""

from __future__ import annotations

import contextlib
import csv as stdlib_csv
import io
import json
import re
import stat
import threading
import zipfile

import pytest

from hypothesis import given, settings
from hypothesis import strategies as st

import summitry

from strategies import catalogs, records
from summitry import Catalog, MemberState, Organization, Place, Summit, dumps, loads, read
from summitry.codec.document import RECORD_TYPES, Document
from summitry.codec.formats import csv
from summitry.codec.tables import archive, cells
from summitry.errors import DocumentError, InvalidValue
from tables import BAD, GOOD, SPELL, said, said_of_json


SPELLS = "organization,state\nCLUB,ISL\nCLUB,NOR\n"


def files_of(catalog):
    """The files of a catalogue."""
    return csv.dumps_files(Document.of(catalog))


def lines_of(text):
    """The rows of a table."""
    return list(stdlib_csv.reader(io.StringIO(text.decode(), newline="")))


def refused(files, *, name="member_states.csv"):
    """The error of files, or of one table, that are not read."""
    if not isinstance(files, dict):
        files = {name: files if isinstance(files, bytes) else files.encode()}
    with pytest.raises(DocumentError) as caught:
        csv.loads_files(files, source="the folder")
    assert len(str(caught.value)) < 10_000
    return caught.value


def table(*rows):
    """Rows as the text of a table."""
    text = io.StringIO(newline="")
    stdlib_csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def cell(value):
    """A value of a plain document as the text of a cell."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        plain = all(re.fullmatch("[-A-Za-z]+", item) for item in value)
        return ";".join(value) if plain else json.dumps(value)
    return json.dumps(value) if isinstance(value, list | dict) else str(value)


def tables_of(document):
    """A plain document as files."""
    found = {}
    for key, records_of in document.items():
        rows = []
        for record in records_of:
            flat = {}
            for name, value in record.items():
                if name in ("place", "seat", "chair"):
                    flat |= {f"{name}.{inner}": cell(v) for inner, v in value.items()}
                else:
                    flat[name] = cell(value)
            rows.append(flat)
        names = list(dict.fromkeys(name for row in rows for name in row))
        lines = [[row.get(name, "") for name in names] for row in rows]
        found[f"{key}.csv"] = table(names, *lines)
    return found


# -- files, and back -----------------------------------------------------------------


def test_the_bundled_catalogue_comes_back(world, tmp_path):
    """As a folder, and as a zip of it."""
    assert world == csv.loads_files(files_of(world), source="").catalog()
    assert world == loads(dumps(world, format="csv"), format="csv")
    summitry.write(world, tmp_path / "world.csv")
    assert world == read(tmp_path / "world.csv")
    summitry.write(world, tmp_path / "world.zip")
    assert world == read(tmp_path / "world.zip")


@given(catalogs())
def test_every_catalogue_comes_back(catalog):
    """Whatever it holds."""
    document = Document.of(catalog)

    assert catalog == csv.loads_files(csv.dumps_files(document), source="").catalog()
    assert catalog == csv.loads(csv.dumps(document), source="").catalog()


@given(records())
@settings(max_examples=300)
def test_every_record_comes_back(record):
    """Each cell of its own kind."""
    catalog = Catalog([record])

    assert catalog == csv.loads_files(files_of(catalog), source="").catalog()


def test_a_file_for_each_type_that_there_is(world):
    """Called like the lists of a document."""
    files = files_of(world)
    full = [key for key in RECORD_TYPES if getattr(Document.of(world), key)]

    assert {"datapackage.json", *(f"{key}.csv" for key in full)} == set(files)
    assert "states.csv" not in files


def test_an_empty_catalogue_has_one_table():
    """A data package has one at the least, be it without rows."""
    files = files_of(Catalog())

    assert ["datapackage.json", "organizations.csv"] == sorted(files)
    assert 1 == len(lines_of(files["organizations.csv"]))
    assert Catalog() == csv.loads_files(files, source="").catalog()


def test_the_columns_of_a_table():
    """All of them, always; lists and places as documented; defaults written out."""
    summit = Summit(
        id="a",
        name='The "first", of two',
        organizations=["NAM", "UN"],
        number=1,
        place=Place(city="Oslo", state="NOR"),
        since="1961~",
        topics=["trade; aid", "peace"],
        sources=["x", "y"],
        note="=1+1\nand more",
    )
    header, row = lines_of(files_of(Catalog([summit]))["summits.csv"])

    assert {
        "id": "a",
        "name": 'The "first", of two',
        "organizations": "NAM;UN",
        "number": "1",
        "kind": "ordinary",
        "modality": "in_person",
        "happened": "held",
        "place.city": "Oslo",
        "place.state": "NOR",
        "host": "",
        "since": "1961~",
        "until": "",
        "chair.organization": "",
        "chair.state": "",
        "chair.representatives": "",
        "delegations": "",
        "topics": '["trade; aid", "peace"]',
        "outcomes": "",
        "sources": "x;y",
        "note": "'=1+1\nand more",
        "expected": "",
    } == dict(zip(header, row, strict=True))


def test_nothing_known_of_a_place_is_not_no_place():
    """The one is marked, the other empty; a city may have any name."""
    summits = [
        Summit(id="a", name="A", place=Place()),
        Summit(id="b", name="B"),
        Summit(id="c", name="C", place=Place(city="{}")),
    ]
    files = files_of(Catalog(summits))

    marks = [row[7:9] for row in lines_of(files["summits.csv"])[1:]]
    assert [["", "{}"], ["", ""], ["{}", ""]] == marks
    assert Catalog(summits) == csv.loads_files(files, source="").catalog()


def test_line_ends_and_encoding(world):
    """UTF-8, and the line ends of Unix."""
    for data in files_of(world).values():
        data.decode()
        assert b"\r" not in data
        assert data.endswith(b"\n")
        assert not data.startswith(b"\xef\xbb\xbf")


def test_the_same_zip_at_any_time(world):
    """No times, no order of a folder, nothing of the machine."""
    data = dumps(world, format="csv")

    assert data == dumps(
        Catalog(world, as_of=world.as_of, version=world.version), format="csv"
    )
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        assert found.namelist() == sorted(found.namelist())
        assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in found.infolist()}


def test_a_subclass_is_refused():
    """What its own fields say would be lost."""

    class Spell(MemberState):
        pass

    with pytest.raises(InvalidValue, match="Spell cannot be put in a table"):
        files_of(Catalog([Spell(**SPELL)]))


# -- what spreadsheets do ------------------------------------------------------------


FORMULAS = "=+-@\t\r\n＝＋－＠"


@given(st.text(st.sampled_from("'" + FORMULAS + "a ")) | st.text())
def test_no_text_is_a_formula(text):
    """On writing; and whatever was written comes back."""
    guarded = cells.guard(text)

    assert guarded[:1] not in tuple(FORMULAS)
    assert text == cells.unguard(guarded)
    assert guarded in (text, f"'{text}")


@pytest.mark.parametrize(
    "text, guarded",
    [
        ("=1+1", "'=1+1"),
        ("'=1+1", "''=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("'s-Gravenhage", "'s-Gravenhage"),
        ("''", "''"),
        ("1-2", "1-2"),
    ],
)
def test_what_is_guarded(text, guarded):
    """One apostrophe before what looks like a formula, and before nothing else."""
    assert guarded == cells.guard(text)
    assert text == cells.unguard(guarded)


@given(catalogs())
def test_no_cell_is_a_formula(catalog):
    """In no table, whatever the records hold."""
    for name, data in files_of(catalog).items():
        if name.endswith(".csv"):
            starts = {text[:1] for row in lines_of(data) for text in row}
            assert not starts & set(FORMULAS)


def test_what_spreadsheets_write():
    """A byte order mark, line ends of Windows, blank lines, columns in another order."""
    text = "\ufeffstate,since,organization\r\nISL,1952,CLUB\r\n\r\nNOR,,CLUB\r\n"
    found = csv.loads_files({"member_states.csv": text.encode()}, source="").catalog()

    assert ("ISL", "NOR") == found.memberships.states
    assert "1952" == str(found.memberships[0].since)


def test_what_people_write():
    """Blanks after a separator; whole numbers with decimals; formulas of their own."""
    text = 'id,name,number,organizations\na,=A,18.0,"NAM; UN"\n'
    summit = (
        csv.loads_files({"summits.csv": text.encode()}, source="").catalog().summits.one()
    )

    assert ("=A", 18, ("NAM", "UN")) == (summit.name, summit.number, summit.organizations)


def test_a_frame_written_as_csv(world):
    """Its derived days are not read; the column that says the type may be there."""
    pytest.importorskip("pandas")
    frame = world.memberships.of("CICA").to_pandas().drop(columns="sources")
    text = frame.to_csv(index=False).encode()
    found = csv.loads_table(text, name="cica.csv", source="").catalog()

    assert len(world.memberships.of("CICA")) == len(found)
    assert {"member_state", "member_organization"} == {r.type_name for r in found}


# -- one table -------------------------------------------------------------------------


def test_one_table_by_its_name(tmp_path):
    """What its file is called says what its records are."""
    (tmp_path / "member_states.csv").write_text(SPELLS)

    assert ("ISL", "NOR") == read(tmp_path / "member_states.csv").memberships.states
    found = csv.loads_table(SPELLS.encode(), name="member_states.csv.gz", source="")
    assert 2 == len(found.member_states)


def test_one_table_by_its_column():
    """Then it may have records of several types."""
    text = "type,organization,state,member_organization\nmember_state,NAM,AZE,\nmember_organization,NAM,,AU\n"
    found = csv.loads_table(text.encode(), name="mine.csv", source="").catalog()

    assert (("AZE",), ("AU",)) == (
        found.memberships.states,
        found.memberships.organizations,
    )


def test_one_table_of_unknown_type():
    """The problem says how to say it; what a row says must be a type."""
    with pytest.raises(DocumentError, match="or by the name of its file") as caught:
        csv.loads_table(SPELLS.encode(), name="mine.csv", source="")
    assert [("SMT104", "type")] == said(caught.value)

    text = "type,organization,state\nmember_stat,NAM,AZE\n,NAM,AZE\nmember_state,NAM\nx\n"
    with pytest.raises(DocumentError, match=r"did you mean member_state\?") as caught:
        csv.loads_table(text.encode(), name="mine.csv", source="")
    assert [
        ("SMT105", "type", 2),
        ("SMT104", "type", 3),
        ("SMT105", "type", 5),
        ("SMT101", "$", 5),
        ("SMT101", "member_states[0]", 4),
    ] == [(p.code, p.path, p.line) for p in caught.value.problems]


def test_a_row_of_another_type():
    """A table holds what its name says."""
    text = "type,organization,state\nmember_state,NAM,AZE\nsummit,NAM,TUR\n,NAM,KAZ\n"
    error = refused(text)

    assert [("SMT105", "type")] == said(error)
    assert 3 == error.problems[0].line


# -- what is wrong -----------------------------------------------------------------


@pytest.mark.parametrize("name", BAD)
def test_the_same_problems_as_in_json(name):
    """The same codes, and the paths that the records would have there."""
    assert said_of_json(BAD[name]) == said(refused(tables_of(BAD[name])))


def test_the_good_document_is_good():
    """What is made bad elsewhere."""
    found = csv.loads_files(tables_of(GOOD), source="")
    assert 5 == len(found.catalog())


def test_problems_have_lines():
    """The physical line on which the row begins, texts of several lines counted."""
    text = 'organization,state,note\nCLUB,ISL,"a\nb\nc"\n\nCLUB,ZZZ,x\n'
    (problem,) = refused(text).problems

    assert ("SMT106", "member_states[1].state", 6) == (
        problem.code,
        problem.path,
        problem.line,
    )
    assert "(line 6)" in str(problem)


@pytest.mark.parametrize(
    "text, code, path, line",
    [
        ("", "SMT101", "member_states", None),
        ("\n\n", "SMT101", "member_states", None),
        (b"\xff\xfeo\x00", "SMT101", "member_states", None),
        (b"organization,state\nCLUB,\xe9\n", "SMT101", "member_states", None),
        ('organization,state\nCLUB,ISL\nCLUB,"NOR\n', "SMT101", "member_states", 3),
        ('organization,state\nCLUB,"IS"L\n', "SMT101", "member_states", 2),
        ("organization,state\nCLUB\n", "SMT101", "member_states[0]", 2),
        ("organization,state\nCLUB,ISL,x\n", "SMT101", "member_states[0]", 2),
        ("organization,state,state\nCLUB,ISL,NOR\n", "SMT110", "member_states.state", 1),
        ("organization,state,\nCLUB,ISL,1\n", "SMT103", "member_states.''", 1),
        ("organization,state,x\nCLUB,ISL,\n", "SMT103", "member_states.x", 1),
        ("organization,state,x\n", "SMT103", "member_states.x", 1),
        ("organization,state,x\nCLUB,ISL,1\n", "SMT103", "member_states[0].x", 2),
        ("organization,state,a.b\nCLUB,ISL,1\n", "SMT103", "member_states[0].'a.b'", 2),
        ("organization,state,place\nCLUB,ISL,1\n", "SMT103", "member_states.place", 1),
        (
            "organization,state,place.\nCLUB,ISL,1\n",
            "SMT103",
            "member_states[0].'place.'",
            2,
        ),
        ("organization\nCLUB\n", "SMT104", "member_states[0].state", 2),
        ("organization,state\nCLUB,\n", "SMT104", "member_states[0].state", 2),
        ("organization,state\nCLUB,I\x00L\n", "SMT106", "member_states[0].state", 2),
        (
            "organization,state,note\nCLUB,ISL,a\x00b\n",
            "SMT105",
            "member_states[0].note",
            2,
        ),
        ('organization,state,note\nCLUB,ISL," "\n', "SMT105", "member_states[0].note", 2),
        (
            "organization,state,sources\nCLUB,ISL,a;;b\n",
            "SMT105",
            "member_states[0].sources[1]",
            2,
        ),
        ("organization,state\nCLUB,ISL\nCLUB,ISL\n", "SMT108", "member_states[1]", 3),
    ],
)
def test_a_table_that_is_wrong(text, code, path, line):
    """Each with its code, its path and its line, and nothing that follows from it."""
    found = [(p.code, p.path, p.line) for p in refused(text).problems]

    assert [(code, path, line)] == found


@pytest.mark.parametrize(
    "column, text, code, path",
    [
        ("names", "Club", "SMT101", "names"),
        ("names", "[", "SMT101", "names"),
        ("names", "[NaN]", "SMT101", "names"),
        ("names", "[" * 100_000, "SMT101", "names"),
        ("names", "{}", "SMT102", "names"),
        ("names", "null", "SMT102", "names"),
        ("names", '[{"text": "A", "text": "B"}]', "SMT110", "names[0].text"),
        ("names", '[{"txt": "A"}]', "SMT103", "names[0].txt"),
        ("acronyms", "NATO", "SMT101", "acronyms"),
        ("acronyms", "[1]", "SMT102", "acronyms[0]"),
        ("acronyms", f"[{10**30}]", "SMT102", "acronyms[0]"),
        ("acronyms", '["half of one: \\ud800"]', "SMT105", "acronyms[0]"),
        ("ids", '{"a": "1", "a": "2"}', "SMT110", "ids.a"),
        ("ids", "[]", "SMT102", "ids"),
    ],
)
def test_a_cell_of_json(column, text, code, path):
    """Explained where it stands."""
    error = refused(
        table(["id", "name", column], ["A", "A", text]), name="organizations.csv"
    )

    assert (code, f"organizations[0].{path}", 2) in [
        (p.code, p.path, p.line) for p in error.problems
    ]
    assert {2} == {p.line for p in error.problems}


def test_what_cannot_be_read_is_said_once():
    """Two delegations are needed, but that is not what is wrong here."""
    error = refused("id,delegations\na,[{}\n", name="bilateral_meetings.csv")

    assert [("SMT101", "bilateral_meetings[0].delegations")] == said(error)


@pytest.mark.parametrize(
    "text, code",
    [("x", "SMT102"), ("1.5", "SMT102"), ("-1", "SMT105"), ("9" * 5000, "SMT102")],
)
def test_a_cell_that_is_no_number(text, code):
    """As in JSON; thousands of digits are no number that can be read."""
    error = refused(f"id,name,number\na,A,{text}\n", name="summits.csv")

    assert [(code, "summits[0].number")] == said(error)


def test_a_long_cell_and_the_limit_of_the_reader():
    """Longer than Python's reader takes by itself, whose limit is as before afterwards."""
    before = stdlib_csv.field_size_limit(50_000)
    try:
        note = "x" * 200_000
        text = f"organization,state,note\nCLUB,ISL,{note}\n"
        found = csv.loads_files({"member_states.csv": text.encode()}, source="")
        assert note == found.member_states[0].note
        refused('organization,state\n"')
        assert 50_000 == stdlib_csv.field_size_limit()
    finally:
        stdlib_csv.field_size_limit(before)


def test_several_threads():
    """The limit is one for all of them, and is restored by the last."""
    before = stdlib_csv.field_size_limit()
    data = {"member_states.csv": SPELLS.encode() + b"CLUB,DNK\n" * 0}
    threads = [
        threading.Thread(target=lambda: csv.loads_files(data, source=""))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert before == stdlib_csv.field_size_limit()


def test_all_problems_of_all_files():
    """In one pass, each under its list."""
    error = refused(
        {
            "member_states.csv": b"organization,state\nclub,ZZZ\nCLUB\n",
            "organizations.csv": b"id,name\nA\n\xff",
            "summits.csv": b"",
            "states.csv": b'code,name,names\nXYZ,A,"[{}]"\n',
            "member_stats.csv": b"",
            "datapackage.json": b'{"summitry": 1, "as_of": "soon"}',
        }
    )
    assert sorted(
        [
            ("SMT107", "as_of"),
            ("SMT101", "organizations"),
            ("SMT103", "'member_stats.csv'"),
            ("SMT105", "member_states[0].organization"),
            ("SMT106", "member_states[0].state"),
            ("SMT101", "member_states[1]"),
            ("SMT101", "summits"),
            ("SMT104", "states[0].names[0].text"),
        ]
    ) == said(error)


# -- the folder --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name, says",
    [
        ("member_stats.csv", "did you mean member_states.csv?"),
        ("Member_States.csv", "did you mean member_states.csv?"),
        ("qqq.csv", "expected sources.csv"),
        ("README.md", "there is no such table"),
        ("../member_states.csv", "nothing outside the folder is read"),
        ("/etc/passwd", "nothing outside the folder is read"),
        ("a\\b.csv", "nothing outside the folder is read"),
        ("c:summits.csv", "nothing outside the folder is read"),
        ("..", "nothing outside the folder is read"),
    ],
)
def test_a_file_that_is_not_ours(name, says):
    """Nothing that somebody put there is left out without a word."""
    error = refused({"member_states.csv": SPELLS.encode(), name: b"x"})

    (problem,) = error.problems
    assert says in problem.message
    assert repr(name) == problem.path


def test_without_a_description():
    """The tables are of the present shape; their date is unknown."""
    found = csv.loads_files({"member_states.csv": SPELLS.encode()}, source="")

    assert (1, None, None) == (found.summitry, found.version, found.as_of)
    assert Catalog() == csv.loads_files({}, source="").catalog()


@pytest.mark.parametrize(
    "data, code, path",
    [
        (b"", "SMT101", "'datapackage.json'"),
        (b"{", "SMT101", "'datapackage.json'"),
        (b"\xff", "SMT101", "'datapackage.json'"),
        (b"[]", "SMT102", "'datapackage.json'"),
        (b'{"summitry": 2}', "SMT109", "summitry"),
        (b'{"summitry": 1, "version": 3}', "SMT102", "version"),
        (b'{"summitry": 1, "summitry": 1}', "SMT110", "'datapackage.json'.summitry"),
    ],
)
def test_a_description_that_is_wrong(data, code, path):
    """A newer shape is refused as in JSON."""
    error = refused({"member_states.csv": SPELLS.encode(), "datapackage.json": data})

    assert [(code, path)] == said(error)


def test_nothing_that_is_described_is_followed():
    """Neither paths nor addresses; a description of others may lack what is ours."""
    package = {
        "name": "mine",
        "resources": [
            {"name": "x", "path": "../../etc/passwd"},
            {"name": "y", "path": "https://example.org/summits.csv"},
        ],
    }
    files = {
        "member_states.csv": SPELLS.encode(),
        "datapackage.json": json.dumps(package).encode(),
    }
    assert 2 == len(csv.loads_files(files, source="").catalog())


# -- the zip -----------------------------------------------------------------------------


def zipped(*entries, **options):
    """A zip of names, or entries, and what they hold."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries:
            made.writestr(name, data, **options)
    return stream.getvalue()


def refused_zip(data):
    """The error of a zip that is not read."""
    with pytest.raises(DocumentError) as caught:
        csv.loads(data, source="the zip")
    assert len(str(caught.value)) < 10_000
    return caught.value


def entry(name, mode):
    """An entry that says it is a link, a device or a folder."""
    made = zipfile.ZipInfo(name)
    made.create_system = 3
    made.external_attr = mode << 16
    return made


def test_a_zip_that_others_made():
    """Stored or deflated, with or without modes."""
    for how in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        data = zipped(("member_states.csv", SPELLS), compress_type=how)
        assert 2 == len(csv.loads(data, source="").catalog())


@pytest.mark.parametrize(
    "name",
    [
        "../member_states.csv",
        "/member_states.csv",
        "folder/member_states.csv",
        "folder/",
        "c:\\member_states.csv",
        "..\\member_states.csv",
        "member_states.csv\x00.exe",
    ],
)
def test_a_name_that_leads_out(name):
    """Only files at the top of the zip are read."""
    data = zipped((zipfile.ZipInfo("x"), SPELLS))
    made = zipfile.ZipInfo("x")
    made.filename = name
    data = zipped((made, SPELLS if not name.endswith("/") else ""))
    error = refused_zip(data)

    assert "SMT101" == error.problems[0].code
    assert "top of the zip" in str(error)


@pytest.mark.parametrize("mode", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFDIR])
def test_what_is_no_plain_file(mode):
    """A link above all."""
    error = refused_zip(zipped((entry("member_states.csv", mode | 0o777), "/etc/passwd")))

    assert "no plain file" in str(error)
    assert [("SMT101", "'member_states.csv'")] == said(error)


def test_the_same_name_twice():
    """Which of the two is meant is not guessed; nor on systems that see no difference."""
    for other in ("member_states.csv", "Member_States.csv"):
        with (
            pytest.warns(UserWarning, match="Duplicate name")
            if other.islower()
            else (pytest.MonkeyPatch.context())
        ):
            data = zipped(("member_states.csv", SPELLS), (other, SPELLS))
        assert "two files of this name" in str(refused_zip(data))


def test_an_encrypted_zip():
    """It says so."""
    data = bytearray(zipped(("member_states.csv", SPELLS)))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + flags] |= 1

    assert "it is encrypted" in str(refused_zip(bytes(data)))


def test_another_compression():
    """Only what zip files usually have."""
    data = zipped(("member_states.csv", SPELLS), compress_type=zipfile.ZIP_LZMA)

    assert "compressed in another way" in str(refused_zip(data))


def test_a_bomb(monkeypatch):
    """Neither by what it says of its size nor by what it really holds."""
    monkeypatch.setattr(archive, "EXPANDED_AT_MOST", 1_000_000)
    half = zipped(("member_states.csv", "x" * 600_000), ("summits.csv", "x" * 300_000))
    assert "1 problem" not in str(refused_zip(half))  # read, and no table
    data = zipped(("member_states.csv", "x" * 600_000), ("summits.csv", "x" * 600_000))
    assert len(data) < 3_000
    assert "it would hold 1,200,000 bytes" in str(refused_zip(data))

    lying = bytearray(zipped(("member_states.csv", "x" * 5_000_000)))
    size = (5_000_000).to_bytes(4, "little")
    while size in lying:
        place = lying.index(size)
        lying[place : place + 4] = (100).to_bytes(4, "little")
    error = refused_zip(bytes(lying))
    assert "not a zip file that can be read: Bad CRC" in str(error)


def test_files_that_share_bytes():
    """The trick of the bombs that hold a million times their size."""
    data = bytearray(zipped(("member_states.csv", SPELLS), ("summits.csv", "id,name\n")))
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 4)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    error = refused_zip(bytes(data))

    assert "it shares bytes with another file" in str(error)


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04", b"PK\x05\x06", b"x" * 1000])
def test_no_zip(data):
    """Whatever it really is."""
    assert [("SMT101", "$")] == said(refused_zip(data))


def test_a_zip_cut_off_or_damaged():
    """Nothing of it is read, and no error is but ours."""
    data = zipped(("member_states.csv", SPELLS))
    for length in range(len(data)):
        assert refused_zip(data[:length])
    damaged = bytearray(data)
    damaged[60] ^= 0xFF
    assert "not a zip file that can be read" in str(refused_zip(bytes(damaged)))


@given(st.integers(0, 10_000), st.integers(1, 255))
@settings(max_examples=300)
def test_a_zip_with_a_byte_changed(place, change):
    """It is read, or the error is ours."""
    data = bytearray(zipped(("member_states.csv", SPELLS), ("summits.csv", "id,name\n")))
    data[place % len(data)] ^= change
    with contextlib.suppress(DocumentError):
        csv.loads(bytes(data), source="")


@given(
    st.binary(max_size=60) | st.text("organization,state;\"\n\r'= []{}:1A", max_size=60)
)
@settings(max_examples=500)
def test_any_bytes(data):
    """As a table of each type: read, or an error that is ours."""
    data = data if isinstance(data, bytes) else data.encode()
    for key in RECORD_TYPES:
        with contextlib.suppress(DocumentError):
            csv.loads_files({f"{key}.csv": data}, source="")


def test_organizations_of_the_description(world):
    """The first table of the bundled facts has what the documentation shows."""
    header = lines_of(files_of(world)["organizations.csv"])[0]

    assert isinstance(world.organizations[0], Organization)
    assert ["seat.city", "seat.state"] == header[10:12]
