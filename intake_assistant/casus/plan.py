"""What a case has happen, and on which day: one plan for everyone who plays it (contract 2)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from intake_assistant.dates import read_date
from intake_assistant.domain.antwoord import normaliseer
from intake_assistant.domain.recht.besluit import ONTWIKKELPLAN
from intake_assistant.domain.recht.uitvoering.geregeld import AFRONDINGEN

Tabel = Mapping[str, Any]


class Daad(StrEnum):
    """What can happen in a case."""

    DOSSIER = "dossier"
    PROCEDURE = "procedure"
    OPROEP = "oproep"
    GEVRAAGD = "gevraagd"
    ONTVANGEN = "ontvangen"
    OVERDRACHT_COA = "overdracht_coa"
    GESPREK = "gesprek"
    TOESTEMMING = "toestemming"
    INTREKKING = "intrekking"
    HUISHOUDEN = "huishouden"
    WEGING = "weging"
    DOEL = "doel"
    AFSPRAAK = "afspraak"
    KLAAR = "klaar"
    TERUGGEKEKEN = "teruggekeken"
    WERKPLEK = "werkplek"
    WERKPLEKUREN = "werkplekuren"
    CONCEPT = "concept"
    VERTALING = "vertaling"
    VASTSTELLEN = "vaststellen"
    BEKENDMAKING = "bekendmaking"
    GEZIEN = "gezien"
    WIJZIGING = "wijziging"
    UREN = "uren"
    BEZWAAR = "bezwaar"
    ONTZORGEN = "ontzorgen"
    GELDPOST = "geldpost"
    GELDTAAK = "geldtaak"
    VERWIJZING = "verwijzing"
    HANDHAVING = "handhaving"
    RANDVOORWAARDE = "randvoorwaarde"
    WEEKBLOK = "weekblok"
    WEEKSTAP = "weekstap"
    PARTNEROVERLEG = "partneroverleg"
    ONDERZOEK = "onderzoek"
    AFRONDING = "afronding"
    DAARNA = "daarna"
    VERZOEK = "verzoek"
    VERZOEK_VERDER = "verzoek_verder"


# What happens beside the conversations, each with the key that says on which day it was recorded.
LATER_RECORDED: Final = {
    Daad.UREN: "tot", Daad.BEZWAAR: "ontvangen_op", Daad.ONTZORGEN: "van", Daad.VERWIJZING: "datum",
    Daad.HANDHAVING: "datum", Daad.RANDVOORWAARDE: "sinds", Daad.WEEKBLOK: "afgesproken_op",
    Daad.WEEKSTAP: "afgesproken_op",
    Daad.DAARNA: "vanaf",
    Daad.PARTNEROVERLEG: "datum", Daad.ONDERZOEK: "datum",
}  # fmt: skip
# What of the plan is a list of its own, recorded with the rest of the plan.
PLANLIJSTEN: Final = (Daad.GELDPOST, Daad.GELDTAAK)
# Each day of the procedure with what is recorded along with it.
_PROCEDUREDAGEN: Mapping[str, tuple[str, ...]] = {
    "kennisgeving_duo": (),
    "inschrijving_brp": (),
    "aanbod_op": (),
    "einde_inburgeringsplicht": ("einde_reden",),
    "overgedragen_op": ("zaaknummer",),
    "eerder_pip": (),
}
# Of a request, what comes after it was received.
_VERZOEKDAGEN: Mapping[str, tuple[str, ...]] = {
    "verlengd_op": ("verlenging_reden",),
    "beslist_op": ("beslissing", "reden"),
    "uitgevoerd_op": (),
    "opgeheven_op": (),
}
# Of a besluit, what comes after it was set: a step of its own day (Awb 3:40).
_BEKENDMAKING: Final = ("bekendgemaakt_op", "bekendmaking")
_NADERHAND: Final = (*_BEKENDMAKING, "voor_gezien")
# Of an agreement, what is a step of its own.
_BIJ_AFSPRAAK: Final = ("klaar_op", "teruggekeken", "werkplek")
_INTREKKING = ("ingetrokken_op", "ingetrokken_reden", "ingetrokken_door", "gevolg")


@dataclass(frozen=True, order=True, slots=True)
class Step:
    """One act on one day; `place` keeps the order within a day, `of` is the place of the act it builds on."""

    day: datetime.date
    place: int
    daad: Daad = field(compare=False)
    wat: Tabel = field(compare=False)
    of: int = field(compare=False, default=0)


def plan_case(case: Tabel, vandaag: datetime.date) -> list[Step]:
    """Every act in order of date, the making of the dossier first; without any date that is today."""
    planner = _Planner(case, min(_dates(case), default=vandaag))
    begin, *rest = planner.plan()
    return [begin, *sorted(rest)]


def stored(table: Tabel) -> dict[str, Any]:
    """A table of a case as values are stored."""
    found = normaliseer(dict(table))
    return found if isinstance(found, dict) else {}


def argumenten_of(weging: Tabel) -> Iterator[tuple[str, Tabel]]:
    """The arguments for and against a leerroute; a plain text is one without the rest."""
    for kant in ("voor", "tegen"):
        for argument in weging.get(kant, ()):
            yield kant, {"tekst": argument} if isinstance(argument, str) else argument


class _Planner:
    """Goes through a case in the order in which one day is played."""

    def __init__(self, case: Tabel, first: datetime.date) -> None:
        self._case, self._first = case, first
        self._steps: list[Step] = []

    def plan(self) -> list[Step]:
        case = self._case
        self._add(Daad.DOSSIER, self._first, _persoon(case.get("inburgeraar", {})))
        self._plan_procedure(case.get("procedure", {}))
        self._plan_rows({Daad.OVERDRACHT_COA: "datum", Daad.GESPREK: "datum"})
        for toestemming in case.get("toestemming", ()):
            self._plan_toestemming(toestemming)
        if huishouden := case.get("huishouden"):
            self._add(Daad.HUISHOUDEN, huishouden["sinds"], huishouden)
        self._plan_besluit(self._besluitdag())
        for wijziging in case.get("wijziging", ()):
            self._plan_wijziging(wijziging)
        self._plan_rows(LATER_RECORDED)
        self._plan_afronding(case.get("afronding", {}))
        for verzoek in case.get("verzoek", ()):
            self._plan_verzoek(verzoek)
        return self._steps

    def _add(self, daad: Daad, day: object, wat: Tabel, of: int = 0) -> int:
        """Plan one act, not before the act it builds on; returns its place."""
        place, when = len(self._steps), _day(day)
        self._steps.append(Step(max(when, self._steps[of].day) if of else when, place, daad, stored(wat), of))
        return place

    def _plan_rows(self, dagen: Mapping[Daad, str]) -> None:
        """Each row of these lists, on the day that its key says."""
        for daad, dag in dagen.items():
            for rij in self._case.get(daad.value, ()):
                # Against the first besluit unless the file says otherwise (contract 2).
                erbij = {"besluit": 1} if daad is Daad.BEZWAAR else {}
                self._add(daad, rij[dag], {**erbij, **rij})

    def _plan_procedure(self, procedure: Tabel) -> None:
        for naam, erbij in _PROCEDUREDAGEN.items():
            if velden := _only(procedure, naam, *erbij):
                self._add(Daad.PROCEDURE, _begin(procedure.get(naam, self._first), self._first), velden)
        for oproep in procedure.get("oproep", ()):
            self._add(Daad.OPROEP, oproep["datum"], oproep)
        for derde in procedure.get("informatie_derde", ()):
            gevraagd = self._add(Daad.GEVRAAGD, derde["gevraagd_op"], _without(derde, "ontvangen_op"))
            if ontvangen := _only(derde, "ontvangen_op"):
                self._add(Daad.ONTVANGEN, ontvangen["ontvangen_op"], ontvangen, gevraagd)

    def _plan_toestemming(self, toestemming: Tabel) -> None:
        made = self._add(Daad.TOESTEMMING, toestemming["datum"], _without(toestemming, *_INTREKKING))
        if "ingetrokken_op" in toestemming:
            self._add(Daad.INTREKKING, toestemming["ingetrokken_op"], _only(toestemming, *_INTREKKING), made)

    def _besluitdag(self) -> datetime.date:
        dagtekening = read_date(normaliseer(self._case.get("beschikking", {}).get("dagtekening", "")))
        days = [_day(gesprek["datum"]) for gesprek in self._case.get("gesprek", ())]
        return dagtekening or max(days, default=self._first)

    def _plan_besluit(self, day: datetime.date) -> None:
        for weging in self._case.get("weging", ()):
            self._add(Daad.WEGING, day, weging)
        for doel in self._case.get("doel", ()):
            self._plan_doel(day, doel)
        for daad in PLANLIJSTEN:
            for rij in self._case.get(daad.value, ()):
                self._add(daad, day, rij)
        beschikking = self._case.get("beschikking", {})
        self._plan_concept(day, beschikking)
        for vertaling in self._case.get("vertaling", ()):
            self._add(Daad.VERTALING, day, vertaling)
        if "dagtekening" in beschikking:
            made = self._add(Daad.VASTSTELLEN, day, _without(beschikking, *_NADERHAND))
            self._plan_bekendmaking(made, beschikking)

    def _plan_concept(self, day: datetime.date, beschikking: Tabel) -> None:
        """A concept is stored as it came: what comes after a besluit counts for nothing yet.

        What is translated stands there before it is set.
        """
        if "dagtekening" not in beschikking and beschikking:
            self._add(Daad.CONCEPT, day, beschikking)
        elif self._case.get("vertaling"):
            self._add(Daad.CONCEPT, day, _without(beschikking, "dagtekening", *_NADERHAND))

    def _plan_wijziging(self, wijziging: Tabel) -> None:
        if wijziging["grond"] == ONTWIKKELPLAN:  # no besluit: there is nothing to make known
            self._add(Daad.WIJZIGING, wijziging["datum"], wijziging)
            return
        made = self._add(Daad.WIJZIGING, wijziging["datum"], _without(wijziging, *_NADERHAND))
        self._plan_bekendmaking(made, wijziging)

    def _plan_bekendmaking(self, made: int, besluit: Tabel) -> None:
        """A besluit made known and seen, each on its day; a day before the besluit is left to the act."""
        day = self._steps[made].day
        if bekend := _only(besluit, *_BEKENDMAKING):
            self._add(Daad.BEKENDMAKING, bekend.get("bekendgemaakt_op", day), bekend, made)
        if gezien := _only(besluit, "voor_gezien"):
            self._add(Daad.GEZIEN, gezien["voor_gezien"]["datum"], gezien, made)

    def _plan_doel(self, day: datetime.date, doel: Tabel) -> None:
        made = self._add(Daad.DOEL, day, doel)
        for afspraak in doel.get("afspraak", ()):
            agreed = self._add(Daad.AFSPRAAK, day, _without(afspraak, *_BIJ_AFSPRAAK), made)
            for keer in afspraak.get("teruggekeken", ()):
                self._add(Daad.TERUGGEKEKEN, keer["op"], keer, agreed)
            if klaar := _only(afspraak, "klaar_op"):
                self._add(Daad.KLAAR, klaar["klaar_op"], klaar, agreed)
            if "werkplek" in afspraak:
                self._plan_werkplek(afspraak["werkplek"], agreed)

    def _plan_werkplek(self, werkplek: Tabel, agreed: int) -> None:
        made = self._add(Daad.WERKPLEK, self._steps[agreed].day, _without(werkplek, "uren"), agreed)
        for rij in werkplek.get("uren", ()):
            self._add(Daad.WERKPLEKUREN, rij["tot"], rij, made)

    def _plan_afronding(self, afronding: Tabel) -> None:
        """What was finished on its own day, with whether late was anybody's doing."""
        for deel in AFRONDINGEN:
            if dag := afronding.get(f"{deel}_op"):
                self._add(Daad.AFRONDING, dag, _only(afronding, f"{deel}_op", f"{deel}_verwijtbaar"))

    def _plan_verzoek(self, verzoek: Tabel) -> None:
        later = [k for dag, erbij in _VERZOEKDAGEN.items() for k in (dag, *erbij)]
        made = self._add(Daad.VERZOEK, verzoek["ontvangen_op"], _without(verzoek, *later))
        for dag, erbij in _VERZOEKDAGEN.items():
            if velden := _only(verzoek, dag, *erbij):
                self._add(Daad.VERZOEK_VERDER, verzoek.get(dag, verzoek["ontvangen_op"]), velden, made)


