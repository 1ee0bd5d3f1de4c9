"""Two dossiers of one household: said in both, each on a consent of its own, and gone with either (AVG 7(3)).

Nothing is recorded when a consent is withdrawn: what holds is read from both dossiers whenever it is asked,
so that it is gone at once on every laptop, also where the withdrawal came by merging.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import Formulieren
from intake_assistant.domain.kinds import HUISHOUDEN
from intake_assistant.domain.recht.toestemming import bijzondere_vragen, toestemmingen_of
from intake_assistant.domain.recht.uitwisseling import toestemmingen_aan, toestemmingsdelen

_PARTNER: Final = "partner"
SAMEN: Final = "samen"
LOS: Final = "los"
GEZIEN: Final = (
    "gezinssituatie.heeft_kinderen",
    "gezinssituatie.kinderen.geboortejaar",
    "gezinssituatie.kinderen.woont_in",
    "gezinssituatie.kinderen.naar",
    "gezinssituatie.zorgtaken_uren",
    "randvoorwaarden.les_dagen",
    "randvoorwaarden.les_momenten",
    "randvoorwaarden.kinderopvang_nodig",
    "randvoorwaarden.kinderopvang_uren",
)
"""All that can ever be seen of the other, as far as the consent of the other names it."""


def huisgenoten_of(dossier: Dossier) -> dict[str, str]:
    """With whom a dossier says it is of one household, each with the consent here that it rests on.

    Undone on one laptop and not on another, it is undone (AVG 7(3)).
    """
    found = {}
    for ander in dossier.row_ids(HUISHOUDEN.lijst()):
        values = [leaf.value or {} for leaf in dossier.leaves(HUISHOUDEN.of(ander))]
        rust_op = {str(value.get("toestemming", "")) for value in values if value.get("waarde") == SAMEN}
        if len(rust_op) == 1 and all(value.get("waarde") == SAMEN for value in values):
            found[ander] = rust_op.pop()
    return found


def is_partner(partij: str) -> bool:
    """Whether a consent is for the partner, as the forms have it or with another word before it."""
    return partij.casefold().split()[-1:] == [_PARTNER]


def gezien_van(
    dossier: Dossier, formulieren: Formulieren, toestemming: str, vandaag: date
) -> tuple[str, ...]:
    """What a consent in a dossier lets the other see today; nothing once it, or a later no, takes it back."""
    partij = _partners_of(dossier).get(toestemming, "")
    named = toestemmingen_aan(dossier, formulieren, partij).get(toestemming)
    if named is None:
        return ()
    bijzonder = bijzondere_vragen(formulieren)
    delen = toestemmingsdelen(dossier, formulieren, partij, vandaag)
    stands = {vraag for deel in delen for vraag in deel.vragen}
    return tuple(v for v in GEZIEN if v in stands and named.allows(v, "delen", vandaag, bijzonder))


def toestemming_voor(dossier: Dossier, formulieren: Formulieren, vandaag: date) -> str:
    """The consent that a household can rest on, the last one given; empty when none stands."""
    ids = reversed(_partners_of(dossier))
    return next((id for id in ids if gezien_van(dossier, formulieren, id, vandaag)), "")


def samen_met(dossier: Dossier, formulieren: Formulieren, vandaag: date) -> str:
    """With whom a dossier says it is on a consent that stands; with nobody when it says so of two."""
    found = [
        ander
        for ander, toestemming in huisgenoten_of(dossier).items()
        if gezien_van(dossier, formulieren, toestemming, vandaag)
    ]
    return found[0] if len(found) == 1 else ""


def are_samen(een: Dossier, ander: Dossier, formulieren: Formulieren, vandaag: date) -> bool:
    """Whether both say it of each other, and may."""
    ways = ((een, ander.id), (ander, een.id))
    return all(samen_met(one, formulieren, vandaag) == other for one, other in ways)


def _partners_of(dossier: Dossier) -> dict[str, str]:
    """The consents for the partner by id, each with how it names that one."""
    return {id: t.partij for id, t in toestemmingen_of(dossier) if is_partner(t.partij)}
