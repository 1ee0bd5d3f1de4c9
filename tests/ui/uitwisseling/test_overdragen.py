"""Handing over in the window: the file asks, the receiver answers there and then, and the sender sees it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from intake_assistant.domain.overleg.overdracht import overdrachten_of, regievoerder_of
from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.operations.acts.overleg.overdracht import accept_all
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.export import Zending, export
from intake_assistant.operations.exchange.merge import merge_files
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.qt import messages
from intake_assistant.ui.uitwisseling.screen import Uitwisseling
from intake_assistant.ui.window.window import Venster
from tests.ui.gespeeld import click, texts, visible
from tests.ui.uitwisseling.conftest import Collega, Open, begun, meet, sent

OVERDRACHT = Bestandssoort.OVERDRACHT_COLLEGA


@pytest.fixture
def tea(collega: Collega, work: Workspace) -> Workspace:
    made = collega("Tea")
    meet(made, work)
    return made


def join(scherm: Uitwisseling, script: messages.Script, stil: Callable[[], None], pad: Path) -> None:
    script.answers.append([pad])
    click(scherm, "bestanden_kiezen")
    stil()
    click(scherm, "samenvoegen_doe")
    stil()


def test_the_file_to_hand_over_asks_the_colleague(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    dossier = begun(work, "Hailu")
    scherm = open_deel("versturen")
    keuze = scherm.versturen.keuze
    keuze.wie.turn(0)
    click(scherm, f"soort_{OVERDRACHT}")
    assert keuze.nieuw.isHidden()
    keuze.dossiers.turn(0)
    assert texts(scherm, "keuze_mee") == ["Er gaat 1 dossier mee, dat u koos."]
    click(scherm, "keuze_verder")
    click(scherm, "gezond_verder")
    script.answers.append(tmp_path / "over.intake.age")
    click(scherm, "bestand_maken")
    stil()
    assert texts(scherm, "verstuurd_wacht")[0].startswith("Tea moet de dossiers nog aannemen.")
    click(scherm, "verstuurd_kopieren")
    assert QGuiApplication.clipboard().text() == str(tmp_path / "over.intake.age")
    assert [o.aan for o in overdrachten_of(work.vault.dossier(dossier))] == ["Tea"]
    (asked,) = merge_files(tea, [tmp_path / "over.intake.age"]).dossiers
    assert len(asked.aangeboden) == 1


def test_it_goes_to_one_colleague(open_deel: Open, work: Workspace, tea: Workspace, collega: Collega) -> None:
    meet(collega("Cas"), work)
    begun(work, "Hailu")
    scherm = open_deel("versturen")
    keuze = scherm.versturen.keuze
    for row in (0, 1):
        keuze.wie.turn(row)
    click(scherm, f"soort_{OVERDRACHT}")
    keuze.dossiers.turn(0)
    assert texts(scherm, "keuze_waarom")[0].startswith("Overdragen kan aan één collega")
    assert not visible(scherm, "keuze_verder").isEnabled()


def test_who_gets_it_sees_what_it_is_and_accepts_there(
    open_venster: Venster, open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    dossier = begun(tea, "Hailu")
    pad = export(tea, Zending(OVERDRACHT, (cards.own_card(work),), (dossier,)), tmp_path / "over.age").pad
    scherm = open_deel("samenvoegen")
    script.answers.append([pad])
    click(scherm, "bestanden_kiezen")
    stil()
    assert scherm.samenvoegen.voorbeeld.bestanden.rijen[0][1:3] == ("Tea", "Overdracht aan u")
    assert texts(scherm, "voorbeeld_overdracht")[0].startswith(
        "Tea wil 1 dossier aan u overdragen: Hailu, Selam."
    )
    assert scherm.samenvoegen.voorbeeld.dossiers.rijen == [("Hailu, Selam", "nieuw", "overdracht aan u")]
    click(scherm, "samenvoegen_doe")
    stil()
    assert texts(scherm, "klaar_aangeboden") == ["Tea wil 1 dossier aan u overdragen: Hailu, Selam."]
    assert visible(scherm, "klaar_aannemen").hasFocus()
    click(scherm, "klaar_aannemen")
    assert regievoerder_of(work.vault.dossier(dossier)) == work.author
    assert texts(scherm, "klaar_aangeboden")[0].startswith("Dit dossier is nu van u.")
    click(scherm, "klaar_terugsturen")
    keuze = scherm.versturen.keuze
    assert scherm.part == "versturen"
    assert [card.naam for card in keuze.zending("").ontvangers] == ["Tea"]
    assert keuze.zending("").dossiers == (dossier,)


def test_who_handed_it_over_sees_the_answer(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    dossier = begun(work, "Hailu")
    zending = Zending(OVERDRACHT, (cards.own_card(tea),), (dossier,))
    merge_files(tea, [export(work, zending, tmp_path / "over.age").pad])
    accept_all(tea, [dossier])
    scherm = open_deel("samenvoegen")
    join(scherm, script, stil, sent(tea, work, tmp_path / "terug.intake.age", dossier))
    (told,) = texts(scherm, "klaar_beantwoord")
    assert told.startswith("Hailu, Selam: Tea nam dit dossier op")
    assert scherm.samenvoegen.klaar.overdracht.isHidden()


def test_a_next_visit_begins_anew_with_what_was_done_one_step_away(
    open_venster: Venster, open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    dossier = begun(tea, "Hailu")
    scherm = open_deel("samenvoegen")
    assert not visible_vorige(scherm)
    join(scherm, script, stil, sent(tea, work, tmp_path / "een.intake.age", dossier))
    assert scherm.samenvoegen.klaar.rijen.rijen == [("Hailu, Selam", "nieuw", "")]
    scherm.open_part("kaarten")
    scherm.open_part("samenvoegen")
    assert visible(scherm, "bestanden_kiezen").hasFocus()
    assert texts(scherm, "samen_vorige_wat") == ["Samengeteld: 1 dossier is erbij gekomen."]
    click(scherm, "samen_bekijk")
    assert texts(scherm, "klaar_samen") == ["Samengeteld: 1 dossier is erbij gekomen."]


def visible_vorige(scherm: Uitwisseling) -> bool:
    return scherm.samenvoegen.vorige.isVisible()
