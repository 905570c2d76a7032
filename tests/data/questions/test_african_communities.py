"""Hard cases of the African communities, as the questions that a user would ask."""

from __future__ import annotations

import pytest

from asking import standing
from asking import sure as members

from summitry import Answer, Standing


SAHEL = {"BFA", "MLI", "NER"}


@pytest.mark.parametrize(
    "day, count",
    [("1975-05-28", 15), ("1976-12-31", 15), ("1978-01-01", 16), ("2000-12-24", 16),
     ("2000-12-27", 15), ("2025-01-28", 15), ("2025-01-29", 12), ("2025-08-01", 12)],
)  # fmt: skip
def test_the_members_of_ecowas(world, day, count):
    """Fifteen at Lagos, sixteen with Cape Verde, fifteen without Mauritania, now twelve."""
    assert count == len(members(world, "ECOWAS", day))


def test_the_exit_of_three_from_ecowas(world):
    """It took effect on 29 January 2025, a year after the notice."""
    assert members(world, "ECOWAS", "2024-01-28") >= SAHEL
    assert members(world, "ECOWAS", "2025-01-28") >= SAHEL
    assert not members(world, "ECOWAS", "2025-01-29") & SAHEL


@pytest.mark.parametrize(
    "state, day, expected",
    [
        ("TGO", "2005-02-18", "active"), ("TGO", "2005-02-20", "suspended"),
        ("TGO", "2005-03-01", "active"), ("GIN", "2009-01-09", "active"),
        ("GIN", "2009-01-10", "suspended"), ("GIN", "2011-03-25", "active"),
        ("NER", "2009-10-19", "active"), ("NER", "2009-10-20", "suspended"),
        ("NER", "2010-07-02", "suspended"), ("NER", "2012-03-28", "active"),
        ("CIV", "2010-12-06", "active"), ("CIV", "2010-12-07", "suspended"),
        ("CIV", "2012-02-18", "active"), ("MLI", "2012-03-26", "active"),
        ("MLI", "2012-03-27", "suspended"), ("MLI", "2020-08-20", "suspended"),
        ("MLI", "2020-10-06", "active"), ("MLI", "2021-05-29", "active"),
        ("MLI", "2021-05-30", "suspended"), ("MLI", "2025-01-28", "suspended"),
        ("GIN", "2021-09-07", "active"), ("GIN", "2021-09-08", "suspended"),
        ("BFA", "2022-01-27", "active"), ("BFA", "2022-01-28", "suspended"),
        ("NER", "2023-12-09", "active"), ("NER", "2023-12-10", "suspended"),
    ],
)  # fmt: skip
def test_suspended_by_ecowas(world, state, day, expected):
    """A suspended member is still a member."""
    assert Standing(expected) is standing(world, state, "ECOWAS", day)
    assert Answer.CERTAIN is world.is_member(state, of="ECOWAS", on=day)


def test_niger_in_the_summer_of_2023(world):
    """The Commission stated that the suspension ran only from 10 December."""
    assert Standing.ACTIVE is standing(world, "NER", "ECOWAS", "2023-08-15")


def test_morocco_and_ecowas(world):
    """An application, endorsed in principle in 2017, is no membership."""
    assert 0 == len(world.memberships.by("MAR").of("ECOWAS"))


def test_mauritania_and_ecowas(world):
    """A founder, out since the end of 2000."""
    assert Answer.CERTAIN is world.is_member("Mauritania", of="ECOWAS", on="1999-12-31")
    assert Answer.NO is world.is_member("Mauritania", of="ECOWAS", on="2001-01-01")


