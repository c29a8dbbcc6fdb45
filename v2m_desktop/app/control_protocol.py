"""What `v2m` commands and the running app say to each other: one JSON object a line over a local socket.

A request is {"version": 1, "command": NAME}; the answer is {"ok": true, ...} or {"ok": false, "error": TEXT}.
After the command "events" the connection stays open and carries one event a line. Standard library only: the
commands answer before Qt could be imported.
"""

from __future__ import annotations

import json
from typing import Any

VERSION = 1
MAX_REQUEST_BYTES = 4096
COMMANDS = (
    *("show", "toggle", "start", "stop", "cancel", "refine", "translate", "insert", "take-back"),
    *("settings", "allow-keys", "status", "events", "quit"),
)

EXIT_OK = 0
EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_NOT_RUNNING = 3

Message = dict[str, Any]


def encode(message: Message) -> bytes:
    """One line."""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def request(command: str) -> Message:
    return {"version": VERSION, "command": command}


def parse_request(line: bytes) -> str:
    """The command of a request. Raises ValueError with a sentence for the sender."""
    if len(line) > MAX_REQUEST_BYTES:
        raise ValueError("The request is too long.")
    try:
        message = json.loads(line)
    except ValueError:
        raise ValueError("The request is not a line of JSON.") from None
    if not isinstance(message, dict) or message.get("version") != VERSION:
        raise ValueError(f"The request is not of version {VERSION}. Restart Voice2Machine after an update.")
    command = message.get("command")
    if command not in COMMANDS:
        raise ValueError("The command is not known. Restart Voice2Machine after an update.")
    return str(command)
