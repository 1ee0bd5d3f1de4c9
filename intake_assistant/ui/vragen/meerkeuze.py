"""Any number of choices: squares to tick, or a list to search in whose finds stand below it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from intake_assistant.domain.formulier import Vraag
from intake_assistant.texts import text
from intake_assistant.ui.fields.editor import Editor
from intake_assistant.ui.fields.search_list import SearchList
from intake_assistant.ui.kit.parts import knop, rij, zweeftekst
from intake_assistant.ui.vragen.keuze import opties_van, vervallen_van
from intake_assistant.ui.vragen.knoppen import Knoppen

ALS_VAKJES = 16


class Meerkeuzevraag(Editor):
    """`select_multiple`."""

    def __init__(self, vraag: Vraag) -> None:
        super().__init__()
        self.vraag = vraag
        self._codes: list[str] = []
        self._gevonden: dict[str, QPushButton] = {}
        self.knoppen: Knoppen | None = None
        self.lijst: SearchList | None = None
        if len(vraag.te_kiezen) <= ALS_VAKJES:
            langste = max(len(keuze.label) for keuze in vraag.te_kiezen)
            kolommen = 2 if len(vraag.te_kiezen) > 3 and langste < 40 else 1
            self.knoppen = Knoppen(opties_van(vraag), kolommen, een=False, vervallen=vervallen_van(vraag))
            self.knoppen.gekozen.connect(self.gekozen)
            self.knoppen.terug.connect(self.terug)
            self.vak.addWidget(self.knoppen)
        else:
            self.lijst = SearchList(vraag.keuzes)
            self.lijst.gekozen.connect(self._take)
            self.lijst.bewerkt.connect(self.gezocht)
            self.lijst.regel().editingFinished.connect(self._take)
            self.watch(*self.lijst.delen())
            self.vak.addWidget(self.lijst)
            self._rij = rij()
            self._rij.addStretch(1)
            self.vak.addLayout(self._rij)

    def show_waarde(self, waarde: object) -> None:
        """Show codes."""
        self._codes = [str(code) for code in waarde] if isinstance(waarde, list) else []
        if self.knoppen:
            self.knoppen.set_codes(self._codes)
        else:
            self._show_gevonden()

    def waarde(self) -> object:
        """Return the codes; a code of an older form that has no square any more stays."""
        if self.knoppen is None:
            return self._codes or None
        oud = [code for code in self._codes if code not in self.vraag.codes]
        return [*self.knoppen.codes(), *oud] or None

    def invoer(self) -> QWidget | None:
        """Return the first square, or the line of the list."""
        return self.knoppen.eerste() if self.knoppen else self.lijst

    def zoekwoord(self) -> str:
        """Return what stands in the line of the list."""
        return self.lijst.regel().text().strip() if self.lijst else ""

    def show_zoekwoord(self, woord: str) -> None:
        """Show it in the line of the list."""
        if self.lijst and woord != self.zoekwoord():
            self.lijst.regel().setText(woord)

    def cursor_plek(self) -> int:
        """Return where the cursor stands in the line."""
        return self.lijst.regel().cursorPosition() if self.lijst else 0

    def set_cursor(self, plek: int) -> None:
        """Put the cursor back in the line."""
        if self.lijst:
            self.lijst.regel().setCursorPosition(plek)

    def can_undo(self) -> bool:
        """Say whether something typed can be taken back."""
        return bool(self.lijst and self.lijst.regel().isUndoAvailable())

    def _take(self) -> None:
        # Half a word is no choice: it stays in the line.
        if self.lijst is None or (code := self.lijst.code()) not in self.vraag.codes:
            return
        self.lijst.show_code("")
        self.lijst.regel().clear()
        self.gezocht.emit()
        if code not in self._codes:
            self._codes = [*self._codes, code]
            self._show_gevonden()
            self.gekozen.emit()

    def _drop(self, code: str) -> None:
        self._codes = [wat for wat in self._codes if wat != code]
        self._show_gevonden()
        self.gekozen.emit()

    def _show_gevonden(self) -> None:
        for code in [code for code in self._gevonden if code not in self._codes]:
            weg = self._gevonden.pop(code)
            weg.hide()
            weg.deleteLater()
        for code in [code for code in self._codes if code not in self._gevonden]:
            woorden = self.vraag.keuzelabel(code)
            made = knop(f"{woorden}  ×", f"gekozen_{code}", partial(self._drop, code), "chip")
            made.setAccessibleName(text("gesprek.vragen.weghalen", keuze=woorden))
            made.setToolTip(zweeftekst(made.accessibleName()))
            self._gevonden[code] = made
            self._rij.insertWidget(self._rij.count() - 1, made)
