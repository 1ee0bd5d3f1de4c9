"""The rode draad: from an answer to what rests on it, and from an argument or a goal back to the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.draad.schakel import is_erased, schakels_in, still_stands
from intake_assistant.domain.kinds import AFSPRAAK, BESCHIKKING, DOEL, WEGING
from intake_assistant.domain.letters import plain
from intake_assistant.domain.recht.besluit import besluiten_of, concept_of
from intake_assistant.domain.recht.leerroute import Leerroute
from intake_assistant.domain.recht.ontwikkelplan import doelen_of
from intake_assistant.domain.recht.weging import KANTEN, argumenten_of
from intake_assistant.operations.views.besluit.bewijs import bewijs_van
from intake_assistant.operations.words.onderwerp import gegevens_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

_MOTIVERING: Final = BESCHIKKING.of("motivering")
_KORTST: Final = 12
"""A shorter text stands in another by chance."""


@dataclass(frozen=True, slots=True)
class Rustend:
    """Something that rests on an answer: what it is, what it says, and the question that it rests on."""

    subject: str
    soort: str
    tekst: str
    vraag: str


@dataclass(frozen=True, slots=True)
class Steun:
    """One answer that something rests on; `let_op` says what became of it since, empty when nothing did."""

    vraag: str
    zin: str
    herkomst: str
    gesprek: int
    let_op: str = ""


def steun_of(work: Workspace, dossier: Dossier, rustend: Rustend) -> Steun:
    """The answer that something rests on, as it is now; what is about health is not said again."""
    naam = work.data.formulieren.heet_nu(rustend.vraag)
    vraag, bewijs = work.data.formulieren.vragen.get(naam), bewijs_van(work, dossier, naam)
    let_op = _since(dossier, rustend.subject, is_there=bewijs is not None)
    if vraag is not None and vraag.bijzonder:
        zin = text("draad.bijzonder")
    elif bewijs is not None:
        zin = bewijs.zin
    else:
        zin = gegevens_in_words(work.data.formulieren, naam)
    return Steun(naam, zin, bewijs.herkomst if bewijs else "", bewijs.gesprek if bewijs else 0, let_op)


def _since(dossier: Dossier, subject: str, *, is_there: bool) -> str:
    links = schakels_in(dossier, subject)
    if any(is_erased(dossier, link) for link in links):
        return text("draad.gewist")
    if not is_there:
        return text("draad.weg")
    return "" if all(still_stands(dossier, link) for link in links) else text("draad.anders")


def rustende(dossier: Dossier) -> list[Rustend]:
    """Everything that rests on an answer, in the order in which it is made: arguments, goals, agreements."""
    return [*_arguments(dossier), *_plan(dossier)]


def _arguments(dossier: Dossier) -> Iterator[Rustend]:
    for route in Leerroute:
        for kant in KANTEN:
            soort = text(f"draad.argument_{kant}", route=text(f"weging.route_{route}"))
            for a in argumenten_of(dossier, route.value, kant):
                if a.vraag:
                    yield Rustend(WEGING.of(route.value, kant, a.id), soort, a.tekst, a.vraag)


def _plan(dossier: Dossier) -> Iterator[Rustend]:
    for doel in doelen_of(dossier):
        if doel.vraag:
            yield Rustend(DOEL.of(doel.id, DOEL.rust_op), text("draad.doel"), doel.naam, doel.vraag)
        for a in doel.afspraken:
            if a.vraag:
                yield Rustend(AFSPRAAK.of(a.id, AFSPRAAK.rust_op), text("draad.afspraak"), a.wat, a.vraag)


def rests_on(work: Workspace, dossier: Dossier, vraag: str) -> tuple[Rustend, ...]:
    """What rests on the answer to a question; also the motivering, when words of it stand there."""
    heet_nu = work.data.formulieren.heet_nu
    found = [r for r in rustende(dossier) if heet_nu(r.vraag) == vraag]
    motivering = _motivering(dossier)
    if not motivering:
        return tuple(found)
    said = [r.tekst for r in found]
    antwoord = dossier.antwoord(vraag)
    if antwoord.beantwoord and isinstance(antwoord.waarde, str):
        said.append(antwoord.waarde)
    if any(_stands_in(zin, motivering) for zin in said):
        found.append(Rustend(_MOTIVERING, text("draad.motivering"), "", vraag))
    return tuple(found)


def gronden_of(work: Workspace, dossier: Dossier) -> tuple[Steun, ...]:
    """The answers that the decision rests on, each once: those of the arguments of all three routes."""
    eerste: dict[str, Rustend] = {}
    for rustend in _arguments(dossier):
        eerste.setdefault(work.data.formulieren.heet_nu(rustend.vraag), rustend)
    return tuple(steun_of(work, dossier, rustend) for rustend in eerste.values())


def gronden_in_words(steunen: Iterable[Steun]) -> str:
    """On how many answers of how many conversations a decision rests."""
    alle = list(steunen)
    antwoorden = text("draad.antwoorden", aantal=len(alle))
    gesprekken = text("draad.gesprekken", aantal=len({s.gesprek for s in alle if s.gesprek}))
    return text("draad.besluit_rust_op", antwoorden=antwoorden, gesprekken=gesprekken)


def rests_in_words(rustend: Iterable[Rustend]) -> str:
    """In one line where an answer is used; empty when it is nowhere."""
    plekken = list(dict.fromkeys(r.soort for r in rustend))
    return text("draad.staat_ook", plekken="; ".join(plekken)) if plekken else ""


def _motivering(dossier: Dossier) -> str:
    besluiten = besluiten_of(dossier)
    concept = besluiten[-1].inhoud if besluiten else concept_of(dossier)
    return plain(str(concept.get("motivering", "")))


def _stands_in(zin: str, tekst: str) -> bool:
    kern = plain(zin).strip(" .!?")
    return len(kern) >= _KORTST and kern in tekst
