"""What each setting is called, and what stands under its control where the name alone is not enough."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from v2m_desktop.ui.wording import translate

if TYPE_CHECKING:

    def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802  (PySide's own promises an object)
        ...
else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Wording:
    """`unit` follows a number, `zero` stands for it where 0 lets the app choose."""

    name: str
    help: str = ""
    unit: str = ""
    zero: str = ""


MILLISECONDS = QT_TRANSLATE_NOOP("Settings", "ms")
SECONDS = QT_TRANSLATE_NOOP("Settings", "s")
MINUTES = QT_TRANSLATE_NOOP("Settings", "min")

WORDINGS: dict[str, Wording] = {
    "general.interface_language": Wording(QT_TRANSLATE_NOOP("Settings", "Language of the app")),
    "general.autostart": Wording(QT_TRANSLATE_NOOP("Settings", "Start when I log in")),
    "general.chime": Wording(
        QT_TRANSLATE_NOOP("Settings", "Play a short sound"),
        QT_TRANSLATE_NOOP("Settings", "Once the microphone really hears you, and when it stops."),
    ),
    "overlay.shown": Wording(
        QT_TRANSLATE_NOOP("Settings", "Show the overlay"),
        QT_TRANSLATE_NOOP("Settings", "Your words, as they are recognized, at the bottom of the screen."),
    ),
    "overlay.resources": Wording(
        QT_TRANSLATE_NOOP("Settings", "Show the load of the computer in it"),
        QT_TRANSLATE_NOOP("Settings", "Video memory and temperature, or processor and memory."),
    ),
    "hotkeys.dictate": Wording(QT_TRANSLATE_NOOP("Settings", "Dictate")),
    "hotkeys.refine": Wording(
        QT_TRANSLATE_NOOP("Settings", "Dictate and refine"),
        QT_TRANSLATE_NOOP("Settings", "Corrects the text before it is inserted."),
    ),
    "hotkeys.translate": Wording(
        QT_TRANSLATE_NOOP("Settings", "Dictate and translate"),
        QT_TRANSLATE_NOOP("Settings", "Into the language that is chosen under Rewriting."),
    ),
    "hotkeys.insert": Wording(
        QT_TRANSLATE_NOOP("Settings", "Insert the kept text"),
        QT_TRANSLATE_NOOP("Settings", "For a text that could not be inserted when it was ready."),
    ),
    "hotkeys.take_back": Wording(
        QT_TRANSLATE_NOOP("Settings", "Take the last text back"),
        QT_TRANSLATE_NOOP("Settings", "Pressed again, it inserts the other version: as spoken, or refined."),
    ),
    "hotkeys.activation": Wording(QT_TRANSLATE_NOOP("Settings", "Pressing a hotkey")),
    "hotkeys.hold_ms": Wording(QT_TRANSLATE_NOOP("Settings", "Counts as held after"), unit=MILLISECONDS),
    "microphone.device": Wording(QT_TRANSLATE_NOOP("Settings", "Microphone")),
    "microphone.opens": Wording(
        QT_TRANSLATE_NOOP("Settings", "Open"),
        QT_TRANSLATE_NOOP("Settings", "The tray icon shows it whenever the microphone is open."),
    ),
    "microphone.warm_seconds": Wording(QT_TRANSLATE_NOOP("Settings", "Stays open for"), unit=SECONDS),
    "microphone.auto_stop_s": Wording(
        QT_TRANSLATE_NOOP("Settings", "Ends after a silence of"),
        QT_TRANSLATE_NOOP("Settings", "For hands-free dictation. Never while you hold the hotkey."),
        SECONDS,
        QT_TRANSLATE_NOOP("Settings", "Never"),
    ),
    "microphone.longest_take_minutes": Wording(
        QT_TRANSLATE_NOOP("Settings", "Longest dictation"),
        QT_TRANSLATE_NOOP("Settings", "It then ends by itself, and its text is inserted."),
        MINUTES,
    ),
    "voice.sensitivity": Wording(
        QT_TRANSLATE_NOOP("Settings", "Sensitivity"),
        QT_TRANSLATE_NOOP("Settings", "High for a quiet voice, low for a noisy room."),
    ),
    "voice.gain": Wording(
        QT_TRANSLATE_NOOP("Settings", "Raise a quiet voice"),
        QT_TRANSLATE_NOOP("Settings", "Makes it louder for the model only. Noise is raised along with it."),
    ),
    "voice.hangover_ms": Wording(
        QT_TRANSLATE_NOOP("Settings", "Pause between sentences"),
        QT_TRANSLATE_NOOP("Settings", "After this much silence a sentence is recognized for good."),
        MILLISECONDS,
    ),
    "voice.pre_roll_ms": Wording(
        QT_TRANSLATE_NOOP("Settings", "Kept before speech"),
        QT_TRANSLATE_NOOP("Settings", "So that the first syllable is not lost."),
        MILLISECONDS,
    ),
    "voice.tail_ms": Wording(
        QT_TRANSLATE_NOOP("Settings", "Kept after the key"),
        QT_TRANSLATE_NOOP("Settings", "The recording goes on for at most this long, for the last word."),
        MILLISECONDS,
    ),
    "voice.longest_segment_s": Wording(
        QT_TRANSLATE_NOOP("Settings", "Longest sentence"),
        QT_TRANSLATE_NOOP("Settings", "Speech without a pause is cut at its quietest point."),
        SECONDS,
    ),
    "recognition.model": Wording(QT_TRANSLATE_NOOP("Settings", "Model")),
    "recognition.language": Wording(
        QT_TRANSLATE_NOOP("Settings", "Spoken language"),
        QT_TRANSLATE_NOOP("Settings", "Naming the language is faster and surer than detecting it."),
    ),
    "recognition.languages": Wording(
        QT_TRANSLATE_NOOP("Settings", "Languages you speak"),
        QT_TRANSLATE_NOOP("Settings", "Most likely first, such as en, es. Empty: those you chose lately."),
    ),
    "recognition.hotwords": Wording(
        QT_TRANSLATE_NOOP("Settings", "Names and terms"),
        QT_TRANSLATE_NOOP(
            "Settings", "That you use, separated by commas. About fifteen fit, the first ones."
        ),
    ),
    "recognition.device": Wording(QT_TRANSLATE_NOOP("Settings", "Runs on")),
    "recognition.short_context": Wording(
        QT_TRANSLATE_NOOP("Settings", "Listen only as long as you spoke"),
        QT_TRANSLATE_NOOP("Settings", "Several times faster on a processor. Some models mishear with it."),
    ),
    "recognition.compute_type": Wording(
        QT_TRANSLATE_NOOP("Settings", "Number format"),
        QT_TRANSLATE_NOOP("Settings", "Smaller numbers need less memory."),
    ),
    "recognition.threads": Wording(
        QT_TRANSLATE_NOOP("Settings", "Processor threads"),
        zero=QT_TRANSLATE_NOOP("Settings", "Automatic"),
    ),
    "recognition.host": Wording(
        QT_TRANSLATE_NOOP("Settings", "Model lives"),
        QT_TRANSLATE_NOOP(
            "Settings", "In its own process a crash costs no word. Takes effect at the next start."
        ),
    ),
    "recognition.keep_loaded": Wording(
        QT_TRANSLATE_NOOP("Settings", "Give memory back"),
        QT_TRANSLATE_NOOP("Settings", "The next dictation records at once and loads the model meanwhile."),
    ),
    "recognition.idle_minutes": Wording(QT_TRANSLATE_NOOP("Settings", "Not used for"), unit=MINUTES),
    "recognition.unload_under_pressure": Wording(
        QT_TRANSLATE_NOOP("Settings", "Also when memory runs out"),
        QT_TRANSLATE_NOOP("Settings", "Other programs come first. Never in the middle of a dictation."),
    ),
    "rewriting.provider": Wording(
        QT_TRANSLATE_NOOP("Settings", "Rewriting by"),
        QT_TRANSLATE_NOOP("Settings", "Refines or translates what you dictate before it is inserted."),
    ),
    "rewriting.ollama_address": Wording(QT_TRANSLATE_NOOP("Settings", "Address of Ollama")),
    "rewriting.model": Wording(QT_TRANSLATE_NOOP("Settings", "Language model")),
    "rewriting.action": Wording(
        QT_TRANSLATE_NOOP("Settings", "Dictation hotkey"),
        QT_TRANSLATE_NOOP("Settings", "Refining and translating have hotkeys of their own as well."),
    ),
    "rewriting.target_language": Wording(QT_TRANSLATE_NOOP("Settings", "Translate into")),
    "rewriting.deadline_s": Wording(
        QT_TRANSLATE_NOOP("Settings", "Wait at most"),
        QT_TRANSLATE_NOOP("Settings", "Then you get your own words. Automatic: 4 s here, 7 s elsewhere."),
        SECONDS,
        QT_TRANSLATE_NOOP("Settings", "Automatic"),
    ),
    "rewriting.refine_prompt": Wording(QT_TRANSLATE_NOOP("Settings", "Refining")),
    "rewriting.translate_prompt": Wording(QT_TRANSLATE_NOOP("Settings", "Translating")),
    "delivery.method": Wording(QT_TRANSLATE_NOOP("Settings", "When a text is ready")),
    "delivery.chord": Wording(
        QT_TRANSLATE_NOOP("Settings", "Paste with"),
        QT_TRANSLATE_NOOP("Settings", "Automatic knows terminals, which want other keys."),
    ),
    "delivery.trailing_space": Wording(
        QT_TRANSLATE_NOOP("Settings", "Add a space after the text"),
        QT_TRANSLATE_NOOP("Settings", "So that the next dictation does not stick to it."),
    ),
    "delivery.command": Wording(
        QT_TRANSLATE_NOOP("Settings", "Command"),
        QT_TRANSLATE_NOOP("Settings", "A program with its options. It reads the text from standard input."),
    ),
    "delivery.manners": Wording(
        QT_TRANSLATE_NOOP("Settings", "Fit the text to what stands before it"),
        QT_TRANSLATE_NOOP("Settings", "Space and capital, where the system tells what is there."),
    ),
    "delivery.terminal_newlines": Wording(
        QT_TRANSLATE_NOOP("Settings", "New lines in a terminal"),
        QT_TRANSLATE_NOOP("Settings", "A new line there runs what stands before it."),
    ),
    "delivery.press_enter": Wording(
        QT_TRANSLATE_NOOP("Settings", "Press Enter afterwards"),
        QT_TRANSLATE_NOOP("Settings", "Only once the text is proven to have arrived."),
    ),
    "delivery.window_changed": Wording(
        QT_TRANSLATE_NOOP("Settings", "When you changed windows"),
    ),
    "delivery.blocked_applications": Wording(
        QT_TRANSLATE_NOOP("Settings", "Never dictate into"),
        QT_TRANSLATE_NOOP("Settings", "Names of applications, separated by commas, such as keepassxc."),
    ),
    "delivery.restore_clipboard": Wording(
        QT_TRANSLATE_NOOP("Settings", "Put the clipboard back"),
        QT_TRANSLATE_NOOP("Settings", "What you had copied is there again once the text was pasted."),
    ),
    "logging.level": Wording(
        QT_TRANSLATE_NOOP("Settings", "Log file"),
        QT_TRANSLATE_NOOP("Settings", "At every level without your words and keys."),
    ),
}

CHOICES: dict[str, dict[str, str]] = {
    "general.interface_language": {
        "auto": QT_TRANSLATE_NOOP("Settings", "As the system"),
        "en": "English",
        "es": "Español",
        "pt": "Português",
    },
    "hotkeys.activation": {
        "tap-or-hold": QT_TRANSLATE_NOOP("Settings", "Tap to start and stop, or hold to talk"),
        "toggle": QT_TRANSLATE_NOOP("Settings", "Tap to start, tap to stop"),
        "hold": QT_TRANSLATE_NOOP("Settings", "Hold to talk"),
    },
    "microphone.opens": {
        "on-key": QT_TRANSLATE_NOOP("Settings", "While dictating"),
        "warm": QT_TRANSLATE_NOOP("Settings", "While dictating and a while after"),
        "always": QT_TRANSLATE_NOOP("Settings", "Always"),
    },
    "voice.sensitivity": {
        "low": QT_TRANSLATE_NOOP("Settings", "Low"),
        "normal": QT_TRANSLATE_NOOP("Settings", "Normal"),
        "high": QT_TRANSLATE_NOOP("Settings", "High"),
    },
    "recognition.device": {
        "auto": QT_TRANSLATE_NOOP("Settings", "Graphics card if possible"),
        "cpu": QT_TRANSLATE_NOOP("Settings", "Processor"),
        "cuda": QT_TRANSLATE_NOOP("Settings", "Graphics card (CUDA)"),
    },
    "recognition.compute_type": {"auto": QT_TRANSLATE_NOOP("Settings", "Automatic")},
    "recognition.host": {
        "thread": QT_TRANSLATE_NOOP("Settings", "In the app"),
        "process": QT_TRANSLATE_NOOP("Settings", "In a process of its own"),
    },
    "recognition.short_context": {
        "auto": QT_TRANSLATE_NOOP("Settings", "If the self-check allows it"),
        "on": QT_TRANSLATE_NOOP("Settings", "Always"),
        "off": QT_TRANSLATE_NOOP("Settings", "Never"),
    },
    "recognition.keep_loaded": {
        "idle": QT_TRANSLATE_NOOP("Settings", "When the model is not used"),
        "always": QT_TRANSLATE_NOOP("Settings", "Never: keep the model loaded"),
        "at-once": QT_TRANSLATE_NOOP("Settings", "After every dictation"),
    },
    "rewriting.provider": {
        "off": QT_TRANSLATE_NOOP("Settings", "Nobody"),
        "ollama": QT_TRANSLATE_NOOP("Settings", "Ollama, on your computer"),
        "gemini": QT_TRANSLATE_NOOP("Settings", "Google Gemini, on the internet"),
    },
    "rewriting.action": {
        "raw": QT_TRANSLATE_NOOP("Settings", "Inserts what you said"),
        "refine": QT_TRANSLATE_NOOP("Settings", "Refines it"),
        "translate": QT_TRANSLATE_NOOP("Settings", "Translates it"),
    },
    "delivery.method": {
        "paste": QT_TRANSLATE_NOOP("Settings", "Paste it where you write"),
        "type": QT_TRANSLATE_NOOP("Settings", "Type it where you write"),
        "copy": QT_TRANSLATE_NOOP("Settings", "Copy it to the clipboard only"),
        "command": QT_TRANSLATE_NOOP("Settings", "Give it to a command"),
    },
    "delivery.window_changed": {
        "keep": QT_TRANSLATE_NOOP("Settings", "Keep the text, and tell me"),
        "return": QT_TRANSLATE_NOOP("Settings", "Go back, insert it, and return"),
    },
    "delivery.terminal_newlines": {
        "space": QT_TRANSLATE_NOOP("Settings", "Become spaces"),
        "keep": QT_TRANSLATE_NOOP("Settings", "Stay, and may run commands"),
    },
    "delivery.chord": {
        "auto": QT_TRANSLATE_NOOP("Settings", "Automatic"),
        "ctrl+v": "Ctrl+V",
        "ctrl+shift+v": "Ctrl+Shift+V",
        "shift+insert": "Shift+Insert",
        "cmd+v": "Cmd+V",
    },
    "logging.level": {
        "DEBUG": QT_TRANSLATE_NOOP("Settings", "Everything"),
        "INFO": QT_TRANSLATE_NOOP("Settings", "Normal"),
        "WARNING": QT_TRANSLATE_NOOP("Settings", "Warnings and errors"),
        "ERROR": QT_TRANSLATE_NOOP("Settings", "Errors only"),
    },
}
"""Values in words, in the order in which they are offered. A value that is not here stands for itself."""


def wording(key: str) -> Wording:
    """The words about a setting in the language of the interface."""
    words = WORDINGS[key]
    return Wording(*(_translated(text) for text in (words.name, words.help, words.unit, words.zero)))


def value_name(key: str, value: str) -> str:
    """One of a setting's values in words."""
    return _translated(CHOICES.get(key, {}).get(value, value))


def _translated(text: str) -> str:
    return translate("Settings", text) if text else ""
