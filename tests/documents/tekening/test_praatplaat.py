"""The drawing of a board: a finger fits on all that can be touched, from either side of reading."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.documents.tekening.praatplaat import draw_plaat
from intake_assistant.documents.tekening.svg import as_svg
from intake_assistant.documents.tekening.vormen import Letter, Prent, Schrift
from intake_assistant.domain.praatplaat.bord import stand_in
from intake_assistant.operations.words.praatplaat.blad import Bordgreep, Bordzicht, blad_van_bord
from intake_assistant.operations.words.vertaling import taal_van
from tests.gelezen import lazily

DATA = lazily()
LETTER = Letter(22, lambda tekst: len(tekst) * 11)
VALUES = {
    "taalniveau.talen": {"r1": {"taal": "en", "spreken": 3, "lezen": 0}, "r2": {"taal": "tr"}},
    "randvoorwaarden.week": {"r3": {"dag": "maandag", "ochtend": ["les", "zorg", "werk", "rust"]}},
    "gezinssituatie.kinderen": {"r4": {"geboortejaar": 2015, "woont_in": "NLD", "naar": "school"}, "r5": {}},
    "gezinssituatie.heeft_partner": "ja",
    "opleiding.scholen": {"r6": {"soort": "basis", "van_leeftijd": 6, "jaren": 6}, "r7": {"soort": "wo"}},
    "werkervaring.banen": {"r8": {"beroep": "bakker", "tot_jaar": 2020, "jaren": 0, "soort": "familie"}},
}
OPEN = {"talen": ("taal", "r1"), "thuis": ("kind", "r4"), "loopbaan": ("werk", "r8"), "week": ("", "")}


def zicht(id_: str, **greep: Any) -> Bordzicht:
    bord = next(bord for bord in DATA.praatplaten if bord.id == id_)
    held = Bordgreep(**{"open": OPEN[id_], **greep})
    return Bordzicht(bord, stand_in(bord, VALUES), held, 1990, formulieren=DATA.formulieren)


@pytest.mark.parametrize("id_", OPEN)
@pytest.mark.parametrize("taal", ["nl", "ar", "ti"])
@pytest.mark.parametrize("breed", [300, 550, 1300])
def test_a_finger_fits_and_nothing_lies_beyond_the_edge(id_: str, taal: str, breed: int) -> None:
    blad = blad_van_bord(taal_van(taal), zicht(id_))
    assert blad.plaat is not None
    made = draw_plaat(blad.plaat, breed, LETTER, 44)
    least = 44 if breed > 500 else 28
    for vak in made.vakken:
        assert min(vak.breed, vak.hoog) >= least - 0.01, vak
        assert vak.x >= -0.01
        assert vak.x + vak.breed <= breed + 0.01, vak
        assert vak.y + vak.hoog <= made.tekening.hoog + 0.01
    assert any(isinstance(vorm, Prent) for vorm in made.tekening.vormen)


@pytest.mark.parametrize("id_", OPEN)
def test_from_the_right_all_is_mirrored_but_pictures_and_words(id_: str) -> None:
    ar = blad_van_bord(taal_van("ar"), zicht(id_)).plaat
    assert ar is not None
    assert ar.is_rtl
    made = draw_plaat(ar, 600, LETTER, 44)
    assert made.code_at(*made.vakken[0].midden)
    assert all(not re.search("[a-z]{3}", v.tekst) for v in made.tekening.vormen if isinstance(v, Schrift))


def test_what_somebody_typed_in_dutch_is_on_no_board_in_another_language() -> None:
    for taal in ("ar", "en", "uk"):
        blad = blad_van_bord(taal_van(taal), zicht("loopbaan", open=("", "")))
        assert "bakker" not in str(blad)


def test_of_a_touch_what_lies_on_top_is_meant() -> None:
    blad = blad_van_bord(taal_van("nl"), zicht("talen"))
    assert blad.plaat is not None
    made = draw_plaat(blad.plaat, 600, LETTER, 44)
    step = next(vak for vak in made.vakken if vak.code.endswith("lezen|4"))
    assert made.code_at(*step.midden) == step.code
    assert made.code_at(-5, -5) == ""


@given(
    st.lists(
        st.fixed_dictionaries({"van_leeftijd": st.integers(0, 99), "jaren": st.integers(0, 70)}), max_size=12
    )
)
def test_bars_of_any_life_lie_beside_each_other(scholen: list[dict[str, int]]) -> None:
    bord = next(bord for bord in DATA.praatplaten if bord.id == "loopbaan")
    stand = stand_in(bord, {"opleiding.scholen": {f"r{n}": rij for n, rij in enumerate(scholen)}})
    blad = blad_van_bord(
        taal_van("nl"), Bordzicht(bord, stand, Bordgreep(), 1980, formulieren=DATA.formulieren)
    )
    assert blad.plaat is not None
    vakken = draw_plaat(blad.plaat, 560, LETTER, 44).vakken
    bars = [vak for vak in vakken if "|open|school|r" in vak.code]
    assert len(bars) == len(scholen)
    for nummer, een in enumerate(bars):
        for ander in bars[nummer + 1 :]:
            apart = een.x + een.breed <= ander.x + 0.6 or ander.x + ander.breed <= een.x + 0.6
            assert apart or een.y + een.hoog <= ander.y or ander.y + ander.hoog <= een.y


def test_on_paper_it_has_its_pictures_in_it() -> None:
    blad = blad_van_bord(taal_van("nl"), zicht("week"))
    assert blad.plaat is not None
    svg = as_svg(draw_plaat(blad.plaat, 480, LETTER, 30).tekening, DATA.folder / "beelden")
    assert svg.count("<svg") > 10
    assert "<image" not in svg
