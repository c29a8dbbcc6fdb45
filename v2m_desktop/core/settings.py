"""The settings schema: every setting with its type, default, range and description, declared once.

Documentation, validation, the settings file and the dialog are made from it. A bad value costs that value
only (see storage.settings_file); the rest is kept. What people say or tell a model is private: with
`repr=False` no complaint about it and no log quotes it.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from v2m_desktop.core.audio import Sensitivity
from v2m_desktop.core.errors import HotkeyError, SettingsError
from v2m_desktop.core.hotkeys import (
    DEFAULT_HOTKEY,
    DEFAULT_INSERT_HOTKEY,
    DEFAULT_REFINE_HOTKEY,
    DEFAULT_TAKE_BACK_HOTKEY,
    DEFAULT_TRANSLATE_HOTKEY,
    parse_hotkey,
)
from v2m_desktop.core.rewriting import Action


class Activation(StrEnum):
    """What pressing and releasing the dictation hotkey means."""

    TAP_OR_HOLD = "tap-or-hold"
    TOGGLE = "toggle"
    HOLD = "hold"


class MicrophoneOpens(StrEnum):
    """When the microphone is open. The tray shows it whenever it is."""

    ON_KEY = "on-key"
    WARM = "warm"
    ALWAYS = "always"


class InterfaceLanguage(StrEnum):
    AUTO = "auto"
    ENGLISH = "en"
    SPANISH = "es"
    PORTUGUESE = "pt"


class RecognizerHost(StrEnum):
    """Where the model lives: in the worker thread, or in a process of its own."""

    THREAD = "thread"
    PROCESS = "process"


class ShortContext(StrEnum):
    """Whether the model listens only as long as was spoken, instead of always 30 seconds."""

    AUTO = "auto"
    """Once a self-check on the user's own sentences showed that it changes no word."""
    ON = "on"
    OFF = "off"


class KeepLoaded(StrEnum):
    """How long the model stays in memory after its last use."""

    IDLE = "idle"
    ALWAYS = "always"
    AT_ONCE = "at-once"


class RewritingProvider(StrEnum):
    """Who refines and translates."""

    OFF = "off"
    OLLAMA = "ollama"
    GEMINI = "gemini"


class DeliveryMethod(StrEnum):
    """How a text gets into the window. COMMAND: a program of the user's reads it from standard input."""

    PASTE = "paste"
    TYPE = "type"
    COPY = "copy"
    COMMAND = "command"


class PasteChord(StrEnum):
    CTRL_V = "ctrl+v"
    CTRL_SHIFT_V = "ctrl+shift+v"
    SHIFT_INSERT = "shift+insert"
    CMD_V = "cmd+v"
    AUTO = "auto"


class WindowChanged(StrEnum):
    """What becomes of a text whose window is no longer in front."""

    KEEP = "keep"
    """It is kept, and people are told."""
    RETURN = "return"
    """Its window comes to the front, gets the text, and goes back behind."""


class TerminalNewlines(StrEnum):
    """A new line in a terminal runs what stands before it."""

    SPACE = "space"
    KEEP = "keep"


class TrailingSpace(StrEnum):
    ALWAYS = "always"
    NEVER = "never"


def _checked_hotkey(text: str) -> str:
    try:
        return str(parse_hotkey(text))
    except HotkeyError as error:
        raise ValueError(error.message) from error


def _checked_language(code: str) -> str:
    if code != "auto" and not (2 <= len(code) <= 3 and code.isalpha() and code.islower()):
        raise ValueError('write "auto" or a language code such as en, es or pt')
    return code


def _checked_optional_hotkey(text: str) -> str:
    return _checked_hotkey(text) if text.strip() else ""


def _checked_target(code: str) -> str:
    if _checked_language(code) == "auto":
        raise ValueError("write a language code such as en, es or pt")
    return code


