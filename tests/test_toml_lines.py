"""On which line of a TOML file a value stands."""

import tomllib

from intake_assistant.toml_lines import line_numbers, line_of

SOURCE = '''# comment
formaat = 1

[inburgeraar]
voornamen = "Selam"  # = and [brackets] in a comment

[[gesprek]]
datum = 2026-03-05
    [gesprek.antwoorden.taalniveau]
    nl_lezen = "a1"
    [[gesprek.antwoorden.werkervaring.banen]]
    beroep = "kok"
    [[gesprek.antwoorden.werkervaring.banen]]
    beroep = """
[[gesprek]]
datum = 5
"""
    jaren = 3
[[gesprek]]
datum = 2026-03-06
aanwezig = [
    {rol = "tolk"},
    {rol = "zus"},
]
"minuten" = 4
'''


def place_of(*path: str | int) -> str:
    number = line_of(line_numbers(SOURCE), path)
    return SOURCE.splitlines()[number - 1].strip()


def test_the_example_is_toml() -> None:
    assert len(tomllib.loads(SOURCE)["gesprek"]) == 2


def test_keys_of_tables_and_of_rows_are_found() -> None:
    assert place_of("formaat") == "formaat = 1"
    assert place_of("inburgeraar", "voornamen").startswith("voornamen")
    assert place_of("gesprek", 0, "datum") == "datum = 2026-03-05"
    assert place_of("gesprek", 1, "datum") == "datum = 2026-03-06"
    assert place_of("gesprek", 0, "antwoorden", "taalniveau", "nl_lezen") == 'nl_lezen = "a1"'
    assert place_of("gesprek", 0, "antwoorden", "werkervaring", "banen", 0, "beroep") == 'beroep = "kok"'
    assert place_of("gesprek", 1, "minuten") == '"minuten" = 4'


def test_what_looks_like_toml_inside_a_long_text_is_text() -> None:
    assert place_of("gesprek", 0, "antwoorden", "werkervaring", "banen", 1, "jaren") == "jaren = 3"
    assert place_of("gesprek", 0, "antwoorden", "werkervaring", "banen", 1, "beroep") == 'beroep = """'


def test_what_stands_inside_a_value_is_found_by_the_nearest_around_it() -> None:
    assert place_of("gesprek", 1, "aanwezig", 1, "rol") == "aanwezig = ["
    assert place_of("gesprek", 1, "vorm") == "[[gesprek]]"
    assert line_of(line_numbers(SOURCE), ("nergens",)) == 1
    assert line_of({}, ()) == 1
