"""Cards in the window: the own one to give; those of others once their fingerprint was heard and typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage

from intake_assistant.documents.qr import qr_rows
from intake_assistant.exchange.card import read_card
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.qt import messages
from tests.ui.gespeeld import click, texts, type_in, visible
from tests.ui.uitwisseling.conftest import Collega, Open, meet


@pytest.fixture
def tea(collega: Collega) -> Workspace:
    return collega("Tea")


def test_the_own_card_stands_there_to_be_read_aloud(open_deel: Open, work: Workspace) -> None:
    scherm = open_deel("kaarten")
    own = cards.own_card(work)
    assert texts(scherm, "kaart_wie") == ["Anneke van den Berg, Regievoerder, Delfzijl"]
    assert texts(scherm, "kaart_kenmerk") == [own.fingerprint]
    assert own.fingerprint in visible(scherm, "kaart_kenmerk").accessibleName()


def test_the_picture_has_the_squares_of_the_card(open_deel: Open, work: Workspace) -> None:
    picture = visible(open_deel("kaarten"), "kaart_qr")
    rows = qr_rows(cards.own_card(work).line)
    image = picture.grab().toImage()
    size = min(picture.width(), picture.height()) // (len(rows) + 8)
    assert size >= 2
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            middle = QRect((x + 4) * size, (y + 4) * size, size, size).center()
            assert is_dark(image, middle.x(), middle.y()) is dark


def is_dark(image: QImage, x: int, y: int) -> bool:
    return image.pixelColor(x, y).lightness() < 128


def test_the_card_is_kept_as_a_file_and_as_text(
    open_deel: Open, work: Workspace, tmp_path: Path, script: messages.Script
) -> None:
    scherm = open_deel("kaarten")
    script.answers.append(tmp_path / "kaart.txt")
    click(scherm, "kaart_bewaren")
    own = cards.own_card(work)
    assert cards.card_in_file(tmp_path / "kaart.txt") == own
    # Made to be given away, with a name on it.
    (tmp_path / "kaart.txt").unlink()
    click(scherm, "kaart_kopieren")
    assert read_card(QGuiApplication.clipboard().text()) == own


def test_a_card_without_a_municipality_says_so(open_deel: Open, work: Workspace) -> None:
    work.vault.set_setting("gemeente", "")
    work.vault.set_setting("gemeente.naam", "")
    scherm = open_deel("kaarten")
    assert any("nog geen gemeente" in tekst for tekst in texts(scherm))


def test_a_card_is_known_once_its_fingerprint_was_typed(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path, script: messages.Script
) -> None:
    cards.write_card(tea, tmp_path / "tea.txt")
    scherm, kenmerk = open_deel("kaarten"), cards.own_card(tea).fingerprint
    click(scherm, "kaart_toevoegen")
    script.answers.append(tmp_path / "tea.txt")
    click(scherm, "kaart_bestand")
    assert not any(kenmerk in tekst for tekst in texts(scherm)), "it would be typed over from the screen"
    veld = visible(scherm, "kaart_getypt")
    type_in(veld, kenmerk[:-1])
    assert texts(scherm, "kaart_oordeel") == ["Nog 1 cijfer."]
    assert not visible(scherm, "kaart_vertrouwen").isEnabled()
    type_in(veld, kenmerk[-1])
    click(scherm, "kaart_vertrouwen")
    assert [known.naam for known in cards.known_devices(work)] == ["Tea"]
    assert scherm.kaarten.model.rijen[0][0] == "Tea"


def test_the_card_that_was_added_is_chosen(
    open_deel: Open, work: Workspace, tea: Workspace, collega: Collega
) -> None:
    meet(work, collega("Abel"), collega("Zoe"))
    scherm = open_deel("kaarten")
    click(scherm, "kaart_toevoegen")
    scherm.kaarten.toevoegen.geplakt.setPlainText(cards.own_card(tea).line)
    type_in(visible(scherm, "kaart_getypt"), cards.own_card(tea).fingerprint)
    click(scherm, "kaart_vertrouwen")
    assert scherm.kaarten.model.rijen[scherm.kaarten.tabel.row][0] == "Tea"


def test_a_group_that_is_another_is_told_by_its_number(
    open_deel: Open, work: Workspace, tea: Workspace
) -> None:
    scherm = open_deel("kaarten")
    click(scherm, "kaart_toevoegen")
    scherm.kaarten.toevoegen.geplakt.setPlainText(cards.own_card(tea).line)
    first, second = cards.own_card(tea).fingerprint.split()[:2]
    other = f"{(int(second) + 1) % 100_000:05}"
    type_in(visible(scherm, "kaart_getypt"), f"{first} {other}")
    assert texts(scherm, "kaart_oordeel")[0].startswith("Groep 2 is anders.")
    click(scherm, "kaart_vertrouwen")
    assert cards.known_devices(work) == []


def test_what_is_no_card_and_the_own_card_are_refused(open_deel: Open, work: Workspace) -> None:
    scherm = open_deel("kaarten")
    click(scherm, "kaart_toevoegen")
    for pasted, told in (("een briefje", "geen kaart"), (cards.own_card(work).line, "uw eigen kaart")):
        scherm.kaarten.toevoegen.geplakt.setPlainText(pasted)
        assert told in texts(scherm, "kaart_fout")[0]
        assert scherm.kaarten.toevoegen.card is None


def test_a_card_is_withdrawn_after_a_question(
    open_deel: Open, work: Workspace, tea: Workspace, script: messages.Script
) -> None:
    meet(work, tea)
    scherm = open_deel("kaarten")
    script.answers.append(1)
    click(scherm, "kaart_intrekken")
    assert not cards.known_devices(work)[0].ingetrokken_op
    script.answers.append(0)
    click(scherm, "kaart_intrekken")
    assert cards.known_devices(work)[0].ingetrokken_op == "2026-05-04"
    assert scherm.kaarten.model.rijen[0][-1] == "ingetrokken"
    assert not visible(scherm, "kaart_intrekken").isEnabled()
