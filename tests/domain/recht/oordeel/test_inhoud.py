"""What a PIP holds, judged (Wet 7, 8, 14, 15, 17; Besl 3.1, 3.14; Awb 3:46, 4:8)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from intake_assistant.domain.recht.oordeel.zaak import Zaak
from intake_assistant.domain.recht.procedure import Oproep
from tests.domain.recht.oordeel.zaken import DAG, GEWOON, gezegd, zaak

VERBODEN, ONTBREEKT, LET_OP = "pip.unlawful", "pip.incomplete", "let_op"
WENS = {"opleiding.studiewens": "mbo", "opleiding.studiekans": 4}
BIJSTAND = {"financien.inkomen": "bijstand"}


def met(found: Zaak = GEWOON, **anders: Any) -> Zaak:
    """The lawful one with other words in the beschikking; two underscores stand for a dot."""
    concept = {**found.concept, **{naam.replace("__", "."): waarde for naam, waarde in anders.items()}}
    return replace(found, concept=concept)


def z(**anders: Any) -> Zaak:
    """A lawful Z-route."""
    uren = met(leerroute="Z", niveau="", zroute__cursusuren=800, zroute__participatie_uren=800)
    return met(uren, **anders)


def o(**anders: Any) -> Zaak:
    """A lawful onderwijsroute."""
    return met(replace(met(leerroute="O", map_uren=""), antwoorden=WENS), **anders)


def toets(**anders: Any) -> Zaak:
    return zaak(toets=replace(GEWOON.toets, **anders))


def oproepen(*dagen: int, waarschuwing: int | None = 2) -> tuple[Oproep, ...]:
    """Calls in vain on days of April, with a warning."""
    op = date(2026, 4, waarschuwing) if waarschuwing else None
    return tuple(
        Oproep(datum=date(2026, 4, dag), verschenen=False, waarschuwing=None if plaats else op)
        for plaats, dag in enumerate(dagen)
    )


def afwezig(*calls: Oproep) -> Zaak:
    return replace(met(onvolledig_reden="U kwam niet."), oproepen=calls)


@pytest.mark.parametrize(
    ("anders", "soort", "regel", "reden"),
    [
        (met(niveau_per_onderdeel__schrijven="A2", niveau=""), VERBODEN, "Wet 17(3)", "onderdeel_te_laag"),
        (met(niveau_per_onderdeel__spreken="A1", niveau=""), VERBODEN, "Wet 17(3)", "onderdeel_te_laag"),
        (met(niveau="A2"), VERBODEN, "Wet 17(3)", "niveau_te_laag"),
        (o(niveau="A2"), VERBODEN, "Wet 8(4)", "niveau_te_laag"),
        (
            met(niveau="B1", niveau_per_onderdeel__lezen="B2"),
            VERBODEN,
            "Wet 7(1)(a)",
            "niveau_niet_het_laagste",
        ),
        (z(niveau="B1"), VERBODEN, "Wet 9", "niveau_in_zroute"),
        (z(niveau_per_onderdeel__lezen="B1"), VERBODEN, "Wet 9", "niveau_in_zroute"),
        (replace(GEWOON, antwoorden=WENS), ONTBREEKT, "Wet 8(1)", "onderwijsroute_niet_gevolgd"),
        (replace(o(), antwoorden={}), ONTBREEKT, "Wet 8(1)", "onderwijsroute_zonder_wens"),
        (
            replace(o(), antwoorden={"opleiding.studiewens": "hbo", "opleiding.studiekans": 1}),
            ONTBREEKT,
            "Wet 8(1)",
            "onderwijsroute_zonder_wens",
        ),
        (zaak(voor={"B": (False, False)}), ONTBREEKT, "Awb 3:47(1)", "grond_niet_afgedrukt"),
        (met(zienswijze=""), ONTBREEKT, "Awb 4:8", "geen_zienswijze"),
        (met(motivering="Dit past."), LET_OP, "Awb 3:46", "motivering_kort"),
        (
            toets(status="ontheffing", uitslag="", score=None),
            ONTBREEKT,
            "Wet 14(6)",
            "ontheffing_zonder_grond",
        ),
        (toets(uitslag=""), ONTBREEKT, "Wet 14(3)(a)", "toets_zonder_uitslag"),
        (toets(score=10), VERBODEN, "Wet 14(5)", "score_en_uitslag"),
        (toets(score=39, uitslag="niet_haalbaar"), VERBODEN, "Wet 14(5)", "score_en_uitslag"),
        (met(pvt_uren=1), VERBODEN, "Besl 3.1(3)", "uren_onder_norm"),
        (met(pvt_uren=16), LET_OP, "Besl 3.1(3)", "uren_boven_norm"),
        (met(map_uren=1), VERBODEN, "Reg 3.1", "uren_onder_norm"),
        (z(zroute__cursusuren=10), VERBODEN, "Besl 3.14(2)(a)", "uren_onder_norm"),
        (z(zroute__participatie_uren=0), VERBODEN, "Besl 3.14(2)(b)", "uren_onder_norm"),
        (z(zroute__cursusuren=9000), VERBODEN, "Besl 3.14(2)(a)", "uren_boven_norm"),
        (
            met(pvt_uren=8, aftrek=[{"soort": "pvt", "uren": 4, "artikel": "Wet 3"}]),
            VERBODEN,
            "Besl 3.1(3)",
            "uren_onder_norm",
        ),
        (
            met(pvt_uren=8, aftrek=[{"soort": "map", "uren": 4, "artikel": "Besl 3.1(5)"}]),
            VERBODEN,
            "Besl 3.1(3)",
            "uren_onder_norm",
        ),
        (
            met(map_uren=8, aftrek=[{"soort": "map", "uren": 32, "artikel": "Besl 3.1(5)"}]),
            VERBODEN,
            "Reg 3.1",
            "uren_onder_norm",
        ),
        (o(map_uren=40), VERBODEN, "Wet 8(3)", "map"),
        (met(intensiteit__weken=200), VERBODEN, "Wet 11(1)", "langer_dan_termijn"),
        (met(intensiteit__uren_per_week=48), LET_OP, "Wet 15(2)", "veel_uren_per_week"),
        (met(geschatte_intensiteit_b1_route=300), LET_OP, "Wet 15(2)", "totaal_wijkt_af"),
        (z(intensiteit__weken=100), LET_OP, "Wet 15(2)", "totaal_wijkt_af"),
        (met(voortgangsgesprekken=0), LET_OP, "Wet 17(1)", "geen_voortgangsgesprekken"),
        (replace(GEWOON, antwoorden=BIJSTAND), ONTBREEKT, "Wet 15(3)", "geen_pw_besluit"),
        (afwezig(), VERBODEN, "Wet 14(2)", "afwezig_zonder_oproepen"),
        (afwezig(*oproepen(1, 8)), VERBODEN, "Wet 14(2)", "afwezig_zonder_oproepen"),
        (afwezig(*oproepen(1, 1, 1)), VERBODEN, "Wet 14(2)", "afwezig_zonder_oproepen"),
        (afwezig(*oproepen(1, 8, 15, waarschuwing=None)), VERBODEN, "Wet 14(2)", "afwezig_zonder_oproepen"),
        (afwezig(*oproepen(1, 8, 15, waarschuwing=20)), VERBODEN, "Wet 14(2)", "afwezig_zonder_oproepen"),
    ],
)
def test_what_the_law_forbids_asks_or_finds_unwise(anders: Zaak, soort: str, regel: str, reden: str) -> None:
    assert (soort, regel, reden) in gezegd(anders)


@pytest.mark.parametrize(
    "anders",
    [
        met(niveau="", niveau_per_onderdeel__schrijven="B1", niveau_per_onderdeel__lezen="B2"),
        met(niveau=""),
        z(),
        o(),
        o(niveau="B1"),
        met(
            replace(GEWOON, antwoorden=WENS),
            motivering_onderwijsroute="U wilt eerst werken, en dan studeren.",
        ),
        met(replace(o(), antwoorden={}), motivering_onderwijsroute="Uw docent ziet een grote kans."),
        replace(met(niveau="A2"), eerder_pip_op=DAG, eerder_leerroute="B", eerder_niveau="A2"),
        replace(GEWOON, antwoorden={"opleiding.studiewens": "hbo", "opleiding.studiekans": 3}),
        zaak(voor={"B": (False, True)}),
        met(zienswijze="", zienswijze__geen="U kon niet komen, en antwoordde niet op onze brief."),
        toets(status="ontheffing", uitslag="", score=None, ontheffing_grond="U ziet te weinig."),
        toets(score=27, uitslag="niet_haalbaar"),
        # Before 12 April 2023 one needed 31.
        replace(toets(score=30, uitslag="niet_haalbaar", datum=date(2023, 4, 11))),
        met(pvt_uren=8, aftrek=[{"soort": "pvt", "uren": 4, "artikel": "Besl 3.1(5)"}]),
        z(
            zroute__participatie_uren=748,
            aftrek=[{"soort": "map", "uren": 52, "artikel": "Besl 3.14(5)"}],
        ),
        z(
            zroute__cursusuren=400,
            intensiteit__weken=34,
            aftrek=[{"soort": "cursus", "uren": 400, "artikel": "Besl 5.4(4)(c)"}],
        ),
        met(map_uren=8, aftrek=[{"soort": "map", "uren": 32, "artikel": "Besl 3.2(3)"}]),
        *(
            z(
                zroute__participatie_uren=700,
                aftrek=[{"soort": "participatie", "uren": 100, "artikel": artikel}],
            )
            for artikel in ("Besl 3.14(6)", "Besl 3.14(9)", "Reg 3.16(2)")
        ),
        met(intensiteit__weken=156),
        met(geschatte_intensiteit_b1_route=950),
        met(voortgangsgesprekken=0, voortgang="Elke maand belt uw regievoerder."),
        met(replace(GEWOON, antwoorden=BIJSTAND), participatiewet=["Besluit van 24 maart 2026."]),
        afwezig(*oproepen(1, 8, 15)),
        afwezig(*(replace(call, verschenen=True, meegewerkt=False) for call in oproepen(1, 8, 15))),
        zaak(vandaag=DAG),
    ],
)
def test_the_lawful_twin_passes(anders: Zaak) -> None:
    assert gezegd(anders) == []
