"""Names compared as people compare them, and near misses."""

from __future__ import annotations

import re
import unicodedata

import pytest

from hypothesis import example, given
from hypothesis import strategies as st

from summitry.values.text import closest, normalize


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Côte d’Ivoire", "cote divoire"),
        ("COTE D'IVOIRE", "cote divoire"),
        ("Türkiye", "turkiye"),
        ("The Gambia", "gambia"),
        ("Gambia, The", "gambia the"),
        ("The", "the"),
        ("Theodora", "theodora"),
        ("St. Lucia", "saint lucia"),
        ("International Labour Organisation", "international labor organization"),
        ("Council for Security Co-operation", "council for security cooperation"),
        ("Co-ordination", "co ordination"),
        ("Centre for Defence Programmes", "center for defense programmes"),
        ("Sao Tome & Principe", "sao tome and principe"),
        ("São Tomé and Príncipe", "sao tome and principe"),
        ("Guinea-Bissau", "guinea bissau"),
        ("Non–Aligned_Movement", "non aligned movement"),
        ("  spaced   out ", "spaced out"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Ærø", "aero"),
        ("Þórshöfn", "thorshofn"),
        ("İstanbul", "istanbul"),
        ("Diyarbakır", "diyarbakir"),
        ("Ελλάδα", "ελλαδα"),
        ("ﬁnal", "final"),
        ("Ｔｏｋｙｏ", "tokyo"),
        ("中国", "中国"),
        ("", ""),
        ("!?…", ""),
        ("🇦🇿", ""),
    ],
)
def test_normalize(text, expected):
    """Case, accents, punctuation, spacing, an article and *St.* make no difference."""
    assert expected == normalize(text)


@pytest.mark.parametrize(
    "one, other",
    [
        ("Niger", "Nigeria"),
        ("Guinea", "Guinea-Bissau"),
        ("Dominica", "Dominican Republic"),
        ("North Korea", "South Korea"),
        ("Congo", "DR Congo"),
        ("Ireland", "Iceland"),
        ("1961", "1962"),
    ],
)
def test_different_names_stay_different(one, other):
    """Nothing looser: names that differ in a word or a letter are not the same."""
    assert normalize(one) != normalize(other)


@given(st.text())
@example("The The")
@example("the the Gambia")
@example("Summit™")
@example("ẞ㎒Ⅷ")
def test_normalize_is_idempotent(text):
    """The form in which names are compared is its own."""
    assert normalize(text) == normalize(normalize(text))


@given(st.text())
@example("Summit™")
@example("snake_case")
def test_normalize_gives_plain_words(text):
    """What it returns is lower-case words with single spaces between them."""
    plain = normalize(text)

    assert plain == " ".join(re.findall(r"[^\W_]+", plain))
    assert plain == plain.casefold()


# One word of Latin letters with marks, so that what is put around it is all that varies.
_words = st.text(st.sampled_from("abcdefgopqxyzáèïõüçñşžøłæœ"), min_size=3, max_size=10)
_names = st.lists(_words, min_size=1, max_size=4)


@given(
    _names, st.sampled_from([" ", "  ", "-", "–", ", ", ". ", "_", " / ", "\n", "\u00a0"])
)
def test_insensitive_to_punctuation_and_spacing(words, between):
    """What stands between words does not matter, nor what stands around them."""
    plain = normalize(" ".join(words))

    assert plain == normalize(between.join(words))
    assert plain == normalize(f" “{between.join(words)}”! ")


@given(_names)
def test_insensitive_to_case_and_accents(words):
    """Neither capitals nor accents matter, however Unicode writes them."""
    name = " ".join(words)
    bare = "".join(
        c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)
    )

    expected = normalize(name)
    assert expected == normalize(name.upper()) == normalize(name.title())
    assert expected == normalize(unicodedata.normalize("NFD", name))
    assert expected == normalize(unicodedata.normalize("NFKC", name))
    assert expected == normalize(bare)


@given(_names, st.sampled_from("'’‘ʻʼ`"))
def test_apostrophes_vanish(words, apostrophe):
    """`d'Ivoire`, `d’Ivoire` and `dIvoire` are one word."""
    name = " ".join(words)

    assert normalize(name) == normalize(name[0] + apostrophe + name[1:])


@given(_names)
def test_a_leading_article_is_left_out(words):
    """`The Gambia` and `Gambia` are the same name."""
    assert normalize(" ".join(words)) == normalize(f"The {' '.join(words)}")


@pytest.mark.parametrize(
    "text, names, expected",
    [
        ("obsever", ["member", "observer", "guest"], ["observer"]),
        ("OBSERVER!", ["observer"], ["observer"]),
        ("Perugia", ["Peru", "Fiji"], ["Peru"]),
        ("xyz", ["member", "observer"], []),
        ("", ["member"], []),
        ("member", [], []),
    ],
)
def test_closest(text, names, expected):
    """What may have been meant is offered; nothing near gives nothing."""
    assert expected == closest(text, names)


def test_closest_gives_the_best_first_and_no_more_than_asked():
    """Candidates come in the order of their likeness, as they are written."""
    names = ["Congo (Brazzaville)", "Congo", "Conga", "Cong", "Tonga"]

    assert ["Congo", "Cong"] == closest("congo!", names, most=2)
    assert ["Congo"] == closest("Congo", names, most=1)


@given(st.text(max_size=20), st.lists(st.text(max_size=20), max_size=5))
def test_closest_offers_only_what_there_is(text, names):
    """Candidates are among the names, each once, at most three."""
    near = closest(text, names)

    assert set(near) <= set(names)
    assert len(near) == len(set(near)) <= 3


@given(st.lists(_words, min_size=1, max_size=5))
def test_closest_finds_what_is_spelled_alike(names):
    """A name that differs in case or accents only is always the first candidate."""
    best = closest(names[0].upper(), names)[0]

    assert normalize(names[0]) == normalize(best)


def test_closest_stays_small_for_huge_text():
    """A megabyte is cut before it is compared."""
    assert [] == closest("x" * 1_000_000, ["member", "y" * 1_000_000])
