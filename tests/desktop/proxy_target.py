"""A window whose clipboard another program reads: python -m tests.desktop.proxy_target

As behind Wine, a remote desktop or a virtual machine: the chord goes to the window, and a helper with a
process and a connection of its own reads. Options, output and orders as of tests.desktop.target.
"""

from __future__ import annotations

import argparse
import sys

from tests.desktop.selection_reader import SelectionReader
from tests.desktop.target import Target, run


class ProxyTarget(Target):
    """Pastes what its helper reads."""

    def __init__(self, options: argparse.Namespace) -> None:
        super().__init__(options)
        self._helper = SelectionReader()
        self._helper.__enter__()  # it ends when our end of its input is gone

    def paste(self) -> bool:
        self.insert(self._helper.text() or "")
        return True


if __name__ == "__main__":
    sys.exit(run(ProxyTarget))
