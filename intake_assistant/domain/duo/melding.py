"""What the municipality tells DUO: the messages, and the rules by which it refuses them (duo.md 1-2)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from intake_assistant.domain.duo import codes
from intake_assistant.domain.duo import vorm as vormen
from intake_assistant.domain.duo.vorm import day_in
from intake_assistant.domain.kinds import BESCHIKKING, PERSOON, PROCEDURE
from intake_assistant.domain.recht.besluit import Besluit
from intake_assistant.domain.recht.inburgeringstermijn import Inburgeringstermijn
from intake_assistant.domain.recht.leerroute import ASIELSTATUSHOUDER, Leerroute, Niveau, has_map
from intake_assistant.domain.recht.oordeel.niveau import laagste_niveau
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel
from intake_assistant.domain.recht.oordeel.reden import Reden

_EINDE: Final = PROCEDURE.of("duo_termijn_einde")
_DAGTEKENING: Final = BESCHIKKING.of("dagtekening")
_ROUTE: Final = BESCHIKKING.of("leerroute")


@dataclass(frozen=True, slots=True, kw_only=True)
class Duostand:
    """What DUO's rules look at beside the message itself; besluit is the one that holds."""

    vandaag: date
    nee_vooraf: int
    """The months before the end of the term from which it can be told that nobody is to blame."""
    doelgroep: str = ""
    besluit: Besluit | None = None
    termijn: Inburgeringstermijn | None = None
    zroute_klaar: date | None = None

    @property
    def leerroute(self) -> str:
        """The leerroute that holds."""
        return self.besluit.leerroute if self.besluit else ""

    @property
    def dagtekening(self) -> date | None:
        """That of the besluit that holds."""
        return day_in(self.besluit.dagtekening) if self.besluit else None


def pip_bericht(besluit: Besluit) -> dict[str, object]:
    """The PIP as DUO registers it: what has no value is left out, the level is that of the lowest part."""
    inhoud = besluit.inhoud
    bericht: dict[str, object] = {
        "dagtekeningPip": besluit.dagtekening,
        "leerroute": besluit.leerroute,
        "niveau": laagste_niveau(inhoud),
        "geschatteIntensiteitB1Route": inhoud.get("geschatte_intensiteit_b1_route"),
        "indicatorMagOpleidingAfmaken": _YES_NO.get(str(inhoud.get("mag_opleiding_afmaken", ""))),
        "indicatorAlfabetiseringsonderwijs": inhoud.get("alfabetiseringsonderwijs"),
    }
    if bericht["niveau"] not in set(Niveau):
        del bericht["niveau"]  # DUO then records B1 for the B1-route and the onderwijsroute
    return {naam: waarde for naam, waarde in bericht.items() if waarde not in (None, "")}


_YES_NO: Final = {"ja": True, "nee": False}


def oordeel_over_melding(soort: str, bericht: Mapping[str, object], stand: Duostand) -> tuple[Oordeel, ...]:
    """Why DUO would refuse a message about what came after the PIP; all at once."""
    oordelaars = _REGELS.get(soort, ())
    return tuple(oordeel for oordelaar in oordelaars for oordeel in oordelaar(bericht, stand))


def _needs_pip(_: Mapping[str, object], stand: Duostand) -> Iterator[Oordeel]:
    if stand.besluit is None:
        yield Oordeel("Wet 15", _DAGTEKENING, Reden.DUO_GEEN_PIP)


def _aanbod(bericht: Mapping[str, object], stand: Duostand) -> Iterator[Oordeel]:
    """An offer is for an asielstatushouder, after the PIP; a taalschakeltraject lies inside the term."""
    if stand.doelgroep != ASIELSTATUSHOUDER:
        yield Oordeel("Wet 16", PERSOON.of("doelgroep"), Reden.DUO_AANBOD_GEEN_ASIEL)
    dagtekening = stand.dagtekening
    dagen = {veld.naam: day_in(bericht.get(veld.naam)) for veld in vormen.AANBOD.velden}
    for dag in dagen.values():
        if dagtekening and dag and dag < dagtekening:
            yield Oordeel("Wet 16", _DAGTEKENING, Reden.DUO_VOOR_PIP, {"op": dag.isoformat()})
    if stand.leerroute != Leerroute.O:
        return
    aanbod, start = dagen["datumInburgeringsaanbod"], dagen["verwachteStartdatumOpleiding"]
    if aanbod and start and start < aanbod:
        yield Oordeel("Wet 16", _ROUTE, Reden.DUO_START_VOOR_AANBOD, {"op": start.isoformat()})
    yield from _inside(start, dagen["verwachteEinddatumOpleiding"], stand.termijn)


