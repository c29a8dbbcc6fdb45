"""A text that was kept is offered, and a click inserts it into the window in front."""

from __future__ import annotations

import subprocess

from tests.desktop import keyboard, windows
from tests.desktop.app import RunningApp
from tests.desktop.dictation import wait_until_moment
from tests.desktop.sentences import STEADY
from tests.desktop.target_window import TargetWindow
from tests.desktop.virtual_microphone import VirtualMicrophone
from v2m_desktop.core.audio import SAMPLE_RATE

OFFERS = "What to do with the text"
INSIDE_THE_FIRST = ("20", "10")


def test_a_click_inserts_the_kept_text_and_leaves_the_focus_where_it_was() -> None:
    sentence = STEADY[0]
    with (
        VirtualMicrophone() as microphone,
        RunningApp({"recognition": {"language": "en"}, "general": {"interface_language": "en"}}) as app,
        TargetWindow("--title", "one") as one,
    ):
        app.wait_model()
        since = app.mark()
        playback = microphone.start(sentence.samples, SAMPLE_RATE, on_cue=True)
        keyboard.tap()
        app.wait_listening(since)
        playback.go()
        playback.wait_begun()
        with TargetWindow("--title", "two") as two:
            wait_until_moment(playback.ended + 0.1)
            keyboard.tap()
            take = app.wait_take(since)
            assert take.stage == "parked"
            assert (one.text, two.text) == ("", "")
            row = windows.wait_shown(OFFERS, focused=False)
            subprocess.run(
                ["xdotool", "mousemove", "--window", str(row), *INSIDE_THE_FIRST, "click", "1"], check=True
            )
            two.wait_text(lambda text: text.strip() == sentence.text)
            assert one.text == ""
            windows.wait_gone(OFFERS)
            keyboard.tap("x")  # the focus is still there
            two.wait_text(lambda text: text.endswith("x"))
        assert app.status()["leftover_takes"] == 0
