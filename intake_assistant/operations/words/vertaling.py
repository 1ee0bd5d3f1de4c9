"""A choice in the language of somebody, what exists in it at all, and which one the other side reads."""

from __future__ import annotations

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import Formulieren, Keuze, Vraag
from intake_assistant.domain.kinds import PERSOON
from intake_assistant.forms.keuzelijsten import naam_in
from intake_assistant.operations.vault.beleid import offered_talen
from intake_assistant.operations.workspace import Workspace
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


def gedeelde_taal(work: Workspace, dossier: Dossier, van_gesprek: str = "") -> str:
    """The language that was chosen; else that of the conversation, the spoken one, the one that is read.

    Each only when there are texts in it or in its main language; else in what the speakers of one of them
    read; Dutch when there are in none.
    """
    gekozen = work.vault.setting(taalsleutel(dossier.id))
    eigen = (str(dossier.get(PERSOON.of(veld))) for veld in ("spreektaal", "leestaal"))
    codes = [gekozen, van_gesprek, *eigen]
    gelezen = (taal.code for code in codes for taal in offered_talen(work.policy) if code in taal.sprekers)
    return next((code for code in codes if _has_texts(work, code)), None) or next(gelezen, SOURCE)


def _has_texts(work: Workspace, code: str) -> bool:
    bekend = {taal.code for taal in offered_talen(work.policy)}
    return bool(code) and not bekend.isdisjoint((code, code.partition("-")[0]))


def taalsleutel(dossier: str) -> str:
    """Under which name the choice is kept."""
    return f"gedeelde taal {dossier}"
