"""Who may know whom: layers, and one adapter for each foreign library, imported when it is needed."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator

from tests.architecture.source import ROOT, Module, modules, parse

HOMES = {
    "sounddevice": r"audio/portaudio\.py",
    "soxr": r"audio/preprocessing\.py",
    "onnxruntime": r"audio/voice_activity\.py",
    "faster_whisper": r"recognition/faster_whisper_engine\.py",
    "ctranslate2": r"recognition/faster_whisper_engine\.py",
    "av": r"recognition/.*\.py|audio/.*\.py",
    "pynput": r"os_integration/pynput_(hotkeys|keys)\.py",
    "Xlib": r"os_integration/.*\.py",
    "psutil": r"core/machine\.py",
    "pynvml": r"diagnostics/gpu_figures\.py",
    "tomlkit": r"storage/settings_text\.py",
    "platformdirs": r"storage/paths\.py",
    "httpx": r"rewriting/web\.py",
    "httpx2": r"models/web\.py",
    "keyring": r"os_integration/keyring_backends\.py",
    "ollama": r"rewriting/ollama_provider\.py",
    "google": r"rewriting/gemini_provider\.py",
    "PySide6": r"(pipeline|ui|os_integration|app)/.*\.py",
}
"""Each foreign library, and the only modules of v2m_desktop that may import it."""

LAZY = set(HOMES) - {"PySide6"}
"""Imported inside functions only, so that the tray appears at once, and a missing one costs one feature."""


LINT_IMPORTS = "from importlinter.cli import lint_imports_command as run; run()"


def imported(tree: ast.AST, *, at_once: bool = False) -> Iterator[str]:
    """Top-level packages that `tree` imports, but for type checking only; with `at_once` not in functions."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            continue
        if at_once and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]
        yield from imported(node, at_once=at_once)


def strays(module: Module) -> set[str]:
    inside = module.name.removeprefix("v2m_desktop/")
    return {name for name in imported(module.tree) if name in HOMES and not re.fullmatch(HOMES[name], inside)}


def test_layers_hold() -> None:
    run = subprocess.run(
        [sys.executable, "-c", LINT_IMPORTS, "--no-cache"],
        cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout
    assert "0 broken" in run.stdout


def test_foreign_libraries_are_imported_by_their_adapter_only() -> None:
    assert {module.name: found for module in modules("v2m_desktop") if (found := strays(module))} == {}


def test_foreign_libraries_are_imported_when_they_are_needed() -> None:
    at_once = {
        module.name: LAZY & set(imported(module.tree, at_once=True)) for module in modules("v2m_desktop")
    }
    assert {name: found for name, found in at_once.items() if found} == {}


def test_a_stray_import_is_noticed() -> None:
    stray = parse("v2m_desktop/ui/tray.py", "def show():\n    import pynput.keyboard\n")
    assert strays(stray) == {"pynput"}
    assert set(imported(stray.tree, at_once=True)) == set()
    tried = ast.parse("try:\n    import av\nexcept ImportError:\n    pass\n")
    assert set(imported(tried, at_once=True)) == {"av"}
    typed = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import av\n"
    assert "av" not in set(imported(ast.parse(typed)))


def test_the_package_itself_imports_nothing() -> None:
    (package,) = [module for module in modules("v2m_desktop") if module.name == "v2m_desktop/__init__.py"]
    assert set(imported(package.tree)) == set()
