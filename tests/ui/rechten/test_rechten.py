"""The rights of the person in the real window: requests with their terms, and what must be erased."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.recht.verzoek import verzoeken_of
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import record_procedure
from intake_assistant.operations.acts.verzoek import add_verzoek
from intake_assistant.operations.exchange.verstrekken import hand_out
from intake_assistant.operations.views.wissen.bewaartermijn import Bewaarregel
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.qt import messages
from intake_assistant.ui.rechten.screen import RechtenScherm
from intake_assistant.ui.verstrekken.screen import VerstrekkenScherm
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests.operations.exchange.verstrekhulp import TAALMAATJE, agreed, asked
from tests.ui.conftest import Again
from tests.ui.gespeeld import click, texts, visible
from tests.ui.helpers import nameless
from tests.ui.rechtenhulp import Open, choose, opener, type_date


@pytest.fixture
def blad(open_venster: Venster) -> Werkblad:
    open_venster.resize(1366, 768)
    assert open_venster.werkblad is not None
    return open_venster.werkblad


@pytest.fixture
def rechten(blad: Werkblad) -> Open:
    return opener(blad)


def begin(scherm: RechtenScherm, soort: str) -> str:
    """Begin a request with its button; returns its row."""
    click(scherm, f"verzoek_nieuw_{soort}")
    (verzoek,) = [v for v in verzoeken_of(scherm.context.dossier()) if v.soort == soort]
    return verzoek.id


# --- requests ----------------------------------------------------------------------------------------


def test_a_request_begins_today_and_is_due_in_a_month(rechten: Open, selam: str) -> None:
    scherm = rechten(selam)
    assert texts(scherm, "geen_verzoeken") == ["Er is nog niets gevraagd."]
    rij = begin(scherm, "inzage")
    (uitleg,) = texts(scherm, f"verzoek_{rij}_uitleg")
    # Today is Monday 4 May 2026; 4 June is a Thursday.
    assert uitleg.startswith(
        "Het antwoord moet er uiterlijk op 4 juni 2026 zijn. Dat is 1 maand na 4 mei 2026"
    )
    assert visible(scherm, f"verzoek_{rij}_stand").accessibleName() == "nog 31 dagen"
    assert visible(scherm, f"veld_verzoek_{rij}_wijze").hasFocus()
    assert nameless(scherm) == []


@pytest.mark.parametrize("soort", ["rectificatie", "wissing", "bezwaar_verwerking"])
def test_every_kind_is_recorded_answered_and_folded_up(rechten: Open, selam: str, soort: str) -> None:
    scherm = rechten(selam)
    rij = begin(scherm, soort)
    choose(scherm, f"veld_verzoek_{rij}_wijze", "mondeling")
    wat = visible(scherm, f"veld_verzoek_{rij}_wat")
    QTest.keyClicks(wat, "mijn geboortejaar is 1993")
    type_date(scherm, f"veld_verzoek_{rij}_beslist_op", "4-5-2026")
    choose(scherm, f"veld_verzoek_{rij}_beslissing", "afgewezen")
    scherm.leave()
    (verzoek,) = verzoeken_of(scherm.context.dossier())
    assert (verzoek.soort, verzoek.wat, verzoek.wijze) == (soort, "mijn geboortejaar is 1993", "mondeling")
    assert (verzoek.beslist_op, verzoek.beslissing) == (datetime.date(2026, 5, 4), "afgewezen")

    scherm = rechten(selam)
    assert not scherm.findChildren(QWidget, f"veld_verzoek_{rij}_wat")[-1].isVisibleTo(scherm)
    click(scherm, f"verzoek_{rij}_bekijk")
    assert visible(scherm, f"veld_verzoek_{rij}_wat").isEnabled()


def test_fields_that_do_not_apply_are_out_of_sight(rechten: Open, selam: str) -> None:
    scherm = rechten(selam)
    rij = begin(scherm, "rectificatie")

    def shown() -> set[str]:
        return {naam for naam, veld in blok.velden.items() if veld.isVisibleTo(blok)}

    (blok,) = [b for deel in scherm.delen for b in getattr(deel, "blokken", {}).values()]
    assert shown() == {"ontvangen_op", "wijze", "wat", "verlengd_op", "beslist_op", "beslissing"}
    type_date(scherm, f"veld_verzoek_{rij}_verlengd_op", "20-5-2026")
    assert "verlenging_reden" in shown()
    assert texts(scherm, f"verzoek_{rij}_uitleg")[0].endswith("de inburgeraar hoort dat ook.")
    type_date(scherm, f"veld_verzoek_{rij}_beslist_op", "4-5-2026")
    choose(scherm, f"veld_verzoek_{rij}_beslissing", "toegewezen")
    assert {"reden", "uitgevoerd_op"} <= shown()
    assert "opgeheven_op" not in blok.velden


def test_locking_in_mid_word_records_what_was_typed(
    open_venster: Venster, rechten: Open, selam: str, again: Again
) -> None:
    scherm = rechten(selam)
    rij = begin(scherm, "rectificatie")
    QTest.keyClicks(visible(scherm, f"veld_verzoek_{rij}_wat"), "mijn naam is verkeerd gesch")
    open_venster.lock()
    (verzoek,) = verzoeken_of(again().vault.dossier(selam))
    assert verzoek.wat == "mijn naam is verkeerd gesch"


def test_a_request_is_taken_away_with_what_was_typed(rechten: Open, selam: str) -> None:
    scherm = rechten(selam)
    rij = begin(scherm, "wissing")
    QTest.keyClicks(visible(scherm, f"veld_verzoek_{rij}_wat"), "half")
    click(scherm, f"verzoek_{rij}_weg")
    assert verzoeken_of(scherm.context.dossier()) == []
    assert texts(scherm, "geen_verzoeken")


def test_a_beperking_is_seen_everywhere_until_it_is_lifted(
    rechten: Open, blad: Werkblad, selam: str, work: Workspace
) -> None:
    record_procedure(work, selam, {"einde_inburgeringsplicht": "2020-01-10", "einde_reden": "vertrek"})
    scherm = rechten(selam)
    assert texts(scherm, "bewaren_dossier_uitleg")[0].startswith("De inburgeringsplicht eindigde")
    rij = begin(scherm, "beperking")
    assert blad.kop.beperkt.isVisible()
    # What is due waits, and says why; nothing had to be closed and opened again.
    assert "alleen te bewaren" in texts(scherm, "bewaren_dossier_uitleg")[0]
    blad.go("dossier", {"dossier": selam})
    assert "Alleen bewaren (AVG 18). De inburgeraar vroeg dit op 4 mei 2026." in " ".join(texts(blad.scherm))
    click(blad.scherm, "beperkt_naar")
    type_date(blad.scherm, f"veld_verzoek_{rij}_opgeheven_op", "4-5-2026")
    assert not blad.kop.beperkt.isVisible()
    blad.go("dossier", {"dossier": selam})
    assert not blad.scherm.findChildren(QWidget, "melding_beperkt")


def test_who_got_what_was_wrong_is_one_click_away(
    rechten: Open, blad: Werkblad, selam: str, work: Workspace, tmp_path: Path
) -> None:
    record_antwoord(work, selam, TAALMAATJE, "wil")
    agreed(work, selam, -1)
    hand_out(work, asked(selam), tmp_path / "x.intake.age")
    scherm = rechten(selam)
    rij = begin(scherm, "rectificatie")
    record_antwoord(work, selam, TAALMAATJE, "niet")
    (weten,) = scherm.findChildren(QWidget, f"verzoek_{rij}_weten")
    assert not weten.isVisible()
    choose(scherm, f"veld_verzoek_{rij}_beslissing", "toegewezen")
    type_date(scherm, f"veld_verzoek_{rij}_beslist_op", "4-5-2026")
    click(scherm, f"verzoek_{rij}_weten")
    assert isinstance(blad.scherm, VerstrekkenScherm)
    assert any("Stichting Taalmaatjes" in zin for zin in texts(blad.scherm))


def test_what_waits_stands_on_the_dossier(rechten: Open, blad: Werkblad, selam: str, work: Workspace) -> None:
    blad.go("dossier", {"dossier": selam})
    assert not blad.scherm.findChildren(QWidget, "te_regelen")
    add_verzoek(work, selam, {"soort": "rectificatie", "ontvangen_op": "2026-03-30"})
    blad.go("dossier", {"dossier": selam})
    words = " ".join(texts(visible(blad.scherm, "te_regelen")))
    assert "Rechtzetten gevraagd (AVG 16)" in words
    assert "4 dagen over de datum" in words
    click(blad.scherm, "te_regelen_naar")
    assert isinstance(blad.scherm, RechtenScherm)


# --- what must be erased -----------------------------------------------------------------------------


def test_what_is_due_has_its_reason_and_a_button_that_names_it(
    rechten: Open, selam: str, work: Workspace, script: messages.Script
) -> None:
    script.answers.append(1)
    record_antwoord(work, selam, "mentale_gezondheid.k10_band", "hoog", bron="regievoerder")
    record_procedure(work, selam, {"einde_inburgeringsplicht": "2026-05-03", "einde_reden": "vertrek"})
    scherm = rechten(selam)
    asked: list[Bewaarregel] = []
    scherm.bewaren.wissen.connect(asked.append)
    (uitleg,) = texts(scherm, "bewaren_k10_uitleg")
    assert uitleg.startswith("De inburgeringsplicht eindigde op 3 mei 2026 en er is geen PIP vastgesteld.")
    knop = visible(scherm, "wissen_k10")
    assert knop.accessibleName() == "Wissen: Wat over de K10 is vastgelegd"
    click(scherm, "wissen_k10")
    click(scherm, "wissen_dossier")
    assert [(r.dossier, r.wat, r.stand) for r in asked] == [
        (selam, "k10", "te_wissen"),
        (selam, "dossier", "loopt"),
    ]
    # The copy stays until the dossier stands elsewhere: nothing to press there.
    assert not scherm.findChildren(QWidget, "wissen_laptopkopie")
    assert texts(scherm, "bewaren_laptopkopie_uitleg")[0].startswith("Het dossier staat nog niet in het zaak")


def test_what_a_term_waits_for_is_one_step_away(rechten: Open, blad: Werkblad, selam: str) -> None:
    click(rechten(selam), "bewaren_naar_procedure")
    assert visible(blad.scherm, "veld_overgedragen_op").isEnabled()
