"""What is taken away can be put back from the message that tells it, or a question says that it cannot."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import PACKAGE, called_name, nodes, place, python_files, tree

UI = PACKAGE / "ui"
TAKING = re.compile(r"(remove|drop|end|take_back|leave|withdraw|erase|set_place)(_\w+)?")
OFFERING = {"removed", "ended"}
ASKING = {"confirm", "confirm_weghalen", "choose"}
# Whose way back is elsewhere. A row less is better.
ELSEWHERE = {
    "fields/keeper.py": "what was typed became an entry: the history has it",
    "fields/rijen/lijst.py": "a button below the rows puts the last one back",
    "instellingen/inspreken.py:drop": "asks by `_may_go`; what was never kept is spoken in again",
    "reservekopie/screen.py:_set_place": "who takes the place away offers it back",
    "vragen/voering.py": "who asks for it offers the row back: Herhaling, and Ctrl+Z on a board",
    "toestemming/screen.py:_withdraw": "its `_done` offers the way back",
    "weging/screen.py:_take_back": "it is itself Ctrl+Z",
    "wissen/screen.py:_erase": "the step before asks, and has its reference typed over",
}
BUTTON = re.compile(r"weg(halen)?\b|_weg|_los\b|intrekken|annuleren|stoppen|verwijder")
# Each button that takes away or ends something, and its way back.
BUTTONS = {
    "aanwezig_weg": "zet terug",
    "afspraak_weghalen": "zet terug",
    "argument_annuleren": "zet terug",
    "argument_weghalen": "zet terug",
    "azc_weg_*": "vraag",
    "doel_weghalen": "zet terug",
    "dubbel_los": "decide once more",
    "duo_verwijderd": "vraag",
    "getekend_weg": "vraag",
    "herstelsleutel_weg": "vraag",
    "huishouden_los": "zet terug",
    "inspreken_weg": "vraag",
    "intrekken": "opens the fields of a withdrawal",
    "intrekken_niet": "leaves it as it was",
    "intrekken_vast": "zet terug",
    "kaart_intrekken": "vraag",
    "kop_voorbeeld_weg": "vraag",
    "logo_weg": "vraag",
    "nalezen_weg": "a button beside it",
    "nieuw_annuleren": "zet terug",
    "ondertekenaar_*_weg": "zet terug",
    "overdracht_intrekken": "zet terug",
    "plek_weghalen": "zet terug",
    "rij_weg_*": "zet terug, and Ctrl+Z",
    "stoppen": "work that is called off can be asked for again",
    "te_laat_weg": "zet terug",
    "tolk_gaat_weg": "zet terug",
    "verzoek_*_weg": "zet terug",
    "vraag_stoppen": "zet terug",
    "waarneming_weg": "zet terug",
    "wijziging_weg": "vraag",
    "wisplaats_weg_*": "vraag",
    "*_weg": "vraag",
    "*_*_weg": "zet terug",
}


def acts_of(file: Path) -> set[str]:
    """The names in a file of what the operations do, and of the modules that hold it."""
    found: set[str] = set()
    for node in nodes(file):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("intake_assistant.operations"):
            found |= {alias.asname or alias.name for alias in node.names}
    return found


def takes_away(node: ast.AST, acts: set[str]) -> bool:
    match node:
        case ast.Name(id=naam):
            return naam in acts and bool(TAKING.fullmatch(naam))
        case ast.Attribute(value=ast.Name(id=module), attr=naam):
            return module in acts and bool(TAKING.fullmatch(naam))
        case _:
            return False


def offers(function: ast.FunctionDef) -> bool:
    """Whether it tells the way back, or asks first."""
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and called_name(node) in ASKING:
            return True
        if isinstance(node, ast.Attribute) and node.attr in OFFERING:
            return True
    return False


def functions_of(file: Path) -> Iterator[ast.FunctionDef]:
    """The functions and methods, without what stands within one."""
    for node in tree(file).body:
        yield from (f for f in [node, *getattr(node, "body", [])] if isinstance(f, ast.FunctionDef))


def test_what_takes_away_offers_the_way_back_or_asks() -> None:
    found = []
    for file in python_files("intake_assistant/ui"):
        naam, acts = str(file.relative_to(UI)), acts_of(file)
        for function in functions_of(file):
            if {naam, f"{naam}:{function.name}"} & ELSEWHERE.keys() or offers(function):
                continue
            if any(takes_away(node, acts) for node in ast.walk(function)):
                found.append(f"{place(file, function)} {function.name}")
    assert not found


def test_each_button_that_takes_away_has_its_way_back() -> None:
    found = {naam for file in python_files("intake_assistant/ui") for naam in _buttons(file)}
    assert found == BUTTONS.keys()


def _buttons(file: Path) -> Iterator[str]:
    for node in nodes(file):
        if isinstance(node, ast.Call) and called_name(node) == "knop" and len(node.args) > 1:
            naam = _pattern(node.args[1])
            if naam and BUTTON.search(naam):
                yield naam


def _pattern(node: ast.expr) -> str:
    """The name of a button, with a star for what differs."""
    match node:
        case ast.Constant(value=str(naam)):
            return naam
        case ast.JoinedStr(values=parts):
            return "".join(str(p.value) if isinstance(p, ast.Constant) else "*" for p in parts)
        case _:
            return ""
