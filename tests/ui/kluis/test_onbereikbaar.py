"""Paths that cannot be reached: the window says so, and nothing of the program goes wrong."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.ui.fields import destination
from intake_assistant.ui.kluis.ontgrendelen import Ontgrendelen
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.window.preferences import FILE, Keuzes, Voorkeuren
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import open_window

LONG = "n" * 300


def unreachable(tmp_path: Path) -> list[Path]:
    """A name that is too long, a folder below it, and links that go round."""
    loop = tmp_path / "kring"
    if os.name != "nt":
        loop.symlink_to(loop)
    return [tmp_path / LONG, tmp_path / LONG / "x", loop, loop / "x", Path("/" + "\udcff"), Path("x\0y")]


@pytest.mark.parametrize("number", range(6))
def test_a_place_for_a_document_may_be_unreachable(
    context: Context,
    shown: Callable[[QWidget], None],
    script: messages.Script,
    tmp_path: Path,
    number: int,
) -> None:
    parent = QWidget()
    shown(parent)
    chosen = (unreachable(tmp_path)[number] / "plan").with_suffix(".pdf")
    # The folder of tests is a temporary one, which is told once.
    script.answers += [chosen, 0]
    assert destination.ask(context, parent, "Bewaren", Path("plan.pdf"), "") == chosen
    script.answers.clear()


@pytest.mark.parametrize(
    "content",
    ['{"kluis": "/x", "schaal": Infinity, "kleuren": "licht"}', "[" * 100_000, '{"kluis": 1}', "\0", "null"],
    ids=["no number", "too deep", "half", "a NUL", "nothing"],
)
def test_choices_that_were_damaged_begin_anew(content: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    assert Voorkeuren(tmp_path / FILE).keuzes == Keuzes()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in a folder")
def test_choices_that_are_a_pipe_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / FILE)
    assert Voorkeuren(tmp_path / FILE).keuzes == Keuzes()


@pytest.mark.parametrize("number", range(6))
def test_the_last_vault_may_be_unreachable(
    qtbot: QtBot, omgeving: Omgeving, tmp_path: Path, number: int
) -> None:
    path = unreachable(tmp_path)[number]
    omgeving.voorkeuren.keuzes = Keuzes(kluis=str(path))
    venster = open_window(omgeving)
    qtbot.addWidget(venster)
    page = venster.findChild(Ontgrendelen)
    assert isinstance(page, Ontgrendelen)
    page.show_vault(path)
    page.look_around()
    page.wachtzin.field.setText("iets")
    page.open_vault()
    qtbot.waitUntil(lambda: not page.melding.isHidden() and bool(page.melding.text()))
    assert "onbekend" not in page.melding.text()
