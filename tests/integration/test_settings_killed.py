"""A kill in the middle of saving leaves the old settings or the new ones, never half of a file."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import tomllib
from pathlib import Path

from v2m_desktop.storage import settings_file

ROUNDS = 200 if os.environ.get("V2M_CAMPAIGN") == "full" else 6

SAVER = """
import sys
from pathlib import Path
from v2m_desktop.core.settings import Recognition, Settings
from v2m_desktop.storage import settings_file
file = Path(sys.argv[1])
for number in range(1_000_000):
    model = f"model-{number}" + "x" * (number % 7) * 3000
    settings_file.save(file, Settings(recognition=Recognition(model=model)))
    print(number, flush=True)
"""


def test_a_killed_save_leaves_a_whole_file(tmp_path: Path) -> None:
    chance = random.Random(20_260)
    for round_number in range(ROUNDS):
        file = tmp_path / f"{round_number}" / "settings.toml"
        file.parent.mkdir()
        with subprocess.Popen(
            [sys.executable, "-c", SAVER, str(file)], stdout=subprocess.PIPE, text=True
        ) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "0\n"
            timer = threading.Timer(chance.uniform(0.0, 0.3), child.kill)
            timer.start()
            saved = [int(line) for line in child.stdout if line.endswith("\n")]
            timer.join()
        written = tomllib.loads(file.read_text(encoding="utf-8"))["recognition"]["model"]
        number = int(written.partition("x")[0].removeprefix("model-"))
        last = saved[-1] if saved else 0
        assert number in (last, last + 1)
        assert written.count("x") == number % 7 * 3000
        loaded = settings_file.load(file)
        assert loaded.problems == ()
        assert loaded.settings.recognition.model == written
