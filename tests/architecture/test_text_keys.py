"""Every sentence the code asks for exists, with the fields it is given."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from intake_assistant.errors import KnownError
from intake_assistant.paths import translations_dir
from intake_assistant.texts import SOURCE, is_text, keys, known_error_text, text
from tests.architecture.source import calls, nodes, place, python_files
from tests.architecture.text_families import FAMILIES, built

CATALOGUES = translations_dir() / SOURCE / "LC_MESSAGES"


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


def facts(call: ast.Call) -> dict[str, str]:
    """The facts of an error, as they stand there: by its cause one error can have another text."""
    return {
        word.arg: str(word.value.value) if isinstance(word.value, ast.Constant) else f"<{word.arg}>"
        for word in call.keywords
        if word.arg
    }


def asked(name: str) -> list[tuple[str, str, set[str] | None]]:
    return [
        (place(file, call), key, named(call))
        for file in python_files("intake_assistant")
        for call in calls(file, name)
        if (key := constant(call)) is not None
    ]


def test_each_error_code_in_the_code_has_its_text_and_facts() -> None:
    wrong = []
    for where, code, call in (
        (place(file, call), code, call)
        for file in python_files("intake_assistant")
        for call in calls(file, "KnownError")
        if (code := constant(call)) is not None
    ):
        try:
            rendered = known_error_text(KnownError(code, **facts(call)))
        except KeyError:
            wrong.append(f"{where} {code}: no text")
            continue
        if named(call) is not None and "onbekend" in rendered.replace("‘onbekend’", ""):
            wrong.append(f"{where} {code}: a fact of the text is not given: {rendered}")
    assert not wrong


def test_each_text_in_the_code_is_in_a_catalogue() -> None:
    wrong = []
    for where, key, given in (*asked("text"), *asked("dutch_text")):
        if "." not in key or given is None:
            continue
        try:
            text(key, **dict.fromkeys(given, 2))
        except KeyError as error:
            wrong.append(f"{where} {error}")
    assert not wrong


def pattern(built: ast.JoinedStr) -> str:
    """An f-string as it is written, with a hole for each thing that is filled in."""
    parts = [part.value if isinstance(part, ast.Constant) else "{}" for part in built.values]
    return "".join(str(part) for part in parts)


def of(node: type[ast.AST], *folders: str) -> Iterator[tuple[Path, Any]]:
    for file in python_files(*folders):
        for found in nodes(file):
            if isinstance(found, node):
                yield file, found


def test_a_key_is_a_literal_or_of_a_declared_family() -> None:
    """What is put together in another way cannot be found by who looks where a sentence is said."""
    wrong = []
    for file in python_files("intake_assistant"):
        for call in (*calls(file, "text"), *calls(file, "dutch_text")):
            match call.args[:1]:
                case [ast.JoinedStr() as built] if pattern(built) not in FAMILIES:
                    wrong.append(f"{place(file, call)} {pattern(built)}: not in text_families.py")
                case [ast.BinOp() | ast.Call()] if isinstance(call.func, ast.Name):
                    wrong.append(f"{place(file, call)}: neither a literal nor of a family")
    assert not wrong


def test_each_code_of_a_family_has_its_text() -> None:
    found = {family: list(built(family)) for family in FAMILIES}
    assert [family for family, keys in found.items() if not keys] == []
    assert [key for keys in found.values() for key in keys if not is_text(key)] == []


def test_each_family_is_asked_for() -> None:
    written = {pattern(found) for _, found in of(ast.JoinedStr, "intake_assistant")}
    assert sorted(FAMILIES.keys() - written) == []


def test_each_text_is_asked_for() -> None:
    """A sentence that nothing says is dead; the codes of errors are looked at above."""
    written = {found.value for _, found in of(ast.Constant, "intake_assistant")}
    asked_for = written.union(*(built(family) for family in FAMILIES))
    names = {file.stem for file in CATALOGUES.glob("*.po")} - {"fout"}
    assert sorted(key for name in names for key in keys(SOURCE, name) if key not in asked_for) == []


def test_no_field_is_more_than_a_name() -> None:
    """Of the other languages `translations check` sees to it, with all else that must be as in the Dutch."""
    files = sorted(CATALOGUES.glob("*.po"))
    assert files
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith(("msgid", "msgstr", '"')) and "${" not in line and "{" in line:
                for _, name, form, conversion in string.Formatter().parse(line):
                    is_name = name is None or (name.isidentifier() and not form and not conversion)
                    assert is_name, f"{file}: {line}"
