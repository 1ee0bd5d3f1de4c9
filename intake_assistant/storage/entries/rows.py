"""The rows that a vault gives, by name; equal to the tuples that the engine gives."""

from __future__ import annotations

from typing import NamedTuple


class TypedRow(NamedTuple):
    """What is being typed in one field."""

    dossier: str
    subject: str
    gesprek: str
    value: str
    """As JSON."""
    cursor: int
    op: str


class LogRow(NamedTuple):
    """Who did what with a dossier."""

    op: str
    wie: str
    wat: str


class LogLine(NamedTuple):
    """One line of both logs."""

    op: str
    wie: str
    log: str
    """`toegang` or `uitvoer`."""
    wat: str
    dossier: str
    sha256: str
    """Of the file that left; empty for a look."""


class OverviewRow(NamedTuple):
    """What the list shows of a dossier."""

    dossier: str
    onvolledig: bool
    naam: str
    gegevens: str
    """As JSON."""


class FoundRow(NamedTuple):
    """A subject that holds all the words that were searched for."""

    dossier: str
    subject: str
    tekst: str
