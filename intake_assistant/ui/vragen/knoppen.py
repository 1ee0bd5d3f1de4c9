"""Choices as buttons that a digit presses while they have the focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QGridLayout, QRadioButton, QWidget

from intake_assistant.ui.kit.theme import px

Optie = tuple[str, str, str]
"""Digit, code, words."""

# As wide as a digit.
_CIJFERBREED = "\u2007"


class Knoppen(QWidget):
    """One button an option: round ones exclude each other, square ones do not.

    What is no longer offered stands below, and only while it is the answer.
    """

    gekozen = Signal()
    terug = Signal()

    def __init__(
        self, opties: Sequence[Optie], kolommen: int, *, een: bool, vervallen: Sequence[Optie] = ()
    ) -> None:
        super().__init__()
        self._een = een
        self._groep = QButtonGroup(self)
        self._groep.setExclusive(een)
        self._knop: dict[str, QAbstractButton] = {}
        self._cijfer: dict[str, QAbstractButton] = {}
        self._was = ""
        raster = QGridLayout(self)
        raster.setContentsMargins(0, 0, 0, 0)
        raster.setHorizontalSpacing(px(16))
        raster.setVerticalSpacing(0)
        # Beyond nine there is no digit to press; its place stays, so that the words stand in one column.
        self._leeg = _CIJFERBREED if any(cijfer != woorden for cijfer, _, woorden in opties if cijfer) else ""
        rijen = -(-len(opties) // kolommen)
        for nummer, optie in enumerate(opties):
            # Two columns are read down, more are read across.
            rij, plaats = divmod(nummer, kolommen) if kolommen > 2 else (nummer % rijen, nummer // rijen)
            raster.addWidget(self._add(optie), rij, plaats)
        self._vervallen = [self._add(optie) for optie in vervallen]
        for nummer, made in enumerate(self._vervallen):
            raster.addWidget(made, len(opties) + nummer, 0, 1, kolommen)
            made.hide()
        raster.setColumnStretch(kolommen, 1)

    def _add(self, optie: Optie) -> QAbstractButton:
        cijfer, code, woorden = optie
        voor = (cijfer or self._leeg) if cijfer != woorden else ""
        tekst = f"{voor}   {woorden}" if voor else woorden
        made = QRadioButton(tekst) if self._een else QCheckBox(tekst)
        made.setObjectName(f"optie_{code}")
        made.setProperty("rol", "optie")
        made.setAccessibleName(woorden)
        made.installEventFilter(self)
        made.clicked.connect(lambda _=False, c=code: self._clicked(c))
        self._groep.addButton(made)
        self._knop[code] = made
        if cijfer:
            self._cijfer[cijfer] = made
        return made

    def set_codes(self, codes: Sequence[str]) -> None:
        """Press just these buttons; tells nobody."""
        self._groep.setExclusive(False)
        for code, made in self._knop.items():
            made.setChecked(code in codes)
        self._groep.setExclusive(self._een)
        for made in self._vervallen:
            made.setVisible(made.isChecked())
        self._was = codes[0] if self._een and codes else ""

    def codes(self) -> list[str]:
        """Return the codes of the pressed buttons, in order."""
        return [code for code, made in self._knop.items() if made.isChecked()]

    def eerste(self) -> QWidget:
        """Return the button that takes the keyboard: the chosen one, else the first."""
        buttons = list(self._knop.values())
        return next((made for made in buttons if made.isChecked()), buttons[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a digit press its button, and Ctrl+Z go back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.matches(QKeySequence.StandardKey.Undo):
                self.terug.emit()
                return True
            made = self._cijfer.get(event.text())
            if made is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                made.setFocus()
                made.click()
                return True
        return super().eventFilter(watched, event)

    def _clicked(self, code: str) -> None:
        if self._een and code == self._was:
            # The same answer pressed again: taken back, as on paper with an eraser.
            self.set_codes([])
        else:
            self._was = code
        self.gekozen.emit()
