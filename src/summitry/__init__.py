"""Who belonged to what, who presided, who met whom, and when.

An immutable, typed model of multilateral diplomacy with reference facts::

    import summitry

    world = summitry.load()
    len(world.members("NAM", on="2023-03-02"))  # 120

Every public name is here, and imported when first used: ``import summitry`` costs
about a millisecond.
"""

from __future__ import annotations

import importlib

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from summitry import errors
    from summitry.catalog import (
        Catalog,
        Chairmanships,
        Change,
        Collection,
        Difference,
        Meetings,
        Memberships,
        Organizations,
        Sourced,
        Sources,
        States,
        Summits,
    )
    from summitry.codec import dumps, loads, read, write
    from summitry.data import load
    from summitry.errors import CoverageWarning, Problem, SummitryError
    from summitry.model import (
        BilateralMeeting,
        Chair,
        ChairForm,
        Chairmanship,
        Coverage,
        CoverageOf,
        Delegation,
        Entry,
        Exit,
        Happened,
        Level,
        MeetingFormat,
        MemberOrganization,
        Membership,
        MemberState,
        Modality,
        Name,
        Organization,
        OrganizationForm,
        Outcome,
        Place,
        Record,
        Representative,
        Source,
        Standing,
        Status,
        Summit,
        SummitKind,
    )
    from summitry.states import State, state
    from summitry.values import (
        Answer,
        DateLike,
        Identifiers,
        Match,
        OrganizationId,
        PartialDate,
        Period,
        PeriodLike,
        Precision,
        StateCode,
    )


_HOMES = {
    "catalog": (
        "Catalog Chairmanships Change Collection Difference Meetings Memberships "
        "Organizations Sourced Sources States Summits"
    ),
    "codec": "dumps loads read write",
    "data": "load",
    "errors": "CoverageWarning Problem SummitryError",
    "model": (
        "BilateralMeeting Chair ChairForm Chairmanship Coverage CoverageOf Delegation "
        "Entry Exit Happened Level MeetingFormat MemberOrganization MemberState "
        "Membership Modality Name Organization OrganizationForm Outcome Place Record "
        "Representative Source Standing Status Summit SummitKind"
    ),
    "states": "State state",
    "values": (
        "Answer DateLike Identifiers Match OrganizationId PartialDate Period "
        "PeriodLike Precision StateCode"
    ),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "BilateralMeeting",
    "Catalog",
    "Chair",
    "ChairForm",
    "Chairmanship",
    "Chairmanships",
    "Change",
    "Collection",
    "Coverage",
    "CoverageOf",
    "CoverageWarning",
    "DateLike",
    "Delegation",
    "Difference",
    "Entry",
    "Exit",
    "Happened",
    "Identifiers",
    "Level",
    "Match",
    "MeetingFormat",
    "Meetings",
    "MemberOrganization",
    "MemberState",
    "Membership",
    "Memberships",
    "Modality",
    "Name",
    "Organization",
    "OrganizationForm",
    "OrganizationId",
    "Organizations",
    "Outcome",
    "PartialDate",
    "Period",
    "PeriodLike",
    "Place",
    "Precision",
    "Problem",
    "Record",
    "Representative",
    "Source",
    "Sourced",
    "Sources",
    "Standing",
    "State",
    "StateCode",
    "States",
    "Status",
    "Summit",
    "SummitKind",
    "SummitryError",
    "Summits",
    "dumps",
    "errors",
    "load",
    "loads",
    "read",
    "state",
    "write",
]


def __getattr__(name: str) -> object:
    # PEP 562: the name is imported now and found directly ever after.
    home = "errors" if name == "errors" else _HOME.get(name)
    if home is None:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message, name=name, obj=importlib.import_module(__name__))
    module = importlib.import_module(f"{__name__}.{home}")
    value = module if name == "errors" else getattr(module, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
