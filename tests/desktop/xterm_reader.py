"""What runs in the terminal: python tests/desktop/xterm_reader.py PIPE

Prepares the terminal as a program does that wants every byte, and writes JSON lines to PIPE: the window
first, then what the terminal sends. Nothing of it is run.
"""

from __future__ import annotations

import codecs
import json
import os
import sys
import tty


def main() -> None:
    tty.setraw(0)
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    with open(sys.argv[1], "w", encoding="utf-8", buffering=1) as pipe:  # noqa: PTH123 - starts sooner
        pipe.write(json.dumps({"window": int(os.environ["WINDOWID"])}) + "\n")
        while data := os.read(0, 65536):
            pipe.write(json.dumps({"typed": decoder.decode(data)}) + "\n")


if __name__ == "__main__":
    main()
