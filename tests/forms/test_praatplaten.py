"""Boards are data: what cannot be is told all at once, and what a municipality adds is a board like ours."""

import re
import shutil
from pathlib import Path

import pytest

from intake_assistant.domain.praatplaat.bord import Bordveld, stand_in, touched
from intake_assistant.errors import KnownError
from intake_assistant.forms.checking.check import check_forms
from intake_assistant.forms.checking.praatplaten import _BORD, _DEEL, _VELD, BESTAND, load_praatplaten
from intake_assistant.forms.loader import load_formulieren
from intake_assistant.paths import forms_dir

FORMULIEREN = load_formulieren(forms_dir())
BORDEN = {bord.id: bord for bord in load_praatplaten(forms_dir(), FORMULIEREN)}
FOUT = """
[[bord]]
id = "een"
soort = "kwadrant"
titel = "Titel"
bij = ["taalniveau.talen", "taalniveau.nergens"]
[[bord.deel]]
id = "deel"
herhaling = "taalniveau.taal"
[[bord.deel.veld]]
naam = "taalniveau.talen.spreken"
rol = "keuze"
[[bord]]
id = "een"
soort = "rijen"
titel = "Titel"
uitleg = "Uitleg"
bij = ["taalniveau.talen"]
[[bord.deel]]
id = "deel"
herhaling = "taalniveau.talen"
[[bord.deel.veld]]
naam = "taalniveau.talen.spreken"
rol = "keuze"
[[bord.deel.veld]]
naam = "taalniveau.talen.taal"
rol = "kop"
aanbod = ["klingon"]
"""


def test_the_four_boards_bind_questions_that_there_are() -> None:
    assert list(BORDEN) == ["talen", "week", "thuis", "loopbaan"]
    assert {veld.naam for bord in BORDEN.values() for veld in bord.velden} <= FORMULIEREN.vragen.keys()


def test_every_mistake_of_a_board_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "praatplaten.toml").write_text(FOUT, encoding="utf-8")
    with pytest.raises(KnownError) as caught:
        load_praatplaten(tmp_path, FORMULIEREN)
    told = str(caught.value.facts["fouten"])
    for part in ("kwadrant", "uitleg", "taalniveau.nergens", "taalniveau.taal ", "een staat er", "klingon"):
        assert part in told
    assert "taalniveau.talen.spreken: range" in told


def test_without_a_file_there_are_no_boards(tmp_path: Path) -> None:
    assert load_praatplaten(tmp_path, FORMULIEREN) == ()


def test_a_picture_that_is_not_there_is_warned_of(tmp_path: Path) -> None:
    shutil.copytree(forms_dir(), tmp_path / "forms")
    pad = tmp_path / "forms" / "praatplaten.toml"
    pad.write_text(pad.read_text("utf-8").replace("avond.svg", "nacht.svg"), encoding="utf-8")
    assert [w.aantal for w in check_forms(tmp_path / "forms").waarschuwingen] == ["nacht.svg"]


@pytest.mark.parametrize(
    ("naam", "rol", "nu", "code", "dan"),
    [
        ("taalniveau.talen.spreken", "schaal", None, "0", 0),
        ("taalniveau.talen.spreken", "schaal", 0, "0", None),
        ("taalniveau.talen.spreken", "schaal", 0, "5", 5),
        ("gezinssituatie.heeft_partner", "keuze", "ja", "nee", "nee"),
        ("gezinssituatie.heeft_partner", "keuze", "ja", "ja", None),
        ("randvoorwaarden.week.ochtend", "keuze", ["rust"], "les", ["les", "rust"]),
        ("randvoorwaarden.week.ochtend", "keuze", ["les", "oud"], "werk", ["les", "werk", "oud"]),
        ("randvoorwaarden.week.ochtend", "keuze", ["les"], "les", None),
        ("opleiding.scholen.jaren", "duur", None, "-1", 6),
        ("opleiding.scholen.jaren", "duur", 0, "-1", 0),
        ("opleiding.scholen.jaren", "duur", 3, "+1", 4),
    ],
)
def test_a_touch_gives_what_the_form_would(naam: str, rol: str, nu: object, code: str, dan: object) -> None:
    veld = Bordveld(naam=naam, rol=rol, eerst=6)  # type: ignore[arg-type]  # one of the roles
    assert touched(FORMULIEREN.vraag(naam), veld, nu, code, 2026) == dan


def test_what_stands_on_a_board_is_made_of_the_answers_of_any_day() -> None:
    values = {"taalniveau.talen": {"r1": {"taal": "ar", "lezen": 0}}, "gezinssituatie.heeft_partner": "ja"}
    (talen,) = stand_in(BORDEN["talen"], values)
    assert [(rij.id, dict(rij.waarden)) for rij in talen] == [
        ("r1", {"taalniveau.talen.taal": "ar", "taalniveau.talen.lezen": 0})
    ]
    anderen, kinderen = stand_in(BORDEN["thuis"], values)
    assert dict(anderen[0].waarden) == {"gezinssituatie.heeft_partner": "ja"}
    assert kinderen == ()


def test_the_head_of_the_file_explains_each_column() -> None:
    head = (forms_dir() / BESTAND).read_text(encoding="utf-8").split("\n[[bord]]\n", 1)[0]
    columns = {*_BORD, *_DEEL, *_VELD} - {"deel", "veld"}
    assert [column for column in sorted(columns) if not re.search(rf"\b{column}\b", head)] == []
    required = head.split("# Verplicht:", 1)[1].split("\n", 1)[0]
    assert all(
        re.search(rf"\b{naam}\b", required) for naam in ("id", "soort", "titel", "uitleg", "naam", "rol")
    )
