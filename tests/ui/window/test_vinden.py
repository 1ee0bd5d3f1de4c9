"""Ctrl+K finds what was recorded, opens its place, and nobody waits for it; the index follows in quiet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.operations.acts.antwoord import record_antwoord, record_notitie
from intake_assistant.operations.acts.dossier import create_dossier, record_inburgeraar
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.ontwikkelplan import add_doel
from intake_assistant.operations.vault.beleid import keep_asking
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.geschiedenis.screen import GeschiedenisScherm
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.locking.gate import PoortScherm
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad

LEZEN = "taalniveau.nl_lezen"
NIETS = "Niets gevonden. Probeer een ander woord."


@pytest.fixture
def blad(open_venster: Venster, work: Workspace, selam: str) -> Werkblad:
    assert open_venster.werkblad is not None
    record_notitie(work, selam, LEZEN, "Haar buurvrouw past op")
    return open_venster.werkblad


@pytest.fixture
def typed(qtbot: QtBot, blad: Werkblad) -> Typed:
    return Typed(qtbot, blad)


class Typed:
    """Types in the box and waits for what is found."""

    def __init__(self, qtbot: QtBot, blad: Werkblad) -> None:
        self.qtbot, self._blad = qtbot, blad

    def __call__(self, woorden: str) -> list[str]:
        if not self._blad.zoeken.isVisible():
            self._blad.zoeken.open_box()
        self._blad.zoeken.veld.clear()
        if woorden.isascii():
            QTest.keyClicks(self._blad.zoeken.veld, woorden)
        else:
            self._blad.zoeken.veld.insert(woorden)
        return self.wait()

    def wait(self) -> list[str]:
        self.qtbot.waitUntil(lambda: not self._blad.zoeken.zoeker.is_searching)
        lijst = self._blad.zoeken.lijst
        return [lijst.item(row).text() for row in range(lijst.count())]

    def choose(self, woord: str) -> None:
        lijst = self._blad.zoeken.lijst
        (item,) = lijst.findItems(woord, Qt.MatchFlag.MatchContains)
        lijst.setCurrentItem(item)
        QTest.keyClick(self._blad.zoeken.veld, Qt.Key.Key_Return)


def test_a_note_is_found_with_whose_it_is_and_shown_in_the_history(
    typed: Typed, blad: Werkblad, selam: str
) -> None:
    (regel,) = typed("buurvrouw")
    vraag = blad.context.work.data.formulieren.vragen[LEZEN].label
    assert regel.startswith("Tesfay, Selam   ·   ")
    assert vraag.rstrip("?:. ") in regel
    assert regel.endswith("\nHaar buurvrouw past op")
    typed.choose("buurvrouw")
    assert blad.context.dossier_id == selam
    assert isinstance(blad.scherm, GeschiedenisScherm)
    chosen = blad.scherm.chosen()
    assert chosen is not None
    assert chosen.waarde == "Haar buurvrouw past op"
    assert QApplication.focusWidget() is blad.scherm.lijst


def test_the_history_shows_it_also_when_it_was_sifted_out(typed: Typed, blad: Werkblad, selam: str) -> None:
    blad.go("geschiedenis", {"dossier": selam, "zoek": "achternaam"})
    assert isinstance(blad.scherm, GeschiedenisScherm)
    typed("buurvrouw")
    typed.choose("buurvrouw")
    chosen = blad.scherm.chosen()
    assert chosen is not None
    assert chosen.waarde == "Haar buurvrouw past op"


def test_a_number_leads_to_its_field(typed: Typed, blad: Werkblad, work: Workspace, selam: str) -> None:
    record_inburgeraar(work, selam, {"bsn": "999990019"})
    assert len(typed("999990019")) == 1
    typed.choose("019")
    assert (blad.scherm.naam, blad.context.dossier_id) == ("dossier", selam)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus.objectName() == "veld_bsn"


def test_a_goal_leads_to_the_plan(typed: Typed, blad: Werkblad, work: Workspace, selam: str) -> None:
    doel = add_doel(work, selam, "Lassen op de werf", "lang").made
    typed("lassen werf")
    typed.choose("werf")
    assert blad.scherm.naam == "ontwikkelplan"
    assert blad.scherm.where() == {"doel": doel}


def test_a_name_is_not_told_twice(typed: Typed, blad: Werkblad) -> None:
    (regel,) = typed("tesfay")
    assert regel.startswith("Tesfay, Selam   ·   ")
    assert regel.count("Tesfay") == 1


def test_right_to_left_turns_nothing_around_it(typed: Typed, blad: Werkblad, work: Workspace) -> None:
    dossier = create_dossier(work, {"voornamen": "نور", "achternaam": "الخطيب"}).made
    record_antwoord(work, dossier, "motivatie.beroepswens", "أريد العمل (2 jaar)")
    (regel,) = typed("العمل")
    assert regel.startswith(op_scherm("الخطيب, نور") + "   ·   ")
    assert regel.endswith("\n" + op_scherm("أريد العمل (2 jaar)"))
    assert regel.count("\u2069") == 2


def test_what_was_typed_before_is_called_off(
    typed: Typed, blad: Werkblad, work: Workspace, selam: str
) -> None:
    record_notitie(work, selam, "taalniveau.nl_spreken", "Haar oom kookt")
    blad.zoeken.open_box()
    QTest.keyClicks(blad.zoeken.veld, "buurvrouw")
    blad.zoeken.zoeker._begin()
    first = blad.zoeken.zoeker._zoekt
    assert first is not None
    (regel,) = typed("kookt")
    assert first.cancelled
    assert regel.endswith("Haar oom kookt")


def test_what_is_chosen_stays_chosen_when_more_is_found(
    qtbot: QtBot, typed: Typed, blad: Werkblad, work: Workspace, selam: str
) -> None:
    blad.context.dossier_id = selam
    record_notitie(work, selam, LEZEN, "Over werk gesproken")
    blad.zoeken.open_box()
    QTest.keyClicks(blad.zoeken.veld, "werk")
    QTest.keyClick(blad.zoeken.veld, Qt.Key.Key_Down)
    before = blad.zoeken.lijst.currentItem().text()
    regels = typed.wait()
    assert blad.zoeken.lijst.currentItem().text() == before
    # In sight: below the first of the questions.
    assert regels[3].endswith("\nOver werk gesproken")
    assert len(regels) > 5


def test_what_takes_longer_is_told_and_the_box_can_go_on(qtbot: QtBot, typed: Typed, blad: Werkblad) -> None:
    blad.zoeken.open_box()
    with blad.context.work.vault.reading():
        # Another thread has the vault in hand, as while a backup is made.
        QTest.keyClicks(blad.zoeken.veld, "buurvrouw")
        qtbot.waitUntil(lambda: "Bezig" in blad.zoeken.onder.text())
        assert blad.zoeken.lijst.count() == 0
    assert len(typed.wait()) == 1
    assert "Bezig" not in blad.zoeken.onder.text()


def test_escape_calls_it_off_and_nothing_of_it_stays(qtbot: QtBot, blad: Werkblad) -> None:
    zoeken = blad.zoeken
    zoeken.open_box()
    QTest.keyClicks(zoeken.veld, "buurvrouw")
    zoeken.zoeker._begin()
    QTest.keyClick(zoeken.veld, Qt.Key.Key_Escape)
    assert not zoeken.zoeker.is_searching
    qtbot.waitUntil(lambda: not tasks._running)
    assert zoeken.lijst.count() == 0


def test_the_lock_calls_it_off(qtbot: QtBot, blad: Werkblad, open_venster: Venster) -> None:
    blad.zoeken.open_box()
    QTest.keyClicks(blad.zoeken.veld, "buurvrouw")
    blad.zoeken.zoeker._begin()
    taak = blad.zoeken.zoeker._zoekt
    assert taak is not None
    open_venster.lock()
    assert taak.cancelled
    assert open_venster.werkblad is None
    qtbot.waitUntil(lambda: not tasks._running)


@pytest.mark.parametrize(
    "woorden", ['"', "*", "a*", "\0\0", "x" * 10_000, "\N{GRINNING FACE}", "سلام", "'; --"]
)
def test_anything_may_be_typed(qtbot: QtBot, typed: Typed, blad: Werkblad, woorden: str) -> None:
    blad.zoeken.open_box()
    # As it is pasted.
    blad.zoeken.veld.setText(woorden)
    assert typed.wait() == [NIETS]
    assert not blad.banner.isVisible()


@pytest.mark.parametrize(("schaal", "maat"), [(100, (1366, 768)), (200, (1366, 768)), (200, (960, 600))])
def test_a_long_name_hides_nothing_and_nothing_lies_over_another(
    typed: Typed, blad: Werkblad, work: Workspace, open_venster: Venster, schaal: int, maat: tuple[int, int]
) -> None:
    naam = {"voornamen": "ሰላም ወልደገብርኤል", "achternaam": "van Haddad-El Mansouri tot Nieuwerhaven عبد الرحمن"}
    dossier = create_dossier(work, naam).made
    record_notitie(work, dossier, LEZEN, "Haar buurman past op")
    thema.apply("licht", schaal)
    made = open_venster.werkblad
    assert made is not None
    open_venster.resize(*maat)
    typed = Typed(typed.qtbot, made)
    (regel,) = typed("buurman")
    assert regel.startswith("\N{FIRST STRONG ISOLATE}van Haddad") or regel.startswith("van Haddad")
    assert "Notitie bij: Ne" in regel.splitlines()[0]
    zoeken = made.zoeken
    item = zoeken.lijst.item(0)
    high = QFontMetrics(zoeken.lijst.font()).boundingRect(QRect(0, 0, 9999, 9999), 0, regel).height()
    assert item.sizeHint().height() > high
    assert zoeken.lijst.geometry().bottom() < zoeken.onder.geometry().top()
    assert zoeken.panel.geometry().bottom() < zoeken.height()


# -- while somebody looks along ------------------------------------------------------------------------------


def test_in_a_conversation_only_this_dossier_is_found_on_our_half_and_leads_to_the_question(
    typed: Typed, blad: Werkblad, work: Workspace, selam: str
) -> None:
    other = create_dossier(work, {"voornamen": "Nour", "achternaam": "Al-Khatib"}).made
    record_notitie(work, other, LEZEN, "Zijn buurvrouw kent de weg")
    start_gesprek(work, selam, {"vorm": "azc", "taal": "ti", "onderwerpen": ["opleiding"]})
    blad.go("gesprek", {"dossier": selam})
    assert isinstance(blad.scherm, GesprekScherm)
    (regel,) = typed("buurvrouw")
    assert "Tesfay" not in regel
    assert regel.endswith("Haar buurvrouw past op")
    tijdens = blad.scherm.tijdens
    assert tijdens is not None
    assert blad.zoeken.geometry().right() < tijdens.gedeeld.mapTo(blad, QPoint(0, 0)).x()
    typed.choose("buurvrouw")
    assert not blad.samen.verlaten.isVisible()
    assert tijdens.pagina.actief == LEZEN
    assert tijdens.pagina.paneel.notitie.vak.toPlainText() == "Haar buurvrouw past op"
    assert tijdens.pagina.paneel.notitie.vak.hasFocus()


def test_behind_the_gate_nothing_is_found(typed: Typed, blad: Werkblad, work: Workspace, selam: str) -> None:
    vraag = next(v.naam for v in work.data.formulieren.vragen.values() if v.is_veld and v.bijzonder)
    record_notitie(work, selam, vraag, "reuma in de handen")
    keep_asking(work, on=True)
    blad.go("geschiedenis", {"dossier": selam})
    assert isinstance(blad.scherm, PoortScherm)
    assert typed("reuma") == [NIETS]
    blad.context.open_gevoelig()
    assert len(typed("reuma")) == 1


# -- in a quiet moment ---------------------------------------------------------------------------------------


def test_the_index_follows_in_a_quiet_moment_and_not_while_somebody_is_busy(
    qtbot: QtBot, blad: Werkblad, work: Workspace
) -> None:
    zoeker, vault = blad.zoeken.zoeker, work.vault
    blad.context.quiet_seconds = lambda: 1.0
    assert zoeker.look() is None
    blad.context.quiet_seconds = lambda: 5.0
    before = vault.changes()
    assert vault.stale_words()
    assert zoeker.look() is not None
    qtbot.waitUntil(lambda: not tasks.is_busy())
    qtbot.waitUntil(lambda: not vault.stale_words() and not tasks.is_busy())
    assert vault.changes() == before
    # Nothing is left, and that is known without looking.
    assert zoeker.look() is None


def test_a_long_index_is_made_in_pieces(qtbot: QtBot, blad: Werkblad, work: Workspace) -> None:
    for n in range(40):
        record_notitie(work, f"{n:032x}", LEZEN, " ".join(f"woord{i}" for i in range(2000)))
    blad.context.quiet_seconds = lambda: 5.0
    assert blad.zoeken.zoeker.look() is not None
    qtbot.waitUntil(lambda: not work.vault.stale_words())


def test_typing_restarts_the_quiet(qtbot: QtBot, blad: Werkblad, open_venster: Venster) -> None:
    qtbot.waitUntil(lambda: blad.context.quiet_seconds() >= 0.9)
    before = blad.context.quiet_seconds()
    QTest.keyClick(open_venster.windowHandle(), Qt.Key.Key_Shift)
    assert blad.context.quiet_seconds() < before - 0.3


def test_the_lock_does_not_wait_for_the_index(qtbot: QtBot, blad: Werkblad, open_venster: Venster) -> None:
    blad.context.quiet_seconds = lambda: 5.0
    taak = blad.zoeken.zoeker.look()
    assert taak is not None
    open_venster.lock()
    assert taak.cancelled
    assert open_venster.werkblad is None
    qtbot.waitUntil(lambda: not tasks._running)
