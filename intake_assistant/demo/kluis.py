"""Who plays and on which day; first start, locking, unlocking: the doors of the window."""

from __future__ import annotations

import datetime
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QTextEdit

from intake_assistant.demo.opdracht import KLUIS
from intake_assistant.demo.regie import DRAAIBOEK, Misgelopen, Regie
from intake_assistant.domain.ports import Randomness
from intake_assistant.texts import text
from intake_assistant.ui.fields.recovery_key import Herstelsleutel
from intake_assistant.ui.instellingen.screen import DELEN
from intake_assistant.ui.qt.messages import Script

_BEGIN = datetime.time(8, 0)  # UTC: nine or ten o'clock in the Netherlands


class DemoClock:
    """The day of the case that is being played."""

    def __init__(self, day: datetime.date) -> None:
        self.go(day)

    def go(self, day: datetime.date) -> None:
        """Begin this day."""
        self._begin = datetime.datetime.combine(day, _BEGIN, datetime.UTC)
        self._since = time.monotonic()

    def now(self) -> datetime.datetime:
        """The moment of the case, in UTC."""
        return self._begin + datetime.timedelta(seconds=time.monotonic() - self._since)

    def today(self) -> datetime.date:
        """The day of the case."""
        return self._begin.date()


@dataclass(frozen=True)
class Rol:
    """The invented regievoerder: what is typed that no case says."""

    naam: str
    gemeente: str
    wachtzin: str
    klok: DemoClock


def make_rol(gemeente: str, klok: DemoClock, random: Randomness) -> Rol:
    """The role in a municipality; the passphrase is new each time."""
    rol = DRAAIBOEK["rol"]
    woorden = rol["woorden"].split()
    wachtzin = " ".join(woorden[byte % len(woorden)] for byte in random(6))
    return Rol(rol["naam"], gemeente or rol["gemeente"], wachtzin, klok)


def make_vault(regie: Regie, rol: Rol, herstelblad: Path, dialogen: Script) -> None:
    """Play the first start, page by page."""
    dialogen.answers.append(herstelblad)
    regie.play("eerste_start", naam=rol.naam, gemeente=rol.gemeente, wachtzin=rol.wachtzin, kluis=KLUIS)
    _type_back(regie)
    regie.play("sleutel_bewaard")
    # Who plays a whole intake has worked here before: no hint lies over what is clicked.
    regie.venster.omgeving.voorkeuren.keep(wenken=())


def show_settings(regie: Regie, gemeente: str) -> None:
    """Each part of the settings; the municipality is filled in."""
    regie.go("instellingen")
    for row, deel in enumerate(DELEN):
        regie.pick_row("instellingen_delen", row)
        if deel == "gemeente":
            regie.play("instellingen_gemeente", gemeente=gemeente)
        regie.shoot(f"instellingen_{deel}")


def _type_back(regie: Regie) -> None:
    """Two groups from the paper: read off before they go from the screen."""
    sleutel = regie.find("herstelsleutel_nieuw", Herstelsleutel)
    groepen = list(sleutel.groups)
    regie.click("sleutel_op_papier")
    for plek, nummer in enumerate(sleutel.asked, 1):
        regie.write(f"controle_groep_{plek}", groepen[nummer - 1])


def unlock(regie: Regie, rol: Rol) -> None:
    """Unlock with the passphrase; the window is where it was."""
    regie.play("ontgrendelen", wachtzin=rol.wachtzin)
    regie.wait(lambda: regie.venster.werkblad is not None, "het ontgrendelen")
    regie.breathe()


def next_day(regie: Regie, rol: Rol, day: datetime.date) -> None:
    """The window was locked at the end of the day; it is opened again on another."""
    if rol.klok.today() == day:
        return
    regie.play("vergrendelen")
    rol.klok.go(day)
    unlock(regie, rol)


def lock_in_mid_sentence(regie: Regie, rol: Rol, naam: str, tekst: str) -> None:
    """Lock while a sentence is being typed, unlock, see it stand there with its cursor, and type on."""
    half = len(tekst) // 2
    veld = regie.find(naam, QTextEdit)
    regie.write(veld, tekst[:half])
    regie.shoot("gesprek_halverwege_een_zin")
    regie.play("vergrendelen")
    regie.play("verkeerde_wachtzin")
    unlock(regie, rol)
    again = regie.find(naam, QTextEdit)
    if again.toPlainText() != tekst[:half] or again.textCursor().position() != half or not again.hasFocus():
        raise Misgelopen(text("casus.demo.zin_kwijt", veld=naam))
    regie.shoot("gesprek_na_ontgrendelen")
    if again.visibleRegion().isEmpty():
        raise Misgelopen(text("casus.demo.zin_uit_beeld", veld=naam))
    regie.type(again, tekst[half:])


def allow_unchecked(regie: Regie) -> None:
    """Have the municipality allow that a translation nobody checked is printed, marked as such."""
    regie.go("instellingen")
    for row in range(len(DELEN)):
        regie.pick_row("instellingen_delen", row)
        if regie.sees("ongecontroleerd"):
            regie.tick("ongecontroleerd", True)
            return
