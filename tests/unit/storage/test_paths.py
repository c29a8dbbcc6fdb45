"""Folders belong to their owner, and one that cannot be used is named instead of stopping the start."""

from __future__ import annotations

import os
import pwd
import stat
from dataclasses import astuple
from pathlib import Path

import pytest

from v2m_desktop.core.errors import StorageError
from v2m_desktop.storage.paths import LONGEST_RUNTIME_PATH, Paths


def test_profile_variable_moves_everything(tmp_path: Path) -> None:
    paths = Paths.for_user({"V2M_PROFILE": str(tmp_path / "profile")})
    assert paths == Paths.under(tmp_path / "profile")
    everything_but_runtime = astuple(paths)[:-1]
    assert all(path.is_relative_to(tmp_path / "profile") for path in everything_but_runtime)


def test_users_own_folders_carry_the_name_of_the_app() -> None:
    for path in astuple(Paths.for_user({})):
        assert "voice2machine" in str(path).lower()


def test_a_user_without_a_home_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that the system does not know, as in some containers."""

    def nobody(number: int) -> pwd.struct_passwd:
        raise KeyError(number)

    for name in [name for name in os.environ if name == "HOME" or name.startswith("XDG_")]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(pwd, "getpwuid", nobody)
    with pytest.raises(StorageError, match="Set HOME"):
        Paths.for_user({})


def test_folders_are_for_their_owner_only(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "profile")
    paths.spool.mkdir(parents=True, mode=0o755)
    assert paths.prepare() == ()
    for folder in (
        paths.settings_file.parent,
        paths.data,
        paths.spool,
        paths.models,
        paths.logs,
        paths.runtime,
    ):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700, folder


def test_a_folder_that_cannot_be_used_is_named_and_the_others_are_made(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "profile")
    paths.data.mkdir(parents=True)
    paths.spool.write_text("a file where the folder should be")
    problems = paths.prepare()
    assert len(problems) == 1
    assert str(paths.spool) in problems[0].message
    assert "Check that" in problems[0].message
    assert paths.models.is_dir()
    assert paths.logs.is_dir()


def test_a_read_only_place_is_named(tmp_path: Path) -> None:
    paths = Paths.under(Path("/proc/v2m-profile"))
    problems = paths.prepare()
    assert problems
    assert "/proc/v2m-profile" in problems[0].message


def test_runtime_folder_leaves_room_for_a_socket_name(tmp_path: Path) -> None:
    deep = tmp_path / ("long" * 20)
    runtime = Paths.under(deep).runtime
    assert len(str(runtime)) <= LONGEST_RUNTIME_PATH
    assert runtime == Paths.under(deep).runtime
    assert runtime != Paths.under(tmp_path / ("long" * 21)).runtime
