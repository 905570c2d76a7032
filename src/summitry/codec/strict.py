"""The fast path: documents that are good, read and written in C.

For each noun a *strict struct* is made with the same fields: msgspec refuses what it does
not know, checks words and codes while it reads, and then makes the record of the struct.
What C cannot check (texts, ids, addresses) is checked between the two by the functions
that check the same field of a record made in Python, once for each different value.

This path only ever says that a document is good. Of any other it says nothing, and the
same bytes go to :mod:`summitry.codec.plain`, which explains. Tests hold that the two
accept the same documents and give equal records.
"""

from __future__ import annotations

import functools
import operator

from itertools import chain, groupby, islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

import msgspec

from summitry.errors import InvalidValue, shorten
from summitry.model import Record
from summitry.model.fields import ORGANIZATION_ID
from summitry.states import all_states, entity
from summitry.values import Identifiers, PartialDate, fields
from summitry.values.decoding import collector_paused
from summitry.values.partial_date import partial_date
from summitry.values.text import UNWRITABLE

from .document import EDITORS_KEY, RECORD_TYPES, SCHEMA_VERSION, Document
from .shapes import Leaf, Shape, shapes


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


_R = TypeVar("_R", bound=Record)
_T = TypeVar("_T")

TAG = "type"
"""The key by which a line of JSON Lines says which type of record it holds."""

HEADER = "document"
"""What the first line says of itself: it holds what is true of the whole."""


# -- reading -------------------------------------------------------------------------


def decode_json(data: bytes, repeats: Callable[[bytes], bool]) -> Document | None:
    """Read a JSON document, if it is good.

    Args:
        data: The text.
        repeats: Whether a key stands twice in an object of the text; asked only where
            counting does not tell.

    Returns:
        The document, or ``None`` where the detailed path must look.
    """

    def read() -> Document | None:
        wire = _json_reader().decode(data)
        if _same_keys(data, _colons(wire)) or not repeats(data):
            return _document(wire)
        return None

    return _if_good(read)


def decode_msgpack(data: bytes) -> Document | None:
    """Read a MessagePack document, if it is good.

    Returns:
        The document, or ``None`` where the detailed path must look.
    """

    def read() -> Document | None:
        return _document(_msgpack_reader().decode(data)) if is_shortest(data) else None

    return _if_good(read)


def is_shortest(data: bytes) -> bool:
    """Whether MessagePack is as short as can be, and so has no key twice in a map.

    msgspec takes the last of two values with the same key, without a word.

    Raises:
        msgspec.MsgspecError: it is no MessagePack.
    """
    return len(msgspec.msgpack.encode(msgspec.msgpack.decode(data))) == len(data)


class Lines(NamedTuple):
    """What whole lines of JSON held: what is true of the whole, if said, and records."""

    header: Document | None
    records: list[Record]


def decode_lines(data: bytes, repeats: Callable[[bytes], bool]) -> Lines | None:
    """Read lines of JSON, each with a record and its type, if all are good.

    Args:
        data: Whole lines, of which the first may be the header.
        repeats: Whether a key stands twice in an object of the lines.

    Returns:
        What they hold, or ``None`` where the detailed path must look.
    """

    def read() -> Lines | None:
        wires = _lines_reader().decode_lines(data)
        if not _same_lines(data, wires) and repeats(data):
            return None
        header: Document | None = None
        if wires and type(wires[0]) is _header_struct():
            header = _document(wires.pop(0))
            if header is None:
                return None
        found: list[Record] = []
        for struct, group in groupby(wires, type):
            found += _records(list(group), _nouns()[struct])
        return Lines(header, found)

    return _if_good(read)


def _if_good(read: Callable[[], _T]) -> _T | None:
    with collector_paused():
        try:
            return read()
        except _NOT_GOOD:
            return None


_NOT_GOOD = (msgspec.MsgspecError, ValueError, TypeError, LookupError, RecursionError)
"""How msgspec and the checks say that something is not good."""


def _same_keys(data: bytes, colons: int) -> bool:
    """Whether a text has no key more than what was read of it writes.

    msgspec takes the last of two values with the same key, and a value would be lost
    without a word. Every key is followed by a colon, and so the colons tell: those in
    texts stand in both, unless an escape hides them.

    Args:
        data: The text.
        colons: How many are written of what was read.
    """
    # From the right: a backslash is rarer than a 3, and is looked for first.
    hidden = b"\\" in data and data.rfind(b"\\u003") >= 0
    return not hidden and data.count(b":") == colons


