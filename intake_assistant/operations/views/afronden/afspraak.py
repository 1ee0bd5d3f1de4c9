"""The next appointment: days to choose from, what cannot be, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from intake_assistant.dates import hour_as_typed, local_moment, read_date, read_hour, with_weekday
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import GESPREK
from intake_assistant.domain.recht.gesprek import TUSSENTIJDS, Gesprek, gesprekken_of
from intake_assistant.domain.recht.termijn import is_feestdag, verschuif
from intake_assistant.operations.views.onmogelijk import wrong_date
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

WEKEN: Final = (1, 2, 3, 4)
_ZONDAG: Final = 6


@dataclass(frozen=True, slots=True)
class Afspraakoordeel:
    """What is odd about a day or an hour, as one sentence, and whether it can be recorded all the same."""

    zin: str = ""
    kan: bool = True


@dataclass(frozen=True, slots=True)
class Afspraakvoorzet:
    """Days to choose from by how many weeks ahead, and hour and place as they were last time."""

    dagen: tuple[tuple[int, date], ...]
    uur: str
    hoe: str


def propose_afspraak(work: Workspace, dossier: Dossier, gesprek: str) -> Afspraakvoorzet:
    """The same day of the week, hour and place, some weeks on; else the first working day after it."""
    alle = gesprekken_of(dossier)
    dit = next((g for g in alle if g.id == gesprek), None)
    begin = max((dit.dag if dit else None) or work.clock.today(), work.clock.today())
    # By what was agreed for this conversation, it is known when it began and where.
    eerder = [g for g in alle if g.id != gesprek and g.afspraak_op and (not dit or g.nummer < dit.nummer)]
    vorig = eerder[-1] if eerder else None
    plek = (
        text(f"gesprek.voorbereiden.vormen.{dit.vorm}") if dit and dit.vorm not in ("", TUSSENTIJDS) else ""
    )
    return Afspraakvoorzet(
        tuple((weken, verschuif(begin + timedelta(weeks=weken))) for weken in WEKEN),
        vorig.afspraak_uur if vorig else "",
        (vorig.afspraak_hoe if vorig else "") or plek,
    )


def judge_dag(work: Workspace, dossier: Dossier, gesprek: str, waarde: str) -> Afspraakoordeel:
    """Whether people can meet on this day."""
    dag = read_date(waarde)
    if not waarde:
        return Afspraakoordeel()
    if dag is None:
        return Afspraakoordeel(text("recht.onmogelijk.geen_datum"), kan=False)
    if dag < work.clock.today():
        return Afspraakoordeel(text("gesprek.afspraak.geweest"), kan=False)
    if vreemd := wrong_date(work, dossier, GESPREK.of(gesprek, "volgende_afspraak"), waarde):
        return Afspraakoordeel(vreemd)
    if dag.weekday() == _ZONDAG:
        return Afspraakoordeel(text("gesprek.afspraak.zondag"))
    return Afspraakoordeel(text("gesprek.afspraak.feestdag") if is_feestdag(dag) else "")


def judge_uur(work: Workspace, waarde: str, getypt: str) -> Afspraakoordeel:
    """Whether people can meet at this hour of the day."""
    if not getypt:
        return Afspraakoordeel()
    uur = read_hour(getypt)
    if not uur:
        return Afspraakoordeel(text("gesprek.afspraak.geen_uur"), kan=False)
    if not waarde:
        return Afspraakoordeel(text("gesprek.afspraak.zonder_dag"), kan=False)
    nu = local_moment(work.clock.now())
    is_past = read_date(waarde) == nu.date() and uur < f"{nu.hour:02}:{nu.minute:02}"
    return Afspraakoordeel(text("gesprek.afspraak.uur_geweest"), kan=False) if is_past else Afspraakoordeel()


def afspraak_in_words(gesprek: Gesprek) -> str:
    """The appointment that was made: day of the week, day, hour and place; empty when there is none."""
    if gesprek.afspraak_op is None:
        return ""
    uur = gesprek.afspraak_uur
    delen = [
        with_weekday(gesprek.afspraak_op),
        text("gesprek.afspraak.uur", uur=hour_as_typed(uur)) if uur else "",
    ]
    return ", ".join(filter(None, (*delen, gesprek.afspraak_hoe)))


def komende_afspraak(work: Workspace, dossier: Dossier) -> Gesprek | None:
    """The last conversation in which an appointment was made that is still to come; None without one."""
    komend = [g for g in gesprekken_of(dossier) if g.afspraak_op and g.afspraak_op >= work.clock.today()]
    return komend[-1] if komend else None
