"""How far somebody is: hours followed against what the besluit set, talks held against what it promised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from intake_assistant.domain.recht.besluit import Besluit
from intake_assistant.domain.recht.controle import number_of
from intake_assistant.domain.recht.leerroute import Leerroute
from intake_assistant.domain.recht.oordeel.uren import aftrek_of, aftrekken_of, normen_of
from intake_assistant.domain.recht.oordeel.wijziging.urenboek import NT2, gevolgd
from intake_assistant.domain.recht.oordeel.zaak import Zaak
from intake_assistant.domain.recht.termijn import plus_dagen, termijn_maanden

AFSCHALEN: Final = "afschalen"
"""The hours Dutch at a school after which a lower level may be set (Besl 5.5): no duty, so never short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Urenstand:
    """Of one part: the hours that were set, what was deducted by an article, followed, and still to go."""

    deel: str
    regel: str
    norm: Decimal
    aftrek: Decimal
    gevolgd: Decimal
    aftrekken: tuple[tuple[Decimal, str], ...] = ()
    """What was deducted, each with the article that it rests on."""

    @property
    def nog(self) -> Decimal:
        """What is still to be followed; nothing when more was followed."""
        return max(self.norm - self.gevolgd, Decimal(0))


def urenstanden(zaak: Zaak, op: date) -> tuple[Urenstand, ...]:
    """Each part that this besluit asks hours of, and in the B1-route the hours before afschalen."""
    return (*_delen(zaak, op), *_afschalen(zaak, op))


def _delen(zaak: Zaak, op: date) -> Iterator[Urenstand]:
    for norm in normen_of(zaak):
        gesteld = number_of(zaak.concept, norm.sleutel)
        aftrek = aftrek_of(zaak, norm)
        yield Urenstand(
            deel=norm.sleutel,
            regel=norm.artikel,
            # A besluit of before these hours stood in it: the norm itself, less what was deducted.
            norm=gesteld if gesteld >= 0 else max(zaak.getal(norm.regel) - aftrek, Decimal(0)),
            aftrek=aftrek,
            gevolgd=gevolgd(zaak.urenboek, norm.soorten, op),
            aftrekken=aftrekken_of(zaak, norm),
        )


def _afschalen(zaak: Zaak, op: date) -> Iterator[Urenstand]:
    if zaak.leerroute == Leerroute.B:
        yield Urenstand(
            deel=AFSCHALEN,
            regel="Besl 5.5(1)",
            norm=Decimal(zaak.getal("afschalen.uren")),
            aftrek=Decimal(0),
            gevolgd=gevolgd(zaak.urenboek, NT2, op, bij_school=True),
        )


def voortgangsgesprekken(besluit: Besluit, gehouden: tuple[date, ...], op: date) -> tuple[int, int]:
    """How many talks the besluit promises, and how many were held after it (Wet 17(1), Besl 5.3(4))."""
    beloofd = number_of(besluit.inhoud, "voortgangsgesprekken")
    sinds = sum(1 for dag in gehouden if besluit.dagtekening < dag.isoformat() <= op.isoformat())
    return max(int(beloofd), 0), sinds


def verlenging_vanaf(einde_termijn: date, maanden: int) -> date:
    """The first day on which DUO may be asked for a longer term: so many months before its end (Besl 4.5)."""
    return plus_dagen(termijn_maanden(plus_dagen(einde_termijn, 1), -maanden), 1)
