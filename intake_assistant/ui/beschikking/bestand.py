"""A file that goes with a besluit: chosen from the disk, kept in the vault, saved again as it came."""

from __future__ import annotations

from pathlib import Path, PurePath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.recht.leerroute import BIJLAGE
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.besluit.bijlage import drop_bijlage, keep_bijlage
from intake_assistant.operations.papers.brief.getekend import read_getekend
from intake_assistant.operations.views.besluit.bijlage import Bijlage, bijlage_of
from intake_assistant.texts import text
from intake_assistant.ui.fields.destination import Uitgaand, keep
from intake_assistant.ui.fields.editor import Editor
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import knop, label
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.context import Context


def save_bijlage(context: Context, parent: QWidget, bijlage: Bijlage) -> None:
    """Ask where it goes, and write it byte for byte."""
    titel = text("beschikking.bijlage.bewaar_titel", naam=bijlage.naam)
    filter = text("beschikking.bijlage.filter", soort=PurePath(bijlage.naam).suffix.removeprefix(".") or "*")
    uit = Uitgaand(titel, bijlage.naam, filter, BIJLAGE)
    keep(context, parent, uit, lambda: context.work.vault.blobs.get(bijlage.sha256))


class BestandEditor(Editor):
    """The name of a file, and the row that it is kept in; of a case file there may be a name alone."""

    def __init__(self, context: Context, naam: str, waarde: object, rij: object) -> None:
        super().__init__()
        self._context, self._naam, self._rij = context, str(waarde or ""), str(rij or "")
        self._toon = label("", wrap=True, naam=f"{naam}_naam")
        self._kies = knop(text("beschikking.bijlage.kies"), f"{naam}_kies", self.choose)
        self._bewaar = knop(text("beschikking.bijlage.bewaar"), f"{naam}_bewaar", self._save)
        self._weg = knop(text("beschikking.bijlage.weg"), f"{naam}_weg", self._drop, "stil")
        row = Vloei()
        for deel in (self._kies, self._bewaar, self._weg):
            row.addWidget(deel)
        self.vak.addWidget(self._toon)
        self.vak.addLayout(row)
        self._show()

    def delen(self) -> dict[str, object]:
        """The name, and the row that the file is kept in."""
        return {"bestand": self._naam, BIJLAGE: self._rij}

    def waarde(self) -> object:
        """Return the name, None for no file."""
        return self._naam or None

    def invoer(self) -> QWidget | None:
        """Return the way to a file, or to the one that is there."""
        return self._bewaar if self._rij else self._kies

    def choose(self) -> None:
        """Ask for a file and keep it; one that cannot be read is told, and nothing changes."""
        titel, filter = text("beschikking.bijlage.kies"), text("beschikking.bekend.filter")
        path = messages.choose_file(self, "open", titel, Path.home(), filter)
        if path is None:
            return
        work, dossier = self._context.work, self._context.dossier_id
        try:
            inhoud = read_getekend(path)
        except KnownError as error:
            self._context.failed.emit(error)
            return
        kept = self._context.act(lambda: keep_bijlage(work, dossier, path.name, inhoud))
        if kept is not None:
            self._put(path.name, kept.made)

    def _drop(self) -> None:
        if not messages.confirm_weghalen(self):
            return
        work, dossier, rij = self._context.work, self._context.dossier_id, self._rij
        if not rij or self._context.act(lambda: drop_bijlage(work, dossier, rij)) is not None:
            self._put("", "")

    def _save(self) -> None:
        bijlage = bijlage_of(self._context.dossier(), self._rij)
        if bijlage is not None:
            save_bijlage(self._context, self, bijlage)

    def _put(self, naam: str, rij: str) -> None:
        self._naam, self._rij = naam, rij
        self._show()
        (self.invoer() or self).setFocus(Qt.FocusReason.OtherFocusReason)
        self.gekozen.emit()

    def _show(self) -> None:
        self._toon.setText(self._naam or text("beschikking.bijlage.geen"))
        self._kies.setVisible(not self._rij)
        self._bewaar.setVisible(bool(self._rij))
        self._weg.setVisible(bool(self._naam))
