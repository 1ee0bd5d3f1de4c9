"""The story of another key: database, ways in, blobs and backups get it, again and again."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from intake_assistant import crypto
from intake_assistant.errors import KnownError
from intake_assistant.operations.vault.reservekopie import back_up
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.backup import backup
from intake_assistant.storage.engine.opening import open_with
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.keys import rekey, slots
from intake_assistant.storage.keys.slots import Slot
from tests.storage.hulp import AROUND, CHEAP, PASSPHRASE, seeded
from tests.stress.keeping import keep_forms
from tests.stress.recording import begin_dossiers
from tests.stress.twin import VaultStory
from tests.stress.undoing import record_document

EVERY = 4


class Rekeying(VaultStory):
    """Record, back up, record, and give all of it another key with another passphrase and recovery key."""

    pace = 0.05
    lives = 15
    ahead = 3
    unlike: ClassVar[set[str]] = {"blobkey"}

    @classmethod
    def prepare(cls, work: Workspace) -> None:
        begin_dossiers(work)
        keep_forms(work)
        slots.replace_passphrase(work.vault.path, work.vault.key, _passphrase(0), CHEAP, seeded(1))

    def open(self, path: Path) -> Vault:
        return open_with(path, AROUND, self._unlock)

    def _unlock(self, vault: str, ways: list[Slot]) -> crypto.Key:
        for number in range(self.done // EVERY * EVERY + 15 * EVERY, -1, -EVERY):
            try:
                return slots.open_with_passphrase(vault, ways, _passphrase(number))
            except KnownError:  # of another act
                continue
        raise KnownError("vault.wrong_passphrase")

    def act(self, work: Workspace, number: int) -> None:
        match number % EVERY:
            case 1 | 3:
                record_document(work, number)
            case 2:
                back_up(work)
            case _:
                rekey.rekey(work.vault, _passphrase(number), _recovery(number))
                rekey.bring_along(work.vault)

    def settle(self, work: Workspace) -> None:
        """What was begun is finished once the vault is open again."""
        if rekey.has_rest(work.vault):
            rekey.bring_along(work.vault)

    def look_further(self, vault: Vault, said: int) -> list[str]:
        last, new = said // EVERY * EVERY, (said + 1) // EVERY * EVERY
        file = slots.read_file(vault.path)
        opens = [n for n in range(0, new + EVERY, EVERY) if _opens(vault, file.kluis, list(file.slots), n)]
        wrong = [] if opens in ([last], [new]) else [f"after {said} these open: {opens}"]
        for kept in backup.list_backups(vault.path / backup.BACKUPS):
            try:
                backup.verify(kept.path, vault.key)
            except KnownError as error:
                wrong.append(f"{kept.path.name}: {error.code} {error.facts}")
        return wrong


def _passphrase(number: int) -> str:
    return f"{PASSPHRASE} {number}"


def _recovery(number: int) -> bytes:
    return number.to_bytes(crypto.RECOVERY_BYTES, "big")


def _opens(vault: Vault, kluis: str, ways: list[Slot], number: int) -> bool:
    """Whether both ways of an act open; the recovery key of the template is another one."""
    try:
        found = [slots.open_with_passphrase(kluis, ways, _passphrase(number))]
        found += [slots.open_with_recovery(kluis, ways, _recovery(number))] if number else []
    except KnownError:
        return False
    return all(key == vault.key for key in found)
