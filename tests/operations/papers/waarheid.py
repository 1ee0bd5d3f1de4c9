"""What makes a letter untrue, as rules: each says what is wrong with sentences, given what was answered.

They hold for every dossier: the random lives, the case files, the demonstration.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from intake_assistant.dates import in_words
from intake_assistant.operations.words.waarde import eigen_woorden_in

type Zegt = Callable[[str], object]
_QUOTED = re.compile("“[^”]*”")
_ISOLATES = re.compile("[\u2066-\u2069]")


@dataclass(frozen=True)
class Stuk:
    """The sentences of one letter, as they are read, and the day it is of."""

    zinnen: Sequence[str]
    op: datetime.date
    zegt: Zegt

    @property
    def onze(self) -> list[str]:
        """The sentences without what the person said in them."""
        return [_QUOTED.sub("“”", zin) for zin in self.zinnen]

    def has(self, pattern: str) -> bool:
        """Whether a sentence of ours says this."""
        return any(re.search(pattern, zin) for zin in self.onze)


def make_stuk(zinnen: Sequence[str], op: datetime.date, zegt: Zegt) -> Stuk:
    """A letter without the signs that only steer direction."""
    return Stuk([_ISOLATES.sub("", zin) for zin in zinnen], op, zegt)


# What no letter of ours says, whatever was answered.
_NOOIT = (
    "uit het gesprek kwam",  # a letter that prints two values contradicts itself
    "De niveaus komen uit een toets",  # true of some of the four at most
    "met of zonder loon",  # the dossier knows which
    "dan de meeste mensen",
    "kans .*, (nu )?heel klein",
    "als eerste (werk|een opleiding|mee)",  # before other people
    "eigen woning",  # in Dutch law: a house one owns
    "een papier waarop staat",
    "overzicht te krijgen over uw rekeningen",  # help nobody asked for, a debt on the kitchen table
    "Levantijns",
    "een partner",
    r"\b[Hh]oogste onderwijs\b",
    "onder niveau",
    "rusten? op het oordeel",
    r"\b(men|betrokkene|cliënt|kandidaat|inburgeraar)\b",
    r"[{}]|\bNone\b|[a-z]_[a-z]",
    r"  |\(\)|“”“|\.\.|: \.",
    r"\b0 (uur|jaar|minuten|euro)\b",
)
# A letter is to u: who else is spoken of must be named.
IEMAND = re.compile(r"\b([Zz]ij|[Hh]ij|haar|hem)\b")
ANDER = re.compile(
    r"\b(kind|zoon|dochter|man|vrouw|partner|docent|moeder|vader|begeleider|regievoerder|taalmaatje|zus|broer"
    r"|jongste|buurvrouw|school|toets|taalschool)(en|s|ren|eren)?\b"
)
# What is not said of a level: the Raamwerk Alfabetisering describes reading and writing only.
_MONDELING = r"U (verstaat|spreekt) .*Alfa [ABC]"
# Two sentences that cannot both be true.
_STRIJDIG = (
    (r"^U werkt nu niet", r"^U werkt \d+ uur"),
    (r"^U werkt nu niet", r"^U doet nu dit werk"),
    (r"^U bent niet naar school gegaan", r"\d+ jaar naar school"),
    (r"^U heeft een taalmaatje", r"graag een taalmaatje"),
    (r"^U heeft nog geen inkomen", r"uit uw bijstand"),
    (r"inkomen uit werk", r"uit uw bijstand"),
    (r"^De opvang voor uw kinderen is geregeld", r"moet nog worden geregeld|wachtlijst"),
    (r"^U heeft nog geen Nederlandse les gehad", r"[Nn]iveau (A2|B1|B2)"),
    (r"^U gaat leren schrijven|^U schrijft nog niet", r"Brieven krijgt u|U leest brieven|in een brief"),
    (r"^U wilt nu geen opleiding doen", r"^U wilt (eerst|graag) (een|deze) opleiding"),
    (r"^U heeft een rijbewijs", r"^U heeft geen rijbewijs"),
    (r"voorschool gaat", r"voorschool is niet meer"),
    (r"uw niveaus geschat", r"op niveau .*\(bron: "),
)


def faults(stuk: Stuk) -> list[str]:
    """What is untrue or unseemly in a letter, each with the sentence."""
    return [*_never(stuk), *_shape(stuk), *_strijdig(stuk), *_antwoorden(stuk), *_wensen(stuk)]


def _never(stuk: Stuk) -> Iterator[str]:
    for zin in stuk.onze:
        yield from (f"{patroon}: {zin}" for patroon in (*_NOOIT, _MONDELING) if re.search(patroon, zin))
        if IEMAND.search(zin) and not ANDER.search(zin):
            yield f"to whom: {zin}"
        if re.match(r"[^“]*\b([Ww]ij|ons)\b[^“]*“", zin):
            yield f"the municipality quotes itself: {zin}"


def _shape(stuk: Stuk) -> Iterator[str]:
    for zin in stuk.zinnen:
        if not re.match("[A-ZÉÓ0-9“]", zin) or not re.search("[.?!)]”?$", zin):
            yield f"no whole sentence: {zin}"
        if zin.count("“") != zin.count("”") or zin.count("“") > 1:
            yield f"marks within marks: {zin}"
    yield from (f"twice: {zin}" for zin in {z for z in stuk.zinnen if stuk.zinnen.count(z) > 1})


def _strijdig(stuk: Stuk) -> Iterator[str]:
    for een, ander in _STRIJDIG:
        if stuk.has(een) and stuk.has(ander):
            yield f"both {een} and {ander}"


def _antwoorden(stuk: Stuk) -> Iterator[str]:
    """What contradicts an answer that is not printed itself."""
    zegt = stuk.zegt
    if zegt("taalniveau.geletterdheid") == "niet" and stuk.has("leest brieven|Brieven krijgt u"):
        yield "letters for who cannot read"
    if zegt("gezinssituatie.heeft_kinderen") == "nee" and stuk.has(r"uw kind(eren)?\b"):
        yield "a child of who has none"
    if zegt("financien.toeslagen") == ["geen"] and stuk.has("^Uw toeslagen"):
        yield "allowances of who has none"
    yield from _rijbewijs(stuk)
    yield from _toets(stuk)


def _rijbewijs(stuk: Stuk) -> Iterator[str]:
    valid = stuk.zegt("praktische_competenties.rijbewijs_geldig") not in ("examen_nodig", "omwisselen")
    if valid or stuk.zegt("praktische_competenties.rijbewijs_land") == "NLD":
        return
    if stuk.has("^U heeft een rijbewijs") and not stuk.has("examen nodig|omwisselen"):
        yield "a licence that is not valid here, as if it were"


def _toets(stuk: Stuk) -> Iterator[str]:
    if not stuk.has("^Uw leerbaarheidstoets is op"):
        return
    if stuk.zegt("leerbaarheid.lbt_status") != "gepland":
        yield "a test to come that was done"
    gepland = datetime.date.fromisoformat(str(stuk.zegt("leerbaarheid.lbt_gepland_op")))
    if gepland < stuk.op and stuk.has(in_words(gepland)):
        yield "a day to come that has passed"


def _wensen(stuk: Stuk) -> Iterator[str]:
    """One need told as several: the same words, or nearly."""
    wensen = [
        eigen_woorden_in(zin) for zin in stuk.zinnen if re.search("^[^“]*(wilt|nodig|klaar)[^“]*“", zin)
    ]
    for een, ander in combinations(filter(None, wensen), 2):
        if een == ander:
            yield f"told twice: {een}"
