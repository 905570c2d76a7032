"""Explaining a call with the wrong arguments, where Python only says TypeError."""

from __future__ import annotations

import functools
import inspect

from typing import TYPE_CHECKING, ParamSpec, TypeVar

from summitry.errors import SummitryError, UnexpectedArgument

from .text import closest


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


_P = ParamSpec("_P")
_T = TypeVar("_T")


def explain_call(
    name: str,
    function: Callable[..., object],
    positional: Iterable[object],
    keywords: Mapping[str, object],
) -> str | None:
    """Say which argument of a call is unknown, missing or too many.

    Args:
        name: What the function is called in the message.
        function: The function, whose first parameter is ``self``.
        positional: The arguments given by place, without ``self``.
        keywords: The arguments given by keyword.

    Returns:
        One sentence, or ``None`` when the arguments are not at fault.
    """
    signature = inspect.signature(function)
    parameters = list(signature.parameters.values())[1:]
    known = [parameter.name for parameter in parameters]
    for keyword in keywords:
        if keyword not in known:
            near = closest(keyword, known, most=1)
            hint = f"did you mean {near[0]}?" if near else f"it has {', '.join(known)}"
            return f"{name} has no {keyword!r}; {hint}"
    try:
        signature.bind(None, *positional, **keywords)
    except TypeError as error:
        by_place = [p for p in parameters if p.kind is not p.KEYWORD_ONLY]
        if len(list(positional)) > len(by_place):
            takes = (
                f"only {len(by_place)} arguments by place"
                if by_place
                else "keywords only"
            )
            return f"{name} takes {takes}; {', '.join(known)} can be given by name"
        return f"{name}: {error}"
    return None


def explained(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """Let a method answer a wrong keyword with :class:`UnexpectedArgument`.

    Args:
        function: A method whose keywords people may mistype.
    """

    @functools.wraps(function)
    def call(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        try:
            return function(*args, **kwargs)
        except TypeError as error:
            if isinstance(error, SummitryError):
                raise
            name = f"{function.__name__}()"
            explanation = explain_call(name, function, args[1:], kwargs)
            if explanation is None:
                raise
            raise UnexpectedArgument(explanation) from None

    return call


__all__ = ["explain_call", "explained"]
