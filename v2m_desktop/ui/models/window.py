"""The window that gets, chooses and removes models. It draws a ModelsView and emits intents, nothing else."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDir, QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from v2m_desktop.ui.icons import application_icon
from v2m_desktop.ui.models.card import Intent, ModelCard
from v2m_desktop.ui.models.measuring import MeasuringLine
from v2m_desktop.ui.models.parts import TextLine
from v2m_desktop.ui.models.remove_question import RemoveQuestion
from v2m_desktop.ui.models.view import ModelsView
from v2m_desktop.ui.placement import room_of_screen
from v2m_desktop.ui.theme import current_theme, scaled_font
from v2m_desktop.ui.wording import APPLICATION, translate

WIDTH, HEIGHT = 720, 700
NARROWEST, LOWEST = 520, 320
EDGE = 20
SETTLE_MS = 1000
"""The measurement ends when nobody expects it: an Enter that was meant for Skip must not download."""


class ModelWindow(QDialog):
    """Not modal; closing it stops nothing. Names of models are what its intents carry."""

    download_requested = Signal(str)
    cancel_requested = Signal(str)
    use_requested = Signal(str)
    remove_requested = Signal(str)
    import_requested = Signal(str)
    """Carries a folder."""
    measure_requested = Signal()
    skip_requested = Signal()
    """The measurement is not to be waited for."""

    def __init__(self) -> None:
        super().__init__()
        self._view = ModelsView()
        self._order: tuple[tuple[str, bool], ...] = ()
        self._wanted = ""
        self._default: QPushButton | None = None
        self._settling = False
        self.cards: dict[str, ModelCard] = {}
        self.headings: list[QLabel] = []
        self.setWindowIcon(application_icon())
        self.title, self.words = TextLine(1.35, QFont.Weight.DemiBold), TextLine()
        self.notice = TextLine()
        self.measuring = MeasuringLine()
        self.measuring.skipped.connect(self.skip_requested)
        self.bring, self.measure, self.leave = QPushButton(), QPushButton(), QPushButton()
        self.measure.clicked.connect(self.measure_requested)
        self.bring.clicked.connect(self._ask_for_folder)
        self.leave.clicked.connect(self.reject)
        self._arrange()
        self.retranslate()

    def _arrange(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(EDGE, EDGE, EDGE, 4)
        head.setSpacing(6)
        head.addWidget(self.title)
        head.addWidget(self.words)
        head.addWidget(self.measuring)
        self._inside = QWidget()
        self._list = QVBoxLayout(self._inside)
        self._list.setContentsMargins(EDGE, 4, EDGE, 12)
        self._list.setSpacing(10)
        self._list.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self._inside)
        foot = QHBoxLayout()
        foot.setContentsMargins(EDGE, 8, EDGE, EDGE - 4)
        foot.addWidget(self.bring)
        foot.addWidget(self.measure)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        said = QVBoxLayout()
        said.setContentsMargins(EDGE, 4, EDGE, 0)
        said.addWidget(self.notice)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(head)
        whole.addWidget(self.area, 1)
        whole.addLayout(said)
        whole.addLayout(foot)
        self.setMinimumSize(NARROWEST, LOWEST)
        room = room_of_screen().size()
        self.resize(min(WIDTH, room.width() - 40), min(HEIGHT, room.height() - 60))

    def show_view(self, view: ModelsView) -> None:
        focus = self.focusWidget()  # before any button is hidden, which moves it
        if _waits(self._view) and not _waits(view) and self.isVisible():
            self._settling = True
            QTimer.singleShot(SETTLE_MS, self._settle)
        self._view = view
        theme = current_theme()
        self._show_words()
        order = tuple((row.name, row.here) for row in view.rows)
        for row in view.rows:
            if row.name in self.cards:
                self.cards[row.name].show_row(row, theme)
            else:
                self.cards[row.name] = card = ModelCard(row, theme)
                card.asked.connect(self._on_asked)
        moved = sorted(order) != sorted(self._order)
        if moved or (
            order != self._order and not self.isVisible()
        ):  # nothing moves under a mouse for rank alone
            self._order = order
            self._lay_out()
        self._choose_default(keep_focus=focus not in (None, self._default, self.area))
        # Nothing scrolls sideways: the window is never narrower than its longest word.
        bar = self.area.verticalScrollBar().sizeHint().width()
        self.area.setMinimumWidth(self._inside.minimumSizeHint().width() + bar)

    @Slot()
    def _settle(self) -> None:
        self._settling = False
        self.show_view(self._view)

    def reveal(self, name: str) -> None:
        """Bring the model into view, with the keyboard on its button."""
        self._wanted = name
        QTimer.singleShot(0, self._reveal_wanted)

    @Slot()
    def _reveal_wanted(self) -> None:
        card = self.cards.get(self._wanted)
        if card is not None:
            # Cards that are new or moved have their places only after this.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            self.area.ensureWidgetVisible(card, 0, EDGE)
            card.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        """Put cards under headings in the order of the view; a card keeps its focus when it moves."""
        # Not takeAt: items that Python keeps would go on answering for their widgets, with old heights.
        for widget in (*self.cards.values(), *self.headings):
            self._list.removeWidget(widget)
        shown = [name for name, _ in self._order]
        gone = [self.cards.pop(name) for name in list(self.cards) if name not in shown]
        for old in (*gone, *self.headings):
            old.hide()
            old.deleteLater()
        self.headings = []
        before: bool | None = None
        last: QWidget = self.area
        QWidget.setTabOrder(self.measuring.skip, last)
        for name, here in self._order:
            if here is not before:
                self._add_heading(here, first=before is None)
                before = here
            card = self.cards[name]
            self._add(card)
            for button in (card.main, card.remove):
                QWidget.setTabOrder(last, button)
                last = button
        for button in (self.bring, self.measure, self.leave):
            QWidget.setTabOrder(last, button)
            last = button

    def _add_heading(self, here: bool, *, first: bool) -> None:
        heading = QLabel(
            translate("Models", "On this computer") if here else translate("Models", "To download")
        )
        heading.setFont(scaled_font(1.0, QFont.Weight.DemiBold))
        heading.setAccessibleName(heading.text())
        heading.setContentsMargins(2, 4 if first else 12, 0, 0)
        self.headings.append(heading)
        self._add(heading)

    def _add(self, widget: QWidget) -> None:
        """Before the stretch, which is last."""
        self._list.insertWidget(self._list.count() - 1, widget)

    def _choose_default(self, *, keep_focus: bool) -> None:
        """Enter downloads the recommended model at the first start, once it is known; else it only closes.

        Whoever moved the focus is somewhere on purpose: neither a download's progress nor the end of the
        measurement takes it away.
        """
        width = max((card.main.sizeHint().width() for card in self.cards.values()), default=0)
        default = self.measuring.skip if _waits(self._view) else self.leave
        for card in self.cards.values():
            card.widen_buttons(width)
            if self._view.first_start and card.row.recommended and card.main.isEnabled():
                default = card.main
        if self._settling:
            if self._default is not None:
                self._default.setDefault(False)
            self._default = None
            if not keep_focus:
                self.area.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if default is self._default:
            return
        self._default = default
        default.setDefault(True)
        if self._view.first_start and not keep_focus:
            default.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_words(self) -> None:
        if self._view.only_demo:
            self.title.say(translate("Models", "Get a model that understands you"))
            self.words.say(" ".join([
                translate("Models", "The built-in demo model understands synthetic voices only, not people."),
                translate("Models", "Download one that understands you; nothing else is sent or fetched."),
            ]))  # fmt: skip
        else:
            self.title.say(translate("Models", "Models"))
            self.words.say(
                translate(
                    "Models", "What you say is turned into words on this computer, by the model in use."
                )
            )
        self.notice.say(self._view.notice, current_theme().problem)
        self.measuring.show_state(self._view.measuring, current_theme())
        self.measure.setEnabled(not self._view.measuring)
        self.leave.setText(
            translate("Models", "&Later") if self._view.first_start else translate("Models", "&Close")
        )
        self.leave.setAccessibleName(self.leave.text().replace("&", ""))

    def retranslate(self) -> None:
        self.setWindowTitle(f"{translate('Models', 'Models')} – {APPLICATION}")
        self.setAccessibleName(translate("Models", "Models"))
        self.bring.setText(translate("Models", "&Import a folder…"))
        self.bring.setAccessibleName(translate("Models", "Import a folder"))
        self.bring.setToolTip(translate("Models", "A folder with a CTranslate2 Whisper model in it"))
        self.measure.setText(translate("Models", "&Measure speed"))
        self.measure.setAccessibleName(translate("Models", "Measure speed"))
        self.measure.setToolTip(translate("Models", "Find out how long each model takes on this computer"))
        self.area.setAccessibleName(translate("Models", "List of models"))
        self._order = ()
        self.show_view(self._view)

    @Slot(object, str)
    def _on_asked(self, intent: Intent, name: str) -> None:
        match intent:
            case Intent.DOWNLOAD:
                self.download_requested.emit(name)
            case Intent.CANCEL:
                self.cancel_requested.emit(name)
            case Intent.USE:
                self.use_requested.emit(name)
            case Intent.REMOVE:
                question = RemoveQuestion(self.cards[name].row, self)
                question.agreed.connect(self.remove_requested)
                question.ask()

    @Slot()
    def _ask_for_folder(self) -> None:
        dialog = QFileDialog(self, translate("Models", "Folder of a model"), QDir.homePath())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.import_requested)
        dialog.open()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ThemeChange):
            self.show_view(self._view)
        super().changeEvent(event)


def _waits(view: ModelsView) -> bool:
    """Whether the first start has nothing to recommend yet."""
    return view.first_start and view.measuring
