"""The real app where things go wrong: words stay safe, the app stays up, one sentence says why."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from operator import methodcaller
from pathlib import Path
from typing import Any

import pytest

from tests.desktop import keyboard
from tests.desktop.app import ROOT, RunningApp, Take
from tests.desktop.sound_server import SoundServer, wait_until
from tests.desktop.target_window import TargetWindow
from tests.desktop.virtual_microphone import Samples, VirtualMicrophone, read_recording, resampled
from tests.tools.canary import search
from tests.tools.word_error_rate import word_error_rate
from v2m_desktop.core.resources import resource

RECORDING = resource("demo/speech.wav")
SCRIPT = resource("demo/speech.txt").read_text(encoding="utf-8").splitlines()[0]
FIRST_SENTENCE_SECONDS = 3.0
"""The recording pauses here."""
ENGLISH: dict[str, dict[str, object]] = {"recognition": {"language": "en"}}


@pytest.fixture(scope="module")
def microphone() -> Iterator[VirtualMicrophone]:
    with VirtualMicrophone() as made:
        yield made


def first_sentence() -> tuple[Samples, int]:
    samples, rate = read_recording(RECORDING)
    return samples[: round(FIRST_SENTENCE_SECONDS * rate)], rate


def begin(app: RunningApp) -> int:
    """Press the hotkey and wait until the app listens; where the take's events begin."""
    mark = app.mark()
    keyboard.tap()
    app.wait_listening(mark)
    return mark


def say_the_script(microphone: VirtualMicrophone) -> None:
    microphone.play(*first_sentence())


def dictate(app: RunningApp, microphone: VirtualMicrophone) -> Take:
    mark = begin(app)
    say_the_script(microphone)
    keyboard.tap()
    return app.wait_take(mark)


def escape_reaches(target: TargetWindow) -> bool:
    keyboard.tap("Escape")
    try:
        target.wait_keys(lambda keys: "Escape" in keys, seconds=0.4)
    except AssertionError:
        return False
    return True


def obeys(app: RunningApp, hotkey: str) -> bool:
    return bool(app.status()["hotkey"]["dictate"] == hotkey)


def self_check(app: RunningApp) -> dict[str, Any]:
    return dict(app.status()["model"]["short_context"])


def problem(app: RunningApp, found: Callable[[str], bool] = bool) -> str:
    """The first sentence of the app about a problem for which `found` holds."""
    sentences: list[str] = []

    def told() -> bool:
        sentences[:] = [sentence for sentence in app.status()["problems"] if found(sentence)]
        return bool(sentences)

    wait_until(told, "a sentence about the problem")
    return sentences[0]


def recovered(app_profile: Path) -> str:
    """What `v2m recover` makes of the recordings that are left over."""
    done = subprocess.run(
        RunningApp.command("recover", "--transcribe", "all"),
        cwd=ROOT, env={**os.environ, "V2M_PROFILE": str(app_profile)}, capture_output=True, text=True,
        timeout=90, check=True,
    )  # fmt: skip
    return done.stdout


def test_escape_discards_the_take_and_reaches_nobody_else(microphone: VirtualMicrophone) -> None:
    with TargetWindow() as target, RunningApp(ENGLISH) as app:
        app.wait_model()
        mark = begin(app)
        say_the_script(microphone)
        keyboard.tap("Escape")
        assert app.wait_take(mark).stage == "cancelled"
        assert "Escape" not in target.keys
        app.wait("idle", lambda event: event.get("state") == "idle", mark)
        wait_until(lambda: escape_reaches(target), "the window has its Escape back", 5)
        assert target.text == ""
        assert app.status()["leftover_takes"] == 0


def test_a_toggle_while_the_last_take_is_recognized_starts_the_next(microphone: VirtualMicrophone) -> None:
    with TargetWindow() as target, RunningApp(ENGLISH) as app:
        app.wait_model()
        first = begin(app)
        say_the_script(microphone)
        keyboard.tap()
        second = begin(app)
        say_the_script(microphone)
        keyboard.tap()
        assert app.wait_closed(first, session=1)["stage"] == "delivered"
        assert app.wait_closed(second, session=2)["stage"] == "delivered"
        target.wait_text(lambda text: word_error_rate(f"{SCRIPT} {SCRIPT}", text) == 0.0)


