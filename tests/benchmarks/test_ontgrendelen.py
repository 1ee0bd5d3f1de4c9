"""Unlocking to a usable list, beside the key derivation alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from intake_assistant import crypto
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.vault import kluis
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.workspace import FixedClock
from tests.benchmarks.conftest import DAY, PASSPHRASE, measure

GROUP = "ontgrendelen tot de lijst (doel: hooguit 1,15 keer)"
# About a second where a municipality works; both measurements take the same one.
COST = crypto.Argon2Cost(memory=512 * 1024, passes=4, lanes=4)
DOSSIERS = int(os.environ.get("INTAKE_METING_DOSSIERS", "2000"))


@pytest.fixture(scope="module")
def full_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kluis") / "vol.intake"
    clock = FixedClock(DAY)
    kluis.create(path, PASSPHRASE, clock, os.urandom, {"naam": "M. de Boer"}, cost=COST)
    work = kluis.open_workspace(path, PASSPHRASE, clock, os.urandom)
    with work.vault, work.vault.transaction():
        for number in range(DOSSIERS):
            create_dossier(
                work, {"voornamen": f"Persoon {number}", "achternaam": "Voorbeeld", "spreektaal": "ti"}
            )
        list_dossiers(work)
    return path


@pytest.mark.benchmark(group=GROUP)
def test_key_alone(benchmark: BenchmarkFixture) -> None:
    salt = os.urandom(crypto.SALT_BYTES)
    measure(benchmark, crypto.derive_key, args=(PASSPHRASE, salt, COST), rounds=5, warmup_rounds=1)


@pytest.mark.benchmark(group=GROUP)
def test_unlock_to_list(benchmark: BenchmarkFixture, full_vault: Path) -> None:
    def unlock() -> int:
        work = kluis.open_workspace(full_vault, PASSPHRASE, FixedClock(DAY), os.urandom)
        with work.vault:
            return len(list_dossiers(work))

    assert measure(benchmark, unlock, rounds=5, warmup_rounds=1) == DOSSIERS
