"""After erasing no page, log, backup, document or left-over file holds a piece of the person any more."""

import random
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from intake_assistant import crypto, safefile
from intake_assistant.domain.entry import Entry, Json, Presence, Tombstone
from intake_assistant.errors import KnownError
from intake_assistant.storage.backup import backup
from intake_assistant.storage.engine import database
from intake_assistant.storage.engine.pages import Pages
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.entries import entries
from intake_assistant.storage.entries.rows import TypedRow
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.erase import copying, erase, graves
from intake_assistant.storage.keys import rekey
from tests.storage.entries.test_vault import entry
from tests.storage.hulp import PASSPHRASE, copied, keep_line, quick, recovery_key, vault_key

A, B = "a" * 32, "b" * 32
# Words that stand nowhere else: names, of which a page that was rearranged or an index may keep only a part.
MARKERS = ["".join(random.Random(nummer).choices("ghjklmnpqrstvwxyz", k=14)) for nummer in range(60)]
WINDOW = 7
PIECES = {marker[at : at + WINDOW]: marker for marker in MARKERS for at in range(len(marker) - WINDOW + 1)}
# Nothing else has so many letters without a vowel.
_RUN = re.compile(rb"[ghjklmnpqrstvwxyz]{7,}")
STONE = Tombstone(A, "2026-11-02", "vergissing")


def filled(vault: Vault, dossier: str, words: list[str], start: int = 1, rows: int = 80) -> None:
    """Short and long values, in the order of a conversation, so that pages are split and chained."""
    chance = random.Random(start)
    with vault.transaction():
        for counter in range(start, start + rows):
            tekst = " ".join(chance.choices(words, k=chance.choice((1, 4, 40, 500))))
            vault.append(entry(f"notitie[{counter}]", counter, dossier, waarde=tekst), ())


def both(vault: Vault) -> str:
    """Two people by turns, one of them made of the markers; returns the name of a document of the first."""
    for start in (1, 81):
        filled(vault, A, MARKERS, start)
        filled(vault, B, "een gewone zin over helemaal niets".split(), start)
    with vault.transaction():
        name = vault.blobs.put(f"%PDF {MARKERS[7]}".encode())
        shared = vault.blobs.put(b"%PDF van allebei")
        for dossier, files in ((A, [name, shared]), (B, [shared])):
            bestanden: Json = {f"deel{n}": file for n, file in enumerate(files)}
            vault.append(entry("besluit[1]", 161, dossier, waarde={"bestanden": bestanden}), ())
    vault.keep_concepttekst(TypedRow(A, "notitie[x]", "", f'{{"waarde": "{MARKERS[3]}"}}', 0, ""))
    keep_line(vault, A, MARKERS[4], {"naam": MARKERS[5]})
    vault.set_setting(f"schets toestemming {A}", MARKERS[6])
    return name


def backed_up(vault: Vault, usb: Path) -> backup.Backup:
    """A backup here and its copy on a stick, with the blobs."""
    made = backup.make_backup(vault, "hand")
    (usb / "blobs").mkdir(parents=True)
    shutil.copy(made.path, usb)
    for name in vault.blobs.files():
        shutil.copy(vault.path / "blobs" / name, usb / "blobs")
    with vault.transaction() as connection:
        connection.execute("INSERT OR REPLACE INTO backupplaats VALUES(?,?)", (str(usb), "2026-11-02"))
    return made


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    return tmp_path / "stick" / "reservekopie"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with two people, a backup and a stick."""
    folder = tmp_path_factory.mktemp("wissen")
    with quick(copied(folder)) as vault:
        both(vault)
        backed_up(vault, folder / "stick" / "reservekopie")
    return folder


@pytest.fixture
def busy(made: Path, tmp_path: Path, usb: Path) -> Iterator[Vault]:
    """A copy of it, open."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    with quick(tmp_path / "an.intake") as vault:
        with vault.transaction() as connection:
            connection.execute("UPDATE backupplaats SET plaats=?", (str(usb),))
        yield vault


def plain(path: Path) -> bytes:
    """Every page of a database and of its log as whoever has the key would see it."""
    return b"".join(page.body for page in Pages(path, vault_key()))


