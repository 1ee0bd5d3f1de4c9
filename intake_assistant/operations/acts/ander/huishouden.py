"""Saying of two dossiers that they are of one household: an entry in each, on the consent of each (AVG 7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.dubbel.koppeling import Koppeling, koppelingen_of
from intake_assistant.domain.huishouden.samen import LOS, SAMEN, huisgenoten_of, toestemming_voor
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.kinds import HUISHOUDEN
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.record import record, record_waarde
from intake_assistant.operations.changed import Changed, together
from intake_assistant.operations.views.dossier.huishouden import huisgenoot_of
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.words.naam import sorteernaam
from intake_assistant.operations.workspace import Workspace

_OF_ONE = ("bsn", "v_nummer")


def join_huishouden(work: Workspace, dossier: str, ander: str) -> Changed:
    """Say in both dossiers that they are of one household; what either said of another goes.

    KnownErrors `huishouden.zelf` of one person, `huishouden.derde` when one is with somebody else already,
    `huishouden.geen_toestemming` when one of them gave none that stands, `dossier.not_found`.
    """
    with work.vault.transaction():
        een, twee = work.vault.dossier(dossier), work.vault.dossier(ander)
        if dossier == ander or _is_one_person(een, twee):
            raise KnownError("huishouden.zelf")
        ways = ((een, twee), (twee, een))
        said = [_say(work, one, other) for one, other in ways]
        eerder = [(one.id, set(huisgenoten_of(one)) - {other.id}) for one, other in ways]
        return together((*said, *(change for one, others in eerder for change in _part(work, one, others))))


def join_by_number(work: Workspace, dossier: str, v_nummer: str) -> Changed:
    """The same with whom has this V-nummer. KnownErrors as above, and `huishouden.niet_gevonden`."""
    nummer = "".join(v_nummer.split())
    # Without a number it would be anybody whose number is not known.
    for line in list_dossiers(work) if nummer else ():
        if nummer in line.zoektekst and _number_of(work, line.dossier) == nummer:
            return join_huishouden(work, dossier, line.dossier)
    raise KnownError("huishouden.niet_gevonden", nummer=v_nummer)


def leave_huishouden(work: Workspace, dossier: str) -> Changed:
    """Take back in both dossiers what one says; what was seen of the other is gone at once."""
    with work.vault.transaction():
        return together(_part(work, dossier, huisgenoten_of(work.vault.dossier(dossier))))


def _part(work: Workspace, dossier: str, anderen: Iterable[str]) -> Iterator[Changed]:
    here = set(work.vault.dossiers())
    for ander in anderen:
        for one, other in ((dossier, ander), (ander, dossier)):
            if one in here:
                yield record_waarde(work, one, HUISHOUDEN.of(other), LOS)


def _say(work: Workspace, one: Dossier, other: Dossier) -> Changed:
    naam, met = sorteernaam(inburgeraar_of(one)), huisgenoot_of(work, one)
    if met is not None and met.id != other.id:
        raise KnownError("huishouden.derde", naam=naam)
    toestemming = toestemming_voor(one, work.data.formulieren, work.clock.today())
    if not toestemming:
        raise KnownError("huishouden.geen_toestemming", naam=naam)
    return record(work, one.id, HUISHOUDEN.of(other.id), {"waarde": SAMEN, "toestemming": toestemming})


def _is_one_person(een: Dossier, twee: Dossier) -> bool:
    if Koppeling.ZELFDE in (koppelingen_of(een).get(twee.id), koppelingen_of(twee).get(een.id)):
        return True
    said, other = inburgeraar_of(een), inburgeraar_of(twee)
    return any(said.get(nummer) and said.get(nummer) == other.get(nummer) for nummer in _OF_ONE)


def _number_of(work: Workspace, dossier: str) -> str:
    return inburgeraar_of(work.vault.dossier(dossier)).get("v_nummer", "")
