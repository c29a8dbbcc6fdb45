"""A model is found by name or folder, and a broken folder is explained by the name of the broken file."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path

import pytest

from v2m_desktop.core.errors import ModelCorruptError, ModelMissingError
from v2m_desktop.core.resources import resource
from v2m_desktop.models.catalog import DEMO
from v2m_desktop.models.registry import check_folder, list_models, resolve

NECESSARY = ("model.bin", "config.json", "tokenizer.json", "vocabulary.json")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder with the files of the demo model."""
    return Path(shutil.copytree(resource(DEMO.resource), tmp_path / "models" / "mine"))


def test_the_demo_model_is_the_embedded_default(tmp_path: Path) -> None:
    choice = resolve("demo", tmp_path / "no models yet")
    assert choice.name == "demo"
    assert choice.folder == resource("models/demo")


def test_the_demo_model_says_wherever_it_is_listed_that_it_does_not_understand_people(tmp_path: Path) -> None:
    (model,) = list_models(tmp_path)
    assert "does not understand people" in model.label
    assert model.languages == ("en", "es")


def test_a_model_in_the_models_folder_is_found_by_its_name(copy: Path) -> None:
    (copy.parent / "downloading").mkdir()
    (copy.parent / "note.txt").touch()
    assert [model.name for model in list_models(copy.parent)] == ["demo", "mine"]
    assert resolve("mine", copy.parent).folder == copy


def test_a_folder_anywhere_is_taken_as_a_model(copy: Path, tmp_path: Path) -> None:
    choice = resolve(str(copy), tmp_path / "elsewhere")
    assert (choice.name, choice.folder) == ("mine", copy)


@pytest.mark.parametrize("name", ["large", "", "  "])
def test_an_unknown_name_lists_the_known_ones(name: str, tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match="demo"):
        resolve(name, tmp_path)


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match="gone does not exist"):
        resolve(str(tmp_path / "gone"), tmp_path)


@pytest.mark.parametrize("file", NECESSARY)
def test_a_missing_file_is_named(file: str, copy: Path) -> None:
    (copy / file).unlink()
    with pytest.raises(ModelMissingError, match=file):
        check_folder(copy)


@pytest.mark.parametrize("file", NECESSARY)
@pytest.mark.parametrize("damage", [b"", b"\0\0\0\0", b"<html>not found</html>", b"\xff\xfe\xff", b"[]"])
def test_a_damaged_file_is_named(file: str, damage: bytes, copy: Path) -> None:
    (copy / file).write_bytes(damage)
    with pytest.raises(ModelCorruptError, match=file):
        check_folder(copy)


@pytest.mark.parametrize("share", [0.00001, 0.001, 0.3, 0.9, 0.99999])
def test_a_cut_model_file_is_noticed_wherever_it_was_cut(share: float, copy: Path) -> None:
    whole = (copy / "model.bin").read_bytes()
    (copy / "model.bin").write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(ModelCorruptError, match=r"model\.bin"):
        check_folder(copy)


def test_a_model_file_with_something_appended_is_noticed(copy: Path) -> None:
    with (copy / "model.bin").open("ab") as file:
        file.write(b"more")
    with pytest.raises(ModelCorruptError, match=r"model\.bin"):
        check_folder(copy)


def test_a_translation_model_is_no_speech_model(copy: Path) -> None:
    whole = (copy / "model.bin").read_bytes()
    (copy / "model.bin").write_bytes(whole.replace(b"WhisperSpec", b"TransfoSpec", 1))
    with pytest.raises(ModelCorruptError, match=r"model\.bin"):
        check_folder(copy)


def test_another_version_of_the_format_is_left_to_the_engine(copy: Path) -> None:
    (copy / "model.bin").write_bytes(struct.pack("<I", 5) + b"anything")
    check_folder(copy)


def test_an_older_models_text_vocabulary_is_accepted(copy: Path) -> None:
    (copy / "vocabulary.json").unlink()
    (copy / "vocabulary.txt").write_text("a\nb\n", encoding="utf-8")
    check_folder(copy)
    (copy / "vocabulary.txt").write_text("\n", encoding="utf-8")
    with pytest.raises(ModelCorruptError, match=r"vocabulary\.txt"):
        check_folder(copy)
