"""What stands in the figures on equal chances, in words that a citizen can read along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from intake_assistant.dates import in_words
from intake_assistant.domain.recht.leerroute import Leerroute
from intake_assistant.domain.team.gelijke_gevallen import UREN, Gelijken
from intake_assistant.domain.team.groepen import MINSTENS, ONBEKEND, Groep
from intake_assistant.domain.team.interval import Marge
from intake_assistant.domain.team.kansengelijkheid import Aandeel, Groepsrij, Kansvergelijking
from intake_assistant.domain.team.kansfeiten import (
    LBT,
    LEEFTIJDEN,
    LETTERS,
    LEZEN,
    OPLEIDING,
    STAPPEN,
    GelijkFeiten,
    Kansuitkomst,
    Kenmerk,
)
from intake_assistant.operations.views.team.kansengelijkheid import Kansbeeld, may_compare_regievoerders
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.operations.words.onderwerp import LANDEN, TALEN
from intake_assistant.operations.words.team import getal
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

_VRAGEN: Final[dict[str, str]] = {
    Kenmerk.OPLEIDING: OPLEIDING,
    Kenmerk.LEESVAARDIGHEID: LETTERS,
    Kenmerk.LAND: LANDEN,
    Kenmerk.TAAL: TALEN,
    "lbt": LBT,
    "taalniveau": LEZEN,
}


def kenmerk_in_words(kenmerk: Kenmerk) -> str:
    """By what is compared."""
    return text(f"kansen.kenmerk.{kenmerk}")


def uitkomst_in_words(uitkomst: Kansuitkomst) -> str:
    """What is compared."""
    return text(f"kansen.uitkomst.{uitkomst}")


def groep_in_words(work: Workspace, wat: Kenmerk | Kansuitkomst, groep: Groep) -> str:
    """Who is in a group: its codes in words; of a long list the small ones have one name together."""
    if wat not in STAPPEN and (len(groep) > 1 or groep == (ONBEKEND,)):
        return text(f"kansen.andere.{wat}")
    return opsomming([_code_in_words(work, wat, code) for code in groep])


def _code_in_words(work: Workspace, wat: Kenmerk | Kansuitkomst | str, code: str) -> str:
    if code == ONBEKEND:
        return text("kansen.onbekend")
    match wat:
        case Kenmerk.GESLACHT:
            return text(f"kansen.geslacht.{code}")
        case Kenmerk.LEEFTIJD | "leeftijd":
            return text(f"kansen.leeftijd.{code}")
        case Kansuitkomst.LEERROUTE:
            return route_in_words(code)
        case Kansuitkomst.NIVEAU | Kansuitkomst.ONDERSTEUNING:
            return text(f"kansen.code.{wat}.{code}")
        case Kenmerk.REGIEVOERDER:
            return code
    vraag = work.data.formulieren.vragen.get(_VRAGEN[wat])
    return vraag.keuzelabel(code) if vraag else code


def route_in_words(code: str) -> str:
    """A leerroute."""
    return text(f"kansen.code.leerroute.{code}")


# -- figures -------------------------------------------------------------------------------------------------


def procent(deel: float) -> str:
    """A share as a whole percentage."""
    return text("kansen.procent", getal=round(deel * 100))


def marge_in_words(marge: Marge, *, is_getal: bool = False) -> str:
    """From where to where."""
    if is_getal:
        return text("kansen.marge_getal", van=getal(marge.van), tot=getal(marge.tot))
    return text("kansen.marge", van=round(marge.van * 100), tot=round(marge.tot * 100))


def aandeel_in_words(aandeel: Aandeel | None, groep: int) -> str:
    """How many of how many; or that it stays hidden."""
    if aandeel is None:
        return text("kansen.afgeschermd")
    return text("kansen.van", aantal=aandeel.aantal, groep=groep)


def verschil_in_words(verschil: Marge | None) -> str:
    """How many points more or less than all others, with the margin; empty without others."""
    if verschil is None:
        return ""
    punten = round(verschil.waarde * 100)
    soort = "gelijk" if punten == 0 else "meer" if punten > 0 else "minder"
    return text(
        f"kansen.verschil.{soort}",
        punten=abs(punten),
        van=_signed(verschil.van),
        tot=_signed(verschil.tot),
    )


def _signed(deel: float) -> str:
    punten = round(deel * 100)
    return f"+{punten}" if punten > 0 else f"−{-punten}" if punten < 0 else "0"


# -- sentences -----------------------------------------------------------------------------------------------


def zin_geteld(beeld: Kansbeeld) -> str:
    """What was counted, or that it is too little to tell anything."""
    if not beeld.compleet:
        return text("kansen.zin.nog_bezig")
    if not beeld.genoeg:
        return text("kansen.zin.te_weinig", minstens=MINSTENS)
    return text("kansen.zin.geteld", aantal=len(beeld.feiten), datum=in_words(beeld.op))


def zin_regievoerders(work: Workspace) -> str:
    """Whether regievoerders are compared, and by whose consent."""
    op = work.policy.or_instemming_op
    if op is None or not may_compare_regievoerders(work):
        return text("kansen.regievoerder_uit")
    return text("kansen.regievoerder_aan", datum=in_words(op), kenmerk=work.policy.or_kenmerk)


def zinnen_van(work: Workspace, tabel: Kansvergelijking, kolom: int | None = None) -> list[str]:
    """What a table says, in words; of one of its columns, or of all."""
    if tabel.samen is None:
        return []
    if len(tabel.rijen) < 2:
        return [text("kansen.zin.een_groep", minstens=MINSTENS)]
    if not tabel.is_vergelijkbaar:
        return [text("kansen.zin.een_uitkomst", minstens=MINSTENS)]
    zinnen = _median_sentences(work, tabel) if tabel.uitkomst.is_getal else _shares(work, tabel, kolom)
    return [*zinnen, *([text("kansen.zin.afgeschermd")] if _hides_some(tabel, kolom) else [])]


def _shares(work: Workspace, tabel: Kansvergelijking, kolom: int | None) -> list[str]:
    opvallend = [gezien for gezien in tabel.opvallend if kolom is None or gezien[1] == kolom]
    told = [
        text(
            "kansen.zin.verschil",
            groep=groep_in_words(work, tabel.kenmerk, rij.groep),
            wat=groep_in_words(work, tabel.uitkomst, tabel.kolommen[plek]),
            deel=procent(aandeel.deel.waarde),
            anderen=procent(aandeel.deel.waarde - aandeel.verschil.waarde),
        )
        for rij, plek, aandeel in opvallend
        if aandeel.verschil is not None
    ]
    if told:
        return [*told, text("kansen.zin.groter_dan_toeval")]
    return [text("kansen.zin.geen_verschil" if any(_told(tabel, kolom)) else "kansen.zin.geen_aandelen")]


def _told(tabel: Kansvergelijking, kolom: int | None) -> list[bool]:
    """Of each share whether it is told; of one column, or of all."""
    columns = range(len(tabel.kolommen)) if kolom is None else (kolom,)
    return [rij.aandelen[plek] is not None for rij in tabel.rijen for plek in columns]


def _hides_some(tabel: Kansvergelijking, kolom: int | None) -> bool:
    if tabel.uitkomst.is_getal:
        return 0 < tabel.verborgen < len(tabel.rijen)
    return len(set(_told(tabel, kolom))) > 1


def _median_sentences(work: Workspace, tabel: Kansvergelijking) -> list[str]:
    told = [(rij, rij.mediaan) for rij in tabel.rijen if rij.mediaan is not None]
    if len(told) < 2:
        return [text("kansen.zin.geen_middens")]
    low = min(told, key=lambda each: each[1].waarde)
    high = max(told, key=lambda each: each[1].waarde)
    if low[1].waarde == high[1].waarde:
        return [text("kansen.zin.midden_gelijk", getal=getal(low[1].waarde))]
    zin = text(
        f"kansen.zin.midden_{tabel.uitkomst}",
        groep=groep_in_words(work, tabel.kenmerk, low[0].groep),
        getal=getal(low[1].waarde),
        andere=groep_in_words(work, tabel.kenmerk, high[0].groep),
        meer=getal(high[1].waarde),
    )
    apart = low[1].tot < high[1].van
    return [zin, text("kansen.zin.marges_los" if apart else "kansen.zin.marges_samen")]


def zinnen_altijd(beeld: Kansbeeld) -> list[str]:
    """What no figure here can say; beside every table, in the window and on paper."""
    return [
        text("kansen.zin.andere_oorzaken"),
        text("kansen.zin.veel_vergelijkingen", aantal=beeld.vergelijkingen),
        text("kansen.zin.geen_score", minstens=MINSTENS),
    ]


# -- one case ------------------------------------------------------------------------------------------------


def gelijk_in_words(work: Workspace, feiten: GelijkFeiten, namen: Sequence[str]) -> list[str]:
    """In what others are the same as this one: each fact with its value."""
    return [
        text(f"kansen.gelijk.{naam}", waarde=_code_in_words(work, naam, getattr(feiten, naam)))
        for naam in namen
    ]


def routes_in_words(gelijken: Gelijken) -> Iterator[tuple[str, int]]:
    """How many others were offered which leerroute, in the order of the law."""
    yield from ((route_in_words(route), gelijken.leerroutes.get(route, 0)) for route in Leerroute)


def uren_in_words(gelijken: Gelijken) -> Iterator[tuple[str, int]]:
    """How many others were offered how many hours, from few to many."""
    for code in (*UREN, ONBEKEND):
        if gelijken.uren.get(code):
            yield text(f"kansen.uren.{code}"), gelijken.uren[code]


def zin_gelijken(work: Workspace, feiten: GelijkFeiten, gelijken: Gelijken | None) -> str:
    """How many there are and in what they are the same; or that they are too few."""
    if gelijken is None:
        return text("kansen.gelijk.te_weinig", minstens=MINSTENS)
    namen = opsomming(gelijk_in_words(work, feiten, gelijken.gelijk_in))
    return text("kansen.gelijk.aantal", aantal=gelijken.aantal, namen=namen)


KANSCODES: Final = {
    "geslacht": [code for code in STAPPEN[Kenmerk.GESLACHT] if code != ONBEKEND],
    "leeftijd": tuple(LEEFTIJDEN),
    "uren": (*UREN, ONBEKEND),
}
"""The codes that have words of their own here."""


def rij_in_words(work: Workspace, tabel: Kansvergelijking, rij: Groepsrij) -> str:
    """Who a row is about."""
    if rij is tabel.samen:
        return text("kansen.iedereen")
    return groep_in_words(work, tabel.kenmerk, rij.groep)
