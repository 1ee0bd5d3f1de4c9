"""The labels by which what was chosen is found: the words that stand on screen, and not the code."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from intake_assistant.domain.formulier import Formulieren, Vraag
from intake_assistant.domain.kinds import ANTWOORD, PERSOON, kind_of, veld_of, vraag_of
from intake_assistant.domain.subject import question_of
from intake_assistant.operations.words.onderwerp import LANDEN, TALEN
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.entries.search import Labels

_PERSOON = {"spreektaal": TALEN, "leestaal": TALEN, "nationaliteit": LANDEN}


def labels_of(work: Workspace) -> Labels:
    """The labels of the forms as they are now; a code that was retired has the one that it had."""
    formulieren = work.data.formulieren

    def found(subject: str, value: Mapping[str, Any]) -> str:
        vraag, waarde = _question_of(formulieren, subject), value.get("waarde")
        codes = waarde if isinstance(waarde, list) else [waarde]
        if vraag is None or not vraag.keuzes:
            return ""
        return " ".join(vraag.keuzelabel(code) for code in codes if isinstance(code, str))

    return Labels(_version(work), found)


def _version(work: Workspace) -> str:
    """A hash of the forms, and of the names that they have from elsewhere: of languages and countries."""
    lijsten = dict.fromkeys(vraag.keuzes for vraag in work.data.formulieren.vragen.values())
    labels = "\n".join(keuze.label for lijst in lijsten for keuze in lijst)
    return hashlib.blake2b(f"{work.data.versie}\n{labels}".encode(), digest_size=8).hexdigest()


def _question_of(formulieren: Formulieren, subject: str) -> Vraag | None:
    kind = kind_of(subject)
    if kind is ANTWOORD:
        return formulieren.vragen.get(formulieren.heet_nu(question_of(vraag_of(subject))))
    naam = _PERSOON.get(veld_of(subject), "") if kind is PERSOON else ""
    return formulieren.vragen.get(naam)
