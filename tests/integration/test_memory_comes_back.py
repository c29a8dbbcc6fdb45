"""A model of real size gives its memory back: most of it in a thread, all of it in a process of its own."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.shaped_model import make_base
from v2m_desktop.models.model_binary import check_binary

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_base(tmp_path_factory.mktemp("shaped") / "base")


def test_the_made_model_is_a_whole_one(base: Path) -> None:
    check_binary(base / "model.bin")
    assert (base / "model.bin").stat().st_size > 140e6, "as large as the real one"


@pytest.mark.parametrize(("host", "least"), [("thread", 60), ("process", 95)])
def test_unloading_gives_back(base: Path, host: str, least: int) -> None:
    command = [sys.executable, "-m", "tests.bench.unload", "--host", host, "--model", str(base)]
    run = subprocess.run(
        [*command, "--rounds", "1"], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert run.returncode == 0, run.stderr
    sizes = [int(size) for size in re.findall(r"(\d+) MB", run.stdout)]
    before, loaded, *_ = sizes
    assert loaded > before + 150, "the model was really there"
    (percent,) = re.findall(r"(\d+)%", run.stdout)
    assert int(percent) >= least, run.stdout
