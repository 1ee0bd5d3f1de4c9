"""Stories of keeping: backups, another passphrase."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import ClassVar

from intake_assistant import crypto
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.vault.reservekopie import back_up
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.backup import backup
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.keys import slots
from tests.storage.hulp import CHEAP, PASSPHRASE, copied, quick, recovery_key, seeded, vault_key
from tests.stress.killing import Look, Say, Story
from tests.stress.recording import begin_dossiers, dossier_of, words
from tests.stress.twin import VaultStory, faults_of


def keep_forms(work: Workspace) -> None:
    """With these forms a backup was made before: the next one changes nothing but its folder."""
    work.vault.set_setting("backup.formulieren", work.data.versie)


def faults_of_copies(vault: Vault, folder: Path | None = None) -> list[str]:
    """What is wrong with the newest backups, of the vault itself or elsewhere."""
    wrong = []
    for found in backup.list_backups(folder or vault.path / backup.BACKUPS)[:2]:
        try:
            backup.verify(found.path, vault.key)
        except KnownError as error:
            wrong.append(f"{found.path.name}: {error.code} {error.facts}")
    return wrong


class Backups(VaultStory):
    """Somebody records an answer, and then makes a backup, on a stick too, again and again."""

    unlike: ClassVar[set[str]] = {"setting", "backupplaats"}

    @property
    def root(self) -> Path:
        """The vault and the stick."""
        return self.path.parent

    @classmethod
    def prepare(cls, work: Workspace) -> None:
        begin_dossiers(work)
        keep_forms(work)

    def act(self, work: Workspace, number: int) -> None:
        if number % 2:
            record_waarde(work, dossier_of(work, number), f"notitie[{number}]", {"waarde": words(number)})
        else:
            stick = work.vault.path.parent / "stick"
            stick.mkdir(exist_ok=True)
            if back_up(work, extra=stick).plaatsen[0].fout is not None:
                raise RuntimeError("not copied")

    def look_further(self, vault: Vault, said: int) -> list[str]:
        wrong = []
        for folder in (vault.path / backup.BACKUPS, *self.root.glob("stick/*")):
            kept = len(backup.list_backups(folder))
            wrong += [] if kept >= said // 2 else [f"{kept} backups of {said // 2} in {folder}"]
            wrong += faults_of_copies(vault, folder)
        return wrong


class Passphrase(Story):
    """Somebody changes the passphrase again and again; the recovery key opens all along."""

    pace = 0.003

    def __init__(self, folder: Path, seed: int) -> None:
        super().__init__(folder, seed)
        self.path = copied(folder)
        slots.replace_passphrase(self.path, vault_key(), PASSPHRASE, CHEAP, seeded(seed))

    def live(self, say: Say) -> None:
        """Change it in an open vault, as a person does."""
        number = self.done
        with quick(self.path) as vault:
            say(number)
            while True:
                number += 1
                chance = seeded(self.seed + number)
                slots.replace_passphrase(self.path, vault.key, self._passphrase(number), CHEAP, chance)
                say(number)

    def _passphrase(self, number: int) -> str:
        return f"{PASSPHRASE} {number}" if number else PASSPHRASE

    def reopen(self) -> None:
        """Open and close."""
        quick(self.path).close()

    def look(self, said: int) -> Look:
        """Just one passphrase opens, the last or the one after; the recovery key does too."""
        vault, ways = slots.read_slots(self.path)
        secret, _ = crypto.read_recovery_key(recovery_key())
        recovered = bytes(slots.open_with_recovery(vault, ways, secret))
        opens = [number for number in (said - 1, said, said + 1) if self._opens(number)]
        begun = time.perf_counter()
        with quick(self.path) as opened:
            opening, faults = time.perf_counter() - begun, faults_of(opened)
        faults += [] if recovered == vault_key() else ["the recovery key gives another key"]
        right = opens in ([said], [said + 1])
        return Look(opens[-1] if right else said, opening, faults + ([] if right else [f"open: {opens}"]))

    def _opens(self, number: int) -> bool:
        try:
            return (
                bytes(slots.open_with_passphrase(*slots.read_slots(self.path), self._passphrase(number)))
                == vault_key()
            )
        except KnownError:
            return False

    def close(self) -> None:
        """Take the vault away."""
        shutil.rmtree(self.folder, ignore_errors=True)
