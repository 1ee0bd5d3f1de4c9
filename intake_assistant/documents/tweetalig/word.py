"""A document in two languages in Word: the texts side by side in a table, each in its own direction.

A template knows of no second language: what is in it carries a sign, and is set right after it was drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import groupby
from typing import TYPE_CHECKING, Final

from intake_assistant.documents.model import (
    KOLOMMEN,
    Alinea,
    Beeld,
    Kop,
    Lijst,
    Naast,
    Opsomming,
    Stuk,
    Tabel,
    Tekstblok,
    Vertaalmerk,
    Vorm,
)
from intake_assistant.domain.leesrichting import begins_right_to_left

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.oxml.section import CT_HdrFtr
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph
    from lxml.etree import _Element

# For private use: no font has it, so no text has it either.
_TEKEN: Final = "\ue000"
_NA_BIDI: Final = (
    *("w:spacing", "w:ind", "w:contextualSpacing", "w:jc"),
    *("w:textAlignment", "w:outlineLvl", "w:rPr", "w:sectPr"),
)
_NA_TAAL: Final = ("w:eastAsianLayout", "w:specVanish", "w:oMath")


def marked(tekst: str) -> str:
    """A text in the other language, each line of it marked as such."""
    return "\n".join(_TEKEN + regel for regel in tekst.split("\n")) if tekst else ""


def cel_of(alineas: Sequence[Alinea]) -> str:
    """The paragraphs of a cell on lines, those in another language marked."""
    return "\n".join(marked(alinea.tekst) if alinea.taal else alinea.tekst for alinea in alineas)


def vorm_of(lijst: Lijst) -> Vorm:
    """Which table of a template holds this one: that of the same widths, else one of as many columns."""
    aantal = len(lijst.breedtes)
    gelijk = [vorm for vorm, breedtes in KOLOMMEN.items() if breedtes == lijst.breedtes]
    return next(iter(gelijk), "feiten" if aantal < 3 else "verschil" if aantal == 3 else "afspraken")


def for_word(stuk: Stuk, nederlands: str) -> Iterator[Tekstblok]:
    """The blocks as a template knows them: what stands side by side is a table under the two languages."""
    merk = stuk.vertaling
    for is_naast, blokken in groupby(_tekstblokken(stuk), _is_naast):
        if is_naast and merk is not None:
            rijen = tuple(_row(blok) for blok in blokken if isinstance(blok, Naast))
            yield Tabel("feiten", (nederlands, marked(merk.naam)), rijen)
        else:
            for blok in blokken:
                yield from _headed(blok)


def _tekstblokken(stuk: Stuk) -> Iterator[Tekstblok]:
    return (blok for blok in stuk.blokken if not isinstance(blok, Beeld))


def _is_naast(blok: Tekstblok) -> bool:
    return isinstance(blok, Naast) and not isinstance(blok.nl, Kop)


def _headed(blok: Tekstblok) -> Iterator[Tekstblok]:
    if not isinstance(blok, Naast) or not isinstance(blok.nl, Kop):
        yield blok
        return
    yield blok.nl
    yield from (Alinea(tekst, "nadruk", blok.taal) for tekst in blok.vertaald)


def _row(blok: Naast) -> tuple[str, str]:
    points = isinstance(blok.nl, Opsomming)
    nl = blok.nl.items if isinstance(blok.nl, Opsomming) else (blok.nl.tekst,)
    listed = (points and not blok.alleen) and len(blok.vertaald) > 0
    return _lines(nl, points=points), marked(_lines(blok.vertaald, points=listed))


def _lines(teksten: Sequence[str], *, points: bool) -> str:
    return "\n".join(f"\u2022 {tekst}" if points else tekst for tekst in teksten)


def set_languages(word: Word, stuk: Stuk) -> None:
    """Give what is marked its own paragraph, its language and its direction; take the marks away."""
    from docx.oxml.ns import qn  # late: only who writes Word needs it
    from docx.text.paragraph import Paragraph

    if stuk.vertaling is not None:
        _even_columns(word)
        _add_feet(word, stuk.vertaling)
    taal = stuk.vertaling.taal if stuk.vertaling else _taal_in(stuk)
    parts = [word.element.body, *_feet(word)]
    for element in [p for part in parts for p in part.iter(qn("w:p"))]:
        paragraph = Paragraph(element, word._body)
        if _TEKEN in paragraph.text:
            _set_right(paragraph, taal, stuk.vertaling)
        elif begins_right_to_left(paragraph.text):
            # What somebody typed: in which language nobody said.
            _turn(paragraph)


def _taal_in(stuk: Stuk) -> str:
    alineas = [blok for blok in stuk.blokken if isinstance(blok, Alinea)]
    cellen = [a for b in stuk.blokken if isinstance(b, Lijst) for rij in b.rijen for cel in rij for a in cel]
    return next((alinea.taal for alinea in (*alineas, *cellen) if alinea.taal), "")


def _even_columns(word: Word) -> None:
    """Neither language has the smaller half."""
    from docx.shared import Length

    for table in word.tables:
        if len(table.columns) == 2 and table.rows[0].cells[1].text.startswith(_TEKEN):
            cellen = [cel for rij in table.rows for cel in rij.cells]
            half = Length(sum(cel.width or 0 for cel in cellen[:2]) // 2)
            for part in (*cellen, *table.columns):
                part.width = half


def _add_feet(word: Word, merk: Vertaalmerk) -> None:
    """On each page what the translation is worth, below whatever the template has there."""
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph as Made

    said = (" ".join(zin.nl for zin in merk.zinnen), marked(" ".join(z.vertaald for z in merk.zinnen)))
    for foot in _feet(word):
        last = foot.p_lst[-1]
        for tekst in reversed(said):
            made = deepcopy(last)
            for part in [part for part in made if part.tag != qn("w:pPr")]:
                made.remove(part)
            last.addnext(made)
            Made(made, word._body).add_run(tekst)


def _feet(word: Word) -> list[CT_HdrFtr]:
    """The feet as they were drawn: a section still knows those of before."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    rels = word.part.rels.values()
    return [rel.target_part._element for rel in rels if rel.reltype == RELATIONSHIP_TYPE.FOOTER]


