"""domain/ speaks in codes and facts: the sentences are made in operations/words, of translations/."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import PACKAGE, called_name, nodes, place, tree

# The codes of DUO are words as DUO writes them, and are never shown.
CODES_OF_DUO = PACKAGE / "domain" / "duo" / "codes.py"
DOMAIN = sorted(set((PACKAGE / "domain").rglob("*.py")) - {CODES_OF_DUO})
LETTER = "a-zà-ÿ"
HOLE = "\0"  # where a value stands in an f-string
# A word beside another word, or beside a value.
SENTENCE = re.compile(
    rf"[{LETTER}{HOLE}][,;:.]? [{LETTER}]|[{LETTER}][,;:.]? {HOLE}",
    re.IGNORECASE,
)
# One word as a label begins.
LABEL = re.compile(rf"[A-Z][{LETTER}]{{2,}}")
# An article is a code: `Besl 5.3(1)`.
ARTICLE = re.compile(r"(Wet|Besl|Awb|Awt|AVG|BIO2|Pw) [\d.:()a-z]+|Wet inburgering 2021")


def reads_as_a_sentence(literal: str) -> bool:
    """Words after each other, or one word with a capital, that are no article of law."""
    if ARTICLE.fullmatch(literal):
        return False
    return SENTENCE.search(literal) is not None or LABEL.fullmatch(literal) is not None


def not_for_reading(module: ast.Module) -> Iterator[ast.AST]:
    """What nobody reads on a screen: docstrings, types, patterns, lists of words, errors of a programmer."""
    for node in ast.walk(module):
        match node:
            case ast.Expr(value=ast.Constant()) | ast.Raise():
                yield node
            case ast.Call() if called_name(node) in ("compile", "split"):
                yield node
            case _:
                yield from _types(node)


def _types(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
            yield node
        case ast.FunctionDef(returns=ast.AST() as kind) | ast.AnnAssign(annotation=kind):
            yield kind
        case ast.arg(annotation=ast.AST() as kind):
            yield kind
        case _:
            pass


def literals(module: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Each text that is left, an f-string as one with holes in it."""
    skipped = {id(inner) for outer in not_for_reading(module) for inner in ast.walk(outer)}
    for node in ast.walk(module):
        if id(node) in skipped:
            continue
        match node:
            case ast.JoinedStr(values=parts):
                skipped |= {id(part) for part in parts}
                yield node, "".join(_part(part) for part in parts)
            case ast.Constant(value=str(text)):
                yield node, text
            case _:
                pass


def _part(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else HOLE


def sentences(file: Path) -> list[str]:
    return [f"{place(file, n)} {text}" for n, text in literals(tree(file)) if reads_as_a_sentence(text)]


def test_the_domain_makes_no_sentence() -> None:
    assert len(DOMAIN) > 20
    assert [found for file in DOMAIN for found in sentences(file)] == []


def test_the_rule_knows_a_sentence_from_a_code() -> None:
    read = [text for _, text in literals(ast.parse(SENTENCES))]
    assert [text for text in read if reads_as_a_sentence(text)] == read
    assert len(read) == 6
    codes = [text for _, text in literals(ast.parse(CODES))]
    assert [text for text in codes if reads_as_a_sentence(text)] == []
    assert len(codes) > 5


def test_the_storage_asks_for_no_sentence() -> None:
    """What goes wrong on a disk is a code with its facts; `known_error_text` makes the words."""
    files = sorted((PACKAGE / "storage").rglob("*.py"))
    assert len(files) > 20
    asked = {
        file.name
        for file in files
        for node in nodes(file)
        if isinstance(node, ast.ImportFrom) and node.module == "intake_assistant.texts"
    }
    assert asked == set()


SENTENCES = """
a = "De MAP hoort niet bij de onderwijsroute."
b = f"{a} ligt voor de datum"
c = f"{deel} van {wie}"
d = "op tijd"
e = "Koningsdag"
f = f"uiterlijk {a}"
"""
CODES = '''
"""A docstring of several words."""
a = ("Besl 5.3(1)", "Wet 14(3)(b)", "AVG 5(1)(e)", "goede_vrijdag", f"{a} ({b})", ", ".join(a))
def f(x: "Tekst") -> "Regel":
    """Words here too."""
    raise ValueError(f"{x} op {a}")
b = re.compile("de man"), "Ja Nee".split()
'''
