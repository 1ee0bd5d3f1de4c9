"""The day over all dossiers: what is told of whom, and that nothing is asked that is done."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake_assistant.domain.kinds import GESPREK
from intake_assistant.operations.acts.dossier import create_dossier, record_procedure
from intake_assistant.operations.acts.gesprek import rond_af, start_gesprek
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, record_afspraak
from intake_assistant.operations.acts.record import record_fields, record_waarde
from intake_assistant.operations.views.overzicht import Overzicht, list_dossiers
from intake_assistant.operations.views.vandaag.dag import (
    Dag,
    clock_behind,
    eindjes_among,
    read_dag,
    stap_in_words,
)
from intake_assistant.operations.views.volgende_stap import volgende_stap
from intake_assistant.operations.workspace import Workspace
from tests.ui.gespeeld import play_whole
from tests.ui.gevuld import VANDAAG, filled_vault, opened_vault


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Workspace]:
    with opened_vault(tmp_path) as made:
        yield made


@pytest.fixture
def gevuld(tmp_path: Path) -> Iterator[tuple[Workspace, str]]:
    with filled_vault(tmp_path) as made:
        yield made


def day(work: Workspace) -> Dag:
    return read_dag(work, list_dossiers(work))


def line(work: Workspace, dossier: str) -> Overzicht:
    return next(found for found in list_dossiers(work) if found.dossier == dossier)


def loose(work: Workspace, dossier: str) -> dict[str, str]:
    return {eindje.soort: eindje.zin for eindje in eindjes_among(work, [line(work, dossier)])}


def spoken(work: Workspace, op: str, **velden: str) -> tuple[str, str]:
    """Somebody with one conversation that was rounded off: the dossier and the conversation."""
    dossier = create_dossier(work, {"voornamen": "Selam", "achternaam": "Tesfay", "spreektaal": "ti"}).made
    record_procedure(work, dossier, {"kennisgeving_duo": "2026-04-01", "inschrijving_brp": "2026-04-01"})
    gesprek = start_gesprek(work, dossier, {"vorm": "azc", "datum": op}).made
    rond_af(work, dossier, gesprek, {"samenvatting": "U vertelde over uw werk.", **velden})
    return dossier, gesprek


@pytest.mark.parametrize("later", [0, 1, 40, 400])
def test_the_list_proposes_what_the_dossier_proposes(gevuld: tuple[Workspace, str], later: int) -> None:
    work, _ = gevuld
    for begin in ("02", "07"):
        play_whole(work, begin)
    at = work.at(VANDAAG + datetime.timedelta(later))
    for found in list_dossiers(at):
        if found.stand != "afgerond":
            assert stap_in_words(at, found) == volgende_stap(at, at.vault.dossier(found.dossier)).titel


def test_what_was_agreed_for_today_and_this_week_is_told_with_its_hour(work: Workspace) -> None:
    velden = {"volgende_afspraak": "2026-04-20", "volgende_afspraak_hoe": "10.00 uur, azc Ter Apel"}
    vandaag, _ = spoken(work, "2026-04-13", **velden)
    week, _ = spoken(work, "2026-04-13", volgende_afspraak="2026-04-27")
    spoken(work, "2026-04-13", volgende_afspraak="2026-04-28")
    found = day(work)
    assert [(s.dossier, s.nummer, s.hoe) for s in found.vandaag] == [(vandaag, 2, "10.00 uur, azc Ter Apel")]
    assert [s.dossier for s in found.week] == [week]


def test_a_talk_that_was_held_is_not_told_again(work: Workspace) -> None:
    dossier, _ = spoken(work, "2026-04-13", volgende_afspraak="2026-04-20")
    gesprek = start_gesprek(work, dossier, {"vorm": "azc"}).made
    (bezig,) = day(work).vandaag
    assert bezig.is_bezig
    rond_af(work, dossier, gesprek, {"samenvatting": "U vertelde over school."})
    assert day(work).vandaag == ()


def test_a_talk_before_the_agreed_day_leaves_the_appointment_standing(work: Workspace) -> None:
    """Who came by to tell what was missing comes on the agreed day as well."""
    dossier, _ = spoken(work, "2026-04-13", volgende_afspraak="2026-04-22T10:00")
    eerder = start_gesprek(work, dossier, {"vorm": "azc"}).made
    rond_af(work, dossier, eerder, {"samenvatting": "De toets besproken."})
    (staat,) = day(work).week
    assert (staat.dossier, staat.uur) == (dossier, "10:00")


def test_a_talk_on_the_agreed_day_is_the_one_that_was_agreed(work: Workspace) -> None:
    dossier, _ = spoken(work, "2026-04-13", volgende_afspraak="2026-04-20T10:00")
    rond_af(work, dossier, start_gesprek(work, dossier, {"vorm": "azc"}).made, {"samenvatting": "Klaar."})
    assert day(work).vandaag == ()


def test_a_short_contact_leaves_the_appointment_standing(work: Workspace) -> None:
    dossier, _ = spoken(work, "2026-04-13", volgende_afspraak="2026-04-22")
    kort = start_gesprek(work, dossier, {"vorm": "tussentijds"}).made
    rond_af(work, dossier, kort, {"samenvatting": "Gebeld."})
    assert [s.dossier for s in day(work).week] == [dossier]


def test_what_is_late_stands_before_what_is_near(work: Workspace) -> None:
    made = {}
    for naam, op in (("Ver", "2026-04-15"), ("Bijna", "2026-02-20"), ("Laat", "2026-01-20")):
        made[naam] = create_dossier(work, {"achternaam": naam}).made
        record_procedure(work, made[naam], {"kennisgeving_duo": op, "inschrijving_brp": op})
    assert [t.naam for t in day(work).termijnen] == ["Laat", "Bijna"]


def test_what_others_would_do_is_asked_after_until_it_is_done(gevuld: tuple[Workspace, str]) -> None:
    work, dossier = gevuld
    doel = work.vault.dossier(dossier).row_ids("doel")[0]
    for wie, op in (("partner", "2026-04-24"), ("Taalhuis", "2026-04-10"), ("partner", "2026-04-28")):
        add_afspraak(work, dossier, doel, {"wat": "bellen", "wie": wie, "uiterlijk": op})
    add_afspraak(work, dossier, doel, {"wat": "brief", "wie": "regievoerder", "uiterlijk": "2026-04-10"})
    found = [(n.wie, n.uiterlijk.day) for n in day(work).navragen]
    assert found == [("Taalhuis", 10), ("partner", 24)]
    own = [e.zin for e in eindjes_among(work, [line(work, dossier)]) if e.soort == "afspraak"]
    assert own[0] == "Uw afspraak is 10 dagen te laat: brief."
    for afspraak in work.vault.dossier(dossier).row_ids("afspraak"):
        record_afspraak(work, dossier, afspraak, {"klaar_op": "2026-04-20"})
    assert day(work).navragen == ()


def test_what_lies_loose_is_told_once_and_goes_when_it_is_done(work: Workspace) -> None:
    dossier, gesprek = spoken(work, "2026-04-13", samenvatting="")
    assert loose(work, dossier) == {
        "samenvatting": "Gesprek 1 heeft nog geen samenvatting om te vertellen.",
        "afspreken": "Er is nog geen volgend gesprek afgesproken.",
    }
    velden = {"samenvatting": "U vertelde over uw werk.", "volgende_afspraak": "2026-05-04"}
    record_fields(work, dossier, GESPREK.of(gesprek), velden)
    assert loose(work, dossier) == {}
    later = work.at(datetime.date(2026, 5, 5))
    assert loose(later, dossier) == {
        "voorbij": "De afspraak van 4 mei 2026 is voorbij. Er is geen gesprek vastgelegd."
    }
    begun = start_gesprek(work, dossier, {"vorm": "azc", "datum": "2026-05-04"}).made
    assert loose(later, dossier) == {"afronden": "Gesprek 2 van 4 mei 2026 is nog niet afgerond."}
    rond_af(work, dossier, begun, {"samenvatting": "Goed.", "volgende_afspraak": "2026-05-20"})
    assert loose(later, dossier) == {}


def test_a_besluit_that_was_not_handed_over_is_loose(gevuld: tuple[Workspace, str]) -> None:
    work, dossier = gevuld
    rij = work.new_id()
    inhoud = {"leerroute": "B", "dagtekening": "2026-04-20"}
    waarde = {"nummer": 1, "grond": "eerste", "dagtekening": "2026-04-20", "inhoud": inhoud, "bestanden": {}}
    assert "uitreiken" not in loose(work, dossier)
    record_waarde(work, dossier, f"besluit[{rij}]", waarde)
    assert "uitreiken" in loose(work, dossier)
    record_waarde(work, dossier, f"besluit[{rij}].bekendgemaakt_op", "2026-04-20")
    found = loose(work, dossier)
    assert "uitreiken" not in found
    assert found["toestemming"].startswith("De toestemming voor Stichting Taalmaatjes verloopt")


def test_a_bezwaar_of_which_nobody_said_against_which_besluit_is_loose(
    gevuld: tuple[Workspace, str],
) -> None:
    work, dossier = gevuld
    for nummer, grond in ((1, "eerste"), (2, "schakelen")):
        dag, vervangt = f"2026-04-{nummer:02}", ["1"] if nummer == 2 else []
        inhoud = {"leerroute": "B", "dagtekening": dag}
        waarde = {"nummer": nummer, "grond": grond, "dagtekening": dag, "inhoud": inhoud, "bestanden": {}}
        record_waarde(work, dossier, f"besluit[{nummer}]", {**waarde, "vervangt": vervangt})
        record_waarde(work, dossier, f"besluit[{nummer}].bekendgemaakt_op", dag)
    assert "bezwaar_kiezen" not in loose(work, dossier)
    record_fields(work, dossier, "bezwaar[1]", {"ontvangen_op": "2026-04-27"})
    assert "tegen welk besluit" in loose(work, dossier)["bezwaar_kiezen"]
    assert stap_in_words(work, line(work, dossier)) == "Kies tegen welk besluit het bezwaar is"
    record_fields(work, dossier, "bezwaar[1]", {"besluit": "2"})
    assert "bezwaar_kiezen" not in loose(work, dossier)


def test_what_a_colleague_has_in_hand_is_not_of_this_day(work: Workspace) -> None:
    dossier, _ = spoken(work, "2026-04-13", volgende_afspraak="2026-04-20")
    record_waarde(work, dossier, "dossier.regievoerder", "Iemand Anders")
    assert day(work).vandaag == ()


def test_a_clock_that_runs_behind_is_seen(work: Workspace) -> None:
    assert clock_behind(work) is None
    assert clock_behind(work.at(VANDAAG - datetime.timedelta(1))) is None
    assert clock_behind(work.at(VANDAAG - datetime.timedelta(400))) is not None
