"""Opening a vault: each way in which it can be refused says so, and changes nothing."""

import datetime
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]  # the wheel carries no types

from intake_assistant import crypto
from intake_assistant.domain.entry import make_entry
from intake_assistant.errors import KnownError
from intake_assistant.operations.workspace import FixedClock
from intake_assistant.storage.engine import database, schema
from intake_assistant.storage.engine.opening import (
    create_vault,
    open_vault,
    open_vault_with_recovery,
    open_with,
)
from intake_assistant.storage.engine.session import DATABASE, Surroundings
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.keys.slots import SLOTS_FILE
from intake_assistant.storage.keys.wachttijd import WAIT_FILE
from intake_assistant.texts import known_error_text
from tests.storage.entries.test_vault import LEZEN, D, entry
from tests.storage.hulp import AROUND, CLOCK, PASSPHRASE, copied, quick, recovery_key, reopened, vault_key


def refused(act: Callable[[], object]) -> KnownError:
    with pytest.raises(KnownError) as found:
        act()
    return found.value


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def opens(path: Path) -> bool:
    with reopened(path) as vault:
        return vault.device.naam == "an"


def keyed(path: Path) -> Any:
    connection = dbapi2.connect(str(path / DATABASE), isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{vault_key().hex()}'\"")
    return connection


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE + " ", PASSPHRASE.upper()])
def test_a_wrong_passphrase_is_refused_before_the_database_is_touched(path: Path, passphrase: str) -> None:
    before = contents(path)
    assert refused(lambda: open_vault(path, passphrase, AROUND)).code == "vault.wrong_passphrase"
    (path / WAIT_FILE).unlink()
    assert contents(path) == before


def test_a_folder_that_is_no_vault_is_refused(tmp_path: Path) -> None:
    (tmp_path / "iets.txt").write_text("iets")
    for folder in (tmp_path, tmp_path / "niets", tmp_path / "iets.txt", Path("a\0b")):
        assert refused(lambda: open_vault(folder, PASSPHRASE, AROUND)).code == "vault.not_a_vault"  # noqa: B023  # called at once
    assert sorted(p.name for p in tmp_path.iterdir()) == ["iets.txt"]


def plain(file: Path) -> None:
    file.unlink()
    with dbapi2.connect(str(file)) as connection:
        connection.execute("CREATE TABLE entry(x)")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.unlink(),
        lambda file: file.write_bytes(b""),
        plain,
        lambda file: file.write_bytes(b"text, no database" * 1000),
        lambda file: file.write_bytes(file.read_bytes()[:1000]),
        lambda file: file.write_bytes(b"\0" * 4096 + file.read_bytes()[4096:]),
    ],
    ids=["missing", "empty", "plain", "text", "cut", "first page zeroed"],
)
def test_a_database_that_is_none_is_refused(path: Path, spoil: Callable[[Path], None]) -> None:
    spoil(path / DATABASE)
    before = contents(path)
    assert refused(lambda: quick(path)).code == "vault.damaged"
    assert contents(path) == before


def test_a_database_of_another_vault_is_refused(path: Path, tmp_path: Path) -> None:
    shutil.copy(copied(tmp_path, "bo") / DATABASE, path / DATABASE)
    assert refused(lambda: quick(path)).code == "vault.damaged"


def left_open(path: Path, folder: Path, naam: str = "an") -> Path:
    """A vault as it lies there after a kill: some of it stands in the log only."""
    with quick(path) as vault:
        for counter in range(1, 40):
            vault.append(entry(f"notitie[{counter}]", counter, waarde="kwikstaart " * 20), ())
        shutil.copytree(path, folder / f"{naam}.intake")
    return folder / f"{naam}.intake"


