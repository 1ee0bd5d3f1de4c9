"""Days to look again: what was judged in words, and all of them for `show`."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from intake_assistant.dates import in_words
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import BESCHIKKING, WEGING, kind_of, veld_of
from intake_assistant.domain.recht.tussen.herkijken import OPNIEUW
from intake_assistant.domain.recht.tussen.oordeeldagen import Oordeeldag, oordeeldagen_of
from intake_assistant.operations.views.antwoord import herkijkdagen
from intake_assistant.operations.words.onderwerp import onderwerp_in_words, waarde_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

# As far ahead as answers are proposed anew: most likely there is no other conversation before it.
_BINNEN: Final = timedelta(days=21)


def opnieuw_kijken_shown(work: Workspace, dossier: Dossier) -> list[dict[str, Any]]:
    """The days that are still to be kept, as JSON: of answers, then of judgements by their subject."""
    antwoorden = [{"vraag": dag.vraag, "op": dag.op.isoformat()} for dag in herkijkdagen(work, dossier)]
    oordelen = [{"oordeel": dag.subject, "op": dag.op.isoformat()} for dag in oordeeldagen_of(dossier)]
    return [*antwoorden, *oordelen]


def oordelen_to_look_at(work: Workspace, dossier: Dossier) -> list[tuple[str, str]]:
    """At which judgements one looks in the conversation that comes: the subject, and a sentence."""
    grens = work.clock.today() + _BINNEN
    return [(dag.subject, _zin(work, dossier, dag)) for dag in oordeeldagen_of(dossier) if dag.op <= grens]


def _zin(work: Workspace, dossier: Dossier, dag: Oordeeldag) -> str:
    if kind_of(dag.subject) is WEGING:
        gezegd = waarde_in_words(work, dag.subject, dossier.current(dag.subject))
        wat = f"{onderwerp_in_words(work, dag.subject)}: {gezegd}"
    else:
        wat = onderwerp_in_words(work, BESCHIKKING.of(veld_of(dag.subject).removeprefix(f"{OPNIEUW}.")))
    return text("gesprek.voorbereiden.reden.opnieuw", datum=in_words(dag.op), wat=wat.rstrip("?:. "))
