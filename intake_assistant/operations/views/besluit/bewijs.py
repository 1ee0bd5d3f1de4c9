"""Which answers may serve as an argument in the weighing: relevant, answered, with where they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from intake_assistant.dates import date_in_words
from intake_assistant.domain.antwoord import Antwoord
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import HERHALING, Startpositie, Vraag
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.kinds import WEGING
from intake_assistant.domain.letters import holds, plain
from intake_assistant.domain.recht.gesprek import Gesprek, gesprekken_of
from intake_assistant.domain.subject import in_row
from intake_assistant.forms.engine import Relevantie
from intake_assistant.operations.views.antwoord import antwoord_of, relevantie, rijen_of
from intake_assistant.operations.words.naam import leeftijd_in_words
from intake_assistant.operations.words.waarde import bronnaam, in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text


@dataclass(frozen=True, slots=True)
class Bewijs:
    """One answer as a ground: question, value in words, source, conversation; `anders` is what others say.

    `gesprek` is the number of the conversation, 0 when it came in outside one; `datum` is in words.
    """

    vraag: str
    label: str
    startpositie: str
    titel: str
    waarde: str
    bron: str
    gesprek: int
    datum: str
    bijzonder: bool
    anders: tuple[str, ...] = ()

    @property
    def zin(self) -> str:
        """Question and value on one line."""
        teken = "" if self.label.endswith(("?", "!", ".")) else ":"
        return f"{self.label}{teken} {self.waarde}"

    @property
    def herkomst(self) -> str:
        """Source and conversation."""
        if not self.gesprek:
            return text("weging.bron", bron=self.bron)
        return text("weging.bron_gesprek", bron=self.bron, nummer=self.gesprek, datum=self.datum)

    @property
    def zoektekst(self) -> str:
        """What is searched when one types."""
        return plain(f"{self.titel} {self.label} {self.waarde}")


def bewijzen(work: Workspace, dossier: Dossier) -> list[Bewijs]:
    """Every answer that may serve as an argument, in the order of the startposities."""
    return list(_Lezer(work, dossier).alle())


def bakje_of(work: Workspace, dossier: Dossier, plek: str) -> list[Bewijs]:
    """The facts and words that lie ready in one place: `weging` of the leerroutes, or `plan`."""
    vragen = work.data.formulieren.vragen
    klaar = [b for b in bewijzen(work, dossier) if vragen[b.vraag].bakje in (plek, "beide")]
    return [*_leeftijd(work, dossier), *klaar] if plek == WEGING.word else klaar


def _leeftijd(work: Workspace, dossier: Dossier) -> list[Bewijs]:
    """How old somebody is: no question, and a fact that counts."""
    persoon = inburgeraar_of(dossier)
    oud = leeftijd_in_words(persoon.get("geboortedatum"), persoon.get("geboortejaar"), work.clock.today())
    if not oud:
        return []
    bron = text("weging.bron_persoon")
    return [
        Bewijs("", text("weging.leeftijd"), "", text("weging.persoon"), oud, bron, 0, "", bijzonder=False)
    ]


def bewijs_van(work: Workspace, dossier: Dossier, naam: str) -> Bewijs | None:
    """The answer to one question as a ground; None when it is unknown, open or in conflict."""
    vraag = work.data.formulieren.vragen.get(naam)
    return _Lezer(work, dossier).lees(vraag) if vraag else None


def search_bewijs(alle: Iterable[Bewijs], getypt: str) -> list[Bewijs]:
    """Those that hold every typed word, in their order."""
    return [bewijs for bewijs in alle if holds(bewijs.zoektekst, getypt)]


class _Lezer:
    """Reads the answers of one dossier with relevance judged once."""

    def __init__(self, work: Workspace, dossier: Dossier) -> None:
        self._formulieren = work.data.formulieren
        self._dossier = dossier
        self._judged: Relevantie = relevantie(work, dossier)
        self._gesprekken: dict[str, Gesprek] = {g.id: g for g in gesprekken_of(dossier)}

    def alle(self) -> Iterator[Bewijs]:
        for deel in self._formulieren.startposities:
            for vraag in deel.vragen.values():
                found = self.lees(vraag)
                if found is not None:
                    yield found

    def lees(self, vraag: Vraag) -> Bewijs | None:
        """The answer to a question or to a whole repeat; a field of a row does not stand alone."""
        if vraag.herhaling or not self._judged.relevant(vraag.naam):
            return None
        deel = self._formulieren.startpositie_of(vraag.naam)
        if vraag.type == HERHALING:
            return self._herhaling(deel, vraag)
        if not vraag.is_veld:
            return None
        antwoord = antwoord_of(self._formulieren, self._dossier, vraag.naam)
        if not _counts(antwoord):
            return None
        return self._bewijs(deel, vraag, antwoord, in_words(vraag, antwoord.waarde))

    def _herhaling(self, deel: Startpositie, vraag: Vraag) -> Bewijs | None:
        velden = self._formulieren.velden_van(vraag.naam)
        rijen, eerste = [], None
        for rij in rijen_of(self._dossier, vraag.naam):
            gevonden = [(v, self._dossier.antwoord(in_row(vraag.naam, rij, v.naam))) for v in velden]
            gegeven = [(v, a) for v, a in gevonden if _counts(a) and not v.bijzonder]
            if gegeven:
                eerste = eerste or gegeven[0][1]
                rijen.append(", ".join(in_words(v, a.waarde) for v, a in gegeven))
        return self._bewijs(deel, vraag, eerste, "; ".join(rijen)) if eerste else None

    def _bewijs(self, deel: Startpositie, vraag: Vraag, antwoord: Antwoord, waarde: str) -> Bewijs:
        gesprek = self._gesprekken.get(antwoord.gesprek)
        anders = () if vraag.type == HERHALING else tuple(self._anderen(vraag, antwoord))
        return Bewijs(
            vraag=vraag.naam,
            label=vraag.label.rstrip(": "),
            startpositie=deel.id,
            titel=deel.titel,
            waarde=waarde,
            bron=bronnaam(antwoord.bron),
            gesprek=gesprek.nummer if gesprek else 0,
            datum=date_in_words(gesprek.datum) if gesprek else "",
            bijzonder=bool(vraag.bijzonder),
            anders=anders,
        )

    def _anderen(self, vraag: Vraag, antwoord: Antwoord) -> Iterator[str]:
        for ander in antwoord.andere_bronnen:
            if ander.staat == "beantwoord" and not ander.conflict and ander.waarde != antwoord.waarde:
                yield f"{bronnaam(ander.bron)}: {in_words(vraag, ander.waarde)}"


def _counts(antwoord: Antwoord) -> bool:
    return antwoord.beantwoord and antwoord.waarde not in ("", [])
