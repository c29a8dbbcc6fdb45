"""Puts the interface into the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from v2m_desktop.core.resources import resource

LANGUAGES = ("en", "es", "pt")
FALLBACK = "en"
QT_CATALOGS = {"en": "qtbase_en", "es": "qtbase_es", "pt": "qtbase_pt_BR"}
"""Texts of Qt's own widgets."""

_installed: list[QTranslator] = []


def chosen_language(wanted: str, system: QLocale) -> str:
    """`wanted` is "auto" or one of LANGUAGES; "auto" follows the system, in its user's order of languages."""
    if wanted in LANGUAGES:
        return wanted
    for tag in system.uiLanguages():
        code = tag.split("-")[0].lower()
        if code in LANGUAGES:
            return code
    return FALLBACK


def install_translation(application: QCoreApplication, wanted: str) -> str:
    """Replace the translation in use and say which language it is now. Numbers follow it as well."""
    system = QLocale.system()
    code = chosen_language(wanted, system)
    for old in _installed:
        application.removeTranslator(old)
    _installed.clear()
    same = system.language() == QLocale(code).language()
    QLocale.setDefault(system if same else QLocale(code))
    ours = (str(resource("translations")), f"voice2machine_{code}")
    qt = (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), QT_CATALOGS[code])
    for folder, name in (qt, ours):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
            _installed.append(translator)
    return code
