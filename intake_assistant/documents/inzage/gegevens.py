"""Everything that is held on one person, put in order for that person to read (AVG 15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from intake_assistant.documents.model import Tweetalig
from intake_assistant.documents.pip.gegevens import Gemeente


@dataclass(frozen=True, slots=True, kw_only=True)
class Vermelding:
    """One entry: when, by whom in which function, and what it says; `stand` is whether its value is here."""

    id: str
    nummer: int
    op: str
    functie: str
    gesprek: str
    geldt: bool
    stand: str
    tekst: tuple[Tweetalig, ...]
    waarde: Any = None
    afgeschermd: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderwerp:
    """What something was recorded about, with every entry on it, the first one first."""

    naam: Tweetalig
    bron: str
    onderwerp: str
    vermeldingen: tuple[Vermelding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderdeel:
    """What belongs together in a chapter: a conversation, a job, a child; without a name the rest."""

    kop: str
    onderwerpen: tuple[Onderwerp, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hoofdstuk:
    """One part of the dossier: what for, on which ground, and what was recorded."""

    id: str
    titel: str
    doel: str
    grondslag: str
    onderdelen: tuple[Onderdeel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontvanger:
    """Who received data, or may: what, when, and on which ground."""

    wie: str
    wat: str
    wanneer: str
    grondslag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Raadpleging:
    """When the dossier was opened or handed out, by whom in which function, and what was done."""

    op: str
    functie: str
    wat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inzage:
    """The whole, on one day; a concept while texts were not read for what is about others."""

    dossier: str
    kenmerk: str
    gemeente: Gemeente
    naam: str
    gemaakt_op: date
    taal: str
    taaltag: str
    taalnaam: str
    concept: bool
    ongelezen: tuple[str, ...]
    bsn_uitleg: str
    hoofdstukken: tuple[Hoofdstuk, ...]
    ontvangers: tuple[Ontvanger, ...]
    bronnen: tuple[str, ...]
    wettelijke_bronnen: tuple[str, ...]
    bewaren: tuple[str, ...]
    raadplegingen: tuple[Raadpleging, ...]
    documenten: tuple[str, ...]
    getypt: tuple[Onderwerp, ...] = ()

    @property
    def vermeldingen(self) -> list[Vermelding]:
        """Every entry, in the order of the chapters."""
        return [
            vermelding
            for hoofdstuk in self.hoofdstukken
            for onderdeel in hoofdstuk.onderdelen
            for onderwerp in onderdeel.onderwerpen
            for vermelding in onderwerp.vermeldingen
        ]

    @property
    def is_vertaald(self) -> bool:
        """Whether questions stand in the language of the person too; the name of a country says little."""
        onderdelen = [deel for hoofdstuk in self.hoofdstukken for deel in hoofdstuk.onderdelen]
        return any(onderwerp.naam.vertaald for deel in onderdelen for onderwerp in deel.onderwerpen)

    @property
    def afgeschermd(self) -> int:
        """In how many places something of somebody else was left out."""
        getypt = [vermelding for onderwerp in self.getypt for vermelding in onderwerp.vermeldingen]
        return sum(vermelding.afgeschermd for vermelding in [*self.vermeldingen, *getypt])
