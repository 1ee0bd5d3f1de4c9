"""A new dossier, and what the person, third parties and calls bring to it as time goes on."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QTabWidget, QWidget

from intake_assistant import safefile
from intake_assistant.casus.antwoorden import Gegeven, antwoorden_of
from intake_assistant.casus.plan import Daad, Step, Tabel
from intake_assistant.demo.antwoorden import answer
from intake_assistant.demo.regie import Misgelopen, Regie
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.overleg.azc import COA
from intake_assistant.texts import text
from intake_assistant.ui.qt.messages import Script
from intake_assistant.ui.vragen.blok import Vraagblok

_NIEUW = ("voornamen", "achternaam", "bsn", "v_nummer", "geboren", "spreektaal", "doelgroep")
_PERSOON = 1  # the tab of person and procedure
_DATUMS = ("kennisgeving_duo", "inschrijving_brp")
# The button that adds a row, and how a row is called.
_RIJEN = {
    Daad.OPROEP: ("oproep_nieuw", "oproep"),
    Daad.GEVRAAGD: ("derde_nieuw", "derde"),
    Daad.OVERDRACHT_COA: ("overdracht_coa_nieuw", "overdracht_coa"),
}
_PROFIEL = b"%PDF-1.7\n% Verzonnen klantprofiel.\n%%EOF\n"


class Dossierspel:
    """Fills in the first two tabs of the dossier; knows which row of the procedure was for which step."""

    def __init__(self, regie: Regie) -> None:
        self._regie = regie
        self._rijen: dict[int, str] = {}

    def begin(self, steps: Sequence[Step]) -> str:
        """Make the dossier with what is known by now; returns its id."""
        regie = self._regie
        persoon = steps[0].wat
        known = [step.wat for step in steps if step.daad in (Daad.DOSSIER, Daad.PROCEDURE)]
        bekend = dict(ChainMap(*map(dict, known)))
        geboren = persoon.get("geboortedatum") or persoon.get("geboortejaar")
        bekend |= {"geboren": geboren} if geboren else {}
        regie.click("leeg_nieuw" if regie.sees("leeg_nieuw") else "nieuw_dossier")
        for naam in (*_NIEUW, *_DATUMS):
            if naam in bekend:
                regie.fill(f"nieuw_{naam}", bekend[naam])
        regie.shoot("nieuw_dossier")
        regie.click("nieuw_maken")
        regie.find("scherm_dossier", QWidget)
        regie.shoot("dossier_nieuw")
        self._fill_person(persoon)
        self.go_on([step for step in steps[1:] if not step.wat.keys() <= set(_DATUMS)])
        return regie.context.dossier_id

    def _fill_person(self, persoon: Tabel) -> None:
        """Fill in what the new dossier did not ask."""
        self._to_persoon()
        known = inburgeraar_of(self._regie.context.dossier())
        for naam, waarde in persoon.items():
            if str(known.get(naam, "")) != str(waarde):
                self._regie.fill(f"veld_{naam}", waarde)
        self._regie.shoot("dossier_persoon")

    def go_on(self, steps: Sequence[Step]) -> None:
        """Enter what came in: days of the procedure, calls, what third parties were asked and sent."""
        self._to_persoon()
        for step in steps:
            if step.daad in _RIJEN:
                nieuw, rij = _RIJEN[step.daad]
                self._regie.click(nieuw)
                nummer = 1 + sum(found.startswith(rij) for found in self._rijen.values())
                self._rijen[step.place] = f"{rij}_{nummer}"
            self._fill_row(self._rijen.get(step.of or step.place, "scherm_dossier"), step.wat)

    def take_from_coa(self, step: Step, own: Path, dialogen: Script) -> None:
        """The record of the warme overdracht, the klantprofiel from a file, and its answers typed over."""
        velden = {k: w for k, w in step.wat.items() if k not in ("klantprofiel", "antwoorden")}
        self.go_on([Step(step.day, step.place, step.daad, velden)])
        if profiel := step.wat.get("klantprofiel"):
            bestand = own / profiel.get("bestand", "klantprofiel.pdf")
            safefile.write_bytes(bestand, _PROFIEL)
            dialogen.answers.append(bestand)
            self._regie.fill("azc_v_nummer", profiel["v_nummer"])
            self._regie.click("azc_kies")
        self._regie.shoot("dossier_van_het_azc")
        for gegeven in antwoorden_of(step.wat, self._regie.context.work.data.formulieren, COA):
            if not isinstance(gegeven, Gegeven):
                raise Misgelopen(text("casus.demo.niet_te_vragen", vragen=gegeven.vraag))
            self._type_over(gegeven)

    def _type_over(self, gegeven: Gegeven) -> None:
        """By the pencil beside one question of the topic, as of the COA."""
        regie, naam = self._regie, gegeven.vraag
        self._to_persoon()
        regie.fill("azc_onderwerp", regie.context.work.data.formulieren.vraag(naam).startpositie)
        regie.click("azc_typ_over")
        regie.click(f"verbeter_{naam}", regie.find(f"lees_{naam}", QWidget))
        answer(regie, regie.find(f"vraag_{naam}", Vraagblok), gegeven, COA)
        regie.shoot("lezen_van_het_coa")
        regie.click("lezen_klaar")

    def _fill_row(self, rij: str, velden: Tabel) -> None:
        for naam, waarde in velden.items():
            # Each field that is left may draw its row anew.
            binnen = self._regie.find(rij, QWidget)
            er = self._regie.all(QWidget, "veld_", binnen)
            self._regie.fill(next(w for w in er if w.objectName().endswith(f"_{naam}")), waarde)

    def _to_persoon(self) -> None:
        self._regie.go("dossier")
        delen = self._regie.find("dossier_delen", QTabWidget)
        balk = delen.tabBar()
        if delen.currentIndex() != _PERSOON:
            self._regie.click(balk, plek=balk.tabRect(_PERSOON).center())
