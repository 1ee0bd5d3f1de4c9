"""What never lies on the table where no question does: consent, Afronden, interpreter, then and now."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake_assistant.domain.kinds import DOEL
from intake_assistant.operations.acts.antwoord import record_antwoord, record_notitie
from intake_assistant.operations.acts.dossier import create_dossier, record_procedure
from intake_assistant.operations.acts.gesprek import add_aanwezige
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel
from intake_assistant.operations.views.overzicht import all_klokken
from intake_assistant.operations.views.voorbereiden import is_gevoelig
from intake_assistant.operations.words.gedeeld import BIJ_VRAAG
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import form_text
from intake_assistant.ui.gedeeld.gedeeld import Gedeeldestand
from intake_assistant.ui.gedeeld.venster import Gedeeldvenster
from intake_assistant.ui.gedeeld.vorm import vorm_van
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.toennu.screen import ToennuScherm
from intake_assistant.ui.toestemming.screen import ToestemmingenScherm
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.words import klokken
from tests.ui.gedeeld_hulp import heard, seen_by_the_person
from tests.ui.gesprekshulp import DATA, Zaal, go, opened_zaal, tijdens
from tests.ui.toestemming.hulp import fill_in

FORMULIEREN = DATA.formulieren
ANDER, TOLK, MEE, NOTITIE, SCHOOL = "Anderman", "Tolkema", "Meegenomen", "keek steeds naar de deur", "Coabron"
TALEN = ("nl", "ar", "ti")


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    """Somebody of whom there is all that never lies on the table."""
    with opened_zaal(tmp_path) as made:
        create_dossier(made.work, {"voornamen": "Yusuf", "achternaam": ANDER})
        record_procedure(made.work, made.dossier, {"kennisgeving_duo": "2026-03-01"})
        doel = add_doel(made.work, made.dossier, "Werk", "lang").made
        add_afspraak(made.work, made.dossier, doel, {"wat": "Naar de psycholoog", DOEL.rust_op: SLAPEN})
        yield made


SLAPEN = "mentale_gezondheid.slapen"


@pytest.fixture
def venster(qtbot: QtBot) -> Gedeeldvenster:
    made = Gedeeldvenster(los=True)
    qtbot.addWidget(made)
    return made


def talking(zaal: Zaal, taal: str) -> GesprekScherm:
    """A conversation with an interpreter and somebody else, a note, a close answer and one of the COA."""
    id = zaal.gesprek(taal=taal, onderwerpen=["taalniveau"])
    add_aanwezige(zaal.work, zaal.dossier, id, {"rol": "tolk", "naam": TOLK, "soort": "professioneel"})
    add_aanwezige(zaal.work, zaal.dossier, id, {"rol": "familie", "naam": MEE})
    record_antwoord(zaal.work, zaal.dossier, SLAPEN, "2", gesprek=id)
    record_antwoord(zaal.work, zaal.dossier, "opleiding.schoolverhaal", "Acht jaar school.", gesprek=id)
    record_antwoord(zaal.work, zaal.dossier, "taalniveau.nl_lezen", "a1", gesprek=id)
    record_antwoord(zaal.work, zaal.dossier, "motivatie.hoofddoel", "werk", gesprek=id)
    record_antwoord(zaal.work, zaal.dossier, "opleiding.vakken", SCHOOL, bron="coa")
    record_notitie(zaal.work, zaal.dossier, f"gesprek {id}", NOTITIE)
    return zaal.scherm()


def never(work: Workspace, dossier: str, taal: str) -> set[str]:
    """Guidance, notes, another source, names of others, terms, and titles of what waits for trust."""
    gids = {v.guidance_hint.strip() for v in FORMULIEREN.vragen.values()} - {""}
    termijnen = {klokken.in_short(klok) for klok in all_klokken(work, work.vault.dossier(dossier))}
    assert termijnen
    gevoelig = [deel for deel in FORMULIEREN.startposities if is_gevoelig(deel)]
    titels = {form_text(taal, f"{deel.id}/titel", deel.titel).tekst for deel in gevoelig}
    titels |= {deel.titel for deel in gevoelig}
    return gids | termijnen | titels | {ANDER, TOLK, MEE, NOTITIE, SCHOOL, "psycholoog"}


def states(context: Context) -> Iterator[None]:
    """As it comes, standing still, covered, and as it comes again."""
    yield
    for wijze in (Gedeeldestand.STIL, Gedeeldestand.BEDEKT, Gedeeldestand.VOLGT):
        context.gedeeld.set_wijze(wijze)
        yield


def walk(venster: Gedeeldvenster, context: Context, taal: str) -> str:
    """All that is heard of this page, in each state; nothing of it is what never stands there."""
    told, niet = set[str](), never(context.work, context.dossier_id, taal)
    for _ in states(context):
        venster.vlak.show_zicht(context.gedeeld.zicht, vorm_van())
        told.add(heard(venster))
    alles = "\n".join(told)
    assert [tekst for tekst in niet if tekst in alles] == []
    return alles


@pytest.mark.parametrize("taal", TALEN)
def test_the_page_after_a_conversation(zaal: Zaal, venster: Gedeeldvenster, taal: str) -> None:
    scherm = talking(zaal, taal)
    tijdens(scherm).afronden.emit()
    QApplication.processEvents()
    assert scherm.context.gedeeld.zicht.blad.naam == "afronden"
    walk(venster, scherm.context, taal)
    assert scherm.afronden is not None
    scherm.afronden.afspraak.dag.regel.setText("26-3-2026")
    alles = walk(venster, scherm.context, taal)
    assert "2026" in alles


@pytest.mark.parametrize("taal", TALEN)
def test_the_page_of_the_interpreter(zaal: Zaal, venster: Gedeeldvenster, taal: str) -> None:
    scherm = talking(zaal, taal)
    tijdens(scherm).toggle_tolken()
    assert scherm.context.gedeeld.zicht.blad.naam == "tolk"
    walk(venster, scherm.context, taal)
    scherm.context.gedeeld.aangeraakt.emit("tolk.nee")
    walk(venster, scherm.context, taal)


@pytest.mark.parametrize("taal", TALEN)
def test_a_question_that_is_pointed_at_and_every_gesture(
    zaal: Zaal, venster: Gedeeldvenster, taal: str
) -> None:
    scherm = talking(zaal, taal)
    go(scherm, "taalniveau.geletterdheid")
    gedeeld = scherm.context.gedeeld
    keuzes = [keuze.code for keuze in gedeeld.zicht.blad.keuzes]
    assert keuzes
    for code in (keuzes[0], keuzes[-1], *BIJ_VRAAG):
        venster.vlak.show_zicht(gedeeld.zicht, vorm_van())
        seen_by_the_person()
        gedeeld.aangeraakt.emit(code)
        walk(venster, scherm.context, taal)


@pytest.mark.parametrize("taal", TALEN)
def test_then_and_now_row_by_row(
    zaal: Zaal, venster: Gedeeldvenster, taal: str, shown: Callable[[ToennuScherm], None]
) -> None:
    context = talking(zaal, taal).context
    made = ToennuScherm(context)
    made.show_with({"toen": "2026-03-01", "nu": "2026-03-19"})
    shown(made)
    context.gedeeld.set_taal(taal)
    made.follow()
    made.alleen_anders.setChecked(False)
    assert made.rijen.rijen
    for rij in range(len(made.rijen.rijen)):
        made.tabel.selectRow(rij)
        walk(venster, context, taal)
    made.leave()


def test_consent_at_each_step(
    zaal: Zaal, venster: Gedeeldvenster, qtbot: QtBot, shown: Callable[[ToestemmingenScherm], None]
) -> None:
    context = talking(zaal, "nl").context
    made = ToestemmingenScherm(context)
    made.resize(1182, 650)
    made.show_with({})
    shown(made)
    assert "Taalschool" not in walk(venster, context, "nl")
    fill_in(qtbot, made, "taalniveau")
    lijst = made.vragen.antwoord.taal
    for taal in TALEN:
        lijst.setCurrentIndex(lijst.findData(taal))
        lijst.activated.emit(lijst.currentIndex())
        assert "Taalschool De Brug" in walk(venster, context, taal)
    for stap in (1, 0):
        made.step_back()
        assert made.vragen.stap == stap
        assert "Taalschool" not in walk(venster, context, "nl")
    made.leave()
