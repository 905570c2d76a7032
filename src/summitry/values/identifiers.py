"""Ids: of our own records, and of the same thing in other people's catalogues."""

from __future__ import annotations

import re

from collections.abc import Iterator, Mapping
from typing import Any, NewType

from summitry.errors import InvalidValue, WrongType, shorten

from .text import UNWRITABLE


OrganizationId = NewType("OrganizationId", str)
"""The id of an organization, such as ``NAM``."""

StateCode = NewType("StateCode", str)
"""The key of a state, such as ``AZE``: see :doc:`/explanation/states`."""

_SCHEME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


class Identifiers(Mapping[str, str]):
    """An immutable, hashable mapping of schemes to the ids they give a thing.

    Args:
        ids: A mapping such as ``{"wikidata": "Q83201"}``; schemes are lower-case.

    Raises:
        WrongType: *ids* is no mapping of text to text.
        InvalidValue: a scheme is badly formed, or an id is empty.

    Example:
        >>> ids = Identifiers({"wikidata": "Q83201", "cow": "NAM"})
        >>> ids["wikidata"], list(ids)
        ('Q83201', ['cow', 'wikidata'])
    """

    __slots__ = ("_ids",)
    _ids: dict[str, str]

    def __init__(self, ids: Mapping[str, str] | None = None) -> None:
        ids = {} if ids is None else ids
        if not isinstance(ids, Mapping):
            message = (
                f"{shorten(ids)} is not a mapping of schemes to ids such as "
                "{'wikidata': 'Q83201'}"
            )
            raise WrongType(message, value=ids)
        for scheme, value in ids.items():
            if not isinstance(scheme, str) or not isinstance(value, str):
                message = f"{shorten({scheme: value})}: scheme and id must both be text"
                raise WrongType(message, value=ids)
            good = value.strip() and not UNWRITABLE.search(value)
            if not _SCHEME.fullmatch(scheme) or not good:
                message = (
                    f"{shorten({scheme: value})}: expected a lower-case scheme and an "
                    "id that is not empty and holds no control characters"
                )
                raise InvalidValue(message, value=ids)
        object.__setattr__(self, "_ids", dict(sorted(ids.items())))

    def __getitem__(self, scheme: str) -> str:
        return self._ids[scheme]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __hash__(self) -> int:
        return hash(tuple(self._ids.items()))

    def __repr__(self) -> str:
        return f"Identifiers({self._ids!r})"

    def __setattr__(self, name: str, value: object) -> None:
        message = f"Identifiers is immutable; cannot set {name}"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> None:
        message = f"Identifiers is immutable; cannot delete {name}"
        raise AttributeError(message)

    def __reduce__(self) -> tuple[Any, ...]:
        return (Identifiers, (dict(self._ids),))
