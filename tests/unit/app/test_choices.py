"""Picks and edits reach the settings file and everybody who obeys it."""

from __future__ import annotations

import pytest

from tests.unit.app.choices_desk import Desk, Wait
from v2m_desktop.app import choices as choices_module
from v2m_desktop.core.errors import HotkeyError, PortAudioMissingError
from v2m_desktop.core.recognition import Speaker
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import AppState
from v2m_desktop.core.settings import Hotkeys


def test_a_picked_language_is_written_and_in_force(desk: Desk) -> None:
    desk.choices.choose_language("es")
    assert desk.file["recognition"]["language"] == "es"
    assert desk.controller.language == "es"
    assert desk.capture.configured == [desk.settings], "the recording's details name it"
    assert desk.recognition.loads == []
    desk.choices.choose_language("auto")
    assert desk.controller.language is None


def test_a_picked_microphone_is_written_and_in_force(desk: Desk) -> None:
    desk.choices.choose_microphone("USB")
    assert desk.file["microphone"]["device"] == "USB"
    assert desk.capture.configured[-1].microphone.device == "USB"
    assert desk.presenter.tray_view().microphone == "USB"


def test_an_action_nobody_carries_out_leads_to_who_could(desk: Desk) -> None:
    desk.choices.choose_action("refine")
    assert desk.settings_window.configured == ["rewriting", "rewriting settings"]
    assert str(desk.controller.action) == "raw"
    desk.choices.change("rewriting.provider", "ollama")
    assert str(desk.controller.action) == "refine"
    assert (desk.rewriting.remote, desk.presenter.tray_view().remote_host) == (False, None)
    desk.choices.change("rewriting.ollama_address", "https://ai.example.org")
    host = desk.presenter.tray_view().remote_host
    assert (desk.rewriting.remote, host) == (True, "ai.example.org")


@pytest.mark.parametrize(
    "address",
    ["not an address", "http://[::1", "http://:11434", "http://127.0.0.1:99999", "http://127.0.0.1:port"],
)
def test_a_value_that_cannot_be_used_is_refused_where_it_was_entered(desk: Desk, address: str) -> None:
    desk.choices.change("rewriting.provider", "ollama")
    desk.paths.settings_file.unlink()
    desk.choices.change("rewriting.ollama_address", address)
    assert "http://127.0.0.1:11434" in desk.settings_window.failures[0].message
    assert desk.settings.rewriting.ollama_address == "http://127.0.0.1:11434"
    assert not desk.paths.settings_file.exists()


@pytest.mark.expects_log("cannot be|room")
def test_a_pick_that_cannot_be_written_still_holds(desk: Desk) -> None:
    desk.paths.settings_file.mkdir()
    desk.choices.choose_language("es")
    assert desk.controller.language == "es"
    assert len(desk.surface.told) == 1


def test_an_edited_file_is_in_force_at_once(desk: Desk, wait: Wait) -> None:
    desk.edit('[hotkeys]\ndictate = "ctrl+alt+d"\n[delivery]\nmethod = "copy"\n[logging]\nlevel = "DEBUG"\n')
    wait(lambda: desk.hotkeys.configured)
    assert desk.hotkeys.configured == [Hotkeys(dictate="ctrl+alt+d")]
    assert desk.delivery.settings.method == "copy"
    assert desk.log.levels == ["DEBUG"]
    desk.edit('[overlay]\nshown = false\n[voice]\nsensitivity = "high"\n[recognition]\nthreads = 1\n')
    wait(lambda: desk.recognition.loads)
    assert desk.capture.configured[-1].voice.sensitivity.value == "high"
    assert "dismissed" in desk.overlay.configured
    assert desk.recognition.loads[0].threads == 1


@pytest.mark.expects_log("cannot be")
def test_a_corrected_setting_ends_its_problem(desk: Desk, wait: Wait) -> None:
    desk.edit("[hotkeys]\nhold_ms = 5\n")
    wait(lambda: desk.presenter.app_state is AppState.PROBLEM)
    assert "hotkeys.hold_ms" in desk.presenter.problems[0]
    before = desk.settings
    desk.edit("[hotkeys\n")
    wait(lambda: "understood" in str(desk.presenter.problem))
    assert desk.paths.settings_file.exists()
    assert desk.settings == before
    desk.edit("[hotkeys]\nhold_ms = 400\n")
    wait(lambda: desk.presenter.app_state is AppState.IDLE)


@pytest.mark.expects_log("taken")
def test_a_hotkey_that_is_taken_is_a_problem_until_another_is_chosen(desk: Desk, wait: Wait) -> None:
    desk.hotkeys.refusal = HotkeyError("It is taken.")
    desk.edit('[hotkeys]\ndictate = "ctrl+alt+d"\n')
    wait(lambda: desk.presenter.problem == "It is taken.")
    desk.hotkeys.refusal = None
    desk.edit('[hotkeys]\ndictate = "ctrl+alt+e"\n')
    wait(lambda: desk.presenter.problem is None)


@pytest.mark.expects_log("PortAudio")
def test_a_failed_search_for_microphones_is_told_and_replaces_nothing(
    desk: Desk, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.notices.hold("other", PortAudioMissingError("PortAudio has another problem."))

    def fail() -> tuple[str, ...]:
        raise PortAudioMissingError("PortAudio is missing.")

    monkeypatch.setattr(choices_module, "microphone_names", fail)
    desk.choices.find_devices()
    wait(lambda: "PortAudio is missing." in desk.surface.told)
    assert len(desk.presenter.problems) == 2
    monkeypatch.setattr(choices_module, "microphone_names", lambda: ("A", "B", "A"))
    desk.choices.find_devices()
    wait(lambda: desk.presenter.tray_view().microphones == ("", "A", "B"))
    assert len(desk.presenter.problems) == 1


def test_who_speaks_is_told_to_the_recognizer(desk: Desk) -> None:
    desk.choices.choose_language("pt")
    assert desk.recognition.speaker == Speaker(("pt",))
    desk.choices.change("recognition.languages", "es,en")
    desk.choices.change("recognition.hotwords", "Ana, Kubernetes")
    assert desk.recognition.speaker == Speaker(("es", "en"), SensitiveText("Ana, Kubernetes"))
    desk.choices.change("recognition.languages", "")
    assert desk.recognition.speaker.languages == ("pt",)
    assert desk.recognition.loads == []
