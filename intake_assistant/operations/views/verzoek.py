"""Requests of the person as they stand today: each with its term, in words (AVG 12)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from intake_assistant.dates import date_in_words
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.feiten import regelwaarden
from intake_assistant.domain.recht.verzoek import (
    SOORTEN,
    Verzoek,
    VerzoekRegels,
    Verzoekstand,
    Verzoektermijn,
    eerste_termijn,
    termijn_of,
    verzoeken_of,
)
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

DRINGEND_DAGEN: Final = 7


# Who received the data hears of these too (art. 19).
_GEMELD: Final = ("rectificatie", "wissing", "beperking")


@dataclass(frozen=True, slots=True)
class Verzoekregel:
    """One request with how it stands today, in words."""

    verzoek: Verzoek
    uiterlijk: datetime.date | None
    stand: Verzoekstand
    dagen_over: int | None
    naam: str
    uitleg: str

    @property
    def dringend(self) -> bool:
        """Whether the answer must be there within a week, or should have been."""
        return self.dagen_over is not None and self.dagen_over <= DRINGEND_DAGEN

    def as_json(self) -> dict[str, Any]:
        """With ISO dates."""
        verzoek = self.verzoek
        return {
            "verzoek": verzoek.id,
            "soort": verzoek.soort,
            "ontvangen_op": verzoek.ontvangen_op.isoformat() if verzoek.ontvangen_op else None,
            "uiterlijk": self.uiterlijk.isoformat() if self.uiterlijk else None,
            "stand": self.stand,
            "dagen_over": self.dagen_over,
            "regel": "AVG 12(3)",
            "uitleg": self.uitleg,
        }


def verzoekregels_of(work: Workspace, dossier: Dossier) -> list[Verzoekregel]:
    """The requests of a dossier in their order, each with its term."""
    return [describe_verzoek(work, verzoek) for verzoek in verzoeken_of(dossier)]


def describe_verzoek(work: Workspace, verzoek: Verzoek) -> Verzoekregel:
    """How a request stands today, in words."""
    regels = _regels(work, verzoek)
    termijn = termijn_of(verzoek, work.clock.today(), regels)
    uitleg = " ".join(_sentences(verzoek, termijn, regels))
    naam = text(f"rechten.soort.{verzoek.soort}") if verzoek.soort in SOORTEN else text("rechten.verzoek")
    return Verzoekregel(verzoek, termijn.uiterlijk, termijn.stand, termijn.dagen_over, naam, uitleg)


def _regels(work: Workspace, verzoek: Verzoek) -> VerzoekRegels:
    """The rules of the day of receipt."""
    regels, op = work.data.regels, verzoek.ontvangen_op or work.clock.today()

    def number(sleutel: str) -> int:
        return int(str(regels.waarde(sleutel, op=max(op, regels.geldt_vanaf(sleutel)))))

    vrij = regelwaarden(regels, op).gelijkgesteld
    return VerzoekRegels(number("avg.termijn"), number("avg.verlenging"), vrij)


def _sentences(verzoek: Verzoek, termijn: Verzoektermijn, regels: VerzoekRegels) -> list[str]:
    if verzoek.ontvangen_op is None or termijn.uiterlijk is None:
        return [text("rechten.termijn.wacht")]
    dag = _words(termijn.uiterlijk)
    zinnen = [text(f"rechten.termijn.{termijn.stand}", datum=dag)]
    if termijn.stand in ("loopt", "overschreden"):
        aantal = regels.maanden + (regels.verlenging_maanden if termijn.verlengd else 0)
        zinnen.append(text("rechten.termijn.telling", aantal=aantal, datum=_words(verzoek.ontvangen_op)))
    if verzoek.verlengd_op is not None and not termijn.verlengd:
        eerste = _words(eerste_termijn(verzoek.ontvangen_op, regels))
        zinnen.append(text("rechten.termijn.te_laat_verlengd", datum=eerste))
    if termijn.verlengd and not verzoek.verlenging_reden:
        zinnen.append(text("rechten.termijn.zonder_reden"))
    return [*zinnen, *_to_tell(verzoek, termijn)]


def _to_tell(verzoek: Verzoek, termijn: Verzoektermijn) -> Iterator[str]:
    """Who must still hear something: the person of a refusal, receivers of a change (art. 12(4), 18, 19)."""
    if verzoek.beslist_op is None:
        return
    if verzoek.beslissing in ("afgewezen", "deels"):
        yield text("rechten.vertel.weigering")
    if verzoek.soort in _GEMELD and termijn.stand == "uitvoeren":
        yield text("rechten.vertel.ontvangers")
    if verzoek.soort == "beperking" and verzoek.toegewezen and verzoek.houdt_tegen:
        yield text("rechten.vertel.opheffen")


def _words(day: datetime.date) -> str:
    return date_in_words(day.isoformat())
