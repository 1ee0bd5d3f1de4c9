"""The ontwikkelplan: goals with their agreements, what was done, a new version."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from intake_assistant.casus.plan import Daad, Step, Tabel
from intake_assistant.demo.regie import Regie
from intake_assistant.domain.recht.besluit import planversies_of
from intake_assistant.domain.recht.ontwikkelplan import Doel, doelen_of

_TRAP = ("hulp", "samen_vanaf", "zelf_vanaf")


class Planspel:
    """Writes goals on their cards; knows which card, and which line on it, was for which step."""

    def __init__(self, regie: Regie) -> None:
        self._regie = regie
        self._doelen: dict[int, str] = {}
        self._regels: dict[int, tuple[int, int]] = {}
        self._open = -1

    def play(self, steps: Sequence[Step]) -> None:
        """Write what was agreed, and what was done."""
        self._regie.go("ontwikkelplan")
        self._regie.shoot("ontwikkelplan_leeg")
        for step in steps:
            if step.daad is Daad.DOEL:
                self._write_doel(step)
            elif step.daad is Daad.AFSPRAAK:
                self._agree(step)
            else:
                self._fill(*self._regels[step.of], step.wat)
        self._close()
        self._regie.shoot("ontwikkelplan" if steps[0].daad is Daad.DOEL else "ontwikkelplan_bijgewerkt")

    def _write_doel(self, step: Step) -> None:
        self._close()
        self._regie.click(f"nieuw_doel_{step.wat['termijn']}")
        self._regie.write("doel_naam", step.wat["naam"])
        self._doelen[step.place] = step.wat["naam"]
        self._open = step.place

    def _agree(self, step: Step) -> None:
        self._open_card(step.of)
        regie, nummer = self._regie, sum(doel == step.of for doel, _ in self._regels.values())
        regie.click("afspraak_nieuw")
        regie.wait(lambda: len(regie.all(QWidget, "afspraak_wat")) > nummer, "een nieuwe afspraak")
        self._regels[step.place] = (step.of, nummer)
        self._fill(step.of, nummer, step.wat)

    def _fill(self, doel: int, nummer: int, velden: Tabel) -> None:
        self._open_card(doel)
        trap = {naam: velden[naam] for naam in _TRAP if naam in velden}
        for naam in (naam for naam in velden if naam not in trap):
            self._regie.fill(self._regie.all(QWidget, f"afspraak_{naam}")[nummer], velden[naam])
            self._regie.breathe()
        if trap:
            self._fill_trap(doel, nummer, trap)

    def _fill_trap(self, doel: int, nummer: int, velden: Tabel) -> None:
        """Who does it, and from when otherwise: folded away until somebody agrees on it."""
        afspraken = self._doel(doel).afspraken
        if not afspraken[nummer].hulp.is_afgesproken:
            self._regie.click(self._regie.all(QWidget, "afspraak_hulptrap")[nummer])
        plek = sum(afspraak.hulp.is_afgesproken for afspraak in afspraken[:nummer])
        for naam, waarde in velden.items():
            er = self._regie.all(QWidget, f"afspraak_{naam}")
            self._regie.fill([w for w in er if w.objectName() == f"afspraak_{naam}"][plek], waarde)
        self._regie.shoot("ontwikkelplan_hulptrap")

    def place_of_work(self, afspraak: int) -> None:
        """From an agreement to the place of work that it is."""
        self._regie.go("ontwikkelplan")
        doel, nummer = self._regels[afspraak]
        self._open_card(doel)
        self._regie.click(self._regie.all(QWidget, "afspraak_werkplek")[nummer])
        self._open = -1

    def afspraak_of(self, place: int) -> str:
        """The id of the agreement of a step."""
        doel, nummer = self._regels[place]
        return self._doel(doel).afspraken[nummer].id

    def _doel(self, place: int) -> Doel:
        naam = self._doelen[place]
        return next(doel for doel in doelen_of(self._regie.context.dossier()) if doel.naam == naam)

    def _open_card(self, doel: int) -> None:
        if self._open != doel:
            self._close()
            self._regie.click("doel_wijzigen", self._regie.find(f"doel_{self._doel(doel).id}", QWidget))
            self._regie.find("doel_klaar", QWidget)
            self._open = doel

    def _close(self) -> None:
        if self._open >= 0:
            self._regie.shoot("ontwikkelplan_doel")
            self._regie.click("doel_klaar")
            self._regie.breathe()
            self._open = -1

    def make_version(self, reden: str) -> None:
        """Set a new version of the plan."""
        regie = self._regie
        regie.go("ontwikkelplan")
        before = len(planversies_of(regie.context.dossier()))
        regie.play("planversie", reden=reden)
        regie.wait(lambda: len(planversies_of(regie.context.dossier())) > before, "de nieuwe planversie")
        regie.settle()
        regie.breathe(0.3)
        regie.shoot("ontwikkelplan_versie_gemaakt")
