"""Refining and translating with a local Ollama server, whatever it does: the words land or are kept."""

from __future__ import annotations

import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.campaign import FULL_CAMPAIGN
from tests.desktop import keyboard
from tests.desktop.app import AppError, RunningApp
from tests.desktop.dictation import Dictation, Outcome
from tests.desktop.sentences import SENTENCES
from tests.desktop.target_window import TargetWindow
from tests.desktop.virtual_microphone import VirtualMicrophone
from tests.tools import canary
from tests.tools.llm_server import DICTIONARY, Mode
from tests.tools.ollama_server import OllamaServer
from v2m_desktop.core.audio import SAMPLE_RATE

pytestmark = pytest.mark.keeps_threads
"""The server keeps a thread for each request it does not answer."""

SENTENCE = SENTENCES[4]
TOLD = "this idea"
TRANSLATED = " ".join(DICTIONARY.get(word, word[::-1]) for word in SENTENCE.text.lower()[:-1].split()) + "."
REFINE, TRANSLATE, INSERT = "ctrl+alt+r", "ctrl+alt+x", "ctrl+alt+v"
DEADLINE_S = 4
HANG_S = 20.0
"""Far beyond the deadline: machines are busy, and this is about not hanging."""

FAILURES = [Mode.SLOW, Mode.REFUSES, Mode.ANSWERS]
if FULL_CAMPAIGN:
    FAILURES += [
        *(Mode.DEAD, Mode.PREAMBLE, Mode.NOT_JSON, Mode.TRUNCATED, Mode.BUSY, Mode.BROKEN, Mode.CUT),
        *(Mode.LONG, Mode.REDIRECT, Mode.PAGE, Mode.DRIP, Mode.WRONG_KEY, Mode.NO_MODELS),
    ]


@dataclass(frozen=True, slots=True)
class Desk:
    """A running app, its window, its ear, and the server it asks."""

    app: RunningApp
    dictation: Dictation
    target: TargetWindow
    server: OllamaServer

    def dictate(self, keys: str, mode: Mode) -> Outcome:
        self.server.mode = mode
        return self.dictation.take(SENTENCE.samples, SAMPLE_RATE, keys=keys)


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with OllamaServer() as server:
        rewriting = {
            "provider": "ollama",
            "ollama_address": server.address,
            "target_language": "es",
            "deadline_s": DEADLINE_S,
        }
        with (
            VirtualMicrophone() as microphone,
            RunningApp({"rewriting": rewriting}) as app,
            TargetWindow() as target,
        ):
            app.wait_model()
            yield Desk(app, Dictation(microphone, app, target), target, server)


def test_refined_words_land_in_the_window(desk: Desk) -> None:
    done = desk.dictate(REFINE, Mode.CAPITALS)
    assert done.take.stage == "delivered"
    assert done.pasted == SENTENCE.text.upper()
    assert done.take.message is None


def test_translated_words_land_in_the_window(desk: Desk) -> None:
    done = desk.dictate(TRANSLATE, Mode.EDITS)
    assert done.take.stage == "delivered"
    assert done.pasted == TRANSLATED


def test_the_plain_key_asks_nobody(desk: Desk) -> None:
    before = len(desk.server.asked)
    done = desk.dictate(keyboard.HOTKEY, Mode.EDITS)
    assert done.pasted == SENTENCE.text
    assert len(desk.server.asked) == before


@pytest.mark.parametrize("mode", FAILURES)
def test_what_cannot_be_refined_lands_as_it_was_said(desk: Desk, mode: Mode) -> None:
    done = desk.dictate(REFINE, mode)
    assert done.take.stage == "delivered"
    assert done.pasted == SENTENCE.text
    assert done.take.message is not None
    assert done.take.message.startswith("The text was inserted as you said it.")
    assert done.take.milliseconds["stop_to_delivered"] < HANG_S * 1000


@pytest.mark.parametrize("mode", FAILURES)
def test_what_cannot_be_translated_is_kept_and_one_key_inserts_it(desk: Desk, mode: Mode) -> None:
    done = desk.dictate(TRANSLATE, mode)
    assert done.take.stage == "parked"
    assert desk.target.text == ""
    keyboard.tap(INSERT)
    assert desk.target.wait_text(lambda text: bool(text.strip())).strip() == SENTENCE.text


def test_escape_ends_the_wait_and_keeps_the_words(desk: Desk) -> None:
    desk.dictate(REFINE, Mode.CAPITALS)  # a server that answered lately is asked when there are words only
    desk.server.mode = Mode.SLOW
    desk.server.waiting.clear()

    def escape() -> None:
        assert desk.server.waiting.wait(HANG_S)
        keyboard.tap("Escape")

    escaping = threading.Thread(target=escape)
    escaping.start()
    done = desk.dictation.take(SENTENCE.samples, SAMPLE_RATE, keys=REFINE)
    escaping.join()
    assert done.take.stage == "parked"
    assert done.take.message is not None
    assert "stopped" in done.take.message
    assert desk.target.text == ""
    keyboard.tap(INSERT)
    assert desk.target.wait_text(lambda text: bool(text.strip())).strip() == SENTENCE.text


def test_no_word_is_left_in_files_output_or_environment(desk: Desk) -> None:
    """Everything above was dictated into this app, and all that was parked was inserted."""
    assert TOLD in SENTENCE.text
    told = [SENTENCE.text, SENTENCE.text.upper(), TRANSLATED]
    pause, until = threading.Event(), time.monotonic() + HANG_S
    while list((desk.app.profile / "data" / "spool").iterdir()) and time.monotonic() < until:
        pause.wait(0.1)  # the recording goes after the text was read
    for words in told:
        assert any(words.rstrip(".").lower() in str(event).lower() for event in desk.app.events), (
            "it was told"
        )
        assert canary.search(desk.app.profile, words) == []
        assert words not in desk.app.output()
    environments = [Path(f"/proc/{pid}/environ").read_bytes() for pid in processes(desk.app.process.pid)]
    assert all(b"V2M_PROFILE=" in environment for environment in environments)
    assert not any(word.encode() in each for each in environments for word in (TOLD, TOLD.upper()))


def test_words_outlive_a_kill_while_they_are_rewritten(desk: Desk) -> None:
    """The last of all: the app is gone afterwards."""
    desk.dictate(REFINE, Mode.CAPITALS)
    desk.server.waiting.clear()
    codes: list[int] = []

    def kill() -> None:
        assert desk.server.waiting.wait(HANG_S)
        codes.append(desk.app.end_with(signal.SIGKILL))

    killing = threading.Thread(target=kill)
    killing.start()
    with pytest.raises(AppError):
        desk.dictate(REFINE, Mode.SLOW)
    killing.join()
    assert codes == [-signal.SIGKILL]
    assert desk.target.text == ""
    assert desk.app.order("recover", "--transcribe", "all").strip() == SENTENCE.text


def processes(group: int) -> list[int]:
    """The app and all that it started."""
    done = subprocess.run(["pgrep", "-g", str(group)], capture_output=True, text=True, check=True)
    return [int(number) for number in done.stdout.split()]
