"""The ontwikkelplan: goals with their agreements, what was done, a new version."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from intake_assistant.casus.plan import Daad, Step, Tabel
from intake_assistant.demo.regie import Regie
from intake_assistant.domain.recht.besluit import planversies_of
from intake_assistant.domain.recht.ontwikkelplan import doelen_of


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
        for naam, waarde in velden.items():
            self._regie.fill(self._regie.all(QWidget, f"afspraak_{naam}")[nummer], waarde)
            self._regie.breathe()

    def _open_card(self, doel: int) -> None:
        if self._open != doel:
            self._close()
            dossier, naam = self._regie.context.dossier(), self._doelen[doel]
            id = next(found.id for found in doelen_of(dossier) if found.naam == naam)
            self._regie.click("doel_wijzigen", self._regie.find(f"doel_{id}", QWidget))
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
