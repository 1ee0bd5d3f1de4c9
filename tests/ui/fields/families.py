"""Every kind of field in which something is typed that is kept, and a process that is killed meanwhile."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTextEdit, QWidget

from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.views.concepttekst import found_again
from intake_assistant.operations.views.schets import schets_of, schetsen_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.toestemming.asking import Toestemmingspaneel
from intake_assistant.ui.window.window import Venster
from tests.operations.tegenspraak import record_in_two_ways
from tests.ui.eigen_proces import Say
from tests.ui.fields.test_schets import to_afronden, to_intrekken, to_nieuw, to_persoon, to_voorbereiden
from tests.ui.gesprekshulp import find, type_text
from tests.ui.kluizen import Kluis
from tests.ui.midden_in_een_woord import PLEKKEN, opened, push

# Two keys more than are heard: it is in the middle of typing then.
LETTERS, CIJFERS = "abcdefghijklmn", "31415926535897"
KEY_MS: Final = 150
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


def to_talen(venster: Venster, work: Workspace, selam: str) -> None:
    start_gesprek(work, selam, {"vorm": "azc", "taal": "ti", "onderwerpen": ["praktische_competenties"]})
    _go(venster, "gesprek", dossier=selam, vraag="praktische_competenties.werktalen")


def to_toelichting(venster: Venster, work: Workspace, selam: str) -> None:
    to_keuzes(venster, work, selam)
    push(venster, "toelichting_knop")


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


def to_versie(venster: Venster, work: Workspace, selam: str) -> None:
    waarde = {"nummer": 1, "datum": "2026-05-01", "reden": "", "bestanden": {}}
    record_waarde(work, selam, "planversie[00000000000000a1]", waarde)
    _go(venster, "ontwikkelplan", dossier=selam)


def to_verstrekken(venster: Venster, _work: Workspace, selam: str) -> None:
    _go(venster, "verstrekken", dossier=selam)


def to_overleg(venster: Venster, _work: Workspace, selam: str) -> None:
    _go(venster, "overleg", dossier=selam)


def to_tegenspraak(venster: Venster, work: Workspace, selam: str) -> None:
    """Recorded here, and otherwise on another laptop."""
    record_in_two_ways(work, selam, "inburgeraar.woonplaats", "Appingedam", "Delfzijl")
    _go(venster, "conflicten", dossier=selam)


FAMILIES = {
    "tekst van een dossier": Familie(to_persoon, "veld_woonplaats"),
    "datum van een dossier": Familie(to_persoon, "veld_geboortedatum", CIJFERS),
    "verzoek": Familie(to_verzoek, "veld_*wat"),
    "verhaal": Familie(to_vraag, "veld_taalniveau.verhaal"),
    "zoeklijst": Familie(to_keuzes, "veld_taalniveau.moedertaal"),
    "zoeklijst van meer keuzes": Familie(to_talen, "veld_praktische_competenties.werktalen"),
    "keuzelijst van een dossier": Familie(to_persoon, "veld_nationaliteit"),
    "toelichting": Familie(to_toelichting, "toelichting"),
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
    "reden van een versie": Familie(to_versie, "versie_reden"),
    "gegevens geven": Familie(to_verstrekken, "verstrekken_naam"),
    "overdragen": Familie(to_overleg, "overdragen_reden"),
    "reden bij tegenspraak": Familie(to_tegenspraak, "tegenspraak_0_reden"),
}


def on_disk(work: Workspace, dossier: str) -> str:
    """All that is kept of what is being typed, wherever it is kept."""
    paginas = [schets_of(work, "nieuw dossier"), schets_of(work, "half")]
    paginas += schetsen_of(work, work.vault.dossier(dossier)).values()
    return json.dumps([[dict(c.value) for c in found_again(work)], paginas])


def named(venster: Venster, naam: str) -> QWidget:
    """The field of this name; a star stands for the id of a row."""
    begin, star, end = naam.partition("*")
    if not star:
        return find(venster, QWidget, naam)
    all_ = [w for w in venster.findChildren(QWidget) if w.isVisible()]
    return next(w for w in all_ if w.objectName().startswith(begin) and w.objectName().endswith(end))


def type_in_each(say: Say, folder: Path, kluizen: dict[str, Kluis], dossier: str) -> None:
    """Type in a field of each kind, each in a vault of its own, one after the other."""
    _ = QApplication([])
    for naam, kluis in kluizen.items():
        venster = opened(folder, kluis)
        say(naam)
        _type_on(say, venster, dossier, FAMILIES[naam])
        venster.lock()
        venster.close()


def _type_on(say: Say, venster: Venster, dossier: str, familie: Familie) -> None:
    """Type a key each 150 ms without a pause, and say so after each."""
    assert venster.context is not None
    familie.naar(venster, venster.context.work, dossier)
    veld = named(venster, familie.veld)
    veld.setFocus()
    if isinstance(veld, QComboBox):
        veld = veld.lineEdit() or veld
    if isinstance(veld, QLineEdit | QTextEdit):
        veld.selectAll()
    for letter in familie.letters:
        type_text(letter)
        say(letter)
        QTest.qWait(KEY_MS)
