"""Pictures of every page of the settings dialog, to be looked at.

    QT_QPA_PLATFORM=offscreen python -m tests.gui.settings_pictures FOLDER [LANGUAGE | long]

"long" makes every text a third longer, as translations do. Qt takes its scale at start only:
QT_SCALE_FACTOR=2 draws all of it twice as large. Without a folder nothing is kept; what does not fit is
printed as JSON in either case.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from v2m_desktop.app.desktop_report import DeliveryReport, HotkeyReport, lines_of
from v2m_desktop.core.errors import DeliveryError, HotkeyError, KeysNotAllowedError
from v2m_desktop.core.rewriting import Action
from v2m_desktop.core.secrets import SecretPlace, SecretState
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import ModelState
from v2m_desktop.core.settings import Overlay, Recognition, Rewriting, RewritingProvider, Settings
from v2m_desktop.core.targets import Way
from v2m_desktop.os_integration.hotkey_guide import HotkeyGuide
from v2m_desktop.os_integration.portal_hotkeys import NoShortcuts
from v2m_desktop.os_integration.portal_keys import NoKeys
from v2m_desktop.os_integration.wayland_tools import not_installed
from v2m_desktop.rewriting.prompts import default_instructions
from v2m_desktop.ui.settings.book import PAGES
from v2m_desktop.ui.settings.dialog import SettingsDialog
from v2m_desktop.ui.settings.fold import Fold
from v2m_desktop.ui.settings.page import Page
from v2m_desktop.ui.settings.view import SettingsView, TryOut
from v2m_desktop.ui.translation import install_translation
from v2m_desktop.ui.view import Choice

VIEW = SettingsView(
    settings=Settings(overlay=Overlay(resources=False), recognition=Recognition(model="small")),
    models=(
        Choice("demo", "demo (synthetic voices only, does not understand people)"),
        Choice("small", "small"),
    ),
    languages=("auto", "en", "es", "pt"),
    microphones=("", "USB Microphone", "Built-in Audio Analog Stereo (alsa_input.pci-0000_00_1f.3)"),
    level_dbfs=-24.0,
    speech=True,
    model_state=ModelState.READY,
    model_line="small is in memory and runs on the processor as int8.",
    can_unload=True,
    self_check_line="In use since 04/05/2026: 131 of 132 sentences heard both ways had the same words.",
    can_check_again=True,
    log_folder="/home/marta/.local/state/Voice2Machine/log",
    settings_path="/home/marta/.config/Voice2Machine/settings.toml",
    refine_prompt=default_instructions(Action.REFINE),
    translate_prompt=default_instructions(Action.TRANSLATE),
)
OLLAMA = replace(
    VIEW,
    settings=Settings(rewriting=Rewriting(provider=RewritingProvider.OLLAMA, model="qwen3:4b")),
    provider_models=("qwen3:4b", "gemma3:4b", "llama3.2:3b"),
    provider_line="Models offered: 3",
    try_out=TryOut(text=SensitiveText("I think we should meet on Tuesday at ten."), message="Done in 1.2 s."),
)
GEMINI = replace(
    OLLAMA,
    settings=Settings(
        rewriting=Rewriting(
            provider=RewritingProvider.GEMINI, refine_prompt="Write like a friendly letter.", deadline_s=9
        )
    ),
    provider_models=(),
    provider_line="Gemini does not accept the key. Enter another one.",
    remote_host="generativelanguage.googleapis.com",
    key=SecretState(SecretPlace.KEYRING, "Secret Service"),
    try_out=TryOut(busy=True),
)
TROUBLE = replace(
    VIEW,
    microphone_error='The microphone "USB Microphone" is not there. Plug it in, or choose another one.',
    hotkeys_refused=(
        ("hotkeys.refine", "Another program has Ctrl+Alt+R. Choose another combination for it."),
    ),
    problems=(("general.autostart", "The folder for programs that start with the desktop is read-only."),),
)


X11 = DeliveryReport((Way("XTEST"),), front_known=True), HotkeyReport("X11")
GNOME = (
    DeliveryReport(
        (
            Way("RemoteDesktop portal", KeysNotAllowedError(NoKeys.NOT_ALLOWED.value)),
            Way("wtype", DeliveryError("This compositor does not let {tool} send keys.", tool="wtype")),
            Way("ydotool"),
            Way("dotool", not_installed("dotool")),
        ),
        no_typing=not_installed("wtype"),
    ),
    HotkeyReport(
        "GlobalShortcuts portal",
        HotkeyError(
            "{reason} {guide}",
            reason=HotkeyError(NoShortcuts.ABSENT.value),
            guide=HotkeyError(HotkeyGuide.GNOME.value),
        ),
    ),
)


def on_desktop(view: SettingsView, found: tuple[DeliveryReport, HotkeyReport]) -> SettingsView:
    """In the language of the interface."""
    return replace(view, desktop=lines_of(*found), can_allow_keys=found[0].can_allow_keys)


@dataclass(frozen=True, slots=True)
class Picture:
    name: str
    page: str
    view: SettingsView = VIEW
    desktop: tuple[DeliveryReport, HotkeyReport] = X11
    unfolded: bool = False
    height: int = 0
    """In pixels where the whole page is to be seen, 0 for the dialog's own size."""


