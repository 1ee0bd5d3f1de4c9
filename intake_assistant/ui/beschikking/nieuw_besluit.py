"""A later besluit: its ground chosen first, then its fields, judged and drawn while they are typed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import (
    BESLUIT,
    BEZWAAR,
    PERSOON,
    UREN,
    VERTALING,
    WEGING,
    WIJZIGING,
    of_soort,
    read_subject,
    veld_of,
)
from intake_assistant.domain.recht.besluit import GRONDEN, ONTWIKKELPLAN, besluiten_of, samenloop_of
from intake_assistant.domain.recht.oordeel.wijziging.concept import Wijzigingsconcept, open_wijziging
from intake_assistant.domain.recht.oordeel.wijziging.gronden import POORTEN
from intake_assistant.operations.acts.besluit.wijziging import (
    begin_wijziging,
    drop_wijziging,
    fill_wijziging,
    stel_wijziging_vast,
)
from intake_assistant.operations.papers.documenten import make_document
from intake_assistant.operations.papers.sjablonen import draw_pdf
from intake_assistant.operations.papers.stukken import beschikking_stuk
from intake_assistant.operations.views.besluit.beschikkingsvelden import hidden_fields
from intake_assistant.operations.views.besluit.controle import check_concept
from intake_assistant.operations.views.besluit.letop import hints_of_later
from intake_assistant.operations.views.besluit.vaststelgevolgen import gevolgen_of_wijziging
from intake_assistant.operations.views.besluit.wijziging import nu_in_words
from intake_assistant.operations.words.samenloop import besluit_in_words
from intake_assistant.texts import text
from intake_assistant.ui.beschikking.controlelijst import Controlelijst, Punt
from intake_assistant.ui.beschikking.gronden import Grondkaart, Grondkeuze
from intake_assistant.ui.beschikking.grondvelden import GELIJK, secties_van
from intake_assistant.ui.beschikking.stukscherm import Stukscherm
from intake_assistant.ui.beschikking.vaststellen import Vaststellen
from intake_assistant.ui.beschikking.velden import Velden
from intake_assistant.ui.kit.parts import kolom
from intake_assistant.ui.qt import messages
from intake_assistant.ui.vertaling.kaart import VertaalKaart
from intake_assistant.ui.window.context import Context


class NieuwBesluitScherm(Stukscherm):
    """One screen for every ground: what differs is which fields it asks for, and how it is judged."""

    naam = "nieuw_besluit"
    toont = (
        WIJZIGING, VERTALING, BESLUIT, BEZWAAR, PERSOON, WEGING, UREN,
        *of_soort("procedure"), *of_soort("gesprek"),
    )  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.keuze, self.kaart = Grondkeuze(), Grondkaart()
        self.vaststellen = Vaststellen(context, self._subject)
        self._rij = ""
        """The row of which the fields are laid out."""
        self._blad = QWidget()
        self._vak = kolom(self._blad, tussen=12)
        self._vak.addWidget(self.kaart)
        self.velden, self.vertaling = Velden(self.keeper, self._subject, {}), self._make_vertaling()
        self._vak.addWidget(self.velden, 1)
        vak = self._lay_head(text("beschikking.nieuw.kop"))
        werkvlak = self._make_werkvlak(Controlelijst(), self._blad)
        vak.addWidget(self._lay_pages(self.keuze, werkvlak, self.vaststellen), 1)
        self._connect()

    def _connect(self) -> None:
        self.keeper.vastgelegd.connect(self._recorded_of)
        self.keuze.gekozen.connect(self._choose)
        self.keuze.eerst.connect(lambda scherm: self.context.navigate.emit(scherm, {}))
        self.kaart.weg.connect(self._throw_away)
        self.lijst.gevraagd.connect(self._go_to)
        self.lijst.vaststellen.connect(self._begin_vaststellen)
        self.vaststellen.terug.connect(self._show)
        self.vaststellen.voorbeeld.connect(self.voorbeeld.show_pdf)
        self.vaststellen.vastgesteld.connect(self._set)

    # -- showing ---------------------------------------------------------------------------------------------

    def show_with(self, arguments: dict[str, str]) -> None:
        """Show the one in the making, or the grounds; `grond` names the one that was chosen already."""
        self.keeper.begin((WIJZIGING, VERTALING))
        self._rij = ""
        self.voorbeeld.show_message(text("documenten.voorbeeld_komt"))
        dossier = self.context.dossier()
        grond = arguments.get("grond", "")
        if grond in POORTEN and self._may_begin(dossier) and open_wijziging(dossier) is None:
            self._choose(grond)
        else:
            self._show()
            self._return(arguments)

    def follow(self) -> None:
        """Show what came to be otherwise elsewhere; what is being typed stays."""
        self.keeper.begin((WIJZIGING, VERTALING))
        self._show()

    def leave(self) -> None:
        """Record what is being typed, here and where it is set; nothing is drawn or looked into any more."""
        self.vaststellen.leave()
        super().leave()

    def resting_place(self) -> QWidget:
        """Where the keyboard belongs."""
        return self.keuze.first() if self.stapel.currentWidget() is self.keuze else self

    def _show(self) -> None:
        dossier = self.context.dossier()
        wijziging = open_wijziging(dossier)
        if wijziging is None or not self._may_begin(dossier):
            self._show_gronden(dossier)
        else:
            self._show_fields(dossier, wijziging)
        self._draw()

    def _may_begin(self, dossier: Dossier) -> bool:
        wijziging = open_wijziging(dossier) or Wijzigingsconcept("", "")
        return wijziging.vorig(dossier) is not None

    def _show_gronden(self, dossier: Dossier) -> None:
        besluiten = besluiten_of(dossier)
        self._rij = ""
        self.stapel.setCurrentWidget(self.keuze)
        if not besluiten:
            woord = text("beschikking.nieuw.naar_beschikking")
            self.keuze.show_eerst(text("beschikking.nieuw.nog_geen_besluit"), woord, "beschikking")
        elif samenloop_of(besluiten) is not None:
            woord = text("beschikking.nieuw.naar_verschillen")
            self.keuze.show_eerst(text("beschikking.nieuw.eerst_samenloop"), woord, "conflicten")
        else:
            work, nieuw = self.context.work, Wijzigingsconcept("", "").inhoud(dossier)
            nu = {grond: nu_in_words(work, dossier, grond, nieuw) for grond in GRONDEN}
            self.keuze.show_gronden(text("beschikking.nieuw.kies_uitleg"), nu)

    def _show_fields(self, dossier: Dossier, wijziging: Wijzigingsconcept) -> None:
        if wijziging.id != self._rij:
            self._lay_fields(wijziging)
        self.stapel.setCurrentWidget(self._werkvlak)
        self._refresh(dossier, wijziging)

    def _lay_fields(self, wijziging: Wijzigingsconcept) -> None:
        """The fields of this ground in the place of those of another."""
        self._rij = wijziging.id
        self._vak.removeWidget(self.velden)
        self.velden.hide()
        self.velden.deleteLater()
        secties = secties_van(wijziging.grond)
        self.velden = Velden(self.keeper, self._subject, secties, gevouwen=GELIJK)
        self.vertaling = self._make_vertaling()
        self.velden.put_below(self.vertaling)
        self._vak.addWidget(self.velden, 1)

    def _make_vertaling(self) -> VertaalKaart:
        return VertaalKaart(self.keeper, (WIJZIGING,), WIJZIGING.of(self._rij, ""))

    def _refresh(self, dossier: Dossier, wijziging: Wijzigingsconcept) -> None:
        work, grond, concept = self.context.work, wijziging.grond, self._concept(dossier, wijziging)
        self.velden.show_concept(concept, hidden_fields(work, dossier, concept, grond))
        self.vertaling.show_dossier(dossier)
        vorig = wijziging.vorig(dossier)
        blijft = text("beschikking.nieuw.blijft", besluit=besluit_in_words(vorig)) if vorig else ""
        self.kaart.show_grond(grond, nu_in_words(work, dossier, grond, concept), blijft)
        self._show_controle(dossier, wijziging)

    def _show_controle(self, dossier: Dossier, wijziging: Wijzigingsconcept) -> None:
        work, getypt = self.context.work, self._typed(wijziging)
        let_op = [Punt(*hint) for hint in hints_of_later(work, dossier, getypt)]
        controle = check_concept(work, dossier, getypt.inhoud(dossier), wijziging.grond)
        self.lijst.show_controle(controle, let_op)

    def _subject(self, sleutel: str) -> str:
        return WIJZIGING.of(self._rij, sleutel)

    def _concept(self, dossier: Dossier, wijziging: Wijzigingsconcept) -> dict[str, Any]:
        """What it would say, with what is being typed now."""
        return self._typed(wijziging).inhoud(dossier)

    def _typed(self, wijziging: Wijzigingsconcept) -> Wijzigingsconcept:
        typed = {
            veld_of(subject): waarde
            for subject, waarde in self.keeper.waarden.items()
            if read_subject(subject)[1][0] == wijziging.id
        }
        return replace(wijziging, velden={**wijziging.velden, **typed})

    def _draw(self) -> None:
        """The besluit in the making; while there is none the one that holds."""
        work, dossier = self.context.work, self.context.dossier()
        wijziging = open_wijziging(dossier)
        if wijziging is not None and self._rij:
            concept, grond = self._concept(dossier, wijziging), wijziging.grond
            self._show_controle(dossier, wijziging)
            self._draw_off_thread(
                lambda: draw_pdf(
                    work, beschikking_stuk(work, work.vault.dossier(dossier.id), concept, grond=grond)
                )
            )
        elif besluiten_of(dossier):
            self._draw_off_thread(lambda: make_document(work, dossier, "beschikking", "pdf").inhoud)
        else:
            self.voorbeeld.show_message(text("beschikking.nieuw.geen_stuk"))

    # -- doing -----------------------------------------------------------------------------------------------

    def _choose(self, grond: str) -> None:
        if grond == ONTWIKKELPLAN:
            self.context.navigate.emit("ontwikkelplan", {})
            return
        work, dossier = self.context.work, self.context.dossier_id
        self.context.act(lambda: begin_wijziging(work, dossier, grond))
        self._show()
        eerste = self.velden.first_field()
        if eerste is not None:
            eerste.setFocus()

    def _throw_away(self) -> None:
        vraag = text("beschikking.nieuw.weg_vraag")
        if not messages.confirm(
            self, text("beschikking.nieuw.weg_kop"), vraag, text("beschikking.nieuw.weg")
        ):
            return
        self.keeper.settle()
        work, dossier, rij = self.context.work, self.context.dossier_id, self._rij
        if self.context.act(lambda: drop_wijziging(work, dossier, rij)) is not None:
            self._show()
            self.keuze.first().setFocus()

    def _recorded_of(self, subject: str) -> None:
        """What follows from a route is filled in with it."""
        work, dossier = self.context.work, self.context.dossier()
        wijziging = open_wijziging(dossier)
        if wijziging is None or not self._rij:
            return
        if veld_of(subject) == "leerroute":
            route = str(wijziging.velden.get("leerroute", ""))
            self.context.act(lambda: fill_wijziging(work, dossier.id, route))
            wijziging = open_wijziging(self.context.dossier()) or wijziging
        self.voorbeeld.mark_behind()
        self._refresh(self.context.dossier(), wijziging)
        self._timer.start()

    def _begin_vaststellen(self) -> None:
        self.keeper.settle()
        self.stapel.setCurrentWidget(self.vaststellen)
        work, dossier, rij = self.context.work, self.context.dossier(), self._rij
        wijziging = open_wijziging(dossier)
        if wijziging is None:
            self._show()
            return
        concept = self._concept(dossier, wijziging)
        self.vaststellen.begin(
            lambda dag: gevolgen_of_wijziging(work, dossier.id, dag),
            lambda dag: stel_wijziging_vast(work, dossier.id, rij, dag),
            check_concept(work, dossier, concept, wijziging.grond),
            concept,
        )

    def _set(self) -> None:
        self.context.told.emit(text("beschikking.vaststellen.gedaan"))
        self.context.navigate.emit("beschikking", {})
