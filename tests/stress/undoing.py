"""Stories of undoing: a backup is put back, whole or one dossier; somebody is erased, or only a value."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path
from typing import ClassVar

from intake_assistant.domain.entry import Presence
from intake_assistant.domain.recht.wissen import ANDERS
from intake_assistant.operations.acts import wissen
from intake_assistant.operations.acts.concepttekst import keep_concepttekst, leave_field
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.vault import reservekopie
from intake_assistant.operations.views.overzicht import refresh_overviews
from intake_assistant.operations.words.naam import kenmerk_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.backup import backup
from intake_assistant.storage.engine import database
from intake_assistant.storage.engine.pages import Pages
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.erase import graves
from tests.stress.keeping import faults_of_copies, keep_forms
from tests.stress.recording import begin_dossiers, dossier_of, words
from tests.stress.twin import VaultStory


def record_document(work: Workspace, number: int, dossier: str = "") -> None:
    """An answer, and a document with an entry that names it."""
    dossier = dossier or dossier_of(work, number)
    with work.vault.transaction():
        naam = work.vault.blobs.put(words(number, 400).encode())
        record_waarde(work, dossier, f"notitie[{number}]", {"waarde": words(number)})
        rij = f"planversie[{work.new_id()}]"
        record_waarde(work, dossier, rij, {"nummer": number, "bestanden": {"pdf": naam}})


VALUE_ACTS = 7
"""How many acts it takes to have a value erased that was typed before."""
_PIECE = 7


def marker(number: int) -> str:
    """A word that nobody says, of which each piece is known again."""
    return "".join(random.Random(number).choices("ghjklmnpqrstvwxyz", k=14))


def marked(number: int) -> str:
    """A text full of it, longer than a page every now and then."""
    return " ".join([marker(number)] * (1, 20, 500)[number % 3])


def any_of(word: str, content: bytes) -> bool:
    """Whether any piece of a word stands in it."""
    return any(word[at : at + _PIECE].encode() in content for at in range(len(word) - _PIECE + 1))


class Restoring(VaultStory):
    """Record, back up, record again, put back: all of it, or one dossier as a merge."""

    pace = 0.05
    lives = 15

    @classmethod
    def prepare(cls, work: Workspace) -> None:
        begin_dossiers(work)
        keep_forms(work)
        reservekopie.back_up(work)

    def act(self, work: Workspace, number: int) -> None:
        made_by_hand = [k for k in reservekopie.list_kopieen(work) if k.backup.soort == reservekopie.HAND]
        match number % 5:
            case 1 | 3:
                record_document(work, number)
            case 2:
                reservekopie.back_up(work)
            case 4:
                reservekopie.put_back(work, made_by_hand[0].backup.path)
            case _:
                chosen = [dossier_of(work, number)]
                reservekopie.merge_back(work, made_by_hand[0].backup.path, chosen)

    def settle(self, work: Workspace) -> None:
        """The list of dossiers is made anew when it is shown."""
        refresh_overviews(work)

    def look_further(self, vault: Vault, said: int) -> list[str]:
        return faults_of_copies(vault)


class Erasing(VaultStory):
    """Somebody is entered, backed up, and erased everywhere, again and again."""

    pace = 0.1
    lives = 15
    ahead = 3

    @classmethod
    def prepare(cls, work: Workspace) -> None:
        begin_dossiers(work)
        keep_forms(work)

    def act(self, work: Workspace, number: int) -> None:
        match number % 4:
            case 1:
                with work.vault.transaction():
                    dossier = create_dossier(work, {"voornamen": "B.", "achternaam": "Kwikstaart"}).made
                    record_document(work, number, dossier)
            case 2:
                reservekopie.back_up(work)
            case 3:
                record_document(work, number)
            case _:
                dossier = self._last_entered(work)
                kenmerk = kenmerk_of(work.vault.dossier(dossier))
                wissen.erase(work, dossier, kenmerk, ANDERS, "verkeerde persoon")

    def _last_entered(self, work: Workspace) -> str:
        return next(
            d
            for d in work.vault.dossiers()
            if work.vault.dossier(d).get("inburgeraar.achternaam") == "Kwikstaart"
        )

    def settle(self, work: Workspace) -> None:
        """What was begun is finished at the next opening."""
        wissen.catch_up(work)

    def look_further(self, vault: Vault, said: int) -> list[str]:
        wrong = faults_of_copies(vault)
        with vault.reading() as connection:
            gone = graves.read_graves(connection)
        for kept in backup.list_backups(vault.path / backup.BACKUPS):
            with closing(database.connect_read_only(kept.path, vault.key)) as copy:
                wrong += [f"erased, and in {kept.path.name}"] if graves.is_needed(copy, gone) else []
        return wrong


class ErasingValues(VaultStory):
    """Something is typed, recorded, indexed and backed up, on a stick too, and then that value is erased."""

    pace = 0.1
    lives = 15
    ahead = 3
    unlike: ClassVar[set[str]] = {"setting", "backupplaats", "nog_te_wissen"}

    @property
    def root(self) -> Path:
        """The vault and the stick."""
        return self.path.parent

    @classmethod
    def prepare(cls, work: Workspace) -> None:
        begin_dossiers(work)
        keep_forms(work)

    def act(self, work: Workspace, number: int) -> None:
        first = number - (number - 1) % VALUE_ACTS
        dossier, subject = dossier_of(work, first), f"notitie[{first}]"
        match number - first:
            case 0:
                keep_concepttekst(work, dossier, subject, {"waarde": marked(first)})
            case 2:
                leave_field(work, dossier, subject, {"waarde": marked(first)})
            case 1 | 3 | 4:
                stick = work.vault.path.parent / "stick"
                stick.mkdir(exist_ok=True)
                reservekopie.back_up(work, extra=None if number - first == 3 else stick)
            case 5:
                self.settle(work)
            case _:
                (entry,) = [e for e in work.vault.entries(dossier) if e.header.subject == subject]
                wissen.erase_antwoord(work, dossier, entry.id, "ging over een ander")

    def settle(self, work: Workspace) -> None:
        """What was begun is finished at the next opening, what is derived when idle."""
        wissen.catch_up(work)
        work.vault.search("woord")
        refresh_overviews(work)

    def look_further(self, vault: Vault, said: int) -> list[str]:
        copies = [p for p in self.root.rglob("*.db") if p.parent != vault.path]
        wrong = faults_of_copies(vault)
        gone = {
            first: marker(first)
            for first in range(1, said + 1, VALUE_ACTS)
            if not self._is_there(vault, first) and first + VALUE_ACTS - 1 <= said + 1
        }
        for path in [vault.path / DATABASE, *copies]:
            content = b"".join(page.body for page in Pages(path, vault.key))
            wrong += [
                f"{first} erased, and in {path}" for first, word in gone.items() if any_of(word, content)
            ]
        return wrong

    def _is_there(self, vault: Vault, first: int) -> bool:
        known = [e for dossier in vault.dossiers() for e in vault.entries(dossier)]
        return any(e.header.subject == f"notitie[{first}]" and e.presence is Presence.PRESENT for e in known)
