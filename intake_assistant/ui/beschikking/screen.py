"""The beschikking: the checklist, the fields and the page as it will be; then the besluit, to read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import (
    BESCHIKKING,
    BESLUIT,
    PERSOON,
    VERTALING,
    WEGING,
    WIJZIGING,
    kind_of,
    of_soort,
    veld_of,
)
from intake_assistant.domain.recht.besluit import besluiten_of, concept_of
from intake_assistant.domain.recht.tussen.oordeeldagen import is_herkijkveld
from intake_assistant.operations.acts.beschikking import fill_by_route, stel_vast
from intake_assistant.operations.acts.concepttekst import drop_typed, restore_typed
from intake_assistant.operations.papers.documenten import GELEIDEBRIEF, make_document
from intake_assistant.operations.papers.sjablonen import draw_pdf
from intake_assistant.operations.papers.stukken import beschikking_stuk
from intake_assistant.operations.views.besluit.beschikkingsvelden import hidden_fields
from intake_assistant.operations.views.besluit.controle import check_concept, teksten_nagekeken
from intake_assistant.operations.views.besluit.draad import gronden_in_words, gronden_of
from intake_assistant.operations.views.besluit.letop import argumenten_over, hints_of
from intake_assistant.operations.views.besluit.routegevolg import motivering_from
from intake_assistant.operations.views.besluit.vaststelgevolgen import gevolgen_of
from intake_assistant.operations.views.concepttekst import Concepttekst, too_late
from intake_assistant.operations.views.overleg.stand import concept_in_words, open_over
from intake_assistant.operations.views.overleg.wachten import is_leider
from intake_assistant.texts import text
from intake_assistant.ui.beschikking.besluit import BesluitKaart
from intake_assistant.ui.beschikking.controlelijst import Controlelijst, Punt
from intake_assistant.ui.beschikking.herkijken import HerkijkKaart, focus_herkijkveld
from intake_assistant.ui.beschikking.stukscherm import Stukscherm
from intake_assistant.ui.beschikking.vaststellen import Vaststellen
from intake_assistant.ui.beschikking.velden import MOTIVERING, Velden
from intake_assistant.ui.draad.keten import Keten
from intake_assistant.ui.fields.text import TextEditor
from intake_assistant.ui.kit.parts import kaart, knop, label, rij, zweeftekst
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.later import Later
from intake_assistant.ui.vertaling.kaart import VertaalKaart
from intake_assistant.ui.window.context import Context

_MET_ZIN = 760


class BeschikkingScherm(Stukscherm):
    """Checklist on the left, fields in the middle, live preview on the right."""

    naam = "beschikking"
    toont = (
        BESCHIKKING, BESLUIT, WIJZIGING, PERSOON, WEGING, VERTALING, *of_soort("procedure"),
        *of_soort("gesprek"), *of_soort("overleg"),
    )  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.vaststellen, self.besluit = Vaststellen(context), BesluitKaart(self.keeper)
        self._later = Later(self, self._redraw_besluit)
        self.keten = Keten(context, self)
        self.keten.naar_vraag.connect(lambda naam: context.navigate.emit("gesprek", {"vraag": naam}))
        self.rust_op = knop("", "rust_op", self.keten.open_for_besluit, "stil", "draad")
        self._rust_zin = ""
        self._te_laat, self._te_laat_tekst = kaart("waarschuwing", "te_laat"), label("", wrap=True)
        row = rij(self._te_laat, tussen=8)
        row.addWidget(self._te_laat_tekst, 1)
        row.addWidget(knop(text("beschikking.te_laat_weg"), "te_laat_weg", self._drop_late))
        self._te_laat.hide()
        self._build()
        self._connect()

    def _build(self) -> None:
        vak = self._lay_head(text("beschikking.kop"), self.rust_op)
        vak.addWidget(self._te_laat)
        self.velden, self.opnieuw = Velden(self.keeper, BESCHIKKING.of), HerkijkKaart(self.keeper)
        self.velden.put_below(self.opnieuw)
        self.vertaling = VertaalKaart(self.keeper, (BESCHIKKING, WEGING))
        self.velden.put_below(self.vertaling)
        werkvlak = self._make_werkvlak(Controlelijst(), self.velden)
        vak.addWidget(self._lay_pages(werkvlak, self.vaststellen, self.besluit), 1)

    def _connect(self) -> None:
        self.keeper.vastgelegd.connect(self._recorded_of)
        self.velden.klaarzetten.connect(self._set_ready)
        self.besluit.nieuw.connect(lambda: self.context.navigate.emit("nieuw_besluit", {}))
        self.lijst.gevraagd.connect(self._go_to)
        self.lijst.vaststellen.connect(self._begin_vaststellen)
        self.velden.opmerking.connect(self._remark)
        self.vaststellen.terug.connect(self._show)
        self.besluit.naar_brief.connect(
            lambda: self.context.navigate.emit("documenten", {"deel": GELEIDEBRIEF})
        )
        self.vaststellen.voorbeeld.connect(self.voorbeeld.show_pdf)
        self.vaststellen.vastgesteld.connect(self._set)

    # -- showing ---------------------------------------------------------------------------------------------

    def show_with(self, arguments: dict[str, str]) -> None:
        """Show the concept, or the besluit when there is one; `veld` names the field to go to."""
        self.keeper.begin((BESCHIKKING, BESLUIT, VERTALING))
        self.voorbeeld.show_message(text("documenten.voorbeeld_komt"))
        self._show()
        if veld := arguments.get("veld"):
            subject = BESCHIKKING.of(veld)
            if is_herkijkveld(subject):
                focus_herkijkveld(self.stapel, subject)
            else:
                self._go_to(subject)
        self._return(arguments)

    def follow(self) -> None:
        """Show the besluit that was set; of a concept what hangs on what was recorded."""
        if besluiten_of(self.context.dossier()):
            # What stands there says CONCEPT, which it is no longer.
            self.voorbeeld.show_message(text("documenten.voorbeeld_komt"))
            self._show()
        else:
            self._recorded()

    def leave(self) -> None:
        """Record what is being typed."""
        self.keten.close_box()
        self.vaststellen.leave()
        super().leave()

    def _show(self) -> None:
        dossier = self.context.dossier()
        besluiten = besluiten_of(dossier)
        if besluiten:
            self.besluit.show_besluit(self.context.work, dossier, besluiten[-1])
            self.stapel.setCurrentWidget(self.besluit)
            self.besluit.focus_on("besluit_bekendgemaakt_op")
        else:
            concept = self._concept(dossier)
            self.velden.show_concept(concept, hidden_fields(self.context.work, dossier, concept))
            self.velden.show_opmerkingen(open_over(dossier), leest=is_leider(self.context.work))
            self.opnieuw.show_dossier(dossier)
            self.vertaling.show_dossier(dossier)
            self.lijst.show_controle(
                check_concept(self.context.work, dossier, concept), self._let_op(concept)
            )
            self.stapel.setCurrentIndex(0)
        self._show_late()
        self._show_gronden()
        self._draw()

    def _show_gronden(self) -> None:
        """On how many answers it rests; a click shows them."""
        steunen = gronden_of(self.context.work, self.context.dossier())
        self._rust_zin = gronden_in_words(steunen)
        self.rust_op.setAccessibleName(self._rust_zin)
        self.rust_op.setToolTip(zweeftekst(self._rust_zin))
        self.rust_op.setVisible(bool(steunen))
        self._lay_out()

    def _lay_out(self) -> None:
        """In a narrow window the picture stands for its sentence, as it does on a card."""
        super()._lay_out()
        self.rust_op.setText(f" {self._rust_zin}" if self.width() >= px(_MET_ZIN) else "")

    def _show_late(self) -> None:
        """What was typed while the besluit was set is no part of it, and is not thrown away."""
        laat = too_late(self.context.work, self.context.dossier_id)
        regels = [text("beschikking.te_laat")] if laat else []
        for concept in laat:
            veld = text(f"beschikking.veld_{veld_of(concept.subject)}")
            regels.append(f"{veld}: {concept.value.get('waarde', '')}")
            # No longer a field that is being typed: leaving the page has nothing to record.
            self.keeper.set_aside(concept.subject)
        self._te_laat_tekst.setText("\n".join(regels))
        self._te_laat_tekst.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._te_laat.setVisible(bool(laat))

    def _drop_late(self) -> None:
        work, dossier = self.context.work, self.context.dossier_id
        laat = too_late(work, dossier)
        for concept in laat:
            drop_typed(work, dossier, concept.subject)
        self._show_late()
        self.context.ended.emit(text("venster.weggehaald"), partial(self._keep_late, laat))

    def _keep_late(self, laat: list[Concepttekst]) -> None:
        self.context.act(lambda: restore_typed(self.context.work, laat))
        self._show_late()

    def _concept(self, dossier: Dossier) -> dict[str, Any]:
        """The concept with what is being typed now."""
        waarden = self.keeper.waarden.items()
        own = ((s, w) for s, w in waarden if kind_of(s) is BESCHIKKING and not is_herkijkveld(s))
        typed = {veld_of(s): w for s, w in own}
        both = {**concept_of(dossier), **typed}
        return {sleutel: waarde for sleutel, waarde in both.items() if waarde not in ("", [])}

    def _draw(self) -> None:
        """The besluit as it was set; of a concept the checklist with it."""
        work, dossier = self.context.work, self.context.dossier()
        if besluiten_of(dossier):
            self._draw_off_thread(lambda: make_document(work, dossier, "beschikking", "pdf").inhoud)
            return
        concept = self._concept(dossier)
        self.lijst.show_controle(check_concept(work, dossier, concept), self._let_op(concept))
        self._draw_off_thread(
            lambda: draw_pdf(work, beschikking_stuk(work, work.vault.dossier(dossier.id), concept))
        )

    # -- doing -----------------------------------------------------------------------------------------------

    def _recorded_of(self, subject: str) -> None:
        """What follows from a route is filled in with it."""
        if subject == BESCHIKKING.of("leerroute") and not besluiten_of(self.context.dossier()):
            work, dossier = self.context.work, self.context.dossier_id
            route = str(self._concept(self.context.dossier()).get("leerroute", ""))
            self.context.act(lambda: fill_by_route(work, dossier, route))
        self._recorded()

    def _set_ready(self) -> None:
        """The arguments as a text to rewrite; recorded when the field is left, like all that is typed."""
        dossier = self.context.dossier()
        concept = self._concept(dossier)
        veld = self.velden.field_of(MOTIVERING)
        if not isinstance(veld, TextEditor) or MOTIVERING in concept:
            return
        zinnen = motivering_from(self.context.work, dossier, str(concept.get("leerroute", "")))
        if not zinnen:
            self.context.navigate.emit("weging", {})
            return
        veld.setFocus()
        # As if typed: Ctrl+Z takes it back in one step.
        veld.tekst.insertPlainText(zinnen)

    def _recorded(self) -> None:
        self.voorbeeld.mark_behind()
        dossier = self.context.dossier()
        if besluiten_of(dossier):
            # After the keyboard has gone on to the next field: the fields are made anew.
            self._later.start()
            return
        concept = self._concept(dossier)
        self.velden.show_concept(concept, hidden_fields(self.context.work, dossier, concept))
        self.velden.show_opmerkingen(open_over(dossier), leest=is_leider(self.context.work))
        self.lijst.show_controle(check_concept(self.context.work, dossier, concept), self._let_op(concept))
        self._timer.start()

    def _redraw_besluit(self) -> None:
        focus: QWidget | None = self.window().focusWidget()
        inside = focus is not None and self.besluit.isAncestorOf(focus)
        naam = focus.objectName() if focus is not None and inside else ""
        dossier = self.context.dossier()
        self.besluit.show_besluit(self.context.work, dossier, besluiten_of(dossier)[-1])
        self.besluit.focus_on(naam)

    def _remark(self, sleutel: str) -> None:
        self.context.navigate.emit("overleg", {"over": BESCHIKKING.of(sleutel)})

    def _let_op(self, concept: Mapping[str, Any]) -> list[Punt]:
        """What colleagues said, what the words say wrong, and a letter without an address (Awb 3:45)."""
        work, dossier = self.context.work, self.context.dossier()
        punten = [
            Punt(text("venster.naar_overleg"), zin, "overleg") for zin in concept_in_words(work, dossier)
        ]
        for argument in argumenten_over(work, dossier):
            zin = text("beschikking.controle.derde_persoon", tekst=argument.tekst)
            punten.append(Punt("Awb 3:46", zin, "weging"))
        punten += [Punt(*hint) for hint in hints_of(work, dossier, concept)]
        if not teksten_nagekeken(work, concept) and "teksten_toegestaan.naam" not in concept:
            zin = text("beschikking.controle.teksten")
            punten.append(Punt("Awb 3:2", zin, BESCHIKKING.of("teksten_toegestaan.naam")))
        return punten

    def _begin_vaststellen(self) -> None:
        self.keeper.settle()
        self.stapel.setCurrentWidget(self.vaststellen)
        work, dossier = self.context.work, self.context.dossier()
        concept = self._concept(dossier)
        self.vaststellen.begin(
            lambda dag: gevolgen_of(work, dossier.id, dag),
            lambda dag: stel_vast(work, dossier.id, {"dagtekening": dag}),
            check_concept(work, dossier, concept),
            concept,
        )

    def _set(self) -> None:
        self.context.told.emit(text("beschikking.vaststellen.gedaan"))
