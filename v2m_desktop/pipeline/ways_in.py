"""The ways in beside pasting: typing, a command of the user's, and copying for people to paste themselves."""

from __future__ import annotations

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.targets import TextCommand
from v2m_desktop.output.results import DeliveryResult, Outcome
from v2m_desktop.pipeline.approach import Approach
from v2m_desktop.pipeline.delivery_job import Job, Moment
from v2m_desktop.pipeline.desktop import Desktop
from v2m_desktop.pipeline.way_in import EnterAfter


class Typing:
    """Types the text, as long as its window is in front. The clipboard is not touched.

    `impossible` says why nothing was typed and nothing will be, so that another way must do.
    """

    def __init__(self, job: Job, desktop: Desktop, approach: Approach) -> None:
        self.job = job
        self.over = False
        self.keys_wait = True
        self.hurries = False
        self.impossible: DeliveryError | None = None
        self._typist, self._keys, self._approach = desktop.typist, desktop.keys, approach
        self._words = ""
        self._begun = False
        self._enter: EnterAfter | None = None

    @property
    def typing(self) -> bool:
        """Whether keys go out: a long text takes its time."""
        return not self.keys_wait and self._enter is None

    def step(self, moment: Moment) -> DeliveryResult | None:
        """See WayIn."""
        if self._enter is not None:
            self._leave_after_enter(moment)
            return None
        verdict = self._approach.clear(moment, returning=self.keys_wait)
        if not verdict.clear:
            if self.keys_wait:
                self._approach.forget_field()
            return self._stopped(verdict.refusal)
        return self._begin(moment) if self.keys_wait else self._type(moment)

    def cancel(self) -> None:
        self._end()

    def quit(self) -> None:
        self._end()

    def _begin(self, moment: Moment) -> DeliveryResult | None:
        if not self._approach.asked():
            self._approach.ask(moment)
        field = self._approach.field_clear(moment)
        self.hurries = not field.clear
        if not field.clear:
            return self._stopped(field.refusal)
        self._approach.pin()
        self._words = self.job.words(self._approach.window, self._approach.field_now())
        try:
            self._typist.begin(self._words)
        except DeliveryError as error:
            self.impossible = error
            self._end()
            return None
        self.keys_wait, self.hurries = False, True
        return None

    def _type(self, moment: Moment) -> DeliveryResult | None:
        if self._begun and (refusal := self._approach.still_open(moment).refusal) is not None:
            return self._stopped(refusal)
        self._begun = True
        try:
            finished = self._typist.step()
        except DeliveryError as error:
            self._end()
            return DeliveryResult(Outcome.UNCONFIRMED, error)
        if not finished:
            return None
        self._typist.end()
        enter = self.job.settings.press_enter
        self._enter = EnterAfter(self._approach, self._keys) if enter else None
        if self._enter is None:
            self._end()
        # After Enter these characters are no longer what stands before the caret.
        inserted = None if enter else SensitiveText(self._words)
        return DeliveryResult(
            Outcome.DELIVERED, read_ns=moment.now_ns, inserted=inserted, window=self._approach.window
        )

    def _stopped(self, refusal: DeliveryError | None) -> DeliveryResult | None:
        if refusal is None:
            return None
        self._end()
        if not self._begun:
            return DeliveryResult(Outcome.PARKED, refusal)
        return DeliveryResult(
            Outcome.UNCONFIRMED,
            DeliveryError("Only a part of the text was typed. {reason}", reason=refusal.message),
        )

    def _leave_after_enter(self, moment: Moment) -> None:
        if self._enter is not None and self._enter.step(moment):
            self._end()

    def _end(self) -> None:
        self._typist.end()
        self._approach.leave()
        self.over, self.keys_wait, self.hurries = True, False, False


class Commanding:
    """Gives the text to a program of the user's, whatever window is in front."""

    def __init__(self, job: Job, command: TextCommand | None) -> None:
        self.job = job
        self.over = False
        self.keys_wait = False
        self.hurries = False
        self._command = command
        self._begun = False

    def step(self, moment: Moment) -> DeliveryResult | None:
        """See WayIn."""
        try:
            if not self._begun:
                self._begin()
            elif self._command is not None and self._command.done():
                self.over = True
                return DeliveryResult(Outcome.DELIVERED, read_ns=moment.now_ns)
        except DeliveryError as error:
            self.over = True
            return DeliveryResult(Outcome.PARKED, error)
        return None

    def cancel(self) -> None:
        if self._command is not None and self._begun and not self.over:
            self._command.cancel()
        self.over = True

    def quit(self) -> None:
        self.cancel()

    def _begin(self) -> None:
        command = self.job.settings.command.strip()
        if self._command is None:
            raise DeliveryError(
                "Commands cannot be run here. Choose another way under Delivery in the settings."
            )
        if not command:
            raise DeliveryError("No command is set. Name one under Delivery in the settings.")
        self._command.begin(command, self.job.words(None, None))
        self._begun = True


class Copying:
    """Puts the text on the clipboard for good. `notice` is what people should know."""

    def __init__(self, job: Job, desktop: Desktop, notice: DeliveryError | None) -> None:
        self.job = job
        self.over = False
        self.keys_wait = False
        self.hurries = False
        self._desktop, self._notice = desktop, notice

    def step(self, moment: Moment) -> DeliveryResult | None:  # noqa: ARG002
        """See WayIn."""
        window = self.job.target or self._desktop.focus.focused()
        self._desktop.clipboard.publish(self.job.words(window, None), private=False)
        self.over = True
        return DeliveryResult(Outcome.COPIED, self._notice)

    def cancel(self) -> None:
        self.over = True

    def quit(self) -> None:
        self.over = True


class Nothing:
    """For a text that holds nothing which can be seen."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.over = False
        self.keys_wait = False
        self.hurries = False

    def step(self, moment: Moment) -> DeliveryResult | None:  # noqa: ARG002
        """See WayIn."""
        self.over = True
        return DeliveryResult(Outcome.DELIVERED)

    def cancel(self) -> None:
        self.over = True

    def quit(self) -> None:
        self.over = True
