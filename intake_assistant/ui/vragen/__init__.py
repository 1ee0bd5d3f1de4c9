"""The kinds of question: XLSForm type -> the editor in which it is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from intake_assistant.domain.formulier import Vraag
from intake_assistant.ui.fields.editor import Editor
from intake_assistant.ui.vragen.keuze import Keuzevraag
from intake_assistant.ui.vragen.meerkeuze import Meerkeuzevraag
from intake_assistant.ui.vragen.notitie import Mededeling
from intake_assistant.ui.vragen.regel import make_datum, make_getal
from intake_assistant.ui.vragen.schaal import Schaalvraag
from intake_assistant.ui.vragen.tekst import make_tekst

VELDEN: Final[dict[str, Callable[[Vraag], Editor]]] = {
    "note": Mededeling,
    "text": make_tekst,
    "integer": make_getal,
    "decimal": make_getal,
    "date": make_datum,
    "range": Schaalvraag,
    "select_one": Keuzevraag,
    "select_multiple": Meerkeuzevraag,
}


def make_veld(vraag: Vraag) -> Editor:
    """Return a new editor for a question; KeyError for a type that has no file here."""
    return VELDEN[vraag.type](vraag)
