"""The recovery sheet: one page of paper that opens the vault when the passphrase is lost."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from intake_assistant import paths
from intake_assistant.dates import in_words
from intake_assistant.documents.tekens import schoon
from intake_assistant.texts import text

if TYPE_CHECKING:
    from reportlab.platypus import Flowable, Paragraph

_MM = 72 / 25.4
_COLUMNS = 4
_QR_MM = 42
# The page without margins and without the padding of the frame.
_WIDTH = 166 * _MM - 12


def write_herstelblad(sleutel_groepen: Sequence[str], kluisnaam: str, datum: date) -> bytes:
    """Return the sheet as PDF: the key in numbered groups and as QR code, and what to do with it."""
    # Imported here: starting the program needs no sheet.
    from reportlab.platypus import SimpleDocTemplate

    _register_fonts()
    stream = BytesIO()
    titel = text("stukken.herstelblad.titel")
    margin = 22 * _MM
    sheet = SimpleDocTemplate(
        stream,
        title=titel,
        lang="nl-NL",
        pagesize=(210 * _MM, 297 * _MM),
        leftMargin=margin,
        rightMargin=margin,
        topMargin=margin,
        bottomMargin=margin,
        # No time of making and no random id: equal sheets are equal bytes.
        invariant=1,
    )
    sheet.build(_story(sleutel_groepen, schoon(kluisnaam)[0].replace("\n", " "), datum))
    return stream.getvalue()


@cache
def _register_fonts() -> None:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    for name in ("NotoSans-Regular", "NotoSans-Bold"):
        registerFont(TTFont(name, str(paths.fonts_dir() / f"{name}.ttf")))


def _story(groepen: Sequence[str], kluisnaam: str, dag: date) -> "list[Flowable]":
    return [
        _paragraph(text("stukken.herstelblad.titel"), 20, bold=True),
        _paragraph(text("stukken.herstelblad.kluis", naam=kluisnaam), 11),
        _paragraph(text("stukken.herstelblad.datum", datum=in_words(dag)), 11),
        _paragraph(text("stukken.herstelblad.waarvoor"), 11),
        _paragraph(text("stukken.herstelblad.sleutel"), 13, bold=True),
        _groups(groepen),
        _qr_row(groepen),
        *_list(
            "stukken.herstelblad.bewaren",
            "stukken.herstelblad.bewaren.1",
            "stukken.herstelblad.bewaren.2",
            "stukken.herstelblad.bewaren.3",
        ),
        *_list(
            "stukken.herstelblad.gebruiken",
            "stukken.herstelblad.gebruiken.1",
            "stukken.herstelblad.gebruiken.2",
            "stukken.herstelblad.gebruiken.3",
        ),
        _paragraph(text("stukken.herstelblad.kwijt"), 11, bold=True),
    ]


def _paragraph(words: str, size: float, *, bold: bool = False) -> "Paragraph":
    from xml.sax.saxutils import escape

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    style = ParagraphStyle(
        f"{size} {bold}",
        fontName="NotoSans-Bold" if bold else "NotoSans-Regular",
        fontSize=size,
        leading=size * 1.4,
        spaceBefore=size * 0.7 if bold else 0,
        spaceAfter=size * 0.45,
    )
    # A paragraph of reportlab reads markup, and a vault may be called "A & B".
    return Paragraph(escape(words), style)


def _groups(groepen: Sequence[str]) -> "Flowable":
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import Table, TableStyle

    numbered = [f"{number}.  {groep}" for number, groep in enumerate(groepen, 1)]
    rows = [numbered[start : start + _COLUMNS] for start in range(0, len(numbered), _COLUMNS)]
    rows[-1] += [""] * (len(rows[0]) - len(rows[-1]))
    look = TableStyle(
        [
            ("FONT", (0, 0), (-1, -1), "NotoSans-Bold", 14),
            ("GRID", (0, 0), (-1, -1), 0.6, HexColor("#b8c0cc")),
            ("BACKGROUND", (0, 0), (-1, -1), HexColor("#eef2f7")),
            ("TOPPADDING", (0, 0), (-1, -1), 9),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 11),
        ]
    )
    return Table(rows, colWidths=[_WIDTH / len(rows[0])] * len(rows[0]), style=look, spaceAfter=10)


def _qr_row(groepen: Sequence[str]) -> "Flowable":
    from reportlab.graphics.barcode.qr import QrCodeWidget
    from reportlab.graphics.shapes import Drawing
    from reportlab.platypus import Table

    size = _QR_MM * _MM
    code = QrCodeWidget("-".join(groepen), barLevel="Q", barWidth=size, barHeight=size)
    drawing = Drawing(size, size)
    drawing.add(code)
    row = [[_paragraph(text("stukken.herstelblad.qr"), 11), drawing]]
    style = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ]
    return Table(row, colWidths=[_WIDTH - size, size], style=style)


def _list(key: str, *each: str) -> "list[Flowable]":
    lines = [text(line) for line in each]
    return [
        _paragraph(text(key), 13, bold=True),
        *(_paragraph(f"{number}. {line}", 11) for number, line in enumerate(lines, 1)),
    ]
