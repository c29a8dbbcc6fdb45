"""A model, a library or memory that fails in the middle of the day: one sentence, the recording kept, and
once it is mended the next take works as ever. With the real engine in its process."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import psutil
import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.sentences import Sentence
from tests.integration.session_bench import Session, session_in
from tests.tools.demo_recording import CLEAR_SPEECH
from tests.unit.audio.speech import silence
from v2m_desktop.core.audio import SampleIndex, Segment
from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.recognition import ModelChoice
from v2m_desktop.core.resources import resource
from v2m_desktop.core.session import ModelState, SessionId, TakeStage
from v2m_desktop.recognition.remote import RemoteRecognizer

SENTENCE = Sentence("He read the public card yesterday.")
SPEECH = np.concatenate([SENTENCE.samples, silence(0.3)])

WITHOUT_A_LIBRARY = "import sys; sys.modules['faster_whisper'] = None"
WITHOUT_MEMORY = """
import resource, faster_whisper
used = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + (1 << 20),) * 2)
"""


@dataclass
class Broken:
    """A session whose model was in memory until something broke: how to mend it, and what is to be told."""

    session: Session
    mend: Callable[[], object]
    sentence: str


@pytest.fixture
def model(tmp_path: Path) -> ModelChoice:
    return ModelChoice("demo", Path(shutil.copytree(resource("models/demo"), tmp_path / "model")), threads=1)


@pytest.fixture
def remote(tmp_path: Path) -> RemoteRecognizer:
    """Its process runs the file `breaks` first, if there is one."""
    program = f"""
import pathlib, sys
broken = pathlib.Path({str(tmp_path / "breaks")!r})
exec(broken.read_text() if broken.exists() else '')
from v2m_desktop.recognition import host
host.main()
"""
    return RemoteRecognizer([sys.executable, "-c", program])


SENTENCES = {
    "a damaged model": "The model in .* cannot be loaded: install it again or choose another one.",
    "a model that is gone": "The model folder .* lacks the file model.bin: install the model again.",
    "a missing library": "The recognizer cannot start, because faster_whisper is missing: install .* again.",
    "refused memory": "The recognizer stopped unexpectedly. The recording is kept: try again."
    "|There is not enough memory for the model demo: choose a smaller one.",
}


@pytest.fixture(params=SENTENCES)
def broken(
    request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot, model: ModelChoice, remote: RemoteRecognizer
) -> Iterator[Broken]:
    with session_in(tmp_path, qtbot, remote) as session:
        session.controller.language = "en"
        states: list[ModelState] = []
        session.recognition.model_changed.connect(lambda state, *_: states.append(state))
        session.recognition.load(model)
        session.wait(lambda: states == [ModelState.LOADING, ModelState.READY])
        mend = BREAK[request.param](model.folder / "model.bin", tmp_path / "breaks")
        assert remote.process_id is not None
        psutil.Process(remote.process_id).kill()
        yield Broken(session, mend, SENTENCES[request.param])


def damage(binary: Path, _breaks: Path) -> Callable[[], object]:
    whole = binary.read_bytes()
    binary.write_bytes(whole[: len(whole) // 2])
    return partial(binary.write_bytes, whole)


def take_away(binary: Path, _breaks: Path) -> Callable[[], object]:
    return partial(binary.rename(binary.with_suffix(".away")).rename, binary)


def refuse(program: str, _binary: Path, breaks: Path) -> Callable[[], object]:
    breaks.write_text(program, encoding="utf-8")
    return breaks.unlink


BREAK: dict[str, Callable[[Path, Path], Callable[[], object]]] = {
    "a damaged model": damage,
    "a model that is gone": take_away,
    "a missing library": partial(refuse, WITHOUT_A_LIBRARY),
    "refused memory": partial(refuse, WITHOUT_MEMORY),
}


@pytest.mark.skipif(sys.platform != "linux", reason="limits memory as Linux does")
@pytest.mark.expects_log("the recognizer's process died|recognition of a segment failed")
def test_it_is_told_in_one_sentence_and_mended_without_a_restart(broken: Broken) -> None:
    session = broken.session
    failed = session.take(SPEECH)
    assert failed.stage is TakeStage.FAILED
    assert isinstance(failed.error, V2mError)
    assert re.fullmatch(broken.sentence, failed.error.message)
    (kept,) = session.leftovers()
    assert kept.seconds > 1

    broken.mend()
    again = session.take(SPEECH)
    assert again.stage is TakeStage.DELIVERED
    assert again.text.reveal() == SENTENCE.text
    recording = Segment(0, SampleIndex(0), session.spool.load_samples(kept), CLEAR_SPEECH)
    with session.qtbot.waitSignal(session.recognition.recognized) as words:
        session.recognition.recognize(SessionId(99), recording, "en")
    assert words.args is not None
    assert words.args[2].text.reveal() == SENTENCE.text