def _colons(wire: Any) -> int:
    """Return how many colons are written of a document: of its lists, and of the rest."""
    lists = [getattr(wire, key) for key in RECORD_TYPES]
    rest = msgspec.structs.replace(wire, **{key: [] for key in RECORD_TYPES})
    colons = _json_writer().encode(rest).count(b":") + sum(map(bool, lists))
    for records in lists:
        colons += sum(lines.count(b":") for lines in _again(records))
    return colons


def _same_lines(data: bytes, wires: list[Any]) -> bool:
    """The same of lines, of which each must hold one object.

    msgspec would also take two objects on a line, or one on two.
    """
    at = 0
    for lines in _again(wires):
        if not data.startswith(lines, at):
            break
        at += len(lines)
    if at == len(data):
        return True
    written = b"".join(_again(wires))
    between = written.count(b"\n") - 1
    return (
        data.count(b"\n") - data.endswith(b"\n") == between
        and data.count(b"}\n{") == between
        and _same_keys(data, written.count(b":"))
    )


def _again(wires: list[Any]) -> Iterator[bytes]:
    """Write what was read, each on a line, some at a time: all would need memory anew."""
    for begun in range(0, len(wires), _STRETCH):
        yield _json_writer().encode_lines(wires[begun : begun + _STRETCH])


def _document(wire: Any) -> Document | None:
    if wire.summitry != SCHEMA_VERSION:
        return None
    lists: dict[str, Any] = {
        key: tuple(_records(getattr(wire, key, []), kind))
        for key, kind in RECORD_TYPES.items()
    }
    return Document(
        summitry=wire.summitry, version=wire.version, as_of=wire.as_of, **lists
    )


def _records(wires: list[Any], kind: type[_R]) -> list[_R]:
    if not wires:
        return []
    _check(wires, kind)
    # Without a hook msgspec leaves a date as it is; with one it would call it for each.
    hook = _make_value if kind in _with_identifiers() else None
    found: list[_R] = msgspec.convert(
        wires, _list_of(kind), from_attributes=True, dec_hook=hook
    )
    return found


def _check(wires: Sequence[Any], kind: type[Record]) -> None:
    """Check what C could not: each different value of each field, once.

    Raises:
        InvalidValue: a field does not take one of the values.
    """
    for shape in _checked(kind):
        values: Iterable[Any] = map(attrgetter(shape.name), wires)
        if shape.many:
            values = chain.from_iterable(values)
        if shape.leaf is Leaf.RECORD:
            inner = [value for value in values if value is not None]
            if inner:
                _check(inner, shape.holds)
            continue
        different = set(values)
        different.discard(None)
        if not _PASSES[shape.leaf](different):
            message = f"{shape.name} does not take all of its values"
            raise InvalidValue(message)


@functools.cache
def _checked(kind: type[Record]) -> tuple[Shape, ...]:
    """Return the fields of a type that are not wholly checked by reading them."""
    return tuple(
        shape
        for shape in shapes(kind)
        if shape.leaf in _PASSES or shape.leaf is Leaf.RECORD
    )


_PASSES: dict[Leaf, Callable[[set[Any]], bool]] = {
    Leaf.TEXT: lambda values: (
        all(map(str.strip, values)) and not any(map(UNWRITABLE.search, values))
    ),
    Leaf.SLUG: lambda values: all(map(fields.SLUG.fullmatch, values)),
    Leaf.RULE: lambda values: all(map(fields.RULE.fullmatch, values)),
    Leaf.ORGANIZATION: lambda values: all(map(ORGANIZATION_ID.fullmatch, values)),
    Leaf.CODE: lambda values: all(map(entity.to_code, values)),
    Leaf.URL: lambda values: all(map(fields.url, values)),
    Leaf.LANGUAGE: lambda values: all(map(fields.language, values)),
    Leaf.NUMBER: lambda values: all(map(fields.optional_number, values)),
}
"""What reading in C leaves to be checked; the frequent ones by patterns alone."""


@functools.cache
def _with_identifiers() -> frozenset[type[Record]]:
    return frozenset(
        kind
        for kind in RECORD_TYPES.values()
        if any(shape.leaf is Leaf.IDENTIFIERS for shape in shapes(kind))
    )


# Called from C for each date: the cache, which is C, spares the call of a function.
_read_value: Callable[[type, Any], Any] = functools.lru_cache(maxsize=1 << 16)(
    lambda _, value: partial_date(value)
)


def _make_value(kind: type, value: Any) -> Any:
    return Identifiers(value) if kind is Identifiers else value


@functools.cache
def _struct(kind: type[Record], *, tagged: bool = False) -> type[msgspec.Struct]:
    """Return the strict struct of a type of record."""
    return msgspec.defstruct(
        kind.__name__,
        [_struct_field(shape) for shape in shapes(kind)],
        forbid_unknown_fields=True,
        omit_defaults=True,
        kw_only=True,
        gc=False,
        tag_field=TAG if tagged else None,
        tag=kind.type_name if tagged else None,
    )


