"""AIIB, NDB, the Arctic Council, OIF, G77, CPLP, IORA, the Energy Charter, ACD: hard cases first."""

from __future__ import annotations

import pytest

from asking import standing
from asking import sure as states

from summitry import Answer, Standing


@pytest.mark.parametrize(
    "state, last_in, first_out",
    [
        ("ITA", "2015-12-31", "2016-01-01"),
        ("FRA", "2023-12-07", "2023-12-08"),
        ("DEU", "2023-12-19", "2023-12-20"),
        ("SVN", "2024-10-13", "2024-10-14"),
        ("PRT", "2025-02-01", "2025-02-02"),
        ("ESP", "2025-04-16", "2025-04-17"),
        ("GBR", "2025-04-26", "2025-04-27"),
        ("NLD", "2025-06-27", "2025-06-28"),
        ("AUS", "2021-12-12", "2021-12-13"),
    ],
)
def test_who_left_the_energy_charter(world, state, last_in, first_out):
    """A withdrawal takes effect on a day: a member to the day before."""
    assert Answer.CERTAIN is world.is_member(state, of="ENERGY-CHARTER", on=last_in)
    assert Answer.NO is world.is_member(state, of="ENERGY-CHARTER", on=first_out)


def test_russia_and_belarus_in_the_energy_charter(world):
    """Russia stopped applying the treaty in October 2009, Belarus is suspended since June 2022."""
    assert Answer.NO is world.is_member("RUS", of="ENERGY-CHARTER", on="2009-10-20")
    assert Answer.CERTAIN is world.is_member("RUS", of="ENERGY-CHARTER", on="2009-10-01")
    assert Standing.ACTIVE is standing(world, "BLR", "ENERGY-CHARTER", "2022-06-23")
    assert Standing.SUSPENDED is standing(world, "BLR", "ENERGY-CHARTER", "2022-06-24")


def test_the_union_left_the_energy_charter(world):
    """The European Union and Euratom left on 2025-06-28."""
    for body in ("EU", "EURATOM"):
        assert Answer.CERTAIN is world.is_member(
            body, of="ENERGY-CHARTER", on="2025-06-27"
        )
        assert Answer.NO is world.is_member(body, of="ENERGY-CHARTER", on="2025-06-28")


@pytest.mark.parametrize(
    "state, day",
    [("NER", "2025-03-18"), ("BFA", "2025-03-18"), ("MLI", "2025-03-19")],
)
def test_the_three_that_left_the_francophonie(world, state, day):
    """Niger and Burkina Faso gave notice on 17 March 2025, Mali on the day after."""
    assert Answer.NO is world.is_member(state, of="OIF", on=day)
    assert Answer.CERTAIN is world.is_member(state, of="OIF", on="2025-03-17")


def test_suspended_from_the_francophonie(world):
    """Guinea until 24 September 2024, Niger since 19 December 2023, Mali first in August 2020."""
    for state, day in [
        ("GIN", "2024-09-23"),
        ("NER", "2023-12-19"),
        ("MLI", "2020-08-25"),
    ]:
        assert Standing.SUSPENDED is standing(world, state, "OIF", day)
    for state, day in [
        ("GIN", "2024-09-24"),
        ("NER", "2023-12-18"),
        ("MLI", "2020-08-24"),
    ]:
        assert Standing.ACTIVE is standing(world, state, "OIF", day)


def test_members_of_the_francophonie_by_kind(world):
    """Rwanda a founder; Thailand an observer; Ghana and Cyprus full members since October 2024."""
    assert Answer.CERTAIN is world.is_member("RWA", of="OIF", on="1970-03-20")
    assert Answer.NO is world.is_member("THA", of="OIF", on="2020-01-01")
    for state in ("GHA", "CYP"):
        assert Answer.NO is world.is_member(state, of="OIF", on="2024-01-01")
        assert Answer.CERTAIN is world.is_member(state, of="OIF", on="2024-12-01")


def test_the_number_of_members_of_the_francophonie(world):
    """Fifty-three states after the summit of October 2024, the three suspended ones included."""
    assert 53 == len(states(world, "OIF", "2024-12-01"))
    assert 50 == len(states(world, "OIF", "2025-04-01"))


