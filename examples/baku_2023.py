"""Check a press release against the records.

On 2 March 2023 the Non-Aligned Movement (NAM) met in Baku, and the secretariat of the
Conference on Interaction and Confidence Building Measures in Asia (CICA) put out a
release about it. Everything printed here is computed from summitry's records; typed in
is only what the release claims.

Run it with ``python examples/baku_2023.py``.
"""

from __future__ import annotations

import textwrap

from typing import TYPE_CHECKING, NamedTuple

import summitry


if TYPE_CHECKING:
    from collections.abc import Iterable


WORLD = summitry.load()
SUMMIT = WORLD.summits["nam-contact-group-2023"]
NAM = WORLD.organization("Non-Aligned Movement")
DAY = SUMMIT.since or summitry.PartialDate("2023-03-02")

WIDTH = 88
SHOWN_SOURCES = 3


class Claim(NamedTuple):
    """What the release says, what the records say, and which records say it."""

    subject: str
    said: str
    found: str
    agrees: bool
    because: tuple[summitry.Sourced, ...]


def main() -> None:
    """Print the whole check."""
    date = f"{DAY.earliest.day} {DAY.earliest:%B %Y}"
    heading(f"A press release checked: the {NAM.name} in Baku, {date}", "=")
    release = the_release()
    say(
        f"The release: “{release.title}”, {release.publisher}. Checked against the "
        f"summitry catalogue {WORLD.version}, whose facts are as of {WORLD.as_of}."
    )
    the_movement()
    the_summit()
    the_sidelines()
    the_counterparts()
    the_verdict([*claims_of_number(), claim_of_founding(), claim_of_chair()])


def the_release() -> summitry.Source:
    """Return the press release: the source that all the meetings have in common."""
    meetings = WORLD.meetings.at(SUMMIT)
    common = set.intersection(*(set(meeting.sources) for meeting in meetings))
    return WORLD.sources[min(common)]


def the_movement() -> None:
    """Print who belonged to the movement on the day, and who presided over it."""
    chair = WORLD.chair(NAM, on=DAY)
    members = WORLD.members(NAM, on=DAY)
    observers = WORLD.observers(NAM, on=DAY)
    outside = set(members.states) - set(WORLD.members("UN", on=DAY).states)
    heading(f"The movement on {DAY}")
    fact("Founded", str(NAM.since))
    fact("Chair", WORLD.party_of(chair).name)
    for person in chair.chairs:
        fact("", f"represented by {person.name}, {person.post}")
    fact("", f"from {chair.since} to {chair.until or 'today'}")
    fact("Members", f"{len(members.states)} states")
    fact("Share of the UN", f"{share()} of the UN's members")
    fact("", f"in the movement but not in the UN: {states(outside)}")
    fact("Observer states", f"{len(observers.states)}: {states(observers.states)}")
    bodies = [
        WORLD.organization(identifier).name for identifier in observers.organizations
    ]
    fact("Observer organizations", f"{len(bodies)}: {', '.join(sorted(bodies))}")


def the_summit() -> None:
    """Print what is recorded of the summit itself."""
    heading(SUMMIT.name)
    fact("When", str(SUMMIT.since))
    if SUMMIT.place is not None:
        fact("Where", f"{SUMMIT.place.city}, {states([SUMMIT.place.state or ''])}")
    fact("Host", states([SUMMIT.host or ""]))
    if SUMMIT.chair is not None:
        chair = WORLD.party_of(SUMMIT.chair).name
        fact("Chair", f"{chair}: {persons(SUMMIT.chair)}")
    fact("Topics", "; ".join(SUMMIT.topics))


def the_sidelines() -> None:
    """Print the bilateral meetings held around the summit."""
    meetings = WORLD.meetings.at(SUMMIT)
    heading(f"On its sidelines: {len(meetings)} bilateral meetings")
    for number, meeting in enumerate(meetings, start=1):
        print(f"  {number}. {' – '.join(map(short, meeting.delegations))}")
        for delegation in meeting.delegations:
            item(persons(delegation))
    vague = {str(m.since) for m in meetings if m.since is None or not m.since.is_exact}
    if vague:
        say(f"  No record gives the day of a meeting, only {', '.join(sorted(vague))}.")


def the_counterparts() -> None:
    """Print which of the states whose envoys were met belong to CICA, and as what."""
    heading(f"Their states in CICA on {DAY}")
    for meeting in WORLD.meetings.at(SUMMIT):
        for delegation in meeting.delegations:
            if delegation.state is not None:
                spells = WORLD.memberships.of("CICA").by(delegation.state).on(DAY)
                found = [
                    f"{spell.status.value}, since {since(spell)}" for spell in spells
                ]
                fact(short(delegation), "; ".join(found) or "neither member nor observer")


