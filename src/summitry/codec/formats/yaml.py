"""YAML: the document as one mapping, read by the rules of YAML 1.2 and nothing more.

A scalar is what YAML 1.2's core schema says, so that ``no`` is Norwegian and a day stays
text. Tags, aliases and a second document are refused: what is read is what is written.
"""

from __future__ import annotations

import functools
import re

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from summitry.codec import strict
from summitry.codec.limits import DEEPEST
from summitry.codec.plain import Plain, join, refused, repeated_key, structure
from summitry.codec.problems import Code
from summitry.errors import MissingExtra, shorten

from .json import decode_text


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import ModuleType

    from summitry.codec.document import Document
    from summitry.errors import DocumentError, Problem


def loads(data: bytes, *, source: str) -> Document:
    """Read a document.

    Args:
        data: UTF-8 text.
        source: What was read, for messages.

    Raises:
        DocumentError: with every problem of the document, its path and its line.
        MissingExtra: the package PyYAML is not installed.
    """
    text = decode_text(data, source)
    built = build(text, source)
    plain = Plain(
        built.value, tuple(built.problems), lambda: build(text, source, lined=True).lines
    )
    return structure(plain, source=source)


def dumps(document: Document) -> bytes:
    """Write a document, its fields in their usual order.

    Raises:
        MissingExtra: the package PyYAML is not installed.
    """
    text: str = _yaml().dump(
        strict.plain_of(document),
        Dumper=_dumper(),
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=1 << 16,
    )
    return text.encode()


def _yaml() -> ModuleType:
    try:
        import yaml  # noqa: PLC0415
    except ImportError:
        what = "YAML"
        raise MissingExtra(what, package="PyYAML", extra="yaml") from None
    return yaml


# -- scalars ---------------------------------------------------------------------------

# https://yaml.org/spec/1.2.2/#1032-tag-resolution, with the first characters of each,
# by which PyYAML looks them up.
_CORE: tuple[tuple[str, re.Pattern[str], str, Callable[[str], Any]], ...] = (
    ("null", re.compile(r"~|null|Null|NULL|"), "~nN", lambda _: None),
    ("bool", re.compile(r"true|True|TRUE"), "tT", lambda _: True),
    ("bool", re.compile(r"false|False|FALSE"), "fF", lambda _: False),
    ("int", re.compile(r"[-+]?[0-9]+", re.ASCII), "-+0123456789", int),
    ("int", re.compile(r"0o[0-7]+"), "0", functools.partial(int, base=8)),
    ("int", re.compile(r"0x[0-9a-fA-F]+"), "0", functools.partial(int, base=16)),
    (
        "float",
        re.compile(
            r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", re.ASCII
        ),
        "-+.0123456789",
        float,
    ),
    (
        "float",
        re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN"),
        "-+.",
        lambda text: float(text.replace(".", "")),
    ),
)


def _scalar(text: str) -> Any:
    for _, pattern, _, make in _CORE:
        if pattern.fullmatch(text):
            return make(text)
    return text


@functools.cache
def _dumper() -> Any:
    """Return a dumper that quotes every text which a reader might take for more.

    PyYAML knows YAML 1.1; what 1.2 adds is added.
    """
    yaml = _yaml()
    base: type = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    dumper: Any = type("Dumper", (base,), {})
    for name, pattern, first, _ in _CORE:
        dumper.add_implicit_resolver(
            f"tag:yaml.org,2002:{name}",
            re.compile(f"(?:{pattern.pattern})$", pattern.flags),
            list(first),
        )
    dumper.add_representer(str, _represent)
    return dumper


_OTHER_BREAKS = re.compile("[\x85\u2028\u2029]")
"""What PyYAML takes for the end of a line, and YAML 1.2 does not."""


