"""What the self-check found, in one sentence for people and in figures for programs."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt

from v2m_desktop.app.control_protocol import Message
from v2m_desktop.core.settings import ShortContext
from v2m_desktop.pipeline.self_check import FEWEST_SENTENCES, MOST_RETRIES, Findings, Reason, Verdict
from v2m_desktop.pipeline.self_check_service import SelfCheckState
from v2m_desktop.ui.wording import translate


def self_check_line(state: SelfCheckState) -> str:
    """Whether the model listens only as long as was spoken, and why."""
    if state.wish is ShortContext.OFF:
        return translate("SettingsPage", "Not used: every sentence is heard as if it lasted 30 seconds.")
    if state.model is None:
        return translate("SettingsPage", "Told as soon as the model is in memory.")
    if state.model.device == "cuda":
        return translate("SettingsPage", "Not used: a graphics card gains nothing from it.")
    if not state.model.shortens:
        return translate("SettingsPage", "Not used: large models are known to repeat themselves with it.")
    if state.wish is ShortContext.ON:
        return translate("SettingsPage", "In use without a check, as you chose.")
    return _found(state.findings)


def can_check_again(state: SelfCheckState) -> bool:
    """Whether there is something to forget."""
    return state.wish is ShortContext.AUTO and state.findings != Findings()


def self_check_figures(state: SelfCheckState) -> Message:
    """As JSON values: counts only."""
    findings = state.findings
    return {
        "wish": str(state.wish),
        "in_use": state.in_use,
        "verdict": str(findings.verdict),
        "since": findings.since,
        "compared": findings.compared,
        "agreed": findings.agreed,
        "doubted": findings.doubted,
        "used": findings.used,
        "recent_retries": len(findings.retries),
    }


def _found(findings: Findings) -> str:
    if findings.verdict is Verdict.IN_USE:
        line = translate(
            "SettingsPage",
            "In use since {date}: {agreed} of {compared} sentences heard both ways had the same words.",
        )
    elif findings.reason is Reason.WORDS_DIFFER:
        line = translate(
            "SettingsPage", "Not used: {differed} of {compared} sentences heard both ways had other words."
        )
    elif findings.reason is Reason.DOUBTED:
        line = translate("SettingsPage", "Not used: {doubted} sentences had to be heard again in full.")
    elif findings.compared == 0:
        line = translate(
            "SettingsPage", "Not used yet: your next sentences are heard both ways while you do not dictate."
        )
    else:
        line = translate(
            "SettingsPage",
            "Being checked: {agreed} of {compared} sentences agreed both ways. It takes {least} or more.",
        )
    retried = len(findings.retries)
    return line.format(
        date=_date(findings.since),
        agreed=findings.agreed,
        compared=findings.compared,
        differed=findings.compared - findings.agreed - findings.doubted,
        doubted=retried if retried > MOST_RETRIES else findings.doubted,
        least=FEWEST_SENTENCES,
    )


def _date(day: str) -> str:
    return QLocale().toString(QDate.fromString(day, Qt.DateFormat.ISODate), QLocale.FormatType.ShortFormat)
