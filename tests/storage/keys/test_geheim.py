"""Nothing about a person lies readable on disk, and what was erased is gone for whoever has the key."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from intake_assistant.domain.dossier import Leaf
from intake_assistant.domain.entry import Entry, Presence
from intake_assistant.storage.engine.database import connect
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.entries.rows import TypedRow
from intake_assistant.storage.entries.vault import Vault
from tests.storage.bladen import decrypted
from tests.storage.entries.test_vault import D, entry
from tests.storage.hulp import copied, keep_line, quick, reopened, vault_key

NEEDLE = "zqkwikstaartqz"
SQL = b"CREATE TABLE"


def write_much(vault: Vault, rows: int = 300) -> list[Entry]:
    made = [entry(f"notitie[{n}]", n, waarde=f"{NEEDLE} en {n * 7919} woorden") for n in range(1, rows)]
    with vault.transaction():
        for one in made:
            vault.append(one, ())
        vault.keep_concepttekst(TypedRow(D, "notitie[x]", "", f'{{"waarde": "{NEEDLE}"}}', 0, ""))
        vault.set_setting("naam", NEEDLE)
        vault.log_access(NEEDLE, D)
        keep_line(vault, D, NEEDLE, {"naam": NEEDLE})
    return made


def holding(needle: bytes, folder: Path) -> list[str]:
    files = [p for p in folder.rglob("*") if p.is_file()]
    return [str(p) for p in files if needle in p.read_bytes() or needle in os.fsencode(p.name)]


def test_no_word_is_readable_in_the_folder_open_or_closed(path: Path) -> None:
    with quick(path) as vault:
        write_much(vault)
        vault.blobs.put(f"%PDF {NEEDLE}".encode())
        vault.search(NEEDLE)
        assert (path / f"{DATABASE}-wal").stat().st_size > 0
        for needle in (NEEDLE.encode(), NEEDLE.encode("utf-16-le"), SQL, b"SQLite format 3"):
            assert holding(needle, path) == []
    assert holding(NEEDLE.encode(), path) == holding(SQL, path) == []
    # The control: with the key it is all there, so this way of looking finds what there is.
    assert NEEDLE.encode() in decrypted(path, vault_key())
    assert SQL in decrypted(path, vault_key())


def test_the_key_and_the_passphrase_are_not_in_the_folder(path: Path) -> None:
    reopened(path).close()
    key = vault_key()
    for secret in (key, key.hex().encode(), b"een lange wachtzin"):
        assert holding(secret, path) == []


def leaked_by_sorting(connection: Any) -> list[str]:
    """Names of open deleted files with the needle, while a sort is under way that does not fit in memory."""
    connection.execute("PRAGMA temp.cache_size=5")
    connection.execute("CREATE TEMP TABLE groot AS SELECT body FROM entry_0")
    for _ in range(6):
        connection.execute("INSERT INTO groot SELECT body FROM groot")
    return list(_open_files_with(NEEDLE.encode()))


def _open_files_with(needle: bytes) -> Iterator[str]:
    for link in Path("/proc/self/fd").iterdir():
        try:
            target = os.readlink(link)
            if "etilqs" in target and needle in link.read_bytes():
                yield target
        except OSError:  # the handle of the listing itself
            continue


@pytest.mark.skipif(sys.platform != "linux", reason="looks at open files as Linux shows them")
@pytest.mark.parametrize(("temp_store", "leaks"), [("", False), ("FILE", True)])
def test_sorting_leaves_nothing_in_temporary_files(path: Path, temp_store: str, leaks: bool) -> None:
    with quick(path) as vault:
        write_much(vault, 900)
    connection = connect(path / DATABASE, vault_key())
    if temp_store:
        connection.execute(f"PRAGMA temp_store={temp_store}")
    assert bool(leaked_by_sorting(connection)) == leaks
    connection.close()


def erase(vault: Vault, target: Entry, counter: int) -> None:
    vault.append(entry(f"gewist[{target.id}]", counter, waarde="ging over een ander"), ())


def one_among_many(vault: Vault) -> Entry:
    for n in range(2, 400):
        vault.append(entry(f"notitie[{n}]", n, waarde=f"woord {n * 7919}" * (n % 40)), ())
    leaves: tuple[Leaf, ...] = ()
    secret = entry()
    for n in range(400, 404):
        # Changed a few times, so that its pages and its words in the index moved about.
        secret = entry("notitie[geheim]", n, waarde=f"{NEEDLE} {n} " + "lang " * (n % 7) * 100)
        vault.append(secret, leaves)
        leaves = vault.leaves(D, "notitie[geheim]")
    return secret


@pytest.mark.parametrize("after_closing", [True, False])
def test_an_erased_value_is_gone_from_every_page(path: Path, after_closing: bool) -> None:
    with quick(path) as vault:
        secret = one_among_many(vault)
        targets = [e for e in vault.entries(D) if e.header.subject == "notitie[geheim]"]
        salts = [e.salt for e in targets if len(set(e.salt)) > 1]
    before = decrypted(path, vault_key())
    assert NEEDLE.encode() in before
    with quick(path) as vault:
        for n, target in enumerate(targets):
            erase(vault, target, 500 + n)
        if not after_closing:
            assert NEEDLE.encode() not in decrypted(path, vault_key())
    after = decrypted(path, vault_key())
    assert NEEDLE.encode() not in after
    assert NEEDLE[2:9].encode() not in after
    assert bytes.fromhex(secret.header.value_hash) in after
    assert all(salt not in after for salt in salts)
    with quick(path) as vault:
        assert [e.presence for e in vault.entries(D) if e.id == secret.id] == [Presence.ERASED]
        assert vault.search(NEEDLE) == []


def test_a_text_that_was_settled_leaves_no_trace_of_the_typing(path: Path) -> None:
    with quick(path) as vault:
        for end in range(1, len(NEEDLE) + 1):
            vault.keep_concepttekst(
                TypedRow(D, "notitie[x]", "", f'{{"waarde": "{NEEDLE[:end] * 40}"}}', end, "")
            )
        vault.drop_concepttekst(D, "notitie[x]")
    assert NEEDLE[:8].encode() not in decrypted(path, vault_key())


def test_two_vaults_share_nothing_that_can_be_compared(path: Path, tmp_path: Path) -> None:
    other = copied(tmp_path, "bo")
    for one in (path, other):
        key = vault_key(one.stem)
        assert key != vault_key("bo" if one.stem == "an" else "an")
    assert (path / DATABASE).read_bytes()[:16] != (other / DATABASE).read_bytes()[:16]


OPEN_AND_CLOSE = """
import sys
from pathlib import Path
from intake_assistant.storage.engine.opening import open_vault
from tests.storage.hulp import AROUND, PASSPHRASE
vault = open_vault(Path(sys.argv[1]), PASSPHRASE, AROUND)
print("open", flush=True)
sys.stdin.readline()
vault.close()
print("closed", flush=True)
sys.stdin.readline()
"""


def looked_at[Seen](path: Path, look: Callable[[int], Seen], before: str = "") -> Iterator[Seen]:
    """What is seen of a process that has a vault open, and when it closed it."""
    command = [sys.executable, "-c", before + OPEN_AND_CLOSE, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for word in ("open", "closed"):
            assert process.stdout.readline().strip() == word
            yield look(process.pid)
            process.stdin.write("\n")
            process.stdin.flush()


MAY_LOCK = """
import resource
_, allowed = resource.getrlimit(resource.RLIMIT_MEMLOCK)
resource.setrlimit(resource.RLIMIT_MEMLOCK, (allowed, allowed))
"""


def locked_kilobytes(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmLck:"))


@pytest.mark.skipif(sys.platform != "linux", reason="looks at locked memory as Linux counts it")
def test_what_is_read_of_a_vault_does_not_go_to_the_swap(path: Path) -> None:
    """The tests themselves run where nothing may be locked (installer/test.sh): this one asks for it."""
    import resource  # not on Windows

    allowed = resource.getrlimit(resource.RLIMIT_MEMLOCK)[1]
    if allowed not in (resource.RLIM_INFINITY, max(allowed, 1 << 20)):
        pytest.skip("nobody may lock a megabyte of memory here, as in some containers")
    seen = list(looked_at(path, locked_kilobytes, MAY_LOCK))
    assert seen[0] > seen[1]


def memory_of(pid: int) -> bytes:
    found = []
    with Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            start, end = (int(part, 16) for part in line.split(" ")[0].split("-"))
            if " rw" in line:
                memory.seek(start)
                found.append(memory.read(end - start))
    return b"".join(found)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into memory as Linux shows it")
def test_no_key_stays_in_memory_when_a_vault_was_closed(path: Path) -> None:
    seen = []
    for memory in looked_at(path, memory_of):
        seen.append((vault_key() in memory, vault_key().hex().encode() in memory))
    # The control: while it is open the key is found, so this way of looking finds what there is.
    assert seen[0][0]
    assert seen[1] == (False, False)
