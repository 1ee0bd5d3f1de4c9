"""Writing the PIP where the user says: whole, once, and never over something else."""

import hashlib
import os
import stat
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from intake_assistant.documents.model import PLAIN, Huisstijl, texts_of
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.beschikking import maak_planversie
from intake_assistant.operations.acts.instelling import record_huisstijl
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.papers.documenten import (
    WANDPLAN,
    WEEKBLAD,
    make_document,
    make_documents,
    save_document,
    stuk_of,
    write_documents,
)
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.workspace import Workspace
from tests.bestandsgrens import no_file_beyond
from tests.documents.lezen import pdf_pages, plain, tagged_text, word_text
from tests.documents.plaatje import png
from tests.operations.casussen import CASES, COMPLEET, KORT, changed, on, play
from tests.operations.tegenspraak import record_in_two_ways

CONCEPT = changed(COMPLEET, ("dagtekening = 2026-12-28\n", ""))


def names(paths: list[Path]) -> set[tuple[str, str]]:
    return {(path.name.split("-")[0], path.suffix) for path in paths}


BOTH = {(deel, soort) for deel in ("beschikking", "ontwikkelplan") for soort in (".docx", ".pdf")}


def test_both_parts_come_in_word_and_pdf_and_say_the_same(work: Workspace, tmp_path: Path) -> None:
    dossier = play(work, COMPLEET)
    paths = write_documents(on(work, "2026-12-30"), dossier, tmp_path / "uit" / "hier")
    assert names(paths) == BOTH
    for deel in ("beschikking", "ontwikkelplan"):
        word, pdf = (next(p for p in paths if p.match(f"{deel}*{soort}")) for soort in (".docx", ".pdf"))
        assert word_text(word.read_bytes()) == tagged_text(pdf.read_bytes())
        assert "CONCEPT" not in "".join(pdf_pages(pdf.read_bytes()))


def test_the_pdf_that_is_handed_out_is_the_besluit_itself(work: Workspace, tmp_path: Path) -> None:
    dossier = play(work, COMPLEET)
    named = show_dossier(work, dossier)["pip"]["besluiten"][0]["sha256"]
    for day in ("2026-12-30", "2028-01-01"):
        (path,) = write_documents(
            on(work, day), dossier, tmp_path / day, delen=("beschikking",), formaten=("pdf",)
        )
        assert hashlib.sha256(path.read_bytes()).hexdigest() == named


def test_a_concept_says_so_on_every_page_and_in_its_name(work: Workspace, tmp_path: Path) -> None:
    paths = write_documents(work, play(work, CONCEPT), tmp_path)
    assert all("concept" in path.name for path in paths)
    for path in paths:
        if path.suffix == ".pdf":
            assert all("CONCEPT" in page for page in pdf_pages(path.read_bytes()))
        else:
            with ZipFile(BytesIO(path.read_bytes())) as parts:
                headers = [n for n in parts.namelist() if n.startswith("word/header")]
                assert any("CONCEPT" in parts.read(n).decode() for n in headers)


def test_even_an_empty_dossier_makes_a_concept(work: Workspace, dossier: str, tmp_path: Path) -> None:
    assert names(write_documents(work, dossier, tmp_path)) == BOTH


def test_a_set_besluit_keeps_the_house_style_of_its_day(work: Workspace) -> None:
    groen = Huisstijl("#0a5c36", png(), "Logo van de gemeente")
    record_huisstijl(work, groen)
    dossier = play(work, COMPLEET)
    record_huisstijl(work, PLAIN)
    assert stuk_of(work, work.vault.dossier(dossier), "beschikking").huisstijl == groen
    assert stuk_of(work, work.vault.dossier(play(work, CONCEPT)), "beschikking").huisstijl == PLAIN


def test_a_new_version_of_the_plan_is_what_is_written(work: Workspace, tmp_path: Path) -> None:
    dossier = play(work, COMPLEET)
    before = make_documents(work, work.vault.dossier(dossier), ("ontwikkelplan",), ("pdf",))[0].inhoud
    maak_planversie(on(work, "2027-03-01"), dossier, "na het voortgangsgesprek")
    after = make_documents(work, work.vault.dossier(dossier), ("ontwikkelplan",), ("pdf",))[0].inhoud
    assert after != before
    assert "1maart2027" in plain("".join(pdf_pages(after)))


