"""Writes a document as PDF/UA-1 and PDF/A-2a by typst."""

import json
import re
from functools import cache
from itertools import pairwise
from math import ceil
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Literal

from intake_assistant import paths, proces
from intake_assistant.documents import sjabloonmap
from intake_assistant.documents.huisstijl import pixels_of
from intake_assistant.documents.model import (
    KOLOMMEN,
    WAND,
    Alinea,
    Beeld,
    Blok,
    Brief,
    Handtekening,
    Huisstijl,
    Kop,
    Lijst,
    Naast,
    NlBlok,
    Opsomming,
    Stuk,
    Tabel,
    Vertaalmerk,
    stijl_of,
)
from intake_assistant.domain.leesrichting import begins_right_to_left
from intake_assistant.errors import KnownError

if TYPE_CHECKING:
    import typst

Standard = Literal["ua-1", "a-2a"]
STANDARDS: list[Standard] = ["ua-1", "a-2a"]
# A word longer than its line gets places to break: typst would let it run off the page.
_LONG_WORD = re.compile(r"\S{60,}")
_LONG_IN_CELL = re.compile(r"\S{27,}")
# An address of mail is copied: it breaks only when it could not stand on a line.
_LONG_IN_HEAD = re.compile(r"\S{40,}")
_FETCHES = ("failed to download package", "package not found")
_PIECE = 13
_WHOLE_ROW = 600
_LEADS_IN = 200
# Of a page, in points: how wide it is, the white on both sides of a cell, above and below it, and a caption.
_WIDE, _BESIDE, _ABOVE, _CAPTION = 459.0, 12.0, 9.0, 22.0
# In parts of the size: a letter on average, the height of one, the white between two lines.
_LETTER, _HIGH = 0.51, 0.714
_one_at_a_time = Lock()


def write_pdf(stuk: Stuk, sjabloon: Path | None = None) -> bytes:
    """Return the document as a tagged PDF, by the given template or ours; equal documents give equal bytes.

    Pictures of a template lie beside it. Raises KnownError template.invalid, template.unsafe.
    """
    with _one_at_a_time:
        result = (
            _compile(stuk, _template(), paths.templates_dir())
            if sjabloon is None
            else _compile_own(stuk, sjabloon)
        )
    if not isinstance(result, bytes):
        raise TypeError(f"typst gave {type(result).__name__}, not one PDF")
    return result


def _compile_own(stuk: Stuk, sjabloon: Path) -> object:
    # Before each: a template may compute the name of a package, also of texts in the document.
    proces.shut_network()
    try:
        return _compile(stuk, sjabloonmap.read_sjabloon(sjabloon), sjabloon.parent)
    except RuntimeError as error:  # also typst's own, which is one
        if str(error).startswith(_FETCHES):
            raise KnownError("template.unsafe", reden="@") from error
        raise KnownError("template.invalid", reden=str(error)) from error


def _compile(stuk: Stuk, source: bytes, root: Path) -> object:
    return _compiler().compile(
        input=source,
        root=root,
        format="pdf",
        sys_inputs={"stuk": json.dumps(_data(stuk))},
        pdf_standards=list(STANDARDS),
    )


@cache
def _compiler() -> "typst.Compiler":
    # Imported here: starting the program needs no PDF.
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(paths.fonts_dir())]
    )
    nowhere = paths.templates_dir() / "geen-pakketten"
    return typst.Compiler(font_paths=fonts, package_path=nowhere, package_cache_path=nowhere)


@cache
def _template() -> bytes:
    return (paths.templates_dir() / "stuk.typ").read_bytes()


def _data(stuk: Stuk) -> dict[str, object]:
    return {
        **_taal(stuk.taal),
        "wand": stuk.soort in WAND,
        # In points: what is read at home may go on on a second page, what hangs on a wall may not.
        "kleinste": 10 if stuk.soort in ("verteld", "bezwaarblad") else 8,
        "titel": stuk.titel,
        "titel_kort": stuk.titel.partition(":")[0],
        "concept": stuk.concept,
        "concept_regel": stuk.randen.concept,
        "watermerk": stuk.randen.watermerk,
        "pagina": stuk.randen.pagina,
        "van": stuk.randen.van,
        "gemeente": stuk.gemeente,
        "kenmerk_label": stuk.randen.kenmerk,
        "kenmerk": stuk.kenmerk,
        "datum": [stuk.datum.year, stuk.datum.month, stuk.datum.day],
        "brief": stuk.brief and _brief(stuk.brief),
        "huisstijl": _huisstijl(stuk.huisstijl),
        "vertaling": stuk.vertaling and _vertaling(stuk.vertaling),
        "blokken": _blokken(stuk),
    }


