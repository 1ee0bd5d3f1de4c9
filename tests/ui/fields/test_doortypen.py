"""Who types on without a pause is kept too: in each kind of field all but the last second is on disk."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.concepttekst import found_again
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.schets import schets_of, schetsen_of
from intake_assistant.operations.acts.toestemming import ontwerp_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.fields.bewaarklok import Bewaarklok
from intake_assistant.ui.toestemming.asking import Toestemmingspaneel
from intake_assistant.ui.window.window import Venster
from tests.ui.fields.test_schets import to_afronden, to_intrekken, to_nieuw, to_persoon, to_voorbereiden
from tests.ui.gesprekshulp import find, type_text
from tests.ui.midden_in_een_woord import PLEKKEN, push

LETTERS, CIJFERS = "abcdefghijklmnopqrstuvwxyz", "31415926535897932384626433"
KEY_MS, SECOND = 150, 1.0
Naar = Callable[[Venster, Workspace, str], None]


@dataclass(frozen=True)
class Familie:
    """One kind of keeper: the way to a field of it, and what can be typed there."""

    naar: Naar
    veld: str
    letters: str = LETTERS


def _go(venster: Venster, naam: str, **arguments: str) -> None:
    assert venster.werkblad is not None
    venster.werkblad.go(naam, arguments)
    QApplication.processEvents()


def _at(naam: str) -> Naar:
    return lambda venster, _work, selam: PLEKKEN[naam].naar(venster, selam)


def to_vraag(venster: Venster, work: Workspace, selam: str) -> None:
    start_gesprek(work, selam, {"vorm": "azc", "taal": "ti", "onderwerpen": ["taalniveau"]})
    _go(venster, "gesprek", dossier=selam, vraag="taalniveau.verhaal")


def to_keuzes(venster: Venster, work: Workspace, selam: str) -> None:
    start_gesprek(work, selam, {"vorm": "azc", "taal": "ti", "onderwerpen": ["taalniveau"]})
    _go(venster, "gesprek", dossier=selam, vraag="taalniveau.moedertaal")


def to_nu_niet(venster: Venster, work: Workspace, selam: str) -> None:
    to_keuzes(venster, work, selam)
    push(venster, "staat_niet_gevraagd")


def to_verzoek(venster: Venster, _work: Workspace, selam: str) -> None:
    _go(venster, "rechten", dossier=selam)
    push(venster, "verzoek_nieuw_rectificatie")


def to_toestemming(venster: Venster, _work: Workspace, selam: str) -> None:
    _go(venster, "toestemmingen", dossier=selam)
    push(venster, "toestemming_nieuw")


def to_toestemming_tot(venster: Venster, work: Workspace, selam: str) -> None:
    to_toestemming(venster, work, selam)
    paneel = venster.findChild(Toestemmingspaneel)
    assert paneel is not None
    paneel.go(2)


FAMILIES = {
    "tekst van een dossier": Familie(to_persoon, "veld_woonplaats"),
    "datum van een dossier": Familie(to_persoon, "veld_geboortedatum", CIJFERS),
    "verzoek": Familie(to_verzoek, "veld_*wat"),
    "verhaal": Familie(to_vraag, "veld_taalniveau.verhaal"),
    "zoeklijst": Familie(to_keuzes, "veld_taalniveau.moedertaal"),
    "toelichting": Familie(to_keuzes, "toelichting"),
    "waarom nu niet": Familie(to_nu_niet, "reden"),
    "notitie": Familie(_at("notitie"), "notitie"),
    "samenvatting": Familie(to_afronden, "samenvatting"),
    "afronden": Familie(to_afronden, "volgende_afspraak_hoe"),
    "minuten": Familie(to_afronden, "minuten", CIJFERS),
    "voorbereiden": Familie(to_voorbereiden, "aanwezig_naam"),
    "nieuw dossier": Familie(to_nieuw, "nieuw_achternaam"),
    "toestemming": Familie(to_toestemming, "vraag_partij"),
    "toestemming tot": Familie(to_toestemming_tot, "vraag_tot", CIJFERS),
    "intrekken": Familie(to_intrekken, "intrekken_gevolg"),
    "weging": Familie(_at("weging"), "weging_tekst"),
    "beschikking": Familie(_at("beschikking"), "veld_motivering"),
    "ondertekenaar": Familie(_at("ondertekenaar"), "veld_ondertekenaar.naam"),
    "plan": Familie(_at("doel"), "doel_naam"),
}


def on_disk(work: Workspace, dossier: str) -> str:
    """All that is kept of what is being typed, wherever it is kept."""
    paginas = [schets_of(work, "nieuw dossier"), schets_of(work, "half"), ontwerp_of(work, dossier)]
    paginas += schetsen_of(work, work.vault.dossier(dossier)).values()
    return json.dumps([[dict(c.value) for c in found_again(work)], paginas])


def type_on(qtbot: QtBot, letters: str) -> int:
    """Type a key each 150 ms; return how many were typed a second ago or longer."""
    typed = []
    for letter in letters[:14]:
        type_text(letter)
        typed.append(time.monotonic())
        qtbot.wait(KEY_MS)
    return sum(moment <= time.monotonic() - SECOND for moment in typed)


# The list that opens below a field; the platform without a screen cannot raise it.
@pytest.mark.qt_log_ignore("does not support", extend=True)
@pytest.mark.parametrize("naam", FAMILIES)
def test_all_but_the_last_second_is_on_disk(
    qtbot: QtBot, open_venster: Venster, work: Workspace, selam: str, naam: str
) -> None:
    familie = FAMILIES[naam]
    familie.naar(open_venster, work, selam)
    veld = named(open_venster, familie.veld)
    veld.setFocus()
    if isinstance(veld, QLineEdit | QTextEdit):
        veld.selectAll()
    sure = type_on(qtbot, familie.letters)
    assert sure >= 6, "too short to say anything"
    assert familie.letters[:sure] in on_disk(work, selam)


def named(venster: Venster, naam: str) -> QWidget:
    """The field of this name; a star stands for the id of a row."""
    begin, star, end = naam.partition("*")
    if not star:
        return find(venster, QWidget, naam)
    all_ = [w for w in venster.findChildren(QWidget) if w.isVisible()]
    return next(w for w in all_ if w.objectName().startswith(begin) and w.objectName().endswith(end))


def test_the_clock_of_a_keeper_is_not_put_off(qtbot: QtBot, open_venster: Venster) -> None:
    kept: list[float] = []
    klok = Bewaarklok(open_venster, lambda: kept.append(time.monotonic()))
    for _ in range(20):
        klok.typed()
        qtbot.wait(100)
    assert len(kept) >= 2
