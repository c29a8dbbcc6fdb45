"""usage: strip.py FOLDER: takes the symbols out of a bundle's libraries; says how much that gave.

Wheels are repaired by a tool that moves the tables of a library, and binutils breaks some of those: "ELF load
command address/offset not page-aligned". So each result is looked at, and only a sound one replaces the
original.
"""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

PAGE = 4096
_LOAD = 1


def is_sound(library: Path) -> bool:
    """Whether the loader can map each segment of a 64-bit library: address and place agree within a page."""
    data = library.read_bytes()
    if data[:5] != b"\x7fELF\x02":
        return False
    (table,) = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    for index in range(count):
        kind, _flags, offset, address = struct.unpack_from("<IIQQ", data, table + index * size)
        if kind == _LOAD and offset % PAGE != address % PAGE:
            return False
    return True


def strip(folder: Path) -> int:
    """How many bytes less the folder has now."""
    gained = 0
    with tempfile.TemporaryDirectory() as place:
        stripped = Path(place) / "library"
        for library in sorted(folder.rglob("*.so*")):
            if library.is_symlink() or library.read_bytes()[:4] != b"\x7fELF":
                continue
            shutil.copyfile(library, stripped)
            done = subprocess.run(["strip", str(stripped)], capture_output=True, check=False)
            less = library.stat().st_size - stripped.stat().st_size
            if done.returncode == 0 and less > 0 and is_sound(stripped):
                mode = library.stat().st_mode
                shutil.copyfile(stripped, library)
                library.chmod(mode)
                gained += less
    return gained


if __name__ == "__main__":
    print(f"stripped: {strip(Path(sys.argv[1])) / 1e6:.0f} MB less")