def _struct_field(shape: Shape) -> tuple[str, Any, Any]:
    value: Any = shape.holds
    if shape.leaf is Leaf.RECORD:
        value = _struct(shape.holds)
    elif shape.leaf is Leaf.STATE:
        value = _state_codes()
    elif shape.leaf is Leaf.IDENTIFIERS:
        value = dict[str, str]
    if shape.many:
        value = tuple[value, ...]
    if shape.optional:
        value = value | None
    return (shape.name, value, _default(shape))


def _default(shape: Shape) -> Any:
    if shape.leaf is Leaf.IDENTIFIERS:
        return msgspec.field(default_factory=dict)
    return msgspec.field() if shape.required else msgspec.field(default=shape.default)


@functools.cache
def _state_codes() -> Any:
    """Return the type of a state's code: read and checked in C, each text kept once."""
    return Literal[tuple(state.code for state in all_states())]


@functools.cache
def _document_struct() -> type[msgspec.Struct]:
    lists: list[Any] = [
        (key, list[_struct(kind)], msgspec.field(default_factory=list))  # type: ignore[misc]
        for key, kind in RECORD_TYPES.items()
    ]
    return _whole("Document", lists)


@functools.cache
def _header_struct() -> type[msgspec.Struct]:
    return _whole("Header", [], tag_field=TAG, tag=HEADER)


def _whole(name: str, lists: list[Any], **options: Any) -> type[msgspec.Struct]:
    return msgspec.defstruct(
        name,
        [
            ("schema", str | None, msgspec.field(default=None, name=EDITORS_KEY)),
            ("summitry", int, msgspec.field()),
            ("version", str | None, None),
            ("as_of", PartialDate | None, None),
            *lists,
        ],
        forbid_unknown_fields=True,
        omit_defaults=True,
        kw_only=True,
        **options,
    )


@functools.cache
def _nouns() -> dict[type[msgspec.Struct], type[Record]]:
    return {_struct(kind, tagged=True): kind for kind in RECORD_TYPES.values()}


@functools.cache
def _json_reader() -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(_document_struct(), dec_hook=_read_value)


@functools.cache
def _lines_reader() -> msgspec.json.Decoder[Any]:
    one_of: Any = functools.reduce(operator.or_, _nouns(), _header_struct())
    return msgspec.json.Decoder(one_of, dec_hook=_read_value)


@functools.cache
def _msgpack_reader() -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(_document_struct(), dec_hook=_read_value)


# -- writing -------------------------------------------------------------------------


def encode_lines(
    records: Sequence[Record], kind: type[Record], *, tagged: bool = False
) -> bytes:
    """Write records of one type, each on a line of compact JSON.

    Args:
        records: The records.
        kind: Their type.
        tagged: Whether each line says its type.

    Raises:
        InvalidValue: a record is of a subclass, whose fields would be lost.
    """
    # A list: msgspec 0.19 never lets go of what an iterator gave.
    return _json_writer().encode_lines(list(_written(records, kind, tagged=tagged)))


def encode_header(document: Document) -> bytes:
    """Write the first line of JSON Lines: what is true of the whole."""
    return _json_writer().encode_lines([_header(document)])


def encode_document_lines(document: Document) -> bytes:
    """Write a document as JSON Lines: the header, then one record a line, type by type."""
    records = (
        _written(getattr(document, key), kind, tagged=True)
        for key, kind in RECORD_TYPES.items()
    )
    with collector_paused():  # at once, for joining copies all of it
        return _json_writer().encode_lines([_header(document), *chain(*records)])


def encode_msgpack(document: Document) -> bytes:
    """Write a document as MessagePack, in its shortest form."""
    # Through plain data: msgspec leaves room for what it omits of a struct.
    return msgspec.msgpack.encode(plain_of(document))


def plain_of(document: Document) -> dict[str, Any]:
    """Return a document as plain data, for formats that a library writes."""
    plain: dict[str, Any] = msgspec.to_builtins(
        _written_document(document), enc_hook=_text_of
    )
    return plain


def encode_spaced(
    records: Sequence[Record], kind: type[Record]
) -> list[bytes | memoryview]:
    """Write records of one type as people like to read them, each on a line.

    Args:
        records: The records, at least one.
        kind: Their type, a noun.

    Returns:
        The lines, with commas between them, in pieces: joining copies all of it.

    Raises:
        InvalidValue: a record is of a subclass, whose fields would be lost.
    """
    # msgspec.json.format() puts the spaces, and all on one line. Where a line ends, the
    # first field tells: each record has it, no part of a record does, and in a text its
    # quotes would be escaped.
    first = f'{{"{shapes(kind)[0].name}": '.encode()
    written = _written(records, kind)
    pieces: list[bytes | memoryview] = []
    # What is made of some hundred stays in the processor's own memory.
    with collector_paused():
        while stretch := list(islice(written, _STRETCH)):
            on_one_line = msgspec.json.format(_json_writer().encode(stretch), indent=0)
            lines = on_one_line.replace(b", " + first, b",\n" + first)
            pieces += [b",\n", memoryview(lines)[1:-1]]
    return pieces[1:]


