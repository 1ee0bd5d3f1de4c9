"""What is handed out to a partner or another municipality: as data, and to read; the two say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from intake_assistant.documents.model import (
    Alinea,
    Blok,
    Brief,
    Deel,
    Kop,
    Opsomming,
    Randen,
    Stuk,
    Tabel,
    clean_stuk,
)
from intake_assistant.documents.tekens import isoleer
from intake_assistant.domain.leesrichting import ISOLATES
from intake_assistant.texts import text

FORMAAT: Final = 1


@dataclass(frozen=True, slots=True)
class Verstrekgegeven:
    """One fact: by its name in the program, by its label, as a value and in words."""

    naam: str
    label: str
    waarde: Any
    tekst: str
    bron: str = ""


@dataclass(frozen=True, slots=True)
class Documentdeel:
    """A part, with the ground on which it goes along, in words."""

    wat: str
    titel: str
    grond: str
    gegevens: tuple[Verstrekgegeven, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verstrekkingsstuk:
    """All that goes to one receiver."""

    soort: str
    ontvanger: str
    gemeente: str
    afzender: str
    kenmerk: str
    gemaakt_op: date
    aanleiding: str
    """Why it is handed out, in words: the request, or that the law or the person lets it."""
    delen: tuple[Documentdeel, ...]
    brief: Brief


def as_json(document: Verstrekkingsstuk) -> dict[str, Any]:
    """The data as a program reads it (docs/uitwisseling.md)."""
    found = {
        "formaat": FORMAAT,
        "soort": document.soort,
        "ontvanger": document.ontvanger,
        "afzender": {"naam": document.afzender, "gemeente": document.gemeente},
        "kenmerk": document.kenmerk,
        "gemaakt_op": document.gemaakt_op.isoformat(),
        "aanleiding": document.aanleiding,
        "delen": [_deel_as_json(deel) for deel in document.delen],
    }
    return {naam: _plain(deel) for naam, deel in found.items()}


def _deel_as_json(deel: Documentdeel) -> dict[str, Any]:
    gegevens = [
        {"naam": g.naam, "label": g.label, "waarde": g.waarde, "tekst": g.tekst}
        | ({"bron": g.bron} if g.bron else {})
        for g in deel.gegevens
    ]
    return {"wat": deel.wat, "titel": deel.titel, "grond": deel.grond, "gegevens": gegevens}


def _plain(deel: Any) -> Any:
    """Without the signs that only steer direction on paper: a program compares texts."""
    if isinstance(deel, dict):
        return {naam: _plain(waarde) for naam, waarde in deel.items()}
    if isinstance(deel, list | tuple):
        return [_plain(waarde) for waarde in deel]
    return ISOLATES.sub("", deel) if isinstance(deel, str) else deel


def build_verstrekking(document: Verstrekkingsstuk) -> Stuk:
    """The same to read."""
    titel = text("verstrekken.stuk.titel", ontvanger=document.ontvanger)
    return _stuk(document, "verstrekking", titel, tuple(_blokken(document)))


def _blokken(document: Verstrekkingsstuk) -> Iterator[Blok]:
    yield Alinea(text("verstrekken.stuk.inleiding", gemeente=document.gemeente))
    yield Alinea(document.aanleiding)
    for deel in document.delen:
        yield Kop(1, deel.titel)
        yield Alinea(text("verstrekken.stuk.grond", grond=deel.grond), "klein")
        yield _table([(isoleer(g.label), isoleer(g.tekst)) for g in deel.gegevens])
    yield Kop(1, text("verstrekken.stuk.regels_kop"))
    yield Opsomming(tuple(text("verstrekken.stuk.regels").split("\n")))
    yield Alinea(text("verstrekken.stuk.afzender", naam=document.afzender, gemeente=document.gemeente))


@dataclass(frozen=True, slots=True, kw_only=True)
class Meldingsbrief:
    """A letter to who has data that are no longer to be used, or that were mended (AVG 7(3), 19)."""

    titel: str
    ontvanger: str
    gemeente: str
    afzender: str
    kenmerk: str
    gemaakt_op: date
    alineas: tuple[str, ...]
    brief: Brief


def build_melding(melding: Meldingsbrief) -> Stuk:
    """The letter, of a page."""
    return _stuk(
        melding,
        "melding",
        melding.titel,
        tuple(Alinea(alinea) for alinea in melding.alineas),
    )


def _stuk(van: Verstrekkingsstuk | Meldingsbrief, soort: Deel, titel: str, blokken: tuple[Blok, ...]) -> Stuk:
    return clean_stuk(
        Stuk(
            titel=titel,
            soort=soort,
            taal="nl-NL",
            concept=False,
            gemeente=text("verstrekken.stuk.gemeente", gemeente=van.gemeente) if van.gemeente else "",
            kenmerk=van.kenmerk,
            datum=van.gemaakt_op,
            randen=Randen(
                pagina=text("verstrekken.stuk.pagina"),
                van=text("verstrekken.stuk.van"),
                kenmerk=text("verstrekken.stuk.kenmerk"),
                concept="",
                watermerk="",
            ),
            blokken=blokken,
            brief=van.brief,
        )
    )


def _table(rijen: Sequence[tuple[str, str]]) -> Tabel:
    koppen = (text("verstrekken.stuk.kop_wat"), text("verstrekken.stuk.kop_inhoud"))
    # Its heading stands right above it: a caption would say it twice.
    return Tabel("feiten", koppen, tuple(rijen))
