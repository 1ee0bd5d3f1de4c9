"""While a conversation is on the screen steps back: the question has the room, all else is a key away."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QProgressBar,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text
from intake_assistant.ui.gesprek.head import AFRONDEN, ONDERWERPEN, PAUZE
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.gesprek.tijdens import GIDS, VERTELLEN, GesprekTijdens
from intake_assistant.ui.hulp.toetsenlijst import TOETSEN
from intake_assistant.ui.vragen.opnieuw import HERKIJK
from intake_assistant.ui.vragen.paneel import STATEN, TOELICHTING
from intake_assistant.ui.vragen.private_note import NOTITIE
from intake_assistant.ui.window.preferences import Voorkeuren
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests.ui.window.test_beelden import settle

ALT = Qt.KeyboardModifier.AltModifier


def begun(venster: Venster, work: Workspace, dossier: str) -> GesprekTijdens:
    """A conversation that is on, in the window."""
    venster.enter(work)
    start_gesprek(work, dossier, {"vorm": "azc", "taal": "ar", "onderwerpen": ["taalniveau", "opleiding"]})
    assert venster.werkblad is not None
    venster.werkblad.go("gesprek", {"dossier": dossier})
    settle()
    return tijdens(venster.werkblad)


def tijdens(blad: Werkblad) -> GesprekTijdens:
    assert isinstance(blad.scherm, GesprekScherm)
    assert blad.scherm.tijdens is not None
    return blad.scherm.tijdens


@pytest.fixture
def aan(venster: Venster, work: Workspace, selam: str) -> GesprekTijdens:
    venster.resize(1366, 768)
    return begun(venster, work, selam)


@pytest.fixture(params=[(100, 1366, 768), (200, 1366, 768), (100, 1024, 600), (200, 1024, 600)])
def maat(
    qtbot: QtBot, omgeving: Omgeving, voorkeuren: Voorkeuren, work: Workspace, selam: str,
    request: pytest.FixtureRequest,
) -> Iterator[tuple[int, GesprekTijdens]]:  # fmt: skip
    """A conversation at a scale and in a window of a size."""
    schaal, breed, hoog = request.param
    voorkeuren.keep(schaal=schaal)
    venster = Venster(omgeving)
    venster.setUpdatesEnabled(False)  # measured, not looked at
    qtbot.addWidget(venster)
    venster.resize(QSize(breed, hoog))
    venster.show()
    yield schaal, begun(venster, work, selam)
    assert venster.size() == QSize(breed, hoog)
    venster.lock()


def test_the_question_has_the_room(maat: tuple[int, GesprekTijdens]) -> None:
    """Of every page that can come 560 of 768 pixels; with letters twice as large 60 per cent of them.

    In the other sizes of two pages of each topic: what lies around a page is the same for all.
    """
    schaal, aan = maat
    hoog = aan.window().height()
    least = {(100, 768): 560, (200, 768): 461, (100, 600): 420, (200, 600): 240}[schaal, hoog]
    is_whole, scrolls, pages = (schaal, hoog) == (100, 768), 0, 0
    for deel in aan.voering.work.data.formulieren.startposities:
        for pagina in deel.paginas if is_whole else deel.paginas[:2]:
            if not aan.voering.is_bladzijde(pagina):
                continue
            aan._show(pagina)
            settle()
            assert aan.pagina._vlak.height() >= least, pagina.naam
            pages += 1
            scrolls += aan.pagina._vlak.verticalScrollBar().maximum() > 0
            assert _bars(aan) <= 1, pagina.naam
    if is_whole:
        assert pages > 80
        assert scrolls <= pages * 0.2, scrolls


def test_whatever_is_opened_the_question_stays_in_sight_and_one_bar_scrolls(
    maat: tuple[int, GesprekTijdens],
) -> None:
    _, aan = maat
    aan.begin(aan.voering.plek, "taalniveau.geletterdheid")
    paneel = aan.pagina.paneel
    paneel.toggle_staat("niet_gevraagd")
    paneel.toggle_toelichting()
    paneel.toggle_notitie()
    settle()
    assert aan.pagina._vlak.height() > 40
    assert _bars(aan) <= 1
    blok = aan.pagina.blok("taalniveau.geletterdheid")
    assert blok is not None
    assert not blok.visibleRegion().isEmpty()
    assert _beyond(aan) == []


def _beyond(aan: GesprekTijdens) -> list[str]:
    """What can be pushed and lies, even in part, beyond the right edge of the window."""
    knoppen = [k for k in aan._staf.findChildren(QPushButton) if k.isVisible()]
    breed = aan.window().width()
    return [k.objectName() for k in knoppen if k.mapTo(aan.window(), k.rect().topRight()).x() >= breed]


def _bars(aan: GesprekTijdens) -> int:
    vlakken = aan.pagina.findChildren(QAbstractScrollArea)
    eigen = [v for v in vlakken if v in (aan.pagina._vlak, aan.pagina._onder)]
    return sum(v.verticalScrollBar().isVisible() and v.verticalScrollBar().maximum() > 0 for v in eigen)


def test_the_bars_go_and_come_back(aan: GesprekTijdens) -> None:
    blad = aan.voering.context.parent()
    assert isinstance(blad, Werkblad)
    assert not any(bar.isVisible() for bar in (blad.navigatie, blad.kop, blad.statusregel))
    boven = aan.gedeeld.mapTo(blad.window(), QPoint())
    assert boven.y() == 0
    assert aan.gedeeld.height() == blad.window().height()
    aan.afronden.emit()
    settle()
    assert not blad.navigatie.isVisible()
    assert blad.statusregel.isVisible()
    blad.go("toestemmingen", {})
    settle()
    assert blad.navigatie.isVisible()
    assert blad.kop.isVisible()
    blad.go("gesprek", {})
    settle()
    assert not blad.kop.isVisible()


def test_few_controls_are_in_sight(aan: GesprekTijdens) -> None:
    aan.begin(aan.voering.plek, "taalniveau.verhaal")
    settle()
    knoppen = [k.objectName() for k in aan.window().findChildren(QPushButton) if k.isVisible()]
    assert len(knoppen) <= 13, knoppen


def test_volgende_is_alone_and_afronden_far_from_it(aan: GesprekTijdens) -> None:
    volgende, einde = aan.volgende_knop, aan.kop.einde
    onder = aan._staf.height() - volgende.mapTo(aan._staf, QPoint()).y()
    assert onder < 56
    assert einde.mapTo(aan._staf, QPoint()).y() < 40
    buren = [
        k for k in aan._staf.findChildren(QPushButton)
        if k.isVisible() and k is not volgende
        and abs(k.mapTo(aan._staf, k.rect().center()).y() - volgende.mapTo(aan._staf, QPoint()).y()) < 40
    ]  # fmt: skip
    links = volgende.mapTo(aan._staf, QPoint()).x()
    assert all(links - k.mapTo(aan._staf, k.rect().topRight()).x() > 100 for k in buren)


def test_each_key_is_a_letter_of_its_words_and_of_nothing_else() -> None:
    acts = {
        ONDERWERPEN: text("gesprek.onderwerpen"), AFRONDEN: text("gesprek.afronden"),
        PAUZE: text("gesprek.pauze"), VERTELLEN: text("gesprek.vertellen"),
        GIDS: text("venster.toetsen.gids"),
        TOELICHTING: text("gesprek.toelichting"), NOTITIE: text("gesprek.notitie"),
        HERKIJK: text("gesprek.opnieuw"),
        **{toets: text(f"gesprek.staat.{staat}") for staat, toets in STATEN},
    }  # fmt: skip
    assert len(acts) == 8 + len(STATEN)
    for toets, woorden in acts.items():
        assert toets[-1] in woorden.upper(), (toets, woorden)
    named = [toets for toets, _ in TOETSEN["gesprek"]]
    assert set(acts) <= set(named)
    assert len(named) == len(set(named))


def test_a_key_does_what_its_underlined_letter_says(aan: GesprekTijdens) -> None:
    """In a text too: nothing is typed by it, and Qt's own letters do not answer as well."""
    aan.begin(aan.voering.plek, "taalniveau.verhaal")
    subject = aan.voering.subject("taalniveau.verhaal")
    for staat, toets in STATEN:
        QTest.keyClick(aan.window().windowHandle(), Qt.Key(ord(toets[-1])), ALT)
        assert aan.voering.value(subject)["staat"] == staat
    QTest.keyClick(aan.window().windowHandle(), Qt.Key.Key_P, ALT)
    assert not aan.klok.loopt
    QTest.keyClick(aan.window().windowHandle(), Qt.Key.Key_V, ALT)
    assert aan.links.currentWidget() is aan.vertellen


