"""What changed in the ontwikkelplan since its last version was handed over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from intake_assistant.dates import date_in_words
from intake_assistant.domain.besluit import Planversie, planversies_of
from intake_assistant.domain.dossier import Dossier
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

# Each list of the plan: the field that names a row, and all its fields.
_LIJSTEN: Final = {"doel": ("naam", "termijn"), "afspraak": ("wat", "wie", "uiterlijk", "klaar_op")}


@dataclass(frozen=True, slots=True)
class Planverschil:
    """The last version and, in sentences, what changed after it."""

    versie: Planversie
    zinnen: tuple[str, ...]


def plan_changes(work: Workspace, dossier: Dossier) -> Planverschil | None:
    """What changed since the last version; None when there is no version yet."""
    versies = planversies_of(dossier)
    if not versies:
        return None
    leaf = dossier.leaf(f"planversie[{versies[-1].id}]")
    sinds = leaf.counter if leaf else 0
    toen = {e.header.subject for e in work.vault.entries(dossier.id) if e.header.counter <= sinds}
    zinnen = [zin for lijst in _LIJSTEN for zin in _changed(dossier, lijst, sinds, toen)]
    return Planverschil(versies[-1], tuple(zinnen))


def _changed(dossier: Dossier, lijst: str, sinds: int, toen: set[str]) -> Iterator[str]:
    naam, *_ = _LIJSTEN[lijst]
    for rij in dossier.row_ids(lijst):
        prefix = f"{lijst}[{rij}]"
        if f"{prefix}.{naam}" not in toen:
            yield text(f"ontwikkelplan.{lijst}_nieuw", naam=dossier.get(f"{prefix}.{naam}"))
        elif anders := [veld for veld in _LIJSTEN[lijst] if _counter(dossier, f"{prefix}.{veld}") > sinds]:
            yield _zin(dossier, lijst, prefix, anders)
    for rij in _removed(dossier, lijst, toen):
        yield text(f"ontwikkelplan.{lijst}_weg", naam=dossier.get(f"{rij}.{naam}"))


def _zin(dossier: Dossier, lijst: str, prefix: str, anders: list[str]) -> str:
    over = dossier.get(f"{prefix}.{_LIJSTEN[lijst][0]}")
    if anders != ["klaar_op"]:
        return text(f"ontwikkelplan.{lijst}_anders", naam=over)
    klaar = str(dossier.get(f"{prefix}.klaar_op"))
    if not klaar:
        return text("ontwikkelplan.weer_open", naam=over)
    return text("ontwikkelplan.is_klaar", naam=over, datum=date_in_words(klaar))


def _removed(dossier: Dossier, lijst: str, toen: set[str]) -> list[str]:
    """Rows that were there at the last version and are not any more; removed before it does not count."""
    rijen = {s.partition("]")[0] + "]" for s in toen if s.startswith(f"{lijst}[")}
    weg = {rij for rij in rijen if dossier.is_removed(rij) and rij not in toen}
    return sorted(weg)


def _counter(dossier: Dossier, subject: str) -> int:
    leaf = dossier.leaf(subject)
    return leaf.counter if leaf else 0
