"""The rules by which DUO refuses a delivered PIP, applied before vaststellen (duo.md 2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intake_assistant.domain.recht.leerroute import ASIELSTATUSHOUDER, Leerroute, Niveau


@dataclass(frozen=True)
class DuoFeiten:
    """What DUO's rules look at; None or "" is unknown, and an unknown fact breaks no rule.

    The two earlier dates are None for the first PIP ever delivered for the person, whichever gemeente did.
    """

    dagtekening: date
    leerroute: str
    doelgroep: str
    niveau: str = ""
    geschatte_intensiteit_b1_route: int | None = None
    begin_inburgeringsplicht: date | None = None
    inschrijving_brp: date | None = None
    dagtekening_eerste_pip: date | None = None
    dagtekening_huidige_pip: date | None = None


@dataclass(frozen=True)
class DuoBreuk:
    """One rule of DUO that the PIP breaks: its number, the field that mends it, and the article behind it.

    vraag is empty of what keeps a PIP from being removed: no field mends that.
    """

    nummer: int
    vraag: str
    artikel: str


def dagtekening_before_plicht(feiten: DuoFeiten) -> bool:
    """DUO rule 1: the dagtekening lies before the start of the inburgeringsplicht (art. 3 Wet)."""
    begin = feiten.begin_inburgeringsplicht
    return begin is not None and feiten.dagtekening < begin


def dagtekening_before_earlier_pip(feiten: DuoFeiten) -> bool:
    """DUO rule 2: the dagtekening lies before that of the first or the current PIP (art. 11(3) Wet)."""
    eerder = (feiten.dagtekening_eerste_pip, feiten.dagtekening_huidige_pip)
    return any(datum is not None and feiten.dagtekening < datum for datum in eerder)


def dagtekening_before_vestiging(feiten: DuoFeiten) -> bool:
    """DUO rule 3: the dagtekening lies before the person settled in the gemeente (art. 5.3(1) Besl)."""
    return feiten.inschrijving_brp is not None and feiten.dagtekening < feiten.inschrijving_brp


def a2_in_onderwijsroute(feiten: DuoFeiten) -> bool:
    """DUO rule 4: niveau A2 with the onderwijsroute (art. 8 Wet)."""
    return feiten.niveau == Niveau.A2 and feiten.leerroute == Leerroute.O


def b1_in_zroute(feiten: DuoFeiten) -> bool:
    """DUO rule 5: niveau B1 with the Z-route (art. 9 Wet)."""
    return feiten.niveau == Niveau.B1 and feiten.leerroute == Leerroute.Z


def a2_in_first_b1_route(feiten: DuoFeiten) -> bool:
    """DUO rule 6: niveau A2 with the B1-route on the first PIP ever delivered (art. 17(3) Wet)."""
    eerste = feiten.dagtekening_eerste_pip is None
    return eerste and feiten.niveau == Niveau.A2 and feiten.leerroute == Leerroute.B


def intensiteit_not_allowed(feiten: DuoFeiten) -> bool:
    """DUO rule 8: an estimated intensity outside the B1-route or asielstatushouders (art. 15(2) Wet)."""
    if feiten.geschatte_intensiteit_b1_route is None:
        return False
    return feiten.leerroute != Leerroute.B or feiten.doelgroep not in (ASIELSTATUSHOUDER, "")


def removal_not_allowed(*, termijn_vastgesteld: bool, cursusuren: bool) -> bool:
    """DUO rule 9: a PIP stays once the termijn was set or course hours stand there (art. 11 Wet)."""
    return termijn_vastgesteld or cursusuren


VERWIJDEREN = DuoBreuk(9, "", "Wet 11")
_NIVEAU = "beschikking.niveau"
REGELS = (
    (dagtekening_before_plicht, DuoBreuk(1, "inburgeraar.begin_inburgeringsplicht", "Wet 3")),
    (dagtekening_before_earlier_pip, DuoBreuk(2, "beschikking.dagtekening", "Wet 11(3)")),
    (dagtekening_before_vestiging, DuoBreuk(3, "procedure.inschrijving_brp", "Besl 5.3(1)")),
    (a2_in_onderwijsroute, DuoBreuk(4, _NIVEAU, "Wet 8(4)")),
    (b1_in_zroute, DuoBreuk(5, _NIVEAU, "Wet 9")),
    (a2_in_first_b1_route, DuoBreuk(6, _NIVEAU, "Wet 17(3)")),
    (
        intensiteit_not_allowed,
        DuoBreuk(8, "beschikking.geschatte_intensiteit_b1_route", "Wet 15(2)"),
    ),
)


def broken_duo_rules(feiten: DuoFeiten) -> tuple[DuoBreuk, ...]:
    """Every rule of DUO that this PIP breaks, in order of number (art. 9.2 and 9.3 Besl)."""
    return tuple(breuk for breaks, breuk in REGELS if breaks(feiten))
