"""The second stage of the start: settings, log, translations, then the parts themselves."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from v2m_desktop.app.choices import SETTINGS
from v2m_desktop.app.diagnosis import Diagnosis
from v2m_desktop.app.runtime import Runtime
from v2m_desktop.core.errors import StorageError
from v2m_desktop.storage.paths import Paths
from v2m_desktop.storage.settings_file import load
from v2m_desktop.ui.control_surface import ControlSurface
from v2m_desktop.ui.translation import install_translation
from v2m_desktop.ui.wording import translate


def load_runtime(
    paths: Paths, problems: tuple[StorageError, ...], surface: ControlSurface, parent: QObject
) -> Runtime:
    """Build the runtime. What could not be used becomes a sentence, never a refusal to start."""
    loaded = load(paths.settings_file)
    settings = loaded.settings
    diagnosis = Diagnosis(paths, settings.logging.level, parent)
    application = QCoreApplication.instance()
    assert application is not None
    install_translation(application, settings.general.interface_language.value)
    runtime = Runtime(paths, settings, surface, diagnosis)
    unusable = tuple(problem.error for problem in loaded.problems)
    for key, errors in ((SETTINGS, unusable), ("folders", problems)):
        if errors:
            runtime.notices.hold(key, *errors)
    if diagnosis.crash_report is not None:
        crashed = translate("Controls", "The app crashed last time. What is known is in {file}.")
        surface.notify(crashed.format(file=diagnosis.crash_report))
    return runtime
