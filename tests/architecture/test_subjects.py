"""A subject is written and read in one place: by its kind, in the grammar of subjects."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from intake_assistant.domain.kinds import KINDS
from tests.architecture.source import PACKAGE, nodes, place, python_files

DOMAIN = PACKAGE / "domain"
TEMPLATES = PACKAGE / "documents" / "make_template.py"
"""Writes the language of Word templates, which has brackets of its own."""
HERE = {TEMPLATES, DOMAIN / "kind.py", DOMAIN / "kinds.py", DOMAIN / "subject.py"}
# What a subject begins with, with the sign after it: `gesprek[`, `beschikking.`, `geldt:`.
BEGINS = {kind.begin() for kind in KINDS if kind.word} - {"dossier."}
"""Not that of the two facts on the dossier itself: the catalogue of its screen has the same name."""
LISTS = {begin for begin in BEGINS if begin.endswith(("[", ":"))}
SIGNS = ("[", "]", "].", "@", "geldt:")
TAKES_APART = {
    "startswith", "endswith", "removeprefix", "removesuffix", "partition", "rpartition", "split", "rsplit",
    "replace", "strip", "rstrip", "index", "find",
}  # fmt: skip


def test_there_is_something_to_look_for() -> None:
    assert {"gesprek[", "inburgeraar.", "geldt:", "procedure.oproep["} <= BEGINS


def built(node: ast.AST) -> bool:
    """An f-string that puts a row, a source or a field behind the begin of a subject."""
    if not isinstance(node, ast.JoinedStr):
        return False
    pairs = enumerate(zip(node.values, node.values[1:], strict=False))
    return any(
        isinstance(part, ast.Constant) and _asks_for_more(str(part.value), first=not place_)
        for place_, (part, after) in pairs
        if isinstance(after, ast.FormattedValue)
    )


def _asks_for_more(said: str, *, first: bool) -> bool:
    return bool(re.search(r"[\w.]\[$", said)) or said in BEGINS or (not first and said in ("[", "@"))


def taken_apart(node: ast.AST) -> bool:
    """A text method that is given a sign or a begin of subjects."""
    match node:
        case ast.Call(func=ast.Attribute(attr=name), args=[first, *_]) if name in TAKES_APART:
            given = first.elts if isinstance(first, ast.Tuple) else [first]
            return any(isinstance(n, ast.Constant) and n.value in {*SIGNS, *BEGINS} for n in given)
    return False


def begun(node: ast.AST) -> bool:
    """A constant that is the begin of a list of subjects."""
    return isinstance(node, ast.Constant) and node.value in LISTS


def found(files: list[Path]) -> Iterator[str]:
    for file in files:
        for node in nodes(file):
            if built(node) or taken_apart(node) or begun(node):
                yield f"{place(file, node)} {ast.unparse(node)[:70]}"


def test_no_subject_is_built_or_taken_apart_elsewhere() -> None:
    wrong = list(found([file for file in python_files("intake_assistant") if file not in HERE]))
    assert not wrong, "ask its kind (domain/kinds.py) instead:\n" + "\n".join(wrong)
