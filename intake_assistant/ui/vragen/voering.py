"""One conversation as the screen holds it: kept while typed, recorded when a field is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal

from intake_assistant.dates import read_date
from intake_assistant.domain.aanraken.aanwijzing import AANGEWEZEN, Aanwijzing, waarde_van
from intake_assistant.domain.aanraken.gebaar import niet_begrepen
from intake_assistant.domain.antwoord import Antwoord, BronAntwoord, Staat
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import HERHALING, Pagina, Vraag
from intake_assistant.domain.kinds import ANTWOORD
from intake_assistant.domain.overleg.azc import nog_te_bevestigen
from intake_assistant.domain.recht.gesprek import OP_AFSTAND, Gesprek, gesprekken_of
from intake_assistant.domain.recht.tussen.herkijken import ALS_VRAAG, OPNIEUW, is_herkijkdag, said_on
from intake_assistant.domain.subject import in_row, question_of, row, rows_in
from intake_assistant.forms.gebreken import describe_gebrek
from intake_assistant.operations.acts.antwoord import INBURGERAAR, mark_geldt, remove_rij
from intake_assistant.operations.acts.gesprek import keep_plek, keep_seconden
from intake_assistant.operations.acts.record import restore_row, undo
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.views.antwoord import (
    answered_values,
    antwoord_of,
    antwoord_value,
    gebreken,
    tellingen,
)
from intake_assistant.operations.views.gesprek import Plek
from intake_assistant.operations.views.schets import searched_for, word_searched
from intake_assistant.operations.words.voorlezen import gesproken_nummers
from intake_assistant.texts import text
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.window.context import Context


class Gespreksvoering(Keeper):
    """The open conversation; widgets ask it what to show and tell it what happened."""

    veranderd = Signal()
    """Something was recorded; relevance and counts were judged anew."""

    def __init__(self, context: Context, gesprek: str, vaste_bron: str = "") -> None:
        # Goes with the context: what is connected to it would hold the dossier beyond the lock.
        super().__init__(context, context, gesprek)
        self.work = context.work
        self.plek = Plek()
        self.seconden = 0
        self._bron: dict[str, str] = {}
        self._vaste_bron = vaste_bron
        self._onderaan = ""
        self._vooruit: dict[str, list[dict[str, Any]]] = {}
        self._nieuwe_rijen: dict[str, list[str]] = {}
        self._weg: dict[str, Callable[[], object]] = {}
        typed = {s: c for s, c in context.typed_now().items() if c.gesprek in ("", gesprek)}
        self._held = {s: c for s, c in typed.items() if c.is_half == bool(searched_for(s))}
        self.refresh()

    # -- what there is ---------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the dossier anew and judge once what can apply."""
        data = self.work.data
        self.dossier: Dossier = self.context.dossier()
        values = answered_values(data.formulieren, self.dossier)
        for herhaling, rijen in self._nieuwe_rijen.items():
            # A row without an answer yet: its conditions are judged as for any other.
            er = values.get(herhaling, {})
            values[herhaling] = {**er, **{rij: {} for rij in rijen if rij not in er}}
        self.judged = data.engine.evaluate(values, self.work.clock.today())
        self.telling = tellingen(self.work, self.dossier, self.judged)
        self.niet_begrepen = niet_begrepen(self.dossier)
        self.gesprekken = {g.id: g for g in gesprekken_of(self.dossier)}

    def judge_anew(self) -> None:
        """Read the dossier anew, and have the page follow."""
        self.refresh()
        self.veranderd.emit()

    @property
    def gesprek(self) -> Gesprek:
        """Return the conversation as it is recorded now."""
        return self.gesprekken[self.id]

    def vraag(self, naam: str) -> Vraag:
        """Return the question of a name, also of a field in a row."""
        return self.work.data.formulieren.vraag(question_of(naam))

    def nummer_op_blad(self, naam: str) -> int:
        """Return by which number the sheet of an interpreter elsewhere knows a question; 0 when none is."""
        gesprek = self.gesprekken.get(self.id)
        if gesprek is None or gesprek.vorm not in OP_AFSTAND:
            return 0
        return gesproken_nummers(self.work.data.formulieren).get(question_of(naam), 0)

    def is_relevant(self, naam: str) -> bool:
        """Say whether a question, or a field of a row, can apply."""
        rijen = rows_in(naam)
        return self.judged.relevant(question_of(naam), rijen[0][1] if rijen else "")

    def is_bladzijde(self, pagina: Pagina) -> bool:
        """Say whether anything on a page can apply."""
        if pagina.herhaling:
            return self.judged.relevant(pagina.herhaling)
        return any(self.judged.relevant(naam) for naam in pagina.vragen)

    def antwoord(self, naam: str) -> Antwoord:
        """Return the answer that counts."""
        return antwoord_of(self.work.data.formulieren, self.dossier, naam)

    def te_bevestigen(self, naam: str) -> object | None:
        """Return what the COA alone said before this conversation: it is asked whether that is right."""
        antwoord = self.antwoord(naam)
        return antwoord.waarde if self.id and nog_te_bevestigen(antwoord) else None

    def bron(self, naam: str) -> str:
        """Return the source that a field shows: the chosen one, else what was heard or judged here."""
        if naam in self._bron:
            return self._bron[naam]
        if self._vaste_bron:
            return self._vaste_bron
        hier = (INBURGERAAR, "regievoerder")
        eigen = [bron for bron in hier if self._staat_van(naam, bron) not in ("", Staat.OPEN)]
        return eigen[0] if eigen else INBURGERAAR

    def set_bron(self, naam: str, bron: str) -> None:
        """Show and record from another source."""
        self.left(self.subject(naam))
        self._bron[naam] = bron

    def _staat_van(self, naam: str, bron: str) -> str:
        return str((self.dossier.current(ANTWOORD.of(naam, bron)) or {}).get("staat", ""))

    def takes_staat(self, naam: str) -> bool:
        """Say whether something is answered here: a field, or a list of rows as long as it has none."""
        vraag = self.vraag(naam)
        return vraag.is_veld or (vraag.type == HERHALING and not self.rijen(naam))

    def subject(self, naam: str) -> str:
        """Return the subject that a field writes to."""
        return ANTWOORD.of(naam, self.bron(naam))

    def is_withheld(self, naam: str) -> bool:
        """Say whether what the field's source said is with somebody else: it is not answered here."""
        return self.dossier.is_withheld(self.subject(naam))

    def value(self, subject: str) -> Mapping[str, Any]:
        """Return what a subject says now: what is being typed, else what was recorded."""
        if subject in self._held:
            return self._held[subject].value
        return self.dossier.current(subject) or {}

    def staat(self, naam: str) -> str:
        """Return the state that the field's source left a question in; empty when it left none."""
        return str(self.value(self.subject(naam)).get("staat", ""))

    def anderen(self, naam: str) -> list[BronAntwoord]:
        """Return what the other sources say."""
        antwoord, toont = self.antwoord(naam), self.bron(naam)
        alle = [BronAntwoord(antwoord.bron, antwoord.staat, antwoord.waarde, antwoord.conflict)]
        return [b for b in [*alle, *antwoord.andere_bronnen] if b.bron and b.bron != toont]

    def bezwaren(self, naam: str) -> list[str]:
        """Return in words what is wrong with the answer that a field shows; it is kept all the same."""
        vraag, value = self.vraag(naam), self.value(self.subject(naam))
        if value.get("staat") != Staat.BEANTWOORD or value.get("waarde") in ("", None, []):
            return []
        getoond = Antwoord(naam, str(value["staat"]), value.get("waarde"), self.bron(naam))
        gevonden = [describe_gebrek(gebrek) for gebrek in gebreken(self.work, naam, getoond)]
        if vraag.naam in ALS_VRAAG and not self._is_herkijkdag(naam, getoond.waarde):
            gevonden.append(text("gesprek.opnieuw_kijken_fout"))
        if gevonden or self.antwoord(naam).bron != self.bron(naam):
            return gevonden
        rijen = rows_in(naam)
        plaats = (vraag.naam, rijen[0][1] if rijen else "")
        return [s.message for s in self.judged.schendingen if (s.naam, s.rij) == plaats]

    def _is_herkijkdag(self, naam: str, waarde: object) -> bool:
        """A day that was recorded is held against the day on which that was done, another against today."""
        op, recorded = read_date(waarde), self.subject(naam) not in self._held
        gezegd = said_on(self.dossier, naam) if recorded else None
        return op is None or is_herkijkdag(op, gezegd or self.work.clock.today())

    # -- what is done ----------------------------------------------------------------------------------------

    def typed(
        self, subject: str, value: Mapping[str, Any], cursor: int = 0, *, is_half: bool = False
    ) -> None:
        """Hold what is being typed, and the place of its cursor with the place of the conversation."""
        super().typed(subject, value, cursor, is_half=is_half)
        if self.plek.veld and (searched_for(subject) or subject) == self.subject(self.plek.veld):
            # After a crash the text is an entry, and its concept with the cursor is no more.
            self.go(replace(self.plek, cursor=cursor))

    def typed_antwoord(self, naam: str, waarde: object, cursor: int) -> None:
        """Hold an answer that is being typed, with its explanation."""
        self.typed(self.subject(naam), antwoord_value(self.work, naam, waarde, self._extra(naam)), cursor)

    def typed_zoekwoord(self, naam: str, woord: str, cursor: int) -> None:
        """Hold the word with which somebody searches in the list of a question; no answer by itself."""
        zoekt = word_searched(self.subject(naam))
        if woord:
            self.typed(zoekt, {"waarde": woord}, cursor, is_half=True)
        else:
            self.drop(zoekt)

    def zoekwoord(self, naam: str) -> str:
        """Return the word with which somebody searches in the list of a question."""
        held = self._held.get(word_searched(self.subject(naam)))
        return str(held.value.get("waarde", "")) if held else ""

    def choose(self, naam: str, waarde: object) -> None:
        """Record a choice at once; None takes the answer back."""
        self.chosen(self.subject(naam), antwoord_value(self.work, naam, waarde, self._extra(naam)))

    def set_staat(self, naam: str, staat: str, extra: Mapping[str, str] | None = None) -> None:
        """Record one of the other states, or, with `open`, take it back."""
        oud = self.value(self.subject(naam))
        form = antwoord_value(self.work, naam, "")["form"]
        erbij = {sleutel: wat for sleutel, wat in self._stays(oud).items() if wat}
        if oud.get("staat") == staat and AANGEWEZEN in oud:
            # A reason is noted beside what was pointed at.
            erbij[AANGEWEZEN] = oud[AANGEWEZEN]
        if staat == Staat.OPEN:
            self.chosen(self.subject(naam), {"staat": staat})
        else:
            self.chosen(self.subject(naam), {"staat": staat, "form": form, **erbij, **(extra or {})})
        if self.vraag(naam).type == "text" and oud.get("waarde") and staat != oud.get("staat"):
            # One key took away what took minutes to type.
            terug = partial(self.chosen, self.subject(naam), dict(oud))
            self._weg[self.subject(naam)] = terug
            self.context.ended.emit(text("gesprek.getypt_weg"), terug)

    def take_over(self, wijst: Aanwijzing) -> None:
        """Record what the person pointed at: it is theirs, whichever source the field showed."""
        naam, erbij = wijst.naam, {AANGEWEZEN: "ja"}
        self.set_bron(naam, INBURGERAAR)
        if wijst.staat is not None:
            later = {"volgende_keer": "ja"} if wijst.staat == Staat.NIET_GEVRAAGD else {}
            self.set_staat(naam, str(wijst.staat), {**later, **erbij})
        else:
            waarde = waarde_van(self.vraag(naam), wijst.codes)
            extra = {**self._extra(naam), **erbij}
            self.chosen(self.subject(naam), antwoord_value(self.work, naam, waarde, extra))

    def typed_extra(self, naam: str, sleutel: str, tekst: str, cursor: int) -> None:
        """Hold an explanation or a reason that is being typed beside the answer."""
        oud = {k: v for k, v in self.value(self.subject(naam)).items() if k != sleutel}
        if not oud or oud.get("staat") == Staat.OPEN:
            oud = antwoord_value(self.work, naam, None)
        self.typed(self.subject(naam), {**oud, **({sleutel: tekst} if tekst else {})}, cursor)

    def geldt(self, naam: str, bron: str) -> None:
        """Mark which source counts."""
        if self.attempt(lambda: mark_geldt(self.work, self.context.dossier_id, naam, bron, self.id)):
            self._again()

    def undo(self, subject: str) -> bool:
        """Go back one entry of a subject; False when there is nothing further back."""
        self.left(subject)
        if subject == self._onderaan:
            return False
        vooruit = [*self._vooruit.get(subject, []), dict(self.value(subject))]
        work, dossier = self.work, self.context.dossier_id
        terug = bool(self.context.act(lambda: undo(work, dossier, subject, self.id)))
        if terug:
            self._no_longer_gone(subject)
            self._again()
            # Before the first entry there is nothing; going on would go forward again.
            self._onderaan = subject if self.value(subject).get("staat") == Staat.OPEN else ""
            self._vooruit[subject] = vooruit
        return terug

    def redo(self, subject: str) -> None:
        """Record once more what an undo went back from; until something else is said."""
        vooruit = self._vooruit.get(subject, [])
        if vooruit and subject not in self._held:
            self.chosen(subject, vooruit[-1])
            self._vooruit[subject] = vooruit[:-1]

    def new_rij(self, herhaling: str) -> str:
        """Return the id of a new row; it exists as soon as a field of it is filled."""
        rij = self.work.new_id()
        self._nieuwe_rijen.setdefault(herhaling, []).append(rij)
        self.refresh()
        return rij

    def remove_rij(self, herhaling: str, rij: str) -> bool:
        """Remove a row; what it held stays in the history; False when it held nothing yet."""
        for veld in self.work.data.formulieren.velden_van(herhaling):
            self.left(self.subject(in_row(herhaling, rij, veld.naam)))
        nieuw = self._nieuwe_rijen.get(herhaling, [])
        if rij in nieuw:
            nieuw.remove(rij)
        staat_er = rij in self.dossier.row_ids(herhaling)
        is_weg = staat_er and self.attempt(
            lambda: remove_rij(self.work, self.context.dossier_id, herhaling, rij, self.id)
        )
        if is_weg:
            self._again()
        return is_weg

    def restore_rij(self, herhaling: str, rij: str) -> bool:
        """Bring a removed row back with all that it held."""
        subject = row(herhaling, rij)
        is_back = self.attempt(lambda: restore_row(self.work, self.context.dossier_id, subject, self.id))
        if is_back:
            self._again()
        return is_back

    def rijen(self, herhaling: str) -> list[str]:
        """Return the rows in order, the new and still empty ones last."""
        er = self.dossier.row_ids(herhaling)
        return er + [rij for rij in self._nieuwe_rijen.get(herhaling, []) if rij not in er]

    # -- keeping ---------------------------------------------------------------------------------------------

    def go(self, plek: Plek) -> None:
        """Hold where the conversation is."""
        if plek != self.plek:
            self.plek = plek
            self.beside("plek", self._keep_plek)

    def leave_all(self) -> None:
        """Make everything that was typed an entry."""
        for subject in list(self._held):
            self.left(subject)

    def settle(self) -> None:
        """Make everything that was typed an entry, and keep the place and the clock."""
        super().settle()
        self.attempt(lambda: keep_seconden(self.work, self.id, self.seconden))

    def _keep_plek(self) -> Changed:
        dossier = self.context.dossier_id
        return keep_plek(self.work, dossier, self.plek) if dossier else Changed()

    def _no_longer_gone(self, subject: str) -> None:
        """Something else is said there: what was offered to bring back what stood there is over."""
        if terug := self._weg.pop(subject, None):
            self.context.overtaken.emit(terug)

    def _recorded(self, subject: str) -> None:
        self._no_longer_gone(subject)
        self._vooruit.pop(subject, None)
        self._again()

    def _again(self) -> None:
        """Something was recorded: judge anew, and say so."""
        self._onderaan = ""
        self.judge_anew()

    def _extra(self, naam: str) -> dict[str, object]:
        oud = self.value(self.subject(naam))
        # Put right outside a conversation there is nobody who interprets.
        gesprek = self.gesprekken.get(self.id)
        tolk = gesprek.tolk if gesprek and self.bron(naam) == INBURGERAAR else ""
        return {**self._stays(oud), "tolk": tolk}

    def _stays(self, oud: Mapping[str, Any]) -> dict[str, Any]:
        """What stays beside an answer when it is said anew; who says it on the day to look again looked."""
        op = read_date(oud.get(OPNIEUW))
        comes = op is not None and op > self.work.clock.today()
        return {"toelichting": oud.get("toelichting", ""), OPNIEUW: oud[OPNIEUW] if comes else ""}
