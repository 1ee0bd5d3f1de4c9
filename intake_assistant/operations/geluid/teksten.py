"""Which texts can be spoken in: the fixed ones that the person hears, and nothing that anybody said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from intake_assistant.domain.formulier import Vraag
from intake_assistant.forms.keuzelijsten import is_from_cldr
from intake_assistant.operations.geluid.klanken import Klanken
from intake_assistant.operations.words.gedeeld import Spreektekst, is_zoeklijst
from intake_assistant.operations.words.vertaling import keuzeplek
from intake_assistant.operations.workspace import Data
from intake_assistant.texts import SOURCE, Taal, form_forms, form_text, keys

_GEDEELD: Final = "gedeeld"
_INFORMATIE: Final = "informatie"
# A text with a gap holds what somebody said.
_GAT: Final = "{"


@dataclass(slots=True)
class Klankdekking:
    """Of one topic: how many texts can be spoken in, and how many were; `oud`: the words have changed."""

    alle: int = 0
    ingesproken: int = 0
    oud: int = 0


def spreekteksten(data: Data) -> dict[str, list[Spreektekst]]:
    """By topic, in the order of the conversation; what the shared side says of itself comes last."""
    gezien = set[str]()
    found: dict[str, list[Spreektekst]] = {}
    for deel in data.formulieren.startposities:
        for vraag in deel.vragen.values():
            if vraag.read_aloud and not vraag.vervallen:
                nieuw = [tekst for tekst in _of_vraag(vraag) if tekst.plek not in gezien]
                gezien |= {tekst.plek for tekst in nieuw}
                found.setdefault(deel.id, []).extend(nieuw)
    found[_INFORMATIE] = [
        Spreektekst(f"{_INFORMATIE}.{een.id}/{deel}", tekst)
        for een in data.onderwerpen
        for deel, tekst in (("titel", een.titel), ("tekst", een.tekst))
    ]
    found[_GEDEELD] = [Spreektekst(key, zin) for key, zin in _own()]
    return found


def _of_vraag(vraag: Vraag) -> Iterator[Spreektekst]:
    yield Spreektekst(f"{vraag.naam}/label", vraag.label)
    if vraag.hint:
        yield Spreektekst(f"{vraag.naam}/hint", vraag.hint)
    if not is_zoeklijst(vraag):
        for keuze in vraag.te_kiezen:
            if not is_from_cldr(keuze):
                yield Spreektekst(keuzeplek(vraag, keuze), keuze.label)


def _own() -> Iterator[tuple[str, str]]:
    for key in keys(SOURCE, _GEDEELD):
        zin = form_forms(SOURCE, key)[-1]
        if _GAT not in zin:
            yield key, zin


def in_taal(taal: Taal, tekst: Spreektekst) -> str:
    """What stands on the screen of a text; empty where the language lacks it."""
    found = form_text(taal.code, tekst.plek, tekst.nl)
    return "" if found.stand == "ontbreekt" else found.tekst


@dataclass(slots=True)
class Gesprekdekking:
    """Of what is said of some topics: how many texts, and of them there, looked over, and spoken in."""

    alle: int = 0
    er: int = 0
    nagekeken: int = 0
    ingesproken: int = 0


def gesprekdekking(data: Data, klanken: Klanken, taal: Taal, delen: Iterable[str]) -> Gesprekdekking:
    """How far a language is for a conversation about these topics."""
    found, alle = Gesprekdekking(), spreekteksten(data)
    for tekst in (tekst for deel in delen for tekst in alle.get(deel, ())):
        vertaling = form_text(taal.code, tekst.plek, tekst.nl)
        found.alle += 1
        found.er += vertaling.stand != "ontbreekt"
        found.nagekeken += vertaling.stand == "gecontroleerd"
        klank = klanken.klank(taal.code, tekst.plek)
        found.ingesproken += klank is not None and not klank.is_old(tekst, in_taal(taal, tekst))
    return found


def klankdekking(data: Data, klanken: Klanken, taal: Taal) -> dict[str, Klankdekking]:
    """By topic how many of its texts can be heard in a language."""
    return {onderwerp: _count(klanken, taal, teksten) for onderwerp, teksten in spreekteksten(data).items()}


def _count(klanken: Klanken, taal: Taal, teksten: list[Spreektekst]) -> Klankdekking:
    found = Klankdekking(len(teksten))
    for tekst in teksten:
        klank = klanken.klank(taal.code, tekst.plek)
        if klank is None:
            continue
        if klank.is_old(tekst, in_taal(taal, tekst)):
            found.oud += 1
        else:
            found.ingesproken += 1
    return found
