"""The ring loses nothing silently, whatever the order of writes and reads."""

from __future__ import annotations

import threading
import tracemalloc

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from v2m_desktop.audio.ring import RingBuffer
from v2m_desktop.core.audio import Samples


def numbered(start: int, count: int) -> Samples:
    return np.arange(start, start + count, dtype=np.float32)


def test_an_empty_ring_reads_as_none() -> None:
    assert RingBuffer(8).read() is None


def test_full_keeps_the_oldest_drops_the_newest_and_counts_it() -> None:
    ring = RingBuffer(10)
    assert ring.write(numbered(0, 6))
    assert not ring.write(numbered(6, 6))
    assert ring.write(numbered(12, 4), captured_ns=7)
    first, second = ring.read(), ring.read()
    assert first is not None
    assert second is not None
    assert (first.samples.tolist(), first.first_sample) == ([0, 1, 2, 3, 4, 5], 0)
    assert (second.samples.tolist(), second.first_sample) == ([12, 13, 14, 15], 12)
    assert second.captured_ns == 7
    assert ring.lost_samples == 6
    assert ring.device_samples == 16


def test_a_full_table_of_blocks_drops_too() -> None:
    ring = RingBuffer(100, blocks=2)
    assert [ring.write(numbered(i, 1)) for i in range(3)] == [True, True, False]
    assert ring.lost_samples == 1


def test_many_blocks_takes_no_memory_beyond_the_ring() -> None:
    """THEO-158, 159: the callback keeps nothing but what it copied into its place."""
    ring, block = RingBuffer(16_000, blocks=64), numbered(0, 320)
    for _ in range(100):
        ring.write(block)
        ring.read()
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        for number in range(20_000):
            ring.write(block)
            if number % 3 == 0:
                ring.read()
        ring.read()
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert after - before < 2_000
    assert ring.lost_samples == 0


def test_channels_are_mixed_to_mono_across_the_end_of_the_ring() -> None:
    ring = RingBuffer(6)
    ring.write(numbered(0, 4))
    ring.read()
    ring.write(np.column_stack((numbered(0, 4), numbered(10, 4))))
    stretch = ring.read()
    assert stretch is not None
    assert stretch.samples.tolist() == [5, 6, 7, 8]
    ring.write(numbered(20, 5).reshape(-1, 1))
    stretch = ring.read()
    assert stretch is not None
    assert stretch.samples.tolist() == [20, 21, 22, 23, 24]


@given(st.lists(st.integers(-12, 30), max_size=60), st.integers(1, 64))
def test_every_sample_is_read_once_with_its_number_or_counted_as_lost(
    steps: list[int], capacity: int
) -> None:
    """A positive step writes that many samples, a negative one loses them, zero reads."""
    ring = RingBuffer(capacity, blocks=8)
    read: list[float] = []
    position = 0

    def drain() -> None:
        while (stretch := ring.read()) is not None:
            assert stretch.samples.tolist() == numbered(stretch.first_sample, len(stretch.samples)).tolist()
            read.extend(stretch.samples.tolist())

    for step in steps:
        if step > 0:
            ring.write(numbered(position, step))
        elif step < 0:
            ring.skip(-step)
        else:
            drain()
        position += abs(step)
    drain()
    assert read == sorted(set(read))
    assert len(read) + ring.lost_samples == position == ring.device_samples


def test_a_writer_and_a_reader_at_the_same_time_lose_nothing() -> None:
    ring = RingBuffer(4000)
    total = 200_000
    finished = threading.Event()

    def write() -> None:
        for start in range(0, total, 500):
            ring.write(numbered(start, 500))
        finished.set()

    writer = threading.Thread(target=write)
    writer.start()
    seen = 0
    while True:
        last_round = finished.is_set()
        while (stretch := ring.read()) is not None:
            np.testing.assert_array_equal(
                stretch.samples, numbered(stretch.first_sample, len(stretch.samples))
            )
            seen += len(stretch.samples)
        if last_round:
            break
    writer.join()
    assert seen + ring.lost_samples == total
    assert seen >= 4000
