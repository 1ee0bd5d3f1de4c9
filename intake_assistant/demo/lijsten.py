"""The lists that a municipality keeps in Excel, read in at the window."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path

from intake_assistant import safefile
from intake_assistant.demo.regie import DRAAIBOEK, Regie
from intake_assistant.documents.team.werkboek import Kolom, Tabblad, write_werkboek
from intake_assistant.operations.socialekaart.groepen import BREED
from intake_assistant.texts import text
from intake_assistant.ui.instellingen.screen import DELEN
from intake_assistant.ui.qt.messages import Script

_MATERIAAL = {n: f"instellingen.materiaal.kolom_{n}" for n in ("onderwerp", "soort", "taal", "titel", "waar")}
_KAART = {n: f"uitvoering.kaart.kolom_{n}" for n in ("naam", "waarvoor", "telefoon", "email", "adres")}
_GROEPEN = {naam: f"uitvoering.kaart.groep_{naam}" for naam in BREED}


def read_materiaal(regie: Regie, own: Path, dialogen: Script) -> None:
    """Which folder, film or praatplaat goes along with which topic."""
    bestand = _write(own / "materiaal.xlsx", {"materiaal": _MATERIAAL})
    regie.go("instellingen")
    regie.pick_row("instellingen_delen", DELEN.index("gemeente"))
    dialogen.answers.append(bestand)
    regie.click("materiaal_lees")
    regie.shoot("instellingen_materiaal")


def read_kaart(regie: Regie, own: Path, dialogen: Script) -> None:
    """The sociale kaart with its groups."""
    bestand = _write(own / "sociale_kaart.xlsx", {"organisaties": _KAART, "groepen": _GROEPEN})
    regie.context.navigate.emit("uitvoering", {"deel": "verwijzingen"})
    dialogen.answers.append(bestand)
    regie.click("kaart_lees")
    regie.shoot("zeven_sociale_kaart")


def _write(pad: Path, bladen: Mapping[str, Mapping[str, str]]) -> Path:
    """A workbook as the municipality has it, with what the script says."""
    made = [_blad(naam, koppen, DRAAIBOEK[naam]) for naam, koppen in bladen.items()]
    safefile.write_bytes(pad, write_werkboek(pad.stem, datetime.date(2026, 1, 1), made))
    return pad


def _blad(naam: str, koppen: Mapping[str, str], rijen: Sequence[Mapping[str, str]]) -> Tabblad:
    cellen = tuple(tuple(rij.get(kop, "") for kop in koppen) for rij in rijen)
    return Tabblad(naam, "", tuple(Kolom(text(sleutel)) for sleutel in koppen.values()), cellen)
