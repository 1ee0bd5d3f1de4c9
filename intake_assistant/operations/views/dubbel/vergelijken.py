"""Two dossiers side by side: what tells whether they are of one person, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from intake_assistant.dates import date_in_words
from intake_assistant.domain.dossier import Dossier, Leaf
from intake_assistant.domain.dubbel.koppeling import said_in
from intake_assistant.domain.dubbel.signalement import like_born, like_named, signalement_of
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.kinds import KOPPELING
from intake_assistant.operations.views.overzicht import stand_van
from intake_assistant.operations.words.naam import volledige_naam
from intake_assistant.operations.words.onderwerp import persoon_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

_NAAM: Final = ("voornamen", "achternaam")
_GEBOREN: Final = ("geboortedatum", "geboortejaar")
_VELDEN: Final = (*_NAAM, *_GEBOREN, "geslacht", "nationaliteit", "v_nummer", "bsn", "adres", "woonplaats")


_BEHEER: Final = ("dossier.regievoerder", "dossier.begonnen")


class Veldoordeel(StrEnum):
    """How a fact of the one is to that of the other."""

    GELIJK = "gelijk"
    LIJKT = "lijkt"
    VERSCHILT = "verschilt"
    EEN_KANT = "een_kant"


@dataclass(frozen=True, slots=True)
class Vergelijkregel:
    """One fact of both, in words."""

    veld: str
    waarden: tuple[str, str]
    oordeel: Veldoordeel | None = None
    """None where both may differ without telling anything, as who holds the conversations."""


@dataclass(frozen=True, slots=True)
class Dossierpaar:
    """Two dossiers side by side."""

    namen: tuple[str, str]
    regels: tuple[Vergelijkregel, ...]
    besloten: str
    """Who decided what and when; empty when nobody did."""


def lay_side_by_side(work: Workspace, dossier: str, ander: str) -> Dossierpaar:
    """What is known of both. KnownErrors `dossier.not_found`, `vault.damaged`."""
    een, other = work.vault.dossier(dossier), work.vault.dossier(ander)
    return Dossierpaar(
        (volledige_naam(inburgeraar_of(een)), volledige_naam(inburgeraar_of(other))),
        (*_facts(work, een, other), *_around(work, een, other)),
        _decided(een, other),
    )


def _facts(work: Workspace, een: Dossier, ander: Dossier) -> Iterator[Vergelijkregel]:
    told, other = inburgeraar_of(een), inburgeraar_of(ander)
    for veld in _VELDEN:
        links, rechts = told.get(veld, ""), other.get(veld, "")
        if links or rechts:
            oordeel = _judge(veld, links, rechts, een, ander)
            words = _in_words(work, veld, links), _in_words(work, veld, rechts)
            yield Vergelijkregel(text(f"dossier.veld.{veld}"), words, oordeel)


def _in_words(work: Workspace, veld: str, waarde: str) -> str:
    return persoon_in_words(work.data.formulieren, veld, waarde) if waarde else text("dubbel.onbekend")


def _judge(veld: str, links: str, rechts: str, een: Dossier, ander: Dossier) -> Veldoordeel:
    if links.casefold() == rechts.casefold():
        return Veldoordeel.GELIJK
    if not (links and rechts):
        return Veldoordeel.EEN_KANT
    one, other = signalement_of(een), signalement_of(ander)
    is_like = (veld in _NAAM and like_named(one, other)) or (veld in _GEBOREN and like_born(one, other))
    return Veldoordeel.LIJKT if is_like else Veldoordeel.VERSCHILT


def _around(work: Workspace, een: Dossier, ander: Dossier) -> Iterator[Vergelijkregel]:
    """Who works with each, since when, and how far it is: whom to ask."""
    wie, begonnen = ([str(one.get(subject)) for one in (een, ander)] for subject in _BEHEER)
    yield Vergelijkregel(text("geschiedenis.over.dossier.regievoerder"), (wie[0], wie[1]))
    since = date_in_words(begonnen[0]), date_in_words(begonnen[1])
    yield Vergelijkregel(text("geschiedenis.over.dossier.begonnen"), since)
    yield Vergelijkregel(text("dubbel.stand"), (_stand(work, een), _stand(work, ander)))


def _stand(work: Workspace, dossier: Dossier) -> str:
    return text(f"dossiers.stand_{stand_van(work, dossier)}")


def _decided(een: Dossier, ander: Dossier) -> str:
    """What stands, once for each who said something else."""
    leaves = (*een.leaves(KOPPELING.of(ander.id)), *ander.leaves(KOPPELING.of(een.id)))
    said = {(leaf.author, _said(leaf), leaf.vastgelegd_op[:10]) for leaf in leaves if _said(leaf)}
    return " ".join(
        text("dubbel.besloten", wie=wie, wat=text(f"dossier.code.koppeling.{wat}"), op=date_in_words(op))
        for wie, wat, op in sorted(said)
    )


def _said(leaf: Leaf) -> str:
    return said.value if (said := said_in((leaf,))) else ""
