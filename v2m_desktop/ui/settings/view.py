"""What the settings dialog is told. The app builds these values; the dialog draws them."""

from __future__ import annotations

from dataclasses import dataclass, field

from v2m_desktop.core.secrets import SecretState
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import ModelState
from v2m_desktop.core.settings import Settings
from v2m_desktop.ui.view import SILENCE_DBFS, Choice


@dataclass(frozen=True, slots=True)
class TryOut:
    """The box in which refining and translating can be tried. `message` is one sentence about the result."""

    busy: bool = False
    text: SensitiveText = field(default_factory=SensitiveText)
    message: str = ""


@dataclass(frozen=True, slots=True)
class DesktopLine:
    """Something that this desktop allows, or not: its name, what is so or why not, and whether it is `ok`."""

    name: str
    sentence: str
    ok: bool


@dataclass(frozen=True, slots=True)
class SettingsView:
    """What the dialog shows. Every sentence is already in the language of the interface.

    `languages` holds codes with "auto" among them, `microphones` device names with "" for the system's
    default. `model_line` says in one sentence where the model runs, `self_check_line` whether it listens only
    as long as was spoken, and why, `hotwords_line` why the model is not told all names and terms.
    `remote_host` names the computer that gets the text, None if the text stays here. `key` is None where the
    provider needs none.
    `hotkeys_refused` and `problems` are pairs of a setting such as "hotkeys.refine" and a sentence that
    stands under its control. `desktop` says what this desktop allows, `can_allow_keys` whether it would ask
    the user to let the app press keys.
    """

    # People's own prompts are in the settings: nothing that prints a view may print them.
    settings: Settings = field(default_factory=Settings, repr=False)
    models: tuple[Choice, ...] = ()
    languages: tuple[str, ...] = ("auto",)
    microphones: tuple[str, ...] = ("",)
    level_dbfs: float = SILENCE_DBFS
    speech: bool = False
    microphone_error: str | None = None
    model_state: ModelState = ModelState.UNLOADED
    model_line: str = ""
    hotwords_line: str = ""
    can_unload: bool = False
    self_check_line: str = ""
    can_check_again: bool = False
    provider_models: tuple[str, ...] = ()
    provider_line: str = ""
    provider_busy: bool = False
    remote_host: str | None = None
    key: SecretState | None = None
    try_out: TryOut = field(default_factory=TryOut)
    hotkeys_refused: tuple[tuple[str, str], ...] = ()
    problems: tuple[tuple[str, str], ...] = ()
    desktop: tuple[DesktopLine, ...] = ()
    can_allow_keys: bool = False
    log_folder: str = ""
    settings_path: str = ""
    refine_prompt: str = ""
    """Ours, shown where people have written none."""
    translate_prompt: str = ""
