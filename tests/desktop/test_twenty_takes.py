"""After twenty takes, tapped, held and some of them discarded, the window holds the dictated words only."""

from __future__ import annotations

import random

from tests.campaign import FULL_CAMPAIGN
from tests.desktop import keyboard
from tests.desktop.app import RunningApp
from tests.desktop.sentences import Sentence
from tests.desktop.target_window import TargetWindow
from tests.desktop.virtual_microphone import VirtualMicrophone, without_trailing_silence
from v2m_desktop.core.audio import SAMPLE_RATE

TAKES = 20 if FULL_CAMPAIGN else 6
SENTENCE = Sentence("He read the public card yesterday.")
HOTKEYS_OWN = {"Control", "Alt"}
"""Modifiers go to the window like any key; what makes them a hotkey must not."""


def test_the_window_holds_the_dictated_text_and_nothing_else() -> None:
    speech, dice = without_trailing_silence(SENTENCE.samples), random.Random(20)
    expected = ""
    settings = {"recognition": {"language": "en"}}
    with VirtualMicrophone() as microphone, RunningApp(settings) as app, TargetWindow() as target:
        app.wait_model()
        for number in range(TAKES):
            since, hold, discard = app.mark(), dice.random() < 0.5, number % 5 == 4
            keyboard.hold() if hold else keyboard.tap()
            app.wait_listening(since)
            microphone.play(speech, SAMPLE_RATE)
            if discard:
                keyboard.tap("Escape")
            if hold:
                keyboard.let_go()
            elif not discard:
                keyboard.tap()
            take = app.wait_take(since)
            assert take.stage == ("cancelled" if discard else "delivered")
            expected += "" if discard else f"{take.text} "
            target.wait_text(lambda text, wanted=expected: text == wanted)  # type: ignore[misc]
        app.wait("rest", lambda event: event.get("state") == "idle", since)
        pasted = TAKES - TAKES // 5
        assert [key for key in target.keys if key not in HOTKEYS_OWN] == ["V"] * pasted
        assert app.status()["leftover_takes"] == 0
