"""usage: icons.py FOLDER: draws the app's icon as voice2machine.ico for Windows and .icns for macOS."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ICON = Path(__file__).resolve().parents[2] / "resources/icons/voice2machine.svg"
SIDES = {"ico": 256, "icns": 512}


def main(folder: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication, QIcon

    application = QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    for kind, side in SIDES.items():
        target = folder / f"voice2machine.{kind}"
        if not QIcon(str(ICON)).pixmap(side, side).toImage().save(str(target)):
            raise SystemExit(f"icons: {target} could not be written")
    del application


if __name__ == "__main__":
    main(Path(sys.argv[1]))
