"""A real vault with a dossier of 300 answers."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.workspace import FixedClock, Workspace, packaged_data
from intake_assistant.storage.engine.opening import create_vault, open_vault
from intake_assistant.storage.engine.session import Surroundings

DAY = datetime.date(2026, 5, 4)
PASSPHRASE = "een lange zin die niemand raadt"
ANSWERS = 300


@pytest.fixture(scope="session")
def vault_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kluis") / "meting.intake"
    around = Surroundings(FixedClock(DAY), os.urandom)
    create_vault(path, PASSPHRASE, around, {"naam": "M. de Boer", "gemeente": "Voorbeeldstad"})
    return path


@pytest.fixture(scope="session")
def work(vault_path: Path) -> Iterator[Workspace]:
    clock = FixedClock(DAY)
    vault = open_vault(vault_path, PASSPHRASE, Surroundings(clock, os.urandom))
    with vault:
        yield Workspace(vault, packaged_data(), clock, os.urandom)


@pytest.fixture(scope="session")
def dossier(work: Workspace) -> str:
    made = create_dossier(work, {"voornamen": "Selam", "achternaam": "Tesfay"}).made
    with work.vault.transaction():
        for number in range(ANSWERS):
            record_antwoord(
                work, made, f"{answer_name(work, number)}", f"antwoord {number} over werk en taal"
            )
    return made


def answer_name(work: Workspace, number: int) -> str:
    """A question for each number; past the last question, a field of a row."""
    velden = [v.naam for v in work.data.formulieren.vragen.values() if v.is_veld and not v.herhaling]
    if number < len(velden):
        return velden[number]
    return f"werkervaring.banen[{number:016x}].beroep"


def measure(benchmark: BenchmarkFixture, act: Callable[..., Any], **how: Any) -> Any:
    """Run an act for a number of rounds and return what it gave."""
    return benchmark.pedantic(act, **how)  # type: ignore[no-untyped-call]  # the plug-in has no types here
