"""The words for chairs."""

from __future__ import annotations

from enum import StrEnum

from summitry.values.fields import word


class ChairForm(StrEnum):
    """How a body's chair is held.

    Example:
        >>> ChairForm("rotating")
        <ChairForm.ROTATING: 'rotating'>
    """

    ROTATING = "rotating"
    CHAIR_IN_OFFICE = "chair_in_office"
    PRO_TEMPORE = "pro_tempore"
    CO_CHAIR = "co_chair"
    ACTING = "acting"


def to_chair_form(value: ChairForm | str | None) -> ChairForm | None:
    """Accept a form of chairmanship, or nothing."""
    return None if value is None else word(ChairForm, value)
