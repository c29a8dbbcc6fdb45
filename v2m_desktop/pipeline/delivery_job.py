"""What is to be delivered, and the moment at which a step is taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.settings import Delivery, TerminalNewlines
from v2m_desktop.core.targets import Field, Window
from v2m_desktop.output.chord_choice import is_terminal
from v2m_desktop.output.manners import fitted_text
from v2m_desktop.output.paste_transaction import DeliveryBounds
from v2m_desktop.output.text_safety import safe_text


@dataclass(frozen=True, slots=True)
class Job:
    """`target` is the only window that may get the text, None for any. `field` had the focus at the start."""

    session: SessionId
    text: SensitiveText
    target: Window | None
    field: Field | None
    settings: Delivery

    def words(self, window: Window | None, field: Field | None) -> str:
        """The characters for `window`: safe ones, fitted to what stands around the caret of `field`."""
        terminal = is_terminal(window)
        as_spaces = terminal and self.settings.terminal_newlines is TerminalNewlines.SPACE
        safe = safe_text(self.text.reveal(), terminal=as_spaces)
        if not terminal:
            return _fitted(safe, field, self.settings)
        # A tab would complete a command, a new line at the end run the last one.
        return _fitted(safe.replace("\t", " "), field, self.settings).rstrip("\n")


def _fitted(text: str, field: Field | None, settings: Delivery) -> str:
    return fitted_text(text, field, manners=settings.manners, trailing_space=settings.trailing_space)


@dataclass(frozen=True, slots=True)
class Moment:
    """`now_ns` is perf_counter_ns. `key_down` tells of our own hotkey. `next_waits`: another text waits."""

    now_ns: int
    bounds: DeliveryBounds
    key_down: Callable[[], bool]
    next_waits: bool = False
