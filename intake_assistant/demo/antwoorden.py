"""Answering one question on the page, by mouse or keys, as its kind asks."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from intake_assistant.demo.casus import Gegeven, dutch
from intake_assistant.demo.regie import Misgelopen, Regie
from intake_assistant.domain.antwoord import Staat
from intake_assistant.domain.formulier import Vraag
from intake_assistant.ui.vragen.blok import Vraagblok

_TOETSEN = {Staat.ONBEKEND: "Alt+O", Staat.WIL_NIET_ZEGGEN: "Alt+W", Staat.NIET_GEVRAAGD: "Alt+N"}
_ANDERS = frozenset({"integer", "decimal", "text", "date"})


def answer(regie: Regie, blok: Vraagblok, gegeven: Gegeven, bron: str) -> None:
    """Give one answer from its source; `bron` is the source that the field shows now."""
    if gegeven.bron != bron:
        point_at(regie, blok)
        regie.choose("bron", gegeven.bron)
    if gegeven.staat != Staat.BEANTWOORD:
        _set_staat(regie, blok, gegeven)
    else:
        _give(regie, blok, gegeven.waarde)
    if gegeven.toelichting:
        point_at(regie, blok)
        regie.write("toelichting", gegeven.toelichting)
        regie.leave(regie.find("toelichting", QLineEdit))


def point_at(regie: Regie, blok: Vraagblok) -> None:
    """Click on the words of a question: the panel below is about it."""
    regie.click(blok, plek=QPoint(40, 14))


def _set_staat(regie: Regie, blok: Vraagblok, gegeven: Gegeven) -> None:
    point_at(regie, blok)
    knop = regie.find(f"staat_{gegeven.staat}", QAbstractButton)
    if not knop.isChecked():
        # By the keys where they can be heard, else by the button.
        toets = _TOETSEN[Staat(gegeven.staat)]
        regie.press(toets, blok.veld.invoer())
        if not knop.isChecked():
            regie.click(knop)
    if gegeven.staat == Staat.NIET_GEVRAAGD:
        if gegeven.reden:
            regie.write("reden", gegeven.reden)
        if gegeven.volgende_keer:
            regie.tick("volgende_keer", gegeven.volgende_keer == "ja")
        if regie.sees("reden"):
            regie.leave(regie.find("reden", QLineEdit))


def _give(regie: Regie, blok: Vraagblok, waarde: object) -> None:
    vraag = blok.vraag
    if vraag.type == "range":
        _press_digit(regie, blok, str(waarde))
    elif vraag.type == "select_one" and regie.all(QAbstractButton, "optie_", blok.veld):
        knop = regie.find(f"optie_{waarde}", QAbstractButton, blok.veld)
        if not knop.isChecked():
            regie.click(knop)
    elif vraag.type == "select_multiple":
        _give_many(regie, blok, waarde if isinstance(waarde, list) else [waarde])
    else:
        _type(regie, blok, vraag, waarde)


def _press_digit(regie: Regie, blok: Vraagblok, cijfer: str) -> None:
    knop = regie.find(f"optie_{cijfer}", QAbstractButton, blok.veld)
    if knop.isChecked():
        return
    point_at(regie, blok)
    invoer = blok.veld.invoer()
    if invoer is None or not invoer.hasFocus():
        raise Misgelopen(f"{blok.naam} krijgt het toetsenbord niet")
    regie.press(cijfer, invoer)
    if not knop.isChecked():
        regie.click(knop)


def _give_many(regie: Regie, blok: Vraagblok, codes: list[object]) -> None:
    vakjes = regie.all(QAbstractButton, "optie_", blok.veld)
    if vakjes:
        for vakje in vakjes:
            regie.tick(vakje, vakje.objectName().removeprefix("optie_") in codes)
        return
    for code in codes:
        regel = _line(regie, blok)
        regie.write(regel, words_of(blok.vraag, str(code)))
        regie.leave(regel)


def _type(regie: Regie, blok: Vraagblok, vraag: Vraag, waarde: object) -> None:
    if vraag.type in _ANDERS:
        veld: QWidget = regie.find(f"veld_{blok.naam}", QWidget, blok)
        tekst = dutch(waarde) if vraag.type == "date" else str(waarde)
        if vraag.type == "decimal":
            tekst = tekst.replace(".", ",")
    else:
        veld, tekst = _line(regie, blok), words_of(vraag, str(waarde))
    regie.write(veld, tekst)
    regie.leave(veld)


def _line(regie: Regie, blok: Vraagblok) -> QLineEdit:
    lijst = regie.find(f"veld_{blok.naam}", QComboBox, blok)
    regel = lijst.lineEdit()
    if regel is None:
        raise Misgelopen(f"in {blok.naam} is niets te typen")
    return regel


def words_of(vraag: Vraag, code: str) -> str:
    """What a person types to choose a code in a long list; a code that is in no list is typed itself."""
    return next((keuze.label for keuze in vraag.keuzes if keuze.naam == code), code)
