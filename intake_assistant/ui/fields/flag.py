"""What is wrong with what stands in a line: told below it, and gone as soon as it is right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from intake_assistant.operations.views.onmogelijk import wrong_date
from intake_assistant.ui.fields.line import LineEditor
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.window.context import Context

Judge = Callable[[], str]


def odd_date(context: Context, subject: str, waarde: object) -> str:
    """What is odd about a date of the open dossier, as one sentence; empty when nothing is."""
    if context.dossier_id not in context.work.vault.dossiers():
        # A field is left as well when its screen goes because the person was erased.
        return ""
    return wrong_date(context.work, context.dossier(), subject, waarde)


def date_flag(context: Context, subject: str, editor: LineEditor) -> Flag:
    """What is odd about a date, to be put below its line."""
    return Flag(editor.regel, lambda: odd_date(context, subject, editor.waarde() or ""))


class Flag(QLabel):
    """Told when the line is left: half a date is not wrong yet. `judge` gives the sentence, or none."""

    def __init__(self, regel: QLineEdit, judge: Judge) -> None:
        super().__init__()
        self._regel, self._judge = regel, judge
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("rol", "waarschuwing")
        self._take_name(regel.objectName())
        regel.objectNameChanged.connect(self._take_name)
        self.hide()
        regel.editingFinished.connect(self.look)
        regel.textChanged.connect(self._changed)

    def look(self) -> str:
        """Judge what stands in the line now, and show and return what is wrong with it."""
        was, zin = self.text(), self._judge()
        self.setText(zin)
        self.setVisible(bool(zin))
        self._regel.setAccessibleDescription(zin)
        if zin and zin != was:
            announce(self, zin)
        return zin

    def _take_name(self, naam: str) -> None:
        self.setObjectName(f"gebrek_{naam}")

    def _changed(self) -> None:
        # While one types only what was said before is looked at again.
        if not self._regel.isModified() or not self.isHidden():
            self.look()