def test_the_summits_of_the_francophonie(world):
    """Versailles in 1986 was the first, Villers-Cotterêts in 2024 the nineteenth."""
    held = [s for s in world.summits if "OIF" in s.organizations]
    assert 19 == len(held)
    assert "FRA" == world.chair("OIF", on="2025-01-01").state


def test_the_heads_of_the_francophonie(world):
    """Four secretaries-general since 1997."""
    assert "Boutros Boutros-Ghali" == world.head("OIF", on="2000-01-01").name
    assert "Abdou Diouf" == world.head("OIF", on="2010-01-01").name
    assert "Michaëlle Jean" == world.head("OIF", on="2018-06-01").name
    assert "Louise Mushikiwabo" == world.head("OIF", on="2019-01-03").name


def test_the_group_of_77(world):
    """Seventy-seven at the foundation; who left; China is on the list."""
    assert 77 == len(states(world, "G77", "1964-06-15"))
    assert 134 == len(states(world, "G77", "2025-01-01"))
    assert Answer.CERTAIN is world.is_member("KOR", of="G77", on="1990-01-01")
    for state, day in [
        ("MEX", "1995-01-01"),
        ("KOR", "2004-01-01"),
        ("CYP", "2005-01-01"),
        ("MLT", "2005-01-01"),
        ("ROU", "2008-01-01"),
        ("PLW", "2005-01-01"),
        ("BIH", "2020-03-01"),
        ("NZL", "1964-06-15"),
    ]:
        assert Answer.NO is world.is_member(state, of="G77", on=day)


@pytest.mark.parametrize(
    "day, state",
    [
        ("1990-06-01", "BOL"),
        ("2008-06-01", "ATG"),
        ("2019-06-01", "PSE"),
        ("2023-06-01", "CUB"),
        ("2025-06-01", "IRQ"),
    ],
)
def test_the_chair_of_the_group_of_77(world, day, state):
    """By calendar years since 1987."""
    assert state == world.chair("G77", on=day).state


def test_the_bissau_coup_and_equatorial_guinea_in_the_cplp(world):
    """Guinea-Bissau came back, and Equatorial Guinea came in, at Dili on 23 July 2014."""
    assert Standing.SUSPENDED is standing(world, "GNB", "CPLP", "2014-07-22")
    assert Standing.ACTIVE is standing(world, "GNB", "CPLP", "2014-07-23")
    assert Answer.NO is world.is_member("GNQ", of="CPLP", on="2014-07-22")
    assert Answer.CERTAIN is world.is_member("GNQ", of="CPLP", on="2014-07-23")
    assert 9 == len(states(world, "CPLP", "2025-01-01"))


def test_the_heads_of_the_cplp(world):
    """The first, the acting one of 2004, and the latest."""
    assert "Marcolino Moco" == world.head("CPLP", on="1996-07-17").name
    assert "acting" == world.head("CPLP", on="2004-06-01").capacity
    assert "Zacarias da Costa" == world.head("CPLP", on="2023-01-01").name
    assert "Fátima Jardim" == world.head("CPLP", on="2025-08-01").name


def test_members_of_the_rim(world):
    """Fourteen in 1997, nineteen after March 1999, without Seychelles 2003-2011, 23 now."""
    assert 14 == len(states(world, "IORA", "1998-01-01"))
    assert 19 == len(states(world, "IORA", "2000-01-01"))
    assert 18 == len(states(world, "IORA", "2005-01-01"))
    assert Answer.NO is world.is_member("SYC", of="IORA", on="2005-01-01")
    assert 23 == len(states(world, "IORA", "2025-01-01"))
    assert Answer.NO is world.is_member("MDV", of="IORA", on="2018-11-01")


