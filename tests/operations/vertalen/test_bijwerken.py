"""The catalogues when the Dutch moves: no mark of a translator is lost, whichever program they use."""

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from babel.messages.frontend import CommandLineInterface

from intake_assistant import texts
from intake_assistant.operations.vertalen.bijwerken import sjablonen_of, update_taal
from intake_assistant.operations.vertalen.catalogus import read_catalogus
from intake_assistant.texts import Nazicht, Taal, form_text
from tests.operations.vertalen.proef import bron

BRONNEN = (
    bron("proef.goed/label", "Welke taal spreekt u?"),
    bron("proef.nieuw/label", "Waar woont u?"),
    bron("proef.oud/label", "Hoe oud bent u?"),
    bron("proef.leeg/label", "Werkt u?"),
    bron("proef.twee", "één vraag", "{aantal} vragen"),
)
# As a translator leaves it: checked, not checked, out of date, a plural, and what nobody asks any more.
VAN_DE_VERTALER = """
# gecontroleerd: S. Haddad; 2026-05-01; beëdigd vertaler
msgctxt "proef.goed/label"
msgid "Welke taal spreekt u?"
msgstr "ما هي لغتك؟"

# nog navragen
#, fuzzy
msgctxt "proef.nieuw/label"
msgid "Waar woont u?"
msgstr "أين تسكن؟"

#, fuzzy
#| msgid "Wat is uw leeftijd?"
msgctxt "proef.oud/label"
msgid "Hoe oud bent u?"
msgstr "كم عمرك؟"

#, fuzzy
msgctxt "proef.twee"
msgid "één vraag"
msgid_plural "{aantal} vragen"
msgstr[0] "سؤال"
msgstr[1] "سؤالان"
msgstr[2] "{aantal} أسئلة"

#~ msgctxt "proef.weg/label"
#~ msgid "Rookt u?"
#~ msgstr "هل تدخن؟"
"""
DATA = Path(__file__).parents[2] / "data" / "po"


@pytest.fixture
def proef(folder: Path, taal: Taal) -> Path:
    """The catalogue that the program made, filled in by a translator."""
    update_taal(taal, BRONNEN)
    pad = folder / "ar/LC_MESSAGES/proef.po"
    pad.write_text(pad.read_text(encoding="utf-8").partition("\n\n")[0] + VAN_DE_VERTALER, encoding="utf-8")
    return pad


def standen() -> dict[str, str]:
    texts._catalogue.cache_clear()
    texts._faults.cache_clear()
    return {bron.plek: form_text("ar", bron.plek, bron.nl).stand for bron in BRONNEN}


ALLE_STANDEN = {
    "proef.goed/label": "gecontroleerd",
    "proef.nieuw/label": "ongecontroleerd",
    "proef.oud/label": "verouderd",
    "proef.leeg/label": "ontbreekt",
    "proef.twee": "ongecontroleerd",
}


def marks(pad: Path) -> dict[str, object]:
    """All that a translator put in it, by place."""
    catalogus = read_catalogus(pad.read_bytes(), pad)
    alle = [m for m in catalogus if m.id] + list(catalogus.obsolete.values())
    return {
        m.context or "": (m.string, m.fuzzy, m.user_comments, m.previous_id)
        for m in alle
        if any(m.string or ())
    }


def test_a_new_catalogue_says_where_each_text_stands(folder: Path, taal: Taal) -> None:
    pad = folder / "ar/LC_MESSAGES/proef.po"
    assert update_taal(taal, BRONNEN) == [pad]
    inhoud = pad.read_text(encoding="utf-8")
    assert "#. Vraag in een gesprek.\n#: forms/proef.toml\nmsgctxt" in inhoud
    assert "#. {aantal}: een getal\n" in inhoud
    assert inhoud.index("proef.goed") < inhoud.index("proef.oud") < inhoud.index("proef.twee")
    assert inhoud.count("msgstr[") == 3
    assert update_taal(taal, BRONNEN) == []


