"""The ways in, beside the backups elsewhere too."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake_assistant import crypto
from intake_assistant.errors import KnownError
from intake_assistant.operations.vault import logboek, reservekopie, sleutels
from intake_assistant.operations.workspace import Data, Workspace
from intake_assistant.storage.backup import backup
from intake_assistant.storage.engine.opening import open_vault
from intake_assistant.storage.engine.session import Surroundings
from intake_assistant.storage.keys import slots
from intake_assistant.storage.keys.slots import SLOTS_FILE
from tests.storage.hulp import CHEAP, CLOCK, PASSPHRASE, copied, recovery_key, vault_key

NEW = "gordijn lepel oceaan kraan"


@pytest.fixture
def work(tmp_path: Path, data: Data) -> Iterator[Workspace]:
    path = copied(tmp_path)
    slots.replace_passphrase(path, vault_key(), PASSPHRASE, CHEAP, os.urandom)
    for naam in ("stick", "weg"):
        (tmp_path / naam).mkdir()
        shutil.copy(path / SLOTS_FILE, tmp_path / naam)
    with open_vault(path, PASSPHRASE, Surroundings(CLOCK, os.urandom, CHEAP)) as vault:
        with vault.transaction() as connection:
            for naam in ("stick", "weg"):
                connection.execute("INSERT INTO backupplaats VALUES(?,'')", (str(tmp_path / naam),))
        shutil.rmtree(tmp_path / "weg")
        yield Workspace(vault, data, CLOCK, os.urandom)


def opens(folder: Path, passphrase: str) -> bool:
    try:
        return slots.open_with_passphrase(*slots.read_slots(folder), passphrase) == vault_key()
    except KnownError:
        return False


def test_a_new_passphrase_counts_beside_the_backups_too_and_says_where_it_does_not(
    work: Workspace, tmp_path: Path
) -> None:
    assert sleutels.change_passphrase(work, PASSPHRASE, NEW, cost=CHEAP) == [tmp_path / "weg"]
    for folder in (work.vault.path, tmp_path / "stick"):
        assert opens(folder, NEW)
        assert not opens(folder, PASSPHRASE)
    assert "Wachtzin gewijzigd" in [logboek.in_words(regel) for regel in logboek.read_logboek(work)]


def test_a_recovery_key_that_is_gone_opens_no_backup_either(work: Workspace, tmp_path: Path) -> None:
    secret, _ = crypto.read_recovery_key(recovery_key())
    assert sleutels.remove_recovery_key(work) == [tmp_path / "weg"]
    for folder in (work.vault.path, tmp_path / "stick"):
        with pytest.raises(KnownError) as found:
            slots.open_with_recovery(*slots.read_slots(folder), secret)
        assert found.value.code == "vault.wrong_recovery"
    groups = sleutels.draw_recovery_key(work.random)
    sleutels.set_recovery_key(work, groups)
    secret, _ = crypto.read_recovery_key("-".join(groups))
    assert slots.open_with_recovery(*slots.read_slots(tmp_path / "stick"), secret) == vault_key()


def test_a_recovery_key_with_a_typing_error_is_not_set(work: Workspace) -> None:
    before = slots.read_file(work.vault.path)
    groups = sleutels.draw_recovery_key(work.random)
    groups[4] = "00000"
    with pytest.raises(KnownError) as found:
        sleutels.set_recovery_key(work, groups)
    assert (found.value.code, found.value.facts["groepen"]) == ("vault.wrong_recovery", "5")
    assert slots.read_file(work.vault.path) == before


def test_asking_once_more_counts_wrong_ones_as_unlocking_does(work: Workspace) -> None:
    sleutels.confirm_passphrase(work, PASSPHRASE)
    found = []
    for _ in range(4):
        with pytest.raises(KnownError) as refused:
            sleutels.confirm_passphrase(work, "fout")
        found.append(refused.value.code)
    assert found == ["vault.wrong_passphrase"] * 3 + ["vault.wait"]
    with pytest.raises(KnownError):
        sleutels.change_passphrase(work, PASSPHRASE, NEW, cost=CHEAP)
    assert opens(work.vault.path, PASSPHRASE)


def test_groups_typed_back_may_look_alike_and_be_small() -> None:
    groups = ["0A1B2", "CCCCC"]
    assert sleutels.wrong_groups(groups, {1: " oalb2 ", 2: "ccccc"}) == []
    assert sleutels.wrong_groups(groups, {1: "0A1B", 2: "CCCCD"}) == [1, 2]


def test_a_backup_from_before_another_key_is_looked_into_and_made_a_vault_of(
    work: Workspace, tmp_path: Path
) -> None:
    old = bytes(work.vault.key)
    made = reservekopie.back_up(work).backup.path
    before = tmp_path / "stick" / made.name
    shutil.copy(made, before)
    (tmp_path / "stick").rename(tmp_path / "elders")
    groups = sleutels.draw_recovery_key(work.random)
    assert sleutels.rekey_vault(work, PASSPHRASE, groups) == [tmp_path / "stick", tmp_path / "weg"]
    (tmp_path / "elders").rename(tmp_path / "stick")
    assert backup.problems_of(before, old) == []
    assert reservekopie.is_sound(work, before)
    with reservekopie.looked_into(work, before) as found:
        assert found.vault.read_only
    shutil.copy(work.vault.path / SLOTS_FILE, before.parent)
    reservekopie.make_vault_of(before, PASSPHRASE, tmp_path / "nieuw.intake", work.vault.around)
    with open_vault(tmp_path / "nieuw.intake", PASSPHRASE, work.vault.around) as again:
        assert bytes(again.key) == bytes(work.vault.key)


def test_guessing_by_way_of_a_backup_waits_too(work: Workspace, tmp_path: Path) -> None:
    made, codes = reservekopie.back_up(work).backup.path, []
    for _ in range(4):
        with pytest.raises(KnownError) as found:
            reservekopie.make_vault_of(made, "mis", tmp_path / "nieuw.intake", work.vault.around)
        codes.append(found.value.code)
    assert codes == [*["vault.wrong_passphrase"] * 3, "vault.wait"]
