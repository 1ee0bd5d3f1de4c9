"""A choice in the language of somebody, Dutch where no text exists; and what exists at all."""

from __future__ import annotations

from intake_assistant.domain.formulier import Formulieren, Keuze, Vraag
from intake_assistant.texts import SOURCE, Taal, Vertaling, form_text, talen


def taal_van(code: str) -> Taal:
    """The language of a code or its main language; Dutch when there is no folder for it."""
    bekend = {taal.code: taal for taal in talen()}
    return bekend.get(code) or bekend.get(code.partition("-")[0]) or bekend[SOURCE]


def keuze_tekst(taal: str, vraag: Vraag, keuze: Keuze) -> Vertaling:
    """A choice in a language; its list belongs to the form or is shared by all."""
    eigen = form_text(taal, f"{vraag.startpositie}/{vraag.lijst}/{keuze.naam}", keuze.label)
    if eigen.stand != "ontbreekt":
        return eigen
    return form_text(taal, f"keuzelijst/{vraag.lijst}/{keuze.naam}", keuze.label)


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
