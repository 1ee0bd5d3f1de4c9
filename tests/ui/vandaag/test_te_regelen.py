"""What waits over all dossiers: listed with its reason, the longest waiting first, each with its way."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from intake_assistant.operations.acts.dossier import create_dossier, record_procedure
from intake_assistant.operations.acts.verzoek import add_verzoek
from intake_assistant.operations.views.overzicht import refresh_overviews
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.rechten.screen import RechtenScherm
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests.ui.gespeeld import click, texts, visible
from tests.ui.helpers import nameless
from tests.ui.window.test_beelden import settle


@pytest.fixture
def blad(open_venster: Venster) -> Werkblad:
    open_venster.resize(1366, 768)
    assert open_venster.werkblad is not None
    return open_venster.werkblad


def test_what_waits_is_listed_over_all_dossiers(blad: Werkblad, work: Workspace, selam: str) -> None:
    blad.go("te_regelen", {})
    assert texts(blad.scherm, "te_regelen_niets") == ["Er is vandaag niets te regelen."]
    add_verzoek(work, selam, {"soort": "inzage", "ontvangen_op": "2026-04-20"})
    eerder = create_dossier(work, {"achternaam": "Haddad", "voornamen": "Omar"}).made
    record_procedure(work, eerder, {"einde_inburgeringsplicht": "2020-01-10", "einde_reden": "vertrek"})
    add_verzoek(work, eerder, {"soort": "wissing"})
    blad.go("vandaag", {})
    assert "Bij 2 dossiers wacht een vraag" in visible(blad.scherm, "vandaag_te_regelen").accessibleName()
    click(blad.scherm, "vandaag_te_regelen")
    namen = [label.text() for label in blad.scherm.findChildren(QLabel) if label.property("rol") == "kop2"]
    assert namen == ["Haddad, Omar", "Tesfay, Selam"]
    words = " ".join(texts(visible(blad.scherm, f"te_regelen_{eerder}")))
    assert "Daarna mogen de gegevens nog 5 jaar bewaard blijven." in words
    assert "Regel: Besl 9.9(1)" in words
    assert "Wissen gevraagd (AVG 17)" in words
    assert nameless(blad.scherm) == []
    click(blad.scherm, f"te_regelen_naar_{selam}")
    assert isinstance(blad.scherm, RechtenScherm)
    assert blad.context.dossier_id == selam


def test_very_many_come_some_at_a_time(blad: Werkblad, work: Workspace) -> None:
    with work.vault.transaction():
        for nummer in range(43):
            made = create_dossier(work, {"achternaam": f"N{nummer:02}"}).made
            record_procedure(work, made, {"einde_inburgeringsplicht": "2020-01-10"})
    refresh_overviews(work)  # else some lines would come behind the screen, on a slow computer
    blad.go("te_regelen", {})
    meer = visible(blad.scherm, "te_regelen_meer")
    assert meer.accessibleName() == "Toon meer: nog 3 dossiers"
    click(blad.scherm, "te_regelen_meer")
    assert not meer.isVisible()
    assert (
        len([w for w in blad.scherm.findChildren(QWidget) if w.objectName().startswith("te_regelen_naar")])
        == 43
    )


def test_no_word_of_a_request_is_cut(blad: Werkblad, work: Workspace, selam: str) -> None:
    """On a page that is wider than a card: its height is that of the lines in the card."""
    gedaan = {"ontvangen_op": "2026-05-01", "beslist_op": "2026-05-04", "beslissing": "toegewezen"}
    add_verzoek(work, selam, {"soort": "rectificatie", **gedaan})
    blad.go("te_regelen", {})
    settle()
    labels = [w for w in blad.scherm.findChildren(QLabel) if w.isVisible() and w.wordWrap()]
    assert any("Leg vast op welke dag" in w.text() for w in labels)
    assert [w.text() for w in labels if w.height() < w.heightForWidth(w.width())] == []
