"""What somebody who can write in the folder of a vault, and has no key, plants there."""

import contextlib
import dataclasses
import os
import subprocess
import sys
from pathlib import Path

import pyrage  # type: ignore[import-untyped]  # the wheel carries no types
import pytest

from intake_assistant import crypto
from intake_assistant.errors import KnownError
from intake_assistant.storage.engine.lock import LOCK_FILE
from intake_assistant.storage.engine.opening import create_vault, open_vault
from intake_assistant.storage.engine.session import DATABASE, Surroundings
from intake_assistant.storage.keys import rekey, slots, wachttijd
from tests.storage.hulp import CHEAP, CLOCK, PASSPHRASE, quick, vault_key

SECRET = bytes(range(20))
posix = pytest.mark.skipif(
    sys.platform == "win32", reason="plants links, which Windows keeps to administrators"
)


def recipient(identity: object) -> str:
    return str(identity.to_public())  # type: ignore[attr-defined]  # untyped


def plant(path: Path, *planted: slots.Slot) -> None:
    file = slots.read_file(path)
    slots.write_file(path, dataclasses.replace(file, slots=(*planted, *file.slots)))


def renewed(path: Path, around: Surroundings) -> bytes:
    with open_vault(path, PASSPHRASE, around) as vault:
        rekey.rekey(vault, PASSPHRASE, SECRET)
        return bytes(vault.key)


def opened_by(path: Path, identity: object) -> bytes | None:
    try:
        return bytes(slots.open_with_identity(*slots.read_slots(path), str(identity)))
    except KnownError:
        return None


def test_a_new_key_is_sealed_for_no_municipality_that_was_planted(tmp_path: Path) -> None:
    gemeente, dief = (pyrage.x25519.Identity.generate() for _ in range(2))
    path = tmp_path / "v.intake"
    create_vault(
        path, PASSPHRASE, Surroundings(CLOCK, os.urandom, CHEAP, recipient(gemeente)), {"naam": "an"}
    )
    plant(path, slots.municipality_slot(slots.read_file(path).kluis, bytes(32), recipient(dief)))
    # On a computer without rules of an administrator: the vault itself knows who may have a way in.
    key = renewed(path, Surroundings(CLOCK, os.urandom, CHEAP))
    assert opened_by(path, gemeente) == key
    assert opened_by(path, dief) is None


def test_a_municipality_that_came_later_keeps_its_way_at_a_new_key(path: Path) -> None:
    gemeente = pyrage.x25519.Identity.generate()
    slots.replace_passphrase(path, vault_key(), PASSPHRASE, CHEAP, os.urandom)
    open_vault(path, PASSPHRASE, Surroundings(CLOCK, os.urandom, CHEAP, recipient(gemeente))).close()
    key = renewed(path, Surroundings(CLOCK, os.urandom, CHEAP))
    assert opened_by(path, gemeente) == key


def test_an_old_copy_that_came_back_after_a_new_key_is_in_the_log(path: Path) -> None:
    around = Surroundings(CLOCK, os.urandom, CHEAP)
    slots.replace_passphrase(path, vault_key(), PASSPHRASE, CHEAP, os.urandom)
    old = (path / DATABASE).read_bytes()
    renewed(path, around)
    with open_vault(path, PASSPHRASE, around) as vault:
        assert vault.logs() == []
    (path / DATABASE).write_bytes(old)
    with open_vault(path, PASSPHRASE, around) as vault:
        assert [row[3] for row in vault.logs()] == ["oude_kopie"]


