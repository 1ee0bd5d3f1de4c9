"""Sets the translation beside the Dutch, paragraph by paragraph; what has none says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from intake_assistant.documents.model import (
    KOLOMMEN,
    Alinea,
    Blok,
    Handtekening,
    Kop,
    Lijst,
    Naast,
    NlBlok,
    Opsomming,
    Stuk,
    Tabel,
    clean_stuk,
)
from intake_assistant.documents.tekens import isoleer
from intake_assistant.documents.tweetalig.woordenboek import Woordenboek

# What only the staff reads, or only a court: it stays as it is.
_NIET_VERTAALD: Final = ("clausule", "ontbreekt")


def beside(stuk: Stuk, boek: Woordenboek) -> Stuk:
    """Return the document in both languages; its Dutch is what it was, text by text."""
    zetter = _Naastzetter(boek)
    blokken = (*zetter.head(stuk.titel), *zetter.all(stuk.blokken))
    return clean_stuk(replace(stuk, blokken=blokken, vertaling=boek.merk, vervangen=()))


class _Naastzetter:
    """Finds what stands beside each block."""

    def __init__(self, boek: Woordenboek) -> None:
        self._boek = boek
        self._taal = boek.merk.taal

    def head(self, titel: str) -> Iterator[Blok]:
        """The title in the other language, and what this translation is worth."""
        if eigen := self._boek.woorden.get(titel):
            yield Alinea(eigen, "nadruk", self._taal)
        for zin in self._boek.merk.zinnen:
            yield self._naast(Alinea(zin.nl, "klein"), zin.vertaald)

    def all(self, blokken: tuple[Blok, ...]) -> Iterator[Blok]:
        """Every block; before formal clauses it is said once that they are only there in Dutch."""
        before: Blok | None = None
        for blok in blokken:
            if _is_clausule(blok) and not _is_clausule(before):
                alleen = self._boek.alleen_nederlands
                yield self._naast(Alinea(alleen.nl, "klein"), alleen.vertaald)
            yield from self._both(blok)
            before = blok

    def _both(self, blok: Blok) -> Iterator[Blok]:
        match blok:
            case Kop() | Alinea() | Opsomming():
                yield self._tekst(blok)
            case Tabel():
                yield from self._tabel(blok)
            case Handtekening():
                yield Handtekening(tuple(map(self._regel, blok.regels)))
            case _:
                yield blok

    def _tekst(self, blok: NlBlok) -> Blok:
        if isinstance(blok, Alinea) and (blok.stijl in _NIET_VERTAALD or blok.taal):
            return blok
        woorden = self._boek.woorden
        if isinstance(blok, Opsomming):
            heel = woorden.get("\n".join(blok.items))
            items = tuple(heel.split("\n")) if heel else ()
            return self._naast(blok, *items) if items else self._alleen(blok)
        if blok.tekst in woorden:
            return self._naast(blok, woorden[blok.tekst])
        # A heading that reads the same in both languages is read in one of them.
        return blok if isinstance(blok, Kop) else self._alleen(blok)

    def _alleen(self, blok: Alinea | Opsomming) -> Naast:
        return replace(self._naast(blok, self._boek.alleen_nederlands.vertaald), alleen=True)

    def _naast(self, blok: NlBlok, *vertaald: str) -> Naast:
        return Naast(blok, tuple(tekst for tekst in vertaald if tekst), self._taal)

    def _tabel(self, tabel: Tabel) -> Iterator[Blok]:
        """Both languages in each cell: a name or a number is read once."""
        bijschrift = " · ".join(alinea.tekst for alinea in self._cel(tabel.bijschrift))
        rijen = tuple(tuple(map(self._cel, rij)) for rij in tabel.rijen)
        koppen = tuple(map(self._cel, tabel.koppen))
        yield Lijst(KOLOMMEN[tabel.vorm], koppen, rijen, bijschrift)
        if any(cel in self._boek.alleen for rij in tabel.rijen for cel in rij):
            alleen = self._boek.alleen_nederlands
            yield self._naast(Alinea(alleen.nl, "klein"), alleen.vertaald)

    def _cel(self, tekst: str) -> tuple[Alinea, ...]:
        vertaald = self._boek.woorden.get(tekst, "")
        said = (Alinea(tekst), Alinea(vertaald, taal=self._taal))
        return tuple(alinea for alinea in said if alinea.tekst)

    def _regel(self, regel: str) -> str:
        """A line to sign ends in a colon, and gets room to write there."""
        vertaald = self._boek.woorden.get(regel, "")
        if not vertaald or not regel.endswith(":"):
            return regel
        return f"{regel[:-1]} / {isoleer(vertaald.rstrip(':'))}:"


def _is_clausule(blok: Blok | None) -> bool:
    return isinstance(blok, Alinea) and blok.stijl == "clausule"
