"""What the other side sees: their own language, direction and digits; never what is not meant for them."""

import dataclasses
import shutil
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.leesrichting import ISOLATES
from intake_assistant.operations.acts.antwoord import record_antwoord, record_notitie
from intake_assistant.operations.acts.dossier import record_inburgeraar
from intake_assistant.operations.words.gedeeld import Gevraagd, in_cijfers
from intake_assistant.operations.words.vertaling import gedeelde_taal, taal_van
from intake_assistant.operations.workspace import Data
from intake_assistant.ui.gedeeld.helft import GedeeldeHelft
from intake_assistant.ui.gedeeld.kaart import Beeldvak, Gebaartegel, Keuzekaart
from intake_assistant.ui.gedeeld.large_text import Groottekst
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.gesprek.tijdens import GEDEELD, STAF
from intake_assistant.ui.kit.theme import px, thema
from tests.ui.gedeeld_hulp import Kant
from tests.ui.gesprekshulp import DATA, Zaal, click, find, go, opened_zaal, press, tijdens, type_text

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    with opened_zaal(tmp_path) as made:
        yield made


@pytest.fixture
def kant(qtbot: QtBot) -> Kant:
    thema.apply("licht", 100)
    return Kant(qtbot)


def shown(helft: QWidget) -> list[str]:
    """Return every text on the shared half, but for what always stands at its foot."""
    found = [w for w in helft.findChildren(QLabel) if w.isVisibleTo(helft) and w.text()]
    return [w.text() for w in found if not isinstance(w.parent(), Gebaartegel)]


def rechts(scherm: GesprekScherm) -> GedeeldeHelft:
    return tijdens(scherm).gedeeld


def test_what_the_coa_wrote_is_seen_to_be_confirmed_by_the_person(zaal: Zaal) -> None:
    record_antwoord(zaal.work, zaal.dossier, "taalniveau.geletterdheid", "anders", bron="coa")
    zaal.gesprek(taal="nl")
    scherm = zaal.scherm()
    blok = go(scherm, "taalniveau.geletterdheid").pagina.blok("taalniveau.geletterdheid")
    assert blok is not None
    zin = next(tekst for tekst in shown(rechts(scherm)) if "COA" in tekst)
    assert ISOLATES.sub("", zin) == blok.klopt_het.text()
    blok.take_focus()
    click(find(scherm, QPushButton, "klopt_coa"))
    assert "Klopt het" not in " ".join(shown(rechts(scherm)))


def test_arabic_reads_from_the_right_and_only_there(zaal: Zaal) -> None:
    zaal.gesprek(taal="ar")
    scherm = zaal.scherm()
    go(scherm, "taalniveau.geletterdheid")
    teksten = shown(rechts(scherm))
    assert "نعم، بحروف أخرى" in teksten
    kaarten = rechts(scherm).findChildren(Keuzekaart)
    assert len(kaarten) == 3
    assert all(kaart.layoutDirection() == RTL for kaart in kaarten)
    assert scherm.layoutDirection() == LTR
    assert find(scherm, QWidget, "eigen_helft").layoutDirection() == LTR
    assert find(scherm, QWidget, "optie_anders").layoutDirection() == LTR
    assert "Arabisch: vertaling niet gecontroleerd" in teksten


def test_it_follows_the_answer_of_the_person(zaal: Zaal) -> None:
    zaal.gesprek(taal="ar")
    scherm = zaal.scherm()
    go(scherm, "taalniveau.geletterdheid")
    type_text("2")
    assert [k.gekozen for k in rechts(scherm).findChildren(Keuzekaart)] == [False, True, False]