def markers_in(content: bytes) -> set[str]:
    """The markers of which any piece stands in it."""
    runs = {run.decode() for run in _RUN.findall(content)}
    pieces = {run[at : at + WINDOW] for run in runs for at in range(len(run) - WINDOW + 1)}
    return {PIECES[piece] for piece in pieces & PIECES.keys()}


def pieces_in(*folders: Path) -> dict[str, int]:
    """The files, decrypted where they are databases, that hold a piece of a marker; how many."""
    found = {}
    for file in (p for folder in folders for p in folder.rglob("*") if p.is_file()):
        content = file.read_bytes() + (plain(file) if file.suffix == ".db" else b"")
        count = len(markers_in(content))
        if count:
            found[str(file)] = count
    return found


def test_looking_this_way_finds_what_is_there(busy: Vault, usb: Path) -> None:
    found = pieces_in(busy.path, usb)
    assert len(found) == 3
    assert set(found.values()) == {60}


def test_no_piece_is_left_anywhere(busy: Vault, usb: Path) -> None:
    others = busy.entries(B)
    names = set(busy.blobs.files())
    erase.erase_dossier(busy, STONE)
    assert erase.finish(busy) == []
    assert pieces_in(busy.path, usb) == {}
    assert busy.entries(B) == others
    assert busy.check_pages() == []
    # The document of both stays, here and on the stick; the other one went.
    assert len(set(busy.blobs.files())) == len(names) - 1
    assert set(busy.blobs.files()) == {p.name for p in (usb / "blobs").iterdir()}
    assert erase.own_pending(busy) == set()
    assert [(p.plaats, p.gedaan_op) for p in erase.pending(busy)] == [(str(usb), "2026-11-02")]
    busy.close()
    assert pieces_in(busy.path, usb) == {}


def test_the_index_is_what_it_would_be_without_the_person(busy: Vault) -> None:
    erase.erase_dossier(busy, STONE)
    erase.finish(busy)
    before = busy.projections()
    busy.rebuild()
    assert busy.projections() == before
    assert busy.search(MARKERS[0]) == []
    assert busy.search("gewone")


def test_every_backup_stays_a_backup(busy: Vault, usb: Path) -> None:
    erase.erase_dossier(busy, STONE)
    erase.finish(busy)
    for kept in (*backup.list_backups(busy.path / "backups"), *backup.list_backups(usb)):
        with backup_of(kept.path) as connection:
            assert entries.dossiers(connection) == [B]
            assert connection.execute("SELECT * FROM tombstone").fetchall() == [
                (A, "2026-11-02", "vergissing")
            ]
            assert len(entries.read_all(connection, B)) == 161
        backup.verify(kept.path, vault_key())


@contextmanager
def backup_of(path: Path) -> Iterator[Any]:
    with closing(database.connect_read_only(path, vault_key())) as connection:
        yield connection


# -- when it does not go at once -----------------------------------------------------------------------------


def test_a_stick_that_is_away_is_listed_and_done_when_it_is_back(busy: Vault, usb: Path) -> None:
    usb.parent.rename(usb.parent.with_name("weg"))
    erase.erase_dossier(busy, STONE)
    assert erase.finish(busy) == [copying.Rest(str(usb), copying.AWAY, False)]
    assert [p.gedaan_op for p in erase.pending(busy)] == [""]
    assert pieces_in(busy.path) == {}
    # Its folder alone, as where a stick is plugged in, is not the stick.
    usb.mkdir(parents=True)
    assert erase.finish(busy) == [copying.Rest(str(usb), copying.FOREIGN, False)]
    shutil.rmtree(usb.parent)
    usb.parent.with_name("weg").rename(usb.parent)
    (usb / ".half-oud.db").write_bytes(MARKERS[0].encode())
    assert erase.finish(busy) == []
    assert pieces_in(usb) == {}
    assert [p.gedaan_op for p in erase.pending(busy)] == ["2026-11-02"]


def test_another_stick_that_comes_later_in_the_same_place_is_cleaned_too(busy: Vault, usb: Path) -> None:
    shutil.copytree(usb, usb.parent / "tweede")
    erase.erase_dossier(busy, STONE)
    erase.finish(busy)
    shutil.rmtree(usb)
    (usb.parent / "tweede").rename(usb)
    assert pieces_in(usb)
    assert erase.finish(busy, everywhere=True) == []
    assert pieces_in(usb) == {}


