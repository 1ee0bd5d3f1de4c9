"""The ontwikkelplan as a board: goals by term with their agreements, and what goes with them."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from intake_assistant.dates import date_in_words
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import (
    AFSPRAAK,
    BESCHIKKING,
    BESLUIT,
    DOEL,
    PLANVERSIE,
    VERTALING,
    WERKPLEK,
    read_subject,
)
from intake_assistant.domain.recht.ontwikkelplan import TERMIJNEN, WIE, Doel, doelen_of
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
from intake_assistant.operations.views.besluit.bewijs import Bewijs, bakje_of
from intake_assistant.operations.views.besluit.planverschil import plan_changes
from intake_assistant.texts import text
from intake_assistant.ui.draad.bakje import Bakje, Neerlegplek, Valvlak
from intake_assistant.ui.draad.keten import Keten
from intake_assistant.ui.draad.zaal import Bakjezaal
from intake_assistant.ui.fields.draft import Draft
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.text import TextBox, put_text
from intake_assistant.ui.kit.emptying import empty_layout
from intake_assistant.ui.kit.giving_way import Groepen
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.ontwikkelplan.blad import DoelBlad
from intake_assistant.ui.ontwikkelplan.doel import DoelKaart, is_te_laat, klaarbalk
from intake_assistant.ui.ontwikkelplan.namen import names_of
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.qt.focus import bring_into_sight
from intake_assistant.ui.qt.later import later
from intake_assistant.ui.vertaling.kaart import VertaalKaart
from intake_assistant.ui.window.context import Context, Scherm

_ERBIJ: Final = ("ondersteuning", "randvoorwaarden", "financien")


class Ontwikkelplan(Scherm):
    """Three columns by term; below them support, conditions and what changed since the last version."""

    naam = "ontwikkelplan"
    toont = (DOEL, AFSPRAAK, PLANVERSIE, BESCHIKKING, BESLUIT, VERTALING)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._open = ""
        self._namen: dict[str, str] = {}
        self.keeper = Keeper(context, self)
        self.schets = Draft(self.keeper, self._getypt, self)
        self.keten, self.blad = Keten(context, self), DoelBlad(self.keeper, self)
        self.keten.naar_vraag.connect(lambda naam: context.navigate.emit("gesprek", {"vraag": naam}))
        self.blad.dicht.connect(lambda: self._edit(""))
        self.blad.nieuwe_afspraak.connect(self._new_afspraak)
        self.blad.weg.connect(self._remove)
        self.bakje = Bakje(
            text("ontwikkelplan.bakje"),
            text("ontwikkelplan.bakje_uitleg"),
            text("ontwikkelplan.bakje_toetsen"),
        )
        self.bakje.gelegd.connect(self._put)
        self.stand = label("", "zacht", wrap=True, naam="plan_stand")
        self.laat = knop("", "plan_laat", self._to_late, "stil", "let_op")
        self._balk = kolom(tussen=0)
        self._kolommen: dict[str, QVBoxLayout] = {}
        self.vlak = schuifvlak(self._make_inhoud())
        kolom(self, tussen=0).addWidget(Bakjezaal(self.bakje, self.vlak))

    def _make_inhoud(self) -> QWidget:
        inhoud = QWidget()
        vak = kolom(inhoud, rand=24, tussen=8)
        vak.addLayout(self._make_kop())
        vak.addLayout(self._balk)
        vak.addWidget(self.stand)
        vak.addWidget(self.laat, 0, Qt.AlignmentFlag.AlignLeft)
        self._boven, self._onder = rij(tussen=16), rij(tussen=16)
        vak.addLayout(self._boven)
        vak.addSpacing(px(8))
        vak.addLayout(self._bord())
        vak.addSpacing(px(16))
        vak.addLayout(self._onder)
        self._erbij = self._card(3)
        self._versiekaart = kaart()
        self._versie = kolom(self._versiekaart, rand=16, tussen=8)
        self._onder.addWidget(self._versiekaart, 2)
        self.vertaling = VertaalKaart(self.keeper, (DOEL, AFSPRAAK, WERKPLEK))
        vak.addWidget(self.vertaling)
        vak.addStretch(1)
        return inhoud

    def _make_kop(self) -> QBoxLayout:
        kop = rij(tussen=8)
        kop.addWidget(label(text("ontwikkelplan.kop"), "kop1", wrap=True), 1)
        erheen = partial(self.context.navigate.emit, "toen_en_nu", {})
        kop.addWidget(knop(text("toennu.knop"), "plan_toen_en_nu", erheen, "stil"))
        return kop

    def _bord(self) -> Groepen:
        """Three columns; below each other where these have no room."""
        termijnen = []
        for termijn in TERMIJNEN:
            made, over = kolom(tussen=0), label(text(f"ontwikkelplan.over_{termijn}"), "zacht", wrap=True)
            # Of two lines, so that the columns begin at one height.
            over.setMinimumHeight(2 * over.fontMetrics().lineSpacing())
            over.setAlignment(Qt.AlignmentFlag.AlignTop)
            vlak = Valvlak()
            vlak.setObjectName(f"kolom_{termijn}")
            vlak.setMinimumWidth(px(240))
            vlak.neergelegd.connect(partial(self._dropped, (termijn, "")))
            self._kolommen[termijn] = kolom(vlak, tussen=12)
            made.addWidget(label(text(f"ontwikkelplan.termijn_{termijn}"), "kop2"))
            made.addWidget(over)
            made.addSpacing(px(4))
            made.addWidget(vlak, 1)
            termijnen.append(made)
        bord = Groepen(*termijnen, delen=(1, 1, 1))
        bord.setSpacing(px(16))
        return bord

    def _card(self, deel: int) -> QVBoxLayout:
        card = kaart()
        self._onder.addWidget(card, deel)
        return kolom(card, rand=16, tussen=8)

    # -- showing ---------------------------------------------------------------------------------------------

    def show_with(self, arguments: dict[str, str]) -> None:
        """Read the plan anew."""
        self._open = arguments.get("doel", "")
        self.keeper.begin((DOEL, AFSPRAAK, VERTALING))
        self._show()

    def follow(self) -> None:
        """Read the plan anew."""
        self._show()

    def where(self) -> dict[str, str]:
        """The goal that is being changed."""
        return {"doel": self._open}

    def leave(self) -> None:
        """Record what is being typed."""
        self.keten.close_box()
        self.keeper.settle()

    def _show(self) -> None:
        dossier = self.context.dossier()
        doelen = doelen_of(dossier)
        self._namen = names_of(self.context.work, dossier)
        self.bakje.show_feiten(bakje_of(self.context.work, dossier, "plan"), _plekken(doelen))
        for termijn, vak in self._kolommen.items():
            empty_layout(vak)
            self._fill(vak, termijn, [doel for doel in doelen if _term_of(doel) == termijn])
        self._show_stand(doelen)
        self._show_erbij(dossier)
        self._show_versie(dossier)
        self._show_blad(doelen)
        self.vertaling.show_dossier(dossier)

    def _show_blad(self, doelen: list[Doel]) -> None:
        """The sheet of the goal that is being written; away once that goal is."""
        doel = next((doel for doel in doelen if doel.id == self._open), None)
        if doel is not None:
            self.blad.show_doel(doel, self._namen)
        else:
            self._open = ""
            self.blad.close_box()

    def _fill(self, vak: QVBoxLayout, termijn: str, doelen: list[Doel]) -> None:
        for doel in doelen:
            vak.addWidget(self._kaart(doel))
        if not doelen:
            vak.addWidget(label(text("ontwikkelplan.leeg"), "zacht", naam=f"leeg_{termijn}"))
        naam, act = f"nieuw_doel_{termijn}", partial(self._new_doel, termijn)
        nieuw = knop(text("ontwikkelplan.nieuw_doel"), naam, act, icoon="nieuw")
        nieuw.setAccessibleName(text(f"ontwikkelplan.nieuw_doel_{termijn}"))
        vak.addWidget(nieuw, 0, Qt.AlignmentFlag.AlignLeft)
        vak.addStretch(1)

    def _kaart(self, doel: Doel) -> DoelKaart:
        made = DoelKaart(doel, self.context, self._namen, self.keten)
        made.bewerk.connect(self._edit)
        made.klaar.connect(self._set_klaar)
        made.neergelegd.connect(partial(self._dropped, ("", doel.id)))
        return made

    def _show_stand(self, doelen: list[Doel]) -> None:
        vandaag = self.context.work.clock.today()
        afspraken = [a for doel in doelen for a in doel.afspraken]
        laat = sum(is_te_laat(a, vandaag) for a in afspraken)
        klaar = sum(a.gedaan is not None for a in afspraken)
        empty_layout(self._balk)
        if afspraken:
            self._balk.addWidget(klaarbalk(klaar, len(afspraken), "plan_voortgang"))
        self.stand.setText(text("ontwikkelplan.stand_leeg"))
        self.stand.setVisible(not afspraken)
        self.laat.setText(text("ontwikkelplan.stand_laat", aantal=laat))
        self.laat.setVisible(bool(laat))

    def _to_late(self) -> None:
        """To what is late: it stands first on its card."""
        laat = [w for w in self.findChildren(QWidget, "te_laat") if w.isVisibleTo(self)]
        if laat and (row := laat[0].parentWidget()):
            bring_into_sight(row, px(80))
            row.setFocus()

    def _show_erbij(self, dossier: Dossier) -> None:
        empty_layout(self._erbij)
        work = self.context.work
        vandaag = work.clock.today()
        gegevens = ontwikkelplan_gegevens(work, dossier, versie=1, datum=vandaag, vastgesteld=False)
        for deel in _ERBIJ:
            self._erbij.addWidget(label(text(f"ontwikkelplan.{deel}"), "kop3", wrap=True))
            regels: tuple[str, ...] = getattr(gegevens, deel)
            for regel in regels:
                self._erbij.addWidget(label(f"•  {regel}", wrap=True))
            if not regels:
                self._erbij.addWidget(label(text(f"ontwikkelplan.{deel}_leeg"), "zacht", wrap=True))
        self._erbij.addStretch(1)

    def _show_versie(self, dossier: Dossier) -> None:
        # While the reason that is being typed is still there.
        self.keeper.keep()
        empty_layout(self._versie)
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
        # What changed asks for a new version: then it stands above the board.
        changed = verschil is not None and bool(verschil.zinnen)
        (self._boven if changed else self._onder).addWidget(self._versiekaart, 2)

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
        self._redraw("doel_naam" if doel else "")

    def _redraw(self, focus: str = "") -> None:
        # After the click that asked for it has been dealt with: the clicked button goes away.
        later(self, lambda: self._drawn(focus))

    def _drawn(self, focus: str) -> None:
        self._show()
        velden = self.findChildren(QWidget, focus) if focus else []
        if velden:
            velden[-1].setFocus()
            bring_into_sight(velden[-1], px(120))

    def _dropped(self, plek: tuple[str, str], nummer: int) -> None:
        if bewijs := self.bakje.fact(nummer):
            self._put(bewijs, plek)

    def _put(self, bewijs: Bewijs, plek: tuple[str, str]) -> None:
        """Words become a goal of a term, or an agreement of a goal; they keep where they came from."""
        self.keeper.settle()
        work, dossier, (termijn, doel) = self.context.work, self.context.dossier_id, plek
        velden = {"wat": bewijs.waarde, "wie": WIE[0], AFSPRAAK.rust_op: bewijs.vraag}
        made = self.context.act(
            lambda: (
                add_afspraak(work, dossier, doel, velden)
                if doel
                else add_doel(work, dossier, bewijs.waarde, termijn, vraag=bewijs.vraag)
            )
        )
        if made is not None:
            self._redraw()

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
            self.context.removed.emit(subject)

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


def _plekken(doelen: list[Doel]) -> list[Neerlegplek]:
    """A number for a term; an agreement of a goal from the menu."""
    termijnen = [
        Neerlegplek(str(nummer), text(f"ontwikkelplan.nieuw_doel_{termijn}"), (termijn, ""))
        for nummer, termijn in enumerate(TERMIJNEN, start=1)
    ]
    bij = [
        Neerlegplek("", text("ontwikkelplan.afspraak_bij", doel=doel.naam), ("", doel.id)) for doel in doelen
    ]
    return [*termijnen, *bij]
