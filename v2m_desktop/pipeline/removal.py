"""Takes an inserted text out of its window again: select it backwards, see that it is the same, erase it.

Nothing here waits: every step is a turn of a timer in the GUI thread. What is in the window is never changed
before it is known to be the inserted text, or before nobody has touched keyboard and mouse since.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.targets import Field, Key, TouchWatch
from v2m_desktop.output.chord_choice import is_terminal
from v2m_desktop.output.graphemes import grapheme_count, runs_to_the_left
from v2m_desktop.output.take_back_plan import (
    Insertion,
    Match,
    match_field,
    match_selection,
    missing_part,
)
from v2m_desktop.pipeline.desktop import Desktop
from v2m_desktop.pipeline.selection_look import SelectionLook

POLL_MS = 10
MOST_CLUSTERS = 5000
CLUSTERS_PER_TURN = 50
"""Key presses that are sent at once: more of them would hold the GUI thread up."""

MOST_EXTENSIONS = 3
"""Toolkits count some clusters in their own way: a selection that is too short is made longer this often."""


@dataclass(frozen=True, slots=True)
class RemovalBounds:
    """Seconds to wait for hands off the keys, for the focused element, for a selection to be told, and for
    all of one that is told."""

    keys_up: float = 2.0
    element: float = 0.3
    selection: float = 0.3
    content: float = 2.0


@dataclass(slots=True)
class _Job:
    """`hands` is what the watch told: whether the user touched anything since the insertion.

    `turn` is what is done next, `since` the monotonic second from which its patience counts.
    """

    insertion: Insertion
    text: str = field(repr=False)
    by_key: bool
    turn: Callable[[_Job], None]
    since: float
    hands: bool | None = None
    answered: bool = False
    element: Field | None = None
    match: Match = Match.UNKNOWN
    left: int = 0
    extensions: int = 0

    @property
    def plain(self) -> bool:
        """Whether each character is one for every program: else they differ in what a key moves over."""
        return grapheme_count(self.text) == len(self.text)

    @property
    def certain(self) -> bool:
        """Whether the text may be erased where the program does not tell what is selected."""
        return self.plain and (self.hands is False or self.match is Match.SAME)


class _Mail(QObject):
    """Belongs to the probe's thread as well: a QObject must not end while another thread emits its signal."""

    answered = Signal(int, object)


