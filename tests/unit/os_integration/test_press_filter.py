"""A held key is one press and one release, whatever events arrive."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from v2m_desktop.core.ports import KeyAction, KeyEdge
from v2m_desktop.os_integration.press_filter import POLL_NS, RELEASE_GRACE_NS, PressFilter

MS = 1_000_000


class Key:
    """A key under a filter, and the edges that the filter reported."""

    def __init__(self, grace_ns: int = RELEASE_GRACE_NS) -> None:
        self.filter = PressFilter(KeyAction.DICTATE, grace_ns)
        self.physical = False
        self.edges: list[tuple[bool, int]] = []

    def note(self, edge: KeyEdge | None) -> None:
        if edge is not None:
            self.edges.append((edge.pressed, edge.at_ns))

    def press(self, at_ns: int) -> None:
        self.physical = True
        self.note(self.filter.press(at_ns))

    def release(self, at_ns: int) -> None:
        self.physical = False
        self.note(self.filter.release(at_ns))

    def settle(self, at_ns: int) -> None:
        self.note(self.filter.settle(at_ns, lambda: self.physical))


def test_auto_repeat_is_one_press() -> None:
    key = Key()
    key.press(0)
    for repeat in range(500, 1500, 40):
        key.release(repeat * MS)
        key.press(repeat * MS)
        key.settle(repeat * MS)
    key.release(1500 * MS)
    key.settle(1600 * MS)
    assert key.edges == [(True, 0), (False, 1500 * MS)]


def test_a_repeated_press_may_be_late_while_the_key_is_down() -> None:
    key = Key()
    key.press(0)
    key.release(500 * MS)
    key.physical = True
    key.settle(560 * MS)
    assert key.edges == [(True, 0)]


def test_a_lost_release_is_noticed() -> None:
    key = Key()
    key.press(0)
    key.physical = False
    assert key.filter.due_ns == POLL_NS
    key.settle(POLL_NS)
    assert key.edges == [(True, 0), (False, POLL_NS)]
    assert key.filter.due_ns is None


def test_a_held_key_is_asked_again_and_again() -> None:
    key = Key()
    key.press(0)
    key.settle(POLL_NS)
    assert key.filter.due_ns == 2 * POLL_NS


def test_without_grace_a_release_counts_at_once() -> None:
    key = Key(grace_ns=0)
    key.press(0)
    key.press(30 * MS)
    key.release(40 * MS)
    assert key.edges == [(True, 0), (False, 40 * MS)]


def test_a_key_that_was_down_before_is_not_reported_until_it_is_pressed_anew() -> None:
    key = Key()
    key.physical = True
    key.filter.hush(0)
    for repeat in range(500, 1500, 40):
        key.release(repeat * MS)
        key.press(repeat * MS)
        key.settle(repeat * MS)
    key.release(1500 * MS)
    key.settle(1600 * MS)
    assert key.edges == []
    key.press(2000 * MS)
    key.release(2100 * MS)
    key.settle(2200 * MS)
    assert key.edges == [(True, 2000 * MS), (False, 2100 * MS)]


def test_a_key_that_was_down_before_and_whose_release_nobody_saw_works_again_soon() -> None:
    key = Key()
    key.filter.hush(0)
    key.settle(POLL_NS)
    key.press(POLL_NS + MS)
    assert key.edges == [(True, POLL_NS + MS)]


@given(st.lists(st.sampled_from(["press", "release", "lost", "settle"]), max_size=40))
def test_edges_alternate_and_nothing_sticks(steps: list[str]) -> None:
    key, now = Key(), 0
    for step in steps:
        now += 20 * MS
        if step == "lost":
            key.physical = False
        else:
            getattr(key, step)(now)
    key.physical = False
    key.settle(now + POLL_NS)
    assert [pressed for pressed, _ in key.edges] == [True, False] * (len(key.edges) // 2)
    assert not key.filter.down
