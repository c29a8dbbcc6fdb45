"""What others copy in the very moment in which we take the clipboard, or give it back, stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desktop.x11_owner import Owner
from v2m_desktop.os_integration.x11_content import text_content
from v2m_desktop.os_integration.x11_link import Link
from v2m_desktop.os_integration.x11_selection import Selection

NAME = "CLIPBOARD"
OURS = text_content("words", private=True)


class TimedSelection(Selection):
    """Notes each time that it asks for, and lets something happen right after the next one."""

    other: Owner | None = None
    asked = 0

    def copy_next(self, other: Owner) -> None:
        """Right after the next time was asked for, `other` copies at a later one."""
        self.other = other

    def pass_time(self) -> None:
        """The server counts in milliseconds, and allows equal times."""
        since = self.asked
        while self._server_time() == since:
            pass

    def _server_time(self) -> int:
        self.asked = super()._server_time()
        if self.other is not None:
            other, self.other = self.other, None
            self.pass_time()
            other.own(NAME)
        return self.asked


@pytest.fixture
def selection() -> Iterator[TimedSelection]:
    made = TimedSelection(NAME)
    yield made
    made.close()


@pytest.fixture
def other() -> Iterator[Owner]:
    with Owner(NAME, {}) as made:
        yield made


def test_without_a_copy_since_the_look_it_becomes_ours(selection: TimedSelection, other: Owner) -> None:
    selection.look()
    selection.own_over_seen(OURS)
    assert selection.held
    assert not other.owns(NAME)


def test_a_copy_since_the_look_is_told_where_nobody_counts_them(
    monkeypatch: pytest.MonkeyPatch, other: Owner
) -> None:
    monkeypatch.setattr(Link, "tell_of_copies", lambda *_: 0)  # a server without XFIXES
    selection = TimedSelection(NAME)
    selection.look()
    selection.pass_time()
    other.own(NAME)
    selection.own_over_seen(OURS)
    assert not selection.held
    assert other.owns(NAME)
    selection.close()


def test_a_copy_since_the_look_as_of_a_time_before_it_is_counted(
    selection: TimedSelection, other: Owner
) -> None:
    selection.pass_time()
    before = selection.asked
    other.own(NAME, before)
    selection.pass_time()
    selection.look()
    other.own(NAME, before)
    selection.own_over_seen(OURS)
    assert not selection.held
    assert other.owns(NAME)


def test_a_copy_after_the_count_keeps_us_from_taking_it(selection: TimedSelection, other: Owner) -> None:
    selection.look()
    selection.copy_next(other)
    selection.own_over_seen(OURS)
    assert not selection.held
    assert other.owns(NAME)


def test_a_copy_in_the_moment_of_giving_back_stays(selection: TimedSelection, other: Owner) -> None:
    selection.own(OURS)
    selection.copy_next(other)
    selection.own_again({})
    assert not selection.held
    assert other.owns(NAME)


def test_a_copy_in_the_moment_of_emptying_it_stays(selection: TimedSelection, other: Owner) -> None:
    selection.own(OURS)
    selection.pass_time()
    other.own(NAME)
    selection.give_up()  # it has not heard of it
    assert other.owns(NAME)
