"""The words of Qt itself in Dutch: the dialogs for files, the menu of a field, the buttons of a question."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator


@cache
def install() -> QTranslator:
    """Have the application speak Dutch, once; it holds the words for as long as it runs."""
    made = QTranslator()
    # The place where Qt itself lies, also when the program was packaged together with it.
    made.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    QCoreApplication.installTranslator(made)
    return made
