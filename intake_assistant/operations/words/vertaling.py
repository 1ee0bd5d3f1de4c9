"""A choice in the language of somebody, Dutch where no text exists; and what exists at all."""

from __future__ import annotations

from intake_assistant.domain.formulier import Formulieren, Keuze, Vraag
from intake_assistant.forms.keuzelijsten import naam_in
from intake_assistant.texts import SOURCE, Taal, Vertaling, form_text, talen


def taal_van(code: str) -> Taal:
    """The language of a code or its main language; Dutch when there is no folder for it."""
    bekend = {taal.code: taal for taal in talen()}
    return bekend.get(code) or bekend.get(code.partition("-")[0]) or bekend[SOURCE]


def keuze_tekst(taal: str, vraag: Vraag, keuze: Keuze) -> Vertaling:
    """A choice in a language; the name of a language or a country as CLDR has it."""
    if naam := cldr_naam(keuze, taal_van(taal)):
        return Vertaling(naam, "gecontroleerd")
    return form_text(taal, keuzeplek(vraag, keuze), keuze.label)


def keuzeplek(vraag: Vraag, keuze: Keuze) -> str:
    """The place of a choice in a catalogue: its list belongs to the form, or is shared by all."""
    return f"{'keuzelijst' if keuze.bron else vraag.startpositie}/{vraag.lijst}/{keuze.naam}"


def cldr_naam(keuze: Keuze, taal: Taal) -> str:
    """What CLDR calls a choice in a language; empty when the list has no such source, or CLDR no name."""
    return "" if taal.code == SOURCE else naam_in(keuze, taal.babel)


def vertaald(formulieren: Formulieren, taal: str) -> list[str]:
    """The titles of the topics of which every spoken question exists in a language."""
    return [
        deel.titel
        for deel in formulieren.startposities
        if all(
            form_text(taal, f"{vraag.naam}/label", vraag.label).stand != "ontbreekt"
            for vraag in deel.velden
            if vraag.read_aloud
        )
    ]
