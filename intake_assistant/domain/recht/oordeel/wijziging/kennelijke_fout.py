"""A clerical error: its correction touches no right and no duty (Besl 5.3(6))."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from intake_assistant.dates import date_in_words, read_date
from intake_assistant.domain.antwoord import flatten
from intake_assistant.domain.kinds import BESCHIKKING
from intake_assistant.domain.recht.leerroute import NOOIT_GEERFD, gezegde_delen
from intake_assistant.domain.recht.oordeel.niveau import laagste_niveau
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.oordeel.zaak import Zaak

HARMLOOS: Final = frozenset({"participatiewet", "intensiteit.toelichting"})
"""What may be corrected so: the reference of another besluit, the explanation of the hours."""
EIGEN: Final = NOOIT_GEERFD | {"dagtekening"}
"""What each besluit says of itself."""


def oordeel_over_kennelijke_fout(zaak: Zaak) -> Iterator[Oordeel]:
    """Every field that changes and is more than a slip of the pen."""
    for sleutel in sorted(_changed(zaak)):
        if not (_is_one_of(sleutel, HARMLOOS) or _is_one_of(sleutel, EIGEN)):
            yield Oordeel("Besl 5.3(6)", BESCHIKKING.of(sleutel), Reden.GEEN_KENNELIJKE_FOUT)


def verbeteringen(vorig: Mapping[str, object], nieuw: Mapping[str, object]) -> dict[str, tuple[str, str]]:
    """Per corrected field what it said and what it says now, both printed in the besluit (Awb 3:46)."""
    was, is_ = flatten(vorig), flatten(nieuw)
    return {
        sleutel: (_said(was.get(sleutel)), _said(is_.get(sleutel)))
        for sleutel in sorted({*was, *is_})
        if _is_one_of(sleutel, HARMLOOS) and was.get(sleutel) != is_.get(sleutel)
    }


def _changed(zaak: Zaak) -> set[str]:
    nieuw = _with_niveau(zaak.concept)
    per_besluit = [_with_niveau(besluit.inhoud) for besluit in zaak.geldend]
    return {
        sleutel
        for sleutel in {*nieuw, *(weg for oud in per_besluit for weg in oud)}
        if all(_said(nieuw.get(sleutel)) != _said(oud.get(sleutel)) for oud in per_besluit)
    }


def _with_niveau(inhoud: Mapping[str, object]) -> dict[str, object]:
    """With the level that follows from the parts, whether somebody wrote it down or not (duo.md 1)."""
    return {**flatten(inhoud), "niveau": laagste_niveau(inhoud)}


def _is_one_of(sleutel: str, velden: frozenset[str]) -> bool:
    return sleutel in velden or sleutel.partition(".")[0] in velden


def _said(waarde: object) -> str:
    if isinstance(waarde, list | tuple):
        return "\n".join(map(_said, waarde))
    if isinstance(waarde, Mapping):
        return ", ".join(map(_said, gezegde_delen(waarde)))
    gezegd = "" if waarde is None else str(waarde)
    return date_in_words(gezegd) if read_date(gezegd) else gezegd
