"""Pictures of tray menu, windows and overlay on the display that DISPLAY names.

    python -m tests.desktop.screenshots FOLDER [LANGUAGE]

FOLDER/readme gets the pictures that resources/screenshots keeps for the README.

Wants a desktop with window manager, compositor and tray host, and the commands `import`, `convert`
and `xdotool`.
Qt takes its scale at start only, so each scale and color scheme is a process of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from tests.desktop import samples
from tests.gui.models_samples import VIEWS
from tests.gui.settings_pictures import LEVEL_RISES_MS, PICTURES, dark_palette, on_desktop
from v2m_desktop.ui.models.window import ModelWindow
from v2m_desktop.ui.overlay import Overlay
from v2m_desktop.ui.settings.dialog import SettingsDialog
from v2m_desktop.ui.settings.fold import Fold
from v2m_desktop.ui.small_window import SmallWindow
from v2m_desktop.ui.translation import install_translation
from v2m_desktop.ui.tray import Tray

PARAGRAPH = (
    "The gate opens at nine. Come through the yard, past the two water butts, and follow the gravel until "
    "it turns to grass. The beds on the left are for herbs this year; the long one by the hedge stays empty "
    "until the soil has rested. Bring the small ladder if you still have it, the plum needs a cut."
)
LETTER = "\n\n".join(["To Marta, about the garden"] + [PARAGRAPH] * 40)
SCHEMES = {"dark": Qt.ColorScheme.Dark, "light": Qt.ColorScheme.Light}
README_PICTURES = {
    "overlay-listening-dark-2x": "overlay-listening",
    "overlay-working-dark-2x": "overlay-working",
    "overlay-done-dark-2x": "overlay-done",
    "overlay-listening-full-light-2x": "overlay-light",
    "tray-menu-dark-1x": "tray-menu",
    "settings-rewriting-ollama-light": "settings-rewriting",
    "models-first-start-light": "models",
}
WINDOW_RATIO = 2
"""Windows are drawn, not taken from the screen: sharp, and with nothing of the desktop around them."""


def settle(milliseconds: int) -> None:
    """Let Qt, the window manager and the compositor draw."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def grab(target: Path, logical: QRect, ratio: float) -> None:
    """Save the part of the real screen that `logical` names, with a margin."""
    whole = target.with_suffix(".root.png")
    subprocess.run(["import", "-window", "root", str(whole)], check=True)
    image = QImage(str(whole))
    whole.unlink()
    area = logical.adjusted(-24, -24, 24, 24)
    native = QRect(
        round(area.x() * ratio),
        round(area.y() * ratio),
        round(area.width() * ratio),
        round(area.height() * ratio),
    )
    image.copy(native.intersected(image.rect())).save(str(target))


def backdrop(scheme: str) -> QPlainTextEdit:
    """Another program's window, so that what is translucent shows."""
    editor = QPlainTextEdit(LETTER)
    colors = ("#1e2126", "#8d95a3") if scheme == "dark" else ("#ffffff", "#6b7280")
    palette = editor.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor(colors[0]))
    palette.setColor(QPalette.ColorRole.Text, QColor(colors[1]))
    editor.setPalette(palette)
    editor.showMaximized()
    settle(600)
    return editor


def take_overlays(folder: Path, label: str, scheme: str, ratio: float) -> None:
    overlay = Overlay(scheme=SCHEMES[scheme])
    for name, view in samples.OVERLAYS.items():
        overlay.dismiss()
        overlay.show_view(view)
        settle(350)
        grab(folder / f"overlay-{name}-{label}.png", overlay.geometry(), ratio)
    overlay.dismiss()


def take_tray(folder: Path, label: str, ratio: float) -> None:
    tray = Tray()
    tray.show_view(samples.TRAY_LISTENING)
    tray.show()
    settle(1200)
    icon = tray.icon.geometry()
    place = QPoint(round(icon.center().x() * ratio), round(icon.center().y() * ratio))
    if icon.isEmpty():
        raise SystemExit("no tray host took the icon")
    QTimer.singleShot(700, lambda: _grab_menu(tray, folder / f"tray-menu-{label}.png", ratio))
    subprocess.run(["xdotool", "mousemove", str(place.x()), str(place.y()), "click", "3"], check=True)
    settle(2200)
    for state in (samples.TRAY, samples.TRAY_LISTENING):
        tray.show_view(state)
        settle(300)
        grab(folder / f"tray-{state.state.value}-{label}.png", tray.icon.geometry(), ratio)
    tray.hide()


