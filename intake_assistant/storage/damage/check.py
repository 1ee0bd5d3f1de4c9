"""Looks at everything in an open vault, dossier by dossier; changes nothing.

A finding has a code, a place and facts; what a person is told of it is in `translations`, by its code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from textwrap import shorten

from sqlcipher3 import dbapi2  # type: ignore[import-untyped]  # the wheel carries no types

from intake_assistant import crypto
from intake_assistant.domain.kinds import is_frozen
from intake_assistant.errors import KnownError
from intake_assistant.progress import CANCELLED, UNWATCHED, Progress
from intake_assistant.storage.backup import backup
from intake_assistant.storage.damage.salvage import holds_entries
from intake_assistant.storage.engine import database
from intake_assistant.storage.engine.pages import Pages
from intake_assistant.storage.entries import blobs, drawers, entries, numbers, overviews, projections, search
from intake_assistant.storage.entries.blobs import BLOBS, is_file_name
from intake_assistant.storage.entries.stored import Stored, erased_targets, step_in, unsound_among
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.erase import copying
from intake_assistant.storage.keys import slots

_MOST_PAGES, _MOST_SIGNS = 20, 100


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be: its code, where, and in which dossier; facts for the words."""

    code: str
    waar: str
    dossier: str = ""
    facts: dict[str, object] = field(default_factory=dict)


def look_at_pages(vault: Vault, progress: Progress = UNWATCHED) -> list[Finding]:
    """What the engine finds wrong with its pages."""
    try:
        problems = vault.check_pages(progress)
    except KnownError as error:
        if error.code == CANCELLED:
            raise
        problems = [str(error.facts.get("oorzaak", error.code))]
    # The engine sums up every page of every tree in one line; the first words say enough.
    short = (shorten(problem, _MOST_SIGNS, placeholder=" …") for problem in problems[:_MOST_PAGES])
    return [Finding("pagina", problem) for problem in short]


def look_at_file(path: Path, key: crypto.Key) -> list[Finding]:
    """What is wrong with a database that does not open: it, or its pages one by one."""
    try:
        database.refuse_plain(path)
    except KnownError as error:
        return [Finding("database", path.name, facts={"oorzaak": error.facts["oorzaak"]})]
    if database.beside(path, database.JOURNAL).exists():
        # That is what refused it; the folder names it.
        return []
    pages = Pages(path, bytes(key))
    if pages.is_salt_lost and not holds_entries(pages):
        return [Finding("sleutel", path.name)]
    broken = [Finding("pagina", f"{number}") for number in islice(pages.broken(), _MOST_PAGES)]
    return broken or [Finding("database_deel", path.name)]


def look_at_ways(vault: Vault, recipient: str) -> Iterator[Finding]:
    """Ways in that do not lead to this vault, and a way of the municipality that the vault did not make."""
    file = slots.read_file(vault.path)
    newest = slots.newest_key(file, vault.key)
    keys = [vault.key, newest, *slots.older_keys(file, newest)]
    ours = set(map(crypto.key_mark, keys))
    for slot in file.slots:
        if slot.kenmerk not in ours:
            yield Finding("sloten_vreemd", slots.SLOTS_FILE, facts={"soort": slot.soort})
    wanted, made = recipient or vault.setting(slots.RECIPIENT), vault.setting(slots.SEALED)
    is_missing = wanted and not slots.has_municipality(file, made, wanted)
    if is_missing or any(slots.seal_mark(slot) != made for slot in file.of_kind(slots.MUNICIPALITY)):
        yield Finding("gemeente_vreemd", slots.SLOTS_FILE)


def look_at_references(vault: Vault) -> Iterator[Finding]:
    """Numbers without their entries and the other way about, and entries of who was erased."""
    with vault.reading() as connection:
        known = numbers.dossiers(connection)
        there = set(entries.numbers_in_use(connection))
        for nr in sorted(there ^ known.keys()):
            yield Finding("verwijzing", f"{entries.shelf(nr).table} {nr}", known.get(nr, ""))
        for dossier in sorted(entries.gravestones(connection) & set(known.values())):
            yield Finding("gewist", dossier, dossier)
        for row in connection.execute("PRAGMA foreign_key_check").fetchall():
            yield Finding("verwijzing", f"{row[0]} {row[1]}")


def look_at_dossiers(
    vault: Vault, progress: Progress = UNWATCHED, made_of: dict[int, bytes] | None = None
) -> Iterator[Finding]:
    """The entries of each dossier, what is derived of them, and what was frozen; each is read once.

    `made_of` is told, by the number of a dossier, what its line in the list is made of.
    """
    with vault.reading() as connection:
        known, tables = numbers.dossiers(connection), set(entries.tables(connection))
    for nr, dossier in progress.each(known.items()):
        # Without a table, that is told among the references.
        if entries.shelf(nr).table in tables:
            yield from _look_at_dossier(vault, nr, dossier, {} if made_of is None else made_of)
    yield from _look_at_search(vault)


