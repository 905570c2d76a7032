"""Who belonged to what, who presided, who met whom, and when.

An immutable, typed model of multilateral diplomacy with reference facts::

    import summitry

    world = summitry.load()
    len(world.members("NAM", on="2023-03-02"))  # 120

Every public name is here, and imported when first used: ``import summitry`` costs
about a millisecond.
"""

from __future__ import annotations

from summitry._lazy import lazily


TYPE_CHECKING = False  # as type checkers know it; `typing` would cost half the import
if TYPE_CHECKING:
    from summitry import errors
    from summitry.catalog import (
        Appointments,
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
    from summitry.codec import (
        dumps,
        iter_records,
        json_schema,
        loads,
        read,
        write,
        write_records,
    )
    from summitry.data import load
    from summitry.errors import (
        ConversionWarning,
        CoverageWarning,
        Problem,
        Severity,
        SummitryError,
    )
    from summitry.model import (
        Appointment,
        BilateralMeeting,
        Capacity,
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
    from summitry.rules import Report
    from summitry.states import Conversion, State, convert, state
    from summitry.values import (
        Answer,
        DateLike,
        Expectation,
        Identifiers,
        Match,
        OrganizationId,
        PartialDate,
        Period,
        PeriodLike,
        Precision,
        StateCode,
    )


if not TYPE_CHECKING:
    __getattr__, __dir__ = lazily(
        __name__,
        {
            # The layers themselves, so that summitry.codec.make_converter is found at once.
            **{
                layer: layer
                for layer in (
                    "catalog",
                    "codec",
                    "data",
                    "model",
                    "rules",
                    "states",
                    "values",
                )
            },
            "catalog.appointments": "Appointments",
            "catalog.catalog": "Catalog Sourced",
            "catalog.chairmanships": "Chairmanships",
            "catalog.collection": "Collection",
            "catalog.diff": "Change Difference",
            "catalog.meetings": "Meetings Summits",
            "catalog.memberships": "Memberships",
            "catalog.organizations": "Organizations Sources States",
            "codec.files": "dumps loads read write",
            "codec.schemas.generator": "json_schema",
            "codec.streams": "iter_records write_records",
            "data.loader": "load",
            "errors": (
                "ConversionWarning CoverageWarning Problem Severity SummitryError errors"
            ),
            "model.appointment": "Appointment",
            "model.chairmanship": "Chair Chairmanship",
            "model.delegation": "Delegation Representative",
            "model.meeting": "BilateralMeeting Summit",
            "model.membership": "MemberOrganization MemberState Membership",
            "model.organization": "Coverage Organization",
            "model.outcome": "Outcome",
            "model.place": "Place",
            "model.source": "Source",
            "model.vocabulary.appointments": "Capacity",
            "model.vocabulary.chairmanships": "ChairForm",
            "model.vocabulary.meetings": (
                "Happened Level MeetingFormat Modality SummitKind"
            ),
            "model.vocabulary.memberships": "Entry Exit Standing Status",
            "model.vocabulary.organizations": "CoverageOf OrganizationForm",
            "rules.report": "Report",
            "states.codes": "convert",
            "states.conversion": "Conversion",
            "states.entity": "State",
            "states.registry": "state",
            "values.answer": "Answer Match",
            "values.expectation": "Expectation",
            "values.identifiers": "Identifiers OrganizationId StateCode",
            "values.name": "Name",
            "values.partial_date": "DateLike PartialDate Precision",
            "values.period": "Period PeriodLike",
            "values.record": "Record",
        },
    )

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "Appointment",
    "Appointments",
    "BilateralMeeting",
    "Capacity",
    "Catalog",
    "Chair",
    "ChairForm",
    "Chairmanship",
    "Chairmanships",
    "Change",
    "Collection",
    "Conversion",
    "ConversionWarning",
    "Coverage",
    "CoverageOf",
    "CoverageWarning",
    "DateLike",
    "Delegation",
    "Difference",
    "Entry",
    "Exit",
    "Expectation",
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
    "Report",
    "Representative",
    "Severity",
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
    "convert",
    "dumps",
    "errors",
    "iter_records",
    "json_schema",
    "load",
    "loads",
    "read",
    "state",
    "write",
    "write_records",
]
