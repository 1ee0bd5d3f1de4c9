"""Another key for a vault, beside the engine's own rekeying of the same database."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]  # the wheel carries no types

from intake_assistant import crypto
from intake_assistant.storage.engine.opening import create_vault, open_vault
from intake_assistant.storage.engine.session import DATABASE, Surroundings
from intake_assistant.storage.keys import rekey, slots
from tests.benchmarks.conftest import measure
from tests.benchmarks.vaults import PASSPHRASE
from tests.storage.hulp import CLOCK

GROUP = "een nieuwe sleutel voor 64 MB"
AROUND = Surroundings(CLOCK, os.urandom, crypto.Argon2Cost(64, 1, 1))
ROWS, SIZE = 64, 1_000_000


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A vault of some size; what stands in it makes no difference."""
    path = tmp_path / "groot.intake"
    create_vault(path, PASSPHRASE, AROUND, {"naam": "M. de Boer"})
    with open_vault(path, PASSPHRASE, AROUND) as vault, vault.transaction() as connection:
        rows = ((f"maat {number}", os.urandom(SIZE // 2).hex()) for number in range(ROWS))
        connection.executemany("INSERT INTO setting VALUES(?,?)", rows)
    return path


@pytest.mark.benchmark(group=GROUP)
def test_engine_alone(benchmark: BenchmarkFixture, large: Path, tmp_path: Path) -> None:
    key = slots.open_with_passphrase(*slots.read_slots(large), PASSPHRASE)

    def prepare() -> tuple[tuple[Any], dict[str, Any]]:
        shutil.copy(large / DATABASE, tmp_path / "kopie.db")
        connection = dbapi2.connect(str(tmp_path / "kopie.db"), isolation_level=None)
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")
        return (connection,), {}

    def act(connection: Any) -> None:
        connection.execute(f"PRAGMA rekey=\"x'{os.urandom(32).hex()}'\"")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()

    measure(benchmark, act, setup=prepare, rounds=5, warmup_rounds=1)


@pytest.mark.benchmark(group=GROUP)
def test_vault(benchmark: BenchmarkFixture, large: Path) -> None:
    with open_vault(large, PASSPHRASE, AROUND) as vault:

        def act() -> None:
            rekey.rekey(vault, PASSPHRASE, bytes(crypto.RECOVERY_BYTES))
            rekey.bring_along(vault)

        measure(benchmark, act, rounds=5, warmup_rounds=1)
