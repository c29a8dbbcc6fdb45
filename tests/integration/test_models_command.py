"""`v2m models` as people run it: interrupted, killed, out of room, two at once."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.campaign import FULL_CAMPAIGN
from tests.tools import scripted_hub as does
from tests.tools.scripted_hub import ScriptedHub, contents
from tests.tools.speeds import speed
from v2m_desktop.app.measured_speed import SPEED, save_speed, this_machine
from v2m_desktop.core.resources import resource
from v2m_desktop.storage.paths import Paths

ROUNDS = 25 if FULL_CAMPAIGN else 4
SIZE = 4_794_195
"""Bytes of the model's largest file."""


@pytest.fixture
def hub() -> Iterator[ScriptedHub]:
    with ScriptedHub() as running:
        yield running


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "perfil con espacios y eñes"


LIMITED = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (3_000_000, resource.RLIM_INFINITY))
sys.argv[0] = "v2m"
runpy.run_module("v2m_desktop", run_name="__main__")
"""
"""The command where no file may become longer than three million bytes."""


def start(profile: Path, hub: ScriptedHub, *words: str, limited: bool = False) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *(("-c", LIMITED) if limited else ("-m", "v2m_desktop")), "models", *words],
        env={**os.environ, "V2M_PROFILE": str(profile), "V2M_HUB": hub.address},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def run(profile: Path, hub: ScriptedHub, *words: str) -> tuple[int, str, str]:
    with start(profile, hub, *words) as child:
        out, err = child.communicate(timeout=300)
    return child.returncode, out, err


def models(profile: Path) -> Path:
    return Paths.under(profile).models


def partial(profile: Path) -> Path:
    return models(profile) / ".tiny.download" / "model.bin.partial"


def wait_for_bytes(file: Path, count: int) -> None:
    """Until `file` has `count` bytes."""
    deadline, pause = time.monotonic() + 60, threading.Event()
    while not (file.exists() and file.stat().st_size >= count):
        assert time.monotonic() < deadline, f"{file} has no {count} bytes"
        pause.wait(0.01)


def test_measured_speed_is_listed(profile: Path, hub: ScriptedHub) -> None:
    code, out, _ = run(profile, hub, "list")
    assert code == 0
    assert "v2m models measure" in out
    assert "for a sentence" not in out
    paths = Paths.under(profile)
    paths.prepare()
    save_speed(paths.data / SPEED, this_machine(), speed(1.0))
    _, out, _ = run(profile, hub, "list")
    assert "about 2.8 s for a sentence" in next(line for line in out.splitlines() if " small " in line)
    _, out, _ = run(profile, hub, "list", "--json")
    assert json.loads(out)["expected_seconds"]["small"] == pytest.approx(2.8, rel=0.1)


def test_speed_is_measured_unless_others_are_busy(profile: Path, hub: ScriptedHub) -> None:
    code, out, err = run(profile, hub, "measure", "--json")
    kept = Paths.under(profile).data / SPEED
    assert kept.exists() is (code == 0)
    if code != 0:
        assert "Other programs used" in err
        return
    answer = json.loads(out)
    expected = answer["expected_seconds"]
    assert 0 < expected["tiny"] <= expected["base"] <= expected["small"]
    assert answer["recommended"] in expected


def test_a_model_is_pulled_listed_inspected_used_and_removed(profile: Path, hub: ScriptedHub) -> None:
    code, out, err = run(profile, hub, "pull", "tiny")
    assert code == 0, err
    assert "tiny is installed" in out
    assert "5.0 of 5.0 MB" in err
    assert contents(models(profile) / "tiny") == hub.files
    listed = json.loads(run(profile, hub, "list", "--json")[1])
    assert [model["name"] for model in listed["installed"]] == ["demo", "tiny"]
    assert "tiny" not in [model["name"] for model in listed["available"]]
    assert "* tiny" in run(profile, hub, "list")[1]
    facts = json.loads(run(profile, hub, "inspect", "tiny", "--json")[1])
    assert (facts["revision"], facts["repository"]) == (hub.revision, "Systran/faster-whisper-tiny")
    assert "sha256" in run(profile, hub, "inspect", "tiny")[1]
    assert run(profile, hub, "remove", "tiny")[0] == 0
    assert run(profile, hub, "inspect", "tiny")[0] == 1


def test_the_model_in_use_is_not_removed(profile: Path, hub: ScriptedHub) -> None:
    assert run(profile, hub, "pull", "tiny")[0] == 0
    settings = Paths.under(profile).settings_file
    settings.write_text('[recognition]\nmodel = "tiny"\n', encoding="utf-8")
    code, _, err = run(profile, hub, "remove", "tiny")
    assert (code, err) == (1, "v2m: The model tiny is in use. Choose another one first.\n")
    assert contents(models(profile) / "tiny") == hub.files
    settings.write_text("[recognition\n", encoding="utf-8")
    assert run(profile, hub, "remove", "tiny")[0] == 0
    assert settings.read_text(encoding="utf-8") == "[recognition\n", "nobody's edit is disturbed"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("pull", "gigantic"), "choose one of tiny"),
        (("remove", "demo"), "part of the app"),
        (("inspect", "gigantic"), "choose one of demo"),
    ],
)
def test_a_wrong_name_gets_one_sentence(
    profile: Path, hub: ScriptedHub, words: tuple[str, ...], sentence: str
) -> None:
    code, out, err = run(profile, hub, *words)
    assert (code, out) == (1, "")
    assert sentence in err
    assert err.count("\n") == 1


def test_killed_at_any_byte_it_resumes_to_the_same_model(profile: Path, hub: ScriptedHub) -> None:
    chance = random.Random(20261121)
    for _ in range(ROUNDS):
        sent = chance.randrange(1, SIZE)
        hub.plan("model.bin", does.stall(sent))
        with start(profile, hub, "pull", "tiny") as child:
            wait_for_bytes(partial(profile), chance.randrange(sent))
            child.kill()
        assert not (models(profile) / "tiny").exists()
        code, _, err = run(profile, hub, "pull", "tiny")
        assert code == 0, err
        assert contents(models(profile) / "tiny") == hub.files
        assert run(profile, hub, "remove", "tiny")[0] == 0


def test_interrupted_it_keeps_what_arrived_and_goes_on(profile: Path, hub: ScriptedHub) -> None:
    hub.plan("model.bin", does.stall(2_000_000))
    with start(profile, hub, "pull", "tiny") as child:
        wait_for_bytes(partial(profile), 2_000_000)
        child.send_signal(signal.SIGINT)
        _, err = child.communicate(timeout=300)
    assert child.returncode == 130
    assert "v2m models pull tiny goes on from here" in err
    assert "Traceback" not in err
    assert run(profile, hub, "pull", "tiny")[0] == 0
    assert hub.asked("model.bin")[-1].headers["range"] == "bytes=2000000-"
    assert contents(models(profile) / "tiny") == hub.files


def test_a_full_disk_keeps_what_arrived(profile: Path, hub: ScriptedHub) -> None:
    with start(profile, hub, "pull", "tiny", limited=True) as child:
        _, err = child.communicate(timeout=300)
    assert child.returncode == 1
    assert "is full" in err
    assert "Traceback" not in err
    assert partial(profile).stat().st_size == 3_000_000
    assert run(profile, hub, "pull", "tiny")[0] == 0
    assert hub.asked("model.bin")[-1].headers["range"] == "bytes=3000000-"


def test_of_two_downloaders_the_second_says_so(profile: Path, hub: ScriptedHub) -> None:
    hub.plan("model.bin", does.stall(1_000_000))
    with start(profile, hub, "pull", "tiny") as first:
        assert hub.silent.wait(60)
        code, _, err = run(profile, hub, "pull", "tiny")
        first.kill()
    assert code == 1
    assert "is being downloaded or removed already" in err
    assert run(profile, hub, "pull", "tiny")[0] == 0


def test_a_damaged_file_is_refused_in_one_sentence(profile: Path, hub: ScriptedHub) -> None:
    hub.plan("model.bin", does.flip(777))
    code, out, err = run(profile, hub, "pull", "tiny")
    assert (code, out) == (1, "")
    assert "arrived damaged and is not used" in err
    assert not (models(profile) / "tiny").exists()


def test_a_folder_is_imported_and_used(profile: Path, hub: ScriptedHub, tmp_path: Path) -> None:
    source = tmp_path / "mi modelo"
    shutil.copytree(resource("models/demo"), source)
    code, out, err = run(profile, hub, "import", str(source))
    assert code == 0, err
    assert "mi modelo is installed" in out
    assert "5.0 of 5.0 MB" in err
    code, out, err = run(profile, hub, "import", str(source), "--name", "mine", "--json")
    assert json.loads(out)["name"] == "mine"
    assert "hub:" not in run(profile, hub, "inspect", "mine")[1]
    assert contents(models(profile) / "mine") == hub.files
    code, out, err = run(profile, hub, "import", str(source), "--name", "mine")
    assert (code, out, err) == (
        1,
        "",
        'v2m: The name "mine" is taken by another model. Choose another name.\n',
    )
    assert run(profile, hub, "remove", "mine")[0] == 0
    assert hub.requests == []


def test_an_import_onto_a_full_disk_leaves_nothing(profile: Path, hub: ScriptedHub) -> None:
    with start(profile, hub, "import", str(resource("models/demo")), limited=True) as child:
        _, err = child.communicate(timeout=300)
    assert child.returncode == 1
    assert err.splitlines()[-1].endswith("is full, so nothing was imported. Free some space, then try again.")
    assert [path.name for path in models(profile).iterdir()] == [".demo-2.lock"]
