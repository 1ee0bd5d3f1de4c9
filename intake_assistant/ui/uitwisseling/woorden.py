"""What files do to dossiers, in words and rows of words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from intake_assistant.dates import local_moment, short_date
from intake_assistant.domain.letters import plain
from intake_assistant.domain.recht.uitwisseling import Deelsoort
from intake_assistant.operations.exchange.merge import Dossierverandering, Gelezen, Samenvoeging, Verandering
from intake_assistant.operations.papers.brief.artikel import artikelen_in_full
from intake_assistant.operations.views.overleg.stand import overdrachtzin
from intake_assistant.operations.words.naam import lijstnaam
from intake_assistant.operations.words.onderwerp import onderwerp_in_words
from intake_assistant.texts import is_text, known_error_text, text
from intake_assistant.ui.words.moments import moment_in_words

if TYPE_CHECKING:
    from intake_assistant.domain.entry import Tombstone
    from intake_assistant.ui.window.context import Context

UNKNOWN = "exchange.unknown_device"
"""The code of a file of which nobody compared the card of its sender."""
_MOST = 12
_ID = 8
_MEE: Final = ("dossiers", "gezondheid")
"""The parts of a file for a colleague; those of one for others are kinds of part."""
_DEEL: Final = re.compile(rf"(?:^|; )({'|'.join((*_MEE, *Deelsoort))}): ")


def moment(op: str) -> str:
    """A moment that a file tells."""
    return moment_in_words(local_moment(op)) if op else ""


def without_name() -> str:
    """Of a dossier that is not here, or cannot be read."""
    return text("uitwisseling.zonder_naam")


def names_here(context: Context) -> dict[str, str]:
    """How those are called whose dossiers are here; read once for a whole table."""
    return {line.dossier: lijstnaam(line.naam) for line in context.lines()}


def file_row(path: Path, read: Gelezen | None) -> tuple[str, ...]:
    """A file: its name, who sent it, what for, when, and how it stands."""
    manifest = read.manifest if read else None
    if read is None:
        stand = text("uitwisseling.voorbeeld.overgeslagen")
    elif read.mist_eerder:
        stand = text("uitwisseling.voorbeeld.niet_alles")
    else:
        stand = text("uitwisseling.voorbeeld.geweigerd" if read.fout else "uitwisseling.voorbeeld.gelezen")
    if manifest is None:
        return (path.name, "", "", "", stand)
    naam = read.afzender.naam if read and read.afzender else ""
    soort = text(f"uitwisseling.soort_ontvangen.{manifest.soort}")
    return (path.name, naam, soort, moment(manifest.gemaakt_op), stand)


def refused_in_words(read: Gelezen) -> str:
    """Why a file was refused, or what it misses; empty when nothing is wrong with it."""
    if read.fout is None:
        naam = read.afzender.naam if read.afzender else ""
        return text("uitwisseling.voorbeeld.mist_eerder", naam=naam) if read.mist_eerder else ""
    if read.fout.code == UNKNOWN and read.afzender is not None:
        # Not the fingerprint: it is to come from whoever reads it aloud.
        return text("uitwisseling.voorbeeld.onbekend", naam=read.afzender.naam)
    return known_error_text(read.fout)


def dossier_row(namen: Mapping[str, str], one: Dossierverandering, *, done: bool) -> tuple[str, ...]:
    """A dossier: whose, what happens or was done, and what asks for attention."""
    soort = one.verandering
    wat = text(f"uitwisseling.veranderd.{soort}") if done else text(f"uitwisseling.verandering.{soort}")
    return (_name(namen, one), wat, _attention(one))


def _name(namen: Mapping[str, str], one: Dossierverandering) -> str:
    return lijstnaam(one.naam) or namen.get(one.dossier) or f"{without_name()} ({one.dossier[:_ID]})"


def offered_in_words(namen: Mapping[str, str], found: Iterable[Dossierverandering]) -> list[str]:
    """Who hands which dossiers over to who works here, a sentence each."""
    van: dict[str, list[str]] = {}
    for one in by_name(namen, found):
        for overdracht in one.aangeboden:
            van.setdefault(overdracht.van, []).append(_name(namen, one))
    return [
        text("uitwisseling.overdracht.aangeboden", van=naam, aantal=len(wie), wie=_some(wie))
        for naam, wie in van.items()
    ]


def answered_in_words(namen: Mapping[str, str], found: Iterable[Dossierverandering]) -> list[str]:
    """What was answered to handing over, a sentence each."""
    return [
        text("uitwisseling.overdracht.beantwoord", wie=_name(namen, one), zin=overdrachtzin(overdracht))
        for one in by_name(namen, found)
        for overdracht in one.beantwoord
    ]


def waiting_rows(namen: Mapping[str, str], stones: Iterable[Tombstone]) -> list[tuple[str, str]]:
    """The dossiers that were erased elsewhere and are here still, each with whose it is, by name."""
    found = [(s.dossier, namen.get(s.dossier) or f"{without_name()} ({s.dossier[:_ID]})") for s in stones]
    return sorted(found, key=lambda one: plain(one[1]))


def _attention(one: Dossierverandering) -> str:
    found = [text("uitwisseling.overdracht.aan_u")] if one.aangeboden else []
    if one.conflicten:
        found.append(text("uitwisseling.voorbeeld.verschillen", aantal=len(one.conflicten)))
    if one.onvolledig:
        found.append(text("uitwisseling.voorbeeld.onvolledig"))
    return ", ".join(found)


def explained(context: Context, one: Dossierverandering) -> str:
    """What comes of a dossier, by its subjects, and where two say different things."""
    lines = []
    if one.onderwerpen:
        lines.append(text("uitwisseling.voorbeeld.onderwerpen", wat=_subjects(context, one.onderwerpen)))
    if one.conflicten:
        subjects = tuple(conflict.subject for conflict in one.conflicten)
        lines.append(text("uitwisseling.voorbeeld.in_conflict", wat=_subjects(context, subjects)))
    if one.onvolledig:
        lines.append(text("uitwisseling.voorbeeld.onvolledig_uitleg"))
    return "\n".join(lines)


def _subjects(context: Context, subjects: tuple[str, ...]) -> str:
    return _some(list(dict.fromkeys(onderwerp_in_words(context.work, subject) for subject in subjects)))


def _some(named: list[str]) -> str:
    more = len(named) - _MOST
    shown = "; ".join(named[:_MOST])
    return text("uitwisseling.voorbeeld.en_meer", wat=shown, aantal=more) if more > 0 else shown


def by_name(namen: Mapping[str, str], found: Iterable[Dossierverandering]) -> list[Dossierverandering]:
    """In the order of a list of names."""
    return sorted(found, key=lambda one: plain(lijstnaam(one.naam) or namen.get(one.dossier, "")))


def stone_row(namen: Mapping[str, str], stone: Tombstone) -> tuple[str, ...]:
    """A dossier that was erased elsewhere and is here."""
    key = f"wissen.grond.{stone.grond}"
    grond = text(key) if is_text(key) else stone.grond
    return (namen.get(stone.dossier) or without_name(), short_date(stone.op), grond)


def grounds_in_words(grond: str) -> list[str]:
    """Which parts of a file went on which ground, a sentence each, from the codes that the log keeps."""
    found = list(_DEEL.finditer(grond))
    if not found:
        return [artikelen_in_full(grond)]
    ends = [*(deel.start() for deel in found[1:]), len(grond)]
    delen: dict[str, list[str]] = {}
    for deel, end in zip(found, ends, strict=True):
        delen.setdefault(artikelen_in_full(grond[deel.end() : end]), []).append(_part_in_words(deel[1]))
    return [
        text("uitwisseling.register.grond", delen=", ".join(titels), grond=waarop)
        for waarop, titels in delen.items()
    ]


def _part_in_words(wat: str) -> str:
    return text(f"uitwisseling.mee.{wat}") if wat in _MEE else text(f"verstrekken.deel.{wat}")


def samen_in_words(found: Samenvoeging, *, done: bool) -> str:
    """How many dossiers are new, changed, equal and erased, or were."""
    counts = Counter(one.verandering for one in found.dossiers)
    told = [
        text(f"uitwisseling.geteld.{soort}", aantal=counts[soort])
        if done
        else text(f"uitwisseling.telling.{soort}", aantal=counts[soort])
        for soort in Verandering
        if counts[soort]
    ]
    if not told:
        return text("uitwisseling.telling.niets")
    return text("uitwisseling.telling.samen", wat=", ".join(told))
