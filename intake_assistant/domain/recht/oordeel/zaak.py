"""The facts that the law looks at when a PIP is to be set; None, "" and () are not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from intake_assistant.dates import read_date
from intake_assistant.domain.recht.besluit import EERSTE, Besluit, geldende
from intake_assistant.domain.recht.leerroute import find_waarde
from intake_assistant.domain.recht.oordeel.wijziging.urenboek import Urenrij
from intake_assistant.domain.recht.procedure import Oproep
from intake_assistant.domain.recht.regels import Regels


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoon:
    """Who the PIP is for: whether there is a plicht at all (Wet 3), and in which group (Wet 13, 19)."""

    geboortedatum: date | None = None
    geboortejaar: int | None = None
    nationaliteit: str = ""
    doelgroep: str = ""
    verblijfstitel: str = ""
    einde_plicht: date | None = None
    einde_reden: str = ""
    zonder_plicht: bool = False
    """Whether DUO told that there is no plicht now."""

    @property
    def geboren(self) -> tuple[date, date] | None:
        """The first and the last day on which the person can have been born; None when nothing is known."""
        if self.geboortedatum is not None:
            return self.geboortedatum, self.geboortedatum
        if self.geboortejaar is None:
            return None
        return date(self.geboortejaar, 1, 1), date(self.geboortejaar, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toets:
    """The leerbaarheidstoets as it was recorded (Wet 14(3)(a), (5), (6))."""

    status: str = ""
    datum: date | None = None
    score: int | None = None
    uitslag: str = ""
    ontheffing_grond: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekenbevoegde:
    """Who may sign for the college, by which mandate, and from when until when."""

    naam: str
    functie: str = ""
    mandaat: str = ""
    van: date | None = None
    tot: date | None = None
    """The last day on which it may be done."""

    def mag(self, op: date) -> bool:
        """Whether this mandate holds on a day."""
        return (self.van is None or self.van <= op) and (self.tot is None or op <= self.tot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Zaak:
    """One PIP that is to be set, and all that is known around it on that day."""

    concept: Mapping[str, object]
    regels: Regels
    vandaag: date
    dagtekening: date
    grond: str = EERSTE
    gemeente: str = ""
    ondertekenaars: tuple[Tekenbevoegde, ...] = ()
    teksten_ongezien: bool = False
    """Whether no lawyer read all fixed texts, and the municipality sets nothing on such texts unnamed."""
    persoon: Persoon = field(default_factory=Persoon)
    begin_inburgeringsplicht: date | None = None
    kennisgeving_duo: date | None = None
    inschrijving_brp: date | None = None
    oproepen: tuple[Oproep, ...] = ()
    gesprekken: tuple[date, ...] = ()
    toets: Toets = field(default_factory=Toets)
    voor: Mapping[str, tuple[bool, ...]] = field(default_factory=dict)
    """Per leerroute of each argument for it whether it is printed: of special data only where allowed."""
    eerder_pip_op: date | None = None
    eerder_leerroute: str = ""
    eerder_niveau: str = ""
    """The dagtekening, the leerroute and the level of a PIP that another gemeente set before."""
    ontheven: frozenset[str] = frozenset()
    """The exam parts that DUO took away (Besl 2.7(3))."""
    besluiten: tuple[Besluit, ...] = ()
    begin_termijn: date | None = None
    """The first day of the inburgeringstermijn (Wet 11(2))."""
    urenboek: tuple[Urenrij, ...] = ()
    herzien_na: str = ""
    """What asks to look again at the besluit that holds: `bezwaar` or `uitspraak` (Awb 7:11(2), 8:72)."""
    weging_van: date | None = None
    """The dagtekening of the besluit that the weighing was made for; None when it was made anew."""
    tegenspraak: tuple[str, ...] = ()
    """What the law rests on and says two things at once, by subject: neither of them counts as known."""
    antwoorden: Mapping[str, object] = field(default_factory=dict)
    """The answers that count, by question, of the questions that law and documents rest on (contract 2)."""

    @property
    def leerroute(self) -> str:
        """The code of the leerroute that is to be set."""
        return str(self.concept.get("leerroute") or "")

    @property
    def eerste(self) -> bool:
        """Whether no PIP was set for this person by this municipality."""
        return self.grond == EERSTE

    @property
    def geldend(self) -> tuple[Besluit, ...]:
        """The besluiten that hold and that this one takes the place of; more than one when set apart."""
        return geldende(self.besluiten)

    @property
    def kiest_route(self) -> bool:
        """Whether the leerroute is chosen here, and is not that of a besluit that holds (Wet 15(4), 17).

        Before the first besluit here that is the one of another gemeente, where there is one.
        """
        elders = [self.eerder_leerroute] if self.eerder_leerroute else []
        return self.leerroute not in ([besluit.leerroute for besluit in self.geldend] or elders)

    @property
    def gelijkgesteld(self) -> tuple[date, ...]:
        """The days that are equated with a feestdag by decree (Awt 3(3))."""
        dagen = self.regel("kalender.gelijkgesteld")
        found = map(read_date, dagen if isinstance(dagen, list | tuple) else ())
        return tuple(dag for dag in found if dag is not None)

    def waarde(self, sleutel: str) -> object:
        """What the concept says under a key, whole or in parts."""
        return find_waarde(self.concept, sleutel)

    def rijen(self, sleutel: str) -> list[Mapping[str, object]]:
        """The rows of a list in the concept; what is no row is none."""
        gevonden = self.concept.get(sleutel)
        alle = gevonden if isinstance(gevonden, list | tuple) else ()
        return [rij for rij in alle if isinstance(rij, Mapping)]

    def regel(self, sleutel: str, op: date | None = None, leerroute: str = "") -> object:
        """The value of a rule on the dagtekening or another day, for this group and leerroute or another."""
        dag = max(op or self.dagtekening, self.regels.geldt_vanaf(sleutel))
        route = leerroute or self.leerroute
        return self.regels.waarde(sleutel, op=dag, doelgroep=self.persoon.doelgroep, leerroute=route)

    def getal(self, sleutel: str, op: date | None = None, leerroute: str = "") -> int:
        """The same as a whole number."""
        return int(str(self.regel(sleutel, op, leerroute)))
