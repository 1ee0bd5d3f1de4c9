"""What was typed, entered in the reading language: folded, kept as one entry, and out of date by itself."""

from pytestqt.qtbot import QtBot

from intake_assistant.domain.kinds import VERTALING
from intake_assistant.domain.vertaald.getypt import getypt_in, ingevoerd_bij
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.ui.fields.text import TextBox
from intake_assistant.ui.ontwikkelplan.screen import Ontwikkelplan
from intake_assistant.ui.window.context import Context
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, play_whole
from tests.ui.helpers import nameless


def fields(scherm: Ontwikkelplan) -> list[TextBox]:
    return scherm.vertaling.findChildren(TextBox)


def test_a_text_in_the_reading_language_becomes_one_entry_and_goes_out_of_date(
    show_screen: ShowScreen, context: Context, qtbot: QtBot
) -> None:
    id = play_whole(context.work, "01")
    scherm = show_screen(Ontwikkelplan, id)
    assert "Tigrinya" in scherm.vertaling.open.text()
    assert fields(scherm) == []
    click(scherm, "vertaalkaart_open")
    veld = fields(scherm)[0]
    veld.setFocus()
    veld.insertPlainText("ናይ ኢድ ስራሕ")
    scherm.leave()

    typed = next(een for een in getypt_in(context.work.vault.dossier(id)) if een.over.startswith("doel"))
    entries = [
        e for e in context.work.vault.entries(id) if e.header.subject == VERTALING.of(typed.over, "ti")
    ]
    assert len(entries) == 1
    found = ingevoerd_bij(context.work.vault.dossier(id), typed, "ti")
    assert found is not None
    assert found.tekst == "ናይ ኢድ ስራሕ"
    scherm.show_with({})
    assert ": 1 van " in scherm.vertaling.open.text()

    context.changed.emit(record_waarde(context.work, id, typed.over, "iets heel anders"))
    scherm.show_with({})
    assert "veranderde het Nederlands" in scherm.vertaling.uitleg.text()
    assert nameless(scherm) == []


def test_who_reads_dutch_is_asked_for_no_translation(
    show_screen: ShowScreen, context: Context, qtbot: QtBot
) -> None:
    id = play_whole(context.work, "01")
    record_waarde(context.work, id, "inburgeraar.leestaal", "nl")
    assert show_screen(Ontwikkelplan, id).vertaling.isHidden()
