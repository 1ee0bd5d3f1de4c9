"""Erasing in a process of its own: killed at random moments, and with no room on the disk."""

import os
import random
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.erase import erase
from tests.storage.erase.test_erase import STONE, A, B, pieces_in
from tests.storage.erase.twee import both_and_backup
from tests.storage.hulp import quick

pytestmark = pytest.mark.slow

KILLS = 12


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with two people and a backup."""
    return both_and_backup(tmp_path_factory.mktemp("gedood"))


def erasing(path: Path) -> int:
    """A process that opens the vault and erases the first person; returns its id."""
    writer = os.fork()
    if writer:
        return writer
    try:
        with quick(path) as vault:
            if not erase.is_erased(vault, A):
                erase.erase_dossier(vault, STONE)
            erase.finish(vault)
    finally:
        os._exit(0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks a process to kill")
def test_killed_at_random_moments_it_is_whole_or_gone(made: Path, tmp_path: Path) -> None:
    chance, seen = random.Random(3), set[str]()
    for times in range(KILLS):
        folder = tmp_path / str(times)
        shutil.copytree(made / "an.intake", folder / "an.intake")
        path = folder / "an.intake"
        writer = erasing(path)
        threading.Event().wait(chance.uniform(0.005, 0.5))
        os.kill(writer, 9)
        os.waitpid(writer, 0)
        seen.add(_state_after(path))
        shutil.rmtree(folder)
    # Either is possible at each kill; what is in between is none of both and never comes.
    assert seen <= {"there", "gone"}


def _state_after(path: Path) -> str:
    with quick(path) as vault:
        assert vault.check_pages() == []
        assert len(vault.entries(B)) == 161
        if not erase.is_erased(vault, A):
            assert len(vault.entries(A)) == 161
            assert all(vault.blobs.read_file(name) for name in vault.blobs.files())
            return "there"
        assert erase.own_pending(vault) == set()
        assert vault.entries(A) == []
        assert pieces_in(path) == {}
        return "gone"


@pytest.fixture
def no_room() -> Iterator[None]:
    """After the test files may be of any size again."""
    if sys.platform == "win32":
        pytest.skip("Windows knows no limit to the size of a file")
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("no_room")
def test_without_room_it_is_gone_for_all_and_the_rest_waits(made: Path, tmp_path: Path) -> None:
    import resource  # not on Windows

    shutil.copytree(made / "an.intake", tmp_path / "an.intake")
    path = tmp_path / "an.intake"
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    with quick(path) as vault:
        erase.erase_dossier(vault, STONE)
        # Less than what is left takes when it is written anew, here and in the backup.
        resource.setrlimit(resource.RLIMIT_FSIZE, ((path / DATABASE).stat().st_size // 20, hard))
        rest = erase.finish(vault)
        assert {one.oorzaak for one in rest} == {"disk.full"}
        assert erase.own_pending(vault) == {DATABASE, "backups"}
        assert vault.entries(A) == []
        assert len(vault.entries(B)) == 161
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        assert erase.finish(vault) == []
        assert pieces_in(path) == {}
        assert vault.check_pages() == []
