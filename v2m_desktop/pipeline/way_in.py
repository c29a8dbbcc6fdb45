"""What every way into a window has in common."""

from __future__ import annotations

import logging
from enum import Enum
from typing import Protocol

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.targets import Key, KeyInjector
from v2m_desktop.output.results import DeliveryResult
from v2m_desktop.pipeline.approach import Approach
from v2m_desktop.pipeline.delivery_job import Job, Moment

log = logging.getLogger(__name__)


class WayIn(Protocol):
    """One delivery under way. Nothing in it waits: `step` is called again and again."""

    @property
    def job(self) -> Job: ...

    @property
    def over(self) -> bool:
        """Whether nothing is left to do."""
        ...

    @property
    def keys_wait(self) -> bool:
        """Whether keys are still to be sent."""
        ...

    @property
    def hurries(self) -> bool:
        """Whether it waits for what takes only a moment."""
        ...

    def step(self, moment: Moment) -> DeliveryResult | None:
        """Go on. The result, once, as soon as it is known; there may be things to do afterwards."""
        ...

    def cancel(self) -> None:
        """Nobody wants the result any more."""
        ...

    def quit(self) -> None:
        """The app ends: put everything back at once."""
        ...


class _Stage(Enum):
    NEW = "new"
    ASKED = "asked"
    PRESSED = "pressed"
    OVER = "over"


class EnterAfter:
    """Enter, pressed once after the text arrived, if everything is still as it was."""

    def __init__(self, approach: Approach, keys: KeyInjector) -> None:
        self._approach, self._keys = approach, keys
        self._stage = _Stage.NEW
        self._since_ns = 0

    def step(self, moment: Moment) -> bool:
        """Whether that is done, or will not be."""
        if self._stage is _Stage.NEW:
            self._approach.ask(moment)
            self._stage, self._since_ns = _Stage.ASKED, moment.now_ns
        if self._stage is _Stage.ASKED:
            verdicts = self._approach.field_clear(moment), self._approach.clear(moment)
            if all(verdict.clear for verdict in verdicts):
                self._press()
            elif any(verdict.refusal for verdict in verdicts) or self._too_late(moment):
                self._stage = _Stage.OVER
        if self._stage is _Stage.PRESSED:
            self._look()
        return self._stage is _Stage.OVER

    def _too_late(self, moment: Moment) -> bool:
        """Who holds the hotkey for long speaks on, and does not expect Enter any more."""
        return moment.now_ns - self._since_ns > moment.bounds.keys_up * 1e9

    def _press(self) -> None:
        try:
            self._keys.press(Key.ENTER)
            self._stage = _Stage.PRESSED
        except DeliveryError as error:
            self._fail(error)

    def _look(self) -> None:
        """A tool may take its time, or fail: until then the window has to stay in front."""
        try:
            if self._keys.sent():
                self._stage = _Stage.OVER
        except DeliveryError as error:
            self._fail(error)

    def _fail(self, error: DeliveryError) -> None:
        log.warning("Enter was not pressed: %s", error.message)
        self._stage = _Stage.OVER
