"""What every noun and small value of the library has in common."""

from __future__ import annotations

import functools
import inspect

from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from summitry.errors import InvalidValue, NotFound, UnexpectedArgument

from .identifiers import Identifiers
from .keywords import explain_call
from .ordering import Ordered
from .partial_date import PartialDate


if TYPE_CHECKING:
    from collections.abc import Callable, Hashable


_ORDER = """
    id code text name names language of acronyms city organization organizations post
    state member_organization chair_organization title number level person_id capacity
    status status_label standing kind form format modality happened chairs
    publisher place host since until dormant entry exit date url published consulted
    territory_of part_of preceded_by seat website ids existed former_codes
    cow_numbers cow_abbreviation gw_numbers wikidata succeeds succeeded_by coverage
    reviewed chair representatives delegations sidelines_of topics outcomes sources note
    rule reason expected
"""
"""Every field of every record, in the order in which records are shown and written."""

PLACES = {name: place for place, name in enumerate(_ORDER.split())}
"""The place of each field in that order."""


class RecordType(type):
    """The type of records: it explains a call with the wrong keywords."""

    @property
    def __signature__(cls) -> inspect.Signature:
        """The signature that ``help()`` shows: that of ``__init__``, without self."""
        signature = inspect.signature(cls.__init__)  # type: ignore[misc]
        _, *parameters = signature.parameters.values()
        return signature.replace(parameters=parameters)

    if not TYPE_CHECKING:  # type checkers read attrs's own __init__

        def __call__(cls, *args: Any, **kwargs: Any) -> Any:
            """Make a record, or say which of its keywords is wrong or missing."""
            try:
                return super().__call__(*args, **kwargs)
            except TypeError as error:
                if isinstance(error, InvalidValue):
                    raise
                explanation = explain_call(cls.__name__, cls.__init__, args, kwargs)
                if explanation is None:
                    raise
                raise UnexpectedArgument(explanation) from None


def named_fields(
    cls: type, fields: list[attrs.Attribute[Any]]
) -> list[attrs.Attribute[Any]]:
    """Put fields in the usual order, and let their errors name record and field.

    This is the ``field_transformer`` of every record: a converter knows only the value.
    """
    fields = sorted(fields, key=lambda field: PLACES[field.name])
    return [
        field
        if field.converter is None
        else field.evolve(converter=_naming(field.converter, field.name, cls.__name__))
        for field in fields
    ]


def _naming(converter: Any, field: str, record: str) -> Callable[[Any], Any]:
    # An inherited field was given the name of the class it comes from.
    plain: Callable[[Any], Any] = getattr(converter, "__wrapped__", converter)

    @functools.wraps(plain)
    def convert(value: Any) -> Any:
        try:
            return plain(value)
        except (InvalidValue, NotFound) as error:
            raise error.located(field=field, record=record) from None

    return convert


@attrs.frozen(kw_only=True, repr=False, order=False, weakref_slot=False)
class Record(Ordered, metaclass=RecordType):
    """The base of every noun and small value: immutable, hashable, plain.

    Records refer to one another by id, never by object, so that each stands alone in a
    file. Compare, hash, copy, pickle and ``attrs.evolve`` all work.

    Example:
        >>> import attrs, summitry
        >>> place = summitry.Place(city="Baku", state="AZE")
        >>> attrs.evolve(place, city="Ganja")
        Place(city='Ganja', state='AZE')
    """

    type_name: ClassVar[str] = ""
    """The name of the type in a document, such as ``member_state``."""

    def to_dict(self) -> dict[str, Any]:
        """Return the canonical JSON shape: flat, dates as EDTF text, no defaults.

        Example:
            >>> import summitry
            >>> summitry.Place(city="Baku", state="AZE").to_dict()
            {'city': 'Baku', 'state': 'AZE'}
        """
        return {
            field.name: _plain(value)
            for field in attrs.fields(type(self))
            if (value := getattr(self, field.name)) != field.default
        }

    def identity(self) -> tuple[Hashable, ...]:
        """Return what tells this record from every other of its type.

        Where two catalogues are overlaid, records of one identity replace each other.
        """
        return (type(self).__name__, *self._order())

    def _order(self) -> tuple[Any, ...]:
        return tuple(
            _sortable(getattr(self, field.name)) for field in attrs.fields(type(self))
        )

    def _repr_html_(self) -> str:
        # A convenience that reaches up: tables are shown by the layer that has them.
        from summitry.catalog.cards import html_card  # noqa: PLC0415

        return html_card(self)

    def __repr__(self) -> str:
        fields = attrs.fields(type(self))
        shown = (
            f"{field.name}={_shown(getattr(self, field.name))}"
            for field in fields
            if getattr(self, field.name) != field.default
        )
        return f"{type(self).__name__}({', '.join(shown)})"


def _shown(value: object) -> str:
    """Return what a record's repr says of a field: what makes it again."""
    return repr(value.value) if isinstance(value, Enum) else repr(value)


def _plain(value: object) -> Any:
    if isinstance(value, Record):
        return value.to_dict()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, Identifiers):
        return dict(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _sortable(value: object) -> tuple[Any, ...]:
    """Return a key by which a value sorts, absent ones first."""
    if value is None:
        return ()
    if isinstance(value, Ordered):
        return value._order()  # noqa: SLF001
    if isinstance(value, tuple):
        return tuple(_sortable(item) for item in value)
    return (str(value),) if not isinstance(value, int) else (f"{value:012}",)
