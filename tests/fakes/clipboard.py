"""A clipboard in memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence

from v2m_desktop.core.targets import Client, ClipboardRead, ClipboardSnapshot

MARKER = "x-private"


class FakeClipboard:
    """Implements Clipboard. `content` is what a paste would give, `history` what was published, in order.

    `hangs`: the program that owns it does not answer. `snapshots` counts how often the content was read.
    `on_publish` is what other programs do when they see it, `before_publish` and `before_restore`
    what they do just before.
    """

    def __init__(self, content: Mapping[str, bytes] | None = None, *, complete: bool = True) -> None:
        self.content: dict[str, bytes] = dict(content or {})
        self.complete = complete
        self.history: list[str] = []
        self.hangs = False
        self.snapshots = 0
        self._owned = self._returned = False
        self.closed = False
        self.on_publish: Callable[[], object] = lambda: None
        self.before_publish: Callable[[], object] = lambda: None
        self.before_restore: Callable[[], object] = lambda: None
        self._patience = 0
        self._copied_since = False
        self._reads: list[ClipboardRead] = []
        self.news: Callable[[], None] = lambda: None

    def look(self) -> None:
        self._patience, self._copied_since = 2, False

    def seen(self) -> ClipboardSnapshot | None:
        """Not at once, as in life."""
        self._patience -= 1
        if self._patience > 0:
            return None
        self.snapshots += 0 if self.hangs else 1
        return ClipboardSnapshot({} if self.hangs else dict(self.content), self.complete and not self.hangs)

    def publish(self, text: str, *, private: bool, over_seen: bool = False) -> None:
        self.before_publish()
        if over_seen and self._copied_since:
            self._owned = False
            return
        self.content = {"text/plain": text.encode()} | ({MARKER: b"secret"} if private else {})
        self.history.append(text)
        self._owned, self._returned, self._reads = True, False, []
        self.on_publish()

    def owned(self) -> bool:
        return self._owned

    def reads(self) -> Sequence[ClipboardRead]:
        return tuple(self._reads)

    def restore(self, snapshot: ClipboardSnapshot, *, over_ours: bool = False) -> None:
        self.before_restore()
        if over_ours and not self._owned:
            return
        self.content, self._owned, self._returned = dict(snapshot.formats), False, True

    def close(self) -> None:
        self.closed = True

    # Hands on the world

    def take(self, reader: Client | None = None) -> str:
        """Another program pastes; `reader` where the system tells which."""
        if self._owned:
            self._reads.append(ClipboardRead(time.perf_counter_ns(), reader))
            self.news()
        elif self._returned and reader is not None:
            self._reads.append(ClipboardRead(time.perf_counter_ns(), reader))
        return self.content.get("text/plain", b"").decode()

    def copy(self, text: str) -> None:
        """Another program copies."""
        self.content = {"text/plain": text.encode()}
        self._owned = self._returned = False
        self._copied_since = True
        self.news()
