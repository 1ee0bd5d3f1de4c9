"""DUO's rules, each on both sides."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from intake_assistant.domain.recht.oordeel.duoregels import DuoFeiten, broken_duo_rules

DAG = date(2026, 5, 11)
GOED = DuoFeiten(
    dagtekening=DAG, leerroute="B", doelgroep="asielstatushouder", niveau="B1",
    geschatte_intensiteit_b1_route=900, begin_inburgeringsplicht=date(2026, 2, 20),
    inschrijving_brp=date(2026, 3, 16),
)  # fmt: skip
LATER = DAG + timedelta(days=1)


def numbers(feiten: DuoFeiten) -> list[int]:
    return [breuk.nummer for breuk in broken_duo_rules(feiten)]


@pytest.mark.parametrize(
    ("anders", "nummers"),
    [
        ({}, []),
        ({"begin_inburgeringsplicht": DAG}, []),
        ({"begin_inburgeringsplicht": LATER}, [1]),
        ({"begin_inburgeringsplicht": None}, []),
        ({"dagtekening_eerste_pip": DAG, "dagtekening_huidige_pip": DAG}, []),
        ({"dagtekening_eerste_pip": LATER}, [2]),
        ({"dagtekening_eerste_pip": date(2026, 1, 5), "dagtekening_huidige_pip": LATER}, [2]),
        ({"inschrijving_brp": DAG}, []),
        ({"inschrijving_brp": LATER}, [3]),
        ({"leerroute": "O", "niveau": "A2", "geschatte_intensiteit_b1_route": None}, [4]),
        ({"leerroute": "O", "niveau": "B1", "geschatte_intensiteit_b1_route": None}, []),
        ({"leerroute": "Z", "niveau": "B1", "geschatte_intensiteit_b1_route": None}, [5]),
        ({"leerroute": "Z", "niveau": "A2", "geschatte_intensiteit_b1_route": None}, []),
        ({"niveau": "A2"}, [6]),
        ({"niveau": "A2", "dagtekening_eerste_pip": date(2025, 1, 6)}, []),
        ({"niveau": ""}, []),
        ({"leerroute": "Z", "niveau": ""}, [8]),
        ({"doelgroep": "gezinsmigrant"}, [8]),
        ({"doelgroep": "gezinsmigrant", "geschatte_intensiteit_b1_route": None}, []),
        ({"niveau": "A2", "begin_inburgeringsplicht": LATER, "inschrijving_brp": LATER}, [1, 3, 6]),
    ],
)
def test_rules(anders: dict[str, object], nummers: list[int]) -> None:
    assert numbers(replace(GOED, **anders)) == nummers  # type: ignore[arg-type]  # table of any field


def test_a_broken_rule_says_what_is_wrong() -> None:
    (breuk,) = broken_duo_rules(replace(GOED, niveau="A2"))
    assert (breuk.nummer, breuk.vraag) == (6, "beschikking.niveau")
