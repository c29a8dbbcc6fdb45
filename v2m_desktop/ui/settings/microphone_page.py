"""Which microphone, whether it hears, and when it is open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from v2m_desktop.core.settings import MicrophoneOpens
from v2m_desktop.ui.level_meter import LevelMeter
from v2m_desktop.ui.settings.controls import ChoiceControl
from v2m_desktop.ui.settings.notes import Note, Tone
from v2m_desktop.ui.settings.page import Page
from v2m_desktop.ui.settings.view import SettingsView
from v2m_desktop.ui.theme import current_theme
from v2m_desktop.ui.view import Choice
from v2m_desktop.ui.wording import microphone_name, translate

OPEN = (
    "microphone.opens",
    "microphone.warm_seconds",
    "microphone.auto_stop_s",
    "microphone.longest_take_minutes",
)
FINE_TUNING = ("voice.hangover_ms", "voice.pre_roll_ms", "voice.tail_ms", "voice.longest_segment_s")


class MicrophonePage(Page):
    """`watched` says whether the level is on screen: only then does somebody have to listen."""

    watched = Signal(bool)

    def __init__(self) -> None:
        super().__init__(translate("Settings", "Microphone"))
        self._watched = False
        self._devices = ChoiceControl("microphone.device")
        self.add("microphone.device", self._devices)
        self.level = _Level()
        self.level_row = self.form.add_row(self.level, translate("Settings", "Level"))
        self.add("voice.sensitivity")
        self.add("voice.gain")
        self.form.add_section(translate("Settings", "When it is open"))
        for key in OPEN:
            self.add(key)
        advanced = self.add_advanced()
        for key in FINE_TUNING:
            self.add(key, form=advanced)

    def show_view(self, view: SettingsView) -> None:
        self._devices.show_choices(_devices(view))
        super().show_view(view)
        self.level.show_level(view)
        self.level_row.hold(view.microphone_error or "")
        self.rows["microphone.warm_seconds"].set_enabled(
            view.settings.microphone.opens is MicrophoneOpens.WARM
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch(False)

    def _watch(self, watched: bool) -> None:
        if watched != self._watched:
            self._watched = watched
            self.watched.emit(watched)


class _Level(QWidget):
    """The bars, and in words whether they are a voice."""

    def __init__(self) -> None:
        super().__init__()
        self.meter = LevelMeter(current_theme())
        self.words = Note(Tone.QUIET, translate("Settings", "Say something."))
        self.words.setWordWrap(False)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(self.meter)
        line.addWidget(self.words)

    def show_level(self, view: SettingsView) -> None:
        self.meter.theme = current_theme()
        self.meter.setVisible(view.microphone_error is None)
        self.words.setVisible(view.microphone_error is None)
        self.meter.show_level(view.level_dbfs, view.speech)
        self.words.setText(
            translate("Settings", "That is a voice.")
            if view.speech
            else translate("Settings", "Say something.")
        )


def _devices(view: SettingsView) -> list[Choice]:
    """Those that are there, and the chosen one even where it is not."""
    choices = [Choice(name, microphone_name(name)) for name in view.microphones]
    chosen = view.settings.microphone.device
    if chosen not in view.microphones:
        label = translate("Settings", "{name} (not connected)").format(name=chosen)
        choices.append(Choice(chosen, label))
    return choices
