"""A damaged vault in words: what each dossier lost, what it still says, and the two ways on."""

import shutil
from pathlib import Path

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.operations.vault.redding import (
    backup_moment,
    loss_lines,
    open_damaged,
    put_back,
    read_dossier,
    save,
)
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.workspace import Data, Workspace
from intake_assistant.policy import NO_POLICY
from intake_assistant.storage.backup.backup import make_backup
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.keys import slots
from tests.operations.rijk import play
from tests.storage.damage.test_rescue import zero
from tests.storage.hulp import (
    AROUND,
    CLOCK,
    PASSPHRASE,
    copied,
    quick,
    recovery_key,
    reopened,
    seeded,
)


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory, data: Data) -> tuple[Path, dict[str, object]]:
    """A vault of two dossiers; the second came after the backup."""
    path = copied(tmp_path_factory.mktemp("rijk"))
    with quick(path) as vault:
        work = Workspace(vault, data, CLOCK, seeded(1))
        selam = play(work)
        list_dossiers(work)
        make_backup(vault, "dag")
        other = play(work, 7)
        list_dossiers(work)
        return path, {dossier: show_dossier(work, dossier) for dossier in (selam, other)}


@pytest.fixture
def path(rich: tuple[Path, dict[str, object]], tmp_path: Path) -> Path:
    return Path(shutil.copytree(rich[0], tmp_path / "an.intake"))


def test_a_cut_vault_with_its_backup_says_what_is_lost(
    path: Path, rich: tuple[Path, dict[str, object]]
) -> None:
    whole = (path / DATABASE).read_bytes()
    # What came after the backup lies at the end: part of it goes, part of it stays.
    (path / DATABASE).write_bytes(whole[: len(whole) * 5 // 6])
    found = open_damaged(path, PASSPHRASE, AROUND, NO_POLICY)
    assert len(found.dossiers) == 2
    assert found.alleen_hier > 0
    assert backup_moment(found).startswith("2 november 2026")
    selam, other = rich[1]
    by_id = {dossier.dossier: dossier for dossier in found.dossiers}
    assert by_id[selam].heel
    assert "Tesfay" in by_id[selam].naam
    assert not by_id[other].heel
    assert loss_lines(by_id[other])
    assert found.dossiers[0].dossier == other
    assert show_dossier(found.work, selam) == rich[1][selam]
    read = dict(read_dossier(found.work, selam))
    assert any("Tesfay" in zegt for _, zegt in read["Persoon"])
    new = path.with_name("gered.intake")
    assert len(save(found, new, PASSPHRASE)) == 8
    found.close()
    with reopened(new) as vault:
        assert show_dossier(Workspace(vault, found.work.data, CLOCK, seeded(3)), selam) == rich[1][selam]


def test_a_broken_page_of_a_vault_without_backup_is_read_around(path: Path) -> None:
    shutil.rmtree(path / "backups")
    zero(path, 1)
    found = open_damaged(path, PASSPHRASE, AROUND, NO_POLICY)
    assert [d.heel for d in found.dossiers] == [True, True]
    with pytest.raises(KnownError) as refused:
        put_back(found)
    assert refused.value.code == "rescue.no_backup"
    found.close()


def test_the_documents_that_are_lost_are_counted(path: Path) -> None:
    shutil.rmtree(path / "blobs")
    zero(path, 1)
    found = open_damaged(path, PASSPHRASE, AROUND, NO_POLICY)
    assert sum(d.documenten_kwijt for d in found.dossiers) > 1
    found.close()


def test_the_backup_is_put_back(path: Path) -> None:
    zero(path, *range(1, 60))
    found = open_damaged(path, PASSPHRASE, AROUND, NO_POLICY)
    aside = put_back(found)
    found.close()
    assert (aside / DATABASE).exists()
    with quick(path) as vault:
        assert len(vault.dossiers()) == 1


def test_a_second_copy_of_the_slots_opens_what_has_none(path: Path) -> None:
    (path / slots.SLOTS_FILE).rename(path / "slots (1).json")
    found = open_damaged(path, PASSPHRASE, AROUND, NO_POLICY)
    assert len(found.dossiers) == 2
    found.close()
    (path / "slots (1).json").unlink()
    with pytest.raises(KnownError) as refused:
        open_damaged(path, PASSPHRASE, AROUND, NO_POLICY)
    assert refused.value.code == "rescue.no_slots"


def test_a_second_copy_that_a_cloud_left_is_read_too(path: Path, data: Data) -> None:
    theirs = path.parent / "anders" / path.name
    shutil.copytree(path, theirs)
    with quick(theirs) as vault:
        third = play(Workspace(vault, data, CLOCK, seeded(9)), 5)
    shutil.copy(theirs / DATABASE, path / "vault-LAPTOP.db")
    found = open_damaged(path, PASSPHRASE, AROUND, NO_POLICY)
    assert found.meegelezen == ("vault-LAPTOP.db",)
    by_id = {d.dossier: d for d in found.dossiers}
    # The documents of that one lie in the other folder still.
    assert (by_id[third].kwijt, by_id[third].eerder_kwijt) == ((), 0)
    assert by_id[third].documenten_kwijt > 0
    found.close()


def test_the_recovery_key_reads_it_too(path: Path) -> None:
    zero(path, 1)
    found = open_damaged(path, "een nieuwe zin", AROUND, NO_POLICY, herstelsleutel=recovery_key())
    assert [d.heel for d in found.dossiers] == [True, True]
    found.close()
    with pytest.raises(KnownError) as refused:
        open_damaged(path, "een nieuwe zin", AROUND, NO_POLICY, herstelsleutel=recovery_key()[:-1])
    assert refused.value.code == "vault.wrong_recovery"


def test_a_vault_that_is_open_elsewhere_is_not_read_meanwhile(path: Path) -> None:
    with quick(path), pytest.raises(KnownError) as refused:
        open_damaged(path, PASSPHRASE, AROUND, NO_POLICY)
    assert refused.value.code == "vault.in_use"
    with pytest.raises(KnownError) as refused:
        open_damaged(path.parent / "niets", PASSPHRASE, AROUND, NO_POLICY)
    assert refused.value.code == "vault.not_a_vault"


def test_the_slots_of_another_vault_say_that_nothing_can_be_read(path: Path, tmp_path: Path) -> None:
    shutil.copy(copied(tmp_path, "bo") / slots.SLOTS_FILE, path / slots.SLOTS_FILE)
    with pytest.raises(KnownError) as refused:
        open_damaged(path, PASSPHRASE, AROUND, NO_POLICY)
    assert refused.value.code == "rescue.nothing"
    with pytest.raises(KnownError) as refused:
        open_damaged(path, "iets anders", AROUND, NO_POLICY)
    assert refused.value.code == "vault.wrong_passphrase"