def _inside(start: date | None, einde: date | None, termijn: Inburgeringstermijn | None) -> Iterator[Oordeel]:
    if termijn is None or termijn.begin is None or termijn.einde is None:
        return
    # The end that DUO gets is the first day outside the traject.
    if start and start < termijn.begin or einde and (einde - termijn.einde).days > 1:
        feiten = {"begin": termijn.begin.isoformat(), "einde": termijn.einde.isoformat()}
        yield Oordeel("Wet 11", _EINDE, Reden.DUO_BUITEN_TERMIJN, feiten)


def _map(_: Mapping[str, object], stand: Duostand) -> Iterator[Oordeel]:
    if stand.leerroute and not has_map(stand.leerroute):
        yield Oordeel("Wet 8(3)", _ROUTE, Reden.DUO_GEEN_MAP)


def _zroute(_: Mapping[str, object], stand: Duostand) -> Iterator[Oordeel]:
    if stand.leerroute and stand.leerroute != Leerroute.Z:
        yield Oordeel("Wet 9", _ROUTE, Reden.DUO_GEEN_ZROUTE)


def _day_done(bericht: Mapping[str, object], stand: Duostand) -> Iterator[Oordeel]:
    """A day on which something was finished: inside the term, not to come, not after the Z-route."""
    dag = next((day for day in map(day_in, bericht.values()) if day), None)
    if dag is None:
        return
    feit, begin = {"op": dag.isoformat()}, stand.termijn.begin if stand.termijn else None
    if begin and dag < begin:
        yield Oordeel("Wet 11", _EINDE, Reden.DUO_VOOR_TERMIJN, {**feit, "begin": begin.isoformat()})
    if dag > stand.vandaag:
        yield Oordeel("Besl 9.2", _DAGTEKENING, Reden.DUO_IN_TOEKOMST, feit)
    if stand.zroute_klaar and dag > stand.zroute_klaar:
        yield Oordeel("Wet 9", _ROUTE, Reden.DUO_NA_ZROUTE, {**feit, "klaar": stand.zroute_klaar.isoformat()})


def _verwijtbaar(bericht: Mapping[str, object], stand: Duostand) -> Iterator[Oordeel]:
    """Blame is told once the term has been exceeded; that there is none from two months before its end."""
    schuld, einde = bericht.get("verwijtbaar"), stand.termijn.einde if stand.termijn else None
    if not schuld:
        return
    if einde is None or stand.vandaag < _tellable_from(einde, str(schuld), stand.nee_vooraf):
        yield Oordeel("Wet 24", _EINDE, Reden.DUO_VERWIJTBAAR_TE_VROEG, {"schuld": str(schuld)})


def _tellable_from(einde: date, schuld: str, maanden: int) -> date:
    """The first day on which it can be told."""
    if schuld == codes.JA:
        return einde + timedelta(days=1)
    jaar, maand = divmod(einde.year * 12 + einde.month - 1 - maanden, 12)
    return date(jaar, maand + 1, min(einde.day, monthrange(jaar, maand + 1)[1]))


_REGELS: Final = {
    vormen.AANBOD.naam: (_needs_pip, _aanbod),
    vormen.MAP.naam: (_needs_pip, _map, _day_done, _verwijtbaar),
    vormen.PVT.naam: (_needs_pip, _day_done, _verwijtbaar),
    vormen.ZROUTE.naam: (_needs_pip, _zroute, _day_done),
}
