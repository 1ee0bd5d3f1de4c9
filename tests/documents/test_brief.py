"""The head of a letter: the address in the window of an envelope, and a number to call."""

import json
from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]  # the wheel carries no types
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]  # the wheel carries no types
import pytest

from intake_assistant.documents.bewaren import dump_stuk, read_stuk
from intake_assistant.documents.briefhoofd import make_brief
from intake_assistant.documents.model import Stuk, texts_of
from intake_assistant.documents.pdf import write_pdf
from intake_assistant.documents.pip.beschikking import build_beschikking
from intake_assistant.documents.pip.gegevens import Gemeente
from tests.documents import voorbeeld
from tests.documents.lezen import pdf_pages, plain

TEKSTEN = voorbeeld.teksten()
BESLUIT = build_beschikking(voorbeeld.PIP, TEKSTEN)
CONCEPT = build_beschikking(voorbeeld.CONCEPT, TEKSTEN)
_MM = 72 / 25.4
# What the window on the left shows of a sheet folded in three, in DL (110 x 220 mm) and C5/6 (114 x 229 mm):
# 15 mm above the lower edge, 20 mm from the left, 90 x 35 mm; the sheet may shift in the larger one.
LINKS, RECHTS, BOVEN, ONDER = 24, 106, 49, 84


@pytest.mark.parametrize("stuk", [BESLUIT, CONCEPT], ids=["besluit", "concept"])
def test_the_address_stands_in_the_window(stuk: Stuk) -> None:
    with pypdfium2.PdfDocument(write_pdf(stuk)) as pdf:
        page = pdf[0]
        height = page.get_height()
        textpage = page.get_textpage()
        for regel in ("Selam Tesfay", "Lindelaan 12", "1234 CD Waterrade"):
            found = textpage.search(regel).get_next()
            assert found is not None, regel
            boxes = [textpage.get_charbox(index) for index in range(found[0], found[0] + found[1])]
            left, right = min(b[0] for b in boxes) / _MM, max(b[2] for b in boxes) / _MM
            top, bottom = (height - max(b[3] for b in boxes)) / _MM, (height - min(b[1] for b in boxes)) / _MM
            assert left > LINKS
            assert right < RECHTS
            assert top > BOVEN
            assert bottom < ONDER


def test_the_letter_says_who_sends_it_and_whom_to_call() -> None:
    told = plain("".join(texts_of(BESLUIT)))
    for words in (
        "Gemeente Waterrade",
        "Telefoon 14 0123",
        "inburgering@waterrade.example",
        "Uw contactpersoon: J. Smit",
        "Telefoon: 06 12345678",
        "Bel uw contactpersoon: J. Smit, 06 12345678.",
    ):
        assert plain(words) in told, words


ZROUTE = build_beschikking(replace(voorbeeld.PIP, beschikking=voorbeeld.ZROUTE), TEKSTEN)


@pytest.mark.parametrize(
    ("stuk", "route"), [(BESLUIT, "B1-route"), (ZROUTE, "zelfredzaamheidsroute (Z-route)")]
)
def test_the_first_page_says_what_counts(stuk: Stuk, route: str) -> None:
    eerste, tweede, *rest = [plain(page) for page in pdf_pages(write_pdf(stuk))]
    for words in (f"Uw leerroute: {route}", "Les over waarden (PVT)", "Kennismaken met werk (MAP)"):
        assert plain(words) in eerste
    assert plain("binnen zes weken na de dag dat wij dit besluit stuurden of gaven") in eerste
    assert plain("Wat u nog meer doet") in eerste + tweede
    assert plain("Hulp en begeleiding") in eerste + tweede
    assert plain("Waarom wij dit besluit nemen") in "".join(rest)


def test_the_leerroute_is_the_largest_line_of_its_page() -> None:
    others = ("Besluit: uw persoonlijk plan", "2. Het belangrijkste", "Gemeente Waterrade")
    with pypdfium2.PdfDocument(write_pdf(BESLUIT)) as pdf:
        textpage = pdf[0].get_textpage()

        def size(words: str) -> float:
            index, _ = textpage.search(words).get_next()
            return float(pdfium_c.FPDFText_GetFontSize(textpage.raw, index))

        assert size("Uw leerroute: B1-route") > 1.4 * max(map(size, others))


def test_what_the_settings_do_not_hold_is_left_out() -> None:
    brief = make_brief(Gemeente(naam=""), ("", ""), kenmerk="", datum=None, contact="")
    assert (brief.afzender, brief.retour, brief.geadresseerde, brief.verwijzing) == ((), "", (), ())
    stuk = replace(BESLUIT, brief=brief)
    assert texts_of(stuk)[0] == BESLUIT.titel
    assert write_pdf(stuk)


def test_a_long_address_pushes_the_letter_down_and_stays_whole() -> None:
    aan = ("Wilhelmina" * 12, "Een heel lange straatnaam " * 4, "1234 AB Waterrade")
    brief = make_brief(voorbeeld.GEMEENTE, aan, kenmerk="k" * 80, datum=None, contact="J. Smit")
    with pypdfium2.PdfDocument(write_pdf(replace(BESLUIT, brief=brief))) as pdf:
        told = plain(pdf[0].get_textpage().get_text_bounded())
    assert all(plain(part) in told for part in aan)


def test_the_head_is_kept_with_the_besluit_and_an_older_one_has_none() -> None:
    assert read_stuk(dump_stuk(BESLUIT)) == BESLUIT
    plain_one = replace(BESLUIT, brief=None)
    older = json.loads(dump_stuk(plain_one)) | {"formaat": 1}
    del older["brief"]
    assert read_stuk(json.dumps(older).encode()) == plain_one
