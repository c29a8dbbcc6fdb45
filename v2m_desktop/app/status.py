"""What `v2m status` says. It never holds dictated words."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from v2m_desktop import __version__
from v2m_desktop.app.control_protocol import Message
from v2m_desktop.app.self_check_line import self_check_figures
from v2m_desktop.ui.error_text import error_sentence

if TYPE_CHECKING:
    from v2m_desktop.app.runtime import Runtime


def status_message(runtime: Runtime) -> Message:
    """State of session, model, microphone and hotkeys, as JSON values."""
    facts, state, settings = runtime.presenter.facts, runtime.controller.state, runtime.settings
    missing = [error_sentence(facts.hotkeys_missing)] if facts.hotkeys_missing is not None else []
    return {
        "state": str(runtime.presenter.app_state),
        "capture": str(state.capture),
        "session": state.session,
        "takes": [{"session": take.id, "stage": str(take.stage)} for take in state.takes],
        "model": {
            "name": facts.model.name if facts.model else settings.recognition.model,
            "state": str(facts.model_state),
            "device": facts.model.device if facts.model else None,
            "compute_type": facts.model.compute_type if facts.model else None,
            "short_context": self_check_figures(runtime.self_check.state),
        },
        "behind": {
            "segments": runtime.recognition.behind_segments,
            "seconds": round(runtime.recognition.behind_seconds, 1),
        },
        "language": settings.recognition.language,
        "microphone": {"open": facts.any_microphone_open, "device": settings.microphone.device},
        "hotkey": {
            "dictate": runtime.hotkeys.dictate,
            "works": facts.hotkeys_missing is None and not facts.hotkeys_paused,
            "paused": facts.hotkeys_paused,
        },
        "leftover_takes": facts.leftover_takes,
        "problems": list(dict.fromkeys([*runtime.presenter.problems, *missing])),
        "tray_visible_at": runtime.tray_visible_at,
        "pid": os.getpid(),
        "version": __version__,
    }
