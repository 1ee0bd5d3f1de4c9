"""A number without its name, or a table that is gone: told in words, and what is lost comes back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from intake_assistant.domain.entry import Tombstone, make_entry
from intake_assistant.errors import KnownError
from intake_assistant.storage.backup import backup, restore
from intake_assistant.storage.backup.looking import looked_into
from intake_assistant.storage.damage import check
from intake_assistant.storage.damage.salvage import read_what_is_left
from intake_assistant.storage.entries import numbers
from intake_assistant.storage.entries.entries import TOGETHER
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.erase import erase
from tests.storage.entries.test_vault import D, entry
from tests.storage.hulp import AROUND, copied, quick, vault_key

E, BO = "a" * 32, "f" * 32
DROPPED = {
    "author": "DELETE FROM number WHERE soort='author' AND naam='Bo'",
    "device": f"DELETE FROM number WHERE soort='device' AND naam='{BO}'",
    "dossier": f"DELETE FROM number WHERE naam='{D}'",
    "table": "DROP TABLE entry_0",
}
UNREADABLE = [what for what in DROPPED if what != "dossier"]
ASKED: dict[str, Callable[[Vault], object]] = {
    "dossier": lambda v: v.dossier(D),
    "entries": lambda v: v.entries(D),
    "leaves": lambda v: v.leaves(D, "notitie[2]"),
}


def damaged(folder: Path, what: str) -> tuple[Path, backup.Backup]:
    path, wrong = copied(folder), entry("notitie[1]", 2, waarde="een")
    with quick(path) as vault:
        colleague = entry("notitie[2]", 3, waarde="drie")
        header = replace(colleague.header, author="Bo", device=BO)
        own = [entry("inburgeraar.achternaam", 1, waarde="Tesfay"), wrong]
        vault.union([*own, make_entry(header, colleague.salt, colleague.body)])
        with vault.transaction() as connection:
            for number in range(TOGETHER):  # so that the other stands in another table
                numbers.number_of(connection, numbers.DEVICE, f"{number}")
        vault.union([entry("notitie[9]", 1, E)])
        vault.append_erasing(D, [entry(f"gewist[{wrong.id}]", 4, waarde="ander")])
        made = backup.make_backup(vault, "hand")
        with vault.transaction() as connection:
            connection.execute(DROPPED[what])
    return path, made


def codes(vault: Vault) -> set[str]:
    parts = (check.look_at_references(vault), check.look_at_dossiers(vault))
    return {found.code for part in parts for found in part}


@pytest.mark.parametrize("what", DROPPED)
def test_it_opens_the_check_names_it_and_the_others_are_there(tmp_path: Path, what: str) -> None:
    path, _ = damaged(tmp_path, what)
    with quick(path) as vault:
        assert codes(vault) == ({"entry"} if what in ("author", "device") else {"verwijzing"})
        assert vault.dossier(E).leaves("notitie[9]")
        assert backup.problems_of(backup.make_backup(vault, "dag").path, vault_key()) == []


@pytest.mark.parametrize("how", ASKED)
@pytest.mark.parametrize("what", UNREADABLE)
def test_who_asks_for_it_is_told_in_words(tmp_path: Path, what: str, how: str) -> None:
    path, _ = damaged(tmp_path, what)
    with quick(path) as vault:
        with pytest.raises(KnownError) as told:
            ASKED[how](vault)
        assert told.value.code == "vault.damaged"


@pytest.mark.parametrize("what", ["author", "device", "dossier"])
def test_a_backup_brings_it_back(tmp_path: Path, what: str) -> None:
    path, made = damaged(tmp_path, what)
    with quick(path) as vault:
        with looked_into(made.path, vault_key(), path, AROUND) as found:
            terug = {verschil.dossier: verschil.terug for verschil in restore.differences(vault, found)}
            assert terug == {D: 4 if what == "dossier" else 1, E: 0}
            assert restore.merge(vault, found).dossiers == (D,)
            assert vault.entries(D) == found.entries(D)
        assert {leaf.author for leaf in vault.dossier(D).leaves("notitie[2]")} == {"Bo"}
        assert erase.finish(vault) == []
        assert codes(vault) == ({"verwijzing"} if what == "dossier" else set())


def test_a_dossier_with_a_nameless_number_can_be_erased(tmp_path: Path) -> None:
    path, _ = damaged(tmp_path, "author")
    with quick(path) as vault:
        erase.erase_dossier(vault, Tombstone(D, "2026-11-02", "vergissing"))
        assert erase.finish(vault) == []
        assert (vault.dossiers(), codes(vault)) == ([E], set())


@pytest.mark.parametrize("who", ["own", "another"])
def test_rescued_from_what_is_said_of_them_elsewhere(tmp_path: Path, who: str) -> None:
    path = copied(tmp_path)
    with quick(path) as vault:
        first = entry("notitie[1]", 1, waarde="een")
        header = replace(first.header, author=vault.device.naam, device=vault.device.id)
        own = make_entry(header, first.salt, first.body)
        vault.append(own, ())
        vault.log_access("geopend", D)
        with vault.transaction() as connection:
            soort = "IN ('author', 'device')" if who == "own" else "= 'dossier'"
            connection.execute(f"DELETE FROM number WHERE soort {soort}")
    left = read_what_is_left(path, vault_key(), AROUND)
    assert left.entries(D) == [own]
    assert left.losses[D].is_whole
