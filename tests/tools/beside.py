"""Something that goes on in a thread of its own while the test does something else."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def beside(work: Callable[[], object], over: threading.Event, name: str) -> Iterator[None]:
    """`work` ends soon after `over` is set, which the end of the block does."""
    thread = threading.Thread(target=work, name=name)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
