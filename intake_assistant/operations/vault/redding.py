"""A vault that no longer opens: read as far as it goes, saved in a new one, with what each dossier lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from intake_assistant import crypto, safefile
from intake_assistant.dates import date_in_words, local_moment
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.kind import SOORTEN
from intake_assistant.domain.kinds import kind_of
from intake_assistant.domain.letters import plain
from intake_assistant.errors import KnownError
from intake_assistant.operations.words.naam import lijstnaam, sorteernaam
from intake_assistant.operations.words.onderwerp import onderwerp_in_words, waarde_in_words
from intake_assistant.operations.workspace import Workspace, data_of
from intake_assistant.policy import Policy
from intake_assistant.progress import UNWATCHED, Progress
from intake_assistant.storage.backup.backup import Backup
from intake_assistant.storage.damage import rescue
from intake_assistant.storage.damage.folder import is_copy_of
from intake_assistant.storage.damage.losses import Loss
from intake_assistant.storage.damage.salvage import Salvaged, read_what_is_left
from intake_assistant.storage.engine import database, opening
from intake_assistant.storage.engine.lock import alone
from intake_assistant.storage.engine.pages import Pages
from intake_assistant.storage.engine.session import DATABASE, Surroundings
from intake_assistant.storage.entries import blobs, entries
from intake_assistant.storage.keys import slots
from intake_assistant.texts import text


@dataclass(frozen=True, slots=True)
class Dossierverlies:
    """What is left of one dossier and what is not, in words."""

    dossier: str
    naam: str
    gelezen: int
    kwijt: tuple[str, ...]
    """What was recorded last about these is gone."""
    eerder_kwijt: int
    """How many things are gone that had been replaced since, or of which only that is known."""
    documenten_kwijt: int

    @property
    def heel(self) -> bool:
        """Whether all of it is here; what was read from elsewhere is here too."""
        return not (self.kwijt or self.eerder_kwijt or self.documenten_kwijt)

    def as_json(self) -> dict[str, Any]:
        """As in the contract."""
        found = {naam: getattr(self, naam) for naam in self.__slots__}
        return {**found, "kwijt": list(self.kwijt), "heel": self.heel}


@dataclass(frozen=True)
class Redding:
    """A damaged vault as far as it was read, in memory; `reservekopie` filled what was missing."""

    path: Path
    work: Workspace
    left: Salvaged
    dossiers: tuple[Dossierverlies, ...]
    """Those that lost anything first."""
    reservekopie: Backup | None
    sleutel: crypto.Key
    alleen_hier: int
    """How many things were recorded after the backup was made, or are not in it; all without a backup."""
    meegelezen: tuple[str, ...] = ()
    """Second copies of the database that a cloud left in the folder; what stands only there is here."""

    @property
    def beschadigd(self) -> tuple[Dossierverlies, ...]:
        """The dossiers that lost something."""
        return tuple(d for d in self.dossiers if not d.heel)

    def close(self) -> None:
        """Let go of all that was read."""
        self.left.close()


def open_damaged(
    path: Path,
    passphrase: str,
    around: Surroundings,
    policy: Policy,
    *,
    herstelsleutel: str = "",
    progress: Progress = UNWATCHED,
) -> Redding:
    """Read all that is left, by the passphrase or by the recovery key; changes no byte of the vault.

    KnownError `vault.not_a_vault`, `vault.wrong_passphrase`, `vault.wait`, `vault.in_use`, `rescue.no_slots`,
    `rescue.nothing`, `vault.wrong_recovery`, `vault.older`, `vault.newer`.
    """
    if not any(safefile.exists(path / naam) for naam in (slots.SLOTS_FILE, DATABASE)):
        raise KnownError("vault.not_a_vault", pad=str(path))
    with alone(path):
        file = _slots_of(path)
        key = _unlocked(path, file, herstelsleutel or passphrase, around, by_recovery=bool(herstelsleutel))
        newest = slots.newest_key(file, key)
        return _read(path, [newest, key, *slots.older_keys(file, newest)], around, policy, progress)


def _read(
    path: Path, keys: list[crypto.Key], around: Surroundings, policy: Policy, progress: Progress
) -> Redding:
    looking, reading, telling = progress.parts(1, 8, 1)
    key = next((k for k in keys if not Pages(path / DATABASE, bytes(k)).is_salt_lost), keys[0])
    backup = next(filter(None, (rescue.last_good_backup(path, k) for k in keys)), None)
    rescue.refuse_other_form(path, key)
    copies = sorted(f for f in path.glob("*.db") if is_copy_of(f.name) == DATABASE)
    looking.done()
    further = [*([backup.path] if backup else []), *copies]
    left = read_what_is_left(path, key, around, further, reading)
    try:
        if not left.losses:
            raise KnownError("rescue.nothing", pad=str(path))
        work = Workspace(left, data_of(policy), around.clock, around.random, policy)
        dossiers = [_in_words(work, loss) for loss in telling.each(left.losses.values())]
        dossiers.sort(key=lambda d: (d.heel, plain(lijstnaam(d.naam)), d.dossier))
        names = tuple(copy.name for copy in copies)
        return Redding(path, work, left, tuple(dossiers), backup, key, _newer(left, backup, key), names)
    except BaseException:
        left.close()
        raise


def _slots_of(path: Path) -> slots.SlotFile:
    """The slots of a vault, or a second copy of these."""
    names = [slots.SLOTS_FILE, *sorted(f.name for f in path.glob("*.json") if is_copy_of(f.name))]
    for name in names:
        try:
            return slots.read_file(path, name)
        except KnownError as error:
            if error.code in ("vault.newer", "vault.older"):
                raise
    raise KnownError("rescue.no_slots", pad=str(path))


def _unlocked(
    path: Path, file: slots.SlotFile, typed: str, around: Surroundings, *, by_recovery: bool
) -> crypto.Key:
    ways = list(file.slots)
    if not by_recovery:
        return opening.derive_or_wait(path, file.kluis, ways, typed, around)
    secret, wrong = crypto.read_recovery_key(typed)
    if wrong:
        raise KnownError("vault.wrong_recovery", groepen=", ".join(map(str, wrong)))
    return slots.open_with_recovery(file.kluis, ways, secret)


def _newer(left: Salvaged, backup: Backup | None, key: crypto.Key) -> int:
    """How many entries were read that the backup does not hold; a dossier at a time."""
    with ExitStack() as stack:
        here, there = stack.enter_context(left.reading()), None
        if backup is not None:
            there = stack.enter_context(closing(database.connect_read_only(backup.path, key)))
        found = 0
        for dossier in entries.dossiers(here):
            kept = entries.ids_of(there, dossier) if there is not None else set()
            found += len(entries.ids_of(here, dossier) - kept)
    return found


def _in_words(work: Workspace, loss: Loss) -> Dossierverlies:
    try:
        dossier = work.vault.dossier(loss.dossier)
    except KnownError:
        dossier = Dossier(loss.dossier, (), {})
    return Dossierverlies(
        dossier=loss.dossier,
        naam=sorteernaam(inburgeraar_of(dossier)) if loss.kept else loss.naam,
        gelezen=loss.kept,
        kwijt=_each_once(work, loss.lost),
        eerder_kwijt=loss.earlier,
        documenten_kwijt=_documents_lost(work, dossier.id),
    )


def _each_once(work: Workspace, subjects: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(onderwerp_in_words(work, subject).rstrip(":. ") for subject in subjects))


def _documents_lost(work: Workspace, dossier: str) -> int:
    with work.vault.reading() as connection:
        named = blobs.named_by(connection, dossier)
    return sum(not work.vault.blobs.is_sound(sha256) for sha256 in named)


def loss_lines(dossier: Dossierverlies) -> list[str]:
    """What one dossier lost, a sentence each."""
    found = [text("kluis.redding.kwijt", wat=wat) for wat in dossier.kwijt]
    if dossier.eerder_kwijt:
        found.append(text("kluis.redding.eerder_kwijt", aantal=dossier.eerder_kwijt))
    if dossier.documenten_kwijt:
        found.append(text("kluis.redding.documenten_kwijt", aantal=dossier.documenten_kwijt))
    return found


def save(redding: Redding, new: Path, passphrase: str, progress: Progress = UNWATCHED) -> list[str]:
    """Save all that was read in a new vault; returns the groups of its recovery key, shown once.

    KnownError `vault.exists`, `output.not_writable`, `disk.full`, `rescue.failed`.
    """
    return rescue.save(redding.left, new, passphrase, redding.left.around, progress)


def put_back(redding: Redding) -> Path:
    """Put the last good backup in the place of the damaged database; returns where that is kept now."""
    if redding.reservekopie is None:
        raise KnownError("rescue.no_backup", pad=str(redding.path))
    return rescue.put_back(redding.path, redding.sleutel, redding.reservekopie, redding.left.around)


def backup_moment(redding: Redding) -> str:
    """When the last good backup was made, in words, by the clock of this place; empty without one."""
    if redding.reservekopie is None:
        return ""
    op = local_moment(redding.reservekopie.op)
    return text("kluis.redding.moment", dag=date_in_words(op.date().isoformat()), tijd=f"{op:%H:%M}")


def read_dossier(work: Workspace, dossier: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """(kind, (what about, what it says) of each) of all that counts in a dossier, to be read."""
    found = work.vault.dossier(dossier)
    per: dict[str, list[tuple[str, str]]] = {soort: [] for soort in SOORTEN}
    for subject in sorted(found.subjects):
        for leaf in found.visible(subject):
            said = waarde_in_words(work, subject, leaf.value)
            if said:
                per[kind_of(subject).soort].append((onderwerp_in_words(work, subject), said))
    for soort, lines in per.items():
        if lines:
            yield text(f"geschiedenis.soort.{soort}"), lines