def test_every_mark_stays(proef: Path, taal: Taal) -> None:
    before = marks(proef)
    assert len(before) == 5
    assert update_taal(taal, BRONNEN) == [proef]
    assert marks(proef) == before
    assert standen() == ALLE_STANDEN
    assert update_taal(taal, BRONNEN) == []


def test_what_pybabel_makes_of_it_says_the_same(proef: Path, folder: Path, taal: Taal) -> None:
    update_taal(taal, BRONNEN)
    before = marks(proef)
    sjabloon = folder / "proef.pot"
    sjabloon.write_bytes(sjablonen_of(BRONNEN)["proef"])
    opdracht = ["pybabel", "update", "--previous", "-l", "ar", "-i", str(sjabloon), "-o", str(proef)]
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        CommandLineInterface().run([*opdracht, "--no-fuzzy-matching"])  # type: ignore[no-untyped-call]  # of Babel
    assert marks(proef) == before
    assert standen() == ALLE_STANDEN
    update_taal(taal, BRONNEN)
    assert marks(proef) == before


def test_what_msgmerge_made_of_it_says_the_same(proef: Path, taal: Taal) -> None:
    """Made by `msgmerge --previous --no-fuzzy-matching` of gettext 0.23, of this catalogue and template."""
    update_taal(taal, BRONNEN)
    before = marks(proef)
    proef.write_bytes((DATA / "msgmerge.po").read_bytes())
    assert marks(proef) == before
    assert standen() == ALLE_STANDEN
    update_taal(taal, BRONNEN)
    assert marks(proef) == before


def test_where_the_dutch_moves_the_translation_stays_as_out_of_date(proef: Path, taal: Taal) -> None:
    anders = (bron("proef.goed/label", "Welke talen spreekt u?"), *BRONNEN[1:])
    update_taal(taal, anders)
    assert marks(proef)["proef.goed/label"] == (
        "ما هي لغتك؟",
        True,
        ["eerder gecontroleerd: S. Haddad; 2026-05-01; beëdigd vertaler"],
        ["Welke taal spreekt u?"],
    )
    assert standen()["proef.goed/label"] == "verouderd"
    # It moves once more: the translation is still of the first.
    update_taal(taal, (bron("proef.goed/label", "Wat spreekt u?"), *BRONNEN[1:]))
    assert marks(proef)["proef.goed/label"][3] == ["Welke taal spreekt u?"]  # type: ignore[index]  # the tuple above
    # And back: it is of this Dutch again, though nobody has looked since.
    update_taal(taal, BRONNEN)
    assert standen()["proef.goed/label"] == "ongecontroleerd"


def test_what_is_asked_no_more_is_kept_and_comes_back(proef: Path, taal: Taal) -> None:
    update_taal(taal, BRONNEN[1:])
    assert '#~ msgctxt "proef.goed/label"' in proef.read_text(encoding="utf-8")
    update_taal(taal, (*BRONNEN, bron("proef.weg/label", "Rookt u?")))
    assert standen()["proef.goed/label"] == "gecontroleerd"
    assert form_text("ar", "proef.weg/label", "Rookt u?").tekst == "هل تدخن؟"


def test_a_text_goes_along_to_the_catalogue_of_its_place(folder: Path, proef: Path, taal: Taal) -> None:
    oud = proef.rename(proef.with_name("formulieren.po"))
    update_taal(taal, BRONNEN)
    assert (proef.is_file(), oud.is_file()) == (True, False)
    assert standen() == ALLE_STANDEN


def test_who_checked_it_is_known(proef: Path) -> None:
    gevonden = form_text("ar", "proef.goed/label", "Welke taal spreekt u?")
    assert gevonden.door == Nazicht("S. Haddad", "2026-05-01", "beëdigd vertaler")
    assert form_text("ar", "proef.nieuw/label", "Waar woont u?").door is None
    assert proef.is_file()
