"""Running rules: what is selected, what is expected, and what a report is made of."""

from __future__ import annotations

import copy
import pickle

import attrs
import pytest

from cases import BODY, CHARTER, catalogue, found

import summitry

from summitry import Catalog, Expectation, MemberState, Problem, Severity
from summitry.errors import CheckFailed, InvalidValue, NotFound, WrongType
from summitry.rules import RULES, Finding, Rule, rule_of
from summitry.rules.selection import Selection


EARLY = MemberState(organization="NC", state="ISL", since="1950", sources=["charter"])
VAGUE = MemberState(organization="NC", state="NOR", since="1952", sources=["charter"])
LOST = MemberState(organization="XYZ", state="AZE", since="1995", sources=["charter"])


def expecting(record, *codes):
    return attrs.evolve(
        record, expected=[Expectation(rule=code, reason="so it was") for code in codes]
    )


# -- the rules -----------------------------------------------------------------------


def test_there_are_many_and_each_has_a_code_and_a_name_of_its_own():
    assert 40 <= len(RULES)
    assert len(RULES) == len({each.code for each in RULES})
    assert len(RULES) == len({each.name for each in RULES})
    assert sorted(RULES, key=lambda each: each.code) == list(RULES)


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.code)
def test_each_explains_itself(each):
    """What it finds, why that matters, an example, what to do."""
    assert each.summary().endswith(".")
    assert each.section("Why")
    assert each.code in each.section("Example")
    assert each.advice().endswith((".", "``"))
    assert "" == each.section("What the weather is")


def test_a_rule_is_found_by_its_code():
    assert "joined-before-founding" == rule_of("SMT301").name
    with pytest.raises(
        NotFound, match="no rule has the code 'SMT310O'; did you mean SMT"
    ):
        rule_of("SMT310O")
    with pytest.raises(NotFound):
        rule_of(None)


def test_a_rule_without_a_docstring_has_nothing_to_say():
    """As where Python runs with -OO."""

    class Silent(Rule):
        code = "SMT999"
        name = "silent"

        def find(self, facts):
            return iter(())

    assert "" == Silent.summary() == Silent.advice() == Silent.section("Why")


# -- selection -----------------------------------------------------------------------


def test_what_is_run_is_chosen_by_codes_and_their_beginnings():
    records = (BODY, EARLY, LOST)

    both = [
        ("SMT201", "member_states[1].organization"),
        ("SMT301", "member_states[0].since"),
    ]
    assert sorted(both) == sorted(found(*records))
    assert both[:1] == found(*records, select=["SMT2"])
    assert both[:1] == found(*records, ignore=["SMT3"])
    assert both[1:] == found(*records, select=["SMT301"])
    assert [] == found(*records, select=[])


@pytest.mark.parametrize(
    "select, ignore, run",
    [
        (["SMT3"], ["SMT301"], False),
        (["SMT301"], ["SMT3"], True),
        (["SMT3"], ["SMT3"], False),
        (["SMT"], ["SMT30"], False),
        (None, ["SMT"], False),
        (["SMT2"], [], False),
        (["S"], [], True),
        (None, (), True),
    ],
)
def test_the_longer_word_stands(select, ignore, run):
    chosen = Selection(RULES, select=select, ignore=ignore)

    assert run == ("SMT301" in {each.code for each in chosen.rules})


@pytest.mark.parametrize(
    "options, message",
    [
        ({"select": ["SMT9"]}, "select: 'SMT9' begins the code of no rule"),
        ({"select": ["SMT3O1"]}, "did you mean SMT"),
        ({"ignore": [""]}, "ignore: '' begins the code of no rule"),
        ({"ignore": [3]}, "ignore: 3 begins the code of no rule"),
        ({"severity": {"X": "note"}}, "severity: 'X' begins the code of no rule"),
        ({"severity": {"SMT3": "fatal"}}, "'fatal' is not a Severity"),
        ({"match": "uncertain"}, "match: 'uncertain' is no way to match"),
    ],
)
def test_a_word_that_means_nothing(options, message):
    with pytest.raises(InvalidValue, match=message):
        Catalog().check(**options)


