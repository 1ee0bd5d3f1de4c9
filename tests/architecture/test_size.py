"""Small files, short functions: one subject each."""

import ast
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, place, python_files, tree

FILE_LINES = 400
FUNCTION_LINES = 50


@pytest.mark.parametrize(
    "file", python_files("intake_assistant", "tests"), ids=lambda file: str(file.relative_to(ROOT))
)
def test_file_and_functions_are_short(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= FILE_LINES
    long = [
        f"{place(file, node)} {node.name}"
        for node in ast.walk(tree(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > FUNCTION_LINES
    ]
    assert not long
