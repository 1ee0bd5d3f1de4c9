"""Counting questions: one way for every screen, and no number goes backwards while people talk."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from intake_assistant.domain.antwoord import Staat
from intake_assistant.domain.formulier import HERHALING, Startpositie, Vraag
from intake_assistant.operations.acts.antwoord import add_rij, record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.views.afronden.terugblik import look_back
from intake_assistant.operations.views.antwoord import Telling, counted_as, relevantie, tellingen
from intake_assistant.operations.views.voorbereiden import propose
from intake_assistant.operations.workspace import Workspace
from tests.ui.gevuld import filled_vault


@pytest.fixture
def gevuld(tmp_path: Path) -> Iterator[tuple[Workspace, str]]:
    with filled_vault(tmp_path) as made:
        yield made


def counted(gevuld: tuple[Workspace, str], deel: str) -> Telling:
    work, dossier = gevuld
    return tellingen(work, work.vault.dossier(dossier))[deel]


def walk(gevuld: tuple[Workspace, str], deel: Startpositie, seed: int) -> Iterator[Telling]:
    """Answer what is relevant in the order of the form, and count after each answer."""
    work, dossier = gevuld
    kans = Random(seed)
    for vraag in deel.vragen.values():
        counts = vraag.type == HERHALING or (vraag.is_veld and not vraag.herhaling)
        if counts and not vraag.vervallen and is_relevant(work, dossier, vraag):
            _give(work, dossier, vraag, kans)
            yield counted(gevuld, deel.id)


def is_relevant(work: Workspace, dossier: str, vraag: Vraag) -> bool:
    return relevantie(work, work.vault.dossier(dossier)).relevant(vraag.naam)


def _give(work: Workspace, dossier: str, vraag: Vraag, kans: Random) -> None:
    if vraag.type == HERHALING:
        veld = work.data.formulieren.velden_van(vraag.naam)[0]
        add_rij(work, dossier, vraag.naam, {veld.kort: _value(veld, kans)})
    else:
        record_antwoord(work, dossier, vraag.naam, _value(vraag, kans))


def _value(vraag: Vraag, kans: Random) -> object:
    if vraag.keuzes:
        code = kans.choice(vraag.keuzes).naam
        return [code] if vraag.type == "select_multiple" else code
    return {"text": "iets", "date": "2026-01-05"}.get(vraag.type, 1)


@pytest.mark.parametrize("seed", [1, 2])
def test_no_answer_makes_a_number_go_backwards(gevuld: tuple[Workspace, str], seed: int) -> None:
    work, _ = gevuld
    for deel in work.data.formulieren.startposities:
        leeg = work, create_dossier(work, {"voornamen": "Nour"}).made
        before = counted(leeg, deel.id)
        for telling in walk(leeg, deel, seed):
            assert telling.van == before.van, deel.id
            assert telling.klaar >= before.klaar, deel.id
            before = telling
        assert before.te_gaan == before.open == 0, deel.id


def test_what_a_question_brings_in_is_counted_with_it(gevuld: tuple[Workspace, str]) -> None:
    work, dossier = gevuld
    record_antwoord(work, dossier, "taalniveau.geletterdheid", staat=Staat.OPEN)
    before = counted(gevuld, "taalniveau")
    record_antwoord(work, dossier, "taalniveau.geletterdheid", "anders")
    asked = counted(gevuld, "taalniveau")
    assert (asked.van, asked.klaar) == (before.van, before.klaar)
    assert asked.alle > before.alle
    judged = relevantie(work, work.vault.dossier(dossier))
    for naam in [naam for naam in work.data.aanleidingen if judged.relevant(naam)]:
        if counted_as(work, judged, naam) == "taalniveau.geletterdheid":
            record_antwoord(work, dossier, naam, staat=Staat.ONBEKEND)
    assert counted(gevuld, "taalniveau").klaar == before.klaar + 1


def test_every_screen_counts_alike(gevuld: tuple[Workspace, str]) -> None:
    work, dossier = gevuld
    gesprek = start_gesprek(work, dossier, {"vorm": "thuis"}).made
    staten = {"schrift": "wil_niet_zeggen", "latijns": "onbekend", "verhaal": "niet_gevraagd"}
    for naam, staat in staten.items():
        record_antwoord(work, dossier, f"taalniveau.{naam}", staat=staat, gesprek=gesprek)
    record_antwoord(work, dossier, "taalniveau.geletterdheid", "anders", gesprek=gesprek)
    telling, gezien = counted(gevuld, "taalniveau"), work.vault.dossier(dossier)
    (deel,) = [d for d in propose(work, gezien).onderdelen if d.id == "taalniveau"]
    assert (deel.klaar, deel.van) == (telling.klaar, telling.van)
    (stand,) = [o for o in look_back(work, gezien, gesprek).onderwerpen if o.titel == deel.titel]
    assert stand.te_gaan == telling.te_gaan
    assert dict(look_back(work, gezien, gesprek).besproken)[deel.titel] == 1
