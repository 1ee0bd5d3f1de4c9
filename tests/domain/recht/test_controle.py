"""The checklist per article: each element there and missing, and what excuses what."""

from dataclasses import replace
from datetime import date

import pytest

from intake_assistant.domain.recht.controle import (
    ControleFeiten,
    calls_in_vain,
    elementen,
    has_vve_kind,
    intake_excused,
    lbt_done,
    niet_gewogen,
)
from intake_assistant.domain.recht.procedure import Oproep

ANTWOORDEN = {
    "opleiding.hoogste_niveau": "beantwoord",
    "werkervaring.banen": "onbekend",
    "gezinssituatie.burgerlijke_staat": "beantwoord",
    "fysieke_gezondheid.ervaren": "wil_niet_zeggen",
    "mentale_gezondheid.slapen": "wil_niet_zeggen",
    "taalniveau.nl_lezen": "beantwoord",
    "motivatie.hoofddoel": "beantwoord",
    "zelfredzaamheid.reizen": "beantwoord",
}
FEITEN = ControleFeiten(
    vergeefse_oproepen=3, vve_leeftijden=(2, 5),
    doelgroep="asielstatushouder", peildatum=date(2026, 5, 11), lbt_status="gedaan", lbt_uitslag="haalbaar",
    antwoorden=ANTWOORDEN, gesprekken=2, recht_op_alleen_gewezen=True,
)  # fmt: skip
CONCEPT: dict[str, object] = {
    "leerroute": "B",
    "ondersteuning": ["een taalmaatje"],
    "pvt_uren": 12,
    "map_uren": 40,
    "intensiteit": {"uren_per_week": 12, "weken": 75},
    "voortgangsgesprekken": 6,
    "motivering": "Zij leert snel.",
    "ondertekenaar": {
        "naam": "M. de Boer",
        "functie": "teammanager",
        "mandaat": "Mandaatbesluit 2025, art. 4",
    },
}


def ontbrekend(concept: dict[str, object], feiten: ControleFeiten) -> tuple[dict[str, str], ...]:
    return tuple(
        {"regel": e.regel, "wat": e.wat, "vraag": e.vraag} for e in elementen(concept, feiten) if e.ontbreekt
    )


def missing(concept: dict[str, object], feiten: ControleFeiten = FEITEN) -> list[tuple[str, str]]:
    return [(e["regel"], e["vraag"]) for e in ontbrekend(concept, feiten)]


def without(*sleutels: str, **erbij: object) -> dict[str, object]:
    return {k: v for k, v in CONCEPT.items() if k not in sleutels} | erbij


def test_a_whole_concept_misses_nothing() -> None:
    assert ontbrekend(CONCEPT, FEITEN) == ()
    assert all(e.aanwezig for e in elementen(CONCEPT, FEITEN))


def test_the_example_of_the_contract() -> None:
    assert ontbrekend(without("map_uren"), FEITEN) == (
        {"regel": "Wet 15(1)(c)", "wat": "map", "vraag": "beschikking.map_uren"},
    )


def test_an_empty_concept_misses_every_element_in_order() -> None:
    leeg = ControleFeiten(
        vergeefse_oproepen=3,
        vve_leeftijden=(2, 5),
        doelgroep="asielstatushouder",
        peildatum=date(2026, 5, 11),
        gesprekken=1,
    )
    assert [e["regel"] for e in ontbrekend({}, leeg)] == [
        "Wet 14(3)(a)", "Wet 14(3)(b)", "Wet 14(3)(b)", "Wet 14(3)(c)", "Wet 14(3)(c)", "Wet 14(3)(c)",
        "Besl 5.2(1)(a)", "Besl 5.2(1)(b)", "Besl 5.2(1)(c)", "Besl 5.2(2)",
        "Wet 15(1)(a)", "Wet 15(1)(b)", "Wet 15(1)(c)", "Wet 15(2)", "Besl 5.3(4)",
        "Awb 3:46", "Awb 10:10", "Awb 10:10", "Awb 10:10",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("concept", "regel", "vraag"),
    [
        (without("leerroute", "map_uren"), "Wet 15(1)(a)", "beschikking.leerroute"),
        (without(leerroute="X"), "Wet 15(1)(a)", "beschikking.leerroute"),
        (without("ondersteuning"), "Wet 15(1)(b)", "beschikking.ondersteuning"),
        (without(ondersteuning=[" "]), "Wet 15(1)(b)", "beschikking.ondersteuning"),
        (without("pvt_uren"), "Wet 15(1)(c)", "beschikking.pvt_uren"),
        (without(pvt_uren=0), "Wet 15(1)(c)", "beschikking.pvt_uren"),
        (without(pvt_uren=""), "Wet 15(1)(c)", "beschikking.pvt_uren"),
        (without(map_uren="twaalf"), "Wet 15(1)(c)", "beschikking.map_uren"),
        (without(map_uren="nan"), "Wet 15(1)(c)", "beschikking.map_uren"),
        (without("intensiteit"), "Wet 15(2)", "beschikking.intensiteit"),
        (without(intensiteit={"uren_per_week": 12}), "Wet 15(2)", "beschikking.intensiteit"),
        (without(intensiteit={"toelichting": "volgt"}), "Wet 15(2)", "beschikking.intensiteit"),
        (without("voortgangsgesprekken"), "Besl 5.3(4)", "beschikking.voortgangsgesprekken"),
        (without(motivering="\n"), "Awb 3:46", "beschikking.motivering"),
    ],
)
def test_each_missing_element(concept: dict[str, object], regel: str, vraag: str) -> None:
    assert missing(concept) == [(regel, vraag)]


