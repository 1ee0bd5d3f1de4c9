"""A concept asks something else as days go by: the list, the first screen and the dossier say the same."""

import re

from intake_assistant.operations.views.overzicht import list_dossiers, stand_van
from intake_assistant.operations.views.vandaag.dag import stap_in_words
from intake_assistant.operations.views.volgende_stap import volgende_stap
from intake_assistant.operations.workspace import Workspace
from tests.operations.casussen import DATA, on, play

NIET_GEKOMEN = DATA / "cases" / "eerste" / "niet_gekomen.toml"


def said(work: Workspace, dossier: str, dag: str) -> tuple[str, str]:
    """The stage and the step of a day, said alike everywhere."""
    then = on(work, dag)
    (line,) = (one for one in list_dossiers(then) if one.dossier == dossier)
    found = then.vault.dossier(dossier)
    stap = volgende_stap(then, found).titel
    assert (line.stand, stap_in_words(then, line)) == (stand_van(then, found), stap)
    return line.stand, stap


def test_the_term_of_the_last_call_ends(work: Workspace) -> None:
    """Wet 14(2): until its last day the person may still come; the day after nothing is missing."""
    case = NIET_GEKOMEN.read_text(encoding="utf-8")
    case = re.sub(r"(?m)^(dagtekening|bekendgemaakt_op) = .*\n", "", case)
    dossier = play(
        on(work, "2026-11-30"), case.replace("waarschuwing = 2026-12-03", "waarschuwing = 2026-11-30")
    )
    assert said(work, dossier, "2026-11-30")[0] == "in_gesprek"
    assert said(work, dossier, "2026-12-02")[0] == "klaar_voor_besluit"


def test_the_registration_lies_ahead(work: Workspace) -> None:
    """Besl 5.3(1): from the day of the registration on nothing stands in the way."""
    case = next((DATA / "cases").glob("05*.toml")).read_text(encoding="utf-8")
    case = case[: case.index("[[doel]]")]
    case = re.sub(r"(?m)^(dagtekening|bekendgemaakt_op|voor_gezien|inschrijving_brp).*\n", "", case)
    case = case.replace("kennisgeving_duo", "inschrijving_brp = 2026-12-01\nkennisgeving_duo", 1)
    dossier = play(on(work, "2026-11-30"), case)
    assert said(work, dossier, "2026-11-30") == ("in_gesprek", "Maak de beschikking af")
    assert said(work, dossier, "2026-12-02") == ("klaar_voor_besluit", "Stel de beschikking vast")
