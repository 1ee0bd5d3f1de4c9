"""Where a life contradicts itself: between answers, dates, plan and besluit, and in what people typed.

The case files are what translators and trainers copy, the demonstration is what a municipality sees first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import Any

from intake_assistant.dates import read_date
from tests.operations.papers.waarheid import ANDER, IEMAND

type Case = Mapping[str, Any]
type Zegt = Callable[[str], object]
_TELWOORDEN = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien twintig"
).split()
_GETAL = "|".join((r"\d+", *_TELWOORDEN[2:]))
_REIS = re.compile(r"\b(reis betaald|gevlucht|vluchtte|smokkel)")
_ZELFDE = (
    ("praktische_competenties.beter_kunnen", "motivatie.ontwikkelwensen", "digitale_vaardigheden.leerwens"),
    ("zelfredzaamheid.gewenste_steun", "gezinssituatie.steun_gewenst", "randvoorwaarden.eerst_regelen"),
)
_ROUTE = {"B": "de B1-route", "O": "de onderwijsroute", "Z": "de Z-route"}


def contradictions(case: Case, zegt: Zegt) -> list[str]:
    """Each contradiction of a case, in words; `zegt` gives the answer that counts at the end."""
    besluit = case.get("beschikking", {})
    return [
        *_oproepen(case),
        *_toestemmingen(case),
        *_teksten(case, besluit),
        *_getallen(case, besluit, zegt),
        *_besluit(besluit, zegt),
        *_plan(case, besluit, zegt),
        *_mensen(case),
        *_dubbel(zegt),
    ]


def _oproepen(case: Case) -> Iterator[str]:
    dagen = {gesprek["datum"] for gesprek in case.get("gesprek", ())}
    for oproep in case.get("procedure", {}).get("oproep", ()):
        if oproep.get("verschenen") and oproep["datum"] not in dagen:
            yield f"came on {oproep['datum']}, and no conversation was held then"
        if not oproep.get("verschenen", True) and oproep["datum"] in dagen:
            yield f"did not come on {oproep['datum']}, and a conversation was held then"


def _toestemmingen(case: Case) -> Iterator[str]:
    """Nobody read, saw or heard a text that is not there, or an interpreter who was not (AVG 7(1))."""
    tolken = {
        gesprek["datum"]
        for gesprek in case.get("gesprek", ())
        if any(iemand["rol"] == "tolk" for iemand in gesprek.get("aanwezig", ()))
    }
    for toestemming in case.get("toestemming", ()):
        wie, hoe = toestemming["partij"], toestemming.get("uitgelegd_met")
        if hoe == "tolk" and toestemming["datum"] not in tolken:
            yield f"consent for {wie} told by an interpreter who was not there"
        if hoe in ("plaat", "audio") or (hoe == "zelf_gelezen" and toestemming.get("taal") != "nl"):
            yield f"consent for {wie} told by {hoe}, which there is not in that language"


def _argumenten(case: Case) -> Iterator[str]:
    for weging in case.get("weging", ()):
        for argument in (*weging.get("voor", ()), *weging.get("tegen", ())):
            yield argument if isinstance(argument, str) else argument["tekst"]


def _getypt(case: Case, besluit: Case) -> Iterator[str]:
    """What a regievoerder typed for the letters, sentence by sentence."""
    velden = ("motivering", "motivering_afwijking_lbt", "zienswijze")
    alles = [*_argumenten(case), *(str(besluit.get(veld, "")) for veld in velden)]
    alles += [*besluit.get("ondersteuning", ()), str(besluit.get("intensiteit", {}).get("toelichting", ""))]
    alles += [a["wat"] for doel in case.get("doel", ()) for a in doel.get("afspraak", ())]
    for tekst in alles:
        yield from (zin for zin in re.split(r"(?<=[.?!])\s+", tekst.strip()) if zin)


def _teksten(case: Case, besluit: Case) -> Iterator[str]:
    before = ""
    for zin in _getypt(case, besluit):
        if IEMAND.search(zin) and not ANDER.search(f"{before} {zin}"):
            yield f"a letter to u says: {zin}"
        if re.match(r"(Wil|Heeft|Kan|Is|Was|Leert|Spreekt)\b[^?]*\.$", zin):
            yield f"no subject: {zin}"
        if re.search(r"DigiD", zin) and re.search(r"\b(zoon|dochter|kind)", zin):
            yield f"a child and DigiD: {zin}"
        before = zin


def _als_getal(woord: str) -> int:
    return int(woord) if woord.isdecimal() else _TELWOORDEN.index(woord)


def _getallen(case: Case, besluit: Case, zegt: Zegt) -> Iterator[str]:
    """A number in the reasons is the number in the dossier."""
    tekst = " ".join(_getypt(case, besluit))
    expected = {
        rf"(?<!minstens )(?<!dan )\b({_GETAL}) jaar (?:onderwijs|naar school)": "opleiding.jaren_onderwijs",
        rf"\b({_GETAL}) (?:van de 40 )?vragen goed": "leerbaarheid.lbt_score",
        rf"[Uu] werkt ({_GETAL}) uur per week": "werkervaring.werkt_nu_uren",
    }
    for patroon, naam in expected.items():
        for found in re.finditer(patroon, tekst):
            if zegt(naam) not in ("", None, _als_getal(found[1])):
                yield f"{found[0]!r}, and {naam} is {zegt(naam)}"


def _besluit(besluit: Case, zegt: Zegt) -> Iterator[str]:
    route, motivering = besluit.get("leerroute", ""), str(besluit.get("motivering", ""))
    named = re.search("U krijgt (de [BZ]1?-route|de onderwijsroute)", motivering)
    if named and named[1] != _ROUTE[route]:
        yield f"the reasons give {named[1]}, the besluit {route}"
    uitslag = zegt("leerbaarheid.lbt_uitslag")
    teksten = " ".join((motivering, str(besluit.get("motivering_afwijking_lbt", ""))))
    if re.search(r"toets[^.]*\bniet haalbaar", teksten) and uitslag == "haalbaar":
        yield "the reasons say that the test was not passed; it was"
    if re.search(r"toets[^.]*(?<!niet )haalbaar", teksten) and uitslag == "niet_haalbaar":
        yield "the reasons say that the test was passed; it was not"
    if besluit.get("alfabetiseringsonderwijs") == "NVT" and zegt("taalniveau.geletterdheid") == "niet":
        yield "no alfabetisering for who does not write"
    ondersteuning = " ".join(besluit.get("ondersteuning", ()))
    if zegt("sociaal_netwerk.taalmaatje") == "heeft" and re.search(
        "zoek.*taalmaatje|^Een taalmaatje", ondersteuning
    ):
        yield "a taalmaatje for who has one"


def _plan(case: Case, besluit: Case, zegt: Zegt) -> Iterator[str]:
    if isinstance(besluit.get("vve"), dict) and zegt("gezinssituatie.vve_wens") in ("ja", "eerst_kijken"):
        yield "the plan wishes for the voorschool, the besluit says it is not at issue"
    if besluit.get("vve") and zegt("gezinssituatie.heeft_kinderen") == "nee":
        yield "voorschool for who has no child"
    yield from _opvang(case, zegt)
    for doel in case.get("doel", ()):
        for afspraak in doel.get("afspraak", ()):
            klaar, begin = read_date(afspraak.get("klaar_op")), read_date(besluit.get("dagtekening"))
            laatste = read_date(afspraak.get("uiterlijk"))
            if laatste and begin and laatste < begin:
                yield f"to be done before the plan began: {afspraak['wat']}"
            if klaar and begin and klaar < begin:
                yield f"done before the plan began: {afspraak['wat']}"


def _opvang(case: Case, zegt: Zegt) -> Iterator[str]:
    redenen = " ".join(str(wijziging.get("motivering", "")) for wijziging in case.get("wijziging", ()))
    waiting = zegt("randvoorwaarden.kinderopvang_geregeld") in ("wachtlijst", "nog_regelen", "aangevraagd")
    if waiting and re.search(r"opvang[^.]*\b(is er|geregeld)\b", redenen):
        yield "childcare in the reasons of a change, and a waiting list in the plan"


def _mensen(case: Case) -> Iterator[str]:
    """What the guidance forbids: names of helpers, the journey, who paid for it."""
    for gesprek in case.get("gesprek", ()):
        for startpositie, antwoorden in gesprek.get("antwoorden", {}).items():
            figuur = antwoorden.get("steunfiguur", "")
            if isinstance(figuur, str) and re.search(r"(?<!^)(?<!in )\b[A-Z][a-z]+", figuur):
                yield f"a name where a role is asked: {figuur}"
            for naam, waarde in antwoorden.items():
                if isinstance(waarde, str) and re.search(
                    r"\b(reis betaald|gevlucht|vluchtte|smokkel)", waarde
                ):
                    yield f"{startpositie}.{naam} tells of the journey: {waarde}"


def _dubbel(zegt: Zegt) -> Iterator[str]:
    """One wish or one need told at several questions: the plan then prints it as often."""
    for vragen in _ZELFDE:
        for een, ander in combinations(vragen, 2):
            gedeeld = _kern(zegt(een)) & _kern(zegt(ander))
            if gedeeld:
                yield f"{een} and {ander} both tell of {', '.join(sorted(gedeeld))}"


def _kern(waarde: object) -> set[str]:
    words = re.findall(r"\w{5,}", waarde.casefold()) if isinstance(waarde, str) else ()
    return set(words) - {"nederlands", "nederlandse", "leren", "willen", "zodat"}
