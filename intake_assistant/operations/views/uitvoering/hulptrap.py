"""The stairs of help in words and drawn: for you, together, by yourself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from intake_assistant.dates import in_short, in_words
from intake_assistant.documents.tekening.trap import Tree, draw_trap
from intake_assistant.documents.tekening.vormen import Letter, Tekening
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.ontwikkelplan import Afspraak, doelen_of
from intake_assistant.domain.recht.uitvoering.hulptrap import TREDEN, Hulptrap, Trede
from intake_assistant.texts import text


def hulpafspraken(dossier: Dossier) -> tuple[Afspraak, ...]:
    """The agreements on help that are still to be done: those to look back on at a talk."""
    afspraken = (a for doel in doelen_of(dossier) for a in doel.afspraken)
    return tuple(a for a in afspraken if a.hulp.is_afgesproken and not a.klaar_op)


def hulpwoorden() -> dict[str, str]:
    """How each step is called."""
    return {trede.value: text(f"dossier.code.hulp.{trede}") for trede in TREDEN}


def hulptrap_in_words(hulp: Hulptrap, op: date) -> str:
    """Who does it now and from which day otherwise; last, whether a step was agreed for before this day."""
    zinnen = [text(f"ontwikkelplan.hulp_nu_{hulp.is_nu(op)}"), *_later(hulp, op)]
    if hulp.loopt_achter(op):
        zinnen.append(text("ontwikkelplan.hulp_bespreken"))
    return " ".join(zinnen)


def _later(hulp: Hulptrap, op: date) -> Iterator[str]:
    nu = TREDEN.index(hulp.is_nu(op))
    for trede in TREDEN[nu + 1 :]:
        if dag := hulp.vanaf(trede):
            yield text(f"ontwikkelplan.hulp_vanaf_{trede}", datum=in_words(dag))


def draw_hulptrap(hulp: Hulptrap, op: date, breed: float, letter: Letter) -> Tekening:
    """The three steps, with the one of now marked."""
    treden = [_tree(hulp, trede, op) for trede in TREDEN]
    return draw_trap(treden, breed, letter, hulptrap_in_words(hulp, op))


def _tree(hulp: Hulptrap, trede: Trede, op: date) -> Tree:
    dag = hulp.vanaf(trede)
    return Tree(hulpwoorden()[trede], in_short(dag) if dag else "", hulp.is_nu(op) == trede)
