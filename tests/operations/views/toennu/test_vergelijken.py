"""Two days of a dossier side by side: what was asked, what differs, and never what is close to somebody."""

import datetime
from collections.abc import Callable

import pytest

from intake_assistant.domain.antwoord import Staat
from intake_assistant.operations.acts.antwoord import add_rij, record_antwoord
from intake_assistant.operations.acts.gesprek import rond_af, start_gesprek
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel, record_afspraak
from intake_assistant.operations.acts.record import erase_values
from intake_assistant.operations.views.toennu.vergelijken import (
    Toennu,
    Toennuregel,
    compare,
    first_days,
    keuzes_of,
)
from intake_assistant.operations.workspace import Workspace

EERSTE, TWEEDE = datetime.date(2026, 3, 5), datetime.date(2026, 6, 18)
VANDAAG = datetime.date(2026, 7, 1)
LEZEN, HOREN = "taalniveau.nl_lezen", "taalniveau.nl_luisteren"


@pytest.fixture
def work(work: Workspace) -> Workspace:
    """An open workspace, on the day that is looked back."""
    return work.at(VANDAAG)


def talk(work: Workspace, dossier: str, dag: datetime.date, **antwoorden: object) -> str:
    """A conversation with some answers on taalniveau, written on the day itself."""
    then = work.at(dag)
    gesprek = start_gesprek(then, dossier, {"vorm": "azc", "taal": "ti"}).made
    for kort, waarde in antwoorden.items():
        record_antwoord(then, dossier, f"taalniveau.{kort}", waarde, gesprek=gesprek)
    rond_af(then, dossier, gesprek, {})
    return gesprek


def looked(
    work: Workspace, dossier: str, toen: datetime.date = EERSTE, nu: datetime.date = VANDAAG
) -> Toennu:
    return compare(work, work.vault.dossier(dossier), toen, nu)


def regels(gezien: Toennu) -> dict[str, Toennuregel]:
    return {regel.naam: regel for deel in gezien.delen for regel in deel.regels}


def said(work: Workspace, dossier: str, naam: str, toen: datetime.date, nu: datetime.date) -> list[object]:
    regel = regels(looked(work, dossier, toen, nu))[naam]
    return [regel.toen.waarde, regel.nu.waarde]


def test_each_day_says_what_stood_then_whichever_is_given_first(work: Workspace, dossier: str) -> None:
    talk(work, dossier, EERSTE, nl_lezen="pre_a1", nl_luisteren="a1")
    talk(work, dossier, TWEEDE, nl_lezen="a2")
    found = regels(looked(work, dossier))
    assert (found[LEZEN].toen.waarde, found[LEZEN].nu.waarde) == ("pre_a1", "a2")
    assert found[LEZEN].is_anders
    assert not found[HOREN].is_anders
    assert looked(work, dossier, VANDAAG, EERSTE) == looked(work, dossier)
    assert said(work, dossier, LEZEN, EERSTE, TWEEDE - datetime.timedelta(days=1)) == ["pre_a1", "pre_a1"]
    assert (
        looked(work, dossier, EERSTE - datetime.timedelta(days=9), EERSTE - datetime.timedelta(days=1)).delen
        == ()
    )


def test_what_was_not_asked_then_says_so_and_what_was_never_asked_is_not_there(
    work: Workspace, dossier: str
) -> None:
    talk(work, dossier, EERSTE, nl_lezen="a1")
    talk(work, dossier, TWEEDE, nl_luisteren="a2")
    found = regels(looked(work, dossier))
    assert found.keys() == {LEZEN, HOREN}
    assert not found[HOREN].toen.is_gevraagd
    assert found[HOREN].nu.waarde == "a2"


def test_who_would_not_say_was_asked_and_there_is_no_answer(work: Workspace, dossier: str) -> None:
    gesprek = talk(work, dossier, EERSTE)
    then = work.at(EERSTE)
    record_antwoord(then, dossier, LEZEN, staat=Staat.WIL_NIET_ZEGGEN, gesprek=gesprek)
    record_antwoord(then, dossier, HOREN, staat=Staat.NIET_GEVRAAGD, gesprek=gesprek)
    found = regels(looked(work, dossier))
    assert found.keys() == {LEZEN}
    assert found[LEZEN].toen.is_gevraagd
    assert not found[LEZEN].toen.is_beantwoord
    assert found[LEZEN].toen.waarde is None


def test_what_was_erased_since_is_not_back_on_the_day_before(work: Workspace, dossier: str) -> None:
    talk(work, dossier, EERSTE, nl_lezen="pre_a1")
    talk(work, dossier, TWEEDE, nl_lezen="a2")
    first = next(e for e in work.vault.entries(dossier) if e.header.subject == f"{LEZEN}@inburgeraar")
    erase_values(work, dossier, [first.id], "vergissing")
    found = regels(looked(work, dossier))
    assert not found[LEZEN].toen.is_gevraagd
    assert found[LEZEN].nu.waarde == "a2"


