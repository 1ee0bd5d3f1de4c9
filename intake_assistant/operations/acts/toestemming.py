"""Consent: per party and purpose, refused without consequence, withdrawn as easily as given (AVG 7)."""

from __future__ import annotations

from collections.abc import Mapping

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import Formulieren, normaliseer
from intake_assistant.domain.kinds import TOESTEMMING
from intake_assistant.domain.recht.toestemming import (
    Toestemming,
    Toestemmingsprobleem,
    check_toestemming,
    read_toestemming,
)
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.words.toestemming import probleem_in_words
from intake_assistant.operations.workspace import Workspace


def bijzondere_vragen(formulieren: Formulieren) -> frozenset[str]:
    """The questions that hold special data, wherever they stand (AVG 9)."""
    return frozenset(v.naam for v in formulieren.vragen.values() if v.is_veld and v.bijzonder)


def check(work: Workspace, velden: Mapping[str, object]) -> tuple[Toestemmingsprobleem, ...]:
    """Everything wrong with a consent before it is recorded."""
    formulieren = work.data.formulieren
    startposities = {s.id: [v.naam for v in s.velden] for s in formulieren.startposities}
    return check_toestemming(velden, bijzondere_vragen(formulieren), startposities)


def record_toestemming(
    work: Workspace, dossier: str, velden: Mapping[str, object], gesprek: str = ""
) -> Changed:
    """Record a consent or a refusal whole; makes its id. KnownError `toestemming.onvolledig`."""
    waarde = normaliseer({"datum": work.clock.today(), "tekstversie": "1", **velden})
    if not isinstance(waarde, dict):
        raise TypeError("a consent is a table")
    fouten = [probleem for probleem in check(work, waarde) if probleem.ernst == "fout"]
    if fouten:
        raise KnownError("toestemming.onvolledig", wat=" ".join(map(probleem_in_words, fouten)))
    rij = work.new_id()
    return record_waarde(work, dossier, TOESTEMMING.of(rij), waarde, gesprek).making(rij)


def withdraw_toestemming(
    work: Workspace, dossier: str, toestemming: str, velden: Mapping[str, object], gesprek: str = ""
) -> Changed:
    """Record a withdrawal with its date, reason, by whom, and what was done about it (AVG 7(3))."""
    waarde = normaliseer({"ingetrokken_op": work.clock.today(), **velden})
    return record_waarde(work, dossier, TOESTEMMING.of(toestemming, "intrekking"), waarde, gesprek)


def toestemmingen_of(dossier: Dossier) -> list[tuple[str, Toestemming]]:
    """The consents in their order, each with its id."""
    found = []
    for rij in dossier.row_ids(TOESTEMMING.lijst()):
        waarde = dossier.get(TOESTEMMING.of(rij), {})
        if waarde:
            intrekking = dossier.get(TOESTEMMING.of(rij, "intrekking"), {})
            found.append((rij, read_toestemming(waarde, intrekking)))
    return found
