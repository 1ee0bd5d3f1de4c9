"""Words found in what was recorded: whose they are, about what, and where that stands (design 5)."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.kind import Kind
from intake_assistant.domain.kinds import (
    AANWEZIG,
    AFRONDING,
    AFSPRAAK,
    BEHEER,
    BESCHIKKING,
    BESLUIT,
    BEZWAAR,
    DAARNA,
    DOEL,
    DUOBERICHT,
    GEBAAR,
    GELDPOST,
    GELDT,
    GELDTAAK,
    GESPREK,
    GEWIST,
    HANDHAVING,
    MASKER,
    NAAR_ANDER,
    NAGELEZEN,
    NOTITIE,
    ONDERZOEK,
    ONTZORGEN,
    PARTNEROVERLEG,
    PLANVERSIE,
    RANDVOORWAARDE,
    TOESTEMMING,
    UREN,
    VERWIJZING,
    VERZOEK,
    WEEKBLOK,
    WEEKSTAP,
    WEGING,
    WERKPLEK,
    WIJZIGING,
    kind_of,
    of_soort,
    read_subject,
    veld_of,
    vraag_of,
)
from intake_assistant.domain.letters import plain
from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.domain.subject import field_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.vault.beleid import asks_again
from intake_assistant.operations.views.dubbel.bsn import EVERYTHING
from intake_assistant.operations.views.gevoelig import is_over_gevoelig
from intake_assistant.operations.views.overzicht import is_of_one, read_whole
from intake_assistant.operations.words.labels import labels_of
from intake_assistant.operations.words.naam import sorteernaam
from intake_assistant.operations.words.onderwerp import onderwerp_in_words, waarde_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.entries.rows import FoundRow

MOST: Final = 20
# Some of what is found is not shown.
_ASKED: Final = 5 * MOST
# Codes and notes of the program itself: nobody looks for them, and they would stand before what one means.
_NOT_SHOWN: Final = (BEHEER, GELDT, GEWIST, *NAAR_ANDER, MASKER, NAGELEZEN)
_NO_WORDS: Final = ("datum", "vorm", "taal", "minuten", "onderwerpen", "afgerond", "volgende_afspraak")
"""Of a conversation codes and days: with five of them the topic itself stood below the first hits."""
_NAMES: Final = ("inburgeraar.voornamen", "inburgeraar.achternaam")
# Between two dossiers, or a thread that waits for the vault to record an answer would hardly get it.
_GIVE_WAY: Final = 0.001
_WORDS_BEFORE, _MOST_SHOWN = 4, 160


@dataclass(frozen=True, slots=True)
class Treffer:
    """A subject that holds the words; no words when they are not shown before the dossier is opened."""

    dossier: str
    naam: str
    subject: str
    over: str
    woorden: str
    scherm: str
    argumenten: Mapping[str, str]

    @property
    def is_naam(self) -> bool:
        """Whether it is how the person is called, by which dossiers are found already."""
        return self.subject in _NAMES


@dataclass(frozen=True, slots=True)
class Kijker:
    """Who searches: the dossier that is open, whether its sensitive answers are, and who looks along."""

    dossier: str = ""
    gevoelig_open: bool = False
    samen: str = ""


def index_some(work: Workspace, stop: Callable[[], bool], dossier: str = "") -> bool:
    """Bring the index up to what was recorded, until `stop`; whether all of it, or of one dossier, is."""
    if work.vault.read_only:
        return True
    labels = labels_of(work)
    for behind in work.vault.stale_words(labels.vorm):
        if dossier not in ("", behind):
            continue
        if stop():
            return False
        work.vault.index_words(behind, labels)
        time.sleep(_GIVE_WAY)
    return True


def find(
    work: Workspace, woorden: str, kijker: Kijker, stop: Callable[[], bool] = lambda: False
) -> list[Treffer]:
    """What holds all the words, the best first; while somebody looks along in this one dossier only."""
    if not index_some(work, stop, kijker.samen):
        return []
    found, known = list[Treffer](), dict[str, Dossier | None]()
    for row in _rows(work, woorden, kijker):
        if stop() or len(found) == MOST:
            break
        if row.dossier not in known:
            known[row.dossier] = _open(work, row.dossier)
        dossier = known[row.dossier]
        if dossier is not None and not dossier.lies_in_removed(row.subject):
            found.append(_treffer(work, dossier, row, woorden, kijker))
    return found


def place_of(dossier: Dossier, subject: str, *, samen: bool = False) -> tuple[str, dict[str, str]]:
    """The screen on which a subject is changed or else shown, and what leads to it there."""
    kind, delen = read_subject(subject)
    if kind.over_vraag and samen:
        return "gesprek", {"vraag": vraag_of(subject), **({"notitie": "ja"} if kind is NOTITIE else {})}
    if kind in _UITVOERING:
        return "uitvoering", {"deel": _UITVOERING[kind], "veld": subject}
    if kind is not BEHEER and kind is not DUOBERICHT and kind.soort in ("persoon", "procedure"):
        return "dossier", {"deel": "persoon", "veld": subject}
    maker = _PLACES.get(kind)
    return maker(dossier, subject, delen) if maker else ("geschiedenis", {"onderwerp": subject})


_UITVOERING: Final[Mapping[Kind, str]] = {
    UREN: "uren",
    WERKPLEK: "werkplek",
    AFRONDING: "uren",
    BEZWAAR: "bezwaar",
    HANDHAVING: "handhaving",
    ONTZORGEN: "ontzorgen",
    GELDPOST: "geld",
    GELDTAAK: "geld",
    VERWIJZING: "verwijzingen",
    RANDVOORWAARDE: "verwijzingen",
    WEEKBLOK: "week",
    WEEKSTAP: "week",
    PARTNEROVERLEG: "tussen",
    ONDERZOEK: "tussen",
    DAARNA: "daarna",
}
"""The part of what comes after the besluit on which a kind is recorded."""
_Place = tuple[str, dict[str, str]]

_ROOMS: Final[Mapping[str, _Place]] = {
    "instellingen": ("instellingen", {"deel": "gemeente"}),
    "weging": ("weging", {}),
    "ontwikkelplan": ("ontwikkelplan", {}),
    "overleg": ("overleg", {}),
    "conflicten": ("conflicten", {}),
    UREN.lijst(): ("uitvoering", {"deel": _UITVOERING[UREN]}),
}


def place_to_mend(dossier: Dossier, vraag: str) -> _Place:
    """Where what a judgement or the checklist names is mended: a room, a field, or a question to ask."""
    kind = kind_of(vraag)
    if vraag in _ROOMS:
        return _ROOMS[vraag]
    if kind is BESCHIKKING or kind.in_rijen or kind.soort in ("persoon", "procedure"):
        return place_of(dossier, vraag)
    if van_gesprek := field_of(vraag, GESPREK.lijst()):
        return place_of(dossier, GESPREK.of(gesprekken_of(dossier)[-1].id, van_gesprek))
    return "gesprek", {"vraag": vraag}


def _gesprek(_: Dossier, subject: str, delen: tuple[str, ...]) -> _Place:
    return "gesprek", {"gesprek": delen[0], "deel": "nazien", "veld": veld_of(subject)}


def _afspraak(dossier: Dossier, _: str, delen: tuple[str, ...]) -> _Place:
    return "ontwikkelplan", {"doel": str(dossier.get(AFSPRAAK.of(delen[0], "doel")))}


_PLACES: Final[Mapping[Kind, Callable[[Dossier, str, tuple[str, ...]], _Place]]] = {
    GESPREK: _gesprek,
    AANWEZIG: _gesprek,
    GEBAAR: lambda _, subject, delen: ("gesprek", {"vraag": delen[0]}),
    TOESTEMMING: lambda _, subject, delen: ("toestemmingen", {"toestemming": delen[0]}),
    WEGING: lambda _, subject, delen: ("weging", {"argument": subject}),
    BESCHIKKING: lambda _, subject, delen: ("beschikking", {"veld": delen[0]}),
    WIJZIGING: lambda _, subject, delen: ("nieuw_besluit", {}),
    BESLUIT: lambda _, subject, delen: ("beschikking", {}),
    PLANVERSIE: lambda _, subject, delen: ("ontwikkelplan", {}),
    DOEL: lambda _, subject, delen: ("ontwikkelplan", {"doel": delen[0]}),
    AFSPRAAK: _afspraak,
    VERZOEK: lambda _, subject, delen: ("rechten", {}),
    DUOBERICHT: lambda _, subject, delen: ("duo", {}),
    **dict.fromkeys(of_soort("overleg"), lambda _, subject, delen: ("overleg", {})),
}


def _rows(work: Workspace, woorden: str, kijker: Kijker) -> list[FoundRow]:
    """What may be seen, each subject once: in conflict it is found for each of its sides."""
    kept = dict[tuple[str, str], FoundRow]()
    # A name that the program itself notes everywhere may not hide who has it.
    for asked in (_ASKED, 10 * _ASKED, EVERYTHING):
        rows = work.vault.search_indexed(woorden, asked, kijker.samen)
        kept = {(row.dossier, row.subject): row for row in rows if _may_be_seen(work, row, kijker)}
        if len(kept) >= MOST or len(rows) < asked:
            break
    return list(kept.values())


def _may_be_seen(work: Workspace, row: FoundRow, kijker: Kijker) -> bool:
    kind = kind_of(row.subject)
    # What colleagues say to each other is not for who looks along.
    if kind in _NOT_SHOWN or kijker.samen and kind.soort == "overleg":
        return False
    if kind is GESPREK and veld_of(row.subject) in _NO_WORDS:
        return False
    if kijker.gevoelig_open and row.dossier == kijker.dossier:
        return True
    return not (asks_again(work) and is_over_gevoelig(work, row.subject))


def _open(work: Workspace, dossier: str) -> Dossier | None:
    try:
        return read_whole(work, dossier)
    except KnownError as error:
        # Erased since it was found, or damaged, as the list tells: it keeps no other from being found.
        if error.code != "dossier.not_found" and not is_of_one(error):
            raise
        return None


def _treffer(work: Workspace, dossier: Dossier, row: FoundRow, woorden: str, kijker: Kijker) -> Treffer:
    samen, subject = bool(kijker.samen), row.subject
    # Who looked at such an answer is noted when the dossier is opened (AVG 32): not here.
    is_hidden = dossier.id != kijker.dossier and is_over_gevoelig(work, subject)
    scherm, argumenten = place_of(dossier, subject, samen=samen)
    return Treffer(
        dossier=dossier.id,
        naam="" if samen else sorteernaam(inburgeraar_of(dossier)),
        subject=subject,
        over=_topic_of(work, subject) if is_hidden else onderwerp_in_words(work, subject),
        woorden="" if is_hidden else around(_said(work, dossier, subject), woorden),
        scherm=scherm,
        argumenten={"dossier": dossier.id, **argumenten},
    )


def _topic_of(work: Workspace, subject: str) -> str:
    """The topic alone: the name of a question about health tells of it as the answer does."""
    deel = vraag_of(subject).partition(".")[0]
    titels = (d.titel for d in work.data.formulieren.startposities if d.id == deel)
    return next(titels, onderwerp_in_words(work, subject))


def _said(work: Workspace, dossier: Dossier, subject: str) -> str:
    """What every side says, with what was written beside it."""
    sides = list[str]()
    for leaf in dossier.visible(subject):
        beside = str((leaf.value or {}).get("toelichting", ""))
        sides += [deel for deel in (waarde_in_words(work, subject, leaf.value), beside) if deel]
    return "; ".join(dict.fromkeys(sides))


def around(tekst: str, woorden: str) -> str:
    """A piece of a text on one line, in which the first of the words that it holds is in sight."""
    parts, asked = tekst.split(), plain(woorden).split()
    first = next((at for at, part in enumerate(parts) if any(w in plain(part) for w in asked)), 0)
    begin = max(first - _WORDS_BEFORE, 0) if len(" ".join(parts)) > _MOST_SHOWN else 0
    shown = " ".join(parts[begin:])
    cut = shown if len(shown) <= _MOST_SHOWN else f"{shown[:_MOST_SHOWN].rstrip()}\u2026"
    return f"\u2026{cut}" if begin else cut
