"""What the checklist says: what must be there, what does not go together, which rule of DUO is broken."""

from __future__ import annotations

import re
from typing import Final

from intake_assistant.dates import date_in_words, read_date
from intake_assistant.domain.recht.controle import Element
from intake_assistant.domain.recht.oordeel.duoregels import DuoBreuk
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel
from intake_assistant.texts import text, text_or

_WOORD: Final = re.compile(r"\w+")


def element_in_words(element: Element) -> str:
    """What a PIP must hold."""
    return text(f"recht.element.{element.wat}")


def oordeel_in_words(oordeel: Oordeel) -> str:
    """What the law forbids, asks for or makes unwise, with the days in words and the field by its name."""
    feiten = {naam: _written(naam, waarde) for naam, waarde in oordeel.feiten.items()}
    return text(f"recht.oordeel.{oordeel.reden}", **feiten)


def aftrek_artikel_in_words(artikel: str) -> str:
    """When an article lowers the hours, with its name; one that is not known by its name alone."""
    gezegd = text_or(f"beschikking.aftrek_artikel_{'_'.join(_WOORD.findall(artikel.lower()))}", "")
    return text("beschikking.aftrek_artikel", gezegd=gezegd, artikel=artikel) if gezegd else artikel


def with_article(zin: str, regel: str) -> str:
    """A sentence with the article that it rests on."""
    return f"{zin} ({regel})"


def breuk_in_words(breuk: DuoBreuk) -> str:
    """Why DUO would refuse the PIP."""
    return text(f"recht.duo.{breuk.nummer}")


def duoregel_in_words(breuk: DuoBreuk) -> str:
    """The rule with the article behind it, as a refusal names it."""
    return text("recht.duo.regel", nummer=breuk.nummer, artikel=breuk.artikel)


def _written(naam: str, waarde: str) -> str:
    if naam == "veld":
        return text_or(f"beschikking.veld_{waarde}", waarde)
    return date_in_words(waarde) if read_date(waarde) else waarde
