"""What may go to whom: the kinds of file, which values stay behind, what leaves the municipality (Wet 35)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import combinations
from typing import Final

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import Formulieren
from intake_assistant.domain.recht.toestemming import (
    Toestemming,
    bijzondere_vragen,
    prefixes_of,
    same_party,
    toestemmingen_of,
)

ROLLEN: Final = ("regievoerder", "teamleider")


class Bestandssoort(StrEnum):
    """What a file that travels is for; there is no other."""

    TEAM = "team"
    OVERDRACHT_COLLEGA = "overdracht-collega"
    OVERDRACHT_GEMEENTE = "overdracht-gemeente"
    PARTNER = "partner"

    @property
    def has_entries(self) -> bool:
        """Whether it holds entries; else a signed document without any."""
        return self in (Bestandssoort.TEAM, Bestandssoort.OVERDRACHT_COLLEGA)


GEZONDHEID: Final = "gezondheid"
"""For what a ground is given when answers on health and safety go along."""


# -- what leaves the municipality: by law --------------------------------------------------------------------


class Ontvangersoort(StrEnum):
    """What a receiver is in law; the first two by the name that `forms/toestemming.toml` gives them."""

    TAALSCHOOL = "taalschool"
    GEMEENTE = "andere_gemeente"
    ANDER = "ander"


class Deelsoort(StrEnum):
    """A part of what is handed out."""

    NAAM = "naam"
    NAW = "naw"
    LEERROUTE = "leerroute"
    INTENSITEIT = "intensiteit"
    TERMIJN = "termijn"
    WIJZIGINGEN = "wijzigingen"
    PERSOON = "persoon"
    BESLUITEN = "besluiten"
    PLAN = "plan"
    VOORTGANG = "voortgang"
    HANDHAVING = "handhaving"
    LBT = "lbt"
    OPLEIDING_WERK = "opleiding_werk"
    TOESTEMMING = "toestemming"
    BIJZONDER = "bijzonder"


WETTELIJK: Final[Mapping[Ontvangersoort, tuple[Deelsoort, ...]]] = {
    # Just what Besl 9.2(3) names: a school may use the BSN (Besl 9.10), and needs none for a lesson.
    Ontvangersoort.TAALSCHOOL: (
        Deelsoort.NAW, Deelsoort.LEERROUTE, Deelsoort.INTENSITEIT, Deelsoort.TERMIJN, Deelsoort.WIJZIGINGEN,
    ),
    Ontvangersoort.GEMEENTE: (
        Deelsoort.PERSOON, Deelsoort.BESLUITEN, Deelsoort.PLAN, Deelsoort.VOORTGANG, Deelsoort.HANDHAVING,
        Deelsoort.LBT, Deelsoort.OPLEIDING_WERK,
    ),
    Ontvangersoort.ANDER: (),
}  # fmt: skip
"""What the law lets go to whom, without consent."""
ARTIKELEN: Final[Mapping[Ontvangersoort, str]] = {
    Ontvangersoort.TAALSCHOOL: "Wet 35(3); Besl 9.2(3)",
    Ontvangersoort.GEMEENTE: "Wet 35(4)",
    Ontvangersoort.ANDER: "",
}
OP_TOESTEMMING: Final[Mapping[Deelsoort, str]] = {
    # Who it is about, without which the rest is of nobody.
    Deelsoort.NAAM: "AVG 6(1)(a)",
    Deelsoort.TOESTEMMING: "AVG 6(1)(a)",
    Deelsoort.BIJZONDER: "AVG 9(2)(a)",
}
PERSOONSVELDEN: Final[Mapping[Deelsoort, tuple[str, ...]]] = {
    Deelsoort.NAAM: ("voornamen", "achternaam"),
    Deelsoort.NAW: ("voornamen", "achternaam", "adres", "postcode", "woonplaats"),
    # Only here the BSN: a college uses it to carry out this law (Wet 36).
    Deelsoort.PERSOON: (
        "voornamen", "achternaam", "geboortedatum", "geboortejaar", "bsn", "v_nummer", "doelgroep",
    ),
}  # fmt: skip
LBT_VRAGEN: Final = ("leerbaarheid.lbt_status", "leerbaarheid.lbt_datum", "leerbaarheid.lbt_uitslag")
_OPLEIDING_WERK: Final = ("opleiding", "werkervaring")


def article_of(wat: Deelsoort, als: Ontvangersoort) -> str:
    """The article that a part goes on, as the log keeps it: nothing of the person."""
    return OP_TOESTEMMING.get(wat) or ARTIKELEN[als]


def vragen_bij_wet(formulieren: Formulieren, wat: Deelsoort) -> list[str]:
    """The questions whose answers go along in a part by law; never a special one."""
    vragen = [v for v in formulieren.vragen.values() if v.is_veld and not v.bijzonder]
    if wat is Deelsoort.LBT:
        return [v.naam for v in vragen if v.naam in LBT_VRAGEN]
    return [v.naam for v in vragen if wat is Deelsoort.OPLEIDING_WERK and v.startpositie in _OPLEIDING_WERK]


# -- on consent ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Toestemmingsdeel:
    """What may go to one party on one consent today: questions in the order of the forms."""

    id: str
    toestemming: Toestemming
    vragen: tuple[str, ...]


def toestemmingsdelen(
    dossier: Dossier, formulieren: Formulieren, partij: str, vandaag: date, *, per_vraag: bool = False
) -> list[Toestemmingsdeel]:
    """What a party may have today on consent, question by question (AVG 6(1)(a), 9(2)(a)).

    A later no to the same party takes back an earlier yes for what it names, whatever it was called a yes to:
    in doubt nothing goes. With `per_vraag` only what was named itself, no whole startpositie.
    """
    bijzonder = bijzondere_vragen(formulieren)
    eigen = toestemmingen_aan(dossier, formulieren, partij)
    velden = [v.naam for v in formulieren.vragen.values() if v.is_veld]
    given: dict[str, str] = {}
    for id, toestemming in sorted(eigen.items(), key=lambda one: _since(one[1], vandaag)):
        for naam in velden:
            if not _is_yes(toestemming, vandaag) and _names(toestemming, naam):
                given.pop(naam, None)
            elif _lets_go(toestemming, naam, vandaag, bijzonder, per_vraag=per_vraag):
                given[naam] = id
    return [
        Toestemmingsdeel(id, toestemming, vragen)
        for id, toestemming in eigen.items()
        if (vragen := tuple(naam for naam in velden if given.get(naam) == id))
    ]


def toestemmingen_aan(dossier: Dossier, formulieren: Formulieren, partij: str) -> dict[str, Toestemming]:
    """The consents to share with one party, standing or not, their questions by the names of now."""
    return {
        id: replace(
            t,
            gegevens=tuple(map(formulieren.heet_nu, t.gegevens)),
            omvat=tuple(map(formulieren.heet_nu, t.omvat)),
        )
        for id, t in toestemmingen_of(dossier)
        if t.richting == "delen" and same_party(t.partij, partij)
    }


@dataclass(frozen=True, slots=True)
class Toestemmingswijziging:
    """What a later no takes back of a yes: since when, of which questions, whether that is all."""

    op: date
    vragen: frozenset[str]
    alles: bool = False


def later_nee(dossier: Dossier, formulieren: Formulieren, vandaag: date) -> dict[str, Toestemmingswijziging]:
    """What a later no to the same party takes back of each yes, by the id of that yes."""
    found: dict[str, Toestemmingswijziging] = {}
    velden = [v.naam for v in formulieren.vragen.values() if v.is_veld]
    for partij in {t.partij for _, t in toestemmingen_of(dossier)}:
        eigen = toestemmingen_aan(dossier, formulieren, partij)
        op_dag = sorted(eigen.items(), key=lambda one: _since(one[1], vandaag))
        for (id, ja), (_, nee) in combinations(op_dag, 2):
            if not _is_yes(ja, vandaag) or _is_yes(nee, vandaag):
                continue
            named = [naam for naam in velden if _names(ja, naam)]
            if vragen := frozenset(naam for naam in named if _names(nee, naam)):
                vragen |= found[id].vragen if id in found else frozenset()
                found[id] = Toestemmingswijziging(_since(nee, vandaag), vragen, vragen.issuperset(named))
    return found


def _is_yes(toestemming: Toestemming, vandaag: date) -> bool:
    """Whether it is no no: one that ended only ends by itself."""
    return toestemming.stand(vandaag) in ("geldig", "verlopen")


def _since(toestemming: Toestemming, vandaag: date) -> date:
    """The day from which it counts as it stands; a withdrawal at once, whatever day was filled in."""
    if toestemming.ingetrokken_op is not None:
        return min(toestemming.ingetrokken_op, vandaag)
    return toestemming.datum or date.min


def _lets_go(
    toestemming: Toestemming, naam: str, vandaag: date, bijzonder: Collection[str], *, per_vraag: bool
) -> bool:
    has_begun = toestemming.datum is None or toestemming.datum <= vandaag
    is_named = not per_vraag or any(deel in toestemming.gegevens for deel in prefixes_of(naam)[1:])
    return has_begun and is_named and toestemming.allows(naam, "delen", vandaag, bijzonder)


def _names(toestemming: Toestemming, naam: str) -> bool:
    return naam in toestemming.omvat or any(deel in toestemming.gegevens for deel in prefixes_of(naam))
