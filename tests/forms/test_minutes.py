"""Minutes of a conversation by stated assumptions, and what is too long to be listened to."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from intake_assistant.domain.formulier import GESPREKKEN
from intake_assistant.domain.informatie import Informatieonderwerp
from intake_assistant.errors import KnownError
from intake_assistant.forms.checking.check import warnings
from intake_assistant.forms.checking.minutes import Aannamen, lengths, load_aannamen, minutes_of
from intake_assistant.forms.loader import load_formulieren
from intake_assistant.paths import forms_dir
from tests.forms.kleine_formulieren import PIP, Formulier, goed, veld, write_forms

AANNAMEN = Aannamen(
    open=100, gesloten=50, notitie=10, vinken=1, vertellen=20, opnieuw=10, rondom=5,
    voorwaarde=0.5, niet_begrepen=0.1, rijen=3, meeste=75,
)  # fmt: skip


def of(tmp_path: Path, *rijen: dict[str, Any]) -> dict[int, float]:
    formulier = goed() | {"survey": [{"type": "note", "name": "taal.opening", "label": "Taal."}, *rijen]}
    (deel,) = load_formulieren(write_forms(tmp_path / "forms", formulier)).startposities
    return dict(minutes_of(deel, AANNAMEN))


def stil(naam: str, **kolommen: object) -> dict[str, Any]:
    pip = {"sensitivity": 0, "from_gesprek": 2, "read_aloud": False, "grondslag": "Wet 14"}
    return veld("text", naam, pip=pip, **kolommen)


def test_open_closed_said_and_ticked_take_what_was_assumed(tmp_path: Path) -> None:
    found = of(tmp_path, veld("text", "taal.a"), veld("select_one ja_nee", "taal.b"), stil("taal.c"))
    # The opening is said, the two questions are asked from the first, the third is ticked from the second.
    assert found == {1: 10 + 100 + 50, 2: 1, 3: 0, 4: 0, 5: 0}


def test_a_page_comes_up_whole_with_its_first_question(tmp_path: Path) -> None:
    blad = {"type": "begin_group", "name": "taal.blad", "label": "Blad", "appearance": "field-list"}
    found = of(tmp_path, blad, stil("taal.a"), veld("text", "taal.b"), {"type": "end_group"})
    assert found[1] == 10 + 1 + 100


def test_a_condition_counts_in_part_also_of_what_stands_above_and_never_where_it_is_no_longer_asked(
    tmp_path: Path,
) -> None:
    blad = {"type": "begin_group", "name": "taal.blad", "label": "Blad", "relevant": "${taal.a} != ''"}
    found = of(
        tmp_path,
        veld("text", "taal.a"),
        blad,
        veld("text", "taal.b"),
        {"type": "end_group"},
        {**veld("text", "taal.c"), "pip": {**PIP, "read_aloud": False, "vervallen": True}},
    )
    assert found[1] == 10 + 100 + 50


def test_a_card_is_filled_as_often_as_assumed(tmp_path: Path) -> None:
    herhaling = {"type": "begin_repeat", "name": "taal.r", "label": "Kaarten"}
    assert of(tmp_path, herhaling, veld("text", "taal.r.x"), {"type": "end_repeat"})[1] == 10 + 300


def test_what_is_told_counts_for_who_is_told_most(tmp_path: Path) -> None:
    formulieren = load_formulieren(write_forms(tmp_path / "forms", goed()))
    een = Informatieonderwerp(
        id="x", titel="", tekst="", controlevraag="", guidance="", from_gesprek=4, herhalen=True,
        doelgroepen=("gezinsmigrant",), grondslag="",
    )  # fmt: skip
    eerste, vierde = lengths(formulieren, (een,), AANNAMEN)
    assert (eerste.nummer, eerste.vertellen, eerste.rondom) == (1, 0, 5)
    assert (vierde.nummer, vierde.vragen, vierde.minuten) == (4, 0, 21 + 5)


def spoken(label: str) -> Callable[[Formulier], None]:
    return lambda f: f["survey"].append(veld("text", "taal.extra", label=label))


@pytest.mark.parametrize(
    ("label", "regel"),
    [
        ("Stel: u wordt ziek. Wie belt u?", "stel"),
        ("een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien?", "lang"),
        (" ".join(["woord"] * 14 + ["zin.", "woord"] * 30), "gemiddeld_lang"),
    ],
)
def test_what_cannot_be_listened_to_is_warned_of(tmp_path: Path, label: str, regel: str) -> None:
    formulier = goed()
    spoken(label)(formulier)
    formulieren = load_formulieren(write_forms(tmp_path / "forms", formulier))
    (found,) = [w for w in warnings(formulieren, frozenset()) if w.regel == regel]
    assert found.tekst.count("{") == 0


def test_the_assumptions_are_complete_numbers(tmp_path: Path) -> None:
    shutil.copy(forms_dir() / "minuten.toml", tmp_path)
    assert load_aannamen(tmp_path).meeste == 75
    (tmp_path / "minuten.toml").write_text('open = "drie"\nextra = 1\n', "utf-8")
    with pytest.raises(KnownError) as gevangen:
        load_aannamen(tmp_path)
    fouten: Any = gevangen.value.facts["fouten"]
    assert {fout.regel for fout in fouten} == {"kolom", "kolom_type", "ontbreekt"}
    assert len(GESPREKKEN) == 5
