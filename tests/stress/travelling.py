"""Stories of files that travel: those of others are merged, and one is made for somebody else."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path
from typing import ClassVar

from intake_assistant.domain.entry import Entry, Json, Tombstone
from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.errors import KnownError
from intake_assistant.exchange import reader
from intake_assistant.exchange.writer import Content
from intake_assistant.operations.acts import wissen
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.exchange import cards, uitgaand
from intake_assistant.operations.exchange.export import Zending, export
from intake_assistant.operations.exchange.merge import merge_files
from intake_assistant.operations.vault.reservekopie import SAMENVOEGEN
from intake_assistant.operations.views.overzicht import refresh_overviews
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.backup import backup
from intake_assistant.storage.entries import devices, sent
from intake_assistant.storage.entries.vault import Vault
from tests.exchange.hulp import A, Person, blob, in_order, letterhead, made, person, write
from tests.stress.keeping import faults_of_copies, keep_forms
from tests.stress.recording import begin_dossiers, dossier_of, words
from tests.stress.twin import VaultStory

BO = person("bo", gemeente="Delfzijl")
"""Known to all vaults of one run: its keys are drawn when it begins."""


def brought(number: int) -> tuple[list[Entry], bytes]:
    """Somebody new with a document, and one more entry of somebody who is known."""
    document, new = random.Random(number).randbytes(3000), f"{number:032x}"
    bestanden: dict[str, Json] = {"nummer": number, "bestanden": {"pdf": blob(document).sha256}}
    return [
        made(number, f"notitie[{number}]", dossier=A),
        made(1, dossier=new),
        made(2, f"planversie[{number:016x}]", dossier=new, value=bestanden),
    ], document


def sent_by_bo(work: Workspace, number: int) -> Path:
    """The file of that number; every fourth one tells that somebody was erased there."""
    path = work.vault.path.parent / f"{number}.intake.age"
    path.unlink(missing_ok=True)
    entries, document = brought(number)
    stones = (Tombstone(f"{number - 2:032x}", "2026-11-02", "vergissing"),) if number % 4 == 0 else ()
    content = Content(in_order(*entries), stones, lambda: [blob(document)])
    lead = Person(cards.own_card(work), b"", "")
    write(path, letterhead(BO, lead), content, BO.keys)
    return path


class Merging(VaultStory):
    """A file of somebody else is merged, beside one that is cut off; now and then it erases."""

    pace = 0.15
    lives = 12
    ahead = 3
    unlike: ClassVar[set[str]] = {"setting", "backupplaats"}

    @classmethod
    def prepare(cls, work: Workspace) -> None:
        begin_dossiers(work)
        keep_forms(work)
        cards.add_card(work, BO.card, BO.card.fingerprint)

    def act(self, work: Workspace, number: int) -> None:
        path = sent_by_bo(work, number)
        cut = path.with_name("gesneden.age")
        cut.write_bytes(path.read_bytes()[: -1 - number])
        done = merge_files(work, [cut, path], accept_erase=[f"{number - 2:032x}"])
        if [one.fout is None for one in done.bestanden] != [False, True]:
            raise RuntimeError(str(done.as_json()))

    def settle(self, work: Workspace) -> None:
        """What was begun is finished at the next opening, what is derived when idle."""
        wissen.catch_up(work)
        refresh_overviews(work)

    def look_further(self, vault: Vault, said: int) -> list[str]:
        kept = [k for k in backup.list_backups(vault.path / backup.BACKUPS) if k.soort == SAMENVOEGEN]
        there = faults_of_copies(vault)
        return there + ([] if kept or not said else ["no backup of before"])


class Sending(VaultStory):
    """Somebody records, and then makes a file for a colleague, all of it or what is new, again and again."""

    pace = 0.05
    lives = 20
    # A file is encrypted with other chance each time.
    unlike: ClassVar[set[str]] = {"export_log", "sent", "setting"}

    @property
    def root(self) -> Path:
        """The vault, and beside it what is sent."""
        return self.path.parent

    @classmethod
    def prepare(cls, work: Workspace) -> None:
        begin_dossiers(work)

    def act(self, work: Workspace, number: int) -> None:
        if number % 2:
            record_waarde(work, dossier_of(work, number), f"notitie[{number}]", {"waarde": words(number)})
            return
        path = work.vault.path.parent / f"{number}.intake.age"
        path.unlink(missing_ok=True)
        receiver = person("cor", gemeente=cards.own_card(work).gemeente).card
        export(work, Zending(Bestandssoort.TEAM, (receiver,)), path)

    def settle(self, work: Workspace) -> None:
        """What was about to get its name did, or went to nobody."""
        uitgaand.settle(work)

    def look_further(self, vault: Vault, said: int) -> list[str]:
        """What bears the name of a file is one, whole, and the log tells of it."""
        told = {row.sha256 for row in vault.sent_out()}
        there = sorted(vault.path.parent.glob("[0-9]*.intake.age"))
        wrong = [f"{path.name} is not in the log" for path in there if _sha256(path) not in told]
        wrong += [f"{path} is still to get its name" for path in sent.begun(vault)]
        return wrong + [f"{path.name} is not whole" for path in there if not _is_whole(vault, path)]


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _is_whole(vault: Vault, path: Path) -> bool:
    try:
        with reader.opened(path, devices.identity(vault), vault.device.recipient) as incoming:
            incoming.drain()
    except KnownError:
        return False
    return True