PICTURES = (
    *(Picture(page, page) for page in PAGES),
    Picture("microphone-advanced", "microphone", unfolded=True, height=900),
    Picture("recognition-advanced", "recognition", unfolded=True, height=900),
    Picture("rewriting-ollama", "rewriting", OLLAMA),
    Picture("rewriting-ollama-whole", "rewriting", OLLAMA, height=1250),
    Picture("rewriting-gemini-whole", "rewriting", GEMINI, height=1250),
    Picture("delivery-whole", "delivery", height=1100),
    Picture("delivery-wayland-whole", "delivery", desktop=GNOME, height=1300),
    Picture("general-trouble", "general", TROUBLE),
    Picture("hotkeys-trouble", "hotkeys", TROUBLE),
    Picture("microphone-trouble", "microphone", TROUBLE),
)

LEVEL_RISES_MS = 300
ROUNDS = 40
"""Layouts within layouts come to rest one after the other."""


def dark_palette() -> QPalette:
    """What a dark desktop gives; the off-screen platform gives none."""
    palette = QPalette(QColor("#3a3f47"), QColor("#2c3036"))
    palette.setColor(QPalette.ColorRole.Base, QColor("#1d2024"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#2f6db5"))
    disabled = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(disabled, role, QColor("#868d99"))
    return palette


class LongTexts(QTranslator):
    """A language whose texts are a third longer."""

    def translate(self, _context: str, text: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        return text + " " + "lorem ipsum dolor sit amet "[: max(2, len(text) // 3)].strip()


def cut_off(page: QWidget) -> list[str]:
    """Texts of `page` that need more room than they have."""
    found = []
    controls: list[QLabel | QAbstractButton]
    controls = [*page.findChildren(QLabel), *page.findChildren(QAbstractButton)]
    for control in controls:
        if not control.text() or not control.isVisible():
            continue
        needed = control.sizeHint()
        if isinstance(control, QLabel) and control.wordWrap():
            needed.setWidth(_longest_word(control))
            needed.setHeight(control.heightForWidth(control.width()))
        if needed.width() > control.width() or needed.height() > control.height():
            found.append(f"{control.text()} ({control.size()} for {needed})")
    return found


def _longest_word(label: QLabel) -> int:
    return max(label.fontMetrics().horizontalAdvance(word) for word in label.text().split())


def beyond(page: Page) -> list[str]:
    """Controls that reach over the right edge, where no scroll bar leads."""
    edge = page.viewport().width()
    return [
        f"{widget!r} reaches over the edge"
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.mapTo(page, widget.rect().topRight()).x() > edge
        and page.viewport().isAncestorOf(widget)
        and widget.parent() is not page.viewport()
    ]


def draw(folder: Path | None, scheme: str, language: str) -> list[str]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.styleHints().setColorScheme(Qt.ColorScheme.Dark if scheme == "dark" else Qt.ColorScheme.Light)
    if scheme == "dark":
        application.setPalette(dark_palette())
    long_texts = LongTexts()
    if language == "long":
        application.installTranslator(long_texts)
    else:
        install_translation(application, language)
    problems = []
    for picture in PICTURES:
        dialog = SettingsDialog()
        dialog.show_view(on_desktop(picture.view, picture.desktop))
        for fold in dialog.findChildren(Fold):
            fold.unfold(picture.unfolded)
        if picture.height:
            dialog.resize(dialog.width(), picture.height)
        dialog.open_page(picture.page)
        if folder:
            QTest.qWait(LEVEL_RISES_MS)
        for _ in range(ROUNDS):
            application.processEvents()
        page: Page = getattr(dialog.book, picture.page)
        problems += [f"{picture.name}: {problem}" for problem in (*cut_off(page), *beyond(page))]
        if folder:
            dialog.grab().save(str(folder / f"{picture.name}-{scheme}.png"))
        dialog.close()
    application.removeTranslator(long_texts)
    return problems


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments and arguments[0] else None
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(["settings_pictures"])
    application.setStyle("Fusion")
    language = arguments[1] if len(arguments) > 1 else "en"
    problems = [problem for scheme in ("light", "dark") for problem in draw(folder, scheme, language)]
    ratio = application.primaryScreen().devicePixelRatio()
    print(json.dumps({"problems": problems, "drawn": 2 * len(PICTURES), "ratio": ratio}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
