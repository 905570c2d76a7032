"""Summits and meetings as a calendar, read back by others."""

from __future__ import annotations

import gzip
import re
import sys
import warnings

from datetime import UTC, date, datetime, timedelta

import attrs
import icalendar
import pytest

from hypothesis import given
from hypothesis import strategies as st

import strategies

from small import SMALL
from summitry import (
    BilateralMeeting,
    Catalog,
    Delegation,
    Organization,
    Outcome,
    Place,
    Representative,
    Source,
    State,
    Summit,
)
from summitry.errors import (
    DuplicateRecord,
    FileError,
    InvalidValue,
    MissingExtra,
    OmissionWarning,
    WrongType,
)
from summitry.ext.calendar import to_ical, write_ical


BERGEN = Summit(
    id="lakes-2024",
    organizations=["LAKES"],
    name="1st Summit; of the Lakes, \\ at last",
    since="2024-05-03",
    until="2024-05-04",
)


def events(data):
    """The events of a calendar as the package icalendar reads them."""
    return icalendar.Calendar.from_ical(data).walk("VEVENT")


def event(record, **options):
    """The only event of the calendar of one record."""
    (found,) = events(to_ical([record], **options))
    return found


def plain(data):
    """The events of a calendar, read by the letter of RFC 5545 and nothing else.

    Each is a dict from a property's name to the texts of its values, parameters left out.
    """
    assert data.endswith(b"\r\n")
    lines = data.removesuffix(b"\r\n").split(b"\r\n")
    assert not [line for line in lines if len(line) > 75]
    for line in lines:
        line.decode()  # no character is torn apart
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line)
    unfolded = b"\r\n".join(lines).replace(b"\r\n ", b"").decode().split("\r\n")
    assert ["BEGIN:VCALENDAR", "END:VCALENDAR"] == [unfolded[0], unfolded[-1]]
    found = []
    for line in unfolded:
        name, value = re.fullmatch(r"([A-Z-]+)(?:;[A-Z]+=[A-Z]+)*:(.*)", line).groups()
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            found[-1].setdefault(name, []).append(value)
    return found


def text(value):
    """What an escaped text says; every character that must be escaped is."""
    assert not re.sub(r"\\[\\;,nN]", "", value).count("\\")
    assert not re.search("[;,]", re.sub(r"\\.", "", value))
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)


# -- what is in an event -------------------------------------------------------------


def test_a_summit_of_known_days(world):
    """From the first day to the last: DTEND is the day after it."""
    belgrade = event(world.summits["nam-1961"])

    assert date(1961, 9, 1) == belgrade["dtstart"].dt
    assert date(1961, 9, 7) == belgrade["dtend"].dt
    assert "DATE" == belgrade["dtstart"].params["VALUE"]
    assert "summit.nam-1961@summitry" == belgrade["uid"]
    assert "Belgrade, Yugoslavia" == belgrade["location"]
    assert "CONFIRMED" == belgrade["status"]
    assert ["NAM", "ordinary summit"] == belgrade["categories"].cats
    assert world.summits["nam-1961"].name == belgrade["summary"]
    assert "transp" not in belgrade
    assert "organizer" not in belgrade  # nobody is known to have sent it


def test_a_meeting_on_the_sidelines(world):
    """It names the parties, and the event of its summit as its parent."""
    meeting = event(world.meetings.with_("CHN").one())

    assert "CICA – China (some time in 2023-03)" == meeting["summary"]
    assert "summit.nam-contact-group-2023@summitry" == meeting["related-to"]
    assert "PARENT" == meeting["related-to"].params["RELTYPE"]
    assert "bilateral-meeting.cica-chn-baku-2023@summitry" == meeting["uid"]
    assert ["bilateral meeting"] == meeting["categories"].cats
    described = str(meeting["description"])
    assert "- China: Li Hui (Special Representative of the Chinese" in described
    assert "Note: The release gives no day" in described
    assert meeting["url"].startswith("https://s-cica.org/")


def test_every_field_is_told():
    """What has no property of its own is in the description."""
    summit = event(SMALL.summits["club-2001"], catalog=SMALL)
    meeting = event(SMALL.meetings.one(), catalog=SMALL)

    assert (
        "Of:\n- The Club\n- Union\n"
        "Chair: Norway\n"
        "Modality: hybrid\n"
        "Date: 2001-05-05/2001-05-06\n"
        "Delegations:\n"
        "- Iceland: Jón Jónsson (Minister: Trade); Y\n"
        "- The Club\n"
        "Topics:\n- health: all of it\n- =1+1\n"
        "Outcomes:\n"
        "- Bergen Declaration (declaration, 2001-05-06) <https://club.example/bergen>\n"
        "- -\n"
        "Note: as: told, at the time\n"
        "Sources:\n"
        "- Charter of the Club, “as amended”, The Club <https://example.org/charter?a=1&b=2#c>\n"
        "- 1961-09-01"
    ) == summit["description"]
    assert "Format: tete a tete\nModality: virtual\n" in meeting["description"]
    assert "Oslo" == meeting["location"]


