"""Small forms on disk, made from a good one by changing what a test is about."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import tomli_w

Formulier = dict[str, Any]

PIP = {"sensitivity": 0, "from_gesprek": 1, "read_aloud": True, "deel": "ontwikkelplan",
       "plek": "sterk", "zin": "U zei: {waarde}."}  # fmt: skip


def veld(soort: str, naam: str, **kolommen: object) -> dict[str, Any]:
    """A row with everything a field needs."""
    return {"type": soort, "name": naam, "label": "Wat kunt u?", "guidance_hint": "Luister."} | {
        "pip": dict(PIP)
    } | kolommen  # fmt: skip


def goed() -> Formulier:
    """A small form without mistakes."""
    return deepcopy(
        {
            "settings": {"form_id": "taal", "form_title": "Taal", "version": "1", "doel": "Taal weten."},
            "survey": [
                {"type": "note", "name": "taal.opening", "label": "Nu over taal."},
                veld("select_one ja_nee", "taal.leest"),
                {"type": "begin_group", "name": "taal.blad", "label": "Lezen", "appearance": "field-list",
                 "relevant": "${taal.leest} = 'ja'"},
                veld("text", "taal.verhaal"),
                veld("select_multiple schrift", "taal.schrift",
                     constraint="not(selected(., 'geen') and count-selected(.) > 1)",
                     constraint_message="Geen past niet bij iets anders."),
                veld("range", "taal.schaal", parameters="start=1 end=5 step=1",
                     relevant="selected(${taal.schrift}, 'latijns')"),
                {"type": "end_group"},
                veld("date", "taal.toets", constraint=". <= today()", constraint_message="Nog niet geweest."),
                {"type": "begin_repeat", "name": "taal.cursussen", "label": "Cursussen"},
                veld("text", "taal.cursussen.waar"),
                veld("integer", "taal.cursussen.uren", relevant="${taal.cursussen.waar} != ''",
                     constraint=". > 0", constraint_message="Meer dan nul."),
                {"type": "end_repeat"},
                veld("decimal", "taal.totaal", relevant="count(${taal.cursussen}) > 1"),
            ],
            "choices": [
                {"list_name": "schrift", "name": "latijns", "label": "met Nederlandse letters"},
                {"list_name": "schrift", "name": "geen", "label": "ik schrijf niet"},
            ],
        }
    )  # fmt: skip


KEUZELIJSTEN = {
    "lijst": [
        {"naam": "ja_nee", "keuze": [{"name": "ja", "label": "ja"}, {"name": "nee", "label": "nee"}]},
        {
            "naam": "talen",
            "bron": "babel:talen",
            "codes": ["ti", "nl"],
            "namen": {"ti": "Tigrinya (Eritrea)"},
        },
        {"naam": "landen", "bron": "pycountry:landen", "vooraan": ["SYR"]},
    ]
}


def write_forms(folder: Path, *formulieren: Formulier, keuzelijsten: Formulier = KEUZELIJSTEN) -> Path:
    """Write forms as 01_<form_id>.toml and on, and the shared lists."""
    (folder / "startposities").mkdir(parents=True)
    (folder / "keuzelijsten.toml").write_text(tomli_w.dumps(keuzelijsten), "utf-8")
    for nummer, formulier in enumerate(formulieren, start=1):
        pad = folder / "startposities" / f"{nummer:02}_{formulier['settings']['form_id']}.toml"
        pad.write_text(tomli_w.dumps(formulier), "utf-8")
    return folder
