"""Sending: what goes to whom on which ground is listed first, then written, and noted (design 9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from intake_assistant.domain.entry import Entry, Presence, Tombstone, moment_number, moment_text
from intake_assistant.domain.opvolging import behind, ends, missing, step_of
from intake_assistant.domain.overleg.overdracht import Collega
from intake_assistant.domain.recht.uitwisseling import GEZONDHEID, Bestandssoort
from intake_assistant.domain.uitwisseling.waarderecht import Waarderecht
from intake_assistant.errors import KnownError
from intake_assistant.exchange import writer
from intake_assistant.exchange.card import Card
from intake_assistant.exchange.manifest import Deelgrond
from intake_assistant.exchange.writer import Blob, Content, Keys, Letterhead, Written
from intake_assistant.operations.acts.overleg.overdracht import offer
from intake_assistant.operations.exchange import cards, gronden
from intake_assistant.operations.exchange.uitgaand import leaving
from intake_assistant.operations.views.wissen.voorstel import refuse_erased
from intake_assistant.operations.workspace import Workspace
from intake_assistant.progress import UNWATCHED, Progress
from intake_assistant.safefile import Half
from intake_assistant.staftaal import dutch
from intake_assistant.storage.entries import devices, sent
from intake_assistant.storage.entries.blobs import BlobStore, named_in
from intake_assistant.storage.entries.sent import Sent
from intake_assistant.storage.erase import erase
from intake_assistant.texts import text

BESTAND: Final = "bestand"
"""What the log says that left: a file that travels."""
_TRIES: Final = 3
"""So often a file is begun anew when somebody records meanwhile; the last time they wait."""


@dataclass(frozen=True, slots=True)
class Zending:
    """What is to go to whom; no dossiers are all there are."""

    soort: Bestandssoort
    ontvangers: tuple[Card, ...]
    dossiers: tuple[str, ...] = ()
    gezondheid: str = ""
    """The ground on which answers on health and safety go along; empty leaves them out."""
    alleen_nieuw: bool = False
    """Only what came since the last file to the one receiver."""

    def __post_init__(self) -> None:
        if self.alleen_nieuw and len(self.ontvangers) != 1:
            raise ValueError("what is new differs from one receiver to the other")
        if self.soort is Bestandssoort.OVERDRACHT_COLLEGA and len(self.ontvangers) != 1:
            raise ValueError("a dossier is of one person")

    @property
    def gronden(self) -> tuple[Deelgrond, ...]:
        """What goes along on which ground."""
        bijzonder = [Deelgrond(GEZONDHEID, self.gezondheid)] if self.gezondheid else []
        return (Deelgrond("dossiers", text(f"uitwisseling.grond.{self.soort}")), *bijzonder)


@dataclass(frozen=True, slots=True)
class Verzonden:
    """A file that was made."""

    pad: Path
    written: Written
    gronden: tuple[Deelgrond, ...]


@dutch
def export(work: Workspace, zending: Zending, path: Path, progress: Progress = UNWATCHED) -> Verzonden:
    """Write a file that travels, and note what went to whom; whole or not at all.

    KnownErrors `exchange.no_right`, `exchange.nothing_to_send`, `exchange.too_large`, `dossier.not_found`,
    `dossier.erased`, `output.exists`, `output.not_writable`, `disk.full`; to hand dossiers over also those
    of `offer`.
    """
    refuse_without_right(work, zending)
    contents = Sending(work, zending, progress)
    contents.refuse_empty()
    is_alone = zending.soort is Bestandssoort.OVERDRACHT_COLLEGA
    for left in reversed(range(1 if is_alone else _TRIES)):
        try:
            # Who records meanwhile makes the second pass differ; in the end nobody can, while it takes.
            alone = nullcontext() if left else work.vault.transaction()
            # All that is noted is durable before the file gets its name.
            with leaving(work, path) as half, alone:
                written = contents.written(half, path)
        except KnownError as error:
            if error.code != "exchange.changed" or not left:
                raise
        else:
            return Verzonden(path, written, zending.gronden)
    raise AssertionError("the last try returns or raises")


def refuse_without_right(work: Workspace, zending: Zending) -> None:
    """Raise KnownError `exchange.no_right` for a receiver who may not have it."""
    for card in zending.ontvangers:
        cards.refuse_receiver(work, card)
        if not cards.is_of_own_gemeente(work, card):
            reden = text("uitwisseling.recht.andere_gemeente", gemeente=card.gemeente)
            raise KnownError("exchange.no_right", ontvanger=card.naam, reden=reden)
    if zending.soort is Bestandssoort.OVERDRACHT_COLLEGA and not zending.dossiers:
        raise KnownError("exchange.nothing_to_send")
    _chosen(work, zending.dossiers)


class Sending:
    """What goes into a file, gathered dossier by dossier, and what is noted of it."""

    def __init__(self, work: Workspace, zending: Zending, progress: Progress) -> None:
        self._work, self._zending = work, zending
        self._passes = iter(progress.parts(1, 2))
        self._recht = Waarderecht(work.data.formulieren, gezondheid=bool(zending.gezondheid))
        self._dossiers = sorted(set(_chosen(work, zending.dossiers)))
        self._ontvangers = [card.recipient for card in zending.ontvangers]
        self._sinds = sent.last_file(work.vault, self._ontvangers[0]) if zending.alleen_nieuw else ""
        self._blobs: set[str] = set()
        self._sent: list[Sent] = []
        self._within: dict[str, None] = {}

    @property
    def letterhead(self) -> Letterhead:
        """What is said of the file before what is in it."""
        zending, now = self._zending, self._work.clock.now()
        return Letterhead(
            soort=zending.soort,
            afzender=cards.own_card(self._work),
            ontvangers=tuple(self._ontvangers),
            gemaakt_op=moment_text(moment_number(now.isoformat())),
            gronden=zending.gronden,
            sinds=self._sinds,
        )

    @property
    def content(self) -> Content:
        """What is in the file."""
        return Content(self.entries, self._stones, self.blobs)

    @property
    def _stones(self) -> tuple[Tombstone, ...]:
        vault = self._work.vault
        return tuple(erase.tombstones(vault)) if self._zending.soort is Bestandssoort.TEAM else ()

    @property
    def keys(self) -> Keys:
        """By which the file is signed and read back."""
        return Keys(lambda message: cards.sign(self._work, message), devices.identity(self._work.vault))

    def refuse_empty(self) -> None:
        """Raise KnownError `exchange.nothing_to_send` when there is no entry to send.

        Who has all must hear that somebody was erased, also when nobody is left to send.
        """
        only_stones = bool(self._stones) and not self._sinds
        if not only_stones and next(self._entries(UNWATCHED), None) is None:
            raise KnownError("exchange.nothing_to_send")

    def written(self, half: Half, path: Path) -> Written:
        """Write it, and note who has what from the moment on that it gets its name."""
        self._hand_over()
        written = writer.write_half(half, self.letterhead, self.content, self.keys)
        with self._work.vault.transaction():
            self._note(written)
            sent.begin(self._work.vault, path, written.sha256)
        return written

    def _hand_over(self) -> None:
        """A file to hand dossiers over is the handing over: who gets it finds there that they are asked."""
        zending = self._zending
        if zending.soort is Bestandssoort.OVERDRACHT_COLLEGA:
            (card,) = zending.ontvangers
            offer(self._work, self._dossiers, Collega(card.naam, card.device))

    def entries(self) -> Iterator[Entry]:
        """The entries that go along, in their order, values only by right; twice, for each of two passes."""
        return self._entries(next(self._passes, UNWATCHED))

    def _entries(self, progress: Progress) -> Iterator[Entry]:
        self._blobs, self._sent, self._within = set(), [], {}
        for dossier in progress.each(self._dossiers):
            known = self._work.vault.entries(dossier)
            refused = self._recht.refused(known)
            going = [_withheld(entry) if entry.id in refused else entry for entry in known]
            self._sent.append(_sent_of(dossier, known, going))
            yield from self._fresh(dossier, going)

    def blobs(self) -> Iterator[Blob]:
        """The blobs that the values in the file name, as far as they are here."""
        store = self._work.vault.blobs
        for sha256 in sorted(self._blobs):
            # A document that was lost keeps nothing else from going.
            if store.is_sound(sha256):
                yield Blob(sha256, len(store.get(sha256)), partial(_opened, store, sha256))

    def _note(self, written: Written) -> None:
        vault, zending = self._work.vault, self._zending
        grond = gronden.keep_gronden(vault, zending.gronden, written.sha256, self._within)
        for ontvanger in self._ontvangers:
            sent.note(vault, ontvanger, written.manifest.gemaakt_op, written.sha256, self._sent)
            for dossier in self._within:
                vault.log_export(
                    f"{BESTAND} {zending.soort}",
                    dossier,
                    written.sha256,
                    ontvanger=ontvanger,
                    soort=zending.soort,
                    grond=grond,
                )

    def _fresh(self, dossier: str, going: Sequence[Entry]) -> Iterator[Entry]:
        before = self._before(dossier)
        has = behind(going, {id.hex() for id in before.bladen} if before else ())
        gemist, zonder = (_texts(ids) for ids in ((before.gemist, before.zonder) if before else ((), ())))
        for entry in going:
            is_filled = entry.id in zonder and entry.presence is Presence.PRESENT
            if entry.id not in has or entry.id in gemist or is_filled:
                self._within[dossier] = None
                self._blobs |= named_in(entry.body)
                yield entry

    def _before(self, dossier: str) -> Sent | None:
        """What the file before this one held; a dossier that was not in that one goes whole.

        Its receiver knows by one file only whether anything is missing.
        """
        return sent.read(self._work.vault, self._ontvangers[0], dossier, self._sinds)


def _opened(store: BlobStore, sha256: str) -> BinaryIO:
    return BytesIO(store.get(sha256))


def _chosen(work: Workspace, dossiers: Iterable[str]) -> list[str]:
    known, chosen = work.vault.dossiers(), list(dossiers)
    for dossier in set(chosen) - set(known):
        refuse_erased(work, dossier)
        raise KnownError("dossier.not_found", dossier=dossier)
    return chosen or known


def _withheld(entry: Entry) -> Entry:
    """Its header alone; what was erased or is not here stays as it is."""
    if entry.presence is not Presence.PRESENT:
        return entry
    return replace(entry, presence=Presence.WITHHELD, salt=b"", body=b"")


def _sent_of(dossier: str, known: Sequence[Entry], going: Sequence[Entry]) -> Sent:
    without = (entry.id for entry in going if entry.presence is not Presence.PRESENT)
    return Sent(dossier, _bytes(ends(known)), frozenset(missing(map(step_of, known))), _bytes(without))


def _bytes(ids: Iterable[str]) -> frozenset[bytes]:
    return frozenset(map(bytes.fromhex, ids))


def _texts(ids: Iterable[bytes]) -> set[str]:
    return {id.hex() for id in ids}
