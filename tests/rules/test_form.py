"""Rules of form: each has a catalogue that breaks only it, and near misses."""

from __future__ import annotations

import doctest
import re

import attrs
import pytest

from cases import BODY, CHARTER, catalogue, found

import summitry

from summitry import (
    BilateralMeeting,
    Catalog,
    Chair,
    Chairmanship,
    Delegation,
    Expectation,
    MemberState,
    Name,
    Organization,
    Outcome,
    Place,
    Representative,
    Source,
    State,
    Summit,
)
from summitry.codec.problems import Code
from summitry.rules import RULES, rule_of
from summitry.rules.facts import Facts
from summitry.rules.form import UntidyText, _texts
from summitry.rules.rule import FoundElsewhere


def evolved(record, **changes):
    return attrs.evolve(record, **changes)


class TestWhatTheReaderFinds:
    def test_each_code_of_the_reader_has_a_rule(self):
        """And each such rule is one that the reader knows."""
        there = {
            each.code
            for each in RULES
            if isinstance(each, FoundElsewhere) and each.code < "SMT120"
        }

        assert {code.value for code in Code} == there

    @pytest.mark.parametrize("code", list(Code))
    def test_the_example_is_of_that_code(self, code):
        """That it prints what it says is tested with the documentation."""
        examples = doctest.DocTestParser().get_examples(type(rule_of(code)).__doc__)

        assert examples[-1].want.startswith(f"{code.value} ")

    def test_they_find_nothing_themselves(self):
        report = catalogue(BODY).check(select=["SMT10", "SMT110"])

        assert 0 == len(report)


ACROSS = Summit(
    id="nc-1953",
    name="First Session",
    organizations=["NC"],
    since="1953-02-13",
    place=Place(city="Copenhagen", state="DNK"),
    chair=Delegation(
        state="DNK",
        representatives=[Representative(name="Hans Hedtoft", post="President")],
    ),
    delegations=[
        Delegation(state="ISL"),
        Delegation(
            state="SWE",
            representatives=[
                Representative(name="Tage Erlander", level="head_of_government"),
                Representative(name="Nils Herlitz", post="Delegate"),
            ],
        ),
    ],
    topics=["rules of procedure", "passports"],
    outcomes=[Outcome(title="Rules", kind="rules"), Outcome(title="Statement")],
    note="The first.",
    sources=["charter"],
)
"""A summit with words wherever there can be any."""

RICH = (
    evolved(CHARTER, note="Signed in 1962."),
    evolved(
        BODY,
        names=[Name(text="Nordisk Råd", language="da")],
        acronyms=["NR"],
        seat=Place(city="Copenhagen", state="DNK"),
        note="A body.",
        sources=["charter"],
    ),
    MemberState(
        organization="NC",
        state="ISL",
        since="1952-02-12",
        status_label="Member",
        note="From the start.",
        sources=["charter"],
    ),
    Chairmanship(
        organization="NC",
        state="DNK",
        since="1953-02-13",
        until="1954-08-08",
        chairs=[Chair(name="Hans Hedtoft", post="President")],
        note="The first.",
        sources=["charter"],
    ),
    ACROSS,
    BilateralMeeting(
        id="dnk-swe",
        since="1953-02-13",
        delegations=[
            Delegation(state="DNK"),
            Delegation(
                state="SWE", representatives=[Representative(name="Tage Erlander")]
            ),
        ],
        topics=["a bridge"],
        place=Place(city="Copenhagen", state="DNK"),
        outcomes=[Outcome(title="Minutes")],
        sources=["charter"],
        note="On the fringe.",
    ),
    State(
        code="XNA",
        name="Northern Atlantis",
        names=[Name(text="Atlantis of the North")],
        note="Sunk.",
        sources=["charter"],
    ),
)
"""Records with words in every field that can hold them."""

WORDS = {
    ("source", "title"), ("source", "publisher"), ("source", "note"),
    ("organization", "name"), ("organization", "names[0].text"),
    ("organization", "acronyms[0]"), ("organization", "seat.city"),
    ("organization", "note"), ("member_state", "status_label"), ("member_state", "note"),
    ("chairmanship", "chairs[0].name"), ("chairmanship", "chairs[0].post"),
    ("chairmanship", "note"), ("summit", "name"), ("summit", "place.city"),
    ("summit", "chair.representatives[0].name"),
    ("summit", "chair.representatives[0].post"),
    ("summit", "delegations[1].representatives[1].name"),
    ("summit", "delegations[1].representatives[1].post"),
    ("summit", "topics[0]"), ("summit", "topics[1]"),
    ("summit", "delegations[1].representatives[0].name"), ("summit", "outcomes[1].title"),
    ("summit", "outcomes[0].title"), ("summit", "outcomes[0].kind"), ("summit", "note"),
    ("bilateral_meeting", "topics[0]"), ("bilateral_meeting", "place.city"),
    ("bilateral_meeting", "outcomes[0].title"), ("bilateral_meeting", "note"),
    ("bilateral_meeting", "delegations[1].representatives[0].name"),
    ("state", "name"), ("state", "names[0].text"), ("state", "note"),
}  # fmt: skip


