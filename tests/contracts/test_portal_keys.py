"""Keys through a portal on a private bus: who is asked when, what arrives, and that no key is left down."""

from __future__ import annotations

import stat
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contracts.portal_desk import Answer, asked, finish, refused, send
from tests.fakes.portal import SHORTCUTS, Consent, FakePortal, portal_on
from tests.patience import PATIENCE_S
from tests.tools.secret_service import session_bus
from v2m_desktop.core.errors import DeliveryError, KeysNotAllowedError
from v2m_desktop.core.targets import Chord
from v2m_desktop.os_integration import portal_keyboard, portal_keys, portal_look
from v2m_desktop.os_integration.bus_connection import Why
from v2m_desktop.os_integration.key_tools import CHORD_PRESSES, HalfSentError, Press
from v2m_desktop.os_integration.portal_keyboard import PortalKeyboard
from v2m_desktop.os_integration.portal_keys import NoKeys, PortalKeys, edges_of
from v2m_desktop.os_integration.restore_token import RestoreToken
from v2m_desktop.os_integration.wayland_keys import WaylandKeys

CTRL, SHIFT, V, LEFT, RETURN = 0xFFE3, 0xFFE1, 0x76, 0xFF51, 0xFF0D
PASTE = [CHORD_PRESSES[Chord.CTRL_V]]
PASTED = [(CTRL, 1), (V, 1), (V, 0), (CTRL, 0)]


@pytest.fixture(scope="module")
def bus() -> Iterator[str]:
    with session_bus() as address:
        yield address


@pytest.fixture
def portal(bus: str) -> Iterator[FakePortal]:
    with portal_on(bus) as portal:
        yield portal


@pytest.fixture
def token_file(tmp_path: Path) -> Path:
    return tmp_path / "keyboard-permission"


@pytest.fixture
def keys(bus: str, token_file: Path) -> Iterator[PortalKeys]:
    keys = PortalKeys(token_file, bus)
    yield keys
    keys.close()


def test_nobody_is_asked_before_the_user_wants_it(keys: PortalKeys, portal: FakePortal) -> None:
    assert refused(keys, NoKeys.NOT_ALLOWED)
    with pytest.raises(DeliveryError, match="has not allowed"):
        keys.begin(PASTE)
    assert keys.done()
    assert portal.questions == 0
    assert portal.sessions == {}


def test_keys_arrive_in_order_and_all_are_let_go(keys: PortalKeys, portal: FakePortal) -> None:
    assert asked(keys) is None
    assert keys.probe() is None
    send(keys, *PASTE)
    assert portal.keys == PASTED
    portal.keys.clear()
    send(keys, Press("Left", ("shift",), 40), Press("Return"))
    assert portal.keys == [
        (SHIFT, 1),
        *[(LEFT, 1), (LEFT, 0)] * 40,
        (SHIFT, 0),
        (RETURN, 1),
        (RETURN, 0),
    ]
    assert portal.questions == 1


def test_who_was_allowed_once_is_not_asked_about_again(
    bus: str, portal: FakePortal, token_file: Path
) -> None:
    first = PortalKeys(token_file, bus)
    assert asked(first) is None
    first.close()
    before = token_file.read_text()
    assert stat.S_IMODE(token_file.stat().st_mode) == 0o600
    second = PortalKeys(token_file, bus)
    assert second.probe() is None
    send(second, *PASTE)
    second.close()
    assert portal.keys == PASTED
    assert portal.questions == 1
    assert {token_file.read_text()} == portal.tokens != {before}


def test_a_user_who_says_no_is_not_asked_again(keys: PortalKeys, portal: FakePortal) -> None:
    portal.consent = Consent.NO
    assert asked(keys) == NoKeys.DENIED.value
    assert refused(keys, NoKeys.DENIED)
    with pytest.raises(DeliveryError, match="did not allow"):
        keys.begin(PASTE)
    assert portal.questions == 1
    portal.consent = Consent.YES
    assert asked(keys) is None
    assert keys.probe() is None
    assert portal.questions == 2


def test_a_token_that_is_no_good_is_not_tried_twice(
    keys: PortalKeys, portal: FakePortal, token_file: Path
) -> None:
    token_file.write_text("stale")
    portal.consent = Consent.NO
    assert keys.probe() is None
    with pytest.raises(DeliveryError):
        send(keys, *PASTE)
    portal.wait(lambda: portal.questions == 1)
    assert not token_file.exists()
    assert portal.keys == []


