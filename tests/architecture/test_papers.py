"""What leaves the program is made in Dutch, whatever language the screen speaks."""

import ast

from tests.architecture.source import PACKAGE, place, tree

PAPER = {
    "Document", "Inzage", "Inzagestuk", "Meldingsbrief", "Stuk", "Tabblad", "Verstrekvoorstel", "Verzonden",
}  # fmt: skip
ROOMS = ("papers", "exchange", "socialekaart")
# What is read from a disk, or signed, says nothing of itself.
SILENT = {"read_getekend", "read_logo", "sign"}


def is_paper(function: ast.FunctionDef) -> bool:
    """Whether it gives a document, or the bytes of one, to who asks."""
    if function.name.startswith("_") or function.name in SILENT or function.returns is None:
        return False
    named = {node.id for node in ast.walk(function.returns) if isinstance(node, ast.Name)}
    return bool(named & (PAPER | {"bytes"}))


def test_each_maker_of_a_paper_speaks_dutch() -> None:
    makers = [
        (place(file, node), node)
        for room in ROOMS
        for file in sorted((PACKAGE / "operations" / room).rglob("*.py"))
        for node in tree(file).body
        if isinstance(node, ast.FunctionDef) and is_paper(node)
    ]
    assert len(makers) > 20
    assert [where for where, node in makers if "dutch" not in map(ast.unparse, node.decorator_list)] == []
