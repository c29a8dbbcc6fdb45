"""Invented views for pictures and layout checks. No machine, nobody's words."""

from __future__ import annotations

from dataclasses import replace

from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import AppState, CaptureState, ResourceFigures, Transcript
from v2m_desktop.ui.view import Choice, Offer, OverlayView, TrayView

GIB = 1024**3
GPU = ResourceFigures(12.0, 9 * GIB, 32 * GIB, 34, round(2.1 * GIB), 8 * GIB, 61)
GPU_NEARLY_FULL = replace(GPU, vram_used=round(7.6 * GIB), gpu_percent=97, gpu_celsius=78)
CPU_ONLY = ResourceFigures(31.0, round(5.3 * GIB), 16 * GIB)

COMMITTED = (
    "Dear Marta, thank you for the plans. I walked through the garden this morning and the path along the "
    "old wall looks right to me. The pear tree should stay where it is, it gives shade until noon,"
)
TENTATIVE = "and the bench can stand below the kitchen window"


def transcript(committed: str, tentative: str = "") -> Transcript:
    return Transcript(SensitiveText(committed), SensitiveText(tentative))


IDLE = OverlayView(model="large-v3-turbo", language="en", resources=GPU)
ARMING = replace(IDLE, state=AppState.ARMING, capture=CaptureState.ARMING)
LISTENING = replace(
    IDLE,
    state=AppState.LISTENING,
    capture=CaptureState.LISTENING,
    elapsed_seconds=14.3,
    level_dbfs=-19.0,
    speech=True,
    microphone_open=True,
    transcript=transcript(COMMITTED, TENTATIVE),
)
LISTENING_SHORT = replace(
    LISTENING, elapsed_seconds=2.2, transcript=transcript("Dear Marta,", "thank you for"), resources=CPU_ONLY
)
LISTENING_FULL = replace(LISTENING, resources=GPU_NEARLY_FULL, language="auto")
WORKING = replace(
    LISTENING,
    state=AppState.WORKING,
    capture=CaptureState.IDLE,
    microphone_open=False,
    elapsed_seconds=17.8,
    resources=replace(GPU, gpu_percent=88, gpu_celsius=66),
)
DONE = replace(
    WORKING,
    state=AppState.IDLE,
    stop_to_text_ms=412,
    transcript=transcript(f"{COMMITTED} {TENTATIVE}."),
    resources=GPU,
)
NOTICE = replace(IDLE, message="No speech was heard. Check which microphone is chosen in the menu.")
PROBLEM = replace(
    IDLE,
    state=AppState.PROBLEM,
    message="The microphone stopped sending sound. Your recording is kept; "
    "plug it in again or choose another one.",
)
KEPT = replace(
    IDLE,
    state=AppState.PROBLEM,
    message="You changed to another window. The text is kept. Press Ctrl+Alt+V to insert the text.",
    offers=(Offer.INSERT, Offer.COPY),
)
UNCONFIRMED = replace(
    KEPT,
    message="The window did not take the text. It is on the clipboard: paste it yourself.",
    offers=(Offer.INSERT, Offer.PUT_BACK),
)
OVERLAYS = {
    "arming": ARMING,
    "listening": LISTENING,
    "listening-short": LISTENING_SHORT,
    "listening-full": LISTENING_FULL,
    "working": WORKING,
    "done": DONE,
    "notice": NOTICE,
    "problem": PROBLEM,
    "kept": KEPT,
    "unconfirmed": UNCONFIRMED,
}

TRAY = TrayView(
    models=(
        Choice("demo", "demo (synthetic voices only, does not understand people)"),
        Choice("small", "small"),
        Choice("large-v3-turbo", "large-v3-turbo"),
    ),
    model="large-v3-turbo",
    model_loaded=True,
    languages=("auto", "es", "en", "pt"),
    language="auto",
    target_language="es",
    microphones=("", "USB Microphone", "Webcam"),
    microphone="USB Microphone",
    hotkey="ctrl+alt+space",
    has_last_text=True,
    leftover_takes=1,
)
TRAY_LISTENING = replace(TRAY, state=AppState.LISTENING, microphone_open=True)
