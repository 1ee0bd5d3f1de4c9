"""Two dossiers that may be of one person: found, compared, decided about and taken back, in the window."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.dubbel.koppeling import Koppeling, koppelingen_of
from intake_assistant.operations.acts.ander.koppeling import record_koppeling
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.views.overzicht import refresh_overviews
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.dossier.screen import DossierScherm
from intake_assistant.ui.dossiers.nieuw_dossier import NieuwDossier
from intake_assistant.ui.dubbel.screen import DubbelScherm
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, texts, visible
from tests.ui.helpers import nameless

BORN = {"geboortedatum": "1991-03-05", "nationaliteit": "SYR"}
AHMAD = {"voornamen": "Ahmad", "achternaam": "Al-Hassan", "bsn": "999990019", "geslacht": "man", **BORN}
AHMED = {"voornamen": "Ahmed", "achternaam": "Hasan", "v_nummer": "1234567890", "geslacht": "man", **BORN}
SELAM = {"voornamen": "Selam", "achternaam": "Tesfay", "geboortedatum": "1993-05-01", "nationaliteit": "ERI"}
SALAM = {"voornamen": "Tesfai", "achternaam": "Selam", "geboortejaar": "1993", "nationaliteit": "ETH"}


@pytest.fixture
def two(work: Workspace) -> tuple[str, str]:
    """Two dossiers of one person, spelled otherwise; the list was looked at."""
    made = create_dossier(work, AHMAD).made, create_dossier(work, AHMED).made
    refresh_overviews(work)
    return made


@pytest.fixture
def scherm(context: Context, show_screen: ShowScreen, two: tuple[str, str], qtbot: QtBot) -> DubbelScherm:
    made = show_screen(DubbelScherm, "", (1182, 650))
    qtbot.waitUntil(lambda: made.kaart is not None)
    return made


def said(work: Workspace, two: tuple[str, str]) -> list[dict[str, Koppeling]]:
    return [koppelingen_of(work.vault.dossier(id)) for id in two]


def rows(scherm: DubbelScherm) -> list[tuple[str, ...]]:
    return scherm.rijen.rijen


def words(widget: QWidget) -> str:
    return " | ".join(made.text() for made in widget.findChildren(QLabel))


def test_both_stand_side_by_side_with_what_differs_in_words(scherm: DubbelScherm) -> None:
    assert rows(scherm) == [("Al-Hassan, Ahmad en Hasan, Ahmed", "lijkt erop")] or rows(scherm) == [
        ("Hasan, Ahmed en Al-Hassan, Ahmad", "lijkt erop")
    ]
    told = words(scherm)
    for part in ("Ahmad", "Hasan", "5 maart 1991", "Syrië", "1234567890"):
        assert part in told
    assert "999990019" not in told
    verdicts = [made.text() for made in scherm.findChildren(QLabel) if made.property("rol") == "klein"]
    assert verdicts == ["lijkt erop", "lijkt erop", "gelijk", "gelijk", "gelijk", "één kant bekend"] + [
        "één kant bekend"
    ]
    assert nameless(scherm) == []


@pytest.mark.parametrize(
    ("button", "stand", "woord"),
    [
        ("dubbel_zelfde", Koppeling.ZELFDE, "dezelfde persoon"),
        ("dubbel_niet", Koppeling.GEEN_DUBBEL, "niet dezelfde"),
    ],
)
def test_what_is_decided_stands_in_both_and_can_be_taken_back(
    scherm: DubbelScherm,
    work: Workspace,
    two: tuple[str, str],
    qtbot: QtBot,
    button: str,
    stand: Koppeling,
    woord: str,
) -> None:
    told: list[str] = []
    scherm.context.told.connect(told.append)
    click(scherm, button)
    qtbot.waitUntil(lambda: rows(scherm)[0][1] == woord)
    assert said(work, two) == [{two[1]: stand}, {two[0]: stand}]
    assert told[0].startswith("Vastgelegd:")
    assert texts(scherm, "dubbel_besloten")[0].startswith("Anneke van den Berg legde vast:")
    click(scherm, "dubbel_los")
    qtbot.waitUntil(lambda: rows(scherm)[0][1] == "lijkt erop")
    assert said(work, two) == [{two[1]: Koppeling.LOS}, {two[0]: Koppeling.LOS}]


def test_later_leads_to_the_next_and_records_nothing(
    context: Context, show_screen: ShowScreen, two: tuple[str, str], work: Workspace, qtbot: QtBot
) -> None:
    other = {create_dossier(work, SELAM).made, create_dossier(work, SALAM).made}
    scherm = show_screen(DubbelScherm, "", (1182, 650))
    qtbot.waitUntil(lambda: scherm.kaart is not None)
    seen = []
    for _ in range(3):
        assert scherm.kaart is not None
        seen.append({scherm.kaart.dubbel.dossier, scherm.kaart.dubbel.ander})
        click(scherm, "dubbel_later")
    assert seen == [{*two}, other, {*two}]
    assert said(work, two) == [{}, {}]


def test_nobody_who_is_like_another_is_said_in_words(
    context: Context, show_screen: ShowScreen, selam: str, qtbot: QtBot
) -> None:
    scherm = show_screen(DubbelScherm, "", (1182, 650))
    qtbot.waitUntil(lambda: not scherm.vraag.is_asking)
    assert texts(scherm, "dubbel_stand") == ["Er zijn nu geen dossiers die op elkaar lijken."]
    assert not scherm.lijst.isVisible()
    assert scherm.kaart is None


# -- in the dossier ------------------------------------------------------------------------------------------


def test_a_dossier_shows_its_likely_double_and_leads_to_the_comparison(
    context: Context, show_screen: ShowScreen, two: tuple[str, str], qtbot: QtBot
) -> None:
    scherm = show_screen(DossierScherm, two[0])
    qtbot.waitUntil(lambda: scherm.andere.isVisible())
    assert "Misschien heeft deze persoon nog een dossier: Hasan, Ahmed." in words(scherm.andere)
    went: list[tuple[str, dict[str, str]]] = []
    context.navigate.connect(lambda naam, arguments: went.append((naam, arguments)))
    click(scherm, "vergelijk_0")
    assert went == [("dubbel", {"een": two[0], "ander": two[1]})]


def test_who_was_linked_is_shown_in_each_dossier_and_who_was_not_is_shown_in_none(
    context: Context, show_screen: ShowScreen, work: Workspace, two: tuple[str, str], qtbot: QtBot
) -> None:
    record_koppeling(work, *two, said=Koppeling.ZELFDE)
    for dossier, ander in zip(two, ("Hasan, Ahmed", "Al-Hassan, Ahmad"), strict=True):
        scherm = show_screen(DossierScherm, dossier)
        qtbot.waitUntil(scherm.andere.isVisible)
        assert f"Deze persoon heeft nog een dossier: {ander}." in words(scherm.andere)
        assert scherm.findChild(QPushButton, "open_ander_0") is not None
    record_koppeling(work, *two, said=Koppeling.GEEN_DUBBEL)
    scherm = show_screen(DossierScherm, two[0])
    qtbot.waitUntil(lambda: not scherm.andere.vraag.is_asking)
    assert not scherm.andere.isVisible()


def test_who_looks_along_sees_no_name_of_another(
    context: Context, show_screen: ShowScreen, two: tuple[str, str], qtbot: QtBot
) -> None:
    scherm = show_screen(DossierScherm, two[0])
    qtbot.waitUntil(lambda: scherm.andere.isVisible())
    context.samen = two[0]
    scherm.show_with({})
    assert not scherm.andere.isVisible()
    qtbot.waitUntil(lambda: "Hasan, Ahmed" not in words(scherm))
    assert not scherm.andere.vraag.is_asking


def test_a_dossier_that_was_begun_just_now_shows_who_it_is_like(
    context: Context, show_screen: ShowScreen, work: Workspace, two: tuple[str, str], qtbot: QtBot
) -> None:
    third = create_dossier(work, {**AHMED, "v_nummer": "1234567891"}).made
    scherm = show_screen(DossierScherm, third)
    qtbot.waitUntil(lambda: scherm.andere.isVisible())
    assert words(scherm.andere).count("Misschien heeft deze persoon nog een dossier") == 2


# -- a new dossier -------------------------------------------------------------------------------------------


def type_in(page: QWidget, naam: str, typed: str) -> None:
    veld = page.findChild(QLineEdit, f"nieuw_{naam}")
    assert veld is not None
    veld.setText(typed)


def test_who_is_typed_and_may_be_known_is_named_and_keeps_nobody_from_going_on(
    context: Context, work: Workspace, two: tuple[str, str], shown: object, qtbot: QtBot
) -> None:
    page = NieuwDossier(context)
    qtbot.addWidget(page)
    page.resize(900, 760)
    page.show()
    page.begin()
    type_in(page, "voornamen", "Achmed")
    type_in(page, "achternaam", "El Hassan")
    type_in(page, "geboren", "5-3-1991")
    context.lines()
    qtbot.waitUntil(lambda: page.bekend.isVisible())
    names = {made.text() for made in page.bekend.findChildren(QPushButton)}
    assert names == {"Al-Hassan, Ahmad", "Hasan, Ahmed"}
    made: list[str] = []
    page.made.connect(made.append)
    page.make()
    assert len(made) == 1
    assert not page.bekend.isVisible()


# -- the window ----------------------------------------------------------------------------------------------


@pytest.fixture
def blad(open_venster: Venster) -> Werkblad:
    open_venster.resize(1366, 768)
    assert open_venster.werkblad is not None
    return open_venster.werkblad


def test_from_what_waits_to_the_comparison_and_back_by_keyboard(
    blad: Werkblad, two: tuple[str, str], qtbot: QtBot
) -> None:
    blad.go("te_regelen", {})
    qtbot.waitUntil(lambda: bool(texts(blad.scherm, "dubbel_aantal")) and regel(blad).isVisible())
    assert texts(blad.scherm, "dubbel_aantal") == [
        "1 keer lijken twee dossiers van dezelfde persoon te zijn."
    ]
    click(blad.scherm, "naar_dubbel")
    scherm = blad.scherm
    assert isinstance(scherm, DubbelScherm)
    qtbot.waitUntil(lambda: scherm.kaart is not None)
    QTest.keyClick(visible(scherm, "dubbel_open_1"), Qt.Key.Key_Space)
    assert blad.scherm.naam == "dossier"
    blad.back()
    assert blad.scherm is scherm
    assert scherm.kaart is not None


def test_the_overview_of_the_team_says_so_too(blad: Werkblad, two: tuple[str, str], qtbot: QtBot) -> None:
    blad.go("team", {})
    qtbot.waitUntil(lambda: regel(blad).isVisible())
    click(blad.scherm, "naar_dubbel")
    assert blad.scherm.naam == "dubbel"


def look_at_doubles(venster: Venster, qtbot: QtBot) -> weakref.ref[object]:
    """In a function of its own: a test that holds a screen would keep all that it knows."""
    assert venster.werkblad is not None
    venster.werkblad.go("dubbel", {})
    scherm = venster.werkblad.scherm
    assert isinstance(scherm, DubbelScherm)
    qtbot.waitUntil(lambda: scherm.kaart is not None)
    return weakref.ref(venster.werkblad.context.doubles)


def test_nobody_is_known_any_more_once_the_vault_is_locked(
    open_venster: Venster, two: tuple[str, str], qtbot: QtBot
) -> None:
    doubles = look_at_doubles(open_venster, qtbot)
    open_venster.lock()
    qtbot.waitUntil(lambda: gc.collect() >= 0 and doubles() is None)


def regel(blad: Werkblad) -> QWidget:
    return visible(blad.scherm, "dubbel_regel")
