"""One reader and one writer of dates, so that what is written in one place can be typed in another."""

import ast
import re

from tests.architecture.source import PACKAGE, called_name, nodes, place, python_files

DATES = PACKAGE / "dates.py"
# The command line and the forms speak ISO alone (contract 1); moments with their time are no dates.
ISO_ALONE = {
    "cli/shared.py",
    "cli/vault/logboek.py",
    "forms/regels.py",
    "operations/papers/wisbewijs.py",
    "documents/bewaren.py",
}
A_MONTH = re.compile(r"\b(januari|februari|feb|mrt|okt)\b")


def is_read_elsewhere(node: ast.AST) -> bool:
    """date.fromisoformat, strptime and Babel's format_date."""
    if not isinstance(node, ast.Call):
        return False
    of_date = isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value).endswith("date")
    return called_name(node) in {"format_date", "strftime"} or (
        called_name(node) == "fromisoformat" and of_date
    )


def is_written_elsewhere(node: ast.AST) -> bool:
    """A day put between other words, or the name of a month in a constant."""
    match node:
        case ast.FormattedValue(value=ast.Attribute(attr="day")):
            return True
        case ast.Constant(value=str(words)):
            return "\n" not in words and len(words) < 60 and bool(A_MONTH.search(words))
        case _:
            return False


def test_dates_are_read_and_written_in_one_module() -> None:
    found = [
        place(file, node)
        for file in python_files("intake_assistant")
        if file != DATES and str(file.relative_to(PACKAGE)) not in ISO_ALONE
        for node in nodes(file)
        if is_read_elsewhere(node) or is_written_elsewhere(node)
    ]
    assert not found, found


def test_the_hour_is_told_by_one_function() -> None:
    """Two zones on one screen would deny each other; only the names of files are in UTC."""
    zones = [
        place(file, node)
        for file in python_files("intake_assistant")
        for node in nodes(file)
        if isinstance(node, ast.Call) and called_name(node) == "astimezone" and not _is_utc(node)
    ]
    assert [where.partition(":")[0] for where in zones] == ["intake_assistant/dates.py"]


def _is_utc(call: ast.Call) -> bool:
    return any(ast.unparse(word).endswith("UTC") for word in call.args)
