"""Documents: looked at in memory, kept only where the user says, never over another file unasked."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document as read_docx
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.errors import KnownError
from intake_assistant.ui.documenten.screen import Documenten
from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.window.context import Context
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, play_concept, play_whole, texts, visible
from tests.ui.helpers import nameless

Make = Callable[[str], Documenten]


@pytest.fixture
def make(show_screen: ShowScreen, qtbot: QtBot) -> Make:
    def make(dossier: str) -> Documenten:
        made = show_screen(Documenten, dossier)
        qtbot.waitUntil(lambda: bool(made.voorbeeld.inhoud))
        return made

    return make


def log(scherm: Documenten) -> list[str]:
    return texts(scherm, "logregel")


def ready(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not tasks.is_busy())


def test_the_sheet_that_is_asked_for_stands_in_sight(
    show_screen: ShowScreen, context: Context, qtbot: QtBot
) -> None:
    id = play_concept(context.work, "06")
    scherm = show_screen(Documenten, id, size=(900, 500), deel="wandplan")
    qtbot.waitUntil(lambda: not visible(scherm, "print_wandplan").visibleRegion().isEmpty(), timeout=1000)


def test_a_concept_is_called_so_and_kept_where_the_user_says(
    make: Make, context: Context, qtbot: QtBot, script: messages.Script, tmp_path: Path
) -> None:
    scherm = make(play_concept(context.work, "06"))
    stand = visible(scherm, "stand_beschikking")
    assert isinstance(stand, QLabel)
    assert stand.text() == "CONCEPT"

    script.answers = [tmp_path / "brief.docx"]
    click(scherm, "bewaar_beschikking_docx")
    ready(qtbot)

    assert "beschikking-" in script.asked[0]
    assert "-concept.docx" in script.asked[0]
    words = "\n".join(p.text for p in read_docx(str(tmp_path / "brief.docx")).paragraphs)
    assert "persoonlijk plan inburgering" in words
    assert len(log(scherm)) == 1
    assert log(scherm)[0].startswith("Beschikking als Word: 4 mei 2026")


def test_the_pdf_that_was_set_goes_out_byte_for_byte(
    make: Make, context: Context, qtbot: QtBot, script: messages.Script, tmp_path: Path
) -> None:
    scherm = make(play_whole(context.work, "06"))
    script.answers = [tmp_path / "besluit.pdf"]
    click(scherm, "bewaar_beschikking_pdf")
    ready(qtbot)

    written = (tmp_path / "besluit.pdf").read_bytes()
    assert hashlib.sha256(written).hexdigest() == besluiten_of(context.dossier())[0].bestanden["pdf"]
    assert scherm.voorbeeld.inhoud == written


def test_a_file_that_is_there_is_only_overwritten_after_asking(
    make: Make, context: Context, qtbot: QtBot, script: messages.Script, tmp_path: Path
) -> None:
    scherm = make(play_concept(context.work, "06"))
    path = tmp_path / "plan.pdf"
    path.write_text("van iemand anders")

    script.answers = [path, 1]
    click(scherm, "bewaar_ontwikkelplan_pdf")
    ready(qtbot)
    assert path.read_text() == "van iemand anders"
    assert log(scherm) == []

    script.answers = [path, 0]
    click(scherm, "bewaar_ontwikkelplan_pdf")
    ready(qtbot)
    assert path.read_bytes().startswith(b"%PDF")
    assert len(log(scherm)) == 1


def test_the_plan_for_the_wall_is_looked_at_and_kept(
    make: Make, context: Context, qtbot: QtBot, script: messages.Script, tmp_path: Path
) -> None:
    scherm = make(play_concept(context.work, "06"))
    before = scherm.voorbeeld.inhoud
    click(scherm, "bekijk_wandplan")
    qtbot.waitUntil(lambda: scherm.voorbeeld.inhoud not in (b"", before))
    path = tmp_path / "wand.pdf"
    script.answers = [path]
    click(scherm, "bewaar_wandplan_pdf")
    ready(qtbot)
    assert path.read_bytes() == scherm.voorbeeld.inhoud
    assert log(scherm)[0].startswith("Plan voor aan de muur als PDF")


def test_a_place_that_cannot_be_written_is_told(
    make: Make, context: Context, qtbot: QtBot, script: messages.Script, tmp_path: Path
) -> None:
    scherm = make(play_concept(context.work, "06"))
    (tmp_path / "bestand").write_text("")
    script.answers = [tmp_path / "bestand" / "plan.pdf"]
    with qtbot.waitSignal(context.failed) as signal:
        click(scherm, "bewaar_ontwikkelplan_pdf")

    error = signal.args[0]
    assert isinstance(error, KnownError)
    assert error.code == "output.not_writable"
    assert log(scherm) == []


def test_looking_turns_to_the_other_part(make: Make, context: Context, qtbot: QtBot) -> None:
    scherm = make(play_concept(context.work, "06"))
    before = scherm.voorbeeld.inhoud
    click(scherm, "bekijk_ontwikkelplan")
    qtbot.waitUntil(lambda: scherm.voorbeeld.inhoud != before)

    assert scherm.where() == {"deel": "ontwikkelplan"}
    assert nameless(scherm) == []


def test_calling_off_writes_nothing(
    make: Make, context: Context, qtbot: QtBot, script: messages.Script
) -> None:
    scherm = make(play_concept(context.work, "06"))
    script.answers = [None]
    click(scherm, "bewaar_beschikking_pdf")
    ready(qtbot)

    assert log(scherm) == []


def test_where_both_have_no_room_the_pages_come_in_place_of_the_cards_and_go_again(
    show_screen: ShowScreen, context: Context
) -> None:
    id = play_concept(context.work, "06")
    thema.apply("licht", 200)
    scherm = show_screen(Documenten, id, size=(900, 430))
    assert scherm.voorbeeld.isHidden()
    assert not scherm.step_back()
    bekijk = visible(scherm, "bekijk_beschikking")
    click(scherm, "bekijk_beschikking")
    QApplication.processEvents()
    assert scherm.voorbeeld.isVisible()
    assert not bekijk.isVisible()
    assert scherm.voorbeeld.height() > 200
    click(scherm, "documenten_terug")
    assert bekijk.isVisible()
    assert bekijk.hasFocus()
    scherm.resize(900, 1400)
    assert scherm.voorbeeld.isVisible()
