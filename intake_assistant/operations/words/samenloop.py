"""Besluiten that hold at once, in words: what is the matter, and what can be done about it."""

from __future__ import annotations

from intake_assistant.dates import date_in_words
from intake_assistant.domain.recht.besluit import Besluit, Samenloop
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.texts import text, text_or


def samenloop_in_words(samenloop: Samenloop) -> str:
    """What is the matter, and what a person can do: the program never chooses between besluiten (AVG 22)."""
    besluiten = opsomming([besluit_in_words(besluit) for besluit in samenloop.besluiten])
    wat = text(f"recht.samenloop.{samenloop.soort}", besluiten=besluiten, regel=samenloop.regel)
    return f"{wat} {text('recht.samenloop.doen')}"


def besluit_in_words(besluit: Besluit) -> str:
    """One besluit by its number, day, ground and leerroute."""
    return text(
        "recht.samenloop.besluit",
        nummer=besluit.nummer,
        datum=date_in_words(besluit.dagtekening),
        # Of a newer program, or by hand: it is shown as it stands.
        grond=text_or(f"dossier.t.grond.{besluit.grond}", besluit.grond),
        leerroute=text_or(f"recht.leerroute.{besluit.leerroute}", besluit.leerroute),
    )
