"""The adapters for Windows against a recorded one. None of this was run on Windows."""

from __future__ import annotations

import ctypes
import inspect

import pytest

from tests.fakes import windows_api as fake
from tests.fakes.windows_api import FakeWindows
from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.hotkeys import parse_hotkey
from v2m_desktop.core.targets import Chord, Client, Key, Window
from v2m_desktop.os_integration.windows_api import FUNCTIONS, Guid, Input, KeyInput, LastInput, Rect
from v2m_desktop.os_integration.windows_focus import WindowsFocus
from v2m_desktop.os_integration.windows_keys import EXTENDED, UNICODE, UP, WindowsKeys
from v2m_desktop.os_integration.windows_touch import WindowsTouch
from v2m_desktop.os_integration.windows_typist import STEP_CHARACTERS, WindowsTypist

CTRL_DOWN, CTRL_UP = (0xA2, 0x1D, 0), (0xA2, 0x1D, UP)
V_DOWN, V_UP = (0x56, 0x2F, 0), (0x56, 0x2F, UP)


@pytest.fixture
def windows() -> FakeWindows:
    return FakeWindows()


def test_structures_have_the_documented_sizes() -> None:
    sizes = {each: ctypes.sizeof(each) for each in (Input, KeyInput, LastInput, Rect, Guid)}
    assert sizes == {Input: 40, KeyInput: 24, LastInput: 8, Rect: 16, Guid: 16}
    assert Input.union.offset == 8
    assert KeyInput.dwExtraInfo.offset == 16


def test_the_fake_has_every_function_with_as_many_parameters() -> None:
    for functions in FUNCTIONS.values():
        for name, (_, parameters) in functions.items():
            assert len(inspect.signature(getattr(FakeWindows(), name)).parameters) == len(parameters), name


def test_identifiers_are_in_the_order_of_windows() -> None:
    made = Guid.of("ff48dba4-60ef-4201-aa87-54103eef594e")
    assert bytes(made.bytes).hex() == "a4db48ffef600142aa8754103eef594e"


class TestFocus:
    def test_the_window_in_front(self, windows: FakeWindows) -> None:
        assert WindowsFocus(lambda: windows).focused() == Window(
            0x20B3A, "notepad", (100, 50, 800, 600), False, Client(process=4712, program="notepad")
        )
        assert windows.open_handles == []
        assert windows.calls == [
            "GetForegroundWindow", "GetWindowThreadProcessId", "OpenProcess 0x1000 4712",
            "DwmGetWindowAttribute 9 16",
        ]  # fmt: skip

    def test_ours_is_known(self, windows: FakeWindows) -> None:
        windows.front = 0x50E6D
        window = WindowsFocus(lambda: windows).focused()
        assert window is not None
        assert window.ours

    def test_without_composition_the_plain_rectangle_counts(self, windows: FakeWindows) -> None:
        windows.composed = False
        window = WindowsFocus(lambda: windows).focused()
        assert window is not None
        assert window.geometry == (92, 50, 816, 608)

    def test_a_program_that_cannot_be_opened_is_known_by_its_window_class(self, windows: FakeWindows) -> None:
        windows.OpenProcess = lambda *_: 0  # type: ignore[method-assign]
        window = WindowsFocus(lambda: windows).focused()
        assert window is not None
        assert (window.application, window.client) == ("Notepad", Client(process=4712))

    def test_nothing_in_front(self, windows: FakeWindows) -> None:
        windows.front = 0
        assert WindowsFocus(lambda: windows).focused() is None

    def test_activating_asks_windows(self, windows: FakeWindows) -> None:
        WindowsFocus(lambda: windows).activate(Window(0x30C4B, "regedit", (0, 0, 1, 1), False))
        assert windows.calls == ["SetForegroundWindow 0x30c4b"]


