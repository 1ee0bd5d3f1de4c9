"""Small files, short functions: one subject each."""

import ast
from pathlib import Path

from tests.architecture.source import nodes, place, python_files

FILE_LINES = 400
FUNCTION_LINES = 50


def test_files_and_functions_are_short() -> None:
    files = python_files("intake_assistant", "tests")
    assert [str(file) for file in files if len(file.read_text("utf-8").splitlines()) > FILE_LINES] == []
    assert [name for file in files for name in long_functions(file)] == []


def long_functions(file: Path) -> list[str]:
    return [
        f"{place(file, node)} {node.name}"
        for node in nodes(file)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > FUNCTION_LINES
    ]
