"""Boards on the shared side: what is touched there is the answer, the same as in the form."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from intake_assistant.operations.words.praatplaat import blad
from intake_assistant.texts import Vertaling
from intake_assistant.ui.gedeeld.gedeeld import Gedeeldestand
from intake_assistant.ui.gesprek.screen import GesprekScherm
from tests.storage.hulp import copied
from tests.ui.bordhulp import add_row, bord, choose, filled, touch, type_in, walk
from tests.ui.gedeeld_hulp import seen_by_the_person
from tests.ui.gesprekshulp import Zaal, find, go, opened_zaal, press, tijdens, type_text

TALEN = "taalniveau.talen"


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    with opened_zaal(tmp_path) as made:
        yield made


@pytest.fixture
def ander(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    (tmp_path / "ander").mkdir()
    with opened_zaal(tmp_path / "ander") as made:
        yield made


def with_board(zaal: Zaal, vraag: str = "taalniveau.talen.taal", **velden: object) -> GesprekScherm:
    zaal.gesprek(**velden)
    scherm = zaal.scherm()
    go(scherm, vraag)
    tijdens(scherm).ander.praatplaat.toggle()
    seen_by_the_person()
    return scherm


def talen(zaal: Zaal) -> list[dict[str, object]]:
    dossier = zaal.work.vault.dossier(zaal.dossier)
    velden = ("taal", "verstaan", "spreken", "lezen", "schrijven")
    return [
        {veld: zaal.waarde(f"{TALEN}[{rij}].{veld}@inburgeraar") for veld in velden}
        for rij in dossier.row_ids(TALEN)
    ]


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_languages_by_touch_are_the_same_as_in_the_form(zaal: Zaal, ander: Zaal) -> None:
    def in_form(scherm: GesprekScherm) -> None:
        for taal, spreken, lezen in (("Engels", "3", "0"), ("Turks", "5", "2")):
            add_row(scherm, TALEN)
            type_text(taal)
            press(scherm, Qt.Key.Key_Return)
            choose(scherm, "spreken", spreken)
            choose(scherm, "lezen", lezen)

    def by_touch(scherm: GesprekScherm) -> None:
        for taal, spreken, lezen in (("en", "3", "0"), ("tr", "5", "2")):
            if taal != "en":
                touch(scherm, wat="open", rij="+")
            touch(scherm, rij=f"+{taal}")
            touch(scherm, veld="spreken", waarde=spreken)
            touch(scherm, veld="lezen", waarde=lezen)

    told = filled(zaal, "taalniveau.talen", in_form, met_bord=False)
    assert filled(ander, "taalniveau.talen", by_touch, met_bord=True) == told
    assert talen(ander) == talen(zaal)
    assert [rij["taal"] for rij in talen(zaal)] == ["en", "tr"]


def test_a_week_by_touch_is_the_same_as_in_the_form(zaal: Zaal, ander: Zaal) -> None:
    week = (
        ("maandag", "ochtend", "zorg"),
        ("maandag", "middag", "les"),
        ("maandag", "ochtend", "les"),
        ("vrijdag", "avond", "werk"),
    )

    def in_form(scherm: GesprekScherm) -> None:
        for dag in ("maandag", "vrijdag"):
            add_row(scherm, "randvoorwaarden.week")
            choose(scherm, "dag", dag)
            for moment, wat in [(m, w) for d, m, w in week if d == dag]:
                choose(scherm, moment, wat)

    def by_touch(scherm: GesprekScherm) -> None:
        for dag, moment, wat in week:
            touch(scherm, wat="kwast", waarde=wat)
            cell(scherm, dag, moment)

    def cell(scherm: GesprekScherm, dag: str, moment: str) -> None:
        rijen = tijdens(scherm).voering.rijen("randvoorwaarden.week")
        dagen = {ander.waarde(f"randvoorwaarden.week[{rij}].dag@inburgeraar"): rij for rij in rijen}
        touch(scherm, rij=dagen.get(dag, f"+{dag}"), veld=moment)

    told = filled(zaal, "randvoorwaarden.week", in_form, met_bord=False)
    assert filled(ander, "randvoorwaarden.week", by_touch, met_bord=True) == told
    rij = ander.work.vault.dossier(ander.dossier).row_ids("randvoorwaarden.week")[0]
    assert ander.waarde(f"randvoorwaarden.week[{rij}].ochtend@inburgeraar") == ["les", "zorg"]


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_a_home_by_touch_is_the_same_as_in_the_form(zaal: Zaal, ander: Zaal) -> None:
    def in_form(scherm: GesprekScherm) -> None:
        aan = tijdens(scherm)
        choose(scherm, "heeft_partner", "ja")
        choose(scherm, "partner_in_nl", "nee")
        aan.begin(aan.voering.plek, "gezinssituatie.kinderen")
        add_row(scherm, "gezinssituatie.kinderen")
        type_in(scherm, "geboortejaar", "2021")
        type_in(scherm, "woont_in", "Nederland")
        choose(scherm, "naar", "opvang")

    def by_touch(scherm: GesprekScherm) -> None:
        touch(scherm, veld="heeft_partner", waarde="ja")
        touch(scherm, veld="partner_in_nl", waarde="nee")
        touch(scherm, wat="open", rij="+")
        for _ in range(2):
            touch(scherm, veld="geboortejaar", waarde="+1")
        touch(scherm, veld="woont_in", waarde="NLD")
        touch(scherm, veld="naar", waarde="opvang")

    told = filled(zaal, "gezinssituatie.heeft_partner", in_form, met_bord=False)
    assert filled(ander, "gezinssituatie.heeft_partner", by_touch, met_bord=True) == told


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_school_and_work_by_touch_are_the_same_as_in_the_form(zaal: Zaal, ander: Zaal) -> None:
    def in_form(scherm: GesprekScherm) -> None:
        aan = tijdens(scherm)
        add_row(scherm, "opleiding.scholen")
        choose(scherm, "soort", "basis")
        type_in(scherm, "van_leeftijd", "7")
        type_in(scherm, "jaren", "6")
        choose(scherm, "afgerond", "nee")
        aan.begin(aan.voering.plek, "werkervaring.banen")
        add_row(scherm, "werkervaring.banen")
        choose(scherm, "soort", "familie")
        type_in(scherm, "tot_jaar", "2025")
        type_in(scherm, "jaren", "2")
        type_in(scherm, "land", "Turkije")

    def by_touch(scherm: GesprekScherm) -> None:
        touch(scherm, wat="open", deel="school", rij="+")
        touch(scherm, rij="+basis")
        for veld, waarde in (
            ("van_leeftijd", "+1"),
            ("van_leeftijd", "+1"),
            ("jaren", "+1"),
            ("afgerond", "nee"),
        ):
            touch(scherm, veld=veld, waarde=waarde)
        touch(scherm, wat="open", deel="werk", rij="+")
        touch(scherm, rij="+familie")
        for veld, waarde in (
            ("tot_jaar", "+1"),
            ("tot_jaar", "-1"),
            ("jaren", "+1"),
            ("jaren", "+1"),
            ("land", "TUR"),
        ):
            touch(scherm, veld=veld, waarde=waarde)

    told = filled(zaal, "opleiding.scholen", in_form, met_bord=False)
    assert filled(ander, "opleiding.scholen", by_touch, met_bord=True) == told


def test_home_begins_covered_and_no_touch_reaches_it(zaal: Zaal) -> None:
    scherm = with_board(zaal, "gezinssituatie.kinderen", onderwerpen=["gezinssituatie"])
    aan = tijdens(scherm)
    assert aan.gedeeld.bord is None
    assert aan.ander.gedeeld.zicht.blad.alleen is not None
    aan.ander.gedeeld.toggle_bedekt()
    assert aan.gedeeld.bord is not None


def test_the_form_shows_at_once_what_is_touched(zaal: Zaal) -> None:
    scherm = with_board(zaal)
    touch(scherm, rij="+en")
    touch(scherm, veld="spreken", waarde="4")
    blok = next(blok for blok in tijdens(scherm).pagina.blokken if blok.vraag.kort == "spreken")
    assert blok.veld.waarde() == 4
    choose(scherm, "spreken", "2")
    assert "2" in bord(scherm).accessibleName()


def test_touched_again_it_is_taken_back_and_undo_goes_touch_by_touch(zaal: Zaal) -> None:
    scherm = with_board(zaal)
    aan = tijdens(scherm)
    touch(scherm, rij="+en")
    touch(scherm, veld="lezen", waarde="1")
    touch(scherm, veld="lezen", waarde="3")
    touch(scherm, veld="verstaan", waarde="5")
    aan.ander.undo()
    assert (talen(zaal)[0]["verstaan"], talen(zaal)[0]["lezen"]) == (None, 3)
    aan.ander.undo()
    assert talen(zaal)[0]["lezen"] == 1
    aan.ander.redo()
    assert talen(zaal)[0]["lezen"] == 3
    aan.ander.undo()
    aan.ander.undo()
    aan.ander.undo()
    assert talen(zaal) == []
    aan.ander.redo()
    assert [rij["taal"] for rij in talen(zaal)] == ["en"]
    touch(scherm, wat="open", rij=aan.voering.rijen(TALEN)[0])
    touch(scherm, veld="lezen", waarde="2")
    touch(scherm, veld="lezen", waarde="2")
    assert talen(zaal)[0]["lezen"] is None


def test_the_keys_walk_over_it_and_touch(zaal: Zaal) -> None:
    scherm = with_board(zaal)
    touch(scherm, rij="+en")
    tijdens(scherm).gedeeld.setFocus()
    vlak = bord(scherm)
    walk(scherm, Qt.Key.Key_Up, 12)
    walk(scherm, Qt.Key.Key_Down)
    assert vlak.press(Qt.Key.Key_Left)
    walk(scherm, Qt.Key.Key_Space)
    assert [rij["verstaan"] for rij in talen(zaal)] != [None]


def test_in_a_language_from_the_right_the_board_is_mirrored(zaal: Zaal) -> None:
    scherm = with_board(zaal, taal="ar")
    touch(scherm, rij="+en")
    nul, vijf = (
        next(v for v in bord(scherm).tekening().vakken if v.code.endswith(f"verstaan|{n}")) for n in (0, 5)
    )
    assert nul.midden[0] > vijf.midden[0]
    assert min(vijf.breed, vijf.hoog, nul.breed, nul.hoog) >= 44
    assert "الإنجليزية" in bord(scherm).accessibleName()


def test_what_is_touched_too_late_or_while_it_stands_still_is_nothing(zaal: Zaal) -> None:
    scherm = with_board(zaal)
    aan = tijdens(scherm)
    touch(scherm, rij="+en")
    laat = next(v.code for v in bord(scherm).tekening().vakken if v.code.endswith("spreken|4"))
    aan.ander.gedeeld.toggle_stil()
    aan.ander.gedeeld.aangeraakt.emit(laat)
    assert talen(zaal)[0]["spreken"] == 4
    aan.go_next()
    assert aan.ander.gedeeld.zicht.blad.plaat is not None
    aan.ander.gedeeld.aangeraakt.emit(laat.replace("|4", "|2"))
    assert talen(zaal)[0]["spreken"] == 4
    aan.ander.gedeeld.set_wijze(Gedeeldestand.VOLGT)
    assert aan.gedeeld.bord is None
    aan.ander.gedeeld.aangeraakt.emit(laat.replace("|4", "|2"))
    assert talen(zaal)[0]["spreken"] == 4


def test_covered_by_hand_no_touch_reaches_it(zaal: Zaal) -> None:
    scherm = with_board(zaal)
    aan = tijdens(scherm)
    code = bord(scherm).tekening().vakken[0].code
    aan.ander.gedeeld.toggle_bedekt()
    assert aan.gedeeld.bord is None
    aan.ander.gedeeld.aangeraakt.emit(code)
    assert talen(zaal) == []


def test_nothing_is_lost_when_the_program_ends_and_the_next_talk_goes_on(zaal: Zaal) -> None:
    scherm = with_board(zaal)
    touch(scherm, rij="+en")
    touch(scherm, veld="spreken", waarde="4")
    zaal.reopen()
    scherm = with_board(zaal)
    touch(scherm, veld="lezen", waarde="2")
    assert [(rij["spreken"], rij["lezen"]) for rij in talen(zaal)] == [(4, 2)]


def test_the_button_is_there_where_a_board_is(zaal: Zaal) -> None:
    zaal.gesprek()
    scherm = zaal.scherm()
    aan = go(scherm, "taalniveau.tolk_nodig")
    assert not aan.praatplaat_knop.isVisible()
    go(scherm, "taalniveau.talen.taal")
    press(scherm, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert find(scherm, QPushButton, "praatplaat_knop").isChecked()
    assert aan.gedeeld.bord is not None
    go(scherm, "taalniveau.tolk_nodig")
    assert "praatplaat" not in aan.ander.gedeeld.zicht.blad.naam
    go(scherm, "taalniveau.talen.taal")
    assert "praatplaat" in aan.ander.gedeeld.zicht.blad.naam


def test_what_was_touched_outlives_the_process(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from tests.ui.bordhulp import touch_and_die;"
        "touch_and_die(pathlib.Path(sys.argv[1]))"
    )
    copied(tmp_path)
    died = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=Path(__file__).parents[3], capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert died.returncode == 9, died.stderr
    with opened_zaal(tmp_path) as zaal:
        assert [(rij["taal"], rij["spreken"]) for rij in talen(zaal)] == [("en", 4)]


@pytest.mark.parametrize("andersom", [True, False])
def test_turned_round_a_touch_is_of_what_is_seen_there(zaal: Zaal, andersom: bool) -> None:
    scherm = with_board(zaal)
    aan = tijdens(scherm)
    touch(scherm, rij="+en")
    aan.ander.toggle_groot()
    groot = aan.ander.groot
    if groot._is_andersom is not andersom:
        groot.turn_round()
    seen_by_the_person()
    vlak = groot.vlak.bord
    assert vlak is not None
    vak = next(vak for vak in vlak.tekening().vakken if vak.code.endswith("schrijven|2"))
    at = vlak.mapTo(groot.vlak, QPoint(int(vak.midden[0]), int(vak.midden[1])))
    if andersom:
        at = QPoint(groot.vlak.width() - at.x(), groot.vlak.height() - at.y())
    QTest.mouseClick(groot, Qt.MouseButton.LeftButton, pos=at)
    assert talen(zaal)[0]["schrijven"] == 2
    for _ in range(9):
        QTest.keyClick(groot, Qt.Key.Key_Up)
    QTest.keyClick(groot, Qt.Key.Key_Space)
    assert groot._is_andersom is andersom


def test_a_finger_that_slides_off_touches_nothing(zaal: Zaal) -> None:
    scherm = with_board(zaal)
    vlak = bord(scherm)
    eerste, tweede = vlak.tekening().vakken[:2]
    QTest.mousePress(vlak, Qt.MouseButton.LeftButton, pos=QPoint(*map(int, eerste.midden)))
    QTest.mouseRelease(vlak, Qt.MouseButton.LeftButton, pos=QPoint(*map(int, tweede.midden)))
    assert talen(zaal) == []


def test_who_is_typing_in_the_form_keeps_the_keyboard_and_the_word(zaal: Zaal) -> None:
    scherm = with_board(zaal, "werkervaring.banen.beroep", onderwerpen=["werkervaring"])
    aan = tijdens(scherm)
    add_row(scherm, "werkervaring.banen")
    type_text("naaist")
    touch(scherm, wat="open", deel="school", rij="+")
    touch(scherm, rij="+basis")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert aan.pagina.blokken[0].veld.waarde() == "naaist"
    assert len(zaal.work.vault.dossier(zaal.dossier).row_ids("opleiding.scholen")) == 1


def test_the_source_of_a_touch_is_the_person_whatever_the_form_shows(zaal: Zaal) -> None:
    scherm = with_board(zaal)
    aan = tijdens(scherm)
    touch(scherm, rij="+en")
    rij = aan.voering.rijen(TALEN)[0]
    aan.voering.set_bron(f"{TALEN}[{rij}].spreken", "regievoerder")
    choose(scherm, "spreken", "1")
    assert talen(zaal)[0]["spreken"] is None
    assert bord(scherm).accessibleName().count("1") == 0
    touch(scherm, veld="spreken", waarde="5")
    assert talen(zaal)[0]["spreken"] == 5
    assert zaal.waarde(f"{TALEN}[{rij}].spreken@regievoerder") == 1


def test_in_a_language_that_lacks_a_word_no_dutch_stands_large(
    zaal: Zaal, monkeypatch: pytest.MonkeyPatch
) -> None:
    scherm = with_board(zaal, taal="ar")
    touch(scherm, rij="+en")
    monkeypatch.setattr(blad, "form_text", lambda taal, plek, dutch: Vertaling(dutch, "ontbreekt"))
    aan = tijdens(scherm)
    aan.ander.gedeeld.set_taal("ar")
    zicht = aan.ander.gedeeld.zicht
    assert zicht.blad.zinnen == ()
    assert "verstaan" in zicht.blad.voor_tolk
    assert "verstaan" not in bord(scherm).accessibleName()