def test_the_drawer_names_every_topic_with_its_bar_and_a_lock(aan: GesprekTijdens) -> None:
    focus = QApplication.focusWidget()
    QTest.keyClick(aan.window().windowHandle(), Qt.Key.Key_O, ALT)
    settle()
    delen = aan.voering.work.data.formulieren.startposities
    for deel in delen:
        (rij,) = aan.lade.findChildren(QPushButton, f"onderwerp_{deel.id}")
        telling = aan.voering.telling[deel.id]
        (balk,) = rij.findChildren(QProgressBar)
        assert (balk.value(), balk.maximum()) == (telling.klaar, telling.van)
        assert f"nog {telling.te_gaan} vra" in rij.accessibleName()
        gezien = [w for w in rij.findChildren(QLabel) if not w.pixmap().isNull()]
        assert bool(gezien) is ("gevoelig" in rij.accessibleName())
    assert sum("gevoelig" in k.accessibleName() for k in aan.lade.findChildren(QPushButton)) == 2
    hier = QApplication.focusWidget()
    assert hier is not None
    assert hier.objectName() == "onderwerp_taalniveau"
    QTest.keyClick(aan.window().windowHandle(), Qt.Key.Key_Down)
    QTest.keyClick(aan.window().windowHandle(), Qt.Key.Key_Return)
    assert aan.pagina.pagina.naam == "opleiding.opening"
    QTest.keyClick(aan.window().windowHandle(), Qt.Key.Key_O, ALT)
    QTest.keyClick(aan.window().windowHandle(), Qt.Key.Key_Escape)
    assert not aan.lade.isVisible()
    assert focus is not None


