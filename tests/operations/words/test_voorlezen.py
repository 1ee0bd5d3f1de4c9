"""What is read aloud when consent is asked."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.forms.toestemmingstekst import load_toestemmingsteksten
from intake_assistant.operations.words.vertaling import teksten_in
from intake_assistant.operations.words.voorlezen import (
    spoken_gezegd,
    toestemmingsteksten,
    voorgelezen,
)
from intake_assistant.operations.workspace import Data, Workspace
from intake_assistant.paths import forms_dir
from tests.ui.gevuld import filled_vault

VELDEN = {"partij": "Taalschool De Brug", "doel": "lestijden kiezen.", "richting": "delen"}
# More than one phrase can name.
TE_VEEL = 5


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
    assert "–  welk werk u graag wilt doen\n" in found.tekst
    assert "nee" in found.tekst.casefold()
    assert "{" not in found.tekst


def test_each_question_is_a_line_in_its_own_words(work: Workspace) -> None:
    gegevens = ["opleiding.hoogste_niveau", "taalniveau.nl_spreken", "werkervaring.banen"]
    for richting, begin in (("delen", "Dit vertel ik"), ("opvragen", "Dit vraag ik")):
        found = voorgelezen(work, {**VELDEN, "richting": richting, "gegevens": gegevens})
        assert found
        na = found.tekst.partition(f"{begin}, en niets anders:\n")[2]
        assert na.splitlines()[:3] == [
            "–  wat uw hoogste opleiding is",
            "–  hoe goed u Nederlands spreekt",
            "–  alles over uw werk: wat, waar, hoe lang en welke papieren",
        ]


def test_of_a_whole_list_nothing_goes_unsaid(work: Workspace) -> None:
    """AVG 4(11): what each row holds goes along, so the one line says that it does."""
    formulieren = work.data.formulieren
    groot = {v.naam for v in formulieren.vragen.values() if len(formulieren.velden_van(v.naam)) > TE_VEEL}
    assert {"opleiding.scholen", "werkervaring.banen"} <= groot
    for naam in groot:
        assert formulieren.vragen[naam].gezegd.startswith("alles over "), naam


def test_every_question_of_a_subject_is_named(work: Workspace) -> None:
    gegevens = [veld.naam for veld in work.data.formulieren.startpositie("taalniveau").velden]
    found = voorgelezen(work, {**VELDEN, "gegevens": gegevens})
    assert found
    assert found.tekst.count("–  ") == len(gegevens)
    assert "antwoord op" not in found.tekst
    assert "…" not in found.tekst


def test_what_is_in_a_whole_is_not_said_again(work: Workspace) -> None:
    gegevens = ["motivatie", "motivatie.trots", "werkervaring.banen", "werkervaring.banen.beroep"]
    found = voorgelezen(work, {**VELDEN, "gegevens": gegevens})
    assert found
    na = found.tekst.partition("anders:\n")[2].splitlines()
    assert na[0] == "–  wat u graag wilt doen"
    assert na[1].startswith("–  alles over uw werk: ")
    assert na[2].startswith("Ik ")


def test_a_whole_subject_and_its_special_question_are_both_said(work: Workspace) -> None:
    gegevens = ["fysieke_gezondheid", "fysieke_gezondheid.aanpassing"]
    found = voorgelezen(work, {**VELDEN, "gegevens": gegevens})
    assert found
    apart = "–  wat u helpt bij leren of werken"
    assert f"–  hoe het met uw gezondheid gaat\n{apart}\n" in found.tekst


def test_a_question_without_a_phrase_is_said_by_its_subject(work: Workspace) -> None:
    forms = work.data.formulieren
    kaal = {naam: replace(vraag, gezegd="") for naam, vraag in forms.vragen.items()}
    delen = tuple(
        replace(deel, vragen={naam: kaal[naam] for naam in deel.vragen}) for deel in forms.startposities
    )
    gegevens = ["opleiding.hoogste_niveau", "werkervaring.banen", "fysieke_gezondheid.aanpassing"]
    assert spoken_gezegd(replace(forms, startposities=delen), gegevens, "delen").splitlines() == [
        "–  uw school en uw diploma’s: één antwoord",
        "–  het werk dat u heeft gedaan: ‘Dit werk heeft u gedaan: …’",
        "–  hoe het met uw gezondheid gaat: uw antwoord op ‘Wat helpt u om les of werk vol te houden?’",
    ]


def test_what_was_read_as_version_2_stays_as_it_was_read(work: Workspace) -> None:
    vragen = [veld.naam for veld in work.data.formulieren.startpositie("opleiding").velden]
    found = voorgelezen(work, {**VELDEN, "gegevens": [*vragen, "werkervaring.banen"]}, versie="2")
    assert found
    assert found.tekst.count("–  ") == 2
    assert f"en nog {len(vragen) - 2} antwoorden" in found.tekst
    assert "–  het werk dat u heeft gedaan: ‘Dit werk heeft u gedaan: …’\n" in found.tekst


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


def test_a_consent_in_another_language_is_in_that_language_as_a_whole(work: Workspace) -> None:
    asked = {"richting": "delen", "partij": "de huisarts", "doel": "vaker bellen"}
    gegevens = ["motivatie.beroepswens", "fysieke_gezondheid.aanpassing"]
    found = voorgelezen(work, {**asked, "gegevens": gegevens}, taal="en")
    assert found
    assert found.stand != "ontbreekt"
    dutch = voorgelezen(work, {**asked, "gegevens": gegevens})
    assert dutch
    lines = {line for alinea in found.alineas for line in alinea.splitlines()}
    assert lines.isdisjoint(line for alinea in dutch.alineas for line in alinea.splitlines())
    assert "huisarts" not in found.tekst.replace("(huisarts)", "")
    # What was typed stays as it was, apart from the words around it.
    assert "\u2068vaker bellen\u2069" in found.tekst


def test_who_speaks_a_dialect_hears_the_language_that_its_speakers_read(work: Workspace) -> None:
    gelezen = {code: teksten_in(code) for code in ("apc", "ar-SY", "kmr", "haz", "nl", "sw")}
    assert gelezen == {"apc": "ar", "ar-SY": "ar", "kmr": "ku", "haz": "prs", "nl": "nl", "sw": "sw"}
    asked = {**VELDEN, "gegevens": ["motivatie.beroepswens"]}
    dialect, taal = voorgelezen(work, asked, taal="apc"), voorgelezen(work, asked, taal="ar")
    assert dialect
    assert taal
    assert (dialect.taal, dialect.alineas) == ("apc", taal.alineas)


def test_of_a_consent_that_lacks_one_phrase_nothing_is_read_in_halves(work: Workspace) -> None:
    forms = work.data.formulieren
    anders = replace(forms.vraag("taalniveau.moedertaal"), gezegd="")
    deel = forms.startpositie("taalniveau")
    kaal = replace(deel, vragen={**deel.vragen, anders.naam: anders})
    delen = tuple(kaal if other is deel else other for other in forms.startposities)
    data = Data(work.data.folder)
    data.__dict__["formulieren"] = replace(forms, startposities=delen)
    work = replace(work, data=data)
    asked = {**VELDEN, "gegevens": ["motivatie.beroepswens", anders.naam]}
    found, dutch = voorgelezen(work, asked, taal="en"), voorgelezen(work, asked)
    assert found
    assert dutch
    assert (found.stand, found.alineas) == ("ontbreekt", dutch.alineas)


def test_a_language_without_a_translation_says_so(work: Workspace) -> None:
    found = voorgelezen(work, {**VELDEN, "gegevens": ["taalniveau"]}, taal="sw")
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
