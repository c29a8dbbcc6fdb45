"""May keys be sent now? No key is held, the right window is in front, the right field has the focus."""

from __future__ import annotations

from dataclasses import dataclass

from v2m_desktop.core.errors import BlockedApplicationError, DeliveryError
from v2m_desktop.core.settings import WindowChanged
from v2m_desktop.core.targets import Field, Window
from v2m_desktop.output.blocked import is_blocked
from v2m_desktop.pipeline.delivery_job import Job, Moment
from v2m_desktop.pipeline.desktop import Desktop
from v2m_desktop.pipeline.field_question import FieldQuestion


@dataclass(frozen=True, slots=True)
class Verdict:
    """`refusal`: why not at all. Neither `clear` nor refused: not yet."""

    clear: bool = False
    refusal: DeliveryError | None = None


WATCH_SECONDS = 0.05
"""How often the field is asked for while keys go out one by one."""

CLEAR, NOT_YET = Verdict(clear=True), Verdict()


class Approach:
    """The way to the window that gets the text of one job.

    `window` is that window, once it is known; `in_front` the one that had the focus at the last look.
    """

    def __init__(self, job: Job, desktop: Desktop, question: FieldQuestion) -> None:
        target, field = job.target, job.field
        if target is not None and target.ours and not target.welcoming:
            target = field = None  # begun with a button of ours: where the text goes shows when it is ready
        self.window = target
        self.in_front: Window | None = None
        self.field = field
        self._focus, self._keys, self._question = desktop.focus, desktop.keys, question
        question.forget()
        self._listed = job.settings.blocked_applications
        self._returns = job.settings.window_changed is WindowChanged.RETURN
        self._stray_since_ns = 0
        self._left: Window | None = None
        self._activated_ns = 0
        self._watched_ns = 0

    def clear(self, moment: Moment, *, returning: bool = False) -> Verdict:
        """Of keys and window. `returning`: if wished, the right window is raised."""
        keys = self.keys(moment)
        return self.front(moment, returning=returning) if keys.clear else keys

    def keys(self, moment: Moment) -> Verdict:
        """A held modifier makes another chord of ours; a held hotkey, being grabbed, swallows it.

        Whoever holds the hotkey speaks the next sentence, which may last; its modifiers are part of it.
        """
        own = moment.key_down()
        if own or not self._keys.modifiers_down():
            self._stray_since_ns = 0
            return NOT_YET if own else CLEAR
        self._stray_since_ns = self._stray_since_ns or moment.now_ns
        if moment.now_ns - self._stray_since_ns > moment.bounds.keys_up * 1e9:
            return _refused(
                DeliveryError("A key was held down. The text is kept: copy it from the tray menu.")
            )
        return NOT_YET

    def front(self, moment: Moment, *, returning: bool = False) -> Verdict:
        """Whether the window in front may get the text."""
        front = self.in_front = self._focus.focused()
        if returning and self._returns and self._comes_back(front, moment):
            return NOT_YET
        if front is not None and front.ours and not front.welcoming:
            return _refused(
                DeliveryError(
                    "A window of Voice2Machine is in front. The text is kept: copy it from the tray."
                )
            )
        if front is not None and is_blocked(front, self._listed):  # where the window to be was not known
            return _refused(
                BlockedApplicationError(
                    "{application} is on your list of applications without dictation. The text is kept: copy "
                    "it from the tray menu.",
                    application=front.application,
                )
            )
        if front is None and self.window is not None:  # closed meanwhile: who would get the keys?
            return _refused(
                DeliveryError(
                    "The window you dictated into is gone. The text is kept: copy it from the tray menu."
                )
            )
        if front is not None and self.window is not None and front.id != self.window.id:
            return _refused(
                DeliveryError("You changed to another window. The text is kept: copy it from the tray menu.")
            )
        return CLEAR

    def pin(self) -> None:
        """From now on only the window in front may get the text, if any may."""
        self.window = self.in_front if self.in_front is not None else self.window

    def _comes_back(self, front: Window | None, moment: Moment) -> bool:
        """Bring our window to the front, once. Whether it is not there yet, and may still come."""
        if self.window is None or (front is not None and front.id == self.window.id):
            return False
        if not self._activated_ns:
            if front is None:  # gone, as far as anybody knows
                return False
            self._left, self._activated_ns = front, moment.now_ns
            self._focus.activate(self.window)
        return moment.now_ns - self._activated_ns <= moment.bounds.activation * 1e9

    def leave(self) -> None:
        """Back to the window that was in front, unless the user went elsewhere."""
        front = self._focus.focused()
        if self._left is not None and self.window is not None and front is not None:
            if front.id == self.window.id:
                self._focus.activate(self._left)
            self._left = None

    def ask(self, moment: Moment) -> None:
        """Begin to find out which field has the focus."""
        self._question.ask(self.in_front, moment.now_ns)

    def forget_field(self) -> None:
        """What is known of the field is out of date."""
        self._question.forget()

    def asked(self) -> bool:
        return self._question.asked

    def field_now(self) -> Field | None:
        """The answer to `ask`, as far as it is known."""
        return self._question.answer

    def field_clear(self, moment: Moment) -> Verdict:
        """Whether the field that has the focus may get the text. Waits a moment for the answer to `ask`."""
        if not self._question.settled(moment.now_ns, moment.bounds.field):
            return NOT_YET
        field = self._question.answer
        if field is None:
            return CLEAR
        if field.secure:
            return _secure()
        if self.field is not None and self.field.id != field.id:
            return _refused(
                DeliveryError("You moved to another field. The text is kept: copy it from the tray menu.")
            )
        self.field = field
        return CLEAR

    def still_open(self, moment: Moment) -> Verdict:
        """Whether no password field got the focus since `field_clear`. Asks now and then, never waits."""
        if not self._question.settled(moment.now_ns, moment.bounds.field):
            return CLEAR
        field = self._question.answer
        if field is not None and field.secure:
            return _secure()
        if moment.now_ns - self._watched_ns > WATCH_SECONDS * 1e9:
            self._watched_ns = moment.now_ns
            self.ask(moment)
        return CLEAR


def _secure() -> Verdict:
    return _refused(
        DeliveryError("The cursor is in a password field. The text is kept: copy it from the tray menu.")
    )


def _refused(error: DeliveryError) -> Verdict:
    return Verdict(refusal=error)
