"""The stairs of help in words and drawn: for you, together, by yourself."""

from __future__ import annotations

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
    """Who does it now, from which day otherwise, and what there is to talk about."""
    later = (text(f"ontwikkelplan.hulp_vanaf_{trede}", datum=in_words(dag)) for trede, dag in hulp.komt(op))
    delen = (text(f"ontwikkelplan.hulp_nu_{hulp.is_nu(op)}"), *later, hulp_te_bespreken(hulp, op))
    return " ".join(deel for deel in delen if deel)


def hulp_te_bespreken(hulp: Hulptrap, op: date) -> str:
    """What to talk about when a step was agreed for before this day and not taken; empty otherwise."""
    dag = hulp.vanaf(hulp.gepland(op)) if hulp.loopt_achter(op) else None
    return text("ontwikkelplan.hulp_bespreken", datum=in_words(dag)) if dag else ""


def draw_hulptrap(hulp: Hulptrap, op: date, breed: float, letter: Letter) -> Tekening:
    """The three steps, with the one of now marked."""
    treden = [_tree(hulp, trede, op) for trede in TREDEN]
    return draw_trap(treden, breed, letter, hulptrap_in_words(hulp, op))


def _tree(hulp: Hulptrap, trede: Trede, op: date) -> Tree:
    dag = hulp.vanaf(trede)
    return Tree(hulpwoorden()[trede], in_short(dag) if dag else "", hulp.is_nu(op) == trede)
