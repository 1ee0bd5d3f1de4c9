"""A check box whose words wrap."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from intake_assistant.ui.kit.parts import label, rij


class Woordvink(QWidget):
    """A check box whose words wrap."""

    toggled = Signal(bool)

    def __init__(self, woorden: str, naam: str) -> None:
        super().__init__()
        self.vak = QCheckBox()
        self.vak.setObjectName(naam)
        self.vak.setAccessibleName(woorden)
        tekst = label(woorden, wrap=True)
        tekst.setBuddy(self.vak)
        tekst.installEventFilter(self)
        box = rij(self, tussen=0)
        box.addWidget(self.vak, 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(tekst, 1)
        self.vak.toggled.connect(self.toggled.emit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on the words ticks the box."""
        if event.type() is QEvent.Type.MouseButtonPress and watched is not self.vak:
            self.vak.toggle()
        return super().eventFilter(watched, event)

    def isChecked(self) -> bool:
        """Whether it is ticked."""
        return self.vak.isChecked()

    def setChecked(self, on: bool) -> None:
        """Tick it, or not."""
        self.vak.setChecked(on)