def _grab_menu(tray: Tray, target: Path, ratio: float) -> None:
    menu = tray.menu
    area = menu.geometry().united(tray.icon.geometry())
    menu.setActiveAction(menu.models.menuAction())
    settle(500)
    if menu.models.isVisible():
        area = area.united(menu.models.geometry())
    grab(target, area, ratio)
    menu.close()


def take_small_window(folder: Path, label: str, ratio: float) -> None:
    surface = SmallWindow()
    surface.show_view(samples.TRAY)
    surface.show()
    settle(500)
    grab(folder / f"small-window-{label}.png", surface.window.frameGeometry(), ratio)
    surface.hide()


def take_settings(folder: Path, label: str) -> None:
    """Every page, as it is seen when it is opened, and the long ones as a whole."""
    for picture in PICTURES:
        dialog = SettingsDialog()
        dialog.show_view(on_desktop(picture.view, picture.desktop))
        for fold in dialog.findChildren(Fold):
            fold.unfold(picture.unfolded)
        dialog.open_page(picture.page)
        if picture.height:
            dialog.resize(dialog.width(), picture.height)
        dialog.book.index.setFocus()
        settle(LEVEL_RISES_MS)
        draw(dialog, folder / f"settings-{picture.name}-{label}.png")
        dialog.close()


def take_models(folder: Path, label: str) -> None:
    for name, view in VIEWS.items():
        window = ModelWindow()
        window.show_view(view)
        window.show()
        settle(LEVEL_RISES_MS)
        draw(window, folder / f"models-{name.replace(' ', '-')}-{label}.png")
        window.close()


def draw(window: QWidget, target: Path) -> None:
    """Save a window without its frame."""
    picture = QPixmap(window.size() * WINDOW_RATIO)
    picture.setDevicePixelRatio(WINDOW_RATIO)
    picture.fill(window.palette().color(QPalette.ColorRole.Window))
    window.render(picture)
    picture.save(str(target))


def take(folder: Path, scheme: str, scale: str, language: str) -> None:
    application = QApplication(["screenshots"])
    application.setStyle("Fusion")
    application.styleHints().setColorScheme(SCHEMES[scheme])
    if scheme == "dark":
        application.setPalette(dark_palette())
    application.setQuitOnLastWindowClosed(False)
    install_translation(application, language)
    ratio = application.primaryScreen().devicePixelRatio()
    label = f"{scheme}-{scale}x" + ("" if language == "en" else f"-{language}")
    editor = backdrop(scheme)
    take_overlays(folder, label, scheme, ratio)
    take_tray(folder, label, ratio)
    take_small_window(folder, label, ratio)
    editor.close()
    if scale == "1":
        windows = label.replace("-1x", "")
        take_settings(folder, windows)
        take_models(folder, windows)


def keep_for_readme(folder: Path) -> None:
    """The chosen pictures, with few colors, so that they stay small."""
    chosen = folder / "readme"
    chosen.mkdir(exist_ok=True)
    for source, name in README_PICTURES.items():
        picture = [
            str(folder / f"{source}.png"),
            "-strip",
            "+dither",
            "-colors",
            "96",
            f"PNG8:{chosen / name}.png",
        ]
        subprocess.run(["convert", *picture], check=True)


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    language = arguments[1] if len(arguments) > 1 else "en"
    if len(arguments) == 4:
        take(folder, arguments[2], arguments[3], language)
        return 0
    for scheme in SCHEMES:
        for scale in ("1", "2"):
            command = [
                sys.executable,
                "-m",
                "tests.desktop.screenshots",
                str(folder),
                language,
                scheme,
                scale,
            ]
            subprocess.run(command, check=True, env={**os.environ, "QT_SCALE_FACTOR": scale})
    if language == "en":
        keep_for_readme(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
