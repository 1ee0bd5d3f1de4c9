"""Who plays and on which day; first start, locking, unlocking: the doors of the window."""

from __future__ import annotations

import datetime
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from intake_assistant.demo.opdracht import KLUIS
from intake_assistant.demo.regie import Misgelopen, Regie
from intake_assistant.domain.ports import Randomness
from intake_assistant.texts import text
from intake_assistant.ui.fields.recovery_key import Herstelsleutel
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
    woorden = text("casus.demo.woorden").split()
    wachtzin = " ".join(woorden[byte % len(woorden)] for byte in random(6))
    return Rol(text("casus.demo.naam"), gemeente or text("casus.demo.gemeente"), wachtzin, klok)


def make_vault(regie: Regie, rol: Rol, herstelblad: Path, dialogen: Script) -> None:
    """Play the first start, page by page."""
    regie.shoot("eerste_start_wie")
    regie.write("start_naam", rol.naam)
    regie.write("start_gemeente", rol.gemeente)
    regie.click("start_regievoerder")
    regie.shoot("eerste_start_ingevuld")
    regie.click("start_verder")
    regie.write("start_kluisnaam", KLUIS)
    for veld in ("start_wachtzin", "start_wachtzin_weer"):
        regie.write(veld, rol.wachtzin)
    regie.shoot("eerste_start_plek")
    regie.click("maak_kluis")
    regie.wait(lambda: regie.sees("bewaar_blad"), "de nieuwe kluis")
    regie.shoot("eerste_start_sleutel")
    dialogen.answers.append(herstelblad)
    regie.click("bewaar_blad")
    regie.wait(herstelblad.exists, "het herstelblad")
    regie.settle()
    regie.shoot("eerste_start_blad_bewaard")
    _type_back(regie)
    regie.shoot("eerste_start_groepen_over")
    regie.click("sleutel_verder")
    regie.find("scherm_dossiers", QWidget)
    regie.shoot("dossiers_leeg")


def _type_back(regie: Regie) -> None:
    """Two groups from the paper: read off before they go from the screen."""
    sleutel = regie.find("herstelsleutel_nieuw", Herstelsleutel)
    groepen = list(sleutel.groups)
    regie.click("sleutel_op_papier")
    for plek, nummer in enumerate(sleutel.asked, 1):
        regie.write(f"controle_groep_{plek}", groepen[nummer - 1])


def lock(regie: Regie) -> None:
    """Lock by the keys."""
    regie.press("Ctrl+L")
    regie.find("wachtzin", QLineEdit)


def unlock(regie: Regie, rol: Rol) -> None:
    """Unlock with the passphrase; the window is where it was."""
    regie.write("wachtzin", rol.wachtzin)
    regie.press("Return", regie.find("wachtzin", QLineEdit))
    regie.wait(lambda: regie.venster.werkblad is not None, "het ontgrendelen")
    regie.breathe()


def fail_once(regie: Regie) -> None:
    """Type a wrong passphrase: what a person sees then."""
    regie.write("wachtzin", text("casus.demo.verkeerde_zin"))
    regie.press("Return", regie.find("wachtzin", QLineEdit))
    regie.wait(lambda: regie.sees("ontgrendelen_melding"), "de melding over de wachtzin")
    regie.settle()
    regie.shoot("ontgrendelen_verkeerde_wachtzin")


def next_day(regie: Regie, rol: Rol, day: datetime.date) -> None:
    """The window was locked at the end of the day; it is opened again on another."""
    if rol.klok.today() == day:
        return
    lock(regie)
    rol.klok.go(day)
    unlock(regie, rol)


def lock_in_mid_sentence(regie: Regie, rol: Rol, naam: str, tekst: str) -> None:
    """Lock while a sentence is being typed, unlock, see it stand there with its cursor, and type on."""
    half = len(tekst) // 2
    veld = regie.find(naam, QTextEdit)
    regie.write(veld, tekst[:half])
    regie.shoot("gesprek_halverwege_een_zin")
    lock(regie)
    regie.shoot("vergrendeld")
    fail_once(regie)
    unlock(regie, rol)
    again = regie.find(naam, QTextEdit)
    if again.toPlainText() != tekst[:half] or again.textCursor().position() != half or not again.hasFocus():
        raise Misgelopen(text("casus.demo.zin_kwijt", veld=naam))
    regie.shoot("gesprek_na_ontgrendelen")
    if again.visibleRegion().isEmpty():
        raise Misgelopen(text("casus.demo.zin_uit_beeld", veld=naam))
    regie.type(again, tekst[half:])
