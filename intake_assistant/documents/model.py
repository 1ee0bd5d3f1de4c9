"""The neutral model of a document; Word and PDF are written from it and say the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from intake_assistant.documents.tekens import Vervangen, schoon

Deel = Literal[
    "beschikking",
    "ontwikkelplan",
    "geleidebrief",
    "wandplan",
    "weekblad",
    "verteld",
    "bezwaarblad",
    "toestemmingen",
    "daarna",
    "daarna_collega",
    "tolkblad",
    "woordenlijst",
    "toen_en_nu",
    "praatplaten",
    "inzage",
    "wisbewijs",
    "team",
    "verstrekking",
    "melding",
]
Stijl = Literal["gewoon", "clausule", "nadruk", "ontbreekt", "klein", "groot"]
# What a table shows decides the number and the width of its columns.
Vorm = Literal["feiten", "weging", "gesprekken", "afspraken", "verschil"]
KOLOMMEN: dict[Vorm, tuple[int, ...]] = {
    "feiten": (32, 68),
    "weging": (11, 55, 34),
    "gesprekken": (21, 20, 17, 42),
    "afspraken": (50, 16, 17, 17),
    "verschil": (30, 35, 35),
}


WAND: tuple[Deel, ...] = ("wandplan", "weekblad", "daarna", "verteld", "bezwaarblad")
"""What hangs on a wall: one page, in letters as large as there is room for."""


@dataclass(frozen=True, slots=True)
class Tweetalig:
    """A text in Dutch and in the other language, empty where there is none; `stand` of that translation."""

    nl: str
    vertaald: str = ""
    stand: str = ""


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading under the title; level 1 or 2."""

    niveau: int
    tekst: str


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph; `taal` is a BCP 47 code when it differs from the document's."""

    tekst: str
    stijl: Stijl = "gewoon"
    taal: str = ""


def stijl_of(alinea: Alinea) -> dict[str, object]:
    """The style for a template; one that does not know the largest prints that as a line that stands out."""
    groot = alinea.stijl == "groot"
    return {"stijl": "nadruk" if groot else alinea.stijl, "groot": groot}


@dataclass(frozen=True, slots=True)
class Opsomming:
    """A list of points."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table with a header row; the caption is read before it."""

    vorm: Vorm
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    bijschrift: str = ""


@dataclass(frozen=True, slots=True)
class Lijst:
    """A table whose cells are paragraphs, each in its own language; the widths are in percents."""

    breedtes: tuple[int, ...]
    koppen: tuple[str | tuple[Alinea, ...], ...]
    rijen: tuple[tuple[tuple[Alinea, ...], ...], ...]
    bijschrift: str = ""


@dataclass(frozen=True, slots=True)
class Handtekening:
    """Lines to sign; an empty line leaves room to write."""

    regels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beeld:
    """A drawing as SVG; the sentence that says the same is its alternative, and is printed beside it."""

    svg: str
    tekst: str


NlBlok = Kop | Alinea | Opsomming
"""What a translation can stand beside, paragraph by paragraph."""


@dataclass(frozen=True, slots=True)
class Naast:
    """A block in Dutch with its translation beside it: a text, or the points of a list.

    `alleen` when what stands there says that there is none.
    """

    nl: NlBlok
    vertaald: tuple[str, ...]
    taal: str
    alleen: bool = False


@dataclass(frozen=True, slots=True)
class Vertaalmerk:
    """What each page of a document in two languages says of the translation, and which language that is.

    `code` is its folder, `taal` how a document names it, `naam` what it calls itself.
    """

    code: str
    taal: str
    naam: str
    richting: str
    zinnen: tuple[Tweetalig, ...]


Tekstblok = Kop | Alinea | Opsomming | Tabel | Lijst | Handtekening | Naast
Blok = Tekstblok | Beeld


@dataclass(frozen=True, slots=True)
class Randen:
    """The words on the edge of each page."""

    pagina: str
    van: str
    kenmerk: str
    concept: str
    watermerk: str


@dataclass(frozen=True, slots=True)
class Brief:
    """What makes a document a letter: who sends it, to whom, and whom to call."""

    afzender: tuple[str, ...]
    retour: str
    geadresseerde: tuple[str, ...]
    verwijzing: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Huisstijl:
    """How a municipality looks: the colour of headings, a logo, and its words for who does not see it."""

    kleur: str = ""
    logo: bytes = b""
    logo_tekst: str = ""


PLAIN = Huisstijl()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuk:
    """One document, ready to be written: every text is clean, `vervangen` lists what could not stay."""

    titel: str
    soort: Deel
    taal: str
    concept: bool
    gemeente: str
    kenmerk: str
    datum: date
    randen: Randen
    blokken: tuple[Blok, ...]
    vervangen: tuple[Vervangen, ...] = ()
    brief: Brief | None = None
    huisstijl: Huisstijl = PLAIN
    vertaling: Vertaalmerk | None = None


