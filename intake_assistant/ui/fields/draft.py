"""What stands half filled in on a page: through a lock, a closing and a crash, until the page is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from intake_assistant.operations.acts.schets import keep_schets
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.views.schets import schets_of
from intake_assistant.ui.fields.editor import Editor
from intake_assistant.ui.fields.keeper import Keeper


class Draft(QObject):
    """Has its keeper keep what `collect` says of the page; `drop` when the page is done."""

    def __init__(self, keeper: Keeper, collect: Callable[[], dict[str, Any]], parent: QWidget) -> None:
        super().__init__(parent)
        self._keeper, self._collect, self._naam = keeper, collect, ""
        self._dossier = ""

    def begin(self, naam: str) -> dict[str, Any]:
        """Return what stood on the page of this name; from now on it is kept under it."""
        self._keeper.not_beside(self._naam)
        self._naam, self._dossier = naam, self._keeper.context.dossier_id
        return schets_of(self._keeper.context.work, naam)

    def touched(self, *_: object) -> None:
        """Something on the page changed."""
        if self._naam:
            self._keeper.beside(self._naam, self._keep)

    def keep(self) -> None:
        """Keep at once what was touched."""
        self._keeper.keep()

    def _keep(self) -> Changed:
        context = self._keeper.context
        if self._dossier and not context.dossier_id:
            # The person was erased while this was being filled in, and it goes with them.
            return Changed()
        return keep_schets(context.work, self._naam, self._collect())

    def drop(self) -> None:
        """Forget it: the page is done, or was called off."""
        keeper, naam = self._keeper, self._naam
        keeper.not_beside(naam)
        if naam:
            keeper.attempt(lambda: keep_schets(keeper.context.work, naam, {}))

    def watch(self, *velden: QWidget) -> None:
        """Keep whenever one of these changes."""
        for veld in velden:
            if isinstance(veld, Editor):
                veld.gekozen.connect(self.touched)
                veld.getypt.connect(self.touched)
            elif isinstance(veld, QLineEdit):
                veld.textEdited.connect(self.touched)
            elif isinstance(veld, QTextEdit | QPlainTextEdit):
                veld.textChanged.connect(self.touched)
            elif isinstance(veld, QComboBox):
                veld.activated.connect(self.touched)
                if veld.isEditable() and (regel := veld.lineEdit()) is not None:
                    regel.textEdited.connect(self.touched)
            elif isinstance(veld, QCheckBox):
                veld.clicked.connect(self.touched)
