"""A page for each organization of the bundled catalogue: what is known, for when, and whence.

They are made when the documentation is built, of the catalogue as it then is.
"""

# ruff: noqa: INP001 - a module of the documentation, and no part of a package

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import generated

from generated import plain

import summitry


if TYPE_CHECKING:
    from summitry import Catalog, Organization, Source


FOLDER = Path(__file__).parent.parent / "reference" / "organizations"
"""Where the pages are written; they are not kept under version control."""


def pages(world: Catalog | None = None) -> dict[str, str]:
    """Return the text of every page, by its name in the folder.

    Args:
        world: The catalogue; by default the bundled one.
    """
    world = summitry.load() if world is None else world
    bodies = sorted(world.organizations)
    return {
        "index.md": _index(world, bodies),
        **{f"{body.id.lower()}.md": _page(world, body) for body in bodies},
    }


def write(folder: Path = FOLDER) -> None:
    """Write every page, and take away those of organizations that are no more."""
    generated.write(pages(), folder)


# -- all of them ---------------------------------------------------------------------


def _index(world: Catalog, bodies: list[Organization]) -> str:
    known = [body for body in bodies if body.coverage]
    named = [body for body in bodies if not body.coverage]
    tables = [
        generated.list_table(
            [
                (
                    "",
                    "organization",
                    "members",
                    "records",
                    "members known for",
                    "reviewed",
                ),
                *(_row(world, body) for body in known),
            ],
            (12, 40, 8, 8, 22, 10),
        )
    ]
    missing = [
        (
            f"[{plain(body.id)}]({body.id.lower()}.md)",
            plain(body.name),
            plain(", ".join(stretches)),
        )
        for body in known
        if (stretches := _missing(world, body))
    ]
    if missing:
        header = ("", "organization", "members not known to be complete for")
        tables += [
            (
                "(where-members-may-be-missing)=\n## Where members may be missing\n\nParts of "
                "an organization's life outside its coverage. What is recorded there "
                "holds; what is not recorded may have been ({doc}`/explanation/limits`)."
            ),
            generated.list_table([header, *missing], (14, 52, 34)),
        ]
    if named:
        tables += [
            (
                "## Named only\n\nThey belong to another body, or preceded one. Of them no "
                "records are said to be complete."
            ),
            ", ".join(f"[{plain(b.name)}]({b.id.lower()}.md)" for b in named) + ".",
        ]
    return (
        "\n\n".join(
            [
                "# Organizations",
                (
                    f"What the catalogue {plain(str(world.version))} knows of each, as of "
                    f"{plain(str(world.as_of))}: {len(bodies)} organizations, {len(world):,} "
                    f"records from {len(world.sources):,} sources. *Members* are those of the "
                    "catalogue's date, or of the last day of a body that is no more; with a question "
                    "mark, some may be missing. How facts "
                    "get here is told in {doc}`/explanation/facts`."
                ),
                *tables,
                generated.toctree(body.id.lower() for body in bodies),
            ]
        )
        + "\n"
    )


def _row(world: Catalog, body: Organization) -> tuple[str, ...]:
    members = [_years(c) for c in body.coverage if c.of == "members"]
    return (
        f"[{plain(body.id)}]({body.id.lower()}.md)",
        plain(body.name),
        _members(world, body),
        f"{len(_records(world, body)):,}",
        ", ".join(members),
        "" if body.reviewed is None else plain(str(body.reviewed)[:7]),
    )


def _years(coverage: summitry.Coverage) -> str:
    return plain(f"{str(coverage.since)[:4]}–{str(coverage.until)[:4]}")


def _missing(world: Catalog, body: Organization) -> list[str]:
    """Return the parts of a body's life for which its members are not said to be complete."""
    periods = sorted(c.period for c in body.coverage if c.of == "members")
    first = body.since.latest if body.since else date.min
    last = (body.until or world.as_of).earliest
    stretches = []
    for period in periods:
        since = period.since.earliest if period.since else date.min
        if (since - first).days > 1:
            stretches.append(f"{first}/{since - timedelta(days=1)}")
        until = period.until.latest if period.until else last
        first = max(first, min(until, last) + timedelta(days=1))
    if first <= last:
        stretches.append(f"{first}/{last}")
    return stretches


def _members(world: Catalog, body: Organization) -> str:
    """Return how many members there are, with a question mark where some may be missing."""
    ended = body.until is not None
    day = body.until.earliest if ended else world.as_of.earliest
    spells = world.memberships.of(body).where(status="member")
    known = any(
        coverage.of == "members" and coverage.period.contains(day).possible
        for coverage in body.coverage
    )
    return f"{len(spells.on(day)):,}{'' if known else '?'}"


def _records(world: Catalog, body: Organization) -> list[summitry.Sourced]:
    return [
        *world.memberships.of(body),
        *world.chairmanships.of(body),
        *world.appointments.of(body),
        *world.summits.of(body),
    ]


