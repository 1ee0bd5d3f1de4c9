"""From a dossier to the facts that the judgements look at."""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import date
from typing import Any

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.domain.recht.einde import einde_op, einde_reden
from intake_assistant.domain.recht.feiten import oproepen
from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.domain.recht.leerroute import Leerroute
from intake_assistant.domain.recht.oordeel.zaak import Persoon, Toets, Zaak
from intake_assistant.domain.recht.regels import Regels
from intake_assistant.domain.recht.weging import argumenten_of

VRAGEN = ("opleiding.studiewens", "opleiding.studiekans", "financien.inkomen")
"""The questions whose answer a judgement rests on, beside those of the leerbaarheidstoets."""


def zaak_of(
    dossier: Dossier,
    concept: Mapping[str, Any],
    grond: str,
    regels: Regels,
    *,
    vandaag: date,
    gemeente: str,
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
        persoon=_persoon(dossier),
        begin_inburgeringsplicht=read_date(dossier.get("inburgeraar.begin_inburgeringsplicht")),
        kennisgeving_duo=read_date(dossier.get("procedure.kennisgeving_duo")),
        inschrijving_brp=read_date(dossier.get("procedure.inschrijving_brp")),
        oproepen=oproepen(dossier),
        gesprekken=_gespreksdagen(dossier),
        toets=_toets(dossier),
        voor={route.value: _voor(dossier, route.value, bijzonder) for route in Leerroute},
        eerder_niveau=str(dossier.get("procedure.eerder_pip.niveau")),
        besluiten=tuple(besluiten_of(dossier)),
        antwoorden={naam: _answer(dossier, naam) for naam in VRAGEN},
    )


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
    )


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
