"""What came along from the azc: kept when it is of this person, and confirmed rather than asked anew."""

from pathlib import Path
from typing import Any

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import record_inburgeraar
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.overleg.klantprofiel import drop_klantprofiel, keep_klantprofiel
from intake_assistant.operations.vault.kluis import digest
from intake_assistant.operations.views.dossier.azc import MOST_BYTES, read_klantprofiel
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.views.voorbereiden import propose
from intake_assistant.operations.workspace import Workspace
from tests.operations.casussen import KORT, play

LEZEN = "taalniveau.nl_lezen"
AZC = """
[[overdracht_coa]]
datum = 2026-03-03
gehouden = true
met = "J. Postma"
motivatie = "wil snel werken"
let_op = "praat zacht"
toegezegd = "een taalmaatje"
klantprofiel = {v_nummer = "2801155443", bestand = "profiel.pdf"}
    [overdracht_coa.antwoorden.taalniveau]
    nl_spreken = "a2"
    [[overdracht_coa.antwoorden.werkervaring.banen]]
    beroep = "naaister"
"""
PDF = b"%PDF-1.7\n" + b"1 0 obj\nendobj\n" * 200 + b"%%EOF\n"
CASE = KORT.replace('doelgroep = "asiel', 'v_nummer = "2801155443"\ndoelgroep = "asiel') + AZC


def azc(work: Workspace, dossier: str) -> dict[str, Any]:
    found: dict[str, Any] = show_dossier(work, dossier)["van_het_azc"]
    return found


def test_a_case_tells_what_the_coa_knew_outside_a_conversation(work: Workspace) -> None:
    shown = show_dossier(work, play(work, CASE))
    (overdracht,) = shown["van_het_azc"]["overdracht_coa"]
    assert (overdracht["gehouden"], overdracht["toegezegd"]) == (True, "een taalmaatje")
    (profiel,) = shown["van_het_azc"]["klantprofiel"]
    assert (profiel["naam"], profiel["v_nummer"]) == ("profiel.pdf", "2801155443")
    spreken = shown["antwoorden"]["taalniveau.nl_spreken"]
    assert (spreken["bron"], spreken["gesprek"], spreken["nog_bevestigen"]) == ("coa", "", True)
    assert "nog_bevestigen" not in shown["antwoorden"][LEZEN]
    te_bevestigen = shown["van_het_azc"]["nog_bevestigen"]
    assert [n.partition("[")[0] for n in te_bevestigen] == ["werkervaring.banen", "taalniveau.nl_spreken"]


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        (
            '{v_nummer = "2801155443"',
            '{v_nummer = "2801155444"',
            "iemand anders",
        ),
        ('nl_spreken = "a2"', 'nl_spreken = {waarde = "a2", bron = "school"}', "de bron is coa"),
        ('beroep = "naaister"', 'beroep = {waarde = "naaister", bron = "duo"}', "de bron is coa"),
    ],
)
def test_a_case_with_what_is_of_another_is_refused_whole(
    work: Workspace, oud: str, nieuw: str, zin: str
) -> None:
    before = digest(work)
    with pytest.raises(KnownError) as caught:
        play(work, CASE.replace(oud, nieuw))
    assert zin in str(caught.value.facts["fouten"])
    assert digest(work) == before


def test_a_profile_of_this_person_is_kept_and_taken_away(work: Workspace, dossier: str) -> None:
    record_inburgeraar(work, dossier, {"v_nummer": "2801155443"})
    rij = keep_klantprofiel(work, dossier, "2801 155443", "profiel.pdf", b"%PDF-1.7 profiel").made
    (profiel,) = azc(work, dossier)["klantprofiel"]
    assert work.vault.blobs.get(profiel["sha256"]) == b"%PDF-1.7 profiel"
    drop_klantprofiel(work, dossier, rij)
    assert azc(work, dossier)["klantprofiel"] == []


@pytest.mark.parametrize(("nummer", "code"), [("2801155444", "ander"), ("", "zonder_nummer")])
def test_a_profile_of_another_person_is_told_and_nothing_recorded(
    work: Workspace, dossier: str, nummer: str, code: str
) -> None:
    record_inburgeraar(work, dossier, {"v_nummer": "2801155443"})
    before = digest(work)
    with pytest.raises(KnownError) as caught:
        keep_klantprofiel(work, dossier, nummer, "profiel.pdf", b"%PDF-1.7 van een ander")
    assert caught.value.code == f"klantprofiel.{code}"
    assert digest(work) == before


def test_a_profile_of_40_mb_is_not_read(tmp_path: Path) -> None:
    groot = tmp_path / "profiel.pdf"
    with groot.open("wb") as file:
        file.truncate(2 * MOST_BYTES)
    with pytest.raises(KnownError) as caught:
        read_klantprofiel(groot)
    assert caught.value.code == "klantprofiel.too_large"


def test_half_a_pdf_an_empty_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    heel, half, leeg, map_ = (tmp_path / naam for naam in ("heel.pdf", "half.PDF", "leeg.docx", "map.pdf"))
    heel.write_bytes(PDF)
    half.write_bytes(PDF[: len(PDF) // 2])
    leeg.touch()
    map_.mkdir()
    assert read_klantprofiel(heel) == PDF
    for path in (half, leeg, map_, tmp_path / "weg.pdf"):
        with pytest.raises(KnownError) as caught:
            read_klantprofiel(path)
        assert caught.value.code == "klantprofiel.unreadable"


def test_what_the_coa_wrote_is_proposed_to_be_confirmed_until_the_person_said_so(
    work: Workspace, dossier: str
) -> None:
    record_antwoord(work, dossier, "taalniveau.moedertaal", "ti", bron="coa")
    deel = next(d for d in propose(work, work.vault.dossier(dossier)).onderdelen if d.id == "taalniveau")
    assert "Het COA gaf hier al 1 antwoord." in deel.reden
    gesprek = start_gesprek(work, dossier, {}).made
    record_antwoord(work, dossier, "taalniveau.moedertaal", "ti", gesprek=gesprek)
    assert azc(work, dossier)["nog_bevestigen"] == []
    deel = next(d for d in propose(work, work.vault.dossier(dossier)).onderdelen if d.id == "taalniveau")
    assert "COA" not in deel.reden


def test_what_the_coa_said_in_a_conversation_was_heard_by_the_person(work: Workspace, dossier: str) -> None:
    gesprek = start_gesprek(work, dossier, {}).made
    record_antwoord(work, dossier, LEZEN, "a1", bron="coa", gesprek=gesprek)
    record_antwoord(work, dossier, "taalniveau.nl_spreken", "a1", bron="coa")
    record_antwoord(work, dossier, "taalniveau.nl_spreken", staat="niet_gevraagd", gesprek=gesprek)
    assert azc(work, dossier)["nog_bevestigen"] == ["taalniveau.nl_spreken"]
