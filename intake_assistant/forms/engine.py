"""Which questions matter, and which answers break a rule of the form: XPath over a tree of the answers."""

import datetime
import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from intake_assistant.domain.formulier import HERHALING, Formulieren, Groep, Vraag, dagnummer
from intake_assistant.forms.controle import GEGEVENS, evaluation_order, ouder
from intake_assistant.forms.uitdrukking import VANDAAG, Uitdrukking, compile_xpath

WORTEL = "data"
# What XML cannot hold; such a character can stand in a text that somebody pasted.
_GEEN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Antwoorden = Mapping[str, object]
"""Answered values by name, and facts of the person; of a repeat: row id -> short name -> value."""


@dataclass(frozen=True)
class Schending:
    """An answer that breaks the constraint of its question, with the form's own message."""

    naam: str
    rij: str
    message: str


@dataclass(frozen=True)
class Relevantie:
    """What is irrelevant for these answers, and which answers break a constraint."""

    irrelevant: frozenset[tuple[str, str]]
    schendingen: tuple[Schending, ...]

    def relevant(self, naam: str, rij: str = "") -> bool:
        """Say whether a question matters; for a field of a repeat give its row."""
        return (naam, rij) not in self.irrelevant and (naam, "") not in self.irrelevant

    def breaks(self, naam: str, rij: str = "") -> bool:
        """Say whether an answer breaks the constraint of its question; of a repeat give its row."""
        return any((schending.naam, schending.rij) == (naam, rij) for schending in self.schendingen)


@dataclass(frozen=True)
class _Stap:
    """One question or group in the order of evaluation."""

    naam: str
    boven: str
    herhaling: str
    is_groep: bool
    relevant: etree.XPath | None
    noemt: frozenset[str]
    """What its condition speaks of."""
    bij_leeg: bool | None
    """What its condition says while nothing of that is filled in; None when it must be asked each time."""
    constraint: etree.XPath | None
    message: str


class Engine:
    """The conditions of all forms, compiled once."""

    def __init__(self, formulieren: Formulieren) -> None:
        self._vragen = {**GEGEVENS, **formulieren.vragen}
        dingen: dict[str, Vraag | Groep] = {**formulieren.groepen, **formulieren.vragen}
        self._rijvelden = {
            vraag.naam: formulieren.velden_van(vraag.naam)
            for vraag in self._vragen.values()
            if vraag.type == HERHALING
        }
        self._leeg = self._empty_tree()
        stappen = [self._make_stap(dingen[naam]) for naam in evaluation_order(dingen)]
        self._relevant = [stap for stap in stappen if stap.relevant or stap.boven]
        self._constraint = [stap for stap in stappen if stap.constraint]

    def evaluate(self, antwoorden: Antwoorden, vandaag: datetime.date) -> Relevantie:
        """Return relevance and broken constraints; an irrelevant answer is empty to every expression."""
        boom = _Boom(self, antwoorden, vandaag)
        irrelevant: set[tuple[str, str]] = set()
        for stap in self._relevant:
            if (stap.herhaling, "") in irrelevant:
                # Its rows have left the tree with their repeat.
                irrelevant.add((stap.naam, ""))
            for rij, plek in boom.places(stap):
                if not _is_relevant(stap, rij, plek, irrelevant, boom.gevuld):
                    irrelevant.add((stap.naam, rij))
                    boom.clear(stap, rij)
        schendingen = [
            Schending(stap.naam, rij, stap.message)
            for stap in self._constraint
            for rij, plek in boom.places(stap)
            if stap.constraint and plek.text and not stap.constraint(plek)
        ]
        return Relevantie(frozenset(irrelevant), tuple(schendingen))

    @property
    def vragen(self) -> Mapping[str, Vraag]:
        """Return every question, and every fact of the person a condition may see, by name."""
        return self._vragen

    @property
    def rijvelden(self) -> Mapping[str, tuple[Vraag, ...]]:
        """Return the fields of a row of each repeat."""
        return self._rijvelden

    def new_tree(self) -> etree._Element:
        """Return a tree with an empty element for each question."""
        return deepcopy(self._leeg)

    def _make_stap(self, ding: Vraag | Groep) -> _Stap:
        constraint = ding.constraint if isinstance(ding, Vraag) else ""
        relevant = self._compile(ding.relevant, ding)
        return _Stap(
            naam=ding.naam,
            boven=ouder(ding),
            herhaling=ding.herhaling,
            is_groep=isinstance(ding, Groep),
            relevant=relevant,
            noemt=frozenset(Uitdrukking(ding.relevant).verwijzingen),
            bij_leeg=self._when_empty(ding, relevant),
            constraint=self._compile(constraint, ding),
            message=ding.constraint_message if isinstance(ding, Vraag) else "",
        )

    def _when_empty(self, ding: Vraag | Groep, relevant: etree.XPath | None) -> bool | None:
        if relevant is None:
            return True
        uitdrukking = Uitdrukking(ding.relevant)
        is_of_a_day = any(aanroep.functie == "today" for aanroep in uitdrukking.aanroepen())
        if ding.herhaling or is_of_a_day or uitdrukking.gebruikt_zichzelf:
            return None
        return bool(relevant(self._leeg))

    def _compile(self, bron: str, ding: Vraag | Groep) -> etree.XPath | None:
        if not bron:
            return None
        return compile_xpath(Uitdrukking(bron).to_xpath(lambda naam: self._pad(naam, ding)))

    def _pad(self, naam: str, ding: Vraag | Groep) -> str:
        herhaling = self._vragen[naam].herhaling
        if not herhaling:
            return f"/{WORTEL}/{naam}"
        if herhaling == ding.herhaling:
            # A group has no element of its own: it is evaluated on the row.
            return naam if isinstance(ding, Groep) else f"../{naam}"
        return f"/{WORTEL}/{herhaling}/{naam}"

    def _empty_tree(self) -> etree._Element:
        wortel = etree.Element(WORTEL)
        for vraag in self._vragen.values():
            if vraag.type != HERHALING and not vraag.herhaling:
                etree.SubElement(wortel, vraag.naam)
        return wortel


