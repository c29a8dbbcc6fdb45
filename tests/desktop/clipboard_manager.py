"""A tiny clipboard manager: python -m tests.desktop.clipboard_manager [--hangs]

Owns CLIPBOARD_MANAGER and prints "ready". Asked to save, it copies the targets it is told, takes CLIPBOARD
and serves it (https://freedesktop.org/wiki/ClipboardManager); with --hangs it never answers.
"""

from __future__ import annotations

import select
import sys
from typing import Any

from Xlib import Xatom

from tests.desktop.x11_owner import Owner
from tests.desktop.x11_requestor import Requestor


class Manager(Owner):
    """Knows nothing of the product."""

    def on_request(self, request: Any, name: str) -> None:
        if name != "SAVE_TARGETS":
            super().on_request(request, name)
            return
        wanted = request.requestor.get_full_property(request.property, Xatom.ATOM)
        with Requestor("CLIPBOARD") as requestor:
            for target in [requestor.name(atom) for atom in wanted.value]:
                found = requestor.read(target)
                if found is not None:
                    self.content[target] = found
        self.offered = self.content.keys()
        self.own("CLIPBOARD")
        request.requestor.change_property(request.property, self.atom("NULL"), 32, [])
        self.notify(request, request.property)


def main() -> None:
    kind = Owner if "--hangs" in sys.argv else Manager
    with kind("CLIPBOARD_MANAGER", {}, deaf=["SAVE_TARGETS"]) as manager:
        print("ready", flush=True)
        while True:
            manager.serve()
            select.select([manager.display.fileno()], [], [], 0.05)


if __name__ == "__main__":
    main()
