"""usage: collect.py [--check]: writes resources/licenses/THIRD_PARTY.txt, the licenses of what is passed on.

Read from the distributions installed for the locked requirements. The same installation gives the same bytes,
and no path of a machine is in them. With --check nothing is written: ends with 1 if the file is old.
"""

from __future__ import annotations

import hashlib
import re
import sys
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LOCK = ROOT / "packaging/requirements/requirements.txt"
TARGET = ROOT / "resources/licenses/THIRD_PARTY.txt"

_TEXT_NAME = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
_NO_TEXT = (".py", ".pyc", ".rtf", ".html")
_RULE = "=" * 100

# Texts for those who bring none, and what the list of requirements does not name.
_BORROWED = {
    "PySide6_Essentials": ("LGPL-3", "GPL-3"),
    "shiboken6": ("LGPL-3", "GPL-3"),
    "av": ("GPL-3", "GPL-2", "LGPL-3"),
    "flatbuffers": ("Apache-2.0",),
    "tokenizers": ("Apache-2.0",),
    "certifi": ("MPL-2.0",),
}
_BESIDES = {"Python": "Python"}


@dataclass(frozen=True, slots=True)
class Part:
    """One distribution that is passed on, with the texts of its licenses."""

    name: str
    version: str
    license: str
    home: str
    texts: tuple[str, ...]


def locked(lock: str) -> list[Requirement]:
    """The requirements of a lock file that apply to this machine."""
    lines = (line.rstrip(" \\") for line in lock.splitlines() if line and line[0].isalnum())
    found = (Requirement(line) for line in lines)
    return [one for one in found if one.marker is None or one.marker.evaluate()]


def plain(name: str) -> str:
    """A distribution's name as an index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def part_of(requirement: Requirement) -> Part:
    """What the installed distribution says about itself."""
    try:
        found = distribution(requirement.name)
    except PackageNotFoundError:
        raise SystemExit(f"licenses: {requirement.name} is locked but not installed: make setup") from None
    home = _said(found, "Home-page") or _project_url(found)
    name = found.metadata["Name"]
    texts = (*_texts(found), *(_borrowed(file) for file in _BORROWED.get(name, ())))
    return Part(name, found.version, _license(found), home, texts)


def _license(found: Distribution) -> str:
    """An SPDX expression where there is one, else what the author wrote in its place."""
    said = _said(found, "License-Expression") or _said(found, "License")
    if said and "\n" not in said and len(said) < 120:
        return said
    named = [
        line.split("::")[-1].strip()
        for line in found.metadata.get_all("Classifier") or ()
        if "License ::" in line
    ]
    return ", ".join(named) or "see the text"


def _said(found: Distribution, field: str) -> str:
    return str(found.metadata[field]) if field in found.metadata else ""


def _project_url(found: Distribution) -> str:
    urls = [str(line).split(",", 1)[-1].strip() for line in found.metadata.get_all("Project-URL") or ()]
    return urls[0] if urls else ""


def _texts(found: Distribution) -> tuple[str, ...]:
    texts: dict[str, tuple[str, str]] = {}
    for file in found.files or ():
        name = file.name
        if not _TEXT_NAME.search(name) or name.endswith(_NO_TEXT):
            continue
        path = Path(str(found.locate_file(file)))
        if path.is_file():
            text = _clean(path.read_text(encoding="utf-8", errors="replace"))
            texts.setdefault(hashlib.sha256(text.encode()).hexdigest(), (str(file), text))
    return tuple(text for _, text in sorted(texts.values()))


def _clean(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").splitlines()).strip("\n")


def page(parts: list[Part], head: str, besides: dict[str, str]) -> str:
    """The whole file: plain words first, then a list, then the texts. A text that many share stands once."""
    parts = sorted(parts, key=lambda part: part.name.lower())
    lines = [
        head.strip(),
        *_title("List"),
        *(f"{part.name} {part.version}: {part.license}" for part in parts),
    ]
    shown: dict[str, str] = {}
    for part in parts:
        lines += _title(f"{part.name} {part.version}", f"License: {part.license}", part.home)
        for text in part.texts:
            first = shown.setdefault(text, part.name)
            lines += [text if first == part.name else f"The same text as under {first}.", ""]
        if not part.texts:
            lines.append(
                "It brings no text of its own. Its license is named above, its source is at that address."
            )
    for name, text in besides.items():
        lines += [*_title(name), text]
    return "\n".join(lines).rstrip() + "\n"


def _title(*lines: str) -> list[str]:
    return ["", _RULE, *filter(None, lines), _RULE, ""]


def _borrowed(name: str) -> str:
    return _clean((HERE / "texts" / f"{name}.txt").read_text(encoding="utf-8"))


def main(arguments: list[str]) -> int:
    head = (HERE / "head.txt").read_text(encoding="utf-8")
    parts = [part_of(one) for one in locked(LOCK.read_text(encoding="utf-8"))]
    text = page(parts, head, {name: _borrowed(file) for name, file in _BESIDES.items()})
    if "--check" in arguments:
        if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text:
            return 0
        print(
            "licenses: resources/licenses/THIRD_PARTY.txt is old: run packaging/licenses/collect.py",
            file=sys.stderr,
        )
        return 1
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    print(f"licenses: {len(text) // 1000} kB in {TARGET.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
