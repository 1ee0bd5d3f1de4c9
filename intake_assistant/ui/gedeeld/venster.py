"""The shared side in a window of its own: over a whole display, or loose, to be shared in a video call."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_assistant.texts import dutch_text
from intake_assistant.ui.gedeeld.vlak import Gedeeldvlak
from intake_assistant.ui.qt.messages import TE_DELEN

LOS = QRect(0, 0, 960, 600)


class Gedeeldvenster(QWidget):
    """Never takes the keyboard: what is typed is for our own side, whatever is touched here."""

    closed = Signal()
    """Somebody put it away by a means of the computer."""

    def __init__(self, *, los: bool) -> None:
        vlaggen = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(None, vlaggen if los else vlaggen | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("gedeeld_venster")
        # A name that tells nothing, for the list of windows of a video call.
        self.setWindowTitle(dutch_text("gesprek.gedeeld.titel"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setProperty(TE_DELEN, True)
        self.vlak = Gedeeldvlak("gedeeld_scherm")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.vlak)

    def put_on(self, plaats: QRect) -> None:
        """Show it there; over a whole display, bars of the computer and all."""
        screen = next((one for one in QGuiApplication.screens() if one.geometry() == plaats), None)
        if screen is not None:
            self.setScreen(screen)
            self.setGeometry(plaats)
            # Not `showFullScreen`: that asks for the keyboard as well.
            self.setWindowState(Qt.WindowState.WindowFullScreen)
        else:
            # With its bar, which must not lie above the screen: it is dragged by that.
            self.resize(plaats.size())
            self.move(plaats.topLeft())
        self.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Put away by the bar of the computer: it does not come back by itself."""
        super().closeEvent(event)
        if event.spontaneous():
            self.closed.emit()
