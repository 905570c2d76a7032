"""What the cells of the tables say, and which columns are none."""

from __future__ import annotations

from typing import Final

from summitry.model.vocabulary.memberships import Status


MEMBER: Final = 1
NO_MEMBER: Final = 0
MISSING: Final = -9
ABSENT: Final = -1
"""There is no such body, or no such state, in that year."""

STATUSES: Final = {1: Status.MEMBER, 2: Status.ASSOCIATE, 3: Status.OBSERVER}
CODES: Final = frozenset({*STATUSES, NO_MEMBER, MISSING, ABSENT})

FIRST_YEAR: Final = 1500
LAST_YEAR: Final = 2500
"""No table of states is of other years; one that is would fill the memory."""

STATE_YEAR_KEYS: Final = frozenset(
    {"ccode", "year", "state", "stateabb", "statenme", "version"}
)
"""The columns of the state-year table that are no body."""

IGO_YEAR_KEYS: Final = frozenset(
    {
        "ioname",
        "orgname",
        "year",
        "sdate",
        "deaddate",
        "dead",
        "integrated",
        "replaced",
        "longorgname",
        "ionum",
        "igocode",
        "version",
        "accuracyofpre1965membershipdates",
        "sourcesandnotes",
        "imputed",
        "political",
        "social",
        "economic",
    }
)
"""The columns of the IGO-year table that are no state."""

DYADIC_KEYS: Final = frozenset(
    {
        "dyadid",
        "year",
        "version",
        *(
            f"{name}{end}"
            for name in ("ccode", "state", "stateabb", "statenme", "country")
            for end in (1, 2)
        ),
    }
)
"""The columns of the dyad-year table that are no body."""

SHORT_NAMES: Final = "qcw"
"""The language, of those that ISO 639 leaves to everybody's own use, of short names.

They are what the tables call the states by, such as ``wgermany``.
"""
