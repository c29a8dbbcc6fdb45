"""A tiny clipboard manager: python -m tests.desktop.clipboard_manager [--hangs]

Owns CLIPBOARD_MANAGER and prints "ready". Asked to save, it copies the targets it is told, takes CLIPBOARD
and serves it (https://freedesktop.org/wiki/ClipboardManager); with --hangs it never answers.
"""

from __future__ import annotations

import sys
from typing import Any

from Xlib import X, Xatom
from Xlib.protocol import event as events

from tests.desktop.x11_requestor import Answer, Requestor

CHUNK = 100_000


class Manager:
    """Knows nothing of the product."""

    def __init__(self) -> None:
        self.requestor = Requestor("CLIPBOARD")
        self.window = self.requestor.window
        self.saved: dict[str, Answer] = {}
        self.window.set_selection_owner(self.requestor.atom("CLIPBOARD_MANAGER"), X.CurrentTime)
        self.requestor.display.sync()

    def answer(self, request: Any) -> None:
        name = self.requestor.name(request.target)
        place = request.property
        if name == "SAVE_TARGETS":
            self.save(request.requestor, place)
            request.requestor.change_property(place, self.requestor.atom("NULL"), 32, [])
        elif name == "TARGETS":
            atoms = [self.requestor.atom(each) for each in ("TARGETS", *self.saved)]
            request.requestor.change_property(place, Xatom.ATOM, 32, atoms)
        elif name in self.saved:
            kept = self.saved[name]
            kind, mode = self.requestor.atom(kept.kind), X.PropModeReplace
            for start in range(0, len(kept.data), CHUNK):
                part = kept.data[start : start + CHUNK]
                request.requestor.change_property(place, kind, kept.width, part, mode)
                mode = X.PropModeAppend
        else:
            place = X.NONE
        notice = events.SelectionNotify(
            time=request.time, requestor=request.requestor, selection=request.selection,
            target=request.target, property=place,
        )  # fmt: skip
        request.requestor.send_event(notice)
        self.requestor.display.sync()

    def save(self, client: Any, place: int) -> None:
        wanted = client.get_full_property(place, Xatom.ATOM)
        for name in [self.requestor.name(atom) for atom in wanted.value]:
            found = self.requestor.read(name)
            if found is not None:
                self.saved[name] = found
        self.window.set_selection_owner(self.requestor.selection, X.CurrentTime)


def main() -> None:
    manager = Manager()
    print("ready", flush=True)
    while True:
        event = manager.requestor.display.next_event()
        if event.type == X.SelectionRequest and "--hangs" not in sys.argv:
            manager.answer(event)


if __name__ == "__main__":
    main()
