"""What cannot be in the plan of a week, whoever agreed: an hour that is none, too many hours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any

from intake_assistant.dates import read_date
from intake_assistant.domain.recht.grenzen import getalgebrek
from intake_assistant.domain.recht.uitvoering.weekpassing import is_impossible
from intake_assistant.domain.recht.uitvoering.weekplan import (
    UREN_PER_WEEK,
    minutes_of,
    read_blok,
    weken_of,
)

Rij = tuple[str, Mapping[str, Any]]


class Weekgebrek(StrEnum):
    """Why a row of the week cannot stand."""

    GEEN_UUR = "geen_uur"
    TOT_VOOR_VAN = "tot_voor_van"
    EINDE_VOOR_BEGIN = "einde_voor_begin"
    TE_VEEL = "te_veel"
    VOL = "vol"


def gebreken_in_blokken(rijen: Iterable[Rij]) -> Iterator[tuple[str, str, Weekgebrek]]:
    """Of each row of the week what cannot be, with its field; last what all of them are together."""
    kept = list(rijen)
    for rij, velden in kept:
        for veld, gebrek in _in_blok(velden):
            yield rij, veld, gebrek
    yield from _vol(kept)


def gebreken_in_stappen(rijen: Iterable[Rij]) -> Iterator[tuple[str, str, Weekgebrek]]:
    """Hours that nobody works in a week."""
    for rij, velden in rijen:
        if getalgebrek(velden.get("uren"), UREN_PER_WEEK):
            yield rij, "uren", Weekgebrek.TE_VEEL


def _in_blok(velden: Mapping[str, Any]) -> Iterator[tuple[str, Weekgebrek]]:
    uren = {veld: minutes_of(velden[veld]) for veld in ("van", "tot") if velden.get(veld)}
    yield from ((veld, Weekgebrek.GEEN_UUR) for veld, uur in uren.items() if uur is None)
    van, tot = uren.get("van"), uren.get("tot")
    if van is not None and tot is not None and tot <= van:
        yield "tot", Weekgebrek.TOT_VOOR_VAN
    begin, einde = read_date(velden.get("vanaf")), read_date(velden.get("tot_en_met"))
    if begin is not None and einde is not None and einde < begin:
        yield "tot_en_met", Weekgebrek.EINDE_VOOR_BEGIN


def _vol(rijen: Iterable[Rij]) -> Iterator[tuple[str, str, Weekgebrek]]:
    """At the row that came last of a week that has more hours than there are."""
    order = [rij for rij, _ in rijen]
    blokken = [blok for rij, velden in rijen if (blok := read_blok(rij, velden)) is not None]
    for week in weken_of(blokken, ()):
        if is_impossible(week):
            yield max((vak.rij for vak in week.vakken), key=order.index), "tot", Weekgebrek.VOL
            return
