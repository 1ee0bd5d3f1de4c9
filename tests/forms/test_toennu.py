"""Which questions lie side by side is data: checked, and never what is asked only with trust."""

from pathlib import Path
from typing import Any

import pytest
import tomli_w

from intake_assistant.errors import KnownError
from intake_assistant.forms.checking.toennu import BESTAND, load_toennu
from intake_assistant.forms.fouten import Foutenlijst
from intake_assistant.paths import forms_dir
from tests.gelezen import lazily

FORMULIEREN = lazily().formulieren
GOED: dict[str, Any] = {"startpositie": "taalniveau", "vragen": ["taalniveau.nl_lezen"]}
TRAP: dict[str, Any] = {"lijst": "niveaus_nl", "treden": ["a1", "a2"]}


def written(folder: Path, onderwerp: dict[str, Any], trap: dict[str, Any] = TRAP) -> Path:
    (folder / BESTAND).write_text(tomli_w.dumps({"onderwerp": [onderwerp], "trap": [trap]}), "utf-8")
    return folder


def rules(error: KnownError) -> list[str]:
    fouten = error.facts["fouten"]
    assert isinstance(fouten, Foutenlijst)
    return [fout.regel for fout in fouten]


def test_what_the_program_brings_along_is_good_and_holds_nothing_that_needs_trust() -> None:
    keuze = load_toennu(forms_dir(), FORMULIEREN)
    assert [een.startpositie for een in keuze.onderwerpen][:2] == ["taalniveau", "randvoorwaarden"]
    namen = [naam for een in keuze.onderwerpen for naam in een.vragen]
    assert len(namen) > 30
    assert [naam for naam in namen if FORMULIEREN.vragen[naam].is_vertrouwelijk] == []
    assert [een.startpositie for een in keuze.onderwerpen if een.afspraken] == ["motivatie"]


def test_two_stairs_of_one_list_do_not_run_on_in_each_other() -> None:
    keuze = load_toennu(forms_dir(), FORMULIEREN)
    assert keuze.trede("niveaus_nl", "pre_a1") == (1, 5)
    assert keuze.trede("niveaus_nl", "b1") == (4, 5)
    assert keuze.trede("niveaus_nl", "alfa_b") == (2, 3)
    assert keuze.trede("niveaus_nl", "c2") is None
    assert keuze.trede("ja_nee", "ja") is None


def test_a_folder_without_the_file_has_none(tmp_path: Path) -> None:
    assert load_toennu(tmp_path, FORMULIEREN).onderwerpen == ()


@pytest.mark.parametrize(
    ("change", "regel"),
    [
        ({"startpositie": "taalnivo"}, "verwijzing"),
        ({"vragen": ["taalniveau.nl_lesen"]}, "verwijzing"),
        ({"vragen": ["taalniveau.opening"]}, "toennu_geen_veld"),
        ({"vragen": ["taalniveau.talen"]}, "toennu_geen_veld"),
        ({"vragen": ["mentale_gezondheid.slapen"]}, "toennu_vertrouwelijk"),
        ({"vragen": ["gezinssituatie.familie_verhaal"]}, "toennu_vertrouwelijk"),
        ({"vragen": ["taalniveau.nl_lezen", "taalniveau.nl_lezen"]}, "dubbel"),
        ({"vraag": "taalniveau.nl_lezen"}, "kolom"),
        ({"afspraken": "ja"}, "kolom_type"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, change: dict[str, Any], regel: str) -> None:
    with pytest.raises(KnownError) as caught:
        load_toennu(written(tmp_path, GOED | change), FORMULIEREN)
    assert rules(caught.value) == [regel]


@pytest.mark.parametrize(
    ("change", "regel"), [({"lijst": "niveau"}, "verwijzing"), ({"treden": ["c9"]}, "code_onbekend")]
)
def test_stairs_that_are_none_are_told(tmp_path: Path, change: dict[str, Any], regel: str) -> None:
    with pytest.raises(KnownError) as caught:
        load_toennu(written(tmp_path, GOED, TRAP | change), FORMULIEREN)
    assert rules(caught.value) == [regel]
