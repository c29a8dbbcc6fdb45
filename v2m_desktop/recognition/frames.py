"""Messages between the app and the recognizer's process.

A frame is a u32 length of the header, a u32 length of the payload (little endian), the header as UTF-8 JSON
and the payload as raw bytes. Requests are {"do": load | recognize | measure, ...}; an answer holds
"answer", or "error" with the class and the parts of one of our errors, and in any case "model": what is in
memory now. Audio travels as float32 payload.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from v2m_desktop.core import errors
from v2m_desktop.core.audio import SpeechEvidence
from v2m_desktop.core.errors import ModelNotice, RecognitionError, V2mError
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
from v2m_desktop.core.speed import MeasuredSpeed, speed_from

Header = dict[str, Any]

LONGEST_HEADER = 1 << 20
LONGEST_PAYLOAD = 1 << 30

_LENGTHS = struct.Struct("<II")


class BrokenFrameError(ValueError):
    """The stream does not hold a frame here."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One message. Its header may hold dictated words, so that neither part is ever shown."""

    header: Header = field(repr=False)
    payload: bytes = field(default=b"", repr=False)


def write_frame(stream: BinaryIO, frame: Frame) -> None:
    """Write and flush. Raises OSError when the other end is gone."""
    header = json.dumps(frame.header, ensure_ascii=False).encode()
    stream.write(_LENGTHS.pack(len(header), len(frame.payload)) + header)
    stream.write(frame.payload)
    stream.flush()


def read_frame(stream: BinaryIO) -> Frame | None:
    """The next frame, None at the end of the stream. Raises BrokenFrameError for anything else."""
    lengths = _read(stream, _LENGTHS.size)
    if not lengths:
        return None
    if len(lengths) < _LENGTHS.size:
        raise BrokenFrameError("cut off")
    header_length, payload_length = _LENGTHS.unpack(lengths)
    if header_length > LONGEST_HEADER or payload_length > LONGEST_PAYLOAD:
        raise BrokenFrameError("not a frame")
    header = _read(stream, header_length)
    payload = _read(stream, payload_length)
    if len(header) < header_length or len(payload) < payload_length:
        raise BrokenFrameError("cut off")
    try:
        content = json.loads(header)
    except ValueError as error:
        raise BrokenFrameError("not a header") from error
    if not isinstance(content, dict):
        raise BrokenFrameError("not a header")
    return Frame(content, payload)


def _read(stream: BinaryIO, length: int) -> bytes:
    """Exactly `length` bytes, fewer at the end of the stream. A raw pipe may give them piece by piece."""
    pieces = bytearray()
    while len(pieces) < length:
        piece = stream.read(length - len(pieces))
        if not piece:
            break
        pieces += piece
    return bytes(pieces)


def load_frame(choice: ModelChoice) -> Frame:
    return Frame({"do": "load", **asdict(choice), "folder": str(choice.folder)})


def choice_of(frame: Frame) -> ModelChoice:
    names = ("name", "device", "compute_type", "threads", "identity", "video_memory")
    fields = {name: frame.header[name] for name in names}
    return ModelChoice(folder=Path(frame.header["folder"]), **fields)


def recognize_frame(request: RecognitionRequest) -> Frame:
    header = {
        "do": "recognize",
        "language": request.language,
        "priority": int(request.priority),
        "speech": asdict(request.speech),
        "previous_text": request.previous_text.reveal(),
        "hints": request.hints,
        "hotwords": request.hotwords.reveal(),
        "short_context": request.short_context,
        "sparing": request.sparing,
    }
    return Frame(header, np.ascontiguousarray(request.samples, dtype="<f4").tobytes())


def request_of(frame: Frame) -> RecognitionRequest:
    header = frame.header
    return RecognitionRequest(
        samples=np.frombuffer(frame.payload, dtype="<f4").astype(np.float32, copy=False),
        language=header["language"],
        priority=Priority(header["priority"]),
        speech=SpeechEvidence(**header["speech"]),
        previous_text=SensitiveText(header["previous_text"]),
        hints=tuple(header["hints"]),
        hotwords=SensitiveText(header["hotwords"]),
        short_context=header["short_context"],
        sparing=header["sparing"],
    )


def with_model(frame: Frame, model: LoadedModel | None) -> Frame:
    """The answer, with what is in memory now."""
    if model is None:
        return Frame({**frame.header, "model": None}, frame.payload)
    fields = asdict(replace(model, note=None))
    fields["note"] = _parts(model.note) if model.note is not None else None
    return Frame({**frame.header, "model": fields}, frame.payload)


def model_of(frame: Frame) -> LoadedModel | None:
    """What is in memory at the other end, after an answer of any kind."""
    model = frame.header.get("model")
    if model is None:
        return None
    note = model["note"]
    notice = ModelNotice(note["template"], **note["values"]) if note is not None else None
    return LoadedModel(**{**model, "note": notice})


def hypothesis_frame(hypothesis: Hypothesis) -> Frame:
    answer = {
        "text": hypothesis.text.reveal(),
        "language": hypothesis.language,
        "language_probability": hypothesis.language_probability,
        "inference_seconds": hypothesis.inference_seconds,
        "evidence": asdict(hypothesis.evidence),
        "words": [(word.text.reveal(), word.start, word.end) for word in hypothesis.words],
        "shortened": hypothesis.shortened,
        "retried": hypothesis.retried,
        "fallback": hypothesis.fallback,
        "terms_told": hypothesis.terms_told,
    }
    return Frame({"answer": answer})


def hypothesis_of(frame: Frame) -> Hypothesis:
    answer = dict(_answer(frame))
    evidence = dict(answer.pop("evidence"))
    speech = SpeechEvidence(**evidence.pop("speech"))
    text = SensitiveText(answer.pop("text"))
    words = tuple(TimedWord(SensitiveText(word), start, end) for word, start, end in answer.pop("words"))
    return Hypothesis(text=text, evidence=Evidence(speech=speech, **evidence), words=words, **answer)


def error_frame(error: V2mError) -> Frame:
    """The error's sentence crosses; its cause, which may quote anything, stays."""
    return Frame({"error": type(error).__name__, **_parts(error)})


def done_frame() -> Frame:
    return Frame({"answer": {}})


def measure_frame() -> Frame:
    return Frame({"do": "measure"})


def speed_frame(speed: MeasuredSpeed) -> Frame:
    return Frame({"answer": asdict(speed)})


def speed_of(frame: Frame) -> MeasuredSpeed:
    return speed_from(_answer(frame))


def raise_error_in(frame: Frame) -> None:
    """Raise the error that an answer holds, if it holds one."""
    if "error" not in frame.header:
        return
    kind = getattr(errors, str(frame.header["error"]), None)
    if not (isinstance(kind, type) and issubclass(kind, V2mError)):
        kind = RecognitionError
    raise kind(frame.header["template"], **frame.header["values"])


def _parts(error: V2mError) -> Header:
    return {
        "template": error.template,
        "values": {name: str(value) for name, value in error.values.items()},
    }


def _answer(frame: Frame) -> Header:
    raise_error_in(frame)
    answer = frame.header["answer"]
    assert isinstance(answer, dict)
    return answer
