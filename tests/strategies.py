"""Strategies for every value and noun, and for whole catalogues.

Records are consistent with themselves, arbitrary otherwise, and full of text that
breaks what does not escape or quote. In a catalogue they also agree with one another:
what they refer to is there, and no two have the same identity.

To make a strategy takes longer than to draw from it, so each is made once and kept.
"""

from __future__ import annotations

import string

from datetime import date, timedelta
from functools import cache, lru_cache

import attrs

from hypothesis import strategies as st

import summitry

from summitry.states import StateNumber, all_states
from summitry.values import Spell


HOSTILE_TEXTS = (
    "<script>alert('x')</script>",
    '"><img src=x onerror=alert(1)>',
    "</td></table><!--",
    "&amp;&lt;&#39;",
    "{{ 7 * 7 }} ${7*7} %s %(x)s {0}",
    "=1+1",
    "@SUM(A1)",
    "-2+3",
    "'; DROP TABLE states; --",
    "she said \"no\", 'never'",
    "two\nlines",
    "a\ttab",
    "back\\slash \\n \\u0000",
    "comma, semicolon; pipe | colon: hash #",
    "  spaces around  ",
    "null",
    "true",
    "1961-09-01",
    "1e5",
    "NO",
    "__proto__",
    "../../etc/passwd",
    "https://example.org/?a=1&b=2#c",
    "Côte d’Ivoire",
    "I\u0307stanbul ıİ ß ﬁ",
    "e\u0301 \u00e9 \u212b",
    "\u0627\u0644\u0623\u0645\u0645 \u0627\u0644\u0645\u062a\u062d\u062f\u0629",
    "\u202eright to left\u202c",
    "\u200bzero\u200dwidth\ufeff",
    "不结盟运动",
    "👩‍👩‍👧‍👦🇦🇿🏳️‍🌈",
    "\u2028line\u2029paragraph\u0085next",
    "z̸̡͙͓a̴l̷g̶o̵",
    "x" * 300,
)
"""Texts that a record may hold, and that careless code trips over."""

REFUSED_TEXTS = (
    "",
    " ",
    "\n\t",
    "\u3000",
    "nul\x00",
    "bell\x07",
    "carriage\rreturn",
    "escape\x1b[31m",
    "delete\x7f",
    "lone \ud800 surrogate",
)
"""Texts that no field takes: they say nothing, or hold control characters."""

_LETTERS = st.characters(
    exclude_categories=["Cs"],
    exclude_characters=[chr(n) for n in (*range(9), *range(11, 32), 127)],
)
_SLUG = string.ascii_lowercase + string.digits
_CAPITALS = string.ascii_uppercase + string.digits
_CODES = [state.code for state in all_states()]


@cache
def texts() -> st.SearchStrategy[str]:
    """Text that a field takes, however nasty."""
    return st.one_of(
        st.sampled_from(HOSTILE_TEXTS),
        st.text(_LETTERS, min_size=1, max_size=12).filter(str.strip),
    )


@lru_cache(maxsize=512)
def maybe(strategy: st.SearchStrategy) -> st.SearchStrategy:
    """What an optional field takes."""
    return st.none() | strategy


@lru_cache(maxsize=512)
def several(strategy: st.SearchStrategy, most: int = 2) -> st.SearchStrategy[list]:
    """What a field of several takes."""
    return st.lists(strategy, max_size=most)


def several_different(
    strategy: st.SearchStrategy, most: int = 2
) -> st.SearchStrategy[list]:
    """What a field of several takes, each once; nothing if there is none to take."""
    if strategy.is_empty:
        return st.just([])
    return st.lists(strategy, max_size=most, unique=True)


# -- time ------------------------------------------------------------------------


