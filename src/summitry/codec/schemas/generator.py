"""JSON Schema of the document and of every type of record, made from the nouns.

Run as ``python -m summitry.codec.schemas`` it writes the schemas that the package ships,
after a change of a noun.
"""

from __future__ import annotations

import enum
import json
import re

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeAlias, cast

from summitry.codec.document import EDITORS_KEY, RECORD_TYPES, SCHEMA_VERSION, Document
from summitry.codec.shapes import Leaf, Shape, shapes
from summitry.errors import InvalidValue
from summitry.model import BilateralMeeting, Chairmanship, Delegation
from summitry.values import Identifiers, Record
from summitry.values.fields import mistyped

from . import docstrings
from .leaves import definition


Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

FOLDER = Path(__file__).parent
"""Where the package keeps the schemas that editors use."""

_EITHER: dict[type, tuple[str, str]] = {
    Delegation: ("state", "organization"),
    Chairmanship: ("state", "chair_organization"),
}
"""The types of which exactly one of two fields is given."""

_TWO: dict[type, str] = {BilateralMeeting: "delegations"}
"""The types of which a list has exactly two items."""

_NOT_IN_A_TEXT = {
    "consulted",
    "cow_abbreviation",
    "cow_numbers",
    "dormant",
    "expected",
    "gw_numbers",
    "ids",
    "person_id",
    "reviewed",
    "version",
    "wikidata",
}
"""What a text that is read does not say, and a model that must answer would make up."""


def json_schema(
    kind: type[Record] | Iterable[type[Record]] | None = None, *, strict: bool = False
) -> Schema:
    """Return the JSON Schema (2020-12) of the document, or of a type of record.

    Args:
        kind: A type of record, such as :class:`~summitry.Summit`. Several types stand
            for a document that has the lists of these alone. By default the whole
            document.
        strict: Make it one that language models answer by: what providers call strict
            structured output. Every field is required, ``null`` standing for what the
            text does not say, and only the keywords are used that they know. Left out
            is what a text does not say and a model would make up: ``ids``,
            ``person_id``, ``wikidata`` and the scholarly numbers of states, what the checks
            are told to expect, the day a
            source was ``consulted``, the ``version`` of the data. What a model answers
            is read by :func:`~summitry.loads`; see :doc:`/reference/schema`.

    Returns:
        The schema as plain data, yours to change.

    Raises:
        WrongType: *kind* is no type of record.
        InvalidValue: one of several types has no list in a document.

    Example:
        >>> import summitry
        >>> schema = json_schema(summitry.Place)
        >>> list(schema["properties"]), schema["additionalProperties"]
        (['city', 'state'], False)
        >>> json_schema([summitry.Summit], strict=True)["required"]
        ['summitry', 'as_of', 'summits']
    """
    schemas = _Schemas(strict=strict)
    if not isinstance(kind, type):
        keys = list(RECORD_TYPES) if kind is None else _lists(kind)
        part = "" if len(keys) == len(RECORD_TYPES) else f":{'+'.join(keys)}"
        return schemas.whole(f"document{part}", schemas.document(keys))
    if not issubclass(kind, Record):
        raise mistyped(kind, _EXPECTED)
    return schemas.whole(_snake(kind.__name__), schemas.root(kind))


_EXPECTED = "a type of record such as summitry.Summit, several of them, or nothing"


def _lists(kinds: Iterable[type[Record]]) -> list[str]:
    """Return the lists of a document that hold some types, in their order."""
    if isinstance(kinds, str | bytes) or not isinstance(kinds, Iterable):
        raise mistyped(kinds, _EXPECTED)
    wanted = list(kinds)
    if not wanted:
        message = f"no type is given; expected {_EXPECTED}"
        raise InvalidValue(message, value=kinds)
    for kind in wanted:
        if not (isinstance(kind, type) and issubclass(kind, Record)):
            raise mistyped(kind, _EXPECTED)
        if kind not in RECORD_TYPES.values():
            known = ", ".join(known.__name__ for known in RECORD_TYPES.values())
            message = f"a document has no list of {kind.__name__}; it has {known}"
            raise InvalidValue(message, value=kind)
    return [key for key, kind in RECORD_TYPES.items() if kind in wanted]


