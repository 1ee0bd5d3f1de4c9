"""How a besluit was made known, and whether the day of that can be right (Awb 3:40, 3:41)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import BESLUIT, read_subject
from intake_assistant.domain.recht.besluit import BEKEND, GETEKEND, Besluit, besluiten_of
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel
from intake_assistant.domain.recht.uitvoering.bekendmaking import WIJZEN, oordeel_over_bekendmaking
from intake_assistant.errors import KnownError
from intake_assistant.operations.words.controle import oordeel_in_words, with_article
from intake_assistant.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Bekendmaking:
    """What was recorded of making a besluit known; `kopie` is ja or nee, empty is not known."""

    wijze: str
    uitgelegd_aan: str
    taal: str
    kopie: str
    tolk: str
    gezien_op: date | None
    getekend: Mapping[str, Any]
    """The name and the blob of a scan of the signed copy; empty without one."""


def bekendmaking_of(dossier: Dossier, besluit: Besluit) -> Bekendmaking:
    """How this besluit was made known, to whom it was explained, and what was signed."""

    def said(veld: str) -> str:
        return str(dossier.get(BESLUIT.of(besluit.id, veld), "") or "")

    getekend = dossier.get(BESLUIT.of(besluit.id, GETEKEND), None)
    wijze = said("bekendmaking.wijze")
    return Bekendmaking(
        wijze=wijze if wijze in WIJZEN else "",
        uitgelegd_aan=said("bekendmaking.uitgelegd_aan"),
        taal=said("bekendmaking.taal"),
        kopie=kopie if (kopie := said("bekendmaking.kopie")) in ("ja", "nee") else "",
        tolk=said("voor_gezien.tolk"),
        gezien_op=read_date(said("voor_gezien.datum")),
        getekend=getekend if isinstance(getekend, dict) else {},
    )


def bekendmaking_refusals(work: Workspace, dossier: str, subject: str, waarde: object) -> tuple[Oordeel, ...]:
    """What forbids this day for this besluit; nothing of any other field, or of what is no date."""
    return tuple(_refusals(work, dossier, subject, waarde))


def _refusals(work: Workspace, dossier: str, subject: str, waarde: object) -> Iterator[Oordeel]:
    kind, delen = read_subject(subject)
    bekend = read_date(waarde)
    if kind is not BESLUIT or delen[1:] != (BEKEND,) or bekend is None:
        return
    besluiten = besluiten_of(work.vault.dossier(dossier))
    dagtekening = next((read_date(b.dagtekening) for b in besluiten if b.id == delen[0]), None)
    if dagtekening is not None:
        yield from oordeel_over_bekendmaking(subject, dagtekening, bekend, work.clock.today())


def refuse_bekendmaking(work: Workspace, dossier: str, subject: str, waarde: object) -> None:
    """Raise KnownError `pip.unlawful` for a day on which the besluit cannot have been made known."""
    found = bekendmaking_refusals(work, dossier, subject, waarde)
    if found:
        raise unlawful(found)


def unlawful(found: Iterable[Oordeel]) -> KnownError:
    """The refusal that says all of it, each with its article (contract 5)."""
    zinnen = (f"- {with_article(oordeel_in_words(oordeel), oordeel.regel)}" for oordeel in found)
    return KnownError("pip.unlawful", wat="\n".join(zinnen))
