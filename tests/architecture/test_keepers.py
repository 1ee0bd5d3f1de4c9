"""Whatever keeps what is being typed has one clock, and no key puts that clock off."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import PACKAGE, tree

KEEPING = {
    "keep_concepttekst",
    "keep_schets",
    "keep_half",
    "keep_ontwerp",
    "keep_plek",
    "Bewaarklok",
    "Houder",
}
CLOCK = PACKAGE / "ui" / "fields" / "bewaarklok.py"
# Tries again every few seconds what a full disk refused; no key reaches it.
TRIES_AGAIN = PACKAGE / "ui" / "window" / "unsaved.py"


def keepers() -> Iterator[Path]:
    for file in sorted((PACKAGE / "ui").rglob("*.py")):
        if KEEPING & imported(file):
            yield file


def imported(file: Path) -> set[str]:
    every = ast.walk(tree(file))
    return {alias.name for node in every if isinstance(node, ast.ImportFrom) for alias in node.names}


def starts(file: Path) -> list[int]:
    """Lines that start a clock, or hand on its starting to a signal."""
    every = ast.walk(tree(file))
    return [node.lineno for node in every if isinstance(node, ast.Attribute) and node.attr == "start"]


def test_there_are_keepers() -> None:
    names = {file.stem for file in keepers()}
    assert {"losveld", "houder", "bewaarveld", "draft", "voering", "asking"} <= names


def test_no_keeper_has_a_clock_that_a_key_can_put_off() -> None:
    found = [
        f"{file.relative_to(PACKAGE)}:{line}"
        for file in keepers()
        if file not in (CLOCK, TRIES_AGAIN)
        for line in starts(file)
    ]
    assert not found, f"tell a Bewaarklok instead: {found}"


def test_a_clock_that_runs_is_not_started() -> None:
    source = ast.unparse(tree(CLOCK))
    assert source.count(".start()") == 1
    assert "if not self.isActive():\n            self.start()" in source
