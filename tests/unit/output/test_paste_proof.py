"""When a paste counts as arrived, and when the old clipboard may come back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from v2m_desktop.core.ports import ClipboardRead
from v2m_desktop.output.paste_proof import DeliveryBounds, Proof, judge_paste

BOUNDS = DeliveryBounds(quiet=0.2, eager_reader=0.4, read=8.0)
CHORD_NS = 50_000_000_000
moments = st.lists(st.floats(-2, 12), max_size=6)


def judge(now: float, *reads: float, owned: bool = True) -> Proof:
    """`now` and `reads` are seconds after the chord."""
    return judge_paste(
        CHORD_NS,
        CHORD_NS + round(now * 1e9),
        [ClipboardRead(CHORD_NS + round(read * 1e9)) for read in reads if read <= now],
        owned=owned,
        bounds=BOUNDS,
    )[0]


def test_nothing_settles_before_somebody_read() -> None:
    assert judge(7.9) is Proof.OPEN
    assert judge(8.1) is Proof.NONE


def test_a_read_before_the_chord_proves_nothing() -> None:
    assert judge(1.0, -0.01) is Proof.OPEN
    assert judge(8.1, -0.01) is Proof.NONE


def test_a_read_settles_after_a_quiet_time() -> None:
    assert judge(1.55, 1.5) is Proof.READ
    assert judge(1.75, 1.5) is Proof.SETTLED


def test_a_second_read_starts_the_quiet_time_again() -> None:
    assert judge(1.75, 1.5, 1.65) is Proof.READ
    assert judge(1.9, 1.5, 1.65) is Proof.SETTLED


def test_an_eager_reader_does_not_settle_at_once() -> None:
    assert judge(0.3, 0.02) is Proof.READ
    assert judge(0.45, 0.02) is Proof.SETTLED


def test_what_was_copied_meanwhile_ends_the_wait() -> None:
    assert judge(0.1, owned=False) is Proof.LOST
    assert judge(0.1, 0.05, owned=False) is Proof.SETTLED


@given(moments, st.booleans())
def test_it_ends_at_the_bound_whatever_happens(reads: list[float], owned: bool) -> None:
    assert judge(12.1, *reads, owned=owned) in (Proof.SETTLED, Proof.NONE, Proof.LOST)


@given(moments, st.floats(0, 12))
def test_the_clipboard_goes_back_only_after_a_read(reads: list[float], now: float) -> None:
    if judge(now, *reads) is Proof.SETTLED:
        assert any(0 < read <= now for read in reads)


def test_the_first_read_after_the_chord_is_the_arrival() -> None:
    reads = [ClipboardRead(CHORD_NS + offset) for offset in (-5, 7, 3)]
    assert judge_paste(CHORD_NS, CHORD_NS + 9, reads, owned=True, bounds=BOUNDS) == (Proof.READ, CHORD_NS + 3)
