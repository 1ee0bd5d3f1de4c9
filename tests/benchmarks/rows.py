"""The rows of the table: what is measured, beside what, and how many times that it may be."""

from __future__ import annotations

import os
import statistics
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial

from intake_assistant import crypto
from intake_assistant.domain.recht.wissen import ANDERS
from intake_assistant.operations.acts import wissen
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.vault import kluis, kluiscontrole
from intake_assistant.operations.views.overzicht import list_dossiers, refresh_overviews
from intake_assistant.operations.views.wissen.voorstel import propose
from intake_assistant.operations.words.labels import labels_of
from intake_assistant.operations.workspace import FixedClock, Workspace
from intake_assistant.storage.backup import backup
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.ui.qt import tasks
from tests.benchmarks import bare, merging
from tests.benchmarks.measuring import Figure, forget_peak, in_turns, memory, timed, watched
from tests.benchmarks.vaults import ANSWERS, COST, DAY, ENTRIES, PASSPHRASE, Measured, answer_name, word
from tests.benchmarks.windows import list_in_memory, start_of_process

BACKUPS = 2
"""In how many backups beside the vault a dossier is erased."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One row."""

    code: str
    what: str
    beside: str
    target: str
    most: float
    """The greatest ratio that is right; without a reference the greatest figure."""
    unit: str
    act: Callable[[Measured], Figure]
    why: str = ""
    """Why it takes more than that: README.md beside this tells it with its phases."""


def size_of_database(place: Measured) -> Figure:
    """Bytes for each entry, the log put away."""
    with place.opened() as work:
        work.vault.empty_log()
        # The others here record and erase a few.
        entries = sum(len(work.vault.entries(dossier)) for dossier in work.vault.dossiers()[:100])
        share = len(work.vault.dossiers()) / min(len(work.vault.dossiers()), 100)
    return Figure((place.path / DATABASE).stat().st_size / (entries * share))


def unlock(place: Measured) -> Figure:
    """From the passphrase to every line of the list."""
    salt = os.urandom(crypto.SALT_BYTES)

    def ours() -> None:
        work = kluis.open_workspace(place.path, PASSPHRASE, FixedClock(DAY), os.urandom)
        with work.vault:
            list_dossiers(work)

    return in_turns(5, ours, lambda: crypto.wipe(crypto.derive_key(PASSPHRASE, salt, COST)))


def record(place: Measured) -> Figure:
    """An answer to a question that was not answered yet."""
    with place.opened() as work, bare.beside(work, place.bare) as reference:
        names = iter([answer_name(work, number) for number in range(ANSWERS)])
        made = create_dossier(work, {"voornamen": "Proef"}).made

        def ours() -> None:
            record_antwoord(work, made, next(names), "zij naaide vier jaar in een atelier")

        return in_turns(ANSWERS - 20, ours, reference.insert, warm=20)


def open_one(place: Measured) -> Figure:
    """Everything current about somebody."""
    with place.opened() as work, bare.beside(work, place.bare) as reference:
        dossier = work.vault.dossiers()[0]
        return in_turns(50, lambda: work.vault.dossier(dossier), reference.read, warm=3)


def open_beside_work(place: Measured) -> Figure:
    """Everything current about somebody, while a thread reckons as one of the window does."""
    with place.opened() as work:
        dossier = work.vault.dossiers()[0]
        alone = [timed(lambda: work.vault.dossier(dossier)) for _ in range(50)]
        with _reckoning():
            beside = [watched(lambda: work.vault.dossier(dossier)) for _ in range(50)]
    return Figure(statistics.median(beside), statistics.median(alone))


@contextmanager
def _reckoning() -> Iterator[None]:
    ended, before = threading.Event(), sys.getswitchinterval()

    def job() -> None:
        while not ended.is_set():
            _ = [number * number for number in range(1000)]

    thread = threading.Thread(target=job)
    sys.setswitchinterval(tasks.TURN)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
        sys.setswitchinterval(before)


def words(place: Measured) -> Figure:
    """A word that some said, in all dossiers."""
    asked = word(1234)
    with place.opened() as work, bare.indexed(work, place.bare) as reference:
        query, labels = bare.words_query(reference, asked), labels_of(work)
        return in_turns(30, lambda: work.vault.search(asked, labels=labels), query, warm=3)


def back_up(place: Measured) -> Figure:
    """A copy that was read back."""
    copy = place.path.with_suffix(".copy.db")
    with place.opened() as work:

        def ours() -> None:
            backup.make_backup(work.vault, "dag").path.unlink()

        return in_turns(3, ours, lambda: bare.copied_and_checked(work, copy), warm=0)


