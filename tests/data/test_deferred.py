"""The bundled catalogue is read as it is asked: nobody sees a difference but the time."""

from __future__ import annotations

import pickle
import threading

import attrs
import pytest

import summitry

from summitry.catalog.deferred import Deferred
from summitry.data import loader


@pytest.fixture
def fresh():
    """The catalogue, of which nothing has been asked yet."""
    return loader.load.__wrapped__()


@pytest.fixture
def read(monkeypatch):
    """The lists that are read from now on, by name, with their number."""
    seen = []
    records = loader._records

    def watched(lists, sharing):
        found = records(lists, sharing)
        seen.append(({*lists}, {getattr(r, "organization", None) for r in found}))
        return found

    monkeypatch.setattr(loader, "_records", watched)
    return seen


def test_a_question_reads_what_it_needs(read):
    """Members of one body: its memberships, and nothing of any other."""
    fresh = loader.load.__wrapped__()

    assert 120 == len(fresh.members("NAM", on="2023-03-02"))
    assert [{"NAM"}] == [bodies for _, bodies in read]
    assert "AZE" == fresh.chair("NAM", on="2023-03-02").state
    assert "António Guterres" == fresh.head("UN").name
    assert [{"NAM"}, {"NAM"}, {"UN"}] == [bodies for _, bodies in read]
    fresh.members("NAM", on="1961-09-01")
    fresh.is_member("Palestine", of="NAM")
    assert 3 == len(read)
    fresh.memberships.by("CUB").of("OAS")
    everything = len(read)
    fresh.memberships.of("OAS")
    list(fresh.memberships)
    assert 3 < everything == len(read)  # nothing twice


def test_the_same_before_and_after_all_is_read(fresh):
    """One by one or together: the very same records, in the same order."""
    one_by_one = {
        (kind, body.id): tuple(getattr(fresh, kind).of(body))
        for kind in ("memberships", "chairmanships", "appointments")
        for body in fresh.organizations
    }
    whole = len(fresh)

    for (kind, body), records in one_by_one.items():
        again = tuple(getattr(fresh, kind).of(body))
        assert records == again
        assert all(a is b for a, b in zip(records, again, strict=True))
        assert records == tuple(r for r in getattr(fresh, kind) if r.organization == body)
    assert whole == len(list(fresh)) == len(set(fresh))


def test_equal_to_the_one_that_is_built_of_its_records(fresh):
    """What is deferred and what is not answer alike."""
    built = summitry.Catalog(fresh, as_of=fresh.as_of, version=fresh.version)
    other = loader.load.__wrapped__()

    assert built == other
    assert hash(built) == hash(other)
    assert repr(built) == repr(other)
    for body in built.organizations:
        assert built.memberships.of(body) == other.memberships.of(body)
    assert built.memberships == other.memberships
    assert built.summits == other.summits
    assert built.sources == other.sources
    assert () == built.diff(other).changed
    assert pickle.loads(pickle.dumps(other)) == built


def test_an_unknown_body_is_unknown(fresh):
    """An id that nothing bears is no empty part."""
    with pytest.raises(summitry.errors.UnknownOrganization):
        fresh.memberships.of("QQQ")
    assert 0 == len(fresh.chairmanships.of("EURASEC"))
    assert 0 == len(fresh.memberships.of("EURASEC"))


def test_laid_over_before_it_was_read(fresh):
    """An overlay reads it all and finds the corrected record in its place."""
    nam = fresh.memberships.of("NAM").by("AZE").where(status="member").one()
    corrected = summitry.Catalog([attrs.evolve(nam, note="mine")])

    laid = (fresh | corrected).memberships.of("NAM").by("AZE")
    assert "mine" == laid.where(status="member").one().note
    assert len(fresh) == len(fresh | corrected)


def test_in_several_threads(fresh):
    """Whoever comes first, all get the same."""
    found, start = [], threading.Barrier(8)

    def ask():
        start.wait()
        found.append((tuple(fresh.memberships.of("UN")), tuple(fresh.memberships)))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert 8 == len(found)
    for one, every in found:
        assert found[0] == (one, every)
        assert all(a is b for a, b in zip(one, found[0][0], strict=True))


def test_parts():
    """In order, each read once; what has no part has no records."""
    calls = []

    def part(*records):
        return lambda: calls.append(records) or records

    deferred = Deferred({"b": part(1, 2), "a": part(3)})

    assert () == deferred.part("c")
    assert (3,) == deferred.part("a")
    assert (1, 2, 3) == deferred.whole() == deferred.whole()
    assert [(3,), (1, 2)] == calls