# -- what is never in it


def test_no_name_or_number_of_the_person_stands_in_a_file_name(work: Workspace, tmp_path: Path) -> None:
    for path in write_documents(work, play(work, COMPLEET), tmp_path):
        assert not {"ferreira", "luciana", "silva"} & set(path.name.lower().replace(".", "-").split("-"))


def test_health_and_private_words_are_not_in_the_besluit(work: Workspace, tmp_path: Path) -> None:
    secret = 'aanpassing = "zij heeft een zeldzame nierziekte"\n    belastbaarheid_uren_dag'
    dossier = play(work, changed(CONCEPT, ("belastbaarheid_uren_dag", secret)))
    for path in write_documents(work, dossier, tmp_path):
        found = word_text(path.read_bytes()) if path.suffix == ".docx" else tagged_text(path.read_bytes())
        assert "nierziekte" not in found


# -- bad places


def test_a_file_that_is_there_is_not_overwritten_and_nothing_else_is_written(
    work: Workspace, tmp_path: Path
) -> None:
    dossier = play(work, COMPLEET)
    folder = tmp_path / "uit"
    (only,) = write_documents(work, dossier, folder, delen=("ontwikkelplan",), formaten=("pdf",))
    only.write_bytes(b"van de gebruiker")
    with pytest.raises(KnownError) as caught:
        write_documents(work, dossier, folder)
    assert caught.value.code == "output.exists"
    assert only.read_bytes() == b"van de gebruiker"
    assert list(folder.iterdir()) == [only]


def test_a_file_in_the_way_of_the_folder_is_told(work: Workspace, tmp_path: Path) -> None:
    dossier = play(work, COMPLEET)
    (tmp_path / "bestand").write_bytes(b"x")
    for folder in (tmp_path / "bestand", tmp_path / "bestand" / "onder"):
        with pytest.raises(KnownError) as caught:
            write_documents(work, dossier, folder)
        assert caught.value.code in ("output.exists", "output.not_writable")
    assert (tmp_path / "bestand").read_bytes() == b"x"


@pytest.mark.parametrize("room", [20_000, 60_000])
def test_a_full_disk_leaves_nothing_half_and_the_next_attempt_works(
    work: Workspace, tmp_path: Path, room: int
) -> None:
    dossier = play(work, COMPLEET)
    with no_file_beyond(room), pytest.raises(KnownError) as caught:
        write_documents(work, dossier, tmp_path / "uit")
    assert caught.value.code == "disk.full"
    assert list((tmp_path / "uit").iterdir()) == []
    assert names(write_documents(work, dossier, tmp_path / "uit")) == BOTH


def test_overwriting_is_asked_for_by_name(work: Workspace, tmp_path: Path) -> None:
    dossier = play(work, COMPLEET)
    document = make_documents(work, work.vault.dossier(dossier), ("beschikking",), ("pdf",))[0]
    path = tmp_path / document.naam
    path.write_bytes(b"oud")
    save_document(work, dossier, document, path, overwrite=True)
    assert path.read_bytes() == document.inhoud


# -- languages, log


def test_a_language_without_checked_texts_is_refused(work: Workspace, tmp_path: Path) -> None:
    dossier = play(work, COMPLEET)
    for taal, code in (("ti", "pip.unchecked_translation"), ("xx", "pip.no_translation")):
        with pytest.raises(KnownError) as caught:
            write_documents(work, dossier, tmp_path / "uit", taal=taal)
        assert caught.value.code == code
    assert not (tmp_path / "uit").exists()


def test_each_document_that_left_is_in_the_log(work: Workspace, tmp_path: Path) -> None:
    dossier = play(work, KORT)
    paths = write_documents(work, dossier, tmp_path)
    assert len(work.vault.log("export", dossier)) == len(paths) == 4


