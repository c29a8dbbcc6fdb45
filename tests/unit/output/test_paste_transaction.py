"""When a paste counts as arrived, and when the old clipboard may come back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.output.paste_bench import (
    BOUNDS,
    FOCUS_CHANGED,
    HISTORY,
    KEYS_REFUSED,
    KNOWN,
    TARGET,
    WINE,
    Paste,
)
from v2m_desktop.core.targets import Client
from v2m_desktop.output.clipboard_readers import EagerReaders
from v2m_desktop.output.paste_events import ChordBegun, Do, Tick
from v2m_desktop.output.paste_transaction import Phase, Transaction
from v2m_desktop.output.results import Outcome


@pytest.fixture
def paste() -> Paste:
    return Paste()


def new_here() -> Paste:
    """The first paste of a run."""
    return Paste(Transaction(TARGET, BOUNDS))


def test_the_read_of_the_target_is_reported_at_once_and_settles_when_it_is_quiet(paste: Paste) -> None:
    paste.publish_and_send().read(TARGET)
    assert paste.reports == [Outcome.DELIVERED]
    assert paste.state.read_ns == paste.reads[0].at_ns
    assert paste.wait(0.19).state.phase is Phase.READ
    assert paste.wait(0.02).state.phase is Phase.SETTLED
    assert paste.orders[-1] is Do.GIVE_BACK


def test_a_second_read_of_the_target_starts_the_quiet_time_again(paste: Paste) -> None:
    paste.publish_and_send().read(TARGET).wait(0.15).read(TARGET)
    assert paste.wait(0.15).state.phase is Phase.READ
    assert paste.wait(0.06).state.phase is Phase.SETTLED


def test_reads_of_others_do_not_hold_up_what_the_target_has_read(paste: Paste) -> None:
    paste.publish_and_send().read(TARGET).wait(0.15).read(WINE).wait(0.06)
    assert paste.state.phase is Phase.SETTLED


def test_a_target_that_reads_over_and_over_does_not_keep_the_clipboard_for_ever(paste: Paste) -> None:
    paste.publish_and_send()
    for _ in range(90):
        paste.read(TARGET).wait(0.1)
    assert paste.state.phase is Phase.SETTLED


@pytest.mark.parametrize("reader", [WINE, None, Client()], ids=["a stranger", "nobody tells", "no name"])
def test_reads_of_unknown_programs_count_once_they_have_come_to_rest(
    paste: Paste, reader: Client | None
) -> None:
    paste.publish_and_send().read(reader).wait(0.39)
    assert paste.reports == []
    paste.wait(0.02)
    assert paste.reports == [Outcome.DELIVERED]
    assert paste.orders[-1] is Do.GIVE_BACK


def test_a_late_unknown_read_must_be_quiet_for_a_while(paste: Paste) -> None:
    paste.publish_and_send().wait(1.5).read(WINE).wait(0.15).read(WINE).wait(0.15)
    assert paste.reports == []
    assert paste.wait(0.06).reports == [Outcome.DELIVERED]


def test_a_target_that_reads_after_a_stranger_is_the_arrival(paste: Paste) -> None:
    paste.publish_and_send().read(WINE).wait(0.1).read(TARGET)
    assert paste.reports == [Outcome.DELIVERED]
    assert paste.state.read_ns == paste.reads[1].at_ns


def test_for_a_window_that_closed_a_stranger_proves_nothing(paste: Paste) -> None:
    paste.publish_and_send().read(WINE)
    paste.in_front = False
    assert paste.wait(0.41).reports == [Outcome.UNCONFIRMED]
    assert paste.orders[-1] is Do.LEAVE


def test_a_target_that_once_read_itself_needs_no_stranger(paste: Paste) -> None:
    readers = paste.publish_and_send().read(TARGET).wait(0.3).state.readers
    again = Client(connection=77, process=78, program=TARGET.program)
    later = Paste(Transaction(again, BOUNDS, replace(readers, watch=True))).publish_and_send()
    later.read(WINE).wait(7.9)
    assert later.reports == []
    assert later.read(again).reports == [Outcome.DELIVERED]


def test_where_the_target_is_unknown_everybody_may_be_it() -> None:
    paste = Paste(Transaction(None, BOUNDS, KNOWN)).publish_and_send().read(TARGET)
    assert paste.reports == []
    assert paste.wait(0.41).reports == [Outcome.DELIVERED]


def test_a_clipboard_history_proves_nothing(paste: Paste) -> None:
    paste.publish_and_send().read(HISTORY).wait(8.1)
    assert paste.reports == [Outcome.UNCONFIRMED]
    assert paste.orders[-1] is Do.LEAVE


@pytest.mark.parametrize("reader", [TARGET, WINE, None], ids=["target", "stranger", "nobody tells"])
def test_a_read_before_the_chord_proves_nothing(reader: Client | None) -> None:
    paste = new_here().publish().read(reader).wait(9)
    assert paste.orders[0] is Do.SEND_CHORD
    assert paste.reports == [Outcome.UNCONFIRMED]


def test_who_read_before_the_chord_is_remembered_by_its_program() -> None:
    paste = new_here().publish().read(WINE).wait(0.1)
    again = Client(connection=99, process=98, program=WINE.program)
    assert paste.read(again).wait(8.1).reports == [Outcome.UNCONFIRMED]
    assert paste.state.readers.has(again)


def test_who_has_no_name_is_remembered_by_its_connection() -> None:
    paste = new_here().publish().read(Client(connection=7)).wait(0.1)
    assert paste.state.readers.has(Client(connection=7))
    assert not paste.state.readers.has(Client(connection=8))


def test_the_target_is_never_taken_for_a_clipboard_history() -> None:
    paste = new_here().publish().read(TARGET).wait(0.1).read(TARGET)
    assert paste.reports == [Outcome.DELIVERED]


def test_who_reads_all_the_time_is_no_target(paste: Paste) -> None:
    paste.publish_and_send()
    for _ in range(3):
        paste.read(WINE).wait(0.1)
    assert not paste.state.readers.has(WINE)
    paste.read(WINE).wait(8)
    assert paste.state.readers.has(WINE)
    assert paste.reports == [Outcome.UNCONFIRMED]


def test_nameless_reads_that_never_come_to_rest_prove_nothing(paste: Paste) -> None:
    paste.publish_and_send()
    for _ in range(85):
        paste.read(None).wait(0.1)
    assert paste.reports == [Outcome.UNCONFIRMED]


def test_a_read_in_the_last_moment_still_counts(paste: Paste) -> None:
    paste.publish_and_send().wait(7.9).read(WINE).wait(0.21)
    assert paste.reports == [Outcome.DELIVERED]


def test_nobody_pastes_after_so_long(paste: Paste) -> None:
    assert paste.publish_and_send().wait(7.9).state.phase is Phase.INJECTED
    assert paste.wait(0.2).state.phase is Phase.UNCONFIRMED
    assert paste.state.error is not None


def test_bounds_count_from_when_the_keys_went_out_and_reads_from_the_begin(paste: Paste) -> None:
    paste.sends = False
    paste.publish_and_send().wait(0.7).read(WINE)
    paste.keys_out()
    assert paste.wait(0.39).reports == []
    assert paste.wait(0.02).reports == [Outcome.DELIVERED]


def test_the_clipboard_stays_until_the_tool_let_go_of_the_keys(paste: Paste) -> None:
    paste.sends = False
    paste.publish_and_send().read(TARGET).wait(0.7)
    assert paste.state.phase is Phase.READ
    paste.keys_out()
    assert paste.wait(0.01).state.phase is Phase.SETTLED


def test_a_tool_that_never_ends_is_no_way_to_wait_for_ever(paste: Paste) -> None:
    paste.sends = False
    assert paste.publish_and_send().wait(8.1).reports == [Outcome.UNCONFIRMED]


def test_refused_keys_leave_the_text_for_people_to_paste(paste: Paste) -> None:
    paste.sends = False
    paste.publish_and_send().keys_refused()
    assert paste.reports == [Outcome.PARKED]
    assert paste.state.error is KEYS_REFUSED
    assert paste.orders[-1] is Do.OFFER


def test_what_arrived_has_arrived_whatever_the_tool_says(paste: Paste) -> None:
    paste.sends = False
    paste.publish_and_send().read(TARGET).keys_refused()
    assert paste.wait(0.21).state.phase is Phase.SETTLED
    assert paste.reports == [Outcome.DELIVERED]


def test_a_copy_before_the_chord_parks_the_text(paste: Paste) -> None:
    paste.publish().lose()
    assert paste.reports == [Outcome.PARKED]
    assert paste.orders[-1] is Do.YIELD


def test_a_copy_before_anybody_read_leaves_it_open_whether_it_arrived(paste: Paste) -> None:
    paste.publish_and_send().lose()
    assert paste.reports == [Outcome.UNCONFIRMED]
    assert paste.orders[-1] is Do.LEAVE


@pytest.mark.parametrize("reader", [TARGET, WINE], ids=["target", "stranger"])
def test_a_copy_after_a_read_stays(paste: Paste, reader: Client) -> None:
    paste.publish_and_send().read(reader).lose().wait(0.01)
    assert paste.reports == [Outcome.DELIVERED]
    assert paste.orders[-1] is Do.YIELD


def test_a_changed_focus_parks_the_text_until_the_chord_is_sent(paste: Paste) -> None:
    paste.publish().change_focus()
    assert paste.reports == [Outcome.PARKED]
    assert paste.state.error is FOCUS_CHANGED
    assert paste.orders[-1] is Do.GIVE_BACK


def test_a_focus_that_changes_after_the_chord_changes_nothing(paste: Paste) -> None:
    paste.publish_and_send().change_focus()
    assert paste.state.phase is Phase.INJECTED


def test_parked_before_publishing_nothing_was_touched(paste: Paste) -> None:
    paste.change_focus()
    assert paste.orders == [Do.REPORT]


def test_at_first_eager_readers_get_their_turn_before_the_chord() -> None:
    paste = new_here().publish().wait(0.04)
    assert paste.orders == []
    paste.read(HISTORY).wait(0.04)
    assert paste.orders == []
    assert paste.wait(0.02).orders == [Do.SEND_CHORD]


def test_their_turn_ends_even_if_they_go_on_reading() -> None:
    paste = new_here().publish()
    for _ in range(31):
        paste.read(HISTORY).wait(0.01)
    assert Do.SEND_CHORD in paste.orders


def test_once_they_are_known_the_chord_goes_out_at_once() -> None:
    first = new_here().publish().read(HISTORY).wait(0.1).read(TARGET).wait(0.3)
    second = Paste(Transaction(TARGET, BOUNDS, first.state.readers)).publish()
    assert second.feed(Tick(second.now_ns)) == (Do.SEND_CHORD,)


@pytest.mark.parametrize("reader", [WINE, None], ids=["new", "nameless"])
def test_after_somebody_new_or_nameless_they_get_their_turn_again(
    paste: Paste, reader: Client | None
) -> None:
    paste.publish_and_send().read(reader).wait(0.5)
    second = Paste(Transaction(TARGET, BOUNDS, paste.state.readers)).publish()
    assert second.feed(Tick(second.now_ns)) == ()
    second.wait(0.1).read(WINE).wait(0.5)
    third = Paste(Transaction(TARGET, BOUNDS, second.state.readers))
    assert third.state.readers.watch is (reader is None)


def test_who_reads_as_soon_as_the_old_content_is_back_is_eager() -> None:
    paste = Paste().publish_and_send().read(TARGET).wait(0.3)
    back_ns = paste.now_ns
    paste.read(WINE).read(TARGET).read(None).wait(1).read(Client(connection=9))
    readers = EagerReaders().after_return(paste.reads, back_ns, BOUNDS.after_return, TARGET)
    assert readers.eager == {"wine"}


def test_the_next_text_takes_the_clipboard_over_once_the_target_has_read(paste: Paste) -> None:
    paste.publish_and_send().read(TARGET).next_waits()
    assert Do.HAND_OVER not in paste.orders  # it may read twice
    paste.wait(0.06).next_waits()
    assert paste.orders[-1] is Do.HAND_OVER
    assert paste.state.phase is Phase.SETTLED
    second = paste.following().publish_and_send().read(TARGET).wait(0.3)
    assert second.orders == [Do.SEND_CHORD, Do.REPORT, Do.GIVE_BACK]


def test_what_was_taken_over_goes_back_if_the_next_text_is_parked(paste: Paste) -> None:
    second = paste.publish_and_send().read(TARGET).wait(0.06).next_waits().following()
    assert second.change_focus().orders == [Do.REPORT, Do.GIVE_BACK]


def test_what_is_not_read_yet_is_finished_before_the_next_text(paste: Paste) -> None:
    paste.publish_and_send().wait(0.1).next_waits().read(WINE).wait(0.1).next_waits()
    assert paste.state.phase is Phase.INJECTED


def test_canceled_before_the_chord_everything_is_as_it_was(paste: Paste) -> None:
    assert paste.publish().cancel().orders == [Do.GIVE_BACK]


def test_canceled_after_the_chord_it_is_seen_through_silently(paste: Paste) -> None:
    paste.publish_and_send().cancel().wait(0.5).read(TARGET).wait(0.3)
    assert paste.orders == [Do.SEND_CHORD, Do.GIVE_BACK]


def test_canceled_and_never_read_the_text_stays(paste: Paste) -> None:
    assert paste.publish_and_send().cancel().wait(8.1).orders == [Do.SEND_CHORD, Do.LEAVE]


def test_at_the_end_of_the_app_the_clipboard_goes_back_at_once(paste: Paste) -> None:
    assert paste.publish_and_send().quit().orders == [Do.SEND_CHORD, Do.GIVE_BACK]


def test_a_second_chord_is_not_begun(paste: Paste) -> None:
    paste.publish_and_send()
    begun = paste.state.begun_ns
    paste.feed(ChordBegun(paste.now_ns))
    assert paste.state.begun_ns == begun