def _is_relevant(
    stap: _Stap, rij: str, plek: etree._Element, irrelevant: set[tuple[str, str]], gevuld: set[str]
) -> bool:
    if stap.boven and ((stap.boven, rij) in irrelevant or (stap.boven, "") in irrelevant):
        return False
    if stap.bij_leeg is not None and gevuld.isdisjoint(stap.noemt):
        return stap.bij_leeg
    return stap.relevant is None or bool(stap.relevant(plek))


class _Rij(NamedTuple):
    """A row of a repeat in the tree, and its fields by name."""

    element: etree._Element
    velden: dict[str, etree._Element]


class _Boom:
    """The tree of one evaluation: its elements by name, and by row for the fields of a repeat."""

    def __init__(self, engine: Engine, antwoorden: Antwoorden, vandaag: datetime.date) -> None:
        self._engine = engine
        self._wortel = engine.new_tree()
        self._wortel.set(VANDAAG, str(dagnummer(vandaag.isoformat())))
        self._elementen = {element.tag: element for element in self._wortel}
        self._rijen: dict[str, dict[str, _Rij]] = {naam: {} for naam in engine.rijvelden}
        self.gevuld: set[str] = set()
        """What holds something, or did before it proved irrelevant; of a repeat with rows all its fields."""
        for naam, waarde in antwoorden.items():
            if naam in self._rijen and isinstance(waarde, Mapping):
                self._add_rijen(naam, waarde)
            elif naam in self._elementen:
                _fill(self._elementen[naam], waarde, engine.vragen[naam])
                if self._elementen[naam].text:
                    self.gevuld.add(naam)

    def places(self, stap: _Stap) -> list[tuple[str, etree._Element]]:
        """Return where a step is evaluated: once, or once in each row of its repeat."""
        if not stap.herhaling:
            return [("", self._elementen.get(stap.naam, self._wortel))]
        rijen = self._rijen[stap.herhaling].items()
        if stap.is_groep:
            return [(rij, found.element) for rij, found in rijen]
        return [(rij, found.velden[stap.naam]) for rij, found in rijen if stap.naam in found.velden]

    def clear(self, stap: _Stap, rij: str) -> None:
        """Make an irrelevant answer empty, and an irrelevant repeat without rows."""
        if stap.naam in self._rijen:
            for found in self._rijen[stap.naam].values():
                self._wortel.remove(found.element)
            self._rijen[stap.naam] = {}
        elif rij and not stap.is_groep:
            veld = self._rijen[stap.herhaling][rij].velden.get(stap.naam)
            if veld is not None:
                veld.text = None
        elif stap.naam in self._elementen:
            self._elementen[stap.naam].text = None

    def _add_rijen(self, herhaling: str, rijen: Mapping[str, Mapping[str, object]]) -> None:
        if rijen:
            self.gevuld.update((herhaling, *(vraag.naam for vraag in self._engine.rijvelden[herhaling])))
        for rij, velden in rijen.items():
            element = etree.SubElement(self._wortel, herhaling)
            found = {v.naam: etree.SubElement(element, v.naam) for v in self._engine.rijvelden[herhaling]}
            for vraag in self._engine.rijvelden[herhaling]:
                if vraag.kort in velden:
                    _fill(found[vraag.naam], velden[vraag.kort], vraag)
            self._rijen[herhaling][rij] = _Rij(element, found)


def _fill(element: etree._Element, waarde: object, vraag: Vraag) -> None:
    tekst = " ".join(map(str, waarde)) if isinstance(waarde, list | tuple) else str(waarde)
    # Dates are day numbers, so that they compare with each other and with today(), as in ODK.
    dag = dagnummer(tekst) if vraag.type == "date" else None
    element.text = _GEEN_XML.sub("\ufffd", tekst if dag is None else str(dag))