def with_text(record, path, change):
    """Return a record with the text at a path changed."""
    step, _, rest = path.partition(".")
    place = re.fullmatch(r"(\w+)\[(\d+)\]", step)
    name = place[1] if place else step
    value = getattr(record, name)
    old = value[int(place[2])] if place else value
    new = with_text(old, rest, change) if rest else change(old)
    if place:
        new = [*value[: int(place[2])], new, *value[int(place[2]) + 1 :]]
    return attrs.evolve(record, **{name: new})


class TestUntidyText:
    @pytest.mark.parametrize(
        "text, says",
        [
            (" Nordic Council", "' Nordic Council' begins with white space"),
            ("Nordic Council\u00a0", "'Nordic Council\\xa0' ends with white space"),
            ("Nordic Council\n", "'Nordic Council\\n' ends with white space"),
            ("Nordic\nCouncil", "'Nordic\\nCouncil' has a line break or a tab in it"),
            ("Nordic\tCouncil", "'Nordic\\tCouncil' has a line break or a tab in it"),
            ("Nordic  Council", "'Nordic  Council' has two spaces in a row"),
        ],
    )
    def test_a_breach(self, text, says):
        report = catalogue(evolved(BODY, name=text)).check()

        assert [("SMT121", "organizations[0].name", says)] == [
            (problem.code, problem.path, problem.message) for problem in report
        ]

    @pytest.mark.parametrize("kind, path", sorted(WORDS))
    def test_it_looks_everywhere(self, kind, path):
        records = [
            with_text(each, path, lambda text: text + "  x")
            if kind == each.type_name
            else each
            for each in RICH
        ]

        findings = list(UntidyText().find(Facts(Catalog(records))))
        assert [(kind, path)] == [(f.record.type_name, f.field) for f in findings]

    def test_these_are_all_the_words(self):
        there = {(each.type_name, field) for each in RICH for field, _ in _texts(each)}

        assert WORDS == there - {("summit", "kind")}

    def test_near_misses(self):
        assert [] == list(UntidyText().find(Facts(Catalog(RICH))))
        assert [] == found(evolved(BODY, name="Norden — the\u00a0Council"))
        assert [] == found(
            evolved(BODY, note="One line.\n\n- Another\n  of two.\n\tThird.")
        )
        assert [] == found(evolved(BODY, name="Åland\u2009/\u2009Faroes"))

    def test_a_note_has_no_other_white_space_either(self):
        for note in ("Two.  Spaces.", "An end. ", "\nA start."):
            assert [("SMT121", "organizations[0].note")] == found(
                evolved(BODY, note=note)
            )

    def test_ids_addresses_and_reasons_are_no_texts(self):
        body = evolved(
            BODY, since=None, expected=[Expectation(rule="SMT999", reason="a  b")]
        )
        assert [] == found(body, select=["SMT121"])
        url = evolved(CHARTER, url="https://example.org/a?b=  ".strip(), id="other")
        assert [] == found(url, select=["SMT121"])


def president(person_id, since="1953-02-13"):
    return Chairmanship(
        organization="NC",
        state="DNK",
        since=since,
        until="1954-08-08",
        chairs=[Chair(name="Hans Hedtoft", person_id=person_id)],
    )


class TestForeignId:
    @pytest.mark.parametrize(
        "value",
        [
            "146165",
            "q146165",
            "Q0146165",
            "Q",
            "Q146165 ",
            "P17",
            "Q１46165",
            "wikidata:Q1",
        ],
    )
    def test_a_breach(self, value):
        body = evolved(BODY, ids={"cow": "NordC", "wikidata": value})
        assert [("SMT122", "organizations[0].ids")] == found(body)

    def test_a_state(self):
        own = State(code="XNA", name="Northern Atlantis", wikidata="http://x/Q1")
        assert [("SMT122", "states[0].wikidata")] == found(own, select=["SMT122"])

    @pytest.mark.parametrize(
        "value",
        ["Q 345187", "q345187", "Q0345187", "https://www.wikidata.org/wiki/Q345187"],
    )
    def test_a_person(self, value):
        assert [("SMT122", "chairmanships[0].chairs[0].person_id")] == found(
            BODY, president(value)
        )

    @pytest.mark.parametrize(
        "value", ["Q345187", "hans-hedtoft", "Qaboos", "viaf:1", None]
    )
    def test_near_misses(self, value):
        """An id of a person may be of one's own making, and begin with Q."""
        body = evolved(BODY, ids={"wikidata": "Q146165", "cow": "Q", "q": "1"})
        assert [] == found(body, president(value))
        own = State(code="XNA", name="Northern Atlantis", wikidata="Q30")
        assert [] == found(own, select=["SMT122"])


