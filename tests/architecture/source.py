"""The project's own files, as text and as syntax trees."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "intake_assistant"


def python_files(*folders: str) -> list[Path]:
    return sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))


def project_files() -> Iterator[Path]:
    """Every file that belongs to the project; not what tools and programs leave behind."""
    for top in sorted(ROOT.iterdir()):
        if top.is_file() and not top.name.startswith(".venv"):
            yield top
        elif top.name in {"intake_assistant", "forms", "translations", "tests", "installer", ".ci"}:
            yield from (file for file in top.rglob("*") if file.is_file() and "__pycache__" not in file.parts)


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


@cache
def nodes(file: Path) -> tuple[ast.AST, ...]:
    """All that stands in a file, looked up once: nearly every rule of the house asks it of each."""
    return tuple(ast.walk(tree(file)))


@cache
def _calls(file: Path) -> dict[str, list[ast.Call]]:
    found = defaultdict[str, list[ast.Call]](list)
    for node in nodes(file):
        if isinstance(node, ast.Call):
            found[called_name(node)].append(node)
    return dict(found)


def calls(file: Path, name: str) -> list[ast.Call]:
    """Calls of a function by that name, whether called bare or on a module."""
    return _calls(file).get(name, [])


def called_name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def place(file: Path, node: ast.AST) -> str:
    return f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
