"""The log cut at every frame and within, as when the power fails; and damaged, which is something else."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from intake_assistant.domain.entry import is_sound
from intake_assistant.errors import KnownError
from intake_assistant.storage.damage.salvage import read_what_is_left
from intake_assistant.storage.engine import database
from intake_assistant.storage.engine.lock import LOCK_FILE
from intake_assistant.storage.engine.log import FRAME_HEADER, HEADER, PAGE, read_log
from intake_assistant.storage.engine.session import DATABASE
from tests.storage.entries.test_vault import D, entry
from tests.storage.hulp import AROUND, copied, quick, vault_key
from tests.stress.twin import faults_of

FRAME = FRAME_HEADER + PAGE
ACTS = 9


@dataclass
class Recorded:
    """A vault as it stood on the disk after so many acts, and how long its log was after each of them."""

    path: Path
    log: bytes = b""
    lengths: list[int] = field(default_factory=list)

    def acknowledged(self, length: int) -> int:
        """How many acts were said to be kept when the log was that long."""
        return sum(length >= known for known in self.lengths)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    folder = tmp_path_factory.mktemp("log")
    path = copied(folder)
    with quick(path) as vault:
        found = Recorded(folder / "gedood" / path.name)
        log = database.beside(path / DATABASE, database.LOG)
        for number in range(1, ACTS + 1):
            vault.append(entry(f"notitie[{number}]", number, waarde="kwikstaart " * 50 * number), ())
            found.lengths.append(log.stat().st_size)
        found.log = log.read_bytes()
        shutil.copytree(path, found.path)
    return found


def left(recorded: Recorded, folder: Path, log: bytes, *, promised: bool = False) -> Path:
    """The vault with this log; what was promised of it came to the disk too, or the power failed before."""
    path = folder / "an.intake"
    shutil.rmtree(path, ignore_errors=True)
    shutil.copytree(recorded.path, path)
    if not promised:
        (path / LOCK_FILE).unlink()
    database.beside(path / DATABASE, database.LOG).write_bytes(log)
    return path


def come_back(path: Path) -> int:
    """How many acts come back, after all was looked at."""
    with quick(path) as vault:
        assert faults_of(vault) == []
        kept = vault.projections()
        vault.rebuild()
        assert vault.projections() == kept
        return len(vault.entries(D))


def frames(log: bytes) -> list[int]:
    """Where each frame begins, and the end."""
    return list(range(HEADER, len(log) + 1, FRAME))


def test_every_commit_is_flushed_to_the_disk(recorded: Recorded, tmp_path: Path) -> None:
    with quick(left(recorded, tmp_path, recorded.log)) as vault, vault.reading() as connection:
        assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_cut_at_every_frame_gives_back_what_was_acknowledged(recorded: Recorded, tmp_path: Path) -> None:
    cuts = [0, 1, HEADER - 1, *frames(recorded.log)]
    found = {cut: come_back(left(recorded, tmp_path, recorded.log[:cut])) for cut in cuts}
    assert found == {cut: recorded.acknowledged(cut) for cut in cuts}


@pytest.mark.parametrize("within", [1, FRAME_HEADER, FRAME_HEADER + 512, FRAME - 1])
def test_cut_within_a_frame_gives_back_what_was_acknowledged(
    recorded: Recorded, tmp_path: Path, within: int
) -> None:
    cuts = [start + within for start in frames(recorded.log)[:-1:3]]
    found = {cut: come_back(left(recorded, tmp_path, recorded.log[:cut])) for cut in cuts}
    assert found == {cut: recorded.acknowledged(cut) for cut in cuts}


@pytest.mark.parametrize("torn", [512, PAGE, FRAME])
def test_the_last_transaction_torn_in_its_middle_takes_no_other_along(
    recorded: Recorded, tmp_path: Path, torn: int
) -> None:
    # Its frames reached the disk out of order: the last is there, a piece of the first is not.
    start = recorded.lengths[-2]
    log = bytearray(recorded.log)
    log[start : start + torn] = bytes(torn)
    assert come_back(left(recorded, tmp_path, bytes(log))) == ACTS - 1


def test_what_was_torn_once_is_not_taken_for_damage_later(recorded: Recorded, tmp_path: Path) -> None:
    # The torn transaction was the longest: what is recorded next does not lie over its end.
    log = bytearray(recorded.log)
    log[recorded.lengths[-2] : recorded.lengths[-2] + FRAME] = bytes(FRAME)
    path = left(recorded, tmp_path, bytes(log))
    with quick(path) as vault:
        vault.set_setting("kort", "ja")
        kept = read_log(database.beside(path / DATABASE, database.LOG))
        assert (kept.counted, kept.cut_off) == (1, 0)
        assert len(vault.entries(D)) == ACTS - 1


def test_what_the_engine_counts_is_what_we_count(recorded: Recorded, tmp_path: Path) -> None:
    for cut in frames(recorded.log):
        path = left(recorded, tmp_path, recorded.log[:cut])
        log = read_log(database.beside(path / DATABASE, database.LOG))
        assert (log.counted, log.cut_off, log.is_damaged) == (recorded.acknowledged(cut), 0, False)
        assert database.log_counts(path / DATABASE) == (recorded.acknowledged(cut) > 0)


@pytest.mark.parametrize(("at", "counts"), [(4, False), (HEADER + 100, False), (-FRAME, True)])
def test_a_log_counts_as_long_as_its_first_transaction_is_whole(
    recorded: Recorded, tmp_path: Path, at: int, counts: bool
) -> None:
    log = bytearray(recorded.log)
    log[at] ^= 1
    assert database.log_counts(left(recorded, tmp_path, bytes(log)) / DATABASE) is counts


@pytest.mark.parametrize("at", [4, 9, 20, 28, HEADER + 2, HEADER + 18, HEADER + 100, HEADER + 3 * FRAME + 9])
def test_a_damaged_log_is_not_taken_for_an_empty_one(recorded: Recorded, tmp_path: Path, at: int) -> None:
    log = bytearray(recorded.log)
    log[at] ^= 1
    path = left(recorded, tmp_path, bytes(log))
    before = {p.name: p.read_bytes() for p in path.iterdir()}
    with pytest.raises(KnownError) as refused:
        quick(path)
    assert refused.value.code == "vault.damaged"
    assert {p.name: p.read_bytes() for p in path.iterdir()} == before


@pytest.mark.parametrize("at", [4, 9, 20, 28, HEADER + 18, HEADER + 3 * FRAME + 9, HEADER + 3 * FRAME + 100])
def test_out_of_a_damaged_log_all_that_is_whole_is_saved(recorded: Recorded, tmp_path: Path, at: int) -> None:
    log = bytearray(recorded.log)
    log[at] ^= 1
    path = left(recorded, tmp_path, bytes(log))
    found = read_what_is_left(path, vault_key(), AROUND)
    assert len(found.entries(D)) == ACTS
    assert all(is_sound(entry) for entry in found.entries(D))


def test_who_only_reads_leaves_a_log_of_which_nothing_counts(recorded: Recorded, tmp_path: Path) -> None:
    log = bytearray(recorded.log)
    log[HEADER + 100] ^= 1
    path = left(recorded, tmp_path, bytes(log))
    with closing(database.connect_read_only(path / DATABASE, vault_key())) as connection:
        assert connection.execute("SELECT count(*) FROM number").fetchone()[0] == 0
    assert database.beside(path / DATABASE, database.LOG).read_bytes() == log


def test_pages_that_stand_whole_in_the_log_may_be_torn_in_the_database(
    recorded: Recorded, tmp_path: Path
) -> None:
    # The power failed while the log was written into the pages, as it is on closing.
    path = left(recorded, tmp_path, recorded.log)
    tear(
        path / DATABASE,
        sorted({int.from_bytes(recorded.log[f : f + 4], "big") for f in frames(recorded.log)[:-1]}),
    )
    assert come_back(path) == ACTS


def test_a_torn_page_that_is_not_in_the_log_is_damage(recorded: Recorded, tmp_path: Path) -> None:
    path = left(recorded, tmp_path, recorded.log)
    in_log = {int.from_bytes(recorded.log[f : f + 4], "big") for f in frames(recorded.log)[:-1]}
    pages = (path / DATABASE).stat().st_size // PAGE
    tear(path / DATABASE, [number for number in range(1, pages + 1) if number not in in_log][:1])
    with pytest.raises(KnownError) as refused:
        quick(path)
    assert refused.value.code == "vault.damaged"


def tear(database: Path, pages: list[int]) -> None:
    """Have the second half of these pages be something else."""
    with database.open("r+b") as file:
        for number in pages:
            file.seek((number - 1) * PAGE + PAGE // 2)
            file.write(b"x" * 512)
