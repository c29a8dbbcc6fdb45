"""Tells followers of `v2m events` what happens: state, words, voice activity, deliveries."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import QObject, Slot

from v2m_desktop.app.control_protocol import Message
from v2m_desktop.app.control_server import ControlServer
from v2m_desktop.app.presenter import Presenter
from v2m_desktop.pipeline.capture_service import CaptureProgress
from v2m_desktop.pipeline.controller import Controller
from v2m_desktop.pipeline.take_record import ClosedTake


class Broadcast(QObject):
    """Followers are the same user, on a socket nobody else can open; they do get the words."""

    def __init__(
        self, server: ControlServer, controller: Controller, presenter: Presenter, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._server = server
        self._controller = controller
        self._presenter = presenter
        self._state = ""
        self._words: tuple[str, str] = ("", "")
        self._speech: bool | None = None
        controller.changed.connect(self._on_changed)
        controller.closed.connect(self._on_closed)

    @Slot()
    def _on_changed(self) -> None:
        if not self._server.followed:
            return
        state = str(self._presenter.app_state)
        session = self._controller.state.session
        capture = str(self._controller.state.capture)
        if (key := f"{state} {capture} {session}") != self._state:
            self._state = key
            self._publish("state", session, state=state, capture=capture)
        transcript = self._controller.transcript
        words = (transcript.committed.reveal(), transcript.tentative.reveal())
        if words != self._words and any(words):
            self._publish(
                "transcription_update", session, committed=words[0], tentative=words[1], final=False
            )
        self._words = words

    @Slot(object)
    def on_progress(self, progress: CaptureProgress) -> None:
        """Voice activity, on change only."""
        if progress.speech == self._speech or not self._server.followed:
            return
        self._speech = progress.speech
        self._publish(
            "vad_state",
            progress.session,
            speech=progress.speech,
            probability=round(progress.probability, 3),
            level_dbfs=round(progress.level_dbfs, 1),
        )

    @Slot(object)
    def _on_closed(self, take: ClosedTake) -> None:
        if not self._server.followed:
            return
        if take.text:
            self._publish(
                "transcription_update", take.session, committed=take.text.reveal(), tentative="", final=True
            )
        self._publish(
            "take_closed",
            take.session,
            stage=str(take.stage),
            message=take.error.message if take.error else None,
            moments=asdict(take.timeline),
            milliseconds={name: round(ms, 1) for name, ms in take.timeline.milliseconds().items()},
        )

    def _publish(self, event: str, session: int | None, **values: object) -> None:
        message: Message = {"event": event, "session": session, **values}
        self._server.publish(message)
