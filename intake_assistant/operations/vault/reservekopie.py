"""Backups as a person meets them: made by themselves, listed, looked into, compared and put back."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from intake_assistant import safefile
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.views.overzicht import refresh_overviews
from intake_assistant.operations.views.wissen.voorstel import refuse_erased
from intake_assistant.operations.words.naam import sorteernaam
from intake_assistant.operations.workspace import Workspace
from intake_assistant.progress import CANCELLED, UNWATCHED, Progress
from intake_assistant.storage.backup import backup, copies, ladder, looking, restore
from intake_assistant.storage.backup.backup import BACKUPS, Backup, Place
from intake_assistant.storage.backup.restore import Teruggezet, Verschil
from intake_assistant.storage.engine import opening, stand
from intake_assistant.storage.engine.session import Surroundings
from intake_assistant.storage.entries.blobs import BLOBS, files_named_by
from intake_assistant.storage.erase import copying, erase
from intake_assistant.storage.keys import rekey, slots
from intake_assistant.texts import text

PLAATS: Final = "backup.plaats"
_FORMULIEREN: Final = "backup.formulieren"
HAND, DAG, VORMEN, HERSTEL, SAMENVOEGEN = "hand", "dag", "formulieren", "herstel", "samenvoegen"
OFTEN: Final = datetime.timedelta(minutes=30)
"""Between two that are made by themselves on one day, at least."""
OLD: Final = datetime.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Kopie:
    """One backup in one place; `plaats` is empty for the folder of the vault itself."""

    backup: Backup
    grootte: int
    plaats: str


@dataclass(frozen=True, slots=True)
class Plaatsstand:
    """The second place: since when it has the last copy, and what is wrong now."""

    plaats: Path
    laatst_op: datetime.datetime | None
    fout: KnownError | None = None


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """A backup that was made, and how the copying to the second place went."""

    backup: Backup
    plaatsen: tuple[Plaatsstand, ...]


@dataclass(frozen=True, slots=True)
class Dossierverschil:
    """What would change of one dossier; of an erased one the name is not told."""

    naam: str
    verschil: Verschil


# -- making --------------------------------------------------------------------------------------------------


def due(work: Workspace, *, changed: bool) -> str:
    """The kind of backup that should be made now by itself, or an empty string."""
    if not work.vault.dossiers():
        return ""
    if work.vault.setting(_FORMULIEREN, work.data.versie) != work.data.versie:
        return VORMEN
    now = work.clock.now()
    # Of today only: with a clock that jumped, the newest may lie in the future.
    today = [b for b in backup.list_backups(work.vault.path / BACKUPS) if b.op.date() == now.date()]
    is_time = not today or abs(now - today[0].op) >= OFTEN
    return DAG if is_time and (changed or not today) else ""


def back_up(
    work: Workspace, soort: str = HAND, progress: Progress = UNWATCHED, extra: Path | None = None
) -> Gemaakt:
    """Make a backup, copy it to the second place and thin out; KnownError when the backup itself fails.

    `extra` is one more place. A place that is away is no failure: it is told.
    """
    places = dict.fromkeys(place for place in (place_of(work), extra) if place is not None)
    making, *rest = progress.parts(1, *(2 for _ in places))
    made = backup.make_backup(work.vault, soort, making)
    copying.note_clean(work.vault, made.path)
    # A copy from before an erasing may have come back meanwhile; what cannot be done is told by the check.
    erase.finish_own(work.vault)
    if work.vault.setting(_FORMULIEREN) != work.data.versie:
        work.vault.set_setting(_FORMULIEREN, work.data.versie)
    if soort == HAND:
        _settle_loss(work)
    ladder.thin_out(work.vault, work.vault.path / BACKUPS)
    told = zip(places, rest, strict=True)
    copied = [_copied(work, place, made, part, anew=soort == HAND) for place, part in told]
    return Gemaakt(made, tuple(copied))


def catch_up(work: Workspace, progress: Progress = UNWATCHED) -> Plaatsstand | None:
    """Copy the newest backup to the second place when that has not got it; None when it has."""
    own = backup.list_backups(work.vault.path / BACKUPS)
    stand = place_stand(work)
    if stand is None or not own:
        return None
    if stand.laatst_op is not None and stand.laatst_op >= own[0].op.replace(microsecond=0):
        return None
    return _copied(work, stand.plaats, own[0], progress, anew=False)


def _copied(work: Workspace, place: Path, made: Backup, progress: Progress, *, anew: bool) -> Plaatsstand:
    fout = None
    try:
        copies.copy_to(work.vault, place, made, progress, anew=anew)
    except KnownError as error:
        if error.code == CANCELLED:
            raise
        # A second place that fails takes nothing away from the first: it is shown with its date.
        fout = error
    return Plaatsstand(place, _last_at(work, place), fout)


# -- the second place ----------------------------------------------------------------------------------------


def place_of(work: Workspace) -> Path | None:
    """Where copies go too: as the administrator decided, else as was chosen."""
    chosen = work.vault.setting(PLAATS)
    return work.policy.backup_plaats or (Path(chosen) if chosen else None)


def is_place_locked(work: Workspace) -> bool:
    """Whether the administrator decided on it."""
    return work.policy.backup_plaats is not None


def set_place(work: Workspace, place: Path | None) -> None:
    """Choose the second place, or none.

    KnownError `policy.not_allowed`, `backup.place_gone`, `backup.place_in_vault`.
    """
    if is_place_locked(work):
        raise KnownError(
            "policy.not_allowed", beheerder=work.policy.wie, wat=text("reservekopie.andere_plek")
        )
    if place is not None:
        copies.refuse_place(work.vault.path, place)
    with work.vault.transaction():
        # The whole vault goes there from now on, with its ways in.
        work.vault.log_access("andere_plek")
        work.vault.set_setting(PLAATS, str(place) if place is not None else "")


def is_same_disk(work: Workspace, place: Path) -> bool:
    """Whether a broken disk would take both."""
    return copies.is_same_disk(work.vault.path, place)


def place_stand(work: Workspace) -> Plaatsstand | None:
    """The second place with the moment of its last copy, without looking whether it is there."""
    place = place_of(work)
    return Plaatsstand(place, _last_at(work, place)) if place is not None else None


def _last_at(work: Workspace, place: Path) -> datetime.datetime | None:
    with work.vault.reading() as connection:
        found = connection.execute("SELECT plaats, laatst_op FROM backupplaats").fetchall()
    moments = [op for folder, op in found if op and place in (Path(folder), Path(folder).parent)]
    return datetime.datetime.fromisoformat(max(moments)) if moments else None


# -- looking -------------------------------------------------------------------------------------------------


def list_kopieen(work: Workspace, place: Path | None = None) -> list[Kopie]:
    """Every backup that can be reached, the newest first; `place` is one more place to look at."""
    known = looking.places_of(work.vault, backup.places(work.vault), place)
    found = [kopie for at in known for kopie in _kopieen_at(at)]
    return sorted(found, key=lambda k: (k.backup.op, k.plaats == ""), reverse=True)


def _kopieen_at(place: Place) -> Iterator[Kopie]:
    where = "" if place.is_local else str(place.folder)
    for found in backup.list_backups(place.folder) if place.is_reachable else ():
        try:
            yield Kopie(found, found.path.stat().st_size, where)
        except OSError:  # taken away, or pulled out, since it was listed
            continue


def newest_own(work: Workspace) -> Backup | None:
    """The newest backup in the folder of the vault."""
    found = backup.list_backups(work.vault.path / BACKUPS)
    return found[0] if found else None


def is_overdue(work: Workspace) -> bool:
    """Whether there are dossiers and the newest backup here is older than a week, or absent."""
    newest = newest_own(work)
    if newest is None:
        return bool(work.vault.dossiers())
    return work.clock.now() - newest.op >= OLD


def is_place_overdue(work: Workspace) -> bool:
    """Whether the second place was chosen and its last copy is older than a week, or absent."""
    stand = place_stand(work)
    if stand is None or not work.vault.dossiers():
        return False
    return stand.laatst_op is None or work.clock.now() - stand.laatst_op >= OLD


def find_kopie(work: Workspace, naam: str, place: Path | None = None) -> Path:
    """A backup by its path, its name or the beginning of its name; KnownError `backup.not_found`."""
    return _chosen(naam, (kopie.backup.path for kopie in list_kopieen(work, place)))


def _chosen(naam: str, known: Iterable[Path]) -> Path:
    if safefile.exists(Path(naam)) and Path(naam).is_file():
        return Path(naam)
    found = [path for path in known if path.name.startswith(naam)]
    if not found or len({path.name for path in found}) > 1:
        raise KnownError("backup.not_found", naam=naam)
    return found[0]


def find_beside(vault: Path, naam: str, place: Path | None = None) -> Path:
    """The same for a vault that does not open, or for a folder of copies; KnownError `backup.not_found`."""
    folders = [vault / BACKUPS, vault]
    folders += copies.folders_at(place, copies.vault_of(vault)) if place is not None else []
    return _chosen(naam, (b.path for folder in folders for b in backup.list_backups(folder)))


def is_sound(work: Workspace, path: Path, read: dict[Path, bool] | None = None) -> bool:
    """Open a backup, check every page, and read each document that it names.

    Of several backups that share their documents each is read once, when they are given one `read`.
    """
    known = {} if read is None else read
    try:
        with looked_into(work, path) as old, old.vault.reading() as connection:
            return all(_is_read(old, name, known) for name in sorted(files_named_by(connection)))
    except (KnownError, OSError):  # what cannot be opened is not sound; looking into it says why
        return False


def _is_read(old: Workspace, name: str, known: dict[Path, bool]) -> bool:
    path = old.vault.path / BLOBS / name
    if path not in known:
        known[path] = old.vault.blobs.read_file(name) is not None
    return known[path]


@contextmanager
def looked_into(work: Workspace, path: Path) -> Iterator[Workspace]:
    """A backup as a workspace that cannot be written.

    KnownError `backup.other_vault`, `backup.damaged`, `backup.older`, `backup.newer`.
    """
    looking.refuse_other_vault(path, work.vault.kluis)
    root, key, around = looking.root_of(path), _key_of(work, path), work.vault.around
    with looking.looked_into(path, key, root, around) as found:
        yield replace(work, vault=found)


def compare(work: Workspace, path: Path, progress: Progress = UNWATCHED) -> list[Dossierverschil]:
    """What putting a backup back would change, by name; raises as `looked_into`."""
    with looked_into(work, path) as old:
        work.vault.log_access("vergeleken")
        found = restore.differences(work.vault, old.vault, progress)
        ids = [v.dossier for v in found]
        namen = {**_namen(old, ids), **_namen(work, ids)}
    made = [Dossierverschil("" if v.gewist else namen.get(v.dossier, ""), v) for v in found]
    return sorted(made, key=lambda d: (d.naam.casefold(), d.verschil.dossier))


def _namen(work: Workspace, also: Iterable[str]) -> Mapping[str, str]:
    """The names in the list; of what was not listed since it changed, from the entries."""
    kept = {row.dossier: row.naam for row in work.vault.overviews() if row.naam}
    for dossier in set(also) & set(work.vault.dossiers()) - kept.keys():
        kept[dossier] = sorteernaam(inburgeraar_of(work.vault.dossier(dossier)))
    return kept


# -- putting back --------------------------------------------------------------------------------------------


def put_back(work: Workspace, path: Path, progress: Progress = UNWATCHED) -> Teruggezet:
    """Have just what a backup holds, after a backup of the present; whole or not at all."""
    making, replacing, listing = progress.parts(1, 3, 2)
    with looked_into(work, path) as old:
        backup.make_backup(work.vault, HERSTEL, making)
        with work.vault.transaction():
            done = restore.replace_all(work.vault, old.vault, replacing)
            _settle_loss(work)
            work.vault.log_access("teruggezet")
            progress.commit()
    # What had been erased there and not here; what cannot be done yet stays noted.
    erase.finish(work.vault)
    refresh_overviews(work, listing)
    return done


def merge_back(
    work: Workspace, path: Path, dossiers: Iterable[str] | None = None, progress: Progress = UNWATCHED
) -> Teruggezet:
    """Add what is missing here of all dossiers or of some, after a backup of the present.

    KnownError `dossier.erased`, `dossier.not_found` when a dossier was named that cannot come back.
    """
    chosen = None if dossiers is None else list(dossiers)
    making, merging, listing = progress.parts(1, 3, 2)
    with looked_into(work, path) as old:
        for dossier in chosen or ():
            _refuse_absent(work, old, dossier)
        backup.make_backup(work.vault, SAMENVOEGEN, making)
        with work.vault.transaction():
            done = restore.merge(work.vault, old.vault, chosen, merging)
            _settle_loss(work)
            for dossier in done.dossiers:
                work.vault.log_access("samengevoegd", dossier)
            progress.commit()
    # What had been erased there and not here; what cannot be done yet stays noted.
    erase.finish(work.vault)
    refresh_overviews(work, listing)
    return done


def _settle_loss(work: Workspace) -> None:
    """What was missing came back as far as it could, or somebody kept the vault as it is now."""
    if work.vault.setting(stand.KWIJT):
        work.vault.set_setting(stand.KWIJT, "")


def _key_of(work: Workspace, path: Path) -> bytes:
    """Made before the vault got another key, a backup still has the old one."""
    return rekey.key_of_copy(path, work.vault.path, work.vault.key)


def _refuse_absent(work: Workspace, old: Workspace, dossier: str) -> None:
    refuse_erased(work, dossier)
    if dossier not in old.vault.dossiers():
        raise KnownError("dossier.not_found", dossier=dossier)


def make_vault_of(path: Path, passphrase: str, target: Path, around: Surroundings) -> None:
    """Make a vault of a backup elsewhere, opened by the passphrase of the slots that lie with it.

    KnownError `vault.wrong_passphrase`, `vault.wait`, `vault.not_a_vault`, `output.exists`, `backup.damaged`
    and others.
    """
    root = looking.root_of(path)
    key = opening.derive_or_wait(root, *slots.read_slots(root), passphrase, around)
    restore.make_vault_of(path, rekey.key_of_copy(path, root, key), root, target, around)
