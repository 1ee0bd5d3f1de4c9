"""What cannot be is kept, told, never printed, never counted, and no PIP is set on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import besluiten_of, concept_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.beschikking import stel_vast
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.papers.documenten import make_documents
from intake_assistant.operations.papers.inzagestukken import make_inzage
from intake_assistant.operations.views.besluit.controle import check_concept
from intake_assistant.operations.views.overzicht import all_klokken, list_dossiers
from intake_assistant.operations.words.controle import oordeel_in_words
from intake_assistant.operations.workspace import Workspace
from tests.documents.lezen import pdf_pages, word_text
from tests.operations.casussen import COMPLEET, changed, on, play

CONCEPT = changed(COMPLEET, ("dagtekening = 2026-12-28\n", ""))
# Four figures of a year before 1900, after the name of a month: 1 januari 0001.
A_YEAR_TOO_EARLY = re.compile(r"\d [a-z]+ (0\d|1[0-8])\d\d\b")


@pytest.fixture
def dossier(work: Workspace) -> str:
    """Ready to be set."""
    return play(on(work, "2026-12-28"), CONCEPT)


def places(work: Workspace, dossier: str) -> Iterator[tuple[str, object]]:
    """Subjects with a value that cannot be, of every kind that a case or another laptop may bring."""
    found = work.vault.dossier(dossier)
    gesprek = found.row_ids("gesprek")[0]
    record_waarde(work, dossier, "doel[w].naam", "Werk")
    record_waarde(work, dossier, "afspraak[a].doel", "w")
    record_waarde(work, dossier, "afspraak[a].wat", "Inschrijven")
    yield f"gesprek[{gesprek}].datum", "31-11-2026"
    yield f"gesprek[{gesprek}].datum", "0001-01-01"
    yield f"gesprek[{gesprek}].datum", "9999-12-31"
    yield f"gesprek[{gesprek}].minuten", -30
    yield f"gesprek[{gesprek}].volgende_afspraak", "29-2-2027"
    yield "afspraak[a].uiterlijk", "morgen"
    yield "afspraak[a].klaar_op", "0026-03-05"
    yield "procedure.inschrijving_brp", "0202-03-05"
    yield "procedure.oproep[o].waarschuwing", "31-11-2026"
    yield "procedure.informatie_derde[d].ontvangen_op", "30-2-2026"
    yield "inburgeraar.geboortedatum", "0994-03-17"
    yield "beschikking.pvt_uren", -1
    yield "beschikking.map_uren", 999999
    yield "beschikking.voortgangsgesprekken", "veel"
    yield "beschikking.voor_gezien.datum", "0001-01-01"


def test_each_is_in_the_way_of_the_pip_with_its_place(work: Workspace, dossier: str) -> None:
    work = on(work, "2026-12-28")
    assert check_concept(work, *_found(work, dossier)).volledig
    for subject, waarde in places(work, dossier):
        before = work.vault.dossier(dossier).get(subject, None)
        record_waarde(work, dossier, subject, waarde)
        controle = check_concept(work, *_found(work, dossier))
        assert not controle.volledig, subject
        (oordeel,) = [o for o in controle.weigert if o.vraag == subject]
        assert str(waarde) in oordeel_in_words(oordeel)
        with pytest.raises(KnownError) as caught:
            stel_vast(on(work, "2026-12-28"), dossier, {})
        assert caught.value.code == "pip.incomplete"
        record_waarde(work, dossier, subject, before if before is not None else "")
    assert besluiten_of(work.vault.dossier(dossier)) == []


def test_no_document_holds_what_cannot_be(work: Workspace, dossier: str) -> None:
    gelezen = ""
    for together in _rounds(places(work, dossier)):
        for subject, waarde in together.items():
            record_waarde(work, dossier, subject, waarde)
        gelezen = "\n".join(_read(work, dossier))
        assert not A_YEAR_TOO_EARLY.search(gelezen), together
        for waarde in map(str, together.values()):
            assert waarde not in gelezen or waarde in ("-1", "-30", "veel"), together
    assert "de datum van een gesprek" in gelezen
    # What was recorded is told to the person whom it is about, as it was typed.
    inzage = str(pdf_pages(make_inzage(work, work.vault.dossier(dossier), "pdf").inhoud))
    assert not A_YEAR_TOO_EARLY.search(inzage)
    assert "29-2-2027" in inzage


def _rounds(found: Iterator[tuple[str, object]]) -> list[dict[str, object]]:
    """The values that can stand beside each other, so that documents are made once for many."""
    rounds: list[dict[str, object]] = []
    for subject, waarde in found:
        free = next((one for one in rounds if subject not in one), None)
        if free is None:
            rounds.append(free := {})
        free[subject] = waarde
    return rounds


def test_nothing_counts_from_what_cannot_be(work: Workspace, dossier: str) -> None:
    for subject, waarde in places(work, dossier):
        record_waarde(work, dossier, subject, waarde)
    found = work.vault.dossier(dossier)
    days = [day for klok in all_klokken(work, found) for day in (klok.begin, klok.uiterlijk) if day]
    assert all(2020 < day.year < 2040 for day in days)
    (line,) = list_dossiers(work)
    assert line.laatste_contact >= "2026" or line.laatste_contact == "9999-12-31"


def _found(work: Workspace, dossier: str) -> tuple[Dossier, dict[str, object]]:
    found = work.vault.dossier(dossier)
    return found, concept_of(found)


def _read(work: Workspace, dossier: str) -> Iterator[str]:
    for document in make_documents(work, work.vault.dossier(dossier)):
        read = pdf_pages if document.formaat == "pdf" else word_text
        yield str(read(document.inhoud))
