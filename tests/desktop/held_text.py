"""What the window of another program holds, as its own process tells it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable


class HeldText:
    """`text` is what the window holds now."""

    def __init__(self) -> None:
        self.text = ""
        self.texts: list[tuple[float, str]] = []
        """Every text it held, with the perf_counter second at which we were told."""
        self.window = 0
        self._changed = threading.Condition()

    def wait_text(self, found: Callable[[str], bool], seconds: float = 10.0) -> str:
        """Wait until `found` holds for the text, then return it. Raises AssertionError with the text."""
        self._wait("the expected text did not arrive", lambda: found(self.text), seconds)
        return self.text

    def changed(self, before: str, seconds: float) -> bool:
        """Whether it holds another text than `before` within `seconds`."""
        with self._changed:
            return self._changed.wait_for(lambda: self.text != before, seconds)

    def _hold(self, text: str) -> None:
        """It holds this now."""
        with self._changed:
            self.text = text
            self.texts.append((time.perf_counter(), text))
            self._changed.notify_all()

    def _forget(self) -> None:
        """Forget what it held before it was emptied."""
        with self._changed:
            self.texts.clear()

    def _wait(self, failure: str, condition: Callable[[], bool], seconds: float) -> None:
        deadline = time.monotonic() + seconds
        with self._changed:
            while not condition():
                left = deadline - time.monotonic()
                assert left > 0, f"{failure}; the window holds {self.text[:200]!r}"
                self._changed.wait(left)
