"""Requests over the control socket are short, versioned and known, or they are refused with a reason."""

from __future__ import annotations

import json

import pytest

from v2m_desktop.app.control_protocol import COMMANDS, MAX_REQUEST_BYTES, encode, parse_request, request


@pytest.mark.parametrize("command", COMMANDS)
def test_a_request_survives_the_way(command: str) -> None:
    assert parse_request(encode(request(command))) == command


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"toggle\n",
        b"\xff\xfe\n",
        b"[]\n",
        b'{"version": 2, "command": "toggle"}\n',
        b'{"version": 1, "command": "delete"}\n',
        b'{"version": 1}\n',
        b'{"version": 1, "command": ["toggle"]}\n',
        json.dumps({"version": 1, "command": "toggle", "x": "y" * MAX_REQUEST_BYTES}).encode(),
    ],
)
def test_anything_else_is_refused_with_a_sentence(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        parse_request(line)
