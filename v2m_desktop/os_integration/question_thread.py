"""A thread that asks the system what may take long to answer."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from v2m_desktop.core.targets import Field

log = logging.getLogger(__name__)

Answer = Callable[[Field | None], None]
Question = Callable[[], Field | None]


class QuestionThread:
    """Answers one question after the other. While one hangs, the next are answered with None at once."""

    def __init__(
        self, name: str, session: Callable[[], AbstractContextManager[object]] = nullcontext
    ) -> None:
        """`session` is entered on the thread, before the first question."""
        self._session = session
        self._questions: queue.SimpleQueue[tuple[Question, Answer] | None] = queue.SimpleQueue()
        self._busy = threading.Lock()
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def ask(self, question: Question, answer: Answer) -> None:
        """`answer` is called once, on the thread or at once."""
        if self._busy.acquire(blocking=False):
            self._questions.put((question, answer))
        else:
            answer(None)

    def close(self) -> None:
        """The thread ends after what it is at."""
        self._questions.put(None)

    def _work(self) -> None:
        with self._session():
            while (item := self._questions.get()) is not None:
                question, answer = item
                found: Field | None = None
                try:
                    found = question()
                except Exception as error:  # noqa: BLE001 - whatever goes wrong in there, nobody tells
                    log.info("the focused element is not known: %s", type(error).__name__)
                finally:
                    self._busy.release()
                    answer(found)
