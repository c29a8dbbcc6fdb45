"""Opens the About window and the licenses in one scheme and prints what does not fit, as JSON.

    python -m tests.gui.about_pictures light|dark FOLDER

Pictures of both are put into FOLDER. Qt takes its scale at start only, so each scale is a process of its own.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QScrollArea

from tests.desktop.screenshots import SCHEMES
from tests.gui.layout_probe import cut_off
from tests.gui.settings_pictures import dark_palette
from v2m_desktop.ui.about import AboutWindow
from v2m_desktop.ui.about_table import AboutView
from v2m_desktop.ui.translation import LANGUAGES, install_translation

HOME = "/home/ana"
VIEW = AboutView(
    "0.1.0",
    (
        ("Dictate", "ctrl+alt+space"),
        ("Dictate and refine", "ctrl+alt+r"),
        ("Dictate and translate", "ctrl+alt+shift+page_down"),
    ),
    (
        ("Settings", f"{HOME}/.config/Voice2Machine/settings.toml"),
        ("Recordings", f"{HOME}/.local/share/Voice2Machine/spool"),
    ),
)


def main(arguments: list[str]) -> int:
    scheme, folder = arguments[0], Path(arguments[1])
    application = QApplication(["about"])
    application.setStyle("Fusion")
    application.styleHints().setColorScheme(SCHEMES[scheme])
    if scheme == "dark":
        application.setPalette(dark_palette())
    ratio = application.primaryScreen().devicePixelRatio()
    problems: list[str] = []
    for language in LANGUAGES:
        install_translation(application, language)
        window = AboutWindow()
        window.show_view(VIEW)
        window.show_in_front()
        window.licenses_button.click()
        assert window.licenses is not None
        application.processEvents()
        for name, shown in (("about", window), ("licenses", window.licenses)):
            problems += [f"{language} {name}: {text}" for text in cut_off(shown)]
            shown.grab().save(str(folder / f"{name}-{scheme}-{ratio:g}x-{language}.png"))
        bars = [area.verticalScrollBar().maximum() for area in window.findChildren(QScrollArea)]
        problems += [f"{language}: has to be scrolled" for length in bars if length > 0]
        window.close()
    print(json.dumps({"problems": problems, "ratio": ratio}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
