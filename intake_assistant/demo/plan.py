"""The ontwikkelplan: goals with their agreements, what was done, a new version."""

from __future__ import annotations

import datetime

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from intake_assistant.demo.casus import Tabel, day_of, dutch, stored
from intake_assistant.demo.regie import Regie
from intake_assistant.domain.recht.besluit import planversies_of
from intake_assistant.domain.recht.ontwikkelplan import doelen_of


def make_plan(regie: Regie, doelen: list[Tabel]) -> int:
    """Write all goals with their agreements; returns how many agreements."""
    regie.go("ontwikkelplan")
    regie.shoot("ontwikkelplan_leeg")
    aantal = 0
    for nummer, doel in enumerate(doelen):
        regie.click(f"nieuw_doel_{doel['termijn']}")
        regie.write(regie.find("doel_naam", QWidget), str(doel["naam"]))
        for afspraak in doel.get("afspraak", ()):
            _add(regie, stored(afspraak))
            aantal += 1
        if not nummer:
            regie.shoot("ontwikkelplan_doel")
        regie.click("doel_klaar")
        regie.breathe()
    regie.shoot("ontwikkelplan")
    return aantal


def _add(regie: Regie, afspraak: dict[str, object]) -> None:
    before = len(regie.all(QWidget, "afspraak_wat"))
    regie.click("afspraak_nieuw")
    regie.wait(lambda: len(regie.all(QWidget, "afspraak_wat")) > before, "een nieuwe afspraak")
    regie.write(regie.all(QWidget, "afspraak_wat")[-1], str(afspraak["wat"]))
    if "uiterlijk" in afspraak:
        _date(regie, before, "uiterlijk", afspraak["uiterlijk"])
    if "wie" in afspraak:
        regie.choose(regie.all(QComboBox, "afspraak_wie")[-1], afspraak["wie"])
        regie.breathe()


def _date(regie: Regie, nummer: int, naam: str, dag: object) -> None:
    veld = regie.all(QLineEdit, f"afspraak_{naam}")[nummer]
    regie.write(veld, dutch(dag))
    regie.leave(veld)


def last_done(doelen: list[Tabel]) -> datetime.date | None:
    """The day on which the last of the agreements was done."""
    days = [day_of(a["klaar_op"]) for doel in doelen for a in doel.get("afspraak", ()) if "klaar_op" in a]
    return max((day for day in days if day), default=None)


def note_done(regie: Regie, doelen: list[Tabel]) -> int:
    """Note which agreements were done, and when; returns how many."""
    regie.go("ontwikkelplan")
    ids = {doel.naam: doel.id for doel in doelen_of(regie.context.dossier())}
    aantal = 0
    for doel in doelen:
        klaar = [(n, a["klaar_op"]) for n, a in enumerate(doel.get("afspraak", ())) if "klaar_op" in a]
        if not klaar:
            continue
        regie.click("doel_wijzigen", regie.find(f"doel_{ids[str(doel['naam'])]}", QWidget))
        regie.find("doel_klaar", QAbstractButton)
        for nummer, dag in klaar:
            _date(regie, nummer, "klaar_op", dag)
            aantal += 1
        regie.click("doel_klaar")
        regie.breathe()
    regie.shoot("ontwikkelplan_bijgewerkt")
    return aantal


def make_version(regie: Regie, reden: str) -> None:
    """Set a new version of the plan."""
    regie.go("ontwikkelplan")
    before = len(planversies_of(regie.context.dossier()))
    regie.write("versie_reden", reden)
    regie.shoot("ontwikkelplan_nieuwe_versie")
    regie.click("maak_versie")
    regie.wait(lambda: len(planversies_of(regie.context.dossier())) > before, "de nieuwe planversie")
    regie.settle()
    regie.breathe(0.3)
    regie.shoot("ontwikkelplan_versie_gemaakt")
