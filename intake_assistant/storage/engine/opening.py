"""Making and opening a vault: one folder with the encrypted database, its key slots and its blobs."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path

import pyrage  # type: ignore[import-untyped]  # the wheel carries no types

from intake_assistant import crypto, safefile
from intake_assistant.domain.entry import clean_text
from intake_assistant.domain.ports import Randomness
from intake_assistant.errors import KnownError
from intake_assistant.storage.engine import aside, database, halves, schema, stand
from intake_assistant.storage.engine.lock import FolderLock, this_process
from intake_assistant.storage.engine.log import read_log
from intake_assistant.storage.engine.session import DATABASE, Surroundings
from intake_assistant.storage.entries import blobs
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.erase import erase, sweep
from intake_assistant.storage.keys import rekey, slots, wachttijd

type Unlock = Callable[[str, list[slots.Slot]], crypto.Key]
"""Finds the key of a vault, given its id and its slots."""


def create_vault(path: Path, passphrase: str, around: Surroundings, settings: Mapping[str, str]) -> list[str]:
    """Make a vault and return the groups of its recovery key; KnownError `vault.exists`.

    The folder appears whole or not at all: it is made beside its place and then renamed. KnownError
    `vault.empty_passphrase`.
    """
    slots.refuse_empty(passphrase)
    with halves.made_beside(path, "vault.exists") as half:
        safefile.make_folder(half)
        safefile.keep_private(half)
        groups = _fill(half, passphrase, around, settings)
        _refuse_unopenable(half, groups)
    return groups


def _refuse_unopenable(folder: Path, groups: Sequence[str]) -> None:
    """What is about to be printed goes into a safe: it opens this very vault, or nobody sees it."""
    secret, _ = crypto.read_recovery_key("-".join(groups))
    key = slots.open_with_recovery(*slots.read_slots(folder), secret)
    database.connect_read_only(folder / DATABASE, key).close()
    crypto.wipe(key)


def _fill(folder: Path, passphrase: str, around: Surroundings, settings: Mapping[str, str]) -> list[str]:
    random = around.random
    settings = {naam: clean_text(waarde) for naam, waarde in settings.items()}
    vault, key, recovery = random(16).hex(), random(crypto.KEY_BYTES), random(crypto.RECOVERY_BYTES)
    ways = []
    if around.recipient:
        ways.append(slots.municipality_slot(vault, key, around.recipient))
        settings |= {slots.RECIPIENT: around.recipient, slots.SEALED: slots.seal_mark(ways[0])}
    with (
        closing(database.connect(folder / DATABASE, key, create=True)) as connection,
        database.transaction(connection, folder),
    ):
        # The log that the engine keeps beside it gets the same rights.
        safefile.keep_private(folder / DATABASE)
        for statement in schema.statements(schema.TABLES + schema.PROJECTIONS):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id={database.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={schema.VERSION}")
        connection.executemany("INSERT INTO setting VALUES(?,?)", sorted(settings.items()))
        connection.execute(
            "INSERT INTO device VALUES(?,?,?,?,?,?,?,?,'','','')", _new_device(settings, random)
        )
        for soort in (blobs.CONTENT, blobs.NAME):
            blobs.add_key(connection, random(crypto.KEY_BYTES), soort)
    ways = [
        slots.passphrase_slot(vault, key, passphrase, around.new_cost(), random),
        slots.recovery_slot(vault, key, recovery, random),
        *ways,
    ]
    slots.write_file(folder, slots.SlotFile(vault, tuple(ways)))
    return crypto.recovery_groups(recovery)


def _new_device(settings: Mapping[str, str], random: Randomness) -> tuple[object, ...]:
    private, public = crypto.signing_key(random(32))
    identity = pyrage.x25519.Identity.generate()
    return (
        crypto.fingerprint(public),
        settings.get("naam", ""),
        settings.get("rol", "regievoerder"),
        public,
        str(identity.to_public()),
        private,
        str(identity),
        settings.get("gemeente", ""),
    )


def open_vault(path: Path, passphrase: str, around: Surroundings, *, raise_cost: bool = False) -> Vault:
    """Open with the passphrase; KnownError `vault.wrong_passphrase`, `vault.wait` and those of `open_with`.

    With `raise_cost` a passphrase that this computer derives much too soon costs more from now on.
    """
    took = 0.0

    def unlock(vault: str, ways: list[slots.Slot]) -> crypto.Key:
        nonlocal took
        begun = time.monotonic()
        key = derive_or_wait(path, vault, ways, passphrase, around)
        took = time.monotonic() - begun
        return key

    opened = open_with(path, around, unlock)
    if raise_cost:
        _raise_cost(opened, passphrase, took)
    return opened


def derive_or_wait(
    path: Path,
    vault: str,
    ways: Sequence[slots.Slot],
    passphrase: str,
    around: Surroundings,
    *,
    is_ours: Callable[[crypto.Key], bool] = lambda _: True,
) -> bytearray:
    """The key by the passphrase; each wrong one counts. KnownError `vault.wrong_passphrase`, `vault.wait`.

    A passphrase that leads to a key that is not ours is a wrong one.
    """
    before = wachttijd.note_try(path, (around.wall or around.clock).now())
    try:
        key = slots.open_with_passphrase(vault, ways, passphrase)
        if not is_ours(key):
            crypto.wipe(key)
            raise KnownError("vault.wrong_passphrase")
    except KnownError as error:
        if error.code != "vault.wrong_passphrase":
            wachttijd.take_back(path, before)
        raise
    wachttijd.forget(path)
    return key


def _raise_cost(vault: Vault, passphrase: str, took: float) -> None:
    """Never lower: on a slower computer unlocking takes longer."""
    around = vault.around
    with suppress(KnownError):  # the vault is open with what it had; the next unlocking tries again
        file = vault.ways()
        cost, ways = file.cost, file.of_kind(slots.PASSPHRASE)
        # Of more than one it is not known which took this long: one may come from who has no key.
        if took * 2 > crypto.WANTED_SECONDS or len(ways) != 1:
            return
        higher = crypto.grown(cost, took)
        if higher != cost:
            slots.replace_passphrase(vault.path, vault.key, passphrase, higher, around.random)


def open_vault_with_recovery(path: Path, typed: str, new_passphrase: str, around: Surroundings) -> Vault:
    """Open with the recovery key and set a new passphrase; KnownError `vault.wrong_recovery`."""
    slots.refuse_empty(new_passphrase)
    secret, wrong = crypto.read_recovery_key(typed)
    if wrong:
        raise KnownError("vault.wrong_recovery", groepen=", ".join(map(str, wrong)))
    opened = open_with(path, around, lambda vault, ways: slots.open_with_recovery(vault, ways, secret))
    return _with_passphrase(opened, new_passphrase, "hersteld")


def open_vault_with_identity(path: Path, identity: str, new_passphrase: str, around: Surroundings) -> Vault:
    """Open with the municipality's age identity and set a new passphrase.

    KnownError `vault.wrong_municipality_key`, `vault.empty_passphrase`, and those of `open_with`.
    """
    slots.refuse_empty(new_passphrase)
    opened = open_with(path, around, lambda vault, ways: slots.open_with_identity(vault, ways, identity))
    return _with_passphrase(opened, new_passphrase, "hersteld_gemeente")


def _with_passphrase(vault: Vault, passphrase: str, how: str) -> Vault:
    around = vault.around
    with vault.closed_on_failure():
        vault.log_access(how)
        cost = around.new_cost(vault.ways().cost)
        slots.replace_passphrase(vault.path, vault.key, passphrase, cost, around.random)
    wachttijd.forget(vault.path)
    return vault


def open_with(path: Path, around: Surroundings, unlock: Unlock) -> Vault:
    """Open with what gives the key; KnownError `vault.in_use`, `vault.damaged`, `vault.older` and others."""
    file = slots.read_file(path)
    lock = FolderLock(path)
    try:
        lock.refuse_elsewhere(path)
        given = unlock(file.kluis, list(file.slots))
        key = rekey.key_of_database(path / DATABASE, file, given)
        opened = _open_database(path, key, lock, around, in_between=bool(file.opvolger))
    except BaseException:
        lock.withdraw()
        raise
    opened.kluis = file.kluis
    with opened.closed_on_failure():
        lock.claim(this_process(around.clock.now(), around.met), opened.stand.nummer)
        _note_gemis(opened)
        _shut_to_others(path)
        rekey.settle(opened, file, given)
        _let_municipality_in(opened)
        # What was being erased when the program was killed, before anything is shown of it.
        erase.finish_own(opened)
    for used in (given, key):
        if isinstance(used, bytearray):
            crypto.wipe(used)
    return opened


def _note_gemis(vault: Vault) -> None:
    """What is missing stays noted until something was done about it; whoever opens next learns of it too."""
    with suppress(KnownError):  # a full disk keeps nobody from what is left; it is told at this opening
        if vault.gemis is not None:
            with vault.transaction():
                vault.set_setting(stand.KWIJT, stand.as_text(vault.gemis))
                vault.log_access("log_weg")
        if vault.old_log_came:
            vault.log_access("log_oud")


def _shut_to_others(path: Path) -> None:
    """What was copied or unpacked here may be open to others; nothing in a shut folder can be reached."""
    if path.stat().st_mode & 0o077:
        for inside in (path, *path.rglob("*")):
            if inside == path or not inside.is_symlink():  # what a link leads to is not ours to shut
                safefile.keep_private(inside)


def _let_municipality_in(vault: Vault) -> None:
    """The way in that the administrator asks for since this vault was last open."""
    recipient = vault.around.recipient
    if not recipient:
        return
    # A full disk, or ways that are not ours, keep nobody from their own vault; the next opening tries again.
    with suppress(KnownError):
        if vault.setting(slots.RECIPIENT) != recipient:
            vault.set_setting(slots.RECIPIENT, recipient)
        file = vault.ways()
        if not slots.has_municipality(file, vault.setting(slots.SEALED), recipient):
            made = slots.municipality_slot(file.kluis, vault.key, recipient)
            vault.log_access("gemeente")
            vault.set_setting(slots.SEALED, slots.seal_mark(made))
            slots.put_slot(vault.path, vault.key, made)
            vault.municipality_came = True


def _open_database(
    path: Path, key: crypto.Key, lock: FolderLock, around: Surroundings, *, in_between: bool
) -> Vault:
    was_killed = database.beside(path / DATABASE, database.LOG).exists()
    is_log_old = _put_old_log_aside(path, key, around)
    if database.has_log(path / DATABASE):
        _look_first(path / DATABASE, key, in_between=in_between)
    connection = database.connect_unprepared(path / DATABASE, key)
    try:
        database.refuse_other_form(connection, path / DATABASE)
        database.prepare(connection, path / DATABASE)
        opened = Vault(path, key, connection, lock, around)
        opened.old_log_came = is_log_old
        opened.gemis = stand.missing(opened.stand, lock.promised(), had_log=was_killed)
        sweep.take_away_halves(path)
        if was_killed:
            sweep.take_away_orphans(connection, path, key)
            # The end of what was torn may not lie behind what comes next. A full disk has it stay for now.
            with suppress(KnownError):
                opened.empty_log()
        return opened
    except BaseException:
        connection.close()
        raise


def _put_old_log_aside(path: Path, key: crypto.Key, around: Surroundings) -> bool:
    """Put a log of an earlier day aside, which the engine would play back over the pages of now."""
    log, journal = (database.beside(path / DATABASE, e) for e in (database.LOG, database.JOURNAL))
    if journal.exists():
        # Ours never leaves one; the engine would write what stands in it over the pages.
        raise KnownError("vault.damaged", pad=str(path / DATABASE), oorzaak=journal.name)
    found = read_log(log)
    if found.is_damaged:
        raise KnownError("vault.damaged", pad=str(path / DATABASE), oorzaak=log.name)
    is_old = found.counted > 0 and stand.leads_back(path / DATABASE, key)
    if is_old:
        aside.put_aside(path, [log], around.clock.today())
    return is_old


def _look_first(path: Path, key: crypto.Key, *, in_between: bool) -> None:
    """Refuse what is no sound vault before anything is written: closing alone writes the log into it.

    All of it is looked at: the last program did not close it. In between two keys the pages may have the one
    and the log the other.
    """
    with closing(database.connect_read_only(path, key)) as connection:
        database.refuse_other_form(connection, path)
        with database.known_failures(path):
            check = database.check_through_log if in_between else database.check_pages
            problems = check(connection)
        if problems:
            raise KnownError("vault.damaged", pad=str(path), oorzaak=problems[0])
