"""A later besluit: each ground with its own gate, and each refusal beside a lawful twin."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from intake_assistant.domain.kinds import BESCHIKKING
from intake_assistant.domain.recht.besluit import Besluit
from intake_assistant.domain.recht.leerroute import kept_on_change
from intake_assistant.domain.recht.oordeel.alle import beoordeel
from intake_assistant.domain.recht.oordeel.wijziging.kennelijke_fout import verbeteringen
from intake_assistant.domain.recht.oordeel.wijziging.ontwikkelplan import oordeel_over_ontwikkelplan
from intake_assistant.domain.recht.oordeel.wijziging.urenboek import Urenrij
from intake_assistant.domain.recht.oordeel.zaak import Zaak
from tests.domain.recht.oordeel.zaken import DAG, GEWOON, eerste, gezegd, zaak

VERBODEN, ONTBREEKT, LET_OP = "pip.unlawful", "pip.incomplete", "let_op"
WAAROM = "Het leren gaat anders dan wij in mei dachten. Wij hebben dat op 3 mei 2027 met u besproken."
EIGEN = {"motivering": WAAROM, "zienswijze": "U bent het ermee eens."}
Z = {
    "leerroute": "Z",
    "intensiteit.uren_per_week": 10,
    "intensiteit.weken": 80,
    "zroute.cursusuren": 800,
    "zroute.participatie_uren": 800,
}
O = {"leerroute": "O", "intensiteit.uren_per_week": 20, "intensiteit.weken": 60}  # noqa: E741 - the code of DUO
WENS = {"opleiding.studiewens": "mbo", "opleiding.studiekans": 4}


def later(
    grond: str,
    nieuw: Mapping[str, Any],
    *,
    vorig: Besluit | None = None,
    dag: date = date(2027, 5, 10),
    **feiten: Any,
) -> Zaak:
    """A besluit of a year later, a week after a conversation; EIGEN is said anew unless it is left out."""
    oud = vorig or eerste()
    concept = {**kept_on_change(oud.inhoud, nieuw), "dagtekening": dag.isoformat(), **EIGEN, **nieuw}
    zaak = replace(
        GEWOON, concept=concept, grond=grond, dagtekening=dag, vandaag=dag, besluiten=(oud,),
        begin_termijn=date(2026, 5, 12), gesprekken=(*GEWOON.gesprekken, date(2027, 5, 3)),
    )  # fmt: skip
    return replace(zaak, **feiten)


def uren(aantal: str, soort: str = "cursus", instelling: str = "De Brug", tot: int = 4) -> Urenrij:
    return Urenrij(soort=soort, tot=date(2027, tot, 30), aantal=Decimal(aantal), instelling=instelling)


def schakel(**anders: Any) -> Zaak:
    return later("schakelen", Z | {"motivering_afwijking_lbt": "De lessen laten iets anders zien."}, **anders)


def te_laat(**nieuw: str) -> Zaak:
    return later("schakelen", Z | nieuw, dag=LAAT, gesprekken=(LAAT,))


def afschaal(*urenboek: Urenrij, nieuw: Mapping[str, Any] | None = None, **anders: Any) -> Zaak:
    velden = {"niveau_per_onderdeel.schrijven": "A2", "inspanning": "U kwam naar elke les."}
    return later("afschalen", velden if nieuw is None else nieuw, urenboek=urenboek, **anders)


def verhuis(nieuw: Mapping[str, Any] | None = None, **anders: Any) -> Zaak:
    velden = {"inschrijving_brp": "2027-04-01"} | dict(nieuw or {})
    return later("verhuizing", velden, **anders)


SCHRIJVEN = "niveau_per_onderdeel.schrijven"
LAGER = replace(eerste(), inhoud={**eerste().inhoud, "niveau": "A2", SCHRIJVEN: "A2"})
"""What holds after afschalen in writing."""
PER_DEEL = replace(eerste(), inhoud={**eerste(niveau="").inhoud, SCHRIJVEN: "B1"})
ONTHEVEN = frozenset({"schrijven"})
ZONDER_NIVEAU = (VERBODEN, "Besl 2.7(3)", "onderdeel_ontheven")
LAAT = date(2027, 11, 12)
ZIEK = "U was van juni tot november 2027 ernstig ziek."
"""A day after the 18 months of who began on 12 May 2026."""
GENOEG = (uren("500"), uren("100", "alfabetisering"))


GEWEIGERD = [
    (later("zomaar", {}), VERBODEN, "Besl 5.3(6)", "geen_grond"),
    (later("ontwikkelplan", {}), VERBODEN, "Besl 5.3(6)", "geen_grond"),
    (later("schakelen", {}), VERBODEN, "Wet 17(2)", "zelfde_route"),
    (schakel(dag=LAAT), VERBODEN, "Besl 5.4(1)", "schakelen_te_laat"),
    # A name alone is no exception: what happened must be said.
    (te_laat(uitzondering_soort="opleiding"), VERBODEN, "Besl 5.4(1)", "schakelen_te_laat"),
    (te_laat(uitzondering_soort="zomaar", uitzondering=ZIEK), VERBODEN, "Besl 5.4", "onbekende_uitzondering"),
    (schakel(gesprekken=GEWOON.gesprekken), LET_OP, "Wet 17(2)", "geen_vorderingen"),
    (schakel(weging_van=DAG), LET_OP, "Awb 3:46", "weging_van_eerder"),
    (schakel(urenboek=(uren("400"),)), VERBODEN, "Besl 5.4(4)(c)", "uren_niet_afgetrokken"),
    (schakel(urenboek=(uren("40", "knm", ""),)), VERBODEN, "Besl 5.4(4)(c)", "uren_niet_afgetrokken"),
    (later("schakelen", O), ONTBREEKT, "Wet 8(1)", "onderwijsroute_zonder_wens"),
    (afschaal(uren("599")), VERBODEN, "Besl 5.5(1)", "te_weinig_lesuren"),
    (afschaal(uren("620", instelling="")), VERBODEN, "Besl 5.5(1)", "te_weinig_lesuren"),
    (afschaal(uren("560"), uren("60", "knm")), VERBODEN, "Besl 5.5(1)", "te_weinig_lesuren"),
    (afschaal(uren("620", tot=6)), VERBODEN, "Besl 5.5(1)", "te_weinig_lesuren"),
    (
        afschaal(uren("620"), nieuw={"niveau": "A2", "inspanning": "Elke les.", "uren": 640}),
        VERBODEN,
        "Besl 5.5(1)",
        "uren_anders_dan_urenboek",
    ),
    (afschaal(*GENOEG, nieuw={"niveau": "A2"}), ONTBREEKT, "Wet 17(3)", "geen_inspanning"),
    (afschaal(*GENOEG, nieuw={"inspanning": "Elke les."}), VERBODEN, "Wet 17(3)", "niet_lager"),
    (
        afschaal(*GENOEG, vorig=eerste(niveau="A2")),
        VERBODEN,
        "Wet 17(3)",
        "niet_lager",
    ),
    (
        afschaal(*GENOEG, nieuw={**Z, "inspanning": "Elke les."}),
        VERBODEN,
        "Wet 17(3)",
        "afschalen_buiten_b1",
    ),
    (
        afschaal(*GENOEG, vorig=eerste(leerroute="O", map_uren="")),
        VERBODEN,
        "Wet 17(3)",
        "afschalen_buiten_b1",
    ),
    (verhuis(Z), VERBODEN, "Wet 15(4)", "route_na_verhuizing"),
    (zaak(eerder_leerroute="B"), ONTBREEKT, "Wet 11(3)", "eerder_pip_onvolledig"),
    (zaak(eerder_pip_op=DAG), LET_OP, "Wet 15(4)", "eerder_pip_onvolledig"),
    (zaak(eerder_pip_op=DAG, eerder_leerroute="Z"), VERBODEN, "Wet 15(4)", "route_na_verhuizing"),
    (verhuis({"inschrijving_brp": ""}), ONTBREEKT, "Besl 5.3(3)", "geen_nieuwe_inschrijving"),
    (
        verhuis({"inschrijving_brp": "2027-05-11"}),
        VERBODEN,
        "Besl 5.3(3)",
        "inschrijving_na_dagtekening",
    ),
    (verhuis({"inschrijving_brp": "2027-02-01"}), LET_OP, "Besl 5.3(3)", "verhuizing_te_laat"),
    (verhuis({"niveau": "A2"}), VERBODEN, "Wet 17(3)", "niveau_verlaagd"),
    (later("herziening", Z), VERBODEN, "Wet 17(2)", "route_onder_herziening"),
    (later("herziening", {"niveau": "A2"}), VERBODEN, "Wet 17(3)", "niveau_verlaagd"),
    (
        later("herziening", {"niveau_per_onderdeel.lezen": "A2"}, herzien_na="bezwaar"),
        VERBODEN,
        "Wet 17(3)",
        "niveau_verlaagd",
    ),
    (
        later("herziening", {"niveau_per_onderdeel.lezen": "A2"}, vorig=LAGER),
        VERBODEN,
        "Wet 17(3)",
        "onderdeel_te_laag",
    ),
    (
        later(
            "herziening",
            {"leerroute": "B", SCHRIJVEN: "A2", "intensiteit.uren_per_week": 12, "intensiteit.weken": 60},
            vorig=eerste(2, **Z),
            besluiten=(replace(LAGER, grond="afschalen"), eerste(2, **Z)),
            herzien_na="bezwaar",
        ),
        VERBODEN,
        "Wet 17(3)",
        "onderdeel_te_laag",
    ),
    (later("herziening", {SCHRIJVEN: "B1"}, ontheven=ONTHEVEN), *ZONDER_NIVEAU),
    (later("kennelijke_fout", Z), VERBODEN, "Besl 5.3(6)", "geen_kennelijke_fout"),
    (later("kennelijke_fout", {"map_uren": 45}), VERBODEN, "Besl 5.3(6)", "geen_kennelijke_fout"),
    (later("kennelijke_fout", {"map_uren": ""}), VERBODEN, "Besl 5.3(6)", "geen_kennelijke_fout"),
    (
        later("kennelijke_fout", {"intensiteit.weken": 76}),
        VERBODEN,
        "Besl 5.3(6)",
        "geen_kennelijke_fout",
    ),
    (verhuis({"zienswijze": ""}), ONTBREEKT, "Awb 4:8", "geen_zienswijze"),
]


@pytest.mark.parametrize(("anders", "soort", "regel", "reden"), GEWEIGERD)
def test_what_the_law_asks_of_a_ground(anders: Zaak, soort: str, regel: str, reden: str) -> None:
    assert (soort, regel, reden) in gezegd(anders)


@pytest.mark.parametrize(
    "anders",
    [
        schakel(),
        schakel(dag=date(2027, 11, 11)),
        te_laat(uitzondering=ZIEK),
        te_laat(uitzondering=ZIEK, uitzondering_soort="bijzonder"),
        te_laat(
            uitzondering="De praktijkopleiding stopte op 1 november 2027.", uitzondering_soort="opleiding"
        ),
        # From the onderwijsroute to B1 at any time.
        later(
            "schakelen",
            {"leerroute": "B", "map_uren": 40, "intensiteit.uren_per_week": 12, "intensiteit.weken": 60},
            vorig=eerste(leerroute="O", map_uren=""),
            dag=date(2028, 5, 10),
            gesprekken=(date(2028, 5, 3),),
        ),
        replace(later("schakelen", {**O, "map_uren": ""}), antwoorden=WENS),
        # What was followed is seen, though nobody spoke about it.
        later(
            "schakelen",
            {
                **Z,
                "zroute.cursusuren": 400,
                "intensiteit.weken": 40,
                "aftrek": [{"soort": "cursus", "uren": 400, "artikel": "Besl 5.4(4)(c)"}],
            },
            gesprekken=GEWOON.gesprekken,
            urenboek=(uren("400"),),
        ),
        afschaal(*GENOEG),
        afschaal(uren("600"), nieuw={"niveau": "A2", "inspanning": "U kwam naar elke les.", "uren": 600}),
        verhuis(),
        verhuis({"inschrijving_brp": "2027-03-01"}),
        later("herziening", {"voortgangsgesprekken": 8}),
        later("herziening", {"voortgangsgesprekken": 8}, vorig=LAGER),
        later("herziening", {SCHRIJVEN: ""}, vorig=LAGER, ontheven=ONTHEVEN),
        later("herziening", Z, herzien_na="bezwaar"),
        later("herziening", Z, herzien_na="uitspraak"),
        later("kennelijke_fout", {"zienswijze": "", "ondertekenaar.naam": "M. de Boer"}),
        later("kennelijke_fout", {"zienswijze": "", "intensiteit.toelichting": "Drie dagdelen."}),
        # The level follows from the parts, also where the besluit that holds did not write it down.
        later("kennelijke_fout", {"zienswijze": "", "niveau": "B1", SCHRIJVEN: "B1"}, vorig=PER_DEEL),
    ],
)
def test_the_lawful_twin_passes(anders: Zaak) -> None:
    assert gezegd(anders) == []


def test_a_refusal_names_the_day_and_the_hours() -> None:
    (te_laat,) = [o for o in beoordeel(schakel(dag=LAAT)) if o.weigert]
    assert te_laat.feiten == {"op": "2027-11-11"}
    (te_weinig,) = beoordeel(afschaal(uren("599")))
    assert te_weinig.feiten == {"uren": "599", "norm": "600"}


def test_of_two_that_hold_either_may_be_gone_on_from() -> None:
    zet, ander = eerste(), replace(eerste(2, leerroute="Z"), vervangt=())
    gekozen = later("herziening", {}, vorig=zet)
    assert gezegd(replace(gekozen, besluiten=(replace(zet, vervangt=()), ander))) == []


@pytest.mark.parametrize(
    ("veld", "grond"),
    [
        ("leerroute", "schakelen"),
        ("zroute.cursusuren", "schakelen"),
        ("niveau_per_onderdeel.lezen", "afschalen"),
        ("inschrijving_brp", "verhuizing"),
        ("pvt_uren", "herziening"),
        ("voortgangsgesprekken", "herziening"),
    ],
)
def test_a_version_of_the_plan_holds_no_element_of_the_pip(veld: str, grond: str) -> None:
    (oordeel,) = oordeel_over_ontwikkelplan({"dagtekening": "2027-05-10", veld: "Z"})
    assert (oordeel.soort.value, oordeel.regel, oordeel.reden.value) == (
        VERBODEN,
        "Wet 15",
        "hoort_in_besluit",
    )
    assert oordeel.feiten == {"grond": grond}
    assert oordeel.vraag == BESCHIKKING.of(veld.partition(".")[0])


def test_a_version_of_the_plan_says_why() -> None:
    assert list(oordeel_over_ontwikkelplan({"dagtekening": "2027-05-10", "motivering": WAAROM})) == []


def test_of_a_clerical_error_both_sides_are_known() -> None:
    oud = {"participatiewet": ["Besluit van 24 maart, Pw-12"], "intensiteit.weken": 75}
    nieuw = {"participatiewet": [{"besluit": "bijstand", "kenmerk": "Pw-21"}], "motivering": WAAROM}
    assert verbeteringen(oud, nieuw) == {
        "participatiewet": ("Besluit van 24 maart, Pw-12", "bijstand, Pw-21")
    }


OUD = {
    **GEWOON.concept,
    "ondertekenaar.naam": "M. de Boer",
    "motivering_onderwijsroute": "Eerst werken.",
    "uren": 600,
    "inspanning": "Elke les.",
    "uitzondering": "Ziek.",
    "uitzondering_soort": "bijzonder",
    "voor_gezien.datum": "2026-05-12",
    "niveau_per_onderdeel.lezen": "B1",
}


def test_what_one_besluit_said_the_next_does_not_inherit() -> None:
    kept = kept_on_change(OUD, {})
    assert set(OUD) - set(kept) == {
        "motivering", "zienswijze", "ondertekenaar.naam", "motivering_onderwijsroute", "uren", "inspanning",
        "uitzondering", "uitzondering_soort", "voor_gezien.datum",
    }  # fmt: skip
    assert kept["intensiteit.weken"] == 75


def test_the_intensity_stays_only_with_the_route() -> None:
    kept = kept_on_change(OUD, Z)
    assert not [sleutel for sleutel in kept if sleutel.startswith(("intensiteit", "niveau"))]
    assert kept["map_uren"] == 40
    assert "map_uren" not in kept_on_change(OUD, O)


def test_levels_per_part_and_one_for_all_do_not_stand_beside_each_other() -> None:
    assert "niveau_per_onderdeel.lezen" not in kept_on_change(OUD, {"niveau": "A2"})
    assert "niveau" not in kept_on_change(OUD, {"niveau_per_onderdeel.schrijven": "A2"})
    assert kept_on_change(OUD, {"niveau_per_onderdeel.schrijven": "A2"})["niveau_per_onderdeel.lezen"] == "B1"


def test_hours_of_a_part_that_the_new_route_does_not_have_no_longer_go_off() -> None:
    aftrek = [{"soort": soort, "uren": 4} for soort in ("pvt", "map", "cursus", "participatie")]

    def kept(van: str, naar: str) -> list[str]:
        found = kept_on_change({"leerroute": van, "aftrek": aftrek}, {"leerroute": naar})["aftrek"]
        assert isinstance(found, list)
        return [rij["soort"] for rij in found]

    assert kept("Z", "B") == ["pvt", "map"]
    assert kept("B", "O") == ["pvt"]
    assert kept("B", "Z") == ["pvt", "map", "cursus", "participatie"]
    assert kept("B", "B") == ["pvt", "map", "cursus", "participatie"]