def test_a_cheap_slot_that_was_planted_makes_no_passphrase_cheaper(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dear = crypto.Argon2Cost(crypto.FLOOR.memory * 2, 5, 4)
    slots.replace_passphrase(path, vault_key(), PASSPHRASE, dear, os.urandom)
    vault = slots.read_file(path).kluis
    plant(path, slots.passphrase_slot(vault, bytes(32), "van de dief", CHEAP, os.urandom))
    monkeypatch.setattr(crypto, "WANTED_SECONDS", 60.0)
    monkeypatch.setattr(crypto, "MOST_TUNED_MEMORY", dear.memory)
    monkeypatch.setattr(crypto, "MOST_TUNED_PASSES", dear.passes)
    open_vault(path, PASSPHRASE, Surroundings(CLOCK, os.urandom, CHEAP), raise_cost=True).close()
    costs = [slot.cost for slot in slots.read_file(path).of_kind(slots.PASSPHRASE)]
    assert dear in costs


@posix
@pytest.mark.parametrize("hard", [False, True])
def test_a_lock_that_is_a_link_empties_no_file_elsewhere(path: Path, tmp_path: Path, hard: bool) -> None:
    elsewhere = tmp_path / "brief.txt"
    elsewhere.write_text("van belang")
    (path / LOCK_FILE).unlink(missing_ok=True)
    (os.link if hard else os.symlink)(elsewhere, path / LOCK_FILE)
    with contextlib.suppress(KnownError):
        quick(path).close()
    assert elsewhere.read_text() == "van belang"


@posix
@pytest.mark.parametrize("folder", ["blobs", "backups"])
def test_a_folder_that_is_a_link_deletes_nothing_elsewhere(path: Path, tmp_path: Path, folder: str) -> None:
    elsewhere = tmp_path / "documenten"
    elsewhere.mkdir()
    for naam in ("brief.txt", ".half-brief.txt", "a" * 64):
        (elsewhere / naam).write_text("van belang")
    if (path / folder).is_dir():
        (path / folder).rmdir()
    (path / folder).symlink_to(elsewhere)
    (path / f"{DATABASE}-wal").touch()
    with contextlib.suppress(KnownError):
        quick(path).close()
    assert len(list(elsewhere.iterdir())) == 3


@posix
def test_shutting_a_vault_to_others_changes_no_rights_elsewhere(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "gedeeld.txt"
    elsewhere.write_text("voor allen")
    elsewhere.chmod(0o644)
    (path / "link").symlink_to(elsewhere)
    path.chmod(0o755)
    quick(path).close()
    assert elsewhere.stat().st_mode & 0o777 == 0o644
    assert path.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    "planted",
    [
        [crypto.Argon2Cost(crypto.MOST_TUNED_MEMORY * 2, 3, 4)],
        [crypto.Argon2Cost(64, crypto.MOST_TUNED_PASSES + 1, 1)],
        [CHEAP] * slots.MOST_SLOTS,
    ],
)
def test_slots_that_would_keep_the_computer_busy_are_refused(
    path: Path, planted: list[crypto.Argon2Cost]
) -> None:
    vault = slots.read_file(path).kluis
    one = slots.passphrase_slot(vault, bytes(32), "van de dief", CHEAP, os.urandom)
    plant(path, *(dataclasses.replace(one, memory=c.memory, passes=c.passes, lanes=c.lanes) for c in planted))
    with pytest.raises(KnownError) as found:
        open_vault(path, PASSPHRASE, Surroundings(CLOCK, os.urandom, CHEAP))
    assert found.value.code == "vault.damaged"


IN_LITTLE_MEMORY = """
import resource, sys
from pathlib import Path
from intake_assistant.errors import KnownError
from intake_assistant.storage.engine.opening import open_vault
from tests.storage.hulp import AROUND
resource.setrlimit(resource.RLIMIT_AS, (700 << 20, 700 << 20))
try:
    open_vault(Path(sys.argv[1]), "mis", AROUND)
except KnownError as error:
    print(error.code)
"""


@posix
def test_too_little_memory_is_told_and_is_no_wrong_passphrase(path: Path) -> None:
    file = slots.read_file(path)
    one = dataclasses.replace(file.of_kind(slots.PASSPHRASE)[0], memory=crypto.MOST_TUNED_MEMORY)
    slots.write_file(path, dataclasses.replace(file, slots=(one,)))
    command = [sys.executable, "-c", IN_LITTLE_MEMORY, str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "vault.no_memory"
    assert wachttijd.failures(path) == 0
