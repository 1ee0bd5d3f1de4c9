"""The reading view: all that was said on one topic, in one column, with a pencil to put it right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from intake_assistant.domain.formulier import HERHALING
from intake_assistant.domain.kinds import of_soort
from intake_assistant.domain.recht.gesprek import lopend_gesprek
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.views.antwoord import antwoord_of
from intake_assistant.operations.views.dossier.leesblad import Leesblad, Leesregel, leesblad_of
from intake_assistant.texts import text
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import (
    Vel,
    breekbaar,
    kaart,
    knop,
    kolom,
    label,
    rij,
    schuifvlak,
)
from intake_assistant.ui.kit.theme import px, thema
from intake_assistant.ui.lezen.regel import Leesvak
from intake_assistant.ui.locking.gate import Poort
from intake_assistant.ui.qt.focus import bring_into_sight
from intake_assistant.ui.qt.later import later
from intake_assistant.ui.vragen.blok import Vraagblok
from intake_assistant.ui.vragen.herhaling import HerhalingVeld
from intake_assistant.ui.vragen.voering import Gespreksvoering
from intake_assistant.ui.window.context import Context, Scherm

BREED = 760


class LezenScherm(Scherm):
    """Arguments: `startpositie`, `vraag` to bring one into sight, and `bron` to take over what one wrote."""

    naam = "lezen"
    toont = (*of_soort("antwoord"), *of_soort("notitie"), *of_soort("gesprek"))

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.startpositie, self._bron = "", ""
        self._naam = ""
        self._voering: Gespreksvoering | None = None
        self._poort = Poort(context)
        self._poort.opened.connect(self._draw)
        self._vel = Vel(BREED)
        kolom(self._vel, tussen=16)
        inhoud = QWidget()
        row = rij(inhoud)
        row.setContentsMargins(0, 0, px(4), 0)
        row.addWidget(self._vel, 8)
        row.addStretch(1)
        self._vlak = schuifvlak(inhoud)
        box = kolom(self, tussen=12)
        box.setContentsMargins(px(24), px(16), px(24), px(16))
        box.addWidget(self._kop())
        box.addWidget(self._poort, 1)
        box.addWidget(self._vlak, 1)
        thema.changed.connect(self._redraw)

    def show_with(self, arguments: dict[str, str]) -> None:
        """Read one topic anew, the first when none is named; the gate stands before health and safety."""
        eerste = self.context.work.data.formulieren.startposities[0]
        self.startpositie, self._bron = arguments.get("startpositie") or eerste.id, arguments.get("bron", "")
        self._stop()
        self._draw()

    def follow(self) -> None:
        """Read it anew, unless somebody is putting an answer right."""
        if self._voering is None:
            self._draw()

    def follow_own(self, changed: Changed) -> None:
        """What is put right is read again when that is done."""

    def leave(self) -> None:
        """Record what is being put right."""
        self._stop()

    def where(self) -> dict[str, str]:
        """Which topic is read, and of which source it is taken over."""
        return {"startpositie": self.startpositie, **({"bron": self._bron} if self._bron else {})}

    def step_back(self) -> bool:
        """From the field to the words."""
        if self._voering is None:
            return False
        self._klaar()
        return True

    def resting_place(self) -> QWidget:
        """The way on: no field is meant for the keyboard here."""
        return self._poort if self._poort.isVisible() else self.verder

    def _kop(self) -> QWidget:
        made = QWidget()
        row = Vloei(made)
        terug = partial(self.context.navigate.emit, "dossier", {"deel": "overzicht"})
        row.addWidget(knop(text("lezen.terug"), "lezen_terug", terug, icoon="terug"))
        self.verder = knop(text("lezen.vragen"), "lezen_vragen", self._to_gesprek, icoon="gesprek")
        row.addWidget(self.verder)
        return made

    def _redraw(self) -> None:
        if self.context.dossier_id and self.isVisible() and self._voering is None:
            self._draw()

    def _vragen(self) -> list[str]:
        delen = self.context.work.data.formulieren.startposities
        return [naam for deel in delen if deel.id == self.startpositie for naam in deel.vragen]

    def _draw(self) -> None:
        dicht = self.context.is_gesloten(self._vragen())
        self._poort.setVisible(dicht)
        self._vlak.setVisible(not dicht)
        clear(self._vel)
        if dicht:
            self._poort.begin()
            return
        self.context.note_gevoelig(self._vragen())
        blad = leesblad_of(self.context.work, self.context.dossier(), self.startpositie)
        self._fill(blad)

    def _fill(self, blad: Leesblad) -> None:
        box = inside(self._vel)
        box.addWidget(label(blad.titel, "kop1", wrap=True, naam="lezen_titel"))
        if blad.doel:
            box.addWidget(label(blad.doel, "zacht", wrap=True))
        if not blad.groepen:
            box.addWidget(label(text("lezen.leeg"), wrap=True, naam="lezen_leeg"))
        for nummer, groep in enumerate(blad.groepen):
            made = kaart(naam=f"lees_groep_{nummer}")
            inner = kolom(made, rand=16, tussen=4)
            if groep.titel:
                inner.addWidget(label(breekbaar(groep.titel), "kop3", wrap=True))
            if groep.herkomst:
                inner.addWidget(label(groep.herkomst, "klein", wrap=True))
            for regel in groep.regels:
                # Who sits beside it reads along: what is noted for colleagues stays out of sight.
                notitie = not self.context.samen
                shown = replace(regel, bron="", wanneer="") if groep.herkomst else regel
                inner.addWidget(Leesvak(shown, notitie=notitie, verbeter=self._verbeter))
            box.addWidget(made)
        if blad.te_vragen:
            box.addWidget(self._over(blad.te_vragen) if self._bron else _te_vragen(blad))
        box.addStretch(1)

    def _over(self, regels: tuple[Leesregel, ...]) -> QWidget:
        """What somebody else wrote down, to be taken over question by question as theirs."""
        made = kaart(naam="lezen_van_coa")
        box = kolom(made, rand=16, tussen=4)
        box.addWidget(label(text("lezen.van_coa"), "kop3", wrap=True))
        box.addWidget(label(text("lezen.van_coa_uitleg"), "zacht", wrap=True))
        for regel in regels:
            box.addWidget(Leesvak(regel, notitie=False, verbeter=self._verbeter))
        return made

    # -- putting right ---------------------------------------------------------------------------------------

    def _verbeter(self, vak: Leesvak) -> None:
        """In the conversation that is on; without one here, in the place of the words."""
        self._stop()
        lopend = lopend_gesprek(self.context.dossier())
        if lopend is not None and not self._bron:
            plek = {"gesprek": lopend.id, "vraag": vak.regel.naam}
            self.context.navigate.emit("gesprek", plek)
            return
        naam = vak.regel.naam
        # What a school or a test said is put right as theirs, not said by somebody else.
        formulieren = self.context.work.data.formulieren
        eigen = self._bron or antwoord_of(formulieren, self.context.dossier(), naam).bron
        self._naam, self._voering = naam, Gespreksvoering(self.context, "", eigen)
        veld, blok = QWidget(), _make_blok(self._voering, naam)
        box = kolom(veld, tussen=8)
        box.addWidget(blok)
        klaar = knop(text("lezen.klaar"), "lezen_klaar", self._klaar, "hoofdknop")
        box.addWidget(klaar, 0, Qt.AlignmentFlag.AlignLeft)
        vak.put(veld)
        # A list of rows is a stop of its own; a question leads to its field.
        (blok.invoer() if isinstance(blok, Vraagblok) else blok).setFocus()
        bring_into_sight(veld)

    def _klaar(self) -> None:
        """Read it anew, at the place where one was."""
        naam, hoogte = self._naam, self._vlak.verticalScrollBar().value()
        self._stop()
        self._draw()
        potlood = self.findChild(QPushButton, f"verbeter_{naam}") or self.verder
        potlood.setFocus()
        # As soon as the page is as high again as it was.
        later(self, lambda: self._vlak.verticalScrollBar().setValue(hoogte))

    def _stop(self) -> None:
        if self._voering is not None:
            self._voering.settle()
            self._voering.deleteLater()
        self._voering = None

    def _to_gesprek(self) -> None:
        self.context.navigate.emit("gesprek", {"startpositie": self.startpositie})


def _make_blok(voering: Gespreksvoering, naam: str) -> QWidget:
    if voering.vraag(naam).type != HERHALING:
        return Vraagblok(voering, naam)
    made = HerhalingVeld(voering, naam)
    voering.veranderd.connect(made.refresh)
    return made


def _te_vragen(blad: Leesblad) -> QWidget:
    made = kaart("zachtvlak", "lezen_te_vragen")
    box = kolom(made, rand=16, tussen=4)
    aantal, tellen = len(blad.te_vragen), blad.tellen_als
    box.addWidget(label(text("lezen.te_vragen", aantal=aantal), "kop3", wrap=True))
    if tellen != aantal:
        box.addWidget(label(text("lezen.tellen_als", aantal=tellen), "klein", wrap=True))
    for vraag in blad.te_vragen:
        box.addWidget(label(vraag.vraag, "zacht", wrap=True))
    return made
