"""A workbook of tables: real dates, filters, a frozen header; what was typed is never a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

type Celwaarde = str | int | float | date | None
_FORMATS: Final[dict[type, str]] = {date: "d mmm yyyy", float: "0.0", int: "0"}
# What a spreadsheet takes for a formula when the cell is edited, behind blanks too.
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r]")
_INK, _GROUND = "1D3D63", "EEF2F7"


@dataclass(frozen=True, slots=True)
class Kolom:
    """The name of a column, and its width in letters."""

    kop: str
    breed: int = 14


@dataclass(frozen=True, slots=True)
class Tabblad:
    """One sheet: what it is called, what it says, and its rows."""

    naam: str
    uitleg: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[tuple[Celwaarde, ...], ...]


def write_werkboek(titel: str, op: date, bladen: Sequence[Tabblad]) -> bytes:
    """Return the sheets as one xlsx."""
    from openpyxl import Workbook  # late: starting the program needs no workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = titel
    book.properties.creator = ""
    book.properties.created = book.properties.modified = datetime.combine(op, time())
    for blad in bladen:
        _fill(book.create_sheet(blad.naam), blad)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _fill(sheet: Worksheet, blad: Tabblad) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    top, wrapped = Alignment(vertical="top"), Alignment(vertical="top", wrap_text=True)
    for nummer, kolom in enumerate(blad.kolommen, start=1):
        cell = _put(sheet, 1, nummer, kolom.kop)
        cell.font = Font(bold=True, color=_INK)
        cell.fill = PatternFill("solid", fgColor=_GROUND)
        cell.alignment = wrapped
        sheet.column_dimensions[get_column_letter(nummer)].width = kolom.breed
    for plek, rij in enumerate(blad.rijen, start=2):
        for nummer, waarde in enumerate(rij, start=1):
            cell = _put(sheet, plek, nummer, waarde)
            cell.alignment = wrapped if isinstance(waarde, str) else top
    last = f"{get_column_letter(len(blad.kolommen))}{len(blad.rijen) + 1}"
    sheet.auto_filter.ref = f"A1:{last}"
    # The header and the first column, which tells whom a row is about.
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _put(sheet: Worksheet, row: int, column: int, waarde: Celwaarde) -> Cell:
    cell = cast("Cell", sheet.cell(row=row, column=column))
    if not isinstance(waarde, str):
        cell.value = waarde
        cell.number_format = _FORMATS.get(type(waarde), "General")
        return cell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell.value = ILLEGAL_CHARACTERS_RE.sub("", waarde)
    # Set by hand: a text that begins as a formula stays a text, also when somebody edits the cell.
    cell.data_type = "s"
    cell.quotePrefix = bool(_FORMULA.match(waarde))
    return cell
