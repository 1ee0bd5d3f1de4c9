"""Spoilt files through the real reader and into a real vault: `python -m tests.stress.bestanden 100000`.

Spoilt as they travel, as they are unpacked, and in parts that their sender signed all the same: each is read
whole or refused in words, and what was refused changes nothing.
"""

import gzip
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from intake_assistant.exchange import wire
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.merge import merge_files
from intake_assistant.operations.vault.kluis import digest
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.entries import devices
from tests.benchmarks.measuring import memory
from tests.exchange.hulp import (
    FOTO,
    STONE,
    B,
    Members,
    Person,
    crafted,
    made,
    members,
    person,
    refusal,
    sealed,
    told,
)
from tests.gelezen import data
from tests.storage.hulp import CLOCK, copied, quick, seeded

AN = person("an", gemeente="Delfzijl")
TOGETHER = 100
"""Files that are merged at a time."""
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


@dataclass
class Spoiler:
    """Makes files of a few entries for one receiver, each spoilt in its way."""

    chance: random.Random
    lead: Person
    parts: Members

    def make(self, path: Path) -> str:
        """Make one; returns how it was spoilt."""
        ways: tuple[Callable[[Path], None], ...] = (
            self._on_its_way,
            self._unpacked,
            self._packed,
            self._signed,
        )
        way = self.chance.choice(ways)
        way(path)
        return way.__name__

    def _plain(self, parts: Members) -> bytes:
        return crafted(AN, told(AN, self.lead, parts=parts, dossiers=2), parts)

    def _on_its_way(self, path: Path) -> None:
        sealed(path, self._plain(self.parts), self.lead)
        path.write_bytes(spoilt(self.chance, path.read_bytes()))

    def _unpacked(self, path: Path) -> None:
        sealed(path, spoilt(self.chance, self._plain(self.parts)), self.lead)

    def _packed(self, path: Path) -> None:
        sealed(path, spoilt(self.chance, gzip.compress(self._plain(self.parts))), self.lead, packed=False)

    def _signed(self, path: Path) -> None:
        lies = list(self.parts)
        at = self.chance.randrange(len(lies))
        lies[at] = (lies[at][0], spoilt(self.chance, lies[at][1]))
        sealed(path, self._plain(lies), self.lead)


@dataclass
class Found:
    """What became of them."""

    codes: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How they were refused, by the way in which they were spoilt; empty when one was read whole."""
    slowest: float = 0.0
    faults: list[str] = field(default_factory=list)


def run(much: int, seed: int, folder: Path) -> Found:
    """Read so many, and merge into a vault what was refused."""
    found, first = Found(), made()
    parts = members(first, made(2, replaces=[first]), made(1, dossier=B), blobs=[FOTO])
    # What is empty cannot be spoilt.
    parts[1] = (parts[1][0], wire.stone_line(STONE))
    with quick(copied(folder)) as vault:
        work = Workspace(vault, data(), CLOCK, seeded(seed))
        cards.add_card(work, AN.card, AN.card.fingerprint)
        lead = Person(cards.own_card(work), b"", devices.identity(vault))
        spoiler = Spoiler(random.Random(seed), lead, parts)
        for begin in range(0, much, TOGETHER):
            paths = [folder / f"{nr}.intake.age" for nr in range(min(TOGETHER, much - begin))]
            refused = [path for path in paths if _is_refused(spoiler, path, found)]
            found.faults += _taken(work, refused)
    return found


def _is_refused(spoiler: Spoiler, path: Path, found: Found) -> bool:
    way, begun = spoiler.make(path), time.monotonic()
    code = refusal(path, spoiler.lead)
    found.slowest = max(found.slowest, time.monotonic() - begun)
    found.codes[way.strip("_"), code] += 1
    return bool(code)


def _taken(work: Workspace, refused: list[Path]) -> list[str]:
    """What a vault took of files that the reader refused."""
    before = _all_of(work)
    done = merge_files(work, refused)
    wrong = [f"{one.bestand.name} was joined" for one in done.bestanden if one.fout is None]
    return wrong + ([] if _all_of(work) == before else ["the vault is another"])


def _all_of(work: Workspace) -> tuple[object, ...]:
    return digest(work), work.vault.projections(), work.vault.blobs.files(), cards.known_devices(work)


def main(much: int, seed: int = 1) -> int:
    """Read so many of them, and tell how they were refused."""
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HOME"] = folder
        found = run(much, seed, Path(folder))
    for (way, code), times in sorted(found.codes.items()):
        sys.stdout.write(f"{way:12} {code or 'gelezen':24} {times}\n")
    at_most = f"at most {found.slowest:.2f} s for one, {memory('VmHWM'):.0f} MB"
    sys.stdout.write(f"{much} in {time.monotonic() - begun:.0f} s; {at_most}\n")
    sys.stdout.write("".join(f"{fault}\n" for fault in found.faults))
    return 1 if found.faults else 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
