"""Case files: played by date, all or nothing, and refused with every mistake at once."""

import random
import re
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from datetime import UTC, date, datetime, time
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from intake_assistant.casus.check import read_case
from intake_assistant.errors import KnownError
from intake_assistant.operations.vault.kluis import digest
from intake_assistant.operations.views.geschiedenis import history
from intake_assistant.operations.views.show import show_dossier, show_list
from intake_assistant.operations.workspace import Data, Workspace
from intake_assistant.texts import known_error_text
from tests.operations.casussen import ALLES, BROKEN, CASES, COMPLEET, KORT, changed, on, play


def refused(work: Workspace, case: str | Path) -> KnownError:
    before = digest(work)
    with pytest.raises(KnownError) as caught:
        play(work, case)
    assert digest(work) == before, "a refused case left something behind"
    return caught.value


def answered(shown: dict[str, Any]) -> list[dict[str, Any]]:
    cells = []
    for answer in shown["antwoorden"].values():
        cells += [veld for rij in answer.get("rijen", ()) for veld in rij["velden"].values()]
        cells += [answer] if "staat" in answer else []
    return cells


# -- the cases that come with the program


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_each_case_is_a_whole_life(work: Workspace, case: Path) -> None:
    shown = show_dossier(on(work, "2026-12-01"), play(work, case))

    cells = answered(shown)
    assert sum(cell["staat"] == "beantwoord" for cell in cells) >= 90
    differing = [c for c in cells if any(a["waarde"] != c["waarde"] for a in c["andere_bronnen"])]
    assert len(differing) >= 2
    assert any(cell["staat"] == "wil_niet_zeggen" for cell in cells) or any(
        t["stand"] == "geweigerd" for t in shown["toestemmingen"]
    )
    assert any(cell["staat"] == "niet_gevraagd" for cell in cells)
    assert len(shown["gesprekken"]) >= 3
    assert not [naam for naam, cell in shown["antwoorden"].items() if "gebreken" in cell]


def test_the_cases_are_very_different_people() -> None:
    texts = [case.read_text(encoding="utf-8") for case in CASES]
    assert len(CASES) >= 6
    assert {"B", "O", "Z"} <= {
        m[1] for t in texts if (m := re.search(r'^leerroute = "(\w)"', t[t.find("[besch") :], re.M))
    }
    assert len({m[1] for t in texts if (m := re.search(r'^spreektaal = "([\w-]+)"', t, re.M))}) >= 4
    assert any('doelgroep = "gezinsmigrant"' in t for t in texts)


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.stem)
def test_each_broken_case_is_refused_as_it_says_itself(work: Workspace, case: Path) -> None:
    head = " ".join(
        line for line in case.read_text(encoding="utf-8").splitlines()[:3] if line.startswith("#")
    )
    named = re.search(r"\b(?:case|bsn|pip)\.\w+", head)

    error = refused(work, case)

    assert named is None or error.code == named[0]


def test_six_mistakes_are_told_at_once_each_with_its_line(work: Workspace) -> None:
    case = next(case for case in BROKEN if case.stem == "veel_fouten")
    error = refused(work, case)
    lines = [int(m[1]) for m in re.finditer(r"^veel_fouten\.toml:(\d+): ", known_error_text(error), re.M)]
    assert len(lines) == 6
    assert lines == sorted(set(lines))
    written = case.read_text(encoding="utf-8").splitlines()
    for line, word in zip(
        lines, ("woonplats", "bsn", "bibliotheek", "2026-02-30", "a3", "tolk_noodig"), strict=False
    ):
        assert word in written[line - 1] or word in " ".join(written), (line, word)


# -- refusals

