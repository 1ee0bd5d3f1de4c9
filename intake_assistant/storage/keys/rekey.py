"""Another key for a vault: database, ways in, blobs and every backup in reach (design 5).

From the first byte to the last the file with the slots leads from either key to the other. Killed anywhere,
the vault opens with the old ways or the new ones, and the next opening goes on (`settle`).
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

from intake_assistant import crypto, safefile
from intake_assistant.errors import KnownError
from intake_assistant.progress import UNWATCHED, Progress
from intake_assistant.storage.backup import backup, marks
from intake_assistant.storage.backup.backup import Place
from intake_assistant.storage.engine import database
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.entries import blobs
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.keys import slots
from intake_assistant.storage.keys.slots import SLOTS_FILE, SlotFile

REST = "sleutel.rest"
"""Set while a backup or blob somewhere may still have an older key."""


def key_of_database(path: Path, file: SlotFile, given: crypto.Key) -> crypto.Key:
    """Of the keys that a way in leads to, the one that opens the database.

    The newest as a rule; an older one after a kill in the middle, or when an old copy was put back by hand.
    """
    newest = slots.newest_key(file, given)
    older = slots.older_keys(file, newest)
    if newest == given and not older:
        return newest
    return database.key_that_opens(path, [newest, given, *older]) or newest


def key_of_copy(path: Path, folder: Path, key: crypto.Key) -> bytes:
    """The key of a backup: that of the vault whose slots lie in `folder`, or one from before.

    When none opens it, the key itself: what reads the backup then says what is wrong.
    """
    if database.key_that_opens(path, [key]) is None:
        file = slots.read_file(folder)
        newest = slots.newest_key(file, key)
        key = database.key_that_opens(path, [newest, *slots.older_keys(file, newest)]) or key
    return bytes(key)


def rekey(vault: Vault, passphrase: str, recovery: crypto.Key) -> None:
    """Give the vault a new random key, with new ways in; `recovery` is a recovery key of now.

    The passphrase may be the same one. The old ways stay until the new ones lead to the database. Then
    `bring_along` does the rest. When it fails, as KnownError `disk.full`, all is as it was before.
    """
    vault.refuse_without_room()
    around, old = vault.around, bytes(vault.key)
    file, new = vault.ways(), bytearray(around.random(crypto.KEY_BYTES))
    ways = [
        slots.passphrase_slot(file.kluis, new, passphrase, around.new_cost(file.cost), around.random),
        slots.recovery_slot(file.kluis, new, recovery, around.random),
    ]
    # Not for whom the file with the slots names: who can write there needs no key to do so.
    if recipient := vault.setting(slots.RECIPIENT) or around.recipient:
        ways.append(slots.municipality_slot(file.kluis, new, recipient))
    pending = slots.succeeded(file, old, new, around.random)
    pending = replace(pending, slots=(*ways, *file.slots))
    slots.write_file(vault.path, pending)
    try:
        _give(vault, pending, new)
    except BaseException:
        if vault.key == old:
            # Who is told that it failed goes on with the ways of before; with a full disk both stay.
            with suppress(KnownError):
                slots.write_file(vault.path, file)
        raise
    finally:
        crypto.wipe(new)


def settle(vault: Vault, file: SlotFile, given: crypto.Key) -> None:
    """Go on with a new key that was being given when the program was killed."""
    newest = slots.newest_key(file, given)
    if vault.key == newest and not file.opvolger:
        return
    # Both ways still lead here, so the vault is open; with a full disk the next opening tries again.
    with suppress(KnownError):
        if not file.opvolger:
            vault.old_copy_came = True
            # Nobody was giving a new key: an old copy came here, perhaps of who has the old key only.
            vault.log_access("oude_kopie")
            file = slots.succeeded(file, bytes(vault.key), newest, vault.around.random)
            slots.write_file(vault.path, file)
        _give(vault, file, newest)


def _give(vault: Vault, pending: SlotFile, new: crypto.Key) -> None:
    if vault.key != new:
        # Before anything is written: each opening that tries again would leave one more key of the blobs.
        vault.refuse_without_room()
        with vault.transaction() as connection:
            blobs.add_key(connection, vault.around.random(crypto.KEY_BYTES))
            vault.set_setting(REST, "ja")
        vault.give_key(new)
    mark = crypto.key_mark(new)
    ways = tuple(slot for slot in pending.slots if slot.kenmerk == mark)
    for slot in (way for way in ways if way.soort == slots.MUNICIPALITY):
        vault.set_setting(slots.SEALED, slots.seal_mark(slot))
    slots.write_file(vault.path, replace(pending, slots=ways, opvolger=""))


def has_rest(vault: Vault) -> bool:
    """Whether a backup or a blob may still have an older key."""
    return bool(vault.setting(REST))


def bring_along(vault: Vault, progress: Progress = UNWATCHED) -> list[Path]:
    """Give every backup and blob in reach the newest keys; returns the places that could not be reached.

    Killed anywhere, each is as it was or done, and all of them open; the next time goes on.
    KnownError `disk.full`, `output.not_writable`.
    """
    # Once: the vault may be locked meanwhile, and its own key is wiped then.
    newest = bytes(vault.key)
    older, body = slots.older_keys(vault.ways(), newest), own_slots(vault)
    found = backup.places(vault)
    *of_places, of_blobs, of_their_blobs = progress.parts(*(4 for _ in found), 1, 1)
    for place, part in zip(found, of_places, strict=True):
        if place.is_reachable and marks.is_ours(vault, place.folder):
            put_slots(body, place)
            _bring_backups(vault, place, [newest, *older], part)
    # After the backups: they have the keys of the blobs now, whichever those are sealed with.
    _renew_blobs(vault, of_blobs)
    for place in of_their_blobs.each(found):
        if place.is_reachable and not place.is_local and marks.is_ours(vault, place.folder):
            _bring_blobs(vault, place)
    # Where a twin of this vault wrote last, the copies open with its key, and its ways lead to that.
    beyond = [p.folder for p in found if not (p.is_reachable and marks.is_ours(vault, p.folder))]
    if not beyond:
        vault.set_setting(REST, "")
    return beyond


def own_slots(vault: Vault) -> bytes:
    """The file with the ways in; KnownError `vault.foreign_slots`: elsewhere they would be lost as well."""
    vault.ways()
    return (vault.path / SLOTS_FILE).read_bytes()


def put_slots(body: bytes, place: Place) -> None:
    """Have the ways in beside copies elsewhere be those of the vault; they lead to older keys too."""
    if not place.is_local and place.slots.is_file() and place.slots.read_bytes() != body:
        safefile.write_bytes(place.slots, body, overwrite=True)


def _bring_backups(vault: Vault, place: Place, keys: Sequence[crypto.Key], progress: Progress) -> None:
    with vault.reading() as connection:
        known = blobs.read_keys(connection)

    def add_keys(copy: Connection) -> None:
        there = set(blobs.read_keys(copy))
        for key in reversed(known):
            if key not in there:
                blobs.add_key(copy, key)

    for made in progress.each(backup.list_backups(place.folder)):
        key = database.key_that_opens(made.path, keys)
        # What none of them opens is damaged or of another vault; the check of the vault tells.
        if key is not None and not _has_keys(made.path, key, keys[0], known):
            backup.rewrite(made.path, key, add_keys, new_key=keys[0])


def _has_keys(path: Path, key: crypto.Key, newest: crypto.Key, known: list[bytes]) -> bool:
    if key != newest:
        return False
    with closing(database.connect_read_only(path, key)) as connection, database.known_failures(path):
        return set(known) <= set(blobs.read_keys(connection))


def _renew_blobs(vault: Vault, progress: Progress) -> None:
    for name in progress.each(vault.blobs.files()):
        vault.blobs.renew(name)


def _bring_blobs(vault: Vault, place: Place) -> None:
    for name in vault.blobs.files():
        mine, there = vault.path / blobs.BLOBS / name, place.blobs / name
        if there.is_file() and there.read_bytes() != (body := mine.read_bytes()):
            safefile.write_bytes(there, body, overwrite=True)
