"""All text is plain: one function makes labels, one makes hints, and nobody writes mark-up by hand."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import PACKAGE, called_name, calls, nodes, place

UI = sorted((PACKAGE / "ui").rglob("*.py"))
BUILDER = PACKAGE / "ui" / "kit" / "parts.py"
MARKUP = re.compile(r"</?(b|i|u|p|br|qt|html|span|div|a|h[1-6]|font)\b[^>]*>", re.IGNORECASE)


def is_hint(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and called_name(node) == "zweeftekst"


def functions(file: Path) -> Iterator[ast.FunctionDef]:
    return (node for node in nodes(file) if isinstance(node, ast.FunctionDef))


def test_every_hint_is_made_by_one_function() -> None:
    found = [(file, call) for file in UI for call in calls(file, "setToolTip")]
    assert len(found) > 10
    assert [place(file, call) for file, call in found if not is_hint(call.args[-1])] == []


def test_every_model_makes_its_hints_by_that_function() -> None:
    found = [
        (file, function)
        for file in UI
        for function in functions(file)
        if any(isinstance(node, ast.Attribute) and node.attr == "ToolTipRole" for node in ast.walk(function))
    ]
    assert len(found) >= 2
    without = [
        place(file, function)
        for file, function in found
        if not any(isinstance(node, ast.expr) and is_hint(node) for node in ast.walk(function))
    ]
    assert without == []


def test_every_label_is_made_plain() -> None:
    made = [place(file, call) for file in UI if file != BUILDER for call in calls(file, "QLabel")]
    assert made == []


def test_nobody_writes_markup() -> None:
    found = [
        place(file, node)
        for file in UI
        if file != BUILDER
        for node in nodes(file)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and MARKUP.search(node.value)
    ]
    assert found == []
