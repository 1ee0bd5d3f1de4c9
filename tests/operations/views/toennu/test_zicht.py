"""What lies side by side in the words of a language: pictures, steps, and nothing Dutch in large letters."""

import datetime
from collections.abc import Iterator

import pytest

from intake_assistant.operations.acts.antwoord import add_rij, record_antwoord
from intake_assistant.operations.views.toennu.vergelijken import Toennu, compare
from intake_assistant.operations.views.toennu.vormen import MEEST, Toennublad, Toennurij
from intake_assistant.operations.views.toennu.zicht import Zegger, gedeelde_bladen, is_on_board
from intake_assistant.operations.words.gedeeld import Gedeeldblad
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import SOURCE, talen

TOEN, NU = datetime.date(2026, 3, 5), datetime.date(2026, 7, 1)
LANG = "Ik wil " + "graag " * 2000


@pytest.fixture
def work(work: Workspace) -> Workspace:
    """An open workspace, on the day that is looked back."""
    return work.at(NU)


@pytest.fixture
def gezien(work: Workspace, dossier: str) -> Toennu:
    then = work.at(TOEN)
    record_antwoord(then, dossier, "taalniveau.nl_lezen", "pre_a1")
    record_antwoord(work, dossier, "taalniveau.nl_lezen", "a2", bron="toets")
    add_rij(then, dossier, "taalniveau.talen", {"taal": "ar", "spreken": 3})
    record_antwoord(then, dossier, "motivatie.beroepswens", LANG)
    record_antwoord(work, dossier, "randvoorwaarden.les_dagen", ["vrijdag", "maandag"])
    return compare(work, work.vault.dossier(dossier), TOEN, NU)


def rows(work: Workspace, gezien: Toennu, code: str) -> dict[str, Toennurij]:
    bladen = [blad.toennu for blad in gedeelde_bladen(work, gezien, taal_van(code))]
    return {rij.naam: rij for blad in bladen if blad for rij in blad.rijen}


def words(blad: Toennublad) -> Iterator[str]:
    yield blad.titel
    yield from (woord for kop in blad.koppen for woord in kop)
    for rij in blad.rijen:
        yield from (rij.woord, rij.toen.zin, rij.nu.zin)


def test_levels_and_scales_are_steps_and_a_test_is_named_where_the_person_said_so_before(
    work: Workspace, gezien: Toennu
) -> None:
    rij = rows(work, gezien, SOURCE)["taalniveau.nl_lezen"]
    assert (rij.toen.trede, rij.nu.trede) == ((1, 5), (3, 5))
    assert (rij.toen.zin, rij.nu.zin) == ("nog geen A1", "A2 (toets)")


def test_what_stands_on_a_board_is_drawn_of_both_days_and_is_a_row_of_the_table_too(
    work: Workspace, gezien: Toennu
) -> None:
    deel = gezien.delen[0]
    zegger = Zegger(work, taal_van(SOURCE))
    (taal,) = (rij for rij in zegger.rijen(deel) if rij and is_on_board(deel, rij.naam))
    assert taal.woord.replace("\u2068", "").replace("\u2069", "") == "Arabisch · Spreken in deze taal"
    # On a scale from nothing to five.
    assert (taal.toen.trede, taal.toen.zin) == ((3, 5), "3 van 5")
    for taalcode in (SOURCE, "ti"):
        bladen = gedeelde_bladen(work, gezien, taal_van(taalcode))
        (bord,) = (blad.toennu for blad in bladen if blad.toennu and blad.toennu.platen)
        assert bord.rijen == ()
        assert [len(plaat.delen[0].rijen) for plaat in bord.platen] == [1, 1]
        assert all(plaat.delen[0].nieuw is None and not plaat.kwasten for plaat in bord.platen)
        assert taal.naam not in rows(work, gezien, taalcode)


def test_choices_bring_their_pictures_in_the_order_of_the_form(work: Workspace, gezien: Toennu) -> None:
    dagen = rows(work, gezien, SOURCE)["randvoorwaarden.les_dagen"]
    assert dagen.nu.woorden == ("maandag", "vrijdag")
    assert dagen.nu.beelden == ("maandag.svg", "vrijdag.svg")
    assert dagen.toen.is_leeg
    assert dagen.toen.zin == "Toen nog niet gevraagd"


def test_what_was_typed_stays_dutch_small_and_short(work: Workspace, gezien: Toennu) -> None:
    bladen = gedeelde_bladen(work, gezien, taal_van("ar"))
    dutch = [zin for blad in bladen for zin in blad.voor_tolk]
    assert len(dutch) == 1
    assert dutch[0].startswith("Is er werk dat u graag wilt doen?")
    assert len(dutch[0]) < 400
    assert not any("graag" in woord for blad in bladen if blad.toennu for woord in words(blad.toennu))


@pytest.mark.parametrize("taal", [taal.code for taal in talen() if taal.code != SOURCE])
def test_every_language_has_a_word_for_all_of_it(work: Workspace, gezien: Toennu, taal: str) -> None:
    found = taal_van(taal)
    bladen: list[Gedeeldblad] = gedeelde_bladen(work, gezien, found)
    assert {blad.stand for blad in bladen} <= {"gecontroleerd", "ongecontroleerd"}
    assert rows(work, gezien, taal).keys() == rows(work, gezien, SOURCE).keys() - {"motivatie.beroepswens"}
    for blad in bladen:
        assert blad.toennu is not None
        assert all(words(blad.toennu))
        assert len(blad.toennu.rijen) <= MEEST
    if found.cijfers != "latn":
        (_, dag), _ = Zegger(work, found).koppen(gezien)
        assert not any(letter in "0123456789" for letter in dag)
