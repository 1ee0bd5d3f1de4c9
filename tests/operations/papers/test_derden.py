"""Nobody else in inzage: names of fields give way to roles, free text is masked, read and recorded."""

import json
import re
from collections.abc import Callable

import pytest

from intake_assistant.domain.entry import Entry
from intake_assistant.domain.recht.masker import Masker
from intake_assistant.operations.acts.antwoord import record_antwoord, record_notitie
from intake_assistant.operations.acts.gesprek import add_aanwezige
from intake_assistant.operations.acts.nalezen import record_nagelezen
from intake_assistant.operations.acts.record import erase_values, record_fields, record_waarde, remove_row
from intake_assistant.operations.papers.derden import Afscherming, Leestekst
from intake_assistant.operations.papers.inzagestukken import read_all_texts
from intake_assistant.operations.words.naam import AANSPREEKNAAM
from intake_assistant.operations.workspace import Workspace
from tests.operations.inzagehulp import NAMEN, said, vermeldingen, whole
from tests.operations.rijk import play
from tests.operations.samen import exchange

TROTS = "motivatie.trots"


def afscherming(work: Workspace, dossier: str) -> Afscherming:
    return Afscherming(work, work.vault.dossier(dossier), work.vault.entries(dossier))


def texts(work: Workspace, dossier: str, pad: str = "waarde") -> dict[str, Leestekst]:
    return {lees.tekst: lees for lees in afscherming(work, dossier).texts() if lees.pad == pad}


def note(work: Workspace, dossier: str, tekst: str, over: str = TROTS) -> Entry:
    made = record_notitie(work, dossier, over, tekst).entry
    assert made is not None
    return made


@pytest.mark.parametrize("number", NAMEN)
def test_no_name_or_number_of_another_is_in_it(work: Workspace, number: int) -> None:
    dossier = play(work, number)
    vooraf = json.dumps([e.value for e in work.vault.entries(dossier)], ensure_ascii=False)
    assert all(naam in vooraf for naam in NAMEN[number] if naam not in ("J. Postma", "Van Dam"))
    # An id is drawn by chance, and may hold the digits of somebody's number.
    tekst = re.sub("[0-9a-f]{16,}", "", json.dumps(whole(work, dossier), ensure_ascii=False))
    assert [naam for naam in NAMEN[number] if naam in tekst] == []


def test_with_whom_was_spoken_is_left_out_in_whatever_way_it_was_recorded(
    work: Workspace, dossier: str
) -> None:
    wie = "Annelies Bakker"
    record_fields(work, dossier, "partneroverleg[a]", {"wie": wie, "partij": "Taalschool Noord"})
    record_fields(work, dossier, "onderzoek[a]", {"door": wie, "instrument": "IPO"})
    record_fields(work, dossier, "overdracht_coa[a]", {"met": wie})
    record_waarde(work, dossier, "partneroverleg[b]", {"wie": wie, "geleerd": "komt graag"})
    tekst = json.dumps(whole(work, dossier), ensure_ascii=False)
    assert "Annelies" not in tekst
    assert "Bakker" not in tekst
    assert all(said in tekst for said in ("Taalschool Noord", "IPO", "komt graag"))


def test_who_was_there_is_told_by_role(work: Workspace, dossier: str) -> None:
    gesprek = work.new_id()
    rij = add_aanwezige(
        work,
        dossier,
        gesprek,
        {"rol": "tolk", "naam": "T. Abraha", "soort": "professioneel", "nummer": "12345"},
    ).made
    record_antwoord(work, dossier, TROTS, "mijn werk", gesprek=gesprek, extra={"tolk": "S. Gebremedhin"})
    # Somebody who was taken away again is known all the same.
    remove_row(work, dossier, f"gesprek[{gesprek}].aanwezig[{rij}]")
    note(work, dossier, "Abraha en Gebremedhin vertaalden.")
    found = whole(work, dossier)
    assert said(found, f"gesprek[{gesprek}].aanwezig[{rij}]") == [
        "Rol: een tolk",
        "Soort: beroepstolk",
        "verwijderd",
    ]
    assert said(found, f"{TROTS}@inburgeraar") == ["mijn werk", "Vertaald door: [tolk]"]
    assert said(found, f"notitie[{TROTS}]") == ["[tolk] en [tolk] vertaalden."]
    tekst = json.dumps(found, ensure_ascii=False)
    assert not [naam for naam in ("Abraha", "Gebremedhin", "12345") if naam in tekst]


def test_codes_and_what_the_person_is_called_are_no_free_text(work: Workspace) -> None:
    dossier = play(work, 1)
    found = {lees.tekst for lees in afscherming(work, dossier).texts()}
    assert not {"Selam", "Tesfay", "zroute", "huisarts", "2026-05-11", "professioneel"} & found
    assert "Mevrouw Van Dam, of mijn vriendin Rahwa." in found


def test_the_name_to_call_somebody_by_is_their_own(work: Workspace, dossier: str) -> None:
    note(work, dossier, "Mevrouw Roza zegt dat het goed gaat.")
    (voor,) = texts(work, dossier).values()
    assert voor.maskers
    record_antwoord(work, dossier, AANSPREEKNAAM, "Roza")
    (na,) = texts(work, dossier).values()
    assert not na.maskers


