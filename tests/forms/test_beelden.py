"""The pictures of the forms: each choice that is read aloud has one, each is there and says whose it is."""

import shutil
from pathlib import Path

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.forms.checking.beelden import MAP, load_beelden, unknown_beelden
from intake_assistant.forms.loader import load_formulieren
from intake_assistant.paths import forms_dir

# A list of a hundred languages is read in letters of its own, not in pictures.
ZONDER = {"talen"}


def test_each_choice_that_is_read_aloud_and_each_topic_has_a_picture() -> None:
    formulieren = load_formulieren(forms_dir())
    zonder = {
        (vraag.naam, keuze.naam)
        for vraag in formulieren.vragen.values()
        if vraag.read_aloud and vraag.lijst not in ZONDER
        for keuze in vraag.keuzes
        if not keuze.vervallen and not keuze.image
    }
    assert {z for z in zonder if not z[1].startswith("niet_")} == set()
    openingen = [formulieren.vraag(f"{deel.id}.opening") for deel in formulieren.startposities]
    assert len({opening.image for opening in openingen} - {""}) == 15


def test_within_a_question_no_picture_has_two_meanings() -> None:
    for vraag in load_formulieren(forms_dir()).vragen.values():
        images = [keuze.image for keuze in vraag.keuzes if keuze.image]
        assert len(images) == len(set(images)), vraag.naam


def test_each_picture_is_there_and_says_what_it_means_and_whose_it_is() -> None:
    beelden = load_beelden(forms_dir())
    assert {bron.bestand for bron in beelden} == {pad.name for pad in (forms_dir() / MAP).glob("*.svg")}
    assert list(unknown_beelden(load_formulieren(forms_dir()), beelden)) == []
    assert len({bron.betekenis for bron in beelden}) == len(beelden)
    assert all(bron.maker for bron in beelden if bron.openmoji)


def test_a_picture_that_is_not_there_is_named(tmp_path: Path) -> None:
    shutil.copytree(forms_dir() / MAP, tmp_path / MAP)
    (tmp_path / MAP / "school.svg").unlink()
    with pytest.raises(KnownError) as caught:
        load_beelden(tmp_path)
    assert "school.svg" in str(caught.value.facts["fouten"])


def test_a_folder_without_pictures_has_none(tmp_path: Path) -> None:
    assert load_beelden(tmp_path) == ()
    found = dict(unknown_beelden(load_formulieren(forms_dir()), ()))
    assert found["taalniveau.opening"] == "spreken.svg"
