"""Reads a file that travels, and believes nothing of it: each part is held against what was signed.

One goes through it in its order, once. What is not as docs/uitwisseling.md says is refused where it stands,
so that nobody holds more of a hostile file than one piece.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from io import BufferedReader, RawIOBase
from pathlib import Path
from tarfile import BLOCKSIZE
from typing import BinaryIO

from intake_assistant.domain.entry import Entry, Tombstone
from intake_assistant.errors import KnownError
from intake_assistant.exchange import limits, manifest, wire
from intake_assistant.exchange.manifest import Aantallen, Bestanddeel, Manifest, read_manifest
from intake_assistant.exchange.stream import PIECE, Damage, Decrypted, ForOthers, Unreadable


@contextmanager
def opened(path: Path, identity: str, recipient: str) -> Iterator[Incoming]:
    """What is in a file that travels, for who has this age identity; what was not asked for is read too.

    KnownErrors, all with `pad`: `exchange.damaged`, `exchange.not_for_you`, `exchange.newer`,
    `exchange.no_file`, `path.unreachable`. Nothing that was given counts before the end was reached
    without one.
    """
    with _file(path) as file, _refusals(path):
        plain = Decrypted(file, identity)
        try:
            incoming = Incoming(plain, os.fstat(file.fileno()).st_size, recipient)
            yield incoming
            incoming.drain()
        except Damage:
            # That age found it altered, or for others, is the reason that the rest is no good.
            plain.refuse()
            raise
        finally:
            plain.close()


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    try:
        yield
    except Damage as error:
        raise KnownError("exchange.damaged", pad=str(path)) from error
    except ForOthers as error:
        raise KnownError("exchange.not_for_you", pad=str(path)) from error
    except Unreadable as error:
        raise KnownError("path.unreachable", pad=str(path), oorzaak=str(error)) from error
    except limits.Newer as error:
        raise KnownError("exchange.newer", pad=str(path)) from error


@contextmanager
def _file(path: Path) -> Iterator[BinaryIO]:
    """The file, open; of a folder or a pipe nobody waits for what comes."""
    try:
        is_file = path.is_file()
        file = path.open("rb") if is_file else None
    except (OSError, ValueError) as error:
        raise KnownError("path.unreachable", pad=str(path), oorzaak=str(error)) from error
    if file is None:
        raise KnownError("exchange.no_file", pad=str(path))
    with file:
        yield file


class Incoming:
    """What is in a file: the manifest first; then, in this order, dossiers, gewist, blobs; or documents."""

    manifest: Manifest

    def __init__(self, plain: Decrypted, size: int, recipient: str) -> None:
        self.size = size
        self._plain = plain
        self._tar = gzip.GzipFile(fileobj=plain.file)
        self._is_within = False
        self._left = [*self._read_manifest(recipient)]
        self._is_drained = False

    @property
    def gelezen(self) -> int:
        """How many bytes of the file were read."""
        return self._plain.gelezen

    @property
    def sha256(self) -> str:
        """By which a later file names this one; of the whole of it once all was read."""
        return self._plain.hash.hexdigest()

    # -- in its order ----------------------------------------------------------------------------------------

    def dossiers(self) -> Iterator[tuple[str, list[Entry]]]:
        """The entries of each dossier, sound each by itself, in the order (counter, id)."""
        if not self.manifest.soort.has_entries:
            return
        count, dossier, found, size = _Seen(), "", list[Entry](), 0
        for line in self._lines(manifest.ENTRIES):
            entry = _sound(wire.read_entry_line, line)
            if count.is_first(entry) and found:
                yield dossier, found
                found, size = [], 0
            dossier = entry.header.dossier
            found.append(entry)
            size += len(line)
            if len(found) > limits.DOSSIER_ENTRIES or size > limits.DOSSIER_BYTES:
                raise Damage
        if found:
            yield dossier, found
        if (count.dossiers, count.entries) != (self._told.dossiers, self._told.entries):
            raise Damage

    def gewist(self) -> Iterator[Tombstone]:
        """The dossiers that the sender erased."""
        if not self.manifest.soort.has_entries:
            return
        self._skip_to(manifest.GEWIST)
        count, last = 0, ""
        for line in self._lines(manifest.GEWIST):
            stone = _sound(wire.read_stone_line, line)
            if stone.dossier <= last:
                raise Damage
            count, last = count + 1, stone.dossier
            yield stone
        if count != self._told.gewist:
            raise Damage

    def blobs(self) -> Iterator[tuple[str, bytes]]:
        """The SHA-256 and the content of each blob."""
        self._skip_to(manifest.BLOBS)
        while self._left and self._left[0].naam.startswith(manifest.BLOBS):
            deel = self._left[0]
            if deel.naam != f"{manifest.BLOBS}{deel.sha256}":
                raise Damage
            yield deel.sha256, self._whole(deel)

    def documenten(self) -> dict[str, bytes]:
        """The document and its data, of a file without entries."""
        found = [deel for deel in self._left if deel.naam in manifest.DOCUMENTS]
        return {deel.naam: self._whole(deel) for deel in found}

    def drain(self) -> None:
        """Read what is left, and hold it against what was signed; nothing may come behind it."""
        while self._left:
            for _ in self._pieces(self._left[0]):
                pass
        if not self._is_drained:
            self._is_drained = True
            rest = self.read_some(limits.ZEROS + 1)
            if not 2 * BLOCKSIZE <= len(rest) <= limits.ZEROS or rest.strip(b"\0"):
                raise Damage
            self._plain.refuse()

    # -- parts -----------------------------------------------------------------------------------------------

    @property
    def _told(self) -> Aantallen:
        return self.manifest.aantallen

    def _read_manifest(self, recipient: str) -> tuple[Bestanddeel, ...]:
        size = _sound(partial(wire.size_in, naam=manifest.NAME), self._exact(BLOCKSIZE))
        if size > limits.MANIFEST:
            raise Damage
        raw = self._exact(size)
        self._refuse_padding(size)
        self.manifest = _sound(read_manifest, raw)
        size = manifest.SIGNATURE_BYTES
        if self._exact(BLOCKSIZE) != wire.head(manifest.SIGNATURE, size):
            raise Damage
        if not self.manifest.afzender.signs(manifest.SIGNED + raw, self._exact(size)):
            raise Damage
        self._refuse_padding(size)
        if not self.manifest.is_for(recipient):
            # Somebody for whom it was meant sent it on.
            raise ForOthers
        return self.manifest.inhoud

    def _skip_to(self, begin: str) -> None:
        order = (manifest.ENTRIES, manifest.GEWIST, manifest.BLOBS)
        before = order[: order.index(begin)]
        while self._left and self._left[0].naam in before:
            for _ in self._pieces(self._left[0]):
                pass

    def _lines(self, naam: str) -> Iterator[bytes]:
        member = _Member(self, self._begin(self._left[0], naam))
        with BufferedReader(member, PIECE) as lines:
            while line := lines.readline(limits.LINE + 1):
                if len(line) > limits.LINE:
                    raise Damage
                yield line
        member.refuse_other()

    def _pieces(self, deel: Bestanddeel) -> Iterator[bytes]:
        member = _Member(self, self._begin(deel, deel.naam))
        while piece := member.read(PIECE):
            yield piece
        member.refuse_other()

    def _whole(self, deel: Bestanddeel) -> bytes:
        return b"".join(self._pieces(deel))

    def _begin(self, deel: Bestanddeel, naam: str) -> Bestanddeel:
        if self._left[0] != deel or deel.naam != naam or self._is_within:
            raise RuntimeError("read in another order")
        self._is_within = True
        if self._exact(BLOCKSIZE) != wire.head(deel.naam, deel.bytes):
            raise Damage
        del self._left[0]
        return deel

    def read_some(self, most: int) -> bytes:
        """At most so many bytes of what is unpacked."""
        try:
            return self._tar.read(most)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise Damage from error

    def end_part(self, size: int) -> None:
        """Go past what fills the last block of a part."""
        self._refuse_padding(size)
        self._is_within = False

    def _exact(self, size: int) -> bytes:
        found = self.read_some(size)
        if len(found) != size:
            raise Damage
        return found

    def _refuse_padding(self, size: int) -> None:
        padding = wire.padding(size)
        if self._exact(len(padding)) != padding:
            raise Damage


class _Seen:
    """Counts entries and dossiers, which come in one order only: a dossier that comes back is not its own."""

    def __init__(self) -> None:
        self.dossiers = self.entries = 0
        self._last = ("", 0, "")

    def is_first(self, entry: Entry) -> bool:
        """Whether another dossier begins with an entry."""
        here = (entry.header.dossier, entry.header.counter, entry.id)
        if here <= self._last:
            raise Damage
        is_first = here[0] != self._last[0]
        self.dossiers += is_first
        self.entries += 1
        self._last = here
        return is_first


class _Member(RawIOBase):
    """One part, no longer than its manifest says; its hash is held against it at the end."""

    def __init__(self, incoming: Incoming, deel: Bestanddeel) -> None:
        self._incoming, self._deel = incoming, deel
        self._left = deel.bytes
        self._hash = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # any buffer
        piece = self._incoming.read_some(min(len(buffer), self._left))
        if self._left and not piece:
            raise Damage
        self._left -= len(piece)
        self._hash.update(piece)
        buffer[: len(piece)] = piece
        return len(piece)

    def refuse_other(self) -> None:
        """Refuse a part that is not what was signed."""
        if self._left or self._hash.hexdigest() != self._deel.sha256:
            raise Damage
        self._incoming.end_part(self._deel.bytes)


def _sound[T](read: Callable[[bytes], T], raw: bytes) -> T:
    """What was read of some bytes; whatever is wrong with them, it is damage."""
    try:
        return read(raw)
    except (ValueError, RecursionError) as error:
        raise Damage from error
