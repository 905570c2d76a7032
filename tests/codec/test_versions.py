"""The version of a document's shape: said, refused when newer, migrated when older."""

from __future__ import annotations

import json

from pathlib import Path

import msgspec
import pytest
import tomli_w
import yaml

import summitry

from small import SMALL
from summitry import Catalog
from summitry.codec import strict, versions
from summitry.codec.document import SCHEMA_VERSION, Document
from summitry.codec.formats import json as json_format
from summitry.codec.formats import jsonl, msgpack
from summitry.errors import DocumentError


GOLDEN = Path(__file__).parents[1] / "golden" / "documents" / "v1"
SPELLED = {
    "json": lambda value: json.dumps(value).encode(),
    "jsonl": lambda value: json.dumps({"type": "document", **value}).encode(),
    "yaml": lambda value: yaml.safe_dump(value).encode(),
    "toml": lambda value: tomli_w.dumps(value).encode(),
    "msgpack": msgspec.msgpack.encode,
}
FAST = {"json": json_format, "jsonl": jsonl, "msgpack": msgpack}


def problem(value, name):
    """The one problem of a document in a format."""
    with pytest.raises(DocumentError) as caught:
        summitry.loads(SPELLED[name](value), format=name)
    (found,) = caught.value.problems
    return found


# -- what is refused -------------------------------------------------------------------


@pytest.mark.parametrize("name", SPELLED)
@pytest.mark.parametrize("version", [2, 3, 99, 2**31, 2**63 - 1])
def test_a_newer_version(name, version):
    """It is said what the document has, what this release reads, and what to do."""
    found = problem({"summitry": version}, name)

    assert ("SMT109", "summitry") == (found.code, found.path)
    assert (
        f"this document has shape {version}, and this release reads {SCHEMA_VERSION}; "
        "a newer summitry is needed"
    ) == found.message


@pytest.mark.parametrize("name", SPELLED)
def test_a_newer_version_is_the_only_problem(name):
    """What this release does not know is not called wrong by it."""
    value = {"summitry": 2, "version": 3, "as_of": "later"}

    assert "SMT109" == problem(value, name).code


@pytest.mark.parametrize("name", SPELLED)
@pytest.mark.parametrize("version", [0, -1, "1", "", 1.0, True, False, [], [1], {}])
def test_what_is_no_version(name, version):
    """A number written as text, a truth, a list: what is expected is said."""
    found = problem({"summitry": version}, name)

    assert ("SMT109", "summitry") == (found.code, found.path)
    assert f"{version!r} is no version of the shape; expected 1" == found.message


@pytest.mark.parametrize("name", sorted({*SPELLED} - {"toml"}))
def test_no_version_by_name(name):
    """Nothing in the place of the version is no version; TOML cannot say it."""
    found = problem({"summitry": None}, name)

    assert "None is no version of the shape; expected 1" == found.message


@pytest.mark.parametrize("name", SPELLED)
def test_a_missing_version(name):
    """The message shows what to write."""
    found = problem({"version": "7"}, name)

    assert ("SMT104", "summitry") == (found.code, found.path)
    assert 'a document says which shape it has: "summitry": 1' in found.message


@pytest.mark.parametrize("name", ["json", "jsonl", "yaml"])
def test_a_version_too_long_to_be_shown(name):
    """It is newer than any that there will be, and is cut in the message."""
    found = problem({"summitry": 10**400}, name)

    assert "SMT109" == found.code
    assert len(found.message) < 250


@pytest.mark.parametrize("name, line", [("yaml", 2), ("jsonl", 1)])
def test_the_line_of_a_version(name, line):
    """Formats with lines name the one that says it."""
    found = problem({"as_of": "2001", "summitry": 2}, name)

    assert line == found.line


# -- what is migrated ------------------------------------------------------------------


def of_version(number, **migrations):
    """Return what sets the present version, and how each older one becomes the next."""

    def set_in(monkeypatch):
        monkeypatch.setattr(versions, "SCHEMA_VERSION", number)
        monkeypatch.setattr(strict, "SCHEMA_VERSION", number)
        monkeypatch.setattr(
            versions,
            "MIGRATIONS",
            {int(key[1:]): value for key, value in migrations.items()},
        )

    return set_in


def named_anew(value):
    """An invented migration: the version of the data has another spelling."""
    return {**value, "version": f"edition {value['version']}"}


@pytest.mark.parametrize("kind", ["json", "jsonl", "yaml", "toml", "msgpack"])
def test_a_golden_document_migrates(monkeypatch, kind):
    """It is read as a document of the present version, whatever its format."""
    of_version(2, v1=named_anew)(monkeypatch)
    catalog = summitry.read(GOLDEN / f"small.{kind}")

    assert Catalog(SMALL, version="edition 7", as_of=SMALL.as_of) == catalog
    assert "edition 7" == catalog.version


@pytest.mark.parametrize("name", FAST)
def test_the_fast_path_steps_aside(monkeypatch, name):
    """It knows the present version only."""
    data = (GOLDEN / f"small.{name}").read_bytes()
    assert Document.of(SMALL) == FAST[name].decode(data)
    of_version(2, v1=named_anew)(monkeypatch)

    assert FAST[name].decode(data) is None
    assert 2 == FAST[name].loads(data, source="test").summitry


def test_migrations_follow_one_another(monkeypatch):
    """Each makes the next version, up to the present."""
    of_version(3, v1=named_anew, v2=named_anew)(monkeypatch)

    assert {"summitry": 3, "version": "edition edition 7"} == versions.migrate(
        {"summitry": 1, "version": "7"}
    )
    assert {"summitry": 3, "version": "edition 7"} == versions.migrate(
        {"summitry": 2, "version": "7"}
    )
    assert {"summitry": 3} == versions.migrate({"summitry": 3})


def test_a_migration_leaves_what_it_was_given():
    """A document of the present version is not even copied."""
    value = {"summitry": 1}

    assert value is versions.migrate(value)


def test_problems_after_a_migration_are_told(monkeypatch):
    """What an older document has wrong is found in its present shape."""
    of_version(2, v1=lambda value: {**value, "as_of": "1961-13"})(monkeypatch)

    assert "as_of" == problem({"summitry": 1}, "json").path


def test_a_version_that_nothing_migrates(monkeypatch):
    """A number that no release ever wrote is no older version."""
    of_version(2, v1=named_anew)(monkeypatch)

    assert "0 is no version of the shape; expected 2" == (
        problem({"summitry": 0}, "json").message
    )
    assert "this release reads 2" in problem({"summitry": 3}, "yaml").message


def test_every_older_version_migrates():
    """None is forgotten when the version is raised."""
    assert set(range(1, SCHEMA_VERSION)) == set(versions.MIGRATIONS)
