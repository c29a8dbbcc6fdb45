"""How fast this computer turns speech into words: what was measured, not how, nor what follows from it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MOST_OF_OTHERS = 0.25
"""On two processors this is half of one."""


@dataclass(frozen=True, slots=True)
class ModelShape:
    """What decides how long a Whisper model takes: its width, and the layers of its two halves."""

    width: int
    encoder_layers: int
    decoder_layers: int


@dataclass(frozen=True, slots=True)
class TimedShape:
    """What a model of this shape took: to encode the full 30 s, and for each token of its answer."""

    shape: ModelShape
    encode_seconds: float
    token_seconds: float


@dataclass(frozen=True, slots=True)
class MeasuredSpeed:
    """Shapes timed on the processor and on the graphics card, from narrow to wide. `card` is empty where no
    card can run a model, whatever memory it has. `others` is the share of the processor, from 0 to 1, that
    other programs had meanwhile."""

    processor: tuple[TimedShape, ...]
    card: tuple[TimedShape, ...] = ()
    others: float = 0.0

    @property
    def disturbed(self) -> bool:
        """Whether the computer was too busy to tell how fast it is."""
        return self.others > MOST_OF_OTHERS


def speed_from(parts: Mapping[str, Any]) -> MeasuredSpeed:
    """The reverse of dataclasses.asdict. Raises KeyError, TypeError or ValueError for anything else."""
    processor, card = (tuple(map(_timed_from, parts[device])) for device in ("processor", "card"))
    speed = MeasuredSpeed(processor, card, float(parts["others"]))
    if not processor:
        raise ValueError("nothing was measured")
    return speed


def _timed_from(parts: Mapping[str, Any]) -> TimedShape:
    shape, seconds = ModelShape(**parts["shape"]), (parts["encode_seconds"], parts["token_seconds"])
    if not all(isinstance(each, int) and each > 0 for each in parts["shape"].values()):
        raise ValueError("no shape")
    if not all(isinstance(each, float) and 0 < each < math.inf for each in seconds):
        raise ValueError("no seconds")
    return TimedShape(shape, *seconds)
