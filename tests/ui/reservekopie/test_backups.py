"""Backups in the window: made by themselves and by hand, a second place, looked into and put back."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.vault import reservekopie
from intake_assistant.operations.vault.reservekopie import Kopie, list_kopieen
from intake_assistant.operations.workspace import FixedClock, Workspace
from intake_assistant.policy import Policy
from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.reservekopie.screen import Backups
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from intake_assistant.ui.words.reservekopie import when
from tests import patience
from tests.ui.conftest import TODAY, Again
from tests.ui.gespeeld import click, texts, visible
from tests.ui.helpers import nameless
from tests.ui.terug import Terug


@pytest.fixture
def blad(open_venster: Venster, selam: str) -> Werkblad:
    open_venster.resize(1366, 768)
    assert open_venster.werkblad is not None
    return open_venster.werkblad


@pytest.fixture
def stil(qtbot: QtBot) -> Callable[[], None]:
    """Waits until nothing is on its way any more."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not tasks.is_busy() and not tasks._running)

    return wait


@pytest.fixture
def open_lijst(blad: Werkblad, stil: Callable[[], None]) -> Callable[[], Backups]:
    def go() -> Backups:
        blad.go("reservekopieen", {})
        stil()
        scherm = blad.scherm
        assert isinstance(scherm, Backups)
        return scherm

    return go


def earlier(work: Workspace, days: int) -> Workspace:
    """The same workspace some days ago."""
    clock = FixedClock(TODAY - datetime.timedelta(days=days))
    work.vault.around = replace(work.vault.around, clock=clock)
    return replace(work, clock=clock)


def made_earlier(work: Workspace, days: int = 1) -> Kopie:
    reservekopie.back_up(earlier(work, days), "dag")
    earlier(work, 0)
    return list_kopieen(work)[0]


def moment(days: int) -> str:
    """As the screen tells it."""
    return when(FixedClock(TODAY - datetime.timedelta(days=days)).now())


def enabled(scherm: Backups) -> list[str]:
    knoppen = scherm.inhoud.findChildren(QPushButton)
    return [k.objectName() for k in knoppen if k.isEnabled() and k.objectName().startswith("kopie_")]


# -- by themselves -------------------------------------------------------------------------------------------


