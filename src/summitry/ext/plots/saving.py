"""Charts as files, made without a browser and without a network."""

from __future__ import annotations

import html
import json
import struct
import zlib

from typing import TYPE_CHECKING, Any

from summitry.catalog.display import visible
from summitry.codec.storage import path_of, replace
from summitry.errors import (
    InvalidValue,
    MissingExtra,
    WrongType,
    either,
    shorten,
    shorten_path,
)


if TYPE_CHECKING:
    import os

    from collections.abc import Callable
    from pathlib import Path


_SHARPNESS = 2
"""How many pixels of a PNG to one of the chart: what print and good screens want."""


def save(chart: Any, path: str | os.PathLike[str]) -> Path:
    """Write a chart to a file, whole or not at all; the suffix says the format.

    ============  ==================================================================
    ``.svg``      scales without loss, with its title and description as text
    ``.png``      twice as fine as a screen, its description among its metadata
    ``.html``     a page with tooltips that needs nothing else, not even a network
    ``.json``     the specification, for Vega-Lite
    ============  ==================================================================

    Nothing is fetched: a chart whose data are elsewhere is refused.

    Args:
        chart: A chart of this package, or any other of Altair.
        path: Where to, such as ``nam.svg``.

    Returns:
        The path.

    Raises:
        WrongType: it is no chart.
        InvalidValue: the suffix is none of these, or the chart cannot be drawn.
        FileError: the file cannot be written; what was there is as it was.
        MissingExtra: vl-convert is not installed: ``pip install 'summitry[plot]'``.

    Example:
        >>> import summitry
        >>> from pathlib import Path
        >>> from tempfile import mkdtemp
        >>> from summitry.ext import plots
        >>> chart = plots.chair_timeline(summitry.load().chairmanships.of("NAM"))
        >>> plots.save(chart, Path(mkdtemp()) / "chairs.svg").name
        'chairs.svg'
    """
    file = path_of(path)
    make = _MAKERS.get(file.suffix.lower())
    if make is None:
        expected = either(list(_MAKERS))
        message = f"{shorten_path(file)} says no format of a picture: expected {expected}"
        raise InvalidValue(message, value=str(file))
    specification = _specification(chart)
    title = _plain(specification.get("title"))
    description = _plain(specification.get("description"))
    replace(file, make(specification, title, description))
    return file


def _specification(chart: Any) -> dict[str, Any]:
    if not hasattr(chart, "to_dict") or not hasattr(chart, "to_json"):
        message = f"{shorten(chart)} is no chart of Altair"
        raise WrongType(message, value=chart)
    specification: dict[str, Any] = chart.to_dict()
    _refuse_elsewhere(specification)
    return specification


def _refuse_elsewhere(part: Any) -> None:
    """Raise if a chart takes data or pictures from another place."""
    if isinstance(part, dict):
        if "values" in part:
            return  # what records say is not followed
        if isinstance(part.get("url"), str):
            message = f"the data of the chart are elsewhere, at {shorten(part['url'])}"
            raise InvalidValue(message, value=part["url"])
    if isinstance(part, dict | list):
        for each in part.values() if isinstance(part, dict) else part:
            _refuse_elsewhere(each)


def _plain(text: Any) -> str:
    """Return a title or a description as one line."""
    if isinstance(text, dict):
        text = text.get("text")
    if isinstance(text, list):
        text = " ".join(map(str, text))
    return " ".join(visible(text).split()) if isinstance(text, str) else ""


# -- the formats ---------------------------------------------------------------------


def _json(specification: dict[str, Any], _title: str, _description: str) -> bytes:
    return _text(specification, indent=1).encode()


def _svg(specification: dict[str, Any], title: str, description: str) -> bytes:
    drawn: str = _convert("vegalite_to_svg", specification)
    told = html.escape(description)
    # A reader of screens takes the whole for one picture, and says what it shows.
    opening = f'<svg role="img" aria-label="{told}" '
    words = f"<title>{html.escape(title)}</title><desc>{told}</desc>"
    head, rest = drawn.removeprefix("<svg ").split(">", 1)
    return f"{opening}{head}>{words}{rest}\n".encode()


def _png(specification: dict[str, Any], title: str, description: str) -> bytes:
    drawn: bytes = _convert("vegalite_to_png", specification, scale=_SHARPNESS)
    words = _chunk("Title", title) + _chunk("Description", description)
    end = drawn.rindex(_END) - 4
    return drawn[:end] + words + drawn[end:]


_END = b"IEND"


def _chunk(keyword: str, text: str) -> bytes:
    """Return a piece of a PNG that holds a text in UTF-8."""
    body = b"iTXt" + keyword.encode() + b"\0\0\0\0\0" + text.encode()
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))


def _html(specification: dict[str, Any], title: str, description: str) -> bytes:
    page = _PAGE.format(
        title=html.escape(title),
        description=html.escape(description),
        program=_converter().javascript_bundle(),
        # Within a script nothing but its end tag ends it: no tag can be written.
        specification=_text(specification).replace("<", "\\u003c"),
    )
    return page.encode()


_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<meta name="description" content="{description}">
<style>body {{ margin: 1em; background: white; }}</style>
<script type="module">{program}
const specification = JSON.parse(document.getElementById("specification").textContent);
window.vegaEmbed("#chart", specification, {{ renderer: "svg", actions: false }});
</script>
</head>
<body>
<div id="chart" role="img" aria-label="{description}"></div>
<script id="specification" type="application/json">{specification}</script>
</body>
</html>
"""

_MAKERS: dict[str, Callable[[dict[str, Any], str, str], bytes]] = {
    ".svg": _svg,
    ".png": _png,
    ".html": _html,
    ".json": _json,
}


def _text(specification: dict[str, Any], indent: int | None = None) -> str:
    return json.dumps(specification, ensure_ascii=False, allow_nan=False, indent=indent)


def _convert(name: str, specification: dict[str, Any], **options: Any) -> Any:
    convert = getattr(_converter(), name)
    try:
        # No address is allowed: what is drawn is in the chart.
        return convert(specification, allowed_base_urls=[], **options)
    except ValueError as error:
        message = f"the chart cannot be drawn: {shorten(str(error))}"
        raise InvalidValue(message) from None


def _converter() -> Any:
    try:
        import vl_convert  # noqa: PLC0415
    except ImportError:
        message = "a picture"
        raise MissingExtra(message, package="vl-convert-python", extra="plot") from None
    return vl_convert
