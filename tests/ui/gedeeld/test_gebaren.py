"""What can be said beside an answer: recorded as it comes, told to us, and stop rests the other side."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.aanraken.gebaar import gebaren_of
from intake_assistant.domain.antwoord import Staat
from intake_assistant.operations.views.afronden.gebaren import andere_woorden, gebaren_in
from intake_assistant.operations.views.geschiedenis import geschiedenis_of
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.words.gedeeld import RUST
from intake_assistant.ui.gedeeld.gedeeld import GEHOORD_MS, Gedeeldestand
from intake_assistant.ui.gedeeld.kaart import VINGER, Gebaartegel
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.gesprek.tijdens import GesprekTijdens
from tests.ui.gedeeld_hulp import seen_by_the_person
from tests.ui.gesprekshulp import Zaal, go, opened_zaal, press, tijdens, type_text

LINKS, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
EEN, PERSOONLIJK = "taalniveau.geletterdheid", "mentale_gezondheid.slapen"
LABEL = "Schrijft u soms iets op? Met welke letters?"


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    with opened_zaal(tmp_path) as made:
        made.gesprek(taal="ar", onderwerpen=["taalniveau", "mentale_gezondheid"])
        yield made


@pytest.fixture
def scherm(zaal: Zaal) -> GesprekScherm:
    made = zaal.scherm()
    go(made, EEN)
    seen_by_the_person()
    return made


@pytest.fixture
def told(scherm: GesprekScherm) -> list[str]:
    found: list[str] = []
    scherm.context.remarked.connect(found.append)
    return found


def tile(aan: GesprekTijdens, naam: str) -> Gebaartegel:
    found = aan.gedeeld.findChildren(Gebaartegel, f"aanraken_{naam}")
    return next(w for w in found if w.isVisible())


def touch(aan: GesprekTijdens, naam: str) -> None:
    QTest.mouseClick(tile(aan, naam), LINKS)


def forget(aan: GesprekTijdens) -> None:
    aan.ander.gedeeld._forget_gehoord()


def test_six_pictures_stand_at_the_foot_large_enough_for_a_finger(scherm: GesprekScherm) -> None:
    aan = tijdens(scherm)
    tegels = [w for w in aan.gedeeld.findChildren(Gebaartegel) if w.isVisible()]
    assert [t.code for t in tegels] == [
        ":weet_niet", ":wil_niet", ":later", ":niet_begrepen", ":nog_een_keer", ":stop",
    ]  # fmt: skip
    assert all(min(t.width(), t.height()) >= VINGER for t in tegels)
    assert all(t.accessibleName() for t in tegels)
    assert {t.layoutDirection() for t in tegels} == {Qt.LayoutDirection.RightToLeft}


@pytest.mark.parametrize(
    ("naam", "key", "staat"),
    [
        ("weet_niet", "weet het niet", Staat.ONBEKEND),
        ("wil_niet", "zegt het liever niet", Staat.WIL_NIET_ZEGGEN),
        ("later", "liever een andere keer", Staat.NIET_GEVRAAGD),
    ],
)
def test_not_answering_is_pointed_at_as_an_answer_is(
    zaal: Zaal, scherm: GesprekScherm, naam: str, key: str, staat: Staat
) -> None:
    aan = tijdens(scherm)
    touch(aan, naam)
    assert tile(aan, naam).aangewezen
    zinnen = [w.text() for w in aan.pagina.findChildren(QLabel, "aangewezen") if w.isVisible()]
    assert zinnen == [f"Aangewezen: {key}"]
    assert zaal.staat(f"{EEN}@inburgeraar") is None
    press(scherm, Qt.Key.Key_J, ALT)
    value = zaal.value(f"{EEN}@inburgeraar")
    assert (value["staat"], value["aangewezen"]) == (staat, "ja")
    assert tile(aan, naam).gekozen
    assert ("volgende_keer" in value) is (staat == Staat.NIET_GEVRAAGD)


def test_not_understood_is_recorded_and_told_and_touched_at_once_again_it_is_the_same(
    qtbot: QtBot, zaal: Zaal, scherm: GesprekScherm, told: list[str]
) -> None:
    aan = tijdens(scherm)
    touch(aan, "niet_begrepen")
    assert tile(aan, "niet_begrepen").aangewezen
    touch(aan, "niet_begrepen")
    assert told == ["De ander begrijpt het niet. Zeg het met andere woorden, of geef een voorbeeld."]
    dossier = zaal.work.vault.dossier(zaal.dossier)
    assert [(g.over, g.wat) for g in gebaren_of(dossier)] == [(EEN, "niet_begrepen")]
    regel = next(r for r in geschiedenis_of(zaal.work, dossier) if r.subject.startswith("gebaar["))
    assert (regel.wat, regel.waarde) == (f"Aangeraakt bij: {LABEL}", "Niet begrepen")
    assert regel.gesprek == aan.voering.id
    shown = show_dossier(zaal.work, zaal.dossier)["gesprekken"][0]["aangeraakt"]
    assert [(een["vraag"], een["wat"]) for een in shown] == [(EEN, "niet_begrepen")]
    # Longer than it takes: the clock behind it may be a twentieth late, and more on a busy machine.
    qtbot.waitUntil(lambda: not tile(aan, "niet_begrepen").aangewezen, timeout=2 * GEHOORD_MS)


def test_a_question_not_understood_twice_deserves_other_words_until_it_is_answered(
    zaal: Zaal, scherm: GesprekScherm
) -> None:
    aan = tijdens(scherm)
    for _ in range(2):
        touch(aan, "niet_begrepen")
        forget(aan)
    blok = aan.pagina.blok(EEN)
    assert blok is not None
    assert blok.anders.text() == "2 keer niet begrepen: vraag het met andere woorden."
    dossier = zaal.work.vault.dossier(zaal.dossier)
    assert andere_woorden(zaal.work, dossier) == [LABEL]
    assert gebaren_in(zaal.work, dossier, aan.voering.id) == [f"Niet begrepen: {LABEL}"] * 2
    type_text("1")
    assert blok.anders.text() == ""
    assert andere_woorden(zaal.work, zaal.work.vault.dossier(zaal.dossier)) == []


def test_stop_rests_the_other_side_at_once_and_tells_us_what_to_do(
    zaal: Zaal, scherm: GesprekScherm, told: list[str]
) -> None:
    aan = tijdens(scherm)
    touch(aan, "stop")
    gedeeld = aan.ander.gedeeld
    assert gedeeld.zicht.blad == RUST
    assert gedeeld.wijze is Gedeeldestand.BEDEKT
    assert "Stoppen mag altijd" in told[0]
    assert [g.wat for g in gebaren_of(zaal.work.vault.dossier(zaal.dossier))] == ["stop"]
    press(scherm, Qt.Key.Key_F7)
    assert gedeeld.zicht.blad.naam == EEN


def test_before_a_personal_question_only_stop_can_be_touched(zaal: Zaal, scherm: GesprekScherm) -> None:
    aan = go(scherm, PERSOONLIJK)
    seen_by_the_person()
    tegels = [w for w in aan.gedeeld.findChildren(Gebaartegel) if w.isVisible()]
    assert [t.code for t in tegels] == [":stop"]
    touch(aan, "stop")
    dossier = zaal.work.vault.dossier(zaal.dossier)
    assert gebaren_in(zaal.work, dossier, aan.voering.id) == ["Stop: een persoonlijke vraag"]


def test_at_rest_there_is_nothing_to_touch(scherm: GesprekScherm) -> None:
    aan = tijdens(scherm)
    aan.ander.gedeeld.toggle_bedekt()
    assert [w for w in aan.gedeeld.findChildren(Gebaartegel) if w.isVisible()] == []
    assert not aan.ander.gedeeld.hear(":stop")


def test_what_is_told_can_be_not_understood(zaal: Zaal, scherm: GesprekScherm) -> None:
    aan = tijdens(scherm)
    aan.toggle_vertellen()
    seen_by_the_person()
    touch(aan, "nog_een_keer")
    (gebaar,) = gebaren_of(zaal.work.vault.dossier(zaal.dossier))
    assert gebaar.onderwerp
    assert gebaar.onderwerp in {een.id for een in zaal.work.data.onderwerpen}


def test_on_a_narrow_half_the_pictures_stay_without_words(scherm: GesprekScherm) -> None:
    aan = tijdens(scherm)
    helft = aan.gedeeld
    helft.setFixedWidth(260)
    QApplication.processEvents()
    tegels = [w for w in helft.findChildren(Gebaartegel) if w.isVisible()]
    assert len(tegels) == 6
    assert not [w for tegel in tegels for w in tegel.findChildren(QLabel)]
    assert all(min(t.width(), t.height()) >= VINGER for t in tegels)
    assert isinstance(helft, QWidget)
