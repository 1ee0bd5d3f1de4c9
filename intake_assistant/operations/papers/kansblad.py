"""The comparison of what groups are offered, as a sheet, as pages, and as a file without any person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from intake_assistant.documents.model import Alinea, Blok, Kop, Lijst, Randen, Stuk, clean_stuk
from intake_assistant.documents.pdf import write_pdf
from intake_assistant.documents.team.werkboek import Celwaarde, Kolom, Tabblad, write_werkboek
from intake_assistant.domain.team.kansengelijkheid import Groepsrij, Kansvergelijking
from intake_assistant.operations.papers.gegevens import gemeente_of
from intake_assistant.operations.views.team.kansengelijkheid import Kansbeeld
from intake_assistant.operations.words.kansen import (
    groep_in_words,
    kenmerk_in_words,
    marge_in_words,
    procent,
    rij_in_words,
    uitkomst_in_words,
    verschil_in_words,
    zin_geteld,
    zinnen_altijd,
    zinnen_van,
)
from intake_assistant.operations.words.team import getal
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import text

WAT: Final = "kansengelijkheid"
"""What the log says that left, before its format."""
_BLAD: Final = (
    ("kenmerk", 24), ("groep", 34), ("wat", 24), ("uitkomst", 24), ("mensen", 12), ("aantal", 30),
    ("aandeel", 12), ("midden", 12), ("marge", 18), ("verschil", 44),
)  # fmt: skip
_MIDDEN: Final = (("groep", 40), ("mensen", 15), ("midden", 20), ("marge", 25))
_AANDEEL: Final = (("groep", 20), ("uitkomst", 18), ("aantal", 18), ("aandeel", 20), ("verschil", 24))


@dutch
def make_kansrapport(work: Workspace, beeld: Kansbeeld, formaat: str) -> bytes:
    """All comparisons as a workbook (`xlsx`) or as pages (`pdf`); nobody is named in it."""
    if formaat == "xlsx":
        bladen = [_leeswijzer(beeld.zonder_regievoerders()), kansblad(work, beeld)]
        return write_werkboek(text("kansen.titel"), beeld.op, bladen)
    return write_pdf(_stuk(work, beeld.zonder_regievoerders()))


# -- a sheet -------------------------------------------------------------------------------------------------


@dutch
def kansblad(work: Workspace, beeld: Kansbeeld) -> Tabblad:
    """One row for each group and outcome; what stays hidden says so."""
    beeld = beeld.zonder_regievoerders()
    tabellen = beeld.tabellen() if beeld.genoeg else []
    return Tabblad(
        text("kansen.titel"),
        " ".join([zin_geteld(beeld), *(zinnen_altijd(beeld) if beeld.genoeg else [])]),
        tuple(Kolom(text(f"kansen.kolom.{naam}"), breed) for naam, breed in _BLAD),
        tuple(rij for tabel in tabellen if tabel.is_vergelijkbaar for rij in _sheet_rows(work, tabel)),
    )


def _sheet_rows(work: Workspace, tabel: Kansvergelijking) -> Iterator[tuple[Celwaarde, ...]]:
    wat = uitkomst_in_words(tabel.uitkomst)
    for rij in [*tabel.rijen, *([tabel.samen] if tabel.samen else [])]:
        wie = kenmerk_in_words(tabel.kenmerk), rij_in_words(work, tabel, rij), wat
        for uitkomst, *cijfers in _figures(work, tabel, rij):
            yield *wie, uitkomst, rij.aantal, *cijfers


def _figures(
    work: Workspace, tabel: Kansvergelijking, rij: Groepsrij
) -> Iterator[tuple[str, int | str | None, str, float | None, str, str]]:
    """The outcome, how many, their share, the median, the margin, and how it differs from all others."""
    hidden = text("kansen.afgeschermd")
    if tabel.uitkomst.is_getal:
        half = rij.mediaan
        marge = marge_in_words(half, is_getal=True) if half else hidden
        yield "", None, "", round(half.waarde, 1) if half else None, marge, ""
        return
    for kolom, aandeel in zip(tabel.kolommen, rij.aandelen, strict=True):
        naam = groep_in_words(work, tabel.uitkomst, kolom)
        if aandeel is None:
            yield naam, hidden, "", None, "", ""
        else:
            deel, verschil = aandeel.deel, verschil_in_words(aandeel.verschil)
            yield naam, aandeel.aantal, procent(deel.waarde), None, marge_in_words(deel), verschil


def _leeswijzer(beeld: Kansbeeld) -> Tabblad:
    """What was counted and what it cannot say, as the first sheet."""
    return Tabblad(
        text("team.blad.leeswijzer"),
        "",
        (Kolom(text("team.kolom.uitleg"), 110),),
        tuple((zin,) for zin in _reading_aid(beeld)),
    )


def _reading_aid(beeld: Kansbeeld) -> Iterator[str]:
    yield zin_geteld(beeld)
    if beeld.genoeg:
        yield from zinnen_altijd(beeld)
        yield text("kansen.zin.marge")
        yield text("kansen.zin.afgeschermd")
    yield text("kansen.regievoerder_niet_in_bestand")


# -- pages ---------------------------------------------------------------------------------------------------


def _stuk(work: Workspace, beeld: Kansbeeld) -> Stuk:
    gemeente = gemeente_of(work).naam
    pagina, van = text("team.rapport.pagina"), text("team.rapport.van")
    return clean_stuk(
        Stuk(
            titel=text("kansen.titel"),
            soort="team",
            taal="nl-NL",
            concept=False,
            gemeente=text("team.rapport.gemeente", naam=gemeente) if gemeente else "",
            kenmerk="",
            datum=beeld.op,
            randen=Randen(pagina=pagina, van=van, kenmerk="", concept="", watermerk=""),
            blokken=tuple(_pages(work, beeld)),
        )
    )


def _pages(work: Workspace, beeld: Kansbeeld) -> Iterator[Blok]:
    yield from (Alinea(zin) for zin in _reading_aid(beeld))
    for kenmerk in beeld.kenmerken if beeld.genoeg else ():
        yield Kop(1, text("kansen.kop.kenmerk", kenmerk=kenmerk_in_words(kenmerk)))
        tabellen = [tabel for tabel in beeld.tabellen() if tabel.kenmerk is kenmerk]
        if not any(tabel.is_vergelijkbaar for tabel in tabellen):
            yield Alinea(zinnen_van(work, tabellen[0])[0])
            continue
        for tabel in tabellen:
            yield Kop(2, text("kansen.kop.uitkomst", uitkomst=uitkomst_in_words(tabel.uitkomst)))
            yield from (Alinea(zin) for zin in zinnen_van(work, tabel))
            if tabel.is_vergelijkbaar:
                yield _list_of(work, tabel)


def _list_of(work: Workspace, tabel: Kansvergelijking) -> Lijst:
    kolommen = _MIDDEN if tabel.uitkomst.is_getal else _AANDEEL
    return Lijst(
        tuple(breed for _, breed in kolommen),
        tuple(text(f"kansen.kolom.{kop}") for kop, _ in kolommen),
        tuple(
            tuple((Alinea(cel),) for cel in cellen)
            for rij in [*tabel.rijen, *([tabel.samen] if tabel.samen else [])]
            for cellen in _page_rows(work, tabel, rij)
        ),
    )


def _page_rows(work: Workspace, tabel: Kansvergelijking, rij: Groepsrij) -> Iterator[tuple[str, ...]]:
    wie = rij_in_words(work, tabel, rij)
    for naam, aantal, deel, half, marge, verschil in _figures(work, tabel, rij):
        if tabel.uitkomst.is_getal:
            yield wie, str(rij.aantal), getal(half) if half is not None else "", marge
        else:
            van = aantal if isinstance(aantal, str) else text("kansen.van", aantal=aantal, groep=rij.aantal)
            yield wie, naam, van, f"{deel} ({marge})" if deel else "", verschil


def kansbladzij(work: Workspace, beeld: Kansbeeld) -> Iterator[Blok]:
    """The page in the report of the team: what stands out, and what it cannot say."""
    beeld = beeld.zonder_regievoerders()
    yield Kop(1, text("kansen.titel"))
    yield Alinea(zin_geteld(beeld))
    if not beeld.genoeg:
        return
    opvallend = [tabel for tabel in beeld.tabellen() if tabel.opvallend]
    for tabel in opvallend:
        facts = {"uitkomst": uitkomst_in_words(tabel.uitkomst), "kenmerk": kenmerk_in_words(tabel.kenmerk)}
        yield Kop(2, text("kansen.kop.opvallend", **facts))
        yield from (Alinea(zin) for zin in zinnen_van(work, tabel))
        yield _list_of(work, tabel)
    if not opvallend:
        yield Alinea(text("kansen.zin.geen_opvallend"))
    yield from (Alinea(zin, "klein") for zin in zinnen_altijd(beeld))
