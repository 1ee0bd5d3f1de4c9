"""Putting back: compared, replaced whole or not at all, merged; and what was erased stays away."""

import dataclasses
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from intake_assistant.domain.entry import Entry, Json, Tombstone, canonical, make_entry, value_hash
from intake_assistant.errors import KnownError
from intake_assistant.storage.backup import copies, restore
from intake_assistant.storage.backup.backup import Backup, make_backup, rewrite
from intake_assistant.storage.backup.looking import looked_into, refuse_other_vault, root_of
from intake_assistant.storage.backup.restore import Verschil, differences, make_vault_of, merge, replace_all
from intake_assistant.storage.engine.opening import open_with
from intake_assistant.storage.entries import blobs, entries, projections
from intake_assistant.storage.entries.rows import TypedRow
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.erase import graves
from tests.storage.entries.test_vault import D, entry
from tests.storage.hulp import AROUND, copied, quick, stopped_after, vault_key

A, B, C = "a" * 32, "b" * 32, "c" * 32


def note(dossier: str, nummer: int, waarde: str = "kwikstaart") -> Entry:
    return entry(f"notitie[{nummer}]", nummer, waarde=waarde, dossier=dossier)


def instead_of(old: Entry, waarde: str) -> Entry:
    """The next answer on the same subject by the same device."""
    body = canonical({"waarde": waarde})
    header = dataclasses.replace(
        old.header,
        counter=old.header.counter + 1,
        replaces=(old.id,),
        value_hash=value_hash(old.salt, body),
    )
    return make_entry(header, old.salt, body)


def look(vault: Vault, path: Path) -> AbstractContextManager[Vault]:
    return looked_into(path, bytes(vault.key), root_of(path), AROUND)


def content(vault: Vault) -> dict[str, list[Entry]]:
    return {dossier: vault.entries(dossier) for dossier in vault.dossiers()}


def rebuilt_equal(vault: Vault) -> bool:
    kept = vault.projections()
    vault.rebuild()
    return kept == vault.projections()


@pytest.fixture
def made(vault: Vault) -> Backup:
    """A backup with dossiers A and B; since then B went on, C came, and A lost what it had."""
    vault.union([note(A, 1), note(A, 2), note(B, 1)])
    backup = make_backup(vault, "dag")
    with vault.transaction() as connection:
        connection.execute(f"DELETE FROM {entries.make_shelf(connection, A).rows} AND counter=2")
        vault.rebuild()
    vault.union([note(B, 2, "later"), note(C, 1, "nieuw")])
    return backup


def test_what_would_come_back_and_what_would_go(vault: Vault, made: Backup) -> None:
    with look(vault, made.path) as found:
        assert differences(vault, found) == [
            Verschil(A, terug=1, weg=0, gelijk=1, gewist=False),
            Verschil(B, terug=0, weg=1, gelijk=1, gewist=False),
            Verschil(C, terug=0, weg=1, gelijk=0, gewist=False),
        ]


def test_a_backup_that_is_looked_into_cannot_be_written(vault: Vault, made: Backup) -> None:
    before = made.path.read_bytes()
    with look(vault, made.path) as found:
        assert len(found.entries(A)) == 2
        with pytest.raises(KnownError) as error:
            found.append(note(A, 3), ())
        assert error.value.code == "vault.read_only"
    assert made.path.read_bytes() == before
    assert [p.name for p in made.path.parent.iterdir()] == [made.path.name]


def test_replaced_it_is_what_it_was(vault: Vault, made: Backup) -> None:
    vault.keep_concepttekst(TypedRow(C, "x", "", "half", 0, ""))
    with look(vault, made.path) as found:
        was = content(found)
        done = replace_all(vault, found)
    assert content(vault) == was
    assert done == restore.Teruggezet((A, B, C), ())
    assert vault.concepttekst() == []
    assert rebuilt_equal(vault)


