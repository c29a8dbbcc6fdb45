"""Settings survive bad values, broken files, kills and full disks."""

from __future__ import annotations

import stat
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import tomlkit
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from v2m_desktop.core.errors import SettingsError, StorageError
from v2m_desktop.core.settings import Activation, Hotkeys, Recognition, Settings
from v2m_desktop.storage import settings_file
from v2m_desktop.storage.settings_check import check_settings, group_types
from v2m_desktop.storage.settings_text import describe_settings

EDITED = """\
# my machine
schema = 1

[recognition]
model = "large"   # the good one
colour = "blue"

[hotkeys]
hold_ms = 300
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def all_keys() -> list[str]:
    return [f"{group}.{name}" for group, kind in group_types().items() for name in kind.model_fields]


def test_no_file_means_defaults(file: Path) -> None:
    assert settings_file.load(file) == settings_file.LoadedSettings(Settings())
    assert not file.exists()


def test_a_bad_value_is_reported_and_the_others_are_kept(file: Path) -> None:
    file.write_text('[hotkeys]\nhold_ms = "soon"\nactivation = "toggle"\n[recognition]\nmodel = "large"\n')
    loaded = settings_file.load(file)
    assert loaded.settings.hotkeys == Hotkeys(activation=Activation.TOGGLE)
    assert loaded.settings.recognition.model == "large"
    (problem,) = loaded.problems
    assert (problem.key, problem.value) == ("hotkeys.hold_ms", '"soon"')
    assert "The default 500 is used." in problem.message


@pytest.mark.parametrize("key", all_keys())
def test_every_setting_falls_back_alone(file: Path, key: str) -> None:
    group, name = key.split(".")
    file.write_text(f"[{group}]\n{name} = [[], {{}}]\n")
    loaded = settings_file.load(file)
    assert loaded.settings == Settings()
    assert [problem.key for problem in loaded.problems] == [key]


@pytest.mark.parametrize(
    ("written", "key", "hint"),
    [
        ('[recogniton]\nmodel = "large"', "recogniton.model", "recognition.model"),
        ('[recognition]\nmodle = "large"', "recognition.modle", "recognition.model"),
        ("hold_ms = 300", "hold_ms", "hotkeys.hold_ms"),
        ("[zzz]\nqqq = 1", "zzz.qqq", ""),
    ],
)
def test_an_unknown_key_is_reported_with_the_closest_name(
    file: Path, written: str, key: str, hint: str
) -> None:
    file.write_text(written)
    loaded = settings_file.load(file)
    assert loaded.settings == Settings()
    (problem,) = loaded.problems
    assert problem.key == key
    assert (f"Did you mean {hint}?" in problem.message) == bool(hint)
    assert ("Did you mean" in problem.message) == bool(hint)


def test_a_group_that_is_no_table_is_reported(file: Path) -> None:
    file.write_text('recognition = "large"\n')
    loaded = settings_file.load(file)
    assert loaded.settings == Settings()
    assert "[recognition]" in loaded.problems[0].message


@pytest.mark.parametrize(
    "content", [b"[recognition\nmodel", b"\xff\xfe\x00", b"a=1\na=2", b"x" * (1 << 20) + b"x"]
)
def test_a_broken_file_is_renamed_and_never_lost(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    loaded = settings_file.load(file)
    assert loaded.settings == Settings()
    assert loaded.backup is not None
    assert loaded.backup.name.startswith("settings.toml.broken-")
    assert loaded.backup.read_bytes() == content
    assert str(loaded.backup) in loaded.problems[0].message
    assert not file.exists()


def test_two_broken_files_in_one_second_are_both_kept(file: Path) -> None:
    file.write_text("=1")
    first = settings_file.load(file).backup
    file.write_text("=2")
    second = settings_file.load(file).backup
    assert first is not None
    assert second is not None
    assert (first.read_text(), second.read_text()) == ("=1", "=2")


def test_a_file_that_cannot_be_read_does_not_prevent_a_start(file: Path) -> None:
    file.mkdir()
    loaded = settings_file.load(file)
    assert loaded.settings == Settings()
    assert str(file) in loaded.problems[0].message
    with pytest.raises(StorageError):
        settings_file.save(file, Settings())


def test_a_newer_file_is_used_as_far_as_it_is_known(file: Path) -> None:
    file.write_text('schema = 99\n[recognition]\nmodel = "large"\nfuture = true\n')
    loaded = settings_file.load(file)
    assert loaded.settings.recognition.model == "large"
    assert [problem.key for problem in loaded.problems] == ["schema", "recognition.future"]
    settings_file.save(file, loaded.settings)
    assert tomllib.loads(file.read_text()) == {
        "schema": 99,
        "recognition": {"model": "large", "future": True},
    }


def test_a_byte_order_mark_and_windows_lines_are_read(file: Path) -> None:
    file.write_bytes(b'\xef\xbb\xbf[recognition]\r\nmodel = "large"\r\n')
    assert settings_file.load(file).settings.recognition.model == "large"
    settings_file.change(file, "recognition.language", "es")
    assert settings_file.load(file).settings.recognition == Recognition(model="large", language="es")


def test_saving_keeps_comments_and_unknown_keys(file: Path) -> None:
    file.write_text(EDITED)
    changed = Settings(recognition=Recognition(model="small", language="es"))
    settings_file.save(file, changed)
    text = file.read_text()
    assert "# my machine" in text
    assert 'model = "small"   # the good one' in text
    assert 'colour = "blue"' in text
    assert settings_file.load(file).settings == changed
    assert tomllib.loads(text) == {
        "schema": 1,
        "recognition": {"model": "small", "colour": "blue", "language": "es"},
        "hotkeys": {"hold_ms": 500},
    }
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_saving_what_is_there_already_changes_no_byte(file: Path) -> None:
    file.write_text(EDITED)
    settings_file.save(file, settings_file.load(file).settings)
    assert file.read_text() == EDITED


def test_a_new_file_explains_every_setting_and_sets_only_what_differs(file: Path) -> None:
    settings_file.save(file, Settings(hotkeys=Hotkeys(hold_ms=300)))
    text = file.read_text()
    assert tomllib.loads(text)["hotkeys"] == {"hold_ms": 300}
    assert [group for group, values in tomllib.loads(text).items() if values not in ({}, 1)] == ["hotkeys"]
    assert "From 150 to 2000." in text


@pytest.mark.parametrize(
    ("group", "name"),
    [("recognition", "hotwords"), ("rewriting", "refine_prompt"), ("rewriting", "translate_prompt")],
)
def test_no_complaint_quotes_what_is_private(group: str, name: str) -> None:
    settings, (problem,) = check_settings({group: {name: ["Dulcinea"]}})
    assert getattr(getattr(settings, group), name) == ""
    assert "Dulcinea" not in repr(problem) + problem.message
    assert problem.message.startswith(f"{group}.{name} = … cannot be used.")
    told, _ = check_settings({group: {name: "Dulcinea"}})
    assert "Dulcinea" not in repr(told)


def test_saving_over_bad_values_keeps_a_copy_of_them(file: Path) -> None:
    file.write_text("[hotkeys]\nhold_ms = 5\n")
    backup = settings_file.save(file, Settings())
    assert backup is not None
    assert backup.read_text() == "[hotkeys]\nhold_ms = 5\n"
    assert tomllib.loads(file.read_text())["hotkeys"] == {"hold_ms": 500}


def test_changing_one_setting_leaves_all_others_even_bad_ones(file: Path) -> None:
    file.write_text('[hotkeys]\nhold_ms = 5 # oops\n[recognition]\nmodel = "large"\n')
    settings = settings_file.change(file, "recognition.model", "small")
    assert settings.recognition.model == "small"
    assert "hold_ms = 5 # oops" in file.read_text()
    assert settings_file.load(file).settings == settings


def test_changing_back_to_the_default_is_written_too(file: Path) -> None:
    settings_file.change(file, "hotkeys.activation", Activation.TAP_OR_HOLD)
    assert tomllib.loads(file.read_text())["hotkeys"] == {"activation": "tap-or-hold"}


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("hotkeys.hold_ms", 5, "hotkeys.hold_ms"),
        ("hotkeys.dictate", "space", "ctrl, alt or super"),
        ("hotkeys.hold", 300, "Did you mean hotkeys.hold_ms?"),
        ("nonsense", 1, "There is no setting nonsense."),
        ("", 1, "There is no setting"),
    ],
)
def test_a_bad_change_is_refused_with_one_sentence(file: Path, key: str, value: object, words: str) -> None:
    with pytest.raises(SettingsError) as caught:
        settings_file.change(file, key, value)
    assert words in caught.value.message
    assert not file.exists()


def test_a_broken_file_that_could_not_be_renamed_is_copied_before_it_is_replaced(file: Path) -> None:
    file.write_text("[broken")
    backup = settings_file.save(file, Settings(hotkeys=Hotkeys(hold_ms=300)))
    assert backup is not None
    assert backup.read_text() == "[broken"
    assert settings_file.load(file).settings.hotkeys.hold_ms == 300


def test_the_described_file_says_nothing_but_defaults(file: Path) -> None:
    settings_file.create(file)
    loaded = settings_file.load(file)
    assert loaded.settings == Settings()
    assert loaded.problems == ()
    settings_file.change(file, "recognition.model", "small")
    before = file.read_text()
    settings_file.create(file)
    assert file.read_text() == before


def test_every_commented_default_of_the_described_file_is_valid() -> None:
    lines = describe_settings().splitlines()
    uncommented = [line.removeprefix("# ") for line in lines if " = " in line or line.startswith("[")]
    settings, problems = check_settings(tomllib.loads("\n".join(uncommented)))
    assert problems == ()
    assert settings == Settings()
    assert sum(" = " in line for line in lines) == 1 + len(all_keys())


scalars = st.one_of(
    st.none().map(lambda _: ""), st.booleans(), st.integers(-(2**62), 2**62), st.floats(allow_nan=True),
    st.text(max_size=20), st.datetimes(), st.dates(), st.times(),
    st.sampled_from(["demo", "auto", "toggle", "ctrl+alt+d", "DEBUG", "high", 300, 700]),
)  # fmt: skip
values: st.SearchStrategy[Any] = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
names = st.one_of(
    st.sampled_from([*group_types(), *(key.split(".")[1] for key in all_keys()), "schema"]),
    st.text(max_size=10),
)
documents = st.dictionaries(names, st.one_of(values, st.dictionaries(names, values, max_size=5)), max_size=6)
relaxed = hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@relaxed
@given(document=documents)
def test_random_values_never_prevent_a_start_nor_a_save(tmp_path: Path, document: dict[str, Any]) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(tomlkit.dumps(document), encoding="utf-8", newline="")
    loaded = settings_file.load(file)
    wanted = loaded.settings.model_copy(update={"hotkeys": Hotkeys(hold_ms=1234)})
    settings_file.save(file, wanted)
    assert settings_file.load(file).settings == wanted


@relaxed
@given(
    content=st.one_of(st.binary(max_size=60), st.text(alphabet='[]{}="\n.#a1 ', max_size=60).map(str.encode))
)
def test_random_bytes_never_prevent_a_start_nor_a_save(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    settings_file.load(file)
    file.write_bytes(content)
    settings_file.save(file, Settings(hotkeys=Hotkeys(hold_ms=1234)))
    assert settings_file.load(file).settings.hotkeys.hold_ms == 1234


FULL_DISK = """
import resource, sys
from pathlib import Path
from v2m_desktop.core.errors import DiskFullError
from v2m_desktop.storage import settings_file
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    settings_file.change(Path(sys.argv[1]), "recognition.model", "m" * 500)
except DiskFullError:
    sys.exit(7)
"""


def test_a_full_disk_keeps_the_old_file(file: Path) -> None:
    file.write_text(EDITED)
    child = subprocess.run([sys.executable, "-c", FULL_DISK, str(file)], check=False, timeout=300)
    assert child.returncode == 7
    assert file.read_text() == EDITED
    assert [entry.name for entry in file.parent.iterdir()] == [file.name]


def test_a_change_to_a_file_that_is_no_toml_loses_nothing_that_is_in_force(file: Path) -> None:
    file.write_text("this is [no toml\n", encoding="utf-8")
    recognition = Settings().recognition.model_copy(update={"model": "small"})
    in_force = Settings().model_copy(update={"recognition": recognition})
    settings_file.change(file, "recognition.language", "es", in_force)
    read = settings_file.load(file).settings
    assert (read.recognition.model, read.recognition.language) == ("small", "es")
    (aside,) = file.parent.glob("*.broken-*")
    assert aside.read_text(encoding="utf-8") == "this is [no toml\n"
