"""How hard the model tries, and what it is told."""

from __future__ import annotations

from dataclasses import replace

from v2m_desktop.core.recognition import Priority, RecognitionRequest
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition.device_choice import CUDA
from v2m_desktop.recognition.engine import Decoding, Told
from v2m_desktop.recognition.short_context import FULL

MOST_NEW_TOKENS = 224
"""Half of the decoder's positions; the other half is the prompt's."""

MOST_PREVIOUS = 200
"""Characters. More of them leaks into the answer on short audio."""

CONFIRMED_SPEECH = 0.25
"""Seconds. A model that hears less than this gladly says the hotwords that it was told."""

NARROWEST_PROMPTED = 384
"""Width of Whisper's tiny, the smallest model that learned what to make of words before the sound. The demo
model, of half that width, hears four times as many words wrong after 200 characters."""


def bears_prompts(width: int) -> bool:
    """Whether a model with encoded frames of this `width` hears better with words to go by."""
    return width >= NARROWEST_PROMPTED


def decoding_for(priority: Priority, seconds: float, device: str, frames: int = FULL) -> Decoding:
    """Provisional words are cheap; final ones may be tried twice, with a beam where a GPU makes it free.

    With a short context there is one try: what fails then is heard again in full.
    """
    provisional = priority is Priority.PROVISIONAL
    return Decoding(
        beam=5 if device == CUDA and not provisional else 1,
        temperatures=(0.0,) if provisional or frames < FULL else (0.0, 0.4),
        most_tokens=min(MOST_NEW_TOKENS, 8 + round(8 * seconds)),
        frames=frames,
        timed=provisional,
    )


def prudent(decoding: Decoding, told: Told, *, sparing: bool = False) -> Decoding:
    """Without a beam where memory is short; one try with words to go by, for what fails is told none then."""
    return replace(
        decoding,
        beam=1 if sparing else decoding.beam,
        temperatures=decoding.temperatures[:1] if told.words else decoding.temperatures,
    )


def told_for(request: RecognitionRequest, *, prompted: bool = True) -> Told:
    """The end of what was said before, and hotwords if somebody spoke beyond doubt.

    Not with provisional words: they are heard in little sound, which leads a model to say what it was told,
    and nobody looks twice. Nor to a model that is not `prompted`.
    """
    told = Told(request.language, request.hints if request.language is None else ())
    if request.priority is Priority.PROVISIONAL or not prompted:
        return told
    confirmed = request.speech.speech_seconds >= CONFIRMED_SPEECH
    return replace(
        told,
        previous_text=end_of(request.previous_text),
        hotwords=request.hotwords if confirmed else SensitiveText(),
    )


def end_of(text: SensitiveText) -> SensitiveText:
    """Whole words only."""
    words = text.reveal().strip()
    if len(words) <= MOST_PREVIOUS:
        return SensitiveText(words)
    end = words[-MOST_PREVIOUS:]
    return SensitiveText(end if words[-MOST_PREVIOUS - 1].isspace() else end.partition(" ")[2] or end)
