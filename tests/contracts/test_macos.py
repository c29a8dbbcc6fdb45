"""The adapters for macOS against a recorded one. None of this was run on macOS."""

from __future__ import annotations

import queue
from typing import Any

import pytest

from tests.fakes.macos_api import OURS, TEXT_EDIT, Application, Element, Event, FakeMacos, Range
from tests.patience import PATIENCE_S
from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.hotkeys import parse_hotkey
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.targets import AROUND, Client, Field, Window
from v2m_desktop.os_integration.macos_api import NAMES
from v2m_desktop.os_integration.macos_fields import MacosFields
from v2m_desktop.os_integration.macos_focus import MacosFocus
from v2m_desktop.os_integration.macos_touch import MacosTouch
from v2m_desktop.os_integration.macos_typist import STEP_CHARACTERS, MacosTypist

KEY, LEFT, RIGHT = 10, 1, 3


@pytest.fixture
def macos() -> FakeMacos:
    return FakeMacos()


def test_the_fake_has_every_function(macos: FakeMacos) -> None:
    assert [name for name in NAMES if not hasattr(macos, name)] == []


class TestFocus:
    def test_the_first_ordinary_window_of_the_application_in_front(self, macos: FakeMacos) -> None:
        assert MacosFocus(lambda: macos).focused() == Window(
            71, "TextEdit", (10, 44, 800, 600), False, Client(process=501, program="TextEdit")
        )
        assert macos.calls == ["frontmostApplication", "CGWindowListCopyWindowInfo 17 0"]

    @pytest.mark.parametrize("windows", [None, []])
    def test_an_application_without_windows(
        self, macos: FakeMacos, windows: list[dict[str, Any]] | None
    ) -> None:
        macos.windows = windows
        found = MacosFocus(lambda: macos).focused()
        assert found is not None
        assert (found.id, found.geometry, found.application) == (0, (0, 0, 0, 0), "TextEdit")

    def test_a_program_that_is_no_application(self, macos: FakeMacos) -> None:
        macos.front = Application(501, None, None)
        found = MacosFocus(lambda: macos).focused()
        assert found is not None
        assert (found.application, found.client) == ("", Client(process=501))

    def test_ours_is_known_and_nothing_is_unknown(self, macos: FakeMacos) -> None:
        macos.front = OURS
        found = MacosFocus(lambda: macos).focused()
        assert found is not None
        assert found.ours
        macos.front = None
        assert MacosFocus(lambda: macos).focused() is None

    def test_activating_the_application_of_a_window(self, macos: FakeMacos) -> None:
        focus = MacosFocus(lambda: macos)
        window = focus.focused()
        assert window is not None
        focus.activate(window)  # it has ended
        macos.running = {501: TEXT_EDIT}
        focus.activate(window)
        assert TEXT_EDIT.activated == [2]
        focus.activate(Window(1, "", (0, 0, 0, 0), False))
        assert TEXT_EDIT.activated == [2]


