"""How backups are told: when, why, where, how large."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from intake_assistant.dates import local_moment
from intake_assistant.operations.vault.reservekopie import Dossierverschil, Kopie
from intake_assistant.operations.words.naam import lijstnaam
from intake_assistant.staftaal import in_figures
from intake_assistant.texts import text
from intake_assistant.ui.words.moments import moment_in_words

SOORTEN: Final = ("dag", "hand", "herstel", "samenvoegen", "formulieren")
GOED, FOUT, BEZIG = "goed", "fout", "bezig"
_MOST_NAMES = 6


def when(op: datetime.datetime, *, to_the_second: bool = False) -> str:
    """The moment in words."""
    told = moment_in_words(local_moment(op))
    return f"{told}:{op:%S}" if to_the_second else told


def of_one_minute(kopieen: Iterable[Kopie]) -> frozenset[datetime.datetime]:
    """The moments that look alike when they are told to the minute."""
    minutes: dict[str, set[datetime.datetime]] = {}
    for kopie in kopieen:
        minutes.setdefault(when(kopie.backup.op), set()).add(kopie.backup.op)
    return frozenset(op for moments in minutes.values() if len(moments) > 1 for op in moments)


def why(kopie: Kopie) -> str:
    """What it was made for."""
    soort = kopie.backup.soort
    return text(f"reservekopie.soort_{soort}") if soort in SOORTEN else soort


def where(kopie: Kopie, tweede: Path | None) -> str:
    """In which place it is; `tweede` is the second place that was chosen."""
    if not kopie.plaats:
        return text("reservekopie.bij_kluis")
    folder = Path(kopie.plaats)
    is_tweede = tweede is not None and tweede in (folder, folder.parent)
    return text("reservekopie.op_tweede") if is_tweede else kopie.plaats


def how_large(grootte: int) -> str:
    """The size, rounded."""
    if grootte < 1_000_000:
        return text("reservekopie.grootte_kb", aantal=max(1, round(grootte / 1000)))
    return text("reservekopie.grootte_mb", mb=in_figures(f"{grootte / 1_000_000:.1f}"))


def row_of(kopie: Kopie, staat: str, tweede: Path | None, *, to_the_second: bool = False) -> tuple[str, ...]:
    """The cells of the table."""
    wanneer = when(kopie.backup.op, to_the_second=to_the_second)
    plaats, grootte = where(kopie, tweede), how_large(kopie.grootte)
    return (wanneer, why(kopie), plaats, grootte, text(f"reservekopie.staat_{staat}"))


def facts_of(kopie: Kopie, tweede: Path | None) -> str:
    """All but the moment, on one line."""
    plaats, grootte = where(kopie, tweede), how_large(kopie.grootte)
    return text("reservekopie.inhoud_feiten", soort=why(kopie), plaats=plaats, grootte=grootte)


def name_of(verschil: Dossierverschil) -> str:
    """Whose dossier it is; of an erased one nothing is told."""
    if verschil.verschil.gewist:
        return text("reservekopie.gewist")
    return lijstnaam(verschil.naam) or text("reservekopie.naamloos")


def difference_row(found: Dossierverschil) -> tuple[str, str, str]:
    """The cells of the table of differences."""
    v = found.verschil
    if v.gewist:
        return name_of(found), text("reservekopie.blijft_weg"), ""
    return (
        name_of(found),
        _amount(v.terug, whole=not v.weg and not v.gelijk),
        _amount(v.weg, whole=not v.terug and not v.gelijk),
    )


def _amount(aantal: int, *, whole: bool) -> str:
    if not aantal:
        return text("reservekopie.niets")
    return text("reservekopie.heel_dossier") if whole else text("reservekopie.gegevens", aantal=aantal)


def going_in_words(found: Sequence[Dossierverschil]) -> str:
    """What goes when all is put back, dossier by dossier."""
    going = [name_of(f) for f in found if f.verschil.weg]
    if not going:
        return text("reservekopie.vraag_terug_niets_weg")
    namen = going[:_MOST_NAMES]
    if len(going) > _MOST_NAMES:
        namen.append(text("reservekopie.en_meer", aantal=len(going) - _MOST_NAMES))
    dossiers = text("reservekopie.dossiers", aantal=len(going))
    return text("reservekopie.vraag_terug_weg", dossiers=dossiers, namen="; ".join(namen))