def _set_right(paragraph: Paragraph, taal: str, merk: Vertaalmerk | None) -> None:
    """A paragraph for each run of lines in one language."""
    from docx.text.paragraph import Paragraph as Made

    groepen = [list(regels) for _, regels in groupby(paragraph.text.split("\n"), _is_marked)]
    alineas = [Made(deepcopy(paragraph._p), paragraph._parent) for _ in groepen]
    for alinea, regels in zip(alineas, groepen, strict=True):
        paragraph._p.addprevious(alinea._p)
        _write(alinea, "\n".join(regel.removeprefix(_TEKEN) for regel in regels))
        if _is_marked(regels[0]):
            rtl = merk.richting == "rtl" if merk else begins_right_to_left(regels[0].removeprefix(_TEKEN))
            _set_taal(alinea, taal, rtl=rtl)
    if (parent := paragraph._p.getparent()) is not None:
        parent.remove(paragraph._p)


def _is_marked(regel: str) -> bool:
    return regel.startswith(_TEKEN)


def _write(alinea: Paragraph, tekst: str) -> None:
    """The words of one template run, in its letter."""
    first, *rest = alinea.runs
    for run in rest:
        alinea._p.remove(run._r)
    first.text = tekst


def _set_taal(alinea: Paragraph, taal: str, *, rtl: bool) -> None:
    run = alinea.runs[0]
    lang = _insert_before(run._r.get_or_add_rPr(), "w:lang", *_NA_TAAL)
    lang.set(_qn("w:bidi" if rtl else "w:val"), taal)
    if rtl:
        _turn(alinea)


def _turn(alinea: Paragraph) -> None:
    """From right to left, all of it."""
    _insert_before(alinea._p.get_or_add_pPr(), "w:bidi", *_NA_BIDI)
    for run in alinea.runs:
        run.font.rtl = True
        run.font.cs_bold = bool(alinea.style and alinea.style.font.bold)


def _insert_before(parent: BaseOxmlElement, naam: str, *followers: str) -> _Element:
    """Put an element where the schema of Word wants it: before the first of those that may follow."""
    from docx.oxml import OxmlElement

    child = OxmlElement(naam)
    for follower in followers:
        found = parent.find(_qn(follower))
        if found is not None:
            found.addprevious(child)
            return child
    parent.append(child)
    return child


def _qn(naam: str) -> str:
    from docx.oxml.ns import qn

    return qn(naam)
