"""What a clumsy hand, a tired eye and a large letter bring to light."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.concepttekst import keep_concepttekst, leave_field, settle_concepten
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.views.concepttekst import found_again
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.beschikking.screen import BeschikkingScherm
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.gesprek.tijdens import GesprekTijdens
from intake_assistant.ui.kit.parts import label
from intake_assistant.ui.kit.theme import SCHALEN, px, set_rol, thema
from intake_assistant.ui.locking.clipboard import Klembord
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.window.window import Venster
from tests.ui.gespeeld import play_whole
from tests.ui.gesprekshulp import find, press
from tests.ui.terug import Terug


def tijdens(venster: Venster, work: Workspace, selam: str, vraag: str) -> GesprekTijdens:
    start_gesprek(work, selam, {"vorm": "azc", "taal": "ar", "onderwerpen": ["taalniveau"]})
    assert venster.werkblad is not None
    venster.werkblad.go("gesprek", {"dossier": selam, "vraag": vraag})
    for _ in range(3):
        QApplication.processEvents()
    scherm = venster.werkblad.scherm
    assert isinstance(scherm, GesprekScherm)
    assert scherm.tijdens is not None
    return scherm.tijdens


@pytest.mark.parametrize("schaal", SCHALEN)
def test_a_radio_button_is_round_at_every_size(qtbot: QtBot, schaal: int) -> None:
    thema.apply("licht", schaal)
    knop = QRadioButton("A2")
    qtbot.addWidget(knop)
    knop.show()
    option = QStyleOptionButton()
    option.initFrom(knop)
    element = QStyle.SubElement.SE_RadioButtonIndicator
    rond: QRect = knop.style().subElementRect(element, option, knop)
    beeld: QImage = knop.grab().toImage()
    assert beeld.pixelColor(rond.topLeft()) == beeld.pixelColor(0, 0), "the corner holds no edge"
    midden = beeld.pixelColor(rond.center().x(), rond.top())
    assert midden != beeld.pixelColor(0, 0), "the edge is there"


def test_a_label_that_becomes_a_warning_keeps_its_words_off_the_edge(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    made = label("Nog niet gewogen", "zacht", wrap=True)
    made.setParent(room)
    room.show()
    set_rol(made, "waarschuwing")
    assert made.contentsRect().left() >= px(12)


def test_the_platform_does_not_ask_about_overwriting(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    plan = tmp_path / "plan.pdf"
    plan.write_bytes(b"een plan")

    def keep() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.accept()

    QTimer.singleShot(0, keep)
    assert messages._Dialogs().choose_path(parent, "bewaar", "Bewaren", plan, "") == plan


def test_a_page_without_a_question_has_a_button_for_the_note(
    open_venster: Venster, work: Workspace, selam: str
) -> None:
    aan = tijdens(open_venster, work, selam, "taalniveau.opening")
    find(aan, QPushButton, "notitie_knop").click()
    assert aan.pagina.paneel.notitie.vak.hasFocus()
    assert not [k for k in aan.findChildren(QPushButton, "staat_onbekend") if k.isVisible()]


def test_the_shared_half_is_in_the_middle_and_large(
    qtbot: QtBot, open_venster: Venster, work: Workspace, selam: str
) -> None:
    aan = tijdens(open_venster, work, selam, "taalniveau.opening")
    woorden = [w for w in aan.gedeeld.findChildren(QLabel) if w.isVisible() and w.text()]
    eerste = min(woorden, key=lambda w: w.mapTo(aan.gedeeld, w.rect().topLeft()).y())
    boven = eerste.mapTo(aan.gedeeld, eerste.rect().topLeft()).y()
    assert boven > aan.gedeeld.height() / 6
    assert eerste.font().pointSizeF() > 32


@pytest.mark.parametrize("schaal", [150, 200])
def test_large_letters_leave_both_halves_whole(
    open_venster: Venster, work: Workspace, selam: str, schaal: int
) -> None:
    thema.apply("licht", schaal)
    open_venster.resize(1366, 768)
    aan = tijdens(open_venster, work, selam, "taalniveau.nl_lezen")
    staf = find(aan, QWidget, "eigen_helft")
    volgende = find(aan, QPushButton, "volgende")
    assert volgende.mapTo(aan, volgende.rect().topRight()).x() < aan.width()
    if aan.gedeeld.isVisible():
        assert staf.geometry().right() <= aan.gedeeld.geometry().left()
    press(aan, Qt.Key.Key_F6)
    assert aan.gedeeld.isVisible()
    press(aan, Qt.Key.Key_F6)
    assert staf.isVisible()
    assert aan.pagina.isAncestorOf(open_venster.focusWidget())


def test_what_was_typed_after_a_besluit_is_kept_and_is_no_part_of_it(context: Context, qtbot: QtBot) -> None:
    work, dossier = context.work, play_whole(context.work, "03")
    subject = "beschikking.motivering"
    before = work.vault.dossier(dossier).get(subject)
    with pytest.raises(KnownError, match=r"pip\.frozen"):
        leave_field(work, dossier, subject, {"waarde": "te laat"})
    keep_concepttekst(work, dossier, subject, {"waarde": "te laat getypt"})
    assert not settle_concepten(work)
    assert work.vault.dossier(dossier).get(subject) == before
    assert besluiten_of(work.vault.dossier(dossier))

    context.dossier_id = dossier
    scherm = BeschikkingScherm(context)
    qtbot.addWidget(scherm)
    scherm.show()
    refused, terug = list[object](), Terug(context)
    context.failed.connect(refused.append)
    scherm.show_with({})
    assert "te laat getypt" in scherm._te_laat_tekst.text()
    scherm.leave()
    assert found_again(work, dossier)
    assert not refused
    find(scherm, QPushButton, "te_laat_weg").click()
    assert not found_again(work, dossier)
    terug.put_back()
    assert found_again(work, dossier)
    assert "te laat getypt" in scherm._te_laat_tekst.text()


def test_an_error_with_a_name_is_told_in_words_wherever_it_came_from(open_venster: Venster) -> None:
    open_venster.show_known(KnownError("disk.full", pad="kluis"))
    assert open_venster.werkblad is not None
    assert "schijf is vol" in open_venster.werkblad.banner.tekst.text()


def test_locking_clears_what_was_copied_here(open_venster: Venster) -> None:
    QApplication.clipboard().setText("een naam uit het dossier")
    open_venster.lock()
    assert QApplication.clipboard().text() == ""


def test_locking_leaves_what_was_copied_elsewhere(open_venster: Venster) -> None:
    keyboard = {"here": True}
    open_venster.guards.klembord = Klembord(open_venster, has_keyboard=lambda: keyboard["here"])
    QApplication.clipboard().setText("een naam uit het dossier")
    keyboard["here"] = False
    QApplication.clipboard().setText("het adres van de bakker")
    open_venster.lock()
    assert QApplication.clipboard().text() == "het adres van de bakker"
