"""Reading through what goes to the person, and masking what is of others (AVG 15(4))."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from intake_assistant.domain.kinds import MASKER, NAGELEZEN
from intake_assistant.domain.recht.masker import Masker, merged
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.changed import Changed, together
from intake_assistant.operations.papers.derden import ID_TEKENS
from intake_assistant.operations.workspace import Workspace


def record_nagelezen(
    work: Workspace,
    dossier: str,
    gelezen: Iterable[str],
    maskers: Mapping[str, Mapping[str, Iterable[Masker]]],
) -> Changed:
    """Record that the texts of entries were read through, and what was masked otherwise than proposed."""
    ids = sorted({entry[:ID_TEKENS] for entry in gelezen})
    with work.vault.transaction():
        changes = [
            record_waarde(work, dossier, MASKER.of(entry), _spans(per_pad))
            for entry, per_pad in maskers.items()
        ]
        if ids:
            changes.append(record_waarde(work, dossier, NAGELEZEN.of(work.new_id()), ids))
    return together(changes)


def _spans(per_pad: Mapping[str, Iterable[Masker]]) -> dict[str, list[list[object]]]:
    return {pad: [[m.van, m.tot, m.rol] for m in merged(found)] for pad, found in per_pad.items()}