def test_what_stands_in_the_log_alone_comes_back(path: Path, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    killed = left_open(path, tmp_path / "x")
    assert (killed / f"{DATABASE}-wal").stat().st_size > 100_000
    with quick(killed) as vault:
        assert len(vault.entries(D)) == 39


def test_a_log_of_another_vault_never_gets_into_the_database(path: Path, tmp_path: Path) -> None:
    other = copied(tmp_path, "bo")
    (tmp_path / "x").mkdir()
    log = (left_open(other, tmp_path / "x", "bo") / f"{DATABASE}-wal").read_bytes()
    (path / f"{DATABASE}-wal").write_bytes(log)
    before = contents(path)
    assert refused(lambda: quick(path)).code == "vault.damaged"
    assert contents(path) == before
    (path / f"{DATABASE}-wal").unlink()
    assert opens(path)


def test_a_log_without_its_database_is_refused_and_kept(path: Path, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    killed = left_open(path, tmp_path / "x")
    (killed / DATABASE).unlink()
    before = contents(killed)
    assert refused(lambda: quick(killed)).code == "vault.damaged"
    assert contents(killed) == before


def test_a_database_without_its_log_opens_with_what_it_has(path: Path, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    killed = left_open(path, tmp_path / "x")
    (killed / f"{DATABASE}-wal").unlink()
    with quick(killed) as vault:
        assert vault.check_pages() == []


def test_a_stale_index_beside_the_database_stands_in_nobodys_way(path: Path, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    killed = left_open(path, tmp_path / "x")
    (killed / f"{DATABASE}-shm").write_bytes(os.urandom(32768))
    with quick(killed) as vault:
        assert len(vault.entries(D)) == 39


def test_a_clock_that_jumps_back_two_years_changes_no_order(path: Path) -> None:
    for counter, day in enumerate((datetime.date(2026, 11, 2), datetime.date(2024, 11, 2)), 1):
        around = replace(AROUND, clock=FixedClock(day))
        with open_with(path, around, lambda *_: vault_key()) as vault:
            made = entry(waarde=str(day), counter=counter)
            known = tuple(e.id for e in vault.entries(D))
            header = replace(made.header, vastgelegd_op=f"{day}T12:00:00.000Z", replaces=known)
            vault.append(make_entry(header, made.salt, made.body), vault.leaves(D, LEZEN))
            vault.log_access("geopend", D)
    with quick(path) as vault:
        assert vault.dossier(D).get(LEZEN) == "2024-11-02"
        assert vault.dossier(D).conflicts() == []
        kept = vault.projections()
        vault.rebuild()
        assert vault.projections() == kept


def test_a_journal_is_never_ours_and_is_not_rolled_back(path: Path) -> None:
    (path / f"{DATABASE}-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0\0\0\1" * 2000)
    before = contents(path)
    error = refused(lambda: quick(path))
    assert (error.code, error.facts["oorzaak"]) == ("vault.damaged", f"{DATABASE}-journal")
    assert contents(path) == before


def test_a_backup_that_was_put_back_by_hand_opens(path: Path, tmp_path: Path) -> None:
    with quick(path) as vault:
        vault._connection.execute("VACUUM INTO ?", (str(tmp_path / "copy.db"),))
    shutil.copy(tmp_path / "copy.db", path / DATABASE)
    assert opens(path)
    assert sorted(contents(path)) == ["lock", "slots.json", "vault.db"]


def test_a_newer_vault_is_refused(path: Path) -> None:
    keyed(path).execute(f"PRAGMA user_version={schema.VERSION + 1}")
    assert refused(lambda: quick(path)).code == "vault.newer"


@pytest.mark.parametrize("form", [1, 2])
def test_a_vault_of_an_older_form_is_told_and_not_touched(tmp_path: Path, form: int) -> None:
    """Made by hand, with the tables of nobody: what such a vault held is read by nothing any more."""
    path = copied(tmp_path)
    (path / DATABASE).unlink()
    with closing(database.connect(path / DATABASE, vault_key(), create=True)) as connection:
        connection.execute("CREATE TABLE entry(id TEXT)")
        connection.execute(f"PRAGMA application_id={database.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={form}")
    before = contents(path)
    assert refused(lambda: quick(path)).code == "vault.older"
    assert contents(path) == before
    assert "Er is niets veranderd" in known_error_text(KnownError("vault.older", pad=str(path)))


def test_a_vault_without_a_schema_is_refused(path: Path) -> None:
    keyed(path).execute("PRAGMA user_version=0")
    assert refused(lambda: quick(path)).code == "vault.damaged"


def test_a_database_of_another_program_is_refused(path: Path) -> None:
    keyed(path).execute("PRAGMA application_id=7")
    assert refused(lambda: quick(path)).code == "vault.damaged"


def test_a_vault_without_its_device_is_refused(path: Path) -> None:
    keyed(path).execute("DELETE FROM device")
    assert refused(lambda: quick(path)).code == "vault.damaged"


def test_slots_that_were_cut_are_refused(path: Path) -> None:
    whole = (path / SLOTS_FILE).read_bytes()
    for length in range(0, len(whole), 7):
        (path / SLOTS_FILE).write_bytes(whole[:length])
        assert refused(lambda: open_vault(path, PASSPHRASE, AROUND)).code == "vault.damaged"
    (path / SLOTS_FILE).write_bytes(whole)
    assert opens(path)


def change_slot(**changed: object) -> Callable[[dict[str, Any]], None]:
    return lambda slots: slots["slots"][0].update(changed)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda slots: slots.update(formaat=3), "vault.newer"),
        (lambda slots: slots.update(formaat="1"), "vault.damaged"),
        (lambda slots: slots.pop("kluis"), "vault.damaged"),
        (lambda slots: slots.update(slots=7), "vault.damaged"),
        (lambda slots: slots.update(slots=["x"]), "vault.damaged"),
        (lambda slots: slots.update(slots=[]), "vault.damaged"),
        (lambda slots: slots.update(kluis="0" * 32), "vault.damaged"),
        (change_slot(salt="00" * 16), "vault.damaged"),
        (change_slot(onbekend=1), "vault.damaged"),
        (change_slot(salt="zz"), "vault.damaged"),
        (change_slot(salt=""), "vault.damaged"),
        (change_slot(nonce="00"), "vault.damaged"),
        (change_slot(sleutel=7), "vault.damaged"),
        (change_slot(memory="65536"), "vault.damaged"),
        (change_slot(memory=0), "vault.damaged"),
        (change_slot(memory=2**40), "vault.damaged"),
        (change_slot(passes=-1), "vault.damaged"),
        (change_slot(lanes=2**31), "vault.damaged"),
        (change_slot(lanes=1.5), "vault.damaged"),
    ],
)
def test_slots_that_were_altered_are_refused(
    path: Path, change: Callable[[dict[str, Any]], None], code: str
) -> None:
    slots = json.loads((path / SLOTS_FILE).read_bytes())
    change(slots)
    (path / SLOTS_FILE).write_text(json.dumps(slots))
    assert refused(lambda: open_vault(path, PASSPHRASE, AROUND)).code == code


def test_the_recovery_key_opens_and_sets_a_new_passphrase(path: Path) -> None:
    with open_vault_with_recovery(path, recovery_key(), "een nieuwe wachtzin", AROUND) as vault:
        assert vault.device.naam == "an"
    assert refused(lambda: open_vault(path, PASSPHRASE, AROUND)).code == "vault.wrong_passphrase"
    open_vault(path, "een nieuwe wachtzin", AROUND).close()
    open_vault_with_recovery(path, recovery_key(), PASSPHRASE, AROUND).close()
    assert opens(path)


def test_a_typing_error_in_the_recovery_key_names_the_groups(path: Path) -> None:
    before = contents(path)
    groups = recovery_key().split("-")
    for place in (2, 5):
        groups[place] = ("A" if groups[place][0] != "A" else "B") + groups[place][1:]
    error = refused(lambda: open_vault_with_recovery(path, " ".join(groups), "nieuw", AROUND))
    assert (error.code, error.facts["groepen"]) == ("vault.wrong_recovery", "3, 6")
    assert contents(path) == before


def test_the_recovery_key_of_another_vault_is_refused(path: Path, tmp_path: Path) -> None:
    copied(tmp_path, "bo")
    before = contents(path)
    error = refused(lambda: open_vault_with_recovery(path, recovery_key("bo"), "nieuw", AROUND))
    assert error.code == "vault.wrong_recovery"
    assert contents(path) == before


def test_a_vault_is_never_made_over_something(path: Path, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    before = contents(path)
    for taken in (path, tmp_path / "leeg"):
        assert refused(lambda: create_vault(taken, "x", AROUND, {})).code == "vault.exists"  # noqa: B023  # called at once
    assert contents(path) == before
    assert opens(path)


def test_making_a_vault_half_leaves_nothing(tmp_path: Path) -> None:
    def tired(size: int) -> bytes:
        left[0] -= 1
        if left[0] < 0:
            raise InterruptedError
        return bytes(range(size))

    cheap = crypto.Argon2Cost(64, 1, 1)
    for draws in range(8):
        left = [draws]
        with pytest.raises(InterruptedError):
            create_vault(tmp_path / "half.intake", "x", Surroundings(CLOCK, tired, cheap), {"naam": "an"})
        assert list(tmp_path.iterdir()) == []


def test_a_vault_cannot_be_made_where_there_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    error = refused(lambda: create_vault(tmp_path / "file" / "v.intake", "x", AROUND, {}))
    assert error.code == "output.not_writable"


def test_a_name_with_signs_that_cannot_be_stored_makes_a_vault(tmp_path: Path) -> None:
    create_vault(tmp_path / "v.intake", PASSPHRASE, AROUND, {"naam": "Jose\u0301\udcff\0"})
    with reopened(tmp_path / "v.intake") as vault:
        assert vault.device.naam == "Jos\u00e9\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}"


def test_the_recovery_groups_shown_are_those_that_open(tmp_path: Path) -> None:
    groups = create_vault(tmp_path / "v.intake", PASSPHRASE, AROUND, {"naam": "an"})
    open_vault_with_recovery(tmp_path / "v.intake", "".join(groups).lower(), "nieuw", AROUND).close()


def test_without_a_cost_a_new_vault_gets_what_this_computer_bears(tmp_path: Path) -> None:
    around = Surroundings(CLOCK, AROUND.random)
    create_vault(tmp_path / "v.intake", PASSPHRASE, around, {"naam": "an"})
    slot = json.loads((tmp_path / "v.intake" / SLOTS_FILE).read_bytes())["slots"][0]
    assert slot["memory"] >= crypto.FLOOR.memory
    assert slot["passes"] >= crypto.FLOOR.passes
    assert slot["lanes"] == crypto.FLOOR.lanes


def test_the_engine_is_set_up_as_measured(vault: Vault) -> None:
    def pragma(naam: str) -> Any:
        return vault._connection.execute(f"PRAGMA {naam}").fetchone()[0]

    assert pragma("cipher_version").startswith("4.")
    assert pragma("temp_store") == database.TEMP_STORE_MEMORY
    assert (pragma("journal_mode"), pragma("locking_mode")) == ("wal", "exclusive")
    assert (pragma("synchronous"), pragma("secure_delete")) == (2, 1)
    assert (pragma("trusted_schema"), pragma("foreign_keys")) == (0, 1)
    assert pragma("user_version") == schema.VERSION
    with pytest.raises(dbapi2.Error):
        vault._connection.execute("SELECT load_extension('niets')")


def test_closing_twice_is_closing(path: Path) -> None:
    vault = quick(path)
    vault.close()
    vault.close()
    assert opens(path)


def test_the_log_of_the_cipher_stays_silent(path: Path) -> None:
    (path / DATABASE).write_bytes(b"\1" * 8192)
    code = (
        "import sys; from pathlib import Path; from tests.storage.hulp import reopened\n"
        "from intake_assistant.errors import KnownError\n"
        "try: reopened(Path(sys.argv[1]))\nexcept KnownError as error: print(error.code)"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr) == ("vault.damaged\n", "")
