"""Spoilt files through the real reader: `python -m tests.stress.bestanden 100000 [seed]`.

Spoilt as they travel, as they are unpacked, and in parts that their sender signed all the same: each is read
whole or refused in words, and nothing else happens.
"""

import gzip
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.exchange.hulp import FOTO, A, B, Members, crafted, made, members, person, refusal, sealed, told

AN, BO = person("an"), person("bo")
_SIGNS = b'\t\n"\\{}[]:,-?x09afAF\0\xff'


def spoilt(chance: random.Random, content: bytes) -> bytes:
    """The content with a few bytes altered, put in, taken out, doubled or moved."""
    found = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 2, 5, 20))):
        at = chance.randrange(len(found) + 1)
        end = min(len(found), at + chance.choice((1, 1, 2, 8, 100, 512)))
        some = (
            bytes(chance.choices(_SIGNS, k=end - at)) if chance.random() < 0.5 else chance.randbytes(end - at)
        )
        found[at:end] = chance.choice((some, b"", bytes(found[at:end]) * 2, some + bytes(found[at:end])))
    return bytes(found)


def on_its_way(chance: random.Random, path: Path, parts: Members) -> None:
    sealed(path, crafted(AN, told(AN, BO, parts=parts, dossiers=2), parts), BO)
    path.write_bytes(spoilt(chance, path.read_bytes()))


def unpacked(chance: random.Random, path: Path, parts: Members) -> None:
    sealed(path, spoilt(chance, crafted(AN, told(AN, BO, parts=parts, dossiers=2), parts)), BO)


def packed(chance: random.Random, path: Path, parts: Members) -> None:

    plain = crafted(AN, told(AN, BO, parts=parts, dossiers=2), parts)
    sealed(path, spoilt(chance, gzip.compress(plain)), BO, packed=False)


def signed(chance: random.Random, path: Path, parts: Members) -> None:
    at = chance.randrange(len(parts))
    lies = [
        (naam, spoilt(chance, content) if i == at else content) for i, (naam, content) in enumerate(parts)
    ]
    sealed(path, crafted(AN, told(AN, BO, parts=lies, dossiers=2), lies), BO)


WAYS: tuple[Callable[[random.Random, Path, Members], None], ...] = (on_its_way, unpacked, packed, signed)


def main(much: int, seed: int = 1) -> None:
    """Read so many of them, and tell how they were refused."""
    chance, told_codes, begun = random.Random(seed), Counter[tuple[str, str]](), time.monotonic()
    first = made()
    parts = members(first, made(2, replaces=[first]), made(1, dossier=B), blobs=[FOTO])
    assert A < B
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.intake.age"
        for _ in range(much):
            way = chance.choice(WAYS)
            way(chance, path, parts)
            told_codes[way.__name__, refusal(path, BO)] += 1
    for (way_name, code), times in sorted(told_codes.items()):
        sys.stdout.write(f"{way_name:12} {code or 'gelezen':24} {times}\n")
    sys.stdout.write(f"{much} in {time.monotonic() - begun:.0f} s\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
