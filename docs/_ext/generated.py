"""Writing pages that are made when the documentation is built."""

# ruff: noqa: INP001 - a module of the documentation, and no part of a package

from __future__ import annotations

import re

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path


def write(pages: Mapping[str, str], folder: Path) -> None:
    """Write pages, by their names, and take away those that are no more.

    A page that is the same stays untouched, so that it is not built again.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, text in pages.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def list_table(rows: Iterable[Sequence[str]], widths: Sequence[int]) -> str:
    """Return a table, the first row its header.

    A table with pipes cannot have widths, and breaks names that have room.
    """
    cells = "\n".join(
        f"{' ' if place else '*'} - {cell}"
        for row in rows
        for place, cell in enumerate(row)
    )
    shares = " ".join(map(str, widths))
    return f"```{{list-table}}\n:header-rows: 1\n:widths: {shares}\n\n{cells}\n```"


def toctree(names: Iterable[str]) -> str:
    """Return a table of contents that is not shown."""
    listed = "\n".join(names)
    return f"```{{toctree}}\n:hidden:\n\n{listed}\n```"


def plain(text: str) -> str:
    """Return text that no markup is made of."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))


_MARKUP = re.compile(r"[\\`*_{}\[\]<>()#+\-.!|~$&^:=\"'@]")
