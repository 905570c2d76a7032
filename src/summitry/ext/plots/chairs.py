"""Who presided, one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from summitry.catalog.chairmanships import Chairmanships
from summitry.catalog.context import key_of
from summitry.catalog.display import one_line
from summitry.errors import InvalidValue
from summitry.model import ChairForm, Chairmanship, CoverageOf

from . import notes, style


if TYPE_CHECKING:
    from collections.abc import Sequence

    from altair import LayerChart

    from summitry.catalog.context import Context


_MOST_ROWS = 60
_ROW = 20
_TEXT = 10
_GAP = 6


class _Term(NamedTuple):
    """One term, in the days of the picture."""

    record: Chairmanship
    row: str
    first: int
    last: int
    sure_first: int
    sure_last: int

    @property
    def open_ends(self) -> list[tuple[int, int]]:
        """The stretches of days on which it may last and need not."""
        if self.sure_first > self.sure_last:
            return [(self.first, self.last)]
        ends = ((self.first, self.sure_first), (self.sure_last, self.last))
        return [(first, last) for first, last in ends if first < last]


def chair_timeline(chairmanships: Chairmanships) -> LayerChart:
    """Draw who held the chair, from when to when.

    There is a row for each holder, in the order in which they first presided, or of one
    holder a row for each body. A bar is dark where the term certainly lasts, and pale with
    a dashed border between the days that a partly known date allows; a term that still
    lasts has an arrow at its end. The names of the persons stand beside it where there is
    room; in a viewer with tooltips all of them are told.

    Args:
        chairmanships: Such as ``world.chairmanships.of("NAM")``.

    Raises:
        InvalidValue: there are no chairmanships, too many to be drawn, or no dates.
        WrongType: they are no chairmanships.
        MissingExtra: Altair is not installed: ``pip install 'summitry[plot]'``.

    Example:
        >>> import summitry
        >>> from summitry.ext import plots
        >>> chart = plots.chair_timeline(summitry.load().chairmanships.of("NAM"))
        >>> chart.title.text
        ['Non-Aligned Movement: who held the chair, 1961–2025']
    """
    notes.need(chairmanships, Chairmanships, 'world.chairmanships.of("NAM")')
    alt = style.altair()
    context = chairmanships._context
    domain = notes.span(context, chairmanships)
    if domain is None:
        message = "the chairmanships have no dates: there is no time to draw them in"
        raise InvalidValue(message, value=chairmanships)
    bodies = sorted({term.organization for term in chairmanships})
    terms = _terms(chairmanships, domain)
    rows = list(dict.fromkeys(term.row for term in terms))
    how = 'choose a body and a time, as in .of("NAM").during("2000/2020")'
    notes.limited(len(rows), _MOST_ROWS, "rows", how)
    gaps = (
        notes.uncovered(context, bodies[0], CoverageOf.CHAIRMANSHIPS, domain)
        if len(bodies) == 1
        else []
    )
    title = f"{_whose(context, chairmanships, bodies)}, {notes.years(domain)}"
    head = style.head(
        title,
        f"{notes.counted(len(terms), 'term')} in the chair, each from its first day to its last.",
        notes.coverage_sentence(context, bodies, CoverageOf.CHAIRMANSHIPS)
        if len(bodies) == 1
        else "As far as the organizations' records go.",
        notes.remarks(
            (
                any(term.open_ends for term in terms),
                "Pale: possible, as dates are partly known.",
            ),
            (
                any(term.record.until is None for term in terms),
                "Arrow: still in the chair.",
            ),
            (bool(gaps), "Grey ground: records may be incomplete."),
        ),
    )
    x = style.time_axis("from", domain, notes.source_line(context, chairmanships))
    chart: LayerChart = alt.layer(
        *style.ground(gaps, x), *_bars(context, terms, rows, domain, x)
    ).properties(
        width=style.WIDTH,
        height=max(len(rows), 3) * _ROW,
        title=head,
        description=_told(context, title, terms),
    )
    return chart


def _terms(chairmanships: Chairmanships, domain: tuple[int, int]) -> list[_Term]:
    context = chairmanships._context
    bodies = {term.organization for term in chairmanships}
    holders = {key_of(term) for term in chairmanships}
    found = []
    for record in sorted(chairmanships, key=lambda term: term.bounds(context.still)):
        holder = one_line(context.label(key_of(record)), 34)
        if len(bodies) == 1:
            row = holder
        elif len(holders) == 1:
            row = one_line(notes.name_of(context, record.organization), 34)
        else:
            row = f"{one_line(record.organization, 16)}: {holder}"
        first, last, sure_first, sure_last = record.bounds(context.still)
        low, high = domain
        found.append(
            _Term(
                record,
                row,
                max(first, low),
                min(last, high),
                max(sure_first, low),
                min(sure_last, high),
            )
        )
    return found


def _whose(context: Context, chairmanships: Chairmanships, bodies: Sequence[str]) -> str:
    if len(bodies) == 1:
        return f"{notes.name_of(context, bodies[0])}: who held the chair"
    holders = {key_of(term) for term in chairmanships}
    if len(holders) == 1:
        return f"{one_line(context.label(holders.pop()), 90)}: chairs that it held"
    return f"{notes.several(bodies)}: who held the chair"


# -- drawing -------------------------------------------------------------------------


def _bars(
    context: Context,
    terms: list[_Term],
    rows: list[str],
    domain: tuple[int, int],
    x: Any,
) -> list[Any]:
    alt = style.altair()
    y = alt.Y(
        "row:N",
        sort=rows,
        scale=alt.Scale(domain=rows, paddingInner=0.3, paddingOuter=0.2),
        axis=alt.Axis(
            title=None,
            labelLimit=230,
            ticks=False,
            domain=False,
            grid=False,
            labelPadding=6,
        ),
    )
    tips = [
        alt.Tooltip(f"{field}:N", title=field)
        for field in ("chair", "body", "term", "persons", "form")
    ]
    layers = []
    possible = [(t, first, last) for t in terms for first, last in t.open_ends]
    certain = [
        (t, t.sure_first, t.sure_last) for t in terms if t.sure_first <= t.sure_last
    ]
    for spans, look in (
        (
            possible,
            {
                "color": style.PALE,
                "stroke": style.BLUE,
                "strokeWidth": 0.8,
                "strokeDash": [3, 2],
            },
        ),
        (certain, {"color": style.BLUE}),
    ):
        drawn = [
            {**_facts(context, term), "from": style.iso(first), "to": style.iso(last)}
            for term, first, last in spans
        ]
        bars = alt.Chart(style.data(drawn)).mark_bar(**look)
        layers.append(
            bars.encode(x=x, x2="to:T", y=y, tooltip=tips, description="told:N")
        )
    lasting = [
        {**_facts(context, term), "from": style.iso(term.last)}
        for term in terms
        if term.record.until is None
    ]
    points = alt.Chart(style.data(lasting)).mark_point(
        shape="triangle-right", filled=True, size=70, color=style.BLUE, opacity=1,
        xOffset=4, aria=False,
    )  # fmt: skip
    layers.append(points.encode(x=x, y=y))
    for left, align, away in ((False, "left", _GAP), (True, "right", -_GAP)):
        words = [each for each in _words(terms, domain) if each["left"] is left]
        text = alt.Chart(style.data(words)).mark_text(
            align=align, dx=away, fontSize=_TEXT, color=style.INK, aria=False
        )
        layers.append(text.encode(x=x, y=y, text="text:N"))
    return layers


def _facts(context: Context, term: _Term) -> dict[str, object]:
    """Return what is told of a term where there is a tooltip, and aloud."""
    record = term.record
    chair = one_line(context.label(key_of(record)), 90)
    facts = {
        "row": term.row,
        "chair": chair,
        "body": notes.name_of(context, record.organization),
        "term": notes.when(record),
        "persons": ", ".join(one_line(each.name) for each in record.chairs) or "–",
        "form": "–" if record.form is None else record.form.value.replace("_", " "),
    }
    return {**facts, "told": f"{chair}, {facts['term']}: {facts['persons']}"}


def _words(terms: list[_Term], domain: tuple[int, int]) -> list[dict[str, object]]:
    """Return the texts beside the bars, each where it runs into no other.

    It stands after its bar, or else before it, or else is shorter, or else is not there.
    """
    scale = style.WIDTH / (domain[1] - domain[0])
    taken: dict[str, list[tuple[float, float]]] = {}
    for term in terms:
        ends = ((term.first - domain[0]) * scale, (term.last - domain[0]) * scale + 1)
        taken.setdefault(term.row, []).append(ends)
    words: list[dict[str, object]] = []
    for term in terms:
        start, end = ((d - domain[0]) * scale for d in (term.first, term.last))
        for text, left in (
            (t, side) for t in _texts(term.record) for side in (False, True)
        ):
            width = style.text_width(text, _TEXT) + 2 * _GAP
            low, high = (start - width, start - 1) if left else (end + 2, end + width)
            free = all(high < a or b < low for a, b in taken[term.row])
            if free and low >= 0 and high <= style.WIDTH:
                taken[term.row].append((low, high))
                edge = style.iso(term.first if left else term.last)
                words.append({"row": term.row, "from": edge, "text": text, "left": left})
                break
    return words


def _texts(record: Chairmanship) -> list[str]:
    """Return what may stand beside a bar, the fullest first."""
    names = [one_line(chair.name, 40) for chair in record.chairs]
    acting = " (acting)" if record.form is ChairForm.ACTING else ""
    if not names:
        return [acting.strip()] if acting else []
    shorter = [f"{names[0]} and {len(names) - 1} more{acting}"] if len(names) > 1 else []
    return [f"{', '.join(names)}{acting}", *shorter]


def _told(context: Context, title: str, terms: list[_Term]) -> str:
    """Return what the picture shows, for those who do not see it."""
    first, last = terms[0].record, terms[-1].record
    who = [one_line(context.label(key_of(each)), 90) for each in (first, last)]
    count = notes.counted(len(terms), "term")
    ends = (
        f"The first is that of {who[0]}, {notes.when(first)}; the last, that of {who[1]}, "
        f"{notes.when(last)}."
        if len(terms) > 1
        else f"It is that of {who[0]}, {notes.when(first)}."
    )
    return f"Timeline. {title}. It shows {count} in the chair. {ends}"