@pytest.mark.parametrize("steps", range(6))
def test_stopped_on_the_way_nothing_changed(vault: Vault, made: Backup, steps: int) -> None:
    before = content(vault)
    with look(vault, made.path) as found, pytest.raises(KnownError):
        replace_all(vault, found, stopped_after(steps))
    with look(vault, made.path) as found, pytest.raises(KnownError):
        merge(vault, found, progress=stopped_after(min(steps, 1)))
    assert content(vault) == before
    assert vault.check_pages() == []
    assert rebuilt_equal(vault)


@pytest.mark.parametrize("act", [replace_all, merge])
def test_what_was_altered_comes_back_as_it_was(
    vault: Vault, made: Backup, act: Callable[[Vault, Vault], object]
) -> None:
    with vault.transaction() as connection:
        place = entries.make_shelf(connection, B)
        sql = f"UPDATE {place.table} SET body=? WHERE dossier=? AND counter=1"
        connection.execute(sql, (b"{}", place.nr))
    with look(vault, made.path) as found:
        assert next(v.terug for v in differences(vault, found) if v.dossier == B) == 1
        act(vault, found)
        assert found.entries(B)[0] in vault.entries(B)
    assert rebuilt_equal(vault)


def test_merged_what_is_missing_comes_back_and_what_is_new_stays(vault: Vault, made: Backup) -> None:
    before = content(vault)
    with look(vault, made.path) as found:
        done = merge(vault, found)
    assert done.dossiers == (A,)
    assert len(vault.entries(A)) == 2
    assert {d: e for d, e in content(vault).items() if d != A} == {d: e for d, e in before.items() if d != A}
    assert rebuilt_equal(vault)


def test_one_dossier_alone(vault: Vault, made: Backup) -> None:
    with vault.transaction() as connection:
        for dossier in vault.dossiers():
            projections.take_out(connection, dossier)
        vault.rebuild()
    with look(vault, made.path) as found:
        merge(vault, found, [A])
    assert vault.dossiers() == [A]


@pytest.mark.parametrize("act", [replace_all, merge])
def test_an_erased_dossier_does_not_come_back(
    vault: Vault, made: Backup, act: Callable[[Vault, Vault], object]
) -> None:
    kept = shutil.copy(made.path, made.path.with_name("20260101T000000000000Z-stick.db"))
    with vault.transaction() as connection:
        graves.bury(connection, graves.Graves((Tombstone(A, "2026-11-02", ""),)))
    with look(vault, Path(kept)) as found:
        assert next(v for v in differences(vault, found) if v.dossier == A).gewist
        act(vault, found)
    assert A not in vault.dossiers()
    assert A in {stone for stone in graves_of(vault)}


def graves_of(vault: Vault) -> set[str]:
    with vault.reading() as connection:
        return {row[0] for row in connection.execute("SELECT dossier FROM tombstone")}


@pytest.mark.parametrize("act", [replace_all, merge])
def test_an_erased_value_does_not_come_back(
    vault: Vault, made: Backup, act: Callable[[Vault, Vault], object]
) -> None:
    target = vault.entries(B)[0]
    vault.append(entry(f"gewist[{target.id}]", 3, waarde="verkeerde persoon", dossier=B), ())
    with look(vault, made.path) as found:
        assert found.entries(B)[0].value
        act(vault, found)
    again = next(e for e in vault.entries(B) if e.id == target.id)
    assert again.value is None
    assert rebuilt_equal(vault)


@pytest.mark.parametrize("again", [1, 2])
def test_an_erased_value_of_a_dossier_that_came_after_the_backup_does_not_come_back(
    vault: Vault, made: Backup, colleague: Vault, again: int
) -> None:
    target = vault.entries(C)[0]
    colleague.union([target])
    stick = make_backup(colleague, "hand")
    vault.append(entry(f"gewist[{target.id}]", 2, waarde="verkeerde persoon", dossier=C), ())
    for _ in range(again):
        with look(vault, made.path) as found:
            replace_all(vault, found)
    assert C not in vault.dossiers()
    with vault.reading() as connection:
        kept = graves.read_graves(connection)
    assert [e.header.dossier for e in kept.erasing] == [C]
    assert kept.targets == ((C, 1, target.id),)
    assert b"verkeerde persoon" not in vault.setting(f"gewiste waarden {C}").encode()
    with look(colleague, stick.path) as found:
        merge(vault, found)
    assert [e.value for e in vault.entries(C)] == [None, None]
    assert rebuilt_equal(vault)
    with look(vault, made.path) as found:
        replace_all(vault, found)
    with look(colleague, stick.path) as found:
        replace_all(vault, found)
    assert [e.value for e in vault.entries(C)] == [None, None]


