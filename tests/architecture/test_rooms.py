"""A room holds so much that one finds one's way in it, and a screen knows no other screen."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import PACKAGE, nodes, python_files

MODULES = 16
# Larger ones, that may not grow further.
LARGER = {"domain/recht": 24, "documents": 17}
UI = PACKAGE / "ui"
# What every screen stands on.
BELOW = {
    "window",
    "locking",
    "kit",
    "drawing",
    "qt",
    "words",
    "fields",
    "vragen",
    "draad",
    "gedeeld",
    "geluid",
    "vertaling",
}
# These open the screens.
OPENERS = {"window", "locking"}


def rooms() -> Iterator[tuple[str, int]]:
    for room in sorted({file.parent for file in python_files("intake_assistant")} - {PACKAGE}):
        modules = [file for file in room.glob("*.py") if file.name != "__init__.py"]
        yield room.relative_to(PACKAGE).as_posix(), len(modules)


def test_no_room_is_a_pile() -> None:
    crowded = {room: much for room, much in rooms() if much > LARGER.get(room, MODULES)}
    assert not crowded


def imports_of_screens() -> Iterator[tuple[str, str]]:
    """Who in ui/ imports a screen, other than that screen itself, and which."""
    for file in python_files("intake_assistant"):
        if UI in file.parents and file.parent != UI:
            yield from ((_name(file), to) for to in _screens_in(file) if to.partition(".")[0] != _room(file))


def _room(file: Path) -> str:
    return file.relative_to(UI).parts[0]


def _name(file: Path) -> str:
    return ".".join(file.relative_to(UI).with_suffix("").parts)


def _screens_in(file: Path) -> Iterator[str]:
    begin = "intake_assistant.ui."
    for node in nodes(file):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(begin):
            to = (node.module or "").removeprefix(begin)
            if to.partition(".")[0] not in BELOW:
                yield to


def test_a_screen_knows_no_other_screen() -> None:
    known = list(imports_of_screens())
    assert len(known) > 10
    assert [found for found in known if found[0].partition(".")[0] not in BELOW] == []


def test_what_screens_stand_on_knows_no_screen() -> None:
    below = BELOW - OPENERS
    assert [found for found in imports_of_screens() if found[0].partition(".")[0] in below] == []
