"""The rows that a vault gives, by name; equal to the tuples that the engine gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


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


class ExportRow(NamedTuple):
    """What left the vault for somebody else."""

    op: str
    wie: str
    wat: str
    dossier: str
    sha256: str
    ontvanger: str
    """Its age recipient."""
    soort: str
    grond: str


class OverviewRow(NamedTuple):
    """What the list shows of a dossier."""

    dossier: str
    onvolledig: bool
    naam: str
    gegevens: str
    """As JSON; empty when there is none."""
    vers: int | None
    """What it was made of; None when something of the dossier itself is not where it should be."""


class StaleRow(NamedTuple):
    """A dossier whose line in the list is to be made anew, and what tells whether it changed since."""

    dossier: str
    vers: int
    aantal: int


class MadeRow(NamedTuple):
    """What the list is to show of a dossier, made from what it was then."""

    seen: StaleRow
    naam: str
    gegevens: Mapping[str, Any]


class FoundRow(NamedTuple):
    """A subject that holds all the words that were searched for."""

    dossier: str
    subject: str
    tekst: str
