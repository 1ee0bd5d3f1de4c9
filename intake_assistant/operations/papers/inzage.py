"""Gathers everything that is held on one person, in order and without what is about others (AVG 15)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any, Final

from intake_assistant.documents.inzage.gegevens import Hoofdstuk, Inzage, Onderdeel, Onderwerp, Vermelding
from intake_assistant.domain.antwoord import BRONNEN
from intake_assistant.domain.bsn import mask
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.entry import Entry
from intake_assistant.domain.formulier import Startpositie
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.kinds import (
    AFSPRAAK,
    ANTWOORDRIJ,
    BESLUIT,
    BEZWAAR,
    DOEL,
    GELDT,
    GESPREK,
    GESPREKSNOTITIE,
    PERSOON,
    WEGING,
    hoofdstuk_of,
    kind_of,
    read_subject,
    vraag_of,
)
from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.domain.recht.masker import shown
from intake_assistant.domain.subject import question_of, rows_in, split_bron
from intake_assistant.operations.papers.brief.artikel import artikel_in_full, artikelen_in_full
from intake_assistant.operations.papers.derden import ID_TEKENS, Afscherming, Leestekst, rol_in_words
from intake_assistant.operations.papers.gegevens import gemeente_of
from intake_assistant.operations.papers.inzagebijlagen import (
    bewaarzinnen_of,
    bronnen_of,
    documenten_of,
    functie_of,
    getypt_of,
    ontvangers_of,
    raadplegingen_of,
    wettelijke_bronnen_of,
)
from intake_assistant.operations.views.geschiedenis import gespreksnaam, gespreksnamen, is_doel_van_afspraak
from intake_assistant.operations.words.inzagewoorden import Inzagewoorden
from intake_assistant.operations.words.naam import kenmerk_of, volledige_naam
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.operations.words.waarde import bronnaam
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import SOURCE, text, text_or

FORMAAT: Final = 1
# The chapters before and after those of the startposities; their texts are `inzage.hoofdstuk.<id>`.
VOORAF: Final = ("persoon", "procedure", "gesprek")
DAARNA: Final = (
    "toestemming",
    "verstrekking",
    "weging",
    "besluit",
    "plan",
    "uitvoering",
    "verzoek",
    "overig",
)
# Lists of one chapter in the order in which one makes the other; the rest by name.
_VOLGORDE: Final = tuple(kind.lijst() for kind in (DOEL, AFSPRAAK, BESLUIT, BEZWAAR))
Groep = tuple[str, str]


@dutch
def gather(work: Workspace, dossier: Dossier, taal: str = SOURCE, *, bsn: bool = False) -> Inzage:
    """Everything that is held on a person; the BSN in full only where it is asked for."""
    entries = work.vault.entries(dossier.id)
    afscherming = Afscherming(work, dossier, entries)
    # A text that was typed at more places is read once.
    open_ = {lees.tekst: lees for lees in afscherming.texts() if not lees.gelezen}.values()
    gekozen = taal_van(taal)
    woorden = Inzagewoorden(work, gekozen.code, bsn=bsn)
    getypt = tuple(getypt_of(work, dossier, woorden, afscherming))
    ongelezen = (*map(_unread, open_), *_being_typed(getypt))
    return Inzage(
        dossier=dossier.id,
        kenmerk=kenmerk_of(dossier),
        gemeente=gemeente_of(work),
        naam=volledige_naam(inburgeraar_of(dossier)),
        gemaakt_op=work.clock.today(),
        taal=gekozen.code,
        taaltag=gekozen.tag,
        taalnaam=gekozen.naam_nl,
        concept=bool(ongelezen),
        ongelezen=ongelezen,
        bsn_uitleg=_about_bsn(entries, heel=bsn),
        hoofdstukken=tuple(_Verzamelaar(work, dossier, entries, woorden).hoofdstukken(afscherming)),
        ontvangers=tuple(ontvangers_of(work, dossier, entries, afscherming)),
        bronnen=tuple(bronnen_of(work, dossier, entries, afscherming)),
        wettelijke_bronnen=tuple(wettelijke_bronnen_of(work)),
        bewaren=tuple(bewaarzinnen_of(work, dossier)),
        raadplegingen=tuple(raadplegingen_of(work, dossier)),
        documenten=tuple(documenten_of(dossier)),
        getypt=getypt,
    )


def _unread(lees: Leestekst) -> str:
    """A text that nobody read through yet, as it would be handed over now."""
    return text(
        "stukken.inzage.ongelezen", wat=lees.onderwerp, tekst=shown(lees.tekst, lees.maskers, rol_in_words)
    )


def _being_typed(getypt: Iterable[Onderwerp]) -> Iterator[str]:
    """What is typed and not recorded yet: it can be read through by nobody until it is."""
    for onderwerp in getypt:
        for vermelding in onderwerp.vermeldingen:
            if vermelding.op:
                yield text("stukken.inzage.ongelezen", wat=onderwerp.naam.nl, tekst=vermelding.tekst[0].nl)


class _Verzamelaar:
    """Puts the entries of one dossier in chapters, parts and subjects."""

    def __init__(
        self,
        work: Workspace,
        dossier: Dossier,
        entries: list[Entry],
        woorden: Inzagewoorden,
    ) -> None:
        self._work = work
        self._dossier = dossier
        self._woorden = woorden
        self._gesprekken = gespreksnamen(dossier)
        self._per_gesprek = {gesprek.id: gesprek for gesprek in gesprekken_of(dossier)}
        self._leaves = {leaf.id for subject in dossier.subjects for leaf in dossier.leaves(subject)}
        self._per_subject: dict[str, list[Entry]] = {}
        for entry in entries:
            self._per_subject.setdefault(entry.header.subject, []).append(entry)
        vragen = work.data.formulieren.vragen
        self._order = {naam: place for place, naam in enumerate(vragen)}

    def hoofdstukken(self, afscherming: Afscherming) -> Iterator[Hoofdstuk]:
        """Every chapter in which something stands."""
        per: dict[str, list[str]] = {}
        delen = {deel.id: deel for deel in self._work.data.formulieren.startposities}
        known = {*VOORAF, *delen, *DAARNA}
        for subject in self._per_subject:
            id = hoofdstuk_of(subject)
            per.setdefault(id if id in known else "overig", []).append(subject)
        for id in (*VOORAF, *delen, *DAARNA):
            if id in per:
                onderdelen = tuple(self._onderdelen(per[id], afscherming))
                yield self._hoofdstuk(id, delen.get(id), onderdelen)

    def _hoofdstuk(self, id: str, deel: Startpositie | None, onderdelen: tuple[Onderdeel, ...]) -> Hoofdstuk:
        if deel is not None:
            gronden = self._gronden(deel, onderdelen)
            return Hoofdstuk(
                id=id, titel=deel.titel, doel=deel.doel, grondslag=gronden, onderdelen=onderdelen
            )
        tekst = self._work.data.inzageteksten.tekst(f"inzage.hoofdstuk.{id}", op=self._work.clock.today())
        return Hoofdstuk(
            id=id, titel=tekst.kop, doel=tekst.tekst, grondslag=tekst.clausule, onderdelen=onderdelen
        )

    def _gronden(self, deel: Startpositie, onderdelen: tuple[Onderdeel, ...]) -> str:
        """The articles that the questions with an answer rest on, and that of health among them."""
        namen = {self._question(o.onderwerp) for onderdeel in onderdelen for o in onderdeel.onderwerpen}
        vragen = [vraag for vraag in deel.vragen.values() if vraag.naam in namen]
        kort = sorted({vraag.grondslag for vraag in vragen if vraag.grondslag})
        gronden = list(dict.fromkeys(artikel_in_full(een) for grond in kort for een in grond.split("; ")))
        if any(vraag.bijzonder for vraag in vragen):
            gronden.append(artikelen_in_full(text("stukken.inzage.grond_bijzonder")))
        return "; ".join(gronden) or text("stukken.inzage.grond_intake")

    def _onderdelen(self, subjects: list[str], afscherming: Afscherming) -> Iterator[Onderdeel]:
        groepen: dict[Groep, list[str]] = {}
        for subject in subjects:
            groepen.setdefault(_group_of(subject), []).append(subject)
        numbers: dict[str, int] = {}
        for (lijst, rij), leden in sorted(groepen.items(), key=lambda groep: self._group_order(*groep)):
            numbers[lijst] = numbers.get(lijst, 0) + 1
            onderwerpen = tuple(self._onderwerp(s, afscherming) for s in sorted(leden, key=self._place))
            yield Onderdeel(kop=self._kop(lijst, rij, numbers[lijst]), onderwerpen=onderwerpen)

    def _group_order(self, groep: Groep, leden: list[str]) -> tuple[int, str, int, str]:
        """First what stands by itself, then list by list, row by row as they were begun."""
        lijst, rij = groep
        if lijst == GESPREK.lijst():
            gesprek = self._per_gesprek.get(rij)
            return (1, lijst, gesprek.nummer if gesprek else len(self._per_gesprek) + 1, rij)
        first = min(self._per_subject[s][0].header.counter for s in leden)
        place = _VOLGORDE.index(lijst) if lijst in _VOLGORDE else len(_VOLGORDE)
        return (1 + place if lijst else 0, lijst, first, rij)

    def _kop(self, lijst: str, rij: str, nummer: int) -> str:
        if not lijst:
            return ""
        if lijst == GESPREK.lijst():
            gesprek = self._per_gesprek.get(rij)
            return gespreksnaam(gesprek) if gesprek else text("stukken.inzage.gesprek_weg")
        if lijst == WEGING.lijst():
            return text_or(f"geschiedenis.leerroute.{rij}", rij)
        vraag = self._work.data.formulieren.vragen.get(self._work.data.formulieren.heet_nu(lijst))
        wat = vraag.label.rstrip("?.") if vraag else text(f"stukken.inzage.rij.{lijst}")
        return text("stukken.inzage.rij", wat=wat, nummer=nummer)

    def _onderwerp(self, subject: str, afscherming: Afscherming) -> Onderwerp:
        bron = split_bron(subject)[1]
        return Onderwerp(
            naam=self._woorden.name_of(subject),
            bron=bronnaam(bron),
            onderwerp=subject,
            vermeldingen=tuple(self._vermelding(entry, afscherming) for entry in self._per_subject[subject]),
        )

    def _vermelding(self, entry: Entry, afscherming: Afscherming) -> Vermelding:
        h, waarde = entry.header, self._own(entry, afscherming.value(entry))
        return Vermelding(
            id=entry.id[:ID_TEKENS],
            nummer=h.counter,
            op=h.vastgelegd_op,
            functie=functie_of(self._work, self._dossier, h.author),
            gesprek=self._gesprekken.get(h.gesprek, ""),
            geldt=entry.id in self._leaves,
            stand=entry.presence.value,
            tekst=self._woorden.told(entry, waarde),
            waarde=waarde,
            afgeschermd=afscherming.count(entry),
        )

    def _own(self, entry: Entry, waarde: object) -> object:
        """An agreement names its goal by number, not by the sign of its row."""
        if not is_doel_van_afspraak(entry.header.subject) or not isinstance(waarde, dict):
            return waarde
        begonnen: dict[str, int] = {}
        for subject, entries in self._per_subject.items():
            for rij in (DOEL.read(subject) or ())[:1]:
                begonnen[rij] = min(entries[0].header.counter, begonnen.get(rij, entries[0].header.counter))
        doelen = sorted(begonnen, key=lambda rij: begonnen[rij])
        rij = str(waarde.get("waarde", ""))
        nummer = doelen.index(rij) + 1 if rij in doelen else 0
        return {
            **waarde,
            "waarde": text("stukken.inzage.rij", wat=text("stukken.inzage.rij.doel"), nummer=nummer),
        }

    def _question(self, subject: str) -> str:
        return self._work.data.formulieren.heet_nu(question_of(vraag_of(subject) or subject))

    def _place(self, subject: str) -> tuple[int, str, int, int]:
        """As the form asks, source by source, the mark and the note after the answers."""
        bron = split_bron(subject)[1]
        vraag, kind = self._question(subject), kind_of(subject)
        soort = ((kind is GELDT) + 2 * (kind.soort == "notitie")) * len(BRONNEN)
        place = soort + (BRONNEN.index(bron) if bron in BRONNEN else 0)
        first = self._per_subject[subject][0].header.counter
        return (self._order.get(vraag, -1), vraag if vraag in self._order else "", place, first)


def _bsns(entries: Iterable[Entry]) -> Iterator[str]:
    """Every number that was ever recorded as the BSN."""
    for entry in entries:
        bsn = str((entry.value or {}).get("waarde", ""))
        if entry.header.subject == PERSOON.of("bsn") and bsn:
            yield bsn


def _about_bsn(entries: Iterable[Entry], *, heel: bool) -> str:
    if not any(_bsns(entries)):
        return ""
    return text("stukken.inzage.bsn_heel" if heel else "stukken.inzage.bsn_gemaskeerd")


def _guarded(deel: Any, bsns: tuple[str, ...]) -> Any:
    """The value with each BSN masked, wherever it stands."""
    if isinstance(deel, dict):
        return {naam: _guarded(waarde, bsns) for naam, waarde in deel.items()}
    if isinstance(deel, list | tuple):
        return [_guarded(waarde, bsns) for waarde in deel]
    if isinstance(deel, str):
        for bsn in bsns:
            deel = deel.replace(bsn, mask(bsn))
    return deel


def _group_of(subject: str) -> Groep:
    """The outermost list and row that a subject lies in; nothing for what stands by itself."""
    kind, delen = read_subject(subject)
    if kind is GESPREKSNOTITIE:
        return GESPREK.lijst(), delen[0]
    about = subject if kind is ANTWOORDRIJ else vraag_of(subject) or subject
    rijen = rows_in(about) if kind.per_rij else []
    return rijen[0] if rijen else ("", "")


@dutch
def as_json(work: Workspace, dossier: Dossier, taal: str = SOURCE) -> Any:
    """The whole as plain values for a program to read, with every BSN masked: a file travels on easily."""
    inzage = gather(work, dossier, taal)
    found = {**asdict(inzage), "afgeschermd": inzage.afgeschermd}
    found["gemaakt_op"] = found["gemaakt_op"].isoformat()
    del found["gemeente"]["huisstijl"]  # how letters look is nothing of the person (AVG 15)
    bsns = tuple(_bsns(work.vault.entries(dossier.id)))
    return {"formaat": FORMAAT, "soort": "inzage", **_guarded(found, bsns)}
