"""The second screen: comes with its display, goes with it, and tells nothing while we are away."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.gedeeld.display import Display
from intake_assistant.ui.gedeeld.tweede import Tweedescherm, display_of
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.gesprek.tijdens import GesprekTijdens
from intake_assistant.ui.window.preferences import Voorkeuren
from intake_assistant.ui.window.window import Venster
from tests.ui.gedeeld_hulp import heard, seen_by_the_person

BEAMER = Display("B-7", "HDMI-1", (9000, 0, 640, 480))
VRAAG = "taalniveau.geletterdheid"
ARABISCH = "نعم، بحروف أخرى"


@pytest.fixture
def aan(open_venster: Venster, work: Workspace, selam: str) -> GesprekTijdens:
    """A conversation is on, at a question."""
    start_gesprek(work, selam, {"vorm": "azc", "taal": "ar", "onderwerpen": ["taalniveau"]})
    assert open_venster.werkblad is not None
    open_venster.werkblad.go("gesprek", {"dossier": selam, "vraag": VRAAG})
    scherm = open_venster.werkblad.scherm
    assert isinstance(scherm, GesprekScherm)
    assert scherm.tijdens is not None
    return scherm.tijdens


@pytest.fixture
def hangt(open_venster: Venster) -> Iterator[list[Display]]:
    """The displays that hang on this computer; changed by the test."""
    here = [display_of(open_venster.screen())]
    tweede = open_venster.guards.tweede
    tweede._now = lambda: here
    yield here
    tweede.end()


def tweede_van(venster: Venster, hangt: list[Display]) -> Tweedescherm:
    hangt.append(BEAMER)
    venster.guards.tweede.go_to(BEAMER)
    return venster.guards.tweede


def seen(tweede: Tweedescherm) -> str:
    assert tweede.buiten is not None
    return heard(tweede.buiten)


def test_it_shows_what_is_asked_and_never_takes_the_keyboard(
    open_venster: Venster, aan: GesprekTijdens, hangt: list[Display]
) -> None:
    focus = QApplication.focusWidget()
    tweede = tweede_van(open_venster, hangt)
    assert ARABISCH in seen(tweede)
    assert tweede.buiten is not None
    assert tweede.buiten.windowTitle() == "Gedeeld scherm"
    assert tweede.buiten.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert QApplication.focusWidget() is focus
    assert aan.pagina.actief == VRAAG


def test_it_comes_back_with_its_display_and_goes_to_no_other(
    open_venster: Venster, aan: GesprekTijdens, hangt: list[Display], voorkeuren: Voorkeuren
) -> None:
    tweede = tweede_van(open_venster, hangt)
    hangt.remove(BEAMER)
    tweede.arrange()
    assert tweede.buiten is None
    hangt.append(BEAMER._replace(serial="C-1"))
    tweede.arrange()
    assert tweede.buiten is None
    hangt.append(BEAMER._replace(geometry=(-700, 0, 640, 480)))
    tweede.arrange()
    assert tweede.op == hangt[-1]
    assert Voorkeuren(voorkeuren.file).keuzes.gedeeld_op == (BEAMER,)


def test_put_away_it_stays_away(open_venster: Venster, aan: GesprekTijdens, hangt: list[Display]) -> None:
    tweede = tweede_van(open_venster, hangt)
    tweede.go_away()
    tweede.arrange()
    assert tweede.buiten is None


def test_f9_makes_both_neutral_at_once_in_the_language_of_the_person(
    open_venster: Venster, aan: GesprekTijdens, hangt: list[Display]
) -> None:
    tweede = tweede_van(open_venster, hangt)
    open_venster.toggle_privacy()
    rust = tweede._gedeeld.pauze.blad if tweede._gedeeld else None
    assert rust is not None
    assert ARABISCH not in seen(tweede)
    assert tweede.buiten is not None
    assert tweede.buiten.isVisible()
    woorden = [zin.tekst for zin in rust.zinnen] or list(rust.voor_tolk)
    assert all(woord in seen(tweede) for woord in woorden)
    assert all(woord in heard(open_venster.guards.privacy) for woord in woorden)
    groot = open_venster.guards.privacy._woorden[0]
    assert not rust.zinnen or groot.font().pointSizeF() == 32
    open_venster.toggle_privacy()
    assert ARABISCH in seen(tweede)


def test_the_lock_leaves_a_neutral_page_until_the_conversation_is_back(
    open_venster: Venster, aan: GesprekTijdens, hangt: list[Display], again: Callable[[], Workspace]
) -> None:
    tweede = tweede_van(open_venster, hangt)
    assert tweede.buiten is not None
    open_venster.toggle_privacy()
    QCoreApplication.processEvents()
    painted, vlak = list[str](), tweede.buiten.vlak

    class Kijker(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                painted.append(vlak._zicht.blad.naam if vlak._zicht else "")
            return False

    kijker = Kijker()
    vlak.installEventFilter(kijker)
    open_venster.lock()
    assert set(painted) == {"pauze"}
    assert tweede.buiten is not None
    assert tweede.buiten.isVisible()
    assert ARABISCH not in seen(tweede)
    open_venster.enter(again())
    assert ARABISCH in seen(tweede)


def test_what_was_covered_by_hand_stays_so_through_a_lock(
    open_venster: Venster, aan: GesprekTijdens, hangt: list[Display], again: Callable[[], Workspace]
) -> None:
    tweede = tweede_van(open_venster, hangt)
    aan.ander.gedeeld.toggle_bedekt()
    open_venster.lock()
    open_venster.enter(again())
    assert ARABISCH not in seen(tweede)
    assert open_venster.context is not None
    open_venster.context.gedeeld.toggle_bedekt()
    assert ARABISCH in seen(tweede)


def test_elsewhere_in_the_dossier_it_rests_and_after_the_conversation_it_goes(
    open_venster: Venster, aan: GesprekTijdens, hangt: list[Display]
) -> None:
    tweede, blad = tweede_van(open_venster, hangt), open_venster.werkblad
    assert blad is not None
    blad.go("toestemmingen", {})
    assert ARABISCH not in seen(tweede)
    blad.samen._leave()
    assert tweede.buiten is None


def test_a_loose_window_is_for_a_video_call_and_is_not_kept_out_of_it(
    open_venster: Venster, aan: GesprekTijdens, hangt: list[Display]
) -> None:
    tweede = open_venster.guards.tweede
    tweede.go_loose()
    assert ARABISCH in seen(tweede)
    assert tweede.buiten is not None
    assert not tweede.buiten.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert tweede.buiten.property("te_delen")
    tweede.buiten.close()
    assert tweede.op is None


def test_who_sits_opposite_asks_to_be_alone(open_venster: Venster, aan: GesprekTijdens) -> None:
    told: list[str] = []
    context = aan.voering.context
    context.noted.connect(told.append)
    aan.begin(aan.voering.plek, "mentale_gezondheid.slapen")
    QCoreApplication.processEvents()
    knop = next(w for w in aan.gedeeld.findChildren(QWidget, "aanraken_alleen") if w.isVisible())
    seen_by_the_person()
    QTest.mouseClick(knop, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert told == ["De ander wijst aan: even alleen praten."]


def test_turned_round_a_touch_is_of_the_card_that_is_seen_there(aan: GesprekTijdens) -> None:
    touched: list[str] = []
    aan.ander.gedeeld.aangeraakt.connect(touched.append)
    QTest.keyClick(aan.window().windowHandle(), Qt.Key.Key_F8)
    groot = aan.ander.groot
    assert groot.isVisible()
    assert QApplication.focusWidget() is groot
    groot.grab()
    kaart = groot.vlak._zetter.kaarten["anders"]
    midden = kaart.mapTo(groot.vlak, kaart.rect().center())
    gedraaid = QPoint(groot.vlak.width() - midden.x(), groot.vlak.height() - midden.y())
    QTest.mouseClick(groot, Qt.MouseButton.LeftButton, pos=gedraaid)
    groot.turn_round()
    QTest.mouseClick(groot, Qt.MouseButton.LeftButton, pos=midden)
    assert touched == ["anders", "anders"]
    QTest.keyClick(groot, Qt.Key.Key_2)
    assert not aan.voering.dossier.current(aan.voering.subject(VRAAG))
    QTest.keyClick(groot, Qt.Key.Key_Escape)
    assert not groot.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert aan.isAncestorOf(focus)
