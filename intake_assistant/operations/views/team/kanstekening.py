"""The picture of one comparison: a dot with a line for each group, for the room and letters there are."""

from __future__ import annotations

import math

from intake_assistant.documents.tekening.punten import Margepunt, Schaal, draw_punten
from intake_assistant.documents.tekening.vormen import Letter, Tekening
from intake_assistant.domain.team.interval import Marge
from intake_assistant.domain.team.kansengelijkheid import Groepsrij, Kansvergelijking
from intake_assistant.operations.words.kansen import rij_in_words, zinnen_van
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

_STEP = 4


def draw_vergelijking(
    work: Workspace, tabel: Kansvergelijking, kolom: int, breed: float, letter: Letter
) -> Tekening:
    """One column of shares from 0 to 100 %, or the medians; what stays hidden says so."""
    if tabel.samen is None or not tabel.is_vergelijkbaar:
        return Tekening(breed, 0, ())
    marges = [_marge(tabel, rij, kolom) for rij in tabel.rijen]
    punten = [
        Margepunt(
            rij_in_words(work, tabel, rij),
            (marge.waarde, marge.van, marge.tot) if marge else None,
            text("kansen.afgeschermd"),
        )
        for rij, marge in zip(tabel.rijen, marges, strict=True)
    ]
    zin = " ".join(zinnen_van(work, tabel, kolom))
    return draw_punten(punten, _schaal(tabel, kolom, [m for m in marges if m]), breed, letter, zin)


def _schaal(tabel: Kansvergelijking, kolom: int, marges: list[Marge]) -> Schaal:
    allen = _marge(tabel, tabel.samen, kolom) if tabel.samen else None
    waarde = allen.waarde if allen else None
    if not tabel.uitkomst.is_getal:
        return Schaal(100, " %", waarde)
    most = max((marge.tot for marge in marges), default=_STEP)
    return Schaal(max(math.ceil(most / _STEP) * _STEP, _STEP), "", waarde)


def _marge(tabel: Kansvergelijking, rij: Groepsrij, kolom: int) -> Marge | None:
    if tabel.uitkomst.is_getal:
        return rij.mediaan
    aandeel = rij.aandelen[kolom]
    if aandeel is None:
        return None
    deel = aandeel.deel
    return Marge(deel.waarde * 100, deel.van * 100, deel.tot * 100)