def test_blobs_come_back_from_a_stick(vault: Vault, tmp_path: Path) -> None:
    name, lost = vault.blobs.put(b"besluit"), vault.blobs.put(b"kwijt")
    bestanden: dict[str, Json] = {"pdf": name, "model": lost}
    vault.append(entry("planversie[p]", 1, waarde={"bestanden": bestanden}, dossier=A), ())
    (tmp_path / "stick").mkdir()
    made = make_backup(vault, "hand")
    folder = copies.copy_to(vault, tmp_path / "stick", made)
    own, gone = vault.blobs.file_of(name), vault.blobs.file_of(lost)
    for path in (vault.path / "blobs" / own, vault.path / "blobs" / gone, folder / "blobs" / gone):
        path.write_bytes(b"") if path.parent.parent == folder else path.unlink()
    with vault.transaction() as connection:
        connection.execute(f"DELETE FROM {entries.make_shelf(connection, A).rows}")
    with look(vault, folder / made.path.name) as found:
        assert replace_all(vault, found).zonder == (lost,)
    assert vault.blobs.get(name) == b"besluit"


def test_a_blob_that_was_altered_comes_back_too(vault: Vault, tmp_path: Path) -> None:
    name = vault.blobs.put(b"besluit")
    vault.append(entry("planversie[p]", 1, waarde={"bestanden": {"pdf": name}}, dossier=A), ())
    (tmp_path / "stick").mkdir()
    made = make_backup(vault, "hand")
    folder = copies.copy_to(vault, tmp_path / "stick", made)
    (vault.path / "blobs" / vault.blobs.file_of(name)).write_bytes(b"half")
    with look(vault, folder / made.path.name) as found:
        assert merge(vault, found, [A]).zonder == ()
    assert vault.blobs.get(name) == b"besluit"


def test_what_comes_from_a_vault_with_other_names_gets_ours(vault: Vault, tmp_path: Path) -> None:
    with quick(copied(tmp_path, "bo")) as other, other.transaction() as connection:
        connection.execute("UPDATE blobkey SET sleutel=randomblob(32) WHERE soort=?", (blobs.NAME,))
    with quick(tmp_path / "bo.intake") as other:
        name = other.blobs.put(b"besluit")
        other.append(entry("planversie[p]", 1, waarde={"bestanden": {"pdf": name}}, dossier=A), ())
        made = make_backup(other, "hand")
        with looked_into(made.path, bytes(other.key), other.path, AROUND) as found:
            assert merge(vault, found).zonder == ()
            assert found.blobs.files() != vault.blobs.files() == [vault.blobs.file_of(name)]
    assert vault.blobs.get(name) == b"besluit"


def test_a_backup_of_another_vault_is_refused_by_name(vault: Vault, tmp_path: Path) -> None:
    with quick(copied(tmp_path, "bo")) as other:
        others = make_backup(other, "hand").path
    with pytest.raises(KnownError) as error:
        refuse_other_vault(others, copies.vault_of(vault.path))
    assert (error.value.code, error.value.facts["kluis"]) == ("backup.other_vault", "bo")
    loose = shutil.copy(others, tmp_path / others.name)
    with pytest.raises(KnownError) as error, look(vault, Path(loose)):
        pass
    assert error.value.code == "backup.damaged"


