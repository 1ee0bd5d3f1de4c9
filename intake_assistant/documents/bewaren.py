"""The model of a document as bytes: frozen with the besluit, so that Word can be written again later."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import fields
from datetime import date
from typing import Any

from intake_assistant.documents.model import (
    PLAIN,
    Alinea,
    Beeld,
    Blok,
    Brief,
    Handtekening,
    Huisstijl,
    Kop,
    Opsomming,
    Randen,
    Stuk,
    Tabel,
)
from intake_assistant.documents.tekens import Vervangen

# 2 added the head of a letter; of 1 there are besluiten that stand. 3 has a house style as well.
FORMAAT, MET_STIJL, FORMATEN = 2, 3, (1, 2, 3)
_SOORTEN = (Kop, Alinea, Opsomming, Tabel, Handtekening, Beeld)
_BLOKKEN: dict[str, type[Blok]] = {soort.__name__: soort for soort in _SOORTEN}


def dump_stuk(stuk: Stuk) -> bytes:
    """The model as JSON."""
    body = {
        naam: getattr(stuk, naam) for naam in ("titel", "soort", "taal", "concept", "gemeente", "kenmerk")
    }
    body |= {
        "formaat": FORMAAT,
        "datum": stuk.datum.isoformat(),
        "randen": _parts(stuk.randen),
        "brief": stuk.brief and _parts(stuk.brief),
        "blokken": [[type(blok).__name__, _parts(blok)] for blok in stuk.blokken],
        "vervangen": [_parts(v) for v in stuk.vervangen],
    }
    if stuk.huisstijl != PLAIN:
        logo = b64encode(stuk.huisstijl.logo).decode("ascii")
        body |= {"formaat": MET_STIJL, "huisstijl": _parts(stuk.huisstijl) | {"logo": logo}}
    return json.dumps(body, ensure_ascii=False, sort_keys=True).encode("utf-8")


def read_stuk(content: bytes) -> Stuk:
    """The model that was kept; raises ValueError when the format is of a newer program."""
    body: dict[str, Any] = json.loads(content)
    if body.pop("formaat") not in FORMATEN:
        raise ValueError("formaat")
    body["datum"] = date.fromisoformat(body["datum"])
    body["randen"] = Randen(**body["randen"])
    brief = body.get("brief")
    body["brief"] = brief and Brief(**_frozen(brief))
    if stijl := body.get("huisstijl"):
        body["huisstijl"] = Huisstijl(**stijl | {"logo": b64decode(stijl["logo"])})
    body["blokken"] = tuple(_BLOKKEN[soort](**_frozen(delen)) for soort, delen in body["blokken"])
    body["vervangen"] = tuple(Vervangen(**v) for v in body["vervangen"])
    return Stuk(**body)


def _parts(thing: Any) -> dict[str, Any]:
    return {field.name: getattr(thing, field.name) for field in fields(thing)}


def _frozen(delen: dict[str, Any]) -> dict[str, Any]:
    return {naam: _tuple(waarde) for naam, waarde in delen.items()}


def _tuple(waarde: Any) -> Any:
    return tuple(_tuple(deel) for deel in waarde) if isinstance(waarde, list) else waarde
