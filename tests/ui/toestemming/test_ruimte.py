"""Asking for consent with large letters on a small screen: what must be read and chosen is in sight."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.recht.toestemming import toestemmingen_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.gedeeld.large_text import Groottekst
from intake_assistant.ui.toestemming.screen import ToestemmingenScherm
from intake_assistant.ui.window.preferences import Voorkeuren
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from tests.ui.gevuld import fill
from tests.ui.toestemming.hulp import choose, click, fill_in
from tests.ui.window.test_beelden import faults_of, settle

SCHALEN = (100, 125, 150, 200)
GEKOZEN = ("taalniveau", "motivatie.beroepswens", "fysieke_gezondheid.aanpassing")


@pytest.fixture(params=SCHALEN)
def klein(
    qtbot: QtBot, omgeving: Omgeving, voorkeuren: Voorkeuren, work: Workspace, request: pytest.FixtureRequest
) -> Iterator[ToestemmingenScherm]:
    """The screen of consents in a window of 1024 by 600."""
    voorkeuren.keep(schaal=request.param)
    venster = Venster(omgeving)
    qtbot.addWidget(venster)
    venster.resize(QSize(1024, 600))
    venster.show()
    venster.enter(work)
    blad = venster.werkblad
    assert blad is not None
    blad.go("toestemmingen", {"dossier": fill(work)})
    settle()
    assert isinstance(blad.scherm, ToestemmingenScherm)
    yield blad.scherm
    venster.lock()


def whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def speak(scherm: ToestemmingenScherm, code: str) -> None:
    taal = scherm.vragen.antwoord.taal
    taal.setCurrentIndex(taal.findData(code))
    taal.activated.emit(taal.currentIndex())
    settle()


def test_the_list_of_data_has_lines_and_lies_over_nothing(qtbot: QtBot, klein: ToestemmingenScherm) -> None:
    vragen, boom = klein.vragen, klein.vragen.boom
    fill_in(qtbot, klein, *GEKOZEN)
    klein.step_back()
    settle()
    assert [fault for fault in faults_of(klein) if not fault.startswith("scrolls")] == []
    assert boom.boom.y() >= boom.zoek.geometry().bottom()
    assert boom.stand.y() >= boom.boom.geometry().bottom()
    vlak = next(area for area in klein.findChildren(QScrollArea) if area.isAncestorOf(boom))
    vlak.ensureWidgetVisible(boom.boom, 0, 0)
    settle()
    eerste = boom.boom.visualItemRect(boom.line_of("leerbaarheid"))
    assert boom.boom.viewport().visibleRegion().contains(eerste.center())
    assert boom.boom.viewport().height() >= eerste.height()
    assert vragen.stap == 1


def test_no_word_of_the_last_step_is_cut_at_its_side(qtbot: QtBot, klein: ToestemmingenScherm) -> None:
    fill_in(qtbot, klein, *GEKOZEN)
    for code in ("nl", "ar"):
        speak(klein, code)
        stap = klein.vragen.antwoord
        wide = [a for a in stap.findChildren(QScrollArea) if a.horizontalScrollBar().maximum()]
        assert wide == []
        for keuzes in (stap.uitgelegd_met, stap.wijze):
            for knop in keuzes.knoppen.values():
                assert knop.width() >= knop.minimumSizeHint().width(), knop.text()
                assert knop.height() >= knop.heightForWidth(knop.width()), knop.text()


def test_yes_and_no_are_whole_beside_what_is_read(qtbot: QtBot, klein: ToestemmingenScherm) -> None:
    fill_in(qtbot, klein, *GEKOZEN)
    settle()
    for code in ("ja", "nee"):
        knop = klein.findChild(QWidget, f"antwoord_{code}")
        assert knop is not None
        assert whole(knop), code


@pytest.mark.parametrize("klein", SCHALEN[:3], indirect=True)
def test_a_refusal_leaves_all_that_can_be_chosen_in_sight(qtbot: QtBot, klein: ToestemmingenScherm) -> None:
    fill_in(qtbot, klein, *GEKOZEN)
    speak(klein, "nl")
    click(qtbot, klein, "antwoord_ja")
    settle()
    assert klein.vragen.fout.isVisible()
    assert all(whole(knop) for knop in klein.vragen.antwoord.uitgelegd_met.knoppen.values())


@pytest.mark.parametrize("klein", SCHALEN[1:], indirect=True)
def test_below_each_other_only_the_page_scrolls(qtbot: QtBot, klein: ToestemmingenScherm) -> None:
    fill_in(qtbot, klein, *GEKOZEN)
    settle()
    uitleg = klein.findChild(QWidget, "uitleg")
    assert uitleg is not None
    (binnen,) = uitleg.findChildren(QScrollArea)
    assert binnen.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("klein", SCHALEN[:2], indirect=True)
def test_large_for_the_other_is_no_smaller_than_on_our_own_half(
    qtbot: QtBot, klein: ToestemmingenScherm
) -> None:
    fill_in(qtbot, klein, *GEKOZEN)
    speak(klein, "nl")
    eigen = klein.vragen.antwoord.tekst.font().pointSizeF()
    klein.groot.toggle()
    settle()
    groot = klein.groot.groot
    assert groot is not None
    zinnen = [zin for zin in groot.vlak.findChildren(Groottekst) if "Ik wil u iets vragen" in zin.text()]
    assert zinnen[-1].font().pointSizeF() >= eigen
    ruimte = QRect(QPoint(), groot.vlak.size())
    for zin in zinnen[-1:]:
        assert ruimte.contains(QRect(zin.mapTo(groot.vlak, QPoint()), zin.size()))
    klein.groot.toggle()


@pytest.mark.parametrize("klein", SCHALEN[:1], indirect=True)
def test_how_the_answer_came_is_recorded_only_when_it_was_chosen(
    qtbot: QtBot, klein: ToestemmingenScherm
) -> None:
    """Also after a consent for which it was chosen."""
    for wijze in ("mondeling", ""):
        fill_in(qtbot, klein, "taalniveau")
        choose(qtbot, klein, "uitgelegd_met_tolk")
        if wijze:
            choose(qtbot, klein, f"wijze_{wijze}")
        click(qtbot, klein, "antwoord_ja")
        QApplication.processEvents()
        assert toestemmingen_of(klein.context.dossier())[-1][1].wijze == wijze
