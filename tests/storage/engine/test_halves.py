"""Two who make one vault at the same time: one has it, the other is told, and what was printed opens it."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from intake_assistant import crypto, safefile
from intake_assistant.errors import KnownError
from intake_assistant.storage.backup import restore
from intake_assistant.storage.backup.backup import make_backup
from intake_assistant.storage.damage.rescue import save
from intake_assistant.storage.damage.salvage import read_what_is_left
from intake_assistant.storage.engine import halves
from intake_assistant.storage.engine.lock import LOCK_FILE, FolderLock
from intake_assistant.storage.engine.opening import create_vault, open_vault, open_vault_with_recovery
from tests.storage.hulp import AROUND, PASSPHRASE, quick, recovery_key, vault_key


def at_once(acts: list[Callable[[], object]]) -> list[object]:
    """What comes of each, all begun in the same moment."""
    gate, found = threading.Barrier(len(acts)), list[object]()

    def run(act: Callable[[], object]) -> None:
        gate.wait()
        try:
            found.append(act())
        except KnownError as error:
            found.append(error.code)

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


@pytest.mark.parametrize("count", [2, 3, 4])
def test_of_several_who_make_one_vault_one_has_it_and_its_paper_opens_it(tmp_path: Path, count: int) -> None:
    path = tmp_path / "an.intake"
    found = at_once([lambda: create_vault(path, PASSPHRASE, AROUND, {"naam": "an"})] * count)
    won = [groups for groups in found if isinstance(groups, list)]
    assert sorted(code for code in found if isinstance(code, str)) == ["vault.exists"] * (count - 1)
    open_vault_with_recovery(path, "-".join(won[0]), "nog een zin", AROUND).close()
    open_vault(path, "nog een zin", AROUND).close()
    assert [p.name for p in tmp_path.iterdir()] == ["an.intake"]


MAKING = """
import sys
from pathlib import Path
from tests.storage.engine.test_halves import AROUND, PASSPHRASE, KnownError, create_vault
sys.stdin.read(1)
try:
    print("-".join(create_vault(Path(sys.argv[1]), PASSPHRASE, AROUND, {})))
except KnownError as error:
    print(error.code)
"""


def test_two_programs_that_were_started_at_once_print_one_paper(tmp_path: Path) -> None:
    path, command = tmp_path / "an.intake", [sys.executable, "-c", MAKING, str(tmp_path / "an.intake")]
    running = [subprocess.Popen(command, stdin=-1, stdout=-1, text=True) for _ in range(2)]
    for process in running:
        assert process.stdin is not None
        process.stdin.write("x")
        process.stdin.flush()
    printed = sorted(process.communicate()[0].strip() for process in running)
    assert printed[1] == "vault.exists"
    open_vault_with_recovery(path, printed[0], "nog een zin", AROUND).close()


def test_of_two_who_save_or_restore_to_one_place_one_has_it(path: Path, tmp_path: Path) -> None:
    with quick(path) as vault:
        made = make_backup(vault, "hand").path
    left, saved, back = read_what_is_left(path, vault_key(), AROUND), tmp_path / "gered", tmp_path / "terug"

    def restored() -> None:
        restore.make_vault_of(made, vault_key(), path, back, AROUND)

    assert sorted(at_once([restored] * 3), key=str) == [None, "output.exists", "output.exists"]
    open_vault_with_recovery(back, recovery_key(), PASSPHRASE, AROUND).close()
    # Two rooms of one vault that was read are not read at the same time; the making is what is tried.
    others = [lambda: create_vault(saved, PASSPHRASE, AROUND, {})] * 2
    found = at_once([lambda: save(left, saved, PASSPHRASE, AROUND), *others])
    assert len([code for code in found if code == "vault.exists"]) == 2
    open_vault(saved, PASSPHRASE, AROUND).close()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["an.intake", "gered", "terug"]


def test_who_is_making_one_is_left_alone_and_the_dead_are_taken_away(tmp_path: Path) -> None:
    path = tmp_path / ("[an] #.intake" if os.name == "nt" else "[an] *.intake")
    dead = tmp_path / f".{path.name}.abc.half"
    (dead / path.name).mkdir(parents=True)
    other = tmp_path / ".iets anders.intake.abc.half"
    other.mkdir()
    with halves.made_beside(path) as half:
        assert not dead.exists()
        halves.take_away_dead(path)
        safefile.make_folder(half)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([path.name, other.name])


def test_who_locks_a_folder_while_it_is_taken_away_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "an.intake"
    dead = tmp_path / f".{path.name}.abc.half"
    for nr in range(300):
        (dead / str(nr)).mkdir(parents=True)
        (dead / str(nr) / "inhoud").touch()
    (dead / LOCK_FILE).touch()
    sweeping = threading.Thread(target=halves.take_away_dead, args=(path,))
    sweeping.start()
    held: FolderLock | None = None
    while len(list(dead.glob("*"))) == 301:
        pass
    while held is None and dead.exists():
        with suppress(KnownError):
            held = FolderLock(dead)
    sweeping.join()
    # Who just made it locks it so: who sweeps it takes it for a dead one until then.
    assert (dead / LOCK_FILE).exists() is (held is not None)
    if held:
        held.release()


def test_what_was_left_by_who_was_killed_goes_when_the_vault_is_opened(path: Path) -> None:
    dead = path.with_name(f".{path.name}.abc.half")
    (dead / path.name).mkdir(parents=True)
    quick(path).close()
    assert not dead.exists()


def test_a_paper_that_would_not_open_is_never_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = crypto.recovery_groups
    monkeypatch.setattr(crypto, "recovery_groups", lambda secret: real(bytes(len(secret))))
    with pytest.raises(KnownError) as found:
        create_vault(tmp_path / "an.intake", PASSPHRASE, AROUND, {})
    assert found.value.code == "vault.wrong_recovery"
    assert list(tmp_path.iterdir()) == []
