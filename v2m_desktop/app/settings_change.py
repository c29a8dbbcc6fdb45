"""Hands changed settings to everybody who obeys them, while the app runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from v2m_desktop.app.rewriting import place_of
from v2m_desktop.core.errors import SettingsError
from v2m_desktop.core.settings import RewritingProvider, Settings
from v2m_desktop.pipeline.model_memory import MemoryRules
from v2m_desktop.ui.translation import install_translation

if TYPE_CHECKING:
    from v2m_desktop.app.runtime import Runtime

HOTKEYS = "hotkeys"
"""Key of the condition that a chosen hotkey cannot be had."""

LOADED_WITH = ("model", "device", "compute_type", "threads")
"""Settings of recognition that a model is loaded with. Its language is asked for with every segment."""


def adopt(runtime: Runtime, before: Settings) -> None:
    """Put `runtime.settings` in force where they differ from `before`. A running take keeps what it has."""
    now = runtime.settings
    if now == before:
        return
    if now.general != before.general:
        _change_general(runtime, before)
    if now.logging != before.logging:
        runtime.diagnosis.log_file.set_level(now.logging.level)
    if now.rewriting != before.rewriting:
        use_rewriting(runtime)
    if now.hotkeys != before.hotkeys or now.rewriting.provider is not before.rewriting.provider:
        _change_hotkeys(runtime)
    if now.microphone.device != before.microphone.device:
        runtime.settings_window.microphone_changed()
    if now.delivery != before.delivery:
        runtime.delivery.settings = now.delivery
    if not now.overlay.shown:
        runtime.overlay.dismiss()
    runtime.capture.configure(now)
    if now.recognition != before.recognition:
        _change_recognition(runtime, before)


def _change_general(runtime: Runtime, before: Settings) -> None:
    now = runtime.settings.general
    if now.interface_language is not before.general.interface_language:
        application = QCoreApplication.instance()
        assert application is not None
        install_translation(application, now.interface_language.value)
    if now.autostart != before.general.autostart:
        runtime.start_at_login.wish(now.autostart)


def _change_recognition(runtime: Runtime, before: Settings) -> None:
    now = runtime.settings.recognition
    runtime.memory.apply(MemoryRules.of(now))
    runtime.self_check.apply(now.short_context)
    if any(getattr(now, name) != getattr(before.recognition, name) for name in LOADED_WITH):
        runtime.choices.load_model()
    if now.host is not before.recognition.host:
        runtime.notices.tell(
            SettingsError("{key} is changed. It takes effect at the next start.", key="recognition.host")
        )


def use_rewriting(runtime: Runtime) -> None:
    """Let the service of the settings refine and translate, from the next take on."""
    settings = runtime.settings.rewriting
    place = place_of(settings)
    runtime.rewriting.settings = settings
    runtime.rewriting.remote = place is not None and place.remote
    runtime.settings_window.rewriting_changed()


def _change_hotkeys(runtime: Runtime) -> None:
    rewriting = runtime.settings.rewriting.provider is not RewritingProvider.OFF
    refusal = runtime.hotkeys.configure(runtime.settings.hotkeys, rewriting=rewriting)
    if refusal is not None:
        runtime.notices.hold(HOTKEYS, refusal)
    else:
        runtime.notices.settle(HOTKEYS)
