"""Why what was recorded after the besluit cannot be so: a sentence with its article, for each subject."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kind import Kind
from intake_assistant.domain.kinds import (
    BEZWAAR,
    GELDPOST,
    HANDHAVING,
    ONTZORGEN,
    PARTNEROVERLEG,
    PERSOON,
    UREN,
    WEEKBLOK,
    WERKPLEK,
)
from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.domain.recht.bezwaar import Bezwaarfout, Bezwaargebrek, bezwaren_of, fouten_of
from intake_assistant.domain.recht.toestemming import toestemmingen_of
from intake_assistant.domain.recht.tussen.overleg import gebreken_van as gebreken_in_overleg
from intake_assistant.domain.recht.uitvoering.geldlijn import buiten_de_maanden
from intake_assistant.domain.recht.uitvoering.handhaving import gebreken_van, stappen_of
from intake_assistant.domain.recht.uitvoering.ontzorgen import gebreken_van as gebreken_in_ontzorgen
from intake_assistant.domain.recht.uitvoering.rijen import gevulde_rijen
from intake_assistant.domain.recht.uitvoering.weekgebrek import gebreken_in_blokken
from intake_assistant.operations.views.uitvoering.geldlijn import geldlijn_in, maand_in_words
from intake_assistant.operations.words.onderwerp import onderwerp_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

_NOEMT_BESLUIT: Final = (Bezwaargebrek.GEEN_BESLUIT, Bezwaargebrek.VOOR_BESLUIT)


def bezwaarfout_in_words(fout: Bezwaarfout, besluit: object, eerder: str) -> str:
    """Why a bezwaar cannot be as it was recorded; `eerder` is the field that it contradicts, in words."""
    if fout.gebrek is Bezwaargebrek.VOLGORDE:
        return text("casus.bezwaar_volgorde", eerder=eerder)
    feiten = {"besluit": besluit} if fout.gebrek in _NOEMT_BESLUIT else {}
    return text(f"casus.bezwaar_{fout.gebrek}", **feiten)


def oordelen_over(work: Workspace, dossier: Dossier, kind: Kind) -> Mapping[str, str]:
    """What cannot be in one list; of each field the first reason."""
    found: dict[str, str] = {}
    for subject, zin in _ZOEKERS[kind](work, dossier) if kind in _ZOEKERS else ():
        found.setdefault(subject, f"{zin[:1].upper()}{zin[1:]}.")
    return found


def _bezwaar(work: Workspace, dossier: Dossier) -> Iterator[tuple[str, str]]:
    gelezen = ((b.nummer, read_date(b.dagtekening)) for b in besluiten_of(dossier))
    dagen = {nummer: dag for nummer, dag in gelezen if dag is not None}
    for rij, velden in bezwaren_of(dossier):
        for fout in fouten_of(velden, dagen):
            eerder = onderwerp_in_words(work, BEZWAAR.of(rij, fout.eerder)) if fout.eerder else ""
            yield BEZWAAR.of(rij, fout.veld), bezwaarfout_in_words(fout, velden.get("besluit", 1), eerder)


def _ontzorgen(work: Workspace, dossier: Dossier) -> Iterator[tuple[str, str]]:
    groep = str(dossier.get(PERSOON.of("doelgroep")))
    for rij, velden in gevulde_rijen(dossier, ONTZORGEN):
        for veld, gebrek in gebreken_in_ontzorgen(velden, groep):
            yield ONTZORGEN.of(rij, veld), text(f"casus.ontzorgen_{gebrek}")
    yield from _perioden(work, dossier, ONTZORGEN, "van", "verlengd_tot")


def _perioden(work: Workspace, dossier: Dossier, kind: Kind, van: str, tot: str) -> Iterator[tuple[str, str]]:
    for rij, velden in gevulde_rijen(dossier, kind):
        begin, einde = read_date(velden.get(van)), read_date(velden.get(tot))
        if begin is not None and einde is not None and einde < begin:
            eerder = onderwerp_in_words(work, kind.of(rij, van))
            yield kind.of(rij, tot), text("casus.tot_voor_van", eerder=eerder)


def _uren(work: Workspace, dossier: Dossier) -> Iterator[tuple[str, str]]:
    yield from _perioden(work, dossier, UREN, "van", "tot")


def _werkplek(work: Workspace, dossier: Dossier) -> Iterator[tuple[str, str]]:
    yield from _perioden(work, dossier, WERKPLEK, "van", "tot")


def _geldpost(work: Workspace, dossier: Dossier) -> Iterator[tuple[str, str]]:
    yield from _perioden(work, dossier, GELDPOST, "van", "tot")
    if lijn := geldlijn_in(work, dossier):
        van, tot = (maand_in_words(lijn.maanden[plek].begin) for plek in (0, -1))
        for rij in buiten_de_maanden(dossier, lijn.maanden):
            yield GELDPOST.of(rij, "van"), text("casus.geldpost_buiten", van=van, tot=tot)


def _handhaving(work: Workspace, dossier: Dossier) -> Iterator[tuple[str, str]]:
    rijen: list[tuple[str, dict[str, Any]]] = [
        (rij, velden) for rij, velden in gevulde_rijen(dossier, HANDHAVING) if read_date(velden.get("datum"))
    ]
    rijen.sort(key=lambda rij: str(rij[1]["datum"]))
    for place, gebrek, regel in gebreken_van(stappen_of(velden for _, velden in rijen), work.data.regels):
        subject = HANDHAVING.of(rijen[place][0], _VELD_VAN.get(gebrek, "soort"))
        yield subject, text(f"casus.handhaving_{gebrek}", regel=regel)


def _week(work: Workspace, dossier: Dossier) -> Iterator[tuple[str, str]]:
    for rij, veld, gebrek in gebreken_in_blokken(gevulde_rijen(dossier, WEEKBLOK)):
        yield WEEKBLOK.of(rij, veld), text(f"casus.week_{gebrek}")


def _partneroverleg(work: Workspace, dossier: Dossier) -> Iterator[tuple[str, str]]:
    toestemmingen = [toestemming for _, toestemming in toestemmingen_of(dossier)]
    for rij, velden in gevulde_rijen(dossier, PARTNEROVERLEG):
        for veld, gebrek in gebreken_in_overleg(velden, toestemmingen):
            yield PARTNEROVERLEG.of(rij, veld), text(f"casus.partneroverleg_{gebrek}")


_VELD_VAN: Final = {"percentage": "percentage", "plafond": "bedrag"}
_ZOEKERS: Final[Mapping[Kind, Callable[[Workspace, Dossier], Iterator[tuple[str, str]]]]] = {
    BEZWAAR: _bezwaar,
    ONTZORGEN: _ontzorgen,
    UREN: _uren,
    WERKPLEK: _werkplek,
    GELDPOST: _geldpost,
    HANDHAVING: _handhaving,
    WEEKBLOK: _week,
    PARTNEROVERLEG: _partneroverleg,
}
