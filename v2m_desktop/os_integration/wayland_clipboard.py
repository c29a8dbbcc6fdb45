"""The clipboard on Wayland compositors that give it to programs without a focused window."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSocketNotifier

from v2m_desktop.core.errors import DisplayError
from v2m_desktop.core.targets import ClipboardRead, ClipboardSnapshot
from v2m_desktop.os_integration.pipes import PROGRESS_SECONDS, Incoming, Outgoing
from v2m_desktop.os_integration.privacy_markers import privacy_markers
from v2m_desktop.os_integration.wayland_data_control import DataControl
from v2m_desktop.os_integration.wl_copy import hand_over

log = logging.getLogger(__name__)

TEXT_FORMATS = ("text/plain;charset=utf-8", "text/plain", "UTF8_STRING", "TEXT", "STRING")
"""Names under which programs look for text; those of X11 are for programs that run on XWayland."""

PROTOCOL_TARGETS = frozenset(
    ["TARGETS", "MULTIPLE", "TIMESTAMP", "SAVE_TARGETS", "DELETE", "INSERT_SELECTION", "INSERT_PROPERTY"]
)
"""Requests of the X11 selection protocol (ICCCM 2.6.2) that come through XWayland and are no content."""

MOST_FORMATS = 100
"""Each needs a pipe."""


class WaylandClipboard:
    """A Clipboard on a connection of its own. GUI thread only. Nobody tells who reads.

    Raises DisplayError where the compositor has no data control, or no `primary` selection.
    """

    def __init__(self, environment: Mapping[str, str], *, primary: bool = False) -> None:
        self._environment = environment
        self._control = DataControl(environment, primary=primary)
        self._control.lost = self._on_lost
        self._content: dict[str, bytes] = {}
        self._lent = False
        self._reads: list[ClipboardRead] = []
        self._incoming: Incoming | None = None
        self._asked_at = 0.0
        self._seen = (0, False)
        self._looked: ClipboardSnapshot | None = None
        self._outgoing: list[Outgoing] = []
        self._broken = False
        self.news: Callable[[], None] = lambda: None
        self._notifier = QSocketNotifier(self._control.connection.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._pump)

    def look(self) -> None:
        self._forget_look()
        self._asked_at = time.monotonic()
        self._pump()
        self._begin_look()

    def _begin_look(self) -> None:
        """Later, if the compositor has not answered our last change yet."""
        control = self._control
        self._seen = control.changes, control.ours
        late = time.monotonic() - self._asked_at > PROGRESS_SECONDS
        if self._broken or (late and not control.settled):
            self._looked = ClipboardSnapshot({}, complete=False)
        elif control.ours:
            self._looked = ClipboardSnapshot(dict(self._content))
        elif control.settled:
            self._ask([name for name in dict.fromkeys(control.formats) if name not in PROTOCOL_TARGETS])

    def _ask(self, names: Sequence[str]) -> None:
        if not names or len(names) > MOST_FORMATS:
            self._looked = ClipboardSnapshot({}, complete=not names)
            return
        pipes: dict[str, int] = {}
        try:
            for name in names:
                pipes[name] = self._control.receive(name)
        except (DisplayError, OSError) as error:
            self._break(error)
        self._incoming = Incoming(pipes)

    def seen(self) -> ClipboardSnapshot | None:
        if self._looked is None and self._incoming is None:
            self._pump()
            self._begin_look()
        if self._looked is None and self._incoming is not None:
            self._looked = self._incoming.result()
        return self._looked

    def publish(self, text: str, *, private: bool, over_seen: bool = False) -> None:
        raw = text.encode()
        self._pump()
        self._reads = []
        if over_seen and (self._control.changes, self._control.ours) != self._seen:
            self._lent = False
            return
        self._offer(dict.fromkeys(TEXT_FORMATS, raw) | (dict(privacy_markers("linux")) if private else {}))
        self._lent = not self._broken

    def owned(self) -> bool:
        self._pump()
        return self._lent and not self._broken and self._control.ours

    def reads(self) -> Sequence[ClipboardRead]:
        self._pump()
        return tuple(self._reads)

    def restore(self, snapshot: ClipboardSnapshot, *, over_ours: bool = False) -> None:
        if over_ours and not self.owned():
            return
        self._lent = False
        if snapshot.formats:
            self._offer(dict(snapshot.formats))
            return
        self._content = {}
        self._try(self._control.clear)

    def close(self) -> None:
        """What is ours would go with us: wl-copy keeps one format of it, where it is installed."""
        self._forget_look()
        if self._control.ours and not self._broken:
            hand_over(self._content, self._environment, primary=self._control.primary)
        for answer in self._outgoing:
            answer.close()
        self._notifier.setEnabled(False)
        self._control.connection.close()
        self._broken = True

    def _offer(self, content: dict[str, bytes]) -> None:
        """Each answer is made from what was offered then, whatever is offered by now."""
        self._content = content
        self._try(lambda: self._control.offer(content, lambda name, fd: self._give(content, name, fd)))

    def _give(self, content: Mapping[str, bytes], name: str, fd: int) -> None:
        self._outgoing = [answer for answer in self._outgoing if not answer.finished]
        self._outgoing.append(Outgoing(fd, content.get(name, b"")))
        if self._lent and content is self._content and name in TEXT_FORMATS:
            self._reads.append(ClipboardRead(time.perf_counter_ns()))
            self.news()

    def _on_lost(self) -> None:
        self._lent = False
        self.news()

    def _pump(self) -> None:
        self._try(self._control.connection.read)

    def _try(self, action: Callable[[], None]) -> None:
        if self._broken:
            return
        try:
            action()
        except DisplayError as error:
            self._break(error)

    def _break(self, error: Exception) -> None:
        """The compositor ended or refused: from now on nothing is ours and nothing can be seen."""
        log.warning("the Wayland clipboard is gone: %s", error)
        self._broken = True
        self._notifier.setEnabled(False)
        self.news()

    def _forget_look(self) -> None:
        if self._incoming is not None:
            self._incoming.close()
        self._incoming = self._looked = None