WRONG = [
    (('voornamen = "Omar"', 'voornaam = "Omar"'), "case.unknown_key", "Bedoelt u “voornamen”?"),
    (('nl_lezen = "a1"', 'nl_lesen = "a1"'), "case.unknown_key", "Bedoelt u “nl_lezen”?"),
    (("antwoorden.taalniveau", "antwoorden.taalnivo"), "case.unknown_key", "Bedoelt u “taalniveau”?"),
    (('nl_lezen = "a1"', 'nl_lezen = {waarde = "a1", bro = "coa"}'), "case.unknown_key", "Bedoelt u “bron”?"),
    (('vorm = "azc"', 'vorm = "kantor"'), "case.bad_value", "Bedoelt u “kantoor”?"),
    (('nl_lezen = "a1"', 'nl_lezen = "a3"'), "case.bad_value", "pre_a1"),
    (('nl_lezen = "a1"', 'nl_lezen = {waarde = "a1", bron = "buurman"}'), "case.bad_value", "regievoerder"),
    (('nl_lezen = "a1"', 'nl_lezen = {staat = "niet_gevraagd"}'), "case.bad_value", "reden"),
    (
        ('nl_lezen = "a1"', 'nl_lezen = {staat = "onbekend", waarde = "a1"}'),
        "case.bad_value",
        "nl_lezen.waarde: Bij “onbekend” hoort geen waarde",
    ),
    (('nl_lezen = "a1"', 'nl_lezen = {staat = "open"}'), "case.bad_value", "wil_niet_zeggen"),
    (('nl_lezen = "a1"', "nl_lezen = 3"), "case.bad_value", "nl_lezen"),
    (('spreektaal = "ar"', 'spreektaal = "klingon"'), "case.bad_value", "BCP 47"),
    (('spreektaal = "ar"', 'spreektaal = "ar"\nnationaliteit = "NL"'), "case.bad_value", "ISO 3166-1"),
    (('spreektaal = "ar"', 'spreektaal = "ar"\nbsn = "123456789"'), "bsn.invalid", "elfproef"),
    (('spreektaal = "ar"', 'spreektaal = "ar"\nbsn = 999990019'), "bsn.invalid", "elfproef"),
    (('spreektaal = "ar"', 'spreektaal = "ar"\ngeboortedatum = "1994-02-30"'), "case.bad_value", "02-30"),
    (("datum = 2026-03-05", 'datum = "overmorgen"'), "case.bad_value", "overmorgen"),
    (("datum = 2026-03-05", "datum = 2026-02-30"), "case.bad_value", "casus.toml:14"),
    (("datum = 2026-03-05", "datum = 2026-03-05T10:00:00"), "case.bad_value", "datum"),
    (("datum = 2026-03-05\n", ""), "case.bad_value", "datum"),
    (("formaat = 1", "formaat = 2"), "case.bad_value", "formaat 1"),
    (("formaat = 1\n", ""), "case.bad_value", "formaat"),
    (("[procedure]", "[procedure"), "case.bad_value", "casus.toml:10"),
    (("formaat = 1", "formaat = 1\nx = " + "[" * 5000), "case.bad_value", "dertig diep"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "code", "told"), WRONG, ids=[w[0][1][:40] for w in WRONG])
def test_a_mistake_is_refused_and_explained(
    work: Workspace, change: tuple[str, str], code: str, told: str
) -> None:
    error = refused(work, changed(KORT, change))
    assert error.code == code
    assert told in known_error_text(error) + str(error.facts["fouten"])


def test_a_code_that_is_no_code_names_those_there_are(work: Workspace) -> None:
    told = known_error_text(refused(work, changed(KORT, ('nl_lezen = "a1"', 'nl_lezen = "goed"'))))
    assert all(code in told for code in ("alfa_a", "pre_a1", "a1", "b2"))
    assert "select_one" not in told


def test_of_a_long_list_only_what_comes_near_is_named(work: Workspace) -> None:
    case = changed(KORT, ('nl_lezen = "a1"', 'moedertaal = "arr"'))
    told = known_error_text(refused(work, case))
    assert len(told) < 600


def test_a_file_in_another_encoding_is_refused(work: Workspace) -> None:
    from intake_assistant.casus.play import play_case

    with pytest.raises(KnownError) as caught:
        play_case(work, KORT.replace("Omar", "Ömar").encode("latin-1"), "x.toml")
    assert caught.value.code == "case.bad_value"
    assert "UTF-8" in known_error_text(caught.value)


def test_the_mark_that_windows_puts_before_a_text_is_no_mistake(work: Workspace) -> None:
    dossier = play(work, "\ufeff" + KORT)
    assert show_dossier(work, dossier)["inburgeraar"]["voornamen"] == "Omar"


def test_a_number_without_end_is_refused(work: Workspace) -> None:
    uren = '\n[[uren]]\nsoort = "cursus"\nvan = 2026-06-01\ntot = 2026-06-02\naantal = inf\n'
    assert refused(work, KORT + uren).code == "case.bad_value"


