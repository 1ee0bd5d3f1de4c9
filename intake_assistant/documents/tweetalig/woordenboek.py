"""What a document says in another language: each text by its Dutch, read off two writings of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from intake_assistant.documents.model import (
    Alinea,
    Beeld,
    Blok,
    Handtekening,
    Kop,
    Lijst,
    Opsomming,
    Stuk,
    Tabel,
    Tweetalig,
    Vertaalmerk,
)


@dataclass(frozen=True, slots=True)
class Woordenboek:
    """The texts by their Dutch, what each page says of the translation, and what says that there is none."""

    merk: Vertaalmerk
    woorden: Mapping[str, str]
    alleen_nederlands: Tweetalig
    ongecontroleerd: bool = False
    """Whether something of it was checked by nobody."""
    alleen: frozenset[str] = frozenset()
    """What a person typed and nobody translated."""


def paren_of(dutch: Stuk, vertaald: Stuk) -> dict[str, str]:
    """The texts of a document by their Dutch; both are made of the same facts, block by block."""
    found = {dutch.titel: vertaald.titel}
    for een, ander in zip(dutch.blokken, vertaald.blokken, strict=True):
        found |= dict(zip(_texts(een), _texts(ander), strict=False))
    return {nl: eigen for nl, eigen in found.items() if nl != eigen}


def _texts(blok: Blok) -> Iterator[str]:
    match blok:
        case Kop() | Alinea() | Beeld():
            yield blok.tekst
        case Opsomming():
            # A translation may need another number of points.
            yield "\n".join(blok.items)
            yield from blok.items
        case Handtekening():
            yield from blok.regels
        case Tabel():
            yield from (blok.bijschrift, *blok.koppen)
            yield from (cel for rij in blok.rijen for cel in rij)
        case Lijst():
            return


def dump_woordenboek(boek: Woordenboek) -> bytes:
    """The words as JSON, kept with a besluit: so that Word can be written again later."""
    body = asdict(boek) | {"formaat": 1, "alleen": sorted(boek.alleen)}
    return json.dumps(body, ensure_ascii=False, sort_keys=True).encode("utf-8")


def read_woordenboek(content: bytes) -> Woordenboek:
    """The words that were kept; raises ValueError when the format is of a newer program."""
    body: dict[str, Any] = json.loads(content)
    if body["formaat"] != 1:
        raise ValueError("formaat")
    zinnen = tuple(Tweetalig(**zin) for zin in body["merk"].pop("zinnen"))
    merk = Vertaalmerk(**body["merk"], zinnen=zinnen)
    alleen = Tweetalig(**body["alleen_nederlands"])
    ongecontroleerd, typed = body["ongecontroleerd"], frozenset(body["alleen"])
    return Woordenboek(merk, body["woorden"], alleen, ongecontroleerd, typed)
