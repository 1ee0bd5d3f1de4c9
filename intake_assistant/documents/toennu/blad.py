"""What somebody said on two days, in Dutch and beside it in the language that they read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from intake_assistant.documents.bladen.praatplaten import draw_bord
from intake_assistant.documents.bouw import Bouwer
from intake_assistant.documents.model import Alinea, Beeld, Lijst, Stijl, Stuk, Tweetalig
from intake_assistant.documents.pip.gegevens import Gemeente
from intake_assistant.documents.tekening.praatplaat.plaat import Bordplaat
from intake_assistant.documents.tekening.svg import PAPIERBREED, PAPIERLETTER, as_svg
from intake_assistant.documents.tekening.toennu import Trappaar, draw_trapparen
from intake_assistant.domain.leesrichting import ISOLATES
from intake_assistant.domain.teksten import Teksten

# What is known now is more than what was known then.
_BREEDTES: Final = (33, 26, 41)
# Two boards of each topic: lower than one that goes home by itself.
_LAAG: Final = 22.0
_NOG_NIETS: Final = "—"
"""As where stairs have no steps."""


@dataclass(frozen=True, slots=True)
class Bladregel:
    """One question with what was said on each day; the steps where it is on stairs."""

    vraag: Tweetalig
    toen: Tweetalig
    nu: Tweetalig
    treden: tuple[tuple[int, int] | None, tuple[int, int] | None] = (None, None)

    @property
    def is_trap(self) -> bool:
        """Whether there are stairs to draw."""
        return self.treden != (None, None)


@dataclass(frozen=True, slots=True)
class Bladdeel:
    """A topic; `klaar` is what was agreed and is done now, and was not yet then."""

    titel: Tweetalig
    regels: tuple[Bladregel, ...]
    klaar: tuple[str, ...] = ()
    borden: tuple[tuple[str, Bordplaat | None], ...] = ()
    """A board as it stood on each day, with the day above it; None where nothing stood on it yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToennuGegevens:
    """What stands on the pages; `taal` is a BCP 47 code, empty when all of it is Dutch."""

    gemeente: Gemeente
    peildatum: date
    titel: Tweetalig
    uitleg: tuple[Tweetalig, ...]
    koppen: tuple[Tweetalig, Tweetalig]
    woorden: tuple[Tweetalig, Tweetalig]
    """The same without their days."""
    kop_vraag: str
    kop_klaar: Tweetalig
    taal: str
    delen: tuple[Bladdeel, ...]
    beelden: Path
    """Where the pictures of the forms lie."""


def build_toennu(gegevens: ToennuGegevens, teksten: Teksten) -> Stuk:
    """Return the pages; nothing on them is a judgement."""
    bouw, taal = Bouwer(teksten, gegevens.peildatum), gegevens.taal
    bouw.blokken += _both(Tweetalig("", gegevens.titel.vertaald), taal, "nadruk")
    for zin in gegevens.uitleg:
        bouw.blokken += _both(zin, taal, "gewoon")
    for deel in gegevens.delen:
        _add_deel(bouw, gegevens, deel)
    return bouw.document(
        "toen_en_nu",
        gegevens.titel.nl,
        concept=False,
        gemeente=gegevens.gemeente.naam,
        kenmerk="",
        dag=gegevens.peildatum,
        huisstijl=gegevens.gemeente.huisstijl,
    )


def _add_deel(bouw: Bouwer, gegevens: ToennuGegevens, deel: Bladdeel) -> None:
    taal = gegevens.taal
    bouw.plain_words(deel.titel.nl)
    bouw.blokken += _both(Tweetalig("", deel.titel.vertaald), taal, "nadruk")
    for dag, plaat in deel.borden:
        if plaat is None:
            bouw.blokken.append(Alinea(f"{dag}: {_NOG_NIETS}", "nadruk"))
        else:
            bouw.blokken += [Alinea(dag, "nadruk"), draw_bord(plaat, dag, gegevens.beelden, hoog=_LAAG)]
    if trappen := [regel for regel in deel.regels if regel.is_trap]:
        bouw.blokken.append(_drawing(gegevens, deel, trappen))
    if deel.regels:
        toen, nu = (tuple(_both(kop, taal, "nadruk")) for kop in gegevens.koppen)
        koppen = (gegevens.kop_vraag, toen, nu)
        bouw.blokken.append(Lijst(_BREEDTES, koppen, tuple(_rows(gegevens, deel))))
    if deel.klaar:
        bouw.blokken += _both(gegevens.kop_klaar, taal, "nadruk")
        bouw.points(deel.klaar)


def _drawing(gegevens: ToennuGegevens, deel: Bladdeel, trappen: list[Bladregel]) -> Beeld:
    paren = [Trappaar(_lines(regel.vraag), *regel.treden) for regel in trappen]
    toen, nu = (" · ".join(_lines(woord)) for woord in gegevens.woorden)
    tekening = draw_trapparen(paren, (toen, nu), PAPIERBREED, PAPIERLETTER)
    return Beeld(as_svg(tekening), f"{gegevens.titel.nl}: {deel.titel.nl}")


def _lines(woorden: Tweetalig) -> tuple[str, ...]:
    """In a drawing each stands on its own: nothing there turns the one beside it."""
    return tuple(ISOLATES.sub("", woord) for woord in (woorden.nl, woorden.vertaald) if woord)


def _rows(gegevens: ToennuGegevens, deel: Bladdeel) -> Iterator[tuple[tuple[Alinea, ...], ...]]:
    taal = gegevens.taal
    for regel in deel.regels:
        said = (tuple(_both(zei, taal, "gewoon")) for zei in (regel.toen, regel.nu))
        yield tuple(_both(regel.vraag, taal, "klein")), *said


def _both(woorden: Tweetalig, taal: str, stijl: Stijl) -> list[Alinea]:
    said = ((woorden.nl, ""), (woorden.vertaald, taal))
    return [Alinea(tekst, stijl, code) for tekst, code in said if tekst]
