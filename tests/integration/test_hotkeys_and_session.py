"""Keys and session together: what is pressed is what is recorded."""

from __future__ import annotations

import pytest

from tests.fakes.hotkeys import FakeHotkeys
from tests.integration.session_bench import Session
from tests.unit.audio.speech import spoken
from v2m_desktop.app.hotkey_bridge import HotkeyBridge
from v2m_desktop.core.ports import KeyAction
from v2m_desktop.core.rewriting import Action
from v2m_desktop.core.session import CaptureState, TakeStage
from v2m_desktop.core.settings import Activation, Hotkeys


def bridge_with(session: Session, keys: FakeHotkeys, activation: Activation) -> HotkeyBridge:
    bridge = HotkeyBridge(keys, session.controller, Hotkeys(activation=activation))
    bridge.start()
    assert bridge.missing is None
    return bridge


@pytest.mark.parametrize("activation", [Activation.HOLD, Activation.TAP_OR_HOLD])
def test_push_to_talk_never_records_with_the_key_up(session: Session, activation: Activation) -> None:
    keys = FakeHotkeys()
    bridge = bridge_with(session, keys, activation)
    controller = session.controller
    keys.press()
    session.wait(lambda: controller.state.capture is CaptureState.LISTENING)
    session.say(spoken("good morning"))
    session.qtbot.wait(600)
    keys.let_go()
    session.wait(lambda: controller.state.capture is CaptureState.FINISHING)
    keys.press()  # before the tail of the first take is over
    session.qtbot.wait(600 if activation is Activation.TAP_OR_HOLD else 200)
    keys.let_go()
    session.wait(lambda: controller.state.takes == () and controller.state.capture is CaptureState.IDLE)
    session.qtbot.wait(100)
    assert controller.state.capture is CaptureState.IDLE
    assert not session.source.is_open
    assert session.closed[0].stage is TakeStage.DELIVERED
    bridge.stop()


def test_a_short_press_behind_a_take_does_not_discard_that_take(session: Session) -> None:
    keys = FakeHotkeys()
    bridge = bridge_with(session, keys, Activation.HOLD)
    keys.press()
    session.wait(lambda: session.controller.state.capture is CaptureState.LISTENING)
    session.say(spoken("good morning"))
    session.qtbot.wait(300)
    keys.let_go()
    session.wait(lambda: session.controller.state.capture is CaptureState.FINISHING)
    keys.tap()  # touched by mistake: shorter than a hold can be
    session.wait(lambda: bool(session.closed))
    session.wait(lambda: session.controller.state.takes == ())
    assert session.closed[0].stage is TakeStage.DELIVERED
    bridge.stop()


def test_escape_is_ours_only_while_we_listen(session: Session) -> None:
    keys = FakeHotkeys()
    bridge = bridge_with(session, keys, Activation.TOGGLE)
    assert not keys.cancel_grabbed
    keys.tap()
    session.wait(lambda: keys.cancel_grabbed)
    keys.escape()
    session.wait(lambda: not keys.cancel_grabbed)
    assert [take.stage for take in session.closed] == [TakeStage.CANCELLED]
    bridge.stop()


def test_a_take_of_the_key_to_refine_ends_with_any_key(session: Session) -> None:
    keys = FakeHotkeys()
    bridge = bridge_with(session, keys, Activation.TAP_OR_HOLD)
    bridge.configure(Hotkeys(), rewriting=True)
    keys.press(KeyAction.REFINE)
    session.wait(lambda: session.controller.state.capture is CaptureState.LISTENING)
    assert [take.action for take in session.controller.state.takes] == [Action.REFINE]
    session.say(spoken("good morning"))
    session.qtbot.wait(300)
    keys.press(KeyAction.DICTATE)
    session.wait(lambda: session.controller.state.capture is CaptureState.FINISHING)
    keys.let_go(KeyAction.DICTATE)
    keys.let_go(KeyAction.REFINE)
    session.wait(lambda: bool(session.closed))
    session.wait(lambda: session.controller.state.takes == ())
    assert [take.stage for take in session.closed] == [TakeStage.DELIVERED]
    bridge.stop()


def test_paused_hotkeys_do_nothing_until_they_are_taken_again(session: Session) -> None:
    keys = FakeHotkeys()
    bridge = bridge_with(session, keys, Activation.TOGGLE)
    bridge.pause(True)
    keys.tap()
    session.qtbot.wait(100)
    assert session.controller.state.capture is CaptureState.IDLE
    bridge.pause(False)
    keys.press()
    session.wait(lambda: session.controller.state.capture is CaptureState.LISTENING)
    bridge.stop()
