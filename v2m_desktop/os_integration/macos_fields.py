"""Which element has the focus on macOS (Accessibility), and whether keys are kept secret there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.targets import AROUND, Field, Window
from v2m_desktop.os_integration.macos_api import macos_api
from v2m_desktop.os_integration.question_thread import QuestionThread

_ANSWER_WITHIN_S = 1.0
_RANGE = 4
"""kAXValueCFRangeType."""

_SECURE_INPUT = "secure-input"


class MacosFields:
    """A FieldProbe on a thread of its own: the program that has the focus answers, and may be busy."""

    def __init__(self, api: Callable[[], Any] = macos_api) -> None:
        self._api = api
        self._thread = QuestionThread("accessibility")

    def ask(self, window: Window | None, answer: Callable[[Field | None], None]) -> None:  # noqa: ARG002
        self._thread.ask(self._focused, answer)

    def close(self) -> None:
        self._thread.close()

    def _focused(self) -> Field | None:
        """While some program keeps keys secret, as password fields do, each element counts as secure."""
        api = self._api()
        secure = bool(api.IsSecureEventInputEnabled())
        everything = api.AXUIElementCreateSystemWide()
        api.AXUIElementSetMessagingTimeout(everything, _ANSWER_WITHIN_S)
        element = _attribute(api, everything, "AXFocusedUIElement")
        if element is None:
            return Field(_SECURE_INPUT, secure=True) if secure else None
        failed, process = api.AXUIElementGetPid(element, None)
        name = f"{0 if failed else process}:{hash(element)}"
        if secure or _attribute(api, element, "AXSubrole") == "AXSecureTextField":
            return Field(name, secure=True)
        return _around(api, element, name)


def _around(api: Any, element: Any, name: str) -> Field:
    """Positions count UTF-16 units, so that is what the text is cut in."""
    text, selection = (_attribute(api, element, each) for each in ("AXValue", "AXSelectedTextRange"))
    if not isinstance(text, str) or selection is None:
        return Field(name)
    known, place = api.AXValueGetValue(selection, _RANGE, None)
    if not known:
        return Field(name)
    units = text.encode("utf-16-le")
    before = units[: 2 * place.location].decode("utf-16-le", "replace")
    after = units[2 * (place.location + place.length) :].decode("utf-16-le", "replace")
    return Field(
        name,
        before=SensitiveText(before[-AROUND:]),
        after=SensitiveText(after[:AROUND]),
        selected=place.length > 0,
    )


def _attribute(api: Any, element: Any, name: str) -> Any:
    """None where the element has no such attribute, or does not answer."""
    failed, value = api.AXUIElementCopyAttributeValue(element, name, None)
    return None if failed else value
