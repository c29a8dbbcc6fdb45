"""What belongs in the bundle. Read by the spec and its hooks when it is made, and by sizes.py afterwards."""

from __future__ import annotations

import re
from pathlib import PurePath

LIMIT_MB = 500

QT_MODULES = ("QtCore", "QtDBus", "QtGui", "QtNetwork", "QtWidgets")
"""Those that the app imports. QtDBus is for a desktop's portals and the tray on Linux."""

QT_PLUGINS = frozenset(
    {
        # how windows get to the screen; offscreen is for the self-test
        "platforms/qxcb", "platforms/qwayland", "platforms/qoffscreen",
        "platforms/qwindows", "platforms/qcocoa",
        # the icons are drawings
        "iconengines/qsvgicon", "imageformats/qsvg",
        # how people write accents into the dialogs
        "platforminputcontexts/composeplatforminputcontextplugin",
        "platforminputcontexts/ibusplatforminputcontextplugin",
        # light or dark as the desktop says
        "platformthemes/qxdgdesktopportal",
        "styles/qmodernwindowsstyle", "styles/qmacstyle",
        "wayland-shell-integration/xdg-shell", "wayland-decoration-client/bradient",
        "wayland-graphics-integration-client/qt-plugin-wayland-egl",
    }
)  # fmt: skip

QT_TRANSLATIONS = ("qtbase_en", "qtbase_es", "qtbase_pt", "qtbase_pt_BR")
"""Buttons such as Cancel, in the languages of the app."""

LEFT_OUT = (
    # Development: libraries import it if it happens to be there.
    "IPython", "PIL", "PyInstaller", "_pytest", "hypothesis", "matplotlib", "mypy", "mypyc", "numpy.f2py",
    "numpy.testing", "pandas", "pip", "pkg_resources", "pygments", "pytest", "rapidfuzz", "rich", "ruff",
    "scipy", "setuptools", "tkinter", "turtle", "unittest.mock", "wheel", "_pyrepl", "pdb", "pydoc",
    "doctest", "lib2to3", "ensurepip", "idlelib",
    # Heavy second ways: models come by our own downloader, and run in CTranslate2.
    "torch", "transformers", "hf_xet", "ctranslate2.converters", "ctranslate2.specs",
    "onnxruntime.transformers", "onnxruntime.tools", "onnxruntime.quantization", "onnxruntime.datasets",
    # CUDA is what the machine has; the bundle holds none of it.
    "nvidia", "cupy",
)  # fmt: skip

FORBIDDEN = (
    r"(^|/)(torch|triton|nvidia|transformers|tkinter|hf_xet|tests?)(/|$)",
    r"(^|/)lib(cuda|cudart|cublas|cublasLt|cudnn|nvrtc)[\w.-]*\.so",
    r"(^|/)(cudart|cublas|cudnn)[\w.-]*\.dll$",
    r"(^|/)(tcl|tk)8",
    r"(^|/)libqgtk3",
    r"(^|/)libgtk-",
)
"""What no bundle may hold, by path."""

_PLUGIN = re.compile(r"/plugins/(?P<kind>[\w-]+)/(?:lib)?(?P<name>[\w-]+)\.(?:so|dll|dylib)$")
_MODULE = re.compile(r"(?:^|/)PySide6/(?P<name>Qt\w+)\.(?:abi3\.so|pyd)$")
_LIBRARY = re.compile(r"(?:^|/)(?:lib)?Qt6?(?P<name>[A-Z]\w*?)(?:\.so[.\d]*|\.dll|\.dylib)$")
_USED_LIBRARIES = (*QT_MODULES, "QtOpenGL", "QtSvg", "QtWaylandClient", "QtXcbQpa")
"""With those that the plugins link. A library's name is Qt6Core, libQt6Core.so.6 or QtCore."""


def wanted_plugin(path: str) -> bool:
    """Whether this file may stay: it is no plugin of Qt, or one of ours. `path` is written with /."""
    found = _PLUGIN.search(path)
    return found is None or f"{found['kind']}/{found['name']}" in QT_PLUGINS


def wanted_data(path: str) -> bool:
    """Whether a data file may stay: of Qt's translations, only those of the app's languages."""
    name = PurePath(path)
    of_qt = "PySide6" in name.parts and name.parent.name == "translations"
    return not of_qt or name.stem in QT_TRANSLATIONS


def wanted_binary(path: str) -> bool:
    """Whether a library may stay. On Linux onnxruntime's module holds all of it, and links no second copy.

    ALSA is the machine's own: a foreign one looks for its plugins, and so for the sound server, elsewhere. So
    is libmvec, a part of glibc.
    """
    return not re.search(r"(^|/)(libonnxruntime|libasound|libmvec)\.so", path) and wanted_plugin(path)


def intruders(paths: list[str]) -> list[str]:
    """Those of a bundle's files that must not be in it."""
    return [path for path in paths if _intrudes(path)]


def _intrudes(path: str) -> bool:
    if any(re.search(pattern, path) for pattern in FORBIDDEN) or not wanted_plugin(path):
        return True
    module = _MODULE.search(path)
    if module is not None:
        return module["name"] not in QT_MODULES
    library = _LIBRARY.search(path)
    return library is not None and "Qt" + library["name"] not in _USED_LIBRARIES
