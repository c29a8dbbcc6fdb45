"""The adapter for UI Automation against recorded objects. It was never run on Windows."""

from __future__ import annotations

import ctypes
import queue
from typing import Any

import pytest

from tests.fakes.com import FakeCom, give, give_number
from tests.fakes.windows_api import FakeWindows
from tests.patience import PATIENCE_S
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.targets import AROUND, Field
from v2m_desktop.os_integration import windows_fields as slots
from v2m_desktop.os_integration.windows_api import Guid
from v2m_desktop.os_integration.windows_fields import WindowsFields


@pytest.fixture
def windows() -> FakeWindows:
    return FakeWindows()


class Automation:
    """UI Automation with one focused element. `text` None: it is no text field."""

    def __init__(self, text: str | None, caret: tuple[int, int] = (0, 0), *, password: bool = False) -> None:
        self.made: list[FakeCom] = []
        self.text = text
        self._strings: list[Any] = []
        element = self._object(
            {
                slots.GET_RUNTIME_ID: ((ctypes.c_void_p,), lambda out: give(out, 0xA77A)),
                slots.GET_CURRENT_IS_PASSWORD: (
                    (ctypes.c_void_p,), lambda out: give_number(out, int(password))
                ),
                slots.GET_CURRENT_PATTERN_AS: (
                    (ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p), self._pattern
                ),
            }
        )  # fmt: skip
        self._caret = caret
        self.root = self._object(
            {slots.GET_FOCUSED_ELEMENT: ((ctypes.c_void_p,), lambda out: give(out, element.pointer))}
        )

    def _object(self, methods: dict[int, Any]) -> FakeCom:
        self.made.append(FakeCom(methods))
        return self.made[-1]

    def _pattern(self, kind: int, interface: int, out: int) -> int:
        assert kind == 10014
        assert ctypes.string_at(interface, 16) == bytes(Guid.of("32eba289-3583-42c9-9c59-3b6d9a1e9b6a").bytes)
        if self.text is None:
            return give(out, 0)
        caret = self._range(*self._caret)
        ranges = self._object(
            {
                slots.ARRAY_LENGTH: ((ctypes.c_void_p,), lambda out: give_number(out, 1)),
                slots.ARRAY_ELEMENT: (
                    (ctypes.c_int, ctypes.c_void_p), lambda _index, out: give(out, caret.pointer)
                ),
            }
        )  # fmt: skip
        pattern = self._object(
            {slots.GET_SELECTION: ((ctypes.c_void_p,), lambda out: give(out, ranges.pointer))}
        )
        return give(out, pattern.pointer)

    def _range(self, start: int, end: int) -> FakeCom:
        text, ends = self.text or "", [start, end]

        def move_by_range(side: int, _other: int, other_side: int) -> int:
            ends[side] = self._caret[other_side]
            return 0

        def move_by_unit(side: int, unit: int, count: int, out: int) -> int:
            assert unit == 0
            ends[side] = max(0, min(len(text), ends[side] + count))
            return give_number(out, count)

        def get_text(most: int, out: int) -> int:
            raw = text[ends[0] : ends[1]][:most].encode("utf-16-le")
            held = ctypes.create_string_buffer(len(raw).to_bytes(4, "little") + raw)
            self._strings.append(held)
            return give(out, ctypes.addressof(held) + 4)

        number, pointer = ctypes.c_int, ctypes.c_void_p
        return self._object(
            {
                slots.RANGE_CLONE: ((pointer,), lambda out: give(out, self._range(*ends).pointer)),
                slots.RANGE_TEXT: ((number, pointer), get_text),
                slots.RANGE_MOVE_BY_UNIT: ((number, number, number, pointer), move_by_unit),
                slots.RANGE_MOVE_BY_RANGE: ((number, pointer, number), move_by_range),
            }
        )


class TestFields:
    def ask(self, windows: FakeWindows, automation: Automation | None) -> Field | None:
        windows.automation = automation.root if automation is not None else None
        answers: queue.SimpleQueue[Field | None] = queue.SimpleQueue()
        fields = WindowsFields(lambda: windows)
        try:
            fields.ask(None, answers.put)
            return answers.get(timeout=PATIENCE_S)
        finally:
            fields.close()

    def test_text_on_both_sides_of_the_caret(self, windows: FakeWindows) -> None:
        automation = Automation("señora, hello", (7, 7))
        assert self.ask(windows, automation) == Field(
            "42.131904.7", before=SensitiveText("señora,"), after=SensitiveText(" hello")
        )
        assert windows.calls[:2] == [
            "CoInitializeEx 0", "CoCreateInstance a4db48ffef600142aa8754103eef594e 1"
        ]  # fmt: skip
        assert windows.freed.count("array") == 1

    def test_no_more_than_is_wanted_and_the_selection_is_told(self, windows: FakeWindows) -> None:
        found = self.ask(windows, Automation("b" * 300 + "SEL" + "a" * 300, (300, 303)))
        assert found is not None
        assert found.selected
        assert found.before == SensitiveText("b" * AROUND)
        assert found.after == SensitiveText("a" * AROUND)

    def test_every_object_is_released_once(self, windows: FakeWindows) -> None:
        automation = Automation("text", (2, 2))
        fields = WindowsFields(lambda: windows)
        windows.automation = automation.root
        answers: queue.SimpleQueue[Field | None] = queue.SimpleQueue()
        fields.ask(None, answers.put)
        answers.get(timeout=PATIENCE_S)
        assert [each.releases for each in automation.made if each is not automation.root] == [1] * (
            len(automation.made) - 1
        )
        fields.close()

    def test_a_password_is_not_looked_at(self, windows: FakeWindows) -> None:
        automation = Automation("secret", (6, 6), password=True)
        assert self.ask(windows, automation) == Field("42.131904.7", secure=True)
        assert windows.freed == ["array"]

    def test_what_has_no_text_is_a_field_all_the_same(self, windows: FakeWindows) -> None:
        assert self.ask(windows, Automation(None)) == Field("42.131904.7")

    def test_without_automation_nobody_tells(self, windows: FakeWindows) -> None:
        assert self.ask(windows, None) is None
