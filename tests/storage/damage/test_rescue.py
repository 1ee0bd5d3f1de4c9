"""Out of a damaged vault: what can be read comes out whole, what cannot is named, the damaged files stay."""

import dataclasses
import random
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from intake_assistant.domain.entry import Json, Presence
from intake_assistant.domain.kinds import GEWIST
from intake_assistant.errors import KnownError
from intake_assistant.storage.backup.backup import make_backup
from intake_assistant.storage.damage import rescue
from intake_assistant.storage.damage.records import rows
from intake_assistant.storage.damage.salvage import Salvaged, read_what_is_left
from intake_assistant.storage.engine import database
from intake_assistant.storage.engine.pages import SIZE, Pages
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.entries import blobs
from intake_assistant.storage.entries.rows import TypedRow
from intake_assistant.storage.entries.vault import Vault
from tests.storage.engine.test_opening import refused
from tests.storage.entries.test_vault import D, entry
from tests.storage.hulp import AROUND, PASSPHRASE, copied, keep_line, quick, reopened, vault_key

E = "a" * 32
GONE = "f" * 32
NOTES = 60
PDF = b"%PDF het besluit"


def fill(vault: Vault) -> None:
    """Two dossiers, one erased value, one dossier that was erased, a blob, a log, half a sentence."""
    for dossier in (D, E):
        vault.append(entry("inburgeraar.achternaam", 1, dossier, waarde=f"Naam {dossier[0]}"), ())
        for counter in range(2, NOTES):
            said: dict[str, Json] = {"waarde": f"tekst {counter} " * (400 if counter == 9 else 20)}
            vault.append(entry(f"notitie[{counter}]", counter, dossier, **said), ())
    wrong = entry("notitie[5]", 5, D, waarde="tekst 5 " * 20)
    vault.append(entry(GEWIST.of(wrong.id), NOTES, D, reden="ander"), ())
    keep_line(vault, D, "Naam d", {})
    keep_line(vault, E, "Naam a", {})
    vault.keep_concepttekst(
        TypedRow(E, "motivatie.trots@inburgeraar", "", '{"waarde": "half"}', 4, "2026-11-01")
    )
    vault.log_access("geopend", D)
    vault.set_setting("thema", "donker")
    vault.blobs.put(PDF)
    with vault.transaction() as connection:
        connection.execute("INSERT INTO tombstone VALUES(?,?,?)", (GONE, "2026-11-02", "termijn"))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = copied(tmp_path_factory.mktemp("vol"))
    with quick(path) as vault:
        fill(vault)
        make_backup(vault, "dag")
    return path


@pytest.fixture
def path(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(filled, tmp_path / filled.name))


def left_of(path: Path, *further: Path) -> Salvaged:
    before = {file: file.read_bytes() for file in path.rglob("*") if file.is_file()}
    left = read_what_is_left(path, vault_key(), AROUND, further)
    assert {file: file.read_bytes() for file in path.rglob("*") if file.is_file()} == before
    return left


def zero(path: Path, *numbers: int) -> None:
    content = bytearray((path / DATABASE).read_bytes())
    for number in numbers:
        content[(number - 1) * SIZE : number * SIZE] = random.Random(number).randbytes(SIZE)
    (path / DATABASE).write_bytes(content)


def pages_of(path: Path, wanted: Callable[[tuple[object, ...]], bool]) -> list[int]:
    """The numbers of the pages in which rows lie of which something is so."""
    pages = Pages(path / DATABASE, vault_key())
    return sorted({page.number for page in pages for row in rows(page, pages.body) if wanted(row)})


def is_entry(row: tuple[object, ...]) -> bool:
    return len(row) == 14 and isinstance(row[2], bytes)


def is_number(row: tuple[object, ...]) -> bool:
    return len(row) == 3 and ("dossier" in row or "author" in row)


def test_of_a_sound_vault_nothing_is_missing(path: Path) -> None:
    left = left_of(path)
    assert all(loss.is_whole for loss in left.losses.values())
    assert (left.has_own_device, left.read_only) == (True, True)
    with quick(path) as vault:
        for dossier in (D, E):
            assert left.entries(dossier) == vault.entries(dossier)
        assert left.naam(E) == "Naam a"
        assert left.dossier(D).get("inburgeraar.achternaam") == "Naam d"
        assert left.blobs.files() == vault.blobs.files()
        assert left.blobs.get(sha256(PDF).hexdigest()) == PDF
    with pytest.raises(KnownError):
        left.set_setting("thema", "licht")


