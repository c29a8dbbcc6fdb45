"""A recognizer's process that is asked for its speed: `python -m tests.fakes.measuring_process HOW MARKER`.

It adds a byte to the file MARKER when it is asked. HOW it goes on: "fast" and "slow" computers answer, one
that is "busy" had other programs in its way, "die" ends without an answer, "hang" gives none.
"""

from __future__ import annotations

import sys
import threading
from dataclasses import replace
from pathlib import Path

from tests.tools.speeds import speed
from v2m_desktop.recognition.frames import Frame, read_frame, speed_frame, write_frame

ANSWERS = {"fast": speed(0.2), "slow": speed(2.0), "busy": replace(speed(2.0), others=0.6)}


def main(how: str, marker: Path) -> None:
    asked = read_frame(sys.stdin.buffer)
    assert asked is not None
    with marker.open("ab") as file:
        file.write(b".")
    if how == "hang":
        threading.Event().wait()
    if how in ANSWERS:
        header = {**speed_frame(ANSWERS[how]).header, "number": asked.header["number"], "model": None}
        write_frame(sys.stdout.buffer, Frame(header))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
