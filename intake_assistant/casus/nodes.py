"""What the shape of a case file is made of: tables, lists and values, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CaseLeaf:
    """A value: its kind, its codes when it has any, and whether it must be there."""

    kind: str
    codes: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with these keys."""

    keys: Mapping[str, Node] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tables:
    """An array of tables with these keys."""

    keys: Mapping[str, Node]


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of which each item is a plain value or a table."""

    plain: CaseLeaf
    table: Table


@dataclass(frozen=True, slots=True)
class Either:
    """A value that may be a plain one or a table."""

    plain: CaseLeaf
    table: Table


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of a conversation, judged by the forms."""


type Node = CaseLeaf | Table | Tables | Rows | Either | Answers

TEXT, DATE, BOOL = CaseLeaf("text"), CaseLeaf("date"), CaseLeaf("bool")
INT, TEXTS = CaseLeaf("int"), CaseLeaf("texts")
LANGUAGE, COUNTRY = CaseLeaf("language"), CaseLeaf("country")
QUESTION = CaseLeaf("question")
NAMED, DATED = CaseLeaf("text", required=True), CaseLeaf("date", required=True)


def codes(*values: str, required: bool = False) -> CaseLeaf:
    """A value that is one of these codes."""
    return CaseLeaf("code", tuple(str(v) for v in values), required)
