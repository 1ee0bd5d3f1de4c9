"""What the checklist says: what must be there, what does not go together, which rule of DUO is broken."""

from __future__ import annotations

from intake_assistant.domain.recht.controle import Element
from intake_assistant.domain.recht.duoregels import DuoBreuk
from intake_assistant.domain.recht.leerroute import Strijdigheid
from intake_assistant.texts import text


def element_in_words(element: Element) -> str:
    """What a PIP must hold."""
    return text(f"recht.element.{element.wat}")


def strijdig_in_words(strijdig: Strijdigheid) -> str:
    """What does not go with the route or the group, or cannot be."""
    return text(f"recht.strijdig.{strijdig.reden}", **strijdig.feiten)


def breuk_in_words(breuk: DuoBreuk) -> str:
    """Why DUO would refuse the PIP."""
    return text(f"recht.duo.{breuk.nummer}")
