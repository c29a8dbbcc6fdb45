"""Bring resources/translations up to date: collect error sentences, run lupdate and lrelease.

    python packaging/translations/update.py

New texts appear as unfinished in the .ts files; translate them and run it again. A test fails until then.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "v2m_desktop"
FOLDER = ROOT / "resources" / "translations"
TEMPLATES = PACKAGE / "ui" / "error_templates.py"
LANGUAGES = ("en", "es", "pt")
HEADER = '''"""Sentences of errors, for lupdate only. Written by packaging/translations/update.py."""

# fmt: off
# ruff: noqa: E501  (lupdate reads one literal per sentence, so each stands on one line)
from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

TEMPLATES = (
'''


def error_templates(package: Path = PACKAGE) -> list[str]:
    """Sentences for the user: first arguments of errors of core/errors.py, the pipeline's constants, the
    members of enums of sentences, and the labels of models."""
    found: set[str | None] = set()
    tree = ast.parse((package / "core" / "errors.py").read_text(encoding="utf-8"))
    ours = frozenset(node.name for node in tree.body if isinstance(node, ast.ClassDef))
    for path in sorted(package.rglob("*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        found |= {_template(node, ours) for node in ast.walk(module)}
        if path.parent.name == "pipeline":
            found |= {_constant(node) for node in ast.walk(module)}
        if path.parent.name == "os_integration":
            members = (node for kind in module.body if isinstance(kind, ast.ClassDef) for node in kind.body)
            found |= {_constant(node) for node in members}
        if path.parent.name == "models":
            found |= {_label(node) for node in ast.walk(module)}
    return sorted(text for text in found if text and re.sub(r"{\w*}", "", text).strip(" ."))


def _constant(node: ast.AST) -> str | None:
    """The value of a line such as TOO_LATE = "The take came too late.", at whatever depth."""
    value = node.value if isinstance(node, ast.Assign) else None
    text = value.value if isinstance(value, ast.Constant) else None
    return text if isinstance(text, str) and text.endswith((".", "{reason}")) else None


def _label(node: ast.AST) -> str | None:
    """The text of an argument such as label="small"."""
    value = node.value if isinstance(node, ast.keyword) and node.arg == "label" else None
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else None


def _template(node: ast.AST, ours: frozenset[str]) -> str | None:
    if not isinstance(node, ast.Call) or not node.args:
        return None
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    first = node.args[0]
    text = first.value if isinstance(first, ast.Constant) else None
    return text if isinstance(text, str) and name in ours else None


def sources() -> list[str]:
    folders = (PACKAGE / "ui", PACKAGE / "app")
    return [str(path) for folder in folders for path in sorted(folder.rglob("*.py"))]


def run_lupdate(target: Path, language: str) -> None:
    """Merge the texts of the sources into the .ts file `target`."""
    command = [str(Path(sys.executable).parent / "pyside6-lupdate"), *sources(), "-ts", str(target)]
    options = ["-locations", "none", "-no-obsolete", "-silent"]
    languages = ["-source-language", "en", "-target-language", language]
    subprocess.run([*command, *options, *languages], check=True, cwd=ROOT)


def run_lrelease(source: Path, target: Path) -> None:
    command = [
        str(Path(sys.executable).parent / "pyside6-lrelease"),
        str(source),
        "-qm",
        str(target),
        "-silent",
    ]
    subprocess.run(command, check=True, cwd=ROOT)


def copy_source_texts(path: Path) -> None:
    """English translates to itself."""
    tree = ET.parse(path)
    for message in tree.iter("message"):
        translation, source = message.find("translation"), message.find("source")
        if translation is not None and source is not None:
            translation.text = source.text
            translation.attrib.pop("type", None)
    body = ET.tostring(tree.getroot(), encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def write_templates(templates: list[str]) -> None:
    lines = [f'    QT_TRANSLATE_NOOP("Error", {_quoted(template)}),\n' for template in templates]
    TEMPLATES.write_text(HEADER + "".join(lines) + ")\n", encoding="utf-8")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + escaped + '"'


def main() -> int:
    write_templates(error_templates())
    for language in LANGUAGES:
        path = FOLDER / f"voice2machine_{language}.ts"
        run_lupdate(path, language)
        if language == "en":
            copy_source_texts(path)
        run_lrelease(path, path.with_suffix(".qm"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
