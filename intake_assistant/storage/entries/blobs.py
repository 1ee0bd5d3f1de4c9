"""Encrypted immutable files beside the database, named by a keyed hash of what they hold (design 5).

An entry names a blob by the SHA-256 of its content; the file is named by a hash of that under a key that only
the vault has, and is padded: who has a document cannot see that it is here.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from intake_assistant import crypto, safefile
from intake_assistant.domain.ports import Randomness
from intake_assistant.errors import KnownError
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.entries import numbers

BLOBS = "blobs"
CONTENT, NAME = "inhoud", "naam"
"""What a key of `blobkey` is for: the newest of the first seals; of the second there is one, for ever."""
_FILE = re.compile(r"[0-9a-f]{64}")
# Within a text both quotes are escaped in canonical JSON, so nothing that was typed looks like this.
_NAMES: Final = b'"bestanden":'
_LEAST_STEP: Final = 1 << 14
_END = b"\x80"


def is_file_name(name: str) -> bool:
    """Whether a file in the folder can be a blob, by its name."""
    return _FILE.fullmatch(name) is not None


def file_name(name_key: crypto.Key, sha256: str) -> str:
    """The name of the file of a blob: the only way from what an entry says to a file."""
    return hashlib.blake2b(sha256.encode(), key=name_key, digest_size=32).hexdigest()


def named_in(body: bytes | None) -> set[str]:
    """The SHA-256 of each blob that a value names: under `bestanden` of what it says and nowhere else.

    The one answer for who checks, restores, erases and sweeps: if these differed, one of them would take away
    a document that another keeps.
    """
    if not body or _NAMES not in body:
        return set()
    try:
        waarde = json.loads(body).get("waarde")
    except (ValueError, AttributeError, RecursionError):  # altered: the check tells so
        return set()
    named = waarde.get("bestanden") if isinstance(waarde, dict) else None
    found = named.values() if isinstance(named, dict) else ()
    return {sha256 for sha256 in found if isinstance(sha256, str) and _FILE.fullmatch(sha256)}


def named_among(bodies: Iterable[bytes | None]) -> set[str]:
    """The SHA-256 of each blob that any of some values names."""
    return {sha256 for body in bodies if body and _NAMES in body for sha256 in named_in(body)}


def note_named(connection: Connection, nr: int, bodies: Iterable[bytes | None]) -> None:
    """Note the blobs that values of a dossier name besides those that were noted."""
    found = sorted(named_among(bodies))
    if found:
        connection.executemany("INSERT OR IGNORE INTO p_blob VALUES(?,?)", [(sha256, nr) for sha256 in found])


def forget_named(connection: Connection, nr: int) -> None:
    """Forget which blobs the values of a dossier name."""
    connection.execute("DELETE FROM p_blob WHERE nr=?", (nr,))


def named_by(connection: Connection, dossier: str = "") -> set[str]:
    """The SHA-256 of each blob that values in a database name, those of a dossier or all."""
    if not dossier:
        return {row[0] for row in connection.execute("SELECT DISTINCT sha256 FROM p_blob").fetchall()}
    nr = numbers.find(connection, numbers.DOSSIER, dossier)
    return set() if nr is None else named_by_number(connection, nr)


def named_by_number(connection: Connection, nr: int) -> set[str]:
    """The same of one dossier, by its number."""
    return {row[0] for row in connection.execute("SELECT sha256 FROM p_blob WHERE nr=?", (nr,)).fetchall()}


def naming(connection: Connection, sha256: str) -> set[str]:
    """The dossiers that name a blob."""
    sql = "SELECT naam FROM p_blob JOIN number USING (nr) WHERE sha256=?"
    return {row[0] for row in connection.execute(sql, (sha256,)).fetchall()}


def files_named_by(connection: Connection) -> set[str]:
    """The names of the files of all blobs that values in a database name."""
    key = read_name_key(connection)
    return {file_name(key, sha256) for sha256 in named_by(connection)}


def read_keys(connection: Connection) -> list[bytes]:
    """The keys of the blobs, the newest first: new blobs get that one, older ones keep theirs."""
    sql = "SELECT sleutel FROM blobkey WHERE soort=? ORDER BY nr DESC"
    return [row[0] for row in connection.execute(sql, (CONTENT,))]


def read_name_key(connection: Connection) -> bytes:
    """The key of the names; another key of the vault changes nothing of it, since backups share the blobs."""
    found = connection.execute("SELECT sleutel FROM blobkey WHERE soort=?", (NAME,)).fetchone()
    if found is None:
        raise KnownError("vault.damaged", pad=BLOBS, oorzaak="blobkey")
    return bytes(found[0])


def add_key(connection: Connection, key: bytes, soort: str = CONTENT) -> None:
    """Give the blobs that are still to come another key; the key of the database never serves them."""
    connection.execute("INSERT INTO blobkey(soort, sleutel) VALUES(?,?)", (soort, key))


def _padded(content: bytes) -> bytes:
    """Content up to one of a few lengths, an eighth more at most when it is long: a length is a sign too."""
    size = len(content) + len(_END)
    step = max(_LEAST_STEP, 1 << max(0, size.bit_length() - 4))
    return (content + _END).ljust(-(-size // step) * step, b"\0")


def _unpadded(padded: bytes) -> bytes:
    return padded.rstrip(b"\0").removesuffix(_END)


class BlobStore:
    """The folder `blobs/` of a vault, or of its copies elsewhere."""

    def __init__(self, folder: Path, connection: Connection, random: Randomness) -> None:
        self._folder = folder / BLOBS
        self._name_key = bytearray(read_name_key(connection))
        self._keys = [bytearray(key) for key in read_keys(connection)]
        self._random = random
        self._fresh: list[str] = []

    # -- by what an entry says -------------------------------------------------------------------------------

    def put(self, content: bytes) -> str:
        """Keep the content, on disk before this returns; the SHA-256 by which an entry may name it."""
        sha256 = hashlib.sha256(content).hexdigest()
        name = self.file_of(sha256)
        if self.read_file(name) is None:
            safefile.make_folder(self._folder)
            if not (self._folder / name).exists():
                self._fresh.append(name)
            safefile.write_bytes(self._folder / name, self._sealed(content, name), overwrite=True)
        return sha256

    def get(self, sha256: str) -> bytes:
        """The content; raises KnownError `vault.damaged` when it is missing or altered."""
        name = self.file_of(sha256)
        content = self.read_file(name)
        if content is None:
            raise KnownError("vault.damaged", pad=str(self._folder / name), oorzaak="blob")
        return content

    def is_sound(self, sha256: str) -> bool:
        """Whether the content is there and unaltered."""
        return self.read_file(self.file_of(sha256)) is not None

    def file_of(self, sha256: str) -> str:
        """The name of the file that holds, or would hold, this content."""
        return file_name(self._name_key, sha256)

    # -- by what lies there ----------------------------------------------------------------------------------

    def files(self) -> list[str]:
        """The names of all that lies in the folder."""
        return sorted(p.name for p in self._folder.iterdir()) if self._folder.is_dir() else []

    def read_file(self, name: str) -> bytes | None:
        """The content of a file; None when it is missing, altered, or another one under this name."""
        path = self._folder / name
        return self._unsealed(path.read_bytes(), name, self._keys) if path.is_file() else None

    def renew(self, name: str) -> None:
        """Seal a file with the newest key; one that cannot be read stays as it is."""
        path = self._folder / name
        if not path.is_file() or self._unsealed(path.read_bytes(), name, self._keys[:1]) is not None:
            return
        content = self.read_file(name)
        if content is not None:
            safefile.write_bytes(path, self._sealed(content, name), overwrite=True)

    # The name of the file goes into the seal, not the SHA-256: who does not know what a file holds can seal
    # it anew and read it back elsewhere, and still none can lie under the name of another.

    def _sealed(self, content: bytes, name: str) -> bytes:
        nonce = self._random(crypto.NONCE_BYTES)
        return nonce + crypto.seal(self._keys[0], nonce, _padded(content), name.encode())

    def _unsealed(self, sealed: bytes, name: str, keys: Sequence[bytearray]) -> bytes | None:
        nonce, rest = sealed[: crypto.NONCE_BYTES], sealed[crypto.NONCE_BYTES :]
        if not rest:
            return None
        found = (crypto.unseal(key, nonce, rest, name.encode()) for key in keys)
        padded = next((content for content in found if content is not None), None)
        return None if padded is None else _unpadded(padded)

    # -- keys, and what failed -------------------------------------------------------------------------------

    def take_keys(self, keys: Sequence[bytes]) -> None:
        """Go on with these keys, the newest first; the names stay as they are."""
        for key in self._keys:
            crypto.wipe(key)
        self._keys = [bytearray(key) for key in keys]

    def close(self) -> None:
        """Overwrite the keys."""
        for key in (self._name_key, *self._keys):
            crypto.wipe(key)

    @contextmanager
    def gone_on_failure(self, named: Callable[[], Collection[str]]) -> Iterator[None]:
        """Take away what was put within, when it ends in a failure: no entry will name it.

        An interrupt may come in the moment of the commit, after it: then what is `named` stays.
        """
        self._fresh.clear()
        try:
            yield
        except BaseException as error:
            stored = () if isinstance(error, Exception) else named()
            self._fresh[:] = [name for name in self._fresh if name not in stored]
            self._take_away_fresh(0)
            raise

    @contextmanager
    def gone_with_part(self) -> Iterator[None]:
        """The same for a part of that, which may fail by itself."""
        before = len(self._fresh)
        try:
            yield
        except BaseException:
            self._take_away_fresh(before)
            raise

    def _take_away_fresh(self, begin: int) -> None:
        for name in self._fresh[begin:]:
            (self._folder / name).unlink(missing_ok=True)
        del self._fresh[begin:]