def test_while_the_question_is_open_no_keys_are_taken(keys: PortalKeys, portal: FakePortal) -> None:
    portal.consent = Consent.NEVER
    answer = Answer()
    keys.ask(answer)
    portal.wait(lambda: portal.questions == 1)
    assert refused(keys, NoKeys.ASKING)
    with pytest.raises(DeliveryError, match="answer its question"):
        keys.begin(PASTE)
    portal.answer(Consent.YES)
    assert answer.wait() is None
    assert portal.keys == []
    send(keys, *PASTE)
    assert portal.keys == PASTED


def test_keys_that_would_be_late_are_not_sent(
    keys: PortalKeys, portal: FakePortal, token_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The token is not good any more, and by the time the user has answered another window is in front."""
    token_file.write_text("stale")
    portal.consent = Consent.NEVER
    with monkeypatch.context() as patch:
        patch.setattr(portal_keys, "BEGIN_S", 0.2)
        keys.begin(PASTE)
    with pytest.raises(DeliveryError, match="did not take the keys"):
        finish(keys)
    portal.answer(Consent.YES)
    assert asked(keys) is None
    send(keys, Press("Return"))
    assert portal.keys == [(RETURN, 1), (RETURN, 0)]


def test_a_question_that_nobody_answers_is_taken_back(bus: str, portal: FakePortal, token_file: Path) -> None:
    portal.consent = Consent.NEVER
    keys = PortalKeys(token_file, bus, consent_s=0.3)
    assert asked(keys) == NoKeys.SILENT.value
    portal.wait(lambda: len(portal.closed_requests) == 1)
    assert refused(keys, NoKeys.SILENT)
    keys.close()


def test_an_open_question_does_not_hold_up_the_end(keys: PortalKeys, portal: FakePortal) -> None:
    portal.consent = Consent.NEVER
    answer = Answer()
    keys.ask(answer)
    portal.wait(lambda: portal.questions == 1)
    keys.close()
    assert answer.wait() == NoKeys.GONE.value
    portal.wait(lambda: portal.sessions == {})


def test_a_session_that_the_user_ended_is_not_begun_again(keys: PortalKeys, portal: FakePortal) -> None:
    assert asked(keys) is None
    portal.close_sessions()
    assert refused(keys, NoKeys.GONE)
    with pytest.raises(DeliveryError, match="no longer lets"):
        keys.begin(PASTE)
    assert portal.keys == []
    assert asked(keys) is None
    send(keys, *PASTE)
    assert portal.keys == PASTED


@pytest.mark.parametrize("fails_at", [0, 1, 30])
def test_keys_that_are_refused_in_the_midst_leave_none_down(
    keys: PortalKeys, portal: FakePortal, fails_at: int
) -> None:
    assert asked(keys) is None
    portal.fails_at = fails_at
    with pytest.raises(DeliveryError, match="did not take") as caught:
        send(keys, Press("Left", ("ctrl", "shift"), 50))
    assert isinstance(caught.value, HalfSentError) is (fails_at > 0)
    portal.wait(lambda: portal.sessions == {})  # all that was sent has arrived
    down = [keysym for keysym, state in portal.keys if state]
    up = [keysym for keysym, state in portal.keys if not state]
    assert sorted(down) == sorted(up)
    assert len(portal.keys) < 100
    portal.fails_at = None
    portal.keys.clear()
    assert keys.probe() is None  # the token is good for another session
    send(keys, *PASTE)
    assert portal.keys == PASTED
    assert portal.questions == 1


@pytest.mark.parametrize("silent_from", [0, 2])
def test_keys_that_may_have_arrived_are_sent_by_nobody_else(
    keys: PortalKeys, portal: FakePortal, silent_from: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A portal that does not answer may press them all the same: twice the text would be worse than none."""
    monkeypatch.setattr(portal_keyboard, "REPLY_S", 0.2)
    assert asked(keys) is None
    portal.silent_from = silent_from
    with pytest.raises(HalfSentError, match="did not take all"):
        send(keys, *PASTE)
    assert portal.keys == PASTED


def test_why_it_ended_is_known_before_it_is_over(bus: str, portal: FakePortal, token_file: Path) -> None:
    """Else whoever asks in between would begin anew what the user has just ended."""
    portal.consent = Consent.NO
    seen: list[tuple[Why | None, bool]] = []
    keyboard = PortalKeyboard(
        bus, RestoreToken(token_file), PATIENCE_S, lambda why: seen.append((why, keyboard.over))
    )
    answer = threading.Event()
    keyboard.tell(lambda _why: answer.set())
    keyboard.start()
    assert answer.wait(PATIENCE_S)
    keyboard.stop()
    assert seen == [(Why.DENIED, False)]
    assert keyboard.over


def test_a_portal_that_restarts_is_found_again(keys: PortalKeys, portal: FakePortal) -> None:
    assert asked(keys) is None
    portal.leave()
    assert refused(keys, NoKeys.ABSENT)
    portal.come_back()
    deadline = time.monotonic() + PATIENCE_S
    while keys.probe() is not None and time.monotonic() < deadline:
        threading.Event().wait(0.01)
    send(keys, *PASTE)
    assert portal.keys == PASTED
    assert portal.questions == 1


def test_no_bus_no_portal_and_one_without_a_keyboard(bus: str, keys: PortalKeys, token_file: Path) -> None:
    assert refused(keys, NoKeys.ABSENT)
    assert asked(keys) == NoKeys.ABSENT.value
    for address in ("", "unix:path=/nonexistent/bus"):
        nowhere = PortalKeys(token_file, address)
        assert refused(nowhere, NoKeys.ABSENT)
        assert asked(nowhere) == NoKeys.ABSENT.value
        nowhere.close()
    with portal_on(bus, SHORTCUTS):
        assert refused(keys, NoKeys.ABSENT)


@pytest.mark.expects_log("the desktop will ask again")
def test_a_token_that_cannot_be_kept_costs_a_question(bus: str, portal: FakePortal, tmp_path: Path) -> None:
    keys = PortalKeys(tmp_path / "missing" / "token", bus)
    assert asked(keys) is None
    send(keys, *PASTE)
    keys.close()


def test_nobody_waits_for_a_portal_that_hangs(
    bus: str, keys: PortalKeys, portal: FakePortal, token_file: Path
) -> None:
    """The GUI thread asks, and one look lasts as long as the portal does."""
    assert refused(keys, NoKeys.NOT_ALLOWED)
    portal.silent_from = -1
    other = PortalKeys(token_file, bus)
    began = time.monotonic()
    for _ in range(20):
        probed = other.probe()
        assert probed is not None
        assert probed.message == NoKeys.SILENT.value
    assert time.monotonic() - began < 1.0
    other.close()


def test_who_was_allowed_before_does_not_wait_for_the_look(
    bus: str, portal: FakePortal, token_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The portal is slow, as after the start of the desktop."""
    first = PortalKeys(token_file, bus)
    assert asked(first) is None
    first.close()
    monkeypatch.setattr(portal_look, "WAIT_S", 0.0)
    second = PortalKeys(token_file, bus)
    assert second.probe() is None
    send(second, *PASTE)
    second.close()
    assert portal.keys == PASTED


def test_an_unknown_key_is_refused_before_any_is_sent() -> None:
    with pytest.raises(DeliveryError, match="no key Nonsense"):
        edges_of([Press("v"), Press("Nonsense")])


def test_who_is_asked_through_the_ways_of_wayland_gets_keys_sent(
    keys: PortalKeys, portal: FakePortal
) -> None:
    ways = WaylandKeys([], keys)
    assert ways.missing() is not None
    assert isinstance(ways.ways()[0].refusal, KeysNotAllowedError)
    answer = Answer()
    assert ways.ask(answer)
    assert answer.wait() is None
    assert [(way.name, way.refusal) for way in ways.ways()] == [(keys.name, None)]
    ways.send(Chord.CTRL_V)
    deadline = time.monotonic() + PATIENCE_S
    while not ways.sent():
        assert time.monotonic() < deadline
        threading.Event().wait(0.005)
    assert portal.keys == PASTED


def test_only_what_the_user_can_change_is_worth_asking_for(keys: PortalKeys, portal: FakePortal) -> None:
    ways = WaylandKeys([], keys)
    portal.consent = Consent.NEVER
    answer = Answer()
    assert ways.ask(answer)
    portal.wait(lambda: portal.questions == 1)
    assert not isinstance(ways.ways()[0].refusal, KeysNotAllowedError)  # it is being asked
    portal.answer(Consent.NO)
    assert answer.wait() == NoKeys.DENIED.value
    assert isinstance(ways.ways()[0].refusal, KeysNotAllowedError)
    nowhere = WaylandKeys([], PortalKeys(Path("/nonexistent/token"), ""))
    assert not isinstance(nowhere.ways()[0].refusal, KeysNotAllowedError)
