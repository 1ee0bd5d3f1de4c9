"""A new dossier: the person, and the procedure as it goes on."""

from __future__ import annotations

import datetime
from typing import Any

from PySide6.QtWidgets import QComboBox, QTabWidget, QWidget

from intake_assistant.demo.casus import Tabel, day_of, dutch, stored
from intake_assistant.demo.regie import Regie
from intake_assistant.domain.inburgeraar import inburgeraar_of

_NIEUW = ("voornamen", "achternaam", "bsn", "v_nummer")
_DATUMS = ("kennisgeving_duo", "inschrijving_brp")
_RIJEN = {"oproep": "oproep_nieuw", "informatie_derde": "derde_nieuw"}
_KORT = {"oproep": "oproep", "informatie_derde": "derde"}


def make_dossier(regie: Regie, casus: Tabel) -> str:
    """Make the dossier with what is known now; returns its id."""
    persoon, procedure = stored(casus.get("inburgeraar", {})), casus.get("procedure", {})
    regie.click("leeg_nieuw" if regie.sees("leeg_nieuw") else "nieuw_dossier")
    for naam in _NIEUW:
        if naam in persoon:
            regie.write(f"nieuw_{naam}", str(persoon[naam]))
    geboren = persoon.get("geboortedatum") or persoon.get("geboortejaar")
    if geboren:
        regie.write("nieuw_geboren", dutch(geboren))
    for naam in ("spreektaal", "doelgroep"):
        if naam in persoon:
            _choose(regie, f"nieuw_{naam}", persoon[naam])
    for naam in _DATUMS:
        if naam in procedure:
            regie.write(f"nieuw_{naam}", dutch(procedure[naam]))
    regie.shoot("nieuw_dossier")
    regie.click("nieuw_maken")
    regie.find("scherm_dossier", QWidget)
    regie.shoot("dossier_nieuw")
    return regie.context.dossier_id


def _choose(regie: Regie, naam: str, code: str) -> None:
    combo = regie.find(naam, QComboBox)
    regie.choose(combo, code if combo.findData(code) >= 0 else code.partition("-")[0])


def fill_person(regie: Regie, casus: Tabel) -> None:
    """Fill in what the new dossier did not ask."""
    _to_part(regie, 1)
    known = inburgeraar_of(regie.context.dossier())
    for naam, waarde in _flat(stored(casus.get("inburgeraar", {}))).items():
        if str(known.get(naam, "")) != str(waarde):
            fill_field(regie, f"veld_{naam}", waarde)
    regie.shoot("dossier_persoon")


def _flat(persoon: dict[str, Any]) -> dict[str, Any]:
    parts = persoon.pop("adres", "")
    if isinstance(parts, dict):
        straat = parts.pop("straat", "") or parts.pop("adres", "")
        return {**persoon, "adres": straat, **parts}
    return {**persoon, **({"adres": parts} if parts else {})}


def fill_field(regie: Regie, naam: str, waarde: object, binnen: QWidget | None = None) -> None:
    """Fill in one field of person or procedure, and leave it."""
    veld = regie.find(naam, QWidget, binnen)
    if isinstance(veld, QComboBox):
        _choose_in(regie, veld, str(waarde))
        return
    regie.write(veld, dutch(waarde) if day_of(waarde) else str(waarde))
    regie.leave(veld)


def _choose_in(regie: Regie, veld: QComboBox, code: str) -> None:
    regie.choose(veld, code if veld.findData(code) >= 0 else code.partition("-")[0])


def _to_part(regie: Regie, nummer: int) -> None:
    regie.go("dossier")
    delen = regie.find("dossier_delen", QTabWidget)
    balk = delen.tabBar()
    if delen.currentIndex() != nummer:
        regie.click(balk, plek=balk.tabRect(nummer).center())


class Procedure:
    """What third parties and calls bring, entered on the day it is known."""

    def __init__(self, casus: Tabel) -> None:
        procedure = casus.get("procedure", {})
        self._rijen = {lijst: [stored(rij) for rij in procedure.get(lijst, ())] for lijst in _RIJEN}
        self._staat = dict.fromkeys(_RIJEN, 0)
        self._later: list[tuple[int, str]] = []

    def keep_up(self, regie: Regie, vandaag: datetime.date | None = None) -> bool:
        """Enter everything up to this day, or all of it; says whether there was anything."""
        nieuw = {lijst: self._due(lijst, vandaag) for lijst in _RIJEN}
        ontvangen = [paar for paar in self._later if vandaag is None or paar[1] <= vandaag.isoformat()]
        if not any(nieuw.values()) and not ontvangen:
            return False
        _to_part(regie, 1)
        for lijst, rijen in nieuw.items():
            for rij in rijen:
                self._add(regie, lijst, rij)
        ontvangen = [paar for paar in self._later if vandaag is None or paar[1] <= vandaag.isoformat()]
        for nummer, dag in ontvangen:
            self._fill(regie, "informatie_derde", nummer, {"ontvangen_op": dag})
            self._later.remove((nummer, dag))
        return True

    def _due(self, lijst: str, vandaag: datetime.date | None) -> list[dict[str, Any]]:
        begin = "datum" if lijst == "oproep" else "gevraagd_op"
        rest = self._rijen[lijst]
        nu = [rij for rij in rest if vandaag is None or str(rij[begin]) <= vandaag.isoformat()]
        self._rijen[lijst] = [rij for rij in rest if rij not in nu]
        return nu

    def _add(self, regie: Regie, lijst: str, rij: dict[str, Any]) -> None:
        regie.click(_RIJEN[lijst])
        self._staat[lijst] += 1
        nummer, ontvangen = self._staat[lijst], rij.pop("ontvangen_op", "")
        self._fill(regie, lijst, nummer, rij)
        if ontvangen:
            self._later.append((nummer, ontvangen))

    @staticmethod
    def _fill(regie: Regie, lijst: str, nummer: int, velden: dict[str, Any]) -> None:
        for naam, waarde in velden.items():
            binnen = regie.find(f"{_KORT[lijst]}_{nummer}", QWidget)
            veld = next(w for w in regie.all(QWidget, "veld_", binnen) if w.objectName().endswith(f"_{naam}"))
            fill_field(regie, veld.objectName(), waarde, binnen)
