"""The figures of a team as sheets of a workbook: names one works with, never a BSN or an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from intake_assistant.dates import read_date
from intake_assistant.documents.team.werkboek import Celwaarde, Kolom, Tabblad
from intake_assistant.operations.views.team.banen import banen_of
from intake_assistant.operations.views.team.beeld import (
    PILOT_UREN,
    PILOT_WEKEN,
    UREN_GRENZEN,
    WEKEN_GRENZEN,
    Teambeeld,
    klassen,
)
from intake_assistant.operations.views.team.bleek import kunnen_in_words, zin_groepen
from intake_assistant.operations.views.team.rij import Signaal, Teamrij
from intake_assistant.operations.words.team import klasse_in_words, redenen_of, regievoerder_of
from intake_assistant.staftaal import dutch
from intake_assistant.texts import text

type Rijen = Iterator[tuple[Celwaarde, ...]]
_NAAM, _WIE = ("naam", 30), ("regievoerder", 24)


@dutch
def bladen_of(beeld: Teambeeld, kluis: str, *andere: Tabblad) -> list[Tabblad]:
    """All sheets; the first says what stands on the others."""
    found = [*(make(beeld) for make in _BLADEN), *andere]
    return [_leeswijzer(beeld, kluis, found), *found]


def _blad(naam: str, kolommen: Sequence[tuple[str, int]], rijen: Rijen, uitleg: str = "") -> Tabblad:
    return Tabblad(
        text(f"team.blad.{naam}"),
        uitleg or text(f"team.uitleg_blad.{naam}"),
        tuple(Kolom(text(f"team.kolom.{kop}"), breed) for kop, breed in kolommen),
        tuple(rijen),
    )


def _leeswijzer(beeld: Teambeeld, kluis: str, bladen: Sequence[Tabblad]) -> Tabblad:
    facts: dict[str, Celwaarde] = {
        text("team.leeswijzer.dag"): beeld.op,
        text("team.leeswijzer.kluis"): kluis,
        text("team.leeswijzer.aantal"): len(beeld.rijen),
        text("team.leeswijzer.lopend"): len(beeld.lopend),
        text("team.leeswijzer.wie"): text("team.leeswijzer.wie_tekst"),
        text("team.leeswijzer.bron"): text("team.leeswijzer.bron_tekst"),
    }
    rows = [*facts.items(), *((blad.naam, blad.uitleg) for blad in bladen)]
    return _blad("leeswijzer", [("blad", 24), ("uitleg", 90)], iter(rows))


def _dossiers(beeld: Teambeeld) -> Tabblad:
    kolommen = [
        _NAAM, _WIE, ("stand", 20), ("klaar", 12), ("open", 12), ("gesprekken", 12), ("laatste_contact", 14),
        ("uren", 10), ("weken", 10), ("vastgesteld_op", 16), ("termijn", 22), ("uiterlijk", 14),
        ("dagen", 10), ("afspraken", 12), ("verschillen", 12), ("aandacht", 44),
    ]  # fmt: skip
    return _blad("dossiers", kolommen, map(_dossier, beeld.rijen))


def _dossier(rij: Teamrij) -> tuple[Celwaarde, ...]:
    klok = rij.eerste_klok
    return (
        rij.naam,
        rij.regievoerder,
        text(f"dossiers.stand_{rij.stand}"),
        rij.startposities_klaar,
        len(rij.startposities) - rij.startposities_klaar,
        rij.gesprekken,
        read_date(rij.laatste_contact) or rij.laatste_contact,
        _round(rij.uren),
        _round(rij.weken),
        rij.vastgesteld_op,
        text(f"venster.klok_{klok.naam}") if klok else "",
        rij.uiterlijk,
        klok.dagen_over if klok else None,
        rij.afspraken_te_laat,
        rij.conflicten,
        "; ".join(text(f"team.signaal.{signaal}") for signaal in rij.signalen),
    )


def _aandacht(beeld: Teambeeld) -> Tabblad:
    rows = sorted(
        (list(Signaal).index(signaal), rij.naam, rij.regievoerder, zin)
        for rij in beeld.rijen
        for signaal, zin in redenen_of(rij)
    )
    named = ((text(f"team.signaal.{list(Signaal)[plek]}"), *rest) for plek, *rest in rows)
    return _blad("aandacht", [("aandacht", 26), _NAAM, _WIE, ("reden", 80)], named)


def _tien_weken(beeld: Teambeeld) -> Tabblad:
    kolommen = [
        _NAAM, _WIE, ("toestand", 16), ("begin", 14), ("uiterlijk", 14), ("dagen", 12), ("klaar", 12),
        ("open", 12),
    ]  # fmt: skip
    rows = (
        (
            baan.naam,
            baan.regievoerder,
            text(f"dossier.klok.stand.{baan.klok.stand}"),
            baan.begin,
            baan.uiterlijk,
            baan.klok.dagen_over,
            baan.klaar,
            len(baan.startposities) - baan.klaar,
        )
        for baan in banen_of(beeld.rijen, beeld.op).banen
    )
    return _blad("tien_weken", kolommen, rows)


def _per_week(beeld: Teambeeld) -> Tabblad:
    banen = banen_of(beeld.rijen, beeld.op)
    weken = (week for week in banen.weken if week >= _week_of(banen.weken, beeld.op))
    return _blad("per_week", [("week", 16), ("plannen", 12)], ((w, banen.per_week[w]) for w in weken))


def _week_of(weken: Sequence[date], dag: date) -> date:
    return max(week for week in weken if week <= dag)


def _regievoerders(beeld: Teambeeld) -> Tabblad:
    # How much work there is; who is late or takes long would be a comparison (WOR 27(1)(k) and (l)).
    kolommen = [_WIE, ("lopend", 10), ("afgerond", 10), ("open_samen", 14), ("gesprekken", 12)]
    rows = (
        (regievoerder_of(deel.naam), deel.lopend, deel.afgerond, deel.startposities_open, deel.gesprekken)
        for deel in beeld.werkdelen
    )
    return _blad("regievoerders", kolommen, rows)


def _standen(beeld: Teambeeld) -> Tabblad:
    rows = ((text(f"dossiers.stand_{stand}"), aantal) for stand, aantal in beeld.per_stand.items())
    return _blad("standen", [("stand", 24), ("aantal", 12)], rows)


@dutch
def uren_blad(beeld: Teambeeld) -> Tabblad:
    """How many intakes took how many hours."""
    uitleg = text("team.uitleg_blad.uren", van=PILOT_UREN[0], tot=PILOT_UREN[1])
    rows = (
        (klasse_in_words(klasse, "uren", PILOT_UREN), klasse.aantal)
        for klasse in klassen(beeld.uren, UREN_GRENZEN)
    )
    return _blad("uren", [("groep", 40), ("aantal", 12)], rows, uitleg)


@dutch
def weken_blad(beeld: Teambeeld) -> Tabblad:
    """How many intakes took how many weeks."""
    uitleg = text("team.uitleg_blad.weken", van=PILOT_WEKEN[0], tot=PILOT_WEKEN[1])
    rows = (
        (klasse_in_words(klasse, "weken", PILOT_WEKEN), klasse.aantal)
        for klasse in klassen(beeld.weken, WEKEN_GRENZEN)
    )
    return _blad("weken", [("groep", 40), ("aantal", 12)], rows, uitleg)


@dutch
def groepen_blad(beeld: Teambeeld) -> Tabblad:
    """How many could join each group; of fewer than ten only that."""
    rows = ((stand.les.naam, stand.wanneer, kunnen_in_words(stand)) for stand in beeld.groepen)
    kolommen = [("groepsles", 30), ("wanneer", 44), ("kunnen", 26)]
    return _blad("groepen", kolommen, rows, zin_groepen(beeld))


def _round(waarde: float | None) -> float | None:
    return None if waarde is None else round(waarde, 1)


_BLADEN: tuple[Callable[[Teambeeld], Tabblad], ...] = (
    _dossiers,
    _aandacht,
    _tien_weken,
    _per_week,
    _regievoerders,
    _standen,
    uren_blad,
    weken_blad,
    groepen_blad,
)
