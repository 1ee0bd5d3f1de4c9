"""Work that is gone with the log: the check never calls that vault sound, and says which backup holds it."""

import shutil
from pathlib import Path

import pytest

from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.vault import reservekopie
from intake_assistant.operations.vault.kluiscontrole import Kluisbevinding, check_path
from intake_assistant.operations.vault.sleutels import told_at_opening
from intake_assistant.operations.workspace import Data, Workspace
from intake_assistant.policy import NO_POLICY
from intake_assistant.storage.engine import database
from intake_assistant.storage.engine.session import DATABASE
from tests.storage.hulp import AROUND, CLOCK, PASSPHRASE, copied, quick, seeded

WAL = f"{DATABASE}{database.LOG}"


def killed(tmp_path: Path, data: Data) -> tuple[Path, Path]:
    """A vault after a kill, with a backup that has one of its two dossiers; and its database of before."""
    path, old = copied(tmp_path), tmp_path / "oud.db"
    with quick(path) as vault:
        work = Workspace(vault, data, CLOCK, seeded(1))
        vault.set_setting("begin", "ja")
        shutil.copy(path / DATABASE, old)
        create_dossier(work, {"voornamen": "Selam", "achternaam": "Tesfay"})
        reservekopie.back_up(work, reservekopie.DAG)
        create_dossier(work, {"voornamen": "Dawit", "achternaam": "Haile"})
        return Path(shutil.copytree(path, tmp_path / "gedood" / path.name)), old


def checked(path: Path) -> list[Kluisbevinding]:
    return check_path(path, PASSPHRASE, AROUND, NO_POLICY)


def opened(path: Path, data: Data) -> Workspace:
    return Workspace(quick(path), data, CLOCK, seeded(2))


def test_a_vault_that_was_killed_is_sound(tmp_path: Path, data: Data) -> None:
    path, _ = killed(tmp_path, data)
    assert checked(path) == []
    work = opened(path, data)
    assert told_at_opening(work) == []
    work.vault.close()


def test_what_no_backup_holds_is_told_until_somebody_keeps_the_vault_as_it_is(
    tmp_path: Path, data: Data
) -> None:
    path, _ = killed(tmp_path, data)
    (path / WAL).unlink()
    for _ in range(2):
        (found,) = checked(path)
        assert (found.code, found.ernst, found.waar) == ("log_weg", "fout", WAL)
        assert "opgeslagen: 2 keer" in found.uitleg
        assert "staat er niets van" in found.uitleg
    work = opened(path, data)
    assert told_at_opening(work) == []
    reservekopie.back_up(work, reservekopie.DAG)
    work.vault.close()
    assert [b.code for b in checked(path)] == ["log_weg"]
    work = opened(path, data)
    reservekopie.back_up(work, reservekopie.HAND)
    work.vault.close()
    assert checked(path) == []


@pytest.mark.parametrize("act", [reservekopie.merge_back, reservekopie.put_back])
def test_the_backup_that_holds_it_is_named_and_putting_it_back_settles_it(
    tmp_path: Path, data: Data, act: object
) -> None:
    path, old = killed(tmp_path, data)
    (path / WAL).unlink()
    shutil.copy(old, path / DATABASE)
    work = opened(path, data)
    (told,) = told_at_opening(work)
    kopie = reservekopie.newest_own(work)
    assert kopie is not None
    assert "In de reservekopie van 2 november 2026" in told
    assert f"uur staat er nog iets van ({kopie.path.name})" in told
    assert "Vul de kluis dan daaruit aan" in told
    assert callable(act)
    act(work, kopie.path)
    assert len(work.vault.dossiers()) == 1
    work.vault.close()
    assert checked(path) == []


def test_an_old_log_is_told_once(tmp_path: Path, data: Data) -> None:
    path, _ = killed(tmp_path, data)
    log = (path / WAL).read_bytes()
    assert checked(path) == []
    (path / WAL).write_bytes(log)
    work = opened(path, data)
    (told,) = told_at_opening(work)
    assert "een oud bestand vault.db-wal" in told
    assert len(work.vault.dossiers()) == 2
    work.vault.close()
    assert checked(path) == []
