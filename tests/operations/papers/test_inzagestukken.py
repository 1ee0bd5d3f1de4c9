"""The files of inzage: opened again and read, logged, all or none."""

import json
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from intake_assistant import texts
from intake_assistant.documents.inzage.stuk import build_inzage
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.antwoord import record_antwoord, record_notitie
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.record import erase_values
from intake_assistant.operations.papers.inzage import gather
from intake_assistant.operations.papers.inzagestukken import (
    inzage_stuk,
    make_inzage,
    read_all_texts,
    save_inzage,
    write_inzage,
)
from intake_assistant.operations.workspace import Workspace
from intake_assistant.paths import translations_dir
from tests.documents.lezen import elements, model_text, pdf_pages, plain, tagged_text
from tests.operations.inzagehulp import NAMEN
from tests.operations.rijk import play

pytestmark = pytest.mark.slow


def pdf(work: Workspace, dossier: str, taal: str = "nl") -> bytes:
    return make_inzage(work, work.vault.dossier(dossier), "pdf", taal).inhoud


@pytest.mark.parametrize("number", NAMEN)
def test_the_pdf_names_nobody_else(work: Workspace, number: int) -> None:
    dossier = play(work, number)
    read_all_texts(work, dossier)
    tekst = tagged_text(pdf(work, dossier))
    assert [naam for naam in NAMEN[number] if plain(naam) in tekst] == []
    assert plain(str(work.vault.dossier(dossier).get("inburgeraar.voornamen"))) in tekst


def test_the_pdf_is_readable_for_everyone(work: Workspace) -> None:
    dossier = play(work, 2)
    read_all_texts(work, dossier)
    content = pdf(work, dossier, "ar")
    with pikepdf.open(BytesIO(content)) as opened:
        assert str(opened.Root.Lang) == "nl-NL"
        with opened.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
            assert metadata["dc:title"] == "Alles wat wij over u bewaren"
    found = list(elements(content))
    # Each translation says in which language it is, to whoever has it read aloud.
    arabic = [facts for _, facts in found if facts["lang"] == "ar"]
    assert len(arabic) > 30
    headers = {str(facts["id"]) for kind, facts in found if kind == "/TH"}
    cells = [facts for kind, facts in found if kind == "/TD"]
    assert {str(name) for facts in cells for name in facts["/Headers"]} <= headers  # type: ignore[attr-defined]  # a list
    assert [kind for kind, _ in found].count("/H1") == 1


def test_the_pdf_says_what_the_model_says(work: Workspace) -> None:
    dossier = play(work, 3)
    read_all_texts(work, dossier)
    stuk = inzage_stuk(work, work.vault.dossier(dossier))
    # A long cell goes on on the next page after what stands beside it; not a sign is lost or added.
    assert sorted(tagged_text(pdf(work, dossier))) == sorted(model_text(stuk))


def test_everything_that_is_told_in_the_json_stands_on_paper(work: Workspace) -> None:
    dossier = play(work, 6)
    inzage = gather(work, work.vault.dossier(dossier), bsn=True)
    paper = model_text(build_inzage(inzage, work.data.inzageteksten))
    lost = {
        tekst.nl
        for vermelding in inzage.vermeldingen
        for tekst in vermelding.tekst
        if plain(tekst.nl) not in paper
    }
    assert lost == set()
    bsn = str(work.vault.dossier(dossier).get("inburgeraar.bsn"))
    assert bsn in paper
    assert bsn not in make_inzage(work, work.vault.dossier(dossier), "json").inhoud.decode()


def test_a_concept_says_so_on_each_page_and_what_is_left_to_read(work: Workspace) -> None:
    dossier = play(work, 1)
    stuk = make_inzage(work, work.vault.dossier(dossier), "pdf")
    pages = pdf_pages(stuk.inhoud)
    assert all("Geef dit nog niet mee" in page for page in pages)
    assert stuk.naam.endswith("-concept.pdf")
    aantal = len(gather(work, work.vault.dossier(dossier)).ongelezen)
    assert f"Nog niet nagelezen teksten: {aantal}." in pages[0].replace("\r\n", " ")
    read_all_texts(work, dossier)
    klaar = make_inzage(work, work.vault.dossier(dossier), "pdf")
    assert "CONCEPT" not in "".join(pdf_pages(klaar.inhoud))
    assert "concept" not in klaar.naam


def test_a_dossier_without_anything_says_no_more_than_is_true(work: Workspace) -> None:
    dossier = create_dossier(work, {}).made
    words = "\n".join(pdf_pages(pdf(work, dossier, "ar"))).replace("\r\n", " ")
    assert "Alles wat hier staat, heeft u zelf verteld" in words
    assert "Dit kwam ook van anderen" not in words
    assert "burgerservicenummer" not in words
    assert "Er is nog niet opgeschreven dat iemand uw dossier opende." in words


