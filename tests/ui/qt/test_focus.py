"""The keyboard is never lost: what holds it goes, and it is where the screen wants it, never in the bar."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.gesprek.tijdens import GesprekTijdens
from intake_assistant.ui.kit.theme import kleur
from intake_assistant.ui.toestemming.screen import ToestemmingenScherm
from intake_assistant.ui.window.screens import SCHERMEN
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests.ui.gevuld import give
from tests.ui.helpers import collect
from tests.ui.window.test_beelden import settle

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PROZA = " zij zei: ja."


@pytest.fixture
def blad(open_venster: Venster, selam: str) -> Werkblad:
    """The dossier of Selam, in the window."""
    assert open_venster.werkblad is not None
    open_venster.werkblad.go("dossier", {"dossier": selam})
    return open_venster.werkblad


@pytest.fixture
def gesprek(blad: Werkblad, work: Workspace, selam: str) -> GesprekTijdens:
    """A conversation that is on: one topic, with a story, choices and a repeat."""
    start_gesprek(work, selam, {"vorm": "azc", "taal": "ti", "onderwerpen": ["opleiding"]})
    blad.go("gesprek", {"dossier": selam})
    assert isinstance(blad.scherm, GesprekScherm)
    assert blad.scherm.tijdens is not None
    return blad.scherm.tijdens


def key(blad: Werkblad, toets: Qt.Key, met: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key as the system does: it goes to whatever has the keyboard at that moment."""
    QTest.keyClick(blad.window().windowHandle(), toets, met)
    QCoreApplication.processEvents()


