"""The questions and choices of the forms as a translator is given them."""

from __future__ import annotations

from collections.abc import Iterator

from intake_assistant.domain.formulier import (
    HERHALING,
    NOTITIE,
    ZWIJG,
    Formulieren,
    Groep,
    Startpositie,
    Vraag,
)
from intake_assistant.forms.keuzelijsten import BESTAND as KEUZELIJSTEN
from intake_assistant.operations.vertalen.brontekst import Brontekst, kort
from intake_assistant.operations.words.vertaling import cldr_naam, keuzeplek
from intake_assistant.texts import Taal, text


def formulierteksten(formulieren: Formulieren, taal: Taal) -> Iterator[Brontekst]:
    """Every startpositie in the order of its form, then the lists that more of them use."""
    gegeven: dict[str, Brontekst] = {}
    for deel in formulieren.startposities:
        bestand = f"forms/startposities/{deel.nummer:02d}_{deel.id}.toml"
        yield Brontekst(f"{deel.id}/titel", deel.titel, bestand, text("vertalen.plek.titel"))
        groepen = dict(deel.groepen)
        for vraag in deel.vragen.values():
            if vraag.vervallen:
                continue
            for groep in _groepen(vraag, groepen):
                yield from _groep(deel, groep, bestand)
            yield from _vraag(deel, vraag, bestand)
            nieuw = [keuze for keuze in _keuzes(vraag, taal, bestand) if keuze.plek not in gegeven]
            gegeven |= {keuze.plek: keuze for keuze in nieuw}
            yield from (keuze for keuze in nieuw if keuze.catalogus == deel.id)
    namen = {deel.id for deel in formulieren.startposities}
    yield from (keuze for keuze in gegeven.values() if keuze.catalogus not in namen)


def _groepen(vraag: Vraag, over: dict[str, Groep]) -> list[Groep]:
    """The groups that begin with this question, the outer one first; each once."""
    gevonden, naam = list[Groep](), vraag.groep
    while naam and (groep := over.pop(naam, None)):
        gevonden.insert(0, groep)
        naam = groep.groep
    return gevonden


def _groep(deel: Startpositie, groep: Groep, bestand: str) -> Iterator[Brontekst]:
    uitleg = text("vertalen.plek.groep", onderwerp=deel.titel)
    yield Brontekst(f"{groep.naam}/label", groep.label, bestand, uitleg)
    yield Brontekst(
        f"{groep.naam}/hint", groep.hint, bestand, text("vertalen.plek.hint", vraag=kort(groep.label))
    )


def _vraag(deel: Startpositie, vraag: Vraag, bestand: str) -> Iterator[Brontekst]:
    naam, woorden = vraag.naam, kort(vraag.label)
    if not vraag.is_leestekst:
        soort = "notitie" if vraag.type == NOTITIE else "vraag" if vraag.read_aloud else "veld"
        soort = "lijst" if vraag.type == HERHALING else soort
        yield Brontekst(
            f"{naam}/label", vraag.label, bestand, text(f"vertalen.vraag.{soort}", onderwerp=deel.titel)
        )
    yield Brontekst(f"{naam}/hint", vraag.hint, bestand, text("vertalen.plek.hint", vraag=woorden))
    yield Brontekst(f"{naam}/gezegd", vraag.gezegd, bestand, text("vertalen.plek.gezegd", vraag=woorden))
    terug = text("vertalen.plek.samenvatting", vraag=woorden)
    yield Brontekst(f"{naam}/samenvatting", vraag.samenvatting, bestand, terug)
    yield Brontekst(f"{naam}/zin", vraag.zin, bestand, text("vertalen.plek.zin", vraag=woorden))
    for code, zin in vraag.zinnen.items():
        if zin != ZWIJG:
            bij = text("vertalen.plek.zin_bij", vraag=woorden, keuze=vraag.keuzelabel(code))
            yield Brontekst(f"{naam}/zin.{code}", zin, bestand, bij)


def _keuzes(vraag: Vraag, taal: Taal, bestand: str) -> Iterator[Brontekst]:
    for keuze in vraag.te_kiezen:
        plek = keuzeplek(vraag, keuze)
        if not cldr_naam(keuze, taal):
            waar = bestand if plek.startswith(f"{vraag.startpositie}/") else f"forms/{KEUZELIJSTEN}"
            yield Brontekst(plek, keuze.label, waar, text("vertalen.plek.keuze", vraag=kort(vraag.label)))
