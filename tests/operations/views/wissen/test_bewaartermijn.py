"""What is due over all dossiers and of one: from the entries, in words, quickly."""

import datetime
import json
import time
from collections.abc import Callable

import pytest

from intake_assistant.domain.entry import Presence
from intake_assistant.operations.acts.antwoord import record_antwoord, record_notitie
from intake_assistant.operations.acts.dossier import create_dossier, record_procedure
from intake_assistant.operations.acts.record import erase_values, record_fields, remove_row
from intake_assistant.operations.acts.verzoek import add_verzoek
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.views.wissen.bewaartermijn import (
    bewaarregels_of,
    due_of,
    list_due,
    values_due,
)
from intake_assistant.operations.workspace import Workspace
from tests.operations.casussen import on
from tests.operations.rijk import play
from tests.operations.samen import exchange

LATER = datetime.date(2033, 1, 3)


def due(work: Workspace, day: datetime.date = LATER) -> list[tuple[str, str]]:
    return [(regel.dossier, regel.wat) for regel in list_due(work, day).te_wissen]


def test_nothing_is_due_of_a_dossier_that_was_just_begun(work: Workspace, dossier: str) -> None:
    assert due(work) == []
    regels = bewaarregels_of(work, work.vault.dossier(dossier))
    assert [(regel.wat, regel.stand) for regel in regels] == [("dossier", "wacht"), ("laptopkopie", "wacht")]
    assert "einddatum is niet vastgelegd" in regels[0].uitleg


def test_a_played_case_has_its_detail_due_after_the_bezwaar_term(work: Workspace) -> None:
    dossier = play(work, 2)
    found = list_due(work, LATER)
    assert {(r.dossier, r.wat) for r in found.te_wissen} >= {(dossier, "lbt_detail")}
    (regel,) = [r for r in found.te_wissen if r.wat == "lbt_detail"]
    assert regel.naam == "Al-Khatib, Nour"
    assert "kan niets meer worden ingebracht na" in regel.uitleg
    subjects = {
        e.header.subject
        for e in work.vault.entries(dossier)
        if e.id in values_due(work, dossier, "lbt_detail")
    }
    assert "leerbaarheid.lbt_score@duo" in subjects
    assert "leerbaarheid.lbt_uitslag@duo" not in subjects


def test_detail_is_no_longer_due_once_every_value_is_gone(work: Workspace) -> None:
    dossier = play(work, 2)
    record_antwoord(work, dossier, "leerbaarheid.lbt_score", 30, bron="duo")
    record_notitie(work, dossier, "leerbaarheid.lbt_score", "rekenfout hersteld")
    ids = values_due(work, dossier, "lbt_detail")
    with work.vault.transaction():
        for entry in ids:
            erase_values(work, dossier, [entry], "PIP definitief")
    assert (dossier, "lbt_detail") not in due(work)
    assert values_due(work, dossier, "lbt_detail") == []
    gone = [e for e in work.vault.entries(dossier) if e.id in ids]
    assert {e.presence for e in gone} == {Presence.ERASED}


def test_only_kinds_of_detail_have_values(work: Workspace, dossier: str) -> None:
    with pytest.raises(ValueError, match="laptopkopie"):
        values_due(work, dossier, "laptopkopie")


def test_the_list_says_just_what_each_dossier_says(work: Workspace) -> None:
    dossiers = [play(work, number) for number in (1, 4, 6)]
    record_procedure(
        work, dossiers[0], {"einde_inburgeringsplicht": "2026-11-20", "einde_reden": "overlijden"}
    )
    record_procedure(work, dossiers[1], {"overgedragen_op": "2026-11-20", "zaaknummer": "Z-26-0042"})
    add_verzoek(work, dossiers[2], {"soort": "inzage"})
    at = work.at(LATER)
    for one in dossiers:
        found = due_of(at, work.vault.dossier(one))
        listed = list_due(work, LATER)
        assert [r for r in listed.te_wissen if r.dossier == one] == list(found.te_wissen)
        assert [v for v in listed.verzoeken if v[0] == one] == list(found.verzoeken)
    assert (dossiers[0], "dossier") in due(work)
    assert (dossiers[1], "laptopkopie") in due(work)
    assert [v[0] for v in list_due(work, LATER).verzoeken] == [dossiers[2]]


