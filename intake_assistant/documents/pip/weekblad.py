"""The week on paper: each step in the ontwikkelplan, and the week of now on a page for the wall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from intake_assistant.documents.bouw import Bouwer
from intake_assistant.documents.model import Beeld, Stuk
from intake_assistant.documents.pip.gegevens import Gemeente, WeekGegevens
from intake_assistant.documents.pip.wandplan import shorten
from intake_assistant.domain.teksten import Teksten


def add_weken(bouw: Bouwer, weken: Sequence[WeekGegevens]) -> None:
    """Add the section of the week; a plan without one says nothing of it."""
    if not weken:
        return
    bouw.section("plan.week")
    for week in weken:
        bouw.subsection(bouw.eigen(week.kop))
        bouw.free(bouw.eigen(week.zin))
        _add_week(bouw, week)
        if week.past_niet:
            bouw.add("plan.week.past_niet")
            bouw.points(week.past_niet)


def build_weekblad(gemeente: Gemeente, peildatum: date, week: WeekGegevens | None, teksten: Teksten) -> Stuk:
    """Return the week for the wall; what does not fit is talked about, and does not hang on a wall."""
    bouw = Bouwer(teksten, peildatum)
    if week is None:
        bouw.add("week.leeg")
    else:
        bouw.strong(bouw.eigen(week.kop))
        _add_week(bouw, replace(week, dagen=tuple((dag, _shorten(wat)) for dag, wat in week.dagen)))
    return bouw.document(
        "weekblad",
        bouw.fixed("week.titel").kop,
        concept=False,
        gemeente=gemeente.naam,
        kenmerk="",
        dag=peildatum,
    )


def _shorten(wat: str) -> str:
    """Each thing of a day on its line: a wall has room for how it begins."""
    return "\n".join(map(shorten, wat.split("\n")))


def _add_week(bouw: Bouwer, week: WeekGegevens) -> None:
    bouw.blokken.append(Beeld(week.svg, bouw.woord("week", "tekening")))
    koppen = [bouw.woord("week", code) for code in ("dag", "wat")]
    bouw.table("feiten", koppen, [(bouw.getypt(dag), bouw.getypt(wat)) for dag, wat in week.dagen])
