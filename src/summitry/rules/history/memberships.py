"""Rules of membership: a spell, its body and its party must be there together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitry.rules.facts import when
from summitry.rules.rule import Finding, Rule


if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitry.rules.facts import Facts


class JoinedBeforeFounding(Rule):
    """A spell begins before the organization does.

    Why:
        Nobody can belong to what is not there. Either date may be wrong; often that of
        a predecessor's founding, or of a signature before the entry into force, was
        taken.

    Example:
        >>> from summitry import Catalog, MemberState, Organization
        >>> body = Organization(id="NC", name="Nordic Council", since="1952")
        >>> early = MemberState(organization="NC", state="ISL", since="1951-06")
        >>> print(Catalog([body, early]).check(select=["SMT301"])[0])
        SMT301 member_states[0].since: ISL joined in 1951-06, and NC was founded in 1952

    What to do:
        Correct whichever date is wrong; a party that belonged to the predecessor has a
        spell of its own in that.
    """

    code = "SMT301"
    name = "joined-before-founding"

    def find(self, facts: Facts) -> Iterator[Finding]:
        """Find every breach."""
        for key, spells in facts.spells_of.items():
            body = facts.organizations.get(key)
            if body is None or body.since is None:
                continue
            surely, perhaps = body.since.first_ordinal, body.since.last_ordinal
            if not facts.possible:
                perhaps = surely
            for each in spells:
                since = each.spell.since
                if since is None or since.first_ordinal >= perhaps:
                    continue
                certain = since.last_ordinal < surely
                if certain or facts.possible:
                    message = (
                        f"{each.spell.party} joined {when(since)}, and {key} was founded "
                        f"{when(body.since)}"
                    )
                    yield Finding(each.spell, "since", message, since, (body,), certain)


RULES: tuple[type[Rule], ...] = (JoinedBeforeFounding,)
