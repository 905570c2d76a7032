"""ISO 3166 as it leaves the one module that knows pycountry: plain and unchangeable."""

from __future__ import annotations

import copy
import pickle

import pycountry
import pytest

from summitry.states import iso


@pytest.mark.parametrize(
    "code, alpha_2, alpha_4, numeric",
    [
        ("AZE", "AZ", None, "031"),
        ("TUR", "TR", None, "792"),
        ("YUG", "YU", "YUCS", "891"),
        ("SUN", "SU", "SUHH", "810"),
        ("CSK", "CS", "CSHH", "200"),
        ("SCG", "CS", "CSXX", "891"),
        # in force and, with another extent, withdrawn: the one in force is meant
        ("ATF", "TF", None, "260"),
    ],
)
def test_entry(code, alpha_2, alpha_4, numeric):
    """Codes in force and withdrawn ones have their entries."""
    entry = iso.entry(code)

    assert (alpha_2, code, alpha_4, numeric) == entry[:4]


@pytest.mark.parametrize("code", ["XKX", "XUR", "AZ", "aze", ""])
def test_no_entry(code):
    """What ISO never had, and what is no alpha-3 code, has none."""
    assert iso.entry(code) is None


def test_withdrawn():
    """A code in force was not withdrawn; a former one was, on a day if it is known."""
    assert iso.entry("AZE").withdrawn is None
    assert iso.entry("ATF").withdrawn is None
    assert "2003-07-23" == iso.entry("YUG").withdrawn


def test_every_entry_is_there():
    """Every country that pycountry has, present or past, is there, and none besides."""
    current = {country.alpha_3 for country in pycountry.countries}
    former = {country.alpha_3 for country in pycountry.historic_countries}
    in_force = {code for code, e in iso.entries().items() if e.withdrawn is None}

    assert current | former == set(iso.entries())
    assert current == in_force


def test_entries_are_plain():
    """Nothing of pycountry leaks: tuples of texts, which copy and pickle."""
    for entry in iso.entries().values():
        assert {str, type(None), tuple} >= {type(value) for value in entry}
        assert all(type(name) is str for name in entry.names)
        assert entry == copy.deepcopy(entry) == pickle.loads(pickle.dumps(entry))
        assert entry.names
