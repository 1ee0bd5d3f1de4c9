"""A backup whose log was left by a kill: what stands in the log counts, whatever is done with the backup."""

import os
import shutil
from pathlib import Path

import pytest

from intake_assistant.storage.backup import backup, ladder, restore
from intake_assistant.storage.backup.backup import BACKUPS
from intake_assistant.storage.backup.looking import looked_into
from intake_assistant.storage.damage import rescue
from intake_assistant.storage.damage.folder import look_at_folder
from intake_assistant.storage.engine import database
from intake_assistant.storage.engine.log import FRAME_HEADER, HEADER, PAGE
from intake_assistant.storage.entries import entries
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.erase import erase, graves
from intake_assistant.storage.keys import rekey
from tests.storage.erase.test_erase import STONE, A, B, pieces_in
from tests.storage.erase.twee import both_and_backup
from tests.storage.hulp import AROUND, PASSPHRASE, quick, vault_key

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks a process to kill")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return both_and_backup(tmp_path_factory.mktemp("log"))


@pytest.fixture(params=["all in the log", "half in the pages"])
def left(filled: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The one backup of a vault, of which a process that erased in it was killed."""
    shutil.copytree(filled, tmp_path, dirs_exist_ok=True)
    (made,) = backup.list_backups(tmp_path / "an.intake" / BACKUPS)
    killed_while_erasing(made.path)
    if request.param == "half in the pages":
        put_half_of_the_log_in_its_pages(made.path)
    return made.path


def killed_while_erasing(path: Path) -> None:
    writer = os.fork()
    if not writer:
        connection = database.connect(path, vault_key())
        with database.transaction(connection, path):
            graves.bury(connection, graves.Graves((STONE,)))
        os.kill(os.getpid(), 9)
    os.waitpid(writer, 0)
    assert database.log_counts(path)


def put_half_of_the_log_in_its_pages(path: Path) -> None:
    """As when it was killed while the log was being written into them, in the order of the pages."""
    log = database.beside(path, database.LOG).read_bytes()[HEADER:]
    step = FRAME_HEADER + PAGE
    frames = [log[at : at + step] for at in range(0, len(log), step)]
    last = {int.from_bytes(frame[:4], "big"): frame[FRAME_HEADER:] for frame in frames}
    content = bytearray(path.read_bytes())
    for number in sorted(last)[: len(last) // 2]:
        content[(number - 1) * PAGE : number * PAGE] = last[number]
    path.write_bytes(content)


def holds_only_the_other(vault: Vault) -> bool:
    with vault.reading() as connection:
        graves_of = entries.gravestones(connection)
    return vault.dossiers() == [B] and graves_of == {A} and vault.check_pages() == []


def test_it_is_looked_into_as_it_was_committed(left: Path) -> None:
    before = {file: file.read_bytes() for file in left.parent.iterdir()}
    backup.verify(left, vault_key())
    with looked_into(left, vault_key(), left.parent.parent, AROUND) as found:
        assert holds_only_the_other(found)
    assert {file: file.read_bytes() for file in left.parent.iterdir()} == before


def test_a_new_vault_of_it_holds_what_was_committed(left: Path, tmp_path: Path) -> None:
    restore.make_vault_of(left, vault_key(), left.parent.parent, tmp_path / "nieuw" / "an.intake", AROUND)
    with quick(tmp_path / "nieuw" / "an.intake") as made:
        assert holds_only_the_other(made)
        assert made.gemis is None
    shutil.rmtree(tmp_path / "nieuw" / "an.intake" / "blobs")
    assert pieces_in(tmp_path / "nieuw") == {}


def test_put_back_in_the_place_of_a_damaged_one_it_is_whole(left: Path) -> None:
    vault = left.parent.parent
    (vault / "vault.db").write_bytes(b"x" * 8192)
    (made,) = backup.list_backups(left.parent)
    rescue.put_back(vault, vault_key(), made, AROUND)
    with quick(vault) as again:
        assert holds_only_the_other(again)


def test_another_key_leaves_no_log_of_the_old_one_beside_it(left: Path, tmp_path: Path) -> None:
    path = tmp_path / "an.intake"
    stick = shutil.move(left.parent, tmp_path / "plek")
    with quick(path) as vault:
        with vault.transaction() as connection:
            connection.execute("INSERT INTO backupplaats VALUES(?,'')", (str(stick),))
        rekey.rekey(vault, PASSPHRASE, bytes(20))
        assert rekey.bring_along(vault) == []
        key = bytes(vault.key)
        (made,) = backup.list_backups(Path(stick))
        backup.verify(made.path, key)
        assert not database.has_log(made.path)
        with looked_into(made.path, key, path, AROUND) as found:
            assert holds_only_the_other(found)


def test_what_the_ladder_takes_away_leaves_no_log(left: Path) -> None:
    for day in range(1, 32):
        name = f"202010{day:02}T000000000000Z-dag.db"
        shutil.copy(left, left.with_name(name))
        shutil.copy(database.beside(left, database.LOG), left.with_name(f"{name}-wal"))
    with quick(left.parent.parent) as vault:
        ladder.thin_out(vault, left.parent)
        there = {made.path.name for made in backup.list_backups(left.parent)}
        assert len(there) < 20
        assert {log.name for log in left.parent.glob("*-wal")} == {f"{name}-wal" for name in there}
        assert [*look_at_folder(vault.path)] == []


def test_the_next_opening_goes_on_where_it_was_left(left: Path) -> None:
    with quick(left.parent.parent) as vault:
        erase.erase_dossier(vault, STONE)
        assert erase.finish(vault) == []
        assert pieces_in(vault.path) == {}
        assert not database.has_log(left)
