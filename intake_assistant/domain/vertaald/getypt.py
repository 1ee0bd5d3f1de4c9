"""What somebody entered in another language beside what was typed, and whether it still says that."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kind import Kind
from intake_assistant.domain.kinds import AFSPRAAK, BESCHIKKING, DOEL, VERTALING, WEGING, WERKPLEK, WIJZIGING

_BESCHIKKING: Final = (
    "motivering", "zienswijze", "zienswijze.geen", "motivering_onderwijsroute", "motivering_afwijking_lbt",
    "onvolledig_reden", "intensiteit.toelichting", "ondersteuning", "voortgang", "vve", "vve.nvt",
)  # fmt: skip
_WIJZIGING: Final = ("inspanning", "uitzondering", *_BESCHIKKING)
_RIJEN: Final = ((DOEL, "naam"), (AFSPRAAK, "wat"), (WERKPLEK, "wat"), (WERKPLEK, "waarom"))
_KANTEN: Final = ("voor", "tegen")


@dataclass(frozen=True, slots=True)
class Vertaalbaar:
    """What somebody typed that a paper prints: its subject, its words, and the answer that it rests on."""

    over: str
    nl: str
    vraag: str = ""


@dataclass(frozen=True, slots=True)
class Ingevoerd:
    """A translation that was entered; `verouderd` when the Dutch says something else by now."""

    tekst: str
    verouderd: bool


def merk_van(nl: str) -> str:
    """By which a translation knows the Dutch that it was made of; kept and erased with it."""
    plain = unicodedata.normalize("NFC", nl).strip()
    return hashlib.blake2b(plain.encode("utf-8", "replace"), digest_size=8).hexdigest()


def getypt_in(dossier: Dossier) -> Iterator[Vertaalbaar]:
    """All that was typed for the papers of the PIP, as it stands, in the order in which it is read."""
    for veld in _BESCHIKKING:
        yield from _one(BESCHIKKING.of(veld), dossier.get(BESCHIKKING.of(veld), ""))
    yield from _rows(dossier, [(WIJZIGING, veld) for veld in _WIJZIGING])
    yield from _weging(dossier)
    yield from _rows(dossier, _RIJEN)


def _weging(dossier: Dossier) -> Iterator[Vertaalbaar]:
    for route in "BOZ":
        for kant in _KANTEN:
            for rij in dossier.row_ids(WEGING.lijst(route, kant)):
                subject = WEGING.of(route, kant, rij)
                waarde = dossier.get(subject, {})
                if isinstance(waarde, Mapping):
                    yield from _one(subject, waarde.get("tekst", ""), str(waarde.get("vraag", "")))


def _rows(dossier: Dossier, velden: Iterable[tuple[Kind, str]]) -> Iterator[Vertaalbaar]:
    for kind, veld in velden:
        for rij in dossier.row_ids(kind.lijst()):
            yield from _one(kind.of(rij, veld), dossier.get(kind.of(rij, veld), ""))


def _one(subject: str, waarde: Any, vraag: str = "") -> Iterator[Vertaalbaar]:
    nl = "\n".join(map(str, waarde)) if isinstance(waarde, list | tuple) else str(waarde or "")
    if nl.strip():
        yield Vertaalbaar(subject, nl, vraag)


def ingevoerd_bij(dossier: Dossier, getypt: Vertaalbaar, taal: str) -> Ingevoerd | None:
    """What was entered beside it in a language; None without, or after it was taken back."""
    leaf = dossier.leaf(VERTALING.of(getypt.over, taal))
    value = (leaf.value or {}) if leaf is not None else {}
    tekst = str(value.get("waarde") or "")
    return Ingevoerd(tekst, str(value.get("van")) != merk_van(getypt.nl)) if tekst.strip() else None


def getypt_vertaald(dossier: Dossier, taal: str) -> dict[str, str]:
    """What was entered in a language by its Dutch, whole and line by line; nothing that is out of date."""
    found: dict[str, str] = {}
    for getypt in getypt_in(dossier):
        ingevoerd = ingevoerd_bij(dossier, getypt, taal)
        if ingevoerd is None or ingevoerd.verouderd:
            continue
        found[getypt.nl] = found[getypt.nl.strip()] = ingevoerd.tekst.strip()
        nl, eigen = (tekst.strip().split("\n") for tekst in (getypt.nl, ingevoerd.tekst))
        if len(nl) == len(eigen):
            found |= {
                een.strip(): ander.strip() for een, ander in zip(nl, eigen, strict=True) if ander.strip()
            }
    return found


def vertaling_value(getypt: Vertaalbaar, tekst: str) -> Mapping[str, Any]:
    """The value of its entry; what rests on an answer goes where that may go."""
    rust_op = {"vraag": getypt.vraag} if getypt.vraag else {}
    return {"waarde": tekst.strip(), "van": merk_van(getypt.nl), **rust_op}
