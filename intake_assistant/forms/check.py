"""What `forms check` tells: counts per startpositie, and what is allowed but unwise."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from intake_assistant.domain.formulier import NOTITIE, Formulieren, Startpositie, Vraag
from intake_assistant.forms.informatie import load_informatie
from intake_assistant.forms.keuzelijsten import load_keuzelijsten
from intake_assistant.forms.loader import load_formulieren
from intake_assistant.forms.regels import load_regels
from intake_assistant.forms.xlsform import workbook_bytes, xform_of
from intake_assistant.texts import text

MEESTE_WOORDEN = 15
MEESTE_KEUZES = 7
MINSTE_VELDEN = 10
_ZIN = re.compile(r"[.!?:]\s+")


@dataclass(frozen=True)
class Waarschuwing:
    """Something allowed but unwise: of which question (or list), which rule, and its number."""

    naam: str
    regel: str
    aantal: int

    @property
    def tekst(self) -> str:
        """Return the warning as a Dutch sentence."""
        return f"{self.naam}: {text(f'formulier.waarschuwing.{self.regel}', aantal=self.aantal)}"


@dataclass(frozen=True)
class Formuliertelling:
    """One startpositie in numbers; `gesproken` are the fields that are read aloud."""

    id: str
    versie: str
    velden: int
    gesproken: int
    notities: int
    bladzijden: int
    per_type: dict[str, int]


@dataclass(frozen=True)
class FormsReport:
    """All forms, rules and topics in numbers, the warnings, and what pyxform warns of (in English)."""

    startposities: tuple[Formuliertelling, ...]
    onderwerpen: int
    regels: int
    regels_versie: str
    waarschuwingen: tuple[Waarschuwing, ...]
    pyxform: tuple[str, ...]

    @property
    def velden(self) -> int:
        """Return the number of fields of all startposities."""
        return sum(telling.velden for telling in self.startposities)

    @property
    def gesproken(self) -> int:
        """Return the number of fields that are read aloud."""
        return sum(telling.gesproken for telling in self.startposities)


def check_forms(forms_dir: Path) -> FormsReport:
    """Load all forms, rules and topics of a folder and report on them; KnownError form.invalid."""
    formulieren = load_formulieren(forms_dir)
    regels = load_regels(forms_dir / "regels")
    return FormsReport(
        startposities=tuple(count(deel) for deel in formulieren.startposities),
        onderwerpen=len(load_informatie(forms_dir)),
        regels=len(regels.regels),
        regels_versie=regels.versie,
        waarschuwingen=tuple(warnings(formulieren, frozenset(load_keuzelijsten(forms_dir)))),
        pyxform=xform_of(workbook_bytes(forms_dir))[1],
    )


def count(startpositie: Startpositie) -> Formuliertelling:
    """Return a startpositie in numbers."""
    velden = startpositie.velden
    return Formuliertelling(
        id=startpositie.id,
        versie=startpositie.versie,
        velden=len(velden),
        gesproken=sum(vraag.read_aloud for vraag in velden),
        notities=sum(vraag.type == NOTITIE for vraag in startpositie.vragen.values()),
        bladzijden=len(startpositie.paginas),
        per_type=dict(Counter(vraag.type for vraag in velden)),
    )


def warnings(formulieren: Formulieren, lijsten: frozenset[str]) -> Iterator[Waarschuwing]:
    """Yield what is allowed but unwise."""
    for vraag in formulieren.vragen.values():
        yield from _warnings_spoken(vraag)
    for startpositie in formulieren.startposities:
        if len(startpositie.velden) < MINSTE_VELDEN:
            yield Waarschuwing(startpositie.id, "weinig_velden", len(startpositie.velden))
    gebruikt = {vraag.lijst for vraag in formulieren.vragen.values()}
    for lijst in sorted(lijsten - gebruikt):
        yield Waarschuwing(lijst, "lijst_ongebruikt", 0)


def _warnings_spoken(vraag: Vraag) -> Iterator[Waarschuwing]:
    if not vraag.read_aloud:
        return
    langste = max((len(zin.split()) for zin in _ZIN.split(vraag.label)), default=0)
    if langste > MEESTE_WOORDEN:
        yield Waarschuwing(vraag.naam, "lang", langste)
    # A list of languages or countries is searched, not read aloud.
    if len(vraag.keuzes) > MEESTE_KEUZES and vraag.lijst not in ("talen", "landen"):
        yield Waarschuwing(vraag.naam, "veel_keuzes", len(vraag.keuzes))