def test_one_text_is_no_list():
    with pytest.raises(WrongType, match="select: 'SMT3' is one text"):
        Catalog().check(select="SMT3")


def test_an_unknown_keyword_is_explained():
    with pytest.raises(TypeError, match="select"):
        Catalog().check(selct=["SMT3"])


def test_how_much_a_rule_matters_can_be_said():
    """The longest word counts."""
    severity = {"SMT": "note", "SMT301": "warning", "SMT3": Severity.ERROR}
    report = catalogue(BODY, EARLY, LOST).check(severity=severity)

    assert {"SMT301": "warning", "SMT201": "note"} == {p.code: p.severity for p in report}


def test_a_possible_problem_is_a_note():
    report = catalogue(BODY, VAGUE).check(match="possible")

    assert [("SMT301", Severity.NOTE, False)] == [
        (p.code, p.severity, p.certain) for p in report
    ]
    assert "possibly: NOR joined in 1952" in str(report[0])
    assert 0 == len(catalogue(BODY, VAGUE).check())


# -- what is expected ----------------------------------------------------------------


def test_what_a_record_expects_is_not_reported():
    assert [] == found(BODY, expecting(EARLY, "SMT301"))


def test_it_expects_that_and_nothing_else():
    early = expecting(attrs.evolve(EARLY, organization="XYZ"), "SMT301", "SMT201")

    assert [("SMT511", "member_states[0].expected[0]")] == found(BODY, early)


def test_an_expectation_that_nothing_comes_of_is_reported():
    fine = expecting(MemberState(organization="NC", state="ISL", since="1960"), "SMT301")
    report = catalogue(BODY, fine).check()

    assert [("SMT511", "member_states[0].expected[0]", "SMT301")] == [
        (p.code, p.path, p.value.strip("'")) for p in report
    ]
    assert (fine.identity(),) == tuple(r.identity() for r in report[0].records)


def test_it_is_not_idle_while_its_rule_is_not_run():
    fine = expecting(MemberState(organization="NC", state="ISL", since="1960"), "SMT301")

    assert [] == found(BODY, fine, ignore=["SMT301"])
    assert [] == found(BODY, fine, ignore=["SMT511"])


def test_an_expectation_of_no_rule_is_reported():
    fine = expecting(MemberState(organization="NC", state="ISL", since="1960"), "SMT999")
    report = catalogue(BODY, fine).check(ignore=["SMT301"])

    assert ["SMT999 is expected, and there is no such rule"] == [
        p.message for p in report
    ]


def test_what_is_only_possible_may_be_expected():
    """And is not idle where only what is certain was asked for."""
    vague = expecting(VAGUE, "SMT301")

    assert [] == found(BODY, vague)
    assert [] == found(BODY, vague, match="possible")


def test_another_record_of_the_type_may_expect_it():
    """Of two spells that overlap, either can be the one that is of one's own making."""

    class Twins(Rule):
        code = "SMT301"
        name = "twins"

        def find(self, facts):
            one, other = facts.memberships
            yield Finding(one, "", "alike", others=(other, facts.organizations["NC"]))

    from summitry.rules.checking import Expected  # noqa: PLC0415

    body = expecting(BODY, "SMT301")
    for one, other, silent in (
        (EARLY, VAGUE, False),
        (expecting(EARLY, "SMT301"), VAGUE, True),
        (EARLY, expecting(VAGUE, "SMT301"), True),
        (expecting(EARLY, "SMT302"), VAGUE, False),
    ):
        facts_of = catalogue(body, one, other)
        (finding,) = Twins().find(summitry.rules.facts.Facts(facts_of))
        assert silent == Expected(facts_of).silences(Twins(), finding)


@pytest.mark.parametrize("code", ["SMT3", "smt301", "301", "SMT3011", "", "SMT３01"])
def test_a_code_that_is_none(code):
    with pytest.raises(InvalidValue, match=r"Expectation\.rule"):
        Expectation(rule=code, reason="x")


def test_an_expectation_gives_a_reason():
    with pytest.raises(InvalidValue, match=r"Expectation\.reason: ' ' is empty"):
        Expectation(rule="SMT301", reason=" ")
    with pytest.raises(TypeError, match="reason"):
        Expectation(rule="SMT301")


