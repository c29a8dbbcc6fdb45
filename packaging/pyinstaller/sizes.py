"""usage: sizes.py FOLDER: the size of a bundle and its ten largest parts; ends with 1 if it is too large.

It also fails when the bundle holds what must not be in it: torch, CUDA, a module of Qt that the app does not
use.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from contents import LIMIT_MB, intruders

MB = 1e6
TEN = 10


def part_of(path: str) -> str:
    """The distribution that a file of the bundle belongs to, as far as its place tells."""
    first = path.removeprefix("_internal/").split("/")[0]
    if first in ("PySide6", "shiboken6") or re.match(r"lib(Qt6|icu)", first):
        return "PySide6 (Qt)"
    if re.match(r"lib.*\.so", first):
        return "libraries of the system"
    if "." in first and first.endswith(("dist-info", "libs")):
        return first.split("-")[0].removesuffix(".libs")
    return first


def measure(folder: Path) -> tuple[Counter[str], list[str]]:
    """Bytes of each part, and every file's path. Links are counted once, as what they point to."""
    parts: Counter[str] = Counter()
    paths = []
    for file in sorted(folder.rglob("*")):
        if file.is_dir():
            continue
        path = file.relative_to(folder).as_posix()
        paths.append(path)
        if not file.is_symlink():
            parts[part_of(path)] += file.stat().st_size
    return parts, paths


def main(folder: Path) -> int:
    parts, paths = measure(folder)
    total = sum(parts.values()) / MB
    print(f"{folder.name}: {total:.0f} MB in {len(paths)} files (limit {LIMIT_MB} MB); its largest parts:")
    for part, size in parts.most_common(TEN):
        print(f"  {size / MB:7.1f} MB  {part}")
    found = intruders(paths)
    for path in found:
        print(f"sizes: this must not be in the bundle: {path}", file=sys.stderr)
    if total > LIMIT_MB:
        print(f"sizes: the bundle is larger than {LIMIT_MB} MB", file=sys.stderr)
    return 1 if found or total > LIMIT_MB else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
