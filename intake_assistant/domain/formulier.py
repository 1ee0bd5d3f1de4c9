"""What may be asked and when: questions, choices, startposities and topics to tell; knows no file."""

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

from intake_assistant.dates import read_date

NOTITIE = "note"
# A note that is a text for the person to read, in Dutch whatever they speak: how far they come is the answer.
LEESTEKST = "leestekst"
HERHALING = "begin_repeat"
# The conversations an intake is spread over, at most; a question says from which it may be asked.
GESPREKKEN = (1, 2, 3, 4, 5)
TALEN = "talen"  # the list of languages, whose codes are BCP 47 tags
# Where in the ontwikkelplan an answer is printed: strengths, wishes, what must be arranged, money.
PLEKKEN = ("sterk", "wens", "nodig", "geld")
# Detail that is kept no longer than until the PIP is definitive (AVG 5(1)(e); domain 5.5).
KORT_BEWAARD = ("k10", "lbt_detail")
# The sensitivity of what is asked only when there is trust.
MET_VERTROUWEN = 2
ZWIJG = "-"  # in the sentences of a question: an answer that is not printed
LIJSTTYPEN = frozenset({"select_one", "select_multiple"})
VELDTYPEN = frozenset({"text", "integer", "decimal", "date", "range"}) | LIJSTTYPEN
# The largest whole number the canonical form of an entry holds (RFC 8785, 32 bits signed).
GROOTSTE_GETAL = 2**31 - 1

_DAG_NUL = datetime.date(1970, 1, 1).toordinal()
_DECIMAAL = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True)
class Keuze:
    """One choice; `vervallen`: accepted, offered no more; `bron`: where its list comes from, if not here."""

    naam: str
    label: str
    image: str = ""
    vervallen: bool = False
    bron: str = field(default="", compare=False)


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """One row of a form that a person sees: a note, a field or a repeat."""

    naam: str
    type: str
    label: str
    hint: str = ""
    guidance_hint: str = ""
    relevant: str = ""
    required: bool = False
    constraint: str = ""
    constraint_message: str = ""
    appearance: str = ""
    default: str = ""
    lijst: str = ""
    parameters: Mapping[str, int] = field(default_factory=dict)
    keuzes: tuple[Keuze, ...] = ()
    image: str = ""
    audio: str = ""
    sensitivity: int = 0
    bijzonder: str = ""
    from_gesprek: int = 1
    read_aloud: bool = True
    gezegd: str = ""
    grondslag: str = ""
    deel: str = ""
    bewaren: str = ""
    derden: bool = False
    art15: str = ""
    ook_in: tuple[str, ...] = ()
    plek: str = ""
    zin: str = ""
    zinnen: Mapping[str, str] = field(default_factory=dict)
    # Asked no more: no page shows it and nothing counts it; what was answered is read in its own words.
    vervallen: bool = False
    # What the hint says comes before the question: why it is asked, that no is free, what a word means.
    hint_eerst: bool = False
    samenvatting: str = ""
    portret: str = ""
    portret_zin: str = ""
    portret_zinnen: Mapping[str, str] = field(default_factory=dict)
    bakje: str = ""  # where its answer lies ready: weging, plan or beide
    groep: str = ""
    herhaling: str = ""

    @cached_property
    def is_veld(self) -> bool:
        """Say whether the row holds an answer (no note, no repeat)."""
        return self.type in VELDTYPEN

    @cached_property
    def telt(self) -> bool:
        """Say whether it counts by itself: a field, or a repeat as one; the fields of its rows do not."""
        return self.type == HERHALING or (self.is_veld and not self.herhaling)

    @property
    def is_leestekst(self) -> bool:
        """Say whether the row is a text that the person reads."""
        return self.type == NOTITIE and self.appearance == LEESTEKST

    @property
    def startpositie(self) -> str:
        """Return the id of the startpositie, the part before the first dot."""
        return self.naam.partition(".")[0]

    @property
    def kort(self) -> str:
        """Return the last part of the name, as it stands in a row of a repeat."""
        return self.naam.rpartition(".")[2]

    @property
    def is_vertrouwelijk(self) -> bool:
        """Say whether it is asked only with trust, or about health or safety: never seen in passing."""
        return bool(self.bijzonder) or self.sensitivity >= MET_VERTROUWEN

    @cached_property
    def codes(self) -> frozenset[str]:
        """Return the codes of the choices."""
        return frozenset(keuze.naam for keuze in self.keuzes)

    @property
    def stappen(self) -> range:
        """Return the numbers of a scale."""
        waarden = self.parameters
        return range(waarden.get("start", 1), waarden.get("end", 5) + 1, waarden.get("step", 1))

    @cached_property
    def te_kiezen(self) -> tuple[Keuze, ...]:
        """Return the choices that are offered."""
        return tuple(keuze for keuze in self.keuzes if not keuze.vervallen)

    def keuze_of(self, code: str) -> str:
        """Return the choice that a code stands for: itself; of a language with a region the language."""
        if code in self.codes or self.lijst != TALEN:
            return code
        return code.partition("-")[0]

    def keuzelabel(self, code: str) -> str:
        """Return the Dutch label of a code, or the code itself when the list does not hold it."""
        gekozen = self.keuze_of(code)
        return next((keuze.label for keuze in self.keuzes if keuze.naam == gekozen), code)


