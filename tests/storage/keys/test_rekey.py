"""Another key for a vault: everything goes along, and killed anywhere it opens."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]  # the wheel carries no types

from intake_assistant import crypto
from intake_assistant.errors import KnownError
from intake_assistant.storage.backup import backup, marks
from intake_assistant.storage.engine.opening import open_vault, open_vault_with_recovery, open_with
from intake_assistant.storage.engine.session import DATABASE, Surroundings
from intake_assistant.storage.entries import blobs
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.keys import rekey, slots
from intake_assistant.storage.keys.slots import SLOTS_FILE
from tests.storage.entries.test_vault import D, entry
from tests.storage.hulp import CHEAP, CLOCK, PASSPHRASE, copied, recovery_key, seeded, vault_key

AROUND = Surroundings(CLOCK, os.urandom, CHEAP)
SECRET = bytes(range(20))
NEW_SHEET = "-".join(crypto.recovery_groups(SECRET))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A vault of a cheap passphrase, with entries, a blob and backups here and elsewhere."""
    path = copied(tmp_path)
    slots.replace_passphrase(path, vault_key(), PASSPHRASE, CHEAP, os.urandom)
    elders = tmp_path / "stick" / "an"
    (elders / "blobs").mkdir(parents=True)
    with open_vault(path, PASSPHRASE, AROUND) as vault:
        for counter in range(1, 30):
            vault.append(entry(f"notitie[{counter}]", counter, waarde="kwikstaart " * 20), ())
        name = vault.blobs.put(b"een bijlage")
        vault.append(entry("besluit[30]", 30, waarde={"bestanden": {"pdf": name}}), ())
        with vault.transaction() as connection:
            connection.execute("INSERT INTO backupplaats VALUES(?,'')", (str(elders),))
            connection.execute("INSERT INTO backupplaats VALUES(?,'')", (str(tmp_path / "weg"),))
        made = backup.make_backup(vault, "hand")
        shutil.copy(made.path, elders)
        shutil.copy(path / SLOTS_FILE, elders)
        shutil.copy(path / "blobs" / vault.blobs.file_of(name), elders / "blobs")
    return path


def content(vault: Vault) -> tuple[int, bytes]:
    return len(vault.entries(D)), vault.blobs.read_file(vault.blobs.files()[0]) or b""


WHOLE = (30, b"een bijlage")


def opens_backup(path: Path, key: crypto.Key) -> bool:
    try:
        backup.verify(path, key)
    except KnownError:
        return False
    return True


def backups(folder: Path) -> list[Path]:
    return [made.path for made in backup.list_backups(folder)]


def test_everything_in_reach_goes_along(path: Path, tmp_path: Path) -> None:
    elders = tmp_path / "stick" / "an"
    with open_vault(path, PASSPHRASE, AROUND) as vault:
        before, names = blobs.read_keys(vault._connection), vault.blobs.files()
        rekey.rekey(vault, PASSPHRASE, SECRET)
        assert rekey.bring_along(vault) == [tmp_path / "weg"]
        assert rekey.has_rest(vault)
        new = bytes(vault.key)
        assert new != vault_key()
        assert content(vault) == WHOLE
        assert len(blobs.read_keys(vault._connection)) == len(before) + 1
        vault.append(entry("notitie[99]", 99, waarde="erna"), ())
    for made in [*backups(path / "backups"), *backups(elders)]:
        assert opens_backup(made, new)
        assert not opens_backup(made, vault_key())
    with open_vault(path, PASSPHRASE, AROUND) as vault:
        vault.blobs.take_keys(blobs.read_keys(vault._connection)[:1])
        # Sealed with the newest key, and under the names that the backups know.
        assert all(vault.blobs.read_file(name) for name in names)
        assert vault.blobs.files() == names
    assert (elders / SLOTS_FILE).read_bytes() == (path / SLOTS_FILE).read_bytes()
    with open_vault_with_recovery(path, NEW_SHEET, PASSPHRASE, AROUND) as vault:
        assert content(vault) == (31, b"een bijlage")
    with pytest.raises(KnownError) as found:
        open_vault_with_recovery(path, recovery_key(), PASSPHRASE, AROUND)
    assert found.value.code == "vault.wrong_recovery"
    with pytest.raises(KnownError):
        open_with(path, AROUND, lambda vault, ways: b"k" * 32)


def blobs_key(path: Path) -> bytes:
    with open_vault(path, PASSPHRASE, AROUND) as vault:
        return blobs.read_keys(vault._connection)[0]


def test_a_backup_out_of_reach_opens_later_with_the_key_from_before(path: Path, tmp_path: Path) -> None:
    away = tmp_path / "weg"
    shutil.copytree(tmp_path / "stick" / "an", tmp_path / "even")
    for _ in range(2):
        with open_vault(path, PASSPHRASE, AROUND) as vault:
            rekey.rekey(vault, PASSPHRASE, SECRET)
            rekey.bring_along(vault)
    shutil.move(tmp_path / "even", away)
    with open_vault(path, PASSPHRASE, AROUND) as vault:
        assert opens_backup(backups(away)[0], vault_key())
        assert rekey.key_of_copy(backups(away)[0], path, vault.key) == vault_key()
        assert rekey.bring_along(vault) == []
        assert not rekey.has_rest(vault)
        assert opens_backup(backups(away)[0], vault.key)