def test_the_first_of_the_day_is_made_while_nobody_waits(
    blad: Werkblad, work: Workspace, stil: Callable[[], None], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(blad.context.backed_up):
        assert blad.reservewacht.look() is not None
        assert blad.reservewacht.look() is None, "one at a time"
    stil()
    assert [k.backup.soort for k in list_kopieen(work)] == ["dag"]
    blad.reservewacht.look()
    stil()
    assert len(list_kopieen(work)) == 1


def test_closing_takes_along_what_changed(
    open_venster: Venster, blad: Werkblad, work: Workspace, selam: str, stil: Callable[[], None], again: Again
) -> None:
    blad.reservewacht.look()
    stil()
    record_waarde(work, selam, "inburgeraar.telefoon", "0612345678")
    open_venster.close()
    last = again()
    path = list_kopieen(last)[0].backup.path
    assert not any(d.verschil.terug or d.verschil.weg for d in reservekopie.compare(last, path))


def test_locking_calls_off_what_is_being_made(
    open_venster: Venster, blad: Werkblad, kluis_op_schijf: object, work: Workspace, again: Again
) -> None:
    blad.reservewacht.look()
    open_venster.lock()
    QThreadPool.globalInstance().waitForDone(patience.MS)
    assert not list(again().vault.path.rglob(".half-*"))


def test_other_colours_call_off_what_is_being_made_and_it_is_made_after_all(
    open_venster: Venster, blad: Werkblad, work: Workspace, stil: Callable[[], None], qtbot: QtBot
) -> None:
    blad.reservewacht.look()
    thema.apply("donker", 100)
    QThreadPool.globalInstance().waitForDone(patience.MS)
    # The screens are gone before the task reports, as they are in the loop of a program.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    stil()
    assert open_venster.werkblad is not None
    open_venster.werkblad.reservewacht.look()
    stil()
    assert [k.backup.soort for k in list_kopieen(work)] == ["dag"]


def test_a_line_on_the_first_screen_when_the_last_is_old(
    blad: Werkblad, work: Workspace, stil: Callable[[], None]
) -> None:
    made_earlier(work, 8)
    blad.go("vandaag", {})
    assert texts(blad.scherm, "backup_oud") == [f"De laatste reservekopie is van {moment(8)}."]
    assert nameless(blad.scherm) == []
    click(blad.scherm, "naar_reservekopieen")
    assert isinstance(blad.scherm, Backups)
    stil()
    blad.reservewacht.look()
    stil()
    blad.go("vandaag", {})
    assert texts(blad.scherm, "backup_oud") == []


# -- the list ------------------------------------------------------------------------------------------------


def test_made_by_hand_and_listed(
    open_lijst: Callable[[], Backups], stil: Callable[[], None], blad: Werkblad
) -> None:
    scherm = open_lijst()
    assert texts(scherm, "laatste_kopie") == ["Er is nog geen reservekopie."]
    assert texts(scherm, "lijst_leeg")
    click(scherm, "kopie_maken")
    stil()
    assert blad.banner.tekst.text() == "De reservekopie is gemaakt en nagekeken."
    assert scherm.model.rijen == [
        (moment(0), "door u gemaakt", "bij de kluis", scherm.model.rijen[0][3], "in orde")
    ]
    assert nameless(scherm) == []


def test_two_of_one_minute_are_told_apart_to_the_second(blad: Werkblad, stil: Callable[[], None]) -> None:
    work, folder = blad.context.work, blad.context.work.vault.path / "backups"
    made = reservekopie.back_up(work, "hand").backup.path
    for moment in ("20261103T080005000000Z", "20261103T080031000000Z", "20261103T090000000000Z"):
        shutil.copy(made, folder / f"{moment}-hand.db")
    blad.go("reservekopieen", {})
    stil()
    scherm = blad.scherm
    assert isinstance(scherm, Backups)
    told = [rij[0] for rij in scherm.model.rijen]
    assert sorted(len(moment.split(":")) for moment in told) == [2] * (len(told) - 2) + [3, 3]
    assert {moment[-3:] for moment in told if moment.count(":") == 2} == {":05", ":31"}
    # What is kept is said where one is made.
    blijft = scherm.findChild(QLabel, "wat_blijft")
    assert isinstance(blijft, QLabel)
    assert "komt erbij" in blijft.text()


def test_a_second_place_is_chosen_copied_to_missed_and_dropped(
    open_lijst: Callable[[], Backups], stil: Callable[[], None], script: messages.Script, tmp_path: Path
) -> None:
    stick = tmp_path / "stick 🗂️"
    stick.mkdir()
    scherm = open_lijst()
    script.answers += [stick, None]
    click(scherm, "plek_kiezen")
    stil()
    assert texts(scherm, "plek") == [str(stick)]
    assert texts(scherm, "plek_stand") == [f"De laatste kopie hier is van {moment(0)}."]
    assert [rij[2] for rij in scherm.model.rijen] == ["bij de kluis", "op de tweede plek"]
    click(scherm, "plek_kiezen")
    assert texts(scherm, "plek") == [str(stick)]
    stick.rename(tmp_path / "weg")
    scherm = open_lijst()
    assert "Deze plek is er nu niet." in texts(scherm, "plek_stand")[0]
    assert "4 mei 2026" in texts(scherm, "plek_stand")[0]
    assert len(scherm.model.rijen) == 1
    (tmp_path / "weg").rename(stick)
    terug = Terug(scherm.context)
    click(scherm, "plek_weghalen")
    assert texts(scherm, "plek") == ["U heeft nog geen tweede plek gekozen."]
    terug.put_back()
    assert texts(scherm, "plek") == [str(stick)]


def test_a_place_in_the_vault_is_refused(
    open_lijst: Callable[[], Backups], script: messages.Script, work: Workspace, blad: Werkblad
) -> None:
    scherm = open_lijst()
    script.answers.append(work.vault.path)
    click(scherm, "plek_kiezen")
    assert "Op deze plek kan geen tweede kopie komen" in blad.banner.tekst.text()
    assert reservekopie.place_of(work) is None


def test_the_place_of_the_administrator_is_shown_and_not_changed(
    open_lijst: Callable[[], Backups], blad: Werkblad, work: Workspace, tmp_path: Path
) -> None:
    blad.context.work = replace(
        work, policy=Policy(backup_plaats=tmp_path / "share", beheerder="ICT Delfzijl")
    )
    scherm = open_lijst()
    assert texts(scherm, "plek_uitleg") == ["Deze plek heeft ICT Delfzijl vastgezet."]
    assert not [k for k in scherm.findChildren(QPushButton, "plek_kiezen") if k.isVisible()]


def test_a_damaged_one_shows_in_the_list_and_says_what_to_do(
    open_lijst: Callable[[], Backups], stil: Callable[[], None], work: Workspace
) -> None:
    path = made_earlier(work).backup.path
    body = bytearray(path.read_bytes())
    body[len(body) // 2] ^= 1
    path.write_bytes(body)
    scherm = open_lijst()
    assert scherm.model.rijen[0][4] == "beschadigd"
    click(scherm, "kopie_bekijken")
    stil()
    assert "Kies een andere reservekopie uit de lijst." in texts(scherm, "inhoud_samen")[0]
    assert not scherm.inhoud.onder.isVisible()
    click(scherm, "terug_naar_lijst")
    assert scherm.tabel.isVisible()


# -- looking into and putting back ---------------------------------------------------------------------------


@pytest.fixture
def geopend(
    open_lijst: Callable[[], Backups], stil: Callable[[], None], work: Workspace, selam: str
) -> Backups:
    """A backup of yesterday with two dossiers is open; since then one went on, one is new."""
    create_dossier(work, {"voornamen": "Omar", "achternaam": "Haddad"})
    made_earlier(work)
    record_waarde(work, selam, "inburgeraar.telefoon", "0612345678")
    create_dossier(work, {"voornamen": "Nour", "achternaam": "Al-Khatib"})
    scherm = open_lijst()
    click(scherm, "kopie_bekijken")
    stil()
    return scherm


def test_what_differs_is_shown_and_can_be_read(geopend: Backups, stil: Callable[[], None]) -> None:
    inhoud = geopend.inhoud
    assert inhoud.model.rijen == [
        ("Al-Khatib, Nour", "niets", "het hele dossier"), ("Tesfay, Selam", "niets", "1 gegeven")
    ]  # fmt: skip
    assert texts(geopend, "inhoud_samen") == ["In 2 dossiers staat iets anders dan in deze kopie."]
    assert enabled(geopend) == ["kopie_alles_terug"]
    inhoud.gelijke.setChecked(True)
    assert [rij[0] for rij in inhoud.model.rijen] == ["Al-Khatib, Nour", "Haddad, Omar", "Tesfay, Selam"]
    inhoud.tabel.selectRow(2)
    click(geopend, "kopie_lezen")
    stil()
    assert texts(geopend, "lezen_kop") == [f"Tesfay, Selam, zoals het was op {moment(1)}"]
    assert "Selam" in {regel.waarde for regel in inhoud.lezen.regels.regels}
    assert nameless(geopend) == []
    click(geopend, "terug_naar_kopie")
    assert inhoud.tabel.isVisible()


def test_all_put_back_after_a_question_that_says_what_goes(
    geopend: Backups, stil: Callable[[], None], script: messages.Script, work: Workspace, blad: Werkblad
) -> None:
    script.answers += [1, 0]
    click(geopend, "kopie_alles_terug")
    assert len(work.vault.dossiers()) == 3
    click(geopend, "kopie_alles_terug")
    stil()
    assert "verdwijnt uit 2 dossiers: Al-Khatib, Nour; Tesfay, Selam." in script.asked[0]
    assert len(work.vault.dossiers()) == 2
    assert blad.banner.tekst.text() == (
        f"Alles is teruggezet zoals het was op {moment(1)}. "
        "Toch niet goed? Bovenaan in de lijst staat de kopie van vlak daarvoor."
    )
    assert texts(geopend, "inhoud_samen") == [
        "Deze kopie is gelijk aan wat u nu hebt. Terugzetten verandert niets."
    ]
    assert enabled(geopend) == []
    assert list_kopieen(work)[0].backup.soort == "herstel"


def test_a_dossier_that_went_with_putting_back_is_no_longer_open(
    geopend: Backups, stil: Callable[[], None], script: messages.Script, work: Workspace, blad: Werkblad
) -> None:
    nour = next(
        d for d in work.vault.dossiers() if inburgeraar_of(work.vault.dossier(d))["voornamen"] == "Nour"
    )
    blad.go("dossier", {"dossier": nour})
    blad.go("reservekopieen", {})
    stil()
    click(geopend, "kopie_bekijken")
    stil()
    script.answers += [0]
    click(geopend, "kopie_alles_terug")
    stil()
    assert blad.context.dossier_id == ""
    assert "Nour" not in blad.kop.naam.text()
    assert "gesprek" not in blad.screen_names()
    blad.back()
    blad.go("dossiers", {})
    assert blad.scherm.naam == "dossiers"


def test_what_went_comes_back_by_itself_or_with_all(
    geopend: Backups, stil: Callable[[], None], script: messages.Script, work: Workspace, blad: Werkblad
) -> None:
    script.answers += [0, 0, 0]
    click(geopend, "kopie_alles_terug")
    stil()
    click(geopend, "terug_naar_lijst")
    stil()
    click(geopend, "kopie_bekijken")
    stil()
    geopend.inhoud.tabel.selectRow(0)
    click(geopend, "kopie_dossier_terug")
    stil()
    assert "Al-Khatib, Nour" in script.asked[1]
    assert len(work.vault.dossiers()) == 3
    assert blad.banner.tekst.text() == "1 dossier is aangevuld."
    click(geopend, "kopie_alles_samen")
    stil()
    assert texts(geopend, "inhoud_samen") == [
        "Deze kopie is gelijk aan wat u nu hebt. Terugzetten verandert niets."
    ]


@pytest.mark.parametrize("wait", [0, 5, 20, 60, 200])
def test_locked_while_putting_back_it_is_whole_or_as_it_was(
    geopend: Backups, open_venster: Venster, script: messages.Script, again: Again, work: Workspace,
    qtbot: QtBot, wait: int,
) -> None:  # fmt: skip
    assert geopend.inhoud.kopie is not None
    path, before = geopend.inhoud.kopie.backup.path, work.vault.all_ids()
    script.answers.append(0)
    geopend.inhoud.replace_all()
    qtbot.wait(wait)
    open_venster.lock()
    QThreadPool.globalInstance().waitForDone(patience.MS)
    reopened = again()
    after = reopened.vault.all_ids()
    differs = [d for d in reservekopie.compare(reopened, path) if d.verschil.terug or d.verschil.weg]
    assert after == before or not differs
    kept = reopened.vault.projections()
    reopened.vault.rebuild()
    made = reopened.vault.projections()
    assert (kept["p_leaf"], kept["p_blob"]) == (made["p_leaf"], made["p_blob"])


def test_going_elsewhere_stops_it_and_says_so(
    geopend: Backups, blad: Werkblad, script: messages.Script, stil: Callable[[], None], work: Workspace
) -> None:
    before = work.vault.all_ids()
    script.answers.append(0)
    geopend.inhoud.replace_all()
    blad.go("dossiers", {})
    assert geopend.inhoud._looking is None, "what was left is compared once more"
    QThreadPool.globalInstance().waitForDone(patience.MS)
    stil()
    assert work.vault.all_ids() == before or len(work.vault.dossiers()) == 2


def test_the_settings_lead_there(blad: Werkblad, stil: Callable[[], None]) -> None:
    blad.go("instellingen", {})
    visible(blad.scherm, "kaart_reservekopieen")
    click(blad.scherm, "instellingen_reservekopieen")
    stil()
    assert isinstance(blad.scherm, Backups)
