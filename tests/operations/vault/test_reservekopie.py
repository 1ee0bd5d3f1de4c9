"""When backups are made by themselves, where they go, and what a person is told of them."""

import datetime
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from intake_assistant.domain.entry import Presence, Tombstone
from intake_assistant.domain.recht.toestemming import bijzondere_vragen
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.record import record_waarde, remove_row
from intake_assistant.operations.acts.wissen import erase_antwoord
from intake_assistant.operations.vault import reservekopie
from intake_assistant.operations.vault.beleid import GEVOELIG
from intake_assistant.operations.vault.reservekopie import (
    back_up,
    catch_up,
    due,
    is_sound,
    list_kopieen,
    set_place,
)
from intake_assistant.operations.vault.reservekopie_lezen import read_dossier
from intake_assistant.operations.views.voorbereiden import is_gevoelig
from intake_assistant.operations.workspace import Workspace
from intake_assistant.policy import Policy
from intake_assistant.storage.damage import check
from intake_assistant.storage.engine.opening import open_with
from intake_assistant.storage.erase import erase, graves
from tests.storage.hulp import CLOCK


@dataclass
class Hands:
    """A clock that is set by hand."""

    moment: datetime.datetime = CLOCK.now()

    def now(self) -> datetime.datetime:
        return self.moment

    def today(self) -> datetime.date:
        return self.moment.date()

    def turn(self, **how: float) -> None:
        self.moment += datetime.timedelta(**how)


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def desk(work: Workspace, clock: Hands) -> Workspace:
    """The workspace with a clock that moves."""
    work.vault.around = replace(work.vault.around, clock=clock)
    return replace(work, clock=clock)


@pytest.fixture
def persoon(desk: Workspace) -> str:
    return create_dossier(desk, {"voornamen": "Selam", "achternaam": "Tesfay"}).made


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def test_an_empty_vault_needs_none(desk: Workspace) -> None:
    assert due(desk, changed=True) == ""
    assert not reservekopie.is_overdue(desk)


def test_the_first_of_the_day_and_then_after_a_while_when_something_changed(
    desk: Workspace, persoon: str, clock: Hands
) -> None:
    assert reservekopie.is_overdue(desk)
    assert due(desk, changed=False) == "dag"
    back_up(desk, "dag")
    assert not reservekopie.is_overdue(desk)
    assert due(desk, changed=True) == ""
    clock.turn(minutes=31)
    assert (due(desk, changed=True), due(desk, changed=False)) == ("dag", "")
    clock.turn(days=1)
    assert due(desk, changed=False) == "dag"


def test_a_clock_that_jumps_back_makes_one_a_day_too(desk: Workspace, persoon: str, clock: Hands) -> None:
    back_up(desk, "dag")
    clock.turn(days=-730)
    assert due(desk, changed=False) == "dag"
    back_up(desk, "dag")
    assert due(desk, changed=True) == ""
    assert len(list_kopieen(desk)) == 2


def test_before_other_forms_are_used(desk: Workspace, persoon: str) -> None:
    back_up(desk, "dag")
    desk.vault.set_setting("backup.formulieren", "vorige versie")
    assert due(desk, changed=False) == "formulieren"
    back_up(desk, "formulieren")
    assert due(desk, changed=False) == ""


def test_copies_go_to_the_second_place_and_later_when_it_is_away(
    desk: Workspace, persoon: str, stick: Path, clock: Hands
) -> None:
    reservekopie.set_place(desk, stick)
    assert reservekopie.is_place_overdue(desk)
    (stand,) = back_up(desk).plaatsen
    assert (stand.fout, stand.laatst_op) == (None, clock.now())
    assert [bool(k.plaats) for k in list_kopieen(desk)] == [False, True]
    assert catch_up(desk) is None
    away = stick.rename(stick.with_name("weg"))
    clock.turn(days=8)
    (stand,) = back_up(desk, "dag").plaatsen
    assert stand.fout is not None
    assert stand.fout.code == "backup.place_gone"
    assert reservekopie.is_place_overdue(desk)
    away.rename(stick)
    late = catch_up(desk)
    assert late is not None
    assert (late.fout, late.laatst_op) == (None, clock.now())
    assert not reservekopie.is_place_overdue(desk)
    assert catch_up(desk) is None


def test_what_the_administrator_decided_cannot_be_chosen(
    desk: Workspace, persoon: str, stick: Path, tmp_path: Path
) -> None:
    reservekopie.set_place(desk, tmp_path)
    bound = replace(desk, policy=Policy(backup_plaats=stick, beheerder="ICT"))
    assert reservekopie.place_of(bound) == stick
    with pytest.raises(KnownError) as error:
        reservekopie.set_place(bound, tmp_path)
    assert error.value.code == "policy.not_allowed"


def test_compared_by_name_and_an_erased_one_without(desk: Workspace, persoon: str) -> None:
    other = create_dossier(desk, {"voornamen": "Omar", "achternaam": "Haddad"}).made
    made = back_up(desk).backup.path
    record_waarde(desk, persoon, "inburgeraar.telefoon", "0612345678")
    with desk.vault.transaction() as connection:
        graves.bury(connection, graves.Graves((Tombstone(other, "2026-11-02", ""),)))
    found = {d.verschil.dossier: d for d in reservekopie.compare(desk, made)}
    assert (found[persoon].naam, found[persoon].verschil.weg) == ("Tesfay, Selam", 1)
    assert (found[other].naam, found[other].verschil.gewist) == ("", True)
    for act in (read_dossier, lambda w, p, d: reservekopie.merge_back(w, p, [d])):
        with pytest.raises(KnownError) as error:
            act(desk, made, other)
        assert error.value.code == "dossier.erased"