def _persoon(inburgeraar: Tabel) -> dict[str, Any]:
    """The person with the parts of the address beside the rest, however the case gives it."""
    found = dict(inburgeraar)
    parts = found.pop("adres", "")
    if isinstance(parts, dict):
        straat = parts.get("straat") or parts.get("adres", "")
        return {**found, **_without(parts, "straat", "adres"), "adres": straat}
    return {**found, **({"adres": parts} if parts else {})}


def _only(table: Tabel, *namen: str) -> dict[str, Any]:
    return {naam: table[naam] for naam in namen if naam in table}


def _without(table: Tabel, *namen: str) -> dict[str, Any]:
    return {naam: deel for naam, deel in table.items() if naam not in namen}


def _begin(dag: object, first: datetime.date) -> object:
    """The day of a fact of the procedure; of a table with more about it, that of its dagtekening."""
    return dag.get("dagtekening", first) if isinstance(dag, Mapping) else dag


def _day(value: object) -> datetime.date:
    """The day of an act; a date of the file may lie in a year that cannot be, and is kept and shown."""
    found = value if isinstance(value, datetime.date) else read_date(value)
    if found is None:
        raise TypeError(value)
    return found


def _dates(node: object) -> Iterator[datetime.date]:
    """Every date of the case on which something was done; the person's own dates are none of these."""
    if isinstance(node, Mapping):
        for naam, deel in node.items():
            if naam not in ("inburgeraar", "antwoorden"):
                yield from _dates(deel)
    elif isinstance(node, list):
        for deel in node:
            yield from _dates(deel)
    elif isinstance(node, datetime.date):
        yield node