def check(place: Measured) -> Figure:
    """Everything that can be wrong inside a vault."""
    with place.opened() as work:

        def engine() -> None:
            with work.vault.reading() as connection:
                bare.checked(connection)

        return in_turns(3, lambda: kluiscontrole.check_open(work), engine, warm=0)


def erase(place: Measured) -> Figure:
    """A dossier out of the vault and its backups."""
    with place.opened() as work, bare.beside(work, place.bare) as reference:
        folder = place.path / backup.BACKUPS
        for _ in range(BACKUPS - len(backup.list_backups(folder))):
            backup.make_backup(work.vault, "hand")
        files = 1 + len(backup.list_backups(folder))
        mine, beside, before, peak = list[float](), list[float](), memory(), 0.0
        # Reading the forms is no part of erasing.
        propose(work, work.vault.dossiers()[1])
        for dossier in work.vault.dossiers()[1:4]:
            forget_peak()
            mine.append(watched(partial(_erase, work, dossier)))
            peak = max(peak, memory("VmHWM"))
            beside.append(files * timed(reference.delete))
    note = f"{files} files, {peak - before:.0f} MB more"
    return Figure(statistics.median(mine), statistics.median(beside), note)


def _erase(work: Workspace, dossier: str) -> None:
    proposed = propose(work, dossier)
    wissen.erase(work, dossier, proposed.kenmerk, ANDERS, "was dubbel")


def rebuild(place: Measured) -> Figure:
    """All that is derived, made anew; the lines of the list by who shows it, which the note tells."""
    with place.opened() as work:

        def read() -> None:
            with work.vault.reading() as connection:
                bare.all_rows(connection)

        found = in_turns(3, work.vault.rebuild, read, warm=0)
        lines = timed(lambda: refresh_overviews(work)) / len(work.vault.dossiers())
    return replace(found, note=f"then {1000 * lines:.1f} ms a line, behind the screen")


_SAME_ROW = "bare insert + commit of the same row, same pragmas"
_COPIED = "`VACUUM INTO` + the engine's two checks"
_CHECKED = "the engine's two checks"
_DELETED = "bare `DELETE` + checkpoint, per file"
_ROWS = "bare inserts of the same rows, one commit"
_PACKED = "reading the same entries and packing them"
_EMPTY = "an empty PySide6 window"
_START = "process start to painted unlock window"
_PAGES = "three pages are written for one, and what is kept is proved first"
_COLUMNS = "ten columns are read for four"
_DRAWERS = "one index for each 64 dossiers, so that erasing one leaves the others alone"
_HASHED = "each entry is read and hashed anew"
_TOGETHER = "the seven who share its table are written anew, so that no page keeps a piece"
_MERGED = "merge them from files of others, without the list"
_LISTED = "each line of the list is decrypted, read and put in order"
_NAMED = "PySide names each class at its first use, and the lock is drawn"
_LOADED = "the libraries alone make it 1.6 x"
_PROVED = "each entry is unpacked, read and proved, and what changes in each dossier is looked up"
ROWS = (
    Measure("database", "database", "-", "350 bytes an entry", 350, "bytes", size_of_database),
    Measure("unlock", "unlock to usable list", "the key derivation", "1.15 x", 1.15, "s", unlock, _LISTED),
    Measure("record", "record one answer, durable", _SAME_ROW, "2 x median", 2, "s", record, _PAGES),
    Measure(
        "open", f"open a dossier of {ANSWERS} answers", "bare range read", "2 x", 2, "s", open_one, _COLUMNS
    ),
    Measure("beside", "the same beside a thread", "alone", "20 x", 20, "s", open_beside_work),
    Measure(
        "words", "words over all answers", "bare FTS5 query of one index", "1.3 x", 1.3, "s", words, _DRAWERS
    ),
    Measure("backup", "backup, verified", _COPIED, "1.2 x", 1.2, "s", back_up),
    Measure("check", "`vault check`", _CHECKED, "2.5 x", 2.5, "s", check, _HASHED),
    Measure(
        "erase", "erase one dossier", _DELETED, "3 x, under 150 MB more memory", 3, "s", erase, _TOGETHER
    ),
    Measure("rebuild", "rebuild, without the list", "reading all rows", "3 x", 3, "s", rebuild),
    Measure("merge", _MERGED, _ROWS, "2 x", 2, "s", merging.merge, _PROVED),
    Measure("send", "all in one file, read back", _PACKED, "-", 10, "s", merging.send),
    Measure("file", "file of one dossier", "its entries packed", "1.1 x", 1.1, "bytes", merging.size_of_file),
    Measure("start", _START, _EMPTY, "1.3 x", 1.3, "s", start_of_process, _NAMED),
    Measure("memory", "memory, list open", _EMPTY, "1.5 x", 1.5, "MB", list_in_memory, _LOADED),
)
HEADING = f"dossiers of {ENTRIES} entries"
