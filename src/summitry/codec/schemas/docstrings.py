"""What the docstrings say of types, fields and words, for whoever describes them."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap

from itertools import pairwise
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from enum import Enum


_ENTRY = re.compile(r" {4}(\w+): (.*)")
_ROLE = re.compile(r":[\w:]+:`~?([^`<]+?)(?: <[^`>]*>)?`")
_LITERAL = re.compile(r"``([^`]+)``")


def summary(kind: type) -> str:
    """Return what a type is, in the first paragraph of its docstring.

    Example:
        >>> import summitry
        >>> summary(summitry.Place)
        'A city, and the state it was in at the time.'
    """
    return _plain(_docstring(kind).partition("\n\n")[0])


def attributes(kind: type) -> dict[str, str]:
    """Return what the docstring of a type, or else of its bases, says of each field.

    Example:
        >>> import summitry
        >>> attributes(summitry.Place)["state"]
        "The state's code; Belgrade was in `YUG` in 1961."
    """
    found: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        found |= _attributes(_docstring(base))
    return found


def words(vocabulary: type[Enum]) -> dict[str, str]:
    """Return what the source says of the words of a vocabulary that need it.

    Example:
        >>> import summitry
        >>> words(summitry.Standing)["suspended"]
        'The body has suspended it.'
    """
    try:
        source = textwrap.dedent(inspect.getsource(vocabulary))
    except (OSError, TypeError):  # an installation or a session may have no sources
        return {}
    found: dict[str, str] = {}
    for word, after in pairwise(ast.walk(ast.parse(source))):
        match word, after:
            case (
                ast.Assign(value=ast.Constant(value=str(value))),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[value] = _plain(text)
    return found


def _docstring(kind: type) -> str:
    # Of the class alone: a base's would be taken for its own.
    return inspect.cleandoc(vars(kind).get("__doc__") or "")


def _attributes(docstring: str) -> dict[str, str]:
    section = docstring.partition("\nAttributes:\n")[2]
    found: dict[str, str] = {}
    name = ""
    for line in section.splitlines():
        entry = _ENTRY.fullmatch(line)
        if entry is not None:
            name, found[name] = entry[1], entry[2]
        elif line.startswith(" "):
            found[name] += f" {line.strip()}"
        else:
            break  # a section ends with a blank line or another heading
    return {name: _plain(text) for name, text in found.items()}


def _plain(text: str) -> str:
    """Return a text for readers of JSON: no markup but backticks, no names of Python."""
    text = _LITERAL.sub(r"`\1`", _ROLE.sub(r"`\1`", " ".join(text.split())))
    return text.replace("`None`", "`null`")
