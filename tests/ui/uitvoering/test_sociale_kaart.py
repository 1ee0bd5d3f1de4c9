"""The sociale kaart: from Excel into the referrals, and back to Excel."""

from pathlib import Path

from openpyxl import Workbook
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from intake_assistant.operations.socialekaart.kaart import kaart_file, organisaties_of, read_kaart
from intake_assistant.ui.qt import messages
from intake_assistant.ui.uitvoering.screen import UitvoeringScherm
from intake_assistant.ui.window.context import Context
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, texts, visible


def test_it_comes_from_excel_is_offered_and_goes_back(
    show_screen: ShowScreen, context: Context, selam: str, script: messages.Script, tmp_path: Path
) -> None:
    lijst = tmp_path / "kaart.xlsx"
    book = Workbook()
    for cellen in (
        ("Adres", "naam", "E-mail", "iets"),
        ("Kade 1", "Humanitas", "h@x.example", 1),
        ("x", None),
    ):
        book.worksheets[0].append(cellen)
    book.save(lijst)
    scherm = show_screen(UitvoeringScherm, selam, deel="verwijzingen")
    script.answers.append(lijst)
    click(scherm, "kaart_lees")
    assert texts(scherm, "kaart_stand") == ["Er staat één organisatie in de lijst."]
    click(scherm, "verwijzing_nieuw")
    (rij,) = context.dossier().row_ids("verwijzing")
    naar = visible(scherm, f"veld_verwijzing_{rij}_naar")
    assert isinstance(naar, QLineEdit)
    offered = naar.completer()
    assert offered is not None
    offered.activated.emit("Humanitas")
    assert context.dossier().get(f"verwijzing[{rij}].naar") == "Humanitas"
    assert texts(scherm, f"bereik_{rij}") == ["h@x.example, Kade 1"]

    lijst.write_bytes(kaart_file(context.work))
    assert read_kaart(context.work, lijst) == (list(organisaties_of(context.work)), [])
    assert organisaties_of(context.work)[0].adres == "Kade 1"


def test_what_is_no_list_changes_nothing(
    show_screen: ShowScreen,
    context: Context,
    selam: str,
    script: messages.Script,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"PK no workbook")
    scherm = show_screen(UitvoeringScherm, selam, deel="verwijzingen")
    script.answers.append(tmp_path / "x.xlsx")
    with qtbot.waitSignal(context.failed) as told:
        click(scherm, "kaart_lees")
    assert told.args[0].code == "kaart.invalid"
    assert organisaties_of(context.work) == ()
