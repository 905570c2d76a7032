"""Rules of reference: what a record names must be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitry.values.text import closest

from .rule import Finding, Rule


if TYPE_CHECKING:
    from collections.abc import Iterator

    from .facts import Facts


class UnknownOrganization(Rule):
    """A record names an organization that the catalogue does not hold.

    Why:
        Nobody can look up what was meant, and questions about it find nothing. Most
        often the id is misspelled: ``UNWTO`` is the tourism organization, ``WTO`` the
        one for trade.

    Example:
        >>> from summitry import Catalog, MemberState
        >>> lost = MemberState(organization="XYZ", state="AZE")
        >>> print(Catalog([lost]).check(select=["SMT201"])[0])
        SMT201 member_states[0].organization: no organization has the id 'XYZ'

    What to do:
        Correct the id, or add the organization. Records that refer to the bundled
        organizations are checked with them: ``(summitry.load() | mine).check()``.
    """

    code = "SMT201"
    name = "unknown-organization"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        known = facts.organizations
        for record, field, key in facts.mentions:
            if key not in known:
                near = closest(key, known, most=1)
                hint = f"; did you mean {near[0]}?" if near else ""
                message = f"no organization has the id {key!r}{hint}"
                yield Finding(record, field, message, key)


RULES: tuple[type[Rule], ...] = (UnknownOrganization,)