def test_a_place_that_is_no_more_can_be_struck_off(busy: Vault, usb: Path) -> None:
    shutil.rmtree(usb)
    erase.erase_dossier(busy, STONE)
    erase.finish(busy)
    erase.give_up(busy, str(usb))
    assert [p.gedaan_op for p in erase.pending(busy)] == ["2026-11-02"]
    assert [place.is_local for place in backup.places(busy)] == [True]
    assert erase.finish(busy) == []


def test_a_backup_that_cannot_be_opened_keeps_none_of_the_others(busy: Vault, usb: Path) -> None:
    broken = busy.path / "backups" / "20200101T000000000000Z-hand.db"
    broken.write_bytes(b"x" * 8192)
    erase.erase_dossier(busy, STONE)
    assert erase.finish(busy) == [copying.Rest(str(broken), "vault.damaged", True)]
    assert pieces_in(busy.path, usb) == {}
    assert erase.own_pending(busy) == {"backups"}
    broken.unlink()
    assert erase.finish(busy) == []


def test_two_at_once_do_not_stand_in_each_others_way(busy: Vault, usb: Path) -> None:
    erase.erase_dossier(busy, STONE)
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(lambda _: erase.finish(busy, everywhere=True), range(3)))
    assert found == [[], [], []]
    assert pieces_in(busy.path, usb) == {}
    for kept in (*backup.list_backups(busy.path / "backups"), *backup.list_backups(usb)):
        backup.verify(kept.path, vault_key())


def test_a_copy_that_a_synchronising_program_made_is_cleaned_too(busy: Vault) -> None:
    busy.empty_log()
    copy = busy.path / "vault (2).db"
    shutil.copy(busy.path / DATABASE, copy)
    aside = busy.path / "beschadigd-2026-11-01" / "vault.db"
    aside.parent.mkdir()
    aside.write_bytes(b"x" * 8192)
    erase.erase_dossier(busy, STONE)
    assert erase.finish(busy) == [copying.Rest(str(aside), "vault.damaged", True)]
    assert pieces_in(busy.path) == {}
    shutil.copy(copy, aside)
    aside.with_name("vault.db-wal").write_bytes(b"x" * 64)
    assert [rest.plaats for rest in erase.finish(busy)] == [str(aside)]
    shutil.rmtree(aside.parent)
    assert erase.finish(busy) == []


def test_a_stick_that_still_has_an_older_key_is_cleaned_too(busy: Vault, usb: Path) -> None:
    usb.parent.rename(usb.parent.with_name("weg"))
    secret, _ = crypto.read_recovery_key(recovery_key())
    rekey.rekey(busy, PASSPHRASE, secret)
    erase.erase_dossier(busy, STONE)
    erase.finish(busy)
    usb.parent.with_name("weg").rename(usb.parent)
    assert erase.finish(busy) == []
    assert pieces_in(usb) == {}


class Killed(BaseException):
    """The program ends here: nothing after it runs."""


