"""What the team lead takes along of the figures: a workbook, or a report to read; logged as it leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import batched
from typing import Final

from intake_assistant.dates import in_short, in_words
from intake_assistant.documents.model import Alinea, Beeld, Blok, Kop, Lijst, Randen, Stuk, clean_stuk
from intake_assistant.documents.pdf import write_pdf
from intake_assistant.documents.team.werkboek import Celwaarde, Tabblad, write_werkboek
from intake_assistant.documents.tekening.banen import draw_as, draw_baan, stack
from intake_assistant.documents.tekening.svg import PAPIERBREED, PAPIERLETTER, as_svg
from intake_assistant.documents.tekening.vormen import Schrift, Tekening
from intake_assistant.domain.team.bleek import Routevervolg, bleek
from intake_assistant.operations.papers.gegevens import gemeente_of
from intake_assistant.operations.papers.kansblad import kansblad, kansbladzij
from intake_assistant.operations.papers.teambladen import bladen_of, groepen_blad, uren_blad, weken_blad
from intake_assistant.operations.views.team import tekeningen
from intake_assistant.operations.views.team.banen import Baan, Banen, banen_of
from intake_assistant.operations.views.team.beeld import Teambeeld
from intake_assistant.operations.views.team.bleek import (
    LANGST,
    cellen_of,
    geleden_in_words,
    zin_groepen,
    zinnen_bleek,
    zinnen_gezien,
    zinnen_later,
)
from intake_assistant.operations.views.team.kansengelijkheid import kansbeeld
from intake_assistant.operations.views.team.rij import Signaal, Teamrij
from intake_assistant.operations.words.team import (
    baan_in_words,
    hoe_ver,
    redenen_of,
    regievoerder_of,
    zin_standen,
    zin_werk,
    zinnen_banen,
    zinnen_uren,
    zinnen_weken,
)
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import text

WAT: Final = "team"
"""What the log says that left, before its format."""
FORMATEN: Final = ("xlsx", "pdf")
"""Of a drawing on A4, in points."""
_NAMEN: Final = 130.0
_OP_EEN_BLAD: Final = 24


@dutch
def make_rapport(work: Workspace, beeld: Teambeeld, formaat: str) -> bytes:
    """The figures as a workbook (`xlsx`) or as a report (`pdf`), in memory."""
    if formaat == "xlsx":
        titel, kansen = text("team.rapport.titel"), kansbeeld(work, beeld.kansen)
        bladen = bladen_of(beeld, work.vault.device.naam, kansblad(work, kansen))
        return write_werkboek(titel, beeld.op, bladen)
    return write_pdf(rapport_stuk(work, beeld))


@dutch
def rapport_stuk(work: Workspace, beeld: Teambeeld) -> Stuk:
    """The report as a document: each picture with its sentence and its table."""
    gemeente = gemeente_of(work).naam
    return clean_stuk(
        Stuk(
            titel=text("team.rapport.titel"),
            soort="team",
            taal="nl-NL",
            concept=False,
            gemeente=text("team.rapport.gemeente", naam=gemeente) if gemeente else "",
            kenmerk="",
            datum=beeld.op,
            randen=Randen(
                pagina=text("team.rapport.pagina"),
                van=text("team.rapport.van"),
                kenmerk="",
                concept="",
                watermerk="",
            ),
            blokken=(
                *_blokken(beeld, work.vault.device.naam),
                *kansbladzij(work, kansbeeld(work, beeld.kansen)),
            ),
        )
    )


def _blokken(beeld: Teambeeld, kluis: str) -> Iterator[Blok]:
    yield Alinea(
        text("team.rapport.inleiding", datum=in_words(beeld.op), aantal=len(beeld.rijen), kluis=kluis)
    )
    yield Alinea(text("team.leeswijzer.wie_tekst"), "klein")
    yield from _aandacht(beeld)
    yield from _banen(banen_of(beeld.rijen, beeld.op))
    yield from _werk(beeld)
    yield from _gezien(beeld)
    yield Kop(1, text("team.rapport.kop_standen"))
    yield from _met_beeld(tekeningen.draw_standen(beeld, PAPIERBREED, PAPIERLETTER), [zin_standen(beeld)])
    for wat, blad, draw, zinnen in (
        ("uren", uren_blad(beeld), tekeningen.draw_uren, zinnen_uren(beeld)),
        ("weken", weken_blad(beeld), tekeningen.draw_weken, zinnen_weken(beeld)),
    ):
        yield Kop(1, text(f"team.rapport.kop_{wat}"))
        if sum(int(str(aantal)) for _, aantal in blad.rijen):
            yield from _met_beeld(draw(beeld, PAPIERBREED, PAPIERLETTER), zinnen)
            yield _van_blad(blad, (70, 30))
        else:
            yield Alinea(" ".join(zinnen))
    yield from _groepen(beeld)
    yield from _bleek(beeld)
    yield Alinea(text("team.zin.bron"), "klein")


def _met_beeld(tekening: Tekening, zinnen: Sequence[str]) -> Iterator[Blok]:
    yield Alinea(" ".join(zinnen))
    if tekening.vormen:
        yield Beeld(as_svg(tekening), tekening.zin)


def _aandacht(beeld: Teambeeld) -> Iterator[Blok]:
    yield Kop(1, text("team.rapport.kop_aandacht"))
    rijen = [
        (text(f"team.signaal.{signaal}"), rij.naam, regievoerder_of(rij.regievoerder), zin)
        for rij in sorted(beeld.rijen, key=_urgency)
        for signaal, zin in redenen_of(rij)
    ]
    if rijen:
        yield _tabel(("aandacht", "naam", "regievoerder", "reden"), (20, 22, 18, 40), rijen)
    else:
        yield Alinea(text("team.rapport.geen_aandacht"))


def _urgency(rij: Teamrij) -> int:
    return list(Signaal).index(rij.signalen[0]) if rij.signalen else len(Signaal)


def _banen(banen: Banen) -> Iterator[Blok]:
    yield Kop(1, text("team.rapport.kop_banen"))
    zinnen = zinnen_banen(banen)
    yield Alinea(" ".join(zinnen))
    for enkele in batched(banen.banen, _OP_EEN_BLAD):
        yield Beeld(as_svg(_lanes(banen, enkele)), " ".join(zinnen))
    if banen.banen:
        rijen = [_baan(baan, banen) for baan in banen.banen]
        yield _tabel(("naam", "regievoerder", "klaar", "begin", "termijn"), (27, 20, 12, 16, 25), rijen)


def _baan(baan: Baan, banen: Banen) -> tuple[str, ...]:
    begin = in_short(baan.begin) if baan.begin else ""
    wie = regievoerder_of(baan.regievoerder)
    return baan.naam, wie, hoe_ver(baan.startposities), begin, baan_in_words(baan, banen.op)


def _lanes(banen: Banen, enkele: Sequence[Baan]) -> Tekening:
    letter, as_ = PAPIERLETTER, tekeningen.tijdas(banen, PAPIERBREED - _NAMEN)
    druk = banen.drukste[0] if banen.drukste else None
    kop = draw_as(as_, banen.per_week, druk, letter)
    lanes = [draw_baan(tekeningen.loopbaan(baan, banen.op), as_, letter) for baan in enkele]
    namen = [
        Schrift(0, kop.hoog + (plek + 0.5) * lane.hoog, letter.cut(baan.naam, _NAMEN - 8))
        for plek, (baan, lane) in enumerate(zip(enkele, lanes, strict=True))
    ]
    return stack([kop, *lanes], _NAMEN, namen, "")


def _werk(beeld: Teambeeld) -> Iterator[Blok]:
    yield Kop(1, text("team.rapport.kop_werk"))
    yield from _met_beeld(tekeningen.draw_werk(beeld, PAPIERBREED, PAPIERLETTER), [zin_werk(beeld)])
    rijen = [
        (
            regievoerder_of(deel.naam),
            str(deel.lopend),
            str(deel.afgerond),
            str(deel.startposities_open),
            str(deel.gesprekken),
        )
        for deel in beeld.werkdelen
    ]
    if rijen:
        koppen = ("regievoerder", "lopend", "afgerond", "open_samen", "gesprekken")
        yield _tabel(koppen, (32, 14, 16, 20, 18), rijen)


def _gezien(beeld: Teambeeld) -> Iterator[Blok]:
    yield Kop(1, text("team.rapport.kop_gezien"))
    yield from _met_beeld(tekeningen.draw_gezien(beeld, PAPIERBREED, PAPIERLETTER), zinnen_gezien(beeld))
    rijen = [
        (rij.naam, regievoerder_of(rij.regievoerder), geleden_in_words(weken))
        for rij, weken in beeld.ongezien[:LANGST]
    ]
    if rijen:
        yield _tabel(("naam", "regievoerder", "laatste_contact"), (40, 30, 30), rijen)


def _groepen(beeld: Teambeeld) -> Iterator[Blok]:
    """Counts alone: who could join which group stands in no report."""
    yield Kop(1, text("team.rapport.kop_groepen"))
    yield from _met_beeld(tekeningen.draw_groepen(beeld, PAPIERBREED, PAPIERLETTER), [zin_groepen(beeld)])
    if beeld.groepen:
        yield _van_blad(groepen_blad(beeld), (30, 40, 30))


def _bleek(beeld: Teambeeld) -> Iterator[Blok]:
    yield Kop(1, text("team.rapport.kop_bleek"))
    yield from _met_beeld(tekeningen.draw_bleek(beeld, PAPIERBREED, PAPIERLETTER), zinnen_bleek(beeld))
    if rijen := [cellen_of(rij) for rij in bleek(beeld.bleek)]:
        yield _tabel(("leerroute", "aantal", *Routevervolg, "lesuren"), (22, 12, 14, 14, 12, 14, 12), rijen)
    yield Kop(1, text("team.rapport.kop_later"))
    yield from _met_beeld(tekeningen.draw_later(beeld, PAPIERBREED, PAPIERLETTER), zinnen_later(beeld))


def _van_blad(blad: Tabblad, breedtes: tuple[int, ...]) -> Lijst:
    koppen = tuple(kolom.kop for kolom in blad.kolommen)
    return _lijst(koppen, breedtes, blad.rijen)


def _tabel(kolommen: Sequence[str], breedtes: tuple[int, ...], rijen: Iterable[tuple[str, ...]]) -> Lijst:
    return _lijst(tuple(text(f"team.kolom.{kolom}") for kolom in kolommen), breedtes, rijen)


def _lijst(
    koppen: tuple[str, ...], breedtes: tuple[int, ...], rijen: Iterable[tuple[Celwaarde, ...]]
) -> Lijst:
    cellen = tuple(tuple((Alinea(str(cel)),) for cel in rij) for rij in rijen)
    return Lijst(breedtes, koppen, cellen)
