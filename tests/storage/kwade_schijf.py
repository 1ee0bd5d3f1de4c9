"""A process that meets a full, limited or read-only disk, and tells what it saw as JSON.

`python -m tests.storage.kwade_schijf ACT VAULT KEY`; `vol` and `alleen_lezen` mount a disk of their own.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from intake_assistant.domain.entry import Entry
from intake_assistant.errors import KnownError
from intake_assistant.operations.vault.kluiscontrole import check_path
from intake_assistant.policy import NO_POLICY
from intake_assistant.storage.backup.backup import list_backups, make_backup
from intake_assistant.storage.backup.copies import copy_to
from intake_assistant.storage.damage import rescue
from intake_assistant.storage.damage.salvage import read_what_is_left
from intake_assistant.storage.engine.opening import create_vault, open_vault, open_with
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.entries.rows import TypedRow
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.keys import rekey, slots
from tests.storage.entries.test_vault import D, entry
from tests.storage.hulp import AROUND, CHEAP, PASSPHRASE

SIZE, ROOM = 6_000_000, 3_000_000


def opened(path: Path) -> Vault:
    return open_with(path, AROUND, lambda vault, ways: bytes.fromhex(sys.argv[3]))


def code_of(act: Callable[[], object]) -> str:
    try:
        act()
    except KnownError as error:
        return error.code
    return ""


def numbered(counter: int) -> Entry:
    return entry(f"notitie[{counter}]", counter, waarde=os.urandom(2000).hex())


def mounted(path: Path, options: str) -> Path:
    """A copy of the vault on a file system that goes with this process."""
    folder = path.parent / "schijf"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)
    shutil.copytree(path, folder / path.name)
    return folder / path.name


def fill(vault: Vault, found: dict[str, Any]) -> Entry:
    """Write until there is no room, and give what did not fit."""
    for counter in range(1, 3000):
        last = numbered(counter)
        code = code_of(partial(vault.append, last, ()))
        if code:
            found |= {"code": code, "acknowledged": counter - 1}
            found["in_transaction"] = vault._connection.in_transaction
            return last
    raise AssertionError("never full")


def after_full(vault: Vault, last: Entry, room: Callable[[], object], found: dict[str, Any]) -> None:
    found["readable"] = len(vault.entries(D))
    found["again"] = code_of(lambda: vault.append(last, ()))
    found["concept"] = code_of(lambda: vault.keep_concepttekst(TypedRow(D, "x", "", "y" * 4_000_000, 0, "")))
    room()
    vault.append(last, ())
    found["pages"] = vault.check_pages()
    kept = vault.projections()
    vault.rebuild()
    found["rebuilt_equal"] = kept == vault.projections()


def vol(path: Path) -> dict[str, Any]:
    """A disk that fills up, and has room again."""
    found: dict[str, Any] = {}
    path = mounted(path, f"size={SIZE}")
    filler = path.parent / "vulling"
    filler.write_bytes(bytes(ROOM))
    with opened(path) as vault:
        last = fill(vault, found)
        after_full(vault, last, filler.unlink, found)
        found["later"] = fill_from(vault, found["acknowledged"] + 2)
    found["reopened_full"] = reopened_count(path)
    found["created"] = code_of(lambda: create_vault(path.parent / "v.intake", "x", AROUND, {}))
    found["left"] = sorted(p.name for p in path.parent.iterdir())
    return found


def fill_from(vault: Vault, counter: int) -> int:
    while not code_of(partial(vault.append, numbered(counter), ())):
        counter += 1
    return counter - 1


def reopened_count(path: Path) -> int | str:
    try:
        with opened(path) as vault:
            return len(vault.entries(D))
    except KnownError as error:
        return error.code


def begrensd(path: Path) -> dict[str, Any]:
    """A quota: no file may grow past a size."""
    found: dict[str, Any] = {}
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    with opened(path) as vault:
        resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM // 3, hard))
        last = fill(vault, found)
        after_full(vault, last, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard)), found)
    found["reopened"] = reopened_count(path)
    return found


def alleen_lezen(path: Path) -> dict[str, Any]:
    """A folder that may only be read: by its file system, or by its rights."""
    if os.geteuid() == 0:
        path = mounted(path, "size=10m")
        subprocess.run(["mount", "-o", "remount,ro", str(path.parent)], check=True)
    with _without_rights(path):
        return {
            "open": code_of(lambda: opened(path)),
            "check": [b.code for b in check_path(path, PASSPHRASE, AROUND, NO_POLICY)],
            "create": code_of(lambda: create_vault(path.parent / "v.intake", "x", AROUND, {})),
        }


def weg(path: Path) -> dict[str, Any]:
    """A stick that is pulled out while the vault on it is open, and put in again."""
    disk, kept = mounted(path, "size=10m"), path.parent / "weer"
    vault = opened(disk)
    vault.append(numbered(1), ())
    shutil.copytree(disk, kept)
    subprocess.run(["umount", "--lazy", str(disk.parent)], check=True)
    found = {
        "append": code_of(lambda: vault.append(numbered(2), ())),
        "concept": code_of(lambda: vault.keep_concepttekst(TypedRow(D, "x", "", "y", 0, ""))),
        "open": code_of(lambda: opened(disk)),
        "close": code_of(vault.close),
        "check": code_of(lambda: check_path(disk, "x", AROUND, NO_POLICY)),
    }
    return found | {"again": reopened_count(kept)}


def redden(path: Path) -> dict[str, Any]:
    """A damaged vault that is saved where there is too little room: at the making, and half-way."""
    with opened(path) as vault:
        vault.blobs.put(os.urandom(500_000))
    left, found = read_what_is_left(path, bytes.fromhex(sys.argv[3]), AROUND), {}
    for size in ("100k", "400k"):
        disk = path.parent / size
        disk.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)], check=True)
        new = disk / "gered.intake"
        found[size] = [code_of(partial(rescue.save, left, new, PASSPHRASE, AROUND)), os.listdir(disk)]
    return found


@contextmanager
def _without_rights(path: Path) -> Any:
    places = [*path.iterdir(), path, path.parent]
    if os.geteuid() != 0:
        for place in places:
            place.chmod(0o500)
    try:
        yield
    finally:
        if os.geteuid() != 0:
            for place in reversed(places):
                place.chmod(0o700)


def reservekopie(path: Path) -> dict[str, Any]:
    """No room for a backup, then room again; a second place that is full or may only be read."""
    found: dict[str, Any] = {}
    path = mounted(path, f"size={SIZE}")
    filler = path.parent / "vulling"
    with opened(path) as vault:
        vault.union(numbered(counter) for counter in range(1, 100))
        vault.empty_log()
        filler.write_bytes(bytes(os.statvfs(path).f_bavail * os.statvfs(path).f_frsize - 300_000))
        found["full"] = code_of(lambda: make_backup(vault, "dag"))
        found["halves"] = [p.name for p in path.rglob(".half-*")]
        found["pages"], found["readable"] = vault.check_pages(), len(vault.entries(D))
        filler.unlink()
        made = make_backup(vault, "dag")
        for how, options in (("place_full", "size=200k"), ("place_read_only", "ro")):
            stick = path.parent.parent / how
            stick.mkdir()
            subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(stick)], check=True)
            found[how] = code_of(partial(copy_to, vault, stick, made))
            found[f"{how}_left"] = [p.name for p in stick.rglob("*.db")]
        found["kept"] = [b.path == made.path for b in list_backups(path / "backups")]
    return found


STEPS = [round(0.15 * step, 2) for step in range(1, 8)]
"""The room for another key, as a share of the database; it takes a little more than 1."""
SECRET = bytes(range(20))


def sleutel_vol(path: Path) -> dict[str, Any]:
    """Another key on a disk with too little room: in the session, and at an opening that goes on with it."""
    path = mounted(path, "size=20m")
    filler = path.parent / "vulling"

    def leave(share: float) -> None:
        filler.unlink(missing_ok=True)
        stat, size = os.statvfs(path), (path / DATABASE).stat().st_size
        if share < 2:
            filler.write_bytes(bytes(stat.f_bavail * stat.f_frsize - int(size * share)))

    return _other_keys(path, leave)


def sleutel_begrensd(path: Path) -> dict[str, Any]:
    """The same under a quota that shows as free room, so that the engine itself runs full."""
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]

    def leave(share: float) -> None:
        size = int((path / DATABASE).stat().st_size * share) if share < 2 else hard
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))

    return _other_keys(path, leave)


def _other_keys(path: Path, leave: Callable[[float], None]) -> dict[str, Any]:
    slots.replace_passphrase(path, bytes.fromhex(sys.argv[3]), PASSPHRASE, CHEAP, os.urandom)
    with open_vault(path, PASSPHRASE, AROUND) as vault:
        vault.union(numbered(counter) for counter in range(1, 100))
    found: dict[str, Any] = {"live": {}, "opening": {}}
    for step in STEPS:
        for act, how in (("live", _live), ("opening", _at_opening)):
            found[act][str(step)] = how(path, partial(leave, step), partial(leave, 2))
    return found


def _live(path: Path, fill: Callable[[], None], room: Callable[[], None]) -> dict[str, object]:
    with open_vault(path, PASSPHRASE, AROUND) as vault:
        before = bytes(vault.key)
        fill()
        found: dict[str, object] = {"code": code_of(lambda: rekey.rekey(vault, PASSPHRASE, SECRET))}
        found["same_key"] = bytes(vault.key) == before
        found["full"] = [*_sound(vault), code_of(lambda: vault.set_setting("erna", "ja"))]
        room()
        found["room"] = [*_sound(vault), code_of(lambda: vault.set_setting("erna", "ook"))]
        found["pending"] = bool(vault.ways().opvolger)
    return found | {"again": _opens(path)}


def _at_opening(path: Path, fill: Callable[[], None], room: Callable[[], None]) -> dict[str, object]:
    if os.fork() == 0:
        vault = open_vault(path, PASSPHRASE, AROUND)
        setattr(vault, "give_key", lambda _: os._exit(0))  # noqa: B010  # killed just there
        rekey.rekey(vault, PASSPHRASE, SECRET)
    os.wait()
    fill()
    found: dict[str, object] = {"full": [_opens(path), _opens(path)]}
    found["check"] = [b.code for b in check_path(path, PASSPHRASE, AROUND, NO_POLICY)]
    room()
    return found | {"room": _opens(path), "pending": bool(slots.read_file(path).opvolger)}


def _sound(vault: Vault) -> list[object]:
    return [len(vault.entries(D)), vault.check_pages()]


def _opens(path: Path) -> object:
    try:
        with open_vault(path, PASSPHRASE, AROUND) as vault:
            return _sound(vault)
    except KnownError as error:
        return error.code


if __name__ == "__main__":
    acts = {
        act.__name__: act
        for act in (vol, begrensd, alleen_lezen, weg, redden, reservekopie, sleutel_vol, sleutel_begrensd)
    }
    json.dump(acts[sys.argv[1]](Path(sys.argv[2])), sys.stdout)
