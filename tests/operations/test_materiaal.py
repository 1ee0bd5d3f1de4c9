"""What is given along with a topic: kept in Excel, offered in the reading language, noted and printed."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from intake_assistant.documents.model import texts_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.gesprek import record_verteld, start_gesprek
from intake_assistant.operations.acts.instelling import keep_materiaal
from intake_assistant.operations.papers.documenten import stuk_of
from intake_assistant.operations.socialekaart.materiaal import (
    materiaal_bij,
    materiaal_file,
    materialen_of,
    read_materiaal,
)
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.workspace import Workspace


def sheet(path: Path, *rijen: tuple[str, ...]) -> Path:
    book = Workbook()
    for cellen in (("Titel", "Onderwerp", "Taal", "Waar", "Soort"), *rijen):
        book.worksheets[0].append(cellen)
    book.save(path)
    return path


def test_it_is_offered_in_the_language_of_the_person_and_stands_on_the_page(
    work: Workspace, tmp_path: Path
) -> None:
    rijen = [
        ("De tolk", "De tolk", "Nederlands", "balie", "folder"),
        ("Tolk", "tolk", "Arabisch", "w.example", "film"),
    ]
    keep_materiaal(work, read_materiaal(work, sheet(tmp_path / "m.xlsx", *rijen)))
    dossier = create_dossier(work, {"voornamen": "Nour", "leestaal": "ar"}).made
    tolk = next(o for o in work.data.onderwerpen if o.id == "tolk")
    namen = [een.naam for een in materiaal_bij(work, work.vault.dossier(dossier), tolk)]
    assert namen == ["film ‘Tolk’ (Arabisch), w.example", "folder ‘De tolk’ (Nederlands), balie"]

    gesprek = start_gesprek(work, dossier, {}).made
    record_verteld(work, dossier, gesprek, "tolk", "ja", materiaal=namen[:1])
    (verteld,) = show_dossier(work, dossier)["gesprekken"][0]["verteld"]
    assert verteld == {"onderwerp": "tolk", "begrepen": "ja", "materiaal": namen[:1]}
    blad = "\n".join(texts_of(stuk_of(work, work.vault.dossier(dossier), "verteld")))
    assert "Meer hierover" in blad
    assert "w.example" in blad

    (tmp_path / "terug.xlsx").write_bytes(materiaal_file(work))
    assert read_materiaal(work, tmp_path / "terug.xlsx") == list(materialen_of(work))


def test_a_topic_that_nobody_tells_is_refused_and_nothing_changes(work: Workspace, tmp_path: Path) -> None:
    lijst = sheet(tmp_path / "m.xlsx", ("Fietsen", "Fietsles", "", "balie", "folder"))
    with pytest.raises(KnownError) as caught:
        read_materiaal(work, lijst)
    assert (caught.value.code, caught.value.facts["wat"]) == ("materiaal.topic", "Fietsles")
    assert materialen_of(work) == ()