def _vertaling(merk: Vertaalmerk) -> dict[str, object]:
    """What stands at the foot of each page, in both languages."""
    nl = " ".join(zin.nl for zin in merk.zinnen)
    vertaald = " ".join(zin.vertaald for zin in merk.zinnen)
    return {**_taal(merk.taal), "richting": merk.richting, "nl": nl, "vertaald": vertaald}


def _huisstijl(stijl: Huisstijl) -> dict[str, object]:
    breed, hoog = (pixels_of(stijl.logo) if stijl.logo else None) or (1, 1)
    return {
        "kleur": stijl.kleur or None,
        "logo": list(stijl.logo) or None,
        "logo_tekst": stijl.logo_tekst,
        "verhouding": breed / hoog,
    }


def _brief(brief: Brief) -> dict[str, object]:
    return {
        "afzender": [_breakable(regel, _LONG_IN_HEAD) for regel in brief.afzender],
        "retour": brief.retour,
        "geadresseerde": [_breakable(regel, _LONG_IN_HEAD) for regel in brief.geadresseerde],
        "verwijzing": [[naam, _breakable(waarde, _LONG_IN_HEAD)] for naam, waarde in brief.verwijzing],
    }


def _belongs_together(before: Blok | None, blok: Alinea, following: Blok) -> bool:
    """Tell whether a paragraph stays on the page of what follows it."""
    first = before is None or isinstance(before, Kop)
    # A clause stays with the words it explains, lines to sign with what is signed; no clause with the next.
    clause = isinstance(following, Alinea) and following.stijl == "clausule" and blok.stijl != "clausule"
    # A heading is announced by the text above its first part, not by that of the part before.
    next_part = isinstance(before, Kop) and isinstance(following, Kop) and following.niveau <= before.niveau
    announced = first and isinstance(following, Kop | Opsomming | Tabel | Lijst | Beeld) and not next_part
    # A short line that leads in a list or a table is nothing without it.
    leads_in = len(blok.tekst) < _LEADS_IN and isinstance(following, Opsomming | Tabel | Lijst | Beeld)
    return clause or announced or leads_in or _is_heading(before, blok, following)


def _is_heading(before: Blok | None, blok: Alinea, following: Blok) -> bool:
    """Whether it is of a heading in two languages, or the line above where one signs."""
    if isinstance(following, Handtekening):
        return True
    # The same heading in another language: below the Dutch one, or of a line that stands out.
    is_second = isinstance(before, Kop) and bool(blok.taal)
    has_second = isinstance(following, Alinea) and following.stijl == "nadruk" and bool(following.taal)
    return blok.stijl == "nadruk" and (is_second or has_second)


def _taal(code: str) -> dict[str, object]:
    # Without a region of its own a part would inherit that of the document: "ar-NL".
    lang, _, region = code.partition("-")
    return {"lang": lang, "region": region or None}


def _blokken(stuk: Stuk) -> list[dict[str, object]]:
    result = [_blok(blok) for blok in stuk.blokken]
    kernen = [blok.nl if isinstance(blok, Naast) else blok for blok in stuk.blokken]
    for number, (blok, following) in enumerate(pairwise(kernen)):
        before = kernen[number - 1] if number else None
        result[number]["vast"] = isinstance(blok, Alinea) and _belongs_together(before, blok, following)
    return result


def _blok(blok: Blok) -> dict[str, object]:
    match blok:
        case Kop():
            return {"soort": "kop", "niveau": blok.niveau, "tekst": _breakable(blok.tekst)}
        case Alinea():
            return _alinea(blok)
        case Opsomming():
            return {"soort": "opsomming", "punten": [_breakable(item) for item in blok.items]}
        case Handtekening():
            return {"soort": "handtekening", "regels": [_breakable(regel) for regel in blok.regels]}
        case Beeld():
            return {"soort": "beeld", "svg": blok.svg, "tekst": blok.tekst}
        case Naast():
            return _naast(blok)
        case Tabel() | Lijst():
            return _tabel(blok)


