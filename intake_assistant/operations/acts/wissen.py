"""Erasing as one act with two steps: first what would go, where and why; then, confirmed, all of it.

A dossier on a ground of `domain/wissen`; one answer; or the detail that is no longer needed after the PIP.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any, Final

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.entry import Entry, Presence, Tombstone
from intake_assistant.domain.inburgeraar import inburgeraar_of, is_voorbeeld
from intake_assistant.domain.kinds import VERTALING, kind_of
from intake_assistant.domain.recht import wissen as regels
from intake_assistant.domain.recht.einde import ZAAKNUMMER
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.ander.koppeling import erase_koppelingen
from intake_assistant.operations.acts.concepttekst import drop_typed
from intake_assistant.operations.acts.record import erase_values
from intake_assistant.operations.changed import Changed, together
from intake_assistant.operations.views.wissen.bewaartermijn import bewaarregels_of, values_due
from intake_assistant.operations.views.wissen.plaatsen import collegas_met
from intake_assistant.operations.views.wissen.voorstel import Voorstel, is_confirmed, propose
from intake_assistant.operations.views.wissen.wissing import Wissing, with_places
from intake_assistant.operations.workspace import Workspace
from intake_assistant.progress import UNWATCHED, Progress
from intake_assistant.staftaal import dutch
from intake_assistant.storage.erase import erase as storage
from intake_assistant.storage.erase.copying import Rest
from intake_assistant.texts import text

_NAMEN: Final = ("voornamen", "achternaam", "bsn", "v_nummer", "adres", "telefoon", "email")
_LEESTEKENS: Final = ".,;:()'\""
GEWIST: Final = "gewist"
"""What the access log says of it."""


@dutch
def erase(
    work: Workspace,
    dossier: str,
    kenmerk: str,
    grond: str,
    toelichting: str = "",
    *,
    progress: Progress = UNWATCHED,
) -> Wissing:
    """Step 2: erase it everywhere that can be reached, and note what cannot; `kenmerk` confirms which.

    KnownErrors: `erase.not_confirmed`, `erase.no_ground`, `erase.no_reason`, `erase.names_person`,
    `erase.forbidden`, `dossier.not_found`, `dossier.erased`; nothing was erased then. A full disk in a later
    step is no error: what remains stands among the places and is done the next time.
    """
    voorstel = propose(work, dossier)
    _refuse(work, voorstel, kenmerk, grond, toelichting)
    op = storage.today(work.vault)
    wissing = Wissing(
        dossier=dossier,
        op=op,
        grond=grond,
        regel=regels.GRONDEN[grond],
        functie=work.vault.device.rol,
        toelichting=toelichting.strip(),
        buiten=voorstel.buiten,
        aantallen=voorstel.aantallen,
        collegas=collegas_met(work, dossier),
    )
    from intake_assistant.operations.exchange.meldingen import note_receivers  # late: it brings the letters

    # Half of it is no erasing: it is seen nowhere from the next line on, and what holds it still is cleaned.
    progress.commit()
    with work.vault.transaction():
        erase_koppelingen(work, dossier)
        note_receivers(work, dossier)
        storage.erase_dossier(work.vault, Tombstone(dossier, op, grond))
        _keep(work, wissing)
        work.vault.log_access(GEWIST, dossier)
    return with_places(work, wissing, storage.finish(work.vault, progress))


def erase_voorbeeld(work: Workspace, dossier: str, *, progress: Progress = UNWATCHED) -> Wissing:
    """Erase the example of the first start; nobody types its reference, for it is about nobody.

    KnownError `erase.no_ground` of any other dossier, and those of `erase`.
    """
    if not is_voorbeeld(work.vault.dossier(dossier)):
        raise KnownError("erase.no_ground", grond=regels.VERGISSING)
    kenmerk = propose(work, dossier).kenmerk
    return erase(work, dossier, kenmerk, regels.VERGISSING, progress=progress)


@dutch
def erase_antwoord(
    work: Workspace, dossier: str, entry: str, reden: str, progress: Progress = UNWATCHED
) -> Changed:
    """Erase what one entry says, wherever its subject said just the same, in backups too.

    KnownError `erase.stays`: what a besluit says stands until the whole dossier goes.
    """
    alle = work.vault.entries(dossier)
    found = next((e for e in alle if e.id == entry), None)
    if found is None or found.value is None:
        raise KnownError("erase.nothing")
    if kind_of(found.header.subject).blijvend:
        raise KnownError("erase.stays")
    said = _said(found.value)
    of_subject = [e for e in alle if e.header.subject == found.header.subject]
    same = [e for e in of_subject if e.value is not None and _said(e.value) == said]
    # What says it in another language says it all the same.
    vertaald = [e for e in alle if e.header.subject.startswith(VERTALING.begin(found.header.subject))]
    return _erase_values(work, dossier, [*same, *vertaald], reden, progress)


def _said(value: Mapping[str, Any]) -> object:
    """What a value says; of what has none, as a question that was not asked, its state and why."""
    waarde = value.get("waarde")
    return (value.get("staat"), value.get("reden")) if waarde is None else waarde


@dutch
def erase_detail(work: Workspace, dossier: str, wat: str, progress: Progress = UNWATCHED) -> Changed:
    """Erase the K10 or the detail of the leerbaarheidstoets once the PIP stands, an entry for each value.

    KnownError `erase.not_due` while it is not yet to be erased, as when a bezwaar runs.
    """
    found = work.vault.dossier(dossier)
    due = [r for r in bewaarregels_of(work, found) if r.wat == wat and r.stand == "te_wissen"]
    if not due:
        raise KnownError("erase.not_due")
    ids = set(values_due(work, dossier, wat))
    values = [e for e in work.vault.entries(dossier) if e.id in ids]
    return _erase_values(work, dossier, values, text("wissen.reden.detail", regel=due[0].regel), progress)


def catch_up(work: Workspace, progress: Progress = UNWATCHED, *, everywhere: bool = False) -> list[Rest]:
    """Do what could not be done before: a stick that was away, a disk that was full; returns what remains."""
    progress.commit()
    return storage.finish(work.vault, progress, everywhere=everywhere)


@dutch
def give_up(work: Workspace, plaats: str) -> Changed:
    """Note that a place is no more: the stick is lost or destroyed, so nothing can be erased there."""
    storage.give_up(work.vault, plaats)
    return Changed(settings=frozenset((plaats,)))


# -- refusing ------------------------------------------------------------------------------------------------


def _refuse(work: Workspace, voorstel: Voorstel, kenmerk: str, grond: str, toelichting: str) -> None:
    if not is_confirmed(kenmerk, voorstel.kenmerk):
        raise KnownError("erase.not_confirmed", kenmerk=voorstel.kenmerk)
    if grond not in voorstel.gronden:
        raise KnownError("erase.no_ground", grond=grond)
    if grond == regels.ANDERS and not toelichting.strip():
        raise KnownError("erase.no_reason")
    if _names(work.vault.dossier(voorstel.dossier), toelichting):
        raise KnownError("erase.names_person")
    if voorstel.verboden(grond):
        raise KnownError("erase.forbidden", waarom=voorstel.belet_in_woorden)


def _names(dossier: Dossier, toelichting: str) -> bool:
    """Whether what stays names the person: it would undo the erasing."""
    words = {word.strip(_LEESTEKENS).casefold() for word in toelichting.split()}
    velden = inburgeraar_of(dossier)
    told = [velden.get(naam, "") for naam in _NAMEN] + [str(dossier.get(ZAAKNUMMER))]
    parts = {part.strip(_LEESTEKENS) for tekst in told for part in tekst.split()}
    # A small word in a name, as *de* or *el*, names nobody.
    return any(part.casefold() in words for part in parts if len(part) > 1 and not part.islower())


# -- values --------------------------------------------------------------------------------------------------


def _erase_values(
    work: Workspace, dossier: str, values: Iterable[Entry], reden: str, progress: Progress
) -> Changed:
    todo = [entry for entry in values if entry.presence is Presence.PRESENT]
    subjects = frozenset(entry.header.subject for entry in todo)
    progress.commit()
    with work.vault.transaction():
        erased = erase_values(work, dossier, [entry.id for entry in todo], reden)
        let_go = [drop_typed(work, dossier, subject) for subject in sorted(subjects)]
        work.vault.log_access("waarde_gewist", dossier)
    storage.finish(work.vault, progress)
    return together((erased, *let_go, Changed(subjects=subjects)))


# -- what is kept of it --------------------------------------------------------------------------------------


def _keep(work: Workspace, wissing: Wissing) -> None:
    kept = {k: v for k, v in asdict(wissing).items() if k != "plaatsen"}
    work.vault.set_setting(f"{storage.PROOF}{wissing.dossier}", json.dumps(kept, ensure_ascii=False))
