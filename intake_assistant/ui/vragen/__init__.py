"""The kinds of question, one file each: XLSForm type -> the field in which it is answered."""

from __future__ import annotations

from typing import Final

from intake_assistant.domain.formulier import Vraag
from intake_assistant.ui.vragen.basis import Antwoordveld
from intake_assistant.ui.vragen.datum import DatumVeld
from intake_assistant.ui.vragen.getal import GetalVeld
from intake_assistant.ui.vragen.keuze import KeuzeVeld
from intake_assistant.ui.vragen.meerkeuze import MeerkeuzeVeld
from intake_assistant.ui.vragen.notitie import NotitieVeld
from intake_assistant.ui.vragen.schaal import SchaalVeld
from intake_assistant.ui.vragen.tekst import TekstVeld

VELDEN: Final[dict[str, type[Antwoordveld]]] = {
    "note": NotitieVeld,
    "text": TekstVeld,
    "integer": GetalVeld,
    "decimal": GetalVeld,
    "date": DatumVeld,
    "range": SchaalVeld,
    "select_one": KeuzeVeld,
    "select_multiple": MeerkeuzeVeld,
}


def make_veld(vraag: Vraag) -> Antwoordveld:
    """Return a new field for a question; KeyError for a type that has no file here."""
    return VELDEN[vraag.type](vraag)
