"""Who is who among the programs of a desktop."""

from __future__ import annotations

from v2m_desktop.core.targets import Client

EDITOR = Client(connection=4, process=40, program="editor")


def test_the_same_connection_is_the_same_program() -> None:
    assert EDITOR.is_surely(Client(connection=4))
    assert not EDITOR.is_surely(Client(connection=5))


def test_the_same_process_is_the_same_program_by_any_connection() -> None:
    assert EDITOR.is_surely(Client(connection=9, process=40))


def test_who_got_the_connection_of_a_program_that_ended_is_another() -> None:
    assert not EDITOR.is_surely(Client(connection=4, process=41))


def test_what_is_unknown_is_nobody() -> None:
    assert not Client().is_surely(Client())
