"""What the tests of the table formats share: bad documents, and what JSON says of them."""

from __future__ import annotations

import copy

import pytest

from summitry.codec.plain import Plain, structure
from summitry.errors import DocumentError


SPELL = {"organization": "CLUB", "state": "ISL"}
BODY = {"id": "CLUB", "name": "Club"}
SUMMIT = {"id": "a", "name": "A"}
TALK = {"id": "b", "delegations": [{"state": "ISL"}, {"state": "NOR"}]}
GOOD = {
    "organizations": [BODY],
    "member_states": [SPELL, {**SPELL, "state": "NOR"}],
    "summits": [SUMMIT],
    "bilateral_meetings": [TALK],
}
"""A good document, in which one thing at a time is made bad."""


def _bad(key, index, **fields):
    document = copy.deepcopy(GOOD)
    record = document[key][index]
    record |= fields
    document[key][index] = {k: v for k, v in record.items() if v is not None}
    return document


BAD = {
    "no such state": _bad("member_states", 1, state="ZZZ"),
    "missing": _bad("member_states", 1, state=None),
    "no such word": _bad("member_states", 0, status="membre"),
    "no date": _bad("member_states", 0, since="1961-13"),
    "ends first": _bad("member_states", 0, since="1962", until="1961"),
    "no such field": _bad("member_states", 1, statuss="member"),
    "field of another type": _bad("member_states", 1, title="Ours"),
    "no id": _bad("organizations", 0, id="club"),
    "blank": _bad("organizations", 0, name="  "),
    "control character": _bad("organizations", 0, name="bell\x07"),
    "no address": _bad("organizations", 0, website="javascript:alert(1)"),
    "no slug in a list": _bad("member_states", 0, sources=["good", "Bad"]),
    "no id in a list": _bad("organizations", 0, preceded_by=["NAM", "nam"]),
    "blank in a list": _bad("organizations", 0, acronyms=["C", " "]),
    "number": _bad("summits", 0, number=-1),
    "large number": _bad("summits", 0, number=2**31),
    "state of a place": _bad("summits", 0, place={"city": "Oslo", "state": "NO"}),
    "field of a place": _bad("summits", 0, place={"town": "Oslo"}),
    "two parties": _bad("summits", 0, chair={"state": "ISL", "organization": "CLUB"}),
    "no party": _bad("summits", 0, chair={"representatives": [{"name": "A"}]}),
    "name of a person": _bad(
        "summits",
        0,
        delegations=[{"state": "ISL", "representatives": [{"name": "A"}, {"post": "B"}]}],
    ),
    "date of an outcome": _bad(
        "summits", 0, outcomes=[{"title": "A"}, {"title": "B", "date": "soon"}]
    ),
    "one delegation": _bad("bilateral_meetings", 0, delegations=[{"state": "ISL"}]),
    "scheme": _bad("organizations", 0, ids={"Wikidata": "Q1"}),
    "period of a name": _bad(
        "organizations", 0, names=[{"text": "A", "since": "1962", "until": "1961"}]
    ),
    "twice": _bad("member_states", 1, state="ISL"),
    "many things": {
        "member_states": [
            {"organization": "club", "state": "XX", "since": "soon"},
            {"status": "x"},
        ],
        "summits": [{"id": "A", "number": 0, "kind": "y"}],
    },
}
"""Documents that are wrong in ways that every format can be wrong in."""


def said_of_json(document):
    """The code and the path of each problem of the same document in JSON."""
    with pytest.raises(DocumentError) as caught:
        structure(Plain({"summitry": 1, **document}), source="JSON")
    return sorted((str(p.code), p.path) for p in caught.value.problems)


def said(error):
    """The code and the path of each problem of an error."""
    return sorted((str(p.code), p.path) for p in error.problems)
