"""Plays a case file: the same operations as the window, in order of date, all or nothing (contract 2)."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from intake_assistant.casus.check import read_case
from intake_assistant.dates import read_date
from intake_assistant.domain.antwoord import Staat
from intake_assistant.domain.formulier import normaliseer
from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.domain.subject import in_row
from intake_assistant.operations.acts.antwoord import INBURGERAAR, record_antwoord
from intake_assistant.operations.acts.beschikking import (
    maak_planversie,
    record_bekendmaking,
    record_concept,
    stel_vast,
    wijzig,
)
from intake_assistant.operations.acts.dossier import (
    add_procedure_row,
    create_dossier,
    record_inburgeraar,
    record_procedure,
)
from intake_assistant.operations.acts.gesprek import record_verteld, rond_af, start_gesprek
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel, record_afspraak
from intake_assistant.operations.acts.record import record_fields, record_waarde
from intake_assistant.operations.acts.toestemming import record_toestemming, withdraw_toestemming
from intake_assistant.operations.acts.verzoek import add_verzoek
from intake_assistant.operations.acts.weging import add_argument
from intake_assistant.operations.views.overzicht import refresh_overviews
from intake_assistant.operations.workspace import Workspace

GESPREKVELDEN = ("vorm", "minuten", "taal", "recht_op_alleen_gewezen", "samenvatting", "volgende_afspraak")
# What happens beside the conversations, each with the key that says on which day it was recorded.
LATER_RECORDED = {"uren": "tot", "bezwaar": "ontvangen_op", "ontzorgen": "van", "verwijzing": "datum"}
# Each day of the procedure with what is recorded along with it.
PROCEDUREDAGEN: Mapping[str, tuple[str, ...]] = {
    "kennisgeving_duo": (),
    "inschrijving_brp": (),
    "einde_inburgeringsplicht": ("einde_reden",),
    "overgedragen_op": ("zaaknummer",),
}
# Of a request, what comes after it was received.
VERZOEKDAGEN: Mapping[str, tuple[str, ...]] = {
    "verlengd_op": ("verlenging_reden",),
    "beslist_op": ("beslissing", "reden"),
    "uitgevoerd_op": (),
    "opgeheven_op": (),
}
INTREKKING = ("ingetrokken_op", "ingetrokken_reden", "ingetrokken_door", "gevolg")


@dataclass(order=True)
class Step:
    """One act on one day; `place` keeps the order of the file within a day."""

    day: datetime.date
    place: int
    act: Callable[[Workspace], object] = field(compare=False)


def play_case(work: Workspace, source: bytes, naam: str) -> str:
    """Store the case as one transaction; returns the dossier id. KnownErrors of `read_case` and of acts."""
    case = read_case(source, naam, work.data)
    with work.vault.transaction():
        dossier = _Player(work, case).play()
        refresh_overviews(work)
    return dossier


class _Player:
    """Holds the case and the ids that its acts were given."""

    def __init__(self, work: Workspace, case: Mapping[str, Any]) -> None:
        self._work = work
        self._case = case
        self._steps: list[Step] = []
        self._dossier = ""

    def play(self) -> str:
        case = self._case
        first = min(_dates(case), default=self._work.clock.today())
        self._dossier = self._begin(self._work.at(first), case.get("inburgeraar", {}))
        self._plan_procedure(case.get("procedure", {}), first)
        for gesprek in case.get("gesprek", ()):
            self._plan_gesprek(gesprek)
        for toestemming in case.get("toestemming", ()):
            self._plan_toestemming(toestemming)
        self._plan_besluit(self._besluitdag(first))
        self._plan_afterwards()
        for step in sorted(self._steps):
            step.act(self._work.at(step.day))
        return self._dossier

    def _begin(self, work: Workspace, inburgeraar: Mapping[str, Any]) -> str:
        found = _stored(inburgeraar)
        parts = found.pop("adres", "")
        if isinstance(parts, dict):
            straat = parts.pop("straat", "") or parts.pop("adres", "")
            found |= {**parts, "adres": straat}
        elif parts:
            found["adres"] = parts
        dossier = create_dossier(work, {k: w for k, w in found.items() if k == "bsn"})
        record_inburgeraar(work, dossier, {k: str(w) for k, w in found.items() if k != "bsn"})
        return dossier

    def _at(self, day: object, act: Callable[[Workspace], object]) -> None:
        when = day if isinstance(day, datetime.date) else read_date(day)
        if when is None:
            raise TypeError(day)
        self._steps.append(Step(when, len(self._steps), act))

    def _plan_procedure(self, procedure: Mapping[str, Any], first: datetime.date) -> None:
        for naam, erbij in PROCEDUREDAGEN.items():
            velden = _stored({k: procedure[k] for k in (naam, *erbij) if k in procedure})
            if velden:
                self._at(procedure.get(naam, first), partial(self._record_procedure, velden))
        for oproep in procedure.get("oproep", ()):
            rij = _stored(oproep)
            self._at(oproep["datum"], partial(self._add_oproep, rij))
        for derde in procedure.get("informatie_derde", ()):
            self._plan_derde(_stored(derde))

    def _record_procedure(self, velden: dict[str, Any], work: Workspace) -> None:
        record_procedure(work, self._dossier, velden)

    def _add_oproep(self, velden: dict[str, Any], work: Workspace) -> None:
        add_procedure_row(work, self._dossier, "oproep", velden)

    def _plan_derde(self, derde: dict[str, Any]) -> None:
        ontvangen = derde.pop("ontvangen_op", "")
        made: list[str] = []

        def ask(work: Workspace) -> None:
            made.append(add_procedure_row(work, self._dossier, "informatie_derde", derde))

        def receive(work: Workspace) -> None:
            prefix = f"procedure.informatie_derde[{made[0]}]"
            record_fields(work, self._dossier, prefix, {"ontvangen_op": ontvangen})

        self._at(derde["gevraagd_op"], ask)
        if ontvangen:
            self._at(max(ontvangen, derde["gevraagd_op"]), receive)

    def _plan_gesprek(self, gesprek: Mapping[str, Any]) -> None:
        velden = _stored({k: w for k, w in gesprek.items() if k in GESPREKVELDEN})
        aanwezig = [_stored(iemand) for iemand in gesprek.get("aanwezig", ())]

        def hold(work: Workspace) -> None:
            id = start_gesprek(work, self._dossier, {}, aanwezig)
            for startpositie, answers in gesprek.get("antwoorden", {}).items():
                for naam, answer in answers.items():
                    vraag = work.data.formulieren.heet_nu(f"{startpositie}.{naam}")
                    self._record(work, vraag, answer, id)
            for verteld in gesprek.get("verteld", ()):
                record_verteld(work, self._dossier, id, verteld["onderwerp"], verteld["begrepen"])
            rond_af(work, self._dossier, id, velden)

        self._at(gesprek["datum"], hold)

    def _record(self, work: Workspace, naam: str, answer: Any, gesprek: str) -> None:
        vraag = work.data.formulieren.vraag(naam)
        if vraag.type != "begin_repeat" or not isinstance(answer, list):
            self._record_one(work, naam, answer, gesprek)
            return
        if not answer:
            record_antwoord(work, self._dossier, naam, [], gesprek=gesprek)
        for row in answer:
            rij = work.new_id()
            for kort, cell in row.items():
                self._record_one(work, in_row(naam, rij, f"{naam}.{kort}"), cell, gesprek)

    def _record_one(self, work: Workspace, naam: str, answer: Any, gesprek: str) -> None:
        table = answer if isinstance(answer, dict) else {"waarde": answer}
        extra = {k: normaliseer(w) for k, w in table.items() if k not in ("waarde", "staat", "bron")}
        record_antwoord(
            work,
            self._dossier,
            naam,
            normaliseer(table.get("waarde", "")),
            staat=table.get("staat", Staat.BEANTWOORD.value),
            bron=table.get("bron", INBURGERAAR),
            gesprek=gesprek,
            extra=extra,
        )

    def _plan_toestemming(self, toestemming: Mapping[str, Any]) -> None:
        velden = {k: w for k, w in toestemming.items() if k not in INTREKKING}
        intrekking = {k: w for k, w in toestemming.items() if k in INTREKKING}
        made: list[str] = []
        self._at(velden["datum"], lambda w: made.append(record_toestemming(w, self._dossier, velden)))
        if "ingetrokken_op" in intrekking:
            day = intrekking["ingetrokken_op"]
            self._at(day, lambda w: withdraw_toestemming(w, self._dossier, made[0], intrekking))

    def _besluitdag(self, first: datetime.date) -> datetime.date:
        dagtekening = read_date(normaliseer(self._case.get("beschikking", {}).get("dagtekening", "")))
        gesprekken = [g["datum"] for g in self._case.get("gesprek", ())]
        days = [d for d in map(read_date, map(str, gesprekken)) if d]
        return dagtekening or max(days, default=first)

    def _plan_besluit(self, day: datetime.date) -> None:
        for weging in self._case.get("weging", ()):
            self._at(day, partial(self._weigh, weging))
        for doel in self._case.get("doel", ()):
            self._plan_doel(day, doel)
        beschikking = dict(self._case.get("beschikking", {}))
        gezien = beschikking.pop("voor_gezien", None)
        if "dagtekening" in beschikking:
            self._at(day, lambda w: stel_vast(w, self._dossier, beschikking))
        elif beschikking:
            self._at(day, lambda w: record_concept(w, self._dossier, beschikking))
        if gezien:
            self._at(max(day, _day(gezien["datum"])), lambda w: self._see(w, gezien))

    def _weigh(self, weging: Mapping[str, Any], work: Workspace) -> None:
        for kant in ("voor", "tegen"):
            for argument in weging.get(kant, ()):
                table: dict[str, Any] = {"tekst": argument} if isinstance(argument, str) else argument
                add_argument(
                    work,
                    self._dossier,
                    weging["leerroute"],
                    kant,
                    table["tekst"],
                    vraag=table.get("vraag", ""),
                    in_besluit=table.get("in_besluit", False),
                )

    def _plan_doel(self, day: datetime.date, doel: Mapping[str, Any]) -> None:
        ids: list[str] = []
        self._at(day, lambda w: ids.append(add_doel(w, self._dossier, doel["naam"], doel["termijn"])))
        for afspraak in doel.get("afspraak", ()):
            self._plan_afspraak(day, ids, _stored(afspraak))

    def _plan_afspraak(self, day: datetime.date, doel: list[str], afspraak: dict[str, Any]) -> None:
        klaar = afspraak.pop("klaar_op", "")
        made: list[str] = []
        self._at(day, lambda w: made.append(add_afspraak(w, self._dossier, doel[0], afspraak)))
        if klaar:
            done = {"klaar_op": klaar}
            self._at(max(day, _day(klaar)), lambda w: record_afspraak(w, self._dossier, made[0], done))

    def _see(self, work: Workspace, gezien: Mapping[str, Any]) -> None:
        besluiten = besluiten_of(work.vault.dossier(self._dossier))
        if besluiten:
            record_bekendmaking(work, self._dossier, besluiten[-1].id, {"voor_gezien": gezien})
        else:
            record_concept(work, self._dossier, {"voor_gezien": gezien})

    def _plan_afterwards(self) -> None:
        for wijziging in self._case.get("wijziging", ()):
            self._at(wijziging["datum"], partial(self._change, wijziging))
        for lijst, day in LATER_RECORDED.items():
            for row in self._case.get(lijst, ()):
                stored = _stored(row)
                self._at(row[day], partial(self._add, lijst, stored))
        for verzoek in self._case.get("verzoek", ()):
            self._plan_verzoek(_stored(verzoek))

    def _plan_verzoek(self, verzoek: dict[str, Any]) -> None:
        later = {k for dag, erbij in VERZOEKDAGEN.items() for k in (dag, *erbij)}
        asked = {k: w for k, w in verzoek.items() if k not in later}
        made: list[str] = []
        self._at(asked["ontvangen_op"], lambda w: made.append(add_verzoek(w, self._dossier, asked)))
        for dag, erbij in VERZOEKDAGEN.items():
            velden = {k: verzoek[k] for k in (dag, *erbij) if k in verzoek}
            if velden:
                when = max(verzoek.get(dag, asked["ontvangen_op"]), asked["ontvangen_op"])
                self._at(when, partial(self._record_verzoek, made, velden))

    def _record_verzoek(self, made: list[str], velden: dict[str, Any], work: Workspace) -> None:
        record_fields(work, self._dossier, f"verzoek[{made[0]}]", velden)

    def _add(self, lijst: str, waarde: dict[str, Any], work: Workspace) -> None:
        record_waarde(work, self._dossier, f"{lijst}[{work.new_id()}]", waarde)

    def _change(self, wijziging: Mapping[str, Any], work: Workspace) -> None:
        velden = {k: w for k, w in wijziging.items() if k not in ("datum", "grond")}
        if wijziging["grond"] == "ontwikkelplan":
            maak_planversie(work, self._dossier, str(velden.get("motivering", "ontwikkelplan")))
        else:
            wijzig(work, self._dossier, wijziging["grond"], {"dagtekening": wijziging["datum"], **velden})


def _stored(table: Mapping[str, Any]) -> dict[str, Any]:
    stored = normaliseer(dict(table))
    return stored if isinstance(stored, dict) else {}


def _day(value: object) -> datetime.date:
    found = read_date(normaliseer(value))
    if found is None:
        raise TypeError(value)
    return found


def _dates(node: object, key: str = "") -> Iterator[datetime.date]:
    """Every date of the case on which something was done; the person's own dates are none of these."""
    if isinstance(node, Mapping):
        for naam, deel in node.items():
            if naam not in ("inburgeraar", "antwoorden"):
                yield from _dates(deel, naam)
    elif isinstance(node, list):
        for deel in node:
            yield from _dates(deel, key)
    elif isinstance(node, datetime.date):
        yield node
