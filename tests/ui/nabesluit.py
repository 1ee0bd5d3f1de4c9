"""A besluit that was set, recorded as it is kept: for screens that begin after it."""

from intake_assistant.domain.kinds import BESLUIT
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.workspace import Workspace

INHOUD = {"leerroute": "Z", "pvt_uren": 12, "map_uren": 40, "voortgangsgesprekken": 4,
          "zroute.cursusuren": 800, "zroute.participatie_uren": 800}  # fmt: skip


def set_besluit(work: Workspace, dossier: str, dagtekening: str = "2026-03-20", **inhoud: object) -> str:
    """The first besluit, known the day after; returns its row."""
    waarde = {
        "nummer": 1,
        "grond": "eerste",
        "dagtekening": dagtekening,
        "inhoud": {**INHOUD, **inhoud},
        "bestanden": {},
    }
    record_waarde(work, dossier, BESLUIT.of("b1"), waarde)
    record_waarde(work, dossier, BESLUIT.of("b1", "bekendgemaakt_op"), "2026-03-21")
    return "b1"
