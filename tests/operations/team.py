"""Invented dossiers of a team: two dozen of two regievoerders, with dates that can be counted by hand."""

import datetime
from collections.abc import Sequence

from intake_assistant.operations.acts.dossier import create_dossier, record_procedure
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.workspace import Workspace

WEEK = datetime.timedelta(weeks=1)


def intake(
    work: Workspace,
    achternaam: str,
    *,
    begin: str,
    regievoerder: str = "Anneke",
    minuten: Sequence[int | None] = (),
) -> str:
    """A dossier whose ten weeks begin on a day, with conversations a week apart from that day on."""
    dossier = create_dossier(
        work, {"voornamen": "X", "achternaam": achternaam, "doelgroep": "gezinsmigrant"}
    ).made
    record_waarde(work, dossier, "dossier.regievoerder", regievoerder)
    if begin:
        record_procedure(work, dossier, {"kennisgeving_duo": begin})
    for nummer, duur in enumerate(minuten):
        op = datetime.date.fromisoformat(begin) + nummer * WEEK
        velden = {"datum": op.isoformat(), "vorm": "kantoor"} | ({"minuten": duur} if duur else {})
        start_gesprek(work, dossier, velden)
    return dossier


def team(work: Workspace) -> list[str]:
    """Two dozen dossiers, as they stand on 2 November 2026: twenty-two without a PIP, two that ended."""
    made = list[str]()
    with work.vault.transaction():
        begins = [
            "2026-08-03", "2026-08-04",  # over in October
            "2026-08-27", "2026-09-01",  # 5 and 10 November, six in the week of the 30th
            "2026-09-21", "2026-09-21", "2026-09-22", "2026-09-22", "2026-09-23", "2026-09-24",
            "", "",
        ]  # fmt: skip
        for nummer, begin in enumerate(begins):
            made.append(intake(work, f"A{nummer:02}", begin=begin, minuten=(60, 75) if begin else ()))
        for nummer in range(8):
            begin = (datetime.date(2026, 10, 1) + nummer * 3 * datetime.timedelta(days=1)).isoformat()
            made.append(intake(work, f"B{nummer:02}", begin=begin, regievoerder="Bo", minuten=(90,)))
        made += [intake(work, f"C{n:02}", begin="2026-10-26", regievoerder="") for n in range(2)]
        for naam in ("Anneke", "Bo"):
            ended = intake(work, f"E{naam}", begin="2026-05-01", regievoerder=naam)
            record_procedure(
                work, ended, {"einde_inburgeringsplicht": "2026-10-01", "einde_reden": "vertrek"}
            )
            made.append(ended)
    return made
