"""What is kept of the overleg on a dossier, so that the list knows of all of them what waits for whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.overleg.opmerking import draden_of
from intake_assistant.domain.overleg.overdracht import Collega, Overdracht, regievoerder_of, wachtende_of
from intake_assistant.domain.overleg.voorlegging import DELEN, Voorlegging, laatste_van
from intake_assistant.domain.overleg.waarneming import Waarneming, waarnemingen_of
from intake_assistant.domain.recht.besluit import besluiten_of

Wachtsoort = Literal["voorgelegd", "terug", "opmerkingen", "overdracht"]


@dataclass(frozen=True, slots=True)
class DraadFeit:
    """Who spoke last on something that is not done, and who spoke at all."""

    laatste: str
    mensen: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class OverlegFeiten:
    """Of each part the last time that it was laid before somebody; all else that is not done."""

    regievoerder: str = ""
    draden: tuple[DraadFeit, ...] = ()
    voorgelegd: tuple[Voorlegging, ...] = ()
    overdrachten: tuple[Overdracht, ...] = ()
    waarnemingen: tuple[Waarneming, ...] = ()


def overlegfeiten(dossier: Dossier) -> OverlegFeiten:
    """Read them from a dossier."""
    laatste = (laatste_van(dossier, deel) for deel in DELEN)
    vastgesteld = bool(besluiten_of(dossier))
    return OverlegFeiten(
        regievoerder=regievoerder_of(dossier),
        draden=tuple(
            DraadFeit(draad.laatste.door, tuple(sorted({o.door for o in (draad.eerste, *draad.antwoorden)})))
            for draad in draden_of(dossier)
            if draad.is_open
        ),
        # A besluit that was set is no concept any more: nobody need read it, or mend it.
        voorgelegd=tuple(v for v in laatste if v is not None and not (vastgesteld and v.deel == DELEN[0])),
        overdrachten=tuple(wachtende_of(dossier)),
        waarnemingen=tuple(waarnemingen_of(dossier)),
    )


def wacht_op(feiten: OverlegFeiten, wie: Collega, *, leest: bool, waarnemer: bool) -> Iterator[Wachtsoort]:
    """What waits for somebody: who reads concepts as team lead, who has the dossier or stands in for it."""
    naam = wie.naam
    if leest and any(v.stand == "gevraagd" and v.door != naam for v in feiten.voorgelegd):
        yield "voorgelegd"
    heeft = waarnemer or wie.is_same(Collega(feiten.regievoerder))
    if any(v.stand == "terug" and (v.door == naam or heeft) for v in feiten.voorgelegd):
        yield "terug"
    if any(d.laatste != naam and (heeft or naam in d.mensen) for d in feiten.draden):
        yield "opmerkingen"
    if any(o.ontvanger.is_same(wie) for o in feiten.overdrachten):
        yield "overdracht"