def test_the_backups_of_a_twin_on_one_stick_keep_their_key(path: Path, tmp_path: Path) -> None:
    elders = tmp_path / "stick" / "an"
    kept = {file: file.read_bytes() for file in elders.rglob("*") if file.is_file()}
    (elders / marks.MARK).write_text("dat van de andere laptop")
    with open_vault(path, PASSPHRASE, AROUND) as vault:
        rekey.rekey(vault, PASSPHRASE, SECRET)
        assert rekey.bring_along(vault) == [elders, tmp_path / "weg"]
        assert {file: file.read_bytes() for file in kept} == kept
        marks.put_mark(vault, elders)
        assert rekey.bring_along(vault) == [tmp_path / "weg"]
        assert all(opens_backup(made, vault.key) for made in backups(elders))


def test_an_old_copy_that_is_put_back_by_hand_opens_and_gets_the_newest_key(path: Path) -> None:
    shutil.copy(path / DATABASE, path.parent / "oud.db")
    with open_vault(path, PASSPHRASE, AROUND) as vault:
        rekey.rekey(vault, PASSPHRASE, SECRET)
        new = bytes(vault.key)
    shutil.copy(path.parent / "oud.db", path / DATABASE)
    with open_vault(path, PASSPHRASE, AROUND) as vault:
        assert bytes(vault.key) == new
        assert content(vault) == WHOLE
    with open_vault_with_recovery(path, NEW_SHEET, PASSPHRASE, AROUND) as vault:
        assert content(vault) == WHOLE


