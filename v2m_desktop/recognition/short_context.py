"""How much the encoder hears: the full 30 s that Whisper was trained on, or little more than what was said.

Encoding 30 s takes a processor 12 to 15 times as long as encoding 5 s. Whether a model bears less than it was
trained on is for the caller to know; here are lengths that the library handles well.
"""

from __future__ import annotations

import math

FULL = 1500
"""Encoder frames of 30 s."""

SHORTEST = 384
MARGIN = 128
"""Frames of silence behind what was said. With less, stock models begin to repeat themselves."""

STEP = 50
"""Few lengths instead of many: each new one costs the library some memory and milliseconds."""

LONGEST_SECONDS = 22.0
"""Beyond this there is little to gain."""

LARGE_WIDTH = 1280
"""Of large models, turbo and their distilled ones, which are known to repeat themselves on short contexts."""

_FRAMES_PER_SECOND = 50


def context_frames(seconds: float, mel_bands: int) -> int:
    """Encoder frames for so much sound; the spectrogram that goes in is twice as long.

    Never as many as `mel_bands`: CTranslate2 takes encoded sound of that shape for a spectrogram, and encodes
    it again without a word.
    """
    if seconds > LONGEST_SECONDS:
        return FULL
    needed = max(math.ceil(_FRAMES_PER_SECOND * seconds) + MARGIN, SHORTEST)
    frames = min(FULL, math.ceil(needed / STEP) * STEP)
    return frames + STEP if frames == mel_bands else frames


def bears_short_context(width: int) -> bool:
    """Whether a model with encoded frames of this `width` is of a kind that may hear less than 30 s."""
    return width < LARGE_WIDTH
