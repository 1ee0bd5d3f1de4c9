"""Parts of a case that deny each other are refused, each beside a lawful twin."""

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.workspace import Workspace
from tests.operations.casussen import ALLES, changed, on, play

BEZWAAR = "[[bezwaar]]\nontvangen_op = 2028-04-10\nbesluit = 1"
BESLIST = "beslist_op = 2028-05-22"


def refusal(work: Workspace, case: str) -> str:
    with pytest.raises(KnownError) as caught:
        play(work, case)
    assert caught.value.code == "case.bad_value"
    return str(caught.value.facts["fouten"])


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        (BEZWAAR, BEZWAAR.replace("besluit = 1", "besluit = 9"), "er is geen besluit 9"),
        (BEZWAAR, BEZWAAR.replace("2028-04-10", "2028-02-27"), "was er nog geen besluit 1"),
        (BESLIST, "beslist_op = 2028-04-09", "is eerder dan “ontvangen_op”"),
        (BESLIST, "", "een beslissing zonder dag"),
        ("geldig_tot = 2030-01-06", "geldig_tot = 2027-01-06", "De einddatum ligt voor"),
        (BEZWAAR, f"{BEZWAAR}\nverzonden_op = 2028-04-11", "is eerder dan “verzonden_op”"),
        (
            BESLIST,
            f"{BESLIST}\nberoep_op = 2028-06-01\nuitspraak_op = 2028-05-31",
            "is eerder dan “beroep_op”",
        ),
        ("verlengd_tot = 2028-12-31", "verlengd_tot = 2027-12-23", "ligt voor van"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(work: Workspace, oud: str, nieuw: str, zin: str) -> None:
    assert zin in refusal(work, changed(ALLES, (oud, nieuw)))


def test_hours_that_end_before_they_begin_are_refused(work: Workspace) -> None:
    assert "ligt voor van" in refusal(
        work, f"{ALLES}\n[[uren]]\nsoort = 'knm'\nvan = 2028-09-02\ntot = 2028-09-01\naantal = 2\n"
    )


def test_ontzorgen_is_not_for_a_gezinsmigrant(work: Workspace) -> None:
    case = changed(ALLES, ('doelgroep = "asielstatushouder"', 'doelgroep = "gezinsmigrant"'))
    assert "Pw 56a" in refusal(work, case)


def test_the_lawful_twin_tells_all_of_the_bezwaar(work: Workspace) -> None:
    """Posted in time, extended, and by law against the besluit that came while it ran (art. 6:19 Awb)."""
    twin = changed(
        ALLES,
        (BEZWAAR, f"{BEZWAAR}\nverzonden_op = 2028-04-10\ncommissie = true\nverlengd_op = 2028-05-01"),
        (
            BESLIST,
            f"{BESLIST}\nberoep_op = 2028-06-01\nuitspraak_op = 2029-01-05\nhoger_beroep_op = 2029-02-01",
        ),
    )
    dossier = play(work, twin)
    shown = show_dossier(on(work, "2029-03-01"), dossier)
    (bezwaar,) = shown["bezwaar"]
    assert (bezwaar["commissie"], bezwaar["hoger_beroep_op"]) == (True, "2029-02-01")
    klok = next(k for k in shown["klokken"] if k["klok"] == "beslissing_bezwaar")
    assert (klok["stand"], klok["regel"], klok["besluit"]) == ("gehaald", "Awb 7:10", 1)


BOETE = "[[handhaving]]\ndatum = {}\nsoort = 'boete'\nbedrag = {}\npercentage = {}\n"


@pytest.mark.parametrize(
    ("datum", "bedrag", "percentage", "regel"),
    [
        ("2028-10-01", 2401, 100, "Besl 7.1(5)"),
        ("2028-10-01", 250, 60, "Besl 7.1"),
        ("2028-08-01", 250, 50, "Wet 22(1)"),
    ],
)
def test_a_boete_that_the_law_does_not_know_is_refused(
    work: Workspace, datum: str, bedrag: int, percentage: int, regel: str
) -> None:
    assert regel in refusal(work, f"{ALLES}\n{BOETE.format(datum, bedrag, percentage)}")


def test_a_lawful_boete_and_the_hours_are_shown(work: Workspace) -> None:
    dossier = play(work, f"{ALLES}\n{BOETE.format('2028-10-01', 250, 50)}")
    shown = show_dossier(on(work, "2029-03-01"), dossier)
    assert [(rij["soort"], rij.get("bedrag")) for rij in shown["handhaving"]] == [
        ("waarschuwing", None),
        ("boete", 250),
    ]
    assert {rij["deel"]: rij["norm"] for rij in shown["voortgang"]["uren"]}["pvt_uren"] == "12"
    assert shown["voortgang"]["gesprekken"]["beloofd"] == 6


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        ("zelf_vanaf = 2028-12-01", "zelf_vanaf = 2028-05-31", "ligt voor samen_vanaf"),
        ("tot = 2028-08-25", "tot = 2028-06-04", "ligt voor van"),
        ("uren_per_week = 8", "uren_per_week = 200", "hoogstens 60 uur"),
        ("aantal = 16\n[[doel]]", "aantal = 200\n[[doel]]", "hoogstens 60 uur"),
        ('telt_voor = "map"', "", "zeg bij telt_voor"),
        ("tot = 2028-06-18", "tot = 2028-06-04", "ligt voor van"),
    ],
)
def test_an_agreement_that_goes_backwards_is_refused(work: Workspace, oud: str, nieuw: str, zin: str) -> None:
    assert zin in refusal(work, changed(ALLES, (oud, nieuw)))


WEEK = 'van = "9.00"\ntot = "12.30"'


def test_a_week_comes_in_steps_and_one_of_two_hundred_hours_is_refused(work: Workspace) -> None:
    shown = show_dossier(work, play(work, ALLES))["weekplan"]
    assert [(w["vanaf"], w["uren"]["les"], w["uren"]["werk"], w["hoogstens"]) for w in shown] == [
        ("2028-04-03", "7", "0", "10"),
        ("2028-06-05", "7", "4", "10"),
        ("2028-08-28", "7", "0", "10"),
    ]
    assert [[p["wat"] for p in w["past_niet"] if p["wat"] == "te_veel_uren"] for w in shown] == [
        [],
        ["te_veel_uren"],
        [],
    ]
    for oud, nieuw, zin in (
        ("uren = 10\n", "uren = 200\n", "hoogstens 60 uur"),
        (WEEK, WEEK.replace("12.30", "8.30"), "ligt niet na het begin"),
        (WEEK, WEEK.replace("12.30", "25.00"), "is geen tijd"),
    ):
        assert zin in refusal(work, changed(ALLES, (oud, nieuw)))
