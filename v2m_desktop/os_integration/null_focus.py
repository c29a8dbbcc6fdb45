"""The honest twin of the focus probe."""

from __future__ import annotations

from v2m_desktop.core.targets import Window


class NullFocus:
    """A FocusProbe for systems that do not tell: the focus is unknown."""

    def focused(self) -> Window | None:
        return None

    def activate(self, window: Window) -> None:
        """Nothing can be brought to the front."""
