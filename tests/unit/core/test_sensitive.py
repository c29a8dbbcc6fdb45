"""Dictated words show themselves only when asked for by name."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass

import pytest

from v2m_desktop.core.sensitive import SensitiveText

WORDS = "yellow canary"
TEXT = SensitiveText(WORDS)
SHOWN = "<text, 13 chars>"


@dataclass(frozen=True)
class Around:
    text: SensitiveText


@pytest.mark.parametrize(
    "shown",
    [str(TEXT), repr(TEXT), f"{TEXT}", f"{TEXT!s}", f"{TEXT!r}", "%s" % TEXT, "%r" % (TEXT,), f"{TEXT:s}"],  # noqa: UP031
)
def test_every_conversion_prints_the_length_only(shown: str) -> None:
    assert shown == SHOWN


@pytest.mark.parametrize("around", [[TEXT], {"a": TEXT}, (TEXT,), Around(TEXT), ValueError(TEXT)])
def test_containers_and_exceptions_do_not_show_it(around: object) -> None:
    assert WORDS not in repr(around)
    assert SHOWN in repr(around)


def test_logging_does_not_show_it(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("v2m_desktop.test").warning("got %s", TEXT)
    assert caplog.messages == [f"got {SHOWN}"]
    caplog.clear()


def test_it_cannot_be_put_into_json_by_mistake() -> None:
    with pytest.raises(TypeError):
        json.dumps(TEXT)


def test_reveal_gives_the_words() -> None:
    assert TEXT.reveal() == WORDS


def test_length_truth_and_equality_are_those_of_the_words() -> None:
    assert len(TEXT) == 13
    assert TEXT
    assert not SensitiveText()
    assert SensitiveText(WORDS) == TEXT
    assert SensitiveText("other") != TEXT


def test_a_width_applies_to_what_is_shown() -> None:
    assert f"{TEXT:>20}" == f"{SHOWN:>20}"
