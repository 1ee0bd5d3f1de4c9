"""What changed in the ontwikkelplan since its last version was handed over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from intake_assistant.dates import date_in_words
from intake_assistant.domain.dossier import Dossier, fold
from intake_assistant.domain.kind import Kind
from intake_assistant.domain.kinds import AFSPRAAK, DOEL, PLANVERSIE, WERKPLEK
from intake_assistant.domain.recht.besluit import Planversie, planversies_of
from intake_assistant.domain.recht.gezien import known_by, seen_of
from intake_assistant.domain.recht.uitvoering.hulptrap import TREDEVELDEN
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

# Each list of the plan: the field that names a row, and all its fields.
_LIJSTEN: Final = {
    DOEL: ("naam", "termijn"),
    AFSPRAAK: ("wat", "wie", "uiterlijk", "klaar_op", *TREDEVELDEN),
    WERKPLEK: ("wat", "doel", "vorm", "voertaal", "begeleider", "uren_per_week", "telt_voor", "van", "tot"),
}


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
    gezien = seen_of(dossier.leaf(PLANVERSIE.of(versies[-1].id)))
    toen = fold(dossier.id, known_by(work.vault.entries(dossier.id), gezien))
    zinnen = [zin for kind in _LIJSTEN for zin in _changed(dossier, toen, kind, gezien)]
    return Planverschil(versies[-1], tuple(zinnen))


def _changed(dossier: Dossier, toen: Dossier, kind: Kind, gezien: frozenset[str]) -> Iterator[str]:
    naam, *_ = velden = _LIJSTEN[kind]
    waren, zijn = toen.row_ids(kind.lijst()), dossier.row_ids(kind.lijst())
    for rij in zijn:
        anders = [veld for veld in velden if _is_unseen(dossier, kind.of(rij, veld), gezien)]
        if rij not in waren:
            yield text(f"ontwikkelplan.{kind.lijst()}_nieuw", naam=dossier.get(kind.of(rij, naam)))
        elif anders:
            yield _zin(dossier, kind, rij, anders)
    for rij in sorted(set(waren) - set(zijn)):
        yield text(f"ontwikkelplan.{kind.lijst()}_weg", naam=toen.get(kind.of(rij, naam)))


def _is_unseen(dossier: Dossier, subject: str, gezien: frozenset[str]) -> bool:
    return any(leaf.id not in gezien for leaf in dossier.leaves(subject))


def _zin(dossier: Dossier, kind: Kind, rij: str, anders: list[str]) -> str:
    over = dossier.get(kind.of(rij, _LIJSTEN[kind][0]))
    if kind is AFSPRAAK and set(anders) <= set(TREDEVELDEN):
        return text("ontwikkelplan.afspraak_hulp", naam=over)
    if anders != ["klaar_op"]:
        return text(f"ontwikkelplan.{kind.lijst()}_anders", naam=over)
    klaar = str(dossier.get(kind.of(rij, "klaar_op")))
    if not klaar:
        return text("ontwikkelplan.weer_open", naam=over)
    return text("ontwikkelplan.is_klaar", naam=over, datum=date_in_words(klaar))
