"""*Gewist* is said only of what was looked at: links are told, and a copy that comes back is cleaned."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from intake_assistant.domain.entry import Presence, Tombstone
from intake_assistant.progress import Watch
from intake_assistant.storage.backup import backup, restore
from intake_assistant.storage.backup.backup import BACKUPS
from intake_assistant.storage.backup.looking import looked_into
from intake_assistant.storage.damage import check
from intake_assistant.storage.entries.blobs import BLOBS
from intake_assistant.storage.entries.rows import TypedRow
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.erase import copying, erase, graves
from tests.storage.entries.test_vault import entry
from tests.storage.erase.test_erase import (
    MARKERS,
    STONE,
    A,
    B,
    backed_up,
    busy,
    erased_value,
    made,
    pieces_in,
    usb,
)
from tests.storage.hulp import AROUND, CLOCK, quick, vault_key

__all__ = ["busy", "made", "usb"]  # the vault with two people, and the stick


LINKS = pytest.mark.skipif(sys.platform == "win32", reason="a plain user of Windows makes no links")


def moved_behind_a_link(path: Path, elsewhere: Path) -> None:
    """As when somebody puts it on another disk."""
    shutil.move(path, elsewhere)
    path.symlink_to(elsewhere, target_is_directory=elsewhere.is_dir())


@LINKS
def test_backups_behind_a_link_are_told_and_never_called_erased(
    busy: Vault, tmp_path: Path, usb: Path
) -> None:
    elsewhere = tmp_path / "andere schijf"
    moved_behind_a_link(busy.path / BACKUPS, elsewhere)
    before = {file: file.read_bytes() for file in elsewhere.iterdir()}
    erase.erase_dossier(busy, STONE)
    for _ in range(2):
        assert erase.finish(busy) == [copying.Rest(str(busy.path / BACKUPS), copying.LINKED, True)]
        assert erase.own_pending(busy) == {BACKUPS}
    assert {file: file.read_bytes() for file in elsewhere.iterdir()} == before
    assert pieces_in(busy.path, usb) == {}
    (found,) = check.look_for_erased(busy)
    assert (found.code, Path(found.waar).parent.name) == ("backup_gewist", BACKUPS)
    (busy.path / BACKUPS).unlink()
    shutil.move(elsewhere, busy.path / BACKUPS)
    assert erase.finish(busy) == []
    assert pieces_in(busy.path, usb) == {}
    assert erase.own_pending(busy) == set()
    assert [*check.look_for_erased(busy)] == []


@pytest.mark.parametrize("where", ["own", "stick"])
@LINKS
def test_one_backup_that_is_a_link_stays_a_link_and_what_it_led_to_is_told(
    busy: Vault, tmp_path: Path, usb: Path, where: str
) -> None:
    folder = busy.path / BACKUPS if where == "own" else usb
    (made,) = backup.list_backups(folder)
    moved_behind_a_link(made.path, tmp_path / "elders.db")
    erase.erase_dossier(busy, STONE)
    assert erase.finish(busy) == [copying.Rest(str(made.path), copying.LINKED, where == "own")]
    assert made.path.is_symlink()
    assert (erase.own_pending(busy) == set()) == (where == "stick")
    assert [p.gedaan_op for p in erase.pending(busy)] == ["2026-11-02" if where == "own" else ""]
    made.path.unlink()
    shutil.move(tmp_path / "elders.db", made.path)
    assert erase.finish(busy) == []
    assert pieces_in(busy.path, usb) == {}
    assert erase.own_pending(busy) == set()
    assert {p.gedaan_op for p in erase.pending(busy)} == {"2026-11-02"}


@LINKS
def test_a_folder_with_copies_behind_a_link_anywhere_in_the_vault_is_told(
    busy: Vault, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "bewaard"
    shutil.copytree(busy.path / BACKUPS, elsewhere)
    (busy.path / "oud").symlink_to(elsewhere, target_is_directory=True)
    (busy.path / "foto's").symlink_to(tmp_path, target_is_directory=True)
    erase.erase_dossier(busy, STONE)
    assert [rest.plaats for rest in erase.finish(busy)] == [str(busy.path / "oud")]


@pytest.mark.parametrize("whole", [True, False])
@LINKS
def test_documents_behind_a_link_are_neither_taken_away_nor_called_erased(
    busy: Vault, tmp_path: Path, whole: bool
) -> None:
    with busy.reading() as connection:
        (name,) = map(busy.blobs.file_of, graves.blobs_of(connection, [A]))
    moved_behind_a_link(busy.path / BLOBS / ("" if whole else name), tmp_path / "elders")
    kept = tmp_path / "elders" / name if whole else tmp_path / "elders"
    erase.erase_dossier(busy, STONE)
    assert erase.finish(busy) == [copying.Rest(str(busy.path / BLOBS), copying.LINKED, True)]
    assert kept.is_file()
    assert erase.own_pending(busy) == {f"{BLOBS}/{name}"}
    assert quick_reopened(busy) == {f"{BLOBS}/{name}"}
    assert kept.is_file()


def quick_reopened(vault: Vault) -> set[str]:
    vault.close()
    with quick(vault.path) as again:
        return erase.own_pending(again)


@pytest.mark.parametrize("how", ["opening", "everywhere", "backup"])
def test_a_backup_from_before_that_comes_back_is_cleaned_at_the_next_occasion(
    busy: Vault, tmp_path: Path, how: str
) -> None:
    (made,) = backup.list_backups(busy.path / BACKUPS)
    shutil.copy2(made.path, tmp_path / "stick.db")
    erase.erase_dossier(busy, STONE)
    assert erase.finish(busy) == []
    for name in (made.path.name, "20250101T000000000000Z-dag.db"):
        shutil.copy2(tmp_path / "stick.db", busy.path / BACKUPS / name)
    assert len(pieces_in(busy.path)) == 2
    assert {found.waar for found in check.look_for_erased(busy)} == {
        f"{BACKUPS}/{made.path.name}",
        f"{BACKUPS}/20250101T000000000000Z-dag.db",
    }
    if how == "opening":
        busy.close()
        with quick(busy.path) as again:
            assert erase.own_pending(again) == set()
    else:
        assert (erase.finish(busy, everywhere=True) if how == "everywhere" else erase.finish_own(busy)) == []
    assert pieces_in(busy.path) == {}
    assert len(backup.list_backups(busy.path / BACKUPS)) == 2


def test_one_value_in_a_backup_that_comes_back_goes_too(busy: Vault, tmp_path: Path) -> None:
    (made,) = backup.list_backups(busy.path / BACKUPS)
    shutil.copy2(made.path, tmp_path / "stick.db")
    target = next(e for e in busy.entries(A) if e.header.subject == "notitie[80]")
    busy.append_erasing(A, [entry(f"gewist[{target.id}]", 200, A, waarde="ander")])
    assert erase.finish(busy) == []
    shutil.copy2(tmp_path / "stick.db", busy.path / BACKUPS)
    assert [found.code for found in check.look_for_erased(busy)] == ["backup_gewist"]
    assert erase.finish_own(busy) == []
    assert [*check.look_for_erased(busy)] == []
    backup.verify(made.path, vault_key())


def test_what_comes_back_and_cannot_be_cleaned_is_no_longer_called_erased(busy: Vault) -> None:
    erase.erase_dossier(busy, STONE)
    assert erase.finish(busy) == []
    stranger = busy.path / BACKUPS / "20250101T000000000000Z-dag.db"
    stranger.write_bytes(b"x" * 8192)
    assert erase.finish_own(busy) == [copying.Rest(str(stranger), "vault.damaged", True)]
    assert erase.own_pending(busy) == {BACKUPS}
    stranger.unlink()
    assert erase.finish_own(busy) == []
    assert erase.own_pending(busy) == set()


def test_at_opening_only_what_is_new_is_read(busy: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the list comes as soon with thirty backups as with none."""
    erase.erase_dossier(busy, STONE)
    assert erase.finish(busy) == []
    made = backup.make_backup(busy, "dag")
    copying.note_clean(busy, made.path)
    assert copying.came_back(busy) == set()
    busy.close()
    for _ in range(2):
        with quick(busy.path) as again:
            assert copying.came_back(again) == set()


