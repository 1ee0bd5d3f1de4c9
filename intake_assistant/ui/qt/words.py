"""The words of Qt itself in the language of the screen: dialogs for files, menus, buttons of a question."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from intake_assistant.staftaal import spoken


@cache
def install() -> QTranslator:
    """Have Qt speak as the screen does, once; the application holds the words for as long as it runs."""
    made = QTranslator()
    # The place where Qt itself lies, also when the program was packaged together with it.
    made.load(f"qtbase_{spoken()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    QCoreApplication.installTranslator(made)
    return made
