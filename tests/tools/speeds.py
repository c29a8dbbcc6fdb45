"""Speeds of computers, as they are measured."""

from __future__ import annotations

from v2m_desktop.core.speed import MeasuredSpeed, ModelShape, TimedShape

NARROW, WIDE = ModelShape(384, 4, 4), ModelShape(768, 4, 4)
TIMED = (TimedShape(NARROW, 0.368, 0.00557), TimedShape(WIDE, 0.816, 0.01267))
"""One thread of a server's processor of 2023."""


def speed(factor: float = 1.0, card: float | None = None) -> MeasuredSpeed:
    """A computer that takes `factor` times as long as that thread, and one with a card that takes `card`."""
    return MeasuredSpeed(_timed(factor), _timed(card) if card is not None else ())


def _timed(factor: float) -> tuple[TimedShape, ...]:
    return tuple(
        TimedShape(each.shape, factor * each.encode_seconds, factor * each.token_seconds) for each in TIMED
    )
