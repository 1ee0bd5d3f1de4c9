"""The ontwikkelplan: goals by term, agreements, what is overdue, what changed, a new version."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.recht.besluit import planversies_of
from intake_assistant.domain.recht.ontwikkelplan import doelen_of
from intake_assistant.domain.recht.uitvoering.werkplek import werkplekken_of
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel
from intake_assistant.operations.acts.record import record_fields
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.draad.bakje import Valvlak
from intake_assistant.ui.ontwikkelplan.screen import Ontwikkelplan
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.window.window import Venster
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, play_whole, press, texts, type_in, visible
from tests.ui.helpers import nameless

Show = Callable[[QWidget], None]


@pytest.fixture
def plan(context: Context, selam: str, show_screen: ShowScreen) -> Ontwikkelplan:
    doel = add_doel(context.work, selam, "een fiets", "kort").made
    velden = {"wat": "sparen", "wie": "inburgeraar", "uiterlijk": "2026-05-01"}
    add_afspraak(context.work, selam, doel, velden)
    return show_screen(Ontwikkelplan, selam)


def verschil(scherm: Ontwikkelplan) -> list[str]:
    return texts(scherm, "verschil")


def test_overdue_is_said_in_words_and_done_ends_it(plan: Ontwikkelplan, qtbot: QtBot) -> None:
    laat = visible(plan, "te_laat")
    assert isinstance(laat, QLabel)
    assert laat.text() == "3 dagen te laat"
    assert plan.laat.text() == "1 afspraak is te laat."

    click(plan, "klaar")
    qtbot.waitUntil(lambda: not [w for w in plan.findChildren(QLabel, "te_laat") if w.isVisibleTo(plan)])

    assert doelen_of(plan.context.dossier())[0].afspraken[0].klaar_op == "2026-05-04"
    stand = visible(plan, "stand")
    assert isinstance(stand, QLabel)
    assert stand.text() == "Selam · klaar op 4 mei 2026"


def test_a_goal_and_an_agreement_are_typed_in_place(plan: Ontwikkelplan, qtbot: QtBot) -> None:
    click(plan, "nieuw_doel_lang")
    qtbot.waitUntil(lambda: plan._open != "" and bool(plan.findChildren(QWidget, "doel_naam")))
    type_in(visible(plan, "doel_naam"), "werken als naaister")
    click(plan, "afspraak_nieuw")
    qtbot.waitUntil(lambda: bool(plan.findChildren(QWidget, "afspraak_wat")))
    type_in(visible(plan, "afspraak_wat"), "atelier bezoeken")
    wie = visible(plan, "afspraak_wie")
    assert isinstance(wie, QComboBox)
    wie.setFocus()
    press(wie, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: doelen_of(plan.context.dossier())[1].afspraken[0].wie == "regievoerder")
    uiterlijk = visible(plan, "afspraak_uiterlijk")
    assert isinstance(uiterlijk, QLineEdit)
    type_in(uiterlijk, "1 juni 2026")
    click(plan, "doel_klaar")

    doel = doelen_of(plan.context.dossier())[1]
    assert (doel.naam, doel.termijn) == ("werken als naaister", "lang")
    afspraak = doel.afspraken[0]
    assert (afspraak.wat, afspraak.wie) == ("atelier bezoeken", "regievoerder")
    assert afspraak.uiterlijk == "2026-06-01"


def test_taking_out_a_goal_keeps_it_in_the_history(plan: Ontwikkelplan, qtbot: QtBot) -> None:
    click(plan, "doel_wijzigen")
    qtbot.waitUntil(lambda: bool(plan.findChildren(QWidget, "doel_weghalen")))
    click(plan, "doel_weghalen")

    assert doelen_of(plan.context.dossier()) == []
    assert any("een fiets" in str(e.value) for e in plan.context.work.vault.entries(plan.context.dossier_id))


def test_a_goal_without_a_known_term_is_not_lost(context: Context, selam: str, shown: Show) -> None:
    record_fields(context.work, selam, "doel[0123456789abcdef]", {"naam": "ooit", "termijn": "eens"})
    context.dossier_id = selam
    plan = Ontwikkelplan(context)
    shown(plan)
    plan.show_with({})

    assert "ooit" in texts(visible(plan, "doel_0123456789abcdef"))


def test_a_new_version_holds_what_changed(
    context: Context, work: Workspace, shown: Show, qtbot: QtBot
) -> None:
    context.dossier_id = play_whole(work, "06")
    plan = Ontwikkelplan(context)
    plan.resize(1150, 640)
    shown(plan)
    plan.show_with({})
    before = len(planversies_of(context.dossier()))
    add_afspraak(work, context.dossier_id, doelen_of(context.dossier())[0].id, {"wat": "een bril kopen"})
    plan.show_with({})
    assert "Nieuwe afspraak: een bril kopen" in verschil(plan)

    type_in(visible(plan, "versie_reden"), "voortgangsgesprek")
    click(plan, "maak_versie")
    qtbot.waitUntil(lambda: len(planversies_of(context.dossier())) == before + 1)
    qtbot.waitUntil(lambda: verschil(plan) == ["Er is niets veranderd."])

    assert planversies_of(context.dossier())[-1].reden == "voortgangsgesprek"
    assert nameless(plan) == []


WENS = "motivatie.doel_drie_jaar"


@pytest.fixture
def met_woorden(context: Context, selam: str, show_screen: ShowScreen) -> Ontwikkelplan:
    """Words of her own lie ready, and nothing is planned yet."""
    record_antwoord(context.work, selam, WENS, "Ik draag weer een wit uniform")
    return show_screen(Ontwikkelplan, selam)


def test_her_words_become_a_goal_that_keeps_its_source(met_woorden: Ontwikkelplan, qtbot: QtBot) -> None:
    type_in(met_woorden.bakje.lijst, "3")

    [doel] = doelen_of(met_woorden.context.dossier())
    assert (doel.naam, doel.termijn, doel.vraag) == ("Ik draag weer een wit uniform", "lang", WENS)
    qtbot.waitUntil(
        lambda: bool(texts(met_woorden, "keten_kop") or met_woorden.findChildren(QWidget, "draad"))
    )
    click(met_woorden, "draad")
    assert any("wit uniform" in zin for zin in texts(met_woorden.keten, "keten_antwoord"))


def test_words_that_are_let_go_on_a_goal_become_an_agreement_of_it(
    met_woorden: Ontwikkelplan, qtbot: QtBot
) -> None:
    work, dossier = met_woorden.context.work, met_woorden.context.dossier_id
    doel = add_doel(work, dossier, "zorg", "kort").made
    met_woorden.follow()
    kaart = visible(met_woorden, f"doel_{doel}")
    assert isinstance(kaart, Valvlak)
    data = met_woorden.bakje.lijst.mimeData([met_woorden.bakje.lijst.item(0)])
    knoppen, toetsen = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    kaart.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, knoppen, toetsen))

    [afspraak] = doelen_of(met_woorden.context.dossier())[0].afspraken
    assert (afspraak.wat, afspraak.vraag) == ("Ik draag weer een wit uniform", WENS)


def test_enter_in_the_name_of_a_goal_goes_to_its_first_agreement(plan: Ontwikkelplan, qtbot: QtBot) -> None:
    click(plan, "doel_wijzigen")
    qtbot.waitUntil(lambda: plan.blad.isVisibleTo(plan))
    naam = visible(plan, "doel_naam")
    press(naam, Qt.Key.Key_Return)
    assert visible(plan, "afspraak_wat").hasFocus()
    naam.setFocus()
    QTest.keyClicks(naam.focusWidget(), " met bel")
    press(naam, Qt.Key.Key_Return)
    QApplication.clipboard().setText(" en slot\n")
    naam.setFocus()
    QTest.keyClick(naam.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    press(plan.blad, Qt.Key.Key_Escape)
    [doel] = doelen_of(plan.context.dossier())
    assert doel.naam == "een fiets met bel en slot"


def test_enter_goes_to_the_next_agreement_and_makes_one_after_the_last(
    plan: Ontwikkelplan, qtbot: QtBot
) -> None:
    click(plan, "doel_wijzigen")
    qtbot.waitUntil(lambda: plan.blad.isVisibleTo(plan))
    for nummer, wat in enumerate(("inschrijven", "fietsles"), start=2):
        press(visible(plan, "afspraak_wat"), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda n=nummer: len(visible_all(plan, "afspraak_wat")) == n)  # type: ignore[misc]  # n is bound here
        veld = visible(plan, "afspraak_wat")
        qtbot.waitUntil(veld.hasFocus)
        type_in(veld, wat)
    press(plan.blad, Qt.Key.Key_Escape)

    [doel] = doelen_of(plan.context.dossier())
    assert [a.wat for a in doel.afspraken] == ["sparen", "inschrijven", "fietsles"]
    assert not plan.blad.isVisibleTo(plan)


def test_by_keys_alone_a_new_line_has_the_keyboard(open_venster: Venster, selam: str, qtbot: QtBot) -> None:
    blad = open_venster.werkblad
    assert blad is not None
    doel = add_doel(blad.context.work, selam, "een fiets", "kort").made
    add_afspraak(blad.context.work, selam, doel, {"wat": "sparen", "wie": "inburgeraar"})
    blad.go("ontwikkelplan", {"dossier": selam})
    plan = blad.scherm
    assert isinstance(plan, Ontwikkelplan)
    plan._edit(doel)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is visible(plan, "doel_naam"))
    nieuw = visible(plan, "afspraak_nieuw")
    nieuw.setFocus()

    window = open_venster.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(visible_all(plan, "afspraak_wat")) == 2)
    for letter in "BELLEN":
        QTest.keyClick(window, Qt.Key(ord(letter)))
    plan.leave()

    assert [a.wat for a in doelen_of(plan.context.dossier())[0].afspraken] == ["sparen", "bellen"]


def visible_all(root: QWidget, naam: str) -> list[QWidget]:
    return [w for w in root.findChildren(QWidget, naam) if w.isVisibleTo(root)]


def test_what_is_late_stands_first_and_what_is_done_last(
    context: Context, selam: str, show_screen: ShowScreen
) -> None:
    doel = add_doel(context.work, selam, "een fiets", "kort").made
    for wat, uiterlijk, klaar in (
        ("gedaan", "2026-01-01", "2026-01-01"),
        ("zonder dag", "", ""),
        ("later", "2026-08-01", ""),
        ("te laat", "2026-04-01", ""),
    ):
        velden = {"wat": wat, "wie": "regievoerder", "uiterlijk": uiterlijk, "klaar_op": klaar}
        add_afspraak(context.work, selam, doel, velden)
    plan = show_screen(Ontwikkelplan, selam)

    zinnen = texts(visible(plan, f"doel_{doel}"))
    assert [z for z in zinnen if z in ("gedaan", "zonder dag", "later", "te laat")] == [
        "te laat", "later", "zonder dag", "gedaan",
    ]  # fmt: skip
    assert "1 van 4 klaar" in zinnen
    assert any("Anneke van den Berg" in zin for zin in zinnen), "a name and no role"


def test_help_that_becomes_less_is_agreed_on_the_sheet_and_drawn_on_the_card(
    plan: Ontwikkelplan, qtbot: QtBot
) -> None:
    click(plan, "doel_wijzigen")
    qtbot.waitUntil(lambda: bool(plan.findChildren(QWidget, "afspraak_hulptrap")))
    click(plan, "afspraak_hulptrap")
    nu = visible(plan, "afspraak_hulp")
    assert isinstance(nu, QComboBox)
    nu.setFocus()
    press(nu, Qt.Key.Key_Down)
    zelf = visible(plan, "afspraak_zelf_vanaf")
    assert isinstance(zelf, QLineEdit)
    type_in(zelf, "1 juni 2026")
    click(plan, "doel_klaar")
    hulp = doelen_of(plan.context.dossier())[0].afspraken[0].hulp
    assert (hulp.nu, hulp.zelf_vanaf) == ("voor_u", "2026-06-01")
    qtbot.waitUntil(lambda: bool(plan.findChildren(QWidget, "hulptrap")))
    zin = "Nu doen wij dit voor u. Vanaf 1 juni 2026 doet u dit zelf."
    assert visible(plan, "hulptrap").accessibleName() == zin
    assert nameless(plan) == []


def test_an_agreement_leads_to_its_one_place_of_work(plan: Ontwikkelplan, qtbot: QtBot) -> None:
    click(plan, "doel_wijzigen")
    qtbot.waitUntil(lambda: bool(plan.findChildren(QWidget, "afspraak_werkplek")))
    heen = list[tuple[str, dict[str, str]]]()
    plan.context.navigate.connect(lambda naam, waar: heen.append((naam, waar)))
    click(plan, "afspraak_werkplek")
    click(plan, "afspraak_werkplek")
    (plek,) = werkplekken_of(plan.context.dossier())
    assert plek.afspraak == doelen_of(plan.context.dossier())[0].afspraken[0].id
    assert heen == [("uitvoering", {"deel": "werkplek", "veld": f"werkplek[{plek.id}].wat"})] * 2
