"""The keys of a case file for what the plan holds beside its goals: places of work, and money."""

from __future__ import annotations

from intake_assistant.casus.nodes import DATE, DATED, NAMED, TEXT, CaseLeaf, Table, Tables, codes
from intake_assistant.domain.recht.ontwikkelplan import WIE
from intake_assistant.domain.recht.uitvoering import werkplek
from intake_assistant.domain.recht.uitvoering.geldlijn import INKOMSTEN, KOSTEN, TAKEN

WERKPLEK = Table(
    {
        "wat": NAMED,
        "doel": codes(*werkplek.DOELEN),
        "vorm": codes(*werkplek.VORMEN),
        "voertaal": codes(*werkplek.VOERTALEN),
        "begeleider": TEXT,
        "past": codes(*werkplek.PAST),
        "waarom": TEXT,
        "uren_per_week": CaseLeaf("number"),
        "telt_voor": codes(*werkplek.TELT_VOOR),
        "van": DATED,
        "tot": DATE,
        "uren": Tables({"van": DATED, "tot": DATED, "aantal": CaseLeaf("number", required=True)}),
    }
)
GELDPOST = Tables(
    {
        "post": codes(*INKOMSTEN, *KOSTEN, required=True),
        "bedrag": CaseLeaf("bedrag", required=True),
        "van": DATE,
        "tot": DATE,
        "wat": TEXT,
    }
)
GELDTAAK = Tables(
    {
        "soort": codes(*TAKEN, required=True),
        "wat": NAMED,
        "wie": codes(*WIE),
        "uiterlijk": DATE,
        "geregeld_op": DATE,
    }
)