def test_the_files_are_for_their_owner_only(work: Workspace, tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("rights come from the folder there")
    for path in write_documents(work, play(work, KORT), tmp_path):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def test_the_plan_for_the_wall_holds_no_answer_and_no_number_of_the_person(work: Workspace) -> None:
    dossier = play(work, CASES[0])
    found = work.vault.dossier(dossier)
    stuk = stuk_of(work, found, WANDPLAN)
    said = "\n".join(texts_of(stuk))
    assert "Werken als hulpkok" in said
    assert inburgeraar_of(found)["bsn"] not in said
    health = [vraag.naam for vraag in work.data.formulieren.vragen.values() if vraag.bijzonder]
    for naam in health:
        waarde = found.antwoord(naam).waarde
        assert not isinstance(waarde, str) or len(waarde) < 5 or waarde not in said
    made = make_document(work, found, WANDPLAN, "pdf")
    assert made.naam.startswith("wandplan-")
    assert not made.frozen


def test_the_week_stands_in_the_plan_and_on_a_page_for_the_wall_without_health(work: Workspace) -> None:
    dossier = play(work, CONCEPT)
    found = work.vault.dossier(dossier)
    assert "Uw week bespreken wij in het volgende gesprek." in texts_of(stuk_of(work, found, WEEKBLAD))
    today = work.clock.today().isoformat()
    velden = {"soort": "les", "dagen": ["maandag"], "van": "9.00", "tot": "12.00", "vanaf": today}
    record_waarde(work, dossier, "weekblok[a]", velden)
    record_waarde(work, dossier, "weekblok[b]", {**velden, "soort": "werk", "wat": "Keuken"})
    record_antwoord(work, dossier, "werknemersvaardigheden.belastbaar_uren_week", 2)
    found = work.vault.dossier(dossier)
    assert "te_veel_uren" in [p["wat"] for p in show_dossier(work, dossier)["weekplan"][0]["past_niet"]]
    plan, wand = (texts_of(stuk_of(work, found, deel)) for deel in ("ontwikkelplan", WEEKBLAD))
    for said in (plan, wand):
        assert any("9.00 tot 12.00 uur werk: Keuken" in zin for zin in said)
        assert not [zin for zin in said if "meer dan" in zin and "uur les en werk" in zin]
    assert any("tegelijk" in zin for zin in plan)
    assert not [zin for zin in wand if "tegelijk" in zin]
    made = make_document(work, found, WEEKBLAD, "pdf")
    assert len(pdf_pages(made.inhoud)) == 1
    assert made.naam.startswith("weekblad-")


def test_what_was_recorded_in_two_ways_stands_on_paper_as_not_certain(work: Workspace, dossier: str) -> None:
    velden = {"dagen": ["maandag"], "tot": "12.00", "vanaf": work.clock.today().isoformat()}
    record_waarde(work, dossier, "weekblok[a]", {**velden, "van": "9.00", "soort": "werk", "wat": "Keuken"})
    record_waarde(work, dossier, "weekblok[b]", {**velden, "soort": "les", "wat": "Taalschool"})
    record_in_two_ways(work, dossier, "weekblok[b].van", "9.00", "8.30")
    found = work.vault.dossier(dossier)
    for deel in ("ontwikkelplan", WEEKBLAD):
        said = texts_of(stuk_of(work, found, deel))
        assert any(zin.startswith("9.00 tot 12.00 uur werk: Keuken") for zin in said)
        assert any("les: Taalschool: hier schreven wij twee verschillende dingen over op." in z for z in said)


def test_a_week_of_day_and_night_is_a_page_all_the_same(work: Workspace, dossier: str) -> None:
    dagen = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"]
    for nummer, begin in enumerate(range(0, 24, 2)):
        velden = {"soort": "werk", "wat": "Nacht 😀 " * 300, "dagen": dagen, "van": f"{begin}.00"}
        erbij = {"tot": f"{begin + 2}.00", "vanaf": work.clock.today().isoformat()}
        record_waarde(work, dossier, f"weekblok[{nummer}]", velden | erbij)
    made = make_document(work, work.vault.dossier(dossier), WEEKBLAD, "pdf")
    assert pdf_pages(made.inhoud)
