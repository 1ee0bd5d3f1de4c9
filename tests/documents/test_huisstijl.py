"""The logo and the colour of a municipality: what a letter can carry, and where they stand in it."""

import json
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # the wheel carries no types
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]  # the wheel carries no types
import pytest
from docx import Document
from docx.oxml.ns import qn

from intake_assistant.documents.bewaren import dump_stuk, read_stuk
from intake_assistant.documents.huisstijl import MOST_BYTES, contrast_on_white, faults_of
from intake_assistant.documents.model import PLAIN, Huisstijl, Stuk
from intake_assistant.documents.pdf import write_pdf
from intake_assistant.documents.pip.beschikking import build_beschikking
from intake_assistant.documents.pip.ontwikkelplan import build_ontwikkelplan
from intake_assistant.documents.word import write_docx
from tests.documents import voorbeeld
from tests.documents.plaatje import png

TEKSTEN = voorbeeld.teksten()
GROEN = "#0a5c36"
STIJL = Huisstijl(GROEN, png(), "Logo van de gemeente Waterrade")
IN_STIJL = replace(voorbeeld.GEMEENTE, huisstijl=STIJL)
PLAIN_BESLUIT = build_beschikking(voorbeeld.PIP, TEKSTEN)
BESLUIT = build_beschikking(replace(voorbeeld.PIP, gemeente=IN_STIJL), TEKSTEN)
CONCEPT = build_beschikking(replace(voorbeeld.CONCEPT, gemeente=IN_STIJL), TEKSTEN)
PLAN = build_ontwikkelplan(replace(voorbeeld.PLAN, gemeente=IN_STIJL), TEKSTEN)
_MM = 72 / 25.4
WINDOW_FROM = 49


def test_black_on_white_is_twenty_one_and_grey_767676_just_enough() -> None:
    assert contrast_on_white("#000000") == pytest.approx(21)
    assert contrast_on_white("#ffffff") == pytest.approx(1)
    assert contrast_on_white("#767676") == pytest.approx(4.54, abs=0.01)
    assert faults_of(Huisstijl("#767676")) == []


@pytest.mark.parametrize(
    ("stijl", "words"),
    [
        (Huisstijl("#777777"), "Het contrast is 4,4; er is minstens 4,5 nodig"),
        (Huisstijl("#ffcc00"), "Het contrast is 1,5; er is minstens 4,5 nodig"),
        (Huisstijl("groen"), "‘groen’ is geen kleurcode"),
        (replace(STIJL, logo_tekst=" "), "niet wat erop staat"),
        (replace(STIJL, logo=b"<svg/>"), "geen PNG of JPEG"),
        (replace(STIJL, logo=png()[:20]), "geen PNG of JPEG"),
        (replace(STIJL, logo=png() + bytes(MOST_BYTES)), "hoogstens 250 kB"),
        (replace(STIJL, logo=png(5000, 1)), "hoogstens 4000 breed"),
    ],
)
def test_what_no_letter_can_carry_is_told(stijl: Huisstijl, words: str) -> None:
    (fault,) = faults_of(stijl)
    assert words in fault


def test_what_is_in_order_passes_and_all_faults_come_at_once() -> None:
    assert faults_of(STIJL) == faults_of(PLAIN) == []
    assert len(faults_of(Huisstijl("#ffcc00", b"x", ""))) == 3


@pytest.mark.parametrize("stuk", [BESLUIT, CONCEPT], ids=["besluit", "concept"])
def test_the_logo_stands_above_the_window_and_the_address_where_it_was(stuk: Stuk) -> None:
    assert top_of_address(write_pdf(stuk)) == top_of_address(write_pdf(replace(stuk, huisstijl=PLAIN)))
    with pypdfium2.PdfDocument(write_pdf(stuk)) as pdf:
        page = pdf[0]
        (logo,) = page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE])
        left, bottom, right, top = logo.get_bounds()
        height = page.get_height()
    assert left / _MM == pytest.approx(25, abs=0.1)
    assert (right - left) / _MM <= 60
    assert (height - top) / _MM > 24
    assert (height - bottom) / _MM < WINDOW_FROM - 5


def top_of_address(content: bytes) -> float:
    with pypdfium2.PdfDocument(content) as pdf:
        textpage = pdf[0].get_textpage()
        index, _ = textpage.search("Lindelaan 12").get_next()
        return float(textpage.get_charbox(index)[3])


@pytest.mark.parametrize("stuk", [BESLUIT, PLAN], ids=["letter", "plan"])
def test_both_files_say_what_is_on_the_logo(stuk: Stuk) -> None:
    with pikepdf.open(BytesIO(write_pdf(stuk))) as pdf:
        said = [
            str(item.Alt) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/Alt" in item
        ]
    assert STIJL.logo_tekst in said
    word = Document(BytesIO(write_docx(stuk)))
    assert [node.get("descr") for node in word.element.body.iter(qn("wp:docPr"))] == [STIJL.logo_tekst]
    assert str(word.styles["Heading 2"].font.color.rgb) == "0A5C36"
    # On the grey of a table the ink stays: there the colour was not looked over.
    assert str(word.styles["Tabelkop"].font.color.rgb) == "1C1F24"


def test_a_besluit_keeps_the_style_of_its_day_and_a_plain_one_its_bytes() -> None:
    assert read_stuk(dump_stuk(BESLUIT)) == BESLUIT
    plain = json.loads(dump_stuk(PLAIN_BESLUIT))
    assert plain["formaat"] == 2
    assert "huisstijl" not in plain