@pytest.mark.parametrize(
    "happened, status",
    [
        ("held", "CONFIRMED"),
        ("planned", "TENTATIVE"),
        ("cancelled", "CANCELLED"),
        ("postponed", "CANCELLED"),
    ],
)
def test_what_became_of_it(happened, status):
    """On the days from which a meeting was moved away, it did not take place."""
    found = event(attrs.evolve(BERGEN, happened=happened))

    assert status == found["status"]
    assert ("(postponed)" in found["summary"]) is (happened == "postponed")


@pytest.mark.parametrize(
    "since, until, mark, first, after",
    [
        ("1961", None, "in 1961", date(1961, 1, 1), date(1962, 1, 1)),
        ("1961-09", None, "in 1961-09", date(1961, 9, 1), date(1961, 10, 1)),
        ("1961-09", "1961-09", "in 1961-09", date(1961, 9, 1), date(1961, 10, 1)),
        (
            *("1961~", None, "between 1960-01-01 and 1962-12-31"),
            *(date(1960, 1, 1), date(1963, 1, 1)),
        ),
        (
            *("2014-11-12", "[2014-11-12..2014-11-13]"),
            *(
                "between 2014-11-12 and 2014-11-13",
                date(2014, 11, 12),
                date(2014, 11, 14),
            ),
        ),
        (
            *("196X", None, "between 1960-01-01 and 1969-12-31"),
            *(date(1960, 1, 1), date(1970, 1, 1)),
        ),
    ],
)
def test_a_date_that_is_partly_known(since, until, mark, first, after):
    """The event is over all that the date can mean, says so, and keeps nobody busy."""
    found = event(attrs.evolve(BERGEN, since=since, until=until))

    assert found["summary"].endswith(f" (some time {mark})")
    assert (first, after) == (found["dtstart"].dt, found["dtend"].dt)
    assert "TRANSPARENT" == found["transp"]
    assert f"Date: {since}" in found["description"]


def test_an_end_that_leaves_one_day_is_known():
    """It cannot have ended before it began."""
    found = event(
        attrs.evolve(BERGEN, since="[2024-05-03..2024-05-05]", until="2024-05-03")
    )

    assert date(2024, 5, 4) == found["dtend"].dt
    assert "transp" not in found


@pytest.mark.parametrize(
    "since, until",
    [
        (None, None),
        ("XXXX", None),
        ("[2006..]", None),
        ("[..2009-07]", None),
        ("2006", "XXXX"),
        (None, "2009"),
    ],
)
def test_what_may_have_been_on_any_day_is_left_out_and_named(since, until):
    """Nothing is lost without a word."""
    lost = attrs.evolve(BERGEN, id="lakes-lost", since=since, until=until)

    with pytest.warns(OmissionWarning, match="any day: lakes-lost") as caught:
        data = to_ical([BERGEN, lost])

    assert (lost,) == caught[0].message.records
    assert __file__ == caught[0].filename
    assert ["summit.lakes-2024@summitry"] == [str(e["uid"]) for e in events(data)]


def test_a_warning_about_many_is_short(tmp_path):
    """All of them are in its records; the caller of either function is pointed to."""
    lost = [
        attrs.evolve(BERGEN, id=f"lost-{n}", since=None, until=None) for n in range(99)
    ]

    with pytest.warns(OmissionWarning) as caught:
        write_ical(lost, tmp_path / "lost.ics")

    assert len(str(caught[0].message)) < 200
    assert tuple(lost) == caught[0].message.records
    assert __file__ == caught[0].filename


# -- names, sources, stamps ----------------------------------------------------------


def test_names_are_those_of_the_catalogue():
    """A catalogue's own, or that which is given; what neither holds goes by its id."""
    own = Catalog(
        [
            BERGEN,
            attrs.evolve(SMALL.organizations["CLUB"], id="LAKES", name="The Lakes"),
            State(code="NOR", name="Noreg"),
        ]
    )
    met = BilateralMeeting(
        id="m",
        delegations=[Delegation(state="NOR"), Delegation(organization="LAKES")],
        place=Place(state="NOR"),
        since="2024-05-03",
    )

    assert "Of: The Lakes\n" in events(to_ical(own))[0]["description"]
    over = to_ical(Catalog([BERGEN]), catalog=own)
    assert "Of: The Lakes\n" in events(over)[0]["description"]
    assert "Of: LAKES\n" in event(BERGEN)["description"]
    assert "Noreg – LAKES" == event(met, catalog=own)["summary"]
    assert "Noreg" == event(met, catalog=own)["location"]
    assert "- The Lakes" in event(met, catalog=own)["description"]
    assert "Norway – LAKES" == event(met)["summary"]
    assert "- LAKES" in event(met)["description"]


