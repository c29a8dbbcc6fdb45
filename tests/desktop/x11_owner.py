"""A program that owns an X11 selection, and answers as a test wants it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Self

from Xlib import X, Xatom
from Xlib.display import Display
from Xlib.protocol import event as events

from tests.desktop.x11_requestor import Answer

CHUNK = 100_000


class Owner:
    """Works while `serve` is called. Silent about the targets in `deaf`, refuses what it does not have."""

    def __init__(self, selection: str, content: Mapping[str, Answer], deaf: Collection[str] = ()) -> None:
        self.display = Display()
        self.content = dict(content)
        self.offered: Collection[str] = content.keys()
        self.asked: list[str] = []
        self._deaf = deaf
        self._window = self.display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self.own(selection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.display.close()

    def own(self, selection: str, at: int = X.CurrentTime) -> None:
        self._window.set_selection_owner(self.atom(selection), at)
        self.display.sync()

    def owns(self, selection: str) -> bool:
        return bool(self.display.get_selection_owner(self.atom(selection)) == self._window)

    def atom(self, name: str) -> int:
        return int(self.display.get_atom(name))

    def serve(self) -> None:
        """Answer what was asked so far."""
        while self.display.pending_events():
            event = self.display.next_event()
            if event.type == X.SelectionRequest:
                self.on_request(event, str(self.display.get_atom_name(event.target)))

    def on_request(self, request: Any, name: str) -> None:
        self.asked.append(name)
        if name in self._deaf:
            return
        if name == "TARGETS":
            atoms = [self.atom(each) for each in self.offered]
            request.requestor.change_property(request.property, Xatom.ATOM, 32, atoms)
        elif name in self.content:
            self._put(request, self.content[name])
        else:
            self.notify(request, X.NONE)
            return
        self.notify(request, request.property)

    def _put(self, request: Any, answer: Answer) -> None:
        """In one piece, however long."""
        kind, mode = self.atom(answer.kind), X.PropModeReplace
        for start in range(0, max(1, len(answer.data)), CHUNK):
            part = answer.data[start : start + CHUNK]
            request.requestor.change_property(request.property, kind, answer.width, part, mode)
            mode = X.PropModeAppend

    def notify(self, request: Any, place: int) -> None:
        notice = events.SelectionNotify(
            time=request.time, requestor=request.requestor, selection=request.selection,
            target=request.target, property=place,
        )  # fmt: skip
        request.requestor.send_event(notice)
        self.display.sync()
