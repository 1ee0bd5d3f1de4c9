"""The requests of the person: begun with one button, each with its term, recorded field by field."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import VERZOEK
from intake_assistant.domain.recht.verzoek import BESLISSINGEN, SOORTEN, TOEGEWEZEN, WIJZEN, Verzoek
from intake_assistant.operations.acts.record import remove_row
from intake_assistant.operations.acts.verzoek import add_verzoek
from intake_assistant.operations.views.verzoek import Verzoekregel, verzoekregels_of
from intake_assistant.operations.views.wissen.melding import meldingen_van
from intake_assistant.texts import text
from intake_assistant.ui.fields.field import ChoiceField, DateField, Field, TextField
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, with_label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.later import later
from intake_assistant.ui.rechten.deel import Rechtendeel
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.words.verzoeken import mark_of

# Two beside each other; a text has the line for itself.
_EERST: Final = ("ontvangen_op", "wijze", "wat")
_LANGER: Final = ("verlengd_op", "verlenging_reden")
_DAARNA: Final = ("beslist_op", "beslissing", "reden")
_DOEN: Final = ("uitgevoerd_op",)
# Lifted before it was decided, or after: it stands where the eye looks first.
_BEPERKING: Final = ("opgeheven_op", "uitgevoerd_op")
_TEKST: Final = ("wat", "reden", "verlenging_reden")
_CODES: Final = {"wijze": WIJZEN, "beslissing": BESLISSINGEN}


class VerzoekBlok(QFrame):
    """One request: what, how long still, and its fields; folded up once it is dealt with."""

    def __init__(self, keeper: Keeper, verzoek: Verzoek) -> None:
        super().__init__()
        self.keeper, self.id = keeper, verzoek.id
        self.velden: dict[str, Field] = {}
        self.setProperty("rol", "zachtvlak")
        self.setObjectName(f"verzoek_{verzoek.id}")
        box = kolom(self, rand=16, tussen=8)
        self._kop = QWidget()
        rij(self._kop, tussen=8)
        self._uitleg = label("", "klein", wrap=True, naam=f"verzoek_{verzoek.id}_uitleg")
        self._alles = QWidget()
        self._grid = QGridLayout(self._alles)
        self._grid.setContentsMargins(0, px(4), 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(8))
        self._weten = knop(text("rechten.laat_weten"), f"verzoek_{verzoek.id}_weten", self._tell_receivers)
        for deel in (self._kop, self._uitleg, self._alles):
            box.addWidget(deel)
        box.addWidget(self._weten, 0, Qt.AlignmentFlag.AlignLeft)
        self._fill(verzoek)

    def show_regel(self, regel: Verzoekregel, *, open_: bool) -> None:
        """Show how it stands; fields that do not apply are out of sight."""
        self._show_head(regel, open_)
        with_label(self._uitleg, regel.uitleg)
        self._show_applying(regel)
        self._alles.setVisible(open_)
        context = self.keeper.context
        wacht = regel.verzoek.toegewezen and bool(meldingen_van(context.work, context.dossier()))
        self._weten.setVisible(wacht)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is recorded."""
        for naam, veld in self.velden.items():
            veld.show_value(str(dossier.get(VERZOEK.of(self.id, naam))))

    def begin(self) -> None:
        """Put the keyboard where one goes on."""
        self.velden["wijze"].naam.buddy().setFocus()

    def leave(self) -> None:
        """Record what stands in the fields."""
        for veld in self.velden.values():
            veld.leave()

    def _fill(self, verzoek: Verzoek) -> None:
        doen = _BEPERKING if verzoek.soort == "beperking" else _DOEN
        for naam in (*_EERST, *_LANGER, *_DAARNA, *doen):
            self.velden[naam] = self._veld(naam)
        plek = 0
        for naam, veld in self.velden.items():
            breed = 2 if naam in _TEKST else 1
            plek += plek % 2 if breed == 2 else 0
            self._grid.addWidget(veld, plek // 2, plek % 2, 1, breed)
            plek += breed
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def _veld(self, naam: str) -> Field:
        subject, woord = VERZOEK.of(self.id, naam), text(f"rechten.veld.{naam}")
        if naam in _CODES:
            keuzes = [(code, text(f"dossier.code.{naam}.{code}")) for code in _CODES[naam]]
            return ChoiceField(self.keeper, subject, woord, keuzes)
        kind = TextField if naam in _TEKST else DateField
        return kind(self.keeper, subject, woord)

    def _show_head(self, regel: Verzoekregel, open_: bool) -> None:
        clear(self._kop)
        box = inside(self._kop)
        box.addWidget(label(regel.naam, "kop3"))
        box.addWidget(label(regel.verzoek.artikel, "klein"))
        box.addStretch(1)
        box.addWidget(mark_of(regel, f"verzoek_{self.id}_stand"))
        if not open_:
            bekijk = knop(text("rechten.bekijk"), f"verzoek_{self.id}_bekijk", self._unfold, "stil")
            bekijk.setAccessibleName(text("rechten.bekijk_naam", soort=regel.naam))
            box.addWidget(bekijk)

    def _tell_receivers(self) -> None:
        self.keeper.context.navigate.emit("verstrekken", {})

    def _unfold(self) -> None:
        self._alles.setVisible(not self._alles.isVisibleTo(self))

    def _show_applying(self, regel: Verzoekregel) -> None:
        verzoek, beslist = regel.verzoek, regel.verzoek.beslist_op is not None
        langer = bool(verzoek.verlengd_op or verzoek.verlenging_reden)
        shown = {
            "verlengd_op": not beslist or langer,
            "verlenging_reden": langer,
            "reden": beslist,
            "uitgevoerd_op": verzoek.beslissing in TOEGEWEZEN,
            "opgeheven_op": verzoek.beslissing in TOEGEWEZEN or not beslist,
        }
        for naam, visible in shown.items():
            if naam in self.velden:
                self.velden[naam].setVisible(visible)


class VerzoekenKaart(Rechtendeel):
    """What the person asked, and by when there must be an answer."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.keeper = Keeper(context, self)
        self.blokken: dict[str, VerzoekBlok] = {}
        made = kaart(naam="kaart_verzoeken")
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(text("rechten.verzoeken"), "kop2"))
        box.addWidget(label(text("rechten.verzoeken_uitleg"), "zacht", wrap=True))
        knoppen = Vloei()
        for soort in SOORTEN:
            nieuw = knop(text(f"rechten.nieuw.{soort}"), f"verzoek_nieuw_{soort}", partial(self._add, soort))
            knoppen.addWidget(nieuw)
        box.addLayout(knoppen)
        self._lijst = QWidget()
        kolom(self._lijst, tussen=12)
        box.addWidget(self._lijst)
        kolom(self).addWidget(made)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show every request, what waits first."""
        clear(self._lijst)
        self.blokken = {}
        self.keeper.begin((VERZOEK,))
        regels = verzoekregels_of(self.context.work, dossier)
        for regel in sorted(regels, key=lambda r: r.stand == "klaar"):
            self._place(dossier, regel)
        if not regels:
            inside(self._lijst).addWidget(
                label(text("rechten.geen_verzoeken"), "zacht", naam="geen_verzoeken")
            )

    def leave(self) -> None:
        """Record what stands in the fields."""
        for blok in self.blokken.values():
            blok.leave()

    def _place(self, dossier: Dossier, regel: Verzoekregel) -> None:
        blok = VerzoekBlok(self.keeper, regel.verzoek)
        self.blokken[blok.id] = blok
        blok.show_dossier(dossier)
        blok.show_regel(regel, open_=regel.stand != "klaar")
        inside(self._lijst).addWidget(blok)
        weg = knop(text("dossier.rij_weg"), f"verzoek_{blok.id}_weg", partial(self._remove, blok.id), "stil")
        weg.setAccessibleName(text("rechten.weg_naam", soort=regel.naam))
        inside(blok).addWidget(weg)

    def follow(self) -> None:
        """The terms anew; the fields stay, so that the keyboard stays where it is."""
        for regel in verzoekregels_of(self.context.work, self.context.dossier()):
            if blok := self.blokken.get(regel.verzoek.id):
                blok.show_regel(regel, open_=True)

    def _add(self, soort: str) -> None:
        self.leave()
        work, dossier = self.context.work, self.context.dossier_id
        changed = self.context.act(lambda: add_verzoek(work, dossier, {"soort": soort}))
        if changed is not None:
            self.show_dossier(self.context.dossier())
            nieuw = self.blokken[changed.made]
            # What was just laid out takes the keyboard once it is shown.
            later(nieuw, nieuw.begin)

    def _remove(self, rij_id: str) -> None:
        self.leave()
        work, dossier = self.context.work, self.context.dossier_id
        if self.context.act(lambda: remove_row(work, dossier, VERZOEK.of(rij_id))) is not None:
            self.show_dossier(self.context.dossier())
            self.context.removed.emit(VERZOEK.of(rij_id))
