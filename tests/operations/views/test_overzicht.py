"""The list of dossiers follows what is recorded, and the calendar."""

import datetime
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from intake_assistant.casus.play import play_case
from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.domain.recht.bewaartermijn import bewaarfeiten, bewaartermijnen
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier, record_inburgeraar
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.record import erase_value, record
from intake_assistant.operations.papers.gegevens import pip_gegevens
from intake_assistant.operations.vault.kluiscontrole import check_open as check
from intake_assistant.operations.views.antwoord import Telling
from intake_assistant.operations.views.overzicht import (
    DERTIEN,
    Overzicht,
    all_klokken,
    list_dossiers,
    mark_of,
    refresh_overviews,
    stand_van,
)
from intake_assistant.operations.workspace import Data, Workspace
from tests.operations.casussen import COMPLEET
from tests.operations.rijk import play
from tests.operations.samen import exchange


def line(work: Workspace, dossier: str) -> Overzicht:
    return next(o for o in list_dossiers(work) if o.dossier == dossier)


def test_an_empty_vault_lists_nothing(work: Workspace) -> None:
    assert list_dossiers(work) == []


def test_dossiers_are_listed_by_name(work: Workspace) -> None:
    for achternaam in ("Yusuf", "Abraha", "Özdemir", "al-Saadi"):
        create_dossier(work, {"voornamen": "X", "achternaam": achternaam})
    assert [o.naam for o in list_dossiers(work)] == ["Abraha, X", "al-Saadi, X", "Özdemir, X", "Yusuf, X"]


def test_every_change_shows_at_the_next_look(work: Workspace, dossier: str) -> None:
    assert line(work, dossier).naam == "Tesfay, Selam"
    record_inburgeraar(work, dossier, {"achternaam": "Haile", "spreektaal": "ti"})
    assert (line(work, dossier).naam, line(work, dossier).spreektaal) == ("Haile, Selam", "ti")
    start_gesprek(work, dossier, {"datum": "2026-10-30"})
    assert line(work, dossier).laatste_contact == "2026-10-30"


def test_an_answer_marks_its_startpositie(work: Workspace, dossier: str) -> None:
    before = line(work, dossier)
    record_antwoord(work, dossier, "taalniveau.nl_lezen", 2)
    after = line(work, dossier)
    assert len(after.startposities) == DERTIEN
    place = [s.id for s in work.data.formulieren.startposities].index("taalniveau")
    assert (before.startposities[place], after.startposities[place]) == ("leeg", "deels")
    assert before.startposities_open == DERTIEN


def test_the_clocks_of_the_list_are_those_of_today(work: Workspace) -> None:
    dossier = play(work, 1)
    days = (datetime.date(2026, 6, 1), datetime.date(2026, 6, 11))
    first, later = ({k.klok: k.dagen_over for k in line(work.at(day), dossier).klokken} for day in days)
    running = [klok for klok, dagen in first.items() if dagen is not None and later[klok] is not None]
    assert running
    assert all((first[klok] or 0) - (later[klok] or 0) == 10 for klok in running)


def test_conflicts_and_what_is_missing_show_in_the_list(laptop: Callable[[str], Workspace]) -> None:
    an, bo = laptop("an"), laptop("bo")
    dossier = create_dossier(an, {"achternaam": "Tesfay"}).made
    exchange(an, bo)
    record_inburgeraar(an, dossier, {"achternaam": "Tesfai"})
    record_inburgeraar(bo, dossier, {"achternaam": "Tesfaye"})
    exchange(an, bo)
    assert line(an, dossier).conflicten == line(bo, dossier).conflicten == 1
    record(an, dossier, "inburgeraar.adres", {"waarde": "a"})
    last = record(an, dossier, "inburgeraar.adres", {"waarde": "b"}).entry
    assert last is not None
    bo.vault.union([last])
    assert (line(an, dossier).onvolledig, line(bo, dossier).onvolledig) == (False, True)


def test_an_erased_name_leaves_the_list(work: Workspace, dossier: str) -> None:
    assert "Tesfay" in line(work, dossier).naam
    for entry in work.vault.entries(dossier):
        if entry.header.subject.startswith("inburgeraar."):
            erase_value(work, dossier, entry.id, "ging over een ander")
    assert "Tesfay" not in str(work.vault.projections())
    assert "Tesfay" not in line(work, dossier).naam


NIEUWE_VRAAG = """
[[survey]]
type = "text"
name = "leerbaarheid.nieuw"
label = "Wat wilt u nog zeggen?"
guidance_hint = "Luister."
pip.sensitivity = 0
pip.from_gesprek = 1
pip.read_aloud = true
pip.grondslag = "Besl 5.2(1)(a)"
"""


