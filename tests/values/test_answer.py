"""An answer follows Kleene's strong logic, and is never silently true or false."""

from __future__ import annotations

import itertools
import pickle

import pytest

from hypothesis import given
from hypothesis import strategies as st

from summitry import Answer
from summitry.errors import AmbiguousAnswer, InvalidValue


answers = st.sampled_from(Answer)

# What each answer leaves open: the truth values that it may turn out to have.
OPEN = {Answer.NO: {False}, Answer.POSSIBLE: {False, True}, Answer.CERTAIN: {True}}


def _answer(truths: set[bool]) -> Answer:
    return Answer.of(possible=True in truths, certain=False not in truths)


@pytest.mark.parametrize("left", Answer)
@pytest.mark.parametrize("right", Answer)
def test_both_and_either_say_what_every_outcome_says(left, right):
    """`&` and `|` agree with trying every truth value that the two leave open."""
    outcomes = list(itertools.product(OPEN[left], OPEN[right]))

    assert _answer({a and b for a, b in outcomes}) is left & right
    assert _answer({a or b for a, b in outcomes}) is left | right


@pytest.mark.parametrize(
    "answer, expected",
    [
        (Answer.NO, Answer.CERTAIN),
        (Answer.POSSIBLE, Answer.POSSIBLE),
        (Answer.CERTAIN, Answer.NO),
    ],
)
def test_not(answer, expected):
    """`~` turns certainty around and leaves doubt as it is."""
    assert expected is ~answer


@given(answers, answers, answers)
def test_laws(a, b, c):
    """Kleene's logic is a distributive lattice with De Morgan's negation."""
    assert a & b is b & a
    assert a | b is b | a
    assert a & (b & c) is (a & b) & c
    assert a | (b | c) is (a | b) | c
    assert a & (b | c) is (a & b) | (a & c)
    assert a | (b & c) is (a | b) & (a | c)
    assert a & (a | b) is a
    assert a | (a & b) is a
    assert ~~a is a
    assert ~(a & b) is ~a | ~b
    assert a & a is a | a is a


def test_the_excluded_middle_is_open():
    """Unlike in two-valued logic, `a or not a` need not be certain."""
    assert Answer.POSSIBLE | ~Answer.POSSIBLE is Answer.POSSIBLE


@pytest.mark.parametrize("answer", Answer)
def test_refuses_to_be_true_or_false(answer):
    """`if answer:` raises and says what to write instead, even for a certain one."""
    with pytest.raises(AmbiguousAnswer, match=r"\.possible .* or \.certain"):
        bool(answer)
    with pytest.raises(TypeError):
        not answer  # noqa: B018


@pytest.mark.parametrize("other", [True, False, 1, 7, "certain", None])
def test_combines_only_with_answers(other):
    """A bool is no answer: True is 1, and 1 would be POSSIBLE."""
    with pytest.raises(TypeError):
        Answer.CERTAIN & other
    with pytest.raises(TypeError):
        Answer.NO | other


@pytest.mark.parametrize(
    "answer, possible, certain",
    [
        (Answer.NO, False, False),
        (Answer.POSSIBLE, True, False),
        (Answer.CERTAIN, True, True),
    ],
)
def test_halves(answer, possible, certain):
    """The two halves of an answer make it again."""
    assert (possible, certain) == (answer.possible, answer.certain)
    assert answer is Answer.of(possible=possible, certain=certain)


def test_what_is_certain_is_possible():
    """A caller that knows it certain need not have worked out that it is possible."""
    assert Answer.CERTAIN is Answer.of(possible=False, certain=True)


def test_order():
    """Answers sort from no to certain, so that max() finds the best."""
    assert [Answer.NO, Answer.POSSIBLE, Answer.CERTAIN] == sorted(Answer)
    assert Answer.CERTAIN is max(Answer.POSSIBLE, Answer.CERTAIN, Answer.NO)
    for other in (1, True, "no"):
        with pytest.raises(TypeError):
            Answer.NO < other  # noqa: B015


@given(answers)
def test_matches(answer):
    """Each filter keeps what it says, and the two halves of the possible are apart."""
    assert answer.possible == answer.matches("possible")
    assert answer.certain == answer.matches("certain")
    assert (answer is Answer.POSSIBLE) == answer.matches("uncertain")


@pytest.mark.parametrize("match", ["Possible", "", "maybe", None, 1, ["possible"]])
def test_matches_no_other_word(match):
    """An unknown way to match is named, and the known ones with it."""
    with pytest.raises(InvalidValue, match="possible, certain, uncertain") as caught:
        Answer.CERTAIN.matches(match)

    assert match == caught.value.value
    assert "match" == caught.value.field


@pytest.mark.parametrize("answer", Answer)
def test_pickles_to_itself(answer):
    """An answer that crosses to another process is the same one there."""
    assert answer is pickle.loads(pickle.dumps(answer))
