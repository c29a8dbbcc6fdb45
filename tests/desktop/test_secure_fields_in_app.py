"""The running app and password fields: nothing is recorded there, nothing inserted, nothing sent."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desktop import keyboard
from tests.desktop.app import Event, RunningApp
from tests.desktop.field_window import GTK, QT, FieldWindow, start_accessibility_bus
from tests.desktop.sentences import SENTENCES
from tests.desktop.virtual_microphone import VirtualMicrophone
from tests.patience import PATIENCE_S
from tests.tools.ollama_server import OllamaServer
from v2m_desktop.core.audio import SAMPLE_RATE
from v2m_desktop.storage.paths import Paths

REFUSED = "That is a password field: nothing is recorded there."
REFINE = "ctrl+alt+r"
SENTENCE = SENTENCES[4]

pytestmark = pytest.mark.keeps_threads
"""The server keeps a thread for each connection."""


@pytest.fixture(scope="module")
def server() -> Iterator[OllamaServer]:
    with OllamaServer() as made:
        yield made


@pytest.fixture(scope="module")
def app(server: OllamaServer) -> Iterator[RunningApp]:
    start_accessibility_bus()
    settings = {
        "rewriting": {"provider": "ollama", "ollama_address": server.address},
        "delivery": {"blocked_applications": "KeePassXC, gtk_field_target.py"},
    }
    with RunningApp(settings) as made:
        made.wait_model()
        yield made


def recordings(app: RunningApp) -> list[Path]:
    return list(Paths.under(app.profile).spool.rglob("*.*"))


def wait_until(what: str, condition: Callable[[], object]) -> None:
    deadline, pause = time.monotonic() + PATIENCE_S, threading.Event()
    while not condition():
        assert time.monotonic() < deadline, f"not in time: {what}"
        pause.wait(0.05)


def refused_take(app: RunningApp, press: Callable[[], None]) -> Event:
    """Press the hotkey, and wait until the take is over and the microphone closed."""
    since = app.mark()
    press()
    closed = app.wait("the end", lambda event: event["event"] == "take_closed", since, PATIENCE_S)
    status = app.status()
    assert (status["capture"], status["takes"]) == ("idle", [])
    assert closed["message"] in status["problems"]
    wait_until("the microphone is closed", lambda: not app.status()["microphone"]["open"])
    wait_until("no recording is left", lambda: recordings(app) == [])
    return closed


def test_a_take_does_not_start_in_a_password_field(app: RunningApp) -> None:
    with FieldWindow(QT) as form:
        form.focus("password")
        closed = refused_take(app, keyboard.tap)
        assert (closed["stage"], closed["message"]) == ("cancelled", REFUSED)
        assert form.texts == {}


def test_a_take_does_not_start_in_a_listed_application(app: RunningApp) -> None:
    with FieldWindow(GTK) as form:
        since = app.mark()
        closed = refused_take(app, keyboard.tap)
        assert closed["stage"] == "cancelled"
        assert "is on your list of applications without dictation" in closed["message"]
        assert not [event for event in app.events[since:] if event.get("capture") == "arming"]
        assert form.texts == {}


@pytest.mark.parametrize(
    ("key", "reason"),
    [(keyboard.HOTKEY, "cursor is in a password field"), (REFINE, "not sent to be rewritten")],
    ids=["as spoken", "refined"],
)
def test_words_are_kept_and_not_sent_when_the_focus_moves_into_a_password_field(
    app: RunningApp, server: OllamaServer, key: str, reason: str
) -> None:
    with FieldWindow(QT) as form:
        since = app.mark()
        keyboard.tap(key)
        app.wait_listening(since)
        with VirtualMicrophone() as microphone:
            microphone.play(SENTENCE.samples, SAMPLE_RATE)
        form.focus("password")
        asked, kept = len(server.asked), len(recordings(app))
        keyboard.tap(key)
        taken = app.wait_take(since)
        assert (taken.stage, taken.text) == ("parked", SENTENCE.text)
        assert taken.message is not None
        assert reason in taken.message
        assert len(server.asked) == asked
        assert form.texts == {}
        assert len(recordings(app)) > kept