_STRETCH = 100


def _header(document: Document) -> msgspec.Struct:
    struct: Any = _header_struct()
    header: msgspec.Struct = struct(
        summitry=document.summitry, version=document.version, as_of=document.as_of
    )
    return header


def _written_document(document: Document) -> msgspec.Struct:
    with collector_paused():
        lists: dict[str, Any] = {
            key: list(_written(getattr(document, key), kind))
            for key, kind in RECORD_TYPES.items()
        }
    struct: Any = _document_struct()
    whole: msgspec.Struct = struct(
        summitry=document.summitry,
        version=document.version,
        as_of=document.as_of,
        **lists,
    )
    return whole


def _written(
    records: Sequence[Record], kind: type[Record], *, tagged: bool = False
) -> Iterator[msgspec.Struct]:
    """Return what is written of each record, made when it is asked for."""
    for found in set(map(type, records)) - {kind}:
        message = (
            f"a {found.__name__} cannot be written: its fields beyond those of "
            f"{kind.__name__} would be lost; see summitry.codec.make_converter()"
        )
        raise InvalidValue(message, value=shorten(found))
    return _taking(kind, tagged=tagged)(records)


def _list_of(kind: type) -> Any:
    return list[kind]  # type: ignore[valid-type]


@functools.cache
def _taking(
    kind: type[Record], *, tagged: bool
) -> Callable[[Iterable[Record]], Iterator[msgspec.Struct]]:
    """Return what takes the fields of records into structs, one record after another.

    It is Python made of the names of the fields, as attrs makes ``__init__``: to name a
    field there is faster by far than for C to look it up.
    """
    structs: dict[str, Any] = {}
    taken = _taken(kind, structs, tagged=tagged)
    taking: Callable[[Iterable[Record]], Iterator[msgspec.Struct]]
    taking = eval(f"lambda records: ({taken} for each in records)", structs)  # noqa: S307 - of our own names
    return taking


def _taken(
    kind: type[Record], structs: dict[str, Any], *, of: str = "each", tagged: bool = False
) -> str:
    """Return the Python that makes a struct of a record.

    Args:
        kind: The type of the record.
        structs: The structs that it names; those of this one are added.
        of: The Python that gives the record.
        tagged: Whether what is written says its type.
    """
    struct = _written_struct(kind, tagged=tagged)
    structs[struct.__name__] = struct
    values = [
        _taken_field(shape, f"{of}.{shape.name}", structs) for shape in shapes(kind)
    ]
    return f"{struct.__name__}({', '.join(values)})"


def _taken_field(shape: Shape, field: str, structs: dict[str, Any]) -> str:
    # The slots themselves: the property of a date costs several times as much.
    if shape.leaf is Leaf.DATE:
        return f"{field} and {field}._text"
    if shape.leaf is Leaf.IDENTIFIERS:
        return f"{field}._ids"
    if shape.leaf is not Leaf.RECORD:
        return field
    if not shape.many:
        return f"{field} and {_taken(shape.holds, structs, of=field)}"
    return f"{field} and [{_taken(shape.holds, structs)} for each in {field}]"


@functools.cache
def _written_struct(kind: type[Record], *, tagged: bool = False) -> type[msgspec.Struct]:
    """Return a struct that takes the fields of a record as they are, in their order.

    Its records were checked when they were made.
    """
    return msgspec.defstruct(
        f"Written{kind.__name__}",
        [(shape.name, Any, _written_default(shape)) for shape in shapes(kind)],
        omit_defaults=True,
        gc=False,
        tag_field=TAG if tagged else None,
        tag=kind.type_name if tagged else None,
    )


def _written_default(shape: Shape) -> Any:
    # All have one: without, a field could not stand after one that has.
    required = msgspec.field(default=_NO_VALUE)
    return required if shape.required else _default(shape)


_NO_VALUE = object()
"""What no field holds, and so is never left out for being the default."""


@functools.cache
def _json_writer() -> msgspec.json.Encoder:
    return msgspec.json.Encoder(enc_hook=_text_of)


_text_of = attrgetter("_text")  # the slot itself: the property costs three times as much
"""The text of a date, the only value that msgspec does not know."""
