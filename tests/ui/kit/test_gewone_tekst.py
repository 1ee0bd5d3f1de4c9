"""A name is no mark-up: whatever stands in it, all of it is read everywhere."""

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.ontwikkelplan import add_doel
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.kit.parts import KorteRegel, Rijknop, zweeftekst
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.screens import SCHERMEN
from intake_assistant.ui.window.window import Venster

NAAM = "<b>Ahmad</b> <Abu Omar> & <i>zoon</i>"
COLUMNS = range(5)


def seen(hint: str) -> str:
    """What Qt paints of a hint."""
    if not GuiQt.mightBeRichText(hint):
        return hint
    page = QTextDocument()
    page.setHtml(hint)
    return page.toPlainText()


@pytest.mark.parametrize("tekst", [NAAM, "A & B", "1 < 2", "<b>", "een\n<b>twee</b>", "<p>\nde rest", "&lt;"])
def test_a_hint_shows_what_it_was_given(qapp: QApplication, tekst: str) -> None:
    assert seen(zweeftekst(tekst)) == tekst


def test_a_line_that_is_cut_and_a_row_to_click_hint_at_the_whole(qapp: QApplication) -> None:
    line = KorteRegel()
    line.set_whole(NAAM)
    assert seen(line.toolTip()) == NAAM
    assert line.textFormat() is Qt.TextFormat.PlainText
    assert seen(Rijknop("rij", NAAM, lambda: None).toolTip()) == NAAM


def test_a_line_of_parts_leaves_out_whole_ones_and_hints_at_all(qtbot: QtBot) -> None:
    whole = "stap 2 van 6 · nog 7 vragen"
    line, gewoon = KorteRegel(heel=True), KorteRegel()
    for made in (line, gewoon):
        qtbot.addWidget(made)
        made.show()
        made.set_whole(whole)
    measure = line.fontMetrics().horizontalAdvance
    seen_at: list[str] = []
    for width in (measure(whole) + 40, measure("stap 2 van 6 · nog"), 20):
        line.resize(width, 20)
        seen_at.append(line.text())
    assert seen_at == [whole, "stap 2 van 6", ""]
    gewoon.resize(measure("stap 2 van 6 · nog"), 20)
    assert gewoon.text().endswith("…")
    assert seen(line.toolTip()) == line.accessibleName() == whole


def test_a_question_names_somebody_in_full(venster: Venster, echte_vragen: None) -> None:
    read: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        for part in box.findChildren(QLabel):
            if NAAM in part.text():
                assert part.textFormat() is Qt.TextFormat.PlainText
                read.append(part.text())
        box.reject()

    QTimer.singleShot(0, look)
    messages.confirm(venster, f"Het dossier van {NAAM} aanvullen?", f"Het gaat om {NAAM}.", "Aanvullen")
    assert read == [f"Het dossier van {NAAM} aanvullen?", f"Het gaat om {NAAM}."]


@pytest.fixture
def met_tekens(work: Workspace) -> str:
    """Somebody whose name and plan hold such signs."""
    dossier = create_dossier(
        work, {"voornamen": NAAM, "doelgroep": "asielstatushouder", "spreektaal": "ti"}
    ).made
    add_doel(work, dossier, NAAM, "lang")
    feiten = {"vorm": "azc", "taal": "ti", "onderwerpen": ["taalniveau"]}
    start_gesprek(work, dossier, feiten, [{"rol": "tolk", "naam": NAAM, "soort": "professioneel"}])
    return dossier


def test_no_screen_reads_a_name_as_markup(open_venster: Venster, met_tekens: str) -> None:
    blad = open_venster.werkblad
    assert blad is not None
    for kind in SCHERMEN:
        blad.go(kind.naam, {"dossier": met_tekens})
        labels = [w for w in blad.findChildren(QLabel) if w.textFormat() is not Qt.TextFormat.PlainText]
        assert [w.text() for w in labels if w.text()] == [], kind.naam
        about = [seen(hint) for hint in hints(blad) if "Abu Omar" in hint]
        assert [hint for hint in about if "<b>Ahmad</b> <Abu Omar>" not in hint] == [], kind.naam


def hints(blad: QWidget) -> list[str]:
    found = [w.toolTip() for w in blad.findChildren(QWidget) if w.toolTip()]
    for view in blad.findChildren(QAbstractItemView):
        model: QAbstractItemModel | None = view.model()
        if model is None:
            continue
        for row in range(model.rowCount(QModelIndex())):
            for column in range(len(COLUMNS)):
                hint = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
                found += [str(hint)] if hint else []
    return found
