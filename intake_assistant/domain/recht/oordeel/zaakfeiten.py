"""From a dossier to the facts that the judgements look at."""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import date
from typing import Any

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.kinds import PERSOON
from intake_assistant.domain.recht.besluit import (
    BEROEP,
    BEZWAAR,
    besluiten_of,
    dagtekening_eerste_pip,
    eerder_pip_op,
    eerdere_leerroute,
    geldende,
    rechtsmiddel,
)
from intake_assistant.domain.recht.bezwaar import DEELS, GEGROND, bezwaren_of, ook_tegen
from intake_assistant.domain.recht.einde import (
    EINDE_OP,
    EINDE_REDEN,
    einde_op,
    einde_reden,
    ontheven_onderdelen,
    zonder_plicht_volgens_duo,
)
from intake_assistant.domain.recht.feiten import klokfeiten, oproepen, regelwaarden
from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.domain.recht.inburgeringstermijn import inburgeringstermijn
from intake_assistant.domain.recht.leerroute import Leerroute
from intake_assistant.domain.recht.oordeel.wijziging.urenboek import urenboek_of
from intake_assistant.domain.recht.oordeel.zaak import Persoon, Tekenbevoegde, Toets, Zaak
from intake_assistant.domain.recht.regels import Regels
from intake_assistant.domain.recht.weging import argumenten_of, weging_van
from intake_assistant.domain.subject import question_of

NA_BEZWAAR, NA_UITSPRAAK = "bezwaar", "uitspraak"

VRAGEN = ("opleiding.studiewens", "opleiding.studiekans", "financien.inkomen")
"""The questions whose answer a judgement rests on, beside those of the leerbaarheidstoets."""
_KIND = ("gezinssituatie.kinderen.geboortejaar", "gezinssituatie.kinderen.woont_in")
_RUST_OP = (
    *map(PERSOON.of, ("geboortedatum", "geboortejaar", "nationaliteit", "doelgroep", "verblijfstitel")),
    EINDE_OP,
    EINDE_REDEN,
)


def zaak_of(
    dossier: Dossier,
    concept: Mapping[str, Any],
    grond: str,
    regels: Regels,
    *,
    vandaag: date,
    gemeente: str,
    ondertekenaars: tuple[Tekenbevoegde, ...],
    teksten_ongezien: bool,
    bijzonder: Container[str],
) -> Zaak:
    """What the law looks at when this concept is set; without a dagtekening as if it were set today.

    bijzonder: the questions whose answer is special data, printed only where somebody allowed it.
    """
    return Zaak(
        concept=concept,
        regels=regels,
        vandaag=vandaag,
        dagtekening=read_date(concept.get("dagtekening")) or vandaag,
        grond=grond,
        gemeente=gemeente,
        ondertekenaars=ondertekenaars,
        teksten_ongezien=teksten_ongezien,
        persoon=_persoon(dossier),
        begin_inburgeringsplicht=read_date(dossier.get("inburgeraar.begin_inburgeringsplicht")),
        kennisgeving_duo=read_date(dossier.get("procedure.kennisgeving_duo")),
        inschrijving_brp=read_date(dossier.get("procedure.inschrijving_brp")),
        oproepen=oproepen(dossier),
        gesprekken=_gespreksdagen(dossier),
        toets=_toets(dossier),
        voor={route.value: _voor(dossier, route.value, bijzonder) for route in Leerroute},
        eerder_pip_op=eerder_pip_op(dossier),
        eerder_leerroute=eerdere_leerroute(dossier),
        eerder_niveau=str(dossier.get("procedure.eerder_pip.niveau")),
        ontheven=ontheven_onderdelen(dossier),
        besluiten=tuple(besluiten_of(dossier)),
        begin_termijn=_begin_termijn(dossier, regels),
        urenboek=urenboek_of(dossier),
        herzien_na=herzien_na(dossier),
        weging_van=weging_van(dossier),
        tegenspraak=_tegenspraak(dossier),
        antwoorden={naam: _answer(dossier, naam) for naam in VRAGEN},
    )


def _tegenspraak(dossier: Dossier) -> tuple[str, ...]:
    found = (conflict.subject for conflict in dossier.conflicts())
    return tuple(s for s in found if s in _RUST_OP or question_of(s) in (*VRAGEN, *_KIND))


