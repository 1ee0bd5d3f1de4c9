"""Conversations: prepared, begun, resumed at the same question, stopped anywhere, rounded off (design 6)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from intake_assistant.domain.kinds import AANWEZIG, GEBAAR, GESPREK, VERTELD, read_subject
from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.domain.recht.tussen.tolk import TOLKT_NU, roepnamen
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import record_inburgeraar
from intake_assistant.operations.acts.instelling import keep_instelling
from intake_assistant.operations.acts.record import record_fields, record_waarde
from intake_assistant.operations.changed import Changed, together
from intake_assistant.operations.views.gesprek import Plek, wensensleutel
from intake_assistant.operations.words.vertaling import DIALECT, taalsleutel
from intake_assistant.operations.workspace import Workspace

_TOLK: Final = "tolk"


def start_gesprek(
    work: Workspace, dossier: str, velden: Mapping[str, object], aanwezig: Iterable[Mapping[str, str]] = ()
) -> Changed:
    """Begin a conversation (`datum` defaults to today); makes its id."""
    gesprek = work.new_id()
    with work.vault.transaction():
        begun = {"datum": work.clock.today().isoformat(), **velden}
        changes = [record_fields(work, dossier, GESPREK.of(gesprek), begun, gesprek)]
        changes += [add_aanwezige(work, dossier, gesprek, iemand) for iemand in aanwezig]
    return together(changes).making(gesprek)


def record_gesprek(work: Workspace, dossier: str, gesprek: str, velden: Mapping[str, object]) -> Changed:
    """Record facts of a conversation: form, language, minutes, summary, next appointment."""
    return record_fields(work, dossier, GESPREK.of(gesprek), velden, gesprek)


def add_aanwezige(work: Workspace, dossier: str, gesprek: str, iemand: Mapping[str, str]) -> Changed:
    """Record who was there: `rol`, `naam`, `soort`, `nummer`; makes the row."""
    rij = work.new_id()
    subject = AANWEZIG.of(gesprek, rij)
    return record_waarde(work, dossier, subject, dict(iemand), gesprek).making(rij)


def keep_turn(work: Workspace, dossier: str, subject: str, value: Mapping[str, Any]) -> Changed:
    """Who interprets now keeps the turn when the name is put right: by that name they were chosen."""
    kind, delen = read_subject(subject)
    wie = value.get("waarde")
    if kind is not AANWEZIG or not isinstance(wie, Mapping):
        return Changed()
    gevonden = (g for g in gesprekken_of(work.vault.dossier(dossier)) if g.id == delen[0] and g.tolkt_nu)
    for gesprek in gevonden:
        aanwezig = [(rij, wie if rij == delen[1] else iemand) for rij, iemand in gesprek.aanwezig]
        was, heet = (roepnamen(mensen).get(delen[1], "") for mensen in (gesprek.aanwezig, aanwezig))
        if heet and was == gesprek.tolkt_nu != heet:
            return record_gesprek(work, dossier, gesprek.id, {TOLKT_NU: heet})
    return Changed()


def record_verteld(
    work: Workspace,
    dossier: str,
    gesprek: str,
    onderwerp: str,
    begrepen: str,
    *,
    materiaal: Sequence[str] = (),
) -> Changed:
    """Record that a topic was told, whether it was understood (ja, deels, nee), and what was given along."""
    verteld: dict[str, object] = {"begrepen": begrepen}
    if materiaal:
        verteld["materiaal"] = list(materiaal)
    return record_waarde(work, dossier, VERTELD.of(gesprek, onderwerp), verteld, gesprek)


def record_gebaar(work: Workspace, dossier: str, gesprek: str, over: str, wat: str) -> Changed:
    """Record that the person touched stop, once more or not understood, at a question or a topic."""
    return record_waarde(work, dossier, GEBAAR.of(over, work.new_id()), wat, gesprek)


def rond_af(work: Workspace, dossier: str, gesprek: str, velden: Mapping[str, object]) -> Changed:
    """Round a conversation off, or stop half-way: the same act."""
    return record_gesprek(work, dossier, gesprek, {**velden, "afgerond": "ja"})


def keep_plek(work: Workspace, dossier: str, plek: Plek) -> Changed:
    """Remember where the conversation is, on this laptop only."""
    body = json.dumps([plek.startpositie, plek.pagina, plek.veld, plek.cursor])
    keep_instelling(work, f"plek {dossier}", body)
    # It is shown nowhere.
    return Changed()


def keep_seconden(work: Workspace, gesprek: str, seconden: int) -> Changed:
    """Remember how long a conversation has lasted, on this laptop only."""
    keep_instelling(work, f"klok {gesprek}", json.dumps(seconden))
    # It is shown nowhere.
    return Changed()


def keep_gedeelde_wensen(work: Workspace, dossier: str, wensen: Iterable[str]) -> Changed:
    """Remember how the other side serves this person, on this laptop only."""
    return keep_instelling(work, wensensleutel(dossier), " ".join(sorted(wensen)))


def keep_gedeelde_taal(work: Workspace, dossier: str, taal: str) -> Changed:
    """Remember in which language the other side reads, on this laptop only."""
    return keep_instelling(work, taalsleutel(dossier), taal)


def record_spreektaal(
    work: Workspace, dossier: str, taal: str, streek: str = "", gesprek: str = ""
) -> Changed:
    """Record which language and dialect somebody speaks; the conversation and its interpreter follow."""
    with work.vault.transaction():
        changes = [record_inburgeraar(work, dossier, {"spreektaal": taal})]
        if streek:
            changes.append(record_antwoord(work, dossier, DIALECT, streek, gesprek=gesprek))
        if gesprek:
            changes += _follow_taal(work, dossier, gesprek, taal, streek)
    return together(changes)


def _follow_taal(work: Workspace, dossier: str, gesprek: str, taal: str, streek: str) -> Iterator[Changed]:
    nu = next(g for g in gesprekken_of(work.vault.dossier(dossier)) if g.id == gesprek)
    yield record_gesprek(work, dossier, gesprek, {"taal": taal})
    for rij, iemand in nu.aanwezig:
        # Who was asked for another language on purpose keeps it: that it differs is for us to see.
        if iemand.get("rol") == _TOLK and iemand.get("taal", "") in ("", nu.taal):
            volgt = {**iemand, "taal": taal, **({"dialect": streek} if streek else {})}
            yield record_waarde(work, dossier, AANWEZIG.of(gesprek, rij), volgt, gesprek)
