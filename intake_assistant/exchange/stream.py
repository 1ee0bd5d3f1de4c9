"""Bytes on their way: made when they are asked for, encrypted and decrypted as they go, never on a disk."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Iterator
from io import RawIOBase
from typing import BinaryIO, Final

from intake_assistant import crypto

PIECE: Final = 1 << 16
"""How many bytes go at a time."""
_AGE: Final = b"age-encryption.org/v1\n"


class Damage(Exception):
    """It is not as we write it."""


class ForOthers(Exception):
    """None of those whom it is for is ours."""


class Unreadable(Exception):
    """The system does not give its bytes any more: the stick was taken out, the network is gone."""


class Decrypted:
    """What an age file holds, decrypted by a thread while it is read: none of it stands on a disk."""

    def __init__(self, source: BinaryIO, identity: str) -> None:
        ours, theirs = os.pipe()
        self.file = open(ours, "rb", buffering=PIECE)  # noqa: SIM115 - closed by `close`
        self.gelezen, self.hash = 0, hashlib.sha256()
        self._source = source
        self._outcome: Exception | None = None
        self._thread = threading.Thread(target=self._run, args=(identity, _Into(theirs)), daemon=True)
        self._thread.start()

    def refuse(self) -> None:
        """Stop, and raise what age found wrong with the file, if anything."""
        self.close()
        if isinstance(self._outcome, BrokenPipeError):
            return
        if isinstance(self._outcome, OSError):
            raise Unreadable(self._outcome.strerror) from self._outcome
        if self._outcome is not None:
            raise self._outcome

    def close(self) -> None:
        """Stop; who still decrypts finds nobody reading."""
        self.file.close()
        self._thread.join()

    def _run(self, identity: str, sink: _Into) -> None:
        try:
            with sink:
                self._decrypt(identity, sink)
        except Exception as error:  # noqa: BLE001 - raised by `refuse`, in the thread of who reads
            self._outcome = error

    def _decrypt(self, identity: str, sink: _Into) -> None:
        if self._source.read(len(_AGE)) != _AGE:
            raise Damage
        self._source.seek(0)
        try:
            is_ours = crypto.unseal_stream(identity, _Counting(self._source, self._count), sink)
        except ValueError as error:
            raise Damage from error
        if not is_ours:
            raise ForOthers

    def _count(self, piece: bytes) -> None:
        self.gelezen += len(piece)
        self.hash.update(piece)


class _Into(RawIOBase):
    """The end of a pipe that is written into."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]  # any buffer
        return os.write(self._descriptor, data)

    def close(self) -> None:
        if not self.closed:
            os.close(self._descriptor)
        super().close()


class _Counting(RawIOBase):
    """Passes on what is read, and tells of it."""

    def __init__(self, file: BinaryIO, count: Callable[[bytes], None]) -> None:
        self._file, self._count = file, count

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # any buffer
        piece = self._file.read(len(buffer))
        buffer[: len(piece)] = piece
        self._count(piece)
        return len(piece)


class Pulled(RawIOBase):
    """A file of pieces that are made when it is read."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._waiting = memoryview(b"")
        self.failure: Exception | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # any buffer
        while not self._waiting:
            try:
                piece = next(self._pieces, None)
            except Exception as error:
                self.failure = error
                raise
            if piece is None:
                return 0
            self._waiting = memoryview(piece)
        size = min(len(buffer), len(self._waiting))
        buffer[:size] = self._waiting[:size]
        self._waiting = self._waiting[size:]
        return size


class Counted(RawIOBase):
    """Passes on what is written, and knows its length and SHA-256."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.size, self.hash = 0, hashlib.sha256()
        self.failure: OSError | None = None

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]  # any buffer
        try:
            self._file.write(data)
        except OSError as error:
            self.failure = error
            raise
        self.size += len(data)
        self.hash.update(data)
        return len(data)