def _look_at_dossier(vault: Vault, nr: int, dossier: str, made_of: dict[int, bytes]) -> Iterator[Finding]:
    with vault.reading() as connection:
        rows, standing = entries.read_shelf(connection, entries.shelf(nr))
        known = numbers.names(connection)
    unsound = unsound_among(dossier, rows, known)
    made_of[nr] = overviews.made_of((row.id, row.body is None) for row in rows)
    yield from (Finding("entry", id, dossier) for id in unsound)
    if not unsound:
        # From altered entries nothing is made anew: what is derived may be all that is left of them.
        yield from _look_at_projections(vault, nr, dossier, rows, standing)
        yield from _look_at_frozen(dossier, rows)


def _look_at_projections(
    vault: Vault, nr: int, dossier: str, rows: list[Stored], standing: list[int]
) -> Iterator[Finding]:
    steps, gone = [*map(step_in, rows)], erased_targets(rows)
    if any(projections.out_of_place(steps, rows, standing, gone)):
        yield Finding("projectie", "p_leaf", dossier)
    with vault.reading() as connection:
        facts = projections.facts_of(steps, gone)
        sql = "SELECT onvolledig, wissend, aantal, gezocht FROM p_dossier WHERE nr=?"
        kept = connection.execute(sql, (nr,)).fetchone()
        if kept is None or tuple(kept[:3]) != facts or not rows:
            yield Finding("projectie", "p_dossier", dossier)
        if blobs.named_by_number(connection, nr) != blobs.named_among(row.body for row in rows):
            yield Finding("projectie", "p_blob", dossier)
        if kept and kept[3] and not search.is_whole(connection, nr, rows, standing):
            yield Finding("projectie", drawers.index(drawers.drawer_of(nr)), dossier)
    if facts[0]:
        yield Finding("onvolledig", dossier, dossier)


def _look_at_search(vault: Vault) -> Iterator[Finding]:
    with vault.reading() as connection:
        found = [name for _, name in drawers.tables(connection, "zoek")]
    for name in [] if vault.read_only else found:
        try:
            with vault.trying() as connection:
                connection.execute(f"INSERT INTO {name}({name}) VALUES('integrity-check')")
        except KnownError as error:
            if error.code != "vault.damaged":
                raise
            yield Finding("projectie", name)


def _look_at_frozen(dossier: str, rows: Iterable[Stored]) -> Iterator[Finding]:
    """A besluit is recorded once and never again."""
    seen: set[str] = set()
    for subject in (row.subject for row in rows if is_frozen(row.subject)):
        if subject in seen:
            yield Finding("besluit", subject, dossier)
        seen.add(subject)


def look_at_blobs(vault: Vault, progress: Progress = UNWATCHED) -> Iterator[Finding]:
    """Documents that are not there as they were then; other files that cannot be opened, or are none.

    Each is read once.
    """
    with vault.reading() as connection:
        sql = "SELECT sha256, naam FROM p_blob JOIN number USING (nr) ORDER BY naam"
        pairs = connection.execute(sql).fetchall()
    named: dict[str, list[str]] = {}
    for sha256, dossier in pairs:
        named.setdefault(vault.blobs.file_of(sha256), []).append(dossier)
    there = vault.blobs.files()
    for naam in progress.each(dict.fromkeys([*named, *there])):
        if not is_file_name(naam):
            yield Finding("bestand_vreemd", f"{BLOBS}/{naam}")
        elif vault.blobs.read_file(naam) is None:
            yield from (Finding("blob", naam, dossier) for dossier in named.get(naam, [""]))


def look_for_erased(vault: Vault, progress: Progress = UNWATCHED) -> Iterator[Finding]:
    """Copies that came back since something was erased, or lie behind a link, and still hold it."""
    for path in copying.still_holding(vault, progress):
        yield Finding("backup_gewist", path.relative_to(vault.path).as_posix())


def look_at_backups(path: Path, key: crypto.Key, progress: Progress = UNWATCHED) -> Iterator[Finding]:
    """Backups that do not open with the key of this vault, or whose pages are damaged."""
    for found in progress.each(backup.list_backups(path / backup.BACKUPS)):
        try:
            backup.refuse_damaged(found.path, key)
        except KnownError as error:
            if error.code not in ("vault.damaged", "vault.no_cipher"):
                raise
            whose = "backup_vreemd" if _is_foreign(found.path, key) else "backup_beschadigd"
            yield Finding(whose, found.path.name)
        except dbapi2.Error:
            yield Finding("backup_beschadigd", found.path.name)


def _is_foreign(path: Path, key: crypto.Key) -> bool:
    return path.stat().st_size > 0 and Pages(path, bytes(key)).is_salt_lost
