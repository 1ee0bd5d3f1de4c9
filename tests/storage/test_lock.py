"""One process per vault: who has it is said, and death frees it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.storage import lock
from tests.storage.hulp import quick

HOLDER = (
    "import sys; from pathlib import Path; from tests.storage.hulp import reopened\n"
    "vault = reopened(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
)


@contextmanager
def held(path: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        try:
            yield holder
        finally:
            holder.kill()


def refusal(path: Path) -> KnownError:
    with pytest.raises(KnownError) as refused:
        quick(path)
    return refused.value


def test_another_process_is_refused_and_told_who(path: Path) -> None:
    with held(path) as holder:
        error = refusal(path)
        assert error.code == "vault.in_use"
        assert str(error.facts["wie"]).startswith(os.uname().nodename)
        assert "2026-11-02T12:00" in str(error.facts["wie"])
        assert refusal(path).code == "vault.in_use"
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        quick(path).close()


def test_the_same_process_is_refused_and_the_first_keeps_its_lock(path: Path) -> None:
    with quick(path) as vault:
        assert refusal(path).code == "vault.in_use"
        assert not _free_for_others(path)
        vault.set_setting("plek", "x")
    assert _free_for_others(path)


def test_the_file_alone_means_nothing(path: Path) -> None:
    (path / lock.LOCK_FILE).write_text("een computer die niet meer bestaat")
    quick(path).close()


def test_a_refused_opening_gives_the_lock_back(path: Path) -> None:
    with pytest.raises(KnownError):
        lock.FolderLock(path / "niets", "x")
    (path / "vault.db").write_bytes(b"")
    assert refusal(path).code == "vault.damaged"
    assert _free_for_others(path)


def _free_for_others(path: Path) -> bool:
    code = (
        "import sys; from pathlib import Path; from intake_assistant.storage.lock import FolderLock\n"
        "FolderLock(Path(sys.argv[1]), 'x')"
    )
    return subprocess.run([sys.executable, "-c", code, str(path)], stderr=subprocess.DEVNULL).returncode == 0