def test_a_place_of_which_nothing_is_known():
    """It is no location."""
    assert "location" not in event(attrs.evolve(BERGEN, place=Place()))


def test_a_source_that_the_catalogue_does_not_hold():
    """It goes by its id."""
    found = event(attrs.evolve(BERGEN, sources=["lost-paper"]))

    assert found["description"].endswith("Sources: lost-paper")
    assert "url" not in found


@pytest.mark.parametrize(
    "consulted, as_of, stamp",
    [
        (["2024-05", "2025-01-02"], "2026", datetime(2025, 1, 2, tzinfo=UTC)),
        (["[..2025-01-02]", None], "2026-02", datetime(2026, 2, 1, tzinfo=UTC)),
        ([], "2026-02", datetime(2026, 2, 1, tzinfo=UTC)),
        ([], "XXXX", datetime(1970, 1, 1, tzinfo=UTC)),
        ([], None, datetime(1970, 1, 1, tzinfo=UTC)),
    ],
)
def test_the_stamp_is_of_the_facts_not_of_the_hour(consulted, as_of, stamp):
    """The last day on which a source was consulted, or else the catalogue's date."""
    sources = [
        Source(id=f"s{n}", title="A paper", consulted=day)
        for n, day in enumerate(consulted)
    ]
    cited = attrs.evolve(BERGEN, sources=[source.id for source in sources])
    (found,) = events(to_ical(Catalog([cited, *sources], as_of=as_of)))

    assert stamp == found["dtstamp"].dt


# -- the whole -----------------------------------------------------------------------


def test_the_bundled_catalogue_is_read_back(world):
    """Every summit and meeting, on its days, as two readers see them."""
    data = to_ical(world)
    read, by_the_letter = events(data), plain(data)
    records = [*world.summits, *world.meetings]

    assert len(records) == len(read) == len(by_the_letter)
    assert len(records) == len({str(found["uid"]) for found in read})
    for record, found, other in zip(records, read, by_the_letter, strict=True):
        days = (record.period.earliest, record.period.latest + timedelta(days=1))
        assert days == (found["dtstart"].dt, found["dtend"].dt)
        assert [f"{day:%Y%m%d}" for day in days] == other["DTSTART"] + other["DTEND"]
        for name in ("summary", "description", "uid"):
            assert [str(found[name])] == [text(value) for value in other[name.upper()]]


def test_another_package_reads_the_same(world):
    """The package vobject, which has nothing in common with the one that wrote it."""
    vobject = pytest.importorskip("vobject")
    data = to_ical([*world.summits, *world.meetings], catalog=world)
    calendar = vobject.readOne(data.decode())

    assert len(world.summits) + len(world.meetings) == len(calendar.vevent_list)
    for found, other in zip(events(data), calendar.vevent_list, strict=True):
        ends = (other.dtstart.value, other.dtend.value)
        assert ends == (found["dtstart"].dt, found["dtend"].dt)
        for name in ("uid", "summary", "description"):
            assert str(found[name]) == getattr(other, name).value


def test_the_same_records_give_the_same_bytes(world):
    """There is no moment of writing in them."""
    assert to_ical(world.summits) == to_ical(iter(world.summits))


def test_a_collection_and_a_catalogue(world):
    """A catalogue gives its summits and then its meetings."""
    both = events(to_ical(SMALL.without(SMALL.summits["club-2002"])))
    meetings = events(to_ical(world.meetings))

    assert ["summit.club-2001@summitry", "bilateral-meeting.isl-nor-2001@summitry"] == [
        str(found["uid"]) for found in both
    ]
    assert 7 == len(meetings)


def test_an_id_of_both_kinds():
    """Summits and meetings each know only their own ids; events are told apart."""
    met = BilateralMeeting(
        id=BERGEN.id,
        delegations=[Delegation(state="NOR"), Delegation(state="ISL")],
        since="2024-05-03",
    )

    assert 2 == len({str(found["uid"]) for found in events(to_ical([BERGEN, met]))})


