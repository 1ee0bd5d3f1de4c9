"""The proof that a dossier was erased: what in numbers, why, where and when; nothing of the person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from intake_assistant.dates import in_words
from intake_assistant.documents.model import (
    Alinea,
    Blok,
    Handtekening,
    Kop,
    Opsomming,
    Randen,
    Stuk,
    Tabel,
    clean_stuk,
)
from intake_assistant.documents.tekens import isoleer
from intake_assistant.texts import text


@dataclass(frozen=True, slots=True, kw_only=True)
class Wisbewijs:
    """What the proof says, in words but for the days; `plaatsen` are each a place and how it stands."""

    kenmerk: str
    gemeente: str
    gewist_op: date
    gemaakt_op: date
    grond: str
    regel: str
    functie: str
    toelichting: str = ""
    aantallen: Sequence[str] = ()
    plaatsen: Sequence[tuple[str, str]] = ()
    klaar: bool = True
    buiten: int = 0


def build_wisbewijs(bewijs: Wisbewijs) -> Stuk:
    """Return the proof as a document of a page."""
    return clean_stuk(
        Stuk(
            titel=text("stukken.wisbewijs.titel"),
            soort="wisbewijs",
            taal="nl-NL",
            concept=False,
            gemeente=f"{text('stukken.wisbewijs.gemeente')} {bewijs.gemeente}".strip()
            if bewijs.gemeente
            else "",
            kenmerk=bewijs.kenmerk,
            datum=bewijs.gemaakt_op,
            randen=Randen(
                pagina=text("stukken.wisbewijs.pagina"),
                van=text("stukken.wisbewijs.van"),
                kenmerk=text("stukken.wisbewijs.kenmerk"),
                concept="",
                watermerk="",
            ),
            blokken=tuple(_blokken(bewijs)),
        )
    )


def _blokken(bewijs: Wisbewijs) -> Iterator[Blok]:
    yield Alinea(text("stukken.wisbewijs.inleiding"))
    if not bewijs.klaar:
        yield Alinea(text("stukken.wisbewijs.niet_klaar"), "ontbreekt")
    yield _table("stukken.wisbewijs.feiten", _facts(bewijs), ("onderdeel", "inhoud"))
    yield Kop(1, text("stukken.wisbewijs.wat"))
    yield Opsomming(tuple(bewijs.aantallen))
    yield Kop(1, text("stukken.wisbewijs.waar"))
    yield _table(
        "stukken.wisbewijs.plaatsen", [(isoleer(p), s) for p, s in bewijs.plaatsen], ("plaats", "stand")
    )
    yield Kop(1, text("stukken.wisbewijs.blijft"))
    yield Opsomming(tuple(_what_stays(bewijs)))
    yield Kop(1, text("stukken.wisbewijs.zeker"))
    yield Alinea(text("stukken.wisbewijs.zeker_uitleg"))
    yield Handtekening(
        (
            text("stukken.wisbewijs.zaaknummer"),
            text("stukken.wisbewijs.naam"),
            text("stukken.wisbewijs.datum"),
        )
    )


def _facts(bewijs: Wisbewijs) -> list[tuple[str, str]]:
    rows = {
        "gewist_op": in_words(bewijs.gewist_op),
        "grond": bewijs.grond,
        "regel": bewijs.regel,
        "toelichting": bewijs.toelichting,
        "functie": bewijs.functie,
    }
    return [
        (text(f"stukken.wisbewijs.veld.{naam}"), isoleer(waarde)) for naam, waarde in rows.items() if waarde
    ]


def _what_stays(bewijs: Wisbewijs) -> Iterator[str]:
    yield text("stukken.wisbewijs.blijft_kenmerk", kenmerk=bewijs.kenmerk)
    yield text("stukken.wisbewijs.blijft_logboek")
    if bewijs.buiten:
        yield text("stukken.wisbewijs.blijft_buiten", aantal=bewijs.buiten)


def _table(bijschrift: str, rijen: Sequence[tuple[str, str]], koppen: tuple[str, str]) -> Tabel:
    return Tabel(
        "feiten",
        tuple(text(f"stukken.wisbewijs.kop.{kop}") for kop in koppen),
        tuple(rijen),
        text(bijschrift),
    )