def test_decimals_are_strings() -> None:
    assert missing(without(pvt_uren="12.5", intensiteit={"uren_per_week": "7,5", "weken": 40})) == []
    assert missing(without(voortgangsgesprekken=0)) == []


@pytest.mark.parametrize("deel", ["naam", "functie", "mandaat"])
def test_the_official_who_signs(deel: str) -> None:
    heel = CONCEPT["ondertekenaar"]
    assert isinstance(heel, dict)
    stuk = {**heel, deel: ""}
    assert missing(without(ondertekenaar=stuk)) == [("Awb 10:10", f"beschikking.ondertekenaar.{deel}")]
    los = {f"ondertekenaar.{k}": v for k, v in heel.items()}
    assert missing(without("ondertekenaar", **los)) == []


def test_the_onderwijsroute_has_no_map_but_needs_intensity() -> None:
    assert missing(without("map_uren", leerroute="O")) == []
    assert missing(without("map_uren", "intensiteit", leerroute="O")) == [
        ("Wet 15(2)", "beschikking.intensiteit")
    ]


def test_others_have_no_intensity() -> None:
    assert missing(without("intensiteit"), replace(FEITEN, doelgroep="gezinsmigrant")) == []


def test_zroute_hours() -> None:
    z = replace(FEITEN, lbt_uitslag="niet_haalbaar")
    cursus, participatie = "beschikking.zroute.cursusuren", "beschikking.zroute.participatie_uren"
    assert missing(without(leerroute="Z"), z) == [("Besl 3.14", cursus), ("Besl 3.14", participatie)]
    gezin = replace(z, doelgroep="gezinsmigrant")
    assert missing(without("intensiteit", leerroute="Z", zroute={"cursusuren": 800}), gezin) == []
    uren = {"cursusuren": 0, "participatie_uren": 800}  # fully deducted
    assert missing(without(leerroute="Z", zroute=uren), z) == []


@pytest.mark.parametrize(
    ("route", "uitslag", "nodig"),
    [
        ("B", "niet_haalbaar", True),
        ("Z", "haalbaar", True),
        ("B", "haalbaar", False),
        ("B", "onbekend", False),
    ],
)
def test_departing_from_the_test_needs_its_motivering(route: str, uitslag: str, nodig: bool) -> None:
    concept = without(leerroute=route, zroute={"cursusuren": 800, "participatie_uren": 800})
    veld = ("Awb 3:50", "beschikking.motivering_afwijking_lbt")
    feiten = replace(FEITEN, lbt_uitslag=uitslag)
    assert (veld in missing(concept, feiten)) is nodig
    assert missing(concept | {"motivering_afwijking_lbt": "Zij oefende al veel."}, feiten) == []


@pytest.mark.parametrize(
    ("geboortejaar", "peildatum", "nodig"),
    [
        (2025, date(2026, 5, 11), False),
        (2024, date(2026, 1, 1), True),
        (2021, date(2026, 12, 31), True),
        (2020, date(2026, 5, 11), False),
        (2020, date(2025, 12, 31), True),
    ],
)
def test_vve_for_a_child_that_turns_2_to_5(geboortejaar: int, peildatum: date, nodig: bool) -> None:
    feiten = replace(FEITEN, peildatum=peildatum, kinderen_geboortejaren_in_nl=(2010, geboortejaar))
    assert has_vve_kind(feiten) is nodig
    velden = [("Wet 14(3)(d)", "gezinssituatie.vve_wens"), ("Wet 15(1)(d)", "beschikking.vve")]
    assert missing(CONCEPT, feiten) == (velden if nodig else [])
    assert missing(without(vve={"nvt": "gaat al naar school"}), feiten) == []
    assert missing(without(**{"vve.nvt": "gaat al naar school"}), feiten) == []
    gevraagd = replace(feiten, antwoorden=ANTWOORDEN | {"gezinssituatie.vve_wens": "wil_niet_zeggen"})
    assert missing(CONCEPT, gevraagd) == (velden[1:] if nodig else [])


# --- the intake --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "uitslag", "gedaan"),
    [
        ("gedaan", "", True), ("ontheffing", "", True), ("", "haalbaar", True), ("", "niet_haalbaar", True),
        ("gepland", "", False), ("niet_gedaan", "onbekend", False), ("", "", False),
    ],
)  # fmt: skip
def test_leerbaarheidstoets(status: str, uitslag: str, gedaan: bool) -> None:
    assert lbt_done(replace(FEITEN, lbt_status=status, lbt_uitslag=uitslag)) is gedaan


