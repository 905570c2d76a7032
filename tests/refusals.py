"""What each kind of field refuses, and what it says."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from strategies import REFUSED_TEXTS
from summitry.errors import (
    InvalidDate,
    InvalidValue,
    SummitryError,
    UnknownState,
    WrongType,
    shorten,
)
from summitry.values.text import with_article


class Bad(NamedTuple):
    """A value that a field does not take, the error, and a word of its message."""

    value: object
    error: type[SummitryError]
    says: str


_NO_TEXT = [Bad(value, WrongType, "expected text") for value in (3, b"x", ["x"], True)]
_NO_LIST = [
    Bad(value, WrongType, "expected a sequence of")
    for value in (None, 3, "NAM", b"NAM", {"NAM": 1})
]
_NONE = Bad(None, WrongType, "None is not allowed here")

TEXT = [*_NO_TEXT, *(Bad(value, InvalidValue, "") for value in REFUSED_TEXTS)]
DATE = [
    Bad("1961-13", InvalidDate, "there is no month 13"),
    Bad("yesterday", InvalidDate, "expected EDTF text"),
    Bad("", InvalidDate, "expected EDTF text"),
    Bad("1961/1964", InvalidDate, "it is a period"),
    Bad(1961, WrongType, "a year is written as text"),
    Bad(b"1961", WrongType, "is of type bytes"),
]
SLUG = [
    *_NO_TEXT,
    *(
        Bad(value, InvalidValue, "expected lower-case letters, digits and hyphens")
        for value in ("NAM-1961", "nam 1961", "-nam", "nam-", "é", "../nam", "nam\n")
    ),
]
ORGANIZATION = [
    *_NO_TEXT,
    *(
        Bad(value, InvalidValue, "expected capital letters, digits and hyphens")
        for value in ("nam", "Nam", "N M", "-NAM", "NAM-", "77", "NÄM", "NAM\n")
    ),
]
STATE = [
    Bad("AZ", UnknownState, "did you mean AZE (Azerbaijan)?"),
    Bad("Azerbaijan", UnknownState, "did you mean AZE (Azerbaijan)?"),
    Bad("ZZZ", UnknownState, "is not the key of a state"),
    Bad("", UnknownState, "is not the key of a state"),
    Bad(31, WrongType, "expected the code of a state"),
    Bad(["AZE"], WrongType, "expected the code of a state"),
]
URL = [
    *_NO_TEXT,
    *(
        Bad(value, InvalidValue, "is not an address beginning with https://")
        for value in (
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "//example.org",
            "example.org",
            "https://example.org/a b",
            "https://example.org/\n",
            " https://example.org/",
        )
    ),
]
LANGUAGE = [
    *_NO_TEXT,
    *(
        Bad(value, InvalidValue, "is not a language tag such as fr or zh-Hant")
        for value in ("French", "f", "FR", "fr_FR", "fr-", "fr\n")
    ),
]
NUMBER = [
    *(Bad(value, WrongType, "expected a whole number") for value in ("1", 1.0, True)),
    *(Bad(value, InvalidValue, "is not a number from 1 on") for value in (0, -1)),
]
IDENTIFIERS = [
    Bad(None, WrongType, "None is not"),
    Bad("cow", WrongType, "is not a mapping"),
    Bad({"cow": 3}, WrongType, "scheme and id must both be text"),
    Bad({"COW": "3"}, InvalidValue, "expected a lower-case scheme"),
]
TEXTS = [
    *_NO_LIST,
    Bad([3], WrongType, "expected text"),
    Bad(["good", ""], InvalidValue, "is empty"),
    Bad([None], WrongType, "None is not allowed here"),
]
SLUGS = [*_NO_LIST, Bad(["un-charter", "UN"], InvalidValue, "expected lower-case")]
ORGANIZATIONS = [*_NO_LIST, Bad(["NAM", "un"], InvalidValue, "expected capital letters")]


def word(near: str, meant: str, one: str) -> list[Bad]:
    """What a field of a vocabulary refuses: a typo, another word, no text."""
    return [
        Bad(near, InvalidValue, f"did you mean {meant}?"),
        Bad("qqqqq", InvalidValue, one),
        Bad("", InvalidValue, one),
        Bad(3, WrongType, "expected text"),
        Bad([meant], WrongType, "expected text"),
    ]


def record(kind: str) -> list[Bad]:
    """What a field that holds a record refuses."""
    values = ("Baku", {"city": "Baku"}, 3, ["Baku"])
    return [Bad(value, WrongType, f"expected {with_article(kind)}") for value in values]


def records(kind: str) -> list[Bad]:
    """What a field that holds several records refuses."""
    one = [
        Bad([value], WrongType, f"expected {with_article(kind)}")
        for value in ("x", None, {})
    ]
    return [*_NO_LIST, *one]


def required(bad: list[Bad]) -> list[Bad]:
    """The same, and None."""
    return [*bad, _NONE]


def cases(fields: dict[str, list[Bad]]) -> pytest.MarkDecorator:
    """Try each field of a record with each value that it refuses."""
    return pytest.mark.parametrize(
        "field, bad",
        [
            pytest.param(field, bad, id=f"{field}-{number}")
            for field, values in fields.items()
            for number, bad in enumerate(values)
        ],
    )


def check_refused(kind: type, good: dict[str, object], field: str, bad: Bad) -> None:
    """The record is not made, and the error names record, field and value.

    It fails where the record is made, or where the message helps nobody.
    """
    kind(**good)
    with pytest.raises(SummitryError) as caught:
        kind(**{**good, field: bad.value})

    error, message = caught.value, str(caught.value)
    assert isinstance(error, bad.error)
    assert isinstance(error, WrongType) == (bad.error is WrongType)
    assert bad.says in message
    assert f"{kind.__name__}.{field}" in message
    value = bad.value
    item = value[-1] if isinstance(value, list) and value else value
    if isinstance(bad.value, dict) and bad.value:
        value = next(iter(bad.value.items()))[1]
        item = value
    assert any(text in message for text in (shorten(value), shorten(item), repr(item)))


def check_order(kind: type, good: dict[str, object]) -> None:
    """An end before the beginning is refused, naming the record and both ends."""
    with pytest.raises(SummitryError) as caught:
        kind(**{**good, "since": "1962", "until": "1961-12-31"})

    message = str(caught.value)
    assert isinstance(caught.value, ValueError)
    assert "until: 1961-12-31 is before since, 1962" in message
    assert f"{kind.__name__}.until" in message
    assert "until" == caught.value.field