@pytest.mark.parametrize(
    "day, name",
    [("1977-06-01", "Aboubakar Diaby Ouattara"), ("2006-06-01", "Mohamed Ibn Chambas"),
     ("2009-06-01", "Mohamed Ibn Chambas"), ("2013-01-01", "Kadré Désiré Ouedraogo"),
     ("2020-01-01", "Jean-Claude Brou"), ("2023-01-01", "Omar Touray")],
)  # fmt: skip
def test_the_head_of_ecowas(world, day, name):
    """Executive secretaries up to 2006, presidents of the Commission since."""
    head = world.head("ECOWAS", on=day)

    assert name == head.name
    assert (
        "Executive Secretary" if day < "2007" else "President of the Commission"
    ) == head.post


@pytest.mark.parametrize(
    "day, state, name",
    [("1976-01-01", "TGO", "Gnassingbé Eyadéma"), ("2012-06-01", "CIV", "Alassane Ouattara"),
     ("2017-01-01", "LBR", "Ellen Johnson Sirleaf"), ("2024-01-01", "NGA", "Bola Tinubu"),
     ("2025-07-01", "SLE", "Julius Maada Bio")],
)  # fmt: skip
def test_the_chair_of_ecowas(world, day, state, name):
    """Who chaired the Authority of Heads of State and Government."""
    chair = world.chair("ECOWAS", on=day)

    assert (state, name) == (chair.state, chair.chairs[0].name)


def test_the_sahel_states(world):
    """An alliance since 16 September 2023, a confederation since 6 July 2024."""
    assert set() == members(world, "AES", "2023-09-15")
    assert SAHEL == members(world, "AES", "2023-09-16")
    assert SAHEL == members(world, "AES", "2024-07-06")
    assert "MLI" == world.chair("AES", on="2025-01-01").state


@pytest.mark.parametrize(
    "day, joined",
    [("2000-07-07", {"KEN", "TZA", "UGA"}), ("2007-07-01", {"BDI", "RWA"}),
     ("2016-09-05", {"SSD"}), ("2022-07-11", {"COD"}), ("2024-03-04", {"SOM"})],
)  # fmt: skip
def test_the_growth_of_the_eac(world, day, joined):
    """Three members grew to eight."""
    for state in joined:
        assert Answer.CERTAIN is world.is_member(state, of="EAC", on=day)
        assert day == str(world.memberships.by(state).of("EAC").one().since)
    assert joined <= members(world, "EAC", "2025-08-01")
    assert 8 == len(members(world, "EAC", "2025-08-01"))


def test_the_eac_between_signature_and_deposit(world):
    """A state that has signed the treaty of accession is not in yet."""
    assert Answer.NO is world.is_member("COD", of="EAC", on="2022-07-10")
    assert Answer.NO is world.is_member("SOM", of="EAC", on="2024-03-03")


def test_the_first_eac(world):
    """From 1967 to 1977, and nothing for more than twenty years."""
    three = {"KEN", "TZA", "UGA"}

    assert three == members(world, "EAC-1967", "1967-12-01")
    assert three == members(world, "EAC-1967", "1976-12-31")
    assert set() == set(world.members("EAC-1967", on="1978-01-01").states)
    assert set() == members(world, "EAC", "1999-12-31")


def test_the_chair_and_head_of_the_eac(world):
    """Kagame handed over in 2021, Mathuki was replaced in 2024."""
    assert "RWA" == world.chair("EAC", on="2020-01-01").state
    assert "KEN" == world.chair("EAC", on="2025-08-01").state
    assert "Juma Mwapachu" == world.head("EAC", on="2008-01-01").name
    assert "Veronica Nduva" == world.head("EAC", on="2025-01-01").name


@pytest.mark.parametrize(
    "body, day, count",
    [("SADCC", "1980-06-01", 9), ("SADCC", "1990-03-21", 10), ("SADCC", "1992-08-16", 10),
     ("SADC", "1992-08-17", 10), ("SADC", "1994-08-30", 11), ("SADC", "1995-08-28", 12),
     ("SADC", "1997-09-08", 14), ("SADC", "2004-07-02", 13), ("SADC", "2005-08-18", 14),
     ("SADC", "2008-08-16", 15), ("SADC", "2010-01-01", 15), ("SADC", "2018-01-01", 16)],
)  # fmt: skip
def test_the_members_of_sadc(world, body, day, count):
    """Nine at Lusaka in 1980, sixteen today."""
    assert count == len(members(world, body, day))


