"""Delivers again and again into an idle window: python -m tests.bench.delivery_process COUNT

Prints a JSON object of lists, in milliseconds. The first deliveries do not count.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tests.desktop.clipboard_holder import ClipboardHolder
from tests.desktop.delivery_rig import SETTLED_MS, DeliveryRig, delivery_rig
from tests.desktop.target_window import TargetWindow
from v2m_desktop.output.results import Outcome

WARM = 2
WORDS = "The meeting with Robert is on Saturday at two."
REST_MS = 300


class Events:
    """Runs this process's events, and looks each millisecond whether what is waited for has happened."""

    def wait(self, ms: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def waitUntil(self, callback: Callable[[], bool], *, timeout: int = SETTLED_MS) -> None:  # noqa: N802
        deadline = time.monotonic() + timeout / 1000
        while not callback():
            if time.monotonic() > deadline:
                raise RuntimeError("The delivery did not settle.")
            self.wait(1)


def deliver(rig: DeliveryRig, target: TargetWindow) -> tuple[float, float, float]:
    """One; how long until the read, until all was settled, and that without the quiet."""
    target.clear()
    rig.bot.wait(REST_MS)
    window, began = rig.window(), time.perf_counter()
    rig.deliver(WORDS, window)
    result = rig.settle()
    settled = time.perf_counter() - began
    if result.outcome is not Outcome.DELIVERED:
        raise RuntimeError(f"The delivery ended as {result.outcome.value}.")
    target.wait_text(lambda text: text == WORDS)
    return (target.pasted[0] - began) * 1000, settled * 1000, (settled - rig.service.bounds.quiet) * 1000


def main() -> int:
    count = int(sys.argv[1])
    application = QApplication(sys.argv[:1])
    with delivery_rig(Events()) as rig, ClipboardHolder() as holder, TargetWindow() as target:
        holder.copy({"text/plain": b"what was copied before"})
        times = [deliver(rig, target) for _ in range(WARM + count)][WARM:]
    reads, settled, overhead = (list(column) for column in zip(*times, strict=True))
    told = {"delivery_to_read": reads, "delivery_settled": settled, "delivery_overhead": overhead}
    print(json.dumps(told))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