def test_without_the_key_of_the_names_each_document_is_saved_all_the_same(path: Path) -> None:
    with quick(path) as vault, vault.transaction() as connection:
        connection.execute("DELETE FROM blobkey WHERE soort=?", (blobs.NAME,))
    with pytest.raises(KnownError) as refused:
        quick(path)
    assert refused.value.code == "vault.damaged"
    left, new = left_of(path), path.with_name("gered.intake")
    assert not left.blobs.is_sound(sha256(PDF).hexdigest())
    rescue.save(left, new, PASSPHRASE, AROUND)
    with reopened(new) as saved:
        assert saved.blobs.get(sha256(PDF).hexdigest()) == PDF


def test_everything_is_saved_in_a_new_vault_that_opens_with_the_same_passphrase(path: Path) -> None:
    (path / DATABASE).write_bytes((path / DATABASE).read_bytes()[:-10])
    left, new = left_of(path), path.with_name("gered.intake")
    assert len(rescue.save(left, new, PASSPHRASE, AROUND)) == 8
    with reopened(new) as saved:
        assert saved.device == left.device
        assert saved.entries(E) == left.entries(E)
        assert [e.presence for e in saved.entries(D) if e.header.subject == "notitie[5]"] == [Presence.ERASED]
        assert saved.setting("thema") == "donker"
        assert saved.log("access", D)[0][2] == "geopend"
        assert saved.concepttekst()[0][3] == '{"waarde": "half"}'
        assert saved.blobs.get(sha256(PDF).hexdigest()) == PDF
        assert saved.check_pages() == []
        with pytest.raises(KnownError) as refusal:
            saved.append(entry("inburgeraar.achternaam", 1, GONE, waarde="terug"), ())
        assert refusal.value.code == "dossier.erased"
    assert refused(lambda: rescue.save(left, new, PASSPHRASE, AROUND)).code == "vault.exists"
    assert sorted(p.name for p in path.parent.iterdir()) == ["an.intake", "gered.intake"]


@pytest.mark.parametrize("seed", range(12))
def test_whatever_page_is_lost_each_loss_is_named(path: Path, filled: Path, seed: int) -> None:
    with quick(Path(shutil.copytree(path, path.parent / "heel" / path.name))) as vault:
        whole = {d: {e.header.subject: e for e in vault.entries(d)} for d in (D, E)}
    count = (path / DATABASE).stat().st_size // SIZE
    zero(path, *random.Random(seed).sample(range(1, count + 1), 2))
    left = left_of(path)
    for dossier in (D, E):
        loss = left.losses.get(dossier)
        said = {s: left.dossier(dossier).get(s) for s in whole[dossier]} if left.entries(dossier) else {}
        wrong = {
            s for s, e in whole[dossier].items()
            if said.get(s, "") != (e.value or {}).get("waarde", "") and e.presence is Presence.PRESENT
        }  # fmt: skip
        named = set(loss.lost) if loss else set()
        unnamed = wrong - named
        assert loss is not None or not wrong
        assert loss is None or len(unnamed) <= loss.earlier, (unnamed, loss)
        if loss is not None and loss.is_whole:
            assert not wrong


def test_without_the_numbers_each_entry_proves_whose_it_is(path: Path) -> None:
    lost = pages_of(path, is_number)
    with quick(path) as vault:
        vault.log_access("geopend", E)
        whole = {dossier: vault.entries(dossier) for dossier in (D, E)}
    zero(path, *lost[:1])
    left = left_of(path)
    assert {dossier: left.entries(dossier) for dossier in (D, E)} == whole
    zero(path, *lost)
    assert sum(loss.kept for loss in left_of(path).losses.values()) == 0


def test_a_value_of_which_the_change_is_gone_is_named(path: Path) -> None:
    with quick(path) as vault:
        first = vault.leaves(E, "notitie[9]")
        for counter in range(NOTES, NOTES + 60):
            vault.append(entry(f"notitie[{counter}]", counter, E, waarde="later " * 30), ())
        vault.append(entry("notitie[9]", NOTES + 60, E, waarde="anders"), first)
    last = pages_of(path, lambda row: is_entry(row) and row[1] == NOTES + 60)
    zero(path, *last)
    loss = left_of(path).losses[E]
    assert loss.lost == ("notitie[9]",)
    assert loss.kept + 1 + loss.earlier == 2 * NOTES


def test_what_a_colleague_still_has_fits_in_without_a_conflict(path: Path, filled: Path) -> None:
    zero(path, *pages_of(path, is_entry)[::2])
    left, new = left_of(path), path.with_name("gered.intake")
    rescue.save(left, new, PASSPHRASE, AROUND)
    with quick(Path(shutil.copytree(filled, path.parent / "heel" / path.name))) as whole:
        theirs = whole.entries(E)
    with reopened(new) as saved:
        saved.union(theirs)
        assert saved.dossier(E).conflicts() == []
        assert not saved.dossier(E).onvolledig
        assert saved.dossier(E).get("inburgeraar.achternaam") == "Naam a"


