"""Answering one question on the page, by mouse or keys, as its kind asks."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QWidget

from intake_assistant.casus.antwoorden import Gegeven
from intake_assistant.demo.regie import Misgelopen, Regie
from intake_assistant.domain.aanraken.aanwijzing import AANGEWEZEN, CODES
from intake_assistant.domain.aanraken.gebaar import STOP
from intake_assistant.domain.antwoord import Staat
from intake_assistant.domain.recht.tussen.herkijken import OPNIEUW
from intake_assistant.ui.gedeeld.aanwijsregel import OVERNEMEN
from intake_assistant.ui.gedeeld.bediening import BEDEKKEN
from intake_assistant.ui.gedeeld.bordhouder import GEZIEN
from intake_assistant.ui.vragen.blok import Vraagblok
from intake_assistant.ui.vragen.paneel import STATEN

_TOETSEN = dict(STATEN)


def answer(regie: Regie, blok: Vraagblok, gegeven: Gegeven, bron: str) -> None:
    """Give one answer from its source; `bron` is the source that the field shows now."""
    if gegeven.bron != bron:
        _point_at(regie, blok)
        regie.fill("bron", gegeven.bron)
    if gegeven.extra.get(AANGEWEZEN) == "ja":
        _have_pointed_at(regie, blok, gegeven)
    elif gegeven.staat != Staat.BEANTWOORD:
        _set_staat(regie, blok, gegeven)
    else:
        _give(regie, blok, gegeven.waarde)
    if "toelichting" in gegeven.extra:
        _point_at(regie, blok)
        if not regie.sees("toelichting"):
            regie.click("toelichting_knop")
        regie.fill("toelichting", gegeven.extra["toelichting"])
    if OPNIEUW in gegeven.extra:
        _point_at(regie, blok)
        if not regie.sees("opnieuw_kijken"):
            regie.click("opnieuw_knop")
        regie.fill("opnieuw_kijken", gegeven.extra[OPNIEUW])
        regie.shoot("gesprek_opnieuw_kijken")


def _point_at(regie: Regie, blok: Vraagblok) -> None:
    """Click on the words of a question: the panel below is about it."""
    regie.click(blok, plek=QPoint(40, 14))


def have_touched(regie: Regie, blok: Vraagblok, wat: str) -> None:
    """The other touches stop, once more or not understood; after stop the question is shown again."""
    _point_at(regie, blok)
    regie.breathe(GEZIEN)
    regie.click(f"aanraken_{wat}", regie.find("gedeelde_helft", QWidget))
    regie.shoot(f"gesprek_{wat}")
    if wat == STOP:
        regie.press(BEDEKKEN)


def _have_pointed_at(regie: Regie, blok: Vraagblok, gegeven: Gegeven) -> None:
    """The other touches the answer on their half, and one key takes it over."""
    _point_at(regie, blok)
    helft = regie.find("gedeelde_helft", QWidget)
    waarde = gegeven.waarde if gegeven.staat == Staat.BEANTWOORD else CODES[gegeven.staat]
    codes = [str(deel).removeprefix(":") for deel in (waarde if isinstance(waarde, list) else [waarde])]
    if not regie.sees(f"aanraken_{codes[0]}", helft):
        regie.press(BEDEKKEN)
    regie.breathe(GEZIEN)
    for code in codes:
        regie.click(f"aanraken_{code}", helft)
    regie.shoot("gesprek_aangewezen")
    regie.press(OVERNEMEN, blok.veld.invoer())


def _set_staat(regie: Regie, blok: Vraagblok, gegeven: Gegeven) -> None:
    _point_at(regie, blok)
    _press(regie, f"staat_{gegeven.staat}", _TOETSEN[Staat(gegeven.staat)], blok.veld.invoer())
    for naam in ("volgende_keer", "reden"):
        if gegeven.staat == Staat.NIET_GEVRAAGD and naam in gegeven.extra:
            regie.fill(naam, gegeven.extra[naam])


def _press(
    regie: Regie, naam: str, toets: str, invoer: QWidget | None, binnen: QWidget | None = None
) -> None:
    """Push a button by its key where that can be heard, else by the mouse."""
    knop = regie.find(naam, QAbstractButton, binnen)
    if not knop.isChecked():
        regie.press(toets, invoer)
        regie.tick(knop, True)


def _give(regie: Regie, blok: Vraagblok, waarde: object) -> None:
    opties = regie.all(QAbstractButton, "optie_", blok.veld)
    codes = [str(deel) for deel in (waarde if isinstance(waarde, list) else [waarde])]
    if blok.vraag.type == "range":
        _press_digit(regie, blok, codes[0])
    elif opties:
        for optie in opties:
            is_chosen = optie.objectName().removeprefix("optie_") in codes
            if is_chosen or blok.vraag.type == "select_multiple":
                regie.tick(optie, is_chosen)
    elif blok.vraag.type == "decimal":
        regie.fill(f"veld_{blok.naam}", codes[0].replace(".", ","), blok)
    else:
        for code in codes:
            regie.fill(f"veld_{blok.naam}", code, blok)


def _press_digit(regie: Regie, blok: Vraagblok, cijfer: str) -> None:
    if regie.find(f"optie_{cijfer}", QAbstractButton, blok.veld).isChecked():
        return
    _point_at(regie, blok)
    invoer = blok.veld.invoer()
    if invoer is None or not invoer.hasFocus():
        raise Misgelopen(f"{blok.naam} krijgt het toetsenbord niet")
    _press(regie, f"optie_{cijfer}", cijfer, invoer, blok.veld)
