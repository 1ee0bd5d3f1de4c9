"""The proof of an erasing: all of it is said, on one page, and a reader for the blind can read it."""

from datetime import date

from intake_assistant.documents.model import texts_of
from intake_assistant.documents.pdf import write_pdf
from intake_assistant.documents.wisbewijs import Wisbewijs, build_wisbewijs
from tests.documents.lezen import pdf_pages

BEWIJS = Wisbewijs(
    kenmerk="1A2B3C4D",
    gemeente="Zwolle",
    gewist_op=date(2026, 11, 2),
    gemaakt_op=date(2026, 11, 5),
    grond="De bewaartermijn is voorbij",
    regel="Besl 9.9(1)",
    functie="regievoerder",
    aantallen=("473 vastleggingen", "4 gesprekken"),
    plaatsen=(("Deze kluis", "Gewist op 2 november 2026."), ("/media/an/STICK", "Nog niet gewist.")),
    klaar=False,
    buiten=2,
)


def test_it_says_what_why_where_and_what_is_left() -> None:
    told = "\n".join(texts_of(build_wisbewijs(BEWIJS)))
    for wanted in (
        "2 november 2026", "De bewaartermijn is voorbij", "Besl 9.9(1)", "regievoerder", "473 vastleggingen",
        "/media/an/STICK", "Nog niet overal klaar", "2 stukken", "1A2B3C4D", "versleuteld",
    ):  # fmt: skip
        assert wanted in told.replace("\u2068", "").replace("\u2069", ""), wanted


def test_it_is_one_page_and_names_the_reference_on_it() -> None:
    pages = pdf_pages(write_pdf(build_wisbewijs(BEWIJS)))
    assert len(pages) == 1
    assert "1A2B3C4D" in pages[0]