def _checked_languages(text: str) -> str:
    """Codes between commas, each once."""
    codes = list(dict.fromkeys(code for code in re.split(r"[,;\s]+", text) if code))
    try:
        return ", ".join(map(_checked_target, codes))
    except ValueError:
        error = SettingsError("It takes codes of languages, most likely first, such as en, es.")
        raise ValueError(error.message) from error


def _has_host(address: str) -> bool:
    """Whether host and port can be told apart, and are possible ones."""
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _checked_address(text: str) -> str:
    address = text.strip().rstrip("/")
    if not re.fullmatch(r"https?://[^\s/@?#]+", address) or not _has_host(address):
        error = SettingsError("It takes an address such as http://127.0.0.1:11434.")
        raise ValueError(error.message) from error
    return address


HotkeyText = Annotated[str, AfterValidator(_checked_hotkey)]
OptionalHotkeyText = Annotated[str, AfterValidator(_checked_optional_hotkey)]
Address = Annotated[str, AfterValidator(_checked_address)]
TargetLanguage = Annotated[str, AfterValidator(_checked_target)]
LanguageCode = Annotated[str, AfterValidator(_checked_language)]
LanguageCodes = Annotated[str, AfterValidator(_checked_languages)]


class _Group(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", validate_default=True)


class General(_Group):
    interface_language: InterfaceLanguage = Field(
        InterfaceLanguage.AUTO, description="Language of menus and messages."
    )
    chime: bool = Field(
        True, description="A short sound once the microphone really hears, and when it stops."
    )
    autostart: bool = Field(False, description="Start when you log in.")


class Hotkeys(_Group):
    dictate: HotkeyText = Field(DEFAULT_HOTKEY, description="The dictation hotkey.")
    refine: OptionalHotkeyText = Field(
        DEFAULT_REFINE_HOTKEY, description="Dictates and refines; empty for none."
    )
    translate: OptionalHotkeyText = Field(
        DEFAULT_TRANSLATE_HOTKEY, description="Dictates and translates; empty for none."
    )
    insert: OptionalHotkeyText = Field(
        DEFAULT_INSERT_HOTKEY, description="Inserts a text that was kept; empty for none."
    )
    take_back: OptionalHotkeyText = Field(
        DEFAULT_TAKE_BACK_HOTKEY, description="Takes the last text back; again, inserts it anew; empty: none."
    )
    activation: Activation = Field(
        Activation.TAP_OR_HOLD, description="Tap to start and stop, or hold to talk."
    )
    hold_ms: int = Field(500, ge=150, le=2000, description="From this long on, a press is a hold.")


class Microphone(_Group):
    device: str = Field("", description="Input device by name; empty is the system's default.")
    opens: MicrophoneOpens = Field(MicrophoneOpens.ON_KEY, description="When the microphone is open.")
    warm_seconds: int = Field(
        30, ge=5, le=900, description="How long a warm microphone stays open after a take."
    )
    auto_stop_s: int = Field(
        0, ge=0, le=600, description="A dictation ends by itself after this long a silence; 0 never."
    )
    longest_take_minutes: int = Field(60, ge=1, le=240, description="A take ends by itself after this long.")


class Voice(_Group):
    sensitivity: Sensitivity = Field(Sensitivity.NORMAL, description="How easily sound counts as speech.")
    hangover_ms: int = Field(700, ge=300, le=2000, description="Silence that ends an utterance.")
    pre_roll_ms: int = Field(600, ge=100, le=1000, description="Audio kept from before speech was noticed.")
    tail_ms: int = Field(500, ge=0, le=1500, description="Longest recording after the key was let go.")
    longest_segment_s: int = Field(
        20, ge=5, le=28, description="Ongoing speech is cut at a dip after this long."
    )
    gain: bool = Field(False, description="Raise quiet voices before they are recognized.")


class Recognition(_Group):
    model: str = Field("demo", description="Name of an installed model, or a folder with CTranslate2 files.")
    language: LanguageCode = Field(
        "auto", description='Spoken language: "auto" or a code such as en, es, pt.'
    )
    languages: LanguageCodes = Field(
        "", description="Languages you speak, most likely first, such as en, es; empty takes recent ones."
    )
    hotwords: str = Field("", repr=False, description="Names and terms that you use, separated by commas.")
    device: str = Field("auto", pattern=r"^(auto|cpu|cuda)$", description="Where the model runs.")
    compute_type: str = Field("auto", pattern=r"^[a-z0-9_]+$", description="Number format of the weights.")
    threads: int = Field(0, ge=0, le=64, description="Processor threads; 0 chooses.")
    host: RecognizerHost = Field(
        RecognizerHost.PROCESS,
        description="In a process of its own, whose crash costs no word, or in the app.",
    )
    short_context: ShortContext = Field(
        ShortContext.AUTO,
        description="Listen only as long as was spoken: several times faster on a processor; auto checks it.",
    )
    keep_loaded: KeepLoaded = Field(
        KeepLoaded.IDLE, description="When the model gives its memory back: when idle, never, at once."
    )
    idle_minutes: int = Field(5, ge=1, le=1440, description="With keep_loaded idle: idle for this long.")
    unload_under_pressure: bool = Field(
        True, description="Give the memory back when the computer runs out of it."
    )


class Rewriting(_Group):
    provider: RewritingProvider = Field(
        RewritingProvider.OFF, description="Who refines and translates: off, ollama (local), gemini (remote)."
    )
    action: Action = Field(Action.RAW, description="What the dictation hotkey does with the words.")
    model: str = Field("", description="The provider's model; empty takes the first that it lists.")
    ollama_address: Address = Field(
        "http://127.0.0.1:11434",
        description="Where Ollama answers. An address of another computer counts as remote.",
    )
    target_language: TargetLanguage = Field("en", description="Language to translate into, such as en.")
    refine_prompt: str = Field(
        "", repr=False, description="Your own instructions for refining; empty takes ours."
    )
    translate_prompt: str = Field(
        "", repr=False, description="Your own instructions for translating; empty takes ours."
    )
    deadline_s: int = Field(
        0, ge=0, le=60, description="Seconds a rewriting may take; 0 means 4 on this computer, 7 remote."
    )


class Delivery(_Group):
    method: DeliveryMethod = Field(
        DeliveryMethod.PASTE,
        description="Paste into the window, type it, copy only, or give it to a command.",
    )
    chord: PasteChord = Field(PasteChord.AUTO, description="The key chord that pastes.")
    command: str = Field(
        "", description="With method command: a program that reads the text from standard input."
    )
    manners: bool = Field(
        True, description="Fit space and capital to the text before the cursor, where the system tells."
    )
    trailing_space: TrailingSpace = Field(TrailingSpace.ALWAYS, description="A space after the text.")
    terminal_newlines: TerminalNewlines = Field(
        TerminalNewlines.SPACE,
        description="New lines in a terminal: as spaces, or kept, which runs commands.",
    )
    press_enter: bool = Field(False, description="Press Enter once the text is proven to have arrived.")
    restore_clipboard: bool = Field(True, description="Put back what the clipboard held before.")
    window_changed: WindowChanged = Field(
        WindowChanged.KEEP, description="When you changed windows: keep the text, or go back and insert it."
    )
    blocked_applications: str = Field(
        "", description="Applications that get no dictation, by window class, separated by commas."
    )


class Overlay(_Group):
    shown: bool = Field(True, description="Show the overlay while dictating.")
    resources: bool = Field(True, description="Show video memory, load and temperature, or CPU and RAM.")


class Logging(_Group):
    level: str = Field(
        "INFO", pattern=r"^(DEBUG|INFO|WARNING|ERROR)$", description="What the log file holds."
    )


class Settings(_Group):
    """All settings. Groups are tables of the settings file."""

    general: General = General()
    hotkeys: Hotkeys = Hotkeys()
    microphone: Microphone = Microphone()
    voice: Voice = Voice()
    recognition: Recognition = Recognition()
    rewriting: Rewriting = Rewriting()
    delivery: Delivery = Delivery()
    overlay: Overlay = Overlay()
    logging: Logging = Logging()