def test_seychelles_and_sadc(world):
    """In from 1997 to the middle of 2004, and again since August 2008."""
    for day, answer in [
        ("2004-06-30", Answer.CERTAIN), ("2004-07-02", Answer.NO),
        ("2008-08-15", Answer.NO), ("2008-08-16", Answer.CERTAIN),
    ]:  # fmt: skip
        assert answer is world.is_member("Seychelles", of="SADC", on=day)


def test_madagascar_and_sadc(world):
    """Suspended from March 2009 to January 2014."""
    for day, expected in [
        ("2009-03-29", Standing.ACTIVE), ("2009-03-30", Standing.SUSPENDED),
        ("2014-01-29", Standing.SUSPENDED), ("2014-01-30", Standing.ACTIVE),
    ]:  # fmt: skip
        assert expected is standing(world, "MDG", "SADC", day)


def test_the_chair_and_head_of_sadc(world):
    """Two presidents of Malawi shared a term; the secretariat is Magosi's since 2021."""
    assert "MWI" == world.chair("SADC", on="2014-06-15").state
    assert "TZA" == world.chair("SADC", on="2020-01-01").state
    assert "ZWE" == world.chair("SADC", on="2025-01-01").state
    assert "Simba Makoni" == world.head("SADCC", on="1990-01-01").name
    assert "Simba Makoni" == world.head("SADC", on="1993-01-01").name
    assert "Elias Magosi" == world.head("SADC", on="2021-09-01").name


def test_rwanda_and_eccas(world):
    """A founder, out in 2007, back in 2015, leaving since June 2025."""
    for day, answer in [
        ("2006-12-31", Answer.CERTAIN), ("2008-01-01", Answer.NO), ("2015-05-24", Answer.NO),
        ("2015-05-25", Answer.CERTAIN), ("2025-06-06", Answer.CERTAIN),
        ("2026-01-01", Answer.POSSIBLE),
    ]:  # fmt: skip
        assert answer is world.is_member("Rwanda", of="ECCAS", on=day)


def test_gabon_and_eccas(world):
    """Suspended for six months after the coup of August 2023."""
    for day, expected in [
        ("2023-09-03", Standing.ACTIVE), ("2023-09-04", Standing.SUSPENDED),
        ("2024-03-08", Standing.SUSPENDED), ("2024-03-09", Standing.ACTIVE),
    ]:  # fmt: skip
        assert expected is standing(world, "GAB", "ECCAS", day)


def test_angola_and_eccas(world):
    """An observer up to January 1999."""
    for day, status in [("1999-01-20", "observer"), ("1999-01-21", "member")]:
        assert status == world.memberships.by("AGO").of("ECCAS").on(day).one().status


def test_the_head_of_eccas(world):
    """Its first president of the Commission took over on 1 September 2020."""
    assert "Gilberto Da Piedade Verissimo" == world.head("ECCAS", on="2022-01-01").name


def test_eritrea_and_igad(world):
    """It stayed away from 2007 to 2023, and was a member all the same."""
    assert Standing.ACTIVE is standing(world, "ERI", "IGAD", "2007-03-31")
    assert Standing.INACTIVE is standing(world, "ERI", "IGAD", "2015-01-01")
    assert Standing.ACTIVE is standing(world, "ERI", "IGAD", "2023-07-01")
    assert Answer.CERTAIN is world.is_member("Eritrea", of="IGAD", on="2015-01-01")


def test_sudan_and_south_sudan_in_igad(world):
    """South Sudan was admitted in 2011; Sudan froze its membership in January 2024."""
    assert Answer.NO is world.is_member("SSD", of="IGAD", on="2011-11-24")
    assert Answer.CERTAIN is world.is_member("SSD", of="IGAD", on="2011-11-25")
    assert Standing.ACTIVE is standing(world, "SDN", "IGAD", "2024-01-19")
    assert Standing.INACTIVE is standing(world, "SDN", "IGAD", "2024-01-20")


