"""Plays a case file: the same operations as the window, in order of date, all or nothing (contract 2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from intake_assistant.casus.antwoorden import Gegeven, Herhaling, antwoorden_of
from intake_assistant.casus.check import read_case
from intake_assistant.casus.plan import LATER_RECORDED, PLANLIJSTEN, Daad, Step, argumenten_of, plan_case
from intake_assistant.domain.kind import Kind
from intake_assistant.domain.kinds import AFRONDING, INFORMATIE_DERDE, OVERDRACHT_COA, VERZOEK
from intake_assistant.domain.overleg.azc import COA
from intake_assistant.domain.recht.gesprek import NOG_ZEGGEN, SINDS_VORIGE
from intake_assistant.domain.recht.tussen.herkijken import OPNIEUW
from intake_assistant.domain.recht.tussen.tolk import TOLKT_NU
from intake_assistant.domain.subject import in_row, row
from intake_assistant.operations.acts.ander.huishouden import join_by_number
from intake_assistant.operations.acts.antwoord import INBURGERAAR, record_antwoord
from intake_assistant.operations.acts.beschikking import (
    record_concept,
    stel_vast,
    wijzig,
)
from intake_assistant.operations.acts.besluit.bekendmaking import record_bekendmaking
from intake_assistant.operations.acts.dossier import (
    add_procedure_row,
    create_dossier,
    record_inburgeraar,
    record_procedure,
)
from intake_assistant.operations.acts.gesprek import record_gebaar, record_verteld, rond_af, start_gesprek
from intake_assistant.operations.acts.ontwikkelplan import (
    add_afspraak,
    add_doel,
    add_werkplek,
    look_back_on,
    record_afspraak,
    write_uren,
)
from intake_assistant.operations.acts.overleg.klantprofiel import keep_klantprofiel
from intake_assistant.operations.acts.record import at_once, record_fields, record_waarde
from intake_assistant.operations.acts.toestemming import record_toestemming, withdraw_toestemming
from intake_assistant.operations.acts.vertaling import record_vertaling
from intake_assistant.operations.acts.verzoek import add_verzoek
from intake_assistant.operations.acts.weging import add_argument
from intake_assistant.operations.changed import Changed, together
from intake_assistant.operations.views.overzicht import refresh_overviews
from intake_assistant.operations.workspace import Workspace

GESPREKVELDEN = (
    "vorm", "minuten", "taal", "recht_op_alleen_gewezen", SINDS_VORIGE, NOG_ZEGGEN, "samenvatting",
    "volgende_afspraak", "volgende_afspraak_hoe", TOLKT_NU, "zonder_tolk",
)  # fmt: skip


def play_case(work: Workspace, source: bytes, naam: str) -> str:
    """Store the case as one transaction; returns the dossier id. KnownErrors of `read_case` and of acts."""
    case = read_case(source, naam, work.data)
    return play_steps(work, plan_case(case, work.clock.today()))


def play_steps(work: Workspace, steps: Iterable[Step]) -> str:
    """Store what a plan says, each step on its own day; returns the dossier id. KnownErrors of acts."""
    player = _Player()

    def play() -> Changed:
        changed = together([player.play(work.at(step.day), step) for step in steps])
        refresh_overviews(work)
        return changed

    at_once(work, play)
    return player.dossier


class _Player:
    """Performs each act through the operations; holds the ids that they gave."""

    def __init__(self) -> None:
        self.dossier = ""
        self._made: dict[int, str] = {}
        self._acts: dict[Daad, Callable[[Workspace, Step], Changed]] = {
            Daad.DOSSIER: self._begin,
            Daad.PROCEDURE: lambda w, s: record_procedure(w, self.dossier, s.wat),
            Daad.OPROEP: lambda w, s: add_procedure_row(w, self.dossier, "oproep", s.wat),
            Daad.GEVRAAGD: lambda w, s: add_procedure_row(w, self.dossier, "informatie_derde", s.wat),
            Daad.ONTVANGEN: lambda w, s: self._go_on(w, INFORMATIE_DERDE, s),
            Daad.OVERDRACHT_COA: self._take_from_coa,
            Daad.GESPREK: self._hold,
            Daad.TOESTEMMING: lambda w, s: record_toestemming(w, self.dossier, s.wat),
            Daad.INTREKKING: lambda w, s: withdraw_toestemming(w, self.dossier, self._made[s.of], s.wat),
            Daad.HUISHOUDEN: lambda w, s: join_by_number(w, self.dossier, s.wat["met"]),
            Daad.WEGING: self._weigh,
            Daad.DOEL: self._set_goal,
            Daad.AFSPRAAK: lambda w, s: add_afspraak(w, self.dossier, self._made[s.of], s.wat),
            Daad.KLAAR: lambda w, s: record_afspraak(w, self.dossier, self._made[s.of], s.wat),
            Daad.TERUGGEKEKEN: lambda w, s: look_back_on(w, self.dossier, self._made[s.of], **s.wat),
            Daad.WERKPLEK: lambda w, s: add_werkplek(w, self.dossier, self._made[s.of], s.wat),
            Daad.WERKPLEKUREN: lambda w, s: write_uren(w, self.dossier, self._made[s.of], s.wat),
            Daad.CONCEPT: lambda w, s: record_concept(w, self.dossier, s.wat),
            Daad.VERTALING: lambda w, s: record_vertaling(w, self.dossier, **s.wat),
            Daad.VASTSTELLEN: lambda w, s: stel_vast(w, self.dossier, s.wat),
            Daad.BEKENDMAKING: self._make_known,
            Daad.GEZIEN: self._make_known,
            Daad.WIJZIGING: self._change,
            Daad.VERZOEK: lambda w, s: add_verzoek(w, self.dossier, s.wat),
            Daad.VERZOEK_VERDER: lambda w, s: self._go_on(w, VERZOEK, s),
            Daad.AFRONDING: lambda w, s: record_fields(w, self.dossier, AFRONDING.lijst(), s.wat),
            **dict.fromkeys((*LATER_RECORDED, *PLANLIJSTEN), self._add_row),
        }

    def play(self, work: Workspace, step: Step) -> Changed:
        """Perform one act."""
        changed = self._acts[step.daad](work, step)
        self._made[step.place] = changed.made
        return changed

    def _begin(self, work: Workspace, step: Step) -> Changed:
        persoon = {naam: str(waarde) for naam, waarde in step.wat.items()}
        bsn = {naam: persoon.pop(naam) for naam in ("bsn",) if naam in persoon}
        begun = create_dossier(work, bsn)
        self.dossier = begun.made
        return together((begun, record_inburgeraar(work, self.dossier, persoon)))

    def _go_on(self, work: Workspace, kind: Kind, step: Step) -> Changed:
        return record_fields(work, self.dossier, kind.of(self._made[step.of]), step.wat)

    def _hold(self, work: Workspace, step: Step) -> Changed:
        gesprek = step.wat
        begun = start_gesprek(work, self.dossier, {}, gesprek.get("aanwezig", ()))
        changes, id = [begun], begun.made
        changes += self._answers(work, id, gesprek, INBURGERAAR)
        for verteld in gesprek.get("verteld", ()):
            onderwerp, begrepen = verteld["onderwerp"], verteld["begrepen"]
            mee = verteld.get("materiaal", ())
            changes.append(record_verteld(work, self.dossier, id, onderwerp, begrepen, materiaal=mee))
        for gebaar in gesprek.get("aangeraakt", ()):
            changes.append(record_gebaar(work, self.dossier, id, gebaar["vraag"], gebaar["wat"]))
        velden = {k: w for k, w in gesprek.items() if k in GESPREKVELDEN}
        return together((*changes, rond_af(work, self.dossier, id, velden)))

    def _take_from_coa(self, work: Workspace, step: Step) -> Changed:
        """The record of the warme overdracht, the klantprofiel, and what the COA knew outside a talk."""
        overdracht, rij = step.wat, work.new_id()
        velden = {k: w for k, w in overdracht.items() if k not in ("klantprofiel", "antwoorden")}
        changes = [record_waarde(work, self.dossier, OVERDRACHT_COA.of(rij), velden)]
        if profiel := overdracht.get("klantprofiel"):
            naam = profiel.get("bestand", "")
            changes.append(keep_klantprofiel(work, self.dossier, profiel["v_nummer"], naam))
        return together((*changes, *self._answers(work, "", overdracht, COA)))

    def _answers(self, work: Workspace, gesprek: str, wat: Mapping[str, Any], bron: str) -> Iterator[Changed]:
        record = partial(self._record, work, gesprek)
        for answer in antwoorden_of(wat, work.data.formulieren, bron):
            if isinstance(answer, Gegeven):
                yield record(answer.vraag, answer)
            else:
                yield from self._record_rows(work, answer, record)

    @staticmethod
    def _record_rows(
        work: Workspace, answer: Herhaling, record: Callable[[str, Gegeven], Changed]
    ) -> Iterator[Changed]:
        for cellen in answer.rijen:
            rij = work.new_id()
            for cel in cellen:
                yield record(in_row(answer.vraag, rij, cel.vraag), cel)

    def _record(self, work: Workspace, gesprek: str, naam: str, answer: Gegeven) -> Changed:
        return record_antwoord(
            work,
            self.dossier,
            naam,
            answer.waarde,
            staat=answer.staat,
            bron=answer.bron,
            gesprek=gesprek,
            extra=answer.extra,
        )

    def _weigh(self, work: Workspace, step: Step) -> Changed:
        leerroute, changes = step.wat["leerroute"], []
        for kant, argument in argumenten_of(step.wat):
            tekst, vraag, mag = argument["tekst"], argument.get("vraag", ""), argument.get("in_besluit")
            opnieuw = str(argument.get(OPNIEUW, ""))
            add = partial(add_argument, work, self.dossier, leerroute, kant, tekst)
            changes.append(add(vraag=vraag, in_besluit=mag == "ja", opnieuw_kijken=opnieuw))
        return together(changes)

    def _set_goal(self, work: Workspace, step: Step) -> Changed:
        naam, termijn, vraag = step.wat["naam"], step.wat["termijn"], step.wat.get("vraag", "")
        return add_doel(work, self.dossier, naam, termijn, vraag=vraag)

    def _make_known(self, work: Workspace, step: Step) -> Changed:
        return record_bekendmaking(work, self.dossier, self._made[step.of], step.wat)

    def _change(self, work: Workspace, step: Step) -> Changed:
        velden: Mapping[str, Any] = {k: w for k, w in step.wat.items() if k not in ("datum", "grond")}
        nieuw = {"dagtekening": step.wat["datum"], **velden}
        return wijzig(work, self.dossier, step.wat["grond"], nieuw)

    def _add_row(self, work: Workspace, step: Step) -> Changed:
        return record_waarde(work, self.dossier, row(step.daad, work.new_id()), step.wat)
