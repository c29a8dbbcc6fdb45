"""An error says one finished sentence."""

from __future__ import annotations

import pytest

from v2m_desktop.core.errors import DiskFullError, StorageError, V2mError
from v2m_desktop.core.sensitive import SensitiveText


def test_values_are_filled_in_and_kept_for_translation() -> None:
    error = StorageError("{path} is bad.", path="/x")
    assert error.message == str(error) == "/x is bad."
    assert (error.template, error.values) == ("{path} is bad.", {"path": "/x"})


def test_a_template_without_values_is_taken_as_it_is() -> None:
    assert V2mError("Use {braces}.").message == "Use {braces}."


def test_braces_in_a_value_are_left_alone() -> None:
    assert V2mError("{name} is bad.", name="{x}").message == "{x} is bad."


def test_a_missing_value_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        V2mError("{name} is bad.", other=1)


def test_dictated_words_do_not_get_into_a_message() -> None:
    assert V2mError("Lost {text}.", text=SensitiveText("secret")).message == "Lost <text, 6 chars>."


def test_trying_again_helps_where_the_world_may_have_changed() -> None:
    assert DiskFullError("It is full.").retry_helps
    assert not V2mError("No.").retry_helps
