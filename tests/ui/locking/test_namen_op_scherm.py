"""A name with characters that turn the direction of writing leaves every screen as it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, QThreadPool
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QWidget

from intake_assistant.domain.leesrichting import OMKERINGEN
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.ontwikkelplan import add_doel
from intake_assistant.operations.acts.toestemming import record_toestemming
from intake_assistant.operations.acts.weging import add_argument
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.window.screens import SCHERMEN
from intake_assistant.ui.window.window import Venster

OMGEKEERD = "\u202eSelam\u200f"


def shown(scherm: QWidget) -> list[str]:
    """All that can be read on a screen, and what is read aloud of it."""
    found = []
    for widget in scherm.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton):
            found += [widget.text(), widget.toolTip(), widget.accessibleName()]
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            is_list = isinstance(model, QAbstractListModel)
            kolommen = 1 if is_list else model.columnCount(QModelIndex())
            found += [
                str(model.index(r, k).data(Qt.ItemDataRole.DisplayRole))
                for r in range(model.rowCount(QModelIndex()))
                for k in range(kolommen)
            ]
    return found


@pytest.fixture
def omgekeerd(work: Workspace) -> str:
    """A person, a plan, a consent and a weighing that all hold such characters."""
    dossier = create_dossier(
        work, {"voornamen": OMGEKEERD, "achternaam": "\u202eTesfay", "doelgroep": "asielstatushouder"}
    ).made
    add_doel(work, dossier, OMGEKEERD, "lang")
    add_argument(work, dossier, "B", "voor", OMGEKEERD)
    record_toestemming(work, dossier, {
        "richting": "delen", "gegeven": "ja", "wijze": "mondeling", "taal": "ti", "uitgelegd_met": "tolk",
        "vrije_keuze_uitgelegd": "ja", "partij": OMGEKEERD, "doel": OMGEKEERD, "gegevens": ["taalniveau"],
    })  # fmt: skip
    feiten = {"vorm": "azc", "taal": "ti", "onderwerpen": ["taalniveau"]}
    start_gesprek(work, dossier, feiten, [{"rol": "tolk", "naam": OMGEKEERD, "soort": "professioneel"}])
    return dossier


NAMELESS = (
    "instellingen", "te_regelen", "uitwisseling", "kansengelijkheid", "melden", "dubbel", "conflicten",
)  # fmt: skip
"""Screens on which nobody is named of whom there is nothing to settle."""


def test_nothing_on_a_screen_turns_the_direction(open_venster: Venster, omgekeerd: str) -> None:
    blad = open_venster.werkblad
    assert blad is not None
    for kind in SCHERMEN:
        blad.go(kind.naam, {"dossier": omgekeerd})
        # Of all dossiers the figures come from a thread.
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()
        words = shown(blad.scherm) + shown(blad.kop)
        assert kind.naam in NAMELESS or any("Selam" in w for w in words), kind.naam
        assert not [w for w in shown(blad) if set(w) & set(OMKERINGEN)], kind.naam
    blad.go("dossier", {"dossier": omgekeerd})
    blad.act("zoeken")
    QApplication.processEvents()
    assert not [w for w in shown(blad) if set(w) & set(OMKERINGEN)]


def test_the_header_reads_from_left_to_right(open_venster: Venster, omgekeerd: str) -> None:
    assert open_venster.werkblad is not None
    open_venster.werkblad.go("dossier", {"dossier": omgekeerd})
    assert open_venster.werkblad.kop.naam.toolTip() == "Selam Tesfay"