def test_a_key_that_cannot_be_kept_is_refused(work: Workspace) -> None:
    posten = '\n[[ontzorgen]]\nvan = 2026-03-17\nposten = ["huur"]\nzelf_sinds = {"wáter" = 2026-08-01}\n'
    assert refused(work, KORT + posten).code == "case.bad_value"


def test_a_consent_for_special_data_must_be_given_by_name_and_explicitly(work: Workspace) -> None:
    consent = (
        '\n[[toestemming]]\ndatum = 2026-03-05\npartij = "GGD"\ndoel = "advies"\n'
        'richting = "delen"\ngegeven = true\n'
    )
    whole = refused(work, KORT + consent + 'gegevens = ["mentale_gezondheid"]\nuitdrukkelijk = true\n')
    quiet = refused(work, KORT + consent + 'gegevens = ["mentale_gezondheid.slapen"]\n')
    assert {whole.code, quiet.code} == {"case.bad_value"}


STRANGE: list[Any] = [
    5, -1, 2**40, "", True, [], [1], ["a"], {}, {"a": 1}, 1.5, float("inf"), float("nan"), "\0", [{}], [[]],
    {"waarde": {}}, date(2026, 1, 1), datetime(2026, 1, 1, 10, tzinfo=UTC), time(10),
    date(9999, 12, 31), date(1, 1, 1),
]  # fmt: skip


