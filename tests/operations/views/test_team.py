"""What a team lead sees over all dossiers: figures counted by hand here."""

import datetime
from collections.abc import Callable

import pytest

from intake_assistant.domain.overleg.overdracht import Collega
from intake_assistant.operations.acts.dossier import create_dossier, look_into, record_procedure
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel
from intake_assistant.operations.acts.overleg.opmerking import add_opmerking
from intake_assistant.operations.acts.overleg.waarneming import add_waarneming
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.acts.toestemming import record_toestemming
from intake_assistant.operations.exchange.merge import SAMENGEVOEGD
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.views.team.banen import banen_of
from intake_assistant.operations.views.team.beeld import Klasse, Teambeeld, klassen, read_team, termijngroep
from intake_assistant.operations.views.team.rij import Signaal, Teamrij
from intake_assistant.operations.words.team import zinnen_of
from intake_assistant.operations.workspace import Workspace
from tests.operations.rijk import play
from tests.operations.team import intake, team

TODAY = datetime.date(2026, 11, 2)


def beeld_of(work: Workspace) -> Teambeeld:
    return read_team(work, list_dossiers(work))


def row_of(work: Workspace, dossier: str) -> Teamrij:
    return next(rij for rij in beeld_of(work).rijen if rij.dossier == dossier)


def test_an_empty_vault_has_no_figures(work: Workspace) -> None:
    found = beeld_of(work)
    assert (found.rijen, found.werkdelen, found.uren, found.weken) == ((), (), (), ())
    assert found.signalen.total() == 0
    assert banen_of(found.rijen, TODAY).drukste is None


@pytest.mark.parametrize(
    ("begin", "signaal"),
    [
        ("2026-08-01", Signaal.TIEN_WEKEN_VOORBIJ),  # 70 days later is 10 October
        ("2026-08-28", Signaal.TIEN_WEKEN_BIJNA),  # 6 November
        ("2026-10-20", None),
        ("", Signaal.BEGIN_ONBEKEND),
    ],
)
def test_the_ten_weeks_ask_for_attention(work: Workspace, begin: str, signaal: Signaal | None) -> None:
    dossier = intake(work, "Tesfay", begin=begin)
    assert row_of(work, dossier).signalen == (() if signaal is None else (signaal,))


def test_what_must_still_be_done_in_time(work: Workspace) -> None:
    dossier = intake(work, "Tesfay", begin="2026-10-20")
    doel = add_doel(work, dossier, "werken", "kort").made
    for uiterlijk, klaar in (("2026-11-01", ""), ("2026-10-01", "2026-10-02"), ("2026-11-02", "")):
        add_afspraak(work, dossier, doel, {"wat": "bellen", "wie": "inburgeraar", "uiterlijk": uiterlijk,
                                           "klaar_op": klaar})  # fmt: skip
    for tot in ("2026-11-16", "2026-11-17", "2026-11-01"):
        record_toestemming(work, dossier, {
            "datum": "2026-10-01", "partij": "Taalschool", "doel": "een les kiezen", "gegeven": "ja",
            "gegevens": ["taalniveau"], "richting": "delen", "geldig_tot": tot, "vrije_keuze_uitgelegd": "ja",
        })  # fmt: skip
    rij = row_of(work, dossier)
    assert rij.signalen == (Signaal.TOESTEMMING, Signaal.AFSPRAAK)
    assert rij.afspraken_te_laat == 1
    assert [str(t.geldig_tot) for t in rij.toestemmingen] == ["2026-11-16"]


def test_what_came_from_elsewhere_is_unread_until_somebody_looks(work: Workspace) -> None:
    dossier = intake(work, "Tesfay", begin="2026-10-20")
    look_into(work, dossier)
    assert row_of(work, dossier).signalen == ()
    work.vault.log_access(SAMENGEVOEGD, dossier)
    assert row_of(work, dossier).signalen == (Signaal.ONGELEZEN,)
    look_into(work, dossier)
    assert row_of(work, dossier).signalen == ()


def test_hours_and_weeks_are_of_the_intake_alone(work: Workspace) -> None:
    dossier = intake(work, "Tesfay", begin="2026-10-20", minuten=(75, 60, None))
    rij = row_of(work, dossier)
    assert (rij.gesprekken, rij.minuten, rij.uren, rij.zonder_minuten) == (3, 135, 2.25, 1)
    assert rij.weken == pytest.approx(13 / 7)  # from 20 October to today
    assert rij.vastgesteld_op is None
    assert beeld_of(work).uren == ()


def test_of_a_case_with_a_pip_the_intake_ends_at_the_first(work: Workspace) -> None:
    dossier = play(work, 1)
    rij = row_of(work, dossier)
    found = work.vault.dossier(dossier)
    assert rij.vastgesteld_op is not None
    assert rij.minuten == sum(
        int(found.get(f"gesprek[{id}].minuten", 0) or 0)
        for id in found.row_ids("gesprek")
        if str(found.get(f"gesprek[{id}].datum")) <= rij.vastgesteld_op.isoformat()
    )
    assert rij.weken == (rij.vastgesteld_op - rij.gespreksdagen[0]).days / 7


