"""Which element has the focus, from the accessibility bus of Linux desktops (AT-SPI 2)."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue

from v2m_desktop.core.targets import Field, Window
from v2m_desktop.os_integration.atspi_tree import AtspiTree
from v2m_desktop.os_integration.dbus_calls import Call, DBusCalls

log = logging.getLogger(__name__)

ANSWER_SECONDS = 0.1
CONNECT_SECONDS = 1.0
END_SECONDS = 0.5
"""The thread waits for nothing longer than ANSWER_SECONDS once it has begun."""


@dataclass(frozen=True, slots=True)
class _Question:
    window: Window | None
    answer: Callable[[Field | None], None]
    until: float


class AtspiFields:
    """A FieldProbe with a thread of its own, as programs answer when they like.

    It listens to nothing, and asks no program to make itself accessible (that is what slows programs down,
    and up to the user): programs that are not are not known. Programs are asked only when a take needs it.
    """

    def __init__(self, session_bus: str) -> None:
        """`session_bus` is the address of the session bus."""
        self._questions: SimpleQueue[_Question | None] = SimpleQueue()
        work = (_Eye(session_bus), self._questions)
        self._thread = threading.Thread(target=_serve, args=work, name="atspi", daemon=True)
        self._thread.start()

    def ask(self, window: Window | None, answer: Callable[[Field | None], None]) -> None:
        """See FieldProbe; answers within ANSWER_SECONDS, save for a machine that stands still."""
        self._questions.put(_Question(window, answer, time.monotonic() + ANSWER_SECONDS))

    def close(self) -> None:
        self._questions.put(None)
        self._thread.join(END_SECONDS)


class _Eye:
    """Keeps the connection to the accessibility bus. Lives in the thread."""

    def __init__(self, session_bus: str) -> None:
        self._session_bus = session_bus
        self._bus: DBusCalls | None = None
        self._processes: dict[str, int] = {}

    def connect(self, until: float) -> None:
        """Find the bus, if it is there: whoever has accessible programs has it."""
        if self._bus is not None:
            return
        service, path = "org.a11y.Bus", "/org/a11y/bus"
        session = DBusCalls(self._session_bus, until)
        try:
            (answer,) = session.ask([Call(service, path, service, "GetAddress")], until)
        finally:
            session.close()
        if answer is not None:
            self._bus = DBusCalls(str(answer[0]), until)
            self._processes = {}

    def look(self, window: Window | None, until: float) -> Field | None:
        """The focused element, None if nobody tells."""
        for _ in range(2):  # the bus may have been started anew since the last question
            fresh = self._bus is None
            try:
                self.connect(until)
                if self._bus is None:
                    return None
                field = AtspiTree(self._bus, self._processes, until).field(window)
            except (OSError, ValueError, TypeError, LookupError) as error:  # also answers out of shape
                log.debug("the accessibility bus does not answer: %s", type(error).__name__)
                self.close()
                if fresh:
                    return None
                continue
            # What was found until then need not be the innermost element; that one hides its text is sure.
            in_time = time.monotonic() < until or (field is not None and field.secure)
            return field if in_time else None
        return None

    def close(self) -> None:
        if self._bus is not None:
            self._bus.close()
            self._bus = None


def _serve(eye: _Eye, questions: SimpleQueue[_Question | None]) -> None:
    try:
        eye.connect(time.monotonic() + CONNECT_SECONDS)  # before the first question, which has no time for it
    except (OSError, ValueError) as error:
        log.debug("no accessibility bus yet: %s", type(error).__name__)
    while (question := questions.get()) is not None:
        late = time.monotonic() >= question.until
        question.answer(None if late else eye.look(question.window, question.until))
    eye.close()
