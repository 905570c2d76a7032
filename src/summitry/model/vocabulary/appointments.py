"""The words for posts, and for those who hold them."""

from __future__ import annotations

from enum import StrEnum

from summitry.values.fields import word


class Capacity(StrEnum):
    """In which capacity a person holds a post.

    Example:
        >>> Capacity("acting")
        <Capacity.ACTING: 'acting'>
    """

    SUBSTANTIVE = "substantive"
    """Elected or appointed to it."""
    ACTING = "acting"
    """In charge for the time being, ad interim or as officer-in-charge."""


def to_capacity(value: Capacity | str) -> Capacity:
    """Accept a capacity."""
    return word(Capacity, value)