# -- one of them ---------------------------------------------------------------------


def _page(world: Catalog, body: Organization) -> str:
    parts = [f"# {plain(body.name)}", _facts(world, body)]
    if body.note is not None:
        parts.append(plain(body.note))
    if body.coverage:
        parts += ["## What is complete", _coverage(body)]
    records = _records(world, body)
    if records:
        parts += ["## What is recorded", _counts(world, body)]
    parts += [
        f"## Sources\n\n{_review(body)}",
        _sources(world, body, records),
        _CORRECTION.format(id=body.id),
    ]
    return "\n\n".join(parts) + "\n"


def _facts(world: Catalog, body: Organization) -> str:
    rows = [("id", f"`{body.id}`")]
    if body.acronyms:
        rows.append(("acronyms", plain(", ".join(body.acronyms))))
    rows += [
        (f"name ({each.language})" if each.language else "name", _named(each))
        for each in body.names
    ]
    if body.form is not None:
        rows.append(("form", body.form.replace("_", " ")))
    if body.since is not None:
        rows.append(("since", plain(str(body.since))))
    if body.until is not None:
        rows.append(("until", plain(str(body.until))))
    rows += [("preceded by", _link(world, key)) for key in body.preceded_by]
    if body.part_of is not None:
        rows.append(("part of", _link(world, body.part_of)))
    if body.seat is not None:
        state = body.seat.state
        where = [body.seat.city, None if state is None else world.states[state].name]
        rows.append(("seat", plain(", ".join(filter(None, where)))))
    if body.website is not None:
        rows.append(("website", f"<{body.website}>"))
    return (
        generated.list_table([("", ""), *rows], (20, 80))
        .replace(":header-rows: 1", ":header-rows: 0")
        .replace("* - \n  - \n", "")
    )


def _named(name: summitry.Name) -> str:
    period = "" if name.since is None and name.until is None else f" ({name.period})"
    return plain(f"{name.text}{period}")


def _link(world: Catalog, key: str) -> str:
    other = world.organizations.get(key)
    return plain(key) if other is None else f"[{plain(other.name)}]({key.lower()}.md)"


def _coverage(body: Organization) -> str:
    rows = [(str(c.of), plain(str(c.period))) for c in body.coverage]
    return (
        generated.list_table([("records", "complete for"), *rows], (30, 70))
        + "\n\nWhat is not listed, and what lies outside these times, is there as far as "
        "sources were found: a question about it warns."
    )


def _counts(world: Catalog, body: Organization) -> str:
    spells = world.memberships.of(body)
    rows = []
    for (status, standing), count in sorted(
        Counter((m.status, m.standing) for m in spells).items()
    ):
        kind = status.replace("_", " ")
        quality = "" if standing == "active" else f", {standing}"
        rows.append((f"spells as {kind}{quality}", f"{count:,}"))
    rows += [
        (name, f"{len(found):,}")
        for name, found in (
            ("chairmanships", world.chairmanships.of(body)),
            ("appointments", world.appointments.of(body)),
            ("summits and other meetings", world.summits.of(body)),
        )
        if found
    ]
    expected = sum(len(r.expected) for r in (body, *_records(world, body)))
    if expected:
        rows.append(("of them right although a rule objects", f"{expected:,}"))
    members = _members(world, body)
    day = "on its last day" if body.until is not None else f"as of {world.as_of}"
    return f"{plain(members)} members {day}.\n\n" + generated.list_table(
        [("records", "number"), *rows], (70, 30)
    )


def _review(body: Organization) -> str:
    if body.reviewed is None:
        return "The records have been read against their sources by who wrote them only."
    return (
        f"The records were last read against sources on {plain(str(body.reviewed))}, by "
        "somebody who had not written them."
    )


def _sources(world: Catalog, body: Organization, records: list[summitry.Sourced]) -> str:
    named = Counter(chain.from_iterable(record.sources for record in (body, *records)))
    sources = world.sources_of(body, *records)
    rows = [
        (_source(source), str(named[source.id]))
        for source in sorted(sources, key=lambda s: (-named[s.id], s.id))
    ]
    return generated.list_table([("source", "records"), *rows], (88, 12))


def _source(source: Source) -> str:
    title = plain(source.title)
    link = title if source.url is None else f"[{title}](<{source.url}>)"
    rest = [source.publisher or "", str(source.published or "")]
    more = ", ".join(plain(each) for each in rest if each)
    return f"{link}, {more}" if more else link


_CORRECTION = """## A fact is wrong?

Tell us which record it is, what it should say, and which document says so. Until then, lay
the corrected record over ours ({{doc}}`/how-to/own-records`):

```python
import attrs
import summitry

world = summitry.load()
print(world.memberships.of("{id}"))  # find the record, correct it with attrs.evolve, and
mine = summitry.Catalog([])  # put it here:
world = world | mine
```"""