class _Schemas:
    """The schemas of one call, which share their definitions."""

    def __init__(self, *, strict: bool) -> None:
        self.strict = strict
        self.definitions: dict[str, Schema] = {}

    def whole(self, name: str, root: Schema) -> Schema:
        """Return a root with what it refers to."""
        found = dict(sorted(self.definitions.items()))
        if self.strict:
            # A response schema is not published: it needs neither dialect nor id.
            return {**root, "$defs": found}
        identity = f"urn:summitry:schema:{SCHEMA_VERSION}:{name}"
        return {"$schema": DIALECT, "$id": identity, **root, "$defs": found}

    def document(self, keys: list[str]) -> Schema:
        """Return the schema of a document with some of its lists."""
        others = [key for key in RECORD_TYPES if key not in keys]
        schema = self.object(cast("type[Record]", Document), without=others)
        version = schema["properties"]["summitry"]
        kind = {"type": "integer"} if self.strict else {}
        schema["properties"]["summitry"] = {
            "description": version["description"],
            **kind,
            "const": SCHEMA_VERSION,
        }
        if not self.strict:
            text = "Where an editor finds this schema; not kept."
            editors = {EDITORS_KEY: {"description": text, "type": "string"}}
            schema["properties"] = editors | schema["properties"]
        return schema

    def root(self, kind: type[Record]) -> Schema:
        """Return the schema of a type of record by itself."""
        schema = self.object(kind)
        if kind in _EITHER and not self.strict:
            schema["oneOf"] = _one_of(*_EITHER[kind])
        return schema

    def record(self, kind: type[Record]) -> Schema:
        """Return the schema of a type of record within another or a document."""
        if kind not in _EITHER or not self.strict:
            return self.root(kind)
        one, other = _EITHER[kind]
        return {
            "description": docstrings.summary(kind),
            "anyOf": [
                self.object(kind, given=one, without=[other]),
                self.object(kind, given=other, without=[one]),
            ],
        }

    def object(
        self, kind: type[Record], *, given: str = "", without: Iterable[str] = ()
    ) -> Schema:
        """Return the schema of an object with the fields of a type.

        Args:
            kind: The type.
            given: A field that must be given although it is optional.
            without: Fields that are left out.
        """
        texts = docstrings.attributes(kind)
        properties: dict[str, Schema] = {}
        required: list[str] = []
        for shape in shapes(kind):
            if shape.name in without or (self.strict and shape.name in _NOT_IN_A_TEXT):
                continue
            two = _TWO.get(kind) == shape.name
            must = shape.required or two or given == shape.name
            form = self.field(shape, must=must)
            if two and not self.strict:
                form |= {"minItems": 2, "maxItems": 2}
            if must or self.strict:
                required.append(shape.name)
            if not (self.strict and "$ref" in form):
                form = _described(form, texts.get(shape.name))
            properties[shape.name] = form
        return {
            "title": kind.__name__,
            "description": docstrings.summary(kind),
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }

    def field(self, shape: Shape, *, must: bool) -> Schema:
        """Return the schema of a field, without its description.

        Args:
            shape: The field.
            must: Whether it must be given.
        """
        if shape.many:
            form: Schema = {"type": "array", "items": self.value(shape)}
        elif shape.optional and not must:
            form = {"anyOf": [self.value(shape), {"type": "null"}]}
        elif self.strict and shape.leaf is not Leaf.STATE:
            # A reference has no description beside it there: the field's is worth more.
            form = self.defined(shape)
        else:
            form = self.value(shape)
        if not must and not self.strict:
            form["default"] = _default(shape.default)
        return form

    def value(self, shape: Shape) -> Schema:
        """Return the reference to what one value of a field is."""
        name = _name(shape)
        if name not in self.definitions:
            self.definitions[name] = self.defined(shape)
        return {"$ref": f"#/$defs/{name}"}

    def defined(self, shape: Shape) -> Schema:
        """Return what one value of a field is."""
        if shape.leaf is Leaf.RECORD:
            return self.record(shape.holds)
        if shape.leaf is Leaf.WORD:
            return _vocabulary(shape.holds)
        return definition(shape.leaf).schema(strict=self.strict)


def _name(shape: Shape) -> str:
    typed = shape.leaf in (Leaf.RECORD, Leaf.WORD)
    return shape.holds.__name__ if typed else definition(shape.leaf).name


def _described(form: Schema, text: str | None) -> Schema:
    """Return a form led by what is said of the field."""
    others = {key: value for key, value in form.items() if key != "description"}
    return form if text is None else {"description": text, **others}


def _one_of(*names: str) -> list[Schema]:
    """Return what requires one field and refuses the others, as absent as null."""
    return [
        {
            "required": [name],
            "properties": {
                each: {"type": "string" if each == name else "null"} for each in names
            },
        }
        for name in names
    ]


def _vocabulary(vocabulary: type[enum.Enum]) -> Schema:
    """Return the schema of the words of a vocabulary, and what is said of them."""
    said = docstrings.words(vocabulary)
    texts = [docstrings.summary(vocabulary), *(f"`{w}`: {t}" for w, t in said.items())]
    return {
        "title": vocabulary.__name__,
        "description": " ".join(texts),
        "type": "string",
        "enum": [word.value for word in vocabulary],
    }


def _default(value: Any) -> Any:
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if isinstance(value, Identifiers) else value


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


# -- the files -----------------------------------------------------------------------


def files() -> dict[str, str]:
    """Return the names and the texts of the files that the package ships.

    Example:
        >>> sorted(files())[0]
        'appointment.schema.json'
    """
    schemas = {"document": json_schema()} | {
        kind.type_name: json_schema(kind) for kind in RECORD_TYPES.values()
    }
    return {
        f"{name}.schema.json": json.dumps(schema, indent=2) + "\n"
        for name, schema in schemas.items()
    }


def main(folder: Path = FOLDER) -> None:
    """Write the files into a folder."""
    folder.mkdir(exist_ok=True)
    for name, text in files().items():
        (folder / name).write_text(text, encoding="ascii", newline="\n")
