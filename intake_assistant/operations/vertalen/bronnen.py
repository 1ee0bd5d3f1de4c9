"""All that the person sees or hears, in the order in which it is said: what a translator is given."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Final

from babel.messages.catalog import Message

from intake_assistant.domain.teksten import Tekst, Teksten
from intake_assistant.forms.checking.praatplaten import BESTAND as PRAATPLATEN
from intake_assistant.forms.informatie import BESTAND as INFORMATIE
from intake_assistant.forms.informatie import ELK_GESPREK, load_gespreksvragen, load_informatie
from intake_assistant.forms.toestemmingstekst import BESTAND as TOESTEMMING
from intake_assistant.forms.toestemmingstekst import DELEN, load_toestemmingsteksten
from intake_assistant.operations.vertalen.brontekst import Brontekst
from intake_assistant.operations.vertalen.catalogus import read_catalogus
from intake_assistant.operations.vertalen.formulierbron import formulierteksten
from intake_assistant.operations.words.praatplaat.blad import places_of, word_of
from intake_assistant.operations.workspace import Data
from intake_assistant.paths import translations_dir
from intake_assistant.texts import SOURCE, Taal, text

# The sheet for the colleague, what is still missing and the articles are for the staff, or for a court.
_NIET_VOOR_DE_PERSOON: Final = ("daarna.collega.", "woorden.ontbreekt/", "woorden.artikel_route/")
# Sentences of the program that the person reads or hears.
_ZINNEN: Final = (
    "gedeeld.",
    "tolkblad.",
    "recht.gezegd.",
    "recht.duur.",
    "recht.bron.",
    "recht.naam.",
    "toestemmingen.antwoord_op.",
    "stukken.gegevens.",
    "stukken.brief.",
    "stukken.inzage.",
)
_DELEN_TEKST: Final = ("kop", "tekst")


def bronteksten(data: Data, taal: Taal) -> tuple[Brontekst, ...]:
    """What is translated into a language; names of languages and countries only where CLDR has none."""
    gevonden = chain(
        formulierteksten(data.formulieren, taal),
        _elk_gesprek(data),
        _informatie(data),
        _praatplaten(data),
        _toestemming(data),
        _vaste_teksten(data.teksten, "forms/pip/teksten"),
        _vaste_teksten(data.inzageteksten, "forms/inzage/teksten.toml"),
        _zinnen(),
    )
    return tuple(bron for bron in gevonden if bron.nl and not bron.plek.startswith(_NIET_VOOR_DE_PERSOON))


def _elk_gesprek(data: Data) -> Iterator[Brontekst]:
    for vraag in load_gespreksvragen(data.folder).values():
        uitleg = text("vertalen.plek.elk_gesprek")
        yield Brontekst(f"gesprek.{vraag.id}/label", vraag.label, f"forms/{ELK_GESPREK}", uitleg)


def _informatie(data: Data) -> Iterator[Brontekst]:
    for onderwerp in load_informatie(data.folder):
        for deel in ("titel", "tekst", "controlevraag"):
            uitleg = text(f"vertalen.informatie.{deel}", onderwerp=onderwerp.titel)
            plek = f"informatie.{onderwerp.id}/{deel}"
            yield Brontekst(plek, getattr(onderwerp, deel), f"forms/{INFORMATIE}", uitleg)


def _praatplaten(data: Data) -> Iterator[Brontekst]:
    for bord in data.praatplaten:
        for plek in places_of(bord):
            soort = plek[0] if plek in (("titel",), ("uitleg",)) else "woord"
            uitleg = text(f"vertalen.praatplaat.{soort}", bord=bord.titel)
            yield Brontekst(bord.key(*plek), word_of(bord, *plek), f"forms/{PRAATPLATEN}", uitleg)


def _toestemming(data: Data) -> Iterator[Brontekst]:
    """Only the wording that is read aloud now; what was read before is kept as it was."""
    teksten, bestand = load_toestemmingsteksten(data.folder), f"forms/{TOESTEMMING}"
    for richting in dict.fromkeys(tekst.richting for tekst in teksten.teksten):
        nieuwste = teksten.newest(richting)
        for deel in DELEN:
            uitleg = text(f"vertalen.toestemming.{deel}")
            yield Brontekst(nieuwste.key(deel), getattr(nieuwste, deel), bestand, uitleg)
    for partij in teksten.partijen:
        for deel in ("partij", "doel"):
            uitleg = text(f"vertalen.toestemming.{deel}")
            yield Brontekst(f"toestemming.wie.{partij.id}/{deel}", getattr(partij, deel), bestand, uitleg)
    for wie in teksten.wettelijk:
        for deel in ("naam", "wat", "waarom", "zeg"):
            uitleg = text(f"vertalen.wettelijk.{deel}")
            yield Brontekst(f"toestemming.wet.{wie.id}/{deel}", getattr(wie, deel), bestand, uitleg)


def _vaste_teksten(teksten: Teksten, bestand: str) -> Iterator[Brontekst]:
    """The plain words of each text; its formal clause stays Dutch, with the articles it names."""
    for versies in teksten.teksten.values():
        nieuwste: Tekst = versies[0]
        stuk = text(f"vertalen.stuk.{nieuwste.id.partition('.')[0]}")
        for deel in _DELEN_TEKST:
            uitleg = text(f"vertalen.plek.{deel}", stuk=stuk)
            yield Brontekst(f"{nieuwste.id}/{deel}", getattr(nieuwste, deel), bestand, uitleg)
    for lijst, woorden in teksten.woorden.items():
        for code, woord in woorden.items():
            uitleg = text("vertalen.plek.woord", lijst=lijst)
            yield Brontekst(f"woorden.{lijst}/{code}", woord, bestand, uitleg)


def _zinnen() -> Iterator[Brontekst]:
    for pad in sorted((translations_dir() / SOURCE / "LC_MESSAGES").glob("*.po")):
        if not any(begin.startswith(f"{pad.stem}.") for begin in _ZINNEN):
            continue
        for zin in read_catalogus(pad.read_bytes(), pad):
            if zin.id and (zin.context or "").startswith(_ZINNEN):
                yield _zin(zin, pad)


def _zin(zin: Message, pad: Path) -> Brontekst:
    """A sentence of the program, with what its own comment says of it."""
    nl, meervoud = (zin.id, "") if isinstance(zin.id, str) else zin.id
    uitleg = " ".join([text(f"vertalen.zin.{pad.stem}"), *zin.auto_comments])
    return Brontekst(zin.context or "", nl, f"translations/{SOURCE}/LC_MESSAGES/{pad.name}", uitleg, meervoud)
