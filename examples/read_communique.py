"""Read a communiqué with a language model, and check what the model says.

The communiqué is fiction, and says so: there is no Conference of the Lakes. Two answers
are recorded beside it, so that nothing here needs a network or a key. One has the shape of
summitry's strict schema, explicit nulls included; the other is such as comes where the
model was only told to answer in JSON.

Run it with ``python examples/read_communique.py``.
"""

from __future__ import annotations

import textwrap

from pathlib import Path
from typing import Any

import summitry

from summitry.errors import DocumentError


DATA = Path(__file__).parent / "data"
COMMUNIQUE = (DATA / "lakes_communique.txt").read_text(encoding="utf-8")

ASKED_FOR = (
    summitry.Source,
    summitry.Organization,
    summitry.MemberState,
    summitry.Chairmanship,
    summitry.Summit,
    summitry.BilateralMeeting,
)
"""What a communiqué tells: of a document, these lists alone."""

WIDTH = 88


def main() -> None:
    """Print what was asked, what was read, and what was refused."""
    heading(COMMUNIQUE.splitlines()[1], "=")
    say("The communiqué is fiction; the answers of the models are recorded.")

    request = the_request()
    asked = request["schema"]["properties"]
    heading("What the model is asked")
    say(f"{request['task']} Its answer has {', '.join(asked)}, and nothing else.")

    heading("What it read")
    read = summitry.loads(ask("lakes_answer.json"))
    the_reading(read)

    heading("What the records make of it")
    the_questions(summitry.load() | read)

    heading("What a careless answer is told")
    try:
        summitry.loads(ask("lakes_careless_answer.json"))
    except DocumentError as error:
        for problem in error.problems:
            item(str(problem))


def the_request() -> dict[str, Any]:
    """Return what would be sent; each provider has its own names for the three."""
    return {
        "task": "Read the text. Say only what it says; where it is silent, say null.",
        "text": COMMUNIQUE,
        "schema": summitry.json_schema(ASKED_FOR, strict=True),
    }


def ask(recorded: str) -> str:
    """Return a recorded answer: here a program would send the request."""
    return (DATA / recorded).read_text(encoding="utf-8")


def the_reading(read: summitry.Catalog) -> None:
    """Print the records that came of the answer."""
    world = summitry.load() | read
    summit = read.summits.one()
    item(f"{summit.name}, {place(summit)}, {summit.since} to {summit.until}")
    for delegation in summit.delegations:
        item(f"– {parties(world, delegation)}")
    for outcome in summit.outcomes:
        item(f"adopted the {outcome.title}")
    for meeting in read.meetings:
        both = " with ".join(parties(world, each) for each in meeting.delegations)
        item(f"{meeting.since}: {both}, on {', '.join(meeting.topics)}")
    print(textwrap.indent(str(read.memberships), "  "))


def the_questions(world: summitry.Catalog) -> None:
    """Print answers that need the bundled records as well as the communiqué's."""
    with_un = sorted(
        world.state(code).name
        for code in world.memberships.of("LAKES").on("2025-06-13").states
        if code in world.members("UN", on="2025-06-13").states
    )
    item(f"In the Conference and in the United Nations: {', '.join(with_un)}")
    for day in ("2025-12-31", "2026-01-01"):
        term = world.chairmanships.of("LAKES").on(day).one()
        item(f"In the chair on {day}: {world.party_of(term).name}")


def place(summit: summitry.Summit) -> str:
    """Return where a summit was held."""
    return summit.place.city or "" if summit.place else "somewhere"


def parties(world: summitry.Catalog, delegation: summitry.Delegation) -> str:
    """Return who came, for whom."""
    people = ", ".join(f"{p.name} ({p.post})" for p in delegation.representatives)
    return f"{world.party_of(delegation).name}: {people}"


def heading(text: str, line: str = "-") -> None:
    """Print a heading."""
    print(f"{'' if line == '=' else chr(10)}{text}\n{line * len(text)}")


def say(text: str) -> None:
    """Print a paragraph."""
    print(textwrap.fill(text, WIDTH))


def item(text: str) -> None:
    """Print one of several things."""
    print(textwrap.fill(text, WIDTH, initial_indent="  ", subsequent_indent="    "))


if __name__ == "__main__":
    main()
