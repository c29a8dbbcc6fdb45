"""Draws the model window with long words and prints what does not fit, as JSON. One process per scale."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QLabel

from tests.gui.layout_probe import cut_off
from tests.gui.models_samples import VIEWS
from v2m_desktop.ui.models.view import ModelsView
from v2m_desktop.ui.models.window import ModelWindow
from v2m_desktop.ui.translation import LANGUAGES, install_translation

HIGH, LOW = 4000, 600


class LongWords(QTranslator):
    """Every text grows by nearly a half, as it may in a language that nobody has thought of yet."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        words = source.split()
        return " ".join([*words, *["además"] * (len(words) // 2)])

    def isEmpty(self) -> bool:  # noqa: N802
        return False


def settle() -> None:
    """A change of height goes up from words to cards to the list, and comes down again."""
    for _ in range(3):
        QApplication.processEvents()


def squeezed(view: ModelsView, narrow: bool) -> list[str]:
    """Texts that have too little height after the view has changed, where the list has to be scrolled."""
    window = ModelWindow()
    window.show()
    for each in (*VIEWS.values(), view):
        window.show_view(each)
        settle()
    narrowest = window.minimumSizeHint().expandedTo(window.minimumSize()).width()
    window.resize(narrowest if narrow else window.width(), LOW)
    settle()
    lines = [line for line in window.area.findChildren(QLabel) if line.isVisible() and line.wordWrap()]
    found = [line.text() for line in lines if line.height() < line.heightForWidth(line.width())]
    window.close()
    return found


def main() -> int:
    application = QApplication(sys.argv)
    long_words, problems, drawn = LongWords(), [], 0
    for language in (*LANGUAGES, "long"):
        install_translation(application, "en" if language == "long" else language)
        if language == "long":
            application.installTranslator(long_words)
        for name, view in VIEWS.items():
            for narrow in (False, True):
                problems += [
                    f"{language} {name} {narrow} scrolled: {text}" for text in squeezed(view, narrow)
                ]
                window = ModelWindow()
                window.show_view(view)
                window.show()
                narrowest = window.minimumSizeHint().expandedTo(window.minimumSize()).width()
                # So high that nothing has to be scrolled to.
                window.resize(narrowest if narrow else window.width(), HIGH)
                application.processEvents()
                problems += [f"{language} {name} {narrow}: {text}" for text in cut_off(window)]
                if any(card.width() > window.area.viewport().width() for card in window.cards.values()):
                    problems.append(f"{language} {name} {narrow}: wider than the window")
                drawn += len(window.cards)
                window.close()
    ratio = application.primaryScreen().devicePixelRatio()
    print(json.dumps({"problems": problems, "drawn": drawn, "ratio": ratio}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
