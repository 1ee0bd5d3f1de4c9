"""What was recorded is drawn where it is shown, and nowhere else; the keyboard and the page stay put."""

from __future__ import annotations

from typing import ClassVar

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QScrollBar, QStackedWidget, QVBoxLayout
from pytestqt.qtbot import QtBot

from intake_assistant.domain.dossier import fold
from intake_assistant.domain.entry import Entry
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.kinds import of_soort
from intake_assistant.domain.recht.feiten import KLOKVRAGEN, klokfeiten
from intake_assistant.domain.recht.verzoek import beperking_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.beschikking import maak_planversie
from intake_assistant.operations.acts.dossier import create_dossier, record_procedure
from intake_assistant.operations.acts.ontwikkelplan import add_doel
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.beschikking.screen import BeschikkingScherm
from intake_assistant.ui.ontwikkelplan.screen import Ontwikkelplan
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.window.context import Context, Scherm
from intake_assistant.ui.window.screens import SCHERMEN
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import KOPSOORTEN, Werkblad
from tests.ui.gespeeld import play_whole


class Teller(Scherm):
    """A screen of one field that shows the procedure, and counts how often it was drawn anew."""

    naam: ClassVar[str] = "teller"
    toont = of_soort("procedure")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.veld, self.anew, self.own = QLineEdit(), 0, list[frozenset[str]]()
        QVBoxLayout(self).addWidget(self.veld)

    def follow(self) -> None:
        """Count."""
        self.anew += 1

    def follow_own(self, changed: Changed) -> None:
        """Keep which subjects."""
        self.own.append(changed.subjects)


@pytest.fixture
def blad(open_venster: Venster) -> Werkblad:
    """The room of the open vault."""
    assert open_venster.werkblad is not None
    return open_venster.werkblad


@pytest.fixture
def teller(context: Context, selam: str) -> Teller:
    """It shows the dossier of Selam."""
    context.dossier_id = selam
    return Teller(context)


def test_a_screen_is_not_drawn_for_what_it_does_not_show(context: Context, teller: Teller) -> None:
    work, dossier = context.work, context.dossier_id
    context.changed.emit(record_antwoord(work, dossier, "taalniveau.nl_lezen", 1))
    context.act(lambda: add_doel(work, dossier, "werk", "kort"))
    context.act(lambda: record_antwoord(work, dossier, "taalniveau.nl_lezen", 2))
    assert (teller.anew, teller.own) == (0, [])


def test_what_was_done_elsewhere_is_drawn_once(context: Context, teller: Teller) -> None:
    context.changed.emit(
        record_procedure(context.work, context.dossier_id, {"inschrijving_brp": "2026-03-01"})
    )
    assert (teller.anew, teller.own) == (1, [])


def test_what_was_done_on_the_screen_is_told_to_it_and_not_drawn_over(
    context: Context, teller: Teller
) -> None:
    work, dossier = context.work, context.dossier_id
    context.act(lambda: record_procedure(work, dossier, {"inschrijving_brp": "2026-03-01"}))
    assert (teller.anew, teller.own) == (0, [frozenset({"procedure.inschrijving_brp"})])
    # Recorded once more it says nothing new, and nobody hears of it.
    context.act(lambda: record_procedure(work, dossier, {"inschrijving_brp": "2026-03-01"}))
    assert len(teller.own) == 1


def test_a_screen_that_is_not_shown_is_read_at_its_next_visit(context: Context, teller: Teller) -> None:
    stack = QStackedWidget()
    other = Teller(context)
    stack.addWidget(other)
    stack.addWidget(teller)
    context.changed.emit(
        record_procedure(context.work, context.dossier_id, {"inschrijving_brp": "2026-03-01"})
    )
    assert (other.anew, teller.anew) == (1, 0)


def test_a_refusal_is_told_and_changes_nothing(context: Context, teller: Teller) -> None:
    told: list[KnownError] = []
    context.failed.connect(told.append)

    def refuse() -> Changed:
        raise KnownError("disk.full", pad="x")

    assert context.act(refuse) is None
    assert [error.code for error in told] == ["disk.full"]
    assert not context.is_acting
    with pytest.raises(KnownError, match=r"disk\.full"):
        context.must(refuse)
    assert (teller.anew, teller.own) == (0, [])