@pytest.mark.parametrize("vraag", list(ANTWOORDEN))
def test_each_part_of_the_intake_needs_a_touched_answer(vraag: str) -> None:
    zonder = {v: staat for v, staat in ANTWOORDEN.items() if v != vraag}
    assert len(missing(CONCEPT, replace(FEITEN, antwoorden=zonder))) == 1
    niet_gevraagd = ANTWOORDEN | {vraag: "niet_gevraagd"}
    assert len(missing(CONCEPT, replace(FEITEN, antwoorden=niet_gevraagd))) == 1


NIET = Oproep(datum=date(2026, 3, 5), verschenen=False)
GEWAARSCHUWD = replace(NIET, waarschuwing=date(2026, 3, 9))
LATER = tuple(replace(NIET, datum=date(2026, 3, dag)) for dag in (12, 19))
WEL = Oproep(datum=date(2026, 4, 5), verschenen=True)


def nog_te_komen(dag: int) -> Oproep:
    """A call in vain that one could still answer until a day of May; the besluit is of the 11th."""
    return replace(LATER[1], termijn_tot=date(2026, 5, dag))


@pytest.mark.parametrize(
    ("oproepen", "reden", "verschoond"),
    [
        ((GEWAARSCHUWD, *LATER), "niet verschenen", True),
        ((GEWAARSCHUWD, NIET, NIET), "niet verschenen", False),
        ((GEWAARSCHUWD, LATER[0], nog_te_komen(10)), "niet verschenen", True),
        ((GEWAARSCHUWD, LATER[0], nog_te_komen(11)), "niet verschenen", False),
        ((GEWAARSCHUWD, LATER[0], replace(WEL, meegewerkt=False)), "werkte niet mee", True),
        ((GEWAARSCHUWD, *LATER), " ", False),
        ((GEWAARSCHUWD, NIET), "niet verschenen", False),
        ((NIET, *LATER), "niet verschenen", False),
        ((GEWAARSCHUWD, NIET, WEL), "niet verschenen", False),
        ((), "niet verschenen", False),
    ],
)
def test_what_excuses_missing_parts_of_the_intake(
    oproepen: tuple[Oproep, ...], reden: str, verschoond: bool
) -> None:
    feiten = replace(FEITEN, antwoorden={}, lbt_status="", lbt_uitslag="", oproepen=oproepen)
    concept = without(onvolledig_reden=reden)
    assert intake_excused(concept, feiten) is verschoond
    assert (missing(concept, feiten) == []) is verschoond
    # Never an element of Wet 15, the motivering or the official.
    kaal: dict[str, object] = {"onvolledig_reden": reden}
    regels = {regel for regel, _ in missing(kaal, feiten)}
    assert {"Wet 15(1)(a)", "Wet 15(1)(b)", "Wet 15(1)(c)", "Besl 5.3(4)", "Awb 3:46", "Awb 10:10"} <= regels


def test_the_right_to_speak_alone() -> None:
    feiten = replace(FEITEN, recht_op_alleen_gewezen=False)
    assert missing(CONCEPT, feiten) == [("Besl 5.2(2)", "gesprek.recht_op_alleen_gewezen")]
    assert missing(CONCEPT, replace(feiten, gesprekken=0)) == []


def test_after_a_move_test_education_and_work_are_not_done_again() -> None:
    rest = {v: s for v, s in ANTWOORDEN.items() if not v.startswith(("opleiding", "werkervaring"))}
    feiten = replace(FEITEN, antwoorden=rest, lbt_status="", lbt_uitslag="")
    assert len(missing(CONCEPT, feiten)) == 3
    assert missing(CONCEPT, replace(feiten, grond="verhuizing")) == []


@pytest.mark.parametrize(
    ("wegingen", "routes"),
    [
        ({}, ["B", "O", "Z"]),
        ({"B": (1, 1), "O": (1, 1), "Z": (2, 2)}, []),
        ({"B": (1, 0), "O": (0, 1), "Z": (2, 2)}, ["B", "O"]),
        ({"B": (1, 1), "O": (0, 0)}, ["O", "Z"]),
    ],
)
def test_all_three_routes_are_weighed(wegingen: dict[str, tuple[int, int]], routes: list[str]) -> None:
    assert list(niet_gewogen(wegingen)) == routes


def test_one_call_in_vain_may_be_enough_where_the_rules_say_so() -> None:
    """A rule that asks for one call: the warning lies between that day and the besluit."""
    keer = Oproep(datum=date(2026, 5, 4), verschenen=False, meegewerkt=True, waarschuwing=date(2026, 5, 6))
    assert calls_in_vain([keer], 1, date(2026, 6, 1))
    assert not calls_in_vain([keer], 1, date(2026, 5, 5))
    assert not calls_in_vain([], 0, date(2026, 6, 1))
