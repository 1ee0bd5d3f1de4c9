"""A dossier that is damaged has its line in the list, and keeps no other from it."""

from dataclasses import replace
from typing import Any

import pytest

from intake_assistant.domain.kinds import ANTWOORD
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.dossier import create_dossier, record_inburgeraar
from intake_assistant.operations.acts.record import record
from intake_assistant.operations.vault.kluiscontrole import check_open
from intake_assistant.operations.views.finding import Kijker, find
from intake_assistant.operations.views.overzicht import is_behind, list_dossiers, list_made
from intake_assistant.operations.views.show import show_dossier, show_list
from intake_assistant.operations.views.wissen.bewaartermijn import list_due
from intake_assistant.operations.workspace import Data, Workspace
from intake_assistant.storage.backup.backup import make_backup
from intake_assistant.storage.backup.looking import looked_into
from intake_assistant.storage.backup.restore import merge
from intake_assistant.storage.entries import drawers, entries, numbers
from tests.storage.hulp import AROUND, CLOCK, vault_key

MANY = 2 * entries.TOGETHER
NAME = "subject='inburgeraar.achternaam'"
# What is done to the entries of a dossier that changed just now, or to the line that is kept of it.
ENTRIES = {
    "no JSON": f"UPDATE {{rows}} SET body=x'7b' WHERE dossier={{nr}} AND {NAME}",
    "no value": f"UPDATE {{rows}} SET body=CAST('[1]' AS BLOB) WHERE dossier={{nr}} AND {NAME}",
    "too deep": "UPDATE {rows} SET body=CAST('{{\"waarde\":' || replace(hex(zeroblob(50000)), '00', '[[')"
    f" AS BLOB) WHERE dossier={{nr}} AND {NAME}",
}
LINES = {
    "half a line": "UPDATE {line} SET gegevens=substr(gegevens, 1, 40) WHERE nr={nr}",
    "another line": "UPDATE {line} SET gegevens='x' WHERE nr={nr}",
    "no line": "DELETE FROM {line} WHERE nr={nr}",
    "no facts": "DELETE FROM p_dossier WHERE nr={nr}",
}


@pytest.fixture
def many(work: Workspace) -> Workspace:
    for number in range(MANY):
        create_dossier(work, {"voornamen": "X", "achternaam": f"Naam{number:02}"})
    return work


def spoil(work: Workspace, statement: str) -> str:
    """Do something to the first dossier; returns which that is."""
    dossier = list_dossiers(work)[0].dossier
    if statement not in LINES.values():
        record_inburgeraar(work, dossier, {"adres": "Kerkstraat 1"})
    with work.vault.transaction() as connection:
        nr = numbers.find(connection, numbers.DOSSIER, dossier) or 0
        line = drawers.overview(drawers.drawer_of(nr))
        connection.execute(statement.format(rows=entries.shelf(nr).table, line=line, nr=nr))
    return dossier


def damaged(listed: list[dict[str, Any]]) -> set[str]:
    return {line["dossier"] for line in listed if line["stand"] == "beschadigd"}


def found_in(work: Workspace) -> set[str]:
    return {finding.dossier for finding in check_open(work)} - {""}


@pytest.mark.parametrize("how", [*ENTRIES, *LINES])
def test_it_says_so_and_the_others_are_listed(many: Workspace, how: str) -> None:
    before = show_list(many)
    dossier = spoil(many, {**ENTRIES, **LINES}[how])
    listed = show_list(many)
    assert damaged(listed) == {dossier}
    assert [line for line in listed if line["dossier"] != dossier] == before[1:]
    (line,) = (line for line in listed if line["dossier"] == dossier)
    assert line == {
        "dossier": dossier, "naam": line["naam"], "stand": "beschadigd", "regievoerder": "",
        "startposities_open": None, "eerste_klok": None, "fout": "vault.damaged",
        "conflicten": 0, "juridisch_probleem": False, "mogelijk_dubbel": [],
    }  # fmt: skip
    assert (line["naam"] == "Naam00, X") == (how != "no line")
    assert found_in(many) == {dossier}
    # Nobody tries it for ever, and what asks for every line passes it over.
    assert not is_behind(many)
    assert damaged([{"dossier": o.dossier, "stand": o.stand} for o in list_made(many)]) == {dossier}
    list_due(many, CLOCK.today())


