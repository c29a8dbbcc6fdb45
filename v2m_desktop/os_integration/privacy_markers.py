"""Formats that ask clipboard histories to leave our text alone. They are hints: nobody has to obey."""

from __future__ import annotations

from collections.abc import Mapping


def privacy_markers(platform: str) -> Mapping[str, bytes]:
    """Format name, as QMimeData knows it, to content. `platform` is sys.platform.

    Linux: the hint of KDE's password managers, obeyed by most histories. Windows: three formats of
    Microsoft's "Clipboard Formats" page, each a DWORD. macOS: none, for Qt cannot name a pasteboard type.
    """
    if platform == "win32":
        return {
            f'application/x-qt-windows-mime;value="{name}"': (0).to_bytes(4, "little")
            for name in (
                "ExcludeClipboardContentFromMonitorProcessing",
                "CanIncludeInClipboardHistory",
                "CanUploadToCloudClipboard",
            )
        }
    if platform == "darwin":
        return {}
    return {"x-kde-passwordManagerHint": b"secret"}
