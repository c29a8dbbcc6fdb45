"""Shows the overlay over another window on a real X display and prints, as JSON, who got focus and clicks.

    python -m tests.desktop.overlay_probe

Needs a window manager and `xdotool`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from tests.desktop import samples
from v2m_desktop.os_integration.compositing import compositor_running
from v2m_desktop.ui.overlay import Overlay

DEADLINE_S = 15.0


class Clicks(QObject):
    """Counts presses that reach a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.count = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        self.count += event.type() == QEvent.Type.MouseButtonPress
        return super().eventFilter(watched, event)


def wait_for(condition: Callable[[], bool]) -> bool:
    """Run Qt's events until the condition holds; False at the deadline."""
    deadline = time.monotonic() + DEADLINE_S
    while not condition():
        if time.monotonic() > deadline:
            return False
        QApplication.processEvents()
        QGuiApplication.sync()
    return True


def active_window() -> str:
    done = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def click(window: QWidget, place: QPoint) -> None:
    point = window.mapToGlobal(place)
    subprocess.run(["xdotool", "mousemove", str(point.x()), str(point.y()), "click", "1"], check=True)


def taskbar_windows() -> list[str]:
    done = subprocess.run(["xprop", "-root", "_NET_CLIENT_LIST"], capture_output=True, text=True, check=False)
    return [part.strip() for part in done.stdout.partition("#")[2].split(",")]


def main() -> int:
    application = QApplication(sys.argv)
    application.setQuitOnLastWindowClosed(False)
    target = QWidget()
    clicks = Clicks(target)
    target.showMaximized()
    report: dict[str, object] = {"target_active": wait_for(target.isActiveWindow)}
    # Qt hears of the focus a little before the window manager tells everybody.
    wait_for(lambda: active_window() == str(int(target.winId())))
    before = active_window()
    overlay = Overlay(scheme=Qt.ColorScheme.Dark)
    canceled: list[bool] = []
    overlay.cancel_requested.connect(lambda: canceled.append(True))
    for view in samples.OVERLAYS.values():
        overlay.show_view(view)
        QApplication.processEvents()
    overlay.show_view(samples.LISTENING)
    wait_for(lambda: overlay.windowHandle().isExposed() and overlay.cancel.windowHandle().isExposed())
    report["listed_in_taskbar"] = hex(int(overlay.winId())) in taskbar_windows()
    report["focus_kept_when_shown"] = active_window() == before
    click(overlay, overlay.rect().center())
    report["click_passed_through"] = wait_for(lambda: clicks.count == 1)
    click(overlay.cancel, overlay.cancel.rect().center())
    report["cancel_clicked"] = wait_for(lambda: bool(canceled))
    report["cancel_click_stayed"] = clicks.count == 1
    report["focus_kept_when_clicked"] = active_window() == before and target.isActiveWindow()
    report["compositor"] = compositor_running()
    report["masked"] = not overlay.mask().isEmpty()
    print(json.dumps(report))
    return 0


if __name__ == "__main__":
    sys.exit(main())
