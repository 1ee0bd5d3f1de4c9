"""The term within which somebody must inburgeren, and the besluiten that it is counted from (art. 11 Wet)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intake_assistant.domain.recht.feiten import BesluitFeit, KlokFeiten
from intake_assistant.domain.recht.termijn import (
    Regelwaarden,
    plus_dagen,
    termijn_maanden,
)


@dataclass(frozen=True)
class Inburgeringstermijn:
    """The term of Wet 11: first and last day inside it, and who set it (berekend or duo)."""

    begin: date | None
    einde: date | None
    bron: str


def inburgeringstermijn(
    feiten: KlokFeiten, regels: Regelwaarden, dagtekening: date | None = None
) -> Inburgeringstermijn | None:
    """Term from the day after the first PIP; a value of DUO replaces it; None before both (art. 11 Wet).

    dagtekening: of the first PIP while it is a concept.
    """
    eerste = feiten.eerder_pip_op or eerste_dagtekening(feiten) or dagtekening
    begin = feiten.duo_termijn_begin or (plus_dagen(eerste, 1) if eerste else None)
    berekend = termijn_maanden(begin, regels.inburgering_maanden) if begin else None
    einde = feiten.duo_termijn_einde or berekend
    if begin is None and einde is None:
        return None
    duo = feiten.duo_termijn_begin or feiten.duo_termijn_einde
    return Inburgeringstermijn(begin, einde, "duo" if duo else "berekend")


def op_volgorde(feiten: KlokFeiten) -> list[BesluitFeit]:
    """Besluiten by number; a revision of the ontwikkelplan is none."""
    return sorted((b for b in feiten.besluiten if b.grond != "ontwikkelplan"), key=lambda b: b.nummer)


def eerste_dagtekening(feiten: KlokFeiten) -> date | None:
    """The day of the first besluit."""
    besluiten = op_volgorde(feiten)
    return besluiten[0].dagtekening if besluiten else None
