"""The proof of a known signal sees every sample that is missing, and no other."""

from __future__ import annotations

import numpy as np
import pytest

from tests.bench.known_signal import Piece, Proof, judge, noise, prove
from v2m_desktop.core.audio import Samples

RATE = 16_000
SIGNAL = noise(4.0, RATE)
PIECES = 16


def recorded(signal: Samples) -> Samples:
    """With some silence and hiss around it, as a microphone has it."""
    hiss = np.random.default_rng(9).standard_normal(len(signal) + RATE) * 1e-4
    hiss[RATE // 3 : RATE // 3 + len(signal)] += signal
    return np.asarray(hiss, np.float32)


def test_a_whole_signal_has_nothing_missing() -> None:
    assert prove(SIGNAL, recorded(SIGNAL), RATE) == Proof(0, 0, 0, PIECES)


@pytest.mark.parametrize("lost", [2, 20, 320, 9000])
@pytest.mark.parametrize("at", [20_000, 21_500])
def test_lost_samples_are_counted(lost: int, at: int) -> None:
    proof = prove(SIGNAL, recorded(np.delete(SIGNAL, slice(at, at + lost))), RATE)
    assert proof.missing == pytest.approx(lost, abs=1)
    assert (proof.inserted, proof.spoiled) == (0, 0)


def test_a_pause_of_the_player_is_not_a_loss() -> None:
    late = np.insert(SIGNAL, 21_500, np.zeros(3000, np.float32))
    proof = prove(SIGNAL, recorded(late), RATE)
    assert (proof.missing, proof.inserted, proof.spoiled) == (0, 3000, 0)


def test_a_loss_hidden_by_a_pause_is_seen() -> None:
    late = np.insert(np.delete(SIGNAL, slice(17_000, 17_900)), 22_000, np.zeros(900, np.float32))
    proof = prove(SIGNAL, recorded(late), RATE)
    assert proof.missing == pytest.approx(900, abs=1)
    assert proof.inserted == pytest.approx(900, abs=1)


def test_overwritten_samples_are_spoiled() -> None:
    broken = SIGNAL.copy()
    broken[21_000:22_000] = 0
    proof = prove(SIGNAL, recorded(broken), RATE)
    assert (proof.missing, proof.inserted) == (0, 0)
    assert 1000 <= proof.spoiled <= 2000


def test_a_lost_end_is_spoiled() -> None:
    proof = prove(SIGNAL, recorded(SIGNAL[:-5000]), RATE)
    assert 5000 <= proof.spoiled <= 6000


def test_small_moves_add_up() -> None:
    offsets = [100, 99, 98, 97, 96]
    pieces = [Piece(number * 10, 10, offset) for number, offset in enumerate(offsets)]
    assert judge(pieces).missing == 4


def test_a_signal_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ValueError, match="not recorded"):
        prove(SIGNAL, noise(5.0, RATE, seed=7), RATE)