@cache
@st.composite
def edtf_texts(draw, *, first: date = date.min, last: date = date.max) -> str:
    """A text of any form that is supported, about a day between two days."""
    day = draw(st.dates(first, last)).isoformat()
    year, month = day[:4], day[:7]
    plain = st.sampled_from([day, month, year])
    masked = st.sampled_from(
        [f"{month}-XX", f"{year}-XX", f"{year}-XX-XX"]
        + [year[:digits] + "X" * (4 - digits) for digits in (3, 2, 1)]
    )
    kind = draw(st.sampled_from(["plain", "masked", "qualified", "range", "unknown"]))
    if kind == "plain":
        return draw(plain)
    if kind == "masked":
        return draw(masked)
    if kind == "qualified":
        return draw(plain | masked) + draw(st.sampled_from("?~%"))
    if kind == "unknown":
        return "XXXX"
    other = draw(st.dates(first, last)).isoformat()
    length = draw(st.sampled_from([4, 7, 10]))
    since, until = sorted([day[:length], other[:length]])
    return draw(st.sampled_from([f"[{since}..{until}]", f"[{since}..]", f"[..{until}]"]))


@cache
def partial_dates(
    *, first: date = date(1800, 1, 1), last: date = date(2100, 12, 31)
) -> st.SearchStrategy[summitry.PartialDate]:
    """A date of any precision, about a day between two days."""
    return edtf_texts(first=first, last=last).map(summitry.PartialDate)


@cache
def any_partial_dates() -> st.SearchStrategy[summitry.PartialDate]:
    """A date of any precision, anywhere in the calendar and often at its edges."""
    edge = timedelta(days=800)
    return st.one_of(
        partial_dates(),
        partial_dates(first=date.min, last=date.max),
        partial_dates(first=date.min, last=date.min + edge),
        partial_dates(first=date.max - edge, last=date.max),
    )


@lru_cache(maxsize=512)
@st.composite
def ends(draw, dates: st.SearchStrategy | None = None) -> dict[str, object]:
    """The two ends of a spell, of which the second is not before the first."""
    dates = partial_dates() if dates is None else dates
    since, until = draw(maybe(dates)), draw(maybe(dates))
    if since is not None and until is not None and since.earliest > until.latest:
        since, until = until, since
    return {"since": since, "until": until}


def periods(
    dates: st.SearchStrategy | None = None,
) -> st.SearchStrategy[summitry.Period]:
    """A period whose ends are absent, unknown or known to any precision."""
    return ends(dates).map(lambda given: summitry.Period(**given))


# -- ids and words ---------------------------------------------------------------


@cache
def slugs() -> st.SearchStrategy[str]:
    """The id of a summit, a meeting or a source."""
    word = st.text(_SLUG, min_size=1, max_size=6)
    return st.lists(word, min_size=1, max_size=3).map("-".join)


@cache
@st.composite
def organization_ids(draw) -> str:
    """The id of an organization, sometimes one that is also the code of a state."""
    if draw(st.booleans()):
        return draw(st.sampled_from(["NAM", "UN", "CICA", "AU", "SCO-RATS", "CW", "G77"]))
    head = draw(st.sampled_from(string.ascii_uppercase))
    return head + draw(st.text(_CAPITALS, max_size=5))


@cache
def state_codes() -> st.SearchStrategy[str]:
    """The key of a state that there is or was."""
    return st.sampled_from(_CODES)


@cache
def urls() -> st.SearchStrategy[str]:
    """An address that may be made a link of."""
    return st.sampled_from(
        [
            "https://example.org/",
            "http://example.org/a?b=1&c=2#d",
            "https://example.org/'\"><script>alert(1)</script>",
            "https://xn--bcher-kva.example/é",
        ]
    )


@cache
def languages() -> st.SearchStrategy[str]:
    """A BCP 47 tag."""
    return st.sampled_from(["fr", "ar", "zh-Hant", "sr-Latn-RS", "ast"])


@cache
def identifiers() -> st.SearchStrategy[dict[str, str]]:
    """What an Identifiers can be made of."""
    schemes = st.sampled_from(["wikidata", "cow", "isni", "x_1", "a"])
    return st.dictionaries(schemes, texts(), max_size=3)


@cache
def _any(vocabulary: type) -> st.SearchStrategy:
    """A word of a vocabulary, as a member or as text."""
    return st.sampled_from([*vocabulary, *(word.value for word in vocabulary)])


def _of(values: list) -> st.SearchStrategy:
    """One of some values, of which there may be none."""
    return st.sampled_from(values) if values else st.nothing()


def _cited(cited: st.SearchStrategy[list[str]] | None) -> st.SearchStrategy:
    return several(slugs()) if cited is None else cited


