"""Keeps what stands half filled in on a page through a lock, a closing and a crash."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.schets import keep_schets, schets_of
from intake_assistant.ui.fields.bewaarklok import Bewaarklok
from intake_assistant.ui.window.context import Context


class Schets(QObject):
    """Remembers within a second what `collect` says of the page; `drop` when the page is done."""

    def __init__(self, context: Context, collect: Callable[[], dict[str, Any]], parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._collect, self._naam = context, collect, ""
        self._klok = Bewaarklok(self, self._keep)

    def begin(self, naam: str) -> dict[str, Any]:
        """Return what stood on the page of this name; from now on it is kept under it."""
        self._klok.stop()
        self._naam = naam
        return schets_of(self._context.work, naam)

    def touched(self, *_: object) -> None:
        """Something on the page changed."""
        if self._naam:
            self._klok.typed()

    def flush(self) -> None:
        """Keep at once what was touched."""
        self._klok.flush()

    def _keep(self) -> None:
        try:
            keep_schets(self._context.work, self._naam, self._collect())
        except KnownError as error:
            # The page itself still shows it; what is touched next is tried with it.
            self._context.failed.emit(error)
            return
        self._context.saved.emit()

    def drop(self) -> None:
        """Forget it: the page is done, or was called off."""
        self._klok.stop()
        if self._naam:
            keep_schets(self._context.work, self._naam, {})

    def watch(self, *velden: QWidget) -> None:
        """Keep whenever one of these changes."""
        for veld in velden:
            if isinstance(veld, QLineEdit):
                veld.textEdited.connect(self.touched)
            elif isinstance(veld, QTextEdit | QPlainTextEdit):
                veld.textChanged.connect(self.touched)
            elif isinstance(veld, QComboBox):
                veld.activated.connect(self.touched)
                if veld.isEditable() and (regel := veld.lineEdit()) is not None:
                    regel.textEdited.connect(self.touched)
            elif isinstance(veld, QCheckBox):
                veld.clicked.connect(self.touched)
