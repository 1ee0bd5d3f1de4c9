"""Consent: per party and purpose, refused without consequence, withdrawn as easily as given (AVG 7)."""

from __future__ import annotations

from collections.abc import Mapping

from intake_assistant.domain.antwoord import normaliseer
from intake_assistant.domain.kinds import TOESTEMMING
from intake_assistant.domain.recht.toestemming import (
    CODES,
    Toestemmingsprobleem,
    bijzondere_vragen,
    check_toestemming,
    omvat_of,
)
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.words.toestemming import probleem_in_words
from intake_assistant.operations.words.voorlezen import toestemmingsteksten
from intake_assistant.operations.workspace import Workspace


def record_toestemming(
    work: Workspace, dossier: str, velden: Mapping[str, object], gesprek: str = ""
) -> Changed:
    """Record a consent or a refusal whole; makes its id. KnownError `toestemming.onvolledig`."""
    richting = str(velden.get("richting", ""))
    versie = toestemmingsteksten(work).newest(richting).versie if richting in CODES["richting"] else ""
    waarde = normaliseer({"datum": work.clock.today(), "tekstversie": versie, **velden})
    if not isinstance(waarde, dict):
        raise TypeError("a consent is a table")
    fouten = [probleem for probleem in _check(work, waarde) if probleem.ernst == "fout"]
    if fouten:
        raise KnownError("toestemming.onvolledig", wat=" ".join(map(probleem_in_words, fouten)))
    if omvat := omvat_of(work.data.formulieren, waarde["gegevens"]):
        waarde["omvat"] = omvat
    rij = work.new_id()
    return record_waarde(work, dossier, TOESTEMMING.of(rij), waarde, gesprek).making(rij)


def withdraw_toestemming(
    work: Workspace, dossier: str, toestemming: str, velden: Mapping[str, object], gesprek: str = ""
) -> Changed:
    """Record a withdrawal with its date, reason, by whom, and what was done about it (AVG 7(3))."""
    waarde = normaliseer({"ingetrokken_op": work.clock.today(), **velden})
    return record_waarde(work, dossier, TOESTEMMING.of(toestemming, "intrekking"), waarde, gesprek)


def _check(work: Workspace, velden: Mapping[str, object]) -> tuple[Toestemmingsprobleem, ...]:
    formulieren = work.data.formulieren
    startposities = {s.id: [v.naam for v in s.velden] for s in formulieren.startposities}
    return check_toestemming(velden, bijzondere_vragen(formulieren), startposities)
