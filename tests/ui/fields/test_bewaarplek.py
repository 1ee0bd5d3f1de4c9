"""Where a document goes: told once for each place others can reach, and nothing is overwritten unseen."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from intake_assistant.operations.papers import bewaarplek as plek
from intake_assistant.operations.papers.bewaarplek import soorten_of
from intake_assistant.ui.fields import destination
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.context import Context

JA, NEE = 0, 1


@pytest.fixture
def ask(context: Context, shown: Callable[[QWidget], None]) -> Callable[[], Path | None]:
    parent = QWidget()
    shown(parent)
    return lambda: destination.ask(context, parent, "Bewaren", Path("plan.pdf"), "")


@pytest.fixture
def synced(tmp_path: Path) -> Path:
    folder = tmp_path / "Nextcloud"
    folder.mkdir()
    return folder


Ask = Callable[[], Path | None]


def test_an_own_folder_is_not_asked_about(ask: Ask, script: messages.Script, tmp_path: Path) -> None:
    script.answers.append(tmp_path / "plan.pdf")
    assert ask() == tmp_path / "plan.pdf"


def test_a_synchronised_folder_is_told_once(ask: Ask, script: messages.Script, synced: Path) -> None:
    script.answers += [synced / "plan.pdf", JA, synced / "ander.pdf"]
    assert ask() == synced / "plan.pdf"
    assert "naar internet gekopieerd" in script.asked[-1]
    assert str(synced) in script.asked[-1]
    assert ask() == synced / "ander.pdf"


def test_who_would_rather_not_keeps_nothing_and_is_told_again(
    ask: Ask, script: messages.Script, synced: Path
) -> None:
    script.answers += [synced / "plan.pdf", NEE, synced / "plan.pdf", NEE]
    assert ask() is None
    assert ask() is None


def test_a_temporary_folder_is_told(ask: Ask, script: messages.Script) -> None:
    folder = Path(tempfile.mkdtemp())
    script.answers += [folder / "plan.pdf", JA]
    assert ask() == folder / "plan.pdf"
    assert "tijdelijke bestanden" in script.asked[-1]


def test_another_folder_of_the_same_kind_is_told_too(ask: Ask, script: messages.Script, synced: Path) -> None:
    (synced / "werk").mkdir()
    script.answers += [synced / "plan.pdf", JA, synced / "werk" / "plan.pdf", JA]
    assert ask() is not None
    assert ask() is not None


def test_nothing_is_overwritten_unseen(ask: Ask, script: messages.Script, tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").touch()
    script.answers += [tmp_path / "plan", NEE, tmp_path / "plan", JA]
    assert ask() is None
    assert ask() == tmp_path / "plan.pdf"


def test_the_kinds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    share = f"//server/map {tmp_path} cifs rw 0 0\n"
    assert soorten_of(tmp_path, {}, share) == ("netwerk",)
    assert soorten_of(tmp_path, {}, "") == ()
    assert soorten_of(Path("/media/an/STICK"), {}, "") == ("los",)
    assert soorten_of(Path("/run/media/an/STICK"), {}, "") == ("los",)
    assert soorten_of(tmp_path / "is er niet", {"OneDrive": str(tmp_path)}, "") == ("synchronisatie",)


def test_a_disk_that_the_computer_calls_removable_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    block = tmp_path / "sys" / "sdb" / "sdb1"
    block.mkdir(parents=True)
    (block.parent / "removable").write_text("1\n")
    device = tmp_path.stat().st_dev
    monkeypatch.setattr(plek, "BLOCK", tmp_path)
    (tmp_path / f"{os.major(device)}:{os.minor(device)}").symlink_to(block)
    assert soorten_of(tmp_path, {}, "") == ("los",)
