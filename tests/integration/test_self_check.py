"""The self-check in whole sessions: it finds out what is true, stays out of the way, and keeps no word."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.sentences import SENTENCES
from tests.integration.session_bench import Session, session_in
from tests.tools.canary import search
from tests.unit.audio.speech import silence, spoken
from v2m_desktop.core.recognition import ModelChoice, Priority, RecognitionRequest
from v2m_desktop.core.resources import resource
from v2m_desktop.core.session import CaptureState, TakeStage
from v2m_desktop.models.identity import identity_of
from v2m_desktop.pipeline.findings_book import FILE, FindingsBook
from v2m_desktop.pipeline.self_check import FEWEST_SENTENCES, Verdict
from v2m_desktop.pipeline.self_check_service import MOST_WAITING, SelfCheckService
from v2m_desktop.recognition.faster_whisper_recognizer import FasterWhisperRecognizer

FOLDER = resource("models/demo")
DEMO = ModelChoice("demo", FOLDER, threads=1, identity=identity_of("demo", FOLDER))


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Path]:
    """A folder for the file of findings, and a log that holds everything."""
    folder = tmp_path / "kept"
    folder.mkdir()
    handler = logging.FileHandler(folder / "everything.log", encoding="utf-8")
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield folder
    root.setLevel(level)
    root.removeHandler(handler)
    handler.close()


class HeldChecks:
    """Answers of a model that takes its time over checks: until `go`."""

    def __init__(self) -> None:
        self.begun, self.go = threading.Event(), threading.Event()

    def __call__(self, request: RecognitionRequest) -> str:
        if request.priority is Priority.CHECK:
            self.begun.set()
            assert self.go.wait(60)
        return "Good morning everybody."


@contextmanager
def checking(session: Session, kept: Path) -> Iterator[SelfCheckService]:
    """The session with a self-check, wired as in the app."""
    controller = session.controller
    check = SelfCheckService(
        session.recognition, FindingsBook(kept / FILE), lambda: bool(controller.state.takes)
    )
    check.rest_ms = 1
    controller.changed.connect(check.look)
    controller.closed.connect(check.on_closed)
    session.recognition.load(DEMO)
    session.wait(lambda: check.state.model and check.state.model.identity == DEMO.identity)
    yield check
    check.close()
    controller.changed.disconnect(check.look)
    controller.closed.disconnect(check.on_closed)


@pytest.mark.timeout(300)
def test_a_model_that_bears_it_is_found_out_and_no_word_is_kept(
    tmp_path: Path, qtbot: QtBot, kept: Path
) -> None:
    recognizer = FasterWhisperRecognizer()
    with session_in(tmp_path, qtbot, recognizer) as session, checking(session, kept) as check:
        session.controller.language = "en"
        english = [sentence for sentence in SENTENCES if sentence.voice == "en-us"]
        rounds = [english[start : start + MOST_WAITING] for start in range(0, 9, MOST_WAITING)]
        for sentences in rounds * 3:
            said = np.concatenate([part for each in sentences for part in (each.samples, silence(1.5))])
            assert session.take(said).text.reveal() == " ".join(each.text for each in sentences)
            session.wait(lambda: not check.waiting)
            if check.state.in_use:
                break
        findings = check.state.findings
        assert findings.verdict is Verdict.IN_USE
        assert findings.agreed == findings.compared > FEWEST_SENTENCES, "these sentences have few words"
        assert session.take(english[0].samples).text.reveal() == english[0].text
        assert check.state.findings.used == 1
    assert (kept / FILE).stat().st_size > 0
    assert "in-use" in (kept / "everything.log").read_text(encoding="utf-8")
    for sentence in english:
        assert search(kept, sentence.text) == []
        assert search(kept, sentence.text.lower().rstrip(".")) == []


def test_a_take_that_begins_in_mid_check_waits_for_that_one_job_only(session: Session, kept: Path) -> None:
    held = HeldChecks()
    session.recognizer.answer = held
    with checking(session, kept) as check:
        session.take(np.concatenate([spoken("good morning everybody"), silence(1.5)] * 2))
        session.wait(held.begun.is_set)
        session.record(spoken("good evening everybody"))
        session.wait(lambda: session.controller.state.capture is CaptureState.IDLE)
        held.go.set()
        session.wait(lambda: len(session.closed) == 2)
        assert [take.stage for take in session.closed] == [TakeStage.DELIVERED] * 2
        session.wait(lambda: not check.waiting)
        asked = [request.priority for request in session.recognizer.requests]
        newest = max(place for place, each in enumerate(asked) if each is not Priority.CHECK)
        assert asked[:newest].count(Priority.CHECK) == 1, "another sentence waited, and let the take go first"
        assert asked[newest:].count(Priority.CHECK) == 2
        assert check.state.findings.agreed == 3
