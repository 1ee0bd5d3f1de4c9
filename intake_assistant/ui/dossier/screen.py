"""The dossier at a glance: who this is, one next step, what is late, which terms run, and all of its time."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QTabWidget, QWidget
from shiboken6 import isValid

from intake_assistant.dates import date_in_words
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.overleg.feiten import overlegfeiten
from intake_assistant.domain.recht.besluit import besluiten_of, samenloop_of
from intake_assistant.domain.recht.verzoek import beperking_of
from intake_assistant.operations.exchange.elders import erased_elsewhere
from intake_assistant.operations.papers.documenten import VERTELD
from intake_assistant.operations.views.antwoord import relevantie, tellingen
from intake_assistant.operations.views.dossier.leesblad import has_onbekende
from intake_assistant.operations.views.dossier.levenslijn import Gebeurtenis, gebeurtenissen_of, te_laat
from intake_assistant.operations.views.dossier.portret import portret_of
from intake_assistant.operations.views.overleg.wachten import werkzinnen
from intake_assistant.operations.views.overzicht import all_klokken
from intake_assistant.operations.views.volgende_stap import volgende_stap
from intake_assistant.operations.views.wissen.bewaartermijn import due_of
from intake_assistant.texts import text
from intake_assistant.ui.dossier.andere import AndereDossiers
from intake_assistant.ui.dossier.columns import Dossierblad, Kaartenrij
from intake_assistant.ui.dossier.huishouden import huishoudkaart
from intake_assistant.ui.dossier.klokken import klokkaart, stapkaart
from intake_assistant.ui.dossier.laat import laatkaart
from intake_assistant.ui.dossier.levenslijn import LevenslijnVlak
from intake_assistant.ui.dossier.onderwerpen import Onderwerpen
from intake_assistant.ui.dossier.persoon import PersoonPaneel
from intake_assistant.ui.dossier.portret import portretkaart
from intake_assistant.ui.dossier.rechten import beperking_in_words, rechtenkaart
from intake_assistant.ui.kit.mark import beeld, clear, inside
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij
from intake_assistant.ui.kit.theme import px, thema
from intake_assistant.ui.window.context import ALLES, Context, Scherm

DELEN = ("overzicht", "persoon")


class DossierScherm(Scherm):
    """Two parts: the overview, and person with procedure."""

    naam = "dossier"
    toont = ALLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._banner = QWidget()
        kolom(self._banner, tussen=8)
        self._volgende: QPushButton | None = None
        self._na_gesprek = False
        self._wie, self._straks, self._termijnen = QWidget(), QWidget(), Kaartenrij()
        self.onderwerpen, self.levenslijn = Onderwerpen(), LevenslijnVlak()
        self._persoonsblad, self.delen = QWidget(), QTabWidget()
        kolom(self._persoonsblad, tussen=0)
        self.delen.setObjectName("dossier_delen")
        self.delen.setAccessibleName(text("venster.naar_dossier"))
        self.delen.tabBar().setAccessibleName(text("venster.naar_dossier"))
        box = kolom(self, tussen=8)
        box.setContentsMargins(px(24), px(8), px(24), px(8))
        self.andere = AndereDossiers(context)
        box.addWidget(self._banner)
        box.addWidget(self.andere)
        box.addWidget(self.delen, 1)
        self.delen.addTab(self._overzicht(), text("dossier.deel.overzicht"))
        self.delen.addTab(self._persoonsblad, text("dossier.deel.persoon"))
        self.delen.currentChanged.connect(self._turn)
        self.levenslijn.chosen.connect(self._go)
        self.onderwerpen.chosen.connect(self._to_startpositie)
        thema.changed.connect(self._redraw)

    @cached_property
    def persoon(self) -> PersoonPaneel:
        """The long form; made at the first need, as it is four fifths of the screen."""
        made = PersoonPaneel(self.context)
        inside(self._persoonsblad).addWidget(made)
        made.show()  # now, and not when it is laid out: the keyboard may come here
        return made

    def _has_persoon(self) -> bool:
        return "persoon" in vars(self)

    def _overzicht(self) -> QWidget:
        wie, tijd = kaart(naam="wie"), kaart(naam="tijd")
        box = kolom(wie, rand=8, tussen=8)
        kolom(self._wie)
        box.addWidget(self._wie)
        box.addWidget(self.onderwerpen)
        kolom(tijd).addWidget(self.levenslijn)
        kolom(self._straks, tussen=12)
        termijnen = kaart(naam="klokken")
        onder = kolom(termijnen, rand=16, tussen=8)
        onder.addWidget(label(text("dossier.klokken"), "kop2"))
        onder.addWidget(self._termijnen)
        self._blad = Dossierblad(wie, self._straks, (tijd, termijnen))
        return self._blad

    def show_with(self, arguments: dict[str, str]) -> None:
        """Read the dossier anew; `deel` chooses the part, else the overview; `veld` gets the keyboard.

        `na`: what one comes from.
        """
        self._na_gesprek = arguments.get("na") == "gesprek"
        deel = arguments.get("deel")
        if has_persoon := deel == "persoon" or self._has_persoon():
            self.persoon.show_dossier(self.context.dossier())
        self.delen.setCurrentIndex(DELEN.index(deel) if deel in DELEN else 0)
        self._show_now()
        if has_persoon:
            self.persoon.focus_on(arguments.get("veld", ""))

    def follow(self) -> None:
        """Read the overview anew; the fields of the person are left to who types in them."""
        self._show_now()

    def resting_place(self) -> QWidget:
        """What comes next: by Enter one goes there."""
        is_overzicht = DELEN[self.delen.currentIndex()] == "overzicht"
        # Who typed until the end of a conversation may still be typing: no space begins the next thing.
        stap = self._volgende if is_overzicht and not self._na_gesprek else None
        # What is hidden or off keeps no keyboard; a new one is made when the page is shown again.
        is_there = stap is not None and isValid(stap) and stap.isVisibleTo(self) and stap.isEnabled()
        return stap if stap is not None and is_there else self

    def leave(self) -> None:
        """Record what stands in the fields."""
        if self._has_persoon():
            self.persoon.leave()

    def where(self) -> dict[str, str]:
        """Which part is shown."""
        return {"deel": DELEN[self.delen.currentIndex()]}

    def _turn(self, nummer: int) -> None:
        if not self.context.dossier_id:
            return
        if DELEN[nummer] == "overzicht":
            self.leave()
            self._show_now()
        elif not self._has_persoon():
            self.persoon.show_dossier(self.context.dossier())

    def _redraw(self) -> None:
        if self.context.dossier_id and self.isVisible():
            self._show_now()

    def _show_now(self) -> None:
        work, dossier = self.context.work, self.context.dossier()
        self._show_banners(dossier)
        self.andere.look()
        self._show_person(dossier)
        alle = gebeurtenissen_of(work, dossier)
        self.levenslijn.show_all(alle, work.clock.today(), dossier.id)
        self._show_next(dossier, alle)
        self._show_termijnen(dossier)
        self._blad.settle()

    def _show_banners(self, dossier: Dossier) -> None:
        clear(self._banner)
        aantal, samenloop = len(dossier.conflicts()), samenloop_of(besluiten_of(dossier))
        if samenloop:
            self._to_settle("samenloop", len(samenloop.besluiten))
        if aantal:
            self._to_settle("tegenspraken", aantal)
        elders = erased_elsewhere(self.context.work.vault).get(dossier.id)
        if elders:
            zin = text("dossier.elders_gewist", datum=date_in_words(elders.op))
            made = _melding(zin, "melding_elders_gewist")
            inside(made).addWidget(knop(text("dossier.hier_wissen"), "hier_wissen", self._to_wissen))
            inside(self._banner).addWidget(made)
        if dossier.onvolledig:
            inside(self._banner).addWidget(_melding(text("dossier.onvolledig"), "melding_onvolledig"))
        beperkt = beperking_of(dossier)
        if beperkt is not None:
            made = _melding(beperking_in_words(beperkt), "melding_beperkt")
            inside(made).addWidget(knop(text("rechten.naar"), "beperkt_naar", self._to_rechten))
            inside(self._banner).addWidget(made)
        werk = werkzinnen(self.context.work, overlegfeiten(dossier))
        if werk:
            made = _melding(text("overleg.werk", zinnen="; ".join(werk)), "melding_werk")
            inside(made).addWidget(knop(text("overleg.naar"), "naar_overleg_knop", self._to_overleg))
            inside(self._banner).addWidget(made)
        self._banner.setVisible(bool(inside(self._banner).count()))

    def _to_settle(self, wat: str, aantal: int) -> None:
        """Say what two laptops recorded otherwise, with the way to where it is settled."""
        made = _melding(text(f"dossier.{wat}", aantal=aantal), f"melding_{wat}")
        inside(made).addWidget(knop(text(f"dossier.naar_{wat}"), f"naar_{wat}", self._to_conflicten))
        inside(self._banner).addWidget(made)

    def _to_conflicten(self) -> None:
        self.context.navigate.emit("conflicten", {})

    def _to_overleg(self) -> None:
        self.context.navigate.emit("overleg", {})

    def _to_wissen(self) -> None:
        self.context.navigate.emit("wissen", {})

    def _to_rechten(self) -> None:
        self.context.navigate.emit("rechten", {})

    def _show_person(self, dossier: Dossier) -> None:
        work = self.context.work
        judged = relevantie(work, dossier)
        clear(self._wie)
        inside(self._wie).addWidget(portretkaart(portret_of(work, dossier, judged)))
        delen, per = work.data.formulieren.startposities, tellingen(work, dossier, judged)
        self.onderwerpen.show_all(delen, per, onbekende=has_onbekende(work, dossier))

    def _to_startpositie(self, id: str) -> None:
        self.context.navigate.emit("lezen", {"startpositie": id})

    def _show_next(self, dossier: Dossier, alle: list[Gebeurtenis]) -> None:
        clear(self._straks)
        box = inside(self._straks)
        stap = volgende_stap(self.context.work, dossier)
        made = stapkaart(stap, lambda: self._go(stap.scherm, dict(stap.argumenten)))
        self._volgende = made.findChild(QPushButton, "stap_knop")
        box.addWidget(made)
        made.show()  # now, and not when it is laid out: the keyboard comes here first
        if self._na_gesprek:
            blad = knop(text("dossier.blad_verteld"), "naar_verteld", self._to_verteld)
            box.addWidget(blad, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(laatkaart(te_laat(alle), self._go))
        if samen := huishoudkaart(self.context, self._show_now):
            box.addWidget(samen)
        if te_regelen := rechtenkaart(due_of(self.context.work, dossier), self._to_rechten):
            box.addWidget(te_regelen)

    def _to_verteld(self) -> None:
        self.context.navigate.emit("documenten", {"deel": VERTELD})

    def _show_termijnen(self, dossier: Dossier) -> None:
        self._termijnen.show_cards([klokkaart(klok) for klok in all_klokken(self.context.work, dossier)])

    def _go(self, scherm: str, argumenten: dict[str, str]) -> None:
        if scherm == self.naam:
            self.delen.setCurrentIndex(DELEN.index(argumenten["deel"]))
        else:
            self.context.navigate.emit(scherm, argumenten)


def _melding(tekst: str, naam: str) -> QFrame:
    made = kaart("waarschuwing", naam)
    box = rij(made, tussen=12)
    box.addWidget(beeld("let_op", "let_op", 20), 0, Qt.AlignmentFlag.AlignVCenter)
    box.addWidget(label(tekst, wrap=True), 1)
    return made
