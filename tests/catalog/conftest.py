from __future__ import annotations

import pytest

from summitry import (
    Catalog,
    Chair,
    Chairmanship,
    Coverage,
    MemberOrganization,
    MemberState,
    Organization,
)


@pytest.fixture(scope="session")
def club():
    """A body with every difficulty of time, in a catalogue of 2020-06-15."""
    return Catalog(
        [
            Organization(
                id="CLUB",
                name="The Club",
                acronyms=["CL"],
                since="2000-01-01",
                until="2019-12-31",
                coverage=[
                    Coverage(of="members", since="2000-01-01", until="2010-12-31"),
                    Coverage(of="members", since="2012-01-01"),
                    Coverage(of="chairmanships"),
                ],
            ),
            Organization(
                id="FORUM",
                name="Forum",
                since="2001",
                coverage=[
                    Coverage(of="members"),
                ],
            ),
            MemberState(organization="CLUB", state="ISL", since="2000"),
            MemberState(organization="CLUB", state="DNK", since="2000-01-01"),
            MemberState(
                organization="CLUB", state="NOR", since="2001-05-01", until="2005"
            ),
            MemberState(organization="CLUB", state="SWE", status="observer"),
            MemberOrganization(
                organization="CLUB", member_organization="FORUM", since="2003-02-01"
            ),
            MemberState(organization="FORUM", state="ISL", since="2001"),
            MemberState(organization="FORUM", state="FIN", since="2002-03"),
            Chairmanship(
                organization="CLUB",
                state="ISL",
                since="2000-01-01",
                until="2004-06-30",
                chairs=[Chair(name="Sigríður Jónsdóttir")],
            ),
            Chairmanship(
                organization="CLUB", state="DNK", since="2004-06-30", until="2008-09"
            ),
            Chairmanship(
                organization="CLUB",
                chair_organization="FORUM",
                since="2008-09",
                until="2010-03-31",
            ),
            Chairmanship(
                organization="CLUB",
                state="NOR",
                form="co_chair",
                since="2010-04-01",
                until="2012-04-01",
            ),
            Chairmanship(
                organization="CLUB",
                state="DNK",
                form="co_chair",
                since="2010-04-01",
                until="2012-04-01",
            ),
            Chairmanship(organization="CLUB", state="ISL", since="2012-04-01"),
        ],
        as_of="2020-06-15",
        version="1",
    )
