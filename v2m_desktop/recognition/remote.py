"""A recognizer in a process of its own, as seen from the app."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from v2m_desktop.core.audio import seconds_of
from v2m_desktop.core.errors import RecognitionError
from v2m_desktop.core.recognition import Hypothesis, LoadedModel, ModelChoice, RecognitionRequest
from v2m_desktop.recognition.child import Child, ChildLostError
from v2m_desktop.recognition.device_choice import CPU, Rung, Trouble, explain
from v2m_desktop.recognition.frames import (
    Frame,
    Header,
    hypothesis_of,
    load_frame,
    model_of,
    raise_error_in,
    recognize_frame,
)
from v2m_desktop.recognition.way_down import Lost, WayDown, begin_below, rung_of

log = logging.getLogger(__name__)

LOAD_SECONDS = 180.0
"""A large model from a slow disk takes a minute."""

ANSWER_SECONDS = 10.0
ANSWER_SECONDS_PER_SECOND = 3.0
"""Deadline of an inference: this much, and this much more per second of audio."""

TRIES = 2
LAST_TRIES = 3
"""A request is sent again once on each rung, for what ends two processes would end a third. On the last rung
nothing else is left to try, so that one more is worth it, unless they were late."""

STARTS = 4
"""A process that dies while it loads says less about its rung: it may just have been killed."""


def host_command() -> list[str]:
    """How to start the recognizer's process: from the source, or from the bundle's second executable."""
    if getattr(sys, "frozen", False):
        here = Path(sys.executable)
        return [str(here.with_name("v2m-recognizer" + here.suffix))]
    return [sys.executable, "-m", "v2m_desktop.recognition.host"]


class RemoteRecognizer:
    """Implements core.recognition.Recognizer and recognition.interruption.Interruptible.

    A process that dies or misses its deadline is ended and started again, the model loaded and the same
    request sent again. When that fails too, the rung is given up for the next one, and on the last one the
    request costs a RecognitionError; the one after it starts anew. `unload` ends the process.
    """

    def __init__(
        self,
        command: Sequence[str] | None = None,
        load_seconds: float = LOAD_SECONDS,
        answer_seconds: float = ANSWER_SECONDS,
        way_down: WayDown | None = None,
    ) -> None:
        self._command = list(command or host_command())
        self._load_seconds = load_seconds
        self._answer_seconds = answer_seconds
        self._way_down = way_down or WayDown()
        self._child: Child | None = None
        self._choice: ModelChoice | None = None
        self._lost: Lost = frozenset()
        self._model: LoadedModel | None = None
        self._described: Header | None = None
        self._recognizing = False
        self._abandoned = False

    @property
    def model(self) -> LoadedModel | None:
        """None as well where the process ended by itself."""
        return self._model if self._child is not None and self._child.alive else None

    @property
    def process_id(self) -> int | None:
        """Of the process that lives now."""
        return self._child.process_id if self._child is not None and self._child.alive else None

    def load(self, choice: ModelChoice) -> LoadedModel:
        self.unload()
        self._lost = self._way_down.lost(choice)
        self._start(choice)
        self._choice = choice
        assert self._model is not None
        return self._model

    def recognize(self, request: RecognitionRequest) -> Hypothesis:
        if self._choice is None:
            raise RecognitionError("No model is loaded: choose one in the tray menu, then try again.")
        seconds = self._answer_seconds + ANSWER_SECONDS_PER_SECOND * seconds_of(len(request.samples))
        self._recognizing = True
        try:
            return hypothesis_of(self._insist(self._choice, recognize_frame(request), seconds))
        finally:
            self._recognizing = False

    def interrupt(self) -> None:
        """Any thread: nobody wants the answer of the request under way, so that it fails at once.

        A load that was ordered goes on: other requests wait for it.
        """
        child = self._child
        if self._recognizing and child is not None:
            child.kill()

    def abandon(self) -> None:
        """Any thread: the app ends. A request or load under way fails at once, and so do later ones."""
        self._abandoned = True
        child = self._child
        if child is not None:
            child.kill()

    def unload(self) -> None:
        self._choice = self._model = self._described = None
        self._end_child()

    def _insist(self, choice: ModelChoice, request: Frame, seconds: float) -> Frame:
        """The answer, if need be of another process or on a lower rung."""
        tries = 0
        while True:
            if self._child is None or not self._child.alive:
                self._start(choice)
            try:
                return self._ask(request, seconds)
            except ChildLostError as lost:
                if lost.killed:
                    raise _sentence(lost) from lost
                tries += 1
                log.warning("the recognizer's process %s during a request", lost)
                last = self._model is not None and self._model.device == CPU and not lost.late
                if tries == (LAST_TRIES if last else TRIES):
                    self._step_down(choice, lost)
                    tries = 0

    def _start(self, choice: ModelChoice) -> None:
        """A process with the model in memory, on the first rung that was not lost."""
        starts = 0
        while True:
            wanted = begin_below(choice, self._lost)
            try:
                self._load(wanted)
            except ChildLostError as lost:
                if lost.killed:
                    raise _sentence(lost) from lost
                starts += 1
                log.warning("the recognizer's process %s during a load", lost)
                if lost.late or starts == STARTS:
                    self._step_down(choice, lost, self._way_down.first_rung(wanted))
                    starts = 0
                continue
            assert self._model is not None
            used = rung_of(self._model)
            if used not in self._lost:
                break
            # The card could not do what was wanted, and the process took the rung that was lost before.
            self._lost |= {self._way_down.first_rung(wanted)}
        if self._lost:
            note = explain(choice.device, choice.compute_type, used, Trouble.OTHER)
            self._model = replace(self._model, note=note)
        if self._lost != self._way_down.lost(choice):
            self._way_down.remember(choice, self._lost)

    def _step_down(self, choice: ModelChoice, lost: ChildLostError, rung: Rung | None = None) -> None:
        """Give up `rung`, or that of the model in memory. Raises RecognitionError on the last one."""
        rung = rung or (rung_of(self._model) if self._model is not None else None)
        if rung is None or rung.device == CPU:
            self._lost = self._way_down.lost(choice)
            raise _sentence(lost) from lost
        log.warning("%s is given up for this model", rung)
        self._lost |= {rung}

    def _load(self, choice: ModelChoice) -> None:
        self._end_child()
        try:
            self._child = Child(self._command)
        except OSError as error:
            raise RecognitionError(
                "The recognizer's process cannot be started: install the app again."
            ) from error
        if self._abandoned:  # asked after the start, so that no process is overlooked
            self._child.kill()
        self._ask(load_frame(choice), self._load_seconds)

    def _ask(self, request: Frame, seconds: float) -> Frame:
        """Send a request and wait for its answer. Raises ChildLostError, or the error in the answer."""
        assert self._child is not None
        answer = self._child.ask(request, seconds)
        self._note_model(answer)
        raise_error_in(answer)
        return answer

    def _note_model(self, answer: Frame) -> None:
        """The model stays the same object while the child says the same of it."""
        described = answer.header.get("model")
        if described != self._described:
            self._model, self._described = model_of(answer), described

    def _end_child(self) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None


def _sentence(lost: ChildLostError) -> RecognitionError:
    if lost.late:
        return RecognitionError(
            "The recognizer took too long. The recording is kept: try again, or choose a smaller model."
        )
    return RecognitionError("The recognizer stopped unexpectedly. The recording is kept: try again.")
