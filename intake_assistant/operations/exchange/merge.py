"""Merging files of others: all of it in one transaction, each file a part that may be refused (design 9)."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from intake_assistant import safefile
from intake_assistant.domain.dossier import Conflict
from intake_assistant.domain.entry import Entry, Tombstone
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.kinds import NAAR_ANDER, OVERDRACHT_UITKOMST
from intake_assistant.domain.overleg.overdracht import Overdracht, overdrachten_of, wachtende_of
from intake_assistant.errors import KnownError
from intake_assistant.exchange import reader
from intake_assistant.exchange.card import Card
from intake_assistant.exchange.manifest import Manifest
from intake_assistant.exchange.reader import Incoming
from intake_assistant.operations.acts.ander.koppeling import erase_koppelingen
from intake_assistant.operations.exchange import cards, elders, keten
from intake_assistant.operations.vault.reservekopie import SAMENVOEGEN
from intake_assistant.operations.views.overleg.collega import ik
from intake_assistant.operations.views.show import conflict_as_json
from intake_assistant.operations.views.wissen.voorstel import propose
from intake_assistant.operations.words.naam import sorteernaam
from intake_assistant.operations.workspace import Workspace
from intake_assistant.progress import UNWATCHED, Progress
from intake_assistant.storage.backup import backup
from intake_assistant.storage.entries import blobs, devices, entries
from intake_assistant.storage.erase import erase
from intake_assistant.texts import known_error_text

SAMENGEVOEGD: Final = "samengevoegd"
"""What the access log says of a dossier."""
ONTVANGEN: Final = "bestand_ontvangen"
"""What it says of a file that brought something; then come the device, and of how many dossiers."""
_REFUSALS: Final = ("exchange.", "path.")


class Verandering(StrEnum):
    """What a merge does, or would do, to one dossier."""

    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    GELIJK = "gelijk"
    GEWIST = "gewist"


CHANGED: Final = (Verandering.NIEUW, Verandering.GEWIJZIGD)


@dataclass(frozen=True, slots=True)
class Gelezen:
    """One file: who sent it, and why it was refused if it was."""

    bestand: Path
    manifest: Manifest | None = None
    """What its sender says of it; None when nobody could read that."""
    bekend: Card | None = None
    """The card of its sender as somebody compared it; a file may bear another name."""
    fout: KnownError | None = None
    dossiers: tuple[str, ...] = ()
    """Of which there is anything in it."""
    sha256: str = ""
    is_heel: bool = False
    """Whether all of it was joined; somebody may have passed over a dossier."""
    mist_eerder: bool = False
    """Whether it holds what is new since a file that was not joined here, or not whole."""

    @property
    def afzender(self) -> Card | None:
        """Who sent it; of somebody who is not known only what the file says."""
        return self.bekend or (self.manifest.afzender if self.manifest else None)

    @property
    def kenmerk(self) -> str:
        """By which it is known that a file still holds what was looked at: what is signed names each part."""
        return hashlib.sha256(self.manifest.raw).hexdigest() if self.manifest else ""

    def as_json(self) -> dict[str, Any]:
        """As `merge --json` tells it (contract 3)."""
        card = self.afzender
        return {
            "bestand": str(self.bestand),
            "stand": "geweigerd" if self.fout else "gelezen",
            "reden": self.fout.code if self.fout else "",
            "uitleg": known_error_text(self.fout) if self.fout else "",
            "soort": self.manifest.soort.value if self.manifest else "",
            "afzender": card.naam if card else "",
            "apparaat": card.device if card else "",
            "kenmerk": card.fingerprint if card else "",
            "mist_eerder": self.mist_eerder,
        }


@dataclass(frozen=True, slots=True)
class Dossierverandering:
    """What a merge did, or would do, to one dossier."""

    dossier: str
    verandering: Verandering
    onderwerpen: tuple[str, ...] = ()
    """Of a dossier that changed what came of it."""
    conflicten: tuple[Conflict, ...] = ()
    onvolledig: bool = False
    naam: str = ""
    """Of one that is new here or changed: who only tries a merge finds it nowhere else."""
    aangeboden: tuple[Overdracht, ...] = ()
    """By whom it is handed over to who works here, who has not answered yet."""
    beantwoord: tuple[Overdracht, ...] = ()
    """Of which the answer came."""


@dataclass(frozen=True, slots=True)
class Samenvoeging:
    """What a merge did, or would do."""

    bestanden: tuple[Gelezen, ...]
    dossiers: tuple[Dossierverandering, ...]
    wacht: tuple[Tombstone, ...]
    """Dossiers that are here and were erased elsewhere: to be confirmed before they are erased here too."""

    def as_json(self) -> dict[str, Any]:
        """As `merge --json` tells it (contract 3)."""
        counted = {soort.value: self._count(soort) for soort in Verandering}
        return {
            "bestanden": [gelezen.as_json() for gelezen in self.bestanden],
            **counted,
            "onvolledig": sum(one.onvolledig for one in self.dossiers),
            "conflicten": [
                {"dossier": one.dossier, **conflict_as_json(conflict)}
                for one in self.dossiers
                for conflict in one.conflicten
            ],
            "wacht_op_wissen": [stone.dossier for stone in self.wacht],
            "overdrachten": [
                {"dossier": one.dossier, "van": o.van, "aan": o.aan, "stand": o.stand}
                for one in self.dossiers
                for o in (*one.aangeboden, *one.beantwoord)
            ],
        }

    def _count(self, soort: Verandering) -> int:
        waits = {stone.dossier for stone in self.wacht} if soort is Verandering.GEWIST else set()
        return len(waits | {one.dossier for one in self.dossiers if one.verandering is soort})


def merge_files(
    work: Workspace,
    paths: Sequence[Path],
    *,
    only: Collection[str] | None = None,
    trust: Iterable[str] = (),
    accept_erase: Collection[str] = (),
    seen: Mapping[Path, str] | None = None,
    dry_run: bool = False,
    progress: Progress = UNWATCHED,
) -> Samenvoeging:
    """Join what is in some files, after a backup; a file that is refused changes nothing, the others go on.

    `only` are the dossiers to be joined, when somebody chose; `trust` are fingerprints that were read out;
    `accept_erase` are dossiers that may be erased here as they were elsewhere; `seen` are the `kenmerk` of
    the files that were looked at before. With `dry_run` it is the same act, taken back at the end.

    KnownErrors `erase.forbidden`, `disk.full`, `vault.` and `act.cancelled`: nothing was changed then.
    """
    making, joining, telling, finishing = progress.parts(2, 12, 1, 1)
    if not dry_run:
        backup.make_backup(work.vault, SAMENVOEGEN, making)
    merging = _Merging(work, tuple(trust), only, seen)
    with _taken_back(work, dry_run=dry_run):
        read = merging.all(_with_parts(paths, joining))
        waits = merging.carry_out(accept_erase)
        done = Samenvoeging(read, tuple(merging.changes(telling)), waits)
        if not dry_run:
            progress.commit()
    if not dry_run:
        # The lines of the list are made by who shows it, while it can be used.
        erase.finish(work.vault, finishing)
    return done


class _TakenBack(Exception):
    """What was tried is not kept."""


@contextmanager
def _taken_back(work: Workspace, *, dry_run: bool) -> Iterator[None]:
    """A transaction, of which nothing stays when it was only to be seen what happens."""
    try:
        with work.vault.transaction():
            yield
            if dry_run:
                raise _TakenBack
    except _TakenBack:
        return


def _with_parts(paths: Sequence[Path], progress: Progress) -> Iterator[tuple[Path, Progress]]:
    sizes = [safefile.size(path) for path in paths]
    return zip(paths, progress.parts(*(size + 1 for size in sizes)), strict=True)


@dataclass
class _File:
    """What one file brought."""

    dossiers: dict[str, set[str]] = field(default_factory=dict)
    """The subjects that came, by dossier."""
    changed: set[str] = field(default_factory=set)
    stones: dict[str, Tombstone] = field(default_factory=dict)
    passed_over: bool = False
    """Whether there is a dossier in it that somebody did not want."""


class _Merging:
    """One merge of several files."""

    def __init__(
        self,
        work: Workspace,
        trust: tuple[str, ...],
        only: Collection[str] | None,
        seen: Mapping[Path, str] | None,
    ) -> None:
        self._work, self._trust, self._only, self._seen = work, trust, only, seen
        self._before = set(work.vault.dossiers())
        self._gone = {stone.dossier for stone in erase.tombstones(work.vault)}
        self._total = _File(stones=elders.erased_elsewhere(work.vault))

    def all(self, paths: Iterable[tuple[Path, Progress]]) -> tuple[Gelezen, ...]:
        """Read and join the files, and look which of them were not the next one."""
        read = [self.read(path, progress) for path, progress in paths]
        joined = [(one.manifest, one.sha256, one.is_heel) for one in read if one.manifest and not one.fout]
        late = keten.missed(self._work.vault, joined)
        return tuple(replace(one, mist_eerder=not one.fout and one.sha256 in late) for one in read)

    def read(self, path: Path, progress: Progress) -> Gelezen:
        """Read and join one file, or say why it was refused."""
        brought, read = _File(), Gelezen(path)
        try:
            with self._work.vault.part(), self._opened(path) as incoming:
                read = Gelezen(path, incoming.manifest)
                self._refuse_other(read)
                read = replace(read, bekend=self._sender_of(incoming.manifest))
                if not incoming.manifest.soort.has_entries:
                    raise KnownError("exchange.no_entries", pad=str(path))
                self._join(incoming, brought, progress)
        except KnownError as error:
            if not error.code.startswith(_REFUSALS):
                raise
            return replace(read, fout=error)
        self._keep(brought)
        if read.afzender and (brought.changed or brought.stones):
            aantal = len(brought.changed)
            self._work.vault.log_access(f"{ONTVANGEN} {read.afzender.device} {aantal}")
        return replace(
            read, dossiers=tuple(brought.dossiers), sha256=incoming.sha256, is_heel=not brought.passed_over
        )

    def _refuse_other(self, read: Gelezen) -> None:
        if self._seen is not None and self._seen.get(read.bestand) != read.kenmerk:
            raise KnownError("exchange.other_file", pad=str(read.bestand))

    def _opened(self, path: Path) -> AbstractContextManager[Incoming]:
        vault = self._work.vault
        return reader.opened(path, devices.identity(vault), vault.device.recipient)

    def _sender_of(self, manifest: Manifest) -> Card | None:
        """The card of who sent a file, as it was compared; None when it was sent by this vault itself."""
        card = manifest.afzender
        before = devices.find(self._work.vault, card.device)
        if before and before.ingetrokken_op:
            # Who stole it reads out the same fingerprint: only its card, added anew, undoes that.
            raise KnownError("exchange.withdrawn_device", afzender=_named(card))
        said = next((kenmerk for kenmerk in self._trust if card.has_fingerprint(kenmerk)), "")
        if said:
            cards.add_card(self._work, card, said)
        known = devices.find(self._work.vault, card.device)
        if known is None:
            raise KnownError("exchange.unknown_device", afzender=_named(card))
        compared = cards.card_of(known) if known.kaart else None
        if manifest.soort.has_entries and compared is not None:
            # A card of before the municipality was filled in says of none that it is another.
            cards.refuse_other_gemeente(self._work, *([compared] if compared.gemeente else []), card)
        return compared

    def _join(self, incoming: Incoming, brought: _File, progress: Progress) -> None:
        vault = self._work.vault
        for dossier, found in incoming.dossiers():
            progress.go_on()
            if self._only is not None and dossier not in self._only:
                brought.passed_over = True
                continue
            brought.dossiers[dossier] = self._fresh(dossier, found)
            brought.changed |= vault.union(found, is_proved=True)
            progress.tell(incoming.gelezen, incoming.size)
        brought.stones = {stone.dossier: stone for stone in incoming.gewist()}
        for sha256, content in incoming.blobs():
            progress.go_on()
            with vault.reading() as connection:
                is_named = bool(blobs.naming(connection, sha256))
            # What is named by nobody here was of a dossier that stays away.
            if is_named:
                vault.blobs.put(content)
            progress.tell(incoming.gelezen, incoming.size)
        progress.done()

    def _fresh(self, dossier: str, found: Iterable[Entry]) -> set[str]:
        """The subjects that are new in a dossier; of one that is new as a whole nobody asks."""
        if dossier not in self._before:
            return set()
        with self._work.vault.reading() as connection:
            here = entries.ids_of(connection, dossier)
        return {e.header.subject for e in found if bytes.fromhex(e.id) not in here}

    def _keep(self, brought: _File) -> None:
        total = self._total
        for dossier, subjects in brought.dossiers.items():
            total.dossiers.setdefault(dossier, set()).update(subjects)
        total.changed |= brought.changed
        total.stones |= brought.stones

    def carry_out(self, accepted: Collection[str]) -> tuple[Tombstone, ...]:
        """Erase what was confirmed; returns what is here and waits for a person."""
        vault, total = self._work.vault, self._total
        wanted = [total.stones[dossier] for dossier in sorted(total.stones) if dossier in accepted]
        with vault.transaction() as connection:
            here = set(entries.dossiers(connection))
            for stone in wanted:
                if stone.dossier in here:
                    self._before_erasing(stone)
            erase.accept(vault, connection, wanted)
            self._erase_links()
            here, gone = set(entries.dossiers(connection)), entries.gravestones(connection)
            waiting = {dossier: total.stones[dossier] for dossier in sorted(total.stones.keys() - gone)}
            elders.keep_elsewhere(vault, waiting)
            for dossier in sorted(total.changed & here):
                vault.log_access(SAMENGEVOEGD, dossier)
        return tuple(stone for dossier, stone in waiting.items() if dossier in here)

    def _before_erasing(self, stone: Tombstone) -> None:
        """What keeps a dossier from being erased at home does so here; KnownError `erase.forbidden`."""
        from intake_assistant.operations.exchange.meldingen import (
            note_receivers,
        )  # late: it brings the letters

        voorstel = propose(self._work, stone.dossier)
        if voorstel.verboden(stone.grond):
            raise KnownError("erase.forbidden", waarom=voorstel.belet_in_woorden)
        note_receivers(self._work, stone.dossier)

    def _erase_links(self) -> None:
        """What is said here of who was erased just now, and what came along of who was erased before."""
        gone = {stone.dossier for stone in erase.tombstones(self._work.vault)}
        came = {
            ander
            for subjects in self._total.dossiers.values()
            for subject in subjects
            for kind in NAAR_ANDER
            for ander in kind.read(subject) or ()
        }
        for dossier in sorted(gone - self._gone | gone & came):
            erase_koppelingen(self._work, dossier)

    def changes(self, progress: Progress) -> Iterator[Dossierverandering]:
        """What was done to each dossier, by its id."""
        erased = {stone.dossier for stone in erase.tombstones(self._work.vault)}
        for dossier in progress.each(sorted(self._total.dossiers.keys() | (erased - self._gone))):
            if dossier in erased:
                yield Dossierverandering(dossier, Verandering.GEWIST)
            elif dossier not in self._total.changed:
                yield Dossierverandering(dossier, Verandering.GELIJK)
            else:
                yield self._changed(dossier)

    def _changed(self, dossier: str) -> Dossierverandering:
        found, came = self._work.vault.dossier(dossier), self._total.dossiers[dossier]
        is_old = dossier in self._before
        return Dossierverandering(
            dossier,
            Verandering.GEWIJZIGD if is_old else Verandering.NIEUW,
            tuple(sorted(came)) if is_old else (),
            tuple(found.conflicts()),
            found.onvolledig,
            sorteernaam(inburgeraar_of(found)),
            tuple(o for o in wachtende_of(found) if o.ontvanger.is_same(ik(self._work))),
            tuple(o for o in overdrachten_of(found) if OVERDRACHT_UITKOMST.of(o.id) in came),
        )


def _named(card: Card) -> str:
    return f"{card.naam} ({card.fingerprint})"
