"""The sheet for the interpreter: what is asked in one conversation, in two languages, about nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from string import ascii_lowercase
from typing import Final

from intake_assistant.documents.bouw import Bouwer
from intake_assistant.documents.model import Alinea, Deel, Lijst, Stijl, Stuk, Tweetalig
from intake_assistant.documents.pip.gegevens import Gemeente
from intake_assistant.documents.tekens import isoleer
from intake_assistant.domain.teksten import Teksten

_BREEDTES: Final = (8, 46, 46)
_LETTERS: Final = ascii_lowercase
"""By which a choice is known: vraag 4, b."""


@dataclass(frozen=True, slots=True)
class Tolkregel:
    """One thing that is said: by which number it is known, its hint, and what one can choose."""

    nummer: str
    tekst: Tweetalig
    hint: Tweetalig = Tweetalig("")
    keuzes: tuple[Tweetalig, ...] = ()


@dataclass(frozen=True, slots=True)
class Tolkdeel:
    """A topic with all that is said of it."""

    titel: Tweetalig
    regels: tuple[Tolkregel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TolkbladGegevens:
    """What stands on the sheet; nothing of it is of a person."""

    gemeente: Gemeente
    peildatum: date
    titel: Tweetalig
    uitleg: tuple[Tweetalig, ...]
    koppen: tuple[str, str, str]
    taal: str
    delen: tuple[Tolkdeel, ...]
    woorden: tuple[Tolkdeel, ...] = ()
    """A pocket glossary: what is said in this conversation, then the rest."""
    soort: Deel = "tolkblad"


def build_tolkblad(gegevens: TolkbladGegevens, teksten: Teksten) -> Stuk:
    """Return the sheet."""
    bouw, taal = Bouwer(teksten, gegevens.peildatum), gegevens.taal
    for tweetal in (Tweetalig("", gegevens.titel.vertaald), *gegevens.uitleg):
        bouw.blokken += _both(tweetal, taal, "gewoon")
    for deel in (*gegevens.delen, *gegevens.woorden):
        bouw.plain_words(deel.titel.nl)
        bouw.blokken += _both(Tweetalig("", deel.titel.vertaald), taal, "nadruk")
        rijen = tuple(_row(regel, taal) for regel in deel.regels)
        bouw.blokken.append(Lijst(_BREEDTES, gegevens.koppen, rijen))
    return bouw.document(
        gegevens.soort,
        gegevens.titel.nl,
        concept=False,
        gemeente=gegevens.gemeente.naam,
        kenmerk="",
        dag=gegevens.peildatum,
        huisstijl=gegevens.gemeente.huisstijl,
    )


def _both(tweetal: Tweetalig, taal: str, stijl: Stijl) -> list[Alinea]:
    said = ((tweetal.nl, ""), (tweetal.vertaald, taal))
    return [Alinea(tekst, stijl, code) for tekst, code in said if tekst]


def _row(regel: Tolkregel, taal: str) -> tuple[tuple[Alinea, ...], ...]:
    keuzes = regel.keuzes
    # What is told is read as a whole; beside a question only the question is.
    hint: Stijl = "klein" if regel.nummer else "gewoon"
    nl = _cell(Alinea(regel.hint.nl, hint), regel.tekst.nl, [keuze.nl for keuze in keuzes])
    eigen = _cell(Alinea(regel.hint.vertaald, hint, taal), regel.tekst.vertaald, [k.vertaald for k in keuzes])
    return (Alinea(regel.nummer, "nadruk"),), nl, eigen


def _cell(hint: Alinea, tekst: str, keuzes: Sequence[str]) -> tuple[Alinea, ...]:
    said = [Alinea(tekst, "nadruk", hint.taal), hint]
    for letter, keuze in zip(_LETTERS, keuzes, strict=False):
        said.append(Alinea(keuze and f"{isoleer(letter + '.')} {keuze}", "klein", hint.taal))
    return tuple(alinea for alinea in said if alinea.tekst)
