"""Invented dossiers with a PIP, so many that groups can be compared; each figure follows from its rule."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from intake_assistant.domain.kinds import BESLUIT
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier, record_procedure
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.workspace import Workspace

AANVANG = "2026-03-02"


def besluit(
    work: Workspace,
    nummer: int,
    persoon: dict[str, str],
    inhoud: Mapping[str, object],
    antwoorden: dict[str, str] | None = None,
    *,
    weken: int = 8,
    regievoerder: str = "Anneke",
) -> str:
    """A dossier of somebody whose first PIP was set so many weeks after the term began."""
    velden = {"voornamen": "X", "achternaam": f"P{nummer:03}", "doelgroep": "gezinsmigrant"} | persoon
    dossier = create_dossier(work, velden).made
    record_procedure(work, dossier, {"kennisgeving_duo": AANVANG})
    record_waarde(work, dossier, "dossier.regievoerder", regievoerder)
    for vraag, waarde in (antwoorden or {}).items():
        record_antwoord(work, dossier, vraag, waarde)
    dag = datetime.date.fromisoformat(AANVANG) + datetime.timedelta(weeks=weken)
    inhoud_van = {
        "nummer": 1, "grond": "eerste", "dagtekening": dag.isoformat(), "inhoud": inhoud, "bestanden": {},
    }  # fmt: skip
    record_waarde(work, dossier, BESLUIT.of(f"{nummer:016x}"), inhoud_van)
    return dossier


def veertig(work: Workspace) -> list[str]:
    """Twenty-four women and sixteen men: of the women twelve got the Z-route, of the men none.

    The women waited 9 weeks and the men 6; the women got 12 hours and the men 16.
    """
    made = list[str]()
    with work.vault.transaction():
        for nummer in range(40):
            is_vrouw = nummer < 24
            persoon = {
                "geslacht": "vrouw" if is_vrouw else "man",
                "geboortejaar": "1990" if nummer % 2 else "1975",
                "nationaliteit": "SYR" if nummer % 4 else "ERI",
                "spreektaal": "ar",
            }
            inhoud: dict[str, object] = {
                "leerroute": "Z" if is_vrouw and nummer % 2 else "B",
                "niveau": "B1",
                "intensiteit.uren_per_week": 12 if is_vrouw else 16,
            }
            antwoorden = {"opleiding.hoogste_niveau": "basis", "leerbaarheid.lbt_uitslag": "haalbaar"}
            made.append(
                besluit(
                    work, nummer, persoon, inhoud, antwoorden, weken=9 if is_vrouw else 6,
                    regievoerder="Anneke" if nummer % 2 else "Bo",
                )
            )  # fmt: skip
    return made
