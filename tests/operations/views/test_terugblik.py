"""The summary to begin from: short, in plain words, to be read aloud."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake_assistant.operations.acts.antwoord import add_rij, record_antwoord, remove_rij
from intake_assistant.operations.acts.gesprek import record_verteld, start_gesprek
from intake_assistant.operations.views.afronden.terugblik import draft_samenvatting, look_back
from intake_assistant.operations.views.antwoord import tellingen
from intake_assistant.operations.views.vertellen import onderwerpen
from intake_assistant.operations.workspace import Workspace
from tests.ui.gevuld import filled_vault


@pytest.fixture
def gevuld(tmp_path: Path) -> Iterator[tuple[Workspace, str, str]]:
    with filled_vault(tmp_path) as (work, dossier):
        yield work, dossier, start_gesprek(work, dossier, {"vorm": "thuis"}).made


def draft(gevuld: tuple[Workspace, str, str]) -> str:
    work, dossier, gesprek = gevuld
    return draft_samenvatting(work, work.vault.dossier(dossier), gesprek)


def answer_all(gevuld: tuple[Workspace, str, str]) -> None:
    """Something was said in every startpositie."""
    work, dossier, gesprek = gevuld
    for deel in work.data.formulieren.startposities:
        vraag = next(v for v in deel.velden if not v.herhaling)
        record_antwoord(work, dossier, vraag.naam, staat="onbekend", gesprek=gesprek)


def test_of_much_some_is_named_and_nothing_is_counted(gevuld: tuple[Workspace, str, str]) -> None:
    answer_all(gevuld)
    zin = draft(gevuld)
    assert zin.startswith("Wij praatten vandaag over veel: leren, werk, ")
    assert zin.split(". ")[0].count(" werk") == 1
    assert "en nog" not in zin
    assert not any(teken.isdigit() for teken in zin)
    assert "Taalniveau" not in zin


def test_what_was_told_is_said_back_in_the_words_of_the_person(
    gevuld: tuple[Workspace, str, str],
) -> None:
    work, dossier, gesprek = gevuld
    for naam, waarde in (
        ("opleiding.schoolverhaal", "De verpleegschool in Homs."),
        ("werkervaring.werkverhaal", "In een naaiatelier"),
        ("motivatie.doel_drie_jaar", "Weer in de zorg werken"),
        ("motivatie.beroepswens", "verpleegster"),
    ):
        record_antwoord(work, dossier, naam, waarde, gesprek=gesprek)
    record_antwoord(work, dossier, "motivatie.trots", "mijn kinderen", bron="coa", gesprek=gesprek)
    zinnen = draft(gevuld).split(". ")
    assert 3 <= len(zinnen) <= 5
    assert "U vertelde over school en leren: “De verpleegschool in Homs”" in zinnen
    assert "Dit hoopt u over drie jaar te doen: “Weer in de zorg werken”" in zinnen
    assert "verpleegster" not in draft(gevuld), "of one subject one thing"
    assert "mijn kinderen" not in draft(gevuld), "who told it was not the person"
    assert zinnen[-1].startswith("Volgende keer praten wij over ")


def test_what_was_said_in_another_conversation_is_not_said_back(
    gevuld: tuple[Workspace, str, str],
) -> None:
    work, dossier, gesprek = gevuld
    record_antwoord(work, dossier, "motivatie.trots", "mijn winkel")
    record_antwoord(work, dossier, "taalniveau.nl_lezen", "a1", gesprek=gesprek)
    assert "mijn winkel" not in draft(gevuld)


def test_nothing_personal_is_said_or_named(gevuld: tuple[Workspace, str, str]) -> None:
    work, dossier, gesprek = gevuld
    record_antwoord(work, dossier, "mentale_gezondheid.welbevinden", staat="onbekend", gesprek=gesprek)
    record_antwoord(
        work, dossier, "mentale_gezondheid.veiligheid_thuis", staat="niet_gevraagd", gesprek=gesprek,
        extra={"reden": "niet alleen", "volgende_keer": "ja"},
    )  # fmt: skip
    record_antwoord(work, dossier, "mentale_gezondheid.slapen", staat="wil_niet_zeggen", gesprek=gesprek)
    assert draft(gevuld).startswith("Wij praatten vandaag over hoe het met u gaat.")
    assert "gezondheid" not in draft(gevuld)
    terug = look_back(work, work.vault.dossier(dossier), gesprek)
    assert [wat.vraag for wat in terug.niet_gevraagd] == ["een persoonlijke vraag"]
    assert terug.liever_niet == 1


def test_every_sentence_is_short_whatever_was_told(gevuld: tuple[Workspace, str, str]) -> None:
    work, dossier, gesprek = gevuld
    answer_all(gevuld)
    lang = "Ik werkte van de ochtend tot de avond in het atelier van mijn oom. " * 200
    record_antwoord(work, dossier, "werkervaring.werkverhaal", lang, gesprek=gesprek)
    for nummer, onderwerp in enumerate(onderwerpen(work, work.vault.dossier(dossier))[:6]):
        record_verteld(work, dossier, gesprek, onderwerp.id, "ja" if nummer else "deels")
    assert len(draft(gevuld)) < 600
    assert draft(gevuld).split(". ")[-1].startswith("De volgende keer leg ik dit nog eens uit: ‘")


def test_nothing_said_is_nothing_written(gevuld: tuple[Workspace, str, str]) -> None:
    assert draft(gevuld) == ""


def test_a_row_that_was_taken_back_was_not_spoken_about(gevuld: tuple[Workspace, str, str]) -> None:
    work, dossier, gesprek = gevuld
    rij = add_rij(work, dossier, "werkervaring.banen", {"beroep": "naaister"}, gesprek=gesprek).made
    assert [aantal for _, aantal in look_back(work, work.vault.dossier(dossier), gesprek).besproken] == [1]
    remove_rij(work, dossier, "werkervaring.banen", rij, gesprek)
    assert look_back(work, work.vault.dossier(dossier), gesprek).besproken == ()


def test_what_was_spoken_about_is_counted_as_the_chips_count(gevuld: tuple[Workspace, str, str]) -> None:
    work, dossier, gesprek = gevuld
    velden = {"beroep": "naaister", "land": "SYR", "jaren": 6, "soort": "loondienst"}
    for _ in range(3):
        add_rij(work, dossier, "werkervaring.banen", velden, gesprek=gesprek)
    record_antwoord(work, dossier, "taalniveau.verhaal", "thuis Arabisch", gesprek=gesprek)
    gezien = work.vault.dossier(dossier)
    besproken = dict(look_back(work, gezien, gesprek).besproken)
    for deel in work.data.formulieren.startposities:
        telling = tellingen(work, gezien)[deel.id]
        assert besproken.get(deel.titel, 0) <= telling.alle - telling.open, deel.titel
    assert sorted(besproken.values()) == [1, 1]


def test_what_cannot_be_so_is_named_with_what_was_typed(gevuld: tuple[Workspace, str, str]) -> None:
    work, dossier, gesprek = gevuld
    record_antwoord(work, dossier, "opleiding.jaren_onderwijs", "zes", gesprek=gesprek)
    record_antwoord(work, dossier, "taalniveau.verhaal", "thuis Arabisch", gesprek=gesprek)
    fouten = look_back(work, work.vault.dossier(dossier), gesprek).klopt_niet
    assert [(fout.naam, fout.getypt) for fout in fouten] == [("opleiding.jaren_onderwijs", "zes")]
    assert fouten[0].waarom
    record_antwoord(work, dossier, "opleiding.jaren_onderwijs", -5, gesprek=gesprek)
    assert [f.getypt for f in look_back(work, work.vault.dossier(dossier), gesprek).klopt_niet] == ["-5"]
    record_antwoord(work, dossier, "opleiding.jaren_onderwijs", 6, gesprek=gesprek)
    assert look_back(work, work.vault.dossier(dossier), gesprek).klopt_niet == ()
