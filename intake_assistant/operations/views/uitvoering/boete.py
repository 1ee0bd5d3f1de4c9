"""Within what a boete has to stay, by the rules of today (Besl 7.1); never that there should be one."""

from __future__ import annotations

from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text


def boetegrenzen_in_words(work: Workspace) -> str:
    """The percentages of blame that the law knows, and the ceiling."""
    regels, vandaag = work.data.regels, work.clock.today()
    delen = regels.waarde("boete.verwijtbaarheid", op=vandaag)
    percentages = opsomming([str(deel) for deel in delen] if isinstance(delen, list | tuple) else [])
    plafond = regels.waarde("boete.plafond", op=vandaag)
    return text("uitvoering.handhaving.grenzen", percentages=percentages, plafond=plafond)