def test_the_drawer_holds_what_the_bars_held(aan: GesprekTijdens) -> None:
    for naam in ("zoeken", "toetsen", "privacy", "slot"):
        assert aan.lade.findChildren(QPushButton, f"lade_{naam}")
    blad = aan.voering.context.parent()
    assert isinstance(blad, Werkblad)
    QTest.keyClick(aan.window().windowHandle(), Qt.Key.Key_O, ALT)
    _press(aan, "lade_toetsen")
    assert blad.toetsen.isVisible()
    assert not aan.lade.isVisible()


def test_guidance_is_right_under_the_question_and_the_rest_a_key_away(aan: GesprekTijdens) -> None:
    aan.begin(aan.voering.plek, "taalniveau.geletterdheid")
    settle()
    blok = aan.pagina.blok("taalniveau.geletterdheid")
    assert blok is not None
    (kort,) = blok.findChildren(QLabel, "gids_kort")
    (heel,) = blok.findChildren(QLabel, "gids")
    assert kort.isVisible()
    assert not heel.isVisible()
    QTest.keyClick(aan.window().windowHandle(), Qt.Key.Key_G, ALT)
    assert heel.isVisible()
    assert heel.text() == blok.vraag.guidance_hint
    QTest.keyClick(aan.window().windowHandle(), Qt.Key.Key_G, ALT)
    assert kort.isVisible()


def test_nothing_moves_when_the_keyboard_goes_through_a_page(aan: GesprekTijdens) -> None:
    """A click that moved what it was meant for would be lost."""
    aan.begin(aan.voering.plek, "taalniveau.nl_lezen")
    settle()
    before = [blok.geometry() for blok in aan.pagina.blokken]
    for blok in aan.pagina.blad.zichtbaar():
        blok.take_focus()
        settle()
        assert [b.geometry() for b in aan.pagina.blokken] == before


def test_a_message_lies_on_the_head_and_leaves_the_way_to_the_end(aan: GesprekTijdens) -> None:
    blad = aan.voering.context.parent()
    assert isinstance(blad, Werkblad)
    blad.context.told.emit("Bewaard.")
    settle()
    over = blad.banner.geometry()
    assert blad.banner.isVisible()
    assert over.right() < aan.kop.einde.mapTo(blad, QPoint()).x()
    assert over.bottom() < 64


def test_saved_is_told_again_after_a_lock(venster: Venster, aan: GesprekTijdens, work: Workspace) -> None:
    aan.voering.choose("taalniveau.geletterdheid", "latijns")
    (gezegd,) = [w.text() for w in aan.findChildren(QLabel, "opgeslagen")]
    assert gezegd.startswith("Opgeslagen ")
    venster._rebuild()
    settle()
    assert venster.werkblad is not None
    weer = tijdens(venster.werkblad)
    assert [w.text() for w in weer.findChildren(QLabel, "opgeslagen")] == [gezegd]


def test_after_the_conversation_its_line_hears_nothing_more(aan: GesprekTijdens) -> None:
    blad, context = aan.voering.context.parent(), aan.voering.context
    assert isinstance(blad, Werkblad)
    assert isinstance(blad.scherm, GesprekScherm)
    blad.scherm._klaar()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    job = partial(record_waarde, context.work, context.dossier_id, "inburgeraar.woonplaats", "Emmen")
    assert context.act(job)
    assert blad.statusregel.opgeslagen.text().startswith("Opgeslagen ")


def _press(aan: GesprekTijdens, naam: str) -> None:
    knop = next(k for k in aan.findChildren(QWidget, naam) if k.isVisible())
    QTest.mouseClick(knop, Qt.MouseButton.LeftButton)
    settle()
