"""Encrypted immutable files beside the database, named by the SHA-256 of what they hold (design 5)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from intake_assistant import crypto, safefile
from intake_assistant.domain.ports import Randomness
from intake_assistant.errors import KnownError
from intake_assistant.storage.engine.connection import Connection

BLOBS = "blobs"
_NAMING: Final = "instr(body, '\"bestanden\":')"
# Within a text both quotes are escaped in canonical JSON, so nothing that was typed looks like this.
_NAMED = re.compile(rb'"bestanden":\{([^{}]*)\}')
_NAME = re.compile(rb'"([0-9a-f]{64})"')


def named_in(bodies: Iterable[bytes | None]) -> set[str]:
    """The names of the blobs that values name, by their canonical bytes: under `bestanden` and nowhere else.

    The one answer for who checks, restores, erases and sweeps: if these differed, one of them would take away
    a document that another keeps.
    """
    found = (part for body in bodies for part in _NAMED.findall(body or b""))
    return {name.decode() for part in found for name in _NAME.findall(part)}


def named_by(connection: Connection, where: str = "TRUE", facts: Sequence[str] = ()) -> set[str]:
    """The names of the blobs that the values in a database name, those of some dossiers or all."""
    bodies = connection.execute(f"SELECT body FROM value WHERE {_NAMING} AND {where}", tuple(facts))
    return named_in(body for (body,) in bodies)


def read_keys(connection: Connection) -> list[bytes]:
    """The keys of the blobs, the newest first: new blobs get that one, older ones keep theirs."""
    return [row[0] for row in connection.execute("SELECT sleutel FROM blobkey ORDER BY nr DESC")]


def add_key(connection: Connection, key: bytes) -> None:
    """Give the blobs that are still to come another key; the key of the database never serves them."""
    connection.execute("INSERT INTO blobkey(sleutel) VALUES(?)", (key,))


class BlobStore:
    """The folder `blobs/` of a vault."""

    def __init__(self, folder: Path, keys: Sequence[bytes], random: Randomness) -> None:
        self._folder = folder / BLOBS
        self._keys = [bytearray(key) for key in keys]
        self._random = random
        self._fresh: list[str] = []

    def put(self, content: bytes) -> str:
        """Keep the content; on disk before this returns, so that an entry may name it."""
        name = hashlib.sha256(content).hexdigest()
        if not self.is_sound(name):
            safefile.make_folder(self._folder)
            if not (self._folder / name).exists():
                self._fresh.append(name)
            safefile.write_bytes(self._folder / name, self._sealed(content, name), overwrite=True)
        return name

    def get(self, name: str) -> bytes:
        """The content; raises KnownError `vault.damaged` when it is missing or altered."""
        content = self._unseal(name)
        if content is None:
            raise KnownError("vault.damaged", pad=str(self._folder / name), oorzaak="blob")
        return content

    def is_sound(self, name: str) -> bool:
        """Whether the content is there and unaltered."""
        return self._unseal(name) is not None

    def _unseal(self, name: str) -> bytes | None:
        path = self._folder / name
        return self._unsealed(path.read_bytes(), name, self._keys) if path.is_file() else None

    def _sealed(self, content: bytes, name: str) -> bytes:
        nonce = self._random(crypto.NONCE_BYTES)
        return nonce + crypto.seal(self._keys[0], nonce, content, name.encode())

    def _unsealed(self, sealed: bytes, name: str, keys: Sequence[bytearray]) -> bytes | None:
        nonce, rest = sealed[: crypto.NONCE_BYTES], sealed[crypto.NONCE_BYTES :]
        if not rest:
            return None
        found = (crypto.unseal(key, nonce, rest, name.encode()) for key in keys)
        return next((content for content in found if content is not None), None)

    def renew(self, name: str) -> None:
        """Seal a blob with the newest key; one that cannot be read stays as it is."""
        path = self._folder / name
        if not path.is_file() or self._unsealed(path.read_bytes(), name, self._keys[:1]) is not None:
            return
        content = self._unseal(name)
        if content is not None:
            safefile.write_bytes(path, self._sealed(content, name), overwrite=True)

    def take_keys(self, keys: Sequence[bytes]) -> None:
        """Go on with these keys, the newest first."""
        self.close()
        self._keys = [bytearray(key) for key in keys]

    def close(self) -> None:
        """Overwrite the keys."""
        for key in self._keys:
            crypto.wipe(key)

    def names(self) -> list[str]:
        """The names of all that is kept."""
        return sorted(p.name for p in self._folder.iterdir()) if self._folder.is_dir() else []

    @contextmanager
    def gone_on_failure(self) -> Iterator[None]:
        """Take away what was put within, when it ends in a failure: no entry will name it."""
        self._fresh.clear()
        try:
            yield
        except BaseException:
            for name in self._fresh:
                (self._folder / name).unlink(missing_ok=True)
            raise