class Removal(QObject):
    """`ended` carries (None, True), or why nothing was removed and whether that is final. One at a time."""

    ended = Signal(object, bool)

    def __init__(self, desktop: Desktop, touch: TouchWatch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bounds = RemovalBounds()
        self.key_down: Callable[[], bool] = lambda: False
        self.busy: Callable[[], bool] = lambda: False
        """Whether a delivery is not over yet: it has its clipboard to give back."""
        self._desktop, self._touch = desktop, touch
        self._job: _Job | None = None
        self._number = 0
        self._look = SelectionLook(desktop.primary, self._delivering, self)
        self._mail = _Mail()
        self._mail.answered.connect(self._on_element, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._step)

    @property
    def at_work(self) -> bool:
        """Whether keys of ours go to the text now: a delivery would get in between."""
        return self._job is not None and self._job.turn != self._wait_for_hands

    def _delivering(self) -> bool:
        return self.busy()

    def begin(self, insertion: Insertion, *, by_key: bool) -> None:
        """Without the key people had to click or type to ask: then only the text itself can tell."""
        text = insertion.text.reveal()
        self._number += 1
        self._job = _Job(insertion, text, by_key, self._wait_for_hands, time.monotonic())
        self._timer.start()

    def give_up(self, error: DeliveryError) -> None:
        """What was to be removed need not be what stands before the caret any more."""
        if self._job is not None:
            self._end(error)

    def stop(self) -> None:
        """The app ends."""
        self._timer.stop()
        self._job = None
        self._look.stop()

    @Slot()
    def _step(self) -> None:
        job = self._job
        if job is None:
            return
        try:
            if self._desktop.keys.sent():
                job.turn(job)
        except DeliveryError as error:
            self._end(error)

    # Before anything is touched

    def _wait_for_hands(self, job: _Job) -> None:
        """Ours would join keys that are held, and a hotkey that is held swallows them."""
        if self.busy():
            job.since = time.monotonic()
            return
        if self.key_down() or self._desktop.keys.modifiers_down():
            if self._waited(job, self.bounds.keys_up):
                self._end(
                    DeliveryError("A key was held down, so nothing was taken back. Press the key again."),
                    final=False,
                )
            return
        if not self._in_another_window(job) and not self._touched(job):
            self._ask(job)

    def _touched(self, job: _Job) -> bool:
        """If so it ends here. Whoever asks without the key has clicked or typed to ask."""
        job.hands = self._touch.touched()
        if job.hands and not job.by_key:
            job.hands = None
        if job.hands:
            self._end(
                DeliveryError("You typed or clicked since the text was inserted, so it is not taken back.")
            )
        return bool(job.hands)

    def _ask(self, job: _Job) -> None:
        job.left = grapheme_count(job.text)
        if job.left > MOST_CLUSTERS:
            self._end(DeliveryError("The text is too long to be taken back. Undo it in its program."))
            return
        self._go(job, self._await_element)
        self._desktop.fields.ask(job.insertion.window, partial(self._mail.answered.emit, self._number))

    @Slot(int, object)
    def _on_element(self, number: int, element: Field | None) -> None:
        if self._job is not None and number == self._number:
            self._job.answered, self._job.element = True, element

    def _await_element(self, job: _Job) -> None:
        if not job.answered and not self._waited(job, self.bounds.element):
            return
        if self._touched(job):
            return
        job.match = match_field(job.element, job.text)
        terminal = is_terminal(job.insertion.window)
        if job.match is Match.OTHER:
            self._end(_other_text())
        elif terminal and not job.plain:
            self._end(DeliveryError("In a terminal these characters cannot be taken back exactly."))
        elif terminal and job.hands is False:
            self._go(job, self._erase_in_terminal)
        elif terminal or not (self._look.possible or job.certain):
            self._end(_unknown_text())
        elif runs_to_the_left(job.text):
            self._end(
                DeliveryError("Text written from right to left cannot be taken back. Undo it in its program.")
            )
        else:
            self._look.begin()
            self._go(job, self._await_primary)

    def _await_primary(self, job: _Job) -> None:
        ready = self._look.ready(patient=not self._waited(job, self.bounds.selection))
        if ready and not self._touched(job):
            self._go(job, self._select)

    # Hands on

    def _select(self, job: _Job) -> None:
        if self._press(job, Key.LEFT, shift=True):
            self._go(job, self._await_selection)

    def _erase_in_terminal(self, job: _Job) -> None:
        if self._press(job, Key.BACKSPACE):
            self._go(job, self._finish)

    def _press(self, job: _Job, key: Key, *, shift: bool = False) -> bool:
        """Some presses of those that are left; True once there are none."""
        if self._in_another_window(job):
            return False
        times = min(job.left, CLUSTERS_PER_TURN)
        job.left -= times
        self._desktop.keys.press(key, times, shift=shift)
        return job.left == 0

    def _await_selection(self, job: _Job) -> None:
        """Programs tell while they still select: each change starts the patience anew.

        Where they may move further with a key than we count, the same text may be seen too early.
        """
        if self._look.look():
            job.since = time.monotonic()
        match = match_selection(self._look.text, job.text)
        to_come = match is Match.SHORT or (match is Match.UNKNOWN and self._look.told)
        if to_come and not self._waited(job, self.bounds.content):
            return
        if (match is Match.SAME and job.plain) or (job.certain and not self._look.possible):
            self._go(job, self._erase)
        elif not self._waited(job, self.bounds.selection):
            return
        elif match is Match.SAME:
            self._go(job, self._erase)
        elif match is Match.SHORT and not job.plain and job.extensions < MOST_EXTENSIONS:
            job.extensions += 1
            job.left = grapheme_count(missing_part(self._look.text, job.text))
            self._look.forget()
            self._go(job, self._select)
        elif match is Match.UNKNOWN and job.certain and not self._look.told:
            self._go(job, self._erase)
        else:
            self._undo(job, _unknown_text() if match is Match.UNKNOWN else _other_text())

    def _undo(self, job: _Job, error: DeliveryError) -> None:
        """Leave the text as it was: the caret goes back to where the selection began."""
        if not self._in_another_window(job):
            self._desktop.keys.press(Key.RIGHT)
            self._end(error)

    def _erase(self, job: _Job) -> None:
        if not self._in_another_window(job):
            self._desktop.keys.press(Key.BACKSPACE)
            self._go(job, self._finish)

    def _finish(self, _job: _Job) -> None:
        self._end(None)

    # Helpers of all

    def _go(self, job: _Job, turn: Callable[[_Job], None]) -> None:
        job.turn, job.since = turn, time.monotonic()

    @staticmethod
    def _waited(job: _Job, seconds: float) -> bool:
        return time.monotonic() - job.since > seconds

    def _in_another_window(self, job: _Job) -> bool:
        """If so it ends here."""
        front, window = self._desktop.focus.focused(), job.insertion.window
        if (front.id if front is not None else None) == (window.id if window is not None else None):
            return False
        self._end(DeliveryError("You changed to another window, so nothing was taken back."))
        return True

    def _end(self, error: DeliveryError | None, *, final: bool = True) -> None:
        self._timer.stop()
        self._job = None
        self._look.end()
        self.ended.emit(error, final)


def _other_text() -> DeliveryError:
    return DeliveryError("The text there is not what was inserted, so nothing was taken back.")


def _unknown_text() -> DeliveryError:
    return DeliveryError(
        "Nobody can tell whether the text there is what was inserted, so nothing was taken back."
    )
