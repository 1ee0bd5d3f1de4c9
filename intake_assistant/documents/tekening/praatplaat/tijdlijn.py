"""A line of years: a lane of bars for each part; below it the one that is open, to make longer or shorter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from intake_assistant.documents.tekening.praatplaat.penseel import Penseel, Ruimte
from intake_assistant.documents.tekening.praatplaat.plaat import Bordplaat, Plaatdeel, Plaatrij
from intake_assistant.documents.tekening.praatplaat.rijen import draw_aanbod, draw_kop, draw_nieuw, draw_open
from intake_assistant.documents.tekening.vormen import Kant, Schrift, Streep

_BALK: Final = 1.1
"""How high a bar is, in targets."""
_MINST: Final = 10
"""So many years are seen of a life of which less was told."""


class Jaaras(NamedTuple):
    """Which years are seen, over how much room."""

    van: int
    tot: int
    breed: float

    def x(self, jaar: int) -> float:
        """Where a year begins."""
        return self.breed * (jaar - self.van) / max(self.tot - self.van, 1)


def draw_tijdlijn(plaat: Bordplaat, penseel: Penseel) -> None:
    """Lanes, the years, what is open, and what adds a bar."""
    placed = [rij for deel in plaat.delen for rij in deel.rijen if rij.van is not None]
    jaren = [jaar for rij in placed for jaar in (rij.van, rij.tot) if jaar is not None]
    as_ = Jaaras(min(jaren), max(*jaren, min(jaren) + _MINST), penseel.breed) if jaren else None
    for deel in plaat.delen:
        draw_kop(deel, penseel)
        _lanes(deel, as_, penseel)
        penseel.y += penseel.tussen
    if as_ is not None:
        _years(as_, plaat.cijfers, penseel)
    for deel in plaat.delen:
        for rij in deel.rijen:
            if rij.is_open:
                draw_open(rij, penseel)
                penseel.y += penseel.tussen
    _adding(plaat.delen, penseel)


def _lanes(deel: Plaatdeel, as_: Jaaras | None, penseel: Penseel) -> None:
    """Each bar in the first lane where it fits; below them what has no years yet."""
    hoog, begin = penseel.doel * _BALK, penseel.y
    lanes = 0
    for rij, lane, ruimte in _places([r for r in deel.rijen if r.van is not None], as_, penseel):
        _bar(rij, penseel, Ruimte(ruimte.x, begin + lane * (hoog + penseel.tussen * 0.5), ruimte.breed, hoog))
        lanes = max(lanes, lane + 1)
    penseel.y = begin + lanes * (hoog + penseel.tussen * 0.5)
    los = [rij for rij in deel.rijen if rij.van is None]
    wide = min(penseel.doel * 4, penseel.breed / max(len(los), 1))
    for nummer, rij in enumerate(los):
        _bar(rij, penseel, Ruimte(nummer * wide, penseel.y, wide - penseel.tussen, hoog))
    penseel.y += (hoog + penseel.tussen * 0.5) * bool(los)


def _places(
    rijen: Sequence[Plaatrij], as_: Jaaras | None, penseel: Penseel
) -> Iterator[tuple[Plaatrij, int, Ruimte]]:
    """Each row with its lane and where it lies; never narrower than a finger, nor beyond the edge."""
    ends = list[float]()
    for rij in sorted(rijen, key=lambda rij: (rij.van or 0, rij.tot or 0)):
        if as_ is None or rij.van is None:
            continue
        breed = max(as_.x(max(rij.tot or 0, rij.van)) - as_.x(rij.van), penseel.doel)
        x = min(as_.x(rij.van), as_.breed - breed)
        lane = next((nummer for nummer, einde in enumerate(ends) if einde <= x + 0.5), len(ends))
        ends[lane : lane + 1] = [x + breed]
        yield rij, lane, Ruimte(x, 0, breed, 0)


def _bar(rij: Plaatrij, penseel: Penseel, ruimte: Ruimte) -> None:
    x, y, breed, hoog = ruimte
    penseel.box(x, y, breed, hoog, is_aan=rij.is_open, is_vol=True, code=rij.code)
    zijde = min(hoog * 0.85, breed * 0.9) if rij.beeld else 0.0
    left = x + min(penseel.doel * 0.12, (breed - zijde) / 2)
    penseel.picture(rij.beeld, left, y + (hoog - zijde) / 2, zijde)
    room = x + breed - left - zijde - penseel.doel * 0.15
    if room > penseel.letter.hoog * 2.5:
        penseel.words(rij.woord, left + zijde + penseel.doel * 0.05, y + hoog / 2, room, most=2, klein=True)


def _years(as_: Jaaras, cijfers: str, penseel: Penseel) -> None:
    y, room = penseel.y, penseel.letter.breedte("0000") * 1.6
    penseel.add(Streep(0, y, as_.breed, y, "rand", 2))
    step = next((n for n in (1, 2, 5, 10, 20) if as_.x(as_.van + n) >= room), 50)
    for jaar in range(as_.van, as_.tot + 1):
        if (jaar - as_.van) % step == 0 and (jaar == as_.van or as_.x(jaar) + room / 2 <= as_.breed):
            x = as_.x(jaar)
            penseel.add(Streep(x, y, x, y + penseel.doel * 0.15, "rand", 2))
            woord = "".join(cijfers[int(teken)] for teken in str(jaar))
            kant: Kant = "links" if jaar == as_.van else "midden"
            penseel.add(Schrift(x, y + penseel.letter.hoog * 0.9, woord, "zacht", kant, klein=True))
    penseel.y += penseel.letter.hoog * 1.6


def _adding(delen: Sequence[Plaatdeel], penseel: Penseel) -> None:
    """The buttons beside each other; what can be added below the one that was touched."""
    knoppen = [deel.nieuw for deel in delen if deel.nieuw is not None]
    wide = (penseel.breed + penseel.tussen) / max(len(knoppen), 1)
    hoog = penseel.doel * 1.2
    for nummer, vak in enumerate(knoppen):
        draw_nieuw(vak, penseel, Ruimte(nummer * wide, penseel.y, wide - penseel.tussen, hoog))
    penseel.y += (hoog + penseel.tussen) * bool(knoppen)
    for deel in delen:
        if deel.aanbod:
            draw_aanbod(deel, penseel)
