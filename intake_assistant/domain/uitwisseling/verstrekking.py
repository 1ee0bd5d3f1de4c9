"""What was handed out, to whom, and of what its receiver is still to be told (AVG 19)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier, Leaf
from intake_assistant.domain.formulier import Formulieren
from intake_assistant.domain.kinds import VERSTREKKING, VERSTREKKING_GEMELD
from intake_assistant.domain.recht.toestemming import toestemmingen_of
from intake_assistant.domain.recht.uitwisseling import later_nee

GEMELD: Final = "gemeld"
"""What the log says when the receiver of a dossier that is no more was told (AVG 19)."""
_KENMERK: Final = 8


def stukkenmerk(dossier: str) -> str:
    """By what a receiver names a dossier: of the random id, no key to our files."""
    return dossier[:_KENMERK].upper()


@dataclass(frozen=True, slots=True)
class Verstrektdeel:
    """A part that went, on which ground; of one on consent which, and what it was about."""

    wat: str
    grond: str
    toestemming: str = ""
    vragen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verstrekking:
    """What one receiver got on one day, as the dossier keeps it."""

    id: str
    soort: str
    ontvanger: str
    als: str
    op: str
    sha256: str
    delen: tuple[Verstrektdeel, ...]
    gemeld: Mapping[str, int] = field(default_factory=dict)
    """Of what its receiver was told afterwards, consents by id, answers by question: after what was known."""
    counter: int = 0
    moment: int = 0
    """When it was recorded: after all that its laptop knew, and in milliseconds since 1970."""


@dataclass(frozen=True, slots=True)
class Wijzigingsfeit:
    """A value that was erased or rectified: what it answered, and when that was recorded."""

    vraag: str
    counter: int
    moment: int

    def came_after(self, verstrekking: Verstrekking) -> bool:
        """Whether its receiver may have it; two laptops count by themselves, so in doubt it has."""
        return self.counter > verstrekking.counter or self.moment > verstrekking.moment


def verstrekkingen_of(dossier: Dossier) -> list[Verstrekking]:
    """What was handed out, in the order of recording; what others recorded may be anything."""
    found = []
    for rij in dossier.row_ids(VERSTREKKING.lijst()):
        waarde = dossier.get(VERSTREKKING.of(rij), None)
        leaf = dossier.leaf(VERSTREKKING.of(rij))
        if isinstance(waarde, dict) and leaf is not None:
            found.append(_read(rij, waarde, _told(dossier, rij), leaf))
    return found


def te_melden(
    dossier: Dossier, formulieren: Formulieren, vandaag: date, feiten: Collection[Wijzigingsfeit]
) -> list[tuple[Verstrekking, tuple[str, ...]]]:
    """Who is still to be told that a consent was taken back, a value erased or rectified (AVG 19)."""
    withdrawn = {id for id, toestemming in toestemmingen_of(dossier) if toestemming.ingetrokken}
    terug = later_nee(dossier, formulieren, vandaag)
    found = []
    for verstrekking in verstrekkingen_of(dossier):
        over = {deel.toestemming for deel in verstrekking.delen} & withdrawn
        over |= {
            deel.toestemming
            for deel in verstrekking.delen
            if deel.toestemming in terug and terug[deel.toestemming].vragen.intersection(deel.vragen)
        }
        open_ = over - verstrekking.gemeld.keys()
        # What was rectified once more after its receiver was told is to be told once more.
        weg = {
            feit.vraag
            for feit in feiten
            if feit.came_after(verstrekking) and feit.counter > verstrekking.gemeld.get(feit.vraag, 0)
        }
        open_ |= {v for deel in verstrekking.delen for v in deel.vragen if formulieren.heet_nu(v) in weg}
        if open_:
            found.append((verstrekking, tuple(sorted(open_))))
    return found


def _told(dossier: Dossier, rij: str) -> dict[str, int]:
    """What was told by anybody: two laptops may each have told something."""
    found = dict[str, int]()
    for leaf in dossier.visible(VERSTREKKING_GEMELD.of(rij)):
        value = (leaf.value or {}).get("waarde")
        for one in _texts(value.get("over")) if isinstance(value, dict) else ():
            found[one] = max(found.get(one, 0), leaf.counter)
    return found


def _read(rij: str, waarde: Mapping[str, Any], gemeld: Mapping[str, int], leaf: Leaf) -> Verstrekking:
    velden = {k: str(waarde.get(k, "")) for k in ("soort", "ontvanger", "als", "sha256")}
    op = read_date(waarde.get("op"))
    delen = waarde.get("delen")
    return Verstrekking(
        id=rij,
        op=op.isoformat() if op else "",
        delen=tuple(_read_deel(deel) for deel in delen if isinstance(deel, dict))
        if isinstance(delen, list)
        else (),
        gemeld=gemeld,
        counter=leaf.counter,
        moment=leaf.op,
        **velden,
    )


def _read_deel(deel: Mapping[str, Any]) -> Verstrektdeel:
    wat, grond, toestemming = (str(deel.get(k, "")) for k in ("wat", "grond", "toestemming"))
    return Verstrektdeel(wat, grond, toestemming, tuple(_texts(deel.get("vragen"))))


def _texts(found: object) -> Iterator[str]:
    yield from (str(one) for one in found) if isinstance(found, list) else ()