@dataclass(frozen=True, kw_only=True)
class Groep:
    """A group of rows: one page (`field-list`), or rows that share a condition."""

    naam: str
    label: str = ""
    hint: str = ""
    guidance_hint: str = ""
    relevant: str = ""
    appearance: str = ""
    groep: str = ""
    herhaling: str = ""


@dataclass(frozen=True)
class Pagina:
    """What is on the screen at once: names of questions, the repeat they are rows of, the group's label."""

    naam: str
    vragen: tuple[str, ...]
    herhaling: str = ""
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Startpositie:
    """One form; `merk`: its two letters, `volgorde`: when it comes up among those that are as light."""

    id: str
    titel: str
    merk: str
    doel: str
    versie: str
    nummer: int
    volgorde: int
    vragen: Mapping[str, Vraag]
    paginas: tuple[Pagina, ...]
    groepen: Mapping[str, Groep]
    renamed: Mapping[str, str]
    retired: frozenset[str]

    @property
    def form(self) -> str:
        """Return what an answer keeps of its form: id and version, as `taalniveau 1`."""
        return f"{self.id} {self.versie}"

    @cached_property
    def velden(self) -> tuple[Vraag, ...]:
        """Return the questions that are asked and hold an answer, in order."""
        return tuple(vraag for vraag in self.vragen.values() if vraag.is_veld and not vraag.vervallen)

    @cached_property
    def tellend(self) -> tuple[Vraag, ...]:
        """Return the rows that count, those that are asked no more among them, in order."""
        return tuple(vraag for vraag in self.vragen.values() if vraag.telt)

    @cached_property
    def per_pagina(self) -> Mapping[str, tuple[Vraag, ...]]:
        """Return what counts of each page: its fields, or the repeat that they are rows of."""
        return {
            pagina.naam: (self.vragen[pagina.herhaling],)
            if pagina.herhaling
            else tuple(vraag for naam in pagina.vragen if (vraag := self.vragen[naam]).is_veld)
            for pagina in self.paginas
        }


