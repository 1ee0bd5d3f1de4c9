"""Cases that were written from the contract alone, with what `show` must say of them worked out by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.workspace import Workspace
from tests.operations.casussen import CONTRACT, on, play


def differences(expected: Any, found: Any, where: str = "") -> list[str]:
    """Where what was found does not hold all that was expected; tables may hold more."""
    if isinstance(expected, dict) and isinstance(found, dict):
        lost = [f"{where}.{key} is not there" for key in expected if key not in found]
        known = [key for key in expected if key in found]
        return lost + [line for k in known for line in differences(expected[k], found[k], f"{where}.{k}")]
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        pairs = enumerate(zip(expected, found, strict=True))
        return [line for place, (a, b) in pairs for line in differences(a, b, f"{where}[{place}]")]
    return [] if expected == found else [f"{where}: expected {expected!r}, found {found!r}"]


def by_name(shown: dict[str, Any]) -> dict[str, Any]:
    """The JSON of `show` with its startposities and clocks by name; of equal clocks the first."""
    klokken: dict[str, Any] = {}
    for klok in shown["klokken"]:
        klokken.setdefault(klok["klok"], klok)
    return {**shown, "startposities": {s["id"]: s for s in shown["startposities"]}, "klokken": klokken}


def rows_of(shown: dict[str, Any], herhaling: str) -> list[dict[str, Any]]:
    rijen = shown["antwoorden"][herhaling]["rijen"]
    return [{naam: veld["waarde"] for naam, veld in rij["velden"].items()} for rij in rijen]


@pytest.mark.parametrize("case", CONTRACT, ids=lambda case: case.stem)
def test_a_case_from_the_contract_alone_comes_out_as_worked_out_by_hand(work: Workspace, case: Path) -> None:
    expected = json.loads(case.with_suffix(".json").read_text(encoding="utf-8"))
    dossier = play(work, case)

    shown = by_name(show_dossier(on(work, expected["now"]), dossier))

    assert differences(expected["show"], shown) == []
    for herhaling, rijen in expected.get("rijen", {}).items():
        assert rows_of(shown, herhaling) == rijen
    for klok in expected.get("geen_klok", ()):
        assert klok not in shown["klokken"]
    missing = [element["vraag"] for element in shown["pip"]["ontbreekt"]]
    for vraag in expected.get("ontbreekt", ()):
        assert any(f"{found}.".startswith(f"{vraag}.") for found in missing), vraag
    assert not set(expected.get("ontbreekt_niet", ())) & set(missing)
    assert not set(expected.get("niet_in_inburgeraar", ())) & set(shown["inburgeraar"])
    assert len(shown["antwoorden"]) == expected.get("aantal_antwoorden", len(shown["antwoorden"]))
    assert all(element["regel"] for element in shown["pip"]["ontbreekt"])


def test_the_comparison_would_see_a_difference() -> None:
    assert differences({"a": [{"b": 1}]}, {"a": [{"b": 1, "c": 2}], "d": 3}) == []
    assert differences({"a": [{"b": 1}]}, {"a": [{"b": 2}]}) != []
    assert differences({"a": [1]}, {"a": [1, 2]}) != []
    assert differences({"a": None}, {}) != []
