"""Settings and models in the running app: what people change there holds at once, and after a restart."""

from __future__ import annotations

import shutil
import threading
import time
import tomllib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.desktop import keyboard, windows
from tests.desktop.app import RunningApp
from tests.desktop.dictation import Dictation
from tests.desktop.sentences import SENTENCES
from tests.desktop.target_window import TargetWindow
from tests.desktop.virtual_microphone import VirtualMicrophone
from tests.tools.ollama_server import OllamaServer
from tests.tools.scripted_hub import ScriptedHub, demo_files
from v2m_desktop.app.speed_watch import MEASURED
from v2m_desktop.core.audio import SAMPLE_RATE
from v2m_desktop.core.resources import resource
from v2m_desktop.storage.paths import Paths

pytestmark = pytest.mark.desktop

SENTENCE = SENTENCES[4]


def settings_of(profile: Path) -> dict[str, Any]:
    file = Paths.under(profile).settings_file
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def logs_of(profile: Path) -> Callable[[], str]:
    folder = Paths.under(profile).logs
    return lambda: "".join(file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.log")))


def wait_until(what: str, condition: Callable[[], object], seconds: float = 30.0) -> None:
    deadline, pause = time.monotonic() + seconds, threading.Event()
    while not condition():
        assert time.monotonic() < deadline, f"not in {seconds} s: {what}"
        pause.wait(0.1)


def test_a_hotkey_recorded_in_the_settings_dictates_at_once() -> None:
    with VirtualMicrophone() as microphone, RunningApp() as app:
        app.wait_model()
        app.order("settings")
        windows.wait_shown("Settings")
        keyboard.tap("ctrl+Tab")  # the page of the hotkeys
        keyboard.tap("Tab")
        keyboard.tap("space")
        keyboard.tap("ctrl+alt+d")
        wait_until(
            "the new hotkey is written",
            lambda: settings_of(app.profile).get("hotkeys", {}).get("dictate") == "ctrl+alt+d",
        )
        keyboard.tap("Escape")
        windows.wait_gone("Settings")
        status = app.status()
        assert status["hotkey"] == {"dictate": "ctrl+alt+d", "works": True, "paused": False}
        assert status["desktop"]["keys"] == [{"name": "XTEST", "used": True, "why_not": None}]
        assert status["desktop"]["hotkeys"] == {"way": "X11", "paused": False, "why_not": None}
        app.order("allow-keys")  # nobody is asked here, and a notice says so
        with TargetWindow() as target:
            done = Dictation(microphone, app, target).take(SENTENCE.samples, SAMPLE_RATE, keys="ctrl+alt+d")
        assert done.pasted == SENTENCE.text


def test_the_microphone_is_open_only_while_its_page_is_seen() -> None:
    def microphone_open() -> bool:
        return bool(app.status()["microphone"]["open"])

    with RunningApp() as app:
        app.wait_model()
        app.order("settings")
        windows.wait_shown("Settings")
        keyboard.tap("ctrl+Tab")
        keyboard.tap("ctrl+Tab")
        wait_until("the microphone is open, and the tray says so", microphone_open)
        keyboard.tap("ctrl+Tab")
        wait_until("the microphone is closed again", lambda: not microphone_open())
        keyboard.tap("ctrl+shift+Tab")
        wait_until("the microphone is open again", microphone_open)
        keyboard.tap("Escape")
        windows.wait_gone("Settings")
        assert not microphone_open()
        app.order("settings")
        windows.wait_shown("Settings")
        keyboard.tap("ctrl+Tab")
        keyboard.tap("ctrl+Tab")
        wait_until("the microphone is open at the end", microphone_open)
        # The app quits now, at once and in good order, with the dialog open and the microphone in use.


def test_a_model_of_another_service_is_not_taken_along() -> None:
    with OllamaServer() as server:
        rewriting = {"provider": "ollama", "ollama_address": server.address, "model": "other:7b"}
        with RunningApp({"rewriting": rewriting}) as app:
            app.wait_model()
            app.order("settings")
            windows.wait_shown("Settings")
            for _ in range(4):
                keyboard.tap("ctrl+Tab")
            keyboard.tap("Tab")
            keyboard.tap("Down")  # to Gemini
            wait_until(
                "the other service is chosen, without a model",
                lambda: (
                    settings_of(app.profile)["rewriting"]["provider"] == "gemini"
                    and not settings_of(app.profile)["rewriting"]["model"]
                ),
            )


def test_the_first_start_offers_a_model_and_enter_gets_and_uses_it() -> None:
    with ScriptedHub() as hub:
        environment = {"V2M_HUB": hub.address}
        with RunningApp(environment=environment, first_start=True) as app:
            windows.wait_shown("Models")
            app.wait_model()
            # As the computer may be busy, there are several endings; with each the recommendation stands.
            endings, log_file = (
                (MEASURED, "could not be measured", "spoils a measurement"),
                logs_of(app.profile),
            )
            wait_until("speed was measured", lambda: any(ending in log_file() for ending in endings), 60)
            # In the moment after the measurement Enter does nothing: it may have been meant for Skip.
            for _ in range(6):
                keyboard.tap("Return")
                with suppress(AssertionError):
                    wait_until("the hub is asked", lambda: hub.requests, 5)
                    break
            wait_until("another model is in use", lambda: app.status()["model"]["name"] != "demo", 60)
            app.wait_model()
            chosen = settings_of(app.profile)["recognition"]["model"]
            assert (Paths.under(app.profile).models / chosen / "model.bin").read_bytes() == demo_files()[
                "model.bin"
            ]
            keyboard.tap("Escape")
            windows.wait_gone("Models")


def test_a_later_start_offers_nothing(tmp_path: Path) -> None:
    with RunningApp(profile=tmp_path / "profile", first_start=True) as app:
        windows.wait_shown("Models")
        assert app.status()["model"]["name"] == "demo"
    with RunningApp(profile=tmp_path / "profile", first_start=True) as app:
        app.wait_model()
        app.order("settings")  # whatever was to open by itself would have come before
        windows.wait_shown("Settings")
        assert windows.find("Models") == []


def test_a_model_of_the_settings_that_is_not_here_is_offered_and_then_used() -> None:
    with ScriptedHub() as hub:
        settings = {"recognition": {"model": "small"}}
        with RunningApp(settings, environment={"V2M_HUB": hub.address}) as app:
            windows.wait_shown("Models")
            wait_until("it is missed", lambda: app.status()["model"]["state"] == "failed")
            app.order("models", "pull", "small")
            wait_until("it is in use", lambda: app.status()["model"]["state"] == "ready")
            assert app.status()["model"]["name"] == "small"


def test_a_model_that_cannot_be_loaded_costs_no_word_of_a_take_under_way() -> None:
    with VirtualMicrophone() as microphone, RunningApp() as app, TargetWindow() as target:
        app.wait_model()
        broken = Paths.under(app.profile).models / "broken"
        shutil.copytree(resource("models/demo"), broken)
        (broken / "tokenizer.json").write_text('{"version": "none"}', encoding="utf-8")

        def choose_it() -> None:
            fresh = Paths.under(app.profile).settings_file.with_suffix(".new")
            fresh.write_text('[recognition]\nmodel = "broken"\n', encoding="utf-8")
            fresh.replace(Paths.under(app.profile).settings_file)

        done = Dictation(microphone, app, target).take(SENTENCE.samples, SAMPLE_RATE, during=choose_it)
        assert done.pasted == SENTENCE.text
        wait_until("the old one stays", lambda: settings_of(app.profile)["recognition"]["model"] == "demo")
        app.wait_model()
        assert "broken could not be used, so demo stays." in app.log()
