"""kill -9 at any moment loses at most 0.2 s of what was captured, and the next start names the take once."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import numpy as np

from tests.campaign import FULL_CAMPAIGN
from v2m_desktop.storage.spool import Spool

ROUNDS = 50 if FULL_CAMPAIGN else 5
LOST_AT_MOST = 3200
"""Samples: 0.2 s."""

PROJECT = Path(__file__).parents[2]

RECORDER = """
import sys, threading, time
from pathlib import Path
import numpy as np
from v2m_desktop.storage.spool import Spool
pace, captured, started = threading.Event(), 0, time.perf_counter()
take = Spool(Path(sys.argv[1])).begin({"model": "demo"})
while True:
    block = ((np.arange(captured, captured + 320) % 60000 - 30000) / 32768).astype(np.float32)
    captured += 320
    print(captured, flush=True)
    take.append(block)
    pace.wait(max(0.0, started + captured / 16000 - time.perf_counter()))
"""


def kill_a_recorder(command: list[str], root: Path, seconds: float) -> int:
    """Record in a child, kill it after so much sound, and return how many samples it had captured."""
    with subprocess.Popen(
        [sys.executable, *command, str(root)], stdout=subprocess.PIPE, text=True, cwd=PROJECT
    ) as child:
        assert child.stdout is not None
        captured = int(child.stdout.readline())
        assert Spool(root).leftovers() == []
        enough = captured + seconds * 16_000
        for line in child.stdout:
            if line.endswith("\n"):
                captured = int(line)
            if captured >= enough:
                child.kill()
    return captured


def test_a_killed_recording_is_kept_but_for_a_fifth_of_a_second(tmp_path: Path) -> None:
    chance = random.Random(42)
    for round_number in range(ROUNDS):
        root = tmp_path / str(round_number)
        captured = kill_a_recorder(["-c", RECORDER], root, chance.uniform(0.0, 1.0))
        spool = Spool(root)
        (leftover,) = spool.leftovers()
        samples = spool.load_samples(leftover)
        assert captured - LOST_AT_MOST <= len(samples) <= captured
        expected = ((np.arange(len(samples)) % 60_000 - 30_000) / 32_768).astype(np.float32)
        np.testing.assert_array_equal(samples, expected)
        assert leftover.details == {"model": "demo"}
        take = spool.reopen(leftover)
        assert take is not None
        assert take.delete() is None
        assert Spool(root).leftovers() == []
        assert spool.close(10)


def test_a_killed_app_loses_at_most_a_fifth_of_a_second_of_what_its_microphone_heard(tmp_path: Path) -> None:
    chance = random.Random(43)
    for round_number in range(ROUNDS):
        root = tmp_path / str(round_number)
        seconds = chance.uniform(0.3, 1.5)
        captured = kill_a_recorder(["-m", "tests.integration.recording_child"], root, seconds)
        assert captured >= 0.2 * 16_000
        (leftover,) = Spool(root).leftovers()
        assert leftover.named
        kept = len(Spool(root).load_samples(leftover))
        assert captured - LOST_AT_MOST <= kept <= captured