def _represent(dumper: Any, text: str) -> Any:
    # Without its part in C, PyYAML would write such a break as it is, and read a space.
    style = '"' if _OTHER_BREAKS.search(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


# -- building --------------------------------------------------------------------------


def build(text: str, source: str, *, lined: bool = False) -> _Builder:
    """Return what a text holds, found event by event; with its lines if they are wanted."""
    yaml = _yaml()
    line_of = _lines(text)
    builder = _Builder(source, line_of, lined=lined)
    parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(text, Loader=parser):
            builder.take(event)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        if mark is None:  # a character that is not allowed; only its place is known
            before = text.encode()[: error.position]
            line = before.count(b"\n") + 1
        else:
            line = line_of(mark)
        reason = getattr(error, "problem", None) or getattr(error, "reason", None)
        message = f"not YAML: {reason or error}"
        raise refused(Code.SYNTAX, message, source, line=line) from None
    if not builder.done:
        message = "empty; expected a document such as summitry: 1"
        raise refused(Code.SYNTAX, message, source)
    return builder


def _lines(text: str) -> Callable[[Any], int]:
    """Return what gives the line of a mark as editors and YAML 1.2 count lines.

    PyYAML begins a line also after the breaks that Unicode has beside the usual ones.
    """
    others = [found.start() for found in _OTHER_BREAKS.finditer(text)]
    return lambda mark: mark.line + 1 - bisect_left(others, mark.index)


class _Open:
    """A mapping or a sequence whose end has not come yet."""

    def __init__(self, held: dict[str, Any] | list[Any], path: str) -> None:
        self.held = held
        self.path = path
        self.key: str | None = None
        self.twice: set[str] = set()


class _Builder:
    """Makes plain data of the events of PyYAML's parser.

    It keeps a stack of its own, so that depth is bounded and said in words, and sees
    every key, which PyYAML's constructor does not.
    """

    def __init__(
        self, source: str, line_of: Callable[[Any], int], *, lined: bool
    ) -> None:
        self.value: Any = None
        self.done: bool = False
        self.problems: list[Problem] = []
        self.lines: dict[str, int] = {}
        self._source = source
        self._line_of = line_of
        self._lined = lined
        self._open: list[_Open] = []

    def take(self, event: Any) -> None:
        """Take the next event.

        Raises:
            DocumentError: it is of a part of YAML that is not read.
        """
        name = type(event).__name__
        line = self._line_of(event.start_mark)
        if name == "AliasEvent":
            message = (
                f"the alias *{event.anchor} is not followed; write out what it means"
            )
            raise self._refused(message, line)
        if name == "DocumentStartEvent" and self.done:
            message = "a second document begins; a file holds one"
            raise self._refused(message, line)
        if name in {"MappingEndEvent", "SequenceEndEvent"}:
            self._open.pop()
        elif name == "ScalarEvent":
            self._take_scalar(event, line)
        elif name in {"MappingStartEvent", "SequenceStartEvent"}:
            self._tagged(event, line, "map", "seq")
            self._begin({} if name == "MappingStartEvent" else [], line)

    def _take_scalar(self, event: Any, line: int) -> None:
        text: str = event.value
        enclosing = self._open[-1] if self._open else None
        self._tagged(event, line, "str")
        if enclosing and isinstance(enclosing.held, dict) and enclosing.key is None:
            if text in enclosing.held and text not in enclosing.twice:
                self.problems.append(repeated_key(enclosing.path, text, line))
                enclosing.twice.add(text)
            enclosing.key = text
            return
        plain = event.implicit[0] and event.tag is None
        try:
            self._place(_scalar(text) if plain else text, line)
        except ValueError:
            message = f"{shorten(text)} is no number that can be read"
            raise self._refused(message, line) from None

    def _begin(self, held: dict[str, Any] | list[Any], line: int) -> None:
        if len(self._open) >= DEEPEST:
            message = "nested too deeply to be a document"
            raise self._refused(message, line)
        self._open.append(_Open(held, self._place(held, line)))

    def _place(self, value: Any, line: int) -> str:
        """Put a value where it belongs, and return its path."""
        if not self._open:
            self.value, self.done, path = value, True, ""
        else:
            into = self._open[-1]
            if isinstance(into.held, list):
                path = f"{into.path}[{len(into.held)}]"
                into.held.append(value)
            elif into.key is None:
                message = "a key is a word, not a list or an object"
                raise self._refused(message, line)
            else:
                path = join(into.path, into.key)
                into.held[into.key] = value
                into.key = None
        if self._lined:
            self.lines[path] = line
        return path

    def _tagged(self, event: Any, line: int, *known: str) -> None:
        tags: Iterable[str] = (f"tag:yaml.org,2002:{name}" for name in known)
        if event.tag not in (None, "!", *tags):
            message = f"the tag {shorten(event.tag)} is not read; leave it out"
            raise self._refused(message, line)

    def _refused(self, message: str, line: int) -> DocumentError:
        return refused(Code.SYNTAX, message, self._source, line=line)
