"""The list of dossiers follows what is recorded, and the calendar."""

import datetime
import gc
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from intake_assistant.documents.model import texts_of
from intake_assistant.domain.recht.bewaartermijn import bewaarfeiten, bewaartermijnen
from intake_assistant.domain.recht.wissen import ANDERS
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts import wissen
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier, record_inburgeraar
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.record import erase_values, record, record_fields
from intake_assistant.operations.papers.brief.geleidebrief import geleidebrief_stuk
from intake_assistant.operations.vault.kluiscontrole import check_open as check
from intake_assistant.operations.views import overzicht
from intake_assistant.operations.views.antwoord import Telling
from intake_assistant.operations.views.dossier.lijstfeiten import mark_of
from intake_assistant.operations.views.overzicht import (
    FEW,
    Overzicht,
    all_klokken,
    is_behind,
    list_dossiers,
    list_made,
    refresh_for,
    refresh_overviews,
    stand_van,
)
from intake_assistant.operations.views.wissen.voorstel import propose
from intake_assistant.operations.workspace import Data, FixedClock, Workspace
from intake_assistant.progress import CANCELLED
from intake_assistant.storage.entries import projections
from intake_assistant.storage.entries.rows import MadeRow
from tests.gespeeld import play_once
from tests.operations.casussen import COMPLEET
from tests.operations.rijk import play
from tests.operations.samen import exchange
from tests.storage.hulp import CLOCK, Between, copied, quick, seeded


def line(work: Workspace, dossier: str) -> Overzicht:
    return next(o for o in list_dossiers(work) if o.dossier == dossier)


def test_an_empty_vault_lists_nothing(work: Workspace) -> None:
    assert list_dossiers(work) == []


def test_dossiers_are_listed_by_name(work: Workspace) -> None:
    for achternaam in ("Yusuf", "Abraha", "Özdemir", "al-Saadi"):
        create_dossier(work, {"voornamen": "X", "achternaam": achternaam})
    assert [o.naam for o in list_dossiers(work)] == ["Abraha, X", "al-Saadi, X", "Özdemir, X", "Yusuf, X"]


def test_of_few_lines_the_facts_are_held_as_they_are_read(
    work: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overzicht, "SCREENFUL", 2)
    talen = ["ar", "en", "fr", "ti", "tr"]
    for taal in talen:
        create_dossier(work, {"voornamen": "X", "achternaam": taal, "spreektaal": taal})
    of_others = held_facts()
    lines = list_dossiers(work)
    assert [(o.spreektaal, o.stand, o.bewaarfeiten.zaaknummer) for o in lines] == [
        (taal, "in_gesprek", "") for taal in talen
    ]
    assert len([kept for kept in held_facts() if not any(kept is other for other in of_others)]) == 2


def held_facts() -> list[dict[object, object]]:
    gc.collect()
    found = [kept for kept in gc.get_objects() if isinstance(kept, dict)]
    return [kept for kept in found if kept.keys() >= {"stand", "bewaren"}]


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
    assert (len(after.startposities), len(after.onderwerpen)) == (13, 15)
    place = [s.id for s in work.data.formulieren.startposities].index("taalniveau")
    assert (before.startposities[place], after.startposities[place]) == ("leeg", "deels")
    assert sum(staat != "klaar" for staat in before.startposities) == 13


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
            erase_values(work, dossier, [entry.id], "ging over een ander")
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
    dossier = play_once(work, re.sub("geboortejaar = 202.", "geboortejaar = 2025", case).encode(), "c.toml")
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
    case = COMPLEET.replace(
        "dagtekening = 2026-12-28", "dagtekening = 2026-12-28\nbekendgemaakt_op = 2026-12-28"
    )
    dossier = changed.vault.dossier(play_once(changed, case.encode(), "c.toml"))

    (klok,) = [k for k in all_klokken(changed, dossier) if k.klok == "bezwaar"]
    assert klok.uiterlijk == datetime.date(2027, 2, 22)
    assert "22 februari 2027" in "\n".join(texts_of(geleidebrief_stuk(changed, dossier)))
    feiten = replace(bewaarfeiten(dossier, changed.data.formulieren), kort_bewaard=("k10",))
    k10 = bewaartermijnen(feiten, datetime.date(2027, 1, 1), changed.data.regels)[-1]
    # What was posted on the last day may come a week later (art. 6:9(2) Awb).
    assert k10.vanaf == klok.uiterlijk + datetime.timedelta(days=8)


def kept(work: Workspace) -> dict[str, str]:
    return {row.dossier: row.gegevens for row in work.vault.overviews()}


def behind(work: Workspace) -> list[str]:
    return [row.dossier for row in work.vault.stale_overviews(overzicht._versie(work))]


