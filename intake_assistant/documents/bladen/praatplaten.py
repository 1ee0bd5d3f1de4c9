"""The boards that were filled together, as the person takes them home: drawn, and in words below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from intake_assistant.documents.bouw import Bouwer
from intake_assistant.documents.model import Alinea, Beeld, Blok, Stuk, Tweetalig
from intake_assistant.documents.pip.gegevens import Gemeente
from intake_assistant.documents.tekening.praatplaat import draw_plaat
from intake_assistant.documents.tekening.praatplaat.plaat import Bordplaat
from intake_assistant.documents.tekening.svg import PAPIERBREED, PAPIERLETTER, as_svg
from intake_assistant.domain.teksten import Teksten

# What is touched on a screen is smaller on paper.
_DOEL: Final = 36.0


@dataclass(frozen=True, slots=True)
class Papierbord:
    """A board: its name, the drawing in the language that is read, and the same in words."""

    titel: Tweetalig
    plaat: Bordplaat
    zin: Tweetalig


@dataclass(frozen=True, slots=True, kw_only=True)
class PraatplatenGegevens:
    """What stands on the pages; `taal` is a BCP 47 code, empty when all of it is Dutch."""

    gemeente: Gemeente
    peildatum: date
    titel: str
    uitleg: tuple[Tweetalig, ...]
    taal: str
    borden: tuple[Papierbord, ...]
    beelden: Path
    """Where the pictures of the forms lie."""


def build_praatplaten(gegevens: PraatplatenGegevens, teksten: Teksten) -> Stuk:
    """Return the pages; they hold what the person said, and no more."""
    bouw = Bouwer(teksten, gegevens.peildatum)
    for zin in gegevens.uitleg:
        bouw.blokken += in_both(zin, gegevens.taal)
    for bord in gegevens.borden:
        bouw.plain_words(bord.titel.nl)
        if bord.titel.vertaald:
            bouw.blokken.append(Alinea(bord.titel.vertaald, "nadruk", gegevens.taal))
        bouw.blokken.append(draw_bord(bord.plaat, bord.zin.nl, gegevens.beelden))
        bouw.blokken += in_both(bord.zin, gegevens.taal)
    return bouw.document(
        "praatplaten",
        gegevens.titel,
        concept=False,
        gemeente=gegevens.gemeente.naam,
        kenmerk="",
        dag=gegevens.peildatum,
        huisstijl=gegevens.gemeente.huisstijl,
    )


def draw_bord(plaat: Bordplaat, zin: str, beelden: Path, *, hoog: float = _DOEL) -> Beeld:
    """A board as a drawing on paper, with the sentence that says the same; `hoog` is one thing on it."""
    tekening = draw_plaat(plaat, PAPIERBREED, PAPIERLETTER, hoog).tekening
    return Beeld(as_svg(tekening, beelden), zin)


def in_both(woorden: Tweetalig, taal: str) -> Iterator[Blok]:
    """A text in Dutch, and below it in the other language."""
    for tekst, code in ((woorden.nl, ""), (woorden.vertaald, taal)):
        if tekst:
            yield Alinea(tekst, taal=code)