STEPS: dict[str, tuple[object, str]] = {
    "blobs": (safefile, "remove_files"),
    "pages": (erase, "_empty_log"),
    "changing": (backup, "change"),
    "marking": (erase, "_mark_done"),
}


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("step", STEPS)
def test_killed_at_any_step_it_goes_on_at_the_next_opening(
    busy: Vault, usb: Path, step: str, after: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    where, name = STEPS[step]
    act: Callable[..., object] = getattr(where, name)

    def kill(*given: object, **named: object) -> None:
        if after:
            act(*given, **named)
        raise Killed

    erase.erase_dossier(busy, STONE)
    with monkeypatch.context() as patched, pytest.raises(Killed):
        patched.setattr(where, name, kill)
        erase.finish(busy)
    path = busy.path
    busy.close()
    with quick(path) as vault:
        assert erase.own_pending(vault) == set()
        assert pieces_in(path) == {}
        assert erase.finish(vault) == []
        assert pieces_in(path, usb) == {}
        assert len(vault.entries(B)) == 161


def test_killed_before_it_was_decided_nothing_is_gone(busy: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    before = busy.entries(A)
    with monkeypatch.context() as patched, pytest.raises(Killed):
        patched.setattr(erase, "plan", lambda *given: (_ for _ in ()).throw(Killed))
        erase.erase_dossier(busy, STONE)
    assert busy.entries(A) == before
    assert erase.own_pending(busy) == set()
    assert MARKERS[7].encode() in b"".join(busy.blobs.read_file(name) or b"" for name in busy.blobs.files())


# -- never again ---------------------------------------------------------------------------------------------


def test_neither_a_colleague_nor_an_old_backup_brings_it_back(busy: Vault, tmp_path: Path) -> None:
    older = busy.entries(A)
    copy = tmp_path / "vergeten.db"
    shutil.copy(backup.list_backups(busy.path / "backups")[0].path, copy)
    erase.erase_dossier(busy, STONE)
    erase.finish(busy)
    assert busy.union(older) == set()
    backup.rewrite(copy, vault_key(), lambda c: graves.bury(c, read(busy)))
    with backup_of(copy) as connection:
        assert not graves.is_needed(connection, read(busy))
    assert pieces_in(busy.path) == {}


def read(vault: Vault) -> graves.Graves:
    with vault.reading() as connection:
        return graves.read_graves(connection)


def test_a_tombstone_from_elsewhere_is_carried_out_once(busy: Vault) -> None:
    for _ in range(2):
        with busy.transaction() as connection:
            erase.accept(busy, connection, [STONE])
        busy.set_setting(f"{erase.PROOF}{A}", "bewijs")
    assert busy.entries(A) == []
    assert erase.proofs(busy) == ["bewijs"]
    assert erase.finish(busy) == []
    assert pieces_in(busy.path) == {}


def test_what_a_tombstone_says_of_somebody_is_nothing(busy: Vault) -> None:
    erase.erase_dossier(busy, STONE)
    with busy.reading() as connection:
        assert connection.execute("SELECT * FROM tombstone").fetchall() == [(A, "2026-11-02", "vergissing")]
    assert f"tombstone {A}" in busy.all_ids()


@pytest.mark.parametrize(("dossier", "code"), [("c" * 32, "dossier.not_found"), (A, "dossier.erased")])
def test_what_is_not_there_is_refused(busy: Vault, dossier: str, code: str) -> None:
    erase.erase_dossier(busy, STONE)
    with pytest.raises(KnownError) as refused:
        erase.erase_dossier(busy, Tombstone(dossier, "2026-11-02", "anders"))
    assert refused.value.code == code


# -- one value -----------------------------------------------------------------------------------------------


def erased_value(vault: Vault, target: Entry) -> None:
    vault.append(entry(f"gewist[{target.id}]", 400, A, waarde="klopt niet"), ())


def test_one_value_goes_from_the_backups_too_and_the_rest_stays(path: Path, usb: Path) -> None:
    with quick(path) as vault:
        filled(vault, A, ["gewoon"], rows=20)
        vault.append(entry("notitie[30]", 30, A, waarde=" ".join(MARKERS)), ())
        backed_up(vault, usb)
        target = vault.entries(A)[-1]
        kept = [e for e in vault.entries(A) if e.id != target.id]
        erased_value(vault, target)
        assert erase.finish(vault) == []
        assert pieces_in(path, usb) == {}
        assert [e for e in vault.entries(A) if e.id in {k.id for k in kept}] == kept
        assert vault.next_counter(A) == 401
    with backup_of(backup.list_backups(usb)[0].path) as connection:
        found = Counter(e.presence for e in entries.read_all(connection, A))
    assert found == {Presence.PRESENT: 21, Presence.ERASED: 1}


def test_a_backup_that_never_held_it_is_left_as_it_is(busy: Vault, usb: Path) -> None:
    early = busy.path / "backups" / "20200101T000000000000Z-hand.db"
    made = backup.make_backup(busy, "hand")
    backup.rewrite(made.path, vault_key(), lambda c: graves.bury(c, graves.Graves((STONE,))))
    made.path.rename(early)
    before = early.read_bytes()
    erase.erase_dossier(busy, STONE)
    erase.finish(busy)
    assert early.read_bytes() == before