def test_a_vault_in_which_nothing_was_erased_remembers_nothing(busy: Vault) -> None:
    made = backup.make_backup(busy, "dag")
    copying.note_clean(busy, made.path)
    assert copying.came_back(busy) == set()
    assert busy.setting("gewist.nagekeken") == ""
    assert busy.entries(B)
    assert made.op == CLOCK.now()


def test_what_names_an_entry_of_another_dossier_erases_nothing_and_holds_nothing_up(busy: Vault) -> None:
    first, second = busy.entries(B)[:2]
    busy.union([entry(f"gewist[{first.id}]", 300, A), entry(f"gewist[{second.id}]", 300, B)])
    assert erase.finish(busy) == []
    assert [*check.look_for_erased(busy)] == []
    assert [e.presence for e in busy.entries(B)[:2]] == [Presence.PRESENT, Presence.ERASED]


def test_a_value_goes_from_a_stick_also_when_its_entry_is_not_here_any_more(
    vault: Vault, tmp_path: Path, usb: Path
) -> None:
    vault.union([entry("notitie[1]", 1, A, waarde="niets")])
    old = backup.make_backup(vault, "hand")
    wrong = entry("notitie[2]", 2, A, waarde=f"over een ander: {' '.join(MARKERS)}")
    vault.union([wrong])
    backed_up(vault, usb)
    usb.rename(tmp_path / "weg")
    vault.append_erasing(A, [entry(f"gewist[{wrong.id}]", 3, A, waarde="ander")])
    assert [rest.plaats for rest in erase.finish(vault)] == [str(usb)]
    with looked_into(old.path, vault_key(), vault.path, AROUND) as found:
        restore.replace_all(vault, found)
    assert wrong.id not in {e.id for e in vault.entries(A)}
    (tmp_path / "weg").rename(usb)
    assert erase.finish(vault) == []
    assert pieces_in(vault.path, usb) == {}


