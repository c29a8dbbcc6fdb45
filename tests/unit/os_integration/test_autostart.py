"""Start at login on all three platforms, with paths that need care."""

from __future__ import annotations

import plistlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from v2m_desktop.core.errors import StorageError
from v2m_desktop.os_integration.autostart import Autostart, choose_autostart, start_command
from v2m_desktop.os_integration.autostart_linux import DesktopEntryAutostart, desktop_entry
from v2m_desktop.os_integration.autostart_macos import LaunchAgentAutostart
from v2m_desktop.os_integration.autostart_windows import APPROVED, RUN, VALUE, RunKeyAutostart

AWKWARD = ["/opt/Mi programa/ñandú 50% $HOME/v2m", "--note", 'say "hi" `now` \\ end']


class FakeRegistry:
    """Implements Registry in memory. `locked` refuses every change."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str | bytes] = {}
        self.locked = False

    def read(self, key: str, name: str) -> str | bytes | None:
        return self.values.get((key, name))

    def write(self, key: str, name: str, text: str) -> None:
        self._need_access()
        self.values[key, name] = text

    def remove(self, key: str, name: str) -> None:
        self._need_access()
        self.values.pop((key, name), None)

    def _need_access(self) -> None:
        if self.locked:
            raise PermissionError(13, "Access is denied")


def values_of(entry: str) -> dict[str, str]:
    """The keys of a desktop entry, unescaped as the specification of values says."""
    escapes = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
    head, *lines = entry.split("\n")
    assert head == "[Desktop Entry]"
    assert lines.pop() == ""
    return {
        key: re.sub(r"\\(.)", lambda found: escapes[found[1]], value)
        for key, value in (line.split("=", 1) for line in lines)
    }


def arguments_of(exec_value: str) -> list[str]:
    """The command in an Exec value that quotes each argument, unquoted as the specification of Exec says."""
    quoted = r'"((?:[^"\\`$]|\\["`$\\])*)"'
    assert re.fullmatch(rf"{quoted}(?: {quoted})*", exec_value, re.DOTALL), exec_value
    arguments = [re.sub(r'\\(["`$\\])', r"\1", found) for found in re.findall(quoted, exec_value)]
    assert all("%" not in argument.replace("%%", "") for argument in arguments)
    return [argument.replace("%%", "%") for argument in arguments]


@pytest.fixture
def entry(tmp_path: Path) -> DesktopEntryAutostart:
    return DesktopEntryAutostart({"XDG_CONFIG_HOME": str(tmp_path / "ajustes ñ")}, AWKWARD)


@pytest.fixture(params=["linux", "darwin", "win32"])
def autostart(request: pytest.FixtureRequest, tmp_path: Path) -> Autostart:
    if request.param == "win32":
        return RunKeyAutostart(FakeRegistry(), AWKWARD)
    return choose_autostart(request.param, {"HOME": str(tmp_path)}, AWKWARD)


def test_it_is_off_until_it_is_switched_on_and_off_again(autostart: Autostart) -> None:
    assert not autostart.enabled()
    for _ in range(2):
        autostart.set(True)
        assert autostart.enabled()
    for _ in range(2):
        autostart.set(False)
        assert not autostart.enabled()


def test_the_desktop_entry_starts_the_command(entry: DesktopEntryAutostart) -> None:
    entry.set(True)
    values = values_of(entry.path.read_text(encoding="utf-8"))
    assert arguments_of(values["Exec"]) == AWKWARD
    assert values["TryExec"] == AWKWARD[0]
    assert values["Type"] == "Application"
    assert Path(values["Icon"]).is_file()
    assert [file.name for file in entry.path.parent.iterdir()] == ["voice2machine.desktop"]


words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1)


@given(st.lists(words, min_size=1, max_size=4))
def test_any_command_survives_the_quoting(command: list[str]) -> None:
    values = values_of(desktop_entry(command))
    assert arguments_of(values["Exec"]) == command
    assert values["TryExec"] == command[0]


def test_desktops_find_the_entry_valid(entry: DesktopEntryAutostart) -> None:
    """The validator has a say where it is installed; the rest of this file does not need it."""
    entry.set(True)
    lines = entry.path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    assert all(re.fullmatch(r"[A-Za-z0-9-]+=.+", line) for line in lines[1:])
    validator = shutil.which("desktop-file-validate")
    if validator:
        subprocess.run([validator, entry.path], check=True)


@pytest.mark.parametrize("mark", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_an_entry_that_the_desktop_switched_off_is_off(entry: DesktopEntryAutostart, mark: str) -> None:
    entry.set(True)
    key = mark.partition("=")[0]
    kept = [line for line in entry.path.read_text().splitlines() if not line.startswith(key)]
    entry.path.write_text("\n".join([*kept, mark, "", "[Desktop Action x]", f"{key}=other", ""]))
    assert not entry.enabled()
    entry.set(True)
    assert entry.enabled()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[Other]\nExec=v2m\n", b"Exec=v2m\n"])
def test_an_entry_that_starts_nothing_is_off(entry: DesktopEntryAutostart, content: bytes) -> None:
    entry.set(True)
    entry.path.write_bytes(content)
    assert not entry.enabled()


def test_the_config_folder_is_the_one_that_is_set(tmp_path: Path) -> None:
    def folder(**environment: str) -> Path:
        return DesktopEntryAutostart(environment, ["/v2m"]).path.parent.parent

    assert folder(XDG_CONFIG_HOME="/somewhere", HOME="/home/ana") == Path("/somewhere")
    for unset in ({}, {"XDG_CONFIG_HOME": ""}, {"XDG_CONFIG_HOME": "relative"}):
        assert folder(HOME="/home/ana", **unset) == Path("/home/ana/.config")
    assert folder() == Path.home() / ".config"


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_a_folder_that_cannot_be_written_is_an_error_with_a_sentence(platform: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    autostart = choose_autostart(platform, {"HOME": str(tmp_path / "file")}, AWKWARD)
    assert not autostart.enabled()
    with pytest.raises(StorageError, match="start at login could not be changed"):
        autostart.set(True)


def test_the_launch_agent_starts_the_command(tmp_path: Path) -> None:
    autostart = LaunchAgentAutostart({"HOME": str(tmp_path)}, AWKWARD)
    autostart.set(True)
    assert autostart.path.parent == tmp_path / "Library" / "LaunchAgents"
    assert autostart.path.suffix == ".plist"
    agent = plistlib.loads(autostart.path.read_bytes())
    assert agent["ProgramArguments"] == AWKWARD
    assert agent["Label"] == autostart.path.stem
    assert agent["RunAtLoad"] is True
    autostart.path.write_bytes(plistlib.dumps({**agent, "Disabled": True}))
    assert not autostart.enabled()


@pytest.mark.parametrize("content", [b"", b"<plist>", b"no plist", plistlib.dumps(["a list"])])
def test_a_damaged_launch_agent_is_off(tmp_path: Path, content: bytes) -> None:
    autostart = LaunchAgentAutostart({"HOME": str(tmp_path)}, AWKWARD)
    autostart.set(True)
    autostart.path.write_bytes(content)
    assert not autostart.enabled()


def test_the_run_key_starts_the_command() -> None:
    registry = FakeRegistry()
    autostart = RunKeyAutostart(registry, [r"C:\Archivos de programa\ñ\v2m.exe", "-m", "v2m_desktop"])
    autostart.set(True)
    assert registry.values == {(RUN, VALUE): r'"C:\Archivos de programa\ñ\v2m.exe" -m v2m_desktop'}


def test_what_the_task_manager_switched_off_is_off_until_it_is_switched_on_here() -> None:
    registry = FakeRegistry()
    autostart = RunKeyAutostart(registry, ["v2m.exe"])
    autostart.set(True)
    registry.values[APPROVED, VALUE] = bytes([2]) + bytes(11)
    assert autostart.enabled()
    registry.values[APPROVED, VALUE] = bytes([3]) + bytes(11)
    assert not autostart.enabled()
    autostart.set(True)
    assert autostart.enabled()


def test_a_locked_registry_is_an_error_with_a_sentence() -> None:
    registry = FakeRegistry()
    registry.locked = True
    with pytest.raises(StorageError, match="Access is denied"):
        RunKeyAutostart(registry, ["v2m.exe"]).set(True)


def test_a_frozen_app_starts_itself() -> None:
    assert start_command(frozen=True, executable="/opt/v2m/v2m") == ["/opt/v2m/v2m"]


def test_the_script_beside_the_interpreter_is_preferred(tmp_path: Path) -> None:
    python = str(tmp_path / "python")
    module = [python, "-m", "v2m_desktop"]
    assert start_command(executable=python, invoked_as="/x/__main__.py", platform="linux") == module
    assert start_command(executable=python, invoked_as="/x/v2m", platform="linux") == module
    elsewhere = tmp_path / "bin" / "v2m"
    elsewhere.parent.mkdir()
    elsewhere.touch()
    assert start_command(executable=python, invoked_as=str(elsewhere), platform="linux") == [str(elsewhere)]
    (tmp_path / "v2m").touch()
    beside = [str(tmp_path / "v2m")]
    assert start_command(executable=python, invoked_as=str(elsewhere), platform="linux") == beside


def test_on_windows_no_console_opens(tmp_path: Path) -> None:
    python, windowed = tmp_path / "python.exe", tmp_path / "pythonw.exe"
    module = ["-m", "v2m_desktop"]
    assert start_command(executable=str(python), platform="win32") == [str(python), *module]
    windowed.touch()
    assert start_command(executable=str(python), platform="win32") == [str(windowed), *module]


def test_the_command_of_this_app_can_be_run() -> None:
    command = start_command()
    done = subprocess.run([*command, "--help"], capture_output=True, text=True, timeout=300, check=True)
    assert Path(command[0]).is_absolute()
    assert "v2m" in done.stdout


def test_without_a_registry_it_is_off_and_says_why() -> None:
    assert sys.platform != "win32", "this test knows the machine it runs on"
    autostart = choose_autostart("win32", {})
    assert not autostart.enabled()
    with pytest.raises(StorageError, match="registry"):
        autostart.set(True)
