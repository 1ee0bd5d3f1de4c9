"""Subjects: what an entry is about (design 2, *Subjects*)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

BINNEN: Final = r"(?:[^\[\]]|\[[^\[\]]*\])*"
"""What may stand within brackets: a note may be about a field of a row, so an id may hold brackets itself."""
_ROW = re.compile(rf"\[({BINNEN})\]")


def split_bron(subject: str) -> tuple[str, str]:
    """The subject without its source, and the source (empty when there is none)."""
    naam, at, bron = subject.rpartition("@")
    return (naam, bron) if at else (subject, "")


def rows_in(subject: str) -> list[tuple[str, str]]:
    """Each (list, row id) that a subject lies in, outermost first; what stands within brackets is one id."""
    return [(subject[: m.start()], m.group(1)) for m in _ROW.finditer(subject)] if "[" in subject else []


def field(prefix: str, veld: str) -> str:
    """The subject of one field of a row, or of a part of the dossier."""
    return f"{prefix}.{veld}"


def field_of(subject: str, prefix: str) -> str:
    """The field of `prefix` that a subject is; empty for what is a row, an answer or of something else."""
    if not subject.startswith(field(prefix, "")):
        return ""
    veld = subject[len(prefix) + 1 :]
    return "" if "[" in veld or "@" in veld else veld


def by_prefix(subjects: Iterable[str]) -> dict[str, dict[str, str]]:
    """Of each `prefix` that has fields its fields, and the subject of each: as `field_of` tells them."""
    found: dict[str, dict[str, str]] = {}
    for subject in subjects:
        for prefix, veld in _splits(subject):
            found.setdefault(prefix, {})[veld] = subject
    return found


def _splits(subject: str) -> Iterator[tuple[str, str]]:
    dot = subject.find(".", max(subject.rfind("["), subject.rfind("@")) + 1)
    while 0 <= dot < len(subject) - 1:
        yield subject[:dot], subject[dot + 1 :]
        dot = subject.find(".", dot + 1)


def by_bron(subjects: Iterable[str]) -> dict[str, dict[str, str]]:
    """Of each subject that a source said something of these sources, and the subject of what each said."""
    found: dict[str, dict[str, str]] = {}
    for subject in subjects:
        naam, bron = split_bron(subject)
        if bron:
            found.setdefault(naam, {})[bron] = subject
    return found


def row(lijst: str, rij: str) -> str:
    """The subject of one row of a list."""
    return f"{lijst}[{rij}]"


def question_of(naam: str) -> str:
    """The name of the question in the form: a subject without rows (`a.b[ID].c` gives `a.b.c`)."""
    return _ROW.sub("", naam) if "[" in naam else naam


def in_row(lijst: str, rij: str, vraag: str) -> str:
    """The subject of a field in a row: `a.b.c` in row ID of `a.b` is `a.b[ID].c`."""
    return f"{lijst}[{rij}]{vraag[len(lijst) :]}"
