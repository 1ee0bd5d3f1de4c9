"""The list of dossiers: one kept row each, brought up to date when something changed (design 5)."""

from __future__ import annotations

import hashlib
import itertools
import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.dubbel.koppeling import Koppeling
from intake_assistant.domain.dubbel.signalement import Signalement, kept_signalement
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.letters import plain
from intake_assistant.domain.overleg.feiten import OverlegFeiten
from intake_assistant.domain.recht.besluit import concept_of
from intake_assistant.domain.recht.bewaartermijn import BewaartermijnFeiten
from intake_assistant.domain.recht.feiten import KlokFeiten, klokfeiten
from intake_assistant.domain.recht.klokken import PIP, Klok, eerste_klok, klokken
from intake_assistant.domain.recht.stand import stand_of
from intake_assistant.domain.recht.verzoek import Verzoek
from intake_assistant.errors import KnownError
from intake_assistant.operations.gemeente import gemeentenaam
from intake_assistant.operations.views.besluit.wisseldagen import Wisseldag, is_volledig, wisseldagen
from intake_assistant.operations.views.dossier.lijstfeiten import SHARED, kept_facts, stand_facts
from intake_assistant.operations.views.kept import read_all, read_back
from intake_assistant.operations.views.team.feiten import Teamfeiten
from intake_assistant.operations.views.vandaag.feiten import Dagfeiten
from intake_assistant.operations.words.naam import lijstnaam, sorteernaam
from intake_assistant.operations.workspace import Workspace
from intake_assistant.progress import UNWATCHED, Progress
from intake_assistant.staftaal import dutch
from intake_assistant.storage.entries.rows import MadeRow, StaleRow

BESCHADIGD = "beschadigd"
FORMAAT = 18  # of what is kept of a dossier: one more when `kept_facts` changes
# Capitals come first in what is kept, so that this tells its form unread.
_OF_NOW = f'{{"FORMAAT": {FORMAAT},'
FEW = 8
"""So many lines are written at once: nobody who types meanwhile notices."""
# A page that cannot be read is not among them: after that the engine gives no other for certain.
_OF_ONE = ("nummer", "tekst", "waarde", "SQLITE_ERROR")
SCREENFUL = 64
"""Of so many lines the facts are held as they are read: five times what is kept of them."""
AT_ONCE = 0.3
"""The seconds that who looks at the list waits for lines of it that are made."""


def _facts_of(gegevens: str) -> dict[str, Any]:
    try:
        facts: dict[str, Any] = json.loads(gegevens)
    except ValueError:
        return {}  # `is_beschadigd` tells
    return facts


class _Kort(NamedTuple):
    """What nearly each list asks of every line: little enough to be held for thousands."""

    is_beschadigd: bool
    regievoerder: str
    spreektaal: str
    conflicten: int
    has_samenloop: bool


