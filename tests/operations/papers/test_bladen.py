"""The sheets to take along, from a dossier that was played."""

import pytest

from intake_assistant.documents.model import Lijst, texts_of
from intake_assistant.domain.recht.uitvoering.nazorg import nazorg_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.gesprek import record_gesprek
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel
from intake_assistant.operations.acts.overleg.klantprofiel import keep_klantprofiel
from intake_assistant.operations.acts.record import record_fields
from intake_assistant.operations.papers.documenten import LOSSE, stuk_of
from intake_assistant.operations.vertalen.woordenlijst import read_woordenlijst
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.views.team.beeld import read_team
from intake_assistant.operations.views.vandaag.dag import read_dag
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.operations.words.voorlezen import gesproken_nummers
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import form_text, text
from tests.operations.rijk import play


def test_of_the_last_conversation_a_page_and_of_what_goes_on_two(work: Workspace) -> None:
    dossier = play(work, 1)
    laatste = work.vault.dossier(dossier).row_ids("gesprek")[-1]
    record_gesprek(work, dossier, laatste, {"samenvatting": "Wij praatten over koken."})
    assert "Wij praatten over koken." not in texts_of(stuk_of(work, work.vault.dossier(dossier), "verteld"))
    record_gesprek(work, dossier, laatste, {"samenvatting_verteld": "ja"})
    assert "Wij praatten over koken." in texts_of(stuk_of(work, work.vault.dossier(dossier), "verteld"))

    assert not LOSSE["daarna"].ready(work.vault.dossier(dossier))
    record_fields(work, dossier, "daarna[a]", {"wat": "hulp thuis", "wie": "wijkteam"})
    found = work.vault.dossier(dossier)
    # Nobody said that it is not about health.
    assert [een.gezondheid for een in nazorg_of(found)] == [True]
    assert "wijkteam" in texts_of(stuk_of(work, found, "daarna"))
    assert "wijkteam" not in texts_of(stuk_of(work, found, "daarna_collega"))
    record_fields(work, dossier, "daarna[a]", {"gezondheid": "nee"})
    assert "wijkteam" in texts_of(stuk_of(work, work.vault.dossier(dossier), "daarna_collega"))


def test_the_colleague_reads_no_agreement_that_rests_on_an_answer_about_health(
    work: Workspace, dossier: str
) -> None:
    doel = add_doel(work, dossier, "werk", "kort").made
    add_afspraak(work, dossier, doel, {"wat": "een cv maken"})
    add_afspraak(work, dossier, doel, {"wat": "elke week praten", "vraag": "mentale_gezondheid.slapen"})
    zorg = add_doel(work, dossier, "rust", "kort", vraag="mentale_gezondheid.slapen").made
    add_afspraak(work, dossier, zorg, {"wat": "vroeg naar bed"})
    said = texts_of(stuk_of(work, work.vault.dossier(dossier), "daarna_collega"))
    assert [any(wat in tekst for tekst in said) for wat in ("cv maken", "praten", "naar bed")] == [
        True, False, False
    ]  # fmt: skip
    # Here "u" is the colleague.
    assert {"Hierover is nog niets afgesproken.", "Er zijn geen dagen bekend."} <= set(said)
    assert not [tekst for tekst in said if "met u" in tekst or "u moet" in tekst]


def test_before_the_first_conversation_there_is_no_page(work: Workspace) -> None:
    dossier = create_dossier(work, {"voornamen": "Selam"}).made
    with pytest.raises(KnownError) as caught:
        stuk_of(work, work.vault.dossier(dossier), "verteld")
    assert caught.value.code == "pip.no_talk"


def test_the_sheet_of_the_interpreter_is_in_two_languages_and_of_nobody(work: Workspace) -> None:
    dossier = create_dossier(
        work, {"voornamen": "Selamawit", "achternaam": "Testname", "spreektaal": "ar", "leestaal": "ar"}
    ).made
    stuk = stuk_of(work, work.vault.dossier(dossier), "tolkblad")
    said = texts_of(stuk)
    nummers = gesproken_nummers(work.data.formulieren)
    vraag = work.data.formulieren.vraag("taalniveau.aanspreeknaam")
    assert said.index(str(nummers[vraag.naam])) < said.index(vraag.label)
    arabic = form_text("ar", "taalniveau.aanspreeknaam/label", vraag.label).tekst
    rij = next(
        rij
        for blok in stuk.blokken
        if isinstance(blok, Lijst)
        for rij in blok.rijen
        if any(alinea.tekst == vraag.label for alinea in rij[1])
    )
    assert [(alinea.tekst, alinea.taal) for alinea in rij[2]] == [(arabic, "ar")]
    assert text("tolkblad.ongecontroleerd") in said
    assert not any(naam in tekst for naam in ("Selamawit", "Testname") for tekst in said)
    # Health and home wait for trust: an interpreter does not read of them before their turn.
    assert all(v.label not in said for v in work.data.formulieren.startpositie("mentale_gezondheid").velden)