def test_what_was_being_typed_when_a_copy_was_made_goes_with_the_value_that_it_became(
    vault: Vault, usb: Path
) -> None:
    vault.union([entry("notitie[1]", 1, A, waarde="niets")])
    said = f'{{"waarde": "over een ander: {" ".join(MARKERS)}"}}'
    vault.keep_concepttekst(TypedRow(A, "notitie[2]", "", said, 0, "2026-11-01T11:59:59+00:00"))
    vault.keep_concepttekst(TypedRow(A, "notitie[3]", "", '{"waarde": "blijft"}', 0, ""))
    backed_up(vault, usb)
    wrong = entry("notitie[2]", 2, A, waarde=said)
    vault.union([wrong])
    vault.drop_concepttekst(A, "notitie[2]")
    vault.append_erasing(A, [entry(f"gewist[{wrong.id}]", 3, A, waarde="ander")])
    assert erase.finish(vault) == []
    assert pieces_in(vault.path, usb) == {}
    vault.keep_concepttekst(
        TypedRow(A, "notitie[2]", "", '{"waarde": "goed"}', 0, "2026-11-02T12:00:00+00:00")
    )
    later = backup.make_backup(vault, "hand")
    assert erase.finish(vault, everywhere=True) == []
    with looked_into(later.path, vault_key(), vault.path, AROUND) as found:
        assert [row.subject for row in found.concepttekst()] == ["notitie[2]", "notitie[3]"]


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_page_half_filled_in_goes_with_the_value_that_it_became(vault: Vault, usb: Path, when: str) -> None:
    consent = entry("toestemming[00112233445566aa]", 2, A, waarde=f"over een ander: {' '.join(MARKERS)}")
    vault.union([entry("notitie[1]", 1, A, waarde="niets")])
    vault.union([consent] if when == "after" else [])
    half = {f"{A} {consent.header.subject}": MARKERS[3], f"{B} notitie[1]": "12-"}
    sketches = {
        f"toestemming {A}": MARKERS[0],
        "intrekken 00112233445566aa": MARKERS[1],
        f"tegenspraak {A} {consent.header.subject}": MARKERS[2],
        "half": json.dumps(half),
        f"toestemming {B}": "van een ander",
        f"voorbereiden {A}": "blijft",
    }
    for name, said in sketches.items():
        vault.set_setting(f"schets {name}", said)
    made = backed_up(vault, usb)
    for name in sketches:
        vault.set_setting(f"schets {name}", "")
    vault.union([consent])
    erased_value(vault, consent)
    assert erase.finish(vault) == []
    assert pieces_in(vault.path, usb) == {}
    with looked_into(made.path, vault_key(), vault.path, AROUND) as found:
        kept = [found.setting(f"schets {name}") for name in sketches]
    assert kept == ["", "", "", json.dumps({f"{B} notitie[1]": "12-"}), "van een ander", "blijft"]


def test_a_page_that_is_half_filled_in_later_stays_in_later_backups(vault: Vault) -> None:
    consent = entry("toestemming[00112233445566aa]", 1, A, waarde="klopt niet")
    vault.union([consent])
    erased_value(vault, consent)
    vault.set_setting(f"schets toestemming {A}", "een andere")
    later = backup.make_backup(vault, "hand")
    assert erase.finish(vault, everywhere=True) == []
    assert [*check.look_for_erased(vault)] == []
    with looked_into(later.path, vault_key(), vault.path, AROUND) as found:
        assert found.setting(f"schets toestemming {A}") == "een andere"


def test_what_is_erased_while_copies_are_cleaned_is_not_called_done(busy: Vault, usb: Path) -> None:
    backup.make_backup(busy, "hand")

    def meanwhile(watch: Watch) -> None:
        if not erase.is_erased(busy, B):
            erase.erase_dossier(busy, Tombstone(B, "2026-11-02", "vergissing"))

    erase.erase_dossier(busy, STONE)
    assert erase.finish(busy, Watch(meanwhile).progress) == []
    assert erase.own_pending(busy) >= {BACKUPS}
    assert erase.finish(busy) == []
    assert erase.own_pending(busy) == set()
    assert [*check.look_for_erased(busy)] == []
    for kept in (*backup.list_backups(busy.path / BACKUPS), *backup.list_backups(usb)):
        with looked_into(kept.path, vault_key(), busy.path, AROUND) as found:
            assert found.dossiers() == []
