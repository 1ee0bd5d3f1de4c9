"""What the other side sees: one language at a time, and never what is for us alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from intake_assistant.documents.tekening.praatplaat.plaat import Bordplaat
from intake_assistant.domain.aanraken.aanwijzing import STATEN
from intake_assistant.domain.aanraken.gebaar import GEBAREN, NIET_BEGREPEN, STOP
from intake_assistant.domain.formulier import HERHALING, NOTITIE, Keuze, Vraag
from intake_assistant.domain.informatie import Informatieonderwerp
from intake_assistant.domain.leesrichting import isoleer
from intake_assistant.operations.views.toennu.vormen import Toennublad
from intake_assistant.operations.words.vertaling import keuze_tekst, keuzeplek
from intake_assistant.operations.words.waarde import in_words
from intake_assistant.staftaal import dutch
from intake_assistant.texts import SOURCE, Stand, Taal, Vertaling, dutch_text, form_text

Maat = Literal["groot", "midden", "klein", "fijn"]

ALLEEN = ":alleen"
"""The code of the button with which somebody asks to talk without the others."""
BIJ_VERTELD = tuple(f":{wat}" for wat in GEBAREN)
"""What can be touched at the foot while a topic is told; at a question also what stands for an answer."""
BIJ_VRAAG = (*STATEN, *BIJ_VERTELD)
BIJ_BEDEKT = (f":{STOP}",)
# More choices than this are searched in, not read aloud.
MEEST = 16
_GETAL = re.compile("(?<![A-Za-z0-9])[0-9]+")
# First digit of a numbering system of CLDR.
_NUL = {"latn": 0x30, "arab": 0x660, "arabext": 0x6F0, "deva": 0x966, "beng": 0x9E6, "mymr": 0x1040}
# What is said of a page is what its weakest text is worth.
_STANDEN: tuple[Stand, ...] = ("ontbreekt", "verouderd", "ongecontroleerd", "gecontroleerd")


@dataclass(frozen=True)
class Gedeeldezin:
    """Words in the language of the page, and how large they stand there."""

    tekst: str
    maat: Maat
    vet: bool = False
    nederlands: str = ""
    """The same in Dutch, where that is another language; shown when it is asked for."""


@dataclass(frozen=True)
class Gedeeldekeuze:
    """One choice to point at; without words where its language lacks one of them."""

    code: str
    cijfer: str
    woorden: str = ""
    beeld: str = ""
    nederlands: str = ""
    hoogte: float = 0.0
    """For a step of a scale how high it is, of one."""
    taal: Taal | None = None
    """The language of its words, where each choice has its own."""
    onder: str = ""
    """Smaller, below its words."""


class Spreektekst(NamedTuple):
    """A text that is said to the person: by its place it is found, by its Dutch known to be the same."""

    plek: str
    nl: str


class TeHoren(NamedTuple):
    """A text that is said to the person, and its words in their language; empty where it has none."""

    tekst: Spreektekst
    woorden: str
    taal: str = ""
    """Of a text in another language than that of the page."""


@dataclass(frozen=True)
class Gedeeldblad:
    """One page of the shared side; without a name the picture of rest."""

    naam: str = ""
    zinnen: tuple[Gedeeldezin, ...] = ()
    keuzes: tuple[Gedeeldekeuze, ...] = ()
    beeld: str = ""
    onderwerpbeeld: str = ""
    """For who reads no words: what it is about."""
    alleen: Gedeeldekeuze | None = None
    """*Even alleen*, when that can be touched."""
    voor_tolk: tuple[str, ...] = ()
    """Dutch, small, of what the language lacks."""
    stand: Stand = "gecontroleerd"
    plaat: Bordplaat | None = None
    """The board that is filled there."""
    naast: bool = False
    """Its choices stand beside each other, all of one size."""
    is_nederlands: bool = False
    """Dutch on purpose: a text to read, whatever somebody speaks."""
    toennu: Toennublad | None = None
    """Two days side by side, in the place of a question."""
    te_horen: tuple[TeHoren, ...] = ()
    """What of it can be spoken in, in the order in which one reads."""
    gebaren: tuple[Gedeeldekeuze, ...] = ()
    """What can be said beside an answer, at the foot."""

    @property
    def te_kiezen(self) -> tuple[Gedeeldekeuze, ...]:
        """What can be pointed at as an answer."""
        te_antwoorden = () if self.is_vol else self.keuzes
        return (*te_antwoorden, *(een for een in self.gebaren if een.code in STATEN))

    @property
    def is_vol(self) -> bool:
        """Whether it needs no words above it: a board, or choices that are in a language of their own."""
        return self.plaat is not None or any(keuze.taal is not None for keuze in self.keuzes)


LUISTER = ":luister"
"""The code of the ear, by which what is in sight is heard once more."""
OOR_BEELD = "luisteren.svg"
PAUZE_BEELD, ALLEEN_BEELD = "pauze.svg", "alleen.svg"
RUST = Gedeeldblad()


@dataclass(frozen=True)
class Gevraagd:
    """A question with what is said before it, the picture of its topic, and what the COA said of it."""

    vraag: Vraag
    inleiding: tuple[Vraag, ...] = ()
    onderwerpbeeld: str = ""
    te_bevestigen: object | None = None
    plaats: str = ""
    """Its name with the row that it is of."""


def in_cijfers(tekst: str, cijfers: str) -> str:
    """Return a text with the digits of a numbering system; a code such as A2 keeps its own."""
    nul = _NUL.get(cijfers, _NUL["latn"])
    return _GETAL.sub(lambda getal: "".join(chr(nul + int(cijfer)) for cijfer in getal[0]), tekst)


def is_zoeklijst(vraag: Vraag) -> bool:
    """Say whether its list is too long to read aloud: only what was chosen is shown of it."""
    return len(vraag.keuzes) > MEEST


def gezegd(tot: Sequence[Vraag], *, in_rij: bool = False) -> list[Vraag]:
    """Return what was said last of the questions up to the one in focus, a note that leads to it first."""
    if not tot or tot[-1].is_leestekst:
        return list(tot[-1:])
    if in_rij and not tot[-1].read_aloud:
        # Staff fill it in from the story; what was asked in another row is not asked here.
        return []
    gesproken = [vraag for vraag in tot if vraag.read_aloud]
    met_inleiding = len(gesproken) > 1 and gesproken[-2].type == NOTITIE and gesproken[-1].type != NOTITIE
    return gesproken[-2:] if met_inleiding else gesproken[-1:]


def is_gezegd(vraag: Vraag) -> bool:
    """Say whether it is said aloud, or read by the person; else staff fill it in."""
    return vraag.read_aloud or vraag.is_leestekst


@dutch
def blad_van_vraag(taal: Taal, gevraagd: Gevraagd, gekozen: Sequence[str] = ()) -> Gedeeldblad:
    """A question after what leads to it; where its language lacks it, or a choice, pictures and numbers."""
    maker, vraag = _Bladmaker(taal), gevraagd.vraag
    for eerst in gevraagd.inleiding:
        maker.add(f"{eerst.naam}/label", eerst.label, "klein")
    if vraag.hint_eerst:
        maker.add(f"{vraag.naam}/hint", vraag.hint, "klein")
    maker.add(f"{vraag.naam}/label", vraag.label, _maat(vraag.label))
    # What stands under the name of a list is for who fills it in.
    if vraag.hint and not vraag.hint_eerst and vraag.type != HERHALING:
        maker.add(f"{vraag.naam}/hint", vraag.hint, "klein")
    if gevraagd.te_bevestigen is not None:
        maker.add_klopt_het(vraag, gevraagd.te_bevestigen)
    maker.add_keuzes(vraag, gekozen)
    # The picture of the topic stands in for words that nobody here can read.
    blad = maker.blad(vraag.naam, vraag.image or ("" if maker.is_heel else gevraagd.onderwerpbeeld))
    return replace(blad, onderwerpbeeld=gevraagd.onderwerpbeeld)


@dutch
def blad_van_leestekst(vraag: Vraag) -> Gedeeldblad:
    """Dutch to be read: how far somebody comes is the answer, so that no translation of it is missing."""
    return Gedeeldblad(vraag.naam, (Gedeeldezin(vraag.label, "midden"),), is_nederlands=True)


@dutch
def blad_van_onderwerp(taal: Taal, onderwerp: Informatieonderwerp) -> Gedeeldblad:
    """What is told."""
    maker = _Bladmaker(taal)
    sleutel = f"informatie.{onderwerp.id}"
    maker.add(f"{sleutel}/titel", onderwerp.titel, "midden", vet=True)
    maker.add(f"{sleutel}/tekst", onderwerp.tekst, "klein")
    return maker.blad(sleutel)


@dutch
def bedekt_blad(taal: Taal, naam: str) -> Gedeeldblad:
    """In the place of a personal question: that one comes, that no answer is asked, and a way to be alone."""
    maker = _Bladmaker(taal)
    maker.add_eigen("gedeeld.persoonlijk", "midden")
    maker.add_eigen("gedeeld.niet_antwoorden", "klein")
    alleen = form_text(taal.code, "gedeeld.alleen", dutch_text("gedeeld.alleen"))
    woorden = "" if alleen.stand == "ontbreekt" else alleen.tekst
    knop = Gedeeldekeuze(ALLEEN, "", woorden, ALLEEN_BEELD)
    # No picture of its own: a lock before a person who cannot read it says something else.
    return maker.blad(f"{naam}/bedekt", alleen=knop)


@dutch
def pauze_blad(taal: Taal) -> Gedeeldblad:
    """Nothing of anybody: that it will go on in a moment."""
    maker = _Bladmaker(taal)
    maker.add_eigen("gedeeld.pauze", "groot")
    maker.add_eigen("gedeeld.zo_verder", "midden")
    return maker.blad("pauze", PAUZE_BEELD)


def with_gebaren(blad: Gedeeldblad, taal: Taal, codes: Iterable[str]) -> Gedeeldblad:
    """The same page with these at its foot; without words where the language lacks them."""
    return replace(blad, gebaren=tuple(_gebaar(taal, code) for code in codes))


def _gebaar(taal: Taal, code: str) -> Gedeeldekeuze:
    naam = code.removeprefix(":")
    sleutel = "begrijp_niet" if naam == NIET_BEGREPEN else naam
    woord = form_text(taal.code, f"gedeeld.{sleutel}", dutch_text(f"gedeeld.{sleutel}"))
    return Gedeeldekeuze(code, "", "" if woord.stand == "ontbreekt" else woord.tekst, f"{naam}.svg")


class _Bladmaker:
    """Gathers the texts of one page, and judges at the end whether its language has them all."""

    def __init__(self, taal: Taal) -> None:
        self._taal = taal
        self._zinnen: list[tuple[Vertaling, Maat, bool, str]] = []
        self._keuzes: list[tuple[Gedeeldekeuze, Vertaling | None, str]] = []
        self._te_horen: list[TeHoren] = []

    def add(self, sleutel: str, dutch: str, maat: Maat, *, vet: bool = False) -> None:
        found = form_text(self._taal.code, sleutel, dutch)
        self._zinnen.append((found, maat, vet, dutch))
        self._hear(sleutel, dutch, found)

    def _hear(self, sleutel: str, dutch: str, found: Vertaling) -> None:
        """Also what the language lacks on the screen may have been spoken in."""
        woorden = "" if found.stand == "ontbreekt" else found.tekst
        self._te_horen.append(TeHoren(Spreektekst(sleutel, dutch), woorden))

    def add_eigen(self, sleutel: str, maat: Maat) -> None:
        self.add(sleutel, dutch_text(sleutel), maat)

    def add_klopt_het(self, vraag: Vraag, waarde: object) -> None:
        """What the COA said, for the person to say whether it is right."""
        codes = [vraag.keuze_of(str(code)) for code in (waarde if isinstance(waarde, list) else [waarde])]
        zei = [keuze_tekst(self._taal.code, vraag, een) for een in vraag.keuzes if een.naam in codes]
        template = dutch_text("gedeeld.klopt_het", waarde="{waarde}")
        zin = form_text(self._taal.code, "gedeeld.klopt_het", template)
        woorden = isoleer(", ".join(een.tekst for een in zei) or in_words(vraag, waarde))
        dutch = dutch_text("gedeeld.klopt_het", waarde=in_words(vraag, waarde))
        stand = laagste(een.stand for een in (zin, *zei))
        self._zinnen.append((Vertaling(zin.tekst.format(waarde=woorden), stand), "midden", False, dutch))

    def add_keuzes(self, vraag: Vraag, gekozen: Sequence[str]) -> None:
        if vraag.type == "range":
            self._add_schaal(vraag)
            return
        zoekt = is_zoeklijst(vraag)
        for nummer, keuze in enumerate(_shown(vraag, gekozen), start=1):
            cijfer = "" if zoekt else self._cijfer(nummer)
            made = Gedeeldekeuze(keuze.naam, cijfer, beeld=keuze.image, nederlands=self._beside(keuze.label))
            dutch = keuze.label if zoekt else f"{nummer}  {keuze.label}"
            found = keuze_tekst(self._taal.code, vraag, keuze)
            self._keuzes.append((made, found, dutch))
            self._hear(keuzeplek(vraag, keuze), keuze.label, found)

    def _add_schaal(self, vraag: Vraag) -> None:
        stappen = vraag.stappen
        for nummer, stap in enumerate(stappen, start=1):
            made = Gedeeldekeuze(str(stap), self._cijfer(stap), hoogte=nummer / len(stappen))
            self._keuzes.append((made, None, ""))

    def _cijfer(self, nummer: int) -> str:
        return in_cijfers(str(nummer), self._taal.cijfers)

    @property
    def is_heel(self) -> bool:
        """Whether its language has every text that was gathered."""
        return self._stand() != "ontbreekt"

    def blad(self, naam: str, beeld: str = "", alleen: Gedeeldekeuze | None = None) -> Gedeeldblad:
        horen = tuple(self._te_horen)
        if not self.is_heel:
            dutch = [zin[3] for zin in self._zinnen] + [woord for _, _, woord in self._keuzes if woord]
            keuzes = tuple(keuze for keuze, _, _ in self._keuzes if keuze.cijfer)
            dutch_regels = tuple(dutch)
            return Gedeeldblad(naam, (), keuzes, beeld, alleen=alleen, voor_tolk=dutch_regels, te_horen=horen)
        zinnen = tuple(
            Gedeeldezin(in_cijfers(v.tekst, self._taal.cijfers), maat, vet, self._beside(dutch))
            for v, maat, vet, dutch in self._zinnen
        )
        keuzes = tuple(self._with_words(keuze, woord) for keuze, woord, _ in self._keuzes)
        stand = self._stand()
        return Gedeeldblad(naam, zinnen, keuzes, beeld, alleen=alleen, stand=stand, te_horen=horen)

    def _with_words(self, keuze: Gedeeldekeuze, woord: Vertaling | None) -> Gedeeldekeuze:
        woorden = in_cijfers(woord.tekst, self._taal.cijfers) if woord else ""
        return replace(keuze, woorden=woorden)

    def _beside(self, dutch: str) -> str:
        return "" if self._taal.code == SOURCE else dutch

    def _stand(self) -> Stand:
        woorden = (woord for _, woord, _ in self._keuzes if woord)
        return laagste(een.stand for een in (*(zin[0] for zin in self._zinnen), *woorden))


def laagste(standen: Iterable[Stand]) -> Stand:
    """What is said of a page: what its weakest text is worth."""
    return min(standen, key=_STANDEN.index, default="gecontroleerd")


def _shown(vraag: Vraag, gekozen: Sequence[str]) -> list[Keuze]:
    if is_zoeklijst(vraag):
        return [keuze for keuze in vraag.keuzes if keuze.naam in gekozen]
    return [keuze for keuze in vraag.keuzes if not keuze.vervallen or keuze.naam in gekozen]


def _maat(tekst: str) -> Maat:
    return "groot" if len(tekst) <= 60 else "midden" if len(tekst) <= 110 else "klein"
