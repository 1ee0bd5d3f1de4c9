"""What somebody takes home of two days, and of the boards that were filled together."""

import datetime
from dataclasses import replace

import pytest

from intake_assistant.documents.model import Beeld, Kop, Lijst, Stuk, texts_of
from intake_assistant.operations.acts.antwoord import add_rij, record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.gesprek import rond_af, start_gesprek
from intake_assistant.operations.acts.record import record_fields
from intake_assistant.operations.papers.bladen.toennu import toennu_stuk
from intake_assistant.operations.papers.documenten import LOSSE, document_of, make_document, stuk_of
from intake_assistant.operations.workspace import Workspace
from tests.documents.lezen import pdf_pages, plain, word_text
from tests.operations.rijk import play

TOEN, NU = datetime.date(2026, 3, 5), datetime.date(2026, 7, 1)
LANG = "Ik wil " + "graag " * 2000


@pytest.fixture
def work(work: Workspace) -> Workspace:
    """An open workspace, on the day that is looked back."""
    return work.at(NU)


@pytest.fixture
def dossier(work: Workspace, dossier: str) -> str:
    """Somebody who reads Arabic, after a conversation and what came later."""
    then = work.at(TOEN)
    record_fields(then, dossier, "inburgeraar", {"leestaal": "ar"})
    gesprek = start_gesprek(then, dossier, {"vorm": "azc", "taal": "ar"}).made
    record_antwoord(then, dossier, "taalniveau.nl_lezen", "pre_a1", gesprek=gesprek)
    record_antwoord(then, dossier, "motivatie.hoofddoel", "werk", gesprek=gesprek)
    rij = add_rij(then, dossier, "taalniveau.talen", {"taal": "tr", "spreken": 2}, gesprek=gesprek).made
    rond_af(then, dossier, gesprek, {})
    record_antwoord(work, dossier, "taalniveau.nl_lezen", "a2")
    record_antwoord(work, dossier, f"taalniveau.talen[{rij}].spreken", 4)
    record_antwoord(work, dossier, "motivatie.beroepswens", LANG)
    return dossier


def allowed(work: Workspace) -> Workspace:
    """The same where translations that nobody checked may be printed."""
    return replace(work, policy=replace(work.policy, ongecontroleerd=True))


def of(work: Workspace, dossier: str, deel: str = "toen_en_nu") -> Stuk:
    return stuk_of(work, work.vault.dossier(dossier), deel)


def languages(stuk: Stuk) -> set[str]:
    lijsten = [blok for blok in stuk.blokken if isinstance(blok, Lijst)]
    return {alinea.taal for lijst in lijsten for rij in lijst.rijen for cel in rij for alinea in cel}


def test_only_what_differs_with_both_days_and_the_words_of_the_person_cut_short(
    work: Workspace, dossier: str
) -> None:
    said = texts_of(of(work, dossier))
    assert "Toen 5 maart 2026" in said
    assert "Nu 1 juli 2026" in said
    assert {"nog geen A1", "A2", "Toen nog niet gevraagd"} <= set(said)
    assert "Eerste doel" not in said
    assert max(map(len, said)) < 400
    assert languages(of(work, dossier)) == {""}


def test_beside_it_the_language_that_is_read_where_it_may_be_printed(work: Workspace, dossier: str) -> None:
    stuk = of(allowed(work), dossier)
    assert languages(stuk) == {"", "ar"}
    said = texts_of(stuk)
    assert "لم نسألك عن هذا حينها" in said
    assert "Deze vertaling is nog niet nagekeken." in said


def test_levels_and_the_board_are_drawn_and_said_in_words_too(work: Workspace, dossier: str) -> None:
    stuk = of(allowed(work), dossier)
    beelden = [blok for blok in stuk.blokken if isinstance(blok, Beeld)]
    assert len(beelden) == 3
    assert "<path" in beelden[0].svg
    said = texts_of(stuk)
    assert {"2 van 5", "4 van 5"} <= set(said)


def test_a_board_on_which_nothing_stood_yet_is_a_dash(work: Workspace) -> None:
    leeg = create_dossier(work, {"voornamen": "Selam"}).made
    gesprek = start_gesprek(work.at(TOEN), leeg, {"vorm": "azc"}).made
    rond_af(work.at(TOEN), leeg, gesprek, {})
    add_rij(work, leeg, "taalniveau.talen", {"taal": "ti", "spreken": 4})
    stuk = of(work, leeg)
    assert len([blok for blok in stuk.blokken if isinstance(blok, Beeld)]) == 1
    assert "Toen 5 maart 2026: —" in texts_of(stuk)


def test_two_other_days_are_chosen(work: Workspace, dossier: str) -> None:
    found = work.vault.dossier(dossier)
    said = texts_of(toennu_stuk(work, found, NU, datetime.date(2026, 4, 1)))
    assert "Toen 1 april 2026" in said


def test_pdf_and_word_say_it(work: Workspace, dossier: str) -> None:
    work = allowed(work)
    stuk, found = of(work, dossier), work.vault.dossier(dossier)
    pdf = plain("".join(pdf_pages(document_of(work, found, "pdf", stuk).inhoud)))
    word = word_text(document_of(work, found, "docx", stuk).inhoud)
    for zin in ("Nederlands lezen", "nog geen A1", "Toen 5 maart 2026"):
        assert plain(zin) in pdf
        assert plain(zin) in word


def test_the_boards_go_home_drawn_and_in_words(work: Workspace, dossier: str) -> None:
    said = texts_of(of(work, dossier, "praatplaten"))
    assert "Turks (spreken: 4)." in said
    stuk = of(allowed(work), dossier, "praatplaten")
    assert [blok.tekst for blok in stuk.blokken if isinstance(blok, Kop)] == ["Uw talen"]
    assert len([blok for blok in stuk.blokken if isinstance(blok, Beeld)]) == 1
    assert "لغاتك" in texts_of(stuk)
    assert make_document(work, work.vault.dossier(dossier), "praatplaten", "pdf").inhoud.startswith(b"%PDF")


def test_an_empty_board_is_no_board_and_before_the_first_conversation_there_is_nothing(
    work: Workspace,
) -> None:
    leeg = create_dossier(work, {"voornamen": "Selam"}).made
    found = work.vault.dossier(leeg)
    assert not LOSSE["toen_en_nu"].ready(found)
    assert not LOSSE["praatplaten"].ready(found)
    assert "Er is nog geen praatplaat ingevuld." in texts_of(of(work, leeg, "praatplaten"))


def test_of_a_case_that_was_played_the_pages_hold_what_each_conversation_brought(work: Workspace) -> None:
    dossier = play(work, 2)
    said = texts_of(of(work, dossier))
    assert "Toen 4 februari 2026" in said
    assert {"A1", "A2 (toets)"} <= set(said)
    assert "Een kijkdag regelen in verpleeghuis Rivierdal" in said
