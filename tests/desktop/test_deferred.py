"""The next dictation is spoken while the last one is still worked on. Each lands in its own window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.campaign import FULL_CAMPAIGN
from tests.desktop import keyboard
from tests.desktop.app import RunningApp, SettingsTables
from tests.desktop.dictation import wait_until_moment
from tests.desktop.sentences import STEADY, Sentence
from tests.desktop.target_window import TargetWindow
from tests.desktop.virtual_microphone import VirtualMicrophone
from tests.patience import PATIENCE_S
from tests.tools.llm_server import Mode
from tests.tools.ollama_server import OllamaServer
from v2m_desktop.core.audio import SAMPLE_RATE

pytestmark = pytest.mark.keeps_threads
"""The server keeps a thread for each request it does not answer."""

FIRST, SECOND = STEADY[:2]
REFINE = "ctrl+alt+r"
DEADLINE_S = 7
"""So long is the first one rewritten in vain: time enough to speak the second one."""


@pytest.fixture(scope="module")
def server() -> Iterator[OllamaServer]:
    with OllamaServer() as server:
        yield server


@pytest.fixture(scope="module")
def microphone() -> Iterator[VirtualMicrophone]:
    with VirtualMicrophone() as microphone:
        yield microphone


def speak(app: RunningApp, microphone: VirtualMicrophone, sentence: Sentence, keys: str) -> None:
    """Press, say it, press again."""
    since = app.mark()
    playback = microphone.start(sentence.samples, SAMPLE_RATE, on_cue=True)
    keyboard.tap(keys)
    app.wait_listening(since)
    playback.go()
    playback.wait_begun()
    wait_until_moment(playback.ended + 0.1)
    keyboard.tap(keys)
    playback.wait_ended()


@pytest.mark.parametrize("window_changed", ["return", "keep"] if FULL_CAMPAIGN else ["return"])
def test_two_texts_arrive_in_order_each_in_its_own_window(
    server: OllamaServer, microphone: VirtualMicrophone, window_changed: str
) -> None:
    settings: SettingsTables = {
        "recognition": {"language": "en"},
        "delivery": {"window_changed": window_changed},
        "rewriting": {
            "provider": "ollama",
            "ollama_address": server.address,
            "deadline_s": DEADLINE_S,
        },
    }
    with RunningApp(settings) as app, TargetWindow("--title", "one") as one:
        app.wait_model()
        server.mode = Mode.SLOW
        server.waiting.clear()
        since = app.mark()
        speak(app, microphone, FIRST, REFINE)
        assert server.waiting.wait(PATIENCE_S), "the first one is being rewritten"
        with TargetWindow("--title", "two") as two:
            speak(app, microphone, SECOND, keyboard.HOTKEY)
            stages = [app.wait_closed(since, session)["stage"] for session in (1, 2)]
            two.wait_text(lambda text: text.strip() == SECOND.text)
            if window_changed == "return":
                one.wait_text(lambda text: text.strip() == FIRST.text)
                assert stages == ["delivered", "delivered"]
            else:
                assert one.text == ""
                assert stages == ["parked", "delivered"]
        closed = [event["session"] for event in app.events[since:] if event["event"] == "take_closed"]
        assert closed == [1, 2]