@dataclass(frozen=True)
class Formulieren:
    """All startposities, in the order of their files."""

    startposities: tuple[Startpositie, ...]

    @cached_property
    def vragen(self) -> Mapping[str, Vraag]:
        """Return every note, field and repeat by name, in order."""
        return {naam: vraag for deel in self.startposities for naam, vraag in deel.vragen.items()}

    @cached_property
    def groepen(self) -> Mapping[str, Groep]:
        """Return every group by name."""
        return {naam: groep for deel in self.startposities for naam, groep in deel.groepen.items()}

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """Return old name -> next name, of all files."""
        return {oud: nieuw for deel in self.startposities for oud, nieuw in deel.renamed.items()}

    @cached_property
    def retired(self) -> frozenset[str]:
        """Return the names that are no longer asked, of all files."""
        return frozenset(naam for deel in self.startposities for naam in deel.retired)

    @cached_property
    def _earlier(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for oud in self.renamed:
            nu = self.heet_nu(oud)
            found[nu] = (*found.get(nu, ()), oud)
        return found

    @cached_property
    def _per_herhaling(self) -> Mapping[str, tuple[Vraag, ...]]:
        found: dict[str, tuple[Vraag, ...]] = {}
        for vraag in self.vragen.values():
            if vraag.is_veld:
                found[vraag.herhaling] = (*found.get(vraag.herhaling, ()), vraag)
        return found

    @cached_property
    def losse_velden(self) -> tuple[Vraag, ...]:
        """Return the fields outside repeats, in order."""
        return self.velden_van("")

    @cached_property
    def herhalingen(self) -> tuple[Vraag, ...]:
        """Return the repeats, in order."""
        return tuple(vraag for vraag in self.vragen.values() if vraag.type == HERHALING)

    @cached_property
    def _per_id(self) -> Mapping[str, Startpositie]:
        return {deel.id: deel for deel in self.startposities}

    def vraag(self, naam: str) -> Vraag:
        """Return the question of this name; KeyError when no form has it."""
        return self.vragen[naam]

    def startpositie(self, startpositie_id: str) -> Startpositie:
        """Return the startpositie with this id; KeyError when there is none."""
        return self._per_id[startpositie_id]

    def startpositie_of(self, naam: str) -> Startpositie:
        """Return the startpositie a question belongs to; KeyError when there is none."""
        return self._per_id[naam.partition(".")[0]]

    def heet_nu(self, oude_naam: str) -> str:
        """Return the present name of a question, following `renamed` as far as it goes."""
        naam = oude_naam
        while naam in self.renamed:
            naam = self.renamed[naam]
        return naam

    def velden_van(self, herhaling: str) -> tuple[Vraag, ...]:
        """Return the fields of one row of a repeat, in order."""
        return self._per_herhaling.get(herhaling, ())

    def heette(self, naam: str) -> tuple[str, ...]:
        """Return the names that a question had before, by whatever way it came by its present one."""
        return self._earlier.get(naam, ())


@dataclass(frozen=True)
class Gebrek:
    """What is wrong with a value: a code and its facts; the sentence is in `translations`."""

    code: str
    feiten: Mapping[str, str | int] = field(default_factory=dict)


def check_waarde(vraag: Vraag, waarde: object) -> tuple[Gebrek, ...]:
    """Return what is wrong with a value by type, list and range; it is kept all the same, flagged."""
    check = _CHECKS.get(vraag.type)
    return check(vraag, waarde) if check else (_verkeerd_type(vraag),)


def _verkeerd_type(vraag: Vraag) -> Gebrek:
    return Gebrek("waarde.verkeerd_type", {"vraag": vraag.naam, "type": vraag.type})


def _check_text(vraag: Vraag, waarde: object) -> tuple[Gebrek, ...]:
    return () if isinstance(waarde, str) else (_verkeerd_type(vraag),)


def _check_integer(vraag: Vraag, waarde: object) -> tuple[Gebrek, ...]:
    if not isinstance(waarde, int) or isinstance(waarde, bool):
        return (_verkeerd_type(vraag),)
    onder = vraag.parameters.get("start", -GROOTSTE_GETAL)
    boven = vraag.parameters.get("end", GROOTSTE_GETAL)
    stap = vraag.parameters.get("step", 1)
    if onder <= waarde <= boven and (waarde - onder) % stap == 0:
        return ()
    feiten: dict[str, str | int] = {"vraag": vraag.naam, "gevonden": waarde, "onder": onder, "boven": boven}
    return (Gebrek("waarde.buiten_bereik", feiten),)


def _check_decimal(vraag: Vraag, waarde: object) -> tuple[Gebrek, ...]:
    if isinstance(waarde, int) and not isinstance(waarde, bool):
        return _check_integer(vraag, waarde)
    goed = isinstance(waarde, str) and _DECIMAAL.fullmatch(waarde)
    return () if goed else (_verkeerd_type(vraag),)


def _check_date(vraag: Vraag, waarde: object) -> tuple[Gebrek, ...]:
    if not isinstance(waarde, str):
        return (_verkeerd_type(vraag),)
    if dagnummer(waarde) is not None:
        return ()
    return (Gebrek("waarde.onmogelijke_datum", {"vraag": vraag.naam, "gevonden": waarde}),)


def _check_one(vraag: Vraag, waarde: object) -> tuple[Gebrek, ...]:
    if isinstance(waarde, list) and len(waarde) > 1:
        return (Gebrek("waarde.te_veel", {"vraag": vraag.naam, "aantal": len(waarde)}),)
    if not isinstance(waarde, str):
        return (_verkeerd_type(vraag),)
    return () if vraag.keuze_of(waarde) in vraag.codes else (_niet_in_lijst(vraag, waarde),)


def _check_multiple(vraag: Vraag, waarde: object) -> tuple[Gebrek, ...]:
    if not isinstance(waarde, list) or not all(isinstance(code, str) for code in waarde):
        return (_verkeerd_type(vraag),)
    onbekend = tuple(_niet_in_lijst(vraag, code) for code in waarde if code not in vraag.codes)
    dubbel = [code for code in dict.fromkeys(waarde) if waarde.count(code) > 1]
    return onbekend + tuple(Gebrek("waarde.dubbel", {"vraag": vraag.naam, "gevonden": c}) for c in dubbel)


def _niet_in_lijst(vraag: Vraag, code: str) -> Gebrek:
    """With what was perhaps meant, by its code and as it is read: people type names, files hold codes."""
    names = {name.casefold(): keuze for keuze in vraag.keuzes for name in (keuze.naam, keuze.label)}
    near = get_close_matches(code.casefold(), names, n=1)
    bedoeld = meant_by(vraag.keuzes, code) or (names[near[0]] if near else None)
    feiten = {"bedoeld": bedoeld.naam, "bedoeld_naam": bedoeld.label} if bedoeld else {"bedoeld": ""}
    return Gebrek("waarde.niet_in_lijst", {"vraag": vraag.naam, "gevonden": code} | feiten)


def meant_by(keuzes: Sequence[Keuze], getypt: str) -> Keuze | None:
    """The choice of just this name; else the only one in whose name so much of it stands."""
    klein = getypt.strip().casefold()
    just = [k for k in keuzes if k.label.casefold() == klein]
    part = [k for k in keuzes if klein in k.label.casefold()] if len(klein) >= _GENOEG else []
    return just[0] if just else part[0] if len(part) == 1 else None


_GENOEG = 3  # signs of a name that say which one is meant, when there is no other
_CHECKS = {
    "text": _check_text,
    "integer": _check_integer,
    "range": _check_integer,
    "decimal": _check_decimal,
    "date": _check_date,
    "select_one": _check_one,
    "select_multiple": _check_multiple,
}


def dagnummer(tekst: str) -> int | None:
    """Return the day number of an ISO date (1 January 1970 is 0, as in ODK), None when it is no date."""
    day = read_date(tekst)
    return day.toordinal() - _DAG_NUL if day else None
