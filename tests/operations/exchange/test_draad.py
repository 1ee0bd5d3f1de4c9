"""What rests on an answer keeps its source: through merging, correcting and erasing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from intake_assistant.domain.draad.schakel import Schakel, is_erased, schakels_in, still_stands
from intake_assistant.domain.kinds import DOEL, WEGING
from intake_assistant.domain.recht.weging import WegingArgument
from intake_assistant.operations.acts.antwoord import add_rij, record_antwoord
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel, record_doel
from intake_assistant.operations.acts.record import erase_values, undo
from intake_assistant.operations.acts.weging import add_argument, change_argument
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.words.onderwerp import onderwerp_in_words, waarde_in_words
from intake_assistant.operations.workspace import Workspace
from tests.gespeeld import play_once
from tests.operations.exchange.two import Two, met

WENS = "motivatie.doel_drie_jaar"
CASES = Path(__file__).parents[2] / "data" / "cases"


@pytest.fixture
def two(laptop: Callable[[str], Workspace], tmp_path: Path) -> Two:
    return met(laptop, tmp_path)


def links(work: Workspace, dossier: str, subject: str) -> tuple[Schakel, ...]:
    return schakels_in(work.vault.dossier(dossier), subject)


def entry_of(work: Workspace, dossier: str, subject: str) -> str:
    return work.vault.dossier(dossier).leaves(subject)[-1].id


def test_an_argument_keeps_the_entry_it_rests_on_when_files_meet(two: Two) -> None:
    record_antwoord(two.an, two.dossier, WENS, "weer in de zorg")
    source = entry_of(two.an, two.dossier, f"{WENS}@inburgeraar")
    rij = add_argument(two.an, two.dossier, "B", "voor", "Zij wil snel werken.", vraag=WENS).made
    two.exchange()

    assert links(two.bo, two.dossier, WEGING.of("B", "voor", rij)) == (
        Schakel(f"{WENS}@inburgeraar", source),
    )
    assert still_stands(two.bo.vault.dossier(two.dossier), Schakel(f"{WENS}@inburgeraar", source))


def test_a_changed_answer_is_no_longer_what_it_rests_on_until_it_is_recorded_again(two: Two) -> None:
    record_antwoord(two.an, two.dossier, WENS, "weer in de zorg")
    rij = add_argument(two.an, two.dossier, "B", "voor", "Zij wil snel werken.", vraag=WENS).made
    subject = WEGING.of("B", "voor", rij)
    record_antwoord(two.an, two.dossier, WENS, "een eigen winkel")
    (link,) = links(two.an, two.dossier, subject)
    assert not still_stands(two.an.vault.dossier(two.dossier), link)

    change_argument(two.an, two.dossier, subject, WegingArgument("", "Zij wil snel werken.", WENS, False))
    (link,) = links(two.an, two.dossier, subject)
    assert still_stands(two.an.vault.dossier(two.dossier), link)

    undo(two.an, two.dossier, subject)
    (link,) = links(two.an, two.dossier, subject)
    assert not still_stands(two.an.vault.dossier(two.dossier), link)


def test_a_goal_keeps_its_source_after_it_got_another_name_and_after_erasing(two: Two) -> None:
    record_antwoord(two.an, two.dossier, WENS, "weer in de zorg")
    source = entry_of(two.an, two.dossier, f"{WENS}@inburgeraar")
    doel = add_doel(two.an, two.dossier, "weer in de zorg", "lang", vraag=WENS).made
    record_doel(two.an, two.dossier, doel, {"naam": "Werken in het verpleeghuis"})
    two.exchange()
    erase_values(two.bo, two.dossier, [source], "over een ander")
    two.exchange()

    for work in (two.an, two.bo):
        (link,) = links(work, two.dossier, DOEL.of(doel, "vraag"))
        assert link == Schakel(f"{WENS}@inburgeraar", source)
        found = work.vault.dossier(two.dossier)
        assert is_erased(found, link)
        assert not still_stands(found, link)


def test_show_tells_where_a_goal_and_an_agreement_come_from(two: Two) -> None:
    record_antwoord(two.an, two.dossier, WENS, "weer in de zorg")
    doel = add_doel(two.an, two.dossier, "weer in de zorg", "lang", vraag=WENS).made
    add_afspraak(two.an, two.dossier, doel, {"wat": "inschrijven"})

    (shown,) = show_dossier(two.an, two.dossier)["doelen"]

    assert shown["vraag"] == WENS
    assert [link["subject"] for link in shown["uit"]] == [f"{WENS}@inburgeraar"]
    assert (shown["afspraken"][0]["vraag"], shown["afspraken"][0]["uit"]) == ("", [])


def test_what_rests_on_a_list_rests_on_each_of_its_rows(two: Two) -> None:
    add_rij(two.an, two.dossier, "werkervaring.banen", {"beroep": "naaister"})
    rij = add_argument(two.an, two.dossier, "B", "voor", "Zij werkte.", vraag="werkervaring.banen").made
    found = links(two.an, two.dossier, WEGING.of("B", "voor", rij))
    assert [link.subject.rpartition("].")[2] for link in found] == ["beroep@inburgeraar"]


def test_the_history_says_in_words_what_a_goal_came_from(two: Two) -> None:
    subject = DOEL.of(add_doel(two.an, two.dossier, "zorg", "lang", vraag=WENS).made, "vraag")
    assert onderwerp_in_words(two.an, subject) == "Doel: komt uit"
    label = two.an.data.formulieren.vragen[WENS].label
    assert waarde_in_words(two.an, subject, {"waarde": WENS}) == label.rstrip(":. ")


def test_a_case_says_which_answer_a_goal_and_an_agreement_came_from(two: Two) -> None:
    source = next(CASES.glob("02*.toml")).read_text(encoding="utf-8")
    source = source.replace("[[doel]]\n", f'[[doel]]\nvraag = "{WENS}"\n', 1)
    source = source.replace("{wat = ", f'{{vraag = "{WENS}", wat = ', 1)

    dossier = play_once(two.an, source.encode(), "02")

    doel = show_dossier(two.an, dossier)["doelen"][0]
    assert doel["vraag"] == WENS
    assert [link["subject"] for link in doel["uit"]] == [f"{WENS}@inburgeraar"]
    assert doel["afspraken"][0]["uit"] == doel["uit"]
