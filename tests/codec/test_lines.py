"""On which line a record stands: in every format of text, however it is laid out."""

from __future__ import annotations

import json

import pytest

import summitry

from small import SMALL
from summitry import Catalog, MemberState, Organization
from summitry.catalog.record_types import LIST_OF
from summitry.codec.lines import lines_of, nearest
from summitry.errors import FileError


BODY = Organization(id="NC", name="Nordic Council", since="1952")
NORDIC = Catalog([BODY, MemberState(organization="NC", state="ISL")])


def put(folder, name, text):
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def paths(catalog):
    """The path of every record, and a text that stands where it begins."""
    counts = dict.fromkeys(LIST_OF.values(), 0)
    for record in catalog:
        key = LIST_OF[record.type_name]
        yield f"{key}[{counts[key]}]"
        counts[key] += 1


class TestOurOwnFiles:
    @pytest.mark.parametrize("suffix", ["json", "jsonl", "yaml", "toml", "json.gz"])
    def test_every_record_has_a_line(self, tmp_path, suffix):
        file = tmp_path / f"small.{suffix}"
        summitry.write(SMALL, file)
        found = lines_of(file)

        assert set(paths(SMALL)) <= set(found)
        assert all(line >= 1 for line in found.values())

    @pytest.mark.parametrize("suffix", ["json", "jsonl"])
    def test_it_is_where_the_record_is(self, tmp_path, suffix):
        file = tmp_path / f"world.{suffix}"
        world = summitry.load()
        summitry.write(world, file)
        lines = file.read_text(encoding="utf-8").split("\n")
        found = lines_of(file)

        for path, record in zip(paths(world), world, strict=True):
            plain = json.loads(lines[found[path] - 1].rstrip(","))
            plain.pop("type", None)
            assert record.to_dict() == plain

    def test_in_a_folder_it_is_that_of_the_table(self, tmp_path):
        for name in ("small.csv", "small"):
            summitry.write(SMALL, tmp_path / name, format="csv")
            found = lines_of(tmp_path / name)

            assert set(paths(SMALL)) == set(found)
            assert 2 == found["summits[0]"]
            assert 2 == found["sources[0]"]
            assert 3 == found["sources[1]"]

    @pytest.mark.parametrize("suffix", ["msgpack", "parquet", "zip"])
    def test_what_is_bytes_has_no_lines(self, tmp_path, suffix):
        file = tmp_path / f"small.{suffix}"
        summitry.write(SMALL, file)

        assert {} == lines_of(file)


class TestJson:
    def test_on_one_line(self, tmp_path):
        file = put(tmp_path, "a.json", summitry.dumps(NORDIC).replace("\n", ""))

        assert {
            "summitry": 1,
            "organizations": 1,
            "organizations[0]": 1,
            "member_states": 1,
            "member_states[0]": 1,
        } == lines_of(file)

    def test_what_is_within_a_record_of_several_lines(self, tmp_path):
        document = {
            "summits": [
                {"id": "a", "delegations": [{"state": "ISL"}, {"state": "NOR"}]},
                {"id": "b"},
            ]
        }
        file = put(tmp_path, "a.json", json.dumps(document, indent=1))

        assert {
            "summits": 2,
            "summits[0]": 3,
            "summits[0].id": 4,
            "summits[0].delegations": 5,
            "summits[0].delegations[0]": 6,
            "summits[0].delegations[0].state": 7,
            "summits[0].delegations[1]": 9,
            "summits[0].delegations[1].state": 10,
            "summits[1]": 14,
            "summits[1].id": 15,
        } == lines_of(file)

    def test_windows_ends_its_lines_with_two_characters(self, tmp_path):
        text = summitry.dumps(NORDIC)
        unix = put(tmp_path, "a.json", text)
        windows = put(
            tmp_path, "b.json", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
        )

        assert lines_of(unix) == lines_of(windows)
        assert 7 == lines_of(windows)["member_states[0]"]

    def test_texts_that_look_like_more(self, tmp_path):
        """A text holds what ends a list, a key, or what the next record is."""
        text = (
            '{"organizations": [\n'
            '{"id": "]}", "name": "{\\"id\\": 1}"}\n'
            ",\n"
            '{"id": "\\\\", "name": "\\n\\n"}\n'
            "],\n"
            '"a]}\\u0022": [{\n"b":2}],\n'
            '"member_states": [ {}\n,{} ] }'
        )
        file = put(tmp_path, "a.json", text)

        assert {
            "organizations": 1,
            "organizations[0]": 2,
            "organizations[1]": 4,
            "'a]}\"'": 6,
            "'a]}\"'[0]": 6,
            "'a]}\"'[0].b": 7,
            "member_states": 8,
            "member_states[0]": 8,
            "member_states[1]": 9,
        } == lines_of(file)

    def test_of_a_key_that_stands_twice_the_later_counts(self, tmp_path):
        file = put(tmp_path, "a.json", '{"a": [{}],\n"b": [{}],\n"a":\n[{\n"c": 1}]}')

        assert {"a": 3, "a[0]": 4, "a[0].c": 5, "b": 2, "b[0]": 2} == lines_of(file)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "{",
            "[",
            '{"a"',
            '{"a" 1}',
            '{"a": }',
            '{"a": [}',
            '{"a": [1',
            "{'a': 1}",
            b"\xff\xfe",
            '{"a": [{"b": ' + "[\n" * 5000 + "]" * 5000 + "}]}",
            '{"a": ' + "9" * 5000 + "}",
        ],
    )
    def test_what_cannot_be_parsed_has_no_lines(self, tmp_path, text):
        assert {} == lines_of(put(tmp_path, "a.json", text))

    def test_what_is_no_object(self, tmp_path):
        assert {} == lines_of(put(tmp_path, "a.json", "12"))
        assert {"[0]": 1} == lines_of(put(tmp_path, "a.json", "[12]"))


