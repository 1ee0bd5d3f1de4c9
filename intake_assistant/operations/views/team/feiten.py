"""What is kept of a dossier, beside its line in the list, for who looks over many (design 10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.huishouden.samen import is_partner
from intake_assistant.domain.kinds import HUISHOUDEN
from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.domain.recht.ontwikkelplan import doelen_of
from intake_assistant.domain.recht.toestemming import toestemmingen_of
from intake_assistant.domain.team.bleek import Bleekfeit, bleekfeit
from intake_assistant.domain.team.groepsles import Lesfeit, lesfeit
from intake_assistant.domain.team.kansfeiten import KansFeiten, kansfeiten


@dataclass(frozen=True, slots=True)
class Gesprekfeit:
    """When a conversation was held and how long it took; None is not known."""

    op: date | None
    minuten: int | None


@dataclass(frozen=True, slots=True)
class Afspraakfeit:
    """An agreement that is not done, and the last day for it."""

    uiterlijk: date
    wie: str


@dataclass(frozen=True, slots=True)
class Toestemmingfeit:
    """A consent that was given and not withdrawn, and its last day (AVG 7)."""

    partij: str
    geldig_tot: date


@dataclass(frozen=True, slots=True)
class Teamfeiten:
    """What the figures of a team need of one dossier; of answers only those groups are made by."""

    gesprekken: tuple[Gesprekfeit, ...] = ()
    afspraken: tuple[Afspraakfeit, ...] = ()
    toestemmingen: tuple[Toestemmingfeit, ...] = ()
    kansen: tuple[KansFeiten, ...] = ()
    """What was offered with the first PIP, without a name; nothing before there is one."""
    bleek: tuple[Bleekfeit, ...] = ()
    """What came of the first PIP, without a name; nothing before there is one."""
    les: tuple[Lesfeit, ...] = ()
    """What groups of the sociale kaart are asked by."""
    huisgenoten: tuple[str, ...] = ()
    """The dossiers that it says, or ever said, it is of one household with: so it is found when one goes."""
    mag_huishouden: bool = False
    """Whether there is a consent on which it may become so."""


def teamfeiten(dossier: Dossier) -> Teamfeiten:
    """Read them from a dossier."""
    kansen, bleek = kansfeiten(dossier), bleekfeit(dossier)
    return Teamfeiten(
        kansen=(kansen,) if kansen else (),
        bleek=(bleek,) if bleek else (),
        les=(lesfeit(dossier),),
        huisgenoten=tuple(dossier.row_ids(HUISHOUDEN.lijst())),
        mag_huishouden=any(
            is_partner(t.partij) and t.gegeven and not t.ingetrokken for _, t in toestemmingen_of(dossier)
        ),
        gesprekken=tuple(Gesprekfeit(g.dag, g.minuten) for g in gesprekken_of(dossier)),
        afspraken=tuple(
            Afspraakfeit(afspraak.laatste_dag, afspraak.wie)
            for doel in doelen_of(dossier)
            for afspraak in doel.afspraken
            if afspraak.laatste_dag is not None and not afspraak.klaar_op
        ),
        toestemmingen=tuple(
            Toestemmingfeit(t.partij, t.geldig_tot)
            for _, t in toestemmingen_of(dossier)
            if t.gegeven and not t.ingetrokken and t.geldig_tot is not None
        ),
    )
