"""Messages to and from the recognizer's process: what goes in comes out, and nonsense is noticed."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest

from tests.fakes.recognizer import FakeRecognizer
from v2m_desktop.core.audio import SpeechEvidence
from v2m_desktop.core.errors import ModelMissingError, ModelNotice, RecognitionError, V2mError
from v2m_desktop.core.recognition import (
    Evidence,
    Hypothesis,
    LoadedModel,
    ModelChoice,
    Priority,
    RecognitionRequest,
    TimedWord,
)
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition import frames
from v2m_desktop.recognition.frames import BrokenFrameError, Frame, read_frame, write_frame
from v2m_desktop.recognition.host import answer

SPEECH = SpeechEvidence(1.5, 0.9, -20.0)


def over_the_wire(frame: Frame) -> Frame:
    stream = io.BytesIO()
    write_frame(stream, frame)
    stream.seek(0)
    arrived = read_frame(stream)
    assert arrived is not None
    assert read_frame(stream) is None
    return arrived


def test_a_request_arrives_whole() -> None:
    samples = np.random.default_rng(0).standard_normal(1000).astype(np.float32)[::2]
    sent = RecognitionRequest(
        samples, None, Priority.PROVISIONAL, SPEECH, SensitiveText("¿Qué tal? 你好"),
        hints=("es", "en"), hotwords=SensitiveText("Señora Núñez"), short_context=True,
        sparing=True,
    )  # fmt: skip
    got = frames.request_of(over_the_wire(frames.recognize_frame(sent)))
    assert np.array_equal(got.samples, samples)
    assert got.samples.dtype == np.float32
    assert (got.language, got.priority, got.speech) == (None, Priority.PROVISIONAL, SPEECH)
    assert (got.previous_text, got.hotwords) == (sent.previous_text, sent.hotwords)
    assert (got.hints, got.short_context, got.sparing) == (sent.hints, True, True)


def test_a_model_choice_and_what_was_loaded_arrive_whole(tmp_path: Path) -> None:
    choice = ModelChoice("mío", tmp_path / "niño", "cuda", "float16", 3, "mío@1", 5_000_000_000)
    assert frames.choice_of(over_the_wire(frames.load_frame(choice))) == choice
    model = LoadedModel("mío", "cpu", "int8", True, 0.5, identity="mío@1", shortens=True)
    assert frames.model_of(over_the_wire(frames.with_model(frames.done_frame(), model))) == model
    assert frames.model_of(over_the_wire(frames.with_model(frames.done_frame(), None))) is None


def test_the_notice_of_a_model_arrives_in_parts_that_can_be_translated() -> None:
    notice = ModelNotice("It runs as {compute_type}.", compute_type="int8")
    sent = frames.with_model(frames.done_frame(), LoadedModel("mío", "cpu", "int8", True, 0.5, notice))
    got = frames.model_of(over_the_wire(sent))
    assert got is not None
    assert isinstance(got.note, ModelNotice)
    assert (got.note.template, got.note.values) == (notice.template, notice.values)


def test_a_failed_request_tells_which_model_is_left() -> None:
    model = LoadedModel("mío", "cpu", "int8", True, 0.5)
    sent = frames.with_model(frames.error_frame(RecognitionError("It failed.")), model)
    assert frames.model_of(over_the_wire(sent)) == model
    with pytest.raises(RecognitionError, match="It failed"):
        frames.hypothesis_of(over_the_wire(sent))


def test_a_hypothesis_arrives_whole_and_hides_its_words() -> None:
    sent = Hypothesis(
        SensitiveText("¡Señor!"), "es", 0.75, Evidence(0.1, -0.25, 1.5, 2.0, SPEECH, 3.5), 0.5,
        words=(TimedWord(SensitiveText(" ¡Señor!"), 0.25, 0.75),), shortened=True, retried=True,
        fallback=True, terms_told=3,
    )  # fmt: skip
    assert frames.hypothesis_of(over_the_wire(frames.hypothesis_frame(sent))) == sent


def test_a_frame_in_a_log_shows_no_dictated_word() -> None:
    frame = Frame({"answer": {"text": "canary"}}, b"canary")
    assert "canary" not in f"{frame} {frame!r}"


def test_an_error_keeps_its_kind_and_its_sentence(tmp_path: Path) -> None:
    sent = ModelMissingError("{folder} lacks {file}", folder=tmp_path, file="model.bin")
    with pytest.raises(ModelMissingError) as raised:
        frames.raise_error_in(over_the_wire(frames.error_frame(sent)))
    assert raised.value.message == sent.message


def test_an_error_of_a_kind_that_we_do_not_know_is_a_failed_recognition() -> None:
    unknown = type("FutureError", (V2mError,), {})("Something new.")
    with pytest.raises(RecognitionError, match="Something new"):
        frames.raise_error_in(over_the_wire(frames.error_frame(unknown)))


@pytest.mark.parametrize("length", [1, 7, 8, 9, 20])
def test_a_frame_that_is_cut_off_is_noticed(length: int) -> None:
    stream = io.BytesIO()
    write_frame(stream, Frame({"do": "ping"}, b"payload"))
    with pytest.raises(BrokenFrameError):
        read_frame(io.BytesIO(stream.getvalue()[:length]))


@pytest.mark.parametrize(
    "nonsense",
    [b"\xff" * 64, b"Traceback (most recent call last):", b"\1\0\0\0\0\0\0\0[", b"\2\0\0\0\0\0\0\0[]"],
)
def test_what_is_no_frame_is_noticed(nonsense: bytes) -> None:
    with pytest.raises(BrokenFrameError):
        read_frame(io.BytesIO(nonsense))


def test_a_pipe_that_gives_a_byte_at_a_time_is_read() -> None:
    class Trickle(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(min(1, size or 0))

    stream = io.BytesIO()
    write_frame(stream, Frame({"do": "ping"}, b"payload"))
    assert read_frame(Trickle(stream.getvalue())) == Frame({"do": "ping"}, b"payload")


def test_the_host_answers_what_it_does_not_know_with_an_error() -> None:
    for request in (Frame({"do": "dance"}), Frame({}), Frame({"do": "recognize"}), Frame({"do": "load"})):
        with pytest.raises(RecognitionError):
            frames.raise_error_in(answer(FakeRecognizer(), request))
