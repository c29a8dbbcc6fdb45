"""Hears some sentences both ways while nobody dictates, to learn whether the model may listen shorter."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from v2m_desktop.core.audio import seconds_of
from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.recognition import Hypothesis, LoadedModel, RecognitionRequest
from v2m_desktop.core.session import ModelState, SessionId, TakeStage
from v2m_desktop.core.settings import ShortContext
from v2m_desktop.pipeline.findings_book import FindingsBook
from v2m_desktop.pipeline.recognition_service import RecognitionService
from v2m_desktop.pipeline.self_check import Comparison, Findings, Verdict, compare, learn, use
from v2m_desktop.pipeline.take_record import ClosedTake

log = logging.getLogger(__name__)

REST_SECONDS = 2.0
"""Nobody dictated for so long: people who go on at once do not wait behind a check."""

LEAST_SPEECH = 1.0
LONGEST_SECONDS = 20.0
"""Sentences that tell something: with words in them, and a short hearing that is really shorter."""

MOST_WAITING = 3
"""Sentences whose sound is kept in memory until they are checked."""

LATE_TAKES = 8
"""Discarded takes of which an answer may still be on its way: the newest ones."""

QUICK_SECONDS = 0.5
"""In full the same sentence takes up to twelve times as long, and a take that begins meanwhile would wait for
it: a slower model, once in use, is watched by its guards alone."""


@dataclass(frozen=True, slots=True)
class SelfCheckState:
    """What there is to be told. `model` is the one in memory, or the last one that was."""

    wish: ShortContext = ShortContext.AUTO
    model: LoadedModel | None = None
    findings: Findings = field(default_factory=Findings)
    in_use: bool = False


@dataclass(frozen=True, slots=True)
class _Heard:
    session: SessionId
    request: RecognitionRequest
    hypothesis: Hypothesis


class SelfCheckService(QObject):
    """Sets `recognition.short_context`, by the user's wish and by what was found. GUI thread.

    Sound and words are kept in memory, for a few sentences, from their recognition to the check, which begins
    when all takes are over; only counts leave it. Call `look` whenever a take began or ended.
    """

    changed = Signal()

    def __init__(
        self,
        recognition: RecognitionService,
        book: FindingsBook,
        takes_under_way: Callable[[], bool],
        wish: ShortContext = ShortContext.AUTO,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.today: Callable[[], str] = lambda: date.today().isoformat()  # noqa: DTZ011 - the user's day
        self._recognition = recognition
        self._book = book
        self._takes_under_way = takes_under_way
        self._wish = wish
        self._model: LoadedModel | None = None
        self._waiting: deque[_Heard] = deque(maxlen=MOST_WAITING)
        self._asked: _Heard | None = None
        self._discarded: deque[SessionId] = deque(maxlen=LATE_TAKES)
        self._rest = QTimer(self, singleShot=True, interval=round(REST_SECONDS * 1000))
        self._rest.timeout.connect(self._begin)
        recognition.model_changed.connect(self._on_model)
        recognition.heard.connect(self._on_heard)
        recognition.checked.connect(self._on_checked)

    @property
    def rest_ms(self) -> int:
        return self._rest.interval()

    @rest_ms.setter
    def rest_ms(self, milliseconds: int) -> None:
        self._rest.setInterval(milliseconds)

    @property
    def state(self) -> SelfCheckState:
        return SelfCheckState(self._wish, self._model, self._findings, self._in_use)

    @property
    def waiting(self) -> bool:
        """Whether the model is still wanted for a check."""
        return bool(self._waiting) or self._asked is not None

    def apply(self, wish: ShortContext) -> None:
        """Obey another setting from now on."""
        if wish is not self._wish:
            self._wish = wish
            self._drop()
            self._follow()

    @Slot()
    def forget(self) -> None:
        """Check the model in use again, from the start."""
        self._book.forget(self._key)
        self._book.save()
        self._drop()
        self._follow()

    @Slot()
    def look(self) -> None:
        """A take began or ended. What has not begun by then waits for the next rest."""
        if self._takes_under_way():
            self._rest.stop()
            if self._asked is not None and self._recognition.drop_checks():
                self._waiting.appendleft(self._asked)
                self._asked = None
        elif (self._waiting or self._book.changed) and not self._rest.isActive():
            self._rest.start()

    @Slot(object)
    def on_closed(self, take: ClosedTake) -> None:
        """Whoever discards a take wants nothing of it to be kept."""
        if take.stage is TakeStage.CANCELLED:
            self._discarded.append(take.session)
            kept = [heard for heard in self._waiting if heard.session != take.session]
            self._waiting = deque(kept, MOST_WAITING)

    def close(self) -> None:
        """The app ends."""
        self._rest.stop()
        self._drop()
        self._book.save()

    @property
    def _key(self) -> str:
        """The weights and their number format; "" for a model that is not checked."""
        model = self._model
        return f"{model.identity} {model.compute_type}" if model is not None and model.identity else ""

    @property
    def _findings(self) -> Findings:
        return self._book.of(self._key)

    @property
    def _in_use(self) -> bool:
        if self._model is None or not self._model.shortens:
            return False
        wanted = self._wish is ShortContext.AUTO and self._findings.verdict is Verdict.IN_USE
        return wanted or self._wish is ShortContext.ON

    def _follow(self) -> None:
        self._recognition.short_context = self._in_use
        self.changed.emit()

    def _drop(self) -> None:
        """Let go of sound and words. The answer to a check under way is not waited for."""
        self._waiting.clear()
        self._asked = None
        self._recognition.drop_checks()

    @Slot(object, object, object)
    def _on_model(self, state: ModelState, model: LoadedModel | None, _error: object) -> None:
        if state is not ModelState.READY:
            self._waiting.clear()
            return
        before, self._model = self._key, model
        if self._key != before:
            self._drop()
        self._follow()

    @Slot(int, object, object)
    def _on_heard(self, session: SessionId, request: RecognitionRequest, hypothesis: Hypothesis) -> None:
        checkable = self._key and self._model is not None and self._model.shortens
        if self._wish is not ShortContext.AUTO or not checkable or session in self._discarded:
            return
        if request.short_context and (hypothesis.shortened or hypothesis.retried):
            self._note(use(self._findings, hypothesis.retried, self.today()))
        slow = request.short_context and hypothesis.inference_seconds > QUICK_SECONDS
        telling = (
            request.speech.speech_seconds >= LEAST_SPEECH
            and seconds_of(len(request.samples)) <= LONGEST_SECONDS
            and not slow
            and not _in_trouble(hypothesis)
        )
        if telling and self._findings.wants_another:
            self._waiting.append(_Heard(session, request, hypothesis))
        self.look()  # a take without words is over before its last sentence is told here

    @Slot()
    def _begin(self) -> None:
        """All takes were over for a while."""
        self._book.save()
        ready = self._recognition.model_state is ModelState.READY and not self._recognition.busy
        if not self._waiting or self._asked is not None or self._takes_under_way():
            return
        if not ready:
            self._rest.start()
            return
        self._asked = heard = self._waiting.popleft()
        other = not heard.request.short_context
        self._recognition.check(replace(heard.request, short_context=other))

    @Slot(object, object)
    def _on_checked(self, request: RecognitionRequest, answer: Hypothesis | V2mError) -> None:
        heard = self._asked
        if heard is None or heard.request.samples is not request.samples:
            return  # nobody waits for it any more
        self._asked = None
        if isinstance(answer, V2mError):
            log.info("a self-check failed: %s", type(answer).__name__)
            self._waiting.clear()
        else:
            short, full = (answer, heard.hypothesis) if request.short_context else (heard.hypothesis, answer)
            comparison = _compared(short, full)
            if comparison is not None:
                self._note(learn(self._findings, comparison, self.today()))
                self._book.save()
        self.changed.emit()
        self.look()

    def _note(self, findings: Findings) -> None:
        before = self._findings.verdict
        self._book.note(self._key, findings)
        if findings.verdict is not before:
            log.info("short context is %s: %d of %d sentences agreed, %d in use, %d of the last ones retried",
                     findings.verdict.value, findings.agreed, findings.compared, findings.used,
                     len(findings.retries))  # fmt: skip
            if not findings.wants_another:
                self._waiting.clear()
            self._follow()


def _compared(short: Hypothesis, full: Hypothesis) -> Comparison | None:
    """None where there is nothing to learn.

    Nobody spoke, the model did not listen shorter, it was led astray by what it was told, or it was not sure
    of what it heard in full.
    """
    if _in_trouble(full) or (short.fallback and not short.retried):
        return None
    if short.retried:
        return Comparison(doubted=True)
    comparison = compare(full.text.reveal(), short.text.reveal())
    return comparison if short.shortened and comparison.words else None


def _in_trouble(hypothesis: Hypothesis) -> bool:
    """Whether its words were told after another prompt, or drawn by lot: the next time they may be others."""
    return hypothesis.retried or hypothesis.fallback