class TestSaidTwice:
    def test_a_breach(self):
        member = MemberState(
            organization="NC", state="ISL", since="1952-02-12", sources=["charter"] * 2
        )
        assert [("SMT123", "member_states[0].sources[1]")] == found(BODY, member)

    @pytest.mark.parametrize(
        "changes, place",
        [
            ({"acronyms": ["NC", "NR", "NC", "NC"]}, ["acronyms[2]", "acronyms[3]"]),
            ({"names": [Name(text="Nordisk Råd", language="da")] * 2}, ["names[1]"]),
            ({"preceded_by": ["A", "B", "A"]}, ["preceded_by[2]"]),
            (
                {"expected": [Expectation(rule="SMT501", reason=why) for why in "ab"]},
                ["expected[1]"],
            ),
        ],
    )
    def test_an_organization(self, changes, place):
        assert [("SMT123", f"organizations[0].{each}") for each in place] == found(
            evolved(BODY, **changes), select=["SMT123"]
        )

    @pytest.mark.parametrize(
        "changes, place",
        [
            ({"organizations": ["NC", "NC"]}, "organizations[1]"),
            ({"topics": ["passports", "passports"]}, "topics[1]"),
            ({"outcomes": [Outcome(title="Rules")] * 2}, "outcomes[1]"),
        ],
    )
    def test_a_meeting(self, changes, place):
        assert [("SMT123", f"summits[0].{place}")] == found(
            BODY, evolved(ACROSS, **changes), select=["SMT123"]
        )
        if "organizations" not in changes:
            meeting = evolved(RICH[5], **changes)
            assert [("SMT123", f"bilateral_meetings[0].{place}")] == found(
                meeting, select=["SMT123"]
            )

    @pytest.mark.parametrize("field", ["former_codes", "succeeds", "succeeded_by"])
    def test_a_state(self, field):
        own = evolved(RICH[6], **{field: ["AZE", "ISL", "AZE"]})
        assert [("SMT123", f"states[0].{field}[2]")] == found(own, select=["SMT123"])

    def test_a_source_expects_twice(self):
        twice = [Expectation(rule="SMT502", reason=why) for why in "ab"]
        source = evolved(CHARTER, id="other", title="Statute", expected=twice)
        assert [("SMT123", "sources[1].expected[1]")] == found(BODY, source)

    def test_near_misses(self):
        """A name may be borne again, or in two languages; a case makes a difference."""
        body = evolved(
            BODY,
            acronyms=["NR", "nr"],
            names=[
                Name(text="Norden"),
                Name(text="Norden", language="sv"),
                Name(text="The North", since="1952-02-12", until="1960"),
                Name(text="The North", since="1970"),
            ],
        )
        assert [] == found(body)
        assert [] == found(*RICH[1:], select=["SMT123"])


class TestUnknownLanguage:
    def named(self, *languages):
        names = [Name(text=f"Name {tag}", language=tag) for tag in languages]
        return evolved(BODY, names=names)

    def test_a_breach(self):
        report = catalogue(self.named("da", "ua", "xq-Latn", "jp")).check()

        assert ["SMT124"] * 3 == [problem.code for problem in report]
        assert [
            ("organizations[0].names[1].language", "no language has the code 'ua'; did you mean uk?"),
            ("organizations[0].names[2].language", "no language has the code 'xq'"),
            ("organizations[0].names[3].language", "no language has the code 'jp'; did you mean ja?"),
        ] == [(problem.path, problem.message) for problem in report]  # fmt: skip

    def test_a_state(self):
        own = evolved(RICH[6], names=[Name(text="Atlantis", language="gr")])
        assert [("SMT124", "states[0].names[0].language")] == found(
            own, select=["SMT124"]
        )

    def test_near_misses(self):
        """Three letters are ISO 639-3, of which there are too many to know them all."""
        assert [] == found(
            self.named(None, "en", "zh-Hant", "pt-BR", "sh", "smn", "qaa", "sr-Cyrl")
        )


def test_the_bundled_catalogue_is_of_good_form(world):
    assert [] == list(world.check(select=["SMT1"]))


def test_the_bundled_states_are_of_good_form():
    states = Catalog(summitry.states.all_states())

    assert [] == list(states.check(select=["SMT1"]))


def test_one_record_of_each_type_is_of_good_form():
    bodies = [
        evolved(BODY, id="EMPTY", name="Void", since=None),
        Organization(id="A", name="B"),
    ]
    bare = Summit(id="s", name="S", place=Place(state="DNK"))
    source = Source(id="b", title="Book")

    assert [] == found(*bodies, bare, source, select=["SMT1"])
