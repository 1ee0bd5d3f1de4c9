"""Makes the packaged Word template: `python -m intake_assistant.documents.make_template`."""

from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_TcPr
from docx.oxml.text.parfmt import CT_PPr
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu, Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from intake_assistant import paths
from intake_assistant.documents.model import KOLOMMEN, Vorm
from intake_assistant.safefile import write_bytes

FONT = "Arial"
NAME = "stuk.docx"
_INK, _ACCENT = RGBColor(0x1C, 0x1F, 0x24), RGBColor(0x1D, 0x3D, 0x63)
_SOFT, _WARNING = RGBColor(0x47, 0x50, 0x5C), RGBColor(0x8A, 0x3B, 0x00)
_PAGE, _TEXT = Mm(210), Mm(162)
_LINE, _PALE, _AMBER = "B8C0CC", "EEF2F7", "FFF1E0"


def make_template() -> bytes:
    """Return the template as a .docx that a municipality can edit in Word."""
    word = Document()
    _leave_out(word)
    _set_page(word)
    _set_styles(word)
    _set_edges(word)
    _write_body(word)
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def _leave_out(word: Word) -> None:
    """What comes along and no paper uses: a hundred styles of tables, and a picture of an empty page.

    It is nine tenths of what Word reads, and stands between the styles that a municipality may change.
    """
    styles = word.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:default")) is None:
            styles.remove(style)
    for rels in (word.part.rels, word.part.package.rels):
        for naam, rel in list(rels.items()):
            if rel.reltype.endswith(("/stylesWithEffects", "/thumbnail")):
                rels.pop(naam)


def main(folder: Path) -> None:
    """Write the template into the folder of the templates."""
    write_bytes(folder / NAME, make_template(), overwrite=True)


def _set_page(word: Word) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = _PAGE, Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(23)
    section.top_margin, section.bottom_margin = Mm(30), Mm(24)
    section.header_distance = section.footer_distance = Mm(10)


def _style(word: Word, name: str, size: float, *, base: str = "Normal", bold: bool = False) -> ParagraphStyle:
    styles = word.styles
    style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(style, ParagraphStyle):
        raise TypeError(name)
    if name != base:
        style.base_style = styles[base]
    style.font.size, style.font.bold, style.font.color.rgb = Pt(size), bold, _INK
    _set_font(style)
    style.quick_style = True
    return style


def _set_font(style: ParagraphStyle) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    # A theme font would win over the name, so it goes.
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for key in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{key}"), FONT)


def _set_styles(word: Word) -> None:
    normal = _style(word, "Normal", 11)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(7), 1.2
    _set_language(word)
    for name, size, before, after in (
        ("Heading 1", 19, 0, 14),
        ("Heading 2", 13.5, 20, 6),
        ("Heading 3", 11.5, 12, 4),
    ):
        heading = _style(word, name, size, bold=True)
        heading.font.color.rgb = _ACCENT
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(before), Pt(after)
        heading.paragraph_format.keep_with_next = True
    clausule = _style(word, "Clausule", 9)
    clausule.font.color.rgb, clausule.paragraph_format.left_indent = _SOFT, Mm(3)
    _border(clausule, "left", _LINE, 12)
    _style(word, "Nadruk", 11, bold=True)
    _set_letter_styles(word)
    _style(word, "Klein", 9).font.color.rgb = _SOFT
    _set_marked_styles(word)
    _set_table_styles(word)


def _set_letter_styles(word: Word) -> None:
    groot = _style(word, "Groot", 21, bold=True)
    groot.font.color.rgb, groot.paragraph_format.space_after = _ACCENT, Pt(16)
    for name, size, colour in (("Retouradres", 7, _SOFT), ("Adres", 11, _INK), ("Briefregel", 9, _INK)):
        style = _style(word, name, size)
        style.font.color.rgb = colour
        style.paragraph_format.space_after, style.paragraph_format.line_spacing = Pt(2), 1.0


def _set_marked_styles(word: Word) -> None:
    for name, size in (("Nog in te vullen", 11), ("Conceptband", 9.5)):
        style = _style(word, name, size, bold=True)
        style.font.color.rgb = _WARNING
        _shade(style.element.get_or_add_pPr(), _AMBER)
    word.styles["Conceptband"].element.get_or_add_pPr().get_or_add_jc().set(qn("w:val"), "center")
    rand = _style(word, "Paginarand", 9)
    rand.font.color.rgb = _SOFT
    rand.paragraph_format.space_after = Pt(2)
    rand.paragraph_format.tab_stops.add_tab_stop(_TEXT, WD_TAB_ALIGNMENT.RIGHT)
    teken = _style(word, "Handtekening", 11)
    teken.paragraph_format.keep_with_next, teken.paragraph_format.keep_together = True, True
    teken.paragraph_format.tab_stops.add_tab_stop(Mm(42), WD_TAB_ALIGNMENT.LEFT)
    teken.paragraph_format.tab_stops.add_tab_stop(Mm(127), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)


