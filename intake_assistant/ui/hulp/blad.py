"""The list of keys on one sheet of paper, to lie beside the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTableFormat,
)

from intake_assistant.texts import text
from intake_assistant.ui.hulp.toetsenlijst import TOETSEN

_DPI, _PUNTEN, _KOP, _TITEL = 300, 9.5, 11.0, 15.0
_RAND = 10.0
"""Of the paper, in millimetres: all keys fit on one A4."""
_KOLOMMEN = (17, 33, 17, 33)


def keys_as_pdf() -> bytes:
    """One A4 with every key, as the box of F1 shows them."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(text("venster.toetsen.blad"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(_RAND, _RAND, _RAND, _RAND), QPageLayout.Unit.Millimeter)
    _document().print_(writer)
    buffer.close()
    return bytes(buffer.data().data())


def _document() -> QTextDocument:
    document = QTextDocument()
    cursor = QTextCursor(document)
    cursor.insertText(text("venster.toetsen.blad"), _letter(_TITEL, bold=True))
    for groep, toetsen in TOETSEN.items():
        for _ in range(2):
            cursor.insertBlock()
        cursor.insertText(text(f"venster.toetsen.groep_{groep}"), _letter(_KOP, bold=True))
        _add_table(cursor, toetsen)
    return document


def _add_table(cursor: QTextCursor, toetsen: tuple[tuple[str, str], ...]) -> None:
    form = QTextTableFormat()
    form.setBorder(0)
    form.setCellPadding(2)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, breed) for breed in _KOLOMMEN]
    )
    table = cursor.insertTable((len(toetsen) + 1) // 2, len(_KOLOMMEN), form)
    for nummer, (toets, wat) in enumerate(toetsen):
        row, column = nummer // 2, nummer % 2 * 2
        table.cellAt(row, column).firstCursorPosition().insertText(toets, _letter(_PUNTEN, bold=True))
        words = table.cellAt(row, column + 1).firstCursorPosition()
        words.insertText(text(f"venster.toetsen.{wat}"), _letter(_PUNTEN))
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _letter(punten: float, *, bold: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontPointSize(punten)
    made.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return made
