"""A besluit is made known after it was set: on its own day, never before it and never on a day to come."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from intake_assistant.documents.bewaren import read_stuk
from intake_assistant.documents.model import texts_of
from intake_assistant.domain.kinds import BESLUIT
from intake_assistant.domain.recht.besluit import BEKEND, GETEKEND, Besluit, besluiten_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.besluit.bekendmaking import (
    drop_getekend,
    keep_getekend,
    record_bekendmaking,
)
from intake_assistant.operations.acts.concepttekst import keep_concepttekst, leave_field, settle_concepten
from intake_assistant.operations.papers.brief.geleidebrief import geleidebrief_stuk
from intake_assistant.operations.papers.brief.getekend import MOST_BYTES, getekend_document, read_getekend
from intake_assistant.operations.views.besluit.bekendmaking import bekendmaking_of
from intake_assistant.operations.views.geschiedenis import history
from intake_assistant.operations.views.overzicht import all_klokken
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.words.onderwerp import waarde_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.policy import Policy
from tests.operations.casussen import COMPLEET, on, play

# Set on 28 December 2026 by the case itself.
DAGTEKENING, LATER = "2026-12-28", "2027-01-04"
ALLES = {
    BEKEND: LATER,
    "bekendmaking": {"wijze": "post", "uitgelegd_aan": "mevrouw zelf", "taal": "ar", "kopie": "ja"},
    "voor_gezien": {"datum": LATER, "tolk": "T. Abraha"},
}


@pytest.fixture
def besluit(work: Workspace) -> Besluit:
    return last(work, play(work, COMPLEET))


def last(work: Workspace, dossier: str = "") -> Besluit:
    (only,) = work.vault.dossiers()
    return besluiten_of(work.vault.dossier(dossier or only))[-1]


def make_known(work: Workspace, besluit: Besluit, velden: Mapping[str, object], day: str = LATER) -> str:
    (dossier,) = work.vault.dossiers()
    record_bekendmaking(on(work, day), dossier, besluit.id, velden)
    return dossier


@pytest.mark.parametrize(
    ("dag", "vandaag", "artikel"),
    [("2026-12-27", LATER, "Awb 3:40"), ("2027-01-05", LATER, "Awb 3:41")],
)
def test_a_day_on_which_it_cannot_be_is_refused_with_its_article(
    work: Workspace, besluit: Besluit, dag: str, vandaag: str, artikel: str
) -> None:
    with pytest.raises(KnownError) as caught:
        make_known(work, besluit, {BEKEND: dag}, vandaag)
    assert caught.value.code == "pip.unlawful"
    assert artikel in str(caught.value.facts["wat"])
    assert last(work).aangenomen


@pytest.mark.parametrize("dag", [DAGTEKENING, LATER])
def test_the_day_itself_and_today_are_lawful(work: Workspace, besluit: Besluit, dag: str) -> None:
    def klok() -> tuple[str, bool]:
        (dossier,) = work.vault.dossiers()
        found = next(
            k for k in all_klokken(on(work, LATER), work.vault.dossier(dossier)) if k.klok == "bezwaar"
        )
        return str(found.begin), found.aangenomen

    assert klok() == ("2026-12-29", True)
    make_known(work, besluit, {BEKEND: dag})
    assert (last(work).bekendgemaakt_op, last(work).aangenomen) == (dag, False)
    assert klok() == ("2026-12-29" if dag == DAGTEKENING else "2027-01-05", False)


def test_what_is_typed_in_the_window_is_refused_in_the_same_way_and_stays(
    work: Workspace, besluit: Besluit
) -> None:
    (dossier,) = work.vault.dossiers()
    subject, typed = BESLUIT.of(besluit.id, BEKEND), {"waarde": "2026-12-01"}
    keep_concepttekst(work, dossier, subject, typed)
    with pytest.raises(KnownError):
        leave_field(on(work, LATER), dossier, subject, typed)
    # A lock makes what is typed an entry; this stays what it is: typed.
    settle_concepten(on(work, LATER))
    assert last(work).aangenomen
    assert [c.subject for c in work.vault.concepttekst(dossier)] == [subject]


def test_the_frozen_text_does_not_change_and_holds_no_later_day(work: Workspace, besluit: Besluit) -> None:
    make_known(work, besluit, ALLES)
    assert last(work).bestanden == besluit.bestanden
    zinnen = "\n".join(texts_of(read_stuk(work.vault.blobs.get(besluit.bestanden["model"]))))
    assert "4 januari 2027" not in zinnen
    assert "Abraha" not in zinnen
    assert re.search(r"Kenmerk: \S+-1$", zinnen, re.MULTILINE)


def test_the_letter_beside_it_says_how_and_until_when(work: Workspace, besluit: Besluit) -> None:
    dossier = make_known(work, besluit, ALLES)
    assert show_dossier(work, dossier)["pip"]["besluiten"][0]["bekendmaking"] == {
        "wijze": "post", "uitgelegd_aan": "mevrouw zelf", "taal": "ar", "tolk": "T. Abraha", "kopie": "ja",
        "besproken_op": LATER, "getekend": False,
    }  # fmt: skip
    zinnen = "\n".join(texts_of(geleidebrief_stuk(work, work.vault.dossier(dossier))))
    for zin in (
        "Op 4 januari 2027 stuurden wij u dit besluit met de post.",
        "U kunt bezwaar maken tot en met 15 februari 2027.",
        "mevrouw zelf",
        "Arabisch",
    ):
        assert zin in zinnen
    assert "Met een tolk\nja" in zinnen
    assert "Abraha" not in zinnen


def test_there_is_no_letter_before_it_was_made_known(work: Workspace, besluit: Besluit) -> None:
    (dossier,) = work.vault.dossiers()
    with pytest.raises(KnownError) as caught:
        geleidebrief_stuk(work, work.vault.dossier(dossier))
    assert caught.value.code == "pip.not_announced"


def test_the_signed_copy_is_kept_and_comes_out_byte_for_byte(
    work: Workspace, besluit: Besluit, tmp_path: Path
) -> None:
    (dossier,) = work.vault.dossiers()
    scan = tmp_path / "getekend.pdf"
    scan.write_bytes(b"%PDF-1.7 getekend")
    keep_getekend(work, dossier, besluit, scan.name, read_getekend(scan))
    [entry] = history(work, dossier, subject := BESLUIT.of(besluit.id, GETEKEND))
    assert waarde_in_words(work, subject, entry.value) == "getekend.pdf"
    document = getekend_document(work, work.vault.dossier(dossier), besluit)
    assert (document.inhoud, document.formaat) == (scan.read_bytes(), "pdf")
    drop_getekend(work, dossier, besluit)
    assert bekendmaking_of(work.vault.dossier(dossier), besluit).getekend == {}


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [(b"MZ programma", "getekend.unreadable"), (b"%PDF-" + bytes(MOST_BYTES), "getekend.too_large")],
)
def test_what_is_no_scan_is_refused(tmp_path: Path, inhoud: bytes, code: str) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(inhoud)
    with pytest.raises(KnownError) as caught:
        read_getekend(scan)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("regels", "code"),
    [
        (f"dagtekening = {DAGTEKENING}\nbekendgemaakt_op = 2026-12-27", "pip.unlawful"),
        (f"dagtekening = {DAGTEKENING}\nbekendgemaakt_op = {LATER}", ""),
        (f"bekendgemaakt_op = {LATER}", ""),
    ],
)
def test_a_case_makes_it_known_on_its_own_day(work: Workspace, regels: str, code: str) -> None:
    case = COMPLEET.replace(f"dagtekening = {DAGTEKENING}", regels)
    if code:
        with pytest.raises(KnownError) as caught:
            play(work, case)
        assert caught.value.code == code
        assert work.vault.dossiers() == []
    else:
        play(work, case)
        besluiten = besluiten_of(work.vault.dossier(work.vault.dossiers()[0]))
        assert [b.bekendgemaakt_op for b in besluiten] == [LATER][: len(besluiten)]


def test_a_besluit_keeps_who_allowed_texts_that_no_lawyer_read(work: Workspace) -> None:
    strict = replace(work, policy=Policy(teksten_nagekeken=True))
    with pytest.raises(KnownError) as caught:
        play(strict, COMPLEET)
    assert "jurist" in str(caught.value.facts["wat"])
    wie = 'teksten_toegestaan = {naam = "mr. A. Jansen", functie = "jurist", datum = 2026-12-28}\n'
    dossier = play(strict, COMPLEET.replace("dagtekening =", f"{wie}dagtekening ="))
    assert last(work, dossier).inhoud["teksten_toegestaan.naam"] == "mr. A. Jansen"
    kept = work.vault.dossier(dossier).get(BESLUIT.of(last(work, dossier).id))
    assert kept["teksten_nagekeken"] == "nee"
