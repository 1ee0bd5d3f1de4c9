"""Work that was kept and is in the vault no more: told, with the backup that holds it, until settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_assistant.dates import date_in_words, local_moment
from intake_assistant.operations.vault.reservekopie import list_kopieen
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.engine import database, stand
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.texts import text

if TYPE_CHECKING:
    from intake_assistant.storage.damage.check import Finding

CODE = "log_weg"


def lost_work(work: Workspace) -> Finding | None:
    """What is missing since the log beside the database was gone or cut, with what can be told of it."""
    vault = work.vault
    gemis = stand.of_text(vault.setting(stand.KWIJT)) or vault.gemis
    if gemis is None:
        return None
    from intake_assistant.storage.damage.check import Finding  # late: nearly always nothing is lost

    geteld = text("kluis.kluismap.log_aantal", aantal=gemis.aantal)
    facts: dict[str, object] = {
        "hoeveel": geteld if gemis.aantal else text("kluis.kluismap.log_aantal_onbekend"),
        "kopie": _backup(work, gemis.vanaf),
    }
    return Finding(CODE, f"{DATABASE}{database.LOG}", facts=facts)


def told(work: Workspace) -> list[str]:
    """The same at an opening, and what happened to a log of an earlier day; a text each."""
    found = lost_work(work) if work.vault.gemis is not None else None
    texts = [text("kluis.kluismap.log_oud")] if work.vault.old_log_came else []
    if found is not None:
        uitleg = text(f"kluis.kluiscontrole.{CODE}", waar=found.waar, **found.facts)
        texts.append(f"{uitleg} {text(f'kluis.kluiscontrole.{CODE}_advies')}")
    return texts


def _backup(work: Workspace, nummer: int) -> str:
    kopieen = {kopie.backup.path: kopie.backup for kopie in list_kopieen(work)}
    found = stand.newest_beyond(kopieen, work.vault.key, nummer)
    if found is None:
        return text("kluis.kluismap.log_in_geen_kopie")
    op = local_moment(kopieen[found].op)
    moment = text("kluis.redding.moment", dag=date_in_words(op.date().isoformat()), tijd=f"{op:%H:%M}")
    return text("kluis.kluismap.log_in_kopie", moment=moment, naam=found.name)
