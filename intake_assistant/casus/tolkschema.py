"""Who was at a conversation, as a case file has it; of who interprets how, and in which language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from intake_assistant.casus.nodes import LANGUAGE, NAMED, TEXT, Node, codes
from intake_assistant.domain.recht.tussen.tolk import INSTEMMING, TOLKWIJZEN, VERSTAAN

AANWEZIG: Final[Mapping[str, Node]] = {
    "rol": NAMED,
    "naam": TEXT,
    "soort": TEXT,
    "nummer": TEXT,
    "taal": LANGUAGE,
    "dialect": TEXT,
    "wijze": codes(*TOLKWIJZEN),
    "geheim_in": LANGUAGE,
    "instemming": codes(*INSTEMMING),
    "waarom_bekende": TEXT,
    "verstaan": codes(*VERSTAAN),
    "opmerking": TEXT,
    "weg_om": TEXT,
}
