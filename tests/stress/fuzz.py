"""Flips bits anywhere in a vault and opens it: python -m tests.stress.fuzz --times 10000 [--seed 0].

Each time one file of a copy is bent. Whatever comes: it opens and all that it says is true, or it is refused
with a KnownError and not one byte has changed; never another exception.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from intake_assistant import crypto
from intake_assistant.domain.entry import is_sound
from intake_assistant.errors import KnownError
from intake_assistant.operations.workspace import FixedClock
from intake_assistant.storage.backup.backup import make_backup
from intake_assistant.storage.damage import rescue
from intake_assistant.storage.damage.salvage import read_what_is_left
from intake_assistant.storage.engine.opening import create_vault, open_vault
from intake_assistant.storage.engine.session import Surroundings
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.keys import slots
from tests.storage.entries.test_vault import D, entry
from tests.storage.hulp import CLOCK

PASSPHRASE = "een goedkope wachtzin"
# As cheap as Argon2 goes: what is tried here is what comes after it.
AROUND = Surroundings(FixedClock(CLOCK.day), os.urandom, crypto.Argon2Cost(64, 1, 1))
ENTRIES, LOGGED = 40, 4
"""How many entries, and how many of these stand in the log only."""
BLOB = b"%PDF het besluit"
RESCUE_EACH = 10
"""Of how many refusals one is read page by page as well."""

Files = dict[str, bytes]
Bend = Callable[[bytes, random.Random], bytes]


def flip(content: bytes, chance: random.Random) -> bytes:
    """One bit turned."""
    bent = bytearray(content)
    if bent:
        bent[chance.randrange(len(bent))] ^= 1 << chance.randrange(8)
    return bytes(bent)


def overwrite(content: bytes, chance: random.Random) -> bytes:
    """A run of noise or of zeros."""
    begin, size = chance.randrange(len(content) + 1), chance.choice((1, 16, 512, 4096))
    noise = bytes(size) if chance.random() < 0.5 else chance.randbytes(size)
    return content[:begin] + noise + content[begin + size :]


def cut(content: bytes, chance: random.Random) -> bytes:
    """The end gone: half copied."""
    return content[: chance.randrange(len(content) + 1)]


def grow(content: bytes, chance: random.Random) -> bytes:
    """Something behind the end."""
    return content + chance.randbytes(chance.choice((1, 24, 4096, 4120)))


def swap(content: bytes, chance: random.Random) -> bytes:
    """Two pages in each other's place."""
    pages = [content[i : i + 4096] for i in range(0, len(content), 4096)] or [b""]
    first, second = chance.randrange(len(pages)), chance.randrange(len(pages))
    pages[first], pages[second] = pages[second], pages[first]
    return b"".join(pages)


BENDS: tuple[Bend, ...] = (flip, flip, flip, overwrite, cut, grow, swap)


def make_original(folder: Path) -> Files:
    """A vault as it lies there after a kill, with a backup, a blob and a log that holds a part of it."""
    path = folder / "origineel.intake"
    create_vault(path, PASSPHRASE, AROUND, {"naam": "an"})
    vault = open_vault(path, PASSPHRASE, AROUND)
    for counter in range(1, ENTRIES):
        vault.append(entry(f"notitie[{counter}]", counter, waarde="kwikstaart " * 20), ())
        if counter == ENTRIES - LOGGED:
            vault.empty_log()
            vault.blobs.put(BLOB)
            make_backup(vault, "dag")
    found = {str(f.relative_to(path)): f.read_bytes() for f in path.rglob("*") if f.is_file()}
    vault.close()
    return found | {"lock": b""}


def bend_one(files: Files, chance: random.Random) -> Files:
    """One file bent, gone, or with what stands in another."""
    naam = chance.choice(sorted(files))
    kind = chance.random()
    if kind < 0.03:
        return {n: c for n, c in files.items() if n != naam}
    if kind < 0.06:
        return files | {naam: files[chance.choice(sorted(files))]}
    return files | {naam: chance.choice(BENDS)(files[naam], chance)}


def lay_out(path: Path, files: Files) -> None:
    """Write the files of a vault in a new folder."""
    shutil.rmtree(path, ignore_errors=True)
    for naam, content in files.items():
        (path / naam).parent.mkdir(parents=True, exist_ok=True)
        (path / naam).write_bytes(content)


def contents(path: Path) -> Files:
    """What lies there now; who refuses may count a wrong passphrase."""
    found = {str(f.relative_to(path)): f.read_bytes() for f in path.rglob("*") if f.is_file()}
    return {naam: content for naam, content in found.items() if naam != "vault.wait"}


def try_once(path: Path, files: Files, key: bytes, *, rescued: bool) -> str:
    """Open what was bent; returns the code of the refusal, or `open`. Raises AssertionError when it lies."""
    lay_out(path, files)
    try:
        with open_vault(path, PASSPHRASE, AROUND) as vault:
            hold_true(vault)
            code = "open"
    except KnownError as error:
        code = error.code
        assert contents(path) == {n: c for n, c in files.items() if n != "vault.wait"}, "a byte was changed"
    if rescued:
        backup = rescue.last_good_backup(path, key)
        left = read_what_is_left(path, key, AROUND, [backup.path] if backup else [])
        assert all(is_sound(e) for dossier in left.dossiers() for e in left.entries(dossier))
        left.close()
    return code


def hold_true(vault: Vault) -> None:
    """Everything that an open vault says is what was recorded, or it says that it is damaged."""
    known = {f"notitie[{counter}]" for counter in range(1, ENTRIES)}
    try:
        found = vault.entries(D)
        blobs = [vault.blobs.read_file(naam) for naam in vault.blobs.files()]
        vault.check_pages()
    except KnownError as error:
        if error.code != "vault.damaged":
            raise
        return
    assert all(is_sound(e) for e in found), "an altered entry was shown as good"
    assert {e.header.subject for e in found} <= known
    assert set(blobs) <= {BLOB, None}


def run(times: int, seed: int, folder: Path) -> Iterator[str]:
    """The outcome of each time."""
    files = make_original(folder)
    lay_out(folder / "sleutel.intake", files)
    key = bytes(slots.open_with_passphrase(*slots.read_slots(folder / "sleutel.intake"), PASSPHRASE))
    for number in range(seed, seed + times):
        chance = random.Random(number)
        bent = bend_one(files, chance)
        try:
            yield try_once(folder / "an.intake", bent, key, rescued=number % RESCUE_EACH == 0)
        except Exception as error:
            error.add_note(f"seed {number}")
            raise


def main() -> None:
    """Run and count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    begun = time.monotonic()
    with TemporaryDirectory(prefix="fuzz-") as folder:
        counted = Counter(run(args.times, args.seed, Path(folder)))
    took = time.monotonic() - begun
    sys.stdout.write(f"{args.times} in {took:.0f} s: {dict(counted.most_common())}\n")


if __name__ == "__main__":
    main()
