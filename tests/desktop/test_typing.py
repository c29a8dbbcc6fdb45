"""Typing into real windows, on the keyboard layouts of several countries."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from Xlib import X

from tests.contracts.typist import Rig, TypistContract
from tests.desktop.target_window import TargetWindow
from tests.desktop.windows import wait_shown
from tests.patience import PATIENCE_S
from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.os_integration.x11_keyboard import connect, pressed_keycodes
from v2m_desktop.os_integration.x11_typist import STEP_CHARACTERS, X11Typist

WORDS = "Hello, señora: 25 € “quoted” ñ @ # { } ~ Привет 漢字 👩\u200d💻"
ACCENTS = "Hello, señora: 25 € “quoted” ñ @ # { } ~"
GTK_ENTRY = Path(__file__).with_name("gtk_entry.py")
MENU_KEY = 135
LAYOUTS = {
    "us": ["us"],
    "de": ["de"],
    "fr": ["fr"],
    "dvorak": ["us", "-variant", "dvorak"],
    "intl": ["us", "-variant", "intl"],
    "ru": ["ru,us"],
}


@pytest.fixture
def layout() -> Iterator[Callable[[Sequence[str]], object]]:
    """Sets a layout; it is put back after the test."""

    def choose(words: Sequence[str]) -> object:
        return subprocess.run(["setxkbmap", *words], check=True)

    yield choose
    subprocess.run(["setxkbmap", "-option", ""], check=True)
    choose(["us"])


@pytest.fixture(scope="module")
def one_typist() -> Iterator[X11Typist]:
    """Of all tests, as of all texts in the app: changing keys costs the window manager much time."""
    typist = X11Typist()
    yield typist
    typist.close()


@pytest.fixture
def typist(one_typist: X11Typist) -> Iterator[X11Typist]:
    """No key is down after the test."""
    yield one_typist
    one_typist.end()
    display = connect()
    try:
        assert pressed_keycodes(display) == frozenset()
    finally:
        display.close()


@pytest.fixture(scope="module")
def target() -> Iterator[TargetWindow]:
    with TargetWindow() as target:
        yield target


@pytest.fixture
def empty(target: TargetWindow) -> TargetWindow:
    target.clear()
    return target


def spare_keys() -> list[int]:
    display = connect()
    try:
        rows = enumerate(display.get_keyboard_mapping(8, 248), 8)
        return [code for code, row in rows if not any(row)]
    finally:
        display.close()


def press(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True, timeout=10)


def tap(code: int) -> None:
    """xdotool would put the old layout back."""
    display = connect()
    try:
        display.xtest_fake_input(X.KeyPress, code)
        display.xtest_fake_input(X.KeyRelease, code)
        display.sync()
    finally:
        display.close()


def state() -> int:
    display = connect()
    try:
        return int(display.screen().root.query_pointer().mask)
    finally:
        display.close()


def write(typist: X11Typist, text: str, each_step: Callable[[], object] = lambda: None) -> float:
    """Type all of it, with the pauses that the app makes. Returns the seconds it took."""
    started = time.perf_counter()
    deadline = time.monotonic() + PATIENCE_S
    typist.begin(text)
    while not typist.step():
        assert time.monotonic() < deadline, "typing does not end"
        each_step()
        subprocess.run(["sleep", "0.01"], check=True)
    seconds = time.perf_counter() - started
    typist.end()
    return seconds


class TestX11Typist(TypistContract):
    @pytest.fixture
    def rig(self, typist: X11Typist, empty: TargetWindow) -> Rig:
        return Rig(typist, lambda: empty.text)


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_types_the_same(
    typist: X11Typist, empty: TargetWindow, layout: Callable[[Sequence[str]], object], name: str
) -> None:
    layout(LAYOUTS[name])
    seconds = write(typist, WORDS)
    assert empty.wait_text(lambda text: len(text) >= len(WORDS)) == WORDS
    print(f"{name}: {len(WORDS) / seconds:.0f} characters per second")


def test_the_second_layout_is_the_one_that_counts_while_it_is_active(
    typist: X11Typist, empty: TargetWindow, layout: Callable[[Sequence[str]], object]
) -> None:
    layout(["ru,us", "-option", "grp:menu_toggle"])
    tap(MENU_KEY)
    assert state() >> 13 & 3 == 1
    write(typist, WORDS)
    assert empty.wait_text(lambda text: len(text) >= len(WORDS)) == WORDS


def test_caps_lock_changes_nothing_and_stays_on(typist: X11Typist, empty: TargetWindow) -> None:
    press("key", "Caps_Lock")
    try:
        write(typist, WORDS)
        assert empty.wait_text(lambda text: len(text) >= len(WORDS)) == WORDS
        assert state() & 2
    finally:
        press("key", "Caps_Lock")
    assert not state() & 2


def test_lines_and_tabs(typist: X11Typist, empty: TargetWindow) -> None:
    write(typist, "one\n\ttwo\n")
    assert empty.wait_text(lambda text: text.endswith("two\n")) == "one\n\ttwo\n"


def test_more_characters_than_spare_keys_come_in_batches(typist: X11Typist, empty: TargetWindow) -> None:
    text = "".join(chr(0x4E00 + number) for number in range(50)) + " and again " + "一丁丂"
    write(typist, text)
    assert empty.wait_text(lambda held: len(held) >= len(text)) == text


def test_the_keys_are_as_before_once_it_is_closed(typist: X11Typist, empty: TargetWindow) -> None:
    typist.close()
    before = spare_keys()
    write(typist, "漢字")
    assert len(spare_keys()) == len(before) - 1
    assert empty.wait_text(lambda held: len(held) >= 2) == "漢字"
    typist.close()
    assert spare_keys() == before


def test_many_texts_in_a_row(typist: X11Typist, empty: TargetWindow) -> None:
    texts = [f"{chr(0x3B1 + number)}{chr(0x434 + number)} €\n" for number in range(8)]
    for text in texts:
        write(typist, text)
    whole = "".join(texts)
    assert empty.wait_text(lambda held: len(held) >= len(whole)) == whole


def test_a_held_modifier_is_waited_for(typist: X11Typist, empty: TargetWindow) -> None:
    text = "x" * STEP_CHARACTERS + "never a shortcut"
    steps = []

    def hold_for_a_while() -> None:
        steps.append(len(empty.text))
        if len(steps) == 10:
            press("keydown", "ctrl")
        if len(steps) == 30:
            press("keyup", "ctrl")

    typist.begin("€")  # so that the keys have settled
    typist.end()
    press("keydown", "shift")
    typist.begin(text)
    assert not any(typist.step() for _ in range(5))
    assert empty.text == ""
    press("keyup", "shift")
    write(typist, text, hold_for_a_while)
    assert empty.wait_text(lambda held: len(held) >= len(text)) == text


def test_another_layout_in_the_midst_ends_it(
    typist: X11Typist, empty: TargetWindow, layout: Callable[[Sequence[str]], object]
) -> None:
    typist.begin("a" * (2 * STEP_CHARACTERS))
    assert not typist.step()
    layout(["fr"])
    with pytest.raises(DeliveryError, match="layout changed"):
        typist.step()
    assert empty.wait_text(lambda held: len(held) == STEP_CHARACTERS) == "a" * STEP_CHARACTERS


@pytest.mark.parametrize("text", ["a\x1b[2J", "a\x00", "a\r\n", "\x85", "\ud83d"])
def test_control_characters_are_refused(typist: X11Typist, text: str) -> None:
    with pytest.raises(DeliveryError, match="control character"):
        typist.begin(text)
    assert typist.step()


def test_without_a_server_it_says_so() -> None:
    typist = X11Typist("/nonexistent:77")
    missing = typist.missing()
    assert missing is not None
    assert "display cannot be opened" in missing.message
    with pytest.raises(DeliveryError, match="display cannot be opened"):
        typist.begin("a")
    typist.end()
    typist.close()


def test_into_a_terminal(
    typist: X11Typist, layout: Callable[[Sequence[str]], object], tmp_path: Path
) -> None:
    layout(["de"])
    command = ["xterm", "-u8", "-T", "typing terminal", "-e", "sh", "-c", 'cat > "$1"', "sh"]
    terminal = subprocess.Popen([*command, str(tmp_path / "typed")])
    try:
        wait_shown("typing terminal", PATIENCE_S)
        write(typist, ACCENTS + "\n")
        deadline = time.monotonic() + PATIENCE_S
        while not (tmp_path / "typed").read_bytes():
            assert time.monotonic() < deadline, "nothing arrived"
            subprocess.run(["sleep", "0.05"], check=True)
        assert (tmp_path / "typed").read_text("utf-8") == ACCENTS + "\n"
    finally:
        terminal.terminate()
        terminal.wait(PATIENCE_S)


def test_into_a_gtk_field(typist: X11Typist, layout: Callable[[Sequence[str]], object]) -> None:
    layout(["fr"])
    command = ["/usr/bin/python3", str(GTK_ENTRY), "typing entry"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as entry:
        wait_shown("typing entry", PATIENCE_S)
        write(typist, WORDS)
        assert entry.stdout is not None
        held = ""
        while len(held) < len(WORDS) and (line := entry.stdout.readline()):
            held = json.loads(line)
        assert held == WORDS
        assert entry.stdin is not None
        entry.stdin.close()
