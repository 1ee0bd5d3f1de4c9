"""The ontwikkelplan: goals and agreements, alive; versions when it is handed over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from intake_assistant.domain.kinds import AFSPRAAK, DOEL, UREN, WEEKBLOK, WERKPLEK
from intake_assistant.domain.recht.uitvoering.hulptrap import TERUGGEKEKEN
from intake_assistant.domain.recht.uitvoering.weekplan import DAGEN, LES
from intake_assistant.domain.recht.uitvoering.werkplek import werkplekken_of
from intake_assistant.operations.acts.record import record_fields, record_waarde, remove_row
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.views.uitvoering.weekfeiten import weekfeiten_of
from intake_assistant.operations.workspace import Workspace

# The usual hours of a lesson in a part of the day; a school has its own, and the row is there to change.
_LESUREN: Final = {"ochtend": ("9.00", "12.00"), "middag": ("13.00", "16.00"), "avond": ("19.00", "21.00")}


def add_doel(work: Workspace, dossier: str, naam: str, termijn: str, *, vraag: str = "") -> Changed:
    """Add a goal for the `kort`, `midden` or `lang` term, from an answer perhaps; makes the row."""
    rij = work.new_id()
    velden = {"naam": naam, "termijn": termijn, DOEL.rust_op: vraag}
    return record_fields(work, dossier, DOEL.of(rij), velden).making(rij)


def record_doel(work: Workspace, dossier: str, doel: str, velden: Mapping[str, object]) -> Changed:
    """Change a goal."""
    return record_fields(work, dossier, DOEL.of(doel), velden)


def add_afspraak(work: Workspace, dossier: str, doel: str, velden: Mapping[str, object]) -> Changed:
    """Add an agreement to a goal: `wat`, `wie`, `uiterlijk`, `klaar_op`, `vraag`; makes the row."""
    rij = work.new_id()
    return record_fields(work, dossier, AFSPRAAK.of(rij), {"doel": doel, **velden}).making(rij)


def record_afspraak(work: Workspace, dossier: str, afspraak: str, velden: Mapping[str, object]) -> Changed:
    """Change an agreement, or record that it was done (`klaar_op`)."""
    return record_fields(work, dossier, AFSPRAAK.of(afspraak), velden)


def look_back_on(
    work: Workspace, dossier: str, afspraak: str, *, op: str, hulp: str, gesprek: str = ""
) -> Changed:
    """Record at a talk who does it now: for the person, together, or they alone."""
    velden = {"hulp": hulp, TERUGGEKEKEN: op}
    return record_fields(work, dossier, AFSPRAAK.of(afspraak), velden, gesprek=gesprek)


def add_werkplek(work: Workspace, dossier: str, afspraak: str, velden: Mapping[str, object]) -> Changed:
    """Add the place of work or practice that an agreement is; makes the row."""
    rij = work.new_id()
    erbij = {"afspraak": afspraak} if afspraak else {}
    return record_fields(work, dossier, WERKPLEK.of(rij), {**erbij, **velden}).making(rij)


def write_uren(work: Workspace, dossier: str, werkplek: str, velden: Mapping[str, object]) -> Changed:
    """Write hours of a place in the ledger, as the kind that they count for: `van`, `tot`, `aantal`."""
    plek = next(plek for plek in werkplekken_of(work.vault.dossier(dossier)) if plek.id == werkplek)
    van_plek = {"soort": plek.telt_voor, "instelling": plek.wat, "werkplek": werkplek}
    return record_waarde(work, dossier, UREN.of(work.new_id()), {**van_plek, **velden})


def remove_doel(work: Workspace, dossier: str, doel: str) -> Changed:
    """Take a goal out of the plan; it stays in the history."""
    return remove_row(work, dossier, DOEL.of(doel))


def remove_afspraak(work: Workspace, dossier: str, afspraak: str) -> Changed:
    """Take an agreement out of the plan; it stays in the history."""
    return remove_row(work, dossier, AFSPRAAK.of(afspraak))


def begin_week(work: Workspace, dossier: str) -> Changed:
    """Plan lessons on the days and in the part of the day that were answered, from today; makes the row."""
    feiten, today = weekfeiten_of(work, work.vault.dossier(dossier)), work.clock.today().isoformat()
    moment = next((m for m in feiten.lesmomenten if m in _LESUREN), "ochtend")
    van, tot = _LESUREN[moment]
    dagen = [DAGEN[dag] for dag in feiten.lesdagen]
    velden = {"soort": LES, "dagen": dagen, "van": van, "tot": tot, "vanaf": today, "afgesproken_op": today}
    rij = work.new_id()
    return record_fields(work, dossier, WEEKBLOK.of(rij), velden).making(rij)
