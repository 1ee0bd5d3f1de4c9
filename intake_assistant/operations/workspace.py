"""An open vault with everything an operation needs."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from intake_assistant import paths
from intake_assistant.domain.formulier import Formulieren, Keuze
from intake_assistant.domain.informatie import Gespreksvraag, Informatieonderwerp
from intake_assistant.domain.ports import Clock, Randomness
from intake_assistant.domain.praatplaat.bord import Bord
from intake_assistant.domain.recht.feiten import regelwaarden
from intake_assistant.domain.recht.regels import Regels
from intake_assistant.domain.recht.termijn import Regelwaarden
from intake_assistant.domain.teksten import Teksten
from intake_assistant.domain.toennu.onderwerp import Toennukeuze
from intake_assistant.forms.checking.minutes import Aannamen, load_aannamen
from intake_assistant.forms.checking.praatplaten import load_praatplaten
from intake_assistant.forms.checking.toennu import load_toennu
from intake_assistant.forms.controle import aanleidingen
from intake_assistant.forms.engine import Engine
from intake_assistant.forms.fouten import read_all
from intake_assistant.forms.informatie import load_gespreksvragen, load_informatie
from intake_assistant.forms.keuzelijsten import load_keuzelijsten
from intake_assistant.forms.loader import load_formulieren
from intake_assistant.forms.regels import load_regels
from intake_assistant.forms.teksten import load_teksten
from intake_assistant.policy import NO_POLICY, Policy
from intake_assistant.storage.entries.vault import Vault

ID_BYTES = 8
DOSSIER_BYTES = 16


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still: `--now`, and each step of a case on its own day."""

    day: datetime.date

    def now(self) -> datetime.datetime:
        """Noon of the day, in UTC."""
        return datetime.datetime.combine(self.day, datetime.time(12), datetime.UTC)

    def today(self) -> datetime.date:
        """Return the day."""
        return self.day


class Data:
    """Forms, rules and texts, read when first asked for and then kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def formulieren(self) -> Formulieren:
        """The fifteen startposities."""
        return load_formulieren(self.folder)

    @cached_property
    def keuzelijsten(self) -> Mapping[str, tuple[Keuze, ...]]:
        """The lists of choices that stand beside the forms, by name."""
        return load_keuzelijsten(self.folder)

    @cached_property
    def onderwerpen(self) -> tuple[Informatieonderwerp, ...]:
        """What an inburgeraar must be told, in order."""
        return load_informatie(self.folder)

    @cached_property
    def gespreksvragen(self) -> Mapping[str, Gespreksvraag]:
        """What is asked in each conversation, by id."""
        return load_gespreksvragen(self.folder)

    @cached_property
    def praatplaten(self) -> tuple[Bord, ...]:
        """The boards that are filled while people talk."""
        return load_praatplaten(self.folder, self.formulieren)

    @cached_property
    def aannamen(self) -> Aannamen:
        """What asking, telling and meeting takes, in minutes."""
        return load_aannamen(self.folder)

    @cached_property
    def toennu(self) -> Toennukeuze:
        """Which questions lie side by side in *toen en nu*."""
        return load_toennu(self.folder, self.formulieren)

    @cached_property
    def versie(self) -> str:
        """A hash of every file of forms, rules and texts."""
        return hashlib.blake2b(b"\0".join(read_all(self.folder)), digest_size=8).hexdigest()

    @cached_property
    def aanleidingen(self) -> Mapping[str, str]:
        """Question -> the question of the same startpositie that brings it in."""
        return aanleidingen(self.formulieren)

    @cached_property
    def engine(self) -> Engine:
        """What judges relevance and constraints."""
        return Engine(self.formulieren)

    @cached_property
    def regels(self) -> Regels:
        """Terms, hours and amounts with their dates of validity."""
        return load_regels(self.folder / "regels")

    @cached_property
    def _regelwaarden(self) -> dict[datetime.date, Regelwaarden]:
        return {}

    def regelwaarden(self, op: datetime.date) -> Regelwaarden:
        """The numbers that the clocks count with on a legal date."""
        if op not in self._regelwaarden:
            self._regelwaarden[op] = regelwaarden(self.regels, op)
        return self._regelwaarden[op]

    @cached_property
    def teksten(self) -> Teksten:
        """The fixed legal texts of the PIP."""
        return load_teksten(self.folder / "pip" / "teksten")

    @cached_property
    def inzageteksten(self) -> Teksten:
        """The fixed texts around all that is held on a person (AVG 15)."""
        return load_teksten(self.folder / "inzage")


@dataclass(frozen=True)
class Workspace:
    """An open vault, the data of the program, the clock, chance and the rules of the administrator."""

    vault: Vault
    data: Data
    clock: Clock
    random: Randomness
    policy: Policy = NO_POLICY

    @property
    def author(self) -> str:
        """Who records here."""
        return self.vault.device.naam

    def at(self, day: datetime.date) -> Workspace:
        """The same workspace on another day."""
        return replace(self, clock=FixedClock(day))

    def new_id(self) -> str:
        """A random id for a row."""
        return self.random(ID_BYTES).hex()


def packaged_data() -> Data:
    """The data that came with the program."""
    return Data(paths.forms_dir())


def data_of(policy: Policy) -> Data:
    """The data that the administrator named, or that came with the program."""
    return Data(policy.formulieren) if policy.formulieren else packaged_data()
