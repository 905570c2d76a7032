"""The three answers that a question about partly known time can have."""

from __future__ import annotations

import enum
import functools

from typing import Literal, NoReturn, TypeAlias

from summitry.errors import AmbiguousAnswer, InvalidValue, WrongType, shorten


Match: TypeAlias = Literal["possible", "certain", "uncertain"]
"""Which answers a filter lets through.

``"possible"`` keeps what may be so (certain or not), ``"certain"`` only what must be
so, ``"uncertain"`` what may be so and need not.
"""

MATCHES: tuple[Match, ...] = ("possible", "certain", "uncertain")


@functools.total_ordering
class Answer(enum.Enum):
    """``NO``, ``POSSIBLE`` or ``CERTAIN``, in that order.

    A state that joined in *1961* was possibly a member on 1961-03-01 and certainly one
    on 1962-01-01. An answer is combined with ``&``, ``|`` and ``~`` by Kleene's strong
    logic, and is never silently true or false: ask for :attr:`possible` or
    :attr:`certain`.

    Example:
        >>> joined = Period("1961", None)
        >>> joined.contains("1961-03-01")
        <Answer.POSSIBLE: 1>
        >>> joined.contains("1962-01-01").certain
        True
        >>> ~Answer.POSSIBLE
        <Answer.POSSIBLE: 1>
        >>> Answer.NO | Answer.CERTAIN
        <Answer.CERTAIN: 2>
    """

    NO = 0
    POSSIBLE = 1
    CERTAIN = 2

    @classmethod
    def of(cls, *, possible: bool, certain: bool) -> Answer:
        """Build an answer from its two halves."""
        if certain:
            return cls.CERTAIN
        return cls.POSSIBLE if possible else cls.NO

    @property
    def possible(self) -> bool:
        """Whether it may be so."""
        return self is not Answer.NO

    @property
    def certain(self) -> bool:
        """Whether it must be so."""
        return self is Answer.CERTAIN

    def matches(self, match: Match) -> bool:
        """Whether a filter with this *match* keeps what has this answer.

        Raises:
            InvalidValue: *match* is none of the three words.
        """
        check_match(match)
        if match == "possible":
            return self.possible
        return self is (Answer.CERTAIN if match == "certain" else Answer.POSSIBLE)

    def __lt__(self, other: Answer) -> bool:
        if not isinstance(other, Answer):
            return NotImplemented
        return int(self.value) < int(other.value)

    def __and__(self, other: Answer) -> Answer:
        """Both: the lesser of the two answers."""
        return min(self, _answer(other))

    def __or__(self, other: Answer) -> Answer:
        """Either: the greater of the two answers."""
        return max(self, _answer(other))

    def __invert__(self) -> Answer:
        """Not: certain becomes no, possible stays."""
        return Answer(2 - int(self.value))

    def __bool__(self) -> NoReturn:
        message = (
            f"{self!r} is neither true nor false; write .possible (it may be so) "
            "or .certain (it must be so)"
        )
        raise AmbiguousAnswer(message)


def _answer(value: Answer) -> Answer:
    if not isinstance(value, Answer):
        message = (
            f"{shorten(value)} is no Answer; ask .possible or .certain to get a bool"
        )
        raise WrongType(message, value=value)
    return value


def check_match(match: str) -> None:
    """Raise unless *match* is a word that filters know.

    Raises:
        InvalidValue: *match* is something else.
    """
    if match not in MATCHES:
        message = f"{match!r} is no way to match; expected one of {', '.join(MATCHES)}"
        raise InvalidValue(message, value=match, field="match")
