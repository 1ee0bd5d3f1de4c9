"""Handing out in the window: the list comes before the file, health asks by itself, who has it is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyrage  # type: ignore[import-untyped]  # the wheel carries no types
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake_assistant.domain.recht.uitwisseling import Ontvangersoort
from intake_assistant.domain.recht.wissen import VERGISSING
from intake_assistant.domain.uitwisseling.verstrekking import verstrekkingen_of
from intake_assistant.operations.acts.toestemming import withdraw_toestemming
from intake_assistant.operations.acts.wissen import erase
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.meldingen import meldingen
from intake_assistant.operations.exchange.verstrekken import hand_out, propose
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.verstrekken.melden import MeldenScherm
from intake_assistant.ui.verstrekken.screen import GEZOND, KLAAR, LIJST, WIE, VerstrekkenScherm
from intake_assistant.ui.window.context import Context, Scherm
from tests.documents.lezen import pdf_pages
from tests.operations.exchange.verstrekhulp import BEPERKT, KEY, PARTIJ, TAALMAATJE, agreed, asked, begun
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, texts, type_in, visible


@pytest.fixture
def dossier(work: Workspace) -> str:
    return begun(work)


@pytest.fixture
def stil(qtbot: QtBot) -> Callable[[], None]:
    """Waits until nothing is on its way any more."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not tasks.is_busy() and not tasks._running)

    return wait


def fill(scherm: VerstrekkenScherm, als: Ontvangersoort, naam: str = PARTIJ) -> None:
    click(scherm, f"als_{als}")
    scherm.wie.naam.setText(naam)
    scherm.wie.sleutel.setPlainText(str(KEY.to_public()))
    click(scherm, "verstrekken_verder")


def page(scherm: VerstrekkenScherm) -> int:
    return scherm.bladen.currentIndex()


def said(scherm: Scherm) -> str:
    return "\n".join(texts(scherm)).replace("\u2068", "").replace("\u2069", "")


