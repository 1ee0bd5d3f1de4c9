"""Shared lists, rules and topics load as strictly as the forms."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from intake_assistant.errors import KnownError
from intake_assistant.forms.informatie import load_gespreksvragen, load_informatie
from intake_assistant.forms.keuzelijsten import load_keuzelijsten
from intake_assistant.forms.regels import load_regels
from tests.forms.kleine_formulieren import KEUZELIJSTEN

REGEL = {
    "sleutel": "pip.termijn",
    "waarde": 70,
    "eenheid": "dagen",
    "geldig_van": "2022-01-01",
    "doelgroep": [],
    "leerroute": [],
    "bron": "Besl 5.3",
    "gecontroleerd_op": "niet gecontroleerd",
}
ONDERWERP = {
    "id": "plicht",
    "titel": "U moet inburgeren",
    "tekst": "U moet inburgeren.",
    "controlevraag": "Wat gaat u doen?",
    "guidance": "Rustig.",
    "from_gesprek": 1,
    "herhalen": "ja",
    "doelgroep": ["gezinsmigrant"],
    "grondslag": "Wet 3",
}


def rules_of(load: Callable[[Path], object], pad: Path) -> set[tuple[str, str]]:
    with pytest.raises(KnownError) as gevangen:
        load(pad)
    fouten: Any = gevangen.value.facts["fouten"]
    assert str(fouten)
    return {(fout.regel, fout.gevonden) for fout in fouten}


def write_regels(folder: Path, *regels: dict[str, Any]) -> Path:
    folder.mkdir(exist_ok=True)
    tekst = tomli_w.dumps({"regel": list(regels)})
    # A date in TOML stands without quotes.
    for dag in ("2022-01-01", "2022-12-31", "2021-01-01"):
        tekst = tekst.replace(f'"{dag}"', dag)
    (folder / "wet.toml").write_text(tekst, "utf-8")
    return folder


def test_names_come_from_babel_and_pycountry_and_our_own_go_before(tmp_path: Path) -> None:
    (tmp_path / "keuzelijsten.toml").write_text(tomli_w.dumps(KEUZELIJSTEN), "utf-8")
    lijsten = load_keuzelijsten(tmp_path)
    assert [(taal.naam, taal.label) for taal in lijsten["talen"]] == [
        ("ti", "Tigrinya (Eritrea)"),
        ("nl", "Nederlands"),
    ]
    landen = [land.naam for land in lijsten["landen"]]
    assert landen[:3] == ["SYR", "AFG", "ALA"]
    assert len(landen) == len(set(landen)) > 240


@pytest.mark.parametrize(
    ("lijst", "fout"),
    [
        ({"naam": "x"}, ("lijst_leeg", "x")),
        ({"naam": "ja_nee", "keuze": [{"name": "a", "label": "a"}]}, ("dubbel", "ja_nee")),
        ({"keuze": [{"name": "a", "label": "a"}]}, ("ontbreekt", "naam")),
        ({"naam": "x", "keuze": [{"name": "a b", "label": "a"}]}, ("code", "a b")),
        ({"naam": "x", "keuze": [{"name": "a", "labl": "a"}]}, ("kolom", "labl")),
        ({"naam": "x", "bron": "babel:talen", "codes": ["ti", "qqq"]}, ("code_zonder_naam", "qqq")),
        ({"naam": "x", "bron": "babel:talen", "codes": ["ti", "ti"]}, ("dubbel", "ti")),
        ({"naam": "x", "bron": "babel:landen"}, ("bron", "babel:landen")),
        ({"naam": "x", "bron": "pycountry:landen", "vooraan": ["SYRIE"]}, ("code_zonder_naam", "SYRIE")),
        ({"naam": "x", "namen": "ti"}, ("kolom_type", "namen = 'ti'")),
    ],
)
def test_a_wrong_list_refuses(tmp_path: Path, lijst: dict[str, Any], fout: tuple[str, str]) -> None:
    inhoud = deepcopy(KEUZELIJSTEN)
    inhoud["lijst"].append(lijst)
    (tmp_path / "keuzelijsten.toml").write_text(tomli_w.dumps(inhoud), "utf-8")
    assert fout in rules_of(load_keuzelijsten, tmp_path)


@pytest.mark.parametrize(
    ("change", "fout"),
    [
        ({"waarden": 3}, ("kolom", "waarden")),
        ({"waarde": 3.5}, ("kolom_type", "waarde = 3.5")),
        ({"geldig_van": "gisteren"}, ("kolom_type", "geldig_van = 'gisteren'")),
        ({"geldig_tot": "2021-01-01"}, ("kolom_waarde", "geldig_tot = 2021-01-01")),
        ({"doelgroep": ["asiel"]}, ("code_onbekend", "asiel")),
        ({"leerroute": ["B1"]}, ("code_onbekend", "B1")),
        ({"gecontroleerd_op": "laatst"}, ("kolom_waarde", "gecontroleerd_op = laatst")),
    ],
)
def test_a_wrong_rule_refuses(tmp_path: Path, change: dict[str, Any], fout: tuple[str, str]) -> None:
    assert fout in rules_of(load_regels, write_regels(tmp_path / "regels", REGEL | change))


def test_a_rule_lacks_its_source(tmp_path: Path) -> None:
    regel = {kolom: waarde for kolom, waarde in REGEL.items() if kolom != "bron"}
    assert rules_of(load_regels, write_regels(tmp_path / "regels", regel)) == {("ontbreekt", "bron")}


def test_two_values_for_one_day_refuse(tmp_path: Path) -> None:
    folder = write_regels(tmp_path / "regels", REGEL, REGEL | {"waarde": 71})
    assert rules_of(load_regels, folder) == {("regel_overlap", "pip.termijn 2022-01-01")}
    assert (
        len(load_regels(write_regels(tmp_path / "regels", REGEL, REGEL | {"leerroute": ["Z"]})).regels) == 2
    )


def test_no_rules_refuse(tmp_path: Path) -> None:
    assert rules_of(load_regels, tmp_path) == {("bestand_ontbreekt", tmp_path.name)}


@pytest.mark.parametrize(
    ("change", "fout"),
    [
        ({"tekts": "x"}, ("kolom", "tekts")),
        ({"from_gesprek": 6}, ("kolom_waarde", "from_gesprek = 6")),
        ({"herhalen": "soms"}, ("kolom_waarde", "herhalen = soms")),
        ({"doelgroep": ["iedereen"]}, ("code_onbekend", "iedereen")),
        ({}, ("dubbel", "plicht")),
    ],
)
def test_a_wrong_topic_refuses(tmp_path: Path, change: dict[str, Any], fout: tuple[str, str]) -> None:
    inhoud = {"onderwerp": [ONDERWERP, ONDERWERP | change]}
    (tmp_path / "informatie.toml").write_text(tomli_w.dumps(inhoud), "utf-8")
    assert fout in rules_of(load_informatie, tmp_path)


def test_a_topic_for_one_doelgroep(tmp_path: Path) -> None:
    (tmp_path / "informatie.toml").write_text(tomli_w.dumps({"onderwerp": [ONDERWERP]}), "utf-8")
    (onderwerp,) = load_informatie(tmp_path)
    assert onderwerp.herhalen
    assert onderwerp.is_voor("gezinsmigrant")
    assert not onderwerp.is_voor("asielstatushouder")


ELK_GESPREK = [
    {"id": "sinds_vorige", "label": "Hoe ging het?", "guidance": "Luister.", "from_gesprek": 2},
    {"id": "nog_zeggen", "label": "Wat wilt u nog zeggen?", "guidance": "Wacht.", "from_gesprek": 1},
]


@pytest.mark.parametrize(
    ("change", "fout"),
    [
        ({"id": "nog_zegen"}, ("code_onbekend", "nog_zegen")),
        ({"id": "nog_zegen"}, ("ontbreekt", "nog_zeggen")),
        ({"from_gesprek": 6}, ("kolom_waarde", "from_gesprek = 6")),
        ({"label": ""}, ("leeg", "label")),
        ({"hint": "x"}, ("kolom", "hint")),
        ({"guidance": 3}, ("kolom_type", "guidance = 3")),
    ],
)
def test_a_wrong_question_of_each_conversation_refuses(
    tmp_path: Path, change: dict[str, Any], fout: tuple[str, str]
) -> None:
    eerste, tweede = ELK_GESPREK
    (tmp_path / "gesprek.toml").write_text(tomli_w.dumps({"vraag": [eerste, tweede | change]}), "utf-8")
    assert fout in rules_of(load_gespreksvragen, tmp_path)


def test_what_is_asked_in_each_conversation_is_found_by_id(tmp_path: Path) -> None:
    (tmp_path / "gesprek.toml").write_text(tomli_w.dumps({"vraag": ELK_GESPREK}), "utf-8")
    found = load_gespreksvragen(tmp_path)
    assert [vraag.from_gesprek for vraag in found.values()] == [2, 1]
    assert ("bestand_ontbreekt", "gesprek.toml") in rules_of(load_gespreksvragen, tmp_path / "leeg")