def claims_of_number() -> list[Claim]:
    """Return the release's numbers, each beside what the records count."""
    members = WORLD.members(NAM, on=DAY)
    observers = WORLD.observers(NAM, on=DAY)
    percent = 100 * WORLD.share(NAM, of="UN", on=DAY)
    newest = max(
        (spell for spell in observers if isinstance(spell, summitry.MemberState)),
        key=lambda spell: spell.since or summitry.PartialDate("XXXX"),
    )
    number = len(observers.states)
    newcomer = f"{WORLD.party_of(newest).name}, admitted {since(newest)}"
    bodies = [s for s in observers if isinstance(s, summitry.MemberOrganization)]
    return [
        Claim(
            "Members",
            "“120 Member States”",
            f"{len(members.states)} member states",
            len(members.states) == 120,  # noqa: PLR2004 - what the release says
            (NAM,),
        ),
        Claim(
            "Share of the UN",
            "“60 percent of the United Nations membership”",
            f"{share()}; the release rounds it",
            round(percent) == 60,  # noqa: PLR2004
            (NAM, WORLD.organization("UN")),
        ),
        Claim(
            "Observer states",
            "“17 Observer States”",
            f"{number}; {number - 1} until the newest came: {newcomer}",
            number == 17,  # noqa: PLR2004
            (newest,),
        ),
        Claim(
            "Observer organizations",
            "“10 Observer [Organizations]”",
            f"{len(bodies)} observer organizations",
            len(bodies) == 10,  # noqa: PLR2004
            tuple(bodies),
        ),
    ]


def claim_of_founding() -> Claim:
    """Return what the release says of the founding, beside the record."""
    agrees = NAM.since is not None and str(NAM.since).startswith("1961")
    return Claim("Founding", "“formed in 1961”", f"founded {NAM.since}", agrees, (NAM,))


def claim_of_chair() -> Claim:
    """Return what the release says of the chair, beside the record."""
    chair = WORLD.chair(NAM, on=DAY)
    years = [str(end)[:4] for end in (chair.since, chair.until)]
    held = f"{WORLD.party_of(chair).name} from {chair.since} to {chair.until}"
    return Claim(
        "Chairmanship",
        "“Azerbaijan assumed the NAM Chairmanship for 2019-2022”",
        f"{held}. {chair.note or ''}",
        years == ["2019", "2022"],
        (chair,),
    )


def the_verdict(claims: list[Claim]) -> None:
    """Print each claim with its verdict and the sources of the records."""
    claims = sorted(claims, key=lambda claim: claim.agrees)
    differ = sum(not claim.agrees for claim in claims)
    heading(f"The release against the records: {differ} of {len(claims)} claims differ")
    for claim in claims:
        print(f"\n  {'agrees' if claim.agrees else 'DIFFERS':<9}{claim.subject}")
        item(f"Release: {claim.said}")
        item(f"Records: {claim.found}")
        sources = WORLD.sources_of(*claim.because)
        for source in sources[:SHOWN_SOURCES]:
            date = f", {source.published}" if source.published else ""
            item(f"Source:  {source.title} ({source.publisher}{date})")
            if source.url and not claim.agrees:
                print(f"{'':20}{source.url}")
        more = len(sources) - SHOWN_SOURCES
        if more > 0:
            item(f"         and {more} more")


def share() -> str:
    """Return the movement's part of the UN's members, in numbers and in percent."""
    members = set(WORLD.members(NAM, on=DAY).states)
    everybody = set(WORLD.members("UN", on=DAY).states)
    percent = 100 * WORLD.share(NAM, of="UN", on=DAY)
    return f"{len(members & everybody)} of {len(everybody)} ({percent:.1f} percent)"


def since(spell: summitry.Membership) -> str:
    """Return since when a spell lasts, in words a reader knows."""
    start = spell.since
    if start is None or start.precision is summitry.Precision.UNKNOWN:
        return "an unknown day"
    if start.precision is not summitry.Precision.RANGE:
        return str(start)
    if start.earliest.year == 1:
        return f"{start.latest} at the latest"
    return f"between {start.earliest} and {start.latest}"


def persons(delegation: summitry.Delegation) -> str:
    """Return who spoke for a party, in which post and at which level."""
    people = (
        f"{person.name}, {person.post} ({(person.level or '').replace('_', ' ')})"
        for person in delegation.representatives
    )
    return "; ".join(people)


def short(delegation: summitry.Delegation) -> str:
    """Return a state's name, or an organization's id, for a heading."""
    return delegation.organization or WORLD.party_of(delegation).name


def states(codes: Iterable[str]) -> str:
    """Return the names of several states, in order."""
    return ", ".join(sorted(WORLD.state(code).name for code in codes))


def heading(text: str, line: str = "-") -> None:
    """Print a heading."""
    text = textwrap.fill(text, WIDTH)
    widest = max(map(len, text.splitlines()))
    print(f"{'' if line == '=' else chr(10)}{text}\n{line * widest}")


def fact(label: str, text: str) -> None:
    """Print a label and what belongs to it."""
    margin = f"  {label:<24}"
    print(textwrap.fill(text, WIDTH, initial_indent=margin, subsequent_indent=" " * 26))


def item(text: str) -> None:
    """Print what belongs to a numbered or judged thing."""
    margin = " " * 11
    print(textwrap.fill(text, WIDTH, initial_indent=margin, subsequent_indent=" " * 20))


def say(text: str) -> None:
    """Print a paragraph."""
    print(textwrap.fill(text, WIDTH))


if __name__ == "__main__":
    main()
