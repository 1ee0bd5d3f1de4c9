"""Every screen: the wheel turns over every control, and nothing changes and nothing is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QSlider,
    QSpinBox,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.instellingen.screen import DELEN, Instellingen
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.toestemming.asking import Toestemmingspaneel
from intake_assistant.ui.window.screens import SCHERMEN
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests.ui.gesprekshulp import find
from tests.ui.gevuld import fill

Naar = Callable[[Werkblad, Workspace, str], None]


def turn(widget: QWidget, steps: int) -> None:
    """Turn the wheel above a widget."""
    here = QPointF(widget.rect().center())
    event = QWheelEvent(
        here, QPointF(widget.mapToGlobal(here.toPoint())), QPoint(), QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def turn_in_window(widget: QWidget, steps: int) -> None:
    """Turn it as the system does: the window looks who is below the pointer, and around that."""
    window = widget.window()
    here = QPointF(widget.mapTo(window, widget.rect().center()))
    QTest.wheelEvent(window.windowHandle(), here, QPoint(0, 120 * steps))


def controls(root: QWidget) -> list[QWidget]:
    """Whatever can be under the pointer, with what Qt made inside it."""
    return [w for w in root.findChildren(QWidget) if w.isVisibleTo(root) and w.isEnabled()]


def values(root: QWidget) -> dict[QWidget, object]:
    """What each control says; how far a page was scrolled says nothing."""
    return {w: said for w in root.findChildren(QWidget) if (said := value(w)) is not None}


def value(widget: QWidget) -> object:
    if isinstance(widget, QComboBox | QTabBar):
        return widget.currentIndex()
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QAbstractButton):
        return widget.isChecked()
    if isinstance(widget, QTreeWidget):
        every = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
        return [item.checkState(0) for item in widget.findItems("", every)]
    if isinstance(widget, QAbstractItemView):
        return widget.currentIndex().row()
    if isinstance(widget, QSlider | QSpinBox):
        return widget.value()
    return None


def kept(work: Workspace) -> list[object]:
    """All that a field can leave behind: entries, what is being typed, half pages and settings."""
    vault = work.vault
    found: list[object] = [work.policy, vault.concepttekst("")]
    for dossier in vault.dossiers():
        found.append([entry.id for entry in vault.entries(dossier)])
    return found


def faults(blad: Werkblad, work: Workspace) -> list[str]:
    """What changed when the wheel turned over everything, without the keyboard and then with it."""
    QApplication.processEvents()
    on_disk, before = kept(work), values(blad)
    wrong = [fault for widget in controls(blad) for fault in turned(widget)]
    after = values(blad)
    wrong += [f"{w!r}: {before[w]} {after[w]}" for w in before if after.get(w) != before[w]]
    for widget in controls(blad):
        if shiboken6.isValid(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            widget.setFocus()
            wrong += turned(widget)
    assert kept(work) == on_disk
    return wrong


def turned(widget: QWidget) -> list[str]:
    """What a widget and those around it say otherwise; both ways, as a list may be at its end."""
    wrong, chain = [], [widget]
    while (around := chain[-1].parentWidget()) is not None:
        chain.append(around)
    for steps in (1, -1):
        before = [value(w) for w in chain]
        turn(widget, steps)
        after = [value(w) for w in chain]
        if after != before:
            wrong.append(f"{widget!r} {widget.objectName()}: {before} {after}")
    return wrong


@pytest.fixture
def dossier(work: Workspace) -> str:
    made = fill(work)
    doel = add_doel(work, made, "een opleiding", "kort").made
    add_afspraak(work, made, doel, {"wat": "een school bezoeken", "wie": "regievoerder"})
    return made


@pytest.fixture
def blad(open_venster: Venster) -> Werkblad:
    assert open_venster.werkblad is not None
    return open_venster.werkblad


def gesprek(blad: Werkblad, work: Workspace, dossier: str) -> None:
    start_gesprek(work, dossier, {"vorm": "azc", "taal": "ti", "onderwerpen": ["taalniveau"]})
    blad.go("gesprek", {"dossier": dossier, "vraag": "taalniveau.moedertaal"})


def lade(blad: Werkblad, work: Workspace, dossier: str) -> None:
    gesprek(blad, work, dossier)
    find(blad, QPushButton, "onderwerpen_knop").click()


def afronden(blad: Werkblad, work: Workspace, dossier: str) -> None:
    gesprek(blad, work, dossier)
    find(blad, QPushButton, "afronden_knop").click()


def verhaal(blad: Werkblad, work: Workspace, dossier: str) -> None:
    gesprek(blad, work, dossier)
    blad.go("gesprek", {"dossier": dossier, "vraag": "taalniveau.nl_lezen"})


def scholen(blad: Werkblad, work: Workspace, dossier: str) -> None:
    gesprek(blad, work, dossier)
    blad.go("gesprek", {"dossier": dossier, "vraag": "opleiding.scholen"})
    find(blad, QPushButton, "rij_erbij_opleiding.scholen").click()


def persoon(blad: Werkblad, _work: Workspace, dossier: str) -> None:
    blad.go("dossier", {"dossier": dossier, "deel": "persoon"})


def nieuw(blad: Werkblad, _work: Workspace, _dossier: str) -> None:
    blad.go("dossiers", {})
    find(blad, QPushButton, "nieuw_dossier").click()


def vragen(blad: Werkblad, _work: Workspace, dossier: str) -> None:
    blad.go("toestemmingen", {"dossier": dossier})
    find(blad, QPushButton, "toestemming_nieuw").click()
    vraag = blad.findChild(Toestemmingspaneel)
    assert vraag is not None
    vraag.go(2)


def plan(blad: Werkblad, _work: Workspace, dossier: str) -> None:
    blad.go("ontwikkelplan", {"dossier": dossier})
    QApplication.processEvents()
    find(blad, QPushButton, "doel_wijzigen").click()


def shown_lists(blad: Werkblad) -> set[str]:
    return {lijst.objectName() for lijst in blad.findChildren(QComboBox) if lijst.isVisible()}


def in_sight(field: QWidget) -> bool:
    return field.visibleRegion().contains(field.rect().center())


def test_the_wheel_takes_the_keyboard_from_nobody(
    qtbot: QtBot, blad: Werkblad, work: Workspace, dossier: str
) -> None:
    """In a conversation the question with the keyboard is the one that is answered."""
    for naar in (verhaal, persoon, plan, vragen, scholen):
        naar(blad, work, dossier)
        QApplication.processEvents()
        for field in controls(blad):
            if isinstance(field, QComboBox | QTextEdit | QPlainTextEdit) and in_sight(field):
                before = QApplication.focusWidget()
                turn_in_window(field, 1)
                assert QApplication.focusWidget() is before, f"{field.objectName()} took it"


def test_no_value_changes_on_any_screen(qtbot: QtBot, blad: Werkblad, work: Workspace, dossier: str) -> None:
    for kind in SCHERMEN:
        blad.go(kind.naam, {"dossier": dossier})
        assert isinstance(blad.scherm, kind.scherm)
        qtbot.waitUntil(lambda: not tasks.is_busy())
        assert faults(blad, work) == [], kind.naam


@pytest.mark.parametrize(
    ("naar", "lijsten"),
    [
        (gesprek, {"veld_taalniveau.moedertaal", "bron"}),
        (lade, {"bron", "gedeelde_taal"}),
        (verhaal, {"bron"}),
        (scholen, {"bron"}),
        (afronden, set()),
        (persoon, {"veld_spreektaal", "veld_geslacht"}),
        (nieuw, {"nieuw_spreektaal", "nieuw_doelgroep"}),
        (vragen, {"vraag_taal"}),
        (plan, {"afspraak_wie"}),
    ],
)
def test_no_value_changes_deeper_in(
    qtbot: QtBot, blad: Werkblad, work: Workspace, dossier: str, naar: Naar, lijsten: set[str]
) -> None:
    naar(blad, work, dossier)
    qtbot.waitUntil(lambda: lijsten <= shown_lists(blad))
    assert faults(blad, work) == []


def test_no_setting_changes(blad: Werkblad, work: Workspace) -> None:
    blad.go("instellingen", {})
    assert isinstance(blad.scherm, Instellingen)
    for nr, deel in enumerate(DELEN):
        blad.scherm.delen.setCurrentRow(nr)
        assert faults(blad, work) == [], deel


@pytest.fixture
def page(qtbot: QtBot, venster: Venster) -> QScrollArea:
    """A page of a new screen that nobody thought about, higher than its window."""
    inner = QWidget()
    box = QVBoxLayout(inner)
    lijst, zoek, getal, schuif, tabs = QComboBox(), QComboBox(), QSpinBox(), QSlider(), QTabWidget()
    for combo in (lijst, zoek):
        combo.addItems(["een", "twee", "drie"])
        combo.setCurrentIndex(1)
    zoek.setEditable(True)
    getal.setValue(5)
    schuif.setValue(50)
    for naam in ("links", "rechts"):
        tabs.addTab(QWidget(), naam)
    for made in (lijst, zoek, getal, schuif, tabs):
        box.addWidget(made)
    box.addStretch(1)
    inner.setMinimumHeight(2000)
    made_page = QScrollArea()
    made_page.setWidget(inner)
    made_page.setWidgetResizable(True)
    made_page.resize(300, 500)
    qtbot.addWidget(made_page)
    made_page.show()
    qtbot.waitExposed(made_page)
    return made_page


def test_a_field_that_nobody_thought_about_keeps_its_value_and_the_page_scrolls(page: QScrollArea) -> None:
    fields = [w for w in controls(page) if not isinstance(w, QScrollBar)]
    kinds = (QComboBox, QAbstractSpinBox, QAbstractSlider, QTabBar)
    assert {kind for kind in kinds for w in fields if isinstance(w, kind)} == set(kinds)
    before = values(page)
    for field in [w for w in fields if isinstance(w, kinds)]:
        page.verticalScrollBar().setValue(0)
        turn_in_window(field, -1)
        assert page.verticalScrollBar().value() > 0, field
        assert values(page) == before, field


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_a_list_that_was_opened_scrolls(qtbot: QtBot, venster: Venster) -> None:
    lijst = QComboBox()
    lijst.addItems([f"taal {n}" for n in range(200)])
    lijst.setMaxVisibleItems(8)
    qtbot.addWidget(lijst)
    lijst.show()
    qtbot.waitExposed(lijst)
    lijst.showPopup()
    QApplication.processEvents()
    turn_in_window(lijst.view().viewport(), -3)
    assert lijst.view().verticalScrollBar().value() > 0
    lijst.hidePopup()