class TestLines:
    def test_lines_of_several_types_and_none(self, tmp_path):
        text = (
            '{"type":"document","summitry":1}\n'
            "\n"
            '{"type":"member_state","organization":"NC","state":"ISL"}\n'
            '{"type":"organization","id":"NC","name":"Nordic Council"}\n'
            '{"type":"member_state","organization":"NC","state":"NOR"}\n'
        )
        found = lines_of(put(tmp_path, "a.ndjson", text))

        assert 3 == found["member_states[0]"]
        assert 4 == found["organizations[0]"]
        assert 5 == found["member_states[1]"]

    def test_an_empty_file(self, tmp_path):
        assert {} == lines_of(put(tmp_path, "a.jsonl", ""))


class TestYaml:
    def test_fields_have_lines_of_their_own(self, tmp_path):
        text = "summitry: 1\norganizations:\n\n- id: NC\n  name: Nordic Council\n"
        found = lines_of(put(tmp_path, "a.yml", text))

        assert 4 == found["organizations[0]"]
        assert 5 == found["organizations[0].name"]

    def test_what_is_no_yaml(self, tmp_path):
        assert {} == lines_of(put(tmp_path, "a.yaml", "a: [1"))


class TestToml:
    def test_tables(self, tmp_path):
        text = (
            "summitry = 1 # [[summits]]\n"
            "[[organizations]]\n"
            'id = "NC"\n'
            'name = """\n[[organizations]]\n"""\n'
            "organizations = [\n{ id = 3 },\n]\n"
            "  [[ organizations ]]\r\n"
            "[[summits]]\n"
            "id = 'a'\n"
            "[[summits.delegations]]\n"
            'state = "ISL"\n'
            "[summits.place]\n"
            "[[summits]]\n"
        )
        assert {
            "organizations[0]": 2,
            "organizations[1]": 10,
            "summits[0]": 11,
            "summits[1]": 16,
        } == lines_of(put(tmp_path, "a.toml", text))

    def test_lists(self, tmp_path):
        text = (
            "summitry = 1\n"
            "organizations = [ { id = '}]', name = \"{\" },\n"
            "# { }\n"
            "  { id = 'B', acronyms = [\n'a',\n'b' ] } ]\n"
            "summits = [\n"
            "  { id = 'a', delegations = [\n"
            "    { state = 'ISL' } ] },\n"
            "  { id = 'b' }\n"
            "]\n"
        )
        assert {
            "organizations[0]": 2,
            "organizations[1]": 4,
            "summits[0]": 8,
            "summits[1]": 10,
        } == lines_of(put(tmp_path, "a.toml", text))

    def test_lists_in_lists(self, tmp_path):
        """They look like tables, and, in TOML 1.1, like lists of the document."""
        text = (
            "summits = [\n"
            "  { id = [\n[[ 1 ]]\n] },\n"
            "  {\n    delegations = [\n      { state = 'ISL' } ] },\n"
            "  { id = 'c' }\n"
            "]\n"
        )
        assert {"summits[0]": 2, "summits[1]": 5, "summits[2]": 8} == lines_of(
            put(tmp_path, "a.toml", text)
        )

    def test_what_is_no_toml(self, tmp_path):
        assert {} == lines_of(put(tmp_path, "a.toml", b"\xff"))
        assert {} == lines_of(put(tmp_path, "a.toml", "[ a"))


class TestCsv:
    def test_a_table_that_says_its_types(self, tmp_path):
        text = (
            "type,id,name,organization,state,note\n"
            'organization,NC,"Nordic\nCouncil",,,\n'
            "\n"
            "member_state,,,NC,ISL,\n"
            "unheard_of,,,NC,ISL,\n"
            'organization,NIB,"Bank",,,\n'
        )
        assert {
            "organizations[0]": 2,
            "member_states[0]": 5,
            "organizations[1]": 7,
        } == lines_of(put(tmp_path, "mine.csv", text))

    def test_a_table_whose_name_says_its_type(self, tmp_path):
        text = "organization,state\nNC,ISL\nNC,NOR\n"

        assert {"member_states[0]": 2, "member_states[1]": 3} == lines_of(
            put(tmp_path, "member_states.csv", text)
        )

    def test_a_zip_by_another_name(self, tmp_path):
        summitry.write(NORDIC, tmp_path / "a.zip")

        assert {} == lines_of((tmp_path / "a.zip").rename(tmp_path / "a.csv"))


class TestFiles:
    def test_the_format_may_be_given(self, tmp_path):
        file = put(tmp_path, "a.txt", summitry.dumps(NORDIC))

        assert 4 == lines_of(file, format="json")["organizations[0]"]
        assert 4 == lines_of(str(file), format="json")["organizations[0]"]

    def test_a_file_that_is_not_there(self, tmp_path):
        with pytest.raises(FileError, match="cannot be read"):
            lines_of(tmp_path / "a.json")
        with pytest.raises(FileError, match="known formats"):
            lines_of(tmp_path / "a.txt")


@pytest.mark.parametrize(
    "path, line",
    [
        ("a[1]", 3),
        ("a[1].b", 3),
        ("a[1].'c.d[0]'.e", 3),
        ("a[0]", 1),
        ("a", 1),
        ("b[1]", None),
        ("$", None),
        ("", None),
    ],
)
def test_the_nearest_line(path, line):
    assert line == nearest({"a": 1, "a[1]": 3}, path)
