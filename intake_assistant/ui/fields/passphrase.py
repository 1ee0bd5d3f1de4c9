"""A field for a passphrase: shown or hidden, with a warning when Caps Lock is on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import knop, kolom, label, rij
from intake_assistant.ui.qt.later import Surely

SECRET = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)
"""Of what no input method may keep or complete."""
FORGET_AFTER_MS = 60_000
"""A wrong one may be the right one of something else: it does not stay for who comes by."""


class Wachtzin(QWidget):
    """Label, field, button and warning; `entered` on Enter."""

    entered = Signal()
    changed = Signal()

    def __init__(self, naam: str, opschrift: str) -> None:
        super().__init__()
        self._build_field(naam, opschrift)
        self.caps = label(
            text("kluis.ontgrendelen.caps_lock"), "waarschuwing", wrap=True, naam=f"{naam}_caps"
        )
        self.caps.hide()
        self.toon = knop(text("kluis.ontgrendelen.toon"), f"{naam}_toon", self._toggle)
        self.toon.setCheckable(True)
        self._show_state()
        above = label(opschrift, "veldnaam")
        above.setBuddy(self.field)
        box = kolom(self, tussen=4)
        row = rij(tussen=8)
        row.addWidget(self.field, 1)
        row.addWidget(self.toon)
        box.addWidget(above)
        box.addLayout(row)
        box.addWidget(self.caps)
        self.setFocusProxy(self.field)

    def _build_field(self, naam: str, opschrift: str) -> None:
        self.field = QLineEdit()
        self.field.setObjectName(naam)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(opschrift)
        self.field.setMaxLength(1024)
        self.field.installEventFilter(self)
        self.field.returnPressed.connect(self.entered)
        self.field.textChanged.connect(self.changed)
        self.vergeten = Surely(self, self.clear, FORGET_AFTER_MS)
        self.field.textChanged.connect(self.vergeten.stop)

    def show_with(self, ander: Wachtzin) -> None:
        """Be shown and hidden with another: of the same typed twice one button shows both."""
        self.toon.hide()
        ander.toon.toggled.connect(self._follow)

    def _follow(self, on: bool) -> None:
        self.toon.setChecked(on)
        self._toggle()

    def text(self) -> str:
        """What was typed."""
        return self.field.text()

    def clear(self) -> None:
        """Forget what was typed, and hide again."""
        # Not `clear`: Ctrl+Z would bring the passphrase back, also at the lock.
        self.field.setText("")
        self.toon.setChecked(False)
        self._toggle()

    def refuse(self) -> None:
        """Hide a wrong one, have typing replace it, and forget it after a while."""
        self.toon.setChecked(False)
        self._toggle()
        self.field.selectAll()
        self.field.setFocus()
        self.vergeten.start()

    def _toggle(self) -> None:
        shown = self.toon.isChecked()
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._show_state()

    def _show_state(self) -> None:
        # Shown, it is a text like any other to what helps with typing: that would learn it.
        self.field.setInputMethodHints(self.field.inputMethodHints() | SECRET)
        woord = text("kluis.ontgrendelen.verberg" if self.toon.isChecked() else "kluis.ontgrendelen.toon")
        self.toon.setText(f" {woord}")
        self.toon.setAccessibleName(woord)
        self.toon.set_icoon("oog", "accent" if self.toon.isChecked() else "tekst")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Judge by the letters that come: Qt does not tell the state of Caps Lock."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._judge(event)
        return False

    def _judge(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps.hide()
            return
        letter = event.text()
        if len(letter) != 1 or not letter.isalpha() or letter.lower() == letter.upper():
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.caps.setVisible(letter.isupper() != shift)
