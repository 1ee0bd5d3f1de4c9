"""What a person may ask about their data, and by when the gemeente must have answered (AVG 12, 15-18, 21)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import VERZOEK
from intake_assistant.domain.recht.termijn import verschuif

Verzoekstand = Literal["loopt", "overschreden", "wacht", "uitvoeren", "klaar"]

RECTIFICATIE: Final = "rectificatie"
# Each with the article it rests on.
SOORTEN: Final[Mapping[str, str]] = {
    "inzage": "AVG 15",
    RECTIFICATIE: "AVG 16",
    "wissing": "AVG 17",
    "beperking": "AVG 18",
    "bezwaar_verwerking": "AVG 21",
}
WIJZEN: Final = ("mondeling", "schriftelijk", "digitaal")
BESLISSINGEN: Final = ("toegewezen", "deels", "afgewezen", "ingetrokken")
TOEGEWEZEN: Final = ("toegewezen", "deels")
_GEWEIGERD: Final = ("afgewezen", "ingetrokken")
DATUMS: Final = ("ontvangen_op", "verlengd_op", "beslist_op", "uitgevoerd_op", "opgeheven_op")
VELDEN: Final = (
    "soort", "ontvangen_op", "wijze", "wat", "verlengd_op", "verlenging_reden", "beslist_op", "beslissing",
    "reden", "uitgevoerd_op", "opgeheven_op",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Verzoek:
    """One request of the person; `opgeheven_op` is the day on which a beperking was lifted (art. 18(3))."""

    id: str = ""
    soort: str = ""
    ontvangen_op: date | None = None
    wijze: str = ""
    wat: str = ""
    verlengd_op: date | None = None
    verlenging_reden: str = ""
    beslist_op: date | None = None
    beslissing: str = ""
    reden: str = ""
    uitgevoerd_op: date | None = None
    opgeheven_op: date | None = None

    @property
    def artikel(self) -> str:
        """The article of the AVG that the request rests on."""
        return SOORTEN.get(self.soort, "AVG 12(3)")

    @property
    def toegewezen(self) -> bool:
        """Whether it was granted, whole or in part."""
        return self.beslist_op is not None and self.beslissing in TOEGEWEZEN

    def is_while_done(self, dag: date) -> bool:
        """Whether what changed on a day may have changed since it was asked for."""
        is_begun = self.ontvangen_op is not None and self.ontvangen_op <= dag
        return is_begun and (self.uitgevoerd_op is None or dag <= self.uitgevoerd_op)

    @property
    def houdt_tegen(self) -> bool:
        """Whether data may only be kept: a beperking, neither refused nor lifted (art. 18)."""
        refused = self.beslist_op is not None and self.beslissing in _GEWEIGERD
        return self.soort == "beperking" and self.opgeheven_op is None and not refused


@dataclass(frozen=True)
class VerzoekRegels:
    """Months for answering, months more when it is complex, free days made equal (art. 12(3))."""

    maanden: int = 1
    verlenging_maanden: int = 2
    gelijkgesteld: tuple[date, ...] = ()


@dataclass(frozen=True)
class Verzoektermijn:
    """How a request stands: its last day, whether that was moved in time, and the days that are left."""

    uiterlijk: date | None
    verlengd: bool
    stand: Verzoekstand
    dagen_over: int | None = None


def verzoeken_of(dossier: Dossier) -> list[Verzoek]:
    """The requests in the order in which they were recorded."""
    return [_verzoek(rij, dossier.fields(VERZOEK.of(rij))) for rij in dossier.row_ids(VERZOEK.lijst())]


def beperking_of(dossier: Dossier) -> Verzoek | None:
    """The request that keeps the data from being used, the first one; None while they may be (art. 18)."""
    return next((verzoek for verzoek in verzoeken_of(dossier) if verzoek.houdt_tegen), None)


def maanden_later(dag: date, maanden: int) -> date:
    """The same day of a later month, or its last day (Verordening 1182/71, art. 3(2)(c))."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    if jaar > date.max.year:
        return date.max
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))


def eerste_termijn(ontvangen_op: date, regels: VerzoekRegels) -> date:
    """Last day of the month for an answer, moved over free days (art. 12(3); Verordening 1182/71, 3(4))."""
    return verschuif(maanden_later(ontvangen_op, regels.maanden), regels.gelijkgesteld)


def termijn_of(verzoek: Verzoek, vandaag: date, regels: VerzoekRegels) -> Verzoektermijn:
    """How a request stands today."""
    if verzoek.ontvangen_op is None:
        return Verzoektermijn(None, False, "wacht")
    uiterlijk = eerste_termijn(verzoek.ontvangen_op, regels)
    # Longer only counts when the person was told within the first month (art. 12(3), third sentence).
    verlengd = verzoek.verlengd_op is not None and verzoek.verlengd_op <= uiterlijk
    if verlengd:
        maanden = regels.maanden + regels.verlenging_maanden
        uiterlijk = verschuif(maanden_later(verzoek.ontvangen_op, maanden), regels.gelijkgesteld)
    if verzoek.beslist_op is not None:
        doen = verzoek.toegewezen and verzoek.uitgevoerd_op is None
        return Verzoektermijn(uiterlijk, verlengd, "uitvoeren" if doen else "klaar")
    over = (uiterlijk - vandaag).days
    return Verzoektermijn(uiterlijk, verlengd, "loopt" if over >= 0 else "overschreden", over)


def _verzoek(rij: str, velden: Mapping[str, object]) -> Verzoek:
    read: dict[str, Any] = {
        n: read_date(velden.get(n)) if n in DATUMS else str(velden.get(n, "")) for n in VELDEN
    }
    return Verzoek(id=rij, **read)