def test_nothing_of_notes_and_other_sources_is_there(zaal: Zaal) -> None:
    gesprek, vraag = zaal.gesprek(taal="nl"), "taalniveau.geletterdheid"
    record_notitie(zaal.work, zaal.dossier, vraag, "geheime notitie", gesprek)
    record_antwoord(zaal.work, zaal.dossier, vraag, "niet", bron="school", gesprek=gesprek)
    scherm = zaal.scherm()
    aan = go(scherm, vraag)
    press(scherm, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    gezien = "\n".join(shown(rechts(scherm)))
    assert DATA.formulieren.vraag(vraag).label in gezien
    assert not [w for w in ("geheime notitie", "school of docent", "Alleen voor u", "Bron") if w in gezien]
    assert not any(kaart.gekozen for kaart in rechts(scherm).findChildren(Keuzekaart))
    assert aan.pagina.actief == vraag


def with_note(folder: Path) -> Data:
    """The forms with one thing more to be said, right before a question."""
    changed = Path(shutil.copytree(DATA.folder, folder / "forms"))
    path = changed / "startposities" / "01_leerbaarheid.toml"
    vraag = '[[survey]]\ntype = "select_multiple leerbaarheid_belemmering"'
    note = '[[survey]]\ntype = "note"\nname = "leerbaarheid.vooraf"\nlabel = "Het mag."\n\n'
    path.write_text(path.read_text("utf-8").replace(vraag, note + vraag), "utf-8")
    return Data(changed)


def test_what_leads_to_a_question_is_said_first(zaal: Zaal, tmp_path: Path) -> None:
    zaal.work = dataclasses.replace(zaal.work, data=with_note(tmp_path))
    zaal.gesprek(taal="nl", onderwerpen=["leerbaarheid"])
    scherm = zaal.scherm()
    aan = go(scherm, "leerbaarheid.vooraf")
    inleiding = "Het mag."
    assert shown(rechts(scherm)) == [inleiding]
    press(scherm, Qt.Key.Key_Tab)
    press(scherm, Qt.Key.Key_F7)
    vraag = DATA.formulieren.vraag("leerbaarheid.leerbelemmering")
    assert vraag.hint_eerst
    assert shown(rechts(scherm))[:3] == [inleiding, vraag.hint, vraag.label]
    assert aan.pagina.actief == "leerbaarheid.leerbelemmering"


def test_a_text_to_read_stands_there_in_dutch_and_only_when_it_is_chosen(zaal: Zaal) -> None:
    zaal.gesprek(taal="ar", onderwerpen=["taalniveau"])
    scherm = zaal.scherm()
    go(scherm, "taalniveau.nl_lezen")
    bord = DATA.formulieren.vraag("taalniveau.leestekst_bord").label
    assert bord not in shown(rechts(scherm))
    go(scherm, "taalniveau.leestekst_bord")
    assert shown(rechts(scherm)) == [bord]


def test_the_two_halves_by_f6(zaal: Zaal) -> None:
    zaal.gesprek()
    scherm = zaal.scherm()
    go(scherm, "taalniveau.verhaal")
    press(scherm, Qt.Key.Key_F6)
    assert rechts(scherm).hasFocus()
    press(scherm, Qt.Key.Key_F6)
    assert find(scherm, QWidget, "veld_taalniveau.verhaal").hasFocus()


def test_where_the_language_lacks_a_text_there_is_no_dutch_in_large_letters(kant: Kant) -> None:
    # A language that has nothing yet, whatever is translated meanwhile.
    kant.gedeeld._taal = dataclasses.replace(taal_van("ti"), code="xx")
    vraag = DATA.formulieren.vraag("motivatie.hoofddoel")
    kant.gedeeld.ask(Gevraagd(vraag))
    kaarten = kant.helft.findChildren(Keuzekaart)
    assert [kaart.accessibleName() for kaart in kaarten] == [
        str(nummer) for nummer in range(1, len(vraag.te_kiezen) + 1)
    ]
    dutch = next(w for w in kant.helft.findChildren(QLabel, "voor_tolk"))
    assert vraag.label in dutch.text()
    assert all(keuze.label in dutch.text() for keuze in vraag.te_kiezen)
    assert dutch.layoutDirection() == LTR
    assert dutch.font().pointSizeF() < 16
    assert "Nederlands, voor de tolk" in shown(kant.helft)
    assert not [w for w in kant.helft.findChildren(QLabel) if w.text() == vraag.label]
    assert kant.helft.findChildren(Beeldvak)


def test_a_language_without_a_folder_is_dutch(kant: Kant) -> None:
    kant.gedeeld.set_taal("xx-unknown")
    assert kant.gedeeld.taal.code == "nl"
    kant.gedeeld.set_taal("ti-ER")
    assert kant.gedeeld.taal.code == "ti"


def test_a_scale_is_bars_and_digits_of_the_language() -> None:
    assert in_cijfers("1 tot 5", "arabext") == "۱ tot ۵"
    assert in_cijfers("10", "arab") == "١٠"
    assert in_cijfers("3", "latn") == "3"
    assert in_cijfers("A2 of B1, 3 uur", "arabext") == "A2 of B1, ۳ uur"


def test_a_long_list_is_not_read_out(kant: Kant) -> None:
    vraag = DATA.formulieren.vraag("taalniveau.moedertaal")
    kant.gedeeld.ask(Gevraagd(vraag))
    assert kant.helft.findChildren(Keuzekaart) == []
    kant.gedeeld.ask(Gevraagd(vraag), ["ti"])
    assert "Tigrinya" in shown(kant.helft)


def test_what_stands_under_the_name_of_a_list_is_for_who_fills_it_in(kant: Kant) -> None:
    vraag = DATA.formulieren.vraag("opleiding.scholen")
    kant.gedeeld.ask(Gevraagd(vraag))
    assert vraag.hint
    assert vraag.label in shown(kant.helft)
    assert vraag.hint not in shown(kant.helft)


def test_what_is_told_is_shown_and_recorded(zaal: Zaal) -> None:
    gesprek = zaal.gesprek(taal="nl")
    scherm = zaal.scherm()
    press(scherm, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    aan = tijdens(scherm)
    onderwerp = aan.vertellen.onderwerp
    assert onderwerp is not None
    assert shown(rechts(scherm)) == [onderwerp.titel, onderwerp.tekst]
    assert onderwerp.controlevraag in [w.text() for w in aan.vertellen.findChildren(QLabel)]
    assert "Nog niet verteld." in [w.text() for w in aan.vertellen.findChildren(QLabel)]
    click(find(scherm, QPushButton, "begrepen_deels"))
    gezegd = [w.text() for w in aan.vertellen.findChildren(QLabel)]
    assert "Verteld op 19 maart 2026. Deels begrepen." in gezegd
    assert "Nog niet verteld." not in gezegd
    assert zaal.waarde(f"gesprek[{gesprek}].verteld[{onderwerp.id}]") == {"begrepen": "deels"}
    click(find(scherm, QPushButton, "begrepen_ja"))
    assert aan.voering.gesprek.verteld == {onderwerp.id: "ja"}
    press(scherm, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    assert aan.links.currentWidget() is aan.pagina


@pytest.mark.parametrize(("leest", "ziet"), [("ar", "ar"), ("", "ar"), ("en", "en")])
def test_without_texts_in_the_spoken_language_what_one_reads_else_what_its_speakers_read(
    zaal: Zaal, leest: str, ziet: str
) -> None:
    record_inburgeraar(zaal.work, zaal.dossier, {"spreektaal": "apc", "leestaal": leest})
    assert gedeelde_taal(zaal.work, zaal.work.vault.dossier(zaal.dossier), "apc") == ziet


def test_the_language_that_was_chosen_is_kept_through_a_lock(zaal: Zaal) -> None:
    zaal.gesprek(taal="ar")
    scherm = zaal.scherm()
    press(scherm, Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    keuze = find(scherm, QComboBox, "gedeelde_taal")
    keuze.setFocus()
    keuze.setCurrentIndex(keuze.findData("nl"))
    keuze.activated.emit(keuze.currentIndex())
    zaal.reopen()
    assert zaal.scherm().context.gedeeld.taal.code == "nl"


@pytest.mark.parametrize("woord", ["بيت", "huis"])
def test_wrapped_lines_end_straight_at_the_right(qtbot: QtBot, woord: str) -> None:
    """Each line ends with the same word; without the space that Qt keeps behind it all end at one place."""
    groot = Groottekst()
    qtbot.addWidget(groot)
    if woord == "huis":
        groot.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    else:
        groot.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    groot.setText(" ".join([woord] * 40))
    groot.resize(200, 400)
    groot.show()
    beeld = groot.grab().toImage()
    papier = beeld.pixelColor(0, 0)
    inkt = [
        max((x for x in range(beeld.width()) if beeld.pixelColor(x, y) != papier), default=-1)
        for y in range(beeld.height())
    ]
    regels = [list(regel) for is_leeg, regel in groupby(inkt, lambda x: x < 0) if not is_leeg]
    rechts = [max(regel) for regel in regels if len(regel) > 3]
    assert len(rechts) >= 3
    assert max(rechts) - min(rechts) <= 1
    assert max(rechts) >= 196


def test_the_tick_never_stands_on_the_words(zaal: Zaal) -> None:
    """Also Dutch words that stand in for a language that is read from the right."""
    zaal.gesprek(taal="ar")
    scherm = zaal.scherm()
    for vraag in ("taalniveau.geletterdheid", "taalniveau.nl_lezen", "opleiding.opleiding_nu"):
        go(scherm, vraag)
        for kaart in rechts(scherm).findChildren(Keuzekaart):
            cijfer, *woorden = kaart.findChildren(QLabel)
            for wat in woorden:
                vrij = wat.geometry().left() if wat.geometry().left() < cijfer.geometry().left() else 99
                assert vrij >= 36
                assert isinstance(wat, Groottekst)
                assert wat.is_from_right


@pytest.mark.parametrize("schaal", [100, 150, 200])
@pytest.mark.parametrize("taal", ["nl", "ar"])
def test_a_scale_is_whole_on_the_narrowest_half(qtbot: QtBot, taal: str, schaal: int) -> None:
    thema.apply("licht", schaal)
    kant = Kant(qtbot)
    helft = kant.helft
    kant.gedeeld.set_taal(taal)
    helft.resize(px(GEDEELD), 500)
    helft.show()
    vragen = [v for v in DATA.formulieren.vragen.values() if v.type == "range" and v.read_aloud]
    assert vragen
    for vraag in vragen:
        kant.gedeeld.ask(Gevraagd(vraag))
        if kant.gedeeld.is_bedekt:
            kant.gedeeld.toggle_bedekt()
        # The letters get their size in one round, and their place in the next.
        QApplication.processEvents()
        QApplication.processEvents()
        kaarten = [w for w in helft.findChildren(Keuzekaart) if w.isVisible()]
        assert kaarten
        vlak = helft._vlak.viewport()
        for kaart in kaarten:
            links = kaart.mapTo(vlak, QPoint()).x()
            assert links >= 0, vraag.naam
            assert links + kaart.width() <= vlak.width(), vraag.naam
            assert kaart.width() >= kaart.minimumSizeHint().width()
        assert helft._vlak.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("schaal", [100, 200])
def test_with_room_for_one_half_a_button_says_where_the_other_is(zaal: Zaal, schaal: int) -> None:
    zaal.gesprek()
    scherm = zaal.scherm()
    thema.apply("licht", schaal)
    aan = go(scherm, "taalniveau.geletterdheid")
    scherm.resize(px(STAF + GEDEELD + 100), 700)
    QApplication.processEvents()
    assert not aan.naar_gedeeld.isVisible()
    scherm.resize(px(STAF + 40), 700)
    QApplication.processEvents()
    assert aan.naar_gedeeld.isVisible()
    assert "F6" in aan.naar_gedeeld.text()
    assert not aan.gedeeld.isVisible()
    click(aan.naar_gedeeld)
    assert aan.gedeeld.isVisible()
    assert not aan.links.isVisible()
    click(aan.naar_eigen)
    assert aan.links.isVisible()
    assert not aan.gedeeld.isVisible()
    press(scherm, Qt.Key.Key_F6)
    assert aan.gedeeld.isVisible()
    press(scherm, Qt.Key.Key_F6)
    assert aan.links.isVisible()