def test_other_forms_make_the_list_anew_and_are_no_damage(
    work: Workspace, dossier: str, tmp_path: Path
) -> None:
    shutil.copytree(work.data.folder, tmp_path / "forms")
    with (tmp_path / "forms" / "startposities" / "01_leerbaarheid.toml").open("a", encoding="utf-8") as file:
        file.write(NIEUWE_VRAAG)
    newer = Workspace(work.vault, Data(tmp_path / "forms"), work.clock, work.random)
    record_antwoord(newer, dossier, "leerbaarheid.nieuw", "niets")
    marks = [line(each, dossier).startposities[0] for each in (newer, work, newer)]
    assert marks == ["deels", "leeg", "deels"]
    assert check(work) == check(newer) == []


def test_a_child_that_turns_two_reopens_what_was_complete(work: Workspace) -> None:
    case = re.sub(r"(?m)^ *(dagtekening|vve|vve_wens|vve_afspraak) = .*\n", "", COMPLEET)
    dossier = play_case(work, re.sub("geboortejaar = 202.", "geboortejaar = 2025", case).encode(), "c.toml")
    old, new = work.at(datetime.date(2026, 12, 31)), work.at(datetime.date(2027, 1, 1))
    stages = [line(day, dossier).stand for day in (old, new)]
    assert stages == ["klaar_voor_besluit", "in_gesprek"]
    assert check(old) == check(new) == []


@pytest.mark.parametrize("number", [1, 3, 6, 7])
def test_the_stage_in_the_list_is_the_stage_of_the_dossier(work: Workspace, number: int) -> None:
    dossier = play(work, number)
    for day in (datetime.date(2026, 3, 1), datetime.date(2026, 11, 2), datetime.date(2030, 1, 1)):
        later = work.at(day)
        assert line(later, dossier).stand == stand_van(later, later.vault.dossier(dossier))


def test_the_stage_from_the_kept_row_is_that_of_a_fresh_one(work: Workspace) -> None:
    dossier = play(work, 1)
    before = line(work, dossier)
    shown = (before.naam, before.stand, before.startposities, before.klokken, before.laatste_contact)
    work.vault.rebuild()
    refresh_overviews(work)
    after = line(work, dossier)
    assert (after.naam, after.stand, after.startposities, after.klokken, after.laatste_contact) == shown


@pytest.mark.parametrize(
    ("telling", "mark"),
    [(Telling(open=3), "leeg"), (Telling(open=1, onbekend=1), "deels"), (Telling(beantwoord=2), "klaar"),
     (Telling(niet_gevraagd=1), "klaar"), (Telling(), "klaar")],
)  # fmt: skip
def test_how_far_a_startpositie_is(telling: Telling, mark: str) -> None:
    assert mark_of(telling) == mark


def test_bezwaar_ends_on_one_day_in_the_list_the_letter_and_the_retention(
    work: Workspace, tmp_path: Path
) -> None:
    """Also when the rule changed between the kennisgeving and the dagtekening."""
    shutil.copytree(work.data.folder, tmp_path / "forms")
    rules = tmp_path / "forms" / "regels" / "wet_inburgering_2021.toml"
    old, head = rules.read_text(encoding="utf-8"), '[[regel]]\nsleutel = "bezwaar.termijn"\n'
    first = head + old.split(head)[1].split("[[regel]]")[0]
    van = "geldig_van = 2022-01-01\n"
    later = first.replace("waarde = 42", "waarde = 56").replace(van, "geldig_van = 2026-12-01\n")
    first_ends = first.replace(van, van + "geldig_tot = 2026-11-30\n")
    rules.write_text(old.replace(first, first_ends + later), encoding="utf-8")
    changed = Workspace(work.vault, Data(tmp_path / "forms"), work.clock, work.random)
    dossier = changed.vault.dossier(play_case(changed, COMPLEET.encode(), "c.toml"))

    (klok,) = [k for k in all_klokken(changed, dossier) if k.klok == "bezwaar"]
    inhoud = {**besluiten_of(dossier)[-1].inhoud, "bekendgemaakt_op": "2026-12-28"}
    assert klok.uiterlijk == datetime.date(2027, 2, 22)
    assert pip_gegevens(changed, dossier, inhoud).bezwaar_uiterlijk == klok.uiterlijk
    feiten = replace(bewaarfeiten(dossier, changed.data.formulieren), kort_bewaard=("k10",))
    k10 = bewaartermijnen(feiten, datetime.date(2027, 1, 1), changed.data.regels)[-1]
    assert k10.vanaf == klok.uiterlijk + datetime.timedelta(days=1)
