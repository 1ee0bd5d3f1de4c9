"""Papers in Dutch and beside it in the language that the person reads."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from intake_assistant.documents.model import Naast, Opsomming, Stuk, texts_of
from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.domain.recht.ontwikkelplan import doelen_of, verste_doel
from intake_assistant.domain.recht.toestemming import toestemmingen_of
from intake_assistant.domain.vertaald.getypt import getypt_in, ingevoerd_bij
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.instelling import keep_instelling
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.acts.vertaling import record_vertaling
from intake_assistant.operations.acts.wissen import erase_antwoord
from intake_assistant.operations.papers.bladen.rechten import gelezen_in
from intake_assistant.operations.papers.documenten import (
    VOOR_DE_PERSOON,
    is_vertaalbaar,
    make_document,
    stuk_in,
    stuk_of,
    voor_de_persoon,
    write_documents,
)
from intake_assistant.operations.vault.instellingen import ONGECONTROLEERD
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import SOURCE, talen
from tests.documents.lezen import model_text, pdf_pages, plain, tagged_text, word_text
from tests.documents.woorden import share_found
from tests.operations.casussen import CASES, COMPLEET, on, play

FOUND = 0.95
ANDERE = [taal.code for taal in talen() if taal.code != SOURCE]
DELEN = ("beschikking", "ontwikkelplan", "wandplan")


@pytest.fixture
def mag(work: Workspace) -> Workspace:
    """The municipality allows what nobody checked to be printed."""
    keep_instelling(work, ONGECONTROLEERD, "ja")
    return work


@pytest.mark.parametrize("deel", DELEN)
@pytest.mark.parametrize("taal", ["ar", "ti", "uk"])
def test_the_dutch_of_two_languages_is_the_dutch_itself(mag: Workspace, taal: str, deel: str) -> None:
    dossier = mag.vault.dossier(play(mag, COMPLEET))
    both = stuk_in(mag, dossier, deel, taal)
    said = "\n".join(texts_of(both))
    assert [text for text in texts_of(stuk_of(mag, dossier, deel)) if text.rstrip(":") not in said] == []
    assert vertaald(both)


@pytest.mark.parametrize("taal", ANDERE)
def test_word_says_what_the_pdf_says_in_every_language(mag: Workspace, taal: str) -> None:
    dossier = mag.vault.dossier(play(mag, COMPLEET))
    for deel in DELEN if taal in ("ar", "ti") else DELEN[:1]:
        both = stuk_in(mag, dossier, deel, taal)
        word, pdf = (make_document(mag, dossier, deel, formaat, taal) for formaat in ("docx", "pdf"))
        assert both.vertaling is not None
        kop = plain(f"Nederlands{both.vertaling.naam}")
        assert word_text(word.inhoud).replace(kop, "") == model_text(both)
        # What goes on on the next page stands there beside what goes on as well.
        assert both.vertaling.richting == "rtl" or sorted(tagged_text(pdf.inhoud)) == sorted(model_text(both))
        assert share_found(vertaald(both), pdf.inhoud) >= FOUND


def vertaald(stuk: Stuk) -> list[str]:
    return [t for blok in stuk.blokken if isinstance(blok, Naast) and not blok.alleen for t in blok.vertaald]


SELAM = CASES[0].read_text(encoding="utf-8")


def test_what_is_handed_over_in_two_languages_is_kept_with_the_besluit(mag: Workspace) -> None:
    dossier = mag.vault.dossier(play(mag, SELAM))
    document = make_document(mag, dossier, "beschikking", "pdf", "ti")
    assert document.frozen
    assert document.inhoud == make_document(on(mag, "2028-01-01"), dossier, "beschikking", "pdf", "ti").inhoud
    assert besluiten_of(dossier)[-1].bestanden["pdf_ti"]
    # In another language it stands beside the same Dutch, made when it is asked for.
    assert not make_document(mag, dossier, "beschikking", "pdf", "ar").frozen
    both = "\n".join(texts_of(stuk_in(mag, dossier, "beschikking", "ar")))
    assert [t for t in texts_of(stuk_of(mag, dossier, "beschikking")) if t.rstrip(":") not in both] == []


def test_nothing_unchecked_is_kept_while_it_may_not_be_printed(work: Workspace) -> None:
    dossier = work.vault.dossier(play(work, SELAM))
    assert set(besluiten_of(dossier)[-1].bestanden) >= {"pdf", "model"}
    assert not [naam for naam in besluiten_of(dossier)[-1].bestanden if naam.startswith("pdf_")]
    for deel in (*VOOR_DE_PERSOON, "daarna"):
        with pytest.raises(KnownError, match=r"pip\.unchecked_translation"):
            stuk_in(work, dossier, deel, "ti")
    assert stuk_in(work, dossier, "wandplan", "ti", ongecontroleerd=True).vertaling


def test_what_was_set_is_translated_as_it_was_then_whatever_came_after(work: Workspace) -> None:
    """Nothing of a first besluit is read as of a later one, which has other words for it."""
    dossier = work.vault.dossier(play(work, SELAM))
    both = stuk_in(on(work, "2028-01-01"), dossier, "beschikking", "ti", ongecontroleerd=True)
    said = {blok.nl: blok for blok in both.blokken if isinstance(blok, Naast)}
    fixed = [
        blok
        for nl, blok in said.items()
        if "\n".join(texts_in(nl)).startswith(("U bent verplicht", "U heeft drie jaar"))
    ]
    assert len(fixed) == 2
    assert not any(blok.alleen for blok in fixed)


def texts_in(blok: object) -> tuple[str, ...]:
    return blok.items if isinstance(blok, Opsomming) else (getattr(blok, "tekst", ""),)


def test_each_page_says_what_the_translation_is_worth_in_both_languages(mag: Workspace) -> None:
    dossier = mag.vault.dossier(play(mag, SELAM))
    for deel in voor_de_persoon(dossier):
        pdf = make_document(mag, dossier, deel, "pdf", "uk").inhoud
        for page in map(plain, pdf_pages(pdf)):
            assert "Dezevertalingisnognietnagekeken" in page
            assert plain("Цей переклад ще не перевірено") in page


def test_each_page_in_word_says_so_as_well(mag: Workspace) -> None:
    dossier = mag.vault.dossier(play(mag, SELAM))
    word = make_document(mag, dossier, "ontwikkelplan", "docx", "uk").inhoud
    with ZipFile(BytesIO(word)) as parts:
        feet = [parts.read(name).decode() for name in parts.namelist() if name.startswith("word/footer")]
    assert any("nog niet nagekeken" in foot and "ще не перевірено" in foot for foot in feet)


def test_all_that_is_taken_home_is_made_in_one_go(mag: Workspace, tmp_path: Path) -> None:
    id = play(mag, SELAM)
    delen = voor_de_persoon(mag.vault.dossier(id))
    assert {"beschikking", "ontwikkelplan", "bezwaarblad", "wandplan", "verteld", "toestemmingen"} <= set(
        delen
    )
    paths = write_documents(mag, id, tmp_path, delen=delen, formaten=("pdf",), taal="ti")
    assert [path.name.split("-")[0] for path in paths] == list(delen)
    assert all("-ti" in path.name for path in paths)


def test_what_was_consented_to_stands_there_as_it_was_read(mag: Workspace) -> None:
    dossier = mag.vault.dossier(play(mag, SELAM))
    said = plain("".join(texts_of(stuk_in(mag, dossier, "toestemmingen", "ti"))))
    for _, toestemming in toestemmingen_of(dossier):
        for taal in (SOURCE, "ti"):
            gelezen = gelezen_in(mag, toestemming, taal).alineas
            assert [alinea for alinea in gelezen if plain(alinea) not in said] == []


@pytest.mark.parametrize("deel", ["tolkblad", "praatplaten", "toen_en_nu"])
def test_of_a_paper_in_two_languages_already_none_is_chosen(mag: Workspace, deel: str) -> None:
    dossier = mag.vault.dossier(play(mag, SELAM))
    assert not is_vertaalbaar(deel)
    with pytest.raises(KnownError, match=r"pip\.no_choice_of_language"):
        stuk_in(mag, dossier, deel, "ti")


# -- what a person typed


def test_what_somebody_entered_stands_beside_what_was_typed_until_that_changes(mag: Workspace) -> None:
    id = play(mag, SELAM)
    verste = verste_doel(doelen_of(mag.vault.dossier(id)))
    doel = next(een for een in getypt_in(mag.vault.dossier(id)) if een.nl == verste)
    record_vertaling(mag, id, doel.nl, "ti", "ናይ ኢድ ስራሕ")
    assert "ናይ ኢድ ስራሕ" in said(mag, id, "wandplan")
    record_waarde(mag, id, doel.over, "iets heel anders")
    dossier = mag.vault.dossier(id)
    assert "ናይ ኢድ ስራሕ" not in said(mag, id, "wandplan")
    (later,) = [een for een in getypt_in(dossier) if een.over == doel.over]
    found = ingevoerd_bij(dossier, later, "ti")
    assert found is not None
    assert found.verouderd


def test_what_was_entered_goes_with_what_it_says(mag: Workspace) -> None:
    id = play(mag, SELAM)
    typed = next(een for een in getypt_in(mag.vault.dossier(id)) if een.over.startswith("afspraak"))
    record_vertaling(mag, id, typed.nl, "ti", "ምምዝጋብ")
    entry = next(e for e in mag.vault.entries(id) if e.header.subject == typed.over)
    erase_antwoord(mag, id, entry.id, "over een ander")
    assert [e.value for e in mag.vault.entries(id) if "vertaling[" in e.header.subject] == [None]


def test_arabic_typed_in_a_dutch_field_and_a_long_text_are_printed(mag: Workspace) -> None:
    id = play(mag, SELAM)
    doelen = [een for een in getypt_in(mag.vault.dossier(id)) if een.over.startswith("afspraak")]
    for een, tekst in zip(doelen, ("العمل في 12-03-2027 مع Jan", "lang " * 2000, "mooi 🎉 zo"), strict=False):
        record_waarde(mag, id, een.over, tekst)
    pdf = make_document(mag, mag.vault.dossier(id), "wandplan", "pdf", "ar")
    assert pdf.inhoud.startswith(b"%PDF")


def said(work: Workspace, id: str, deel: str) -> str:
    dossier = work.vault.dossier(id)
    return "".join(texts_of(stuk_in(work, dossier, deel, "ti"))) if deel in voor_de_persoon(dossier) else ""