@st.composite
def _spell(draw, record_type: type, /, **fields: st.SearchStrategy) -> summitry.Record:
    """A record with its fields and the two ends of its spell."""
    given = {name: draw(strategy) for name, strategy in fields.items()}
    return record_type(**given, **draw(ends()))


# -- small values ----------------------------------------------------------------


@cache
def names() -> st.SearchStrategy[summitry.Name]:
    """A name with a language and a period."""
    return _spell(summitry.Name, text=texts(), language=maybe(languages()))


@cache
def places() -> st.SearchStrategy[summitry.Place]:
    """A place of which anything may be unknown."""
    return st.builds(summitry.Place, city=maybe(texts()), state=maybe(state_codes()))


@cache
def outcomes() -> st.SearchStrategy[summitry.Outcome]:
    """What came out of a meeting."""
    return st.builds(
        summitry.Outcome,
        title=texts(),
        kind=maybe(texts()),
        date=maybe(partial_dates()),
        url=maybe(urls()),
    )


@cache
def representatives() -> st.SearchStrategy[summitry.Representative]:
    """A person in a capacity."""
    return st.builds(
        summitry.Representative,
        name=texts(),
        post=maybe(texts()),
        level=maybe(_any(summitry.Level)),
        person_id=maybe(texts()),
    )


def delegations(
    organizations: st.SearchStrategy[str] | None = None,
) -> st.SearchStrategy[summitry.Delegation]:
    """A party to a meeting, either a state or an organization."""
    ids = organization_ids() if organizations is None else organizations
    people = several(representatives())
    return st.one_of(
        st.builds(summitry.Delegation, state=state_codes(), representatives=people),
        st.builds(summitry.Delegation, organization=ids, representatives=people),
    )


@cache
def chairs() -> st.SearchStrategy[summitry.Chair]:
    """A person in the chair."""
    return _spell(
        summitry.Chair, name=texts(), post=maybe(texts()), person_id=maybe(texts())
    )


@cache
def coverages() -> st.SearchStrategy[summitry.Coverage]:
    """A statement of what is complete for which time."""
    return _spell(summitry.Coverage, of=_any(summitry.CoverageOf))


@cache
def state_numbers() -> st.SearchStrategy[StateNumber]:
    """A number of a state in a scholarly list."""
    return _spell(StateNumber, number=st.integers(1, 999))


@cache
def expectations() -> st.SearchStrategy[summitry.Expectation]:
    """What a check is told to expect."""
    codes = st.from_regex(
        "SMT[0-9]{3}", fullmatch=True, alphabet=st.characters(codec="ascii")
    )
    return st.builds(summitry.Expectation, rule=codes, reason=texts())


# -- nouns -----------------------------------------------------------------------


def sources(
    ids: st.SearchStrategy[str] | None = None,
) -> st.SearchStrategy[summitry.Source]:
    """A document that was consulted."""
    return st.builds(
        summitry.Source,
        id=slugs() if ids is None else ids,
        title=texts(),
        publisher=maybe(texts()),
        url=maybe(urls()),
        published=maybe(partial_dates()),
        consulted=maybe(partial_dates()),
        note=maybe(texts()),
        expected=several(expectations()),
    )


def states(
    ids: st.SearchStrategy[str] | None = None,
    cited: st.SearchStrategy[list[str]] | None = None,
) -> st.SearchStrategy[summitry.State]:
    """A state of the user's own making."""
    code = st.text(string.ascii_uppercase, min_size=3, max_size=3)
    return st.builds(
        summitry.State,
        code=(state_codes() | code) if ids is None else ids,
        name=texts(),
        names=several(names()),
        existed=several(_spell(Spell)),
        territory_of=maybe(state_codes()),
        former_codes=several(code),
        cow_numbers=several(state_numbers()),
        cow_abbreviation=maybe(texts()),
        gw_numbers=several(state_numbers()),
        wikidata=maybe(texts()),
        succeeds=several(state_codes()),
        succeeded_by=several(state_codes()),
        sources=_cited(cited),
        note=maybe(texts()),
        expected=several(expectations()),
    )