def test_the_arctic_council(world):
    """Eight members throughout, Russia among them; the chair passed on 11 May 2023."""
    for day in ("1996-09-19", "2022-04-01", "2025-06-01"):
        assert 8 == len(states(world, "ARCTIC-COUNCIL", day))
    assert "RUS" == world.chair("ARCTIC-COUNCIL", on="2022-06-01").state
    assert "NOR" == world.chair("ARCTIC-COUNCIL", on="2024-01-01").state
    assert "DNK" == world.chair("ARCTIC-COUNCIL", on="2025-06-01").state
    assert "Nina Buvang Vaaja" == world.head("ARCTIC-COUNCIL", on="2019-01-01").name


def test_the_new_development_bank(world):
    """Admission is not membership: Egypt from February 2023, Uruguay not yet."""
    assert 5 == len(states(world, "NDB", "2020-01-01"))
    assert Answer.NO is world.is_member("BGD", of="NDB", on="2021-09-15")
    assert Answer.CERTAIN is world.is_member("BGD", of="NDB", on="2021-09-16")
    assert Answer.NO is world.is_member("EGY", of="NDB", on="2023-02-19")
    assert Answer.NO is world.is_member("DZA", of="NDB", on="2025-05-18")
    assert Answer.NO is world.is_member("URY", of="NDB", on="2025-07-31")
    assert 11 == len(states(world, "NDB", "2025-08-01"))
    assert "Dilma Rousseff" == world.head("NDB", on="2025-01-01").name


def test_the_infrastructure_bank(world):
    """Seventeen at the entry into force, 103 in July 2025."""
    assert 17 == len(states(world, "AIIB", "2015-12-25"))
    assert 103 == len(states(world, "AIIB", "2025-08-01"))
    assert Answer.NO is world.is_member("BRA", of="AIIB", on="2020-11-01")
    assert Answer.CERTAIN is world.is_member("BRA", of="AIIB", on="2020-11-02")
    assert Answer.NO is world.is_member("JPN", of="AIIB", on="2025-01-01")


def test_the_asia_cooperation_dialogue(world):
    """Eighteen founders, thirty-five since May 2019."""
    assert 18 == len(states(world, "ACD", "2002-06-18"))
    assert 34 == len(states(world, "ACD", "2019-04-30"))
    assert 35 == len(states(world, "ACD", "2019-05-01"))
    assert "THA" == world.chair("ACD", on="2025-03-08").state


@pytest.mark.parametrize(
    "state, first, last",
    [
        ("MDG", "2009-04-02", "2014-03-27"),
        ("GNB", "2012-04-18", "2014-06-26"),
        ("MLI", "2020-08-25", "2020-11-04"),
        ("MLI", "2021-06-03", "2025-03-18"),
        ("BFA", "2022-02-08", "2025-03-17"),
        ("NER", "2023-12-19", "2025-03-17"),
    ],
)
def test_each_suspension_from_the_francophonie(world, state, first, last):
    """Decided by the Permanent Council on a day, lifted by it or ended by withdrawal."""
    assert Standing.SUSPENDED is standing(world, state, "OIF", first)
    assert Standing.SUSPENDED is standing(world, state, "OIF", last)


@pytest.mark.parametrize(
    "state, day",
    [
        ("MDG", "2009-04-01"),
        ("MDG", "2014-03-28"),
        ("GNB", "2012-04-17"),
        ("GNB", "2014-06-27"),
        ("MLI", "2012-03-29"),
        ("MLI", "2020-11-05"),
        ("MLI", "2021-06-02"),
        ("MRT", "2009-12-14"),
        ("CAF", "2013-04-07"),
        ("CAF", "2018-01-01"),
        ("BFA", "2022-02-07"),
        ("GIN", "2009-01-15"),
        ("GIN", "2013-06-01"),
    ],
)
def test_in_good_standing_in_the_francophonie(world, state, day):
    """The day before a suspension and the day of its lifting."""
    assert Standing.ACTIVE is standing(world, state, "OIF", day)


def test_four_suspended_from_the_francophonie_in_april_2013(world):
    """The Central African Republic, Mali, Madagascar and Guinea-Bissau, and no other."""
    assert {"CAF", "MLI", "MDG", "GNB"} == {
        state
        for state in states(world, "OIF", "2013-04-10")
        if Standing.SUSPENDED is standing(world, state, "OIF", "2013-04-10")
    }


