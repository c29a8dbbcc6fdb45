"""A signal each quarter of a second of which is like no other, to prove that no sample is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from v2m_desktop.core.audio import Samples

HIGHEST_HZ = 2000
"""Low enough that a fraction of a sample of delay in a resampler does not matter."""
LEAST_LIKENESS = 0.98
JITTER = 1
"""Samples by which a piece may seem to move without being moved."""
COARSE_SECONDS = 0.25
FINE_SECONDS = 0.025
COARSE_SLACK_SECONDS = 0.05
FINE_SLACK_SECONDS = 0.5
"""A piece is looked for this far around the place at which its neighbors are."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of a signal, in samples: gone, put in between, and there but not as they were."""

    missing: int
    inserted: int
    spoiled: int
    pieces: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Samples [start, start + size) of the signal, recorded `offset` samples later; None is not found."""

    start: int
    size: int
    offset: int | None


def noise(seconds: float, rate: int, seed: int = 1) -> Samples:
    """Noise below HIGHEST_HZ at -20 dBFS, shape (seconds * rate,)."""
    count = round(seconds * rate)
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(count))
    spectrum[np.fft.rfftfreq(count, 1 / rate) > HIGHEST_HZ] = 0
    signal = np.fft.irfft(spectrum, count)
    return np.asarray(signal / signal.std() * 0.1, np.float32)


def prove(expected: Samples, recorded: Samples, rate: int) -> Proof:
    """Find each quarter of a second of `expected` in `recorded`, looking closer where one is not.

    Raises ValueError if the signal is not in there at all.
    """
    coarse = _coarse(expected, recorded, rate)
    if all(piece.offset is None for piece in coarse):
        raise ValueError("the known signal was not recorded")
    pieces: list[Piece] = []
    for number, piece in enumerate(coarse):
        if piece.offset is None:
            around = (_last_offset(coarse[:number]), _last_offset(coarse[:number:-1]))
            pieces += _fine(piece, around, expected, recorded, rate)
        else:
            pieces.append(piece)
    return judge(pieces)


def judge(pieces: Sequence[Piece]) -> Proof:
    """Count how pieces moved against each other. Small moves in one direction add up.

    A piece that was cut cannot be found, but those around it tell how much is missing; where they tell
    nothing, all of the piece counts as spoiled.
    """
    missing = inserted = spoiled = unfound = 0
    place: int | None = None
    for piece in pieces:
        if piece.offset is None:
            unfound += piece.size
            continue
        move = 0 if place is None else piece.offset - place
        if place is None or abs(move) > JITTER:
            missing += max(0, -move)
            inserted += max(0, move)
            place = piece.offset
        if abs(move) <= JITTER:
            spoiled += unfound
        unfound = 0
    return Proof(missing, inserted, spoiled + unfound, len(pieces))


def place_of(part: Samples, whole: Samples) -> tuple[int, float]:
    """Where `part` fits best into `whole`, and how well: 1 is exactly. Without room for it, nowhere (0)."""
    if len(whole) < len(part):
        return 0, 0.0
    size = len(whole) + len(part)
    spectrum = np.fft.rfft(whole, size) * np.conj(np.fft.rfft(part, size))
    products = np.fft.irfft(spectrum, size)[: len(whole) - len(part) + 1]
    sums = np.concatenate(([0.0], np.cumsum(whole.astype(np.float64) ** 2)))
    energies = sums[len(part) :] - sums[: len(whole) - len(part) + 1]
    energy = float(np.sum(part.astype(np.float64) ** 2))
    floor = 0.01 * energy + 1e-12  # where there is next to nothing, nothing is alike
    likeness = products / np.sqrt(np.maximum(energies, floor) * energy)
    place = int(np.argmax(likeness))
    return place, float(likeness[place])


def _coarse(expected: Samples, recorded: Samples, rate: int) -> list[Piece]:
    size, slack = round(COARSE_SECONDS * rate), round(COARSE_SLACK_SECONDS * rate)
    pieces: list[Piece] = []
    for start in range(0, len(expected) - size + 1, size):
        part = expected[start : start + size]
        near = _last_offset(pieces)
        offset = (
            None if near is None else _between(part, recorded, start + near - slack, start + near + slack)
        )
        if offset is None:
            offset = _between(part, recorded, 0, len(recorded))
        pieces.append(Piece(start, size, None if offset is None else offset - start))
    return pieces


def _fine(
    piece: Piece, around: tuple[int | None, int | None], expected: Samples, recorded: Samples, rate: int
) -> list[Piece]:
    """A piece that was not found, as smaller ones that are looked for between its neighbors."""
    size, slack = round(FINE_SECONDS * rate), round(FINE_SLACK_SECONDS * rate)
    known = [offset for offset in around if offset is not None]
    pieces: list[Piece] = []
    for start in range(piece.start, piece.start + piece.size, size):
        part = expected[start : min(start + size, piece.start + piece.size)]
        offset = _between(part, recorded, start + min(known) - slack, start + max(known) + slack)
        pieces.append(Piece(start, len(part), None if offset is None else offset - start))
    return pieces


def _between(part: Samples, whole: Samples, first: int, last: int) -> int | None:
    """Where in `whole` the `part` begins, at `first` to `last`; None where it does not."""
    first = max(0, first)
    place, likeness = place_of(part, whole[first : max(0, last) + len(part)])
    return first + place if likeness >= LEAST_LIKENESS else None


def _last_offset(pieces: Sequence[Piece]) -> int | None:
    return next((piece.offset for piece in reversed(pieces) if piece.offset is not None), None)