def test_igadd(world):
    """Six founders in 1986, Eritrea in 1993, and the new body from November 1996."""
    assert 6 == len(members(world, "IGADD", "1986-02-01"))
    assert 7 == len(members(world, "IGADD", "1994-01-01"))
    assert members(world, "IGADD", "1996-11-24") == members(world, "IGAD", "1996-11-25")
    assert "Mahboub Maalim" == world.head("IGAD", on="2015-01-01").name


@pytest.mark.parametrize(
    "day, count",
    [("1998-02-04", 6), ("2000-02-05", 11), ("2001-02-13", 16), ("2002-03-07", 18),
     ("2004-06-01", 21), ("2005-06-02", 23), ("2007-06-03", 25), ("2008-07-01", 28)],
)  # fmt: skip
def test_the_growth_of_cen_sad(world, day, count):
    """Six founders in 1998, twenty-eight members ten years later."""
    assert count == len(members(world, "CEN-SAD", day))


def test_the_summits_of_cen_sad(world):
    """Twelve ordinary sessions up to 2010, the first in Sirte."""
    summits = world.summits.of("CEN-SAD")

    assert tuple(range(1, 13)) == tuple(sorted(s.number for s in summits))
    assert "Cotonou" == world.summits["cen-sad-10"].place.city


def test_comesa(world):
    """Five states left, Tunisia and Somalia joined in July 2018, and there are 21."""
    left = {"AGO", "LSO", "MOZ", "NAM", "TZA"}

    for state in left:
        assert Answer.CERTAIN is world.is_member(state, of="COMESA", on="1996-12-31")
    assert not left & members(world, "COMESA", "2008-01-01")
    assert 19 == len(members(world, "COMESA", "2018-07-17"))
    assert 20 == len(members(world, "COMESA", "2018-07-18"))
    assert 21 == len(members(world, "COMESA", "2018-07-19"))
    assert "Chileshe Kapwepwe" == world.head("COMESA", on="2020-01-01").name


def test_the_preferential_trade_area(world):
    """Nine states signed in 1981; Tanzania ratified in April 1985; COMESA followed."""
    area = world.memberships.of("PTA")

    assert 9 == len(area.where(entry="founded").on("1981-12-21"))
    assert 0 == len(area.by("TZA").on("1985-04-10"))
    assert 1 == len(area.by("TZA").on("1985-04-11"))
    assert 0 == len(area.on("1994-12-08"))
    assert ("PTA",) == world.organizations["COMESA"].preceded_by


@pytest.mark.parametrize(
    "day, state, name",
    [("2001-12-19", "MLI", "Alpha Oumar Konaré"), ("2001-12-22", "SEN", "Abdoulaye Wade"),
     ("2005-01-20", "NER", "Mamadou Tandja"), ("2007-01-20", "BFA", "Blaise Compaoré"),
     ("2013-06-01", "CIV", "Alassane Ouattara"), ("2014-03-27", "CIV", "Alassane Ouattara"),
     ("2014-03-29", "GHA", "John Mahama"), ("2019-06-30", "NER", "Mahamadou Issoufou"),
     ("2020-08-18", "NER", "Mahamadou Issoufou"), ("2020-09-08", "GHA", "Nana Akufo-Addo")],
)  # fmt: skip
def test_the_handover_of_the_chair_of_ecowas(world, day, state, name):
    """By the news of the summits that elected the next chair."""
    chair = world.chair("ECOWAS", on=day)

    assert (state, name) == (chair.state, chair.chairs[0].name)


