"""Hands changed settings to everybody who obeys them, while the app runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from v2m_desktop.core.errors import SettingsError
from v2m_desktop.core.settings import Settings
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
    if now.general.interface_language is not before.general.interface_language:
        application = QCoreApplication.instance()
        assert application is not None
        install_translation(application, now.general.interface_language.value)
    if now.logging != before.logging:
        runtime.diagnosis.log_file.set_level(now.logging.level)
    if now.hotkeys != before.hotkeys:
        _change_hotkeys(runtime)
    if now.delivery != before.delivery:
        runtime.delivery.settings = now.delivery
    if not now.overlay.shown:
        runtime.overlay.dismiss()
    runtime.capture.configure(now)
    if any(getattr(now.recognition, name) != getattr(before.recognition, name) for name in LOADED_WITH):
        runtime.choices.load_model()
    if now.recognition.host is not before.recognition.host:
        runtime.notices.tell(
            SettingsError("{key} is changed. It takes effect at the next start.", key="recognition.host")
        )


def _change_hotkeys(runtime: Runtime) -> None:
    refusal = runtime.hotkeys.configure(runtime.settings.hotkeys)
    if refusal is not None:
        runtime.notices.hold(HOTKEYS, refusal)
    else:
        runtime.notices.settle(HOTKEYS)
