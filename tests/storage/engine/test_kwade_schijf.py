"""Full, limited, read-only: nothing that was acknowledged is ever lost."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.storage.hulp import vault_key

pytestmark = pytest.mark.slow

pytest.importorskip("resource", reason="no such limits, and no such disks, on Windows")

OWN_MOUNTS = ["unshare", "--user", "--map-root-user", "--mount"]


@cache
def may_mount() -> bool:
    """Whether this machine lets a process have file systems of its own."""
    try:
        return subprocess.run([*OWN_MOUNTS, "true"], stderr=subprocess.DEVNULL).returncode == 0
    except FileNotFoundError:
        return False


def seen(act: str, path: Path, *, mounts: bool) -> dict[str, Any]:
    before = OWN_MOUNTS if mounts else []
    command = [*before, sys.executable, "-m", "tests.storage.kwade_schijf", act, str(path), vault_key().hex()]
    ran = subprocess.run(command, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def holds_after_full(found: dict[str, Any]) -> None:
    assert (found["code"], found["again"], found["concept"]) == ("disk.full",) * 3
    assert found["in_transaction"] is False
    assert found["acknowledged"] > 10
    assert found["readable"] == found["acknowledged"]
    assert (found["pages"], found["rebuilt_equal"]) == ([], True)


def test_a_full_disk_loses_nothing_and_goes_on_when_there_is_room(path: Path) -> None:
    if not may_mount():
        pytest.skip("no file system of one's own here; test_a_quota covers what it can")
    found = seen("vol", path, mounts=True)
    holds_after_full(found)
    assert found["reopened_full"] == found["later"]
    assert found["created"] == "disk.full"
    assert found["left"] == ["an.intake"]


def test_a_quota_loses_nothing_and_goes_on_when_it_is_lifted(path: Path) -> None:
    found = seen("begrensd", path, mounts=False)
    holds_after_full(found)
    assert found["reopened"] == found["acknowledged"] + 1


def test_a_folder_that_may_only_be_read_is_said_so(path: Path) -> None:
    mounts = os.geteuid() == 0
    if mounts and not may_mount():
        pytest.skip("root may write everywhere, and no read-only file system can be made here")
    found = seen("alleen_lezen", path, mounts=mounts)
    assert found == {"open": "vault.read_only", "check": [], "create": "output.not_writable"}


def test_a_disk_that_goes_away_is_said_and_what_was_written_comes_back_with_it(path: Path) -> None:
    if not may_mount():
        pytest.skip("no file system of one's own here")
    assert seen("weg", path, mounts=True) == {
        "append": "vault.read_only", "concept": "vault.read_only", "open": "vault.not_a_vault",
        "close": "", "check": "vault.not_a_vault", "again": 1,
    }  # fmt: skip


def test_what_is_saved_where_there_is_no_room_leaves_nothing_half(path: Path) -> None:
    if not may_mount():
        pytest.skip("no file system of one's own here")
    assert seen("redden", path, mounts=True) == {"100k": ["disk.full", []], "400k": ["disk.full", []]}


def test_a_backup_without_room_or_place_takes_nothing_along(path: Path) -> None:
    if not may_mount():
        pytest.skip("no file system of one's own here")
    found = seen("reservekopie", path, mounts=True)
    assert (found["full"], found["halves"], found["pages"]) == ("disk.full", [], [])
    assert found["readable"] == 99
    assert (found["place_full"], found["place_full_left"]) == ("disk.full", [])
    assert (found["place_read_only"], found["place_read_only_left"]) == ("output.not_writable", [])
    assert found["kept"] == [True]


def holds_without_room(found: dict[str, Any]) -> list[str]:
    """Every size of the disk leaves a session that works and a vault that is sound; returns what was said."""
    whole = [99, []]
    for size, live in found["live"].items():
        assert live["full"] == [*whole, live["full"][2]], size
        assert live["same_key"] is (live["code"] != ""), size
        assert (live["room"], live["pending"], live["again"]) == ([*whole, ""], False, whole), size
    for size, opening in found["opening"].items():
        assert (opening["full"], opening["check"]) == ([whole, whole], []), size
        assert (opening["room"], opening["pending"]) == (whole, False), size
    assert len(found["live"]) == len(found["opening"]) == 7
    return [live["code"] for live in found["live"].values()]


def test_a_disk_too_full_for_another_key_takes_nothing_along(path: Path) -> None:
    if not may_mount():
        pytest.skip("no file system of one's own here; a quota covers what it can")
    assert set(holds_without_room(seen("sleutel_vol", path, mounts=True))) == {"disk.full"}


def test_an_engine_that_runs_full_at_another_key_goes_on_with_the_old_one(path: Path) -> None:
    codes = holds_without_room(seen("sleutel_begrensd", path, mounts=False))
    assert codes[:6] == ["disk.full"] * 6
