"""The line of time of one dossier as data for its drawing: a lane for each kind, a bar for each term."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from intake_assistant.dates import in_words
from intake_assistant.documents.tekening.levenslijn import Levenslijn, Moment, Tijdbaan
from intake_assistant.documents.tekening.tijdschaal import Uitzicht, around
from intake_assistant.documents.tekening.vormen import Kleurrol
from intake_assistant.operations.views.dossier.levenslijn import BANEN, Gebeurtenis
from intake_assistant.texts import text

JAREN = 6
"""What lies further from today is not in sight at first: one slip of the hand would press all together."""


def lijn_of(alle: Sequence[Gebeurtenis], vandaag: date) -> Levenslijn:
    """The lanes with something in them, in their order; `nummer` is the place in this list."""
    banen = list[Tijdbaan]()
    for baan in BANEN:
        here = [(nummer, wat) for nummer, wat in enumerate(alle) if wat.baan == baan and wat.dag is not None]
        if baan == "termijn":
            banen += [_termijn(nummer, wat) for nummer, wat in here]
        elif here:
            momenten = tuple(_moment(nummer, wat) for nummer, wat in here)
            banen.append(Tijdbaan(text(f"dossier.lijn.baan.{baan}"), momenten))
    woord = text("dossier.lijn.vandaag", datum=in_words(vandaag))
    return Levenslijn(tuple(banen), vandaag, woord, _zin(alle, vandaag))


def first_look(lijn: Levenslijn) -> Uitzicht:
    """From the first to the last day, without what lies absurdly far."""
    return around(lijn.dagen, lijn.vandaag, jaren=JAREN)


def _moment(nummer: int, wat: Gebeurtenis) -> Moment:
    return Moment(nummer, _day(wat), wat.titel, _kleur(wat), wat.komt)


def _termijn(nummer: int, wat: Gebeurtenis) -> Tijdbaan:
    # Of a term that DUO ends without telling its begin the last day alone is known.
    einde = Moment(nummer, _day(wat), wat.bij, _kleur(wat), wat.komt)
    return Tijdbaan(wat.titel, (einde,), wat.begin or einde.dag)


def _day(wat: Gebeurtenis) -> date:
    if wat.dag is None:
        raise ValueError(wat.datum)
    return wat.dag


def _kleur(wat: Gebeurtenis) -> Kleurrol:
    return "fout" if wat.is_laat else "accent"


def _zin(alle: Sequence[Gebeurtenis], vandaag: date) -> str:
    laat, komt = sum(wat.is_laat for wat in alle), sum(wat.komt for wat in alle)
    return text("dossier.lijn.zin", datum=in_words(vandaag), aantal=len(alle), komt=komt - laat, laat=laat)