def test_a_language_is_nobodys_name(work: Workspace, dossier: str) -> None:
    note(work, dossier, "Zij helpt haar man Nederlands leren, met mevrouw Jansen.")
    note(work, dossier, "Nederlands gaat goed, zegt Jansen.", "motivatie.zorgen")
    found = whole(work, dossier)
    assert said(found, f"notitie[{TROTS}]") == ["Zij helpt haar man Nederlands leren, met mevrouw […]."]
    assert said(found, "notitie[motivatie.zorgen]") == ["Nederlands gaat goed, zegt […]."]


# --- by hand -----------------------------------------------------------------------------------------


def test_what_a_person_masks_goes_before_what_was_proposed(work: Workspace, dossier: str) -> None:
    made = note(work, dossier, "Zijn broer zit vast. Mevrouw Jansen belt.")
    record_nagelezen(work, dossier, [made.id], {made.id: {"waarde": [Masker(0, 20)]}})
    found = whole(work, dossier)
    assert said(found, f"notitie[{TROTS}]") == ["[…] Mevrouw Jansen belt."]
    assert not found["concept"]
    (mine,) = [v for v in vermeldingen(found) if v["id"] == made.id[:16]]
    assert mine["afgeschermd"] == 1
    # That something was masked is held too, and told; what was masked is nowhere.
    assert said(found, f"masker[{made.id}]") == ["1 plek onleesbaar gemaakt"]
    assert "broer" not in json.dumps(found, ensure_ascii=False)


def test_a_proposal_can_be_undone(work: Workspace, dossier: str) -> None:
    made = note(work, dossier, "Mevrouw Jansen belt.")
    assert said(whole(work, dossier), f"notitie[{TROTS}]") == ["Mevrouw […] belt."]
    record_nagelezen(work, dossier, [made.id], {made.id: {"waarde": []}})
    assert said(whole(work, dossier), f"notitie[{TROTS}]") == ["Mevrouw Jansen belt."]


def test_a_mask_keeps_no_copy_of_what_it_hides(work: Workspace, dossier: str) -> None:
    made = note(work, dossier, "Zijn broer zit vast.")
    record_nagelezen(work, dossier, [made.id], {made.id: {"waarde": [Masker(0, 20)]}})
    erase_values(work, dossier, [made.id], "over een ander")
    left = json.dumps([e.value for e in work.vault.entries(dossier)], ensure_ascii=False)
    assert "broer" not in left
    assert said(whole(work, dossier), f"notitie[{TROTS}]") == [
        "gewist: dit is weggehaald en niet meer te lezen"
    ]


def test_two_who_mask_differently_hide_all_of_both(laptop: Callable[[str], Workspace]) -> None:
    an, bo = laptop("an"), laptop("bo")
    dossier = play(an, 1)
    made = note(an, dossier, "een twee drie vier")
    exchange(an, bo)
    record_nagelezen(an, dossier, [made.id], {made.id: {"waarde": [Masker(0, 3)]}})
    record_nagelezen(bo, dossier, [made.id], {made.id: {"waarde": [Masker(9, 13)]}})
    exchange(an, bo)
    for work in (an, bo):
        assert said(whole(work, dossier), f"notitie[{TROTS}]") == ["[…] twee […] vier"]


def test_a_mask_that_cannot_be_read_hides_the_whole_text(work: Workspace, dossier: str) -> None:
    made = note(work, dossier, "Zijn broer zit vast.")
    record_waarde(work, dossier, f"masker[{made.id}]", {"waarde": [["van", 20]]})
    assert said(whole(work, dossier), f"notitie[{TROTS}]") == ["[…]"]


def test_a_text_within_a_whole_is_masked_at_its_place(work: Workspace) -> None:
    dossier = play(work, 2)
    lees = next(
        lees
        for lees in afscherming(work, dossier).texts()
        if lees.pad == "waarde.partij" and "De Linde" in lees.tekst
    )
    record_nagelezen(
        work, dossier, [lees.entry], {lees.entry: {"waarde.partij": [Masker(0, len(lees.tekst))]}}
    )
    tekst = json.dumps(whole(work, dossier), ensure_ascii=False)
    assert "De Linde" not in tekst
    assert "weten of er in de behandeltijden" in tekst


def test_reading_all_is_remembered_for_old_texts_only(work: Workspace) -> None:
    dossier = play(work, 1)
    read_all_texts(work, dossier)
    assert all(lees.gelezen for lees in afscherming(work, dossier).texts())
    note(work, dossier, "Nog iets.")
    assert [lees.tekst for lees in afscherming(work, dossier).texts() if not lees.gelezen] == ["Nog iets."]


def test_a_right_to_left_answer_about_others_is_hidden_whole(work: Workspace, dossier: str) -> None:
    record_antwoord(work, dossier, "sociaal_netwerk.steunfiguur", "أختي مريم")
    record_antwoord(work, dossier, TROTS, "عملي")
    assert texts(work, dossier)["أختي مريم"].maskers == (Masker(0, 9, "ander"),)
    assert texts(work, dossier)["عملي"].maskers == ()
