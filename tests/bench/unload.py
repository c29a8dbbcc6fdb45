"""What comes back when the model gives its memory back: python -m tests.bench.unload [--rounds 3].

A model with the shape of Whisper base and random weights is loaded, used and unloaded again and again, in a
thread of the process and in a process of its own. Proportional set size, children included.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import psutil

from tests.bench.memory import megabytes
from tests.bench.shaped_model import make_base
from tests.tools.demo_recording import CLEAR_SPEECH
from v2m_desktop.app.recognizing import make_recognizer
from v2m_desktop.core.audio import SAMPLE_RATE
from v2m_desktop.core.recognition import ModelChoice, Priority, RecognitionRequest
from v2m_desktop.core.settings import RecognizerHost

SECONDS = 8
HEAD = ("host", "round", "before", "loaded", "used", "unloaded", "came back", "load", "unload")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--host", choices=list(RecognizerHost), help="for the inner runs")
    parser.add_argument("--model", type=Path, help="a model folder in place of the made one")
    parser.add_argument("--json", action="store_true", help="only the recognizer's own process, as JSON")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        model = arguments.model or make_base(Path(folder) / "base")
        if arguments.json:
            print(
                json.dumps(
                    [asdict(each) for each in measure(RecognizerHost.PROCESS, model, arguments.rounds)]
                )
            )
            return
        if arguments.host is not None:
            for each in measure(RecognizerHost(arguments.host), model, arguments.rounds):
                print(each.line(arguments.host), flush=True)
            return
        print(line(*HEAD))
        for host in RecognizerHost:
            command = [sys.executable, "-m", "tests.bench.unload", "--host", host, "--model", str(model)]
            subprocess.run([*command, "--rounds", str(arguments.rounds)], check=True)


@dataclass(frozen=True, slots=True)
class Round:
    """Megabytes at four moments, and seconds of two actions."""

    number: int
    before: float
    loaded: float
    used: float
    unloaded: float
    load_seconds: float
    unload_seconds: float

    def line(self, host: str) -> str:
        share = (self.used - self.unloaded) / (self.used - self.before)
        seen = (f"{value:.0f} MB" for value in (self.before, self.loaded, self.used, self.unloaded))
        times = (f"{seconds:.2f} s" for seconds in (self.load_seconds, self.unload_seconds))
        return line(host, str(self.number), *seen, f"{share:.0%}", *times)


def measure(host: RecognizerHost, folder: Path, rounds: int) -> Iterator[Round]:
    """In a process in which nothing was loaded before."""
    noise = np.random.default_rng(0).standard_normal(SECONDS * SAMPLE_RATE).astype(np.float32)
    request = RecognitionRequest(noise * np.float32(0.05), "en", Priority.FINAL, CLEAR_SPEECH)
    recognizer, choice = make_recognizer(host), ModelChoice("base", folder)
    before = all_megabytes()
    for number in range(1, rounds + 1):
        load = seconds_of(lambda: recognizer.load(choice))
        loaded = all_megabytes()
        recognizer.recognize(request)
        used = all_megabytes()
        unload = seconds_of(recognizer.unload)
        yield Round(number, before, loaded, used, all_megabytes(), load, unload)


def all_megabytes() -> float:
    """Of this process and its children."""
    children = psutil.Process().children(recursive=True)
    return megabytes(os.getpid()) + sum(megabytes(child.pid) for child in children)


def seconds_of(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def line(*cells: str) -> str:
    return "  ".join(cell.ljust(9) for cell in cells).rstrip()


if __name__ == "__main__":
    main()
