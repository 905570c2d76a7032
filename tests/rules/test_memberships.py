"""Rules of membership: each has a catalogue that breaks only it, and near misses."""

from __future__ import annotations

from cases import BODY, found

from summitry import MemberState


def joined(since, **rest):
    return MemberState(organization="NC", state="ISL", since=since, **rest)


class TestJoinedBeforeFounding:
    def test_a_breach(self):
        assert [("SMT301", "member_states[0].since")] == found(BODY, joined("1951"))
        assert [("SMT301", "member_states[0].since")] == found(BODY, joined("1952-02-11"))

    def test_near_misses(self):
        assert [] == found(BODY, joined("1952-02-12"))
        assert [] == found(BODY, joined("1952"))
        assert [] == found(BODY, joined(None))

    def test_what_is_only_possible_is_found_where_it_is_asked_for(self):
        assert [("SMT301", "member_states[0].since")] == found(
            BODY, joined("1952"), match="possible"
        )
        assert [] == found(BODY, joined("1952-02-12"), match="possible")
