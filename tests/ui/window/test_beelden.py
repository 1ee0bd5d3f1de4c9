"""Every screen at two sizes, dark and light at 150 %, with long names, Arabic and Tigrinya: all fits.

With BEELDEN=folder in the environment the pictures are kept there, to be looked at.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.kit.parts import KorteRegel
from intake_assistant.ui.kit.theme import Keuze, kleur
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.window.preferences import Voorkeuren
from intake_assistant.ui.window.screens import SCHERMEN, Entrance
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests import patience
from tests.ui.gevuld import fill

KLEIN, GROOT = QSize(1366, 768), QSize(1920, 1080)
LANG = {
    "voornamen": "Mohammed-Abdulrahman Wilhelmina ሰላም ወልደገብርኤል",
    "achternaam": "van Haddad-El Mansouri tot Nieuwerhaven عبد الرحمن الحداد",
    "woonplaats": "Gasselterboerveenschemond bij Westerhaar-Vriezenveensewijk",
}
ANTWOORDEN = {
    "motivatie.beroepswens": "ነርስ ኮይነ ክሰርሕ ይደሊ፣ ኣብ ሓደ ሆስፒታል",
    "taalniveau.verhaal": "أتكلم العربية في البيت والكردية في السوق مع جيراني",
}


@pytest.fixture
def dossier(work: Workspace) -> str:
    made = fill(work, **LANG)
    for naam, waarde in ANTWOORDEN.items():
        record_antwoord(work, made, naam, waarde)
    return made


@pytest.fixture
def blad(
    qtbot: QtBot, omgeving: Omgeving, voorkeuren: Voorkeuren, work: Workspace, kleuren: Keuze, schaal: int
) -> Iterator[Werkblad]:
    voorkeuren.keep(kleuren=kleuren, schaal=schaal)
    venster = Venster(omgeving)
    qtbot.addWidget(venster)
    venster.resize(KLEIN)
    venster.show()
    venster.enter(work)
    assert venster.werkblad is not None
    yield venster.werkblad
    if venster.werkblad is not None:
        venster.lock()


# What the colours are moves nothing.
@pytest.mark.parametrize(("kleuren", "schaal"), [("donker", 100), ("licht", 150)])
def test_every_screen_fits(qtbot: QtBot, blad: Werkblad, dossier: str, kleuren: str, schaal: int) -> None:
    faults = []
    for kind in SCHERMEN:
        show(blad, kind, dossier)
        qtbot.waitUntil(lambda: not tasks.is_busy())
        for size in (KLEIN, GROOT):
            blad.window().resize(size)
            settle()
            picture = blad.window().grab().toImage()
            keep(picture, f"{kind.naam}_{size.width()}_{kleuren}_{schaal}")
            assert picture.size() == size
            assert picture.pixelColor(2, size.height() // 2) == kleur("balk")
            faults += [f"{kind.naam} {size.width()}: {fault}" for fault in faults_of(blad)]
    assert not faults, "\n".join(faults)


def test_a_fault_is_found(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    root.resize(100, 100)
    for where in (QRect(0, 0, 20, 30), QRect(60, 40, 90, 30)):
        QLabel("besluit", root).setGeometry(where)
    area = QScrollArea(root)
    area.setGeometry(0, 70, 60, 30)
    wide = QWidget()
    wide.setFixedWidth(300)
    area.setWidget(wide)
    root.show()
    settle()
    assert [fault.split()[0] for fault in faults_of(root)] == ["clipped", "outside", "scrolls"]


def show(blad: Werkblad, kind: Entrance, dossier: str) -> None:
    blad.go(kind.naam, {"dossier": dossier})
    assert isinstance(blad.scherm, kind.scherm)
    assert not blad.banner.isVisible(), blad.banner.tekst.text()


def settle() -> None:
    """What is laid out shows what lies in it a turn later; what is looked up behind it is there first."""
    QThreadPool.globalInstance().waitForDone(patience.MS)
    for _ in range(3):
        QApplication.processEvents()


def keep(picture: QImage, naam: str) -> None:
    if "BEELDEN" in os.environ:
        picture.save(str(Path(os.environ["BEELDEN"]) / f"{naam}.png"))


def faults_of(root: QWidget) -> list[str]:
    """What is cut off, lies outside what holds it, or must be moved sideways."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not root.window() or is_inner(widget):
            continue
        if is_clipped(widget):
            found.append(f"clipped {describe(widget)} {widget.size()} wants {widget.sizeHint()}")
        elif is_outside(widget):
            found.append(f"outside {describe(widget)} {widget.geometry()}")
        if isinstance(widget, QAbstractScrollArea) and widget.horizontalScrollBar().maximum() > 0:
            found.append(f"scrolls {describe(widget)} by {widget.horizontalScrollBar().maximum()}")
    return found


def is_inner(widget: QWidget) -> bool:
    """Whether Qt made it inside another: a bar, a viewport, the button in a field."""
    return widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), QAbstractScrollArea)


def is_clipped(widget: QWidget) -> bool:
    """Whether a label or button is smaller than its words; one line that ends in an ellipsis may be."""
    if isinstance(widget, KorteRegel) or not words(widget):
        return False
    high, wide = widget.sizeHint().height(), widget.sizeHint().width()
    if widget.hasHeightForWidth():
        high, wide = widget.heightForWidth(widget.width()), 0
    return high > widget.height() + 1 or wide > widget.width() + 1


def is_outside(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea):
        return False
    return not parent.rect().contains(widget.geometry())


def words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def describe(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r} {words(widget)[:40]!r}"
