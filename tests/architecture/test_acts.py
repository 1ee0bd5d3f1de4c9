"""An act opens its transaction itself and says what it changed; nobody else writes in a dossier."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.architecture.source import PACKAGE, called_name, nodes, place, python_files, tree

OPERATIONS = PACKAGE / "operations"
ACTS = OPERATIONS / "acts"
# Acts, the care of a vault, what comes from others and goes to them, and what holds the tables themselves.
OPENING = (ACTS, *(OPERATIONS / room for room in ("vault", "exchange", "duo")), PACKAGE / "storage")
WRITING = {
    "append",
    "append_erasing",
    "union",
    "keep_concepttekst",
    "drop_concepttekst",
    "set_setting",
    "erase_dossier",
}
# What these change is told otherwise: by the signal `erased`, by what is left to be erased, and in the log of
# who looked. A row less is better; a reading belongs in `views`.
TOLD_OTHERWISE = {"erase", "erase_voorbeeld", "catch_up", "look_into"}


def vault_calls(within: Iterable[ast.AST], names: set[str]) -> Iterator[ast.Call]:
    """Calls of these on a vault, as `work.vault.set_setting(...)`."""
    for node in within:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in names:
            on = node.func.value
            if getattr(on, "attr", getattr(on, "id", "")) in ("vault", "_vault"):
                yield node


def functions() -> Iterator[tuple[Path, ast.FunctionDef]]:
    for file in sorted(ACTS.rglob("*.py")):
        yield from ((file, node) for node in tree(file).body if isinstance(node, ast.FunctionDef))


def returns_changed(act: ast.FunctionDef) -> bool:
    return act.returns is not None and ast.unparse(act.returns) == "Changed"


def test_only_acts_and_the_care_of_a_vault_open_a_transaction() -> None:
    found = [
        place(file, call)
        for file in python_files("intake_assistant")
        if not file.is_relative_to(PACKAGE / "storage")
        for call in vault_calls(nodes(file), {"transaction"})
        if not any(file.is_relative_to(room) for room in OPENING)
    ]
    assert not found


def test_only_acts_and_the_care_of_a_vault_write_in_it() -> None:
    found = [
        place(file, call)
        for file in python_files("intake_assistant")
        if not any(file.is_relative_to(room) for room in OPENING)
        for call in vault_calls(nodes(file), WRITING)
    ]
    assert not found


def test_every_act_says_what_it_changed() -> None:
    acts = [(file, act) for file, act in functions() if not act.name.startswith("_")]
    silent = {act.name: place(file, act) for file, act in acts if not returns_changed(act)}
    assert len(acts) > 40
    assert silent.keys() == TOLD_OTHERWISE, silent


def test_no_screen_tells_by_hand_what_it_did_itself() -> None:
    """Only a task that ended behind the screen, or text that could be written after all, emits by itself."""
    telling = {"ui/window/context.py", "ui/window/unsaved.py"}
    emitting = {
        file.relative_to(PACKAGE).as_posix()
        for file in python_files("intake_assistant/ui")
        for node in nodes(file)
        if isinstance(node, ast.Attribute) and ast.unparse(node).endswith("context.changed.emit")
    }
    with_a_task = {
        file.relative_to(PACKAGE).as_posix()
        for file in python_files("intake_assistant/ui")
        if any(isinstance(n, ast.Call) and called_name(n) in ("run", "Taak") for n in nodes(file))
    }
    assert emitting <= telling | with_a_task
