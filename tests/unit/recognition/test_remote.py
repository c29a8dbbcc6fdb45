"""A crash of the recognizer's process costs a restart, at worst a request; and it never outlives the app."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import psutil
import pytest

from tests.tools.demo_recording import CLEAR_SPEECH
from v2m_desktop.core.errors import ModelMissingError, RecognitionError
from v2m_desktop.core.recognition import ModelChoice, Priority, RecognitionRequest
from v2m_desktop.core.resources import resource
from v2m_desktop.recognition.child import Child
from v2m_desktop.recognition.remote import LAST_TRIES, STARTS, TRIES, RemoteRecognizer, host_command

ROOT = Path(__file__).parents[3]
DEMO = ModelChoice("demo", resource("models/demo"))
REQUEST = RecognitionRequest(np.full(1600, 0.1, dtype=np.float32), "en", Priority.FINAL, CLEAR_SPEECH)
QUIET = replace(REQUEST, samples=np.zeros(1600, dtype=np.float32))
# More than a pipe holds, so that writing it needs a reader.
LONG_REQUEST = RecognitionRequest(np.full(160_000, 0.1, dtype=np.float32), "en", Priority.FINAL, CLEAR_SPEECH)

Make = Callable[..., RemoteRecognizer]


def misbehaving(how: str, marker: Path | None = None, times: int = 1) -> list[str]:
    command = [sys.executable, "-m", "tests.fakes.recognizer_process", how]
    return [*command, str(marker), str(times)] if marker else command


@pytest.fixture
def make() -> Iterator[Make]:
    """Makes recognizers whose process misbehaves, and ends them."""
    made: list[RemoteRecognizer] = []

    def build(
        how: str,
        marker: Path | None = None,
        seconds: float = 30.0,
        times: int = 1,
        load_seconds: float = 60.0,
    ) -> RemoteRecognizer:
        made.append(RemoteRecognizer(misbehaving(how, marker, times), load_seconds, seconds))
        return made[-1]

    yield build
    for recognizer in made:
        recognizer.unload()


DEADLINES = {"hang": 4.0, "hang with the lock": 4.0, "late": 4.0}
"""Of those that fail by the deadline alone: a process that behaves again must answer within it."""

LOST = pytest.mark.expects_log("the recognizer's process (died|was late) during a (request|load)")


@LOST
@pytest.mark.parametrize("how", ["abort", "exit", "nonsense", "hang", "late", "hang with the lock"])
def test_a_process_that_fails_is_started_again_and_asked_the_same(
    how: str, make: Make, tmp_path: Path
) -> None:
    recognizer = make(how, tmp_path / "marker", seconds=DEADLINES.get(how, 30.0))
    loaded = recognizer.load(DEMO)
    first = recognizer.process_id
    assert recognizer.recognize(REQUEST).text.reveal() == "Hello world."
    assert recognizer.recognize(QUIET).text.reveal() == ""
    assert first is not None
    assert not psutil.pid_exists(first)
    assert recognizer.model is not None
    assert recognizer.model.note == loaded.note


@LOST
@pytest.mark.parametrize(
    ("how", "times", "sentence"), [("abort", LAST_TRIES, "unexpectedly"), ("hang", TRIES, "too long")]
)
def test_a_process_that_fails_again_costs_the_request_and_the_next_one_is_answered(
    how: str, times: int, sentence: str, make: Make, tmp_path: Path
) -> None:
    recognizer = make(how, tmp_path / "marker", seconds=DEADLINES.get(how, 30.0), times=times)
    recognizer.load(DEMO)
    with pytest.raises(RecognitionError, match=sentence) as raised:
        recognizer.recognize(REQUEST)
    assert "kept" in raised.value.message
    assert recognizer.model is None
    assert recognizer.process_id is None
    assert recognizer.recognize(REQUEST).text.reveal() == "Hello world."


@pytest.mark.parametrize("how", ["raise", "refuse memory"])
def test_an_orderly_refusal_is_an_error_and_the_process_serves_on(
    how: str, make: Make, tmp_path: Path
) -> None:
    recognizer = make(how, tmp_path / "marker")
    recognizer.load(DEMO)
    process = recognizer.process_id
    with pytest.raises(RecognitionError) as raised:
        recognizer.recognize(REQUEST)
    assert "kept" in raised.value.message
    assert "said" not in raised.value.message
    assert recognizer.recognize(REQUEST).text.reveal() == "Hello world."
    assert recognizer.process_id == process


@LOST
def test_an_answer_that_was_not_asked_for_is_not_taken_for_the_next_one(make: Make, tmp_path: Path) -> None:
    recognizer = make("answer twice", tmp_path / "marker")
    recognizer.load(DEMO)
    for _ in range(2):  # the answer to the second one comes twice
        assert recognizer.recognize(REQUEST).text.reveal() == "Hello world."
    first = recognizer.process_id
    assert recognizer.recognize(QUIET).text.reveal() == ""
    assert recognizer.process_id != first


def test_a_process_that_starts_slowly_is_waited_for(make: Make) -> None:
    recognizer = make("start slowly", seconds=DEADLINES["late"])
    recognizer.load(DEMO)
    assert recognizer.recognize(REQUEST).text


@LOST
def test_a_process_that_starts_too_slowly_is_an_error(make: Make) -> None:
    with pytest.raises(RecognitionError, match="too long"):
        make("start slowly", load_seconds=0.3).load(DEMO)


@LOST
@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot stop a process")
def test_a_stopped_process_does_not_block_the_writer(make: Make) -> None:
    recognizer = make("behave", seconds=-25.0)
    recognizer.load(DEMO)
    first = recognizer.process_id
    assert first is not None
    os.kill(first, signal.SIGSTOP)
    assert recognizer.recognize(LONG_REQUEST).text
    assert recognizer.process_id not in (None, first)


def test_what_a_library_prints_cannot_corrupt_an_answer(make: Make, caplog: pytest.LogCaptureFixture) -> None:
    recognizer = make("print")
    with caplog.at_level(logging.INFO):
        recognizer.load(DEMO)
        assert recognizer.recognize(REQUEST).text.reveal() == "Hello world."
        recognizer.unload()
    assert "a library prints what it likes" in caplog.text


@LOST
def test_a_process_that_dies_whenever_it_loads_is_an_error(make: Make) -> None:
    recognizer = make("abort in load")
    with pytest.raises(RecognitionError, match="unexpectedly"):
        recognizer.load(DEMO)
    assert recognizer.model is None


@LOST
def test_a_process_that_is_killed_while_it_loads_is_started_again(make: Make, tmp_path: Path) -> None:
    recognizer = make("abort in load", tmp_path / "marker", times=STARTS - 1)
    recognizer.load(DEMO)
    assert recognizer.recognize(REQUEST).text


def test_a_request_that_nobody_wants_is_ended_and_not_sent_again(make: Make, tmp_path: Path) -> None:
    recognizer = make("hang", marker := tmp_path / "marker", times=9)
    recognizer.load(DEMO)
    with ThreadPoolExecutor() as other:
        other.submit(_interrupt_when, marker, recognizer)
        with pytest.raises(RecognitionError):
            recognizer.recognize(REQUEST)
    assert marker.stat().st_size == 1
    assert recognizer.model is None


def test_an_interruption_without_a_request_does_nothing(make: Make) -> None:
    recognizer = make("behave")
    recognizer.interrupt()
    recognizer.load(DEMO)
    process = recognizer.process_id
    recognizer.interrupt()
    assert recognizer.recognize(REQUEST).text
    assert recognizer.process_id == process


def test_a_process_that_was_killed_is_not_asked_again_while_it_ends() -> None:
    """The request of the next take must not fail for that of the last one, which nobody wanted."""
    child = Child(misbehaving("behave"))
    child.kill()
    assert not child.alive
    child.end()


def test_a_process_that_died_between_requests_is_started_again(make: Make, tmp_path: Path) -> None:
    marker = tmp_path / "marker"
    marker.touch()
    recognizer = make("behave", marker)
    recognizer.load(DEMO)
    first = recognizer.process_id
    assert first is not None
    child = psutil.Process(first)
    child.kill()
    psutil.wait_procs([child], timeout=20)
    assert recognizer.model is None
    assert recognizer.recognize(REQUEST).text
    assert recognizer.process_id != first


def test_a_model_that_the_process_goes_on_with_is_known_here(make: Make, tmp_path: Path) -> None:
    recognizer = make("step down", tmp_path / "marker")
    loaded = recognizer.load(DEMO)
    assert recognizer.recognize(REQUEST).text
    stepped = recognizer.model
    assert stepped is not loaded
    assert stepped is not None
    assert stepped.note is not None
    assert stepped.note.message == "It runs as int8."
    assert recognizer.recognize(REQUEST).text
    assert recognizer.model is stepped


def test_a_process_left_without_a_model_is_known_here(make: Make, tmp_path: Path) -> None:
    recognizer = make("lose the model", tmp_path / "marker")
    recognizer.load(DEMO)
    with pytest.raises(RecognitionError, match="not enough memory"):
        recognizer.recognize(REQUEST)
    assert recognizer.model is None
    recognizer.load(DEMO)
    assert recognizer.recognize(REQUEST).text


def test_a_program_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(RecognitionError, match="install the app again"):
        RemoteRecognizer(["/no/such/program"]).load(DEMO)


def test_errors_keep_their_kind_and_their_sentence(make: Make, tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match=r"model\.bin is missing"):
        make("behave").load(ModelChoice("gone", tmp_path))


def test_unload_ends_the_process(make: Make, tmp_path: Path) -> None:
    recognizer = make("behave", tmp_path)
    recognizer.load(DEMO)
    child = recognizer.process_id
    recognizer.unload()
    assert child is not None
    assert not psutil.pid_exists(child)
    assert recognizer.process_id is None


def _interrupt_when(file: Path, recognizer: RemoteRecognizer) -> None:
    pause = threading.Event()
    while not file.exists():
        pause.wait(0.02)
    recognizer.interrupt()


def ends_within(process: psutil.Process, seconds: float) -> bool:
    """Whether it ends in time. Who adopts an orphan may be slow to clear it away."""
    _, left = psutil.wait_procs([process], seconds)
    with contextlib.suppress(psutil.NoSuchProcess):
        return not left or process.status() == psutil.STATUS_ZOMBIE
    return True


@pytest.mark.parametrize("how", ["behave", "hang", "hang with the lock"])
def test_when_the_app_is_killed_its_recognizer_ends(how: str) -> None:
    program = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from tests.unit.recognition.test_remote import DEMO, REQUEST, RemoteRecognizer, misbehaving
recognizer = RemoteRecognizer(misbehaving({how!r}))
recognizer.load(DEMO)
print(recognizer.process_id, flush=True)
recognizer.recognize(REQUEST)
sys.stdin.read()
"""
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as app:
        assert app.stdout
        child = psutil.Process(int(app.stdout.readline()))
        app.kill()
        app.wait(20)
        assert ends_within(child, 2.0)


def test_a_frozen_app_finds_the_process_beside_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "v2m.exe"))
    assert host_command() == [str(tmp_path / "v2m-recognizer.exe")]


def test_the_app_side_imports_no_engine() -> None:
    program = (
        "import sys, v2m_desktop.recognition.remote, v2m_desktop.recognition.worker, "
        "v2m_desktop.recognition.evidence, v2m_desktop.recognition.audio_file, "
        "v2m_desktop.recognition.faster_whisper_recognizer, v2m_desktop.models.registry;"
        "heavy = {'faster_whisper', 'ctranslate2', 'av', 'onnxruntime', 'psutil', 'soxr'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"