def test_reading_in_a_backup_is_logged_and_leaves_out_what_asks_for_the_passphrase(
    desk: Workspace, persoon: str
) -> None:
    closed = next(s for s in desk.data.formulieren.startposities if is_gevoelig(s)).id
    record_waarde(desk, persoon, f"{closed}.klacht@inburgeraar", "hoofdpijn")
    record_waarde(desk, persoon, f"notitie[{closed}.klacht]", "zegt er weinig over")
    special = min(bijzondere_vragen(desk.data.formulieren))
    record_waarde(desk, persoon, f"{special}@inburgeraar", "anders")
    record_waarde(desk, persoon, "werkervaring.banen[00000000000000aa].beroep@inburgeraar", "kok")
    remove_row(desk, persoon, "werkervaring.banen[00000000000000aa]")
    made = back_up(desk).backup.path
    record_waarde(desk, persoon, "inburgeraar.achternaam", "Anders")
    regels, without = read_dossier(desk, made, persoon)
    assert not without
    assert "Tesfay" in {regel.waarde for regel in regels}
    assert not {"Anders", "kok"} & {regel.waarde for regel in regels}
    assert ("reservekopie") in {wat for _, _, wat in desk.vault.log("access", persoon)}
    desk.vault.set_setting(GEVOELIG, "ja")
    fewer, without = read_dossier(desk, made, persoon)
    assert without
    assert len(fewer) == len(regels) - 3


def test_put_back_and_undone_by_the_backup_of_before(desk: Workspace, persoon: str) -> None:
    first = back_up(desk).backup.path
    later = create_dossier(desk, {"voornamen": "Omar", "achternaam": "Haddad"}).made
    before = desk.vault.all_ids()
    assert reservekopie.put_back(desk, first).dossiers == (later,)
    assert desk.vault.dossiers() == [persoon]
    undo = next(k for k in list_kopieen(desk) if k.backup.soort == "herstel")
    assert reservekopie.merge_back(desk, undo.backup.path).dossiers == (later,)
    assert desk.vault.all_ids() == before
    assert {k.backup.soort for k in list_kopieen(desk)} == {"hand", "herstel", "samenvoegen"}


def test_two_hundred_backups_are_listed_and_thinned_out(desk: Workspace, persoon: str) -> None:
    made = back_up(desk).backup.path
    for number in range(200):
        moment = CLOCK.now() - datetime.timedelta(days=number, minutes=1)
        (made.parent / f"{moment:%Y%m%dT%H%M%S%fZ}-dag.db").write_bytes(made.read_bytes())
    assert len(list_kopieen(desk)) == 201
    back_up(desk)
    assert len(list_kopieen(desk)) < 33


def test_a_copy_is_sound_only_with_its_documents(work: Workspace, dossier: str, tmp_path: Path) -> None:
    with work.vault.transaction():
        naam = work.vault.blobs.put(b"%PDF besluit")
        record_waarde(work, dossier, "besluit[1]", {"bestanden": {"pdf": naam}})
    (tmp_path / "stick").mkdir()
    set_place(work, tmp_path / "stick")
    back_up(work)
    kopieen = {kopie.plaats != "": kopie.backup.path for kopie in list_kopieen(work)}
    assert {elders: is_sound(work, path) for elders, path in kopieen.items()} == {True: True, False: True}
    there = kopieen[True].parent / "blobs" / work.vault.blobs.file_of(naam)
    there.write_bytes(there.read_bytes()[::-1])
    assert {elders: is_sound(work, path) for elders, path in kopieen.items()} == {True: False, False: True}
    back_up(work)
    assert is_sound(work, kopieen[True])


def test_of_backups_that_share_a_document_it_is_read_once(work: Workspace, dossier: str) -> None:
    with work.vault.transaction():
        naam = work.vault.blobs.put(b"%PDF besluit")
        record_waarde(work, dossier, "besluit[1]", {"bestanden": {"pdf": naam}})
    first, second = back_up(work).backup.path, back_up(work).backup.path
    file, read = work.vault.path / "blobs" / work.vault.blobs.file_of(naam), dict[Path, bool]()
    assert is_sound(work, first, read)
    assert read == {file: True}
    file.unlink()
    assert is_sound(work, second, read)
    assert not is_sound(work, second)


@pytest.mark.parametrize("act", [reservekopie.merge_back, reservekopie.put_back])
def test_what_was_erased_after_an_old_vault_was_put_in_its_place_goes_from_all_backups(
    desk: Workspace, persoon: str, tmp_path: Path, act: Callable[[Workspace, Path], object]
) -> None:
    record_waarde(desk, persoon, "notitie[1]", "over een ander")
    back_up(desk)
    desk.vault.empty_log()
    shutil.copytree(desk.vault.path, tmp_path / "later.intake")
    key = bytes(desk.vault.key)
    with open_with(tmp_path / "later.intake", desk.vault.around, lambda kluis, ways: key) as later:
        work = replace(desk, vault=later)
        (wrong,) = [e for e in later.entries(persoon) if e.header.subject == "notitie[1]"]
        erase_antwoord(work, persoon, wrong.id, "ander")
        made = shutil.copy(back_up(work).backup.path, desk.vault.path / "backups")
    act(desk, Path(made))
    assert erase.own_pending(desk.vault) == set()
    assert [*check.look_for_erased(desk.vault)] == []
    assert next(e for e in desk.vault.entries(persoon) if e.id == wrong.id).presence is Presence.ERASED
