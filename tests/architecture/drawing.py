"""Draws the rooms of the program from its own code: `python -m tests.architecture.drawing`."""

import ast
import textwrap
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from tests.architecture.source import PACKAGE, ROOT, nodes, tree

DRAWING = ROOT / "docs" / "rooms.svg"
WIDTH, GAP, BETWEEN, MARGIN = 1000, 16, 40, 20
LINE, LETTER = 16, 6.3
# A room alone on its floor takes this much, if nothing is in it; one with rooms in it takes all.
ALONE = 240
RULE = "Each room uses only what lies below it. Blue: folders, with the rooms in them; grey: tools."
STYLE = """
text { font-family: sans-serif; font-size: 12px; fill: #444 }
.name { font-size: 15px; font-weight: bold; fill: #111 }
.in { fill: #0b5394 }
rect { fill: #fff; stroke: #bbb }
.folder { fill: #f3f7fb; stroke: #0b5394 }
path { fill: none; stroke: #0b5394; stroke-width: 1.4; marker-end: url(#tip) }
.ground { stroke: none }
"""


@dataclass
class Room:
    """A folder or a module of the package, on its floor."""

    name: str
    floor: int
    is_folder: bool
    rooms: tuple[str, ...]
    says: str
    uses: set[str] = field(default_factory=set)
    x: float = 0
    y: float = 0
    width: float = 0

    @property
    def words(self) -> list[tuple[str, str]]:
        """The lines in the box, each with its look."""
        letters = int((self.width - 20) / LETTER)
        lines = [("", line) for line in textwrap.wrap(self.says, letters)]
        return lines + [("in", line) for line in textwrap.wrap(" · ".join(self.rooms), letters)]

    @property
    def height(self) -> float:
        return 30 + LINE * len(self.words)

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


def read_rooms() -> dict[str, Room]:
    """The rooms as pyproject.toml puts them on floors, with what each one imports."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    floors = project["tool"]["importlinter"]["contracts"][0]["layers"]
    names = [(name, nummer) for nummer, floor in enumerate(floors) for name in floor.split(" | ")]
    rooms = {name: _room(name, floor) for name, floor in names}
    for file in sorted(PACKAGE.rglob("*.py")):
        name = file.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if name in rooms:
            rooms[name].uses |= {used for used in _imports(file) if used in rooms and used != name}
    return rooms


def _room(name: str, floor: int) -> Room:
    folder = PACKAGE / name
    inside = sorted(file.parent.name for file in folder.glob("*/__init__.py"))
    file = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    first = (ast.get_docstring(tree(file)) or "").splitlines()[0]
    return Room(
        name, floor, folder.is_dir(), tuple(inside), first.partition(";")[0].partition(" (")[0].rstrip(".")
    )


def _imports(file: Path) -> Iterator[str]:
    for node in nodes(file):
        match node:
            case ast.ImportFrom(module="intake_assistant", names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(module)) if module.startswith("intake_assistant."):
                yield module.split(".")[1]


def arrows(rooms: dict[str, Room]) -> Iterator[tuple[Room, Room]]:
    """Which room stands on which; not what follows from two other arrows, nor the tools that all use."""
    folders = {name: room for name, room in rooms.items() if room.is_folder or not room.floor}

    def uses(name: str) -> set[str]:
        return folders[name].uses & folders.keys()

    def reached(name: str) -> set[str]:
        return uses(name).union(*map(reached, uses(name)))

    for name, room in folders.items():
        through = set[str]().union(*map(reached, uses(name)))
        yield from ((room, folders[used]) for used in sorted(uses(name) - through))


def _place(rooms: dict[str, Room]) -> float:
    """Give each room its place, from the roof down; returns where the ground is."""
    y: float = MARGIN
    above = list(arrows(rooms))
    for floor in sorted({room.floor for room in rooms.values()}):
        here = [room for room in rooms.values() if room.floor == floor]
        _share(here)
        for room in here:
            room.y = y
        if len(here) == 1 and not here[0].rooms:
            users = [user.middle for user, used in above if used is here[0]]
            middle = sum(users) / len(users) if users else WIDTH / 2
            here[0].x = min(max(middle - ALONE / 2, MARGIN), WIDTH - MARGIN - ALONE)
        y += max(room.height for room in here) + BETWEEN
    return y


def _share(here: list[Room]) -> None:
    """Divide a floor among its rooms: more to who has rooms in it."""
    if len(here) == 1 and not here[0].rooms:
        here[0].width = ALONE
        return
    parts = {room.name: 1 + len(room.rooms) / 4 for room in here}
    whole = WIDTH - 2 * MARGIN - GAP * (len(here) - 1)
    x: float = MARGIN
    for room in here:
        room.x, room.width = x, whole * parts[room.name] / sum(parts.values())
        x += room.width + GAP


def draw() -> str:
    """The drawing as the text of an SVG file, the same at each run."""
    rooms = read_rooms()
    ground = _place(rooms)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {ground:.0f}" role="img">',
        "<title>The rooms of intake_assistant, floor by floor</title>",
        f"<style>{STYLE}</style>",
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7"'
        ' orient="auto"><path d="M0 0 8 4 0 8z" style="fill: #0b5394; stroke: none"/></marker></defs>',
        f'<rect class="ground" width="{WIDTH}" height="{ground:.0f}"/>',
        *(_arrow(user, used) for user, used in arrows(rooms)),
        *(line for room in rooms.values() for line in _box(room)),
        f'<text x="{MARGIN}" y="{ground - 8:.0f}">{RULE}</text>',
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _arrow(user: Room, used: Room) -> str:
    """Straight down where the two lie above each other, else with a bend."""
    left, right = max(user.x, used.x), min(user.x + user.width, used.x + used.width)
    begin, end = ((left + right) / 2,) * 2 if right - left > 20 else (user.middle, used.middle)
    top, bottom = user.y + user.height, used.y - 1
    half = (top + bottom) / 2
    bend = f"C{begin:.0f} {half:.0f} {end:.0f} {half:.0f}"
    return f'<path d="M{begin:.0f} {top:.0f} {bend} {end:.0f} {bottom:.0f}"/>'


def _box(room: Room) -> Iterator[str]:
    look = ' class="folder"' if room.is_folder else ""
    size = f'width="{room.width:.0f}" height="{room.height:.0f}"'
    yield f'<rect{look} x="{room.x:.0f}" y="{room.y:.0f}" {size}/>'
    yield f'<text class="name" x="{room.x + 10:.0f}" y="{room.y + 20:.0f}">{room.name}</text>'
    for nummer, (kind, line) in enumerate(room.words, start=1):
        mark = f' class="{kind}"' if kind else ""
        y = room.y + 20 + LINE * nummer
        yield f'<text{mark} x="{room.x + 10:.0f}" y="{y:.0f}">{escape(line)}</text>'


if __name__ == "__main__":
    DRAWING.write_text(draw(), encoding="utf-8")