def _persoon(dossier: Dossier) -> Persoon:
    found = inburgeraar_of(dossier)
    jaar = found.get("geboortejaar", "")
    return Persoon(
        geboortedatum=read_date(found.get("geboortedatum")),
        geboortejaar=int(jaar) if len(jaar) == len("2000") and jaar.isdecimal() and jaar > "0000" else None,
        nationaliteit=found.get("nationaliteit", ""),
        doelgroep=found.get("doelgroep", ""),
        verblijfstitel=found.get("verblijfstitel", ""),
        einde_plicht=einde_op(dossier),
        einde_reden=einde_reden(dossier),
        zonder_plicht=zonder_plicht_volgens_duo(dossier),
    )


def _begin_termijn(dossier: Dossier, regels: Regels) -> date | None:
    eerste = dagtekening_eerste_pip(dossier)
    if eerste is None:
        return None
    termijn = inburgeringstermijn(klokfeiten(dossier), regelwaarden(regels, eerste))
    return termijn.begin if termijn else None


def herzien_na(dossier: Dossier) -> str:
    """What asks to look again at the besluit that holds; empty when that is done on own power.

    A judgment goes before the decision on bezwaar that it is about.
    """
    bezwaren = _bezwaren_nu(dossier)
    if any(read_date(bezwaar.get("uitspraak_op")) for bezwaar in bezwaren):
        return NA_UITSPRAAK
    return NA_BEZWAAR if any(bezwaar.get("beslissing") in GEGROND for bezwaar in bezwaren) else ""


def rechtsmiddel_van(dossier: Dossier, grond: str) -> str:
    """Where one goes who does not agree with a besluit that is set now on this ground."""
    nu = geldende(besluiten_of(dossier))
    return rechtsmiddel(grond, herzien_na(dossier), nu[-1].rechtsmiddel if nu else BEZWAAR)


def gegronde_bezwaren(dossier: Dossier) -> list[Mapping[str, Any]]:
    """What was brought against the besluiten that hold, where the person was right at least in part."""
    return [velden for velden in _bezwaren_nu(dossier) if velden.get("beslissing") in GEGROND]


def deels_gegrond(dossier: Dossier) -> bool:
    """Whether the person was right in part and no more than that (Awb 7:11(2))."""
    gelijk = {bezwaar.get("beslissing") for bezwaar in gegronde_bezwaren(dossier)}
    return herzien_na(dossier) == NA_BEZWAAR and gelijk == {DEELS}


def _bezwaren_nu(dossier: Dossier) -> list[Mapping[str, Any]]:
    """What was brought against the besluiten that hold, also by law: one taken while it ran (Awb 6:19)."""
    nu = geldende(besluiten_of(dossier))
    nummers = [besluit.nummer for besluit in nu]
    # What was set on a bezwaar is the decision on it.
    later = {b.nummer: dag for b in nu if b.rechtsmiddel != BEROEP and (dag := read_date(b.dagtekening))}
    return [
        velden
        for _, velden in bezwaren_of(dossier)
        if velden.get("besluit", 1) in nummers or ook_tegen(velden, later)
    ]


def _gespreksdagen(dossier: Dossier) -> tuple[date, ...]:
    found = (read_date(gesprek.datum) for gesprek in gesprekken_of(dossier))
    return tuple(dag for dag in found if dag is not None)


def _voor(dossier: Dossier, leerroute: str, bijzonder: Container[str]) -> tuple[bool, ...]:
    argumenten = argumenten_of(dossier, leerroute, "voor")
    return tuple(argument.in_besluit or argument.vraag not in bijzonder for argument in argumenten)


def _toets(dossier: Dossier) -> Toets:
    score = _answer(dossier, "leerbaarheid.lbt_score")
    return Toets(
        status=str(_answer(dossier, "leerbaarheid.lbt_status") or ""),
        datum=read_date(_answer(dossier, "leerbaarheid.lbt_datum")),
        score=score if isinstance(score, int) else None,
        uitslag=str(_answer(dossier, "leerbaarheid.lbt_uitslag") or ""),
        ontheffing_grond=str(_answer(dossier, "leerbaarheid.lbt_ontheffing_grond") or ""),
    )


def _answer(dossier: Dossier, naam: str) -> object:
    antwoord = dossier.antwoord(naam)
    return antwoord.waarde if antwoord.beantwoord else None