def has_ring(widget: QWidget) -> bool:
    """Whether its edges are drawn in the colour of the keyboard, all around."""
    beeld, wide, high = widget.grab().toImage(), widget.width(), widget.height()
    edges = (wide // 2, 1), (wide // 2, high - 2), (wide - 2, high // 2), (1, high // 2)
    return all(beeld.pixelColor(*plek) == kleur("accent") for plek in edges)


def prose(blad: Werkblad) -> None:
    """Type some prose, a space first, as who goes on with a sentence does."""
    for letter in PROZA:
        QTest.keyClick(blad.window().windowHandle(), Qt.Key(ord(letter.upper())))
    QCoreApplication.processEvents()


def focus(blad: Werkblad) -> QWidget:
    """What has the keyboard; it is on the screen that is shown."""
    found = QApplication.focusWidget()
    assert found is not None
    assert found is blad.scherm or blad.scherm.isAncestorOf(found), found
    assert found.isVisible()
    return found


def pressed(blad: Werkblad) -> list[str]:
    """Collects the names of the buttons that are pressed from now on."""
    found: list[str] = []
    for button in blad.findChildren(QPushButton):
        collect(button, found)
    return found


def test_no_key_of_a_conversation_leads_to_the_bar_or_presses_a_button(
    blad: Werkblad, gesprek: GesprekTijdens
) -> None:
    for turn in (gesprek.toggle_vertellen, gesprek.toggle_tolken):
        turn()  # a page is made when it is turned to, and its buttons count too
        turn()
    gesprek.afronden.emit()
    blad.scherm.step_back()
    knoppen = pressed(blad)
    bezocht: list[str] = []
    while gesprek.isVisible():
        bezocht.append(gesprek.pagina.pagina.naam)
        for toets, met in (
            (Qt.Key.Key_T, CTRL), (Qt.Key.Key_T, CTRL), (Qt.Key.Key_N, ALT), (Qt.Key.Key_N, ALT),
            (Qt.Key.Key_W, ALT), (Qt.Key.Key_W, ALT), (Qt.Key.Key_V, ALT), (Qt.Key.Key_V, ALT),
            (Qt.Key.Key_O, ALT), (Qt.Key.Key_O, ALT), (Qt.Key.Key_G, ALT), (Qt.Key.Key_G, ALT),
            (Qt.Key.Key_T, ALT), (Qt.Key.Key_T, ALT),
            (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier),
            (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        ):  # fmt: skip
            key(blad, toets, met)
            assert gesprek.isAncestorOf(focus(blad)), (bezocht[-1], toets)
        prose(blad)
        key(blad, Qt.Key.Key_Return)
        assert blad.scherm.naam == "gesprek"
        assert gesprek.isAncestorOf(focus(blad)), bezocht[-1]
        key(blad, Qt.Key.Key_Down, ALT)
    assert len(bezocht) == len(set(bezocht)) > 4
    assert focus(blad).objectName() == "samenvatting"
    assert knoppen == []


def test_what_is_typed_on_after_closing_a_note_is_in_the_answer(
    blad: Werkblad, gesprek: GesprekTijdens
) -> None:
    while not (verhalen := [b for b in gesprek.pagina.blokken if isinstance(b.invoer(), QTextEdit)]):
        gesprek.go_next()
    veld = verhalen[0]
    veld.take_focus()
    key(blad, Qt.Key.Key_T, CTRL)
    # The keys come in one stroke: nothing between them gets its turn.
    venster = blad.window().windowHandle()
    QTest.keyClick(venster, Qt.Key.Key_T, CTRL)
    prose(blad)
    assert focus(blad) is veld.invoer()
    assert isinstance(veld.invoer(), QTextEdit)
    assert veld.veld.waarde() == PROZA


def test_an_empty_repeat_is_a_stop_where_the_keys_go_on(blad: Werkblad, gesprek: GesprekTijdens) -> None:
    while gesprek.pagina.herhaling is None:
        key(blad, Qt.Key.Key_Down, ALT)
    assert focus(blad) is gesprek.pagina.herhaling
    assert has_ring(focus(blad))
    prose(blad)
    assert not gesprek.pagina.blokken
    before = gesprek.pagina.pagina
    key(blad, Qt.Key.Key_Down, ALT)
    assert gesprek.pagina.pagina != before
    key(blad, Qt.Key.Key_Up, ALT)
    assert gesprek.pagina.pagina == before
    key(blad, Qt.Key.Key_Tab)
    assert isinstance(focus(blad), QPushButton)
    key(blad, Qt.Key.Key_Space)
    assert gesprek.pagina.blokken
    assert focus(blad) is gesprek.pagina.blokken[0].invoer()


def test_after_rounding_off_no_button_waits_for_a_key(blad: Werkblad, gesprek: GesprekTijdens) -> None:
    gesprek.afronden.emit()
    assert isinstance(blad.scherm, GesprekScherm)
    assert blad.scherm.afronden is not None
    blad.scherm.afronden.rond_af()
    QCoreApplication.processEvents()
    assert blad.scherm.naam == "dossier"
    assert not isinstance(focus(blad), QPushButton)
    knoppen = pressed(blad)
    prose(blad)
    assert knoppen == []
    assert blad.scherm.naam == "dossier"


def test_after_withdrawing_a_consent_the_keyboard_stays_with_the_consents(
    qtbot: QtBot, blad: Werkblad, work: Workspace, selam: str
) -> None:
    give(work, selam, partij="Taalmaatjes", doel="een taalmaatje", gegevens=["taalniveau"])
    blad.go("toestemmingen", {"dossier": selam})
    assert isinstance(blad.scherm, ToestemmingenScherm)
    QCoreApplication.processEvents()
    for naam in ("intrekken", "intrekken_vast"):
        button = next(b for b in blad.scherm.findChildren(QPushButton, naam) if b.isVisible())
        button.setFocus()
        key(blad, Qt.Key.Key_Space)
        qtbot.wait(20)
        assert not focus(blad).visibleRegion().isEmpty()
    assert not isinstance(focus(blad), QPushButton)
    prose(blad)
    assert blad.scherm.naam == "toestemmingen"


def test_found_by_searching_the_consents_show_where_the_keyboard_is(
    blad: Werkblad, work: Workspace, selam: str
) -> None:
    id = give(work, selam, partij="Taalmaatjes", doel="een taalmaatje", gegevens=["taalniveau"])
    key(blad, Qt.Key.Key_K, CTRL)
    QTest.keyClicks(blad.zoeken.first_field(), "toestemmingen")
    settle()
    key(blad, Qt.Key.Key_Return)
    settle()
    assert blad.scherm.naam == "toestemmingen"
    assert focus(blad).objectName() == "toestemming_nieuw"
    assert not focus(blad).visibleRegion().isEmpty()
    blad.go("dossier", {"dossier": selam})
    blad.go("toestemmingen", {"dossier": selam, "toestemming": id})
    settle()
    assert focus(blad).objectName() == "meer"
    assert not focus(blad).visibleRegion().isEmpty()


def test_whatever_control_goes_the_keyboard_stays_on_the_screen(blad: Werkblad, selam: str) -> None:
    for kind in SCHERMEN:
        blad.go(kind.naam, {"dossier": selam})
        focus(blad)
        # What is being looked up behind the screen is told in a button that goes here, and there never does.
        settle()
        for way in (QWidget.hide, lambda w: w.setEnabled(False), QWidget.deleteLater):
            for widget in [w for w in blad.scherm.findChildren(QPushButton) if w.isVisible()][:3]:
                widget.setFocus()
                way(widget)
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
                QCoreApplication.processEvents()
                focus(blad)


def test_a_button_that_goes_behind_a_dialog_leaves_the_keyboard_on_the_screen(
    qtbot: QtBot, blad: Werkblad
) -> None:
    button = next(w for w in blad.scherm.findChildren(QPushButton) if w.isVisible())
    button.setFocus()
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitActive(other)
    button.hide()
    blad.window().activateWindow()
    qtbot.waitActive(blad.window())
    QCoreApplication.processEvents()
    focus(blad)


@pytest.mark.parametrize("way", ["escape", "button", "beside"])
@pytest.mark.parametrize("meanwhile", [QWidget.deleteLater, QWidget.hide, QWidget.isVisible])
def test_a_box_that_is_put_away_leaves_the_keyboard_on_the_screen(
    blad: Werkblad, way: str, meanwhile: Callable[[QWidget], object]
) -> None:
    """Also when what had the keyboard was made anew below the box."""
    button = next(w for w in blad.scherm.findChildren(QPushButton) if w.isVisible())
    button.setFocus()
    key(blad, Qt.Key.Key_F1)
    assert blad.toetsen.first_field().hasFocus()
    meanwhile(button)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if way == "escape":
        key(blad, Qt.Key.Key_Escape)
    elif way == "button":
        blad.toetsen.sluiten.setFocus()
        key(blad, Qt.Key.Key_Space)
    else:
        QTest.mouseClick(blad.window().windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 700))
    QCoreApplication.processEvents()
    assert not blad.toetsen.isVisible()
    focus(blad)


def test_a_click_in_the_bar_leaves_the_keyboard_on_the_screen(blad: Werkblad) -> None:
    for naam in ("toestemmingen", "dossiers", "instellingen"):
        QTest.mouseClick(blad.navigatie.buttons[naam], Qt.MouseButton.LeftButton)
        assert blad.scherm.naam == naam
        focus(blad)


def test_only_where_one_is_is_lit_in_the_bar(qtbot: QtBot, blad: Werkblad) -> None:
    button = blad.navigatie.buttons["toestemmingen"]
    donker = on_screen(button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert on_screen(button) != donker
    QTest.mouseClick(blad.navigatie.buttons["weging"], Qt.MouseButton.LeftButton)
    QTest.mouseMove(blad.navigatie)
    assert on_screen(button) == donker


def on_screen(button: QPushButton) -> QColor:
    """The ground of a button as it was painted last, not as it would be painted now."""
    QCoreApplication.processEvents()
    venster = button.window()
    place = button.mapTo(venster, button.rect().center()) + QPoint(button.width() // 2 - 12, 0)
    return venster.screen().grabWindow(venster.winId()).toImage().pixelColor(place)


def test_the_pages_before_a_vault_keep_the_keyboard_too(venster: Venster) -> None:
    start = venster.eerste_start
    assert start is not None
    for veld in (start.naam, start.gemeente):
        veld.setText("Delfzijl")
    start.to_plek()
    start.maken.setFocus()
    start.maken.setEnabled(False)
    QCoreApplication.processEvents()
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit)
    assert found is start.bestand
