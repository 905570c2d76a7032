"""What describes the tables: true of every cell, and in the words of Data Package v2."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from hypothesis import given, settings
from hypothesis import strategies as st

import summitry

from strategies import NOUNS, catalogs
from summitry import Catalog, MemberState, Organization, Summit
from summitry.codec.document import RECORD_TYPES, Document
from summitry.codec.formats.csv import dumps_files
from summitry.values.fields import LARGEST_NUMBER


def described(catalog):
    """The description of a catalogue, and the rows of its tables."""
    files = dumps_files(Document.of(catalog))
    package = json.loads(files["datapackage.json"])
    rows = {
        resource["name"]: list(
            csv.DictReader(io.StringIO(files[resource["path"]].decode(), newline=""))
        )
        for resource in package["resources"]
    }
    return package, rows


def schema(package, name):
    """The schema of a table."""
    (found,) = (r["schema"] for r in package["resources"] if r["name"] == name)
    return found


def fields(package, name):
    """The fields of a table by their names."""
    return {field["name"]: field for field in schema(package, name)["fields"]}


def check(package, rows):
    """What a description says holds of all the tables."""
    for resource in package["resources"]:
        mine = resource["schema"]
        for row in rows[resource["name"]]:
            assert [field["name"] for field in mine["fields"]] == list(row)
            for field in mine["fields"]:
                check_cell(field, row[field["name"]])
        for key in (*mine.get("uniqueKeys", []), mine.get("primaryKey", [])):
            values = [tuple(row[name] for name in key) for row in rows[resource["name"]]]
            assert not key or len(set(values)) == len(values)
        for key in mine.get("foreignKeys", []):
            (name,), (target,) = key["fields"], key["reference"]["fields"]
            table = rows[key["reference"].get("resource", resource["name"])]
            there = {row[target] for row in table} | {""}
            assert {row[name] for row in rows[resource["name"]]} <= there


def check_cell(field, text):
    """What a description says of a column holds of a cell."""
    limits = field.get("constraints", {})
    if not text:
        assert not limits.get("required")
        return
    if "enum" in limits:
        assert text in limits["enum"]
    if "pattern" in limits:
        assert re.search(limits["pattern"], text)
    if field["type"] == "integer":
        assert limits["minimum"] <= int(text) <= limits["maximum"]
    if field["type"] in ("array", "object"):
        kind = list if field["type"] == "array" else dict
        assert isinstance(json.loads(text), kind)


def test_the_bundled_catalogue(world):
    """Every cell of it is as described."""
    check(*described(world))


@given(catalogs())
@settings(max_examples=50)
def test_every_catalogue(catalog):
    """Likewise, whatever it holds."""
    check(*described(catalog))


def test_the_package(world):
    """What the standard asks for, and what every document of ours says."""
    package, rows = described(world)

    assert "https://datapackage.org/profiles/2.0/datapackage.json" == package["$schema"]
    assert (1, world.version, str(world.as_of)) == (
        package["summitry"],
        package["version"],
        package["as_of"],
    )
    assert list(rows) == [r["name"] for r in package["resources"]]
    for resource in package["resources"]:
        assert resource["path"] == f"{resource['name']}.csv"
        assert ("table", "csv", "text/csv", "utf-8") == tuple(
            resource[key] for key in ("type", "format", "mediatype", "encoding")
        )
        assert resource["title"]
        assert resource["description"]
        for field in resource["schema"]["fields"]:
            assert field["title"]
            assert field["description"]


def test_the_package_of_nothing():
    """It has one table at the least, as the standard asks, and says nothing unknown."""
    package, rows = described(Catalog())

    assert {"organizations": []} == rows
    assert not {"version", "as_of"} & package.keys()


def test_fields():
    """Words with all there are, codes and ids by their pattern, numbers by their range."""
    package, _ = described(
        Catalog(
            [
                Organization(id="NAM", name="A"),
                MemberState(organization="NAM", state="AZE"),
                Summit(id="a", name="A"),
            ]
        )
    )
    spell = fields(package, "member_states")
    assert {"required": True, "pattern": "^[A-Z]{3}$"} == spell["state"]["constraints"]
    words = [word.value for word in summitry.Standing]
    assert {"enum": words} == spell["standing"]["constraints"]
    assert "constraints" not in spell["note"]
    assert "The last day *in*" in spell["until"]["description"]

    summit = fields(package, "summits")
    assert ("integer", {"minimum": 1, "maximum": LARGEST_NUMBER}) == (
        summit["number"]["type"],
        summit["number"]["constraints"],
    )
    assert {True} == {summit["id"]["constraints"][k] for k in ("required", "unique")}
    assert "array" == summit["topics"]["type"]
    assert "^([A-Z]{3}|\\{\\})$" == summit["place.state"]["constraints"]["pattern"]
    assert "Place city" == summit["place.city"]["title"]
    body = fields(package, "organizations")
    assert ("object", "string") == (body["ids"]["type"], body["sources"]["type"])


@pytest.mark.parametrize("key", RECORD_TYPES)
@given(data=st.data())
@settings(max_examples=10)
def test_what_tells_records_apart(key, data):
    """The key of a table is what a record's identity is made of."""
    record = data.draw(NOUNS[RECORD_TYPES[key]])
    package, _ = described(Catalog([record]))
    mine = schema(package, key)
    names = mine["primaryKey"] if "primaryKey" in mine else mine["uniqueKeys"][0]

    _, *identity = record.identity()
    assert {*identity, None} == {*(getattr(record, name) for name in names), None}


def test_foreign_keys_are_written_where_they_hold():
    """A table may name bodies that the catalogue does not have."""
    nam = Organization(id="NAM", name="A")
    un = Organization(id="UN", name="B", part_of="NAM")
    spell = MemberState(organization="NAM", state="AZE")
    other = MemberState(organization="OAS", state="AZE")
    target = {"resource": "organizations", "fields": ["id"]}

    package, _ = described(Catalog([nam, un, spell]))
    assert [{"fields": ["organization"], "reference": target}] == (
        schema(package, "member_states")["foreignKeys"]
    )
    assert [{"fields": ["part_of"], "reference": {"fields": ["id"]}}] == (
        schema(package, "organizations")["foreignKeys"]
    )
    package, _ = described(Catalog([nam, spell, other]))
    assert "foreignKeys" not in schema(package, "member_states")
    package, _ = described(Catalog([spell]))
    assert "foreignKeys" not in schema(package, "member_states")