def places(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in a case where a value stands."""
    pairs = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, deel in pairs:
        yield (*path, key)
        yield from places(deel, (*path, key))


def with_value(case: dict[str, Any], path: tuple[str | int, ...], value: object) -> str:
    copy: Any = deepcopy(case)
    here = copy
    for key in path[:-1]:
        here = here[key]
    here[path[-1]] = value
    return tomli_w.dumps(copy)


def test_a_strange_value_in_any_place_is_kept_or_refused_never_a_crash(data: Data) -> None:
    case = tomllib.loads(ALLES)
    chance = random.Random(20260504)
    refusals: list[KnownError] = []
    for path in chance.sample(list(places(case)), 200):
        source = with_value(case, path, chance.choice(STRANGE))
        try:
            read_case(source.encode(), "vreemd.toml", data)
        except KnownError as error:
            refusals.append(error)
    assert len(refusals) > 100
    assert {e.code for e in refusals} <= {"case.bad_value", "case.unknown_key", "bsn.invalid"}
    assert all("vreemd.toml:" in str(e.facts["fouten"]) for e in refusals)


def test_a_strange_value_that_may_stand_plays_or_is_refused(work: Workspace) -> None:
    case: Any = tomllib.loads(ALLES)
    del case["inburgeraar"]["bsn"]
    # Setting a besluit takes the time of all the rest.
    for later in ("beschikking", "vertaling", "wijziging", "bezwaar"):
        del case[later]
    chance = random.Random(20260505)
    played = []
    for path in chance.sample(list(places(case)), 12):
        # Of the form that belongs there: of another nearly nothing plays.
        alike = [strange for strange in STRANGE if type(strange) is type(reduce(getitem, path, case))]
        with suppress(KnownError):
            played.append(play(work, with_value(case, path, chance.choice(alike or STRANGE))))
    assert played
    assert {show_dossier(work, dossier)["dossier"] for dossier in played} == set(played)
    assert len(show_list(work)) == len(played)


# -- playing


def test_a_step_that_is_refused_refuses_the_whole_case(work: Workspace) -> None:
    case = changed(COMPLEET, ("map_uren = 40\n", ""))
    error = refused(work, case)
    assert error.code == "pip.incomplete"
    assert work.vault.dossiers() == []


def test_a_case_refused_after_its_besluit_leaves_no_file_behind(work: Workspace) -> None:
    later = '\n[[wijziging]]\ndatum = 2027-01-05\ngrond = "herziening"\nniveau = "A2"\nleerroute = "O"\n'
    assert refused(work, COMPLEET + later).code == "pip.duo_rule"
    assert work.vault.blobs.files() == []


def test_the_same_person_twice_is_refused(work: Workspace) -> None:
    first = play(work, ALLES)
    assert refused(work, ALLES).code == "dossier.same_bsn"
    assert work.vault.dossiers() == [first]


def test_each_step_is_recorded_on_its_own_day(work: Workspace) -> None:
    dossier = play(work, COMPLEET)
    days = {
        subject: {e.header.vastgelegd_op[:10] for e in history(work, dossier, subject)}
        for subject in (
            "taalniveau.nl_lezen@inburgeraar",
            "motivatie.hoofddoel@inburgeraar",
            "beschikking.leerroute",
        )
    }
    assert days == {
        "taalniveau.nl_lezen@inburgeraar": {"2026-11-02"},
        "motivatie.hoofddoel@inburgeraar": {"2026-11-23"},
        "beschikking.leerroute": {"2026-12-28"},
    }


def test_the_order_of_the_file_does_not_matter_the_dates_do(work: Workspace) -> None:
    later = '\n[[gesprek]]\ndatum = 2026-02-01\n[gesprek.antwoorden.taalniveau]\nnl_lezen = "b2"\n'
    shown = show_dossier(work, play(work, KORT + later))
    assert shown["antwoorden"]["taalniveau.nl_lezen"]["waarde"] == "a1"
    assert [g["datum"] for g in shown["gesprekken"]] == ["2026-02-01", "2026-03-05"]


def test_an_answer_asked_later_replaces_not_asked(work: Workspace) -> None:
    first = changed(KORT, ('nl_lezen = "a1"', 'nl_lezen = {staat = "niet_gevraagd", reden = "te moe"}'))
    later = '\n[[gesprek]]\ndatum = 2026-03-12\n[gesprek.antwoorden.taalniveau]\nnl_lezen = "a2"\n'
    answer = show_dossier(work, play(work, first + later))["antwoorden"]["taalniveau.nl_lezen"]
    assert (answer["waarde"], answer["staat"]) == ("a2", "beantwoord")


def test_a_language_may_carry_its_region(work: Workspace) -> None:
    shown = show_dossier(work, play(work, changed(KORT, ('nl_lezen = "a1"', 'moedertaal = "pt-BR"'))))
    answer = shown["antwoorden"]["taalniveau.moedertaal"]
    assert answer["waarde"] == "pt-BR"
    assert "gebreken" not in answer


def test_an_address_may_be_a_table(work: Workspace) -> None:
    table = 'adres = {straat = "Kade 3", postcode = "7411 AA", woonplaats = "Deventer"}\nspreektaal = "ar"'
    found = show_dossier(work, play(work, changed(KORT, ('spreektaal = "ar"', table))))["inburgeraar"]
    assert (found["adres"], found["postcode"], found["woonplaats"]) == ("Kade 3", "7411 AA", "Deventer")


def test_everything_whatever_the_characters_is_kept(work: Workspace) -> None:
    odd = "😀 \\u0000 \\u0007 ሰላም اردو Ω Żółć 漢字 " + "x" * 10_000
    note = f'\n[[gesprek]]\ndatum = 2026-03-12\nsamenvatting = "{odd}"\n'
    shown = show_dossier(work, play(work, KORT + note))
    kept = shown["gesprekken"][1]["samenvatting"]
    assert kept.startswith("😀 \N{REPLACEMENT CHARACTER} \x07 ሰላም")
    assert kept.endswith("x" * 10_000)


@pytest.mark.parametrize("day", ["0001-01-01", "2022-06-01", "1994-03-02", "2016-03-02", "9999-12-31"])
def test_a_mistyped_year_shows_and_crashes_nothing(work: Workspace, day: str) -> None:
    dossier = play(work, changed(KORT, ("kennisgeving_duo = 2026-03-02", f"kennisgeving_duo = {day}")))
    shown = show_dossier(work, dossier)
    assert shown["procedure"]["kennisgeving_duo"] == day
    assert [line["dossier"] for line in show_list(work)] == [dossier]


@pytest.mark.parametrize(
    "extra", ["reden = 1099511627776", "volgende_keer = 7", "tolk = [1]", "toelichting = 1.5"]
)
def test_what_is_said_beside_an_answer_has_its_type_too(work: Workspace, extra: str) -> None:
    answer = f'nl_lezen = {{waarde = "a1", {extra}}}'
    assert refused(work, changed(KORT, ('nl_lezen = "a1"', answer))).code == "case.bad_value"
