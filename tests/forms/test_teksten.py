"""The fixed texts: complete, dated, and strict about every mistake at once."""

import ast
from datetime import date
from pathlib import Path

import pytest

from intake_assistant import paths
from intake_assistant.domain.teksten import Teksten
from intake_assistant.errors import KnownError
from intake_assistant.forms.teksten import load_teksten

FOLDER = paths.forms_dir() / "pip" / "teksten"
ROOM = Path(paths.__file__).parent / "documents"

GOOD = """
[[tekst]]
id = "besluit.eerste"
geldig_van = 2023-01-01
geldig_tot = 2026-12-31
nagekeken = "nee"
tekst = "Uw leerroute is de {leerroute}."

[[tekst]]
id = "besluit.eerste"
geldig_van = 2027-01-01
nagekeken = {naam = "mr. A. Jansen", functie = "jurist", datum = 2026-12-12}
tekst = "U volgt de {leerroute}."

[woorden.leerroute]
B = "B1-route"
"""


def load(folder: Path, content: str) -> Teksten:
    (folder / "proef.toml").write_text(content, encoding="utf-8")
    return load_teksten(folder)


def test_the_text_of_the_day_is_used(tmp_path: Path) -> None:
    teksten = load(tmp_path, GOOD)
    assert (
        teksten.tekst("besluit.eerste", op=date(2026, 12, 31), leerroute="X").tekst == "Uw leerroute is de X."
    )
    assert teksten.tekst("besluit.eerste", op=date(2027, 1, 1), leerroute="X").tekst == "U volgt de X."
    # A mistyped year before the law gets the first text; a text nobody wrote stays an error.
    assert (
        teksten.tekst("besluit.eerste", op=date(1022, 12, 31), leerroute="X").tekst == "Uw leerroute is de X."
    )
    with pytest.raises(KeyError):
        teksten.tekst("besluit.anders", op=date(2026, 12, 31))
    assert not teksten.nagekeken(date(2026, 6, 1))
    assert teksten.nagekeken(date(2027, 6, 1))


@pytest.mark.parametrize("wie", ['"A. Jansen"', '{naam = "A. Jansen", functie = "jurist"}', "{naam = 3}"])
def test_a_review_has_a_name_a_function_and_a_day(tmp_path: Path, wie: str) -> None:
    with pytest.raises(KnownError) as caught:
        load(tmp_path, GOOD.replace('{naam = "mr. A. Jansen", functie = "jurist", datum = 2026-12-12}', wie))
    assert caught.value.code == "form.invalid"


def test_a_code_without_a_word_is_shown_as_it_is(tmp_path: Path) -> None:
    teksten = load(tmp_path, GOOD)
    assert (teksten.woord("leerroute", "B"), teksten.woord("leerroute", "Q")) == ("B1-route", "Q")


def test_a_value_with_braces_is_only_text(tmp_path: Path) -> None:
    tekst = load(tmp_path, GOOD).tekst("besluit.eerste", op=date(2027, 1, 1), leerroute="{naam} {0}")
    assert tekst.tekst == "U volgt de {naam} {0}."


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    bad = (
        GOOD
        + """
[[tekst]]
id = "besluit.eerste"
geldig_van = 2027-01-01
nagekeken = "nee"
tekst = "{leerrout} {leerroute.__class__} {"
titel = "x"

[[tekst]]
tekst = "{leerrout}"
geldig_van = "morgen"

[woorden.doelgroep]
a = 3
b = "{onzin}"
"""
    )
    with pytest.raises(KnownError) as caught:
        load(tmp_path, bad.replace(' {"', '"'))
    assert caught.value.code == "form.invalid"
    told = str(caught.value.facts["fouten"])
    for mistake in ("titel", "leerrout", "__class__", "morgen", "onzin", "nagekeken", "twee keer"):
        assert mistake in told, told
    assert "leerroute" in told


@pytest.mark.parametrize(
    "content",
    ["geen = toml =", '[[tekst]]\nid = "a"\ngeldig_van = 2023-01-01\nnagekeken = "nee"\ntekst = "{"'],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(KnownError) as caught:
        load(tmp_path, content)
    assert caught.value.code == "form.invalid"


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        load_teksten(tmp_path)


BEGINT = ("besluit.", "ja_of_nee.", "plan.", "wand.", "bekend.", "verteld.", "daarna.", "week.")


def asked_for() -> set[str]:
    """The ids that the documents ask for, and the beginnings of those that depend on a code."""
    found = set()
    for file in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and str(node.value).startswith(BEGINT):
                found.add(str(node.value))
    return found


def test_each_text_is_used_and_each_use_has_a_text() -> None:
    ids = set(load_teksten(FOLDER).teksten)
    asked = asked_for()
    unused = {id for id in ids if not any(id == key or (id.startswith(key)) for key in asked)}
    assert unused == set()
    assert {key for key in asked if not any(id == key or id.startswith(key) for id in ids)} == set()


def test_our_own_wording_says_that_no_lawyer_checked_it() -> None:
    teksten = load_teksten(FOLDER)
    assert {text.nagekeken for versions in teksten.teksten.values() for text in versions} == {None}
    assert not teksten.nagekeken(date(2026, 5, 11))
