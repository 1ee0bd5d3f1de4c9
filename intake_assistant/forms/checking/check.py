"""What `forms check` tells: counts and minutes, and what is allowed but unwise."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from intake_assistant.domain.formulier import NOTITIE, Formulieren, Startpositie, Vraag
from intake_assistant.domain.praatplaat.bord import Bord
from intake_assistant.domain.recht.tussen.onderzoek import INSTRUMENTEN
from intake_assistant.forms.checking.beelden import Beeldbron, load_beelden, unknown_beelden
from intake_assistant.forms.checking.minutes import (
    Aannamen,
    Gesprekslengte,
    lengths,
    load_aannamen,
    minutes_of,
)
from intake_assistant.forms.checking.praatplaten import load_praatplaten
from intake_assistant.forms.checking.toennu import load_toennu
from intake_assistant.forms.informatie import load_gespreksvragen, load_informatie
from intake_assistant.forms.keuzelijsten import load_keuzelijsten
from intake_assistant.forms.loader import load_formulieren
from intake_assistant.forms.regels import load_regels
from intake_assistant.forms.xlsform import workbook_bytes, xform_of
from intake_assistant.texts import text

MEESTE_WOORDEN = 14
MEESTE_GEMIDDELD = 9
MEESTE_KEUZES = 7
MINSTE_VELDEN = 10
_ZIN = re.compile(r"(?<=[.!?])\s+")
# "Stel: u wordt ziek" is a case to imagine; who never went to school takes it for a fact, or for a test.
_STEL = re.compile(r"Stel\b")


@dataclass(frozen=True)
class Waarschuwing:
    """Something allowed but unwise: of which question (or list), which rule, and its number or word."""

    naam: str
    regel: str
    aantal: int | str

    @property
    def tekst(self) -> str:
        """Return the warning as a Dutch sentence."""
        return f"{self.naam}: {text(f'formulier.waarschuwing.{self.regel}', aantal=self.aantal)}"


@dataclass(frozen=True)
class Formuliertelling:
    """One startpositie in numbers; `gesproken` are the fields that are read aloud, `notities` the notes."""

    id: str
    versie: str
    velden: int
    gesproken: int
    notities: int
    bladzijden: int
    per_type: dict[str, int]
    minuten: float


@dataclass(frozen=True)
class FormsReport:
    """All forms, rules and topics in numbers, the warnings, and what pyxform warns of (in English).

    `per_gesprek` are the questions that are asked in each conversation.
    """

    startposities: tuple[Formuliertelling, ...]
    onderwerpen: int
    regels: int
    regels_versie: str
    waarschuwingen: tuple[Waarschuwing, ...]
    pyxform: tuple[str, ...]
    gesprekken: tuple[Gesprekslengte, ...]
    per_gesprek: int
    woorden: float
    langste_zin: int

    @property
    def velden(self) -> int:
        """Return the number of fields of all startposities."""
        return sum(telling.velden for telling in self.startposities)

    @property
    def gesproken(self) -> int:
        """Return the number of questions that are read aloud, those of each conversation once."""
        return sum(telling.gesproken for telling in self.startposities) + self.per_gesprek

    @property
    def notities(self) -> int:
        """Return the number of notes that are read aloud."""
        return sum(telling.notities for telling in self.startposities)

    @property
    def minuten(self) -> float:
        """Return how long all conversations take."""
        return sum(lengte.minuten for lengte in self.gesprekken)


def check_forms(forms_dir: Path) -> FormsReport:
    """Load all forms, rules and topics of a folder and report on them; KnownError form.invalid."""
    formulieren, onderwerpen = load_formulieren(forms_dir), load_informatie(forms_dir)
    elk_gesprek = load_gespreksvragen(forms_dir).values()
    labels = [*spoken_labels(formulieren), *(vraag.label for vraag in elk_gesprek)]
    regels, aannamen = load_regels(forms_dir / "regels"), load_aannamen(forms_dir)
    gesprekken = lengths(formulieren, onderwerpen, aannamen)
    load_toennu(forms_dir, formulieren)
    lijsten, praatplaten = frozenset(load_keuzelijsten(forms_dir)), load_praatplaten(forms_dir, formulieren)
    return FormsReport(
        startposities=tuple(count(deel, aannamen) for deel in formulieren.startposities),
        onderwerpen=len(onderwerpen),
        regels=len(regels.regels),
        regels_versie=regels.versie,
        waarschuwingen=(
            *warnings(formulieren, lijsten),
            *_warnings_beelden(formulieren, praatplaten, load_beelden(forms_dir)),
            *_warnings_length(gesprekken, aannamen),
        ),
        pyxform=xform_of(workbook_bytes(forms_dir))[1],
        gesprekken=gesprekken,
        per_gesprek=len(elk_gesprek),
        woorden=mean_words(labels),
        langste_zin=max(map(longest_sentence, labels), default=0),
    )


def spoken(formulieren: Formulieren) -> list[Vraag]:
    """Return the questions and notes that are read aloud."""
    return [vraag for vraag in formulieren.vragen.values() if vraag.read_aloud]


def spoken_labels(formulieren: Formulieren) -> list[str]:
    """Return the words that are read aloud."""
    return [vraag.label for vraag in spoken(formulieren)]


def mean_words(labels: list[str]) -> float:
    """Return how many words a label has on average."""
    return sum(len(woorden.split()) for woorden in labels) / len(labels) if labels else 0


def longest_sentence(label: str) -> int:
    """Return how many words the longest sentence of a label has."""
    return max(len(zin.split()) for zin in _ZIN.split(label))


def count(startpositie: Startpositie, aannamen: Aannamen) -> Formuliertelling:
    """Return a startpositie in numbers."""
    velden = startpositie.velden
    return Formuliertelling(
        id=startpositie.id,
        versie=startpositie.versie,
        velden=len(velden),
        gesproken=sum(vraag.read_aloud for vraag in velden),
        notities=sum(vraag.type == NOTITIE and vraag.read_aloud for vraag in startpositie.vragen.values()),
        bladzijden=len(startpositie.paginas),
        per_type=dict(Counter(vraag.type for vraag in velden)),
        minuten=sum(minutes_of(startpositie, aannamen).values()),
    )


def warnings(formulieren: Formulieren, lijsten: frozenset[str]) -> Iterator[Waarschuwing]:
    """Yield what is allowed but unwise."""
    for vraag in spoken(formulieren):
        yield from _warnings_spoken(vraag)
    if (woorden := mean_words(spoken_labels(formulieren))) > MEESTE_GEMIDDELD:
        gemiddeld = f"{woorden:.1f}".replace(".", ",")
        yield Waarschuwing(text("formulier.alles"), "gemiddeld_lang", gemiddeld)
    for startpositie in formulieren.startposities:
        if len(startpositie.velden) < MINSTE_VELDEN:
            yield Waarschuwing(startpositie.id, "weinig_velden", len(startpositie.velden))
    gebruikt = {vraag.lijst for vraag in formulieren.vragen.values()} | {INSTRUMENTEN}
    for lijst in sorted(lijsten - gebruikt):
        yield Waarschuwing(lijst, "lijst_ongebruikt", 0)


def _warnings_beelden(
    formulieren: Formulieren, praatplaten: tuple[Bord, ...], beelden: tuple[Beeldbron, ...]
) -> Iterator[Waarschuwing]:
    for naam, image in unknown_beelden(formulieren, beelden):
        yield Waarschuwing(naam, "beeld_onbekend", image)
    known = {bron.bestand for bron in beelden}
    for bord in praatplaten:
        for image in sorted(bord.beelden - known):
            yield Waarschuwing(bord.id, "beeld_onbekend", image)


def _warnings_spoken(vraag: Vraag) -> Iterator[Waarschuwing]:
    if (langste := longest_sentence(vraag.label)) > MEESTE_WOORDEN:
        yield Waarschuwing(vraag.naam, "lang", langste)
    if _STEL.match(vraag.label):
        yield Waarschuwing(vraag.naam, "stel", "Stel")
    # A list of languages or countries is searched, not read aloud.
    if len(vraag.te_kiezen) > MEESTE_KEUZES and vraag.lijst not in ("talen", "landen"):
        yield Waarschuwing(vraag.naam, "veel_keuzes", len(vraag.te_kiezen))


def _warnings_length(gesprekken: tuple[Gesprekslengte, ...], aannamen: Aannamen) -> Iterator[Waarschuwing]:
    for lengte in gesprekken:
        if lengte.minuten > aannamen.meeste:
            naam = text("formulier.gesprek", nummer=lengte.nummer)
            yield Waarschuwing(naam, "gesprek_lang", round(lengte.minuten))
