"""Numbers of the law stand in the rule file: each key is read, and none stands again in Python."""

import ast
from itertools import chain
from typing import Final

from intake_assistant.operations.papers.gegevens import BOETEVELDEN
from intake_assistant.operations.workspace import packaged_data
from tests.architecture.source import PACKAGE, nodes, python_files, tree

# Keys that are put together where they are read.
GEBOUWD: Final = {f"boete.{veld}" for veld in (*BOETEVELDEN, "van_toepassing.gemeente", "van_toepassing.duo")}
# Of what comes after the besluit: offer, bezwaar, extension and enforcement, each read where that is.
NA_HET_BESLUIT: Final = {
    "boete.intake",
    "boete.plafond_nieuwe_termijn",
    "boete.verwijtbaarheid",
    "kalender.schuift_door.max_weken",
    "intake.boete.nieuwe_termijn_max",
    "verlenging.aanvraag_vroegst",
}
# Numbers that no legislator can change, or that say when something is only unwise.
GEEN_WET: Final = {
    "_WEKEN_PER_JAAR",
    "_MAANDEN_PER_JAAR",
    "_VEEL_PER_WEEK",
    "_AFWIJKING",
    "_KORT",
    "_GESPREKKEN",
    "_MINUTEN",
    "_UREN_IN_DE_TERMIJN",
    "_UREN_PER_WEEK",
    "_WEKEN",
    "TWAALF_WEKEN",
    "BESLUIT_ONBEKEND",
}


def test_each_rule_is_read() -> None:
    """A rule that nothing reads is a promise: who changes it changes nothing."""
    every = chain.from_iterable(map(nodes, python_files("intake_assistant")))
    written = {node.value for node in every if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    keys = {regel.sleutel for regel in packaged_data().regels.regels}
    assert sorted(keys - written - GEBOUWD - NA_HET_BESLUIT) == []


def numbers(node: ast.stmt) -> list[str]:
    """The names of the constants that are a number, or a range of them."""
    match node:
        case (
            ast.Assign(targets=[ast.Name(id=naam)], value=value)
            | ast.AnnAssign(target=ast.Name(id=naam), value=ast.expr() as value)
        ):
            pass
        case _:
            return []
    match value:
        case ast.Constant(value=int() | float()) if not isinstance(value.value, bool):
            return [naam]
        case ast.Call(func=ast.Name(id="range" | "Decimal")):
            return [naam]
    return []


def test_no_number_of_the_law_stands_in_python() -> None:
    files = python_files("intake_assistant")
    recht = [file for file in files if file.is_relative_to(PACKAGE / "domain" / "recht")]
    found = chain.from_iterable(numbers(node) for file in recht for node in tree(file).body)
    assert sorted(set(found) - GEEN_WET) == []


def test_the_test_knows_a_number_from_a_word() -> None:
    read = [
        naam
        for node in ast.parse("A = 3\nB: Final = range(2, 6)\nC = 'x'\nD = True").body
        for naam in numbers(node)
    ]
    assert read == ["A", "B"]
