"""Writes a file that travels: signed, packed and encrypted while it is written, whole or not at all."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from tarfile import BLOCKSIZE
from typing import BinaryIO, Final, NamedTuple

from intake_assistant import crypto
from intake_assistant.domain.entry import Entry, Tombstone
from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.errors import KnownError
from intake_assistant.exchange import limits, manifest, reader, wire
from intake_assistant.exchange.card import Card, Sign
from intake_assistant.exchange.manifest import Aantallen, Bestanddeel, Deelgrond, Manifest
from intake_assistant.exchange.stream import PIECE, Counted, Pulled
from intake_assistant.safefile import Half

_GZIP: Final = 31
"""What zlib calls the form of gzip with the widest window; its head then names no moment and no file."""


class Blob(NamedTuple):
    """One blob: its SHA-256, its length, and what opens it for reading."""

    sha256: str
    size: int
    open: Callable[[], BinaryIO]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What is said of a file before what is in it."""

    soort: Bestandssoort
    afzender: Card
    ontvangers: tuple[str, ...]
    gemaakt_op: str
    gronden: tuple[Deelgrond, ...] = ()
    sinds: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What is in a file; `entries` and `blobs` are asked for anew for each of the two passes.

    Entries come in the order (dossier, counter, id). The blobs are asked for after the entries, and may be
    those that these name.
    """

    entries: Callable[[], Iterable[Entry]] = tuple
    gewist: tuple[Tombstone, ...] = ()
    blobs: Callable[[], Iterable[Blob]] = tuple
    documenten: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Keys:
    """What only the sender has: who signs for its device, and the age identity that reads the file back."""

    sign: Sign
    identity: str


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: what it says of itself, its SHA-256 and its length."""

    manifest: Manifest
    sha256: str
    size: int


def write_half(half: Half, letterhead: Letterhead, content: Content, keys: Keys) -> Written:
    """Write a file that travels where it has no name yet, and read it back whole.

    KnownError `exchange.changed` when the content was another the second time; `exchange.too_large`.
    """
    told = _manifest(letterhead, content)
    # Also for the sender, who reads it back.
    recipients = dict.fromkeys((*told.ontvangers, told.afzender.recipient))
    counted = Counted(half.file)
    source = Pulled(_packed(_parts(told, content, keys.sign)))
    try:
        crypto.seal_stream(recipients, source, counted)
    finally:
        failure = source.failure or counted.failure
        if failure is not None:
            # age tells it as a failure of its own.
            raise failure from None
    half.file.flush()
    with reader.opened(half.path, keys.identity, told.afzender.recipient) as incoming:
        incoming.drain()
    return Written(told, counted.hash.hexdigest(), counted.size)


# -- what is in it -------------------------------------------------------------------------------------------


def _manifest(letterhead: Letterhead, content: Content) -> Manifest:
    """The first pass: how much there is of everything, and its hash."""
    if not letterhead.soort.has_entries:
        delen = [_measured(naam, [content.documenten[naam]]) for naam in manifest.DOCUMENTS]
        return _told(letterhead, Aantallen(), delen)
    count = _Count()
    entries = _measured(manifest.ENTRIES, count.lines(content.entries()))
    gewist = _measured(manifest.GEWIST, map(wire.stone_line, content.gewist))
    blobs = sorted(content.blobs())
    named = [Bestanddeel(f"{manifest.BLOBS}{blob.sha256}", blob.size, blob.sha256) for blob in blobs]
    aantallen = Aantallen(count.dossiers, count.entries, len(content.gewist), len(blobs))
    return _told(letterhead, aantallen, [entries, gewist, *named])


def _told(letterhead: Letterhead, aantallen: Aantallen, inhoud: Iterable[Bestanddeel]) -> Manifest:
    h = letterhead
    told = Manifest(
        soort=h.soort,
        afzender=h.afzender,
        ontvangers=h.ontvangers,
        gemaakt_op=h.gemaakt_op,
        aantallen=aantallen,
        gronden=h.gronden,
        sinds=h.sinds,
        inhoud=tuple(inhoud),
    )
    is_large = any(deel.bytes > manifest.most_bytes(deel.naam) for deel in told.inhoud)
    if is_large or len(told.raw) > limits.MANIFEST:
        raise KnownError("exchange.too_large")
    return told


class _Count:
    """Counts entries and dossiers as they go by; who gives them in another order made a mistake."""

    def __init__(self) -> None:
        self.dossiers = self.entries = 0
        self._last = ("", 0, "")

    def lines(self, entries: Iterable[Entry]) -> Iterator[bytes]:
        for entry in entries:
            here = (entry.header.dossier, entry.header.counter, entry.id)
            if here <= self._last:
                raise ValueError("order of entries")
            self.dossiers += here[0] != self._last[0]
            self.entries += 1
            self._last = here
            yield wire.entry_line(entry)


def _measured(naam: str, pieces: Iterable[bytes]) -> Bestanddeel:
    size, hash = 0, hashlib.sha256()
    for piece in pieces:
        size += len(piece)
        hash.update(piece)
    return Bestanddeel(naam, size, hash.hexdigest())


# -- the bytes -----------------------------------------------------------------------------------------------


def _parts(told: Manifest, content: Content, sign: Sign) -> Iterator[bytes]:
    """The second pass: the parts one behind the other, each with its head, as a tar file."""
    raw = told.raw
    yield from _part(_measured(manifest.NAME, [raw]), [raw])
    signature = sign(manifest.SIGNED + raw)
    yield from _part(_measured(manifest.SIGNATURE, [signature]), [signature])
    sources = _sources(told, content)
    for deel in told.inhoud:
        yield from _part(deel, next(sources))
    yield bytes(2 * BLOCKSIZE)


def _sources(told: Manifest, content: Content) -> Iterator[Iterable[bytes]]:
    if not told.soort.has_entries:
        yield from ([content.documenten[naam]] for naam in manifest.DOCUMENTS)
        return
    yield _joined(_Count().lines(content.entries()))
    yield map(wire.stone_line, content.gewist)
    for blob in sorted(content.blobs()):
        yield _read(blob)


def _part(deel: Bestanddeel, pieces: Iterable[bytes]) -> Iterator[bytes]:
    yield wire.head(deel.naam, deel.bytes)
    size, hash = 0, hashlib.sha256()
    for piece in pieces:
        size += len(piece)
        hash.update(piece)
        yield piece
    if (size, hash.hexdigest()) != (deel.bytes, deel.sha256):
        raise KnownError("exchange.changed")
    yield wire.padding(size)


def _read(blob: Blob) -> Iterator[bytes]:
    with blob.open() as file:
        while piece := file.read(PIECE):
            yield piece


def _joined(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Lines together, so that nobody packs a few hundred bytes at a time."""
    waiting, size = list[bytes](), 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= PIECE:
            yield b"".join(waiting)
            waiting, size = [], 0
    yield b"".join(waiting)


def _packed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(wbits=_GZIP)
    yield from map(packer.compress, pieces)
    yield packer.flush()
