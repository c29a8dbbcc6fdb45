"""Words that several windows share: names of languages, hotkeys, states and microphones."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from v2m_desktop.core.session import AppState
from v2m_desktop.ui.view import Choice, TrayView

APPLICATION = "Voice2Machine"

translate = QCoreApplication.translate

NAMED_LANGUAGES = (
    QT_TRANSLATE_NOOP("Language", "Arabic"),
    QT_TRANSLATE_NOOP("Language", "Catalan"),
    QT_TRANSLATE_NOOP("Language", "Chinese"),
    QT_TRANSLATE_NOOP("Language", "Dutch"),
    QT_TRANSLATE_NOOP("Language", "English"),
    QT_TRANSLATE_NOOP("Language", "French"),
    QT_TRANSLATE_NOOP("Language", "Galician"),
    QT_TRANSLATE_NOOP("Language", "German"),
    QT_TRANSLATE_NOOP("Language", "Hindi"),
    QT_TRANSLATE_NOOP("Language", "Italian"),
    QT_TRANSLATE_NOOP("Language", "Japanese"),
    QT_TRANSLATE_NOOP("Language", "Korean"),
    QT_TRANSLATE_NOOP("Language", "Polish"),
    QT_TRANSLATE_NOOP("Language", "Portuguese"),
    QT_TRANSLATE_NOOP("Language", "Russian"),
    QT_TRANSLATE_NOOP("Language", "Spanish"),
    QT_TRANSLATE_NOOP("Language", "Turkish"),
    QT_TRANSLATE_NOOP("Language", "Ukrainian"),
)
"""Seen by lupdate. Other languages keep their English name."""


def language_name(code: str, *, short: bool = False) -> str:
    """A language in words; a code that Qt does not know stays a code."""
    if code == "auto":
        return translate("Language", "Auto") if short else translate("Language", "Detect language")
    language = QLocale.codeToLanguage(code)
    if language in (QLocale.Language.AnyLanguage, QLocale.Language.C):
        return code
    return translate("Language", QLocale.languageToString(language))


def hotkey_name(hotkey: str) -> str:
    """ "ctrl+alt+space" the way keys are labeled."""
    return "+".join(part.replace("_", " ").title() for part in hotkey.split("+"))


def microphone_name(device: str) -> str:
    return device or translate("Controls", "System default")


def action_name(action: str, target_language: str = "") -> str:
    """What is done with the words of a take; "" stays ""."""
    match action:
        case "raw":
            return translate("Controls", "Insert as spoken")
        case "refine":
            return translate("Controls", "Refine")
        case "translate":
            name = language_name(target_language) if target_language else ""
            return translate("Controls", "Translate: {language}").format(language=name)
        case _:
            return action


def action_choices(target_language: str) -> tuple[Choice, ...]:
    """All actions, to pick one."""
    return tuple(
        Choice(action, action_name(action, target_language)) for action in ("raw", "refine", "translate")
    )


def state_name(state: AppState) -> str:
    """One short phrase for tooltip, window and screen readers."""
    match state:
        case AppState.IDLE:
            return translate("Controls", "Ready")
        case AppState.ARMING:
            return translate("Controls", "Opening the microphone…")
        case AppState.LISTENING:
            return translate("Controls", "Listening")
        case AppState.WORKING:
            return translate("Controls", "Working…")
        case AppState.PROBLEM:
            return translate("Controls", "Needs attention")


def headline(view: TrayView) -> str:
    """State and what matters most beside it: the problem, else the way to start."""
    if view.problem:
        return view.problem
    state = state_name(view.state)
    if view.hotkeys_missing:
        return f"{state}. {view.hotkeys_missing}"
    if view.hotkeys_paused:
        return translate("Controls", "{state}, hotkeys paused").format(state=state)
    if view.hotkey:
        return f"{state} · {hotkey_name(view.hotkey)}"
    return state


def tooltip(view: TrayView) -> str:
    lines = [f"{APPLICATION}: {headline(view)}"]
    if view.microphone_open:
        lines.append(translate("Controls", "The microphone is open"))
    return "\n".join(lines)
