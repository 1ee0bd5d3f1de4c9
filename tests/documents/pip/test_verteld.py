"""The page after a conversation: what was told and agreed, on one page, in the language that is read."""

from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # the wheel carries no types

from intake_assistant.documents.model import Alinea, texts_of
from intake_assistant.documents.pdf import write_pdf
from intake_assistant.documents.pip.gegevens import VerteldGegevens, VerteldOnderwerp, WandplanGegevens
from intake_assistant.documents.pip.verteld import begin_of, build_verteld
from intake_assistant.domain.recht.ontwikkelplan import Afspraak
from intake_assistant.forms.informatie import load_informatie
from intake_assistant.paths import forms_dir
from tests.documents import voorbeeld

TEKSTEN = voorbeeld.teksten()
WAND = WandplanGegevens(
    gemeente=voorbeeld.GEMEENTE,
    peildatum=date(2026, 5, 11),
    stappen=(Afspraak("a", "inschrijven bij de taalschool", "inburgeraar", "2026-06-01", ""),),
    contact="J. Smit",
    gesprek_op=date(2026, 6, 3),
    gesprek_uur="10:00",
    gesprek_hoe="op het stadhuis",
)
ARABISCH = VerteldOnderwerp("المترجم", "المترجم يقول بلغتك ما أقوله.", "ar", nog_eens=True)


def test_it_says_what_was_told_agreed_and_when_we_talk_again() -> None:
    tolk = VerteldOnderwerp("De tolk", "De tolk zegt in uw taal wat ik zeg.", meer=("folder ‘De tolk’",))
    gegevens = VerteldGegevens(wand=WAND, gesprek=date(2026, 5, 11), onderwerpen=(tolk, ARABISCH))
    stuk = build_verteld(gegevens, TEKSTEN)
    said = texts_of(stuk)
    for zin in (
        "Dit heb ik u verteld",
        "Wij hebben met elkaar gepraat op maandag 11 mei 2026.",
        "De tolk zegt in uw taal wat ik zeg.",
        "Meer hierover: folder ‘De tolk’",
        "Dit leg ik u de volgende keer nog eens uit.",
        "inschrijven bij de taalschool",
        "woensdag 3 juni 2026, 10:00 uur",
        "op het stadhuis",
    ):
        assert zin in said
    assert [b.taal for b in stuk.blokken if isinstance(b, Alinea) and b.taal] == ["ar", "ar"]


def test_all_that_can_be_told_in_two_conversations_stays_on_one_page() -> None:
    veel = [VerteldOnderwerp(o.titel, o.tekst) for o in load_informatie(forms_dir())[:10]]
    gegevens = VerteldGegevens(
        wand=WAND, gesprek=date(2026, 5, 11), samenvatting="Wij praatten. " * 80, onderwerpen=tuple(veel)
    )
    with pikepdf.open(BytesIO(write_pdf(build_verteld(gegevens, TEKSTEN)))) as pdf:
        assert len(pdf.pages) == 1


def test_two_topics_stand_in_large_letters_and_many_in_no_small_ones() -> None:
    tolk = VerteldOnderwerp("De tolk", "De tolk zegt in uw taal wat ik zeg.")
    assert points_of(2 * (tolk,)) >= 16
    assert points_of(40 * (tolk,)) == 10


def points_of(onderwerpen: tuple[VerteldOnderwerp, ...]) -> int:
    """How large the letters are: a capital of this font is 0.714 of its size high."""
    stuk = build_verteld(
        VerteldGegevens(wand=WAND, gesprek=date(2026, 5, 11), onderwerpen=onderwerpen), TEKSTEN
    )
    page = pypdfium2.PdfDocument(write_pdf(stuk))[0].get_textpage()
    _, onder, _, boven = page.get_charbox(page.get_text_range().index("Wij hebben"))
    hoog: float = boven - onder
    return round(hoog / 0.714)


def test_the_beginning_of_a_text_never_ends_in_a_question() -> None:
    assert begin_of("U moet komen. Kunt u niet? Bel dan. Of kom.") == "U moet komen. Kunt u niet? Bel dan."
    assert begin_of("Eén. Twee. Drie.") == "Eén. Twee."
