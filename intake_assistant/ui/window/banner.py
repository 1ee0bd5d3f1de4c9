"""The message of the program: something was done, or cannot be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from intake_assistant.texts import text
from intake_assistant.ui.kit import icons
from intake_assistant.ui.kit.parts import knop, kolom, label, rij, zweeftekst
from intake_assistant.ui.kit.theme import kleur, px, set_rol
from intake_assistant.ui.qt import messages
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.window.bars import HeaderBar, only_by_tab
from intake_assistant.ui.window.context import Context

# The line above the question is so high; the way to its end stays in sight.
_HOOG, _EINDE = 40, 120
_SMALST: Final = 240
_BEELD: Final = {"goed": "vink", "wenk": "info"}


class Banner(QWidget):
    """One message over the header, until it is put away or the page changes; it moves nothing.

    While the header is away it lies at the upper edge of what only we read.
    """

    _is_aside = _waits = _is_remark = False
    _rol = ""

    def __init__(self, kop: HeaderBar, around: QWidget, room: Callable[[], QRect]) -> None:
        super().__init__(around)
        self._kop, self._over, self._room = kop, around, room
        self.setObjectName("banner")
        self.frame, self.icon, self.tekst = QFrame(), label(""), _words()
        self._close = knop("", "banner_sluiten", self.hide, "stil")
        self._close.setAccessibleName(text("venster.melding_weg"))
        self._close.setToolTip(zweeftekst(text("venster.melding_weg")))
        self._folder: Path | None = None
        self.map = knop(text("venster.map_openen"), "banner_map", self._open_folder)
        self._put_back: Callable[[], None] | None = None
        self.terug = knop(text("venster.zet_terug"), "banner_terug", self._undo)
        for part in (self._close, self.map, self.terug):
            only_by_tab(part)
        row = rij(self.frame, tussen=12)
        # The role of the frame brings the room around the words.
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.tekst, 1)
        row.addWidget(self.terug, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.map, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        kolom(self, rand=4).addWidget(self.frame)
        self.hide()
        kop.installEventFilter(self)

    def listen(self, context: Context) -> None:
        """Tell what screens tell; nothing while the window is turned to somebody else."""
        context.told.connect(lambda tekst: self.show_message(tekst, "goed"))
        context.noted.connect(lambda tekst: self.show_message(tekst, "wenk"))
        context.remarked.connect(self.remark)
        context.saved.connect(lambda tekst, folder: self.show_message(tekst, "goed", folder))
        context.ended.connect(self.offer_back)
        context.overtaken.connect(self._overtaken)
        context.mended.connect(self._mended)
        context.turned.connect(self.set_aside)
        context.moved.connect(self._move_on)

    def set_aside(self, on: bool) -> None:
        """Say nothing while the window is turned to the person; what was to be said waits for us."""
        if on:
            put_back, self._waits = self._put_back, self._waits or not self.isHidden()
            self.hide()
            self._put_back = put_back
        self._is_aside = on
        if not on and self._waits:
            self._come()

    def _move_on(self) -> None:
        """What nobody saw yet stays, whatever it was about: the other may have asked to stop."""
        if self._is_remark and not self._waits:
            self.put_away()

    def _mended(self) -> None:
        """What could not be is right now; another message stays."""
        if self._rol == "fout":
            self.put_away()

    def _overtaken(self, put_back: Callable[[], None]) -> None:
        if self._put_back is put_back:
            self.put_away()

    def remark(self, tekst: str) -> None:
        """Tell something about the page that is shown: it goes with that page."""
        self.show_message(tekst, "wenk")
        self._is_remark = True

    def offer_back(self, tekst: str, put_back: Callable[[], None]) -> None:
        """Tell what was taken away, with the way to have it back."""
        self.show_message(tekst, "goed")
        self._put_back = put_back
        self.terug.show()
        self._place()

    def show_message(self, tekst: str, rol: str, folder: Path | None = None) -> None:
        """Show it as `fout`, `waarschuwing`, `goed` or `wenk`; with the way to where a file was written."""
        self._folder = folder
        self.map.setVisible(folder is not None)
        self._put_back = None
        self.terug.hide()
        self._rol = rol
        set_rol(self.frame, rol)
        ink = kleur({"waarschuwing": "let_op", "wenk": "accent"}.get(rol, rol))
        self.icon.setPixmap(icons.pixmap(_BEELD.get(rol, "let_op"), ink, px(22)))
        self._close.setIcon(icons.icon("sluiten", ink, px(16)))
        self.tekst.setText(tekst)
        self._is_remark = False
        if self._is_aside:
            self._waits = True
        else:
            self._come()

    def _come(self) -> None:
        self._waits = False
        self.show()
        self._place()
        self.raise_()
        announce(self, self.tekst.text())

    def put_away(self) -> bool:
        """Put the message away; False when there is none."""
        is_there, self._waits = not self.isHidden(), False
        self.hide()
        return is_there

    def _undo(self) -> None:
        put_back, self._put_back = self._put_back, None
        self.hide()
        if put_back is not None:
            put_back()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was taken away is held no longer than it is offered; a cover over the window hides nothing."""
        super().hideEvent(event)
        if self.isHidden():
            self._put_back = None

    def _open_folder(self) -> None:
        if self._folder is not None:
            messages.open_folder(self._folder)

    def _place(self) -> None:
        if self._kop.isHidden():
            half = self._room()
            room = QRect(0, 0, half.width() - px(_EINDE), px(_HOOG))
            begin = half.topLeft()
        else:
            room = self._kop.free_room()
            if room.width() < px(_SMALST):
                # With large letters in a small window it would be a column of words.
                room = QRect(0, 0, self._kop.width(), room.height())
            begin = self._kop.mapTo(self._over, room.topLeft())
        high = max(self.heightForWidth(room.width()), room.height())
        self.setGeometry(QRect(begin, QSize(room.width(), high)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go with the header, whose buttons come and go."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest):
            self._place()
        return super().eventFilter(watched, event)


def _words() -> QLabel:
    made = label("", wrap=True, naam="banner_tekst")
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    # Words that can be selected would take the keyboard of the conversation with a click.
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made
