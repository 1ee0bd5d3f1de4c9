"""A choice in the language of somebody, what exists in it at all, and which one the other side reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import Formulieren, Keuze, Vraag
from intake_assistant.domain.kinds import PERSOON
from intake_assistant.forms.keuzelijsten import is_from_cldr, naam_in
from intake_assistant.operations.vault.beleid import offered_talen
from intake_assistant.operations.words.waarde import gezegde_taalnaam
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import SOURCE, Taal, Vertaling, form_text, taalfouten, talen

DIALECT: Final = "taalniveau.dialect"


def taal_van(code: str) -> Taal:
    """The language of a code or its main language, else what its speakers read; Dutch when there is none."""
    bekend = {taal.code: taal for taal in talen()}
    gelezen = next((taal for taal in bekend.values() if code in taal.sprekers), bekend[SOURCE])
    return bekend.get(code) or bekend.get(code.partition("-")[0]) or gelezen


def teksten_in(code: str) -> str:
    """The code of the language whose texts are read to who speaks this one; itself when there are none."""
    taal = taal_van(code)
    return code if taal.code == SOURCE else taal.code


def keuze_tekst(taal: str, vraag: Vraag, keuze: Keuze) -> Vertaling:
    """A choice in a language; the name of a language or a country as CLDR has it."""
    if is_from_cldr(keuze):
        return keuze_in(taal_van(taal), vraag, keuze)
    return form_text(taal, keuzeplek(vraag, keuze), keuze.label)


def keuze_in(taal: Taal, vraag: Vraag, keuze: Keuze) -> Vertaling:
    """The same, of a language whose folder was read already."""
    if is_from_cldr(keuze) and (naam := cldr_naam(keuze, taal)):
        return Vertaling(naam, "gecontroleerd")
    return form_text(taal.code, keuzeplek(vraag, keuze), keuze.label)


def keuzeplek(vraag: Vraag, keuze: Keuze) -> str:
    """The place of a choice in a catalogue: its list belongs to the form, or is shared by all."""
    return f"{'keuzelijst' if keuze.bron else vraag.startpositie}/{vraag.lijst}/{keuze.naam}"


def cldr_naam(keuze: Keuze, taal: Taal) -> str:
    """What CLDR calls a choice in a language; empty when the list has no such source, or CLDR no name."""
    return "" if taal.code == SOURCE else naam_in(keuze, taal.babel)


def onvertaald(formulieren: Formulieren, taal: str, delen: Iterable[str]) -> list[str]:
    """The titles of the topics of which a spoken question, or a choice of one, is not there in a language."""
    gekozen = set(delen)
    return [
        deel.titel
        for deel in formulieren.startposities
        if deel.id in gekozen and any(_lacks(taal, vraag) for vraag in deel.velden if vraag.read_aloud)
    ]


def _lacks(taal: str, vraag: Vraag) -> bool:
    """Dutch lacks in Dutch too: whoever speaks a language without a folder reads none of it."""
    teksten = [form_text(taal, f"{vraag.naam}/label", vraag.label)]
    teksten += [keuze_tekst(taal, vraag, keuze) for keuze in vraag.te_kiezen if not is_from_cldr(keuze)]
    return taal == SOURCE or any(gevonden.stand == "ontbreekt" for gevonden in teksten)


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


def spreekt_anders(work: Workspace, dossier: Dossier, leest: Taal, *, dialect: bool = False) -> str:
    """What somebody speaks, by its name, when that is not just what they read; else empty."""
    code = str(dossier.get(PERSOON.of("spreektaal")))
    streek = str(dossier.antwoord(DIALECT).waarde or "") if dialect else ""
    if not code or (code == leest.code and not streek):
        return ""
    naam = gezegde_taalnaam(work.data.formulieren, code) or code
    return f"{naam} ({streek})" if streek else naam


def _has_texts(work: Workspace, code: str) -> bool:
    bekend = {taal.code for taal in offered_talen(work.policy)}
    # A language in which something is wrong is off.
    return any(deel in bekend and not taalfouten(deel) for deel in (code, code.partition("-")[0]))


def taalsleutel(dossier: str) -> str:
    """Under which name the choice is kept."""
    return f"gedeelde taal {dossier}"
