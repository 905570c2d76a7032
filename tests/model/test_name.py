"""Names: what a body or a state is called, in a language and for a time."""

from __future__ import annotations

import pytest

import refusals

from refusals import cases, check_order, check_refused, required
from strategies import HOSTILE_TEXTS
from summitry import Answer, Name


GOOD = {"text": "Non-Aligned Movement"}


def test_takes_what_people_write():
    """A name has a text; a language and a period where they matter."""
    name = Name(text="Türkiyə", language="az-Latn", since="2022-06", until=None)

    assert "Türkiyə" == name.text
    assert "az-Latn" == name.language
    assert Answer.POSSIBLE is name.period.contains("2022-06-02")
    assert Name(**GOOD).language is None


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_keeps_text_as_it_is(text):
    """Whatever is text is kept to the letter: escaping is for where it is shown."""
    assert text == Name(text=text).text


def test_sorts_by_text():
    """Names come in the order of their texts, then of their languages."""
    names = [
        Name(text="B"),
        Name(text="A", language="fr"),
        Name(text="A", since="1961"),
        Name(text="A", language="ar"),
    ]

    expected = [("A", None), ("A", "ar"), ("A", "fr"), ("B", None)]
    assert expected == [(name.text, name.language) for name in sorted(names)]


@cases(
    {
        "text": required(refusals.TEXT),
        "language": refusals.LANGUAGE,
        "since": refusals.DATE,
        "until": refusals.DATE,
    }
)
def test_refuses(field, bad):
    """Each field names itself, the value, and what would have been right."""
    check_refused(Name, GOOD, field, bad)


def test_refuses_an_end_before_the_beginning():
    """A name is not given up before it is taken."""
    check_order(Name, GOOD)