@pytest.mark.parametrize("how", [*ENTRIES, "no table"])
def test_the_others_are_found_and_a_new_one_is_made(many: Workspace, how: str) -> None:
    dossier = spoil(many, ENTRIES.get(how, "DROP TABLE {rows}"))
    last = show_list(many)[-1]["dossier"]
    assert {found.dossier for found in many.vault.search(f"Naam{MANY - 1}")} == {last}
    assert dossier not in {found.dossier for found in many.vault.search("Naam00")}
    # Also when it holds the very words itself.
    record_inburgeraar(many, last, {"adres": "Kerkstraat 1"})
    assert {found.dossier for found in find(many, "kerkstraat", Kijker())} == {last}
    made = create_dossier(many, {"achternaam": "Nieuw", "bsn": "999990019"}).made
    with pytest.raises(KnownError) as refused:
        create_dossier(many, {"achternaam": "Weer", "bsn": "999990019"})
    assert (refused.value.code, refused.value.facts["dossier"]) == ("dossier.same_bsn", made)


@pytest.mark.parametrize("how", ENTRIES)
def test_who_opens_it_is_told(many: Workspace, how: str) -> None:
    dossier = spoil(many, ENTRIES[how])
    with pytest.raises(KnownError) as told:
        show_dossier(many, dossier)
    assert told.value.code == "vault.damaged"


def test_a_table_that_is_gone(many: Workspace) -> None:
    before = show_list(many)
    with many.vault.transaction() as connection:
        known = numbers.dossiers(connection)
        table = entries.shelf(min(known)).table
        connection.execute(f"DROP TABLE {table}")
    gone = {dossier for nr, dossier in known.items() if entries.shelf(nr).table == table}
    listed = show_list(many)
    assert damaged(listed) == gone
    rest = [line for line in before if line["dossier"] not in gone]
    assert rest
    assert [line for line in listed if line["dossier"] not in gone] == rest
    assert found_in(many) == gone


def test_a_backup_brings_the_line_back(many: Workspace) -> None:
    dossier = show_list(many)[0]["dossier"]
    record_inburgeraar(many, dossier, {"woonplaats": "Delft"})
    before = show_list(many)
    made = make_backup(many.vault, "hand")
    spoil(many, ENTRIES["no JSON"])
    assert damaged(show_list(many)) == {dossier}
    with looked_into(made.path, vault_key(), many.vault.path, AROUND) as found:
        merge(many.vault, found)
    assert show_list(many) == before
    assert not is_behind(many)


def test_a_fault_of_ours_is_no_damage(many: Workspace) -> None:
    """Without its questions the program cannot count: that is not the fault of a dossier."""
    record_inburgeraar(many, many.vault.dossiers()[0], {"woonplaats": "Delft"})
    data = Data(many.data.folder)
    vars(data)["formulieren"] = None
    with pytest.raises(AttributeError):
        list_dossiers(replace(many, data=data))


def test_a_state_that_only_a_newer_program_knows_leaves_the_question_open(work: Workspace) -> None:
    before = create_dossier(work, {"achternaam": "Tesfay"}).made
    dossier = create_dossier(work, {"achternaam": "Haile"}).made
    value = {"staat": "later_beslist", "waarde": "a1"}
    record(work, dossier, ANTWOORD.of("taalniveau.nl_lezen", "inburgeraar"), value)
    counted = {line["dossier"]: line["startposities_open"] for line in show_list(work)}
    assert counted[dossier] == counted[before]