class TestKeys:
    def test_a_chord_is_one_array_with_its_releases(self, windows: FakeWindows) -> None:
        keys = WindowsKeys(lambda: windows)
        keys.send(Chord.CTRL_V)
        assert windows.arrays == [[CTRL_DOWN, V_DOWN, V_UP, CTRL_UP]]
        assert windows.sizes == [40]
        assert windows.open_handles == []
        assert keys.sent()
        assert keys.missing() is None
        assert [(way.name, way.refusal) for way in keys.ways()] == [("SendInput", None)]

    @pytest.mark.parametrize("chord", Chord)
    def test_every_key_that_went_down_comes_up(self, windows: FakeWindows, chord: Chord) -> None:
        WindowsKeys(lambda: windows).send(chord)
        (array,) = windows.arrays
        down = [code for code, _, flags in array if not flags & UP]
        assert [code for code, _, flags in array if flags & UP] == down[::-1]

    def test_insert_is_the_one_beside_the_number_block(self, windows: FakeWindows) -> None:
        WindowsKeys(lambda: windows).send(Chord.SHIFT_INSERT)
        assert windows.arrays[0][1] == (0x2D, 0x52, EXTENDED)

    def test_a_key_is_pressed_so_often(self, windows: FakeWindows) -> None:
        WindowsKeys(lambda: windows).press(Key.LEFT, 3, shift=True)
        (array,) = windows.arrays
        assert [(code, flags) for code, _, flags in array] == [
            (0xA0, 0), *[(0x25, EXTENDED), (0x25, EXTENDED | UP)] * 3, (0xA0, UP)
        ]  # fmt: skip

    def test_what_was_taken_in_part_is_released_and_told(self, windows: FakeWindows) -> None:
        windows.takes = 2
        with pytest.raises(DeliveryError, match="did not take the keys"):
            WindowsKeys(lambda: windows).send(Chord.CTRL_V)
        assert windows.arrays[1:] == [[V_UP, CTRL_UP]]

    def test_what_was_not_taken_at_all_is_told(self, windows: FakeWindows) -> None:
        windows.takes = 0
        with pytest.raises(DeliveryError, match="did not take the keys"):
            WindowsKeys(lambda: windows).send(Chord.CTRL_V)
        assert len(windows.arrays) == 1

    @pytest.mark.parametrize("front", [0x30C4B, 0x40D5C])
    def test_a_window_of_an_administrator_is_refused(self, windows: FakeWindows, front: int) -> None:
        windows.front = front
        with pytest.raises(DeliveryError, match="runs as administrator"):
            WindowsKeys(lambda: windows).send(Chord.CTRL_V)
        assert windows.arrays == []
        assert windows.open_handles == []

    @pytest.mark.parametrize("front", [0x20B3A, 0x30C4B, 0x40D5C])
    def test_as_administrators_we_reach_them_all(self, windows: FakeWindows, front: int) -> None:
        windows.front, windows.our_integrity = front, fake.HIGH
        WindowsKeys(lambda: windows).send(Chord.CTRL_V)
        assert len(windows.arrays) == 1

    def test_modifiers_are_asked_of_the_system(self, windows: FakeWindows) -> None:
        keys = WindowsKeys(lambda: windows)
        assert keys.modifiers_down() == frozenset()
        windows.keys = {0x10: 0x8000, 0x5C: 0x8001, 0x11: 1}
        assert keys.modifiers_down() == {"shift", "super"}


class TestTypist:
    def test_characters_are_sent_themselves(self, windows: FakeWindows) -> None:
        typist = WindowsTypist(lambda: windows)
        typist.begin("añ\n👩")
        assert typist.step()
        typist.end()
        (array,) = windows.arrays
        assert [(code, scan, flags & UP) for code, scan, flags in array if not flags & UP] == [
            (0, ord("a"), 0), (0, ord("ñ"), 0), (0x0D, 0x1C, 0), (0, 0xD83D, 0), (0, 0xDC69, 0)
        ]  # fmt: skip
        assert all(bool(flags & UNICODE) == (code == 0) for code, _, flags in array)
        assert [bool(flags & UP) for _, _, flags in array] == [False, True] * 5

    def test_a_long_text_goes_in_steps(self, windows: FakeWindows) -> None:
        typist = WindowsTypist(lambda: windows)
        typist.begin("a" * (STEP_CHARACTERS + 1))
        assert [typist.step(), typist.step(), typist.step()] == [False, True, True]
        assert [len(array) for array in windows.arrays] == [2 * STEP_CHARACTERS, 2]

    def test_a_held_modifier_is_waited_for(self, windows: FakeWindows) -> None:
        typist = WindowsTypist(lambda: windows)
        typist.begin("a")
        windows.keys = {0x11: 0x8000}
        assert not typist.step()
        windows.keys = {}
        assert typist.step()
        assert len(windows.arrays) == 1

    def test_control_characters_and_administrators_are_refused(self, windows: FakeWindows) -> None:
        typist = WindowsTypist(lambda: windows)
        with pytest.raises(DeliveryError, match="control character"):
            typist.begin("a\x1b")
        windows.front = 0x30C4B
        with pytest.raises(DeliveryError, match="runs as administrator"):
            typist.begin("a")
        assert typist.step()
        assert windows.arrays == []


class TestTouch:
    IGNORED = (parse_hotkey("ctrl+alt+z"), parse_hotkey("f9"))

    def test_nothing_happened(self, windows: FakeWindows) -> None:
        windows.keys = {0x41: 1}  # before
        touch = WindowsTouch(lambda: windows)
        touch.arm(self.IGNORED)
        assert touch.touched() is False
        assert set(windows.calls) == {"GetLastInputInfo 8"}

    @pytest.mark.parametrize("code", [0x41, 0x01, 0x0D, 0x20])
    def test_a_key_or_a_button_counts_from_then_on(self, windows: FakeWindows, code: int) -> None:
        touch = WindowsTouch(lambda: windows)
        touch.arm(self.IGNORED)
        windows.ticks, windows.keys[code] = 1001, 1
        assert [touch.touched(), touch.touched()] == [True, True]
        touch.arm(self.IGNORED)
        assert touch.touched() is False

    @pytest.mark.parametrize("code", [0x5A, 0x78, 0x11, 0xA4, 0])
    def test_our_hotkeys_modifiers_and_the_moving_mouse_are_not_told_apart(
        self, windows: FakeWindows, code: int
    ) -> None:
        touch = WindowsTouch(lambda: windows)
        touch.arm(self.IGNORED)
        windows.ticks, windows.keys[code] = 1001, 1
        assert touch.touched() is None

    def test_disarmed_it_knows_nothing(self, windows: FakeWindows) -> None:
        touch = WindowsTouch(lambda: windows)
        touch.arm(())
        touch.disarm()
        assert touch.touched() is None