def _set_table_styles(word: Word) -> None:
    caption = _style(word, "Caption", 10, bold=True)
    caption.font.color.rgb, caption.paragraph_format.keep_with_next = _ACCENT, True
    caption.paragraph_format.space_before = Pt(6)
    _style(word, "Tabeltekst", 10).paragraph_format.space_after = Pt(2)
    kop = _style(word, "Tabelkop", 10, base="Tabeltekst", bold=True)
    kop.font.color.rgb, kop.paragraph_format.keep_with_next = _ACCENT, True
    _style(word, "Tabeleinde", 4).paragraph_format.space_after = Pt(4)
    _style(word, "List Bullet", 11).paragraph_format.space_after = Pt(4)


def _set_language(word: Word) -> None:
    fonts = word.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for lang in fonts.findall(qn("w:lang")):
        fonts.remove(lang)
    lang = OxmlElement("w:lang")
    for key, value in (("val", "nl-NL"), ("eastAsia", "zh-CN"), ("bidi", "ar-SA")):
        lang.set(qn(f"w:{key}"), value)
    fonts.append(lang)
    word.core_properties.language = "nl-NL"


def _shade(properties: CT_PPr | CT_TcPr, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{key}"), value)
    followers = ("w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:tcMar", "w:vAlign")
    _insert(properties, shade, *followers)


def _insert(parent: BaseOxmlElement, child: _Element, *followers: str) -> None:
    # The schema fixes the order: before the first of the elements that may follow.
    for follower in followers:
        found = parent.find(qn(follower))
        if found is not None:
            found.addprevious(child)
            return
    parent.append(child)


def _border(style: ParagraphStyle, side: str, colour: str, size: int) -> None:
    borders, edge = OxmlElement("w:pBdr"), OxmlElement(f"w:{side}")
    for key, value in (("val", "single"), ("sz", str(size)), ("space", "6"), ("color", colour)):
        edge.set(qn(f"w:{key}"), value)
    borders.append(edge)
    _insert(style.element.get_or_add_pPr(), borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def _set_edges(word: Word) -> None:
    header, footer = word.sections[0].header, word.sections[0].footer
    first = header.paragraphs[0]
    first.style = "Paginarand"
    first.add_run("{%p if concept %}")
    header.add_paragraph("{{ concept_regel }}", style="Conceptband")
    header.add_paragraph("{%p endif %}", style="Paginarand")
    header.add_paragraph("{{ gemeente }}\t{{ titel_kort }}", style="Paginarand")
    bottom = footer.paragraphs[0]
    bottom.style = "Paginarand"
    bottom.add_run("{% if kenmerk %}{{ kenmerk_label }} {{ kenmerk }}{% endif %}\t{{ pagina }} ")
    _field(bottom, "PAGE")
    bottom.add_run(" {{ van }} ")
    _field(bottom, "NUMPAGES")


def _field(paragraph: Paragraph, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("result", "1"), ("end", "")):
        run = paragraph.add_run(text if kind == "result" else None)
        if kind in ("begin", "separate", "end"):
            char = OxmlElement("w:fldChar")
            char.set(qn("w:fldCharType"), kind)
            run._r.append(char)
        elif kind == "":
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = text
            run._r.append(instruction)


def _write_body(word: Word) -> None:
    _write_brief(word)
    # The title of a letter steps back for the line that says what was decided.
    for condition, size in (("brief", 13), ("not brief", 19)):
        _when(word, condition, "{{ titel }}", "Heading 1", size)
    word.add_paragraph("{%p for b in blokken %}")
    for niveau in (1, 2):
        _when(word, f'b.soort == "kop" and b.niveau == {niveau}', "{{ b.tekst }}", f"Heading {niveau + 1}")
    _when(word, 'b.soort == "alinea" and b.groot', "{{ b.tekst }}", "Groot")
    styles = {"gewoon": "Normal", "clausule": "Clausule", "klein": "Klein"}
    _when(word, 'b.soort == "alinea" and b.stijl == "nadruk" and not b.groot', "{{ b.tekst }}", "Nadruk")
    for stijl, style in {**styles, "ontbreekt": "Nog in te vullen"}.items():
        _when(word, f'b.soort == "alinea" and b.stijl == "{stijl}"', "{{ b.tekst }}", style)
    _each(word, "opsomming", "punt in b.punten", "{{ punt }}", "List Bullet")
    _each(
        word,
        "handtekening",
        "regel in b.regels",
        "{{ regel.tekst }}{% if regel.lijn %}\t\t{% endif %}",
        "Handtekening",
    )
    for vorm in KOLOMMEN:
        _table(word, vorm)
    word.add_paragraph("{%p endfor %}")


def _write_brief(word: Word) -> None:
    """The head of a letter: 46 mm under the edge the sender in small, under it the address for the window."""
    word.add_paragraph("{%p if brief %}")
    table = word.add_table(rows=1, cols=2)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    table.rows[0].height, table.rows[0].height_rule = Mm(66), WD_ROW_HEIGHT_RULE.AT_LEAST
    for number, width in enumerate((Mm(90), _TEXT - Mm(90))):
        table.columns[number].width = table.cell(0, number).width = width
    links, rechts = table.rows[0].cells
    links.paragraphs[0].style, links.paragraphs[0].paragraph_format.space_before = "Retouradres", Mm(16)
    links.paragraphs[0].add_run("{{ brief.retour }}")
    _each_in(links, "regel in brief.geadresseerde", "{{ regel }}", "Adres")
    rechts.paragraphs[0].style = "Briefregel"
    _each_in(rechts, "regel in brief.afzender", "{{ regel }}", "Briefregel")
    rechts.add_paragraph("", style="Briefregel")
    _each_in(rechts, "v in brief.verwijzing", "{{ v[0] }}: {{ v[1] }}", "Briefregel")
    word.add_paragraph("{%p endif %}")


def _each_in(cell: _Cell, loop: str, text: str, style: str) -> None:
    cell.add_paragraph(f"{{%p for {loop} %}}")
    cell.add_paragraph(text, style=style)
    cell.add_paragraph("{%p endfor %}")


def _when(word: Word, condition: str, text: str, style: str, size: float = 0) -> None:
    word.add_paragraph(f"{{%p if {condition} %}}")
    run = word.add_paragraph(style=style).add_run(text)
    if size:
        run.font.size = Pt(size)
    word.add_paragraph("{%p endif %}")


def _each(word: Word, soort: str, loop: str, text: str, style: str) -> None:
    word.add_paragraph(f'{{%p if b.soort == "{soort}" %}}')
    word.add_paragraph(f"{{%p for {loop} %}}")
    word.add_paragraph(text, style=style)
    word.add_paragraph("{%p endfor %}")
    word.add_paragraph("{%p endif %}")


def _table(word: Word, vorm: Vorm) -> None:
    word.add_paragraph(f'{{%p if b.soort == "tabel" and b.vorm == "{vorm}" %}}')
    _when(word, "b.bijschrift", "{{ b.bijschrift }}", "Caption")
    widths = [Emu(int(_TEXT * part / 100)) for part in KOLOMMEN[vorm]]
    table = word.add_table(rows=4, cols=len(widths))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    _table_borders(table)
    for number, width in enumerate(widths):
        table.columns[number].width = width
        _cell(table.cell(0, number), f"{{{{ b.koppen[{number}] }}}}", "Tabelkop", width)
        _cell(table.cell(2, number), f"{{{{ rij[{number}] }}}}", "Tabeltekst", width)
        _shade(table.cell(0, number)._tc.get_or_add_tcPr(), _PALE)
    table.cell(1, 0).text, table.cell(3, 0).text = "{%tr for rij in b.rijen %}", "{%tr endfor %}"
    _row_rules(table)
    word.add_paragraph("", style="Tabeleinde")
    word.add_paragraph("{%p endif %}")


def _cell(cell: _Cell, text: str, style: str, width: Length) -> None:
    cell.width = width
    cell.paragraphs[0].style = style
    cell.paragraphs[0].add_run(text)


def _row_rules(table: Table) -> None:
    for number, names in ((0, ("w:cantSplit", "w:tblHeader")), (2, ("w:cantSplit",))):
        properties = table.rows[number]._tr.get_or_add_trPr()
        for name in names:
            properties.append(OxmlElement(name))


def _table_borders(table: Table) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("bottom", "insideH"):
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", _LINE)):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    _insert(table._tbl.tblPr, borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


if __name__ == "__main__":
    main(paths.templates_dir())