def test_the_last_good_backup_fills_what_is_missing(path: Path) -> None:
    with quick(path) as vault:
        vault.append(entry("notitie[later]", NOTES + 1, E, waarde="na de back-up"), ())
    zero(path, *pages_of(path, is_entry)[:5])
    assert not all(loss.is_whole for loss in left_of(path).losses.values())
    found = rescue.last_good_backup(path, vault_key())
    assert found is not None
    left = left_of(path, found.path)
    known = {e.header.subject for e in left.entries(E)}
    assert {f"notitie[{n}]" for n in range(2, NOTES)} <= known
    assert left.losses[D].is_whole


def test_without_a_database_the_backup_gives_everything(path: Path) -> None:
    (path / DATABASE).unlink()
    assert left_of(path).losses == {}
    found = rescue.last_good_backup(path, vault_key())
    assert found is not None
    assert all(loss.is_whole for loss in left_of(path, found.path).losses.values())


def damage_backup(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-SIZE])


def test_a_backup_that_is_damaged_or_of_another_vault_does_not_count(path: Path, tmp_path: Path) -> None:
    (kept,) = (path / "backups").iterdir()
    other = copied(tmp_path, "bo")
    shutil.copy(other / DATABASE, path / "backups" / "20261103T120000000000Z-dag.db")
    found = rescue.last_good_backup(path, vault_key())
    assert found is not None
    assert found.path == kept
    damage_backup(kept)
    assert rescue.last_good_backup(path, vault_key()) is None


def test_a_backup_is_put_back_and_the_damaged_files_stay(path: Path) -> None:
    zero(path, 3, 4, 5)
    (path / f"{DATABASE}-wal").write_bytes(b"een log")
    damaged = (path / DATABASE).read_bytes()
    found = rescue.last_good_backup(path, vault_key())
    assert found is not None
    aside = rescue.put_back(path, vault_key(), found, AROUND)
    assert (aside / DATABASE).read_bytes() == damaged
    assert (aside / f"{DATABASE}-wal").read_bytes() == b"een log"
    with quick(path) as vault:
        assert len(vault.entries(E)) == NOTES - 1
        assert refused(lambda: rescue.put_back(path, vault_key(), found, AROUND)).code == "vault.in_use"
    assert rescue.put_back(path, vault_key(), found, AROUND) != aside


@pytest.mark.parametrize("act", [lambda p: (p / DATABASE).write_bytes(b"x" * 50_000), lambda p: None])
def test_the_slots_of_another_vault_give_nothing_and_no_error(
    path: Path, act: Callable[[Path], object]
) -> None:
    act(path)
    left = read_what_is_left(path, bytes(32), AROUND)
    assert (left.losses, left.dossiers(), left.has_own_device) == ({}, [], False)
    assert dataclasses.asdict(left.device)["naam"] == ""
    assert database.has_log(path / DATABASE) is False


def test_a_value_that_is_gone_is_saved_as_lost_and_can_be_said_anew(path: Path) -> None:
    with quick(path) as vault:
        long = entry("notitie[lang]", NOTES + 1, E, waarde="heel lang " * 4000)
        vault.append(long, ())
    # Its row points at pages further on; one of these still leads on, and is not what its hash proves.
    chained = Pages(path / DATABASE, vault_key())
    middle = next(page.number for page in chained if page.body.count(b"heel lang") > 300)
    content = bytearray((path / DATABASE).read_bytes())
    content[(middle - 1) * SIZE + 2000] ^= 1
    (path / DATABASE).write_bytes(content)
    left, new = left_of(path), path.with_name("gered.intake")
    assert left.losses[E].lost == ("notitie[lang]",)
    rescue.save(left, new, PASSPHRASE, AROUND)
    with reopened(new) as saved:
        (leaf,) = saved.leaves(E, "notitie[lang]")
        assert leaf.presence is Presence.LOST
        saved.union([long])
        assert saved.dossier(E).get("notitie[lang]") == "heel lang " * 4000


def test_what_is_gathered_lies_encrypted_elsewhere_and_is_gone_when_closed(path: Path) -> None:
    left = left_of(path)
    assert path not in left.scratch.parents
    content = b"".join(file.read_bytes() for file in left.scratch.iterdir())
    assert len(content) > 10_000
    assert b"tekst" not in content
    left.close()
    assert not left.scratch.exists()
