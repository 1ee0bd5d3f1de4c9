"""Who somebody is, at a glance: derived from the answers that the forms name for it (`pip.portret`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from intake_assistant.dates import date_in_words
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import Vraag
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.subject import in_row
from intake_assistant.forms.engine import Relevantie
from intake_assistant.operations.acts.antwoord import INBURGERAAR
from intake_assistant.operations.views.antwoord import antwoord_of, relevantie, rijen_of
from intake_assistant.operations.words.naam import (
    OUDST,
    aanspreeknaam,
    aanspreekvorm,
    kopnaam,
    leeftijd_in_words,
)
from intake_assistant.operations.words.onderwerp import persoon_in_words
from intake_assistant.operations.words.waarde import in_short, portret_of_antwoord
from intake_assistant.operations.workspace import Workspace

HIER = "hier"
"""What the forms call somebody (`partner_hier`, `kind_hier`) who lives in the Netherlands."""
WOORDEN = 2
"""So many answers in their own words are shown."""


@dataclass(frozen=True, slots=True)
class Gezinslid:
    """A partner or a child: the age when it is known, and whether they live here; None is not known."""

    leeftijd: int | None = None
    is_hier: bool | None = None


@dataclass(frozen=True, slots=True)
class Gezin:
    """Who belongs to the person, as far as it was told."""

    partner: Gezinslid | None = None
    kinderen: tuple[Gezinslid, ...] = ()


@dataclass(frozen=True, slots=True)
class Portret:
    """What a regievoerder needs in the twenty seconds before the door opens."""

    naam: str
    aanspreekvorm: str
    leeftijd: str
    geboren: str = ""
    spreekt: tuple[str, ...] = ()
    leest: tuple[str, ...] = ()
    gezin: Gezin = field(default_factory=Gezin)
    was: tuple[str, ...] = ()
    kan: tuple[str, ...] = ()
    wil: tuple[str, ...] = ()
    let_op: tuple[str, ...] = ()
    woorden: tuple[str, ...] = ()

    @property
    def is_leeg(self) -> bool:
        """Whether no answer says anything of the person yet."""
        return not (self.was or self.kan or self.wil or self.woorden or self.let_op)


def portret_of(work: Workspace, dossier: Dossier, judged: Relevantie | None = None) -> Portret:
    """The portret as the answers are now."""
    lezer, persoon = (
        _Portretlezer(work, dossier, judged or relevantie(work, dossier)),
        inburgeraar_of(dossier),
    )
    talen = {
        veld: persoon_in_words(work.data.formulieren, veld, persoon[veld])
        for veld in ("spreektaal", "leestaal")
        if persoon.get(veld)
    }
    # As somebody wishes to be called goes before what follows from a form.
    naam, noem = kopnaam(persoon), aanspreeknaam(dossier) or aanspreekvorm(persoon)
    return Portret(
        naam=naam,
        aanspreekvorm=noem if noem != naam else "",
        leeftijd=leeftijd_in_words(
            persoon.get("geboortedatum"), persoon.get("geboortejaar"), work.clock.today()
        ),
        geboren=date_in_words(persoon.get("geboortedatum", "")),
        spreekt=_talen(talen.get("spreektaal", ""), lezer.words("spreekt")),
        leest=_talen(talen.get("leestaal", ""), lezer.words("leest")),
        gezin=lezer.gezin(work.clock.today().year),
        was=lezer.words("was"),
        kan=lezer.words("kan"),
        wil=lezer.words("wil"),
        let_op=lezer.words("let_op"),
        woorden=lezer.words("woord")[:WOORDEN],
    )


class _Portretlezer:
    """Reads what is marked for the portret, each place in the order of the forms."""

    def __init__(self, work: Workspace, dossier: Dossier, judged: Relevantie) -> None:
        self._formulieren, self._dossier, self._judged = work.data.formulieren, dossier, judged

    def words(self, plek: str) -> tuple[str, ...]:
        """What is said in one place, each thing once."""
        said = (portret_of_antwoord(vraag, self._waarden(vraag)) for vraag in self._vragen(plek))
        return tuple(dict.fromkeys(filter(None, said)))

    def gezin(self, jaar: int) -> Gezin:
        """Who was told of."""
        partner = None
        for vraag in self._vragen("partner"):
            if "ja" in self._waarden(vraag):
                partner = Gezinslid(None, self._is_hier("partner_hier"))
        kinderen = [
            self._kind(vraag, rij, jaar)
            for vraag in self._vragen("kind")
            if self._judged.relevant(vraag.herhaling)
            for rij in rijen_of(self._dossier, vraag.herhaling)
        ]
        return Gezin(partner, tuple(kinderen))

    def _kind(self, vraag: Vraag, rij: str, jaar: int) -> Gezinslid:
        geboren = self._dossier.antwoord(in_row(vraag.herhaling, rij, vraag.naam))
        # By the year alone: somebody may have turned it already, or will this year.
        leeftijd = jaar - geboren.waarde if geboren.beantwoord and isinstance(geboren.waarde, int) else None
        known = leeftijd is not None and 0 <= leeftijd <= OUDST
        return Gezinslid(leeftijd if known else None, self._is_hier("kind_hier", rij))

    def _is_hier(self, plek: str, rij: str = "") -> bool | None:
        for vraag in self._vragen(plek):
            naam = in_row(vraag.herhaling, rij, vraag.naam) if rij else vraag.naam
            antwoord = antwoord_of(self._formulieren, self._dossier, naam)
            if antwoord.beantwoord and antwoord.waarde:
                return portret_of_antwoord(vraag, [antwoord.waarde]) == HIER
        return None

    def _vragen(self, plek: str) -> Iterator[Vraag]:
        for vraag in self._formulieren.vragen.values():
            if vraag.portret == plek and not vraag.is_vertrouwelijk:
                yield vraag

    def _waarden(self, vraag: Vraag) -> list[object]:
        """What counts: of a question, or of each row that it is a field of."""
        if not self._judged.relevant(vraag.herhaling or vraag.naam):
            return []
        if not vraag.herhaling:
            antwoorden = [antwoord_of(self._formulieren, self._dossier, vraag.naam)]
        else:
            rijen = rijen_of(self._dossier, vraag.herhaling)
            antwoorden = [self._dossier.antwoord(in_row(vraag.herhaling, r, vraag.naam)) for r in rijen]
        # Only what the person said stands between quotation marks.
        own = [a for a in antwoorden if vraag.portret != "woord" or a.bron == INBURGERAAR]
        return [in_short(antwoord.waarde) for antwoord in own if antwoord.beantwoord]


def _talen(eigen: str, gezegd: tuple[str, ...]) -> tuple[str, ...]:
    """The language of the person first; one that was told in the answers too stands once."""
    return tuple(dict.fromkeys(filter(None, (eigen, *gezegd))))
