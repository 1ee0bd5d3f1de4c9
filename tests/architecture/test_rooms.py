"""A room holds so much that one finds one's way in it, and a screen knows no other screen."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import PACKAGE, python_files, tree

MODULES = 16
# Larger ones, that may not grow further.
LARGER = {"domain/recht": 23, "demo": 19, "forms": 17, "documents": 17}
UI = PACKAGE / "ui"
# What every screen stands on.
BELOW = {"window", "locking", "kit", "qt", "words", "fields", "vragen"}
# What still crosses from one screen to another; nothing comes to it.
CROSSING = {
    ("dossiers.te_regelen", "dossier.rechten"),
    ("dossiers.te_regelen", "wissen.lijst"),
    ("geschiedenis.screen", "wissen.deel"),
    ("instellingen.logboek", "geschiedenis.conflicten"),
    ("instellingen.sleutels", "kluis.herstelsleutel"),
    ("instellingen.wachtzin", "kluis.herstel"),
    ("rechten.screen", "wissen.deel"),
}


def rooms() -> Iterator[tuple[str, int]]:
    for room in sorted({file.parent for file in python_files("intake_assistant")} - {PACKAGE}):
        modules = [file for file in room.glob("*.py") if file.name != "__init__.py"]
        yield room.relative_to(PACKAGE).as_posix(), len(modules)


def test_no_room_is_a_pile() -> None:
    crowded = {room: much for room, much in rooms() if much > LARGER.get(room, MODULES)}
    assert not crowded


def crossings() -> Iterator[tuple[str, str]]:
    for file in python_files("intake_assistant"):
        if UI in file.parents and file.parent != UI and _room(file) not in BELOW:
            yield from ((_name(file), to) for to in _imported(file) if to.partition(".")[0] != _room(file))


def _room(file: Path) -> str:
    return file.relative_to(UI).parts[0]


def _name(file: Path) -> str:
    return ".".join(file.relative_to(UI).with_suffix("").parts)


def _imported(file: Path) -> Iterator[str]:
    begin = "intake_assistant.ui."
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(begin):
            to = (node.module or "").removeprefix(begin)
            if to.partition(".")[0] not in BELOW:
                yield to


def test_a_screen_knows_no_other_screen() -> None:
    assert set(crossings()) == CROSSING