@pytest.mark.parametrize("harm", ["cut", "flip", "empty", "gone"])
def test_a_damaged_backup_is_refused_and_stays_as_it_is(vault: Vault, made: Backup, harm: str) -> None:
    body = bytearray(made.path.read_bytes())
    if harm == "gone":
        made.path.unlink()
    else:
        body[len(body) // 2] ^= 1
        harmed = {"cut": body[:8192], "flip": body, "empty": bytearray()}[harm]
        made.path.write_bytes(harmed)
    before = content(vault)
    with pytest.raises(KnownError) as error, look(vault, made.path) as found:
        replace_all(vault, found)
    assert error.value.code == "backup.damaged"
    assert content(vault) == before
    assert not list(vault.path.rglob(".half-*"))


@pytest.mark.parametrize(("form", "code"), [(1, "older"), (2, "older"), (99, "newer")])
def test_a_backup_of_another_form_is_refused_and_never_rewritten(
    vault: Vault, made: Backup, form: int, code: str
) -> None:
    rewrite(made.path, bytes(vault.key), lambda copy: copy.execute(f"PRAGMA user_version={form}"))
    before = made.path.read_bytes()
    with pytest.raises(KnownError) as error, look(vault, made.path):
        pass
    assert error.value.code == f"backup.{code}"
    with pytest.raises(KnownError) as error:
        rewrite(made.path, bytes(vault.key), lambda copy: copy.execute("DELETE FROM setting"))
    assert error.value.code == f"vault.{code}"
    assert made.path.read_bytes() == before
    assert not list(vault.path.rglob(".half-*"))


def test_a_vault_can_be_made_of_a_backup(vault: Vault, made: Backup, tmp_path: Path) -> None:
    vault.blobs.put(b"besluit")
    target = tmp_path / "nieuw" / "an.intake"
    target.parent.mkdir()
    make_vault_of(made.path, bytes(vault.key), root_of(made.path), target, AROUND)
    with open_with(target, AROUND, lambda name, ways: vault_key()) as again:
        assert again.dossiers() == [A, B]
        assert again.blobs.files() == vault.blobs.files()
    with pytest.raises(KnownError) as error:
        make_vault_of(made.path, bytes(vault.key), root_of(made.path), target, AROUND)
    assert error.value.code == "output.exists"
    assert sorted(p.name for p in target.parent.iterdir()) == ["an.intake"]


# -- stories -------------------------------------------------------------------------------------------------


@pytest.fixture
def colleague(tmp_path: Path) -> Iterator[Vault]:
    with quick(copied(tmp_path, "bo")) as other:
        yield other


def test_restored_gone_on_and_merged_with_a_colleague_who_holds_what_came_later(
    vault: Vault, made: Backup, colleague: Vault
) -> None:
    later = content(vault)
    colleague.union([e for dossier in later.values() for e in dossier])
    with look(vault, made.path) as found:
        replace_all(vault, found)
    # The counter 2 of B is given out anew, with another value, by the same device.
    again = vault.entries(B)[0]
    vault.append(instead_of(again, "na het terugzetten"), vault.leaves(B, again.header.subject))
    mine = content(vault)
    for left, right in ((vault, colleague), (colleague, vault)):
        left.union([e for dossier in right.dossiers() for e in right.entries(dossier)])
    assert vault.all_ids() == colleague.all_ids()
    for known in (later, mine):
        for dossier, had in known.items():
            assert {e.id for e in had} <= {e.id for e in vault.entries(dossier)}
    assert rebuilt_equal(vault)


def test_one_folder_on_two_laptops_and_both_merged(vault: Vault, tmp_path: Path) -> None:
    first = entry("taal.lezen@inburgeraar", 1, waarde="a1")
    vault.append(first, ())
    vault.close()
    twin = Path(shutil.copytree(vault.path, tmp_path / "laptop" / "an.intake"))
    with quick(vault.path) as left, quick(twin) as right:
        assert left.device.id == right.device.id
        for laptop, waarde in ((left, "a2"), (right, "b1")):
            said = instead_of(first, waarde)
            laptop.append(said, laptop.leaves(D, said.header.subject))
        for one, other in ((left, right), (right, left)):
            one.union(other.entries(D))
        # Same device, same counter, other values: both stand, and it shows as a conflict.
        assert left.all_ids() == right.all_ids()
        (conflict,) = left.dossier(D).conflicts()
        assert len(conflict.leaves) == 2
        assert left.projections() == right.projections()