def test_the_kept_overview_says_what_the_dossier_says(work: Workspace) -> None:
    dossier = play(work, 3)
    add_verzoek(work, dossier, {"soort": "beperking", "wijze": "mondeling"})
    record_fields(work, dossier, "bezwaar[1]", {"ontvangen_op": "2026-06-01", "besluit": "1"})
    before = [(line.bewaarfeiten, line.verzoeken, line.klokken) for line in list_dossiers(work)]
    after = [(line.bewaarfeiten, line.verzoeken, line.klokken) for line in list_dossiers(work)]
    assert before == after
    ((feiten, verzoeken, _),) = after
    assert (feiten.beperkt, verzoeken[0].soort) == (True, "beperking")
    assert feiten.bezwaren[0].ontvangen_op == datetime.date(2026, 6, 1)


def test_the_whole_dossier_says_what_may_stay_elsewhere(work: Workspace, dossier: str) -> None:
    record_procedure(work, dossier, {"einde_inburgeringsplicht": "2026-11-20", "einde_reden": "voldaan"})
    (regel,) = list_due(work, LATER).te_wissen
    assert (regel.vanaf, regel.regel) == (datetime.date(2031, 11, 21), "Besl 9.9(1)")
    assert "hoogstens 50 jaar" in regel.uitleg
    assert "Op deze laptop blijft er niets van over." in regel.uitleg
    json.dumps(list_due(work, LATER).as_json(LATER))


def test_the_longest_overdue_comes_first(work: Workspace) -> None:
    for naam, dag in (("B", "2024-01-10"), ("A", "2025-01-10"), ("C", "2023-01-10")):
        made = create_dossier(work, {"achternaam": naam}).made
        record_procedure(work, made, {"einde_inburgeringsplicht": dag})
    assert [r.naam for r in list_due(work, LATER).te_wissen] == ["C", "B", "A"]


def test_an_end_on_which_two_laptops_differ_says_nothing(laptop: Callable[[str], Workspace]) -> None:
    an, bo = laptop("an"), laptop("bo")
    dossier = create_dossier(an, {"achternaam": "A"}).made
    exchange(an, bo)
    record_procedure(an, dossier, {"einde_inburgeringsplicht": "2024-01-10"})
    record_procedure(bo, dossier, {"einde_inburgeringsplicht": "2025-01-10"})
    assert due(an) == [(dossier, "dossier")]
    exchange(an, bo)
    assert due(an) == due(bo) == []


def test_two_laptops_that_date_a_bezwaar_differently_keep_everything(
    laptop: Callable[[str], Workspace],
) -> None:
    an, bo = laptop("an"), laptop("bo")
    dossier = play(an, 2)
    assert (dossier, "lbt_detail") in due(an)
    record_fields(an, dossier, "bezwaar[1]", {"ontvangen_op": "2026-05-04", "besluit": "1"})
    record_fields(an, dossier, "bezwaar[1]", {"beslist_op": "2026-05-20", "beslissing": "ongegrond"})
    exchange(an, bo)
    assert (dossier, "lbt_detail") in due(an)
    record_fields(an, dossier, "bezwaar[1]", {"ontvangen_op": "2026-05-05"})
    record_fields(bo, dossier, "bezwaar[1]", {"ontvangen_op": "2026-05-06"})
    exchange(an, bo)
    assert due(an) == due(bo) == []
    (regel,) = [r for r in bewaarregels_of(an.at(LATER), an.vault.dossier(dossier)) if r.wat == "lbt_detail"]
    assert regel.uitleg.startswith("Er is een bezwaar vastgelegd, maar het is niet zeker op welke dag")
    remove_row(an, dossier, "bezwaar[1]")
    assert (dossier, "lbt_detail") in due(an)


def test_a_day_that_is_no_date_says_nothing(work: Workspace, dossier: str) -> None:
    record_procedure(work, dossier, {"einde_inburgeringsplicht": "gisteren"})
    assert due(work) == []


def test_a_dossier_takes_less_than_a_millisecond(work: Workspace) -> None:
    with work.vault.transaction():
        for number in range(300):
            made = create_dossier(work, {"achternaam": f"N{number}"}).made
            record_procedure(work, made, {"einde_inburgeringsplicht": "2024-01-10"})
    at = on(work, LATER.isoformat())
    assert len(list_due(at, LATER).te_wissen) == 300

    times = []
    for _ in range(3):
        begin = time.perf_counter()
        list_due(at, LATER)
        times.append(time.perf_counter() - begin)
    # So that 2,000 dossiers stay well under two seconds on a slow laptop.
    assert min(times) / 300 < 0.001