@pytest.mark.parametrize(
    "state, day",
    [
        ("MKD", "1998-06-25"),
        ("MNG", "2000-02-17"),
        ("AFG", "2013-06-20"),
        ("MNE", "2015-12-07"),
        ("JOR", "2018-12-11"),
        ("YEM", "2019-01-29"),
    ],
)
def test_who_acceded_to_the_energy_charter(world, state, day):
    """Not signatories: in from the entry into force for each."""
    assert Answer.NO is world.is_member(state, of="ENERGY-CHARTER", on="1998-04-16")
    assert Answer.CERTAIN is world.is_member(state, of="ENERGY-CHARTER", on=day)


def test_signatories_of_the_energy_charter(world):
    """Members from the start, Norway and Russia without ratification, Turkey and Ukraine long before it."""
    for state in ("NOR", "RUS", "TUR", "UKR", "POL", "CHE", "UZB"):
        assert Answer.CERTAIN is world.is_member(
            state, of="ENERGY-CHARTER", on="1998-04-16"
        )


def test_the_communities_in_the_energy_charter(world):
    """The Community to 2009, the Union after it; the Coal and Steel Community to its end."""
    assert Answer.CERTAIN is world.is_member("EEC", of="ENERGY-CHARTER", on="2009-11-30")
    assert Answer.NO is world.is_member("EU", of="ENERGY-CHARTER", on="2009-11-30")
    assert Answer.NO is world.is_member("EEC", of="ENERGY-CHARTER", on="2009-12-01")
    assert Answer.CERTAIN is world.is_member("EU", of="ENERGY-CHARTER", on="2009-12-01")
    assert Answer.CERTAIN is world.is_member("ECSC", of="ENERGY-CHARTER", on="2002-07-23")
    assert Answer.NO is world.is_member("ECSC", of="ENERGY-CHARTER", on="2002-07-24")


def test_founders_of_the_infrastructure_bank_that_were_late(world):
    """Fifty-two of fifty-seven by March 2017; Switzerland on 2016-04-25; five had another year."""
    assert Answer.NO is world.is_member("CHE", of="AIIB", on="2016-04-24")
    assert Answer.CERTAIN is world.is_member("CHE", of="AIIB", on="2016-04-25")
    assert 52 == len(states(world, "AIIB", "2017-03-29"))
    for state in ("ESP", "KWT", "MYS", "ZAF", "BRA"):
        assert Answer.NO is world.is_member(state, of="AIIB", on="2016-12-31")


def test_france_in_the_rim(world):
    """A dialogue partner, then the twenty-third member on 17 December 2020."""
    assert Answer.NO is world.is_member("FRA", of="IORA", on="2020-12-16")
    assert Answer.CERTAIN is world.is_member("FRA", of="IORA", on="2020-12-17")
    assert 22 == len(states(world, "IORA", "2020-12-16"))
    assert "ARE" == world.chair("IORA", on="2020-12-17").state


def test_the_latest_chairs_of_the_cplp(world):
    """São Tomé since 27 August 2023, Guinea-Bissau since 18 July 2025."""
    assert "AGO" == world.chair("CPLP", on="2022-06-01").state
    assert "STP" == world.chair("CPLP", on="2024-06-01").state
    assert "GNB" == world.chair("CPLP", on="2025-08-01").state


def test_the_chairs_of_the_arctic_council(world):
    """Who chaired in each term to 2021."""
    for day, state in [
        ("1997-01-01", "CAN"),
        ("1999-01-01", "USA"),
        ("2001-01-01", "FIN"),
        ("2003-01-01", "ISL"),
        ("2005-01-01", "RUS"),
        ("2008-01-01", "NOR"),
        ("2010-01-01", "DNK"),
        ("2012-01-01", "SWE"),
        ("2014-01-01", "CAN"),
        ("2016-01-01", "USA"),
        ("2018-01-01", "FIN"),
        ("2020-01-01", "ISL"),
    ]:
        assert state == world.chair("ARCTIC-COUNCIL", on=day).state
