"""What must go and when: to the day, never while a bezwaar runs, nothing due where no date is known."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.domain.formulier import KORT_BEWAARD
from intake_assistant.domain.recht import einde
from intake_assistant.domain.recht.bewaartermijn import (
    Bewaartermijn,
    BewaartermijnFeiten,
    bewaarfeiten,
    bewaartermijnen,
    kort_bewaard,
    reached_zaaksysteem,
)
from intake_assistant.domain.recht.feiten import BesluitFeit, BezwaarFeit
from intake_assistant.domain.recht.regels import Regels
from intake_assistant.domain.recht.termijn import is_werkdag
from tests.domain.schrijver import Schrijver
from tests.gelezen import lazily

FORMULIEREN = lazily().formulieren
REGELS = lazily().regels
DAG = timedelta(days=1)
# Monday 11 May 2026; made known on the 12th, so that bezwaar can come until Tuesday 23 June.
PIP = BesluitFeit(1, "eerste", date(2026, 5, 11), date(2026, 5, 12), "B")
MET_DETAIL = BewaartermijnFeiten(besluiten=(PIP,), kort_bewaard=KORT_BEWAARD)
VER_WEG = date(2040, 1, 1)


def of(
    feiten: BewaartermijnFeiten, wat: str, vandaag: date = VER_WEG, regels: Regels = REGELS
) -> Bewaartermijn:
    (termijn,) = [t for t in bewaartermijnen(feiten, vandaag, regels) if t.wat == wat]
    return termijn


def bezwaar(**velden: date | str) -> BewaartermijnFeiten:
    made = BezwaarFeit(1, date(2026, 6, 10), **velden)  # type: ignore[arg-type]  # each name has its own kind
    return replace(MET_DETAIL, bezwaren=(made,))


# --- nothing known -----------------------------------------------------------------------------------


def test_without_dates_nothing_is_due_and_it_is_said_why() -> None:
    found = bewaartermijnen(replace(MET_DETAIL, besluiten=()), VER_WEG, REGELS)
    assert [(t.wat, t.stand, t.vanaf) for t in found] == [
        ("dossier", "wacht", None), ("laptopkopie", "wacht", None), ("k10", "wacht", None),
        ("lbt_detail", "wacht", None),
    ]  # fmt: skip
    assert [t.reden for t in found] == ["geen_einde", "niet_overgedragen", "geen_pip", "geen_pip"]


def test_detail_that_is_not_held_has_no_term() -> None:
    assert [t.wat for t in bewaartermijnen(BewaartermijnFeiten(), VER_WEG, REGELS)] == [
        "dossier",
        "laptopkopie",
    ]


# --- five years --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("laatste_dag", "vanaf"),
    [
        (date(2026, 5, 11), date(2031, 5, 12)),
        (date(2024, 2, 28), date(2029, 3, 1)),
        (date(2024, 2, 29), date(2029, 3, 1)),
        (date(2027, 2, 28), date(2032, 3, 1)),
        (date(2023, 12, 31), date(2029, 1, 1)),
    ],
)
def test_the_dossier_goes_five_years_after_the_end_of_the_plicht(laatste_dag: date, vanaf: date) -> None:
    feiten = BewaartermijnFeiten(einde_op=laatste_dag, einde_reden="voldaan")
    assert of(feiten, "dossier", vanaf - DAG).stand == "loopt"
    found = of(feiten, "dossier", vanaf)
    assert (found.vanaf, found.stand, found.regel) == (vanaf, "te_wissen", "Besl 9.9(1)")
    assert found.feiten == {"einde_op": laatste_dag, "aantal": 5}


@given(
    st.dates(date(2022, 1, 1), date(2080, 12, 31)),
    st.sampled_from([r for r in einde.REDENEN if r != einde.OVERLIJDEN]),
)
def test_it_is_never_before_five_years_and_never_a_week_later(laatste_dag: date, reden: str) -> None:
    vanaf = of(BewaartermijnFeiten(einde_op=laatste_dag, einde_reden=reden), "dossier").vanaf
    assert vanaf is not None
    assert laatste_dag + timedelta(days=5 * 365 + 1) <= vanaf <= laatste_dag + timedelta(days=5 * 365 + 3)
    assert (vanaf.month, vanaf.day) in {((laatste_dag + DAG).month, (laatste_dag + DAG).day), (3, 1)}


@given(st.dates(date(2022, 1, 1), date(2080, 12, 30)))
def test_a_later_end_is_never_erased_earlier(laatste_dag: date) -> None:
    eerder, later = (
        of(BewaartermijnFeiten(einde_op=dag), "dossier").vanaf for dag in (laatste_dag, laatste_dag + DAG)
    )
    assert eerder is not None
    assert later is not None
    assert eerder <= later


def test_after_death_it_goes_once_bezwaar_and_beroep_are_over() -> None:
    """Besl 9.9(1)(b) has no five years; a gemeente may set its own number."""
    feiten = BewaartermijnFeiten(einde_op=date(2026, 5, 20), einde_reden="overlijden")
    assert (of(feiten, "dossier").reden, of(feiten, "dossier").vanaf) == (
        "overlijden_meteen",
        date(2026, 5, 21),
    )
    met_pip = of(replace(feiten, besluiten=(PIP,)), "dossier")
    assert (met_pip.reden, met_pip.vanaf) == ("overlijden_bezwaar", date(2026, 7, 1))
    bezwaar_loopt = replace(feiten, besluiten=(PIP,), bezwaren=(BezwaarFeit(1, date(2026, 5, 18)),))
    assert (of(bezwaar_loopt, "dossier").stand, of(bezwaar_loopt, "dossier").reden) == (
        "wacht",
        "bezwaar_loopt",
    )
    anders = [replace(r, waarde=5) if r.sleutel.endswith(".overlijden") else r for r in REGELS.regels]
    met_jaren = of(feiten, "dossier", regels=Regels(tuple(anders)))
    assert (met_jaren.reden, met_jaren.vanaf) == ("overlijden", date(2031, 5, 21))


def test_a_besluit_that_stands_nowhere_else_is_no_copy() -> None:
    over = BewaartermijnFeiten(overgedragen_op=date(2026, 5, 11), zaaknummer="Z1", besluiten=(PIP,))
    assert reached_zaaksysteem(over)
    assert reached_zaaksysteem(BewaartermijnFeiten())
    assert not reached_zaaksysteem(replace(over, zaaknummer=" "))
    assert not reached_zaaksysteem(replace(over, overgedragen_op=None))
    assert not reached_zaaksysteem(replace(over, overgedragen_op=date(2026, 5, 10)))


@pytest.mark.parametrize("jaar", [1, 1022, 9999])
def test_a_mistyped_year_is_an_absurd_date_and_no_crash(jaar: int) -> None:
    feiten = BewaartermijnFeiten(
        einde_op=date(jaar, 5, 11), overgedragen_op=date(jaar, 12, 31), zaaknummer="Z1"
    )
    found = bewaartermijnen(feiten, date(2026, 5, 4), REGELS)
    assert {t.stand for t in found} == {"loopt" if jaar == 9999 else "te_wissen"}


def test_while_a_bezwaar_runs_the_dossier_stays() -> None:
    feiten = replace(bezwaar(), einde_op=date(2026, 7, 1))
    assert of(feiten, "dossier", date(2027, 1, 1)).stand == "loopt"
    assert (of(feiten, "dossier").stand, of(feiten, "dossier").reden) == ("wacht", "bezwaar_loopt")


# --- the copy on the laptop --------------------------------------------------------------------------


def test_the_copy_goes_after_the_days_of_the_gemeente() -> None:
    feiten = BewaartermijnFeiten(overgedragen_op=date(2026, 5, 1), zaaknummer="Z-26-0042")
    assert of(feiten, "laptopkopie", date(2026, 5, 31)).stand == "loopt"
    found = of(feiten, "laptopkopie", date(2026, 6, 1))
    assert (found.stand, found.vanaf) == ("te_wissen", date(2026, 6, 1))
    assert found.feiten["aantal"] == 30
    korter = [replace(r, waarde=7) if r.sleutel.endswith(".laptopkopie") else r for r in REGELS.regels]
    assert of(feiten, "laptopkopie", regels=Regels(tuple(korter))).vanaf == date(2026, 5, 9)


def test_the_copy_stays_without_number_and_when_something_came_after() -> None:
    feiten = BewaartermijnFeiten(overgedragen_op=date(2026, 5, 1), zaaknummer=" ")
    assert of(feiten, "laptopkopie").reden == "geen_zaaknummer"
    later = replace(feiten, zaaknummer="Z1", na_overdracht=2)
    assert (of(later, "laptopkopie").stand, of(later, "laptopkopie").reden) == ("wacht", "na_overdracht")
    assert of(later, "laptopkopie").feiten["aantal"] == 2


def test_what_came_after_the_transfer_is_told_by_order_and_not_by_the_clock() -> None:
    hand = Schrijver("an")
    hand.record("taalniveau.nl_lezen@inburgeraar", {"staat": "beantwoord", "waarde": "a1"})
    hand.record(einde.OVERGEDRAGEN_OP, {"waarde": "2026-05-01"})
    hand.record(einde.ZAAKNUMMER, {"waarde": "Z1"})
    hand.record("verzoek[1].soort", {"waarde": "inzage"})
    assert bewaarfeiten(hand.dossier, FORMULIEREN).na_overdracht == 0
    hand.record("taalniveau.nl_spreken@inburgeraar", {"staat": "beantwoord", "waarde": "a1"})
    assert bewaarfeiten(hand.dossier, FORMULIEREN).na_overdracht == 1
    hand.record(einde.OVERGEDRAGEN_OP, {"waarde": "2026-05-02"})
    assert bewaarfeiten(hand.dossier, FORMULIEREN).na_overdracht == 0


# --- K10 and the test --------------------------------------------------------------------------------


def test_detail_goes_when_bezwaar_can_come_no_more() -> None:
    """The last day, and the week in which the post may still bring it (art. 6:9(2) Awb)."""
    assert of(MET_DETAIL, "k10", date(2026, 6, 30)).stand == "loopt"
    found = of(MET_DETAIL, "k10", date(2026, 7, 1))
    assert (found.stand, found.vanaf, found.reden) == ("te_wissen", date(2026, 7, 1), "definitief")
    assert of(MET_DETAIL, "lbt_detail", date(2026, 7, 1)).stand == "te_wissen"
    aangenomen = replace(MET_DETAIL, besluiten=(replace(PIP, bekendgemaakt_op=None),))
    assert of(aangenomen, "k10").reden == "definitief_aangenomen"


@given(st.dates(date(2022, 1, 1), date(2060, 12, 31)))
def test_the_last_day_for_bezwaar_by_post_is_a_working_day_at_least_seven_weeks_on(bekend: date) -> None:
    feiten = replace(MET_DETAIL, besluiten=(replace(PIP, dagtekening=bekend, bekendgemaakt_op=bekend),))
    vanaf = of(feiten, "k10", date(2070, 1, 1)).vanaf
    assert vanaf is not None
    assert is_werkdag(vanaf - DAG)
    assert 49 <= (vanaf - DAG - bekend).days <= 63


@given(
    ontvangen=st.dates(date(2026, 5, 12), date(2027, 5, 12)),
    vandaag=st.dates(date(2026, 5, 12), date(2060, 1, 1)),
    beroep=st.booleans(),
)
def test_never_while_a_bezwaar_or_beroep_runs(ontvangen: date, vandaag: date, beroep: bool) -> None:
    beslist = ontvangen + 40 * DAG if beroep else None
    loopt = BezwaarFeit(1, ontvangen, "ongegrond", beslist, beslist)
    feiten = replace(MET_DETAIL, bezwaren=(loopt,), einde_op=date(2026, 5, 12))
    found = bewaartermijnen(feiten, vandaag, REGELS)
    assert "te_wissen" not in {t.stand for t in found}
    assert of(feiten, "k10", vandaag).reden == ("beroep_loopt" if beroep else "bezwaar_loopt")


def test_never_while_the_day_of_a_bezwaar_is_not_known() -> None:
    feiten = replace(MET_DETAIL, bezwaar_onbekend=True, einde_op=date(2026, 7, 1))
    assert {t.stand for t in bewaartermijnen(feiten, VER_WEG, REGELS)} == {"wacht"}
    assert (of(feiten, "k10").reden, of(feiten, "dossier").reden) == ("bezwaar_onbekend", "bezwaar_onbekend")

    hand = Schrijver("an")
    assert not bewaarfeiten(hand.dossier, FORMULIEREN).bezwaar_onbekend
    hand.record("bezwaar[a].ontvangen_op", {"waarde": "2026-06-10"})
    assert not bewaarfeiten(hand.dossier, FORMULIEREN).bezwaar_onbekend
    hand.record("bezwaar[a].ontvangen_op", {"waarde": ""})
    assert bewaarfeiten(hand.dossier, FORMULIEREN).bezwaar_onbekend


def test_a_decision_of_which_the_outcome_is_not_known_may_ask_for_a_new_besluit() -> None:
    feiten = bezwaar(beslist_op=date(2026, 8, 3))
    assert (of(feiten, "k10").stand, of(feiten, "k10").reden) == ("wacht", "beslissing_onbekend")


def test_after_a_decision_the_beroep_term_comes_first() -> None:
    feiten = bezwaar(beslissing="ongegrond", beslist_op=date(2026, 8, 3))
    assert of(feiten, "k10", date(2026, 9, 21)).stand == "loopt"
    assert of(feiten, "k10").vanaf == date(2026, 9, 22)
    uitspraak = bezwaar(
        beslissing="ongegrond", beslist_op=date(2026, 8, 3), beroep_op=date(2026, 9, 1),
        uitspraak_op=date(2027, 2, 1),
    )  # fmt: skip
    assert of(uitspraak, "k10").vanaf == date(2027, 3, 23)


def test_hoger_beroep_runs_and_ends() -> None:
    beslist: dict[str, date | str] = {"beslissing": "ongegrond", "beslist_op": date(2026, 8, 3)}
    rechtbank = beslist | {"beroep_op": date(2026, 9, 1)}
    loopt = bezwaar(**rechtbank, uitspraak_op=date(2027, 2, 1), hoger_beroep_op=date(2027, 3, 1))
    assert (of(loopt, "k10").reden, of(loopt, "k10").feiten["beroep_op"]) == (
        "beroep_loopt",
        date(2027, 3, 1),
    )
    klaar = bezwaar(
        **rechtbank, uitspraak_op=date(2027, 2, 1), hoger_beroep_op=date(2027, 3, 1),
        uitspraak_hoger_beroep_op=date(2028, 1, 4),
    )  # fmt: skip
    assert of(klaar, "k10").vanaf == date(2028, 1, 5)


def test_a_withdrawn_bezwaar_leaves_the_first_term() -> None:
    feiten = bezwaar(beslissing="ingetrokken", beslist_op=date(2026, 6, 12))
    assert of(feiten, "k10").vanaf == date(2026, 7, 1)
    laat = bezwaar(beslissing="ingetrokken", beslist_op=date(2026, 7, 15))
    assert of(laat, "k10").vanaf == date(2026, 7, 16)


def test_a_bezwaar_that_was_right_waits_for_the_new_besluit() -> None:
    feiten = bezwaar(beslissing="gegrond", beslist_op=date(2026, 8, 3))
    assert (of(feiten, "k10").stand, of(feiten, "k10").reden) == ("wacht", "nieuw_besluit_nodig")
    nieuw = BesluitFeit(2, "herziening", date(2026, 8, 3), date(2026, 8, 4), "Z")
    hersteld = replace(feiten, besluiten=(PIP, nieuw))
    assert of(hersteld, "k10").vanaf == date(2026, 9, 23)
    # A slip that is mended meanwhile is no answer to it.
    fout = replace(feiten, besluiten=(PIP, replace(nieuw, grond="kennelijke_fout")))
    assert of(fout, "k10").reden == "nieuw_besluit_nodig"


def test_a_later_besluit_counts_and_a_version_of_the_plan_does_not() -> None:
    later = BesluitFeit(2, "schakelen", date(2027, 2, 1), date(2027, 2, 2), "Z")
    assert of(replace(MET_DETAIL, besluiten=(PIP, later)), "k10").vanaf == date(2027, 3, 24)
    plan = replace(later, grond="ontwikkelplan")
    assert of(replace(MET_DETAIL, besluiten=(PIP, plan)), "k10").vanaf == date(2026, 7, 1)


def test_a_plicht_that_ended_without_a_pip_needs_no_detail() -> None:
    feiten = replace(MET_DETAIL, besluiten=(), einde_op=date(2026, 7, 1))
    found = of(feiten, "k10", date(2026, 7, 2))
    assert (found.stand, found.reden) == ("te_wissen", "einde_zonder_pip")


# --- together ----------------------------------------------------------------------------------------


def test_parts_are_not_told_once_the_whole_must_go() -> None:
    feiten = replace(MET_DETAIL, einde_op=date(2026, 7, 1))
    assert [t.wat for t in bewaartermijnen(feiten, date(2032, 1, 1), REGELS)] == ["dossier", "laptopkopie"]


def test_while_processing_is_restricted_nothing_is_erased() -> None:
    feiten = replace(MET_DETAIL, beperkt=True, overgedragen_op=date(2026, 5, 1), zaaknummer="Z1")
    assert {t.stand for t in bewaartermijnen(feiten, VER_WEG, REGELS)} == {"wacht"}
    assert of(feiten, "k10").reden == "beperking"
    assert of(feiten, "k10").regel == "AVG 18(2)"


def test_which_subjects_hold_detail_is_told_by_the_forms() -> None:
    kinds = {
        "leerbaarheid.lbt_score@duo": "lbt_detail",
        "leerbaarheid.lbt_ervaring@inburgeraar": "lbt_detail",
        "notitie[leerbaarheid.lbt_score]": "lbt_detail",
        "mentale_gezondheid.k10_band@regievoerder": "k10",
        # What the besluit rests on stays as long as the besluit.
        "leerbaarheid.lbt_uitslag@duo": "",
        "leerbaarheid.lbt_datum@duo": "",
        "leerbaarheid.lbt_status@duo": "",
        "notitie[gesprek 1]": "",
        "inburgeraar.bsn": "",
    }
    assert {subject: kort_bewaard(FORMULIEREN, subject) for subject in kinds} == kinds


def test_detail_is_held_until_its_value_is_gone() -> None:
    hand = Schrijver("an")
    assert bewaarfeiten(hand.dossier, FORMULIEREN).kort_bewaard == ()
    hand.record("mentale_gezondheid.k10_band@regievoerder", {"staat": "beantwoord", "waarde": "hoog"})
    hand.record("notitie[leerbaarheid.lbt_score]", {"waarde": "was moe"})
    assert bewaarfeiten(hand.dossier, FORMULIEREN).kort_bewaard == ("k10", "lbt_detail")
