"""usage: outside.py FOLDER: which libraries does a bundle take from the system it runs on?

Prints them, and ends with 1 if one is found nowhere or is not in system_libraries.txt: a machine may lack it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

LIST = Path(__file__).with_name("system_libraries.txt")
_LINE = re.compile(r"^\s*(?P<name>\S+) => (?P<place>not found|/\S.*?)(?: \(0x|$)", re.MULTILINE)


def outside(folder: Path) -> dict[str, str]:
    """Name and place of each library that a file of the bundle loads from outside of it."""
    inside = folder / "_internal"
    environment = {**os.environ, "LD_LIBRARY_PATH": str(inside), "LC_ALL": "C"}
    found: dict[str, str] = {}
    for file in sorted(folder.rglob("*")):
        if file.is_symlink() or not file.is_file() or file.read_bytes()[:4] != b"\x7fELF":
            continue
        done = subprocess.run(
            ["ldd", str(file)], capture_output=True, text=True, env=environment, check=False
        )
        places = dict(_LINE.findall(done.stdout))
        found |= {name: place for name, place in places.items() if not place.startswith(str(folder))}
    return found


def listed(text: str) -> set[str]:
    """The names in a list: one a line, notes behind #."""
    names = (line.split("#")[0].strip() for line in text.splitlines())
    return {name for name in names if name}


def main(folder: Path) -> int:
    found = outside(folder)
    known = listed(LIST.read_text(encoding="utf-8"))
    print(f"libraries of the system: {', '.join(sorted(found))}")
    wrong = 0
    for name, place in sorted(found.items()):
        if place == "not found":
            print(f"outside: {name} is found nowhere", file=sys.stderr)
        elif name not in known:
            print(f"outside: {name} comes from {place}; is it on every desktop?", file=sys.stderr)
        else:
            continue
        wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
