"""The focus, with what only the app itself knows of its own windows."""

from __future__ import annotations

from dataclasses import replace

from v2m_desktop.core.targets import FocusProbe, Window
from v2m_desktop.ui.welcome import focus_welcomes_dictation


class WelcomingFocus:
    """A FocusProbe around another one. GUI thread only."""

    def __init__(self, probe: FocusProbe) -> None:
        self._probe = probe

    def focused(self) -> Window | None:
        window = self._probe.focused()
        if window is None or not window.ours:
            return window
        return replace(window, welcoming=focus_welcomes_dictation())

    def activate(self, window: Window) -> None:
        self._probe.activate(window)
