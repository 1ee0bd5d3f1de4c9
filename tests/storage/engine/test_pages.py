"""Reading without the engine: a sound vault whole, a damaged one as far as its bytes go."""

import random
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from intake_assistant.domain.entry import value_hash
from intake_assistant.storage.damage.records import Row, carve, rows
from intake_assistant.storage.damage.salvage import _of_dossier
from intake_assistant.storage.engine.database import LOG, beside
from intake_assistant.storage.engine.log import read_log
from intake_assistant.storage.engine.pages import SIZE, Pages
from intake_assistant.storage.engine.session import DATABASE
from tests.storage.entries.test_vault import D, entry
from tests.storage.hulp import copied, quick, vault_key

MANY = 300


def read(path: Path, key: bytes | None = None) -> list[Row]:
    """Every row of every page: those that are sound by their pointers, the others searched."""
    pages, found = Pages(path / DATABASE, key or vault_key()), []
    for page in pages:
        found += list(rows(page, pages.body) if page.is_sound else carve(page, pages.body))
    return found


def whole(found: Iterable[Row]) -> dict[str, bytes]:
    """The value of each entry that its hash proves, by id."""
    rows: list[Any] = [row for row in found if len(row) == 14 and isinstance(row[12], bytes)]
    return {row[2].hex(): row[13] for row in rows if value_hash(row[12], row[13]) == row[11].hex()}


def entry_ids(found: Iterable[Row]) -> set[str]:
    return set(whole(found))


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str]]:
    """A vault with short, long and very long values, whose last entries stand in the log only."""
    folder = tmp_path_factory.mktemp("vol")
    path = copied(folder)
    with quick(path) as vault:
        for counter in range(1, MANY):
            length = 30_000 if counter % 100 == 50 else 1_500 if counter % 10 == 5 else 20
            vault.append(entry(f"notitie[{counter}]", counter, waarde="é" * length), ())
            if counter == MANY // 2:
                vault.empty_log()
        ids = set(vault.all_ids())
        shutil.copytree(path, folder / "x" / "an.intake")
    return folder / "x" / "an.intake", ids


@pytest.fixture
def path(full: tuple[Path, set[str]], tmp_path: Path) -> Path:
    return Path(shutil.copytree(full[0], tmp_path / "an.intake"))


def flip(file: Path, at: int, bit: int = 0) -> None:
    content = bytearray(file.read_bytes())
    content[at] ^= 1 << bit
    file.write_bytes(content)


def test_of_a_sound_vault_everything_is_read(full: tuple[Path, set[str]]) -> None:
    path, ids = full
    assert list(Pages(path / DATABASE, vault_key()).broken()) == []
    found = read(path)
    assert entry_ids(found) == ids
    with quick(Path(shutil.copytree(path, path.parent / "gelezen" / path.name))) as vault:
        assert whole(found) == {e.id: e.body for e in vault.entries(D)}


def test_a_bit_breaks_one_page_and_few_rows(path: Path, full: tuple[Path, set[str]]) -> None:
    in_log = read_log(beside(path / DATABASE, LOG)).pages
    alone = [n for n in range(2, (path / DATABASE).stat().st_size // SIZE) if n + 1 not in in_log]
    for seed in range(4):
        chance = random.Random(seed)
        page = chance.choice(alone)
        flip(path / DATABASE, page * SIZE + chance.randrange(4000), chance.randrange(8))
        assert list(Pages(path / DATABASE, vault_key()).broken()) == [page + 1]
        assert len(full[1] - entry_ids(read(path))) <= 3
        shutil.copy(full[0] / DATABASE, path / DATABASE)


@pytest.mark.parametrize("at", [3, 20, 5000], ids=["the salt", "the first page", "the second page"])
def test_what_stops_the_engine_stops_no_reading(path: Path, full: tuple[Path, set[str]], at: int) -> None:
    flip(path / DATABASE, at)
    # The log, when it holds the first page, holds its salt too.
    assert list(Pages(path / DATABASE, vault_key()).broken()) in ([], [1 + at // SIZE])
    assert len(full[1] - entry_ids(read(path))) <= 3


def test_a_lost_salt_loses_no_entry(path: Path, full: tuple[Path, set[str]]) -> None:
    with quick(path):
        pass
    flip(path / DATABASE, 3)
    pages = Pages(path / DATABASE, vault_key())
    assert (pages.is_salt_lost, len(list(pages.broken()))) == (True, pages.count)
    assert len(full[1] - entry_ids(read(path))) <= 3


@pytest.mark.parametrize("size", [0, 1, 100, 4095, 4096, 5000, 20 * SIZE + 7])
def test_a_database_that_was_cut_gives_what_is_there(path: Path, size: int) -> None:
    whole = (path / DATABASE).read_bytes()
    (path / DATABASE).write_bytes(whole[:size])
    (path / f"{DATABASE}-wal").unlink()
    pages = Pages(path / DATABASE, vault_key())
    assert pages.count == -(-size // SIZE)
    # A page that lost only zeros is read as it was: of one byte that is so one time in 256.
    assert list(pages.broken()) == ([pages.count] if any(whole[size : pages.count * SIZE]) else [])
    assert (len(entry_ids(read(path))) > 0) == (size > 10 * SIZE)


def test_the_key_of_another_vault_gives_nothing(path: Path) -> None:
    pages = Pages(path / DATABASE, bytes(32))
    assert pages.is_salt_lost
    # In what is no text any bytes may stand, but no entry and no number.
    assert list(filter(_of_dossier, read(path, bytes(32)))) == []


def test_without_files_there_is_nothing(tmp_path: Path) -> None:
    pages = Pages(tmp_path / DATABASE, vault_key())
    assert (pages.count, list(pages), pages.body(1), pages.body(0)) == (0, [], b"", b"")


def test_noise_is_read_without_an_error(path: Path) -> None:
    for seed in range(3):
        (path / DATABASE).write_bytes(random.Random(seed).randbytes(30 * SIZE))
        assert entry_ids(read(path)) <= entry_ids(read(path))
