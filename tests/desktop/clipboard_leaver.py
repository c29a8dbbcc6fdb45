"""An app that puts the clipboard back and ends: python -m tests.desktop.clipboard_leaver [CLIPBOARD|PRIMARY]

Keeps what is there, publishes something else, restores, closes. Prints the pid of the keeper as its last
line, 0 if there is none.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QEventLoop

from tests.patience import PATIENCE_S
from v2m_desktop.os_integration import x11_selection_reader
from v2m_desktop.os_integration.x11_clipboard import X11Clipboard


def main() -> None:
    x11_selection_reader.PATIENCE_SECONDS = x11_selection_reader.TOTAL_SECONDS = PATIENCE_S
    application = QCoreApplication(sys.argv[:1])
    clipboard = X11Clipboard(sys.argv[1])
    clipboard.look()
    while (snapshot := clipboard.seen()) is None:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 10)
    assert snapshot.complete
    clipboard.publish("words", private=True)
    clipboard.restore(snapshot)
    clipboard.close()
    print(clipboard.keeper.pid if clipboard.keeper is not None else 0, flush=True)


if __name__ == "__main__":
    main()
