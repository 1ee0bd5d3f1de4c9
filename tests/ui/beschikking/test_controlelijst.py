"""The checklist: all that is in the way at once, each with its article and the way to mend it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.recht.controle import Element
from intake_assistant.domain.recht.oordeel.duoregels import DuoBreuk
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel, Soort
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.operations.views.besluit.controle import Controle
from intake_assistant.ui.beschikking.controlelijst import Controlelijst
from tests.ui.gespeeld import click, texts, visible

KORT = Oordeel("Awb 3:46", "beschikking.motivering", Reden.MOTIVERING_KORT, soort=Soort.LET_OP)
VOL = Controle(
    elementen=(Element("Wet 15(1)(c)", "pvt", "beschikking.pvt_uren", aanwezig=False),),
    niet_gewogen=("Z",),
    duo=(DuoBreuk(2, "beschikking.dagtekening", "Wet 11(3)"),),
    oordelen=(Oordeel("Wet 3(1)", "inburgeraar.geboortedatum", Reden.AOW), KORT),
)


@pytest.fixture
def lijst(shown: Callable[[QWidget], None]) -> Controlelijst:
    made = Controlelijst()
    made.resize(240, 700)
    shown(made)
    return made


@pytest.mark.parametrize(
    ("vraag", "regel"),
    [
        ("beschikking.pvt_uren", "Wet 15(1)(c)"),
        ("weging", "Awb 3:46"),
        ("beschikking.dagtekening", "DUO 2, Wet 11(3)"),
        ("inburgeraar.geboortedatum", "Wet 3(1)"),
        ("beschikking.motivering", "Awb 3:46"),
    ],
)
def test_each_point_names_its_article_and_leads_to_where_it_is_mended(
    lijst: Controlelijst, qtbot: QtBot, vraag: str, regel: str
) -> None:
    lijst.show_controle(VOL)
    link = visible(lijst, f"ontbreekt_{vraag}")
    punt = link.parentWidget()
    teken = punt.findChild(QPushButton, "artikel") if punt is not None else None
    assert teken is not None
    assert regel in teken.toolTip()
    with qtbot.waitSignal(lijst.gevraagd) as asked:
        click(lijst, f"ontbreekt_{vraag}")
    assert asked.args == [vraag]
    assert not lijst.knop.isEnabled()


def test_an_article_stands_behind_a_sign(lijst: Controlelijst) -> None:
    lijst.show_controle(VOL)
    assert texts(lijst, "artikel_regel") == []
    click(lijst, "artikel")
    assert len(texts(lijst, "artikel_regel")) == 1


def test_a_let_op_stands_in_the_way_of_nothing(lijst: Controlelijst) -> None:
    lijst.show_controle(Controle(elementen=(), niet_gewogen=(), duo=(), oordelen=(KORT,)))
    assert "Hiermee kunt u vaststellen. U zegt dan waarom." in texts(lijst)
    assert lijst.knop.isEnabled()


def test_what_is_there_is_folded(lijst: Controlelijst) -> None:
    er_al = Element("Wet 15(1)(c)", "pvt", "beschikking.pvt_uren", aanwezig=True)
    lijst.show_controle(Controle(elementen=(er_al,), niet_gewogen=(), duo=(), oordelen=()))
    zin = "Intensiteit PVT"
    assert zin not in texts(lijst)
    click(lijst, "controle_aanwezig")
    assert zin in texts(lijst)
    click(lijst, "controle_aanwezig")
    assert zin not in texts(lijst)


def test_the_keyboard_stays_in_the_list_when_it_is_made_anew(lijst: Controlelijst, qtbot: QtBot) -> None:
    lijst.show_controle(VOL)
    link = visible(lijst, "ontbreekt_weging")
    link.setFocus()
    minder = replace(VOL, duo=())
    lijst.show_controle(minder)
    qtbot.waitUntil(lambda: visible(lijst, "ontbreekt_weging").hasFocus())
    lijst.show_controle(replace(minder, niet_gewogen=()))
    qtbot.waitUntil(lambda: visible(lijst, "ontbreekt_beschikking.pvt_uren").hasFocus())
