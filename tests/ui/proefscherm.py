"""A small real screen: one field whose text is recorded when it is left."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QLineEdit, QTextEdit, QVBoxLayout, QWidget

from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.concepttekst import keep_concepttekst, leave_field
from intake_assistant.ui.window.context import Context, Scherm
from intake_assistant.ui.window.screens import SCHERMEN, Entrance

SUBJECT = "notitie[gezinssituatie.opening]"


class Proefscherm(Scherm):
    """Keeps a concepttekst at each letter, one entry on leaving; `vol` refuses as a full disk does."""

    naam: ClassVar[str] = "gesprek"
    rustig: ClassVar[bool] = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.vol = False
        self.bezoeken: list[dict[str, str]] = []
        self.veld, self.tekst = QLineEdit(), QTextEdit()
        self.veld.setObjectName("proef_veld")
        self.tekst.setObjectName("proef_tekst")
        box = QVBoxLayout(self)
        box.addWidget(self.veld)
        box.addWidget(self.tekst)
        self.veld.textEdited.connect(self._keep)

    def _keep(self, typed: str) -> None:
        keep_concepttekst(self.context.work, self.context.dossier_id, SUBJECT, {"waarde": typed})

    def show_with(self, arguments: dict[str, str]) -> None:
        """Show what is recorded."""
        self.bezoeken.append(arguments)
        self.veld.setText(str(self.context.dossier().get(SUBJECT)))
        self.tekst.setPlainText("drie woorden hier")

    def where(self) -> dict[str, str]:
        """The question one is at."""
        return {"vraag": "gezinssituatie.opening"}

    def leave(self) -> None:
        """Record the field."""
        if self.vol:
            raise KnownError("disk.full", pad="kluis")
        work, dossier, value = self.context.work, self.context.dossier_id, {"waarde": self.veld.text()}
        self.context.must(lambda: leave_field(work, dossier, SUBJECT, value))


class Proefingang(Entrance):
    """The way to it, in the place of the conversation."""

    @property
    def scherm(self) -> type[Scherm]:
        """The small screen."""
        return Proefscherm


def ingang(naam: str) -> Entrance:
    """The way to a screen of the program."""
    return next(entrance for entrance in SCHERMEN if entrance.naam == naam)


PROEF = Proefingang(Proefscherm.naam, "")
