"""A real terminal: xterm, which pastes PRIMARY on Shift+Insert and knows no other chord."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.desktop import x_state
from tests.desktop.stopped_window import StoppedWindow

READER = Path(__file__).with_name("xterm_reader.py")


class XtermWindow(StoppedWindow):
    """`with XtermWindow() as target:`; `text` is what came from the terminal's keyboard, Enter as "\\r"."""

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def clear(self) -> None:
        """Forget what came."""
        with self._changed:
            self.text = ""
        self._forget()

    def recover(self) -> None:
        """Afterwards: it is there again, and listens."""
        super().recover()
        if self._mode == "quit":
            self.restart()

    def restart(self) -> None:
        """End it, however it is, and start it anew."""
        self._end()
        self._start()

    def _start(self) -> None:
        self.window, self.text = 0, ""
        self._folder = tempfile.TemporaryDirectory()
        pipe = Path(self._folder.name) / "typed"
        os.mkfifo(pipe)
        self._process = subprocess.Popen(
            ["xterm", "-u8", "-title", "terminal", "-e", sys.executable, str(READER), str(pipe)],
            stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,  # it misses fonts
        )  # fmt: skip
        self._thread = threading.Thread(target=self._read, args=[pipe], name="xterm-reader", daemon=True)
        self._thread.start()
        self._wait("the terminal did not start", lambda: self.window != 0, 30)
        x_state.activate(self.window)

    def _end(self) -> None:
        self._finish()
        self._thread.join(10)
        self._folder.cleanup()

    def _read(self, pipe: Path) -> None:
        with pipe.open(encoding="utf-8") as lines:
            for line in lines:
                message = json.loads(line)
                if "typed" in message:
                    self._hold(self.text + message["typed"])
                else:
                    with self._changed:
                        self.window = message["window"]
                        self._changed.notify_all()
