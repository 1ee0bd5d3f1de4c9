"""What changed in the ontwikkelplan since its last version was handed over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from intake_assistant.dates import date_in_words
from intake_assistant.domain.dossier import Dossier, fold
from intake_assistant.domain.recht.besluit import Planversie, planversies_of
from intake_assistant.domain.recht.gezien import known_by, seen_of
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
    gezien = seen_of(dossier.leaf(f"planversie[{versies[-1].id}]"))
    toen = Dossier(dossier.id, fold(known_by(work.vault.entries(dossier.id), gezien)))
    zinnen = [zin for lijst in _LIJSTEN for zin in _changed(dossier, toen, lijst, gezien)]
    return Planverschil(versies[-1], tuple(zinnen))


def _changed(dossier: Dossier, toen: Dossier, lijst: str, gezien: frozenset[str]) -> Iterator[str]:
    naam, *_ = velden = _LIJSTEN[lijst]
    waren, zijn = toen.row_ids(lijst), dossier.row_ids(lijst)
    for rij in zijn:
        prefix = f"{lijst}[{rij}]"
        anders = [veld for veld in velden if _is_unseen(dossier, f"{prefix}.{veld}", gezien)]
        if rij not in waren:
            yield text(f"ontwikkelplan.{lijst}_nieuw", naam=dossier.get(f"{prefix}.{naam}"))
        elif anders:
            yield _zin(dossier, lijst, prefix, anders)
    for rij in sorted(set(waren) - set(zijn)):
        yield text(f"ontwikkelplan.{lijst}_weg", naam=toen.get(f"{lijst}[{rij}].{naam}"))


def _is_unseen(dossier: Dossier, subject: str, gezien: frozenset[str]) -> bool:
    return any(leaf.id not in gezien for leaf in dossier.leaves(subject))


def _zin(dossier: Dossier, lijst: str, prefix: str, anders: list[str]) -> str:
    over = dossier.get(f"{prefix}.{_LIJSTEN[lijst][0]}")
    if anders != ["klaar_op"]:
        return text(f"ontwikkelplan.{lijst}_anders", naam=over)
    klaar = str(dossier.get(f"{prefix}.klaar_op"))
    if not klaar:
        return text("ontwikkelplan.weer_open", naam=over)
    return text("ontwikkelplan.is_klaar", naam=over, datum=date_in_words(klaar))
