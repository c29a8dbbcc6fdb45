"""A desktop with one window in front."""

from __future__ import annotations

from v2m_desktop.core.targets import Window


def window(number: int, application: str = "Editor", *, ours: bool = False) -> Window:
    """A window worth delivering to."""
    return Window(number, application, (0, 0, 640, 480), ours)


class FakeFocus:
    """Implements FocusProbe. `front` can be changed at any time; None is "unknown"."""

    def __init__(self, front: Window | None = None) -> None:
        self.front = front
        self.obeys = True
        self.activated: list[Window] = []

    def activate(self, window: Window) -> None:
        """`obeys`: it comes to the front."""
        self.activated.append(window)
        if self.obeys:
            self.front = window

    def focused(self) -> Window | None:
        return self.front
