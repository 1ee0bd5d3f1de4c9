"""The house style of a municipality: looked over before it is kept, and put into a letter in Word."""

from __future__ import annotations

import math
import re
import struct
from io import BytesIO
from typing import TYPE_CHECKING, Final

from intake_assistant.documents.model import Huisstijl, Stuk
from intake_assistant.texts import text

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

MOST_BYTES: Final = 250_000
MOST_PIXELS: Final = 4_000
LEAST_CONTRAST: Final = 4.5
"""Of text on its background (WCAG 2.1, 1.4.3), which a municipality has to keep to."""
# What fits above the window of the envelope, and beside the sender.
_BREED, _HOOG, _REGEL, _BOVEN = 60, 12, 13, 3
_KLEUR = re.compile(r"#[0-9a-fA-F]{6}")
_BEGINT = (b"\x89PNG", b"\xff\xd8\xff")
_KOPPEN = ("Heading 1", "Heading 2", "Heading 3", "Groot", "Caption")


def faults_of(stijl: Huisstijl) -> list[str]:
    """Why a letter cannot have this style, a sentence each; none when it can."""
    return [*_faults_of_kleur(stijl.kleur), *(_faults_of_logo(stijl) if stijl.logo else ())]


def _faults_of_kleur(kleur: str) -> list[str]:
    if not kleur:
        return []
    if not _KLEUR.fullmatch(kleur):
        return [text("stukken.huisstijl.geen_kleur", kleur=kleur)]
    found = contrast_on_white(kleur)
    if found >= LEAST_CONTRAST:
        return []
    # Rounded down: 4.49 is not enough, and 4,5 would say that it is.
    cijfer = f"{math.floor(found * 10) / 10:.1f}".replace(".", ",")
    nodig = f"{LEAST_CONTRAST}".replace(".", ",")
    return [text("stukken.huisstijl.te_licht", kleur=kleur, contrast=cijfer, nodig=nodig)]


def _faults_of_logo(stijl: Huisstijl) -> list[str]:
    faults = [] if stijl.logo_tekst.strip() else [text("stukken.huisstijl.zonder_tekst")]
    if len(stijl.logo) > MOST_BYTES:
        return [*faults, text("stukken.huisstijl.te_groot", kilobyte=MOST_BYTES // 1000)]
    found = pixels_of(stijl.logo)
    if found is None:
        return [*faults, text("stukken.huisstijl.geen_plaatje")]
    if max(found) > MOST_PIXELS:
        return [*faults, text("stukken.huisstijl.te_veel_punten", punten=MOST_PIXELS)]
    return faults


def contrast_on_white(kleur: str) -> float:
    """The contrast of a colour `#rrggbb` with white paper, from 1 to 21 (WCAG 2.1, relative luminance)."""
    parts = [int(kleur[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return float(1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05))


def pixels_of(logo: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG; None of what is neither."""
    # Imported here: most letters carry no picture.
    from docx.image import exceptions
    from docx.image.image import Image

    if not logo.startswith(_BEGINT):
        return None
    faults = (
        exceptions.InvalidImageStreamError,
        exceptions.UnexpectedEndOfFileError,
        exceptions.UnrecognizedImageError,
    )
    try:
        found = Image.from_blob(logo)
    except (*faults, ArithmeticError, LookupError, ValueError, struct.error):
        return None
    return (found.px_width, found.px_height) if found.px_width and found.px_height else None


def dress_word(word: Word, stuk: Stuk) -> None:
    """Give a letter in Word the colour and the logo; the logo takes no room of the address."""
    from docx.shared import RGBColor

    if stuk.huisstijl.kleur:
        ink = word.styles["Normal"].font.color.rgb
        kleur = RGBColor.from_string(stuk.huisstijl.kleur[1:].upper())
        for naam in _KOPPEN:
            word.styles[naam].font.color.rgb = kleur
        # On its grey the house colour was not looked over.
        word.styles["Tabelkop"].font.color.rgb = ink
    if stuk.huisstijl.logo:
        _put_logo(_place_of_logo(word, stuk), stuk.huisstijl)


def _place_of_logo(word: Word, stuk: Stuk) -> Paragraph:
    from docx.shared import Mm

    if stuk.brief is None:
        return word.paragraphs[0].insert_paragraph_before(style="Normal")
    retour: Paragraph = word.tables[0].cell(0, 0).paragraphs[0]
    plek: Paragraph = retour.insert_paragraph_before(style="Retouradres")
    # Together as high as the white that stood there: the address stays in its window.
    plek.paragraph_format.line_spacing, plek.paragraph_format.space_after = Mm(_REGEL), Mm(0)
    retour.paragraph_format.space_before = Mm(_BOVEN)
    return plek


def _put_logo(plek: Paragraph, stijl: Huisstijl) -> None:
    from docx.shared import Mm

    breed, hoog = pixels_of(stijl.logo) or (_BREED, _HOOG)
    picture = plek.add_run().add_picture(BytesIO(stijl.logo), height=Mm(min(_HOOG, _BREED * hoog / breed)))
    picture._inline.docPr.set("descr", stijl.logo_tekst)
    # Left out, a reader may take an eighth of an inch around it.
    for kant in ("distT", "distB", "distL", "distR"):
        picture._inline.set(kant, "0")
