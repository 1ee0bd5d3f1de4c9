"""The PDF: tagged, archived, complete, and nothing that anyone types can break it."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # the wheel carries no types

from intake_assistant.documents.model import (
    Alinea,
    Beeld,
    Blok,
    Kop,
    Opsomming,
    Randen,
    Stuk,
    Tabel,
    clean_stuk,
)
from intake_assistant.documents.pdf import write_pdf
from intake_assistant.documents.pip.beschikking import build_beschikking
from intake_assistant.documents.pip.ontwikkelplan import build_ontwikkelplan
from tests.documents import voorbeeld
from tests.documents.lezen import elements, model_text, pdf_pages, plain, tagged_text

# How wide the page is, and the margin on its right.
A4_POINTS, MARGIN_POINTS = 595, 65
TEKSTEN = voorbeeld.teksten()
BESLUIT = build_beschikking(voorbeeld.PIP, TEKSTEN)
CONCEPT = build_beschikking(voorbeeld.CONCEPT, TEKSTEN)
PLAN = build_ontwikkelplan(voorbeeld.PLAN, TEKSTEN)


def small(*texts: str, concept: bool = False) -> Stuk:
    """A document with these texts in every kind of block."""
    tabel = Tabel(
        "afspraken", ("wat", "wie", "uiterlijk", "klaar"), tuple((text,) * 4 for text in texts), "tabel"
    )
    stuk = Stuk(
        titel="Proef",
        soort="ontwikkelplan",
        taal="nl-NL",
        concept=concept,
        gemeente="Waterrade",
        kenmerk="1",
        datum=date(2026, 5, 4),
        randen=Randen("Pagina", "van", "Kenmerk", "CONCEPT", "CONCEPT"),
        blokken=(Kop(1, "kop"), *(Alinea(text) for text in texts), Opsomming(texts), tabel),
    )
    return clean_stuk(stuk)


@pytest.mark.parametrize("stuk", [BESLUIT, CONCEPT, PLAN], ids=["besluit", "concept", "plan"])
def test_it_is_pdf_ua_and_pdf_a(stuk: Stuk) -> None:
    with pikepdf.open(BytesIO(write_pdf(stuk))) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "nl-NL"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert "/StructTreeRoot" in pdf.Root
        assert "/OutputIntents" in pdf.Root
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
            assert metadata["dc:title"] == stuk.titel


def test_tables_name_their_headers() -> None:
    found = list(elements(write_pdf(BESLUIT)))
    headers = {str(facts["id"]) for kind, facts in found if kind == "/TH"}
    assert all(facts["/Scope"] == "/Column" for kind, facts in found if kind == "/TH")
    cells = [facts for kind, facts in found if kind == "/TD"]
    assert cells
    assert {str(name) for facts in cells for name in facts["/Headers"]} <= headers  # type: ignore[attr-defined]  # a list
    assert all(facts["/Headers"] for facts in cells)
    tables = sum(isinstance(blok, Tabel) for blok in BESLUIT.blokken)
    assert [kind for kind, _ in found].count("/Table") == tables


def test_headings_follow_the_model() -> None:
    kinds = [kind for kind, _ in elements(write_pdf(BESLUIT))]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == sum(isinstance(blok, Kop) and blok.niveau == 1 for blok in BESLUIT.blokken)
    assert kinds.count("/H3") == sum(isinstance(blok, Kop) and blok.niveau == 2 for blok in BESLUIT.blokken)


def test_each_font_is_ours_embedded_and_readable() -> None:
    with pikepdf.open(BytesIO(write_pdf(small("abc سلام ሰላም")))) as pdf:
        fonts = [
            obj for obj in pdf.objects if isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == "/Font"
        ]
        composite = [font for font in fonts if font.Subtype == "/Type0"]
        names = {str(font.BaseFont).split("+")[1].split("-")[0] for font in composite}
        assert names == {"NotoSans", "Vazirmatn", "NotoSansEthiopic"}
        assert all("/ToUnicode" in font for font in composite)
        descriptors = [font.DescendantFonts[0].FontDescriptor for font in composite]
        assert all("/FontFile2" in d or "/FontFile3" in d for d in descriptors)


def test_a_paragraph_in_another_language_says_so() -> None:
    stuk = replace(small("tekst"), blokken=(Kop(1, "kop"), Alinea("مرحبا بكم", taal="ar")))
    content = write_pdf(stuk)
    assert any(facts["lang"] == "ar" for _, facts in elements(content))


def test_a_paragraph_begins_on_the_side_of_its_own_language() -> None:
    """Also one that stays on the page of what follows it, which is a block of its own."""
    leads_in, alone = Alinea("مرحبا بكم", "nadruk", "ar"), Alinea("مرحبا بكم", taal="ar")
    blokken = (Kop(1, "kop"), leads_in, Opsomming(("een",)), alone)
    with closing(PdfDocument(write_pdf(replace(small("tekst"), blokken=blokken)))) as pdf:
        page = pdf[0].get_textpage()
        rects = [page.get_rect(nr) for nr in range(page.count_rects())]
        rights = [rect[2] for rect in rects if "ر" in page.get_text_bounded(*rect)]
    assert len(rights) == 2
    assert all(right > A4_POINTS - MARGIN_POINTS - 5 for right in rights)


@pytest.mark.parametrize("stuk", [BESLUIT, CONCEPT, PLAN], ids=["besluit", "concept", "plan"])
def test_it_says_what_the_model_says(stuk: Stuk) -> None:
    assert tagged_text(write_pdf(stuk)) == model_text(stuk)


def test_a_concept_says_so_on_each_page() -> None:
    pages = pdf_pages(write_pdf(CONCEPT))
    assert len(pages) > 3
    assert all("CONCEPT: dit is nog geen besluit" in page for page in pages)
    assert "CONCEPT" not in "".join(pdf_pages(write_pdf(BESLUIT)))


def test_each_page_is_numbered_and_names_its_origin() -> None:
    pages = pdf_pages(write_pdf(BESLUIT))
    for number, page in enumerate(pages, 1):
        assert f"Pagina {number} van {len(pages)}" in page
        assert "Gemeente Waterrade" in page
        assert "Kenmerk PIP-2026-0042" in page


def test_equal_documents_are_equal_bytes() -> None:
    assert write_pdf(BESLUIT) == write_pdf(build_beschikking(voorbeeld.PIP, voorbeeld.teksten()))


NASTY = (
    "emoji \U0001f600\U0001f468\u200d\U0001f469 en \U0001f1f3\U0001f1f1",
    "NUL \x00 bel \x07 escape \x1b[31m",
    "half \ud83d teken \udc00",
    "سلام عليكم (15) في 12-03-1985",
    "ሰላም ኣለኩም፡ ከመይ ኣለኹም",
    "<b>&amp; {{ 7 * 7 }} {% if x %} #set text(red) *b* $x$ @ref \\ `code` #[",
    "漢字 → ☐ ✓",
    "a" * 10_000,
    "woord " * 1_700,
    "\u202eomgekeerd\u2069\u2066",
)


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nothing_typed_breaks_it(text: str) -> None:
    stuk = small(text)
    content = write_pdf(stuk)
    if "سلام" not in text:
        assert tagged_text(content) == model_text(stuk)
    # Right-to-left text stands in the file as it is seen; a reader puts it back in order.
    assert set(model_text(stuk)) - {"\t"} <= set(tagged_text(content))


@pytest.mark.parametrize(
    "text", ["سلام عليكم في دمشق", "می\u200cخواهم فارسی بخوانم", "پښتو ژبه زده کوم", "ሰላም ኣለኩም"]
)
def test_a_reader_finds_the_words_again(text: str) -> None:
    found = " ".join(pdf_pages(write_pdf(small(text))))
    words = text.replace("\u200c", "").split()
    known = [word for word in words if word in found.replace("\u200c", "")]
    assert len(known) >= 0.75 * len(words), found


def test_what_could_not_be_printed_is_listed_with_its_place() -> None:
    gegevens = replace(
        voorbeeld.PIP, beschikking=replace(voorbeeld.BESCHIKKING, motivering="Goed \U0001f600")
    )
    stuk = build_beschikking(gegevens, TEKSTEN)
    assert [(v.waar, v.teken) for v in stuk.vervangen] == [
        ("15. Waarom wij voor deze leerroute kiezen", "\U0001f600")
    ]
    assert "Goed\ufffd" in tagged_text(write_pdf(stuk))


def test_a_long_word_stays_on_the_page() -> None:
    with pikepdf.open(BytesIO(write_pdf(small("a" * 3_000)))) as pdf:
        pages = len(pdf.pages)
    shown = plain("".join(pdf_pages(write_pdf(small("a" * 3_000)))))
    # A reader only sees what lies within the page: once in a paragraph, once in a list, four times in a row.
    assert shown.count("a") >= 6 * 3_000
    assert pages > 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(codec=None), max_size=80))
def test_any_text_at_all(text: str) -> None:
    write_pdf(small(text, concept=True))


HEADINGS = {"DE KOP", "deelkop", "Dit leidt in.", "bijschrift", "titre", "klaar", "fini"}
DRIE_CM = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="460" height="85"><rect width="460" height="85"/></svg>'
)
FOLLOWERS: dict[str, tuple[Blok, ...]] = {
    "alinea": (Alinea("Een zin die volgt. " * 12),),
    "opsomming": (Opsomming(("eerste punt", "tweede punt")),),
    "tabel": (Tabel("feiten", ("a", "b"), (("links", "rechts"),) * 3, "bijschrift"),),
    "inleiding": (Alinea("Dit leidt in."), Tabel("feiten", ("a", "b"), (("links", "rechts"),) * 3)),
    "deel": (Kop(2, "deelkop"), Alinea("Een zin die volgt. " * 12)),
    "tweetalig": (Alinea("titre", "nadruk", "fr"), Alinea("1 maart", "nadruk"), Beeld(DRIE_CM, "een bord")),
    "tweetalige lijst": (
        Alinea("titre", "nadruk", "fr"),
        Alinea("klaar", "nadruk"),
        Alinea("fini", "nadruk", "fr"),
        Opsomming(("eerste punt",)),
    ),
}


@pytest.mark.parametrize("follower", FOLLOWERS)
def test_a_heading_never_ends_a_page(follower: str) -> None:
    for lines in range(28, 46):
        filling = tuple(Alinea(f"regel {number}") for number in range(lines))
        blokken = (*filling, Kop(1, "DE KOP"), *FOLLOWERS[follower])
        for page in pdf_pages(write_pdf(replace(small("x"), blokken=blokken))):
            body = [line.strip() for line in page.splitlines() if line.strip() and "Pagina" not in line]
            body = [line for line in body if not line.startswith(("Kenmerk", "Gemeente"))]
            assert not set(body[-1:]) & HEADINGS, (lines, body[-3:])


@pytest.mark.parametrize("bijschrift", ["", "bijschrift"])
def test_a_table_begins_with_two_rows_or_on_the_next_page(bijschrift: str) -> None:
    rijen = tuple((f"rij {nummer}", "waarde") for nummer in range(4))
    for lines in range(34, 38):
        filling = tuple(Alinea(f"regel {number}") for number in range(lines))
        tabel = Tabel("feiten", ("a", "b"), rijen, bijschrift)
        eerste = pdf_pages(write_pdf(replace(small("x"), blokken=(*filling, tabel))))[0]
        assert ("rij 0" in eerste) == ("rij 1" in eerste), lines


def test_a_short_code_and_its_word_stay_on_one_line() -> None:
    for width in range(60, 100):
        text = "x" * 10 + " " + "woord " * (width // 6) + "a" * (width % 6) + " B1-route"
        lines = "\n".join(pdf_pages(write_pdf(replace(small("x"), blokken=(Alinea(text),)))))
        assert "B1-route" in lines
