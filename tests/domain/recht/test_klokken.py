"""All clocks, to the day, on both sides of each limit."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.domain.recht.feiten import BesluitFeit, BezwaarFeit, KlokFeiten
from intake_assistant.domain.recht.inburgeringstermijn import Inburgeringstermijn, inburgeringstermijn
from intake_assistant.domain.recht.klokken import Klok, eerste_klok, klokken
from intake_assistant.domain.recht.procedure import InformatieDerde
from intake_assistant.domain.recht.termijn import Anker, Dagtelling, Regelwaarden

REGELS = Regelwaarden()
ASIEL = KlokFeiten(
    doelgroep="asielstatushouder",
    verblijfstitel="asiel",
    kennisgeving_duo=date(2026, 3, 2),
    inschrijving_brp=date(2026, 3, 16),
)
EERSTE = BesluitFeit(1, "eerste", date(2026, 5, 11), date(2026, 5, 12), "B")
IDW = InformatieDerde(
    wat="diplomawaardering", van="IDW", noodzakelijk_omdat="anders geen route", gevraagd_op=date(2026, 4, 1)
)
DAG = timedelta(days=1)


def op(dag: date) -> Regelwaarden:
    """The same numbers on every day."""
    return REGELS


def clock(naam: str, feiten: KlokFeiten, vandaag: date = date(2026, 5, 4)) -> Klok:
    (klok,) = [k for k in klokken(feiten, vandaag, op) if k.klok == naam]
    return klok


def names(feiten: KlokFeiten, vandaag: date = date(2026, 5, 4)) -> list[str]:
    return [k.klok for k in klokken(feiten, vandaag, op)]


def test_the_example_of_the_contract() -> None:
    begin, uiterlijk, gedaan = date(2026, 3, 16), date(2026, 5, 26), date(2026, 5, 11)
    telling = Dagtelling(70, "dagen", begin, "inschrijving_brp")
    assert clock("pip", replace(ASIEL, besluiten=(EERSTE,))) == Klok(
        "pip", begin, uiterlijk, "gehaald", "Besl 5.3(1)", "gehaald",
        {"uiterlijk": uiterlijk, "telling": telling, "gehaald_op": gedaan},
        gedaan, norm_70_dagen=date(2026, 5, 25),
    )  # fmt: skip


# --- pip: begin --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("doelgroep", "kennisgeving", "inschrijving", "begin"),
    [
        ("asielstatushouder", date(2026, 3, 2), date(2026, 3, 16), date(2026, 3, 16)),
        ("asielstatushouder", date(2026, 3, 16), date(2026, 3, 2), date(2026, 3, 16)),
        ("asielstatushouder", date(2026, 3, 2), None, None),
        ("asielstatushouder", None, date(2026, 3, 2), None),
        ("gezinsmigrant", date(2026, 3, 2), date(2026, 3, 16), date(2026, 3, 2)),
        ("gezinsmigrant", date(2026, 3, 2), None, date(2026, 3, 2)),
        ("overige_migrant", None, date(2026, 3, 16), None),
        ("", date(2026, 3, 16), date(2026, 3, 2), date(2026, 3, 16)),  # the same for every group
        ("", date(2026, 3, 2), date(2026, 3, 16), None),
        ("", date(2026, 3, 2), None, None),
    ],
)
def test_begin_of_pip(
    doelgroep: str, kennisgeving: date | None, inschrijving: date | None, begin: date | None
) -> None:
    feiten = KlokFeiten(doelgroep=doelgroep, kennisgeving_duo=kennisgeving, inschrijving_brp=inschrijving)
    klok = clock("pip", feiten)
    assert klok.begin == begin
    assert (klok.stand == "wacht") is (begin is None)
    if begin is None:
        assert (klok.uiterlijk, klok.norm_70_dagen, klok.dagen_over) == (None, None, None)


def test_a_pip_set_while_its_begin_is_unknown_keeps_waiting_but_says_so() -> None:
    klok = clock("pip", replace(ASIEL, inschrijving_brp=None, besluiten=(EERSTE,)))
    assert (klok.stand, klok.gehaald_op) == ("wacht", date(2026, 5, 11))
    assert klok.reden == "wacht_gedaan"
    assert klok.feiten == {"ontbreekt": ("inschrijving_brp",), "gehaald_op": date(2026, 5, 11)}


# --- pip: last day -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vandaag", "stand", "over"),
    [
        (date(2026, 5, 25), "loopt", 1),
        (date(2026, 5, 26), "loopt", 0),
        (date(2026, 5, 27), "overschreden", -1),
    ],
)
def test_running_and_over(vandaag: date, stand: str, over: int) -> None:
    klok = clock("pip", ASIEL, vandaag)
    assert (klok.stand, klok.dagen_over, klok.gehaald_op) == (stand, over, None)
    assert klok.uiterlijk == date(2026, 5, 26)


@pytest.mark.parametrize(
    ("dagtekening", "stand", "over"),
    [(date(2026, 5, 26), "gehaald", None), (date(2026, 5, 27), "overschreden", -1)],
)
def test_set_on_the_last_day_or_the_day_after(dagtekening: date, stand: str, over: int | None) -> None:
    besluit = replace(EERSTE, dagtekening=dagtekening)
    klok = clock("pip", replace(ASIEL, besluiten=(besluit,)), date(2026, 9, 1))
    assert (klok.stand, klok.dagen_over, klok.gehaald_op) == (stand, over, dagtekening)


def test_later_besluiten_do_not_touch_the_clock_of_the_first() -> None:
    tweede = BesluitFeit(2, "schakelen", date(2027, 2, 1), date(2027, 2, 2), "Z")
    klok = clock("pip", replace(ASIEL, besluiten=(tweede, EERSTE)))
    assert (klok.stand, klok.gehaald_op) == ("gehaald", date(2026, 5, 11))


# --- pip: third party --------------------------------------------------------------------------------


def awaited(**anders: object) -> KlokFeiten:
    derde = replace(IDW, **anders)  # type: ignore[arg-type]  # table of any field
    return replace(ASIEL, informatie_derden=(derde,))


@pytest.mark.parametrize(
    ("anders", "stand"),
    [
        ({}, "opgeschort"),
        ({"noodzakelijk_omdat": ""}, "loopt"),
        ({"noodzakelijk_omdat": "  "}, "loopt"),
        ({"gevraagd_op": None}, "loopt"),
        ({"gevraagd_op": date(2026, 5, 25)}, "opgeschort"),  # before the moved last day
        ({"gevraagd_op": date(2026, 5, 26)}, "loopt"),  # on it
        ({"gevraagd_op": date(2026, 3, 1)}, "opgeschort"),  # before the ten weeks began
    ],
)
def test_suspended_only_when_necessary_and_asked_in_time(anders: dict[str, object], stand: str) -> None:
    klok = clock("pip", awaited(**anders), date(2026, 5, 26))
    assert klok.stand == stand
    if stand == "opgeschort":
        assert (klok.uiterlijk, klok.dagen_over, klok.regel) == (None, None, "Besl 5.3(2)")
        assert klok.norm_70_dagen == date(2026, 5, 25)
        assert klok.begin == date(2026, 3, 16)


@pytest.mark.parametrize(
    ("ontvangen", "uiterlijk", "regel"),
    [
        (date(2026, 4, 20), date(2026, 5, 26), "Besl 5.3(1)"),  # early: the normal day stays
        (date(2026, 5, 12), date(2026, 5, 26), "Besl 5.3(1)"),  # 14 days later is the normal day
        (date(2026, 5, 13), date(2026, 5, 27), "Besl 5.3(2)"),
        (date(2026, 5, 20), date(2026, 6, 3), "Besl 5.3(2)"),
        (date(2026, 7, 4), date(2026, 7, 20), "Besl 5.3(2)"),  # 14 days later is a Saturday
        (date(2026, 12, 11), date(2026, 12, 28), "Besl 5.3(2)"),  # 14 days later is Christmas, a Friday
    ],
)
def test_after_receipt(ontvangen: date, uiterlijk: date, regel: str) -> None:
    klok = clock("pip", awaited(ontvangen_op=ontvangen))
    assert (klok.uiterlijk, klok.regel, klok.stand) == (uiterlijk, regel, "loopt")


def test_several_third_parties() -> None:
    ggd = replace(IDW, wat="advies", van="GGD", ontvangen_op=date(2026, 6, 10))
    nog_een = replace(ASIEL, informatie_derden=(IDW, ggd))
    assert clock("pip", nog_een).stand == "opgeschort"
    binnen = replace(ASIEL, informatie_derden=(replace(IDW, ontvangen_op=date(2026, 5, 20)), ggd))
    assert clock("pip", binnen).uiterlijk == date(2026, 6, 24)
    onnodig = replace(ggd, noodzakelijk_omdat="", ontvangen_op=None)
    alleen_idw = replace(ASIEL, informatie_derden=(replace(IDW, ontvangen_op=date(2026, 5, 20)), onnodig))
    assert clock("pip", alleen_idw).uiterlijk == date(2026, 6, 3)


@pytest.mark.parametrize(
    ("dagtekening", "uiterlijk"), [(date(2026, 5, 26), date(2026, 5, 26)), (date(2026, 5, 27), None)]
)
def test_a_pip_set_while_suspended_is_in_time(dagtekening: date, uiterlijk: date | None) -> None:
    feiten = replace(awaited(), besluiten=(replace(EERSTE, dagtekening=dagtekening),))
    klok = clock("pip", feiten, date(2026, 9, 1))
    assert (klok.stand, klok.uiterlijk, klok.gehaald_op) == ("gehaald", uiterlijk, dagtekening)


# --- moving ------------------------------------------------------------------------------------------


def test_verhuizing() -> None:
    assert "pip_verhuizing" not in names(replace(ASIEL, besluiten=(EERSTE,)))
    nieuw = date(2027, 3, 8)
    gemeld = replace(ASIEL, besluiten=(EERSTE,), verhuizing_inschrijving_brp=nieuw)
    klok = clock("pip_verhuizing", gemeld, date(2027, 5, 17))
    assert (klok.begin, klok.norm_70_dagen) == (nieuw, date(2027, 5, 17))  # Whit Monday
    assert (klok.uiterlijk, klok.stand, klok.dagen_over) == (date(2027, 5, 18), "loopt", 1)
    besluit = BesluitFeit(2, "verhuizing", date(2027, 5, 18), None, "B", inschrijving_brp=nieuw)
    gedaan = clock("pip_verhuizing", replace(gemeld, besluiten=(EERSTE, besluit)), date(2027, 6, 1))
    assert (gedaan.stand, gedaan.gehaald_op, gedaan.regel) == ("gehaald", date(2027, 5, 18), "Besl 5.3(3)")
    opnieuw = replace(gemeld, besluiten=(EERSTE, besluit), verhuizing_inschrijving_brp=date(2028, 1, 3))
    assert clock("pip_verhuizing", opnieuw, date(2028, 1, 4)).stand == "loopt"


def test_verhuizing_without_the_new_registration_waits() -> None:
    besluit = BesluitFeit(2, "verhuizing", date(2027, 5, 18), None, "B")
    klok = clock("pip_verhuizing", replace(ASIEL, besluiten=(EERSTE, besluit)))
    assert (klok.stand, klok.uiterlijk) == ("wacht", None)


# --- bezwaar -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bekend", "begin", "uiterlijk", "aangenomen"),
    [
        (date(2026, 5, 12), date(2026, 5, 13), date(2026, 6, 23), False),
        (None, date(2026, 5, 12), date(2026, 6, 22), True),
        (date(2026, 4, 13), date(2026, 4, 14), date(2026, 5, 26), False),  # day 42 is Whit Monday
        (date(2026, 11, 13), date(2026, 11, 14), date(2026, 12, 28), False),  # Christmas, then a weekend
        (date(2026, 11, 20), date(2026, 11, 21), date(2027, 1, 4), False),  # New Year on a Friday
    ],
)
def test_bezwaar(bekend: date | None, begin: date, uiterlijk: date, aangenomen: bool) -> None:
    feiten = replace(ASIEL, besluiten=(replace(EERSTE, bekendgemaakt_op=bekend),))
    klok = clock("bezwaar", feiten, uiterlijk)
    assert (klok.begin, klok.uiterlijk, klok.aangenomen) == (begin, uiterlijk, aangenomen)
    assert (klok.stand, klok.dagen_over, klok.besluit) == ("loopt", 0, 1)
    assert clock("bezwaar", feiten, uiterlijk + DAG).stand == "overschreden"
    anker: Anker = "dagtekening" if aangenomen else "bekendgemaakt_op"
    assert klok.feiten["telling"] == Dagtelling(42, "dagen", bekend or EERSTE.dagtekening, anker)


@pytest.mark.parametrize(
    ("op", "stand"), [(date(2026, 6, 23), "gehaald"), (date(2026, 6, 24), "overschreden")]
)
def test_bezwaar_that_came_in(op: date, stand: str) -> None:
    feiten = replace(
        ASIEL, besluiten=(EERSTE,), bezwaren=(BezwaarFeit(1, op), BezwaarFeit(2, date(2026, 6, 1)))
    )
    klok = clock("bezwaar", feiten, date(2026, 9, 1))
    assert (klok.stand, klok.gehaald_op) == (stand, op)


def test_bezwaar_against_the_latest_and_what_still_runs() -> None:
    fout = BesluitFeit(2, "kennelijke_fout", date(2026, 5, 20), date(2026, 5, 20), "B")
    plan = BesluitFeit(3, "ontwikkelplan", date(2026, 5, 21), None, "B")
    feiten = replace(ASIEL, besluiten=(EERSTE, fout, plan))

    def numbers(vandaag: date) -> list[int | None]:
        return [k.besluit for k in klokken(feiten, vandaag, op) if k.klok == "bezwaar"]

    assert numbers(date(2026, 6, 23)) == [2, 1]
    assert numbers(date(2026, 6, 24)) == [2]
    assert numbers(date(2027, 6, 24)) == [2]
    assert "bezwaar" not in names(ASIEL)


# --- inburgeringstermijn, leerroute ------------------------------------------------------------------


def test_inburgeringstermijn() -> None:
    assert inburgeringstermijn(ASIEL, REGELS) is None
    assert "inburgeringstermijn" not in names(ASIEL)
    tweede = BesluitFeit(2, "schakelen", date(2027, 2, 1), None, "Z")
    feiten = replace(ASIEL, besluiten=(tweede, EERSTE))
    termijn = inburgeringstermijn(feiten, REGELS)
    assert termijn == Inburgeringstermijn(date(2026, 5, 12), date(2029, 5, 11), "berekend")
    assert clock("inburgeringstermijn", feiten, date(2029, 5, 11)).stand == "loopt"
    assert clock("inburgeringstermijn", feiten, date(2029, 5, 12)).stand == "overschreden"
    klaar = replace(feiten, ingeburgerd_op=date(2029, 5, 11))
    assert clock("inburgeringstermijn", klaar, date(2030, 1, 1)).stand == "gehaald"


def test_the_last_day_of_years_does_not_move() -> None:
    feiten = replace(ASIEL, besluiten=(replace(EERSTE, dagtekening=date(2026, 5, 12)),))
    assert date(2029, 5, 12).weekday() == 5
    assert clock("inburgeringstermijn", feiten).uiterlijk == date(2029, 5, 12)


def test_duo_goes_before_our_own_computation() -> None:
    einde = date(2029, 11, 13)
    feiten = replace(
        ASIEL, besluiten=(EERSTE,), duo_termijn_begin=date(2026, 5, 14), duo_termijn_einde=einde
    )  # fmt: skip
    assert inburgeringstermijn(feiten, REGELS) == Inburgeringstermijn(date(2026, 5, 14), einde, "duo")
    assert clock("inburgeringstermijn", feiten).reden == "duo"
    assert clock("leerroute_wijzigen", feiten).begin == date(2026, 5, 14)
    alleen_begin = replace(feiten, duo_termijn_einde=None)
    assert inburgeringstermijn(alleen_begin, REGELS) == Inburgeringstermijn(
        date(2026, 5, 14), date(2029, 5, 13), "duo"
    )


def test_leerroute_wijzigen() -> None:
    feiten = replace(ASIEL, besluiten=(EERSTE,))
    klok = clock("leerroute_wijzigen", feiten, date(2027, 11, 11))
    assert (klok.begin, klok.uiterlijk, klok.stand) == (date(2026, 5, 12), date(2027, 11, 11), "loopt")
    assert clock("leerroute_wijzigen", feiten, date(2027, 11, 12)).stand == "overschreden"
    onderwijs = replace(ASIEL, besluiten=(replace(EERSTE, leerroute="O"),))
    assert clock("leerroute_wijzigen", onderwijs).reden == "loopt_onderwijsroute"


# --- ontzorgen ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("anders", "uiterlijk"),
    [
        ({}, date(2026, 9, 16)),
        ({"begin_bijstand": date(2026, 8, 31)}, date(2027, 2, 28)),
        ({"ontzorgen_verlengd_tot": date(2026, 12, 31)}, date(2026, 12, 31)),
    ],
)
def test_ontzorgen(anders: dict[str, object], uiterlijk: date) -> None:
    basis = replace(ASIEL, inkomen="bijstand", begin_bijstand=date(2026, 3, 17))
    feiten = replace(basis, **anders)  # type: ignore[arg-type]  # table of any field
    klok = clock("ontzorgen", feiten, uiterlijk)
    assert (klok.uiterlijk, klok.stand) == (uiterlijk, "loopt")
    assert clock("ontzorgen", feiten, uiterlijk + DAG).stand == "overschreden"


@pytest.mark.parametrize(
    "anders", [{"verblijfstitel": "regulier"}, {"verblijfstitel": ""}, {"inkomen": "werk"}, {"inkomen": ""}]
)
def test_ontzorgen_only_with_asylum_permit_and_bijstand(anders: dict[str, str]) -> None:
    basis = replace(ASIEL, inkomen="bijstand", begin_bijstand=date(2026, 3, 17))
    assert clock("ontzorgen", replace(basis, begin_bijstand=None)).stand == "wacht"
    assert "ontzorgen" not in names(replace(basis, **anders))  # type: ignore[arg-type]  # table of any field


# --- together ----------------------------------------------------------------------------------------


ALLES = replace(
    ASIEL, besluiten=(EERSTE,), inkomen="bijstand", begin_bijstand=date(2026, 3, 17),
    verhuizing_inschrijving_brp=date(2027, 3, 8),
)  # fmt: skip


def test_order_of_clocks() -> None:
    assert names(ALLES) == [
        "pip", "pip_verhuizing", "bezwaar", "aanbod", "inburgeringstermijn", "leerroute_wijzigen",
        "ontzorgen",
    ]  # fmt: skip
    assert names(KlokFeiten()) == ["pip"]


def test_the_clock_to_look_at_first() -> None:
    laat = eerste_klok(klokken(ASIEL, date(2026, 8, 1), op))
    assert laat is not None
    assert (laat.klok, laat.stand) == ("pip", "overschreden")
    wacht = eerste_klok(klokken(KlokFeiten(), date(2026, 8, 1), op))
    assert wacht is not None
    assert wacht.stand == "wacht"
    aanbod = eerste_klok(klokken(replace(ASIEL, besluiten=(EERSTE,)), date(2028, 1, 1), op))
    assert aanbod is not None
    assert (aanbod.klok, aanbod.stand) == ("aanbod", "overschreden")
    gedaan = replace(ASIEL, besluiten=(EERSTE,), aanbod_op=date(2026, 6, 1))
    voorbij = eerste_klok(klokken(gedaan, date(2028, 1, 1), op))
    assert voorbij is not None
    assert voorbij.klok == "inburgeringstermijn"


MISSCHIEN = st.none() | st.dates(date(2022, 1, 1), date(2030, 12, 31))


@given(MISSCHIEN, MISSCHIEN, MISSCHIEN, MISSCHIEN, st.dates(date(2022, 1, 1), date(2032, 12, 31)))
def test_every_clock_keeps_the_contract(
    kennisgeving: date | None, brp: date | None, ontvangen: date | None, besluit: date | None, vandaag: date
) -> None:
    feiten = replace(
        ALLES, kennisgeving_duo=kennisgeving, inschrijving_brp=brp,
        informatie_derden=(replace(IDW, ontvangen_op=ontvangen),),
        besluiten=(replace(EERSTE, dagtekening=besluit),) if besluit else (),
    )  # fmt: skip
    for klok in klokken(feiten, vandaag, op):
        if klok.stand in ("wacht", "opgeschort"):
            assert klok.uiterlijk is None
        assert (klok.dagen_over is not None) is (klok.stand in ("loopt", "overschreden"))
        if klok.stand == "overschreden":
            assert klok.dagen_over is not None
            assert klok.dagen_over < 0
        assert klok.feiten.get("uiterlijk") == klok.uiterlijk


def test_bezwaar_counts_by_the_rules_of_the_dagtekening() -> None:
    def longer_since_may(dag: date) -> Regelwaarden:
        return Regelwaarden(bezwaar_dagen=56) if dag >= date(2026, 5, 1) else REGELS

    feiten = replace(ASIEL, besluiten=(EERSTE,))
    (klok,) = [k for k in klokken(feiten, date(2026, 5, 20), longer_since_may) if k.klok == "bezwaar"]
    assert klok.uiterlijk == date(2026, 7, 7)
    assert klok.feiten["telling"] == Dagtelling(56, "dagen", date(2026, 5, 12), "bekendgemaakt_op")
