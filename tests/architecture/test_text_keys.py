"""Every sentence the code asks for exists, with the fields it is given."""

import ast
import string
from pathlib import Path

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.texts import known_error_text, text
from tests.architecture.source import calls, place, python_files


def constant(call: ast.Call) -> str | None:
    match call.args[:1]:
        case [ast.Constant(value=str(value))]:
            return value
        case _:
            return None


def named(call: ast.Call) -> set[str] | None:
    """The names of the keyword arguments; None when some are unpacked and cannot be known."""
    names = [word.arg for word in call.keywords]
    return None if None in names else {name for name in names if name}


def asked(name: str) -> list[tuple[str, str, set[str] | None]]:
    return [
        (place(file, call), key, named(call))
        for file in python_files("intake_assistant")
        for call in calls(file, name)
        if (key := constant(call)) is not None
    ]


def test_each_error_code_in_the_code_has_its_text_and_facts() -> None:
    wrong = []
    for where, code, facts in asked("KnownError"):
        try:
            rendered = known_error_text(KnownError(code, **{name: f"<{name}>" for name in facts or ()}))
        except KeyError:
            wrong.append(f"{where} {code}: no text")
            continue
        if facts is not None and "onbekend" in rendered.replace("‘onbekend’", ""):
            wrong.append(f"{where} {code}: a fact of the text is not given: {rendered}")
    assert not wrong


def test_each_text_in_the_code_is_in_a_catalogue() -> None:
    wrong = []
    for where, key, given in asked("text"):
        if "." not in key or given is None:
            continue
        try:
            text(key, **dict.fromkeys(given, 2))
        except KeyError as error:
            wrong.append(f"{where} {error}")
    assert not wrong


@pytest.mark.parametrize("file", sorted((Path(__file__).parents[2] / "translations").rglob("*.po")), ids=str)
def test_no_field_is_more_than_a_name(file: Path) -> None:
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith(("msgid", "msgstr", '"')) and "${" not in line and "{" in line:
            for _, name, form, conversion in string.Formatter().parse(line):
                assert name is None or (name.isidentifier() and not form and not conversion), line
