"""One word for a thing: Dutch for what the law names, and never its translation."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

from tests.architecture.source import PACKAGE, ROOT, nodes, place, python_files, tree

# Nouns of the program, not of the law.
TECHNICAL = {
    "clock", "element", "entry", "header", "kind", "leaf", "presence", "row", "subject", "tombstone",
}  # fmt: skip
BANNED = {
    "appeal", "case_manager", "consent", "conversation", "decision", "integration_plan", "interpreter",
    "learning_route", "newcomer", "objection",
}  # fmt: skip


def explanations() -> dict[str, str]:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = readme.split("## Woordenlijst", 1)[1].split("\n## ", 1)[0].split("|---|---|\n", 1)[1]
    return dict(re.findall(r"^\| ([a-z_ ]+) \| (.+) \|$", section, flags=re.MULTILINE))


def woordenlijst() -> set[str]:
    return set(explanations())


def test_the_list_of_words_is_in_order_and_each_word_is_in_use() -> None:
    rows = explanations()
    words = list(rows)
    assert words == sorted(words)
    twice = [word for word in words if list(rows.values()).count(rows[word]) > 1]
    files = [*python_files("intake_assistant"), *(ROOT / "docs").glob("*.md")]
    told = "\n".join(file.read_text(encoding="utf-8").lower() for file in files)
    unused = [word for word in words if word.replace(" ", "_") not in told]
    assert (twice, unused) == ([], [])


def explained(word: str, known: set[str]) -> bool:
    """A word of the list, its plural, or two of its words in one: `Regelwaarden`, `Inburgeringstermijn`."""
    singular = {word, word.removesuffix("en"), word.removesuffix("s"), word.removesuffix("n")}
    rests = [word[len(first) :] for first in known if word.startswith(first)]
    return bool(singular & known) or any(known & {rest, rest.removeprefix("s")} for rest in rests)


def test_each_public_class_of_the_domain_is_explained() -> None:
    known = woordenlijst()
    assert len(known) > 50
    missing = [
        f"{place(file, node)} {node.name}: {word}"
        for file in sorted((PACKAGE / "domain").rglob("*.py"))
        for node in tree(file).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and node.name.lower() not in known
        for word in re.findall(r"[A-Z][a-z0-9]*", node.name)
        if word.lower() not in TECHNICAL and not explained(word.lower(), known)
    ]
    assert not missing, missing


def identifiers(file: Path) -> list[tuple[str, ast.AST]]:
    found: list[tuple[str, ast.AST]] = []
    for node in nodes(file):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                found.append((name, node))
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name) | ast.Attribute(attr=name):
                found.append((name, node))
            case _:
                pass
    return found


def test_no_translation_of_a_word_of_the_law() -> None:
    banned = [
        f"{place(file, node)} {name}"
        for file in python_files("intake_assistant")
        for name, node in identifiers(file)
        if any(f"_{word}_" in f"_{_snake(name)}_" for word in BANNED)
    ]
    assert not banned


@cache
def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).lower()


def test_a_class_name_means_one_thing() -> None:
    """Whatever its capitals: who hears a name does not hear those."""
    names = Counter(
        node.name.lower()
        for file in python_files("intake_assistant")
        for node in nodes(file)
        if isinstance(node, ast.ClassDef)
    )
    assert len(names) > 300
    assert [name for name, times in names.items() if times > 1] == []
