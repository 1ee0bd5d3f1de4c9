"""Sending in the window: nothing is written before the list of what goes to whom was seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from intake_assistant.domain.recht.uitwisseling import Bestandssoort, Ontvangersoort
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.exchange import cards, register
from intake_assistant.operations.exchange.merge import merge_files
from intake_assistant.operations.exchange.verstrekken import hand_out
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.qt import messages
from intake_assistant.ui.uitwisseling.screen import Uitwisseling
from intake_assistant.ui.window.window import Venster
from tests.operations.exchange import verstrekhulp
from tests.ui.conftest import Again
from tests.ui.gespeeld import click, texts, type_in, visible
from tests.ui.uitwisseling.conftest import Collega, Open, begun, meet

LEZEN, SLAPEN = "taalniveau.nl_lezen", "mentale_gezondheid.slapen"
GROND = "Nodig voor de begeleiding"


@pytest.fixture
def tea(collega: Collega, work: Workspace) -> Workspace:
    made = collega("Tea")
    meet(made, work)
    return made


def choose(scherm: Uitwisseling, *dossiers: str, gezondheid: str = "") -> None:
    """As far as the list: to Tea, all or some dossiers."""
    keuze = scherm.versturen.keuze
    keuze.wie.turn(0)
    if dossiers:
        keuze.sommige.setChecked(True)
        for row, line in enumerate(keuze._shown):
            if line.dossier in dossiers:
                keuze.dossiers.turn(row)
    click(scherm, "keuze_verder")
    if gezondheid:
        scherm.versturen.wel_mee.setChecked(True)
        type_in(visible(scherm, "gezond_grond"), gezondheid)
    click(scherm, "gezond_verder")


def make(scherm: Uitwisseling, path: Path, script: messages.Script, stil: Callable[[], None]) -> None:
    script.answers.append(path)
    click(scherm, "bestand_maken")
    stil()


def test_a_chosen_dossier_arrives_without_health(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    gaat, blijft = begun(work, "Hailu"), begun(work, "Abebe")
    record_antwoord(work, gaat, LEZEN, "a1")
    record_antwoord(work, gaat, SLAPEN, "slecht")
    scherm = open_deel("versturen")
    choose(scherm, gaat)
    assert texts(scherm, "lijst_naar") == ["Tea (Regievoerder)"]
    assert texts(scherm, "lijst_dossiers") == ["1 dossier: Hailu, Selam."]
    assert texts(scherm, "lijst_niet")[0].startswith("Antwoorden over gezondheid")
    make(scherm, tmp_path / "uit.intake.age", script, stil)
    assert texts(scherm, "verstuurd_kop") == ["Het bestand staat klaar"]
    merge_files(tea, [tmp_path / "uit.intake.age"])
    found = tea.vault.dossier(gaat)
    assert found.antwoord(LEZEN).waarde == "a1"
    assert found.antwoord(SLAPEN).waarde in (None, "")
    assert blijft not in tea.vault.dossiers()


def test_health_goes_along_on_a_ground_that_is_kept(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    dossier = begun(work, "Hailu")
    record_antwoord(work, dossier, SLAPEN, "slecht")
    scherm = open_deel("versturen")
    choose(scherm, gezondheid=GROND)
    assert GROND in texts(scherm, "lijst_wel")[0]
    make(scherm, tmp_path / "uit.intake.age", script, stil)
    merge_files(tea, [tmp_path / "uit.intake.age"])
    assert tea.vault.dossier(dossier).antwoord(SLAPEN).waarde == "slecht"
    assert GROND in register.sent_files(work)[0].grond


def test_without_a_ground_one_does_not_come_further(open_deel: Open, work: Workspace, tea: Workspace) -> None:
    begun(work, "Hailu")
    scherm = open_deel("versturen")
    scherm.versturen.keuze.wie.turn(0)
    click(scherm, "keuze_verder")
    scherm.versturen.wel_mee.setChecked(True)
    assert not visible(scherm, "gezond_verder").isEnabled()
    type_in(visible(scherm, "gezond_grond"), "    zo    ")
    assert not visible(scherm, "gezond_verder").isEnabled()


@pytest.mark.parametrize("toets", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
def test_the_ground_for_health_goes_on_by_the_keyboard(
    open_deel: Open, work: Workspace, tea: Workspace, toets: Qt.KeyboardModifier
) -> None:
    begun(work, "Hailu")
    scherm = open_deel("versturen")
    scherm.versturen.keuze.wie.turn(0)
    click(scherm, "keuze_verder")
    scherm.versturen.wel_mee.setChecked(True)
    QTest.keyClick(scherm.versturen.grond, Qt.Key.Key_Return, toets)
    assert scherm.versturen.grond.isVisible()
    type_in(scherm.versturen.grond, GROND)
    QTest.keyClick(scherm.versturen.grond, Qt.Key.Key_Return, toets)
    assert scherm.versturen.maken.isVisible()
    click(scherm, "lijst_terug")
    assert scherm.window().focusWidget() is scherm.versturen.wel_mee


def test_nothing_is_overwritten(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    begun(work, "Hailu")
    (tmp_path / "uit.intake.age").write_text("van iemand anders")
    scherm = open_deel("versturen")
    choose(scherm)
    make(scherm, tmp_path / "uit.intake.age", script, stil)
    assert (tmp_path / "uit.intake.age").read_text() == "van iemand anders"
    assert "uit.intake.age" in texts(scherm, "versturen_fout")[0]
    assert work.vault.sent_out() == []


def test_stopping_leaves_a_file_with_its_line_or_neither(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    begun(work, "Hailu")
    scherm = open_deel("versturen")
    choose(scherm)
    script.answers.append(tmp_path / "uit.intake.age")
    click(scherm, "bestand_maken")
    scherm.open_part("kaarten")
    stil()
    # Who is quick enough finds it stopped, who is not finds it whole.
    files = [path.name for path in tmp_path.glob("*.age")]
    assert files == (["uit.intake.age"] if work.vault.sent_out() else [])
    assert scherm.part == "kaarten"


def test_nobody_is_chosen_beforehand(open_deel: Open, work: Workspace, tea: Workspace) -> None:
    begun(work, "Hailu")
    scherm = open_deel("versturen")
    assert texts(scherm, "keuze_waarom") == ["Zet een vinkje bij wie het bestand krijgt."]
    assert not visible(scherm, "keuze_verder").isEnabled()
    scherm.versturen.keuze.wie.turn(0)
    scherm.versturen.keuze.sommige.setChecked(True)
    assert texts(scherm, "keuze_waarom") == ["Zet een vinkje bij de dossiers die meegaan."]


def test_coming_back_finds_what_was_ticked_and_no_word_was_remembered(
    open_deel: Open, work: Workspace, tea: Workspace, open_venster: Venster
) -> None:
    een, twee = begun(work, "Abebe"), begun(work, "Hailu")
    scherm = open_deel("versturen")
    choose(scherm, een, gezondheid=GROND)
    blad = open_venster.werkblad
    assert blad is not None
    place = blad.where()
    assert set(place.arguments) == {"deel", "aan", "dossiers", "soort", "nieuw", "blad"}
    assert not {"Tea", "Abebe", *GROND.split()} & set(" ".join(place.arguments.values()).split())
    open_deel("kaarten")
    blad.go_place(place)
    keuze = scherm.versturen.keuze
    assert [one.naam for one in keuze.zending("").ontvangers] == ["Tea"]
    assert keuze.zending("").dossiers == (een,)
    assert scherm.versturen.grond.text() == GROND, "kept in the vault, not in the place"
    keuze.alle.setChecked(True)
    keuze.nieuw.setChecked(True)
    blad.go_place(blad.where())
    assert (keuze.alle.isChecked(), keuze.nieuw.isChecked()) == (True, True)
    keuze.choose_how("overdracht-collega", alleen_nieuw=False)
    keuze.choose((), (twee,))
    blad.go_place(blad.where())
    found = keuze.zending("")
    assert (found.soort, found.dossiers) == (Bestandssoort.OVERDRACHT_COLLEGA, (twee,))


def after_a_lock(venster: Venster, again: Again) -> Uitwisseling:
    venster.lock()
    venster.enter(again())
    assert venster.werkblad is not None
    assert isinstance(venster.werkblad.scherm, Uitwisseling)
    return venster.werkblad.scherm


def test_after_a_lock_one_is_at_the_list_with_all_that_was_chosen(
    open_deel: Open, work: Workspace, tea: Workspace, open_venster: Venster, again: Again
) -> None:
    begun(work, "Abebe")
    twee = begun(work, "Hailu")
    choose(open_deel("versturen"), twee, gezondheid=GROND)
    scherm = after_a_lock(open_venster, again)
    found = scherm.versturen.keuze.zending("")
    assert ([one.naam for one in found.ontvangers], found.dossiers) == (["Tea"], (twee,))
    assert visible(scherm, "bestand_maken").isEnabled()
    assert GROND in scherm.versturen.regels["wel"].text()


def test_what_was_typed_about_health_outlives_a_lock_and_not_the_sending(
    open_deel: Open, work: Workspace, tea: Workspace, open_venster: Venster, again: Again,
    script: messages.Script, stil: Callable[[], None], tmp_path: Path,
) -> None:  # fmt: skip
    begun(work, "Abebe")
    een = begun(work, "Hailu")
    scherm = open_deel("versturen")
    choose(scherm, een)
    click(scherm, "lijst_terug")
    scherm.versturen.wel_mee.click()
    QTest.keyClicks(visible(scherm, "gezond_grond"), "Nodig om")
    scherm = after_a_lock(open_venster, again)
    assert visible(scherm, "gezond_verder").isEnabled()
    assert (scherm.versturen.wel_mee.isChecked(), scherm.versturen.grond.text()) == (True, "Nodig om")
    kept = scherm.context.work.vault.sketches
    assert [naam for naam in kept() if een in naam.split()] != []
    click(scherm, "gezond_verder")
    make(scherm, tmp_path / "uit.intake.age", script, stil)
    assert kept() == {}


def test_who_begins_to_send_anew_finds_nothing_of_another_time(
    open_deel: Open, work: Workspace, tea: Workspace
) -> None:
    een = begun(work, "Hailu")
    scherm = open_deel("versturen")
    choose(scherm, een, gezondheid=GROND)
    scherm.versturen.grond.textEdited.emit(GROND)
    scherm.open_part("register")
    assert work.vault.sketches() != {}
    scherm.open_part("versturen")
    scherm.versturen.keuze.wie.turn(0)
    click(scherm, "keuze_verder")
    assert not scherm.versturen.wel_mee.isChecked()
    assert scherm.versturen.grond.text() == ""
    assert work.vault.sketches() == {}


def test_to_another_municipality_is_refused_in_words(
    open_deel: Open, work: Workspace, collega: Collega
) -> None:
    ver = collega("Ver")
    ver.vault.set_setting("gemeente", "Groningen")
    ver.vault.set_setting("gemeente.naam", "Groningen")
    card = cards.own_card(ver)
    cards.add_card(work, card, card.fingerprint)
    begun(work, "Hailu")
    scherm = open_deel("versturen")
    scherm.versturen.keuze.wie.turn(0)
    click(scherm, "keuze_verder")
    assert "Groningen" in texts(scherm, "keuze_fout")[0]


def test_searching_keeps_what_was_ticked(open_deel: Open, work: Workspace, tea: Workspace) -> None:
    een, twee = begun(work, "Abebe"), begun(work, "Hailu")
    scherm = open_deel("versturen")
    keuze = scherm.versturen.keuze
    keuze.wie.turn(0)
    keuze.sommige.setChecked(True)
    for gezocht in ("abe", "hai"):
        keuze.zoek.setText(gezocht)
        assert len(keuze.dossiers.rijen) == 1
        keuze.dossiers.turn(0)
    keuze.zoek.setText("")
    assert keuze.zending("").dossiers == tuple(sorted((een, twee)))


def test_a_ledger_of_what_went_and_what_came(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    begun(work, "Hailu")
    scherm = open_deel("versturen")
    choose(scherm)
    make(scherm, tmp_path / "uit.intake.age", script, stil)
    scherm.open_part("register")
    assert [rij[1:] for rij in scherm.register.rijen.rijen] == [("Tea", "Samenwerken in het team", "1")]
    assert texts(scherm, "register_wat")[0].startswith("Dossiers: Hailu, Selam.")
    assert scherm.register.ontvangen.rijen == []


def test_the_names_of_who_goes_are_in_the_order_of_names(
    open_deel: Open, work: Workspace, tea: Workspace, tmp_path: Path,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    for naam in ("Zarghuna", "al-Saadi", "Öztürk", "Pietersen"):
        begun(work, naam)
    scherm = open_deel("versturen")
    choose(scherm)
    wie = "al-Saadi, Selam; Öztürk, Selam; Pietersen, Selam; Zarghuna, Selam"
    assert wie in texts(scherm, "lijst_dossiers")[0]
    make(scherm, tmp_path / "uit.intake.age", script, stil)
    scherm.open_part("register")
    assert wie in texts(scherm, "register_wat")[0]


def test_the_ledger_says_in_words_on_which_ground(open_deel: Open, work: Workspace, tmp_path: Path) -> None:
    dossier = verstrekhulp.begun(work)
    gegevens = [verstrekhulp.TAALMAATJE, verstrekhulp.BEPERKT]
    verstrekhulp.agreed(work, dossier, gegevens=gegevens, uitdrukkelijk=True)
    als = {"als": Ontvangersoort.TAALSCHOOL, "gezondheid": "een maatje dat kan tillen"}
    hand_out(work, verstrekhulp.asked(dossier, **als), tmp_path / "uit.intake.age")
    scherm = open_deel("register")
    regels = texts(scherm, "register_wat")[0].replace("\u2068", "").replace("\u2069", "").split("\n")
    assert regels[1:] == [
        "Waarom dat mocht:",
        "Naam en adres: artikel 35, derde lid, van de Wet inburgering 2021; "
        "artikel 9.2, derde lid, van het Besluit inburgering 2021",
        "Met toestemming van de inburgeraar: artikel 6, eerste lid, onderdeel a, "
        "van de Algemene verordening gegevensbescherming (AVG)",
        "Over gezondheid en veiligheid, met uitdrukkelijke toestemming: artikel 9, tweede lid, onderdeel a, "
        "van de Algemene verordening gegevensbescherming (AVG)",
    ]


def test_while_somebody_looks_along_the_names_of_others_stay_away(
    open_venster: Venster, open_deel: Open, work: Workspace, tea: Workspace
) -> None:
    dossier = begun(work, "Hailu")
    blad = open_venster.werkblad
    assert blad is not None
    blad.go("dossier", {"dossier": dossier})
    blad.context.gesprek_aan.emit(True)
    blad.go("uitwisseling", {})
    assert not isinstance(blad.scherm, Uitwisseling)
    assert blad.samen.verlaten.isVisible()


def test_back_after_a_lock_it_goes_to_nobody_who_is_no_longer_known(
    open_deel: Open, work: Workspace, tea: Workspace, open_venster: Venster, again: Again
) -> None:
    een = begun(work, "Hailu")
    choose(open_deel("versturen"), een, gezondheid=GROND)
    open_venster.lock()
    opened = again()
    cards.withdraw(opened, tea.vault.device.id)
    open_venster.enter(opened)
    assert open_venster.werkblad is not None
    scherm = open_venster.werkblad.scherm
    assert isinstance(scherm, Uitwisseling)
    assert not visible(scherm, "keuze_verder").isEnabled()