class Kills:
    """Copies everything as a kill would leave it, before and after each thing that is done to a file."""

    def __init__(self, folder: Path, copies: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.copies, self.found = folder, copies, list[Path]()
        copies.mkdir()
        for name in ("replace", "link", "fsync", "unlink", "open"):
            monkeypatch.setattr(os, name, self._around(getattr(os, name)))
        self._busy = False

    def copy(self) -> None:
        """Keep how it is now."""
        if self._busy:
            return
        self._busy = True
        there = self.copies / str(len(self.found))
        shutil.copytree(self.folder, there)
        self.found.append(there)
        self._busy = False

    def _around(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            self.copy()
            try:
                return real(*given, **named)
            finally:
                self.copy()

        return call


def killed_states(
    vault: Vault, act: Callable[[Vault], object], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """The vault as it lies there after a kill, at each moment of an act; the same state once."""
    kills = Kills(vault.path, folder, monkeypatch)
    # Each statement, too, is a moment at which the program may be gone.
    vault._connection.set_trace_callback(lambda _: kills.copy())
    act(vault)
    vault._connection.set_trace_callback(None)
    kills.copy()
    monkeypatch.undo()
    seen = set[bytes]()
    for state in kills.found:
        files = sorted(p for p in state.rglob("*") if p.is_file())
        digest = b"".join(str(p.relative_to(state)).encode() + p.read_bytes() for p in files)
        if digest not in seen:
            seen.add(digest)
            yield state


def test_killed_at_any_moment_of_a_new_key_it_opens_with_the_old_or_the_new_way(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def act(vault: Vault) -> None:
        rekey.rekey(vault, PASSPHRASE, SECRET)
        rekey.bring_along(vault)

    count = 0
    with open_vault(path, PASSPHRASE, AROUND) as vault:
        for state in killed_states(vault, act, tmp_path / "staten", monkeypatch):
            count += 1
            by_sheet = shutil.copytree(state, state.with_suffix(".blad"))
            assert any(opens_with_sheet(by_sheet, sheet) for sheet in (recovery_key(), NEW_SHEET)), state
            with open_vault(state, PASSPHRASE, AROUND) as again:
                rekey.bring_along(again)
                assert content(again) == WHOLE
                assert not slots.read_file(state).opvolger
                assert all(opens_backup(made, again.key) for made in backups(state / "backups"))
            open_vault(state, PASSPHRASE, AROUND).close()
    assert count > 12


def opens_with_sheet(path: Path, sheet: str) -> bool:
    try:
        with open_vault_with_recovery(path, sheet, PASSPHRASE, AROUND) as vault:
            return content(vault) == WHOLE
    except KnownError:
        return False


@pytest.mark.parametrize("act", ["passphrase", "recovery", "remove"])
def test_killed_at_any_moment_of_a_slot_change_a_way_in_opens(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    def change(vault: Vault) -> None:
        kluis = slots.read_file(path).kluis
        if act == "passphrase":
            slots.replace_passphrase(path, vault.key, "een andere wachtzin", CHEAP, os.urandom)
        elif act == "recovery":
            slots.put_slot(path, vault.key, slots.recovery_slot(kluis, vault.key, SECRET, os.urandom))
        else:
            slots.remove_slot(path, vault.key, slots.RECOVERY)

    with open_vault(path, PASSPHRASE, AROUND) as vault:
        for state in killed_states(vault, change, tmp_path / "staten", monkeypatch):
            kluis, ways = slots.read_slots(state)
            words = [PASSPHRASE, *(["een andere wachtzin"] if act == "passphrase" else [])]
            assert sum(opens(kluis, ways, word) for word in words) == 1
            sheets = [crypto.read_recovery_key(recovery_key())[0], SECRET]
            assert sum(recovers(kluis, ways, sheet) for sheet in sheets) >= (act != "remove")


def opens(kluis: str, ways: list[slots.Slot], word: str) -> bool:
    try:
        return slots.open_with_passphrase(kluis, ways, word) == vault_key()
    except KnownError:
        return False


def recovers(kluis: str, ways: list[slots.Slot], secret: bytes) -> bool:
    try:
        return slots.open_with_recovery(kluis, ways, secret) == vault_key()
    except KnownError:
        return False


def test_what_fails_in_the_middle_leaves_the_ways_of_before(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = slots.read_file(path)
    with open_vault(path, PASSPHRASE, AROUND) as vault:

        def full(_: crypto.Key) -> None:
            assert slots.read_file(path).opvolger
            raise KnownError("disk.full", pad=str(path))

        monkeypatch.setattr(vault, "give_key", full)
        with pytest.raises(KnownError):
            rekey.rekey(vault, PASSPHRASE, SECRET)
        assert bytes(vault.key) == vault_key()
    assert slots.read_file(path) == before
    assert not opens_with_sheet(path, NEW_SHEET)
    assert opens_with_sheet(path, recovery_key())


def test_a_vault_that_is_locked_meanwhile_wipes_no_key_that_is_being_brought_along(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = open_vault(path, PASSPHRASE, AROUND)
    rekey.rekey(vault, PASSPHRASE, SECRET)
    new, real = bytes(vault.key), backup.rewrite

    def locked(*given: Any, **named: Any) -> None:
        crypto.wipe(vault.key)
        real(*given, **named)

    monkeypatch.setattr(backup, "rewrite", locked)
    rekey.bring_along(vault)
    vault.close()
    assert all(opens_backup(made, new) for made in backups(path / "backups"))


def test_the_engine_knows_no_third_key(path: Path) -> None:
    connection = dbapi2.connect(str(path / DATABASE))
    connection.execute(f"PRAGMA key=\"x'{seeded(1)(32).hex()}'\"")
    with pytest.raises(dbapi2.DatabaseError):
        connection.execute("SELECT * FROM sqlite_master").fetchall()


def test_a_backup_that_no_key_opens_does_not_stop_the_others(path: Path) -> None:
    for name in ("20200101T000000000000Z-hand.db", "20300101T000000000000Z-hand.db"):
        (path / "backups" / name).write_bytes(b"x" * 9000)
    with open_vault(path, PASSPHRASE, AROUND) as vault:
        rekey.rekey(vault, PASSPHRASE, SECRET)
        rekey.bring_along(vault)
        assert [opens_backup(made, vault.key) for made in backups(path / "backups")] == [False, True, False]


REKEYING = """
import os, sys
from pathlib import Path
from intake_assistant.storage.keys import rekey
from intake_assistant.storage.engine.opening import open_vault
from tests.storage.keys.test_rekey import AROUND, PASSPHRASE, SECRET
for _ in sys.stdin:
    if (writer := os.fork()) == 0:
        with open_vault(Path(sys.argv[1]), PASSPHRASE, AROUND) as vault:
            while True:
                print(os.getpid(), flush=True)
                rekey.rekey(vault, PASSPHRASE, SECRET)
                rekey.bring_along(vault)
    os.waitpid(writer, 0)
    print("weg", flush=True)
"""
"""Has one writer after another, each until it is killed."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks a process")
def test_a_process_that_is_killed_while_it_encrypts_anew_leaves_a_vault_that_opens(path: Path) -> None:
    with open_vault(path, PASSPHRASE, AROUND) as vault, vault.transaction() as connection:
        rows = ((f"maat {number}", os.urandom(500_000).hex()) for number in range(8))
        connection.executemany("INSERT INTO setting VALUES(?,?)", rows)
    chance = random.Random(7)
    with subprocess.Popen(
        [sys.executable, "-c", REKEYING, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in range(5):
            process.stdin.write("nog een\n")
            process.stdin.flush()
            writer = int(process.stdout.readline())
            # Somewhere in the encrypting; where exactly differs, and every place must do.
            time.sleep(chance.uniform(0.0, 0.3))
            os.kill(writer, signal.SIGKILL)
            while process.stdout.readline() != "weg\n":
                pass  # it may have begun once more before its end
            with open_vault(path, PASSPHRASE, AROUND) as vault:
                assert content(vault) == WHOLE
                assert vault.check_pages() == []
                assert not slots.read_file(path).opvolger
