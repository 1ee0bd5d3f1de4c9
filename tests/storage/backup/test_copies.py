"""Backups of an open vault, and the second place: a stick that comes and goes."""

import datetime
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from intake_assistant import safefile
from intake_assistant.errors import KnownError
from intake_assistant.operations.workspace import FixedClock
from intake_assistant.progress import CANCELLED
from intake_assistant.storage.backup import backup, copies, ladder
from intake_assistant.storage.backup.backup import Backup, list_backups, make_backup
from intake_assistant.storage.engine import database
from intake_assistant.storage.engine.opening import open_with
from intake_assistant.storage.entries import projections
from intake_assistant.storage.entries.vault import Vault
from tests.storage.backup.test_backup import count
from tests.storage.entries.test_vault import D, entry
from tests.storage.hulp import AROUND, CLOCK, Between, copied, quick, stopped_after, vault_key


def on_day(path: Path, day: int) -> Vault:
    clock = FixedClock(datetime.date(2026, 11, 2) + datetime.timedelta(days=day))
    return open_with(path, replace(AROUND, clock=clock), lambda vault, ways: vault_key("an"))


def code_of(error: pytest.ExceptionInfo[KnownError]) -> str:
    return error.value.code


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick 🗂️ van Anneke"
    place.mkdir()
    return place


@pytest.fixture
def made(vault: Vault) -> Backup:
    vault.append(entry("notitie[1]", 1, waarde="kwikstaart"), ())
    return make_backup(vault, "hand")


def test_a_backup_holds_what_the_log_holds_too(vault: Vault, made: Backup) -> None:
    vault.append(entry("notitie[2]", 2, waarde="later"), ())
    second = make_backup(vault, "dag")
    assert (count(made.path, vault_key()), count(second.path, vault_key())) == (1, 2)
    assert list_backups(vault.path / "backups")[0].op > made.op or second.soort == "dag"
    assert not list(vault.path.rglob(".half-*"))
    assert b"kwikstaart" not in made.path.read_bytes()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks a process")
def test_the_vault_stays_locked_for_the_engine_of_another(vault: Vault, made: Backup) -> None:
    reader = os.fork()
    if reader == 0:
        try:
            database.connect(vault.path / "vault.db", vault_key())
        except KnownError as error:
            os._exit(0 if error.code == "vault.in_use" else 2)
        os._exit(1)
    assert os.waitpid(reader, 0)[1] == 0


def test_what_is_erased_meanwhile_is_in_no_backup(vault: Vault) -> None:
    vault.append(entry("notitie[1]", 1, waarde="kwikstaart"), ())
    times = []

    def erase() -> None:
        times.append(1)
        if len(times) == 1:
            with vault.transaction() as connection:
                projections.take_out(connection, D)
                connection.execute("INSERT INTO tombstone VALUES(?,'','')", (D,))

    made = make_backup(vault, "dag", Between(erase))
    assert count(made.path, vault_key()) == 0
    assert list_backups(vault.path / "backups") == [made]


def test_stopping_leaves_nothing(vault: Vault) -> None:
    with pytest.raises(KnownError) as error:
        make_backup(vault, "dag", stopped_after(0))
    assert code_of(error) == CANCELLED
    assert list((vault.path / "backups").iterdir()) == []


def test_a_copy_goes_with_its_blobs_and_its_slots(vault: Vault, made: Backup, stick: Path) -> None:
    name = vault.blobs.file_of(vault.blobs.put(b"besluit"))
    folder = copies.copy_to(vault, stick, made)
    assert folder.parent == stick
    assert (folder / "blobs" / name).read_bytes() == (vault.path / "blobs" / name).read_bytes()
    assert (folder / "slots.json").read_bytes() == (vault.path / "slots.json").read_bytes()
    assert (folder / made.path.name).read_bytes() == made.path.read_bytes()
    own, there = backup.places(vault)
    assert (there.folder, there.is_reachable) == (folder, True)
    again = copies.copy_to(vault, stick, make_backup(vault, "hand"))
    assert again == folder
    assert len(list_backups(folder)) == 2


def test_a_stick_that_is_not_there_is_no_place(vault: Vault, made: Backup, stick: Path) -> None:
    folder = copies.copy_to(vault, stick, made)
    shutil.rmtree(folder)
    with pytest.raises(KnownError) as error:  # the folder it is mounted on, without the stick
        copies.copy_to(vault, stick, made)
    assert code_of(error) == "backup.place_gone"
    assert not any(stick.iterdir())
    assert copies.copy_to(vault, stick, made, anew=True) == folder
    shutil.rmtree(stick)
    with pytest.raises(KnownError) as error:
        copies.copy_to(vault, stick, made, anew=True)
    assert code_of(error) == "backup.place_gone"