def organizations(
    ids: st.SearchStrategy[str] | None = None,
    cited: st.SearchStrategy[list[str]] | None = None,
) -> st.SearchStrategy[summitry.Organization]:
    """A body; what it is part of and follows need not be there."""
    ids = organization_ids() if ids is None else ids
    return _spell(
        summitry.Organization,
        id=ids,
        name=texts(),
        names=several(names()),
        acronyms=several(texts()),
        form=maybe(_any(summitry.OrganizationForm)),
        dormant=several(_spell(Spell)),
        part_of=maybe(ids),
        preceded_by=several(ids),
        seat=maybe(places()),
        website=maybe(urls()),
        ids=identifiers(),
        coverage=several(coverages()),
        reviewed=maybe(partial_dates()),
        sources=_cited(cited),
        note=maybe(texts()),
        expected=several(expectations()),
    )


def _membership(cited: st.SearchStrategy[list[str]] | None) -> dict:
    return {
        "status": _any(summitry.Status),
        "status_label": maybe(texts()),
        "standing": _any(summitry.Standing),
        "entry": maybe(_any(summitry.Entry)),
        "exit": maybe(_any(summitry.Exit)),
        "sources": _cited(cited),
        "note": maybe(texts()),
        "expected": several(expectations()),
    }


def member_states(
    ids: st.SearchStrategy[str] | None = None,
    cited: st.SearchStrategy[list[str]] | None = None,
) -> st.SearchStrategy[summitry.MemberState]:
    """A spell of a state in an organization."""
    return _spell(
        summitry.MemberState,
        organization=organization_ids() if ids is None else ids,
        state=state_codes(),
        **_membership(cited),
    )


def member_organizations(
    ids: st.SearchStrategy[str] | None = None,
    cited: st.SearchStrategy[list[str]] | None = None,
) -> st.SearchStrategy[summitry.MemberOrganization]:
    """A spell of an organization in another."""
    ids = organization_ids() if ids is None else ids
    two = st.lists(ids, min_size=2, max_size=2, unique=True)
    return two.flatmap(
        lambda pair: _spell(
            summitry.MemberOrganization,
            organization=st.just(pair[0]),
            member_organization=st.just(pair[1]),
            **_membership(cited),
        )
    )


def chairmanships(
    ids: st.SearchStrategy[str] | None = None,
    cited: st.SearchStrategy[list[str]] | None = None,
) -> st.SearchStrategy[summitry.Chairmanship]:
    """A term of a state, or of an organization, in the chair."""
    ids = organization_ids() if ids is None else ids
    rest = {
        "organization": ids,
        "chairs": several(chairs()),
        "form": maybe(_any(summitry.ChairForm)),
        "sources": _cited(cited),
        "note": maybe(texts()),
        "expected": several(expectations()),
    }
    return st.one_of(
        _spell(summitry.Chairmanship, state=state_codes(), **rest),
        _spell(summitry.Chairmanship, chair_organization=ids, **rest),
    )


def appointments(
    ids: st.SearchStrategy[str] | None = None,
    cited: st.SearchStrategy[list[str]] | None = None,
) -> st.SearchStrategy[summitry.Appointment]:
    """A person in a post of an organization."""
    return _spell(
        summitry.Appointment,
        name=texts(),
        organization=organization_ids() if ids is None else ids,
        state=maybe(state_codes()),
        post=texts(),
        level=_any(summitry.Level),
        person_id=maybe(texts()),
        capacity=_any(summitry.Capacity),
        sources=_cited(cited),
        note=maybe(texts()),
        expected=several(expectations()),
    )


def _meeting(cited: st.SearchStrategy[list[str]] | None) -> dict:
    return {
        "modality": _any(summitry.Modality),
        "happened": _any(summitry.Happened),
        "place": maybe(places()),
        "topics": several(texts()),
        "outcomes": several(outcomes()),
        "sources": _cited(cited),
        "note": maybe(texts()),
        "expected": several(expectations()),
    }


def _different(
    organizations: st.SearchStrategy[str] | None, least: int, most: int
) -> st.SearchStrategy[list[summitry.Delegation]]:
    """Delegations of different parties."""
    return st.lists(
        delegations(organizations),
        min_size=least,
        max_size=most,
        unique_by=lambda d: (d.state, d.organization),
    )


