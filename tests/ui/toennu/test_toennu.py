"""Then and now in the window: two days chosen, a table for us, pages in the own language beside it."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # the wheel carries no types
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.texts import text
from intake_assistant.ui.gedeeld.gedeeld import Gedeeldestand
from intake_assistant.ui.gedeeld.toennu import Trapje
from intake_assistant.ui.qt import messages
from intake_assistant.ui.toennu.screen import ToennuScherm
from intake_assistant.ui.window.context import Context
from tests.ui.gedeeld_hulp import heard
from tests.ui.gevuld import VANDAAG, filled_vault, new_context
from tests.ui.helpers import nameless

Shown = Callable[[QWidget], None]
LEZEN = "Nederlands lezen"


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with filled_vault(tmp_path) as (work, dossier):
        then = work.at(VANDAAG)
        record_antwoord(then, dossier, "sociaal_netwerk.contacten_nl", 4)
        record_antwoord(then, dossier, "mentale_gezondheid.slapen", 2)
        record_antwoord(then, dossier, "motivatie.beroepswens", "verpleegkundige in een ziekenhuis")
        yield new_context(work, tmp_path, dossier)


@pytest.fixture
def scherm(context: Context, shown: Shown) -> ToennuScherm:
    made = ToennuScherm(context)
    made.resize(1182, 650)
    made.show_with({})
    shown(made)
    return made


def found[W: QWidget](scherm: QWidget, kind: type[W], naam: str) -> W:
    one = scherm.findChild(kind, naam)
    assert one is not None
    return one


def choose(scherm: ToennuScherm, naam: str, row: int) -> None:
    lijst = found(scherm, QComboBox, f"toennu_{naam}")
    lijst.setCurrentIndex(row)
    lijst.activated.emit(row)


def lines(scherm: ToennuScherm) -> dict[str, tuple[str, str]]:
    return {rij[1]: (rij[2], rij[3]) for rij in scherm.rijen.rijen}


def select(scherm: ToennuScherm, vraag: str) -> None:
    scherm.tabel.selectRow(next(n for n, rij in enumerate(scherm.rijen.rijen) if rij[1] == vraag))


def test_the_first_conversation_and_today_and_what_differs(scherm: ToennuScherm) -> None:
    lijst = found(scherm, QComboBox, "toennu_toen")
    assert [lijst.itemText(n) for n in range(lijst.count())] == [
        "Gesprek 1, 5 maart 2026", "Gesprek 2, 16 april 2026", "Vandaag, 20 april 2026", "Een andere dag",
    ]  # fmt: skip
    assert lijst.currentIndex() == 0
    assert found(scherm, QComboBox, "toennu_nu").currentText() == "Vandaag, 20 april 2026"
    assert lines(scherm)[LEZEN] == ("A1", "A2")
    assert lines(scherm)["Contact met mensen die Nederlands spreken"] == ("nog niet gevraagd", "4 van 5")
    assert "Eerste doel" not in lines(scherm)
    found(scherm, QCheckBox, "toennu_alleen_anders").setChecked(False)
    assert lines(scherm)["Eerste doel"] == ("werk", "werk")
    assert nameless(scherm) == []


def test_the_row_that_is_chosen_is_seen_on_the_other_side_in_the_own_language(
    scherm: ToennuScherm, context: Context
) -> None:
    select(scherm, LEZEN)
    assert context.gedeeld.taal.code == "ar"
    zicht = context.gedeeld.zicht
    assert zicht.blad.toennu is not None
    assert zicht.blad.toennu.titel == "اللغة"
    assert scherm.vlak.layoutDirection() is Qt.LayoutDirection.LeftToRight
    gehoord = heard(scherm.vlak)
    assert "سابقًا: A1" in gehoord
    assert "الآن: A2" in gehoord
    assert LEZEN not in gehoord
    select(scherm, "Is er werk dat u graag wilt doen?")
    gehoord = heard(scherm.vlak)
    assert "verpleegkundige in een ziekenhuis" in gehoord
    assert text("gesprek.gedeeld.voor_tolk") in gehoord


def test_nothing_close_is_anywhere(scherm: ToennuScherm, context: Context) -> None:
    found(scherm, QCheckBox, "toennu_alleen_anders").setChecked(False)
    formulieren = context.work.data.formulieren
    labels = {v.label for v in formulieren.vragen.values() if v.is_vertrouwelijk}
    assert labels & lines(scherm).keys() == set()
    assert len(lines(scherm)) > 4


def test_another_day_is_typed_and_one_that_is_none_is_told(scherm: ToennuScherm) -> None:
    choose(scherm, "toen", 3)
    regel = found(scherm, QLineEdit, "toennu_toen_anders")
    assert regel.isVisible()
    QTest.keyClicks(regel, "10 maart 2026")
    QTest.keyClick(regel, Qt.Key.Key_Return)
    assert lines(scherm)[LEZEN] == ("A1", "A2")
    regel.selectAll()
    QTest.keyClicks(regel, "ooit")
    QTest.keyClick(regel, Qt.Key.Key_Return)
    assert lines(scherm) == {}
    assert scherm.melding.text() == text("toennu.geen_datum")
    regel.selectAll()
    QTest.keyClicks(regel, "1-1-2020")
    QTest.keyClick(regel, Qt.Key.Key_Return)
    assert lines(scherm)[LEZEN] == ("nog niet gevraagd", "A2")


def test_before_anything_was_asked_there_is_nothing(scherm: ToennuScherm, context: Context) -> None:
    scherm.show_with({"toen": "2020-01-01", "nu": "2020-02-01"})
    assert scherm.melding.text() == text("toennu.leeg")
    assert context.gedeeld.zicht.blad.toennu is None


def test_where_one_was_is_found_again(scherm: ToennuScherm) -> None:
    scherm.show_with({"toen": "2026-03-10", "nu": "2026-04-16"})
    select(scherm, LEZEN)
    place = scherm.where()
    assert place == {"toen": "2026-03-10", "nu": "2026-04-16", "rij": str(scherm.tabel.row)}
    scherm.show_with({})
    scherm.show_with(place)
    assert scherm.where() == place


def test_what_is_covered_stays_covered_and_the_other_side_rests_when_one_leaves(
    scherm: ToennuScherm, context: Context
) -> None:
    def is_shown() -> bool:
        return context.gedeeld.zicht.blad.toennu is not None

    context.gedeeld.set_wijze(Gedeeldestand.BEDEKT)
    select(scherm, LEZEN)
    assert not is_shown()
    context.gedeeld.set_wijze(Gedeeldestand.VOLGT)
    assert is_shown()
    scherm.leave()
    assert not is_shown()


def test_the_whole_window_is_turned_to_the_other_and_back(scherm: ToennuScherm) -> None:
    scherm.tabel.setFocus()
    QTest.keyClick(scherm.tabel, Qt.Key.Key_Return)
    assert scherm.groot.isVisible()
    assert "سابقًا" in heard(scherm.groot.vlak)
    scherm.resize(scherm.width() + 120, scherm.height() - 40)
    assert scherm.groot.size() == scherm.size(), "it covers all of the window, also when that grows"
    QTest.keyClick(scherm.groot, Qt.Key.Key_Escape)
    assert not scherm.groot.isVisible()


@pytest.mark.parametrize("hoog", [650, 520, 460])
def test_all_is_in_sight_however_low_the_window_is(scherm: ToennuScherm, context: Context, hoog: int) -> None:
    for vraag in ("nl_luisteren", "nl_spreken"):
        record_antwoord(context.work, context.dossier_id, f"taalniveau.{vraag}", "b1")
    scherm.show_with({})
    select(scherm, LEZEN)
    scherm.toggle_groot()
    scherm.resize(scherm.width(), hoog)
    for vlak in (scherm.groot.vlak, scherm.vlak):
        vlak.grab()
        rol = vlak._vlak
        trappen = [trap for trap in vlak.findChildren(Trapje) if rol.isAncestorOf(trap)]
        assert len(trappen) >= 4
        for trap in trappen:
            begin = trap.mapTo(rol, trap.rect().topLeft())
            end = trap.mapTo(rol, trap.rect().bottomRight())
            assert rol.rect().contains(begin), f"{begin} outside {rol.rect()}"
            assert rol.rect().contains(end), f"{end} outside {rol.rect()}"


def test_what_is_recorded_meanwhile_comes_along(scherm: ToennuScherm, context: Context) -> None:
    work, dossier = context.work, context.dossier_id
    context.act(lambda: record_antwoord(work, dossier, "taalniveau.nl_luisteren", "b1"))
    assert "Nederlands luisteren" not in lines(scherm)
    scherm.follow()
    assert lines(scherm)["Nederlands luisteren"] == ("nog niet gevraagd", "B1")


def test_the_two_days_are_kept_on_paper(
    scherm: ToennuScherm, context: Context, script: messages.Script, tmp_path: Path
) -> None:
    place = tmp_path / "toen.pdf"
    script.answers.append(place)
    choose(scherm, "nu", 1)
    QTest.mouseClick(found(scherm, QPushButton, "toennu_bewaar"), Qt.MouseButton.LeftButton)
    with pypdfium2.PdfDocument(place.read_bytes()) as pdf:
        said = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    assert "5 maart 2026" in said
    assert "16 april 2026" in said
    assert LEZEN in said
    log = context.work.vault.log("export", context.dossier_id)
    assert log[-1].wat == "toen_en_nu pdf"
    assert log[-1].op[:10] == datetime.date.isoformat(VANDAAG)
