"""Which step of a dossier comes next, decided once for its own screen and for the list of everybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from intake_assistant.domain.recht.bewaartermijn import HEEL
from intake_assistant.domain.recht.bezwaar import BESLUIT_ONBEKEND
from intake_assistant.domain.recht.klokken import BESLISSING_BEZWAAR, PIP, Klok
from intake_assistant.operations.views.besluit.wisseldagen import stap_op
from intake_assistant.operations.views.vandaag.feiten import Dagfeiten, Planafspraak, Toestemmingseinde
from intake_assistant.operations.views.wissen.bewaartermijn import Teregelen
from intake_assistant.texts import text

BINNENKORT: Final = 14
"""A consent, or a PIP, that runs out within this many days is mentioned."""
# With so little open one decides and asks the rest in passing; a little more when the PIP is due soon.
BIJNA_KLAAR: Final = 0.1
BIJNA_KLAAR_MET_HAAST: Final = 0.3
DICHTBIJ: Final = 21


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapstand:
    """What decides it: what is kept, and what hangs on the day and on who works here."""

    vandaag: date
    feiten: Dagfeiten
    klokken: tuple[Klok, ...]
    conflicten: int
    has_samenloop: bool
    te_regelen: Teregelen
    wacht_op_u: bool
    """Whether a colleague waits for who works here."""

    @property
    def pip(self) -> Klok | None:
        """The ten weeks, as long as there is no PIP (Besl 5.3)."""
        return next((k for k in self.klokken if k.klok == PIP and k.gehaald_op is None), None)

    @property
    def besluitstap(self) -> str:
        """What the beschikking in the making asks today."""
        return stap_op(self.feiten.besluitstappen, self.vandaag)

    @property
    def afspraken_te_laat(self) -> list[Planafspraak]:
        """What the plan says should have been done, the longest ago first."""
        laat = [a for a in self.feiten.afspraken if a.uiterlijk < self.vandaag]
        return sorted(laat, key=lambda a: a.uiterlijk)

    @property
    def te_beslissen(self) -> list[Klok]:
        """The terms in which a bezwaar must be decided (art. 7:10 Awb)."""
        return [
            k
            for k in self.klokken
            if k.klok == BESLISSING_BEZWAAR and k.gehaald_op is None and k.besluit in self.feiten.bezwaren
        ]

    @property
    def is_besluit_onbekend(self) -> bool:
        """Whether nobody said against which besluit a bezwaar is (art. 6:5 Awb): no term counts for it."""
        return BESLUIT_ONBEKEND in self.feiten.bezwaren

    @property
    def loopt_af(self) -> list[Toestemmingseinde]:
        """The consents that end soon, the first one first."""
        grens = self.vandaag + timedelta(days=BINNENKORT)
        found = [t for t in self.feiten.toestemmingen if self.vandaag <= t.geldig_tot <= grens]
        return sorted(found, key=lambda t: (t.geldig_tot, t.partij))


def soort_stap(stand: Stapstand) -> str:
    """The one thing that helps most now, as a word."""
    feiten = stand.feiten
    if feiten.lopend:
        return "verder" if feiten.lopend_op == stand.vandaag.isoformat() else "afronden"
    # Which besluit holds is not certain: that goes before all that rests on it.
    if stand.has_samenloop:
        return "samenloop"
    if stand.conflicten:
        return "tegenspraak"
    if recht := _recht(stand):
        return recht
    if stand.wacht_op_u:
        return "overleg"
    return _after(stand) if feiten.besluiten else _before(stand)


def _recht(stand: Stapstand) -> str:
    """What the person has a right to goes before the intake: an answer in time, no use, being forgotten."""
    if any(regel.dringend for _, _, regel in stand.te_regelen.verzoeken):
        return "verzoek"
    if stand.feiten.beperkt:
        return "beperking"
    return "wissen" if any(regel.wat in HEEL for regel in stand.te_regelen.te_wissen) else ""


def _before(stand: Stapstand) -> str:
    feiten, pip = stand.feiten, stand.pip
    if pip is not None and pip.stand == "wacht" and feiten.gesprekken:
        # The ten weeks cannot be counted: something about person or procedure is not known.
        return "gegevens"
    if feiten.voorgesteld and not _is_bijna_klaar(stand):
        return "gesprek"
    if feiten.te_bespreken:
        # What is decided rests on what was told: that is asked before it is decided.
        return "onderzoek"
    if pip is not None and pip.stand == "opgeschort" and feiten.derde and not feiten.voorgesteld:
        return "derde"
    return "weging" if feiten.ongewogen else stand.besluitstap


def _after(stand: Stapstand) -> str:
    feiten = stand.feiten
    if feiten.niet_gegeven:
        return "bekendmaken"
    if stand.is_besluit_onbekend:
        return "bezwaar_kiezen"
    if feiten.herziening:
        return "herziening"
    if stand.te_beslissen:
        return "bezwaar"
    if feiten.te_bespreken:
        return "onderzoek"
    if not feiten.heeft_afspraken:
        return "plan"
    if stand.afspraken_te_laat:
        return "afspraak"
    return "toestemming" if stand.loopt_af else "rust"


def _is_bijna_klaar(stand: Stapstand) -> bool:
    """Whether deciding helps more than one conversation more; nobody decides before there was one."""
    feiten, pip = stand.feiten, stand.pip
    if not feiten.gesprekken:
        return False
    dichtbij = pip is not None and pip.dagen_over is not None and pip.dagen_over <= DICHTBIJ
    return feiten.te_gaan / max(feiten.van, 1) < (BIJNA_KLAAR_MET_HAAST if dichtbij else BIJNA_KLAAR)


def titel_van(soort: str, nummer: int) -> str:
    """What to do, in words; `nummer` is which conversation comes."""
    if soort == "gesprek":
        eerste = nummer == 1
        return text("dossier.stap.gesprek.eerste" if eerste else "dossier.stap.gesprek.titel", nummer=nummer)
    return text(f"dossier.stap.{soort}.titel")