def summits(
    ids: st.SearchStrategy[str] | None = None,
    organizations: st.SearchStrategy[str] | None = None,
    cited: st.SearchStrategy[list[str]] | None = None,
) -> st.SearchStrategy[summitry.Summit]:
    """A meeting of organizations."""
    bodies = organization_ids() if organizations is None else organizations
    return _spell(
        summitry.Summit,
        id=slugs() if ids is None else ids,
        organizations=several_different(bodies),
        name=texts(),
        number=maybe(st.integers(1, 200)),
        kind=_any(summitry.SummitKind),
        host=maybe(state_codes()),
        chair=maybe(delegations(organizations)),
        delegations=_different(organizations, 0, 3),
        **_meeting(cited),
    )


def bilateral_meetings(
    ids: st.SearchStrategy[str] | None = None,
    organizations: st.SearchStrategy[str] | None = None,
    summit_ids: st.SearchStrategy[str | None] | None = None,
    cited: st.SearchStrategy[list[str]] | None = None,
) -> st.SearchStrategy[summitry.BilateralMeeting]:
    """A meeting of two different parties."""
    return _spell(
        summitry.BilateralMeeting,
        id=slugs() if ids is None else ids,
        delegations=_different(organizations, 2, 2),
        format=maybe(_any(summitry.MeetingFormat)),
        sidelines_of=maybe(slugs()) if summit_ids is None else summit_ids,
        **_meeting(cited),
    )


NOUNS: dict[type, st.SearchStrategy] = {
    summitry.Source: sources(),
    summitry.State: states(),
    summitry.Organization: organizations(),
    summitry.MemberState: member_states(),
    summitry.MemberOrganization: member_organizations(),
    summitry.Chairmanship: chairmanships(),
    summitry.Appointment: appointments(),
    summitry.Summit: summits(),
    summitry.BilateralMeeting: bilateral_meetings(),
}
"""A strategy for each type of record that a catalogue holds."""

PARTS: dict[type, st.SearchStrategy] = {
    summitry.Expectation: expectations(),
    summitry.Name: names(),
    summitry.Place: places(),
    summitry.Outcome: outcomes(),
    summitry.Representative: representatives(),
    summitry.Delegation: delegations(),
    summitry.Chair: chairs(),
    summitry.Coverage: coverages(),
    StateNumber: state_numbers(),
}
"""A strategy for each type of record that stands only within another."""


def records() -> st.SearchStrategy[summitry.Record]:
    """Any record that a catalogue holds."""
    return st.one_of(*NOUNS.values())


@st.composite
def catalogs(draw, *, most: int = 3) -> summitry.Catalog:
    """A catalogue whose records agree with one another, of up to *most* of each noun."""
    source_ids = draw(st.lists(slugs(), max_size=most, unique=True))
    body_ids = draw(st.lists(organization_ids(), max_size=most, unique=True))
    summit_ids = draw(st.lists(slugs(), max_size=most, unique=True))
    meeting_ids = draw(st.lists(slugs(), max_size=most, unique=True))
    own_codes = draw(st.lists(state_codes(), max_size=1))
    cited = several_different(_of(source_ids))
    bodies = _of(body_ids)

    found: list[summitry.Record] = []
    found += [draw(sources(st.just(key))) for key in source_ids]
    found += [draw(states(st.just(code), cited)) for code in own_codes]
    for key in body_ids:
        body = draw(organizations(st.just(key), cited))
        others = [other for other in body_ids if other != key]
        part_of = draw(maybe(_of(others)))
        follows = draw(several_different(_of(others)))
        found.append(attrs.evolve(body, part_of=part_of, preceded_by=follows))
    spells = []
    if body_ids:
        spells.append(member_states(bodies, cited))
        spells.append(chairmanships(bodies, cited))
        spells.append(appointments(bodies, cited))
    if len(body_ids) > 1:
        spells.append(member_organizations(bodies, cited))
    for strategy in spells:
        found += draw(
            st.lists(strategy, max_size=most, unique_by=lambda spell: spell.identity())
        )
    found += [draw(summits(st.just(key), bodies, cited)) for key in summit_ids]
    beside = maybe(_of(summit_ids))
    found += [
        draw(bilateral_meetings(st.just(key), bodies, beside, cited))
        for key in meeting_ids
    ]
    return summitry.Catalog(
        draw(st.permutations(found)),
        as_of=draw(maybe(partial_dates())),
        version=draw(maybe(texts())),
    )
