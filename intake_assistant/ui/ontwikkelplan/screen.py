"""The ontwikkelplan as a board: goals by term with their agreements, and what goes with them."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from intake_assistant.dates import date_in_words
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import AFSPRAAK, BESCHIKKING, BESLUIT, DOEL, PLANVERSIE, read_subject
from intake_assistant.domain.recht.ontwikkelplan import TERMIJNEN, Doel, doelen_of
from intake_assistant.operations.acts.beschikking import maak_planversie
from intake_assistant.operations.acts.ontwikkelplan import (
    add_afspraak,
    add_doel,
    record_afspraak,
    remove_afspraak,
    remove_doel,
)
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.papers.gegevens import ontwikkelplan_gegevens
from intake_assistant.operations.views.besluit.planverschil import plan_changes
from intake_assistant.texts import text
from intake_assistant.ui.fields.draft import Draft
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.text import TextBox, put_text
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import px, set_rol
from intake_assistant.ui.ontwikkelplan.doel import DoelKaart, is_te_laat
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.qt.focus import bring_into_sight
from intake_assistant.ui.window.context import Context, Scherm

_ERBIJ: Final = ("ondersteuning", "randvoorwaarden", "financien")


class Ontwikkelplan(Scherm):
    """Three columns by term; below them support, conditions and what changed since the last version."""

    naam = "ontwikkelplan"
    toont = (DOEL, AFSPRAAK, PLANVERSIE, BESCHIKKING, BESLUIT)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._open = ""
        self.keeper = Keeper(context, self)
        self.schets = Draft(self.keeper, self._getypt, self)
        inhoud = QWidget()
        self.stand = label("", "zacht", wrap=True, naam="plan_stand")
        vak = kolom(inhoud, rand=24, tussen=8)
        vak.addWidget(label(text("ontwikkelplan.kop"), "kop1"))
        vak.addWidget(self.stand)
        vak.addSpacing(px(8))
        self._kolommen: dict[str, QVBoxLayout] = {}
        vak.addLayout(self._bord())
        vak.addSpacing(px(16))
        self._onder = rij(tussen=16)
        vak.addLayout(self._onder)
        self._erbij = self._card(3)
        self._versie = self._card(2)
        vak.addStretch(1)
        self.vlak = schuifvlak(inhoud)
        kolom(self, tussen=0).addWidget(self.vlak)

    def _bord(self) -> QGridLayout:
        bord = QGridLayout()
        bord.setHorizontalSpacing(px(16))
        for plaats, termijn in enumerate(TERMIJNEN):
            bord.setColumnStretch(plaats, 1)
            bord.setColumnMinimumWidth(plaats, px(240))
            kop = kolom(tussen=0)
            kop.addWidget(label(text(f"ontwikkelplan.termijn_{termijn}"), "kop2"))
            kop.addWidget(label(text(f"ontwikkelplan.over_{termijn}"), "zacht", wrap=True))
            bord.addLayout(kop, 0, plaats)
            self._kolommen[termijn] = kolom(tussen=12)
            bord.addLayout(self._kolommen[termijn], 1, plaats)
        return bord

    def _card(self, deel: int) -> QVBoxLayout:
        card = kaart()
        self._onder.addWidget(card, deel)
        return kolom(card, rand=16, tussen=8)

    # -- showing ---------------------------------------------------------------------------------------------

    def show_with(self, arguments: dict[str, str]) -> None:
        """Read the plan anew."""
        self._open = arguments.get("doel", "")
        self.keeper.begin((DOEL, AFSPRAAK))
        self._show()

    def follow(self) -> None:
        """Read the plan anew."""
        self._show()

    def where(self) -> dict[str, str]:
        """The goal that is being changed."""
        return {"doel": self._open}

    def leave(self) -> None:
        """Record what is being typed."""
        self.keeper.settle()

    def _show(self) -> None:
        dossier = self.context.dossier()
        doelen = doelen_of(dossier)
        for termijn, vak in self._kolommen.items():
            _clear(vak)
            self._fill(vak, termijn, [doel for doel in doelen if _term_of(doel) == termijn])
        self._show_stand(doelen)
        self._show_erbij(dossier)
        self._show_versie(dossier)

    def _fill(self, vak: QVBoxLayout, termijn: str, doelen: list[Doel]) -> None:
        for doel in doelen:
            vak.addWidget(self._kaart(doel))
        if not doelen:
            vak.addWidget(label(text("ontwikkelplan.leeg"), "zacht", naam=f"leeg_{termijn}"))
        naam, act = f"nieuw_doel_{termijn}", partial(self._new_doel, termijn)
        nieuw = knop(text("ontwikkelplan.nieuw_doel"), naam, act, icoon="nieuw")
        nieuw.setAccessibleName(text(f"ontwikkelplan.nieuw_doel_{termijn}"))
        row = rij()
        row.addWidget(nieuw)
        row.addStretch(1)
        holder = QFrame()
        holder.setLayout(row)
        vak.addWidget(holder)
        vak.addStretch(1)

    def _kaart(self, doel: Doel) -> DoelKaart:
        vandaag = self.context.work.clock.today()
        made = DoelKaart(doel, vandaag, self.keeper, open=doel.id == self._open)
        made.bewerk.connect(self._edit)
        made.klaar.connect(self._set_klaar)
        made.nieuwe_afspraak.connect(self._new_afspraak)
        made.weg.connect(self._remove)
        return made

    def _show_stand(self, doelen: list[Doel]) -> None:
        vandaag = self.context.work.clock.today()
        afspraken = [a for doel in doelen for a in doel.afspraken]
        laat = sum(is_te_laat(a, vandaag) for a in afspraken)
        klaar = sum(a.gedaan is not None for a in afspraken)
        zinnen = [text("ontwikkelplan.stand", klaar=klaar, aantal=len(afspraken))] if afspraken else []
        zinnen += [text("ontwikkelplan.stand_laat", aantal=laat)] if laat else []
        self.stand.setText(" ".join(zinnen) or text("ontwikkelplan.stand_leeg"))
        set_rol(self.stand, "waarschuwing" if laat else "zacht")

    def _show_erbij(self, dossier: Dossier) -> None:
        _clear(self._erbij)
        work = self.context.work
        vandaag = work.clock.today()
        gegevens = ontwikkelplan_gegevens(work, dossier, versie=1, datum=vandaag, vastgesteld=False)
        for deel in _ERBIJ:
            self._erbij.addWidget(label(text(f"ontwikkelplan.{deel}"), "kop3"))
            regels: tuple[str, ...] = getattr(gegevens, deel)
            for regel in regels:
                self._erbij.addWidget(label(f"•  {regel}", wrap=True))
            if not regels:
                self._erbij.addWidget(label(text(f"ontwikkelplan.{deel}_leeg"), "zacht", wrap=True))
        self._erbij.addStretch(1)

    def _show_versie(self, dossier: Dossier) -> None:
        # While the reason that is being typed is still there.
        self.keeper.keep()
        _clear(self._versie)
        verschil = plan_changes(self.context.work, dossier)
        self._versie.addWidget(label(text("ontwikkelplan.verschil_kop"), "kop3"))
        if verschil is None:
            self._versie.addWidget(label(text("ontwikkelplan.nog_geen_versie"), "zacht", wrap=True))
        else:
            datum = date_in_words(verschil.versie.datum)
            sinds = text("ontwikkelplan.sinds", nummer=verschil.versie.nummer, datum=datum)
            self._versie.addWidget(label(sinds, "zacht", wrap=True))
            for zin in verschil.zinnen or (text("ontwikkelplan.niets_veranderd"),):
                self._versie.addWidget(label(zin, wrap=True, naam="verschil"))
            self._add_new_version(bool(verschil.zinnen))
        self._versie.addStretch(1)

    def _add_new_version(self, changed: bool) -> None:
        self.reden = TextBox(1)
        name_field(self.reden, "versie_reden", text("ontwikkelplan.reden"))
        self.reden.setPlaceholderText(text("ontwikkelplan.reden_voorbeeld"))
        put_text(self.reden, str(self.schets.begin(f"planversie {self.context.dossier_id}").get("reden", "")))
        self.schets.watch(self.reden)
        self.maak = knop(text("ontwikkelplan.maak_versie"), "maak_versie", self._make_version, "hoofdknop")
        self.maak.setEnabled(changed)
        self._versie.addSpacing(px(8))
        self._versie.addWidget(label(text("ontwikkelplan.reden"), "veldnaam"))
        self._versie.addWidget(self.reden)
        self._versie.addWidget(self.maak)
        self._versie.addWidget(label(text("ontwikkelplan.versie_uitleg"), "klein", wrap=True))

    def _getypt(self) -> dict[str, str]:
        reden = self.reden.toPlainText()
        return {"reden": reden} if reden.strip() else {}

    # -- doing -----------------------------------------------------------------------------------------------

    def _edit(self, doel: str) -> None:
        self.keeper.settle()
        self._open = doel
        self._redraw("doel_naam")

    def _redraw(self, focus: str = "") -> None:
        # After the click that asked for it has been dealt with: the clicked button goes away.
        QTimer.singleShot(0, self, lambda: self._drawn(focus))

    def _drawn(self, focus: str) -> None:
        self._show()
        velden = self.findChildren(QWidget, focus) if focus else []
        if velden:
            velden[-1].setFocus()
            bring_into_sight(velden[-1], px(120))

    def _new_doel(self, termijn: str) -> None:
        self.keeper.settle()
        work, dossier = self.context.work, self.context.dossier_id
        # The name is typed afterwards; until then the goal says so itself.
        changed = self.context.act(lambda: add_doel(work, dossier, "", termijn))
        if changed is not None:
            self._open = changed.made
            self._redraw("doel_naam")

    def _new_afspraak(self, doel: str) -> None:
        self.keeper.settle()
        work, dossier = self.context.work, self.context.dossier_id
        if self.context.act(lambda: add_afspraak(work, dossier, doel, {"wie": "inburgeraar"})) is not None:
            self._redraw("afspraak_wat")

    def _set_klaar(self, afspraak: str, datum: str) -> None:
        work, dossier = self.context.work, self.context.dossier_id
        klaar = {"klaar_op": datum}
        if self.context.act(lambda: record_afspraak(work, dossier, afspraak, klaar)) is not None:
            self._redraw(f"afspraak_{afspraak}")

    def _remove(self, subject: str) -> None:
        work, dossier = self.context.work, self.context.dossier_id
        kind, (rij_id, *_) = read_subject(subject)
        self.keeper.settle()
        remove = remove_doel if kind is DOEL else remove_afspraak
        if self.context.act(lambda: remove(work, dossier, rij_id)) is not None:
            self._redraw()

    def _make_version(self) -> None:
        self.keeper.settle()
        work, dossier, reden = self.context.work, self.context.dossier_id, self.reden.toPlainText().strip()
        self.maak.setEnabled(False)
        tasks.run(
            self.context,
            lambda: maak_planversie(work, dossier, reden),
            self._made,
            text("ontwikkelplan.versie_bezig"),
        )

    def _made(self, changed: Changed) -> None:
        self.schets.drop()
        self.context.changed.emit(changed)
        self.context.told.emit(text("ontwikkelplan.versie_gemaakt"))


def _term_of(doel: Doel) -> str:
    """A goal without a known term must not fall out of sight."""
    return doel.termijn if doel.termijn in TERMIJNEN else TERMIJNEN[0]


def _clear(vak: QVBoxLayout) -> None:
    while item := vak.takeAt(0):
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
