"""How long who types waits for a backup, and putting one back, on a vault of 100 dossiers."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from intake_assistant.operations.vault import kluis, reservekopie
from intake_assistant.operations.workspace import FixedClock, Workspace
from intake_assistant.storage.backup import backup, restore
from intake_assistant.storage.engine import database
from intake_assistant.storage.entries import entries, numbers, projections
from tests.benchmarks.conftest import measure
from tests.benchmarks.vaults import DAY, PASSPHRASE
from tests.stress.grote_kluis import make_large_vault

DOSSIERS, ROUNDS = 100, 5
TYPEN = "hoe lang wie typt op een reservekopie wacht (doel: hooguit een vijfde van VACUUM INTO)"
TERUG = "alles terugzetten (naast: de rijen kopiëren met de machine zelf)"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("groot") / "groot.intake"
    make_large_vault(path, PASSPHRASE, DOSSIERS)
    opened = kluis.open_workspace(path, PASSPHRASE, FixedClock(DAY), os.urandom)
    with opened.vault:
        yield opened


@pytest.fixture(scope="module")
def kopie(large: Workspace) -> Path:
    return backup.make_backup(large.vault, "hand").path


def _vacuum_into(large: Workspace, target: Path) -> None:
    with large.vault.reading() as connection:
        connection.execute("VACUUM INTO ?", (str(target),))


@pytest.mark.benchmark(group=TYPEN)
def test_bare_vacuum_into(benchmark: BenchmarkFixture, large: Workspace, tmp_path: Path) -> None:
    numbers = itertools.count()
    measure(benchmark, lambda: _vacuum_into(large, tmp_path / f"{next(numbers)}.db"), rounds=ROUNDS)


@pytest.mark.benchmark(group=TYPEN)
def test_snapshot(benchmark: BenchmarkFixture, large: Workspace, tmp_path: Path) -> None:
    measure(benchmark, large.vault.snapshot, args=(tmp_path / "half.db",), rounds=ROUNDS)


@pytest.mark.benchmark(group=TERUG)
def test_bare_rows(benchmark: BenchmarkFixture, large: Workspace, kopie: Path, tmp_path: Path) -> None:
    """Every table of the backup, also those that we derive anew, by one statement each."""
    key = bytes(large.vault.key)
    target = Path(shutil.copy(kopie, tmp_path / "doel.db"))
    with closing(database.connect(target, key)) as connection:
        connection.execute(f"ATTACH ? AS bron KEY \"x'{key.hex()}'\"", (str(kopie),))
        tables = sorted({entries.shelf(nr).table for nr in numbers.dossiers(connection)})

        def act() -> None:
            connection.execute("BEGIN IMMEDIATE")
            for table in tables:
                connection.execute(f"DELETE FROM main.{table}")
                connection.execute(f"INSERT INTO main.{table} SELECT * FROM bron.{table}")
            connection.execute("COMMIT")

        measure(benchmark, act, rounds=3)


@pytest.mark.benchmark(group=TERUG)
@pytest.mark.parametrize("lost", [10, DOSSIERS])
def test_replace_all(benchmark: BenchmarkFixture, large: Workspace, kopie: Path, lost: int) -> None:
    """With so many dossiers to bring back."""

    def lose() -> None:
        gone = large.vault.dossiers()[:lost]
        with large.vault.transaction() as connection:
            for dossier in gone:
                projections.take_out(connection, dossier)

    def act() -> None:
        with reservekopie.looked_into(large, kopie) as old:
            assert len(restore.replace_all(large.vault, old.vault).dossiers) == lost

    measure(benchmark, act, setup=lose, rounds=3)


@pytest.mark.benchmark(group=TERUG)
def test_compare(benchmark: BenchmarkFixture, large: Workspace, kopie: Path) -> None:
    found = measure(benchmark, reservekopie.compare, args=(large, kopie), rounds=3)
    assert len(found) == DOSSIERS
