"""Vaults of dossiers of 450 entries, of persons who do not exist: recorded once, then as of others."""

from __future__ import annotations

import datetime
import json
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from intake_assistant import crypto
from intake_assistant.domain.bsn import elfproef
from intake_assistant.domain.entry import SALT_BYTES, Entry, Json, canonical, make_entry, value_hash
from intake_assistant.operations.acts.antwoord import record_antwoord, record_notitie
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.vault import kluis
from intake_assistant.operations.views.overzicht import refresh_overviews
from intake_assistant.operations.words.labels import labels_of
from intake_assistant.operations.workspace import FixedClock, Workspace
from tests.storage.hulp import CHEAP

DAY = datetime.date(2026, 5, 4)
PASSPHRASE = "een lange zin die niemand raadt"
ANSWERS, ENTRIES = 300, 450
# About a second where a municipality works.
COST = crypto.Argon2Cost(memory=512 * 1024, passes=4, lanes=4)
PER_TRANSACTION = 20
PERSOON = {
    "voornamen": "Selam", "achternaam": "Tesfay", "bsn": "", "v_nummer": "1000000000", "spreektaal": "ti",
    "adres": "Dorpsstraat 1", "postcode": "9999 ZZ", "woonplaats": "Voorbeeldstad", "telefoon": "0600000000",
}  # fmt: skip
_SYLLABLES = ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "wa", "zen")


def word(number: int) -> str:
    """One of 4096 words that nobody says."""
    return "".join(_SYLLABLES[number >> shift & 15] for shift in (8, 4, 0))


def answer_name(work: Workspace, number: int) -> str:
    """A question for each number; past the last question, a field of a row."""
    velden = [v.naam for v in work.data.formulieren.vragen.values() if v.is_veld and not v.herhaling]
    if number < len(velden):
        return velden[number]
    return f"werkervaring.banen[{number:016x}].beroep"


def record_dossier(work: Workspace) -> str:
    """A dossier of 300 answers, of which some were changed, and notes: 450 entries in all."""
    with work.vault.transaction():
        made = create_dossier(work, PERSOON).made
        for number in range(ANSWERS):
            record_antwoord(work, made, answer_name(work, number), "twee woorden")
        for number in range(ANSWERS, ENTRIES - len(work.vault.entries(made)) + ANSWERS):
            if number % 3:
                record_antwoord(work, made, answer_name(work, number - ANSWERS), "nu anders gezegd")
            else:
                record_notitie(
                    work, made, answer_name(work, number - ANSWERS), "een notitie van een regel lang"
                )
    return made


def bsn(number: int) -> str:
    """A valid BSN for each number."""
    begin = 100_000_000 + 50 * number
    return next(typed for typed in map(str, range(begin, begin + 50)) if elfproef(typed))


class Model:
    """The entries of one dossier, to be recorded as those of others."""

    def __init__(self, work: Workspace, entries: list[Entry]) -> None:
        self._device, self._author = work.vault.device.id, work.author
        self._entries = [(e.header, json.loads(e.body), e.id) for e in entries]

    def of(self, number: int) -> Iterator[Entry]:
        """The entries of one person, at each run the same."""
        chance = random.Random(number)
        dossier, known = f"{number:08x}{chance.getrandbits(96):024x}", dict[str, str]()
        for header, value, id in self._entries:
            body = canonical({**value, "waarde": _said(header.subject, value["waarde"], number, chance)})
            salt = chance.randbytes(SALT_BYTES)
            made = make_entry(
                replace(
                    header,
                    dossier=dossier,
                    device=self._device,
                    author=self._author,
                    vastgelegd_op=_moment(number, header.counter),
                    replaces=tuple(sorted(known[old] for old in header.replaces)),
                    value_hash=value_hash(salt, body),
                ),
                salt,
                body,
            )
            known[id] = made.id
            yield made


def _said(subject: str, said: Json, number: int, chance: random.Random) -> Json:
    if subject == "inburgeraar.bsn":
        return bsn(number)
    if subject == "inburgeraar.v_nummer":
        return f"{1_000_000_000 + number}"
    if subject in ("inburgeraar.voornamen", "inburgeraar.achternaam"):
        return word(chance.randrange(4096)).capitalize()
    if isinstance(said, str) and " " in said:
        return " ".join(word(chance.randrange(4096)) for _ in said.split())
    return said


def _moment(number: int, counter: int) -> str:
    begun = datetime.datetime(2026, 1, 5, 9, tzinfo=datetime.UTC) + datetime.timedelta(minutes=7 * number)
    return f"{begun + datetime.timedelta(seconds=41 * counter):%Y-%m-%dT%H:%M:%S}.{counter % 1000:03}Z"


class Measured:
    """A vault of one size in the folder of the measurements; made as far as it is not there yet."""

    def __init__(self, folder: Path, dossiers: int, cost: crypto.Argon2Cost = COST) -> None:
        self.path = folder / f"{dossiers}.intake"
        self.bare = folder / f"{dossiers}.bare.db"
        """Where the bare table beside it is made."""
        self.dossiers, self._cost = dossiers, cost
        self._whole = folder / f"{dossiers}.whole"

    @contextmanager
    def opened(self) -> Iterator[Workspace]:
        """The vault, open."""
        work = kluis.open_workspace(self.path, PASSPHRASE, FixedClock(DAY), os.urandom)
        with work.vault:
            yield work

    def make(self, tell: Callable[[str], None]) -> None:
        """Make what is not there yet; killed in the middle, the next one goes on from there."""
        if self._whole.exists():
            return  # the rows of the table record and erase some
        if not self.path.exists():
            settings = {"naam": "M. de Boer", "gemeente": "Voorbeeldstad"}
            kluis.create(self.path, PASSPHRASE, FixedClock(DAY), os.urandom, settings, cost=self._cost)
        with self.opened() as work:
            self._fill(work, tell)
        self._whole.touch()

    def _fill(self, work: Workspace, tell: Callable[[str], None]) -> None:
        model, begun = model_of(work), time.monotonic()
        first = len(work.vault.dossiers())
        for start in range(first, self.dossiers, PER_TRANSACTION):
            numbers = range(start, min(start + PER_TRANSACTION, self.dossiers))
            work.vault.union([entry for number in numbers for entry in model.of(number)])
            done = (numbers.stop - first) / (self.dossiers - first)
            left = (time.monotonic() - begun) * (1 - done) / done
            tell(f"{numbers.stop} of {self.dossiers} dossiers, {left / 60:.0f} minutes to go")
        tell("the lines of the list")
        refresh_overviews(work)
        work.vault.search(word(0), labels=labels_of(work))


def model_of(work: Workspace) -> Model:
    """Recorded in a vault of its own: in the other one nobody of this name ever was."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.intake"
        kluis.create(path, PASSPHRASE, FixedClock(DAY), os.urandom, {"naam": "M. de Boer"}, cost=CHEAP)
        source = kluis.open_workspace(path, PASSPHRASE, FixedClock(DAY), os.urandom)
        with source.vault:
            entries = source.vault.entries(record_dossier(source))
    return Model(work, entries)