def test_a_stick_pulled_out_leaves_nothing_that_counts(vault: Vault, made: Backup, stick: Path) -> None:
    vault.blobs.put(b"een")

    def pull() -> None:
        stick.rename(stick.with_name("weg"))

    with pytest.raises(KnownError) as error:
        copies.copy_to(vault, stick, made, Between(pull))
    assert code_of(error) == "backup.place_gone"
    assert not list(stick.with_name("weg").rglob("*.db"))
    assert list_backups(vault.path / "backups") == [made]
    # What was begun is known, so that erasing looks there too.
    assert len(backup.places(vault)) == 2


@pytest.mark.parametrize("inside", ["", "backups", "nieuw"])
def test_a_place_inside_a_vault_is_refused(vault: Vault, made: Backup, tmp_path: Path, inside: str) -> None:
    for path in (vault.path, copied(tmp_path, "bo")):
        (path / inside).mkdir(exist_ok=True)
        with pytest.raises(KnownError) as error:
            copies.copy_to(vault, path / inside, made)
        assert code_of(error) == "backup.place_in_vault"


def test_two_vaults_on_one_place(vault: Vault, made: Backup, stick: Path, tmp_path: Path) -> None:
    with quick(copied(tmp_path, "bo")) as other:
        others = copies.copy_to(other, stick, make_backup(other, "hand"))
    mine = copies.copy_to(vault, stick, made)
    assert others != mine
    assert len(list_backups(mine)) == len(list_backups(others)) == 1


def test_a_twin_of_the_vault_on_one_place_gets_a_folder_of_its_own(
    vault: Vault, made: Backup, stick: Path, tmp_path: Path
) -> None:
    mine = copies.copy_to(vault, stick, made)
    vault.close()
    twin = Path(shutil.copytree(vault.path, tmp_path / "laptop" / "an.intake"))
    with on_day(vault.path, 1) as again:
        assert copies.copy_to(again, stick, make_backup(again, "dag")) == mine
    with on_day(twin, 1) as other:
        others = copies.copy_to(other, stick, make_backup(other, "dag"))
        assert others != mine
        assert copies.copy_to(other, stick, make_backup(other, "dag")) == others
    assert len(list_backups(mine)) == 2


def test_the_same_ladder_there(path: Path, stick: Path) -> None:
    for day in range(15):
        with on_day(path, day) as vault:
            copies.copy_to(vault, stick, make_backup(vault, "dag"))
            ladder.thin_out(vault, vault.path / "backups")
    with quick(path) as vault:
        folder = backup.places(vault)[1].folder
    names = [b.path.name for b in list_backups(path / "backups")]
    assert [b.path.name for b in list_backups(folder)] == names
    assert len(names) == 12


@pytest.mark.parametrize("linked", [False] if os.name == "nt" else [True, False])
def test_no_copies_of_another_vault_are_thinned_out(path: Path, tmp_path: Path, linked: bool) -> None:
    with quick(copied(tmp_path, "bo")) as other:
        others = [make_backup(other, "dag").path for _ in range(3)]
    if linked:
        shutil.rmtree(path / "backups", ignore_errors=True)
        (path / "backups").symlink_to(others[0].parent)
    else:
        safefile.make_folder(path / "backups")
        others = [Path(shutil.copy(other, path / "backups")) for other in others]
    with on_day(path, 0) as vault:
        own = [make_backup(vault, "dag").path for _ in range(2)]
    with on_day(path, 40) as vault:
        ladder.thin_out(vault, path / "backups")
    assert [o.exists() for o in others] == [True] * 3
    # Behind a link even what is this vault's own stays: a twin of it may live there.
    assert [o.exists() for o in own] == [linked, True]


def test_a_place_that_cannot_be_written(vault: Vault, made: Backup) -> None:
    with pytest.raises(KnownError) as error:
        copies.copy_to(vault, Path("/proc"), made)
    assert code_of(error) in ("output.not_writable", "backup.place_gone")


def test_a_renamed_backup_is_none(made: Backup) -> None:
    made.path.rename(made.path.with_name("mijn kopie.db"))
    assert list_backups(made.path.parent) == []


def test_the_clock_of_a_copy_may_stand_still(vault: Vault, made: Backup) -> None:
    ops = {make_backup(vault, "dag").op for _ in range(3)}
    assert len(ops) == 3
    assert min(ops) >= CLOCK.now()


def test_a_folder_that_was_just_made_when_the_program_was_killed_is_used(
    vault: Vault, made: Backup, stick: Path
) -> None:
    folder = copies.copy_to(vault, stick, made)
    shutil.rmtree(folder)
    (folder / "blobs").mkdir(parents=True)
    assert copies.copy_to(vault, stick, made, anew=True) == folder