@pytest.fixture
def many(work: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Three times as many dossiers as are made at once, and a year later."""
    monkeypatch.setattr(overzicht, "AT_ONCE", 0)
    for number in range(3 * FEW):
        create_dossier(work, {"voornamen": "X", "achternaam": f"Naam{number:02}"})
    refresh_overviews(work)
    return work.at(datetime.date(work.clock.today().year + 1, 1, 1))


def test_in_a_new_year_the_list_waits_for_a_few_lines_only(many: Workspace) -> None:
    assert len(list_made(many)) == 3 * FEW
    assert len(behind(many)) == 2 * FEW
    assert is_behind(many)
    assert not refresh_for(many, 60.0)
    assert not is_behind(many)


def test_what_was_changed_just_now_is_made_first(many: Workspace) -> None:
    last = many.vault.stale_overviews(overzicht._versie(many))[-1].dossier
    record_inburgeraar(many, last, {"achternaam": "Anders"})
    assert "Anders, X" in [o.naam for o in list_made(many)]


def test_lines_kept_in_another_form_are_not_shown_until_they_are_made(many: Workspace) -> None:
    for dossier in many.vault.dossiers():
        seen = next(row for row in many.vault.stale_overviews(1) if row.dossier == dossier)
        many.vault.put_overviews(1, [MadeRow(seen, "Van vroeger", {"FORMAAT": 1})])
    assert len(list_made(many)) == FEW
    assert len(list_dossiers(many)) == 3 * FEW


def test_a_line_of_who_changed_meanwhile_is_not_kept(many: Workspace) -> None:
    """Also when only a value came that had been withheld: then there are as many entries as before."""
    changed, filled, erased = many.vault.dossiers()[:3]
    with many.vault.transaction() as connection:
        projections.derive(connection, filled)
    stale = [s for s in many.vault.stale_overviews(1) if s.dossier in (changed, filled, erased)]
    made = [row for seen in stale for row in overzicht._made(many, seen)]
    record_inburgeraar(many, changed, {"achternaam": "Anders"})
    with many.vault.transaction() as connection:
        projections.derive(connection, filled)
    wissen.erase(many, erased, propose(many, erased).kenmerk, ANDERS, "was dubbel")
    many.vault.put_overviews(overzicht._versie(many), made)
    assert {changed, filled} <= set(behind(many))
    assert erased not in kept(many)
    assert line(many, changed).naam == "Anders, X"


def test_lines_are_made_while_another_thread_records(many: Workspace) -> None:
    dossiers = many.vault.dossiers()
    worker = threading.Thread(target=refresh_for, args=(many, 60.0))
    worker.start()
    for number, dossier in enumerate(dossiers):
        record_inburgeraar(many, dossier, {"achternaam": f"Nu{number:02}"})
        assert f"Nu{number:02}, X" in [o.naam for o in list_made(many)]
    worker.join()
    refresh_overviews(many)
    assert check(many) == []


def test_made_until_it_is_called_off(many: Workspace) -> None:
    def stop() -> None:
        if len(behind(many)) <= 2 * FEW:
            raise KnownError(CANCELLED)

    with pytest.raises(KnownError):
        refresh_for(many, 60.0, Between(stop))
    assert len(behind(many)) == 2 * FEW


MAKER = """
import sys
from datetime import date
from pathlib import Path
from intake_assistant.operations.views.overzicht import refresh_for
from intake_assistant.operations.workspace import FixedClock, Workspace, packaged_data
from tests.storage.hulp import AROUND, PASSPHRASE, Between
from intake_assistant.storage.engine.opening import open_vault
vault = open_vault(Path(sys.argv[1]), PASSPHRASE, AROUND)
work = Workspace(vault, packaged_data(), FixedClock(date.fromisoformat(sys.argv[2])), AROUND.random)
refresh_for(work, 60.0, Between(lambda: print("few", flush=True)))
print("all", flush=True)
"""


def test_killed_in_the_middle_it_goes_on_at_the_next_start(tmp_path: Path, data: Data) -> None:
    path = copied(tmp_path)
    with quick(path) as vault:
        work = Workspace(vault, data, CLOCK, seeded(1))
        for number in range(5 * FEW):
            create_dossier(work, {"voornamen": "X", "achternaam": f"Naam{number:02}"})
        refresh_overviews(work)
    day = datetime.date(CLOCK.today().year + 1, 1, 1)
    with subprocess.Popen(
        [sys.executable, "-c", MAKER, str(path), day.isoformat()],
        stdout=subprocess.PIPE, text=True, cwd=os.getcwd(),
    ) as maker:  # fmt: skip
        assert maker.stdout is not None
        assert [maker.stdout.readline() for _ in range(3)] == ["few\n"] * 3
        maker.send_signal(signal.SIGKILL)
        assert "all" not in maker.stdout.read()
    assert maker.returncode == -signal.SIGKILL
    with quick(path) as vault:
        later = Workspace(vault, data, FixedClock(day), seeded(1))
        assert 0 < len(behind(later)) <= 3 * FEW  # what was told was kept
        assert len(list_made(later)) == 5 * FEW
        assert not refresh_for(later, 60.0)
        assert not behind(later)
        assert check(later) == []


def test_an_end_that_was_announced_closes_nothing_before_its_day(work: Workspace) -> None:
    dossier = create_dossier(work, {"voornamen": "Selam"}).made
    einde = work.clock.today() + datetime.timedelta(days=30)
    velden = {"einde_inburgeringsplicht": einde.isoformat(), "einde_reden": "vertrek"}
    record_fields(work, dossier, "procedure", velden)
    assert line(work, dossier).stand == stand_van(work, work.vault.dossier(dossier)) == "in_gesprek"
    assert line(work.at(einde), dossier).stand == "in_gesprek"
    assert line(work.at(einde + datetime.timedelta(days=1)), dossier).stand == "afgerond"
