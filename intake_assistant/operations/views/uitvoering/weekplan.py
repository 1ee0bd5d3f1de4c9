"""The plan of a week in words: each step with its days and hours, and what does not fit in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from intake_assistant.dates import in_words
from intake_assistant.documents.tekening.vormen import Letter, Tekening
from intake_assistant.documents.tekening.week import Weekvak, Weekwoorden, draw_week
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.uitvoering.weekpassing import (
    Knelpunt,
    Knelsoort,
    knelpunten_of,
    with_travel,
)
from intake_assistant.domain.recht.uitvoering.weekplan import (
    DAGEN,
    GEPLAND,
    LES,
    OPEN,
    OPVANG,
    REIS,
    WERK,
    Tijdvak,
    Week,
    blokken_of,
    current_week,
    grenzen_of,
    hour_of,
    onzeker_in,
    weken_of,
)
from intake_assistant.operations.views.uitvoering.weekfeiten import weekfeiten_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import in_figures
from intake_assistant.texts import text

# A week is drawn as far as Friday, and further when there is something then.
_WERKDAGEN: Final = 5


@dataclass(frozen=True, slots=True)
class Weekstand:
    """One step: its week, how long it lasts and how full it is in words, and what does not fit."""

    week: Week
    kop: str
    zin: str
    past_niet: tuple[Knelpunt, ...]
    onzeker: tuple[str, ...] = ()
    """What cannot be drawn, as two things were recorded of it: each in a sentence."""

    @property
    def zinnen(self) -> tuple[str, ...]:
        """What does not fit, each in a sentence."""
        return tuple(dict.fromkeys(map(knelpunt_in_words, self.past_niet)))


def weekplan_shown(work: Workspace, dossier: Dossier, *, gezondheid: bool = False) -> tuple[Weekstand, ...]:
    """Each step; what rests on an answer about health only for who may see that now, and never on paper."""
    feiten = weekfeiten_of(work, dossier)
    found = []
    for bare in weken_of(blokken_of(dossier), grenzen_of(dossier)):
        week = with_travel(bare, feiten)
        past_niet = tuple(m for m in knelpunten_of(week, feiten) if gezondheid or not m.van_gezondheid)
        onzeker = tuple(_onzeker(soort, wat) for soort, wat in onzeker_in(dossier, bare))
        found.append(Weekstand(week, _kop(week), _zin(week), past_niet, onzeker))
    return tuple(found)


def week_of_today(standen: Sequence[Weekstand], op: date) -> Weekstand | None:
    """The step that holds on a day, or the first one that is still to come."""
    week = current_week([stand.week for stand in standen], op)
    return next((stand for stand in standen if stand.week == week), None)


def draw_stand(stand: Weekstand, breed: float, letter: Letter, *, op_papier: bool = False) -> Tekening:
    """The week of a step, without an empty weekend; on paper nothing is marked, and no opening times."""
    vakken = [vak for vak in stand.week.vakken if not (op_papier and vak.soort == OPEN)]
    drawn = [
        Weekvak(v.dag, v.van, v.tot, v.soort, _short(v), v.wat, not op_papier and _is_marked(stand, v))
        for v in vakken
    ]
    dagen = DAGEN[: max((_WERKDAGEN, *(vak.dag + 1 for vak in vakken)))]
    namen = [text(f"uitvoering.week.dag.{dag}") for dag in dagen]
    woorden = Weekwoorden(
        namen,
        {soort: text(f"uitvoering.week.kort.{soort}") for soort in (OPVANG, OPEN)},
        f"{stand.kop}. {stand.zin}",
        # As on any Dutch calendar: ma, di, wo.
        [naam[:2] for naam in namen],
    )
    return draw_week(drawn, woorden, breed, letter)


def _is_marked(stand: Weekstand, vak: Tijdvak) -> bool:
    """Whether something does not fit there; without childcare that is all of a stretch."""
    for knelpunt in stand.past_niet:
        if vak in (knelpunt.vak, knelpunt.ander):
            return True
        stretch = knelpunt.vak if knelpunt.soort is Knelsoort.GEEN_OPVANG else None
        if stretch is not None and vak.soort in (LES, WERK, REIS) and vak.overlaps(stretch):
            return True
    return False


def weekplan_json(work: Workspace, dossier: Dossier) -> list[dict[str, Any]]:
    """Each step for `show`: its days, the hours of each kind, and what does not fit."""
    return [
        {
            "vanaf": stand.week.vanaf.isoformat(),
            "tot_en_met": stand.week.tot_en_met.isoformat() if stand.week.tot_en_met else None,
            "uren": {soort: f"{stand.week.total(soort).normalize():f}" for soort in GEPLAND},
            "hoogstens": f"{stand.week.uren:f}" if stand.week.uren is not None else None,
            "past_niet": [{"wat": m.soort.value, "uitleg": knelpunt_in_words(m)} for m in stand.past_niet],
        }
        for stand in weekplan_shown(work, dossier, gezondheid=True)
    ]


def rows_of(stand: Weekstand) -> list[tuple[str, str, str]]:
    """The week as a table: day, hours, what there is to do; a day on which nothing is stands not in it."""
    return [
        (text(f"uitvoering.week.dag.{DAGEN[vak.dag]}"), _hours(vak), vak_in_words(vak))
        for vak in stand.week.of(*GEPLAND, OPVANG)
    ]


def vak_in_words(vak: Tijdvak) -> str:
    """What it is in a word, with the name that was typed; of the way there that of the lesson says it."""
    return _named(vak.soort, "" if vak.soort == REIS else vak.wat)


def _named(soort: str, wat: str) -> str:
    kort = text(f"uitvoering.week.kort.{soort}")
    return text("uitvoering.week.vak", soort=kort, wat=wat) if wat else kort


def _onzeker(soort: str, wat: str) -> str:
    # Of a row that was recorded in two ways as a whole nobody knows what it is.
    is_known = soort in (*GEPLAND, OPVANG, OPEN)
    over = _named(soort, wat) if is_known else wat or text("uitvoering.week.iets")
    return text("uitvoering.week.verschilt", wat=over)


def _short(vak: Tijdvak) -> str:
    return text(f"uitvoering.week.kort.{vak.soort}")


def knelpunt_in_words(past_niet: Knelpunt) -> str:
    """What does not fit and what can be done, as one says it to the person."""
    vak, ander = past_niet.vak, past_niet.ander
    if past_niet.soort is Knelsoort.TE_VEEL_UREN and past_niet.van_gezondheid:
        return text("uitvoering.week.past.te_veel_gezegd", uren=_uur(past_niet.uren))
    velden: dict[str, object] = {}
    if vak is None:
        velden = {"uren": _uur(past_niet.uren), "van": _uur(past_niet.van)}
    else:
        velden = {"dag": text(f"uitvoering.week.op.{DAGEN[vak.dag]}")}
        whole = past_niet.soort is Knelsoort.GEEN_OPVANG
        velden["uren" if whole else "wat"] = _hours(vak) if whole else _told(vak)
        if ander is not None:
            velden["ander"] = _told(ander)
    return text(f"uitvoering.week.past.{past_niet.soort}", **velden)


def _told(vak: Tijdvak) -> str:
    return text("uitvoering.week.verteld", wat=vak_in_words(vak), uren=_hours(vak))


def _hours(vak: Tijdvak) -> str:
    return text("uitvoering.week.uren_van_tot", van=hour_of(vak.van), tot=hour_of(vak.tot))


def _kop(week: Week) -> str:
    if week.tot_en_met is None:
        return text("uitvoering.week.vanaf", van=in_words(week.vanaf))
    return text("uitvoering.week.van_tot", van=in_words(week.vanaf), tot=in_words(week.tot_en_met))


def _zin(week: Week) -> str:
    """How full it is: lessons and work together, then the rest, and what was agreed at most."""
    samen = text("uitvoering.week.samen", uren=_uur(week.total(LES, WERK)))
    if week.uren is None:
        return samen
    return f"{samen} {text('uitvoering.week.hoogstens', uren=_uur(week.uren))}"


def _uur(uren: Decimal) -> str:
    return in_figures(f"{round(uren, 1).normalize():f}")
