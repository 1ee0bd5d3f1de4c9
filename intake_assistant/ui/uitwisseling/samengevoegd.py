"""What a merge did: how many, which dossiers, and what asks for somebody now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_assistant.operations.acts.overleg.overdracht import accept_all
from intake_assistant.operations.exchange.merge import CHANGED, Dossierverandering, Samenvoeging
from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, with_label
from intake_assistant.ui.kit.word_table import Woordrijen, Woordtabel
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.uitwisseling.deel import Deel, beside
from intake_assistant.ui.uitwisseling.woorden import (
    answered_in_words,
    by_name,
    dossier_row,
    names_here,
    offered_in_words,
    refused_in_words,
    samen_in_words,
    waiting_rows,
)

if TYPE_CHECKING:
    from intake_assistant.ui.window.context import Context

_KOLOMMEN, _BREED = ("dossier", "gedaan", "let_op"), (0, 150, 320)
_MOST_SHOWN = 10


class Samengevoegd(Deel):
    """The dossiers that changed; Enter opens one, at its differences when it has any."""

    again = Signal()
    """Other files are to be joined."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._shown: list[Dossierverandering] = []
        self._aan_mij: tuple[str, ...] = ()
        self._van = ""
        """The device of who handed them over."""
        box = self.add_step("samenvoegen_klaar", wide=1200)
        box.addWidget(label(text("uitwisseling.klaar.kop"), "kop2", wrap=True))
        self._build_transfer(box)
        self._build_told(box)
        self.rijen = Woordrijen([text(f"uitwisseling.voorbeeld.kolom_{naam}") for naam in _KOLOMMEN])
        titel = text("uitwisseling.klaar.dossiers")
        self.tabel = Woordtabel(
            self.rijen, "klaar_tabel", titel, _BREED, self.open_chosen, most=_MOST_SHOWN, ruim=True
        )
        self.openen = knop(text("uitwisseling.klaar.openen"), "klaar_openen", self.open_chosen, "hoofdknop")
        self.tabel.selectionModel().currentRowChanged.connect(lambda *_: self._name_opening())
        self.nog = knop(text("uitwisseling.klaar.nog"), "klaar_nog", self.again.emit)
        naar = partial(context.navigate.emit, "dubbel", {})
        self.vergelijken = knop(text("uitwisseling.klaar.vergelijken"), "klaar_vergelijken", naar)
        box.addWidget(self.tabel)
        box.addWidget(beside(self.openen, self.vergelijken, self.nog))
        box.addStretch(1)

    def _build_told(self, box: QVBoxLayout) -> None:
        """What was done in words, and the way to each dossier that was erased elsewhere."""
        self.samen = label("", wrap=True, naam="klaar_samen")
        self.verschillen = label("", "waarschuwing", wrap=True, naam="klaar_verschillen")
        self.dubbel = label("", "waarschuwing", wrap=True, naam="klaar_dubbel")
        self.geweigerd = label("", "fout", wrap=True, naam="klaar_geweigerd")
        self.wacht = label("", "waarschuwing", wrap=True, naam="klaar_wacht")
        self.gewist = QWidget()
        kolom(self.gewist, tussen=8)
        told = (self.samen, self.verschillen, self.dubbel, self.geweigerd, self.wacht, self.gewist)
        for part in told:
            box.addWidget(part)

    def _build_transfer(self, box: QVBoxLayout) -> None:
        """Handing over asks for an answer there and then; what was answered elsewhere is told."""
        self.overdracht = kaart(naam="klaar_overdracht")
        inside = kolom(self.overdracht, rand=24, tussen=12)
        self.aangeboden = label("", wrap=True, naam="klaar_aangeboden")
        self.aannemen = knop(
            text("uitwisseling.overdracht.aannemen"), "klaar_aannemen", self._accept, "hoofdknop"
        )
        self.terugsturen = knop(
            text("uitwisseling.overdracht.terugsturen"), "klaar_terugsturen", self._send_back, "hoofdknop"
        )
        self.niet = knop(text("uitwisseling.overdracht.niet"), "klaar_niet_aannemen", self._look_first)
        for part in (self.aangeboden, beside(self.aannemen, self.terugsturen, self.niet)):
            inside.addWidget(part)
        self.beantwoord = label("", wrap=True, naam="klaar_beantwoord")
        box.addWidget(self.overdracht)
        box.addWidget(self.beantwoord)

    def show_done(self, done: Samenvoeging, dubbel: int) -> None:
        """Show what was done, and of how many persons there may be two dossiers now."""
        self._show_transfer(done)
        with_label(self.dubbel, text("uitwisseling.klaar.dubbel", aantal=dubbel) if dubbel else "")
        self.vergelijken.setVisible(bool(dubbel))
        self.samen.setText(samen_in_words(done, done=True))
        namen = names_here(self.context)
        self._shown = by_name(namen, (one for one in done.dossiers if one.verandering in CHANGED))
        aantal = sum(len(one.conflicten) for one in self._shown)
        with_label(self.verschillen, text("uitwisseling.klaar.verschillen", aantal=aantal) if aantal else "")
        said = ((one.bestand.name, refused_in_words(one)) for one in done.bestanden)
        faults = [f"{naam}: {why}" for naam, why in said if why]
        with_label(self.geweigerd, "\n\n".join(faults))
        self._show_waiting(waiting_rows(namen, done.wacht))
        self.rijen.show_all([dossier_row(namen, one, done=True) for one in self._shown])
        for part in (self.tabel, self.openen):
            part.setVisible(bool(self._shown))
        if self._shown:
            self.tabel.selectRow(0)
        self._name_opening()

    def _show_waiting(self, wacht: list[tuple[str, str]]) -> None:
        """Each by its name, and the way there: erasing it here is decided on there."""
        wie = "; ".join(naam for _, naam in wacht)
        told = text("uitwisseling.klaar.wacht", aantal=len(wacht), wie=wie) if wacht else ""
        with_label(self.wacht, told)
        clear(self.gewist)
        for dossier, naam in wacht:
            go = partial(self.context.navigate.emit, "dossier", {"dossier": dossier})
            made = knop(text("uitwisseling.klaar.naar_gewist", naam=naam), f"klaar_gewist_{dossier}", go)
            inside(self.gewist).addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self.gewist.setVisible(bool(wacht))

    def _show_transfer(self, done: Samenvoeging) -> None:
        self._aan_mij = tuple(one.dossier for one in done.dossiers if one.aangeboden)
        van = {o.van for one in done.dossiers for o in one.aangeboden}
        cards = [one.afzender for one in done.bestanden if one.afzender and one.afzender.naam in van]
        self._van = cards[0].device if cards else ""
        namen = names_here(self.context)
        self.aangeboden.setText("\n".join(offered_in_words(namen, done.dossiers)))
        self.overdracht.setVisible(bool(self._aan_mij))
        for part, is_shown in ((self.aannemen, True), (self.niet, True), (self.terugsturen, False)):
            part.setVisible(is_shown)
        with_label(self.beantwoord, "\n".join(answered_in_words(namen, done.dossiers)))

    # -- what was handed over --------------------------------------------------------------------------------

    def _accept(self) -> None:
        work, dossiers = self.context.work, self._aan_mij
        if self.context.act(lambda: accept_all(work, dossiers)) is None:
            return
        self.aangeboden.setText(text("uitwisseling.overdracht.aangenomen", aantal=len(dossiers)))
        for part, is_shown in ((self.aannemen, False), (self.niet, False), (self.terugsturen, True)):
            part.setVisible(is_shown)
        self.terugsturen.setFocus()
        announce(self.aangeboden, self.aangeboden.text())

    def _look_first(self) -> None:
        """One is refused where it is looked at, with a reason."""
        self.context.navigate.emit("overleg", {"dossier": self._aan_mij[0]})

    def _send_back(self) -> None:
        dossiers = " ".join(self._aan_mij)
        keuze = {"deel": "versturen", "aan": self._van, "dossiers": dossiers}
        self.context.navigate.emit("uitwisseling", keuze)

    def clear(self) -> None:
        """Nothing of what was done stays on the page."""
        self._show_waiting([])
        self._shown, self._aan_mij, self._van = [], (), ""
        self.overdracht.hide()
        self.rijen.show_all([])
        told = (self.samen, self.verschillen, self.dubbel, self.geweigerd, self.wacht)
        for part in (self.aangeboden, self.beantwoord, *told):
            part.setText("")

    def first_field(self) -> QWidget:
        """The question that was asked; else the dossiers that changed, when there are any."""
        if self._aan_mij:
            return self.terugsturen if self.aannemen.isHidden() else self.aannemen
        return self.tabel if self._shown else self.nog

    def _name_opening(self) -> None:
        """The button says where it leads."""
        row = self.tabel.row
        is_different = 0 <= row < len(self._shown) and bool(self._shown[row].conflicten)
        tekst = text(f"uitwisseling.klaar.{'naar_verschillen' if is_different else 'openen'}")
        self.openen.setText(tekst)
        self.openen.setAccessibleName(tekst)

    def open_chosen(self) -> None:
        """Open the chosen dossier; one with differences where these are settled."""
        row = self.tabel.row
        if 0 <= row < len(self._shown):
            one = self._shown[row]
            naar = "conflicten" if one.conflicten else "dossier"
            self.context.navigate.emit(naar, {"dossier": one.dossier})