def test_the_list_comes_before_the_file(
    show_screen: ShowScreen, work: Workspace, dossier: str, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    agreed(work, dossier)
    scherm = show_screen(VerstrekkenScherm, dossier)
    assert not scherm.wie.door.isEnabled()
    fill(scherm, Ontvangersoort.ANDER)
    assert page(scherm) == LIJST
    # What goes is read first: a second Enter makes no file.
    assert scherm.window().focusWidget() is scherm
    assert "Wilt u een taalmaatje?" in said(scherm)
    assert "een taalmaatje vinden dat past" in said(scherm)
    assert not list(tmp_path.glob("*.age"))
    script.answers.append(tmp_path / "school")
    click(scherm, "verstrekken_maken")
    stil()
    assert page(scherm) == KLAAR
    (made,) = tmp_path.glob("*.intake.age")
    assert pyrage.decrypt(made.read_bytes(), [KEY])
    click(scherm, "verstrekt_map")
    assert script.asked[-1] == str(tmp_path)
    click(scherm, "verstrekt_kopieren")
    assert QGuiApplication.clipboard().text() == str(made)
    click(scherm, "verstrekt_nog")
    assert page(scherm) == WIE
    assert f"aan {PARTIJ}: Over wie het gaat; Met toestemming" in said(scherm)


def test_without_consent_it_says_why(show_screen: ShowScreen, work: Workspace, dossier: str) -> None:
    scherm = show_screen(VerstrekkenScherm, dossier)
    fill(scherm, Ontvangersoort.ANDER)
    assert page(scherm) == WIE
    assert "geen geldige toestemming" in said(scherm)


def test_a_key_without_a_name_asks_for_it(show_screen: ShowScreen, work: Workspace, dossier: str) -> None:
    agreed(work, dossier)
    scherm = show_screen(VerstrekkenScherm, dossier)
    fill(scherm, Ontvangersoort.ANDER, "")
    assert page(scherm) == WIE
    assert "Vul in van wie deze sleutel is." in said(scherm)
    assert scherm.focusWidget() is scherm.wie.naam


def test_what_is_not_filled_in_is_asked_for_by_its_name(
    show_screen: ShowScreen, work: Workspace, dossier: str
) -> None:
    scherm = show_screen(VerstrekkenScherm, dossier)
    click(scherm, "als_taalschool")
    click(scherm, "verstrekken_verder")
    assert "Vul in wie de gegevens krijgt." in said(scherm)
    assert scherm.focusWidget() is scherm.wie.naam
    scherm.wie.naam.setText(PARTIJ)
    click(scherm, "verstrekken_verder")
    assert "De sleutel van de ontvanger ontbreekt nog." in said(scherm)
    assert scherm.focusWidget() is scherm.wie.sleutel
    scherm.wie.sleutel.setPlainText("age1 geen sleutel")
    scherm.wie.naam.setFocus()
    click(scherm, "verstrekken_verder")
    assert scherm.focusWidget() is scherm.wie.sleutel


@pytest.mark.parametrize("toets", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
def test_the_ground_for_health_goes_on_by_the_keyboard(
    show_screen: ShowScreen, work: Workspace, dossier: str, toets: Qt.KeyboardModifier
) -> None:
    agreed(work, dossier, gegevens=[TAALMAATJE, BEPERKT], uitdrukkelijk=True)
    scherm = show_screen(VerstrekkenScherm, dossier)
    fill(scherm, Ontvangersoort.ANDER)
    assert scherm.focusWidget() is scherm.niet_mee
    click(scherm, "verstrekken_gezond_ja")
    type_in(scherm.grond, "kort")
    QTest.keyClick(scherm.grond, Qt.Key.Key_Return, toets)
    assert page(scherm) == GEZOND
    type_in(scherm.grond, "een maatje dat kan tillen")
    QTest.keyClick(scherm.grond, Qt.Key.Key_Return, toets)
    assert page(scherm) == LIJST
    # A second Enter makes no file.
    assert scherm.window().focusWidget() is scherm
    click(scherm, "lijst_terug")
    click(scherm, "verstrekken_verder")
    assert page(scherm) == GEZOND
    assert scherm.focusWidget() is scherm.wel_mee


def test_health_asks_by_itself(show_screen: ShowScreen, work: Workspace, dossier: str) -> None:
    agreed(work, dossier, gegevens=[TAALMAATJE, BEPERKT], uitdrukkelijk=True)
    scherm = show_screen(VerstrekkenScherm, dossier)
    fill(scherm, Ontvangersoort.ANDER)
    assert page(scherm) == GEZOND
    click(scherm, "gezond_door")
    assert page(scherm) == LIJST
    assert "Beperkt bij leren" not in said(scherm)
    assert "Dit blijft hier" in said(scherm)
    click(scherm, "lijst_terug")
    click(scherm, "verstrekken_verder")
    click(scherm, "verstrekken_gezond_ja")
    assert not scherm.gezond_door.isEnabled()
    scherm.grond.setText("een maatje dat kan tillen")
    click(scherm, "gezond_door")
    assert "Beperkt bij leren" in said(scherm)
    assert "een maatje dat kan tillen" in said(scherm)


def test_the_list_says_what_each_fact_is(show_screen: ShowScreen, work: Workspace, dossier: str) -> None:
    """A question without its answer says nothing of what goes."""
    agreed(work, dossier, gegevens=[TAALMAATJE, BEPERKT], uitdrukkelijk=True)
    scherm = show_screen(VerstrekkenScherm, dossier)
    fill(scherm, Ontvangersoort.ANDER)
    click(scherm, "verstrekken_gezond_ja")
    scherm.grond.setText("een maatje dat kan tillen")
    click(scherm, "gezond_door")
    voorstel = propose(work, asked(dossier, gezondheid="een maatje dat kan tillen"))
    for deel in voorstel.delen:
        shown = texts(visible(scherm, f"verstrekdeel_{deel.wat}"))
        for gegeven in deel.inhoud.gegevens:
            assert any(gegeven.label in zin and gegeven.tekst in zin for zin in shown), gegeven
    # What is about health is to be seen as such, beside its words.
    assert visible(scherm, "verstrekdeel_bijzonder").property("rol") == "waarschuwing"
    assert visible(scherm, "verstrekdeel_toestemming").property("rol") == "kaart"


def test_nobody_reads_a_bsn_from_the_list(show_screen: ShowScreen, work: Workspace, dossier: str) -> None:
    scherm = show_screen(VerstrekkenScherm, dossier)
    click(scherm, "als_andere_gemeente")
    scherm.wie.verzoek_op.show_waarde("2026-03-02")
    scherm.wie.verzoek_door.setText("J. Bakker")
    fill(scherm, Ontvangersoort.GEMEENTE, "Deventer")
    assert page(scherm) == LIJST
    assert "BSN" in said(scherm)
    assert "999990019" not in said(scherm)


def test_what_the_law_regulates_is_told_whole(show_screen: ShowScreen, work: Workspace, dossier: str) -> None:
    scherm = show_screen(VerstrekkenScherm, dossier)
    fill(scherm, Ontvangersoort.TAALSCHOOL, PARTIJ)
    assert "aantal uren en de termijn. Niets over gezondheid" in said(scherm)
    assert "bezwaar mag maken" in said(scherm)
    click(scherm, "lijst_terug")
    # A part on consent is not of those for which none is asked.
    agreed(work, dossier)
    click(scherm, "verstrekken_verder")
    assert page(scherm) == LIJST
    assert "die mag de inburgeraar altijd intrekken" in said(scherm)
    assert "U hoeft geen toestemming te vragen: de wet regelt dit" not in said(scherm)


def test_by_law_the_person_is_told_not_asked(show_screen: ShowScreen, work: Workspace, dossier: str) -> None:
    scherm = show_screen(VerstrekkenScherm, dossier)
    fill(scherm, Ontvangersoort.TAALSCHOOL, "Taalschool De Brug")
    assert "De school krijgt uw naam en adres" in said(scherm)
    assert "U hoeft geen toestemming te vragen" in said(scherm)


def test_another_municipality_must_have_asked(show_screen: ShowScreen, work: Workspace, dossier: str) -> None:
    scherm = show_screen(VerstrekkenScherm, dossier)
    assert not scherm.wie.verzoek.isVisible()
    fill(scherm, Ontvangersoort.GEMEENTE, "Deventer")
    assert "alleen gegevens als zij daarom vraagt" in said(scherm)
    scherm.wie.verzoek_op.show_waarde("2026-03-02")
    scherm.wie.verzoek_door.setText("J. Bakker")
    click(scherm, "verstrekken_verder")
    assert page(scherm) == LIJST


def test_a_card_brings_its_key_and_its_name(show_screen: ShowScreen, work: Workspace, dossier: str) -> None:
    agreed(work, dossier, partij=cards.own_card(work).naam)
    scherm = show_screen(VerstrekkenScherm, dossier)
    click(scherm, "als_ander")
    scherm.wie.sleutel.setPlainText(cards.own_card(work).line)
    click(scherm, "verstrekken_verder")
    assert page(scherm) == LIJST
    click(scherm, "lijst_terug")
    click(scherm, "als_andere_gemeente")
    click(scherm, "verstrekken_verder")
    assert "hoort bij uw eigen gemeente" in said(scherm)


def test_a_withdrawal_elsewhere_changes_the_list_that_is_shown(
    show_screen: ShowScreen, work: Workspace, dossier: str, context: Context
) -> None:
    consent = agreed(work, dossier)
    scherm = show_screen(VerstrekkenScherm, dossier)
    fill(scherm, Ontvangersoort.ANDER)
    context.changed.emit(withdraw_toestemming(work, dossier, consent, {}))
    assert page(scherm) == WIE
    assert "geen geldige toestemming" in said(scherm)


def test_who_is_to_be_told_gets_a_letter_and_is_ticked_off(
    show_screen: ShowScreen, work: Workspace, dossier: str, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    consent = agreed(work, dossier)
    scherm = show_screen(VerstrekkenScherm, dossier)
    fill(scherm, Ontvangersoort.ANDER)
    script.answers.append(tmp_path / "x.intake.age")
    click(scherm, "verstrekken_maken")
    stil()
    withdraw_toestemming(work, dossier, consent, {})
    scherm.show_with({})
    assert f"Laat {PARTIJ} weten" in said(scherm)
    script.answers.append(tmp_path / "brief.pdf")
    click(scherm, "melding_brief")
    (verstrekking,) = verstrekkingen_of(work.vault.dossier(dossier))
    assert verstrekking.sha256[:16] in "\n".join(pdf_pages((tmp_path / "brief.pdf").read_bytes()))
    click(scherm, "melding_gedaan")
    assert f"Laat {PARTIJ} weten" not in said(scherm)
    assert not meldingen(work)


def test_of_what_was_erased_is_known_who_is_to_be_told(
    show_screen: ShowScreen, work: Workspace, dossier: str, tmp_path: Path, stil: Callable[[], None]
) -> None:
    agreed(work, dossier)
    hand_out(work, asked(dossier), tmp_path / "x.intake.age")
    erase(work, dossier, dossier[:8], VERGISSING)
    scherm = show_screen(MeldenScherm, "")
    stil()
    assert f"Laat {PARTIJ} weten" in said(scherm)
    assert "Selam" not in said(scherm)
    click(scherm, "melding_gedaan")
    stil()
    assert "Niemand hoeft nu bericht te krijgen." in said(scherm)
    assert not meldingen(work)
