"""Sees what a program has selected: on X11 that is what the middle mouse button would paste."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from v2m_desktop.core.targets import Clipboard, ClipboardSnapshot
from v2m_desktop.output.take_back_plan import text_of

QUIET_SECONDS = 0.1
"""Programs take PRIMARY anew with each key that selects. Reading it meanwhile can hang for seconds."""

BACK_MS = 500
"""Input methods hand keys on late: a program that loses its selection may drop it before it erased it."""


class SelectionLook(QObject):
    """Qt, GTK, Chromium and others offer what is selected as PRIMARY. `text` is what was seen, "" if nothing.

    What PRIMARY held before comes back a while after `end`, not in the midst of a delivery, which may have
    lent PRIMARY: `busy` tells of one. Nothing here waits.
    """

    def __init__(
        self, primary: Clipboard | None, busy: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.text = ""
        self._primary, self._busy = primary, busy
        self._looking = False
        self._changed_at = 0.0
        self._others_news: Callable[[], None] | None = None
        self._before: ClipboardSnapshot | None = None
        self._owed = QTimer(self, interval=BACK_MS, singleShot=True)
        self._owed.timeout.connect(self._when_due)

    @property
    def possible(self) -> bool:
        return self._primary is not None

    @property
    def told(self) -> bool:
        """Whether a program offers a selection that was made since `ready`."""
        return self._primary is not None and not self._primary.owned()

    def begin(self) -> None:
        """Look at what PRIMARY holds now, as the selection to come will replace it."""
        self.text = ""
        if self._primary is not None and not self._owed.isActive():
            self._primary.look()

    def ready(self, *, patient: bool) -> bool:
        """Whether the selection may be made. Once it is not `patient`, without what PRIMARY held."""
        if self._primary is None:
            return True
        if self._owed.isActive():  # what is owed since the last time is older
            self._owed.stop()
        else:
            self._before = self._primary.seen()
            if self._before is None and patient:
                return False
        self._looking = False
        if self._others_news is None:
            self._others_news, self._primary.news = self._primary.news, self._hear
        self._primary.publish("", private=True)  # what is selected now can be told from what was before
        return True

    def look(self) -> bool:
        """Whether the program tells of another selection than the last time."""
        if self._primary is None or not self.told or not self._is_quiet():
            return False
        if not self._looking:
            self._looking = True
            self._primary.look()
        snapshot = self._primary.seen()
        if snapshot is None:
            return False
        self._looking = False
        before, self.text = self.text, text_of(snapshot.formats)
        return self.text != before

    def forget(self) -> None:
        """What was seen counts no more, as the selection is being changed."""
        self.text = ""

    def _hear(self) -> None:
        self._changed_at = time.monotonic()
        if self._others_news is not None:
            self._others_news()

    def _is_quiet(self) -> bool:
        return time.monotonic() - self._changed_at > QUIET_SECONDS

    def end(self) -> None:
        if self._others_news is not None and self._primary is not None:
            self._primary.news, self._others_news = self._others_news, None
        if self._before is not None:
            self._owed.start()

    def stop(self) -> None:
        """The app ends."""
        self.end()
        self._owed.stop()
        self._give_back()

    @Slot()
    def _when_due(self) -> None:
        if self._busy():
            self._owed.start()
        else:
            self._give_back()

    def _give_back(self) -> None:
        """As far as can be: the program that owned it may show no highlight any more."""
        before, self._before = self._before, None
        if before is not None and before.complete and self._primary is not None:
            self._primary.restore(before)
