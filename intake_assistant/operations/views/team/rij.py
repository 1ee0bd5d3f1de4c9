"""One dossier as a team lead sees it: where it stands, what it took, and what asks for attention."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from intake_assistant.domain.recht.klokken import TIEN_WEKEN, Klok
from intake_assistant.operations.views.overleg.wachten import wachtzinnen, werkzinnen
from intake_assistant.operations.views.overzicht import Overzicht
from intake_assistant.operations.views.team.feiten import Toestemmingfeit
from intake_assistant.operations.workspace import Workspace

BINNENKORT: Final = 14
"""The days within which what runs out asks for attention."""
_BEZWAAR: Final = ("bezwaar", "beslissing_bezwaar")
AFGEROND: Final = "afgerond"


class Signaal(StrEnum):
    """What asks for attention, the most urgent first."""

    SAMENLOOP = "samenloop"
    TIEN_WEKEN_VOORBIJ = "tien_weken_voorbij"
    TIEN_WEKEN_BIJNA = "tien_weken_bijna"
    BEGIN_ONBEKEND = "begin_onbekend"
    BEZWAAR = "bezwaar"
    ANDERE_TERMIJN = "andere_termijn"
    TOESTEMMING = "toestemming"
    AFSPRAAK = "afspraak"
    VERSCHIL = "verschil"
    OVERLEG = "overleg"
    ONGELEZEN = "ongelezen"
    ONVOLLEDIG = "onvolledig"
    BESCHADIGD = "beschadigd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Teamrij:
    """What the figures are counted from; names are of people one works with, and no answer is in it."""

    dossier: str
    naam: str
    zoektekst: str
    regievoerder: str
    stand: str
    signalen: tuple[Signaal, ...]
    startposities: tuple[str, ...] = ()
    laatste_contact: str = ""
    conflicten: int = 0
    klokken: Mapping[Signaal, Klok] = field(default_factory=dict)
    """The clock behind a signal that one stands behind."""
    eerste_klok: Klok | None = None
    tien_weken: Klok | None = None
    """The ten weeks that run, or ran out, for a PIP that is not there yet (art. 5.3 Besl)."""
    vastgesteld_op: date | None = None
    gespreksdagen: tuple[date, ...] = ()
    gesprekken: int = 0
    """Those up to the first PIP."""
    minuten: int | None = None
    """What those took together; None when of none it was noted."""
    zonder_minuten: int = 0
    """Of so many of them it was not noted."""
    weken: float | None = None
    """From the first conversation to the first PIP, or to today; None without a conversation."""
    afspraken_te_laat: int = 0
    toestemmingen: tuple[Toestemmingfeit, ...] = field(default=())
    """Those that end soon."""
    overleg: tuple[str, ...] = ()
    """What of the overleg waits for who works here, in words."""
    werk: tuple[str, ...] = ()
    """Who is asked to take it over, and who stands in for its regievoerder, in words."""

    @property
    def is_lopend(self) -> bool:
        """Whether somebody still works on it."""
        return self.stand != AFGEROND

    @property
    def startposities_klaar(self) -> int:
        """Of how many of the thirteen no question is open."""
        return self.startposities.count("klaar")

    @property
    def uren(self) -> float | None:
        """The minutes as hours."""
        return None if self.minuten is None else self.minuten / 60

    @property
    def uiterlijk(self) -> date | None:
        """The day of the clock to see first."""
        return self.eerste_klok.uiterlijk if self.eerste_klok else None


def teamrij(work: Workspace, line: Overzicht, ongelezen: Collection[str]) -> Teamrij:
    """The row of one line of the list; of one that is damaged only that."""
    if line.is_beschadigd:
        return Teamrij(
            dossier=line.dossier, naam=line.naam, zoektekst=line.zoektekst, regievoerder="",
            stand=line.stand, signalen=(Signaal.BESCHADIGD,),
        )  # fmt: skip
    vandaag, stand, feiten, dagtekening = work.clock.today(), line.stand, line.team, _eerste_pip(line)
    is_lopend = stand != AFGEROND
    intake = [g for g in feiten.gesprekken if dagtekening is None or g.op is None or g.op <= dagtekening]
    minuten = [g.minuten for g in intake if g.minuten is not None]
    dagen = tuple(sorted(g.op for g in feiten.gesprekken if g.op is not None))
    made = Teamrij(
        dossier=line.dossier,
        naam=line.naam,
        zoektekst=line.zoektekst,
        regievoerder=line.regievoerder,
        stand=stand,
        signalen=(),
        startposities=line.startposities,
        laatste_contact=line.laatste_contact,
        conflicten=line.conflicten,
        klokken={signaal: klok for klok in reversed(line.klokken) for signaal in _of_klok(klok)},
        eerste_klok=line.eerste_klok,
        tien_weken=tien_weken_of(line),
        vastgesteld_op=dagtekening,
        gespreksdagen=dagen,
        gesprekken=len(intake),
        minuten=sum(minuten) if minuten else None,
        zonder_minuten=len(intake) - len(minuten),
        weken=_weken(dagen, dagtekening, vandaag) if is_lopend or dagtekening else None,
        afspraken_te_laat=sum(a.uiterlijk < vandaag for a in feiten.afspraken) if is_lopend else 0,
        toestemmingen=tuple(_ending(feiten.toestemmingen, vandaag)) if is_lopend else (),
        overleg=tuple(wachtzinnen(work, line.overleg)),
        werk=tuple(werkzinnen(work, line.overleg)),
    )
    return replace(made, signalen=tuple(_signalen(made, line, ongelezen)))


def _signalen(rij: Teamrij, line: Overzicht, ongelezen: Collection[str]) -> Iterator[Signaal]:
    """What a row asks for, in the order of urgency."""
    beside = {
        Signaal.TOESTEMMING: bool(rij.toestemmingen),
        Signaal.AFSPRAAK: rij.afspraken_te_laat > 0,
        Signaal.SAMENLOOP: line.has_samenloop,
        Signaal.VERSCHIL: rij.conflicten > 0,
        Signaal.OVERLEG: bool(rij.overleg),
        Signaal.ONGELEZEN: rij.dossier in ongelezen,
        Signaal.ONVOLLEDIG: line.onvolledig,
    }
    yield from (signaal for signaal in Signaal if signaal in rij.klokken or beside.get(signaal, False))


def _ending(toestemmingen: Iterable[Toestemmingfeit], vandaag: date) -> Iterator[Toestemmingfeit]:
    grens = vandaag + timedelta(days=BINNENKORT)
    return (t for t in toestemmingen if vandaag <= t.geldig_tot <= grens)


def _eerste_pip(line: Overzicht) -> date | None:
    return min((b.dagtekening for b in line.klokfeiten.besluiten if b.nummer == 1), default=None)


def _weken(dagen: tuple[date, ...], dagtekening: date | None, vandaag: date) -> float | None:
    einde = dagtekening or vandaag
    return max((einde - dagen[0]).days, 0) / 7 if dagen else None


def tien_weken_of(line: Overzicht) -> Klok | None:
    """The one that runs: after a move that of the new gemeente (art. 5.3(3) Besl)."""
    open_ = [k for k in line.klokken if k.klok in TIEN_WEKEN and k.gehaald_op is None]
    return open_[-1] if open_ else None


def _of_klok(klok: Klok) -> Iterator[Signaal]:
    """What a clock that nobody has met yet asks."""
    if klok.gehaald_op is not None:
        return
    soon = klok.stand == "loopt" and klok.dagen_over is not None and klok.dagen_over <= BINNENKORT
    late = klok.stand == "overschreden" and not klok.soort.vanzelf
    if klok.klok in TIEN_WEKEN:
        found = {
            Signaal.TIEN_WEKEN_VOORBIJ: late,
            Signaal.TIEN_WEKEN_BIJNA: soon,
            Signaal.BEGIN_ONBEKEND: klok.stand == "wacht",
        }
        yield from (signaal for signaal, holds in found.items() if holds)
    elif soon or late:
        yield Signaal.BEZWAAR if klok.klok in _BEZWAAR else Signaal.ANDERE_TERMIJN