def test_a_sentence_is_heard_both_ways_and_only_counts_are_kept(microphone: VirtualMicrophone) -> None:
    with TargetWindow(), RunningApp(ENGLISH) as app:
        app.wait_model()
        assert word_error_rate(SCRIPT, dictate(app, microphone).text) == 0.0
        wait_until(lambda: self_check(app)["compared"] == 1, "a check", 30)
        found = self_check(app)
        assert (found["agreed"], found["verdict"], found["in_use"]) == (1, "checking", False)
        kept = list(app.profile.rglob("short-context.json"))
        assert len(kept) == 1
        wait_until(lambda: search(app.profile, SCRIPT) == [], "nothing but counts is left")


def test_speech_before_the_model_is_ready_is_not_lost(microphone: VirtualMicrophone) -> None:
    with TargetWindow() as target, RunningApp(ENGLISH) as app:
        take = dictate(app, microphone)
        assert word_error_rate(SCRIPT, take.text) == 0.0
        target.wait_text(lambda text: text == take.text + " ")


def test_a_killed_app_leaves_the_recording_and_names_it_and_pastes_nothing(
    microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    with TargetWindow() as target:
        with RunningApp(ENGLISH, profile=tmp_path) as app:
            begin(app)
            say_the_script(microphone)
            app.end_with(signal.SIGKILL)
        with RunningApp(ENGLISH, profile=tmp_path) as again:
            wait_until(lambda: again.status()["leftover_takes"] == 1, "the left-over take")
            again.wait_model()
            assert word_error_rate(SCRIPT, recovered(tmp_path)) == 0.0
        assert target.text == ""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_an_end_in_mid_take_is_orderly_and_keeps_the_recording(
    microphone: VirtualMicrophone, tmp_path: Path, number: signal.Signals
) -> None:
    with RunningApp(ENGLISH, profile=tmp_path) as app:
        begin(app)
        say_the_script(microphone)
        assert app.end_with(number) == 0
    assert word_error_rate(SCRIPT, recovered(tmp_path)) == 0.0


def test_a_hotkey_that_is_taken_is_named_and_the_commands_still_work(microphone: VirtualMicrophone) -> None:
    with RunningApp() as first, TargetWindow() as target, RunningApp(ENGLISH) as app:
        sentence = problem(app)
        assert "ctrl+alt+space" in sentence.lower()
        assert first.status()["hotkey"]["works"]
        assert not app.status()["hotkey"]["works"]
        app.wait_model()
        mark = app.mark()
        app.order("toggle")
        app.wait_listening(mark)
        say_the_script(microphone)
        app.order("toggle")
        take = app.wait_take(mark)
        target.wait_text(lambda text: text == take.text + " ")


def test_settings_that_cannot_be_used_are_named_and_the_rest_holds() -> None:
    settings: dict[str, dict[str, object]] = {
        "hotkeys": {"dictate": "hyper+q", "activation": "hold"},
        "voice": {"hangover_ms": 5},
    }
    with RunningApp(settings) as app:
        assert "hotkeys.dictate" in problem(app, lambda sentence: "dictate" in sentence)
        assert "voice.hangover_ms" in problem(app, lambda sentence: "hangover" in sentence)
        assert app.status()["hotkey"] == {"dictate": "ctrl+alt+space", "works": True, "paused": False}


def test_a_model_that_is_missing_costs_no_word(microphone: VirtualMicrophone, tmp_path: Path) -> None:
    settings: dict[str, dict[str, object]] = {"recognition": {"model": "/no/such/model", "language": "en"}}
    with TargetWindow() as target, RunningApp(settings, profile=tmp_path) as app:
        assert "/no/such/model" in problem(app)
        take = dictate(app, microphone)
        assert take.stage == "failed"
        assert target.text == ""
        wait_until(lambda: app.status()["leftover_takes"] == 1, "the left-over take")
    (tmp_path / "settings.toml").write_text('[recognition]\nlanguage = "en"\n', encoding="utf-8")
    assert word_error_rate(SCRIPT, recovered(tmp_path)) == 0.0


def test_without_a_place_for_recordings_dictation_works_and_the_app_says_so(
    microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    (tmp_path / "data").write_text("a file where a folder should be", encoding="utf-8")
    with TargetWindow() as target, RunningApp(ENGLISH, profile=tmp_path) as app:
        assert str(tmp_path / "data") in problem(app)
        app.wait_model()
        take = dictate(app, microphone)
        assert word_error_rate(SCRIPT, take.text) == 0.0
        target.wait_text(lambda text: text == take.text + " ")


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundServer]:
    made = SoundServer(tmp_path_factory.mktemp("sound"))
    yield made
    made.kill()


def speak_into(server: SoundServer) -> None:
    player = server.play(resampled(*first_sentence()))
    assert player.wait(60) == 0


@pytest.mark.parametrize("failure", ["remove_microphone", "kill", "freeze"])
def test_a_microphone_lost_in_mid_take_is_named_and_what_was_said_arrives(
    server: SoundServer, failure: str
) -> None:
    environment = {"PULSE_SERVER": server.address}
    with TargetWindow() as target, RunningApp(ENGLISH, environment) as app:
        app.wait_model()
        mark = begin(app)
        speak_into(server)
        getattr(server, failure)()
        take = app.wait_take(mark, seconds=20)
        assert take.stage == "delivered"
        assert word_error_rate(SCRIPT, take.text) == 0.0
        assert "stopped" in problem(app)
        target.wait_text(lambda text: text == take.text + " ")
        server.kill()  # a frozen server would hold up the end


def test_without_a_sound_server_a_start_says_so_and_the_app_stays() -> None:
    with RunningApp(environment={"PULSE_SERVER": "unix:/nowhere/socket"}) as app:
        mark = app.mark()
        keyboard.tap()
        assert app.wait_take(mark).stage == "failed"
        assert "microphone" in problem(app).lower()
        assert app.status()["state"] == "problem"


def test_no_dictated_word_reaches_a_log_at_debug(microphone: VirtualMicrophone, tmp_path: Path) -> None:
    settings: dict[str, dict[str, object]] = {**ENGLISH, "logging": {"level": "DEBUG"}}
    with TargetWindow(), RunningApp(settings, profile=tmp_path) as app:
        app.wait_model()
        assert word_error_rate(SCRIPT, dictate(app, microphone).text) == 0.0
        mark = begin(app)
        say_the_script(microphone)
        keyboard.tap("Escape")
        app.wait_take(mark)
        mark = begin(app)
        say_the_script(microphone)
        with TargetWindow():  # the focus moves on: the text is parked
            keyboard.tap()
            assert app.wait_take(mark).stage == "parked"
        app.order("status", "--json")
    assert (tmp_path / "logs" / "voice2machine.log").stat().st_size > 200
    assert search(tmp_path / "logs", SCRIPT) == []


def test_an_edited_settings_file_is_in_force_at_once(microphone: VirtualMicrophone, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"

    def write(hotkey: str) -> None:
        """As editors do: a new file in place of the old one."""
        fresh = tmp_path / "settings.toml.new"
        fresh.write_text(
            f'[hotkeys]\ndictate = "{hotkey}"\n[recognition]\nlanguage = "en"\n', encoding="utf-8"
        )
        fresh.replace(file)

    with RunningApp(profile=tmp_path) as first, TargetWindow() as target:
        first.wait_model()
        for hotkey, keys in (("ctrl+alt+d", "ctrl+alt+d"), ("ctrl+shift+f9", "ctrl+shift+F9")):
            write(hotkey)
            wait_until(partial(obeys, first, hotkey), "the new hotkey")
            mark = first.mark()
            keyboard.tap(keys)
            first.wait_listening(mark)
            say_the_script(microphone)
            keyboard.tap(keys)
            take = first.wait_take(mark)
            assert take.stage == "delivered"
            said = f"{take.text} "
            target.wait_text(methodcaller("endswith", said))
        file.write_text("[hotkeys\n", encoding="utf-8")
        assert "settings.toml" in problem(first)
        assert file.exists()
        assert first.status()["hotkey"]["dictate"] == "ctrl+shift+f9"
        write("ctrl+alt+space")
        wait_until(lambda: first.status()["problems"] == [], "the problem is mended")
        with RunningApp({"hotkeys": {"dictate": "ctrl+alt+d"}}):
            write("ctrl+alt+d")
            assert "ctrl+alt+d" in problem(first)
            assert first.status()["hotkey"] == {"dictate": "ctrl+alt+space", "works": True, "paused": False}


def test_an_app_that_cannot_be_built_says_so_and_ends(tmp_path: Path) -> None:
    broken = tmp_path / "sitecustomize.py"
    broken.write_text("import sys\nsys.modules['v2m_desktop.app.runtime'] = None\n", encoding="utf-8")
    done = subprocess.run(
        RunningApp.command(), cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
        env={**os.environ, "V2M_PROFILE": str(tmp_path / "p"), "PYTHONPATH": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 1
    assert "v2m: Voice2Machine could not be started: " in done.stderr