def _tabel(blok: Tabel | Lijst) -> dict[str, object]:
    made: dict[str, object] = {
        "soort": type(blok).__name__.lower(),
        "bijschrift": _breakable(blok.bijschrift),
    }
    if isinstance(blok, Tabel):
        rijen, breedtes = [_rij(rij) for rij in blok.rijen], KOLOMMEN[blok.vorm]
        begin = _begin(blok, breedtes, 10, 0.6)
        return made | {"breedtes": breedtes, "koppen": list(blok.koppen), "rijen": rijen, "begin": begin}
    koppen, lijst = [_kopcel(kop) for kop in blok.koppen], [_lijstrij(rij) for rij in blok.rijen]
    begin = _begin(blok, blok.breedtes, 9.5, 0.55)
    return made | {"breedtes": list(blok.breedtes), "koppen": koppen, "rijen": lijst, "begin": begin}


def _begin(blok: Tabel | Lijst, breedtes: tuple[int, ...], maat: float, wit: float) -> float:
    """How high a table is down to its second row, in points, to within a line.

    Laying these rows out only to see how high they are took two fifths of the time of a long document.
    """
    high = _CAPTION if blok.bijschrift else 0.0
    for cellen in (blok.koppen, *blok.rijen[:2]):
        letters = [(deel * _WIDE / 100 - _BESIDE) / (maat * _LETTER) for deel in breedtes]
        regels = max(map(_lines, cellen, letters))
        high += _ABOVE + maat * (regels * (_HIGH + wit) - wit)
    return high


def _lines(cel: str | tuple[Alinea, ...], letters: float) -> int:
    texts = (cel,) if isinstance(cel, str) else [alinea.tekst for alinea in cel]
    return sum(max(1, ceil(len(tekst) / letters)) for tekst in texts)


def _naast(blok: Naast) -> dict[str, object]:
    vertaald = [_breakable(tekst, _LONG_IN_HEAD) for tekst in blok.vertaald]
    naast = {**_taal(blok.taal), "vertaald": vertaald, "alleen": blok.alleen}
    return {"soort": "naast", "nl": _nl(blok.nl), **naast}


def _nl(blok: NlBlok) -> dict[str, object]:
    """The Dutch of half a page: a word that is no longer than a line may be longer than half a one."""
    match blok:
        case Alinea():
            return _alinea(blok, _LONG_IN_HEAD)
        case Kop():
            return {"soort": "kop", "niveau": blok.niveau, "tekst": _breakable(blok.tekst, _LONG_IN_CELL)}
        case Opsomming():
            punten = [_breakable(item, _LONG_IN_HEAD) for item in blok.items]
            return {"soort": "opsomming", "punten": punten}


def _kopcel(kop: str | tuple[Alinea, ...]) -> list[dict[str, object]]:
    return [_celalinea(alinea) for alinea in ((Alinea(kop),) if isinstance(kop, str) else kop)]


def _alinea(alinea: Alinea, long: re.Pattern[str] = _LONG_WORD) -> dict[str, object]:
    taal = _taal(alinea.taal) if alinea.taal else {}
    return {"soort": "alinea", **stijl_of(alinea), "tekst": _breakable(alinea.tekst, long), **taal}


def _lijstrij(rij: tuple[tuple[Alinea, ...], ...]) -> dict[str, object]:
    whole = max(sum(len(alinea.tekst) for alinea in cel) for cel in rij) < _WHOLE_ROW
    return {"heel": whole, "cellen": [[_celalinea(alinea) for alinea in cel] for cel in rij]}


def _celalinea(alinea: Alinea) -> dict[str, object]:
    """What somebody typed names no language, and begins on the side of its own letters all the same."""
    return {**_alinea(alinea, _LONG_IN_CELL), "rtl": begins_right_to_left(alinea.tekst)}


def _rij(cellen: tuple[str, ...]) -> dict[str, object]:
    # A row stays on one page, unless it is so long that it might not fit on one.
    whole = max(map(len, cellen), default=0) < _WHOLE_ROW
    return {"heel": whole, "cellen": [_breakable(cel, _LONG_IN_CELL) for cel in cellen]}


def _breakable(text: str, long: re.Pattern[str] = _LONG_WORD) -> str:
    return long.sub(lambda word: _split(word.group()), text)


def _split(word: str) -> str:
    return "\u200b".join(word[start : start + _PIECE] for start in range(0, len(word), _PIECE))
