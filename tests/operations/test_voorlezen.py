"""What is read aloud when consent is asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.forms.toestemmingstekst import load_toestemmingsteksten
from intake_assistant.operations.voorlezen import keep_ontwerp, ontwerp_of, toestemmingsteksten, voorgelezen
from intake_assistant.operations.workspace import Workspace
from intake_assistant.paths import forms_dir
from tests.ui.gevuld import filled_vault

VELDEN = {"partij": "Taalschool De Brug", "doel": "lestijden kiezen.", "richting": "delen"}


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Workspace]:
    with filled_vault(tmp_path) as (made, _):
        yield made


def test_the_text_names_party_purpose_and_data(work: Workspace) -> None:
    gegevens = ["taalniveau", "motivatie.beroepswens"]
    found = voorgelezen(work, {**VELDEN, "gegevens": gegevens})
    assert found
    assert "aan Taalschool De Brug?" in found.tekst
    assert "dit doel: lestijden kiezen." in found.tekst
    assert "–  de talen die u spreekt\n" in found.tekst
    assert "uw antwoord op ‘" in found.tekst
    assert "nee" in found.tekst.casefold()
    assert "{" not in found.tekst


def test_staff_labels_are_never_spoken(work: Workspace) -> None:
    gegevens = ["opleiding.hoogste_niveau", "taalniveau.nl_spreken", "werkervaring.banen"]
    found = voorgelezen(work, {**VELDEN, "gegevens": gegevens})
    assert found
    assert "ederlands spreken" not in found.tekst
    assert "oogste niveau" not in found.tekst
    assert "–  uw school en uw diploma’s: één antwoord\n" in found.tekst
    assert "–  het werk dat u heeft gedaan: ‘Dit werk heeft u gedaan: …’\n" in found.tekst


def test_many_questions_of_one_subject_are_one_line(work: Workspace) -> None:
    vragen = [v.naam for v in work.data.formulieren.vragen.values() if v.startpositie == "opleiding"]
    gegevens = [naam for naam in vragen if work.data.formulieren.vraag(naam).is_veld]
    found = voorgelezen(work, {**VELDEN, "gegevens": gegevens})
    assert found
    assert found.tekst.count("–  ") == 1
    assert f"en nog {len(gegevens) - 2} antwoorden" in found.tekst


def test_a_whole_subject_with_a_special_question_is_said_twice(work: Workspace) -> None:
    gegevens = ["fysieke_gezondheid", "fysieke_gezondheid.aanpassing"]
    found = voorgelezen(work, {**VELDEN, "gegevens": gegevens})
    assert found
    assert "–  hoe het met uw lichaam gaat\n–  hoe het met uw lichaam gaat: uw antwoord op ‘" in found.tekst


def test_what_was_read_as_version_1_stays_as_it_was_read(work: Workspace) -> None:
    found = voorgelezen(work, {**VELDEN, "gegevens": ["taalniveau"]}, versie="1")
    assert found
    assert "–  taalniveau\n" in found.tekst


def test_special_data_add_their_own_question(work: Workspace) -> None:
    plain = voorgelezen(work, {**VELDEN, "gegevens": ["taalniveau"]})
    special = voorgelezen(work, {**VELDEN, "gegevens": ["fysieke_gezondheid.aanpassing"]})
    assert plain
    assert special
    assert len(special.alineas) == len(plain.alineas) + 1
    assert "apart" in special.alineas[1]


def test_a_language_without_a_translation_says_so(work: Workspace) -> None:
    found = voorgelezen(work, {**VELDEN, "gegevens": ["taalniveau"]}, taal="so")
    assert found
    assert found.stand == "ontbreekt"
    assert voorgelezen(work, {**VELDEN, "gegevens": []}, versie="99") is None


def test_each_direction_has_a_text_and_each_party_an_article(work: Workspace) -> None:
    teksten = toestemmingsteksten(work)
    assert teksten.newest("opvragen").richting == "opvragen"
    assert {w.id for w in teksten.wettelijk} >= {"duo", "taalschool", "coa", "cbs", "andere_gemeente"}
    assert all(w.artikel and w.zeg for w in teksten.wettelijk)


def test_what_is_spoken_is_short(work: Workspace) -> None:
    for tekst in toestemmingsteksten(work).teksten:
        heel = f"{tekst.tekst} {tekst.uitdrukkelijk} {tekst.vrije_keuze}".replace("?", ".").replace("\n", " ")
        assert all(len(zin.split()) <= 16 for zin in heel.split(".")), tekst.richting


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    whole = (forms_dir() / "toestemming.toml").read_text(encoding="utf-8")
    wrong = whole.replace("{partij}", "{partei}").replace('richting = "delen"', 'richting = "deelen"')
    (tmp_path / "toestemming.toml").write_text(wrong, encoding="utf-8")
    with pytest.raises(KnownError) as raised:
        load_toestemmingsteksten(tmp_path)
    told = str(raised.value.facts["fouten"])
    assert raised.value.code == "form.invalid"
    assert "partei" in told
    assert "deelen" in told


def test_what_was_prepared_is_remembered_and_forgotten(work: Workspace) -> None:
    keep_ontwerp(work, "d1", {"partij": "School", "gegevens": ["taalniveau"]})
    assert ontwerp_of(work, "d1")["gegevens"] == ["taalniveau"]
    assert ontwerp_of(work, "d2") == {}
    keep_ontwerp(work, "d1", {})
    assert ontwerp_of(work, "d1") == {}