# -- reports -------------------------------------------------------------------------


@pytest.fixture
def report():
    """Two errors, a warning."""
    unsourced = MemberState(organization="NC", state="NOR", since="1953")
    return Catalog([BODY, CHARTER, unsourced, EARLY, LOST]).check(
        select=["SMT201", "SMT301", "SMT501"], severity={"SMT301": "error"}
    )


def test_a_report_is_a_sequence_in_the_order_of_the_document(report):
    assert [
        "organizations[0].sources",
        "member_states[0].sources",
        "member_states[1].since",
        "member_states[2].organization",
    ] == [problem.path for problem in report]
    assert isinstance(report[0], Problem)
    assert report[1:3] == report.filter(lambda p: p in list(report)[1:3])
    assert report[-1] in report
    assert {report} == {report, copy.copy(report)}
    assert report != list(report)
    assert report != report[:2]


def test_a_report_is_filtered(report):
    assert ["SMT301", "SMT201"] == [p.code for p in report.errors]
    assert ["SMT501", "SMT501"] == [p.code for p in report.warnings]
    assert 0 == len(report.notes)
    assert 1 == len(report.where(code="SMT3", severity="error", certain=True))
    assert 0 == len(report.where(certain=False))
    assert {"SMT201": 1, "SMT301": 1, "SMT501": 2} == report.codes
    assert report[2:3] == report.about(EARLY)
    assert 2 == len(report.about(BODY))
    with pytest.raises(InvalidValue):
        report.where(severity="fatal")


def test_errors_raise(report):
    with pytest.raises(CheckFailed, match="2 problems in the catalogue:") as caught:
        report.raise_if_errors()
    assert tuple(report.errors) == caught.value.problems
    report.warnings.raise_if_errors()


def test_a_report_is_immutable(report):
    with pytest.raises(AttributeError, match="immutable"):
        report.checked = 3
    with pytest.raises(AttributeError, match="immutable"):
        del report.checked
    assert report == pickle.loads(pickle.dumps(report))


def test_what_concerns_ones_own_records_has_their_paths(world):
    body = summitry.Organization(
        id="ZZ", name="Zed", since="2000", sources=["un-charter"]
    )
    mine = Catalog([body, attrs.evolve(EARLY, organization="NAM"), LOST])
    report = (world | mine).check(select=["SMT2", "SMT3"]).within(mine)

    assert 3 == report.checked
    assert {
        "member_states[0].sources[0]": "SMT202",
        "member_states[1].sources[0]": "SMT202",
    }.items() <= {p.path: p.code for p in report.where(code="SMT202")}.items()
    assert [("SMT301", "member_states[0].since")] == [
        (p.code, p.path) for p in report.where(code="SMT301")
    ]


def test_a_problem_of_a_bundled_record_with_ones_own(world):
    """The path is that of one's own record, which has not the field."""
    nam = attrs.evolve(world.organization("NAM"), since="1962")
    mine = Catalog([nam])
    report = (world | mine).check(select=["SMT301"]).within(mine)

    assert {"organizations[0]"} == {p.path for p in report}
    assert 25 <= len(report)


# -- the bundled data ----------------------------------------------------------------


def test_the_bundled_catalogue_passes_every_rule(world):
    assert [] == list(world.check())


def test_each_of_its_exceptions_has_a_reason(world):
    reasons = [each.reason for record in world for each in record.expected]

    assert reasons
    assert all(len(reason) > 20 for reason in reasons)


def test_the_bundled_states_pass_every_rule_on_states():
    states = Catalog(summitry.states.all_states())

    assert [] == list(states.check(select=["SMT1", "SMT2", "SMT3"], ignore=["SMT202"]))


def test_an_empty_catalogue_is_in_order():
    assert 0 == len(Catalog().check(match="possible"))


def test_checking_twice_is_checking_once(world):
    nam = attrs.evolve(world.organization("NAM"), since="1962")
    broken = world | Catalog([nam])

    assert broken.check() == broken.check()
    assert broken.check(match="possible").where(certain=True) == broken.check()