def test_a_row_of_a_list_is_compared_by_itself_and_called_by_its_first_field(
    work: Workspace, dossier: str
) -> None:
    then = work.at(EERSTE)
    rij = add_rij(then, dossier, "taalniveau.talen", {"taal": "ar", "spreken": 2}).made
    record_antwoord(work.at(TWEEDE), dossier, f"taalniveau.talen[{rij}].spreken", 4)
    regel = regels(looked(work, dossier))[f"taalniveau.talen[{rij}].spreken"]
    assert (regel.toen.waarde, regel.nu.waarde) == (2, 4)
    assert regel.rij is not None
    assert (regel.rij[0].naam, regel.rij[1]) == ("taalniveau.talen.taal", "ar")


def test_an_answer_that_could_not_apply_then_is_none_of_then(work: Workspace, dossier: str) -> None:
    then = work.at(EERSTE)
    record_antwoord(then, dossier, "werkervaring.werkt_nu", "nee")
    record_antwoord(then, dossier, "werkervaring.werkt_nu_uren", 12)
    record_antwoord(work.at(TWEEDE), dossier, "werkervaring.werkt_nu", "ja")
    regel = regels(looked(work, dossier))["werkervaring.werkt_nu_uren"]
    assert not regel.toen.is_gevraagd
    assert regel.nu.waarde == 12


def test_two_who_say_otherwise_are_asked_and_are_no_answer_until_it_is_settled(
    laptop: Callable[[str], Workspace], work: Workspace, dossier: str
) -> None:
    talk(work, dossier, EERSTE, nl_lezen="pre_a1")
    other = laptop("bo")
    other.vault.union(work.vault.entries(dossier))
    record_antwoord(other.at(TWEEDE), dossier, LEZEN, "b1")
    record_antwoord(work.at(TWEEDE), dossier, LEZEN, "a1")
    work.vault.union(other.vault.entries(dossier))
    found = regels(looked(work, dossier))[LEZEN]
    assert found.toen.waarde == "pre_a1"
    assert found.nu.is_gevraagd
    assert not found.nu.is_beantwoord
    record_antwoord(work, dossier, LEZEN, "a2")
    assert said(work, dossier, LEZEN, TWEEDE, VANDAAG) == [None, "a2"]


def test_agreements_are_done_from_the_day_that_this_was_written_and_none_rests_on_what_is_close(
    work: Workspace, dossier: str
) -> None:
    then = work.at(EERSTE)
    doel = add_doel(then, dossier, "werk", "kort").made
    cv = add_afspraak(then, dossier, doel, {"wat": "een cv maken"}).made
    rust = {"wat": "elke week praten", "vraag": "mentale_gezondheid.slapen"}
    praten = add_afspraak(then, dossier, doel, rust).made
    for afspraak in (cv, praten):
        record_afspraak(work.at(TWEEDE), dossier, afspraak, {"klaar_op": "2026-06-10"})
    (deel,) = looked(work, dossier).delen
    assert (deel.klaar.toen, deel.klaar.nu) == ((), ("een cv maken",))


def test_the_first_conversation_and_today_are_offered_first(work: Workspace, dossier: str) -> None:
    assert first_days(work, work.vault.dossier(dossier)) == (VANDAAG, VANDAAG)
    talk(work, dossier, EERSTE)
    talk(work, dossier, TWEEDE)
    found = work.vault.dossier(dossier)
    assert first_days(work, found) == (EERSTE, VANDAAG)
    assert [(keuze.gesprek.nummer, keuze.dag, keuze.tot) for keuze in keuzes_of(work, found)] == [
        (1, EERSTE, EERSTE),
        (2, TWEEDE, TWEEDE),
    ]


def test_what_was_typed_in_after_the_conversation_counts_with_it_until_the_next_one(
    work: Workspace, dossier: str
) -> None:
    gesprek = talk(work, dossier, EERSTE)
    later = EERSTE + datetime.timedelta(days=1)
    record_antwoord(work.at(later), dossier, LEZEN, "a1", gesprek=gesprek)
    talk(work, dossier, TWEEDE)
    record_antwoord(work.at(VANDAAG), dossier, LEZEN, "a2", gesprek=gesprek)
    found = work.vault.dossier(dossier)
    assert [keuze.tot for keuze in keuzes_of(work, found)] == [later, TWEEDE]
    assert said(work, dossier, LEZEN, first_days(work, found)[0], VANDAAG) == ["a1", "a2"]


def test_today_is_all_that_is_known_also_of_a_clock_that_runs_ahead(work: Workspace, dossier: str) -> None:
    talk(work, dossier, EERSTE, nl_lezen="a1")
    record_antwoord(work.at(VANDAAG + datetime.timedelta(days=3)), dossier, LEZEN, "b1")
    assert said(work, dossier, LEZEN, EERSTE, VANDAAG) == ["a1", "b1"]


def test_only_what_differs_or_all_of_it_when_nothing_does(work: Workspace, dossier: str) -> None:
    talk(work, dossier, EERSTE, nl_lezen="a1", nl_luisteren="a1")
    assert looked(work, dossier).changed() == looked(work, dossier)
    talk(work, dossier, TWEEDE, nl_lezen="a2")
    assert regels(looked(work, dossier).changed()).keys() == {LEZEN}