class Overzicht:
    """One line of the list, read as far as it is looked at: a list of thousands shows a screenful."""

    def __init__(
        self,
        work: Workspace,
        dossier: str,
        onvolledig: bool,
        naam: str,
        gegevens: str,
        *,
        read: Callable[[str], dict[str, Any]] = _facts_of,
    ) -> None:
        self.dossier = dossier
        self.naam = naam
        self.onvolledig = onvolledig
        self._work = work
        self._gegevens = gegevens
        self._read = read

    @property
    def _facts(self) -> dict[str, Any]:
        return self._read(self._gegevens)

    @cached_property
    def _kort(self) -> _Kort:
        # In one go: a list looks once at all lines for each of them, and holds no line as it was read.
        facts = self._facts
        return _Kort(
            is_beschadigd=not facts,
            regievoerder=str(facts.get("regievoerder", "")),
            spreektaal=str(facts.get("spreektaal", "")),
            conflicten=int(facts.get("conflicten", 0)),
            has_samenloop=bool(facts.get("samenloop", False)),
        )

    @property
    def is_beschadigd(self) -> bool:
        """Whether the dossier, or what is kept of it for the list, cannot be read."""
        return self._kort.is_beschadigd

    @cached_property
    def klokken(self) -> tuple[Klok, ...]:
        """Every clock, today."""
        if self.is_beschadigd:
            return ()
        return _klokken(self._work, self.klokfeiten)

    @cached_property
    def klokfeiten(self) -> KlokFeiten:
        """What the clocks look at."""
        feiten: KlokFeiten = read_back(KlokFeiten, self._facts["klokfeiten"])
        return feiten

    @cached_property
    def team(self) -> Teamfeiten:
        """What the figures of a team look at."""
        feiten: Teamfeiten = read_back(Teamfeiten, self._facts["team"])
        return feiten

    @cached_property
    def dag(self) -> Dagfeiten:
        """What the next step and the first screen look at."""
        feiten: Dagfeiten = read_back(Dagfeiten, self._facts["dag"])
        return feiten

    @property
    def bewaarfeiten(self) -> BewaartermijnFeiten:
        """What retention looks at."""
        klok = self._facts["klokfeiten"]
        shared = {naam: klok[naam] for naam in SHARED}
        feiten: BewaartermijnFeiten = read_back(BewaartermijnFeiten, {**self._facts["bewaren"], **shared})
        return feiten

    @property
    def verzoeken(self) -> tuple[Verzoek, ...]:
        """What the person asked about their data."""
        return read_all(Verzoek, self._facts["verzoeken"])

    @property
    def signalement(self) -> Signalement:
        """What the person is recognised by; of a damaged one nothing."""
        return kept_signalement(self.dossier, self._facts.get("signalement", {}))

    @property
    def koppelingen(self) -> dict[str, Koppeling]:
        """What it says of other dossiers: of the same person, or not."""
        return {ander: Koppeling(said) for ander, said in self._facts.get("koppelingen", {}).items()}

    @property
    def zegel(self) -> int:
        """The same for as long as the line is: without reading it."""
        return hash(self._gegevens)

    def names(self, dossier: str) -> bool:
        """Whether it may say something of another dossier: without reading the line."""
        return dossier in self._gegevens

    @cached_property
    def op_naam(self) -> str:
        """Its place in the order of the list: who has no surname stands at the name there is."""
        return plain(lijstnaam(self.naam))

    @cached_property
    def zoektekst(self) -> str:
        """What is looked for when one types: the name, and the numbers on letters about the person."""
        return plain(" ".join([self.naam, *self._facts.get("nummers", ())]))

    @property
    def stand(self) -> str:
        """The stage of the dossier, or that it is damaged."""
        if self.is_beschadigd:
            return BESCHADIGD
        stappen: tuple[Wisseldag, ...] = read_all(Wisseldag, self._facts["dag"]["besluitstappen"])
        return _stand(self._work, self._facts["stand"], stappen, self.klokken)

    @cached_property
    def overleg(self) -> OverlegFeiten:
        """What colleagues ask each other, and who does the work."""
        feiten: OverlegFeiten = read_back(OverlegFeiten, self._facts.get("overleg", {}))
        return feiten

    @property
    def regievoerder(self) -> str:
        """Whose dossier it is."""
        return self._kort.regievoerder

    @property
    def spreektaal(self) -> str:
        """The language the person speaks, as a code."""
        return self._kort.spreektaal

    @property
    def startposities(self) -> tuple[str, ...]:
        """The state of each of the thirteen: leeg, deels or klaar."""
        return self.onderwerpen[:13]

    @property
    def onderwerpen(self) -> tuple[str, ...]:
        """The same of all that a conversation is about, the thirteen first."""
        return tuple(self._facts.get("onderwerpen", ()))

    @property
    def laatste_contact(self) -> str:
        """The date of the last conversation, what was typed for it, or an empty string."""
        return str(self._facts.get("laatste_contact", ""))

    @property
    def conflicten(self) -> int:
        """How many conflicts wait for a choice."""
        return self._kort.conflicten

    @property
    def has_samenloop(self) -> bool:
        """Whether besluiten hold at once that were set without knowing of each other."""
        return self._kort.has_samenloop

    @cached_property
    def eerste_klok(self) -> Klok | None:
        """The clock to see first."""
        return eerste_klok(self.klokken)


def list_dossiers(work: Workspace) -> list[Overzicht]:
    """All dossiers by name; what changed since the last time is brought up to date first."""
    refresh_overviews(work)
    return kept_lines(work)


def list_made(work: Workspace) -> list[Overzicht]:
    """The same after a moment at most: the lines not made by then as they were made last, if ever."""
    refresh_for(work, AT_ONCE)
    return kept_lines(work)


def is_behind(work: Workspace) -> bool:
    """Whether there are lines to be made anew."""
    return bool(_to_make(work, _versie(work), 1))


def behind(work: Workspace) -> list[str]:
    """The dossiers whose lines are to be made anew."""
    return [seen.dossier for seen in work.vault.stale_overviews(_versie(work))]


def _to_make(work: Workspace, versie: int, most: int) -> list[StaleRow]:
    """The first lines to be made anew; what was tried in vain is tried again when it changed."""
    unmade = work.vault.unmade
    stale = work.vault.stale_overviews(versie, most + len(unmade))
    return [seen for seen in stale if (versie, seen) not in unmade][:most]


