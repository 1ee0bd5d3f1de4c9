"""The head of a letter: the sender, an address that fits the window of an envelope, whom to call."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from intake_assistant.dates import in_words
from intake_assistant.documents.bouw import adresregel
from intake_assistant.documents.model import Brief
from intake_assistant.documents.pip.gegevens import Gemeente
from intake_assistant.documents.tekens import isoleer
from intake_assistant.texts import text


def make_brief(
    gemeente: Gemeente, aan: Sequence[str], *, kenmerk: str, datum: date | None, contact: str
) -> Brief:
    """Return the head of a letter; what the settings do not hold is left out."""
    retour = adresregel(gemeente.adres, gemeente.postcode, gemeente.plaats)
    verwijzing = (
        ("datum", in_words(datum) if datum else ""),
        ("kenmerk", kenmerk),
        ("contact", contact),
        ("telefoon", gemeente.contact_telefoon),
    )
    return Brief(
        afzender=_afzender(gemeente),
        retour=text("stukken.brief.retour", adres=isoleer(retour)) if retour else "",
        geadresseerde=tuple(isoleer(regel) for regel in aan if regel),
        verwijzing=tuple(
            (text(f"stukken.brief.{code}"), isoleer(waarde)) for code, waarde in verwijzing if waarde
        ),
    )


def _afzender(gemeente: Gemeente) -> tuple[str, ...]:
    naam = text("stukken.brief.gemeente", naam=isoleer(gemeente.naam)) if gemeente.naam else ""
    nummer = isoleer(gemeente.telefoon)
    telefoon = text("stukken.brief.telefoon_van", nummer=nummer) if gemeente.telefoon else ""
    plaats = f"{gemeente.postcode} {gemeente.plaats}".strip()
    regels = (naam, gemeente.adres, plaats, telefoon, gemeente.email, gemeente.website)
    return tuple(regel for regel in regels if regel)
