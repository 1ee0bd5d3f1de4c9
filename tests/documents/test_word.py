"""The Word file: the same text, our styles, and nothing that anyone types can break it."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from intake_assistant import paths
from intake_assistant.documents.make_template import NAME, make_template
from intake_assistant.documents.model import Alinea, Kop, Stuk, Tabel
from intake_assistant.documents.pdf import write_pdf
from intake_assistant.documents.word import write_docx
from tests.documents.lezen import model_text, plain, tagged_text, word_text
from tests.documents.test_pdf import BESLUIT, CONCEPT, NASTY, PLAN, small


def opened(content: bytes) -> Word:
    return Document(BytesIO(content))


@pytest.mark.parametrize("stuk", [BESLUIT, CONCEPT, PLAN], ids=["besluit", "concept", "plan"])
def test_word_pdf_and_model_say_the_same(stuk: Stuk) -> None:
    assert word_text(write_docx(stuk)) == model_text(stuk) == tagged_text(write_pdf(stuk))


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nothing_typed_breaks_it(text: str) -> None:
    stuk = small(text)
    assert word_text(write_docx(stuk)) == model_text(stuk)


def header_text(word: Word) -> str:
    return " ".join(paragraph.text for paragraph in word.sections[0].header.paragraphs)


def test_the_header_of_each_page_says_concept_until_it_is_set() -> None:
    assert "CONCEPT: dit is nog geen besluit" in header_text(opened(write_docx(CONCEPT)))
    word = opened(write_docx(BESLUIT))
    assert "CONCEPT" not in header_text(word)
    assert "Gemeente Waterrade" in header_text(word)
    assert len(word.sections) == 1
    assert not word.sections[0].different_first_page_header_footer


def test_the_footer_numbers_the_pages() -> None:
    footer = opened(write_docx(BESLUIT)).sections[0].footer
    codes = [node.text for node in footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]
    assert "Kenmerk PIP-2026-0042" in footer.paragraphs[0].text


def test_headings_are_built_in_styles() -> None:
    names = [paragraph.style.name for paragraph in opened(write_docx(BESLUIT)).paragraphs if paragraph.style]
    assert names.count("Heading 1") == 1
    assert names.count("Heading 2") == sum(isinstance(b, Kop) and b.niveau == 1 for b in BESLUIT.blokken)
    assert names.count("Heading 3") == sum(isinstance(b, Kop) and b.niveau == 2 for b in BESLUIT.blokken)


def test_tables_repeat_their_header_and_keep_rows_whole() -> None:
    # The first one stands for the head of the letter and holds no facts.
    tables = opened(write_docx(BESLUIT)).tables[1:]
    assert len(tables) == sum(isinstance(blok, Tabel) for blok in BESLUIT.blokken)
    for table in tables:
        first, *others = table.rows
        assert first._tr.find(f".//{qn('w:tblHeader')}") is not None
        assert others
        assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)
        # Its first two rows stand together: none begins with one at the foot of a page.
        held = [
            alinea.paragraph_format.keep_with_next for cell in others[0].cells for alinea in cell.paragraphs
        ]
        assert all(held) == (len(others) > 1)


def test_the_language_is_dutch_and_the_properties_are_ours() -> None:
    content = write_docx(BESLUIT)
    with ZipFile(BytesIO(content)) as package:
        assert 'w:lang w:val="nl-NL"' in package.read("word/styles.xml").decode("utf-8")
    properties = opened(content).core_properties
    assert (properties.title, properties.language) == (BESLUIT.titel, "nl-NL")
    assert properties.author == "Gemeente Waterrade"


def test_no_tag_of_the_template_is_left() -> None:
    with ZipFile(BytesIO(write_docx(CONCEPT))) as package:
        parts = [package.read(name).decode("utf-8") for name in package.namelist() if name.endswith(".xml")]
    assert not any("{{" in part or "{%" in part for part in parts)


def test_the_packaged_template_is_what_the_script_makes() -> None:
    with ZipFile(paths.templates_dir() / NAME) as packaged, ZipFile(BytesIO(make_template())) as made:
        assert packaged.namelist() == made.namelist()
        for name in set(made.namelist()) - {"docProps/core.xml"}:
            assert packaged.read(name) == made.read(name), name


def test_nothing_comes_along_that_no_paper_uses() -> None:
    content = write_docx(BESLUIT)
    tables = [style.name for style in opened(content).styles if style.type is WD_STYLE_TYPE.TABLE]
    assert tables == ["Normal Table"]
    with ZipFile(BytesIO(content)) as parts:
        assert [naam for naam in parts.namelist() if "thumbnail" in naam or "Effects" in naam] == []
        assert sum(part.file_size for part in parts.infolist()) < 200_000


def test_a_template_of_the_municipality_is_used() -> None:
    word = opened(make_template())
    word.paragraphs[0].insert_paragraph_before("Huisstijl van {{ gemeente }}")
    stream = BytesIO()
    word.save(stream)
    stuk = replace(BESLUIT, titel="Ons besluit", brief=None)
    assert word_text(write_docx(stuk, stream.getvalue())).startswith(
        plain("Huisstijl van Gemeente WaterradeOns besluit")
    )


def test_the_plan_for_the_wall_is_in_letters_as_large_as_one_page_can_hold() -> None:
    wand = replace(small("Een taalmaatje zoeken"), soort="wandplan")
    lang = replace(wand, blokken=wand.blokken * 12)
    sizes = [opened(write_docx(stuk)).styles["Tabeltekst"].font.size.pt for stuk in (wand, lang)]
    assert sizes == [18, 12]
    assert word_text(write_docx(wand)) == model_text(wand)


def test_a_paragraph_typed_in_arabic_letters_stands_on_their_side() -> None:
    """Word looks at the paragraph and the run, not at the letters."""
    zin = "\u2068أريد أن أعمل طباخا\u2069"
    stuk = replace(BESLUIT, blokken=(*BESLUIT.blokken, Alinea(zin)))
    found = [p for p in opened(write_docx(stuk)).paragraphs if "طباخا" in p.text]
    assert [bool(p.runs[0].font.rtl) for p in found] == [True]
    assert found[0]._p.find(f".//{qn('w:bidi')}") is not None
    assert not any(p.runs[0].font.rtl for p in opened(write_docx(stuk)).paragraphs if "Besluit" in p.text)