class TestFields:
    def ask(self, macos: FakeMacos) -> Field | None:
        fields = MacosFields(lambda: macos)
        answers: queue.SimpleQueue[Field | None] = queue.SimpleQueue()
        try:
            fields.ask(None, answers.put)
            return answers.get(timeout=PATIENCE_S)
        finally:
            fields.close()

    def test_positions_count_halves_of_characters(self, macos: FakeMacos) -> None:
        text = "👩 señora, hello"
        macos.focused = Element(5, {"AXValue": text, "AXSelectedTextRange": Range(10, 0)})
        found = self.ask(macos)
        assert found is not None
        assert (found.before, found.after) == (SensitiveText("👩 señora,"), SensitiveText(" hello"))
        assert not found.secure
        assert not found.selected
        assert found.id.startswith("501:")
        assert macos.calls[:2] == ["IsSecureEventInputEnabled", "AXUIElementSetMessagingTimeout 1.0"]

    def test_no_more_than_is_wanted_and_the_selection_is_told(self, macos: FakeMacos) -> None:
        text = "b" * 300 + "SEL" + "a" * 300
        macos.focused = Element(5, {"AXValue": text, "AXSelectedTextRange": Range(300, 3)})
        found = self.ask(macos)
        assert found is not None
        assert found.selected
        assert (found.before, found.after) == (SensitiveText("b" * AROUND), SensitiveText("a" * AROUND))

    def test_two_elements_have_two_names(self, macos: FakeMacos) -> None:
        macos.focused = Element(5, {})
        first, again = self.ask(macos), self.ask(macos)
        macos.focused = Element(6, {})
        other = self.ask(macos)
        assert first == again != other

    @pytest.mark.parametrize("attributes", [{"AXSubrole": "AXSecureTextField"}, {}])
    def test_a_password_is_not_looked_at(self, macos: FakeMacos, attributes: dict[str, str]) -> None:
        macos.secure_input = not attributes
        macos.focused = Element(5, {**attributes, "AXValue": "secret", "AXSelectedTextRange": Range(6, 0)})
        found = self.ask(macos)
        assert found is not None
        assert found.secure
        assert found.before is None
        assert "AXValue" not in macos.calls

    def test_secure_input_counts_where_nothing_else_is_told(self, macos: FakeMacos) -> None:
        macos.trusted, macos.secure_input = False, True
        macos.focused = Element(5, {})
        found = self.ask(macos)
        assert found is not None
        assert found.secure

    @pytest.mark.parametrize("attributes", [{}, {"AXValue": 7}, {"AXValue": "x", "AXSelectedTextRange": "?"}])
    def test_what_has_no_text_is_a_field_all_the_same(
        self, macos: FakeMacos, attributes: dict[str, Any]
    ) -> None:
        macos.focused = Element(5, attributes)
        found = self.ask(macos)
        assert found is not None
        assert found.before is None

    def test_without_permission_nobody_tells(self, macos: FakeMacos) -> None:
        macos.trusted = False
        macos.focused = Element(5, {})
        assert self.ask(macos) is None


class TestTouch:
    def test_nothing_happened(self, macos: FakeMacos) -> None:
        macos.counters = {KEY: 500, LEFT: 20}
        touch = MacosTouch(lambda: macos)
        touch.arm((parse_hotkey("f9"),))
        assert touch.touched() is False

    @pytest.mark.parametrize(
        ("kind", "times", "told"), [(KEY, 1, None), (KEY, 2, True), (LEFT, 1, True), (RIGHT, 1, True)]
    )
    def test_what_went_down_counts(self, macos: FakeMacos, kind: int, times: int, told: bool | None) -> None:
        touch = MacosTouch(lambda: macos)
        touch.arm((parse_hotkey("f9"),))
        macos.counters[kind] = times
        assert touch.touched() is told

    def test_without_hotkeys_every_key_counts(self, macos: FakeMacos) -> None:
        touch = MacosTouch(lambda: macos)
        touch.arm(())
        macos.counters[KEY] = 1
        assert touch.touched() is True
        touch.disarm()
        assert touch.touched() is None


class TestTypist:
    def test_characters_are_sent_themselves(self, macos: FakeMacos) -> None:
        typist = MacosTypist(lambda: macos)
        typist.begin("ñ\n👩")
        assert typist.step()
        typist.end()
        assert macos.posted == [
            Event(code, down, text, units, 0)
            for code, text, units in ((0, "ñ", 1), (0x24, "", 0), (0, "👩", 2))
            for down in (True, False)
        ]

    def test_a_long_text_goes_in_steps(self, macos: FakeMacos) -> None:
        typist = MacosTypist(lambda: macos)
        typist.begin("a" * (STEP_CHARACTERS + 1))
        assert [typist.step(), typist.step(), typist.step()] == [False, True, True]
        assert len(macos.posted) == 2 * (STEP_CHARACTERS + 1)

    def test_a_held_modifier_is_waited_for(self, macos: FakeMacos) -> None:
        typist = MacosTypist(lambda: macos)
        typist.begin("a")
        macos.flags = 1 << 20
        assert not typist.step()
        macos.flags = 0
        assert typist.step()
        assert len(macos.posted) == 2

    def test_without_permission_and_with_control_characters_nothing_is_typed(self, macos: FakeMacos) -> None:
        typist = MacosTypist(lambda: macos)
        assert typist.missing() is None
        with pytest.raises(DeliveryError, match="control character"):
            typist.begin("a\x07")
        macos.trusted = False
        with pytest.raises(DeliveryError, match="Accessibility"):
            typist.begin("a")
        assert typist.step()
        assert macos.posted == []
