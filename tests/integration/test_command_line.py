"""`v2m` as people run it: a process of its own, with a profile of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import wave
from pathlib import Path

import numpy as np
import pytest

from tests.tools.word_error_rate import word_error_rate
from v2m_desktop import __version__
from v2m_desktop.core.audio import SAMPLE_RATE, Samples
from v2m_desktop.core.resources import resource
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.storage.journal import TakeState
from v2m_desktop.storage.paths import Paths
from v2m_desktop.storage.spool import Spool

RECORDING = resource("demo/speech.wav")
SCRIPT = resource("demo/speech.txt").read_text(encoding="utf-8")


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    folder = tmp_path / "perfil con espacios y eñes"
    folder.mkdir()
    return folder


def v2m(profile: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "v2m_desktop", *words],
        env={**os.environ, "V2M_PROFILE": str(profile), **environment},
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip


def write_wave(path: Path, samples: Samples) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes((samples * 32767).astype("<i2").tobytes())
    return path


def one_sentence(text: str) -> bool:
    """One line that a person can act on, and no traceback."""
    return text.startswith("v2m: ") and text.count("\n") == 1 and "Traceback" not in text


def test_version(profile: Path) -> None:
    done = v2m(profile, "--version")
    assert (done.returncode, done.stdout) == (0, f"Voice2Machine {__version__}\n")


def test_transcribe_prints_the_words_and_nothing_else(profile: Path) -> None:
    done = v2m(profile, "transcribe", str(RECORDING), "--language", "en")
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1
    assert word_error_rate(SCRIPT, done.stdout) == 0.0


def test_transcribe_as_json_has_times_and_language(profile: Path) -> None:
    result = json.loads(v2m(profile, "transcribe", str(RECORDING), "--format", "json").stdout)
    assert result["language"] == "en"
    assert result["text"] == " ".join(segment["text"] for segment in result["segments"])
    times = [moment for segment in result["segments"] for moment in (segment["start"], segment["end"])]
    assert times == sorted(times)


def test_a_model_folder_is_as_good_as_a_name(profile: Path) -> None:
    done = v2m(profile, "transcribe", str(RECORDING), "--model", str(resource("models/demo")))
    assert word_error_rate(SCRIPT, done.stdout) == 0.0


def test_the_model_in_a_process_of_its_own_understands_the_same(profile: Path) -> None:
    (profile / "settings.toml").write_text('[recognition]\nhost = "process"\nlanguage = "en"\n')
    done = v2m(profile, "transcribe", str(RECORDING))
    assert done.stderr == ""
    assert word_error_rate(SCRIPT, done.stdout) == 0.0


def test_a_silent_file_prints_nothing_and_succeeds(profile: Path, tmp_path: Path) -> None:
    silent = write_wave(tmp_path / "silent.wav", np.zeros(SAMPLE_RATE * 2, np.float32))
    done = v2m(profile, "transcribe", str(silent))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    "content", [b"", b"this is no sound at all, but a text about one", b"RIFF\0\0\0\0WAVE"]
)
def test_a_file_that_is_not_audio_gets_one_sentence(profile: Path, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "broken.wav"
    file.write_bytes(content)
    done = v2m(profile, "transcribe", str(file))
    assert done.returncode == 1
    assert done.stdout == ""
    assert one_sentence(done.stderr)
    assert "broken.wav" in done.stderr


def test_a_bad_file_costs_its_own_result_only(profile: Path, tmp_path: Path) -> None:
    done = v2m(profile, "transcribe", str(tmp_path / "missing.wav"), str(RECORDING))
    assert done.returncode == 1
    assert one_sentence(done.stderr)
    assert word_error_rate(SCRIPT, done.stdout) == 0.0


@pytest.mark.parametrize("model", ["no-such-model", "/no/such/folder"])
def test_a_model_that_is_not_there_is_named(profile: Path, model: str) -> None:
    done = v2m(profile, "transcribe", str(RECORDING), "--model", model)
    assert done.returncode == 1
    assert one_sentence(done.stderr)
    assert model in done.stderr


def test_a_damaged_model_is_named_with_its_file(profile: Path, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    for file in resource("models/demo").iterdir():
        (folder / file.name).write_bytes(file.read_bytes()[: 100 if file.name == "model.bin" else None])
    done = v2m(profile, "transcribe", str(RECORDING), "--model", str(folder))
    assert done.returncode == 1
    assert one_sentence(done.stderr)
    assert "model.bin" in done.stderr


def test_a_language_that_is_none_is_refused(profile: Path) -> None:
    done = v2m(profile, "transcribe", str(RECORDING), "--language", "Spanish!")
    assert done.returncode == 1
    assert one_sentence(done.stderr)


def test_a_bad_setting_is_named_and_the_work_is_done(profile: Path) -> None:
    (profile / "settings.toml").write_text('[voice]\nhangover_ms = "soon"\n[recognition]\nlanguage = "en"\n')
    done = v2m(profile, "transcribe", str(RECORDING))
    assert done.returncode == 0
    assert "voice.hangover_ms" in done.stderr
    assert word_error_rate(SCRIPT, done.stdout) == 0.0


@pytest.mark.parametrize("command", ["toggle", "start", "stop", "cancel", "status", "events", "quit"])
def test_commands_say_that_no_app_runs(profile: Path, command: str) -> None:
    done = v2m(profile, command)
    assert done.returncode == 3
    assert one_sentence(done.stderr)
    assert "not running" in done.stderr


def test_without_a_display_one_sentence_says_so(profile: Path) -> None:
    done = v2m(profile, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert done.returncode == 1
    assert one_sentence(done.stderr)
    assert "display" in done.stderr


def spool_a_take(profile: Path, samples: Samples, text: str = "", model: str = "demo") -> Spool:
    spool = Spool(Paths.under(profile).spool)
    take = spool.begin({"language": "en", "model": model})
    take.append(samples)
    if text:
        take.keep_text(SensitiveText(text))
    take.set_state(TakeState.FAILED, "the text was not delivered")
    take.release()
    assert spool.close()
    return spool


def recording() -> Samples:
    with wave.open(str(RECORDING)) as file:
        rate, frames = file.getframerate(), file.readframes(file.getnframes())
    samples = np.frombuffer(frames, np.int16).astype(np.float32) / 32768
    import soxr

    return np.asarray(soxr.resample(samples, rate, SAMPLE_RATE), np.float32)


def test_recover_lists_transcribes_and_discards(profile: Path) -> None:
    spool = spool_a_take(profile, recording())
    [leftover] = spool.leftovers()
    assert leftover.id in v2m(profile, "recover").stdout
    done = v2m(profile, "recover", "--transcribe", leftover.id)
    assert done.returncode == 0
    assert word_error_rate(SCRIPT, done.stdout) == 0.0
    assert len(spool.leftovers()) == 1  # transcribing deletes nothing
    assert v2m(profile, "recover", "--discard", "all").returncode == 0
    assert spool.leftovers() == []
    assert "No recordings" in v2m(profile, "recover").stdout


def test_recover_names_an_id_that_is_not_there(profile: Path) -> None:
    done = v2m(profile, "recover", "--transcribe", "000042")
    assert done.returncode == 1
    assert one_sentence(done.stderr)
    assert "000042" in done.stderr


def test_recover_prints_the_words_that_were_understood_and_never_replaces_them(profile: Path) -> None:
    spool = spool_a_take(profile, np.zeros(SAMPLE_RATE, np.float32), text="what was understood before")
    done = v2m(profile, "recover", "--transcribe", "all")
    assert done.returncode == 0
    assert done.stdout == "what was understood before\n"
    [leftover] = spool.leftovers()
    assert spool.load_text(leftover).reveal() == "what was understood before"


def test_recover_uses_the_model_of_the_recording_and_another_one_where_it_is_gone(profile: Path) -> None:
    settings = profile / "settings.toml"
    settings.write_text('[recognition]\nmodel = "no-such-model"\n')
    spool = spool_a_take(profile, recording(), model="demo")
    done = v2m(profile, "recover", "--transcribe", "all")
    assert word_error_rate(SCRIPT, done.stdout) == 0.0
    v2m(profile, "recover", "--discard", "all")
    settings.unlink()
    spool = spool_a_take(profile, recording(), model="no-such-model")
    done = v2m(profile, "recover", "--transcribe", "all")
    assert word_error_rate(SCRIPT, done.stdout) == 0.0
    [leftover] = spool.leftovers()
    assert word_error_rate(SCRIPT, spool.load_text(leftover).reveal()) == 0.0


def test_recover_keeps_and_lists_a_take_in_which_nothing_was_understood(profile: Path) -> None:
    spool = spool_a_take(profile, np.zeros(SAMPLE_RATE, np.float32))
    [leftover] = spool.leftovers()
    done = v2m(profile, "recover", "--transcribe", leftover.id)
    assert done.stdout == f"(no words were understood in {leftover.id})\n"
    [again] = spool.leftovers()
    assert not again.has_text
    assert again.reason == leftover.reason
    assert leftover.reason in v2m(profile, "recover").stdout