def test_a_language_without_texts_promises_none(
    work: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = play(work, 1)
    for naam in ("nl", "ar", "ti/taal.toml"):
        (tmp_path / "talen" / naam).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "talen" / naam).symlink_to(translations_dir() / naam)
    monkeypatch.setattr(texts, "translations_dir", lambda: tmp_path / "talen")
    ti, ar = (tagged_text(pdf(work, dossier, taal)) for taal in ("ti", "ar"))
    assert plain("Wij hebben dit stuk nog niet in uw taal.") in ti
    assert plain("staan ook in uw taal") not in ti
    assert plain("staan ook in uw taal") in ar


def test_signs_without_a_font_are_explained_and_kept_in_the_json(work: Workspace) -> None:
    dossier = create_dossier(work, {"voornamen": "Selam"}).made
    assert plain("een teken dat wij niet kunnen drukken") not in tagged_text(pdf(work, dossier))
    record_notitie(work, dossier, "motivatie.trots", "Lachte \N{PARTY POPPER}. " + "x" * 10_000)
    assert plain("een teken dat wij niet kunnen drukken") in tagged_text(pdf(work, dossier))
    stuk = make_inzage(work, work.vault.dossier(dossier), "json")
    assert "Lachte \N{PARTY POPPER}." in stuk.inhoud.decode()


def test_arabic_is_whole_and_a_translation_names_its_language(work: Workspace) -> None:
    dossier = create_dossier(work, {"voornamen": "محمد", "spreektaal": "ar"}).made
    record_antwoord(work, dossier, "taalniveau.moedertaal", "ar")
    record_antwoord(work, dossier, "motivatie.trots", "أنا فخور بعملي")
    content = pdf(work, dossier, "ar")
    # The signs stand as they are drawn, from left to right.
    words = tagged_text(content)
    assert plain("أنا فخور بعملي")[::-1] in words
    assert plain("محمد")[::-1] in words
    spoken = [facts for _, facts in elements(content) if facts["lang"] == "ar"]
    assert spoken


def test_what_was_erased_is_shown_as_erased(work: Workspace) -> None:
    dossier = play(work, 1)
    (entry,) = [e for e in work.vault.entries(dossier) if e.header.subject == "motivatie.trots@inburgeraar"]
    waarde = str((entry.value or {})["waarde"])
    assert plain(waarde) in tagged_text(pdf(work, dossier))
    erase_values(work, dossier, [entry.id], "vergissing")
    tekst = tagged_text(pdf(work, dossier))
    assert plain(waarde) not in tekst
    assert plain("gewist: dit is weggehaald") in tekst


def test_making_and_writing_is_noted(work: Workspace, dossier: str, tmp_path: Path) -> None:
    read_all_texts(work, dossier)
    paths = write_inzage(work, dossier, tmp_path / "uit", "ti")
    assert [path.suffix for path in paths] == [".pdf", ".json"]
    assert [wat for _, _, wat in work.vault.log("access", dossier)] == ["inzage"]
    assert [wat for _, _, wat in work.vault.log("export", dossier)] == ["inzage pdf", "inzage json"]
    naam = str(work.vault.dossier(dossier).get("inburgeraar.achternaam"))
    assert not [path for path in paths if naam.casefold() in path.name.casefold()]
    assert json.loads(paths[1].read_bytes())["soort"] == "inzage"


def test_all_or_none_is_written(work: Workspace, dossier: str, tmp_path: Path) -> None:
    (json_path,) = [p for p in write_inzage(work, dossier, tmp_path) if p.suffix == ".json"]
    (tmp_path / json_path.name.replace(".json", ".pdf")).unlink()
    with pytest.raises(KnownError) as caught:
        write_inzage(work, dossier, tmp_path)
    assert caught.value.code == "output.exists"
    assert [p.name for p in tmp_path.iterdir() if p.suffix in (".pdf", ".json")] == [json_path.name]


def test_a_language_without_texts_is_refused(work: Workspace, dossier: str, tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        write_inzage(work, dossier, tmp_path / "uit", "xx")
    assert caught.value.code == "taal.onbekend"
    assert not (tmp_path / "uit").exists()


def test_one_file_can_be_kept_over_another(work: Workspace, dossier: str, tmp_path: Path) -> None:
    stuk = make_inzage(work, work.vault.dossier(dossier), "pdf")
    path = tmp_path / "stuk.pdf"
    path.write_text("oud")
    with pytest.raises(KnownError):
        save_inzage(work, dossier, stuk, path)
    save_inzage(work, dossier, stuk, path, overwrite=True)
    assert path.read_bytes() == stuk.inhoud