@pytest.mark.parametrize(
    "day, name",
    [("2016-04-07", "Kadré Désiré Ouedraogo"), ("2016-04-09", "Marcel Alain de Souza"),
     ("2018-02-28", "Marcel Alain de Souza"), ("2018-03-02", "Jean-Claude Brou"),
     ("2022-07-12", "Jean-Claude Brou"), ("2022-07-14", "Omar Touray")],
)  # fmt: skip
def test_the_day_the_commission_of_ecowas_changed_hands(world, day, name):
    """Counted from the handover at Abuja, not from the summit that named the next."""
    assert name == world.head("ECOWAS", on=day).name


@pytest.mark.parametrize(
    "state, day, expected",
    [("NER", "2011-03-22", "suspended"), ("NER", "2011-03-25", "active"),
     ("CIV", "2011-03-31", "suspended"), ("CIV", "2011-05-01", "active"),
     ("MLI", "2012-04-07", "suspended"), ("MLI", "2012-04-08", "active"),
     ("MLI", "2012-06-28", "active"), ("GNB", "2012-06-28", "active")],
)  # fmt: skip
def test_back_in_ecowas(world, state, day, expected):
    """Niger, Côte d'Ivoire and Mali returned in 2011 and 2012."""
    assert Standing(expected) is standing(world, state, "ECOWAS", day)


@pytest.mark.filterwarnings("ignore::summitry.CoverageWarning")  # of some, few terms
@pytest.mark.parametrize(
    "body, day, state",
    [("EAC", "2017-05-19", "TZA"), ("EAC", "2017-05-21", "UGA"), ("EAC", "2019-01-31", "UGA"),
     ("EAC", "2019-02-02", "RWA"), ("EAC", "2024-11-29", "SSD"), ("EAC", "2024-12-01", "KEN"),
     ("SADC", "2025-08-16", "ZWE"), ("SADC", "2025-08-18", "MDG"), ("AES", "2025-08-01", "MLI"),
     ("ECCAS", "2021-06-01", "COG"), ("ECCAS", "2024-06-01", "GNQ"),
     ("ECCAS", "2025-08-01", "GNQ"), ("IGAD", "2023-06-13", "DJI"),
     ("COMESA", "2020-01-01", "MDG"), ("COMESA", "2022-06-01", "EGY"),
     ("COMESA", "2023-06-09", "ZMB"), ("COMESA", "2024-11-01", "BDI")],
)  # fmt: skip
def test_the_chair_on_a_day(world, body, day, state):
    """On the days before and after a handover that the news dates."""
    assert state == world.chair(body, on=day).state


def test_members_of_comesa_and_sadc_by_number(world):
    """Twenty in COMESA after Tanzania had left, fourteen in SADC in the year 2000."""
    comesa = members(world, "COMESA", "2002-01-01")

    assert 20 == len(comesa)
    assert {"AGO", "EGY", "NAM", "SYC"} <= comesa
    assert "TZA" not in comesa
    assert 21 == len(members(world, "COMESA", "2024-10-31"))
    assert 14 == len(members(world, "SADC", "2000-07-31"))
    assert 16 == len(members(world, "SADC", "2025-08-01"))


def test_eccas_by_number(world):
    """Ten without Rwanda in 2011, eleven with it in 2022."""
    assert 10 == len(members(world, "ECCAS", "2011-02-09"))
    assert 11 == len(members(world, "ECCAS", "2022-01-19"))


def test_the_return_of_eritrea_to_igad(world):
    """At the summit of 12 June 2023 in Djibouti."""
    assert Standing.INACTIVE is standing(world, "ERI", "IGAD", "2023-06-11")
    assert Standing.ACTIVE is standing(world, "ERI", "IGAD", "2023-06-12")
    assert "Djibouti" == world.summits["igad-14"].place.city


def test_zaire_and_the_preferential_trade_area(world):
    """Sources disagree on whether it was in, so no day before the end is certain."""
    assert Answer.POSSIBLE is world.is_member("COD", of="PTA", on="1990-01-01")
    assert Answer.NO is world.is_member("COD", of="PTA", on="1994-12-08")