def kept_lines(work: Workspace) -> list[Overzicht]:
    """The lines as they were made last, by name."""
    versie, unmade = _versie(work), work.vault.unmade
    stale = work.vault.stale_overviews(versie) if unmade else []
    damaged = {seen.dossier for seen in stale if (versie, seen) in unmade}
    lines = list[Overzicht]()
    # Goes with the list: nothing of a dossier outlives the lock.
    read = lru_cache(SCREENFUL)(_facts_of)
    for row in work.vault.overviews():
        is_of_now = row.gegevens.startswith(_OF_NOW)
        is_lost = row.vers is None or row.vers == versie and not is_of_now or row.dossier in damaged
        if is_of_now or is_lost:
            body = "" if is_lost else row.gegevens
            lines.append(Overzicht(work, row.dossier, row.onvolledig, row.naam, body, read=read))
    return sorted(lines, key=attrgetter("op_naam"))


def refresh_overviews(work: Workspace, progress: Progress = UNWATCHED) -> None:
    """Make the kept row anew of each dossier that changed, and of all with other forms or in a new year.

    A few in each transaction: cut off in the middle, it goes on from there.
    """
    total = len(work.vault.stale_overviews(_versie(work)))
    for done in itertools.count(FEW, FEW):
        progress.go_on()
        if not _make_few(work):
            break
        progress.tell(done, total)
    progress.done()


def refresh_for(work: Workspace, seconds: float, progress: Progress = UNWATCHED) -> bool:
    """Make rows anew for so long, a few at least; returns whether there may be more."""
    until = time.monotonic() + seconds
    progress.go_on()
    while _make_few(work):
        if time.monotonic() > until:
            return True
        progress.go_on()
    return False


@dutch
def _make_few(work: Workspace) -> bool:
    """Make a few rows anew; returns whether there were any."""
    versie = _versie(work)
    stale = _to_make(work, versie, FEW)
    # Reckoned outside the transaction: who types waits for the writing only.
    made = [row for seen in stale for row in _made(work, seen)]
    if made:
        work.vault.put_overviews(versie, made)
    return bool(stale)


def _made(work: Workspace, seen: StaleRow) -> Iterator[MadeRow]:
    try:
        found = work.vault.dossier(seen.dossier)
        kept = {"FORMAAT": FORMAAT, **kept_facts(work, found)}
        yield MadeRow(seen, sorteernaam(inburgeraar_of(found)), kept)
    except KnownError as error:
        if error.code == "dossier.not_found":
            return  # erased meanwhile
        if not is_of_one(error):
            raise
        work.vault.unmade.add((_versie(work), seen))


def read_whole(work: Workspace, dossier: str) -> Dossier:
    """A dossier of which all that stands was read; KnownError `vault.damaged`, `dossier.not_found`."""
    found = work.vault.dossier(dossier)
    for subject in found.subjects:
        found.leaves(subject)
    return found


def is_of_one(error: KnownError) -> bool:
    """Whether a dossier could not be read since that one is damaged, and not the vault."""
    return error.code == "vault.damaged" and error.facts.get("oorzaak") in _OF_ONE


def unlike_kept(work: Workspace, found: Mapping[int, bytes]) -> list[str]:
    """The dossiers whose kept row is up to date, and yet not what was made of them, as a check found them."""
    return work.vault.altered_overviews(_versie(work), found)


def all_klokken(work: Workspace, dossier: Dossier) -> tuple[Klok, ...]:
    """Every clock of a dossier, today."""
    return _klokken(work, klokfeiten(dossier))


def stand_van(work: Workspace, dossier: Dossier) -> str:
    """The stage of a dossier."""
    feiten = stand_facts(dossier)
    stappen = () if feiten["besluiten"] else wisseldagen(work, dossier, concept_of(dossier))
    return _stand(work, feiten, stappen, all_klokken(work, dossier))


def _versie(work: Workspace) -> int:
    """What kept rows rest on beside the entries: their form, the forms and rules, the year, the college."""
    rust_op = f"{FORMAAT} {work.data.versie} {work.clock.today().year} {bool(gemeentenaam(work))}"
    return 1 + int.from_bytes(hashlib.blake2b(rust_op.encode(), digest_size=4).digest(), "big")


def _stand(
    work: Workspace, kept: Mapping[str, Any], stappen: Sequence[Wisseldag], alle: tuple[Klok, ...]
) -> str:
    opgeschort = any(k.klok == PIP and k.stand == "opgeschort" for k in alle)
    today, einde = work.clock.today(), read_date(kept["afgerond"])
    # An end closes nothing before its last day is over.
    over_time = {"volledig": is_volledig(stappen, today), "afgerond": bool(einde and einde < today)}
    return stand_of(**{**kept, **over_time}, opgeschort=opgeschort)


def _klokken(work: Workspace, feiten: KlokFeiten) -> tuple[Klok, ...]:
    return klokken(feiten, work.clock.today(), work.data.regelwaarden)
