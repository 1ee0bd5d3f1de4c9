"""A later besluit in the making: what stands now for each ground, and what follows from a leerroute."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from intake_assistant.dates import date_in_words, read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import (
    AFSCHALEN,
    HERZIENING,
    KENNELIJKE_FOUT,
    ONTWIKKELPLAN,
    SCHAKELEN,
    VERHUIZING,
)
from intake_assistant.domain.recht.leerroute import Leerroute
from intake_assistant.domain.recht.oordeel.wijziging.concept import Wijzigingsconcept
from intake_assistant.domain.recht.oordeel.wijziging.schakelen import laatste_dag
from intake_assistant.domain.recht.oordeel.wijziging.urenboek import NT2, NT2_EN_KNM, gevolgd
from intake_assistant.domain.recht.oordeel.zaak import Zaak
from intake_assistant.domain.recht.termijn import termijn_dagen
from intake_assistant.operations.views.besluit.controle import zaak_in
from intake_assistant.operations.views.besluit.routegevolg import filled_by_route
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

_CURSUS: Final = "zroute.cursusuren"


def nu_in_words(work: Workspace, dossier: Dossier, grond: str, concept: Mapping[str, Any]) -> tuple[str, ...]:
    """What the law looks at for this ground, as it stands in the dossier today, in sentences."""
    zaak = zaak_in(work, dossier, concept, grond)
    return tuple(_NU[grond](zaak))


def follows_from_route(
    work: Workspace, dossier: Dossier, wijziging: Wijzigingsconcept, route: str
) -> dict[str, object]:
    """The fields to fill now that a route is chosen; hours that were followed go off (Besl 5.4(4)(c))."""
    concept = wijziging.inhoud(dossier)
    volgt = filled_by_route(work, dossier, concept, route)
    zaak = zaak_in(work, dossier, {**concept, "leerroute": route}, wijziging.grond)
    uren = gevolgd(zaak.urenboek, NT2_EN_KNM, zaak.dagtekening)
    if route != Leerroute.Z or not uren or _CURSUS not in volgt:
        return volgt
    norm = Decimal(zaak.getal(_CURSUS))
    af = min(uren, norm)
    rij = {"soort": "cursus", "uren": _number(af), "artikel": "Besl 5.4(4)"}
    return {**volgt, _CURSUS: _number(norm - af), "aftrek": [*_other_aftrek(concept, rij), rij]}


def _other_aftrek(concept: Mapping[str, Any], rij: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    """What goes off on other grounds stays; the same ground is filled anew."""
    for ander in concept.get("aftrek") or ():
        if any(ander.get(deel) != rij[deel] for deel in ("soort", "artikel")):
            yield ander


def _number(uren: Decimal) -> int | str:
    return int(uren) if uren == uren.to_integral_value() else f"{uren.normalize():f}"


def _words(dag: date) -> str:
    return date_in_words(dag.isoformat())


def _schakelen(zaak: Zaak) -> Iterator[str]:
    einde = laatste_dag(zaak)
    if einde is not None:
        te_laat = zaak.dagtekening > einde
        sleutel = "beschikking.nieuw.venster_voorbij" if te_laat else "beschikking.nieuw.venster_open"
        yield text(sleutel, datum=_words(einde))
    if any(besluit.leerroute == Leerroute.O for besluit in zaak.geldend):
        yield text("beschikking.nieuw.venster_altijd")
    uren = gevolgd(zaak.urenboek, NT2_EN_KNM, zaak.dagtekening)
    if uren:
        yield text("beschikking.nieuw.uren_mee", uren=f"{uren.normalize():f}", datum=_words(zaak.dagtekening))


def _afschalen(zaak: Zaak) -> Iterator[str]:
    if any(besluit.leerroute != Leerroute.B for besluit in zaak.geldend):
        yield text("beschikking.nieuw.geen_b1")
        return
    uren = gevolgd(zaak.urenboek, NT2, zaak.dagtekening, bij_school=True)
    norm = zaak.getal("afschalen.uren")
    genoeg = uren >= norm
    sleutel = "beschikking.nieuw.lesuren_genoeg" if genoeg else "beschikking.nieuw.lesuren_te_weinig"
    yield text(sleutel, uren=f"{uren.normalize():f}", norm=norm, datum=_words(zaak.dagtekening))


def _verhuizing(zaak: Zaak) -> Iterator[str]:
    inschrijving = read_date(zaak.waarde("inschrijving_brp"))
    if inschrijving is not None:
        uiterlijk = termijn_dagen(inschrijving, zaak.getal("pip.termijn.verhuizing"), zaak.gelijkgesteld)
        yield text("beschikking.nieuw.tien_weken", datum=_words(uiterlijk))


def _herziening(zaak: Zaak) -> Iterator[str]:
    yield text(f"beschikking.nieuw.basis_{zaak.herzien_na or 'eigen'}")


def _niets(_: Zaak) -> Iterator[str]:
    yield from ()


_NU: Final[Mapping[str, Callable[[Zaak], Iterator[str]]]] = {
    SCHAKELEN: _schakelen,
    AFSCHALEN: _afschalen,
    VERHUIZING: _verhuizing,
    HERZIENING: _herziening,
    KENNELIJKE_FOUT: _niets,
    ONTWIKKELPLAN: _niets,
}