def test_a_calendar_has_a_name():
    """It is given twice, as text: as the standard has it, and as programs read it."""
    lines = to_ical([BERGEN], name="Lakes, 2024\nfinal").split(b"\r\n")

    assert rb"NAME:Lakes\, 2024\nfinal" in lines
    assert rb"X-WR-CALNAME:Lakes\, 2024\nfinal" in lines
    assert b"NAME:" not in to_ical([BERGEN])


def test_an_empty_calendar():
    """It holds nothing, and is one."""
    assert [] == events(to_ical([]))


@given(
    st.lists(
        strategies.summits() | strategies.bilateral_meetings(),
        max_size=3,
        unique_by=lambda record: record.identity(),
    ),
    st.lists(strategies.sources(), max_size=2, unique_by=lambda source: source.id),
    strategies.texts(),
)
def test_hostile_text_stays_text(records, sources, name):
    """No text of a record ends a line, begins a property or is changed on the way."""
    cited = [attrs.evolve(r, sources=[s.id for s in sources]) for r in records]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", OmissionWarning)
        data = to_ical(cited, catalog=Catalog(sources), name=name)
    found = plain(data)

    assert len(found) == len(events(data)) <= len(records)
    assert data.decode().splitlines() == data.decode().removesuffix("\r\n").split("\r\n")
    dated = {f"{type(r).type_name.replace('_', '-')}.{r.id}@summitry": r for r in cited}
    for each, other in zip(found, events(data), strict=True):
        record = dated[each["UID"][0]]
        assert text(each["DESCRIPTION"][0]) == str(other["description"])
        assert text(each["SUMMARY"][0]) == str(other["summary"])
        if isinstance(record, Summit):
            assert text(each["SUMMARY"][0]).startswith(softened(record.name))
        for topic in record.topics:
            assert softened(topic) in text(each["DESCRIPTION"][0])


def softened(value):
    """A text with the line ends of Unicode as plain ones."""
    return re.sub("[\x85\u2028\u2029]", "\n", value)


# -- files ---------------------------------------------------------------------------


@pytest.mark.parametrize("name, opened", [("a.ics", open), ("a.ICS.gz", gzip.open)])
def test_a_file(name, opened, tmp_path):
    """Compressed, if its name says so."""
    write_ical([BERGEN], tmp_path / name, name="Lakes")

    with opened(tmp_path / name, "rb") as stream:
        assert to_ical([BERGEN], name="Lakes") == stream.read()


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    """What was there stays, if what is to be written is wrong."""
    file = tmp_path / "a.ics"
    file.write_text("as it was")

    with pytest.raises(WrongType):
        write_ical([BERGEN, "lakes-2025"], file)
    assert "as it was" == file.read_text()
    assert [file] == list(tmp_path.iterdir())


def test_a_name_of_another_format(tmp_path):
    """A calendar is not hidden behind the name of something else."""
    with pytest.raises(FileError, match=r"a\.json' is no name of a calendar.*\.ics"):
        write_ical([BERGEN], tmp_path / "a.json")


# -- what is wrong -------------------------------------------------------------------


@pytest.mark.parametrize(
    "records",
    [
        "nam-1961",
        3,
        None,
        BERGEN,
        [BERGEN, Organization(id="LAKES", name="The Lakes")],
        [{"id": "lakes-2024"}],
    ],
)
def test_what_is_neither_summit_nor_meeting(records):
    """It is refused, never left out."""
    with pytest.raises(WrongType, match=r"expected a (Summit|sequence of summits)"):
        to_ical(records)


def test_two_of_one_identity():
    """They would be one event."""
    with pytest.raises(DuplicateRecord):
        to_ical([BERGEN, attrs.evolve(BERGEN, name="The same")])


def test_a_catalogue_that_is_none():
    """Names are looked up in nothing else."""
    with pytest.raises(WrongType, match="expected a Catalog"):
        to_ical([BERGEN], catalog=[BERGEN])


def test_a_name_that_is_none():
    """No more than in a record."""
    with pytest.raises(InvalidValue, match="empty"):
        to_ical([BERGEN], name="")


def test_without_icalendar(monkeypatch):
    """The error says which extra to install."""
    monkeypatch.setitem(sys.modules, "icalendar", None)

    with pytest.raises(MissingExtra, match=r"summitry\[calendar\]"):
        to_ical([BERGEN])


def test_outcomes_and_people_need_say_no_more_than_they_do():
    """A title alone, a name alone."""
    found = event(
        attrs.evolve(
            BERGEN,
            outcomes=[Outcome(title="Declaration")],
            chair=Delegation(state="NOR", representatives=[Representative(name="Y")]),
        )
    )

    assert "Outcomes: Declaration" in found["description"]
    assert "Chair: Norway: Y\n" in found["description"]