def test_the_header_is_not_drawn_for_an_answer_that_it_does_not_show(blad: Werkblad, selam: str) -> None:
    blad.go("dossier", {"dossier": selam})
    blad.kop.klok.setText("as it was")
    blad.context.act(lambda: record_antwoord(blad.context.work, selam, "taalniveau.nl_lezen", 1))
    assert blad.kop.klok.text() == "as it was"
    assert blad.statusregel.opgeslagen.text().startswith("Opgeslagen ")
    blad.context.act(lambda: record_waarde(blad.context.work, selam, "inburgeraar.voornamen", "Abeba"))
    assert "Abeba" in blad.kop.naam.text()
    assert blad.kop.klok.text() != "as it was"


def test_a_task_that_ends_is_drawn_on_the_screen_that_is_shown_then(blad: Werkblad, selam: str) -> None:
    """One went elsewhere while the version was made: what is shown by then follows."""
    blad.go("ontwikkelplan", {"dossier": selam})
    plan = blad.scherm
    assert isinstance(plan, Ontwikkelplan)
    work = blad.context.work
    assert plan.findChild(QLineEdit, "versie_reden") is None
    tasks.run(
        blad.context, lambda: maak_planversie(work, selam, "overhandigd"), blad.context.changed.emit, "even"
    )
    QThreadPool.globalInstance().waitForDone()
    QTest.qWait(50)
    assert plan.maak.objectName() == "maak_versie"


def test_every_screen_that_shows_what_was_recorded_says_so() -> None:
    """The backups are told of by a signal of their own, and the settings are of this laptop."""
    kinds = [entrance.scherm for entrance in SCHERMEN]
    silent = {scherm.naam for scherm in kinds if not (scherm.toont and scherm.follow is not Scherm.follow)}
    assert silent == {"reservekopieen", "instellingen"}


def test_recording_takes_no_keyboard_away(blad: Werkblad, selam: str) -> None:
    blad.go("dossier", {"dossier": selam, "deel": "persoon", "veld": "inburgeraar.adres"})
    veld = blad.scherm.findChild(QLineEdit, "veld_adres")
    assert veld is not None
    veld.setFocus()
    QTest.keyClicks(veld, "Kade 1")
    QTest.keyClick(veld, Qt.Key.Key_Tab)
    after = blad.window().focusWidget()
    assert isinstance(after, QLineEdit)
    assert after.objectName() == "veld_postcode"
    assert blad.context.dossier().get("inburgeraar.adres") == "Kade 1"


def test_the_header_shows_nothing_that_it_does_not_hear_of(work: Workspace) -> None:
    """Each subject of a whole dossier is left out in turn: what the header misses is one of its kinds."""
    entries = work.vault.entries(play_whole(work, "03"))
    whole, missed = _header(entries), set[str]()
    for subject in {entry.header.subject for entry in entries}:
        if _header([e for e in entries if e.header.subject != subject]) != whole:
            missed.add(subject)
    assert len(missed) > 5
    assert not {
        subject
        for subject in missed
        if not Changed(subjects=frozenset((subject,))).touches(KOPSOORTEN, KLOKVRAGEN)
    }


def _header(entries: list[Entry]) -> tuple[object, ...]:
    dossier = fold(entries[0].header.dossier, entries)
    return inburgeraar_of(dossier), beperking_of(dossier), klokfeiten(dossier)


def test_the_page_of_another_person_begins_at_its_beginning(
    open_venster: Venster, blad: Werkblad, work: Workspace, selam: str, qtbot: QtBot
) -> None:
    """Where one was on the page of one dossier is no place in the next."""
    other = create_dossier(work, {"voornamen": "Nour"}).made
    open_venster.resize(1024, 600)

    def down(dossier: str) -> QScrollBar:
        blad.go("vandaag", {})
        blad.go("rechten", {"dossier": dossier})
        balken = [vlak.verticalScrollBar() for vlak in blad.scherm.findChildren(QAbstractScrollArea)]
        qtbot.waitUntil(lambda: any(one.maximum() for one in balken))
        return max(balken, key=lambda one: one.maximum())

    balk = down(selam)
    balk.setValue(balk.maximum())
    here = balk.value()
    assert down(selam).value() == here > 0
    assert down(other).value() == 0


def test_the_fields_are_there_again_for_another_person(blad: Werkblad, work: Workspace, selam: str) -> None:
    """Who looked at the page of one besluit in large comes to the fields of the next."""
    other = create_dossier(work, {"voornamen": "Nour"}).made
    blad.go("beschikking", {"dossier": selam})
    scherm = blad.scherm
    assert isinstance(scherm, BeschikkingScherm)
    scherm.toon.click()
    blad.go("vandaag", {})
    blad.go("beschikking", {"dossier": selam})
    assert not scherm.stapel.isVisible()

    blad.go("vandaag", {})
    blad.go("beschikking", {"dossier": other})
    assert scherm.stapel.isVisible()
