"""Every text of the interface exists in Spanish and Portuguese, and the compiled files are today's."""

from __future__ import annotations

import importlib.util
import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop import samples
from v2m_desktop.core.errors import NoMicrophoneError, V2mError
from v2m_desktop.models.catalog import DEMO
from v2m_desktop.storage.settings_check import SettingProblem, check_value
from v2m_desktop.ui.control_menu import ControlMenu
from v2m_desktop.ui.error_text import error_sentence, sentence_text
from v2m_desktop.ui.resource_line import resource_line
from v2m_desktop.ui.translation import chosen_language, install_translation
from v2m_desktop.ui.tray import Tray
from v2m_desktop.ui.wording import language_name

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "es", "pt")


@pytest.fixture(scope="session")
def update() -> ModuleType:
    path = ROOT / "packaging" / "translations" / "update.py"
    spec = importlib.util.spec_from_file_location("translations_update", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def file_of(language: str) -> Path:
    return ROOT / "resources" / "translations" / f"voice2machine_{language}.ts"


def texts(path: Path) -> dict[tuple[str, str], str]:
    """(context, source) to translation; "" where it is unfinished."""
    found = {}
    for context in ET.parse(path).iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and translation.get("type") is None
            found[name, message.findtext("source", "")] = message.findtext("translation", "") if done else ""
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_unfinished(language: str) -> None:
    assert [source for source, text in texts(file_of(language)).items() if not text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_the_sources_is_missing(update: ModuleType, language: str, tmp_path: Path) -> None:
    copy = tmp_path / file_of(language).name
    shutil.copy(file_of(language), copy)
    update.run_lupdate(copy, language)
    known = set(texts(file_of(language)))
    assert set(texts(copy)) - known == set(), "run packaging/translations/update.py and translate"


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_files_are_those_of_today(update: ModuleType, language: str, tmp_path: Path) -> None:
    compiled = tmp_path / "fresh.qm"
    update.run_lrelease(file_of(language), compiled)
    assert compiled.read_bytes() == file_of(language).with_suffix(".qm").read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_errors_is_translated(update: ModuleType, language: str) -> None:
    done = {
        source for (context, source), text in texts(file_of(language)).items() if context == "Error" and text
    }
    wanted = update.error_templates()
    assert len(wanted) > 60
    assert [sentence for sentence in wanted if sentence not in done] == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("hotkeys.dictate", "hyper+q"),
        ("hotkeys.dictate", 7),
        ("hotkeys.activation", "never"),
        ("hotkeys.hold_ms", 5),
        ("general.chime", "loud"),
        ("recognition.language", "xyzzy"),
        ("recognition.device", "abacus"),
        ("recognition.compute_type", "?"),
        ("no.such", 1),
    ],
)
def test_unusable_settings_are_named_in_the_language_of_the_interface(
    english: QApplication, key: str, value: object
) -> None:
    problem = check_value(key, value)
    assert isinstance(problem, SettingProblem)
    install_translation(english, "es")
    for error in problem.errors:
        assert error_sentence(error) != error.message
    install_translation(english, "en")
    assert " ".join(error_sentence(error) for error in problem.errors) == problem.message


def test_label_of_the_demo_model_is_translated(english: QApplication) -> None:
    install_translation(english, "es")
    assert "voces sintéticas" in sentence_text(DEMO.label)


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_survive_translation(language: str) -> None:
    for (_, source), text in texts(file_of(language)).items():
        assert sorted(re.findall(r"{\w*}", text)) == sorted(re.findall(r"{\w*}", source)), source


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_menu_entry_has_a_key_of_its_own(english: QApplication, qtbot: QtBot, language: str) -> None:
    install_translation(english, language)
    menu = ControlMenu(Tray())
    qtbot.addWidget(menu)
    menu.show_view(samples.TRAY_LISTENING)
    labels = [a.text() for a in menu.actions() if a.text() and a is not menu.headline]
    keys = [label[label.index("&") + 1].lower() for label in labels]
    assert len(set(keys)) == len(keys), labels


def test_switching_the_language_reaches_words_and_numbers(english: QApplication) -> None:
    assert install_translation(english, "es") == "es"
    assert language_name("pt") == "portugués"
    line = resource_line(samples.GPU)
    assert line is not None
    assert line.text.startswith("VRAM 2,1/8,0 GB")
    install_translation(english, "en")
    assert language_name("pt") == "Portuguese"
    assert language_name("zzz") == "zzz"


@pytest.mark.parametrize(
    ("wanted", "system", "chosen"),
    [("es", "pt_BR", "es"), ("auto", "pt_PT", "pt"), ("auto", "es_MX", "es"), ("auto", "de_DE", "en")],
)
def test_automatic_language_follows_the_system(wanted: str, system: str, chosen: str) -> None:
    assert chosen_language(wanted, QLocale(system)) == chosen


def test_errors_are_shown_in_the_language_of_the_interface(english: QApplication) -> None:
    error = NoMicrophoneError(
        'The microphone "{device}" is not there. Plug it in, or choose another one in the tray menu.',
        device="USB",
    )
    assert error_sentence(error) == error.message
    install_translation(english, "es")
    assert error_sentence(error).startswith('El micrófono "USB" no está.')
    unknown = V2mError("Something {what} nobody translated.", what="new")
    assert error_sentence(unknown) == "Something new nobody translated."
    braces = V2mError("A brace { in a sentence.")
    assert error_sentence(braces) == braces.message
