"""Good documents made bad: a value, a key, a byte at a time."""

from __future__ import annotations

import copy
import json

from typing import Any

from hypothesis import strategies as st

from strategies import HOSTILE_TEXTS, REFUSED_TEXTS


WRONG_VALUES: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    1,
    -1,
    1.0,
    2**31,
    10**30,
    0.5,
    "",
    " ",
    "x",
    "AZE",
    "NAM",
    "1961",
    "1961-13",
    "2001/2002",
    "member",
    "ordinary",
    [],
    {},
    [None],
    ["x"],
    [{}],
    {"x": "y"},
    {"state": "AZE"},
    *REFUSED_TEXTS[:-1],  # half a character is no text of JSON
    *HOSTILE_TEXTS[:6],
)
"""What a field may be given in the place of what it holds."""


def places(value: Any) -> list[tuple[Any, Any]]:
    """Return each container of plain data with each of its keys or indexes."""
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        each = waiting.pop()
        keys = each if isinstance(each, dict) else range(len(each))
        for key in keys:
            found.append((each, key))
            if isinstance(each[key], dict | list):
                waiting.append(each[key])
    return found


@st.composite
def mutated(draw, documents: st.SearchStrategy[dict[str, Any]]) -> dict[str, Any]:
    """A document of plain data with one to three changes, good or bad."""
    value = copy.deepcopy(draw(documents))
    for _ in range(draw(st.integers(1, 3))):
        found = places(value)
        if not found:
            break
        holder, key = draw(st.sampled_from(found))
        how = draw(
            st.sampled_from(["replace", "replace", "remove", "add", "double", "swap"])
        )
        if how == "replace":
            holder[key] = copy.deepcopy(draw(st.sampled_from(WRONG_VALUES)))
        elif how == "remove":
            del holder[key]
        elif how == "add" and isinstance(holder, dict):
            name = draw(st.sampled_from(["statu", "since", "note", "type", "x y", "ids"]))
            holder[name] = copy.deepcopy(draw(st.sampled_from(WRONG_VALUES)))
        elif how == "double" and isinstance(holder, list):
            holder.insert(key, copy.deepcopy(holder[key]))
        elif how == "swap":
            other, place = draw(st.sampled_from(found))
            holder[key] = (
                copy.deepcopy(other.get(place)) if isinstance(other, dict) else 0
            )
    return value


@st.composite
def spelled(draw, value: Any) -> bytes:
    """JSON of plain data, spelled in one of the many ways there are."""
    text = json.dumps(
        value,
        ensure_ascii=draw(st.booleans()),
        indent=draw(st.sampled_from([None, 0, 1])),
        separators=draw(st.sampled_from([None, (",", ":"), (" , ", " : ")])),
    )
    for plain, escaped in ((":", "\\u003a"), ("a", "\\u0061"), ("/", "\\/")):
        if draw(st.integers(0, 9)) == 0:
            text = _inside_texts(text, plain, escaped)
    if draw(st.integers(0, 4)) == 0:
        text = _with_repeated_key(text, draw(st.integers(0, 99)))
    return text.encode()


def _inside_texts(text: str, plain: str, escaped: str) -> str:
    """Spell a character as an escape, in texts and keys alone."""
    pieces, inside, skip = [], False, False
    for character in text:
        if skip:
            skip = False
        elif character == "\\":
            skip = True
        elif character == '"':
            inside = not inside
        elif inside and character == plain:
            pieces.append(escaped)
            continue
        pieces.append(character)
    return "".join(pieces)


def _with_repeated_key(text: str, number: int) -> str:
    """Let one of the objects begin with a key that it has again."""
    starts = [place for place, c in enumerate(text) if c == "{"]
    if not starts:
        return text
    start = starts[number % len(starts)]
    try:
        items, _ = json.JSONDecoder(object_pairs_hook=list).raw_decode(text, start)
    except json.JSONDecodeError:  # a brace in a text
        return text
    if not items:
        return text
    key, value = items[number % len(items)]
    return (
        f"{text[: start + 1]}{json.dumps(key)}: {json.dumps(value)}, {text[start + 1 :]}"
    )


@st.composite
def damaged(draw, data: bytes) -> bytes:
    """Bytes with a few of them cut, changed, doubled or put in."""
    for _ in range(draw(st.integers(1, 4))):
        if not data:
            break
        at = draw(st.integers(0, len(data) - 1))
        to = min(len(data), at + draw(st.integers(0, 8)))
        new = draw(
            st.one_of(
                st.binary(max_size=4),
                st.sampled_from(
                    [b"", b"null", b'"', b"{", b"}", b"[", b",", b":", b"\n", b"\\u003a"]
                ),
            )
        )
        kept = data[at:to] if draw(st.booleans()) else b""
        data = data[:at] + new + kept + data[to:]
    return data
