"""From a dossier to what one of its papers says in another language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import replace
from typing import Final

from babel import Locale

from intake_assistant.documents.bouw import taalnaam as taalnaam_of
from intake_assistant.documents.model import Stuk, Tweetalig, Vertaalmerk
from intake_assistant.documents.tweetalig.woordenboek import Woordenboek, paren_of
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.domain.recht.toestemming import toestemmingen_of
from intake_assistant.domain.vertaald.getypt import getypt_in, getypt_vertaald
from intake_assistant.operations.papers.bevindingen import zinnen_in
from intake_assistant.operations.papers.bladen.rechten import gelezen_in
from intake_assistant.operations.papers.tweetalig.vaste import vertaalde_teksten
from intake_assistant.operations.views.vertellen import alle_onderwerpen
from intake_assistant.operations.words.voorlezen import toestemmingsteksten
from intake_assistant.operations.words.waarde import taalnaam
from intake_assistant.operations.words.zinnen.vertaler import VertaaldeZinstaal, Vertaler
from intake_assistant.operations.workspace import Data, Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import SOURCE, Taal, Vertaling, text

_BESLUIT: Final = "gedeeld.nederlands_geldt"
_PLAN: Final = "gedeeld.nederlands_geldt_plan"
_ONGEZIEN: Final = "gedeeld.vertaling_ongecontroleerd"
_ALLEEN: Final = "gedeeld.alleen_nederlands"

Maker = Callable[[Workspace, Dossier], Stuk]


@dutch
def woordenboek_of(work: Workspace, dossier: Dossier, make: Maker, taal: Taal) -> Woordenboek:
    """What `make` says in a language: it is made twice of the same facts, and read side by side."""
    vertaler = Vertaler(taal)
    dutch = make(work, dossier)
    vertaald = make(_in(work, vertaler, dossier), dossier)
    woorden = paren_of(dutch, vertaald)
    # Asked for first: what it says itself was checked by nobody either.
    alleen = _both(vertaler, _ALLEEN, text("gedeeld.alleen_nederlands"))
    typed = {een.nl.strip() for een in getypt_in(dossier)} - woorden.keys()
    regels = {regel.strip() for tekst in typed for regel in tekst.split("\n")}
    merk = _merk(vertaler, dutch)
    return Woordenboek(merk, woorden, alleen, vertaler.ongecontroleerd, frozenset(typed | regels))


def _in(work: Workspace, vertaler: Vertaler, dossier: Dossier) -> Workspace:
    """The same workspace with its fixed texts in another language."""
    data: Data = copy(work.data)
    getypt = dict(_sayings(work, dossier, vertaler)) | getypt_vertaald(dossier, vertaler.taal.code)
    # A cached property: what is set here is what is read.
    data.__dict__["teksten"] = vertaalde_teksten(work.data.teksten, vertaler, getypt)
    return replace(work, data=data)


def _sayings(work: Workspace, dossier: Dossier, vertaler: Vertaler) -> Iterator[tuple[str, str]]:
    """What the program itself says in a paper beside its fixed texts, by its Dutch."""
    for deel in work.data.formulieren.startposities:
        yield deel.titel, vertaler.say(f"{deel.id}/titel", deel.titel)
    for onderwerp in alle_onderwerpen(work):
        for wat in ("titel", "tekst"):
            nl = getattr(onderwerp, wat)
            yield nl, vertaler.say(f"informatie.{onderwerp.id}/{wat}", nl)
    yield from zinnen_in(work, dossier, VertaaldeZinstaal(vertaler)).items()
    yield from _toestemmingen(work, dossier, vertaler)
    yield from _taalnamen(work, dossier, vertaler.taal)


def _toestemmingen(work: Workspace, dossier: Dossier, vertaler: Vertaler) -> Iterator[tuple[str, str]]:
    """What was read of each consent, paragraph by paragraph, and to whom it is."""
    for partij in toestemmingsteksten(work).partijen:
        yield partij.partij, vertaler.say(f"toestemming.wie.{partij.id}/partij", partij.partij)
    for _, toestemming in toestemmingen_of(dossier):
        dutch_read = gelezen_in(work, toestemming, SOURCE).alineas
        found = gelezen_in(work, toestemming, vertaler.taal.code)
        if len(found.alineas) == len(dutch_read):
            for nl, eigen in zip(dutch_read, found.alineas, strict=True):
                yield nl, vertaler.use(Vertaling(eigen, found.stand), nl)


def _taalnamen(work: Workspace, dossier: Dossier, taal: Taal) -> Iterator[tuple[str, str]]:
    """The languages that were spoken, as CLDR names them."""
    codes = {gesprek.taal for gesprek in gesprekken_of(dossier)}
    codes |= {toestemming.taal for _, toestemming in toestemmingen_of(dossier)}
    namen = Locale.parse(taal.babel).languages
    for code in sorted(filter(None, codes)):
        for dutch_name in (taalnaam(work.data.formulieren, code), taalnaam_of(code)):
            yield dutch_name, namen.get(code, dutch_name)


def _merk(vertaler: Vertaler, stuk: Stuk) -> Vertaalmerk:
    """What each page says: that the Dutch decides, and that nobody checked it where that is so."""
    taal, besluit = vertaler.taal, stuk.soort == "beschikking"
    geldt = (
        _both(vertaler, _BESLUIT, text("gedeeld.nederlands_geldt"))
        if besluit
        else _both(vertaler, _PLAN, text("gedeeld.nederlands_geldt_plan"))
    )
    nagekeken = _both(vertaler, _ONGEZIEN, text("gedeeld.vertaling_ongecontroleerd"))
    zinnen = (geldt, nagekeken) if vertaler.ongecontroleerd else (geldt,)
    return Vertaalmerk(taal.code, taal.tag, taal.naam, taal.richting, zinnen)


def _both(vertaler: Vertaler, key: str, dutch: str) -> Tweetalig:
    return Tweetalig(dutch, vertaler.say(key, dutch))
