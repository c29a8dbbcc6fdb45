"""How long a download waits, and how often it tries again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from v2m_desktop.core.errors import DownloadError
from v2m_desktop.models.cancellation import Cancellation


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds and tries. A try that brought new bytes does not count."""

    connect_seconds: float = 15.0
    stall_seconds: float = 60.0
    tries: int = 5
    first_pause_seconds: float = 1.0
    longest_pause_seconds: float = 30.0

    def pause_after(self, failures: int) -> float:
        """Seconds before the next try: each pause is twice the one before."""
        return float(min(self.first_pause_seconds * 2 ** (failures - 1), self.longest_pause_seconds))


class PassingTrouble(Exception):  # noqa: N818  (it is about `error`, which is the error)
    """Wraps an error that may pass by itself."""

    def __init__(self, error: DownloadError) -> None:
        super().__init__(error.message)
        self.error = error


def insist(
    attempt: Callable[[], None],
    progressed: Callable[[], bool],
    patience: Patience,
    cancellation: Cancellation,
) -> None:
    """Call `attempt` until it returns. `progressed` tells whether the last call got any further.

    Raises the DownloadError of the last try, or at once what is no PassingTrouble.
    """
    failures = 0
    while True:
        cancellation.check()
        try:
            attempt()
        except PassingTrouble as trouble:
            failures = 1 if progressed() else failures + 1
            if failures >= patience.tries:
                raise trouble.error from trouble
            cancellation.pause(patience.pause_after(failures))
        else:
            return
