"""Log, crash file and hooks of the running app, begun and ended together."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Slot, qInstallMessageHandler

from v2m_desktop import __version__
from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.recognition import Hypothesis
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.diagnostics.crash_file import CrashFile
from v2m_desktop.diagnostics.hooks import install_exception_hooks, log_qt_message
from v2m_desktop.diagnostics.log_file import LogFile, setup_logging
from v2m_desktop.storage.paths import Paths

log = logging.getLogger(__name__)


class Diagnosis(QObject):
    """`crash_report` is what a crash of the last run left, named once."""

    def __init__(self, paths: Paths, level: str, parent: QObject) -> None:
        super().__init__(parent)
        self.log_file: LogFile = setup_logging(paths, level)
        self._restore_hooks = install_exception_hooks()
        self._crash_file = CrashFile(paths.logs)
        self.crash_report: Path | None = self._crash_file.begin()
        qInstallMessageHandler(log_qt_message)
        log.info("Voice2Machine %s on Python %s, %s", __version__, sys.version.split()[0], sys.platform)

    @Slot(int, int, object)
    def remember(self, _session: int, _number: int, hypothesis: Hypothesis) -> None:
        """Words that no log line may repeat."""
        self.log_file.texts.remember(hypothesis.text)

    @Slot(int, object)
    def remember_rewriting(self, _session: int, answer: SensitiveText | V2mError) -> None:
        """What a language model made of the words is as private as they are."""
        if isinstance(answer, SensitiveText):
            self.log_file.texts.remember(answer)

    def end(self) -> None:
        log.info("ended")
        qInstallMessageHandler(None)
        self._crash_file.end()
        self._restore_hooks()
        self.log_file.close()
