"""All rules, in the order of their codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitry.errors import NotFound, shorten
from summitry.values.text import closest

from . import form, provenance, reference
from .events import meetings, summits
from .history import appointments, bodies, chairs, memberships, transitions


if TYPE_CHECKING:
    from .rule import Rule


RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            kind()
            for module in (
                form,
                reference,
                memberships,
                transitions,
                chairs,
                bodies,
                appointments,
                summits,
                meetings,
                provenance,
            )
            for kind in module.RULES
        ),
        key=lambda rule: rule.code,
    )
)
"""Every rule, in the order of the codes."""

_BY_CODE = {rule.code: rule for rule in RULES}


def rule_of(code: str) -> Rule:
    """Return the rule of a code.

    Raises:
        NotFound: there is none; near misses are named.

    Example:
        >>> rule_of("SMT301").name
        'joined-before-founding'
    """
    found = _BY_CODE.get(code)
    if found is None:
        message = f"no rule has the code {shorten(code)}"
        near = closest(code, _BY_CODE) if isinstance(code, str) else []
        raise NotFound(message, query=code, candidates=near)
    return found