def clean_stuk(stuk: Stuk) -> Stuk:
    """Return the document with only characters that the packaged fonts have."""
    found: list[Vervangen] = []
    waar = stuk.titel

    def clean(text: str) -> str:
        nonlocal waar
        result, tekens = schoon(text)
        found.extend(Vervangen(waar, teken) for teken in tekens)
        return result

    blokken: list[Blok] = []
    for blok in stuk.blokken:
        kop = blok.nl if isinstance(blok, Naast) else blok
        if isinstance(kop, Kop):
            waar = kop.tekst
        blokken.append(_clean_blok(blok, clean))
    waar = stuk.titel
    return replace(
        stuk,
        titel=clean(stuk.titel),
        gemeente=clean(stuk.gemeente),
        kenmerk=clean(stuk.kenmerk),
        brief=stuk.brief and _clean_brief(stuk.brief, clean),
        huisstijl=replace(stuk.huisstijl, logo_tekst=clean(stuk.huisstijl.logo_tekst)),
        blokken=tuple(blokken),
        vervangen=tuple(dict.fromkeys(found)),
    )


def _clean_brief(brief: Brief, clean: Callable[[str], str]) -> Brief:
    verwijzing = tuple((clean(label), clean(waarde)) for label, waarde in brief.verwijzing)
    afzender, aan = _each(brief.afzender, clean), _each(brief.geadresseerde, clean)
    return Brief(afzender, clean(brief.retour), aan, verwijzing)


def _clean_blok(blok: Blok, clean: Callable[[str], str]) -> Blok:
    match blok:
        case Kop() | Alinea() | Opsomming():
            return _clean_nl(blok, clean)
        case Beeld():
            return replace(blok, tekst=clean(blok.tekst))
        case Handtekening():
            return Handtekening(_each(blok.regels, clean))
        case Tabel():
            rijen = tuple(_each(rij, clean) for rij in blok.rijen)
            return Tabel(blok.vorm, _each(blok.koppen, clean), rijen, clean(blok.bijschrift))
        case Naast():
            return replace(blok, nl=_clean_nl(blok.nl, clean), vertaald=_each(blok.vertaald, clean))
        case Lijst():
            lijst = tuple(tuple(_each_alinea(cel, clean) for cel in rij) for rij in blok.rijen)
            koppen = tuple(clean(k) if isinstance(k, str) else _each_alinea(k, clean) for k in blok.koppen)
            return replace(blok, koppen=koppen, rijen=lijst, bijschrift=clean(blok.bijschrift))


def _clean_nl(blok: NlBlok, clean: Callable[[str], str]) -> NlBlok:
    if isinstance(blok, Opsomming):
        return Opsomming(_each(blok.items, clean))
    return replace(blok, tekst=clean(blok.tekst))


def _each(texts: Sequence[str], clean: Callable[[str], str]) -> tuple[str, ...]:
    return tuple(clean(text) for text in texts)


def _each_alinea(alineas: Sequence[Alinea], clean: Callable[[str], str]) -> tuple[Alinea, ...]:
    return tuple(replace(alinea, tekst=clean(alinea.tekst)) for alinea in alineas)


def texts_of(stuk: Stuk) -> list[str]:
    """Return every text of the body in reading order: the head of a letter, the title, what follows."""
    result = [*(_texts_of_brief(stuk.brief) if stuk.brief else ()), stuk.titel]
    for blok in stuk.blokken:
        match blok:
            case Kop() | Alinea() | Beeld():
                result.append(blok.tekst)
            case Opsomming():
                result.extend(blok.items)
            case Handtekening():
                result.extend(regel for regel in blok.regels if regel)
            case Tabel():
                result.extend(text for text in (blok.bijschrift, *blok.koppen) if text)
                result.extend(cel for rij in blok.rijen for cel in rij if cel)
            case Naast():
                result.extend((*_texts_of_nl(blok.nl), *blok.vertaald))
            case Lijst():
                result.extend(_texts_of_lijst(blok))
    return result


def _texts_of_brief(brief: Brief) -> list[str]:
    verwijzing = (f"{label}: {waarde}" for label, waarde in brief.verwijzing)
    return [regel for regel in (brief.retour, *brief.geadresseerde, *brief.afzender, *verwijzing) if regel]


def _texts_of_nl(blok: NlBlok) -> tuple[str, ...]:
    return blok.items if isinstance(blok, Opsomming) else (blok.tekst,)


def _texts_of_lijst(lijst: Lijst) -> list[str]:
    koppen = [kop for kop in lijst.koppen if isinstance(kop, str)]
    cellen = [kop for kop in lijst.koppen if not isinstance(kop, str)]
    cellen += [cel for rij in lijst.rijen for cel in rij]
    said = [text for text in (lijst.bijschrift, *koppen) if text]
    return said + [alinea.tekst for cel in cellen for alinea in cel]