def test_the_work_is_shared_by_name(work: Workspace) -> None:
    team(work)
    found = {deel.naam: (deel.lopend, deel.afgerond) for deel in beeld_of(work).werkdelen}
    assert found == {"Anneke": (12, 1), "Bo": (8, 1), "": (2, 0)}
    assert [deel.naam for deel in beeld_of(work).werkdelen] == ["Anneke", "Bo", ""]
    assert beeld_of(work).per_stand["afgerond"] == 2


def test_the_lanes_run_on_one_axis(work: Workspace) -> None:
    team(work)
    banen = banen_of(beeld_of(work).rijen, TODAY)
    assert len(banen.banen) == 22
    assert [b.uiterlijk for b in banen.banen if b.uiterlijk] == sorted(
        b.uiterlijk for b in banen.banen if b.uiterlijk
    )
    assert (str(banen.weken[0]), str(banen.weken[-1]), str(banen.einde)) == (
        "2026-08-24", "2027-01-25", "2027-02-01",
    )  # fmt: skip
    assert banen.drukste == (datetime.date(2026, 11, 30), 6)
    assert banen.te_laat == 2
    assert banen.per_week.total() == 18  # of 22 two are late, and of two the begin is not known


def test_a_lane_is_over_as_far_as_its_days_are(work: Workspace) -> None:
    half = intake(work, "Tesfay", begin="2026-09-28")  # to 7 December: 35 of 70 days
    later = intake(work, "Haile", begin="2026-11-09")
    lanes = {b.dossier: b for b in banen_of(beeld_of(work).rijen, TODAY).banen}
    assert lanes[half].voorbij(TODAY) == 0.5
    assert lanes[later].voorbij(TODAY) == 0.0


def test_classes_have_every_value_once() -> None:
    assert klassen([1, 4, 7.9, 8, 22, 30], (4, 8, 22)) == (
        Klasse(None, 4, 1), Klasse(4, 8, 2), Klasse(8, 22, 1), Klasse(22, None, 2),
    )  # fmt: skip


def test_rows_are_grouped_by_the_first_term(work: Workspace) -> None:
    for begin, groep in (
        ("2026-08-01", "voorbij"), ("2026-08-28", "week"), ("2026-09-04", "binnenkort"),
        ("2026-09-20", "maand"), ("2026-10-20", "later"), ("", "geen"),
    ):  # fmt: skip
        dossier = intake(work, groep, begin=begin)
        assert termijngroep(row_of(work, dossier), TODAY) == groep


def test_conflicts_stand_out(laptop: Callable[[str], Workspace]) -> None:
    work = laptop("an")
    other = laptop("bo")
    dossier = create_dossier(work, {"achternaam": "Tesfay"}).made
    other.vault.union(work.vault.entries(dossier))
    record_procedure(work, dossier, {"kennisgeving_duo": "2026-10-20"})
    record_procedure(other, dossier, {"kennisgeving_duo": "2026-10-21"})
    work.vault.union(other.vault.entries(dossier))
    assert Signaal.VERSCHIL in row_of(work, dossier).signalen


def test_besluiten_that_hold_at_once_come_before_all_else(work: Workspace) -> None:
    dossier = intake(work, "Tesfay", begin="2026-08-01")
    assert Signaal.SAMENLOOP not in row_of(work, dossier).signalen
    for rij in ("aa", "bb"):
        waarde = {
            "nummer": 1, "grond": "eerste", "dagtekening": "2026-09-01", "inhoud": {}, "bestanden": {},
            "vervangt": [],
        }  # fmt: skip
        record_waarde(work, dossier, f"besluit[{rij}]", waarde)
    assert row_of(work, dossier).signalen[0] is Signaal.SAMENLOOP


def test_a_conversation_without_a_date_counts_and_has_no_day(work: Workspace) -> None:
    dossier = intake(work, "Tesfay", begin="2026-10-20")
    start_gesprek(work, dossier, {"datum": "ergens in mei", "minuten": 30})
    rij = row_of(work, dossier)
    assert (rij.gesprekken, rij.minuten, rij.gespreksdagen, rij.weken) == (1, 30, (), None)


def test_what_a_colleague_asks_and_who_stands_in_are_told(laptop: Callable[[str], Workspace]) -> None:
    an, bo = laptop("an"), laptop("bo")
    dossier = create_dossier(an, {"achternaam": "Tesfay"}).made
    add_opmerking(an, dossier, "beschikking.motivering", "Is dit genoeg?")
    add_waarneming(an, [dossier], Collega("bo", bo.vault.device.id), TODAY, TODAY)
    bo.vault.union(an.vault.entries(dossier))
    rij = row_of(bo, dossier)
    assert Signaal.OVERLEG in rij.signalen
    assert len(rij.overleg) == 1
    assert "bo" in rij.werk[0]
    assert "2 november 2026" in zinnen_of(rij)
    assert Signaal.OVERLEG not in row_of(an, dossier).signalen