def test_without_another_language_the_sheet_has_dutch_and_no_dutch_beside_it(work: Workspace) -> None:
    dossier = create_dossier(work, {"voornamen": "Selam"}).made
    stuk = stuk_of(work, work.vault.dossier(dossier), "tolkblad")
    cells = [rij[2] for blok in stuk.blokken if isinstance(blok, Lijst) for rij in blok.rijen]
    assert cells
    assert not any(cells)
    assert text("tolkblad.ongecontroleerd") not in texts_of(stuk)


def test_the_sheet_ends_with_a_pocket_glossary_what_is_said_now_first(work: Workspace) -> None:
    dossier = create_dossier(work, {"voornamen": "Selam", "spreektaal": "ti"}).made
    lijsten = [
        b for b in stuk_of(work, work.vault.dossier(dossier), "tolkblad").blokken if isinstance(b, Lijst)
    ]
    *vragen, hier, verder = ([[a.tekst for cel in rij[1:] for a in cel] for rij in b.rijen] for b in lijsten)
    gezegd = " ".join(tekst for lijst in vragen for rij in lijst for tekst in rij)
    termen = {term.nl: term for term in read_woordenlijst(taal_van("ti"))}
    assert {rij[0] for rij in hier + verder} == set(termen)
    assert all(termen[rij[0]].is_in(gezegd) for rij in hier)
    assert not any(termen[rij[0]].is_in(gezegd) for rij in verder)
    bezwaar = next(rij for rij in hier + verder if rij[0] == "bezwaar")
    assert bezwaar == ["bezwaar", termen["bezwaar"].uitleg, termen["bezwaar"].vertaling]


def test_a_question_keeps_its_number_in_every_dossier(work: Workspace) -> None:
    nummers = gesproken_nummers(work.data.formulieren)
    assert list(nummers.values()) == list(range(1, len(nummers) + 1))
    assert set(nummers) == {v.naam for v in work.data.formulieren.vragen.values() if v.read_aloud}


def test_what_surrounds_the_talks_is_in_no_besluit_no_line_of_the_list_and_no_card_of_the_team(
    work: Workspace, dossier: str
) -> None:
    for lijst, veld in {
        "overdracht_coa": "let_op", "partneroverleg": "geleerd", "onderzoek": "uitkomst", "weekblok": "wat",
        "geldpost": "wat", "geldtaak": "wat", "werkplek": "waarom", "daarna": "wat",
    }.items():  # fmt: skip
        record_fields(work, dossier, f"{lijst}[r]", {veld: "paniekaanval"})
    keep_klantprofiel(work, dossier, "", "paniekaanval.pdf", b"paniekaanval")
    lines = list_dossiers(work)
    read = work.vault.overviews()
    besluit = stuk_of(work, work.vault.dossier(dossier), "beschikking")
    for kept in (texts_of(besluit), read, read_team(work, lines), read_dag(work, lines)):
        assert "paniekaanval" not in str(kept)


def test_the_glossary_stands_alone_with_the_same_words_and_about_nobody(work: Workspace) -> None:
    dossier = create_dossier(work, {"voornamen": "Selamawit", "achternaam": "Testname", "spreektaal": "ti"})
    found = work.vault.dossier(dossier.made)
    assert LOSSE["woordenlijst"].ready(found)
    stuk = stuk_of(work, found, "woordenlijst")
    *_, hier, verder = (b for b in stuk_of(work, found, "tolkblad").blokken if isinstance(b, Lijst))
    assert [b.rijen for b in stuk.blokken if isinstance(b, Lijst)] == [hier.rijen, verder.rijen]
    said = texts_of(stuk)
    assert "bezwaar" in said
    assert form_text("ti", "tolkblad.woordenlijst", text("tolkblad.woordenlijst")).tekst in said
    assert not any(naam in tekst for naam in ("Selamawit", "Testname") for tekst in said)


def test_without_another_language_there_is_no_glossary(work: Workspace) -> None:
    found = work.vault.dossier(create_dossier(work, {"voornamen": "Selam", "spreektaal": "nl"}).made)
    assert not LOSSE["woordenlijst"].ready(found)
    with pytest.raises(KnownError, match=r"pip\.no_translation"):
        stuk_of(work, found, "woordenlijst")
