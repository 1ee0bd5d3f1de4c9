"""The recovery sheet: one page, the key to read and to scan, and what to do."""

from datetime import date

import pypdfium2  # type: ignore[import-untyped]  # the wheel carries no types

from intake_assistant.documents.herstelblad import write_herstelblad
from tests.documents.lezen import pdf_pages

GROEPEN = ["ABCD2", "FGHJ3", "KMNP4", "QRST5", "VWXY6", "Z2345", "67ABC", "DEFG7"]


def sheet(naam: str = "Wijkteam Noord & <Zuid>") -> bytes:
    return write_herstelblad(GROEPEN, naam, date(2026, 5, 4))


def test_it_is_one_page_with_the_key_in_order() -> None:
    (page,) = pdf_pages(sheet())
    places = [page.index(f"{number}. {groep}") for number, groep in enumerate(GROEPEN, 1)]
    assert places == sorted(places)
    assert "Wijkteam Noord & <Zuid>" in page
    assert "4 mei 2026" in page
    assert "Zo bewaart u dit blad" in page


def test_it_has_a_code_to_scan() -> None:
    with pypdfium2.PdfDocument(sheet()) as pdf:
        picture = pdf[0].render(scale=2).to_pil().convert("L")
    width, height = picture.size
    corner = picture.crop((width * 6 // 10, height * 3 // 10, width, height * 6 // 10))
    dark = sum(corner.histogram()[:100])
    assert dark > 3_000


def test_any_name_fits_and_nothing_else_changes() -> None:
    for naam in ("kluis \U0001f600 \x00", "a" * 2_000, "", "regel\nregel"):
        assert "Uw herstelsleutel" in "".join(pdf_pages(sheet(naam)))
    assert sheet() == sheet()
