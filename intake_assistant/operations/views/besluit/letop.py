"""What a besluit had better not say so: looked at before vaststellen, and never in the way of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, NamedTuple

from intake_assistant.dates import date_in_words
from intake_assistant.documents.bouw import getal as as_number
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import BESCHIKKING, BEZWAAR, GESPREK, INFORMATIE_DERDE
from intake_assistant.domain.recht.besluit import AFSCHALEN, HERZIENING, KENNELIJKE_FOUT, SCHAKELEN
from intake_assistant.domain.recht.bezwaar import bezwaren_of
from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.domain.recht.leerroute import Leerroute, find_waarde
from intake_assistant.domain.recht.ontwikkelplan import doelen_of
from intake_assistant.domain.recht.oordeel.wijziging.concept import Wijzigingsconcept
from intake_assistant.domain.recht.oordeel.zaakfeiten import gegronde_bezwaren
from intake_assistant.domain.recht.tussen.tolk import tolken_van
from intake_assistant.domain.recht.uitvoering.rijen import gevulde_rijen
from intake_assistant.domain.recht.uitwisseling import GEZONDHEID
from intake_assistant.domain.recht.weging import KANTEN, WegingArgument, argumenten_of
from intake_assistant.operations.papers.bevindingen import planzinnen_of
from intake_assistant.operations.papers.gegevens import gemeente_of
from intake_assistant.operations.views.besluit.bewijs import Bewijs, bewijzen
from intake_assistant.operations.views.besluit.routegevolg import motivering_from
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import SOURCE, text

# A besluit speaks to the person. Who begins with a verb that belongs to zij or hij left out who does it.
_DERDE: Final = re.compile(r"\b(zij|hij|haar|hem|zijn\s+(?:vrouw|man|kinderen))\b", re.IGNORECASE)
_ZONDER_WIE: Final = re.compile(
    r"^\s*(heeft|kan|wil|is|werkte?|leert|spreekt|woont|zoekt|had|was|moet|mag|kent|leest|schrijft|doet|"
    r"gaat|ging|krijgt|volgde?|begrijpt|houdt|zorgt|haalde|vindt)\b(?!\s+u\b)",
    re.IGNORECASE,
)
# Not all there are: those that one writes down of somebody without thinking of who reads the letter.
_GEZONDHEID: Final = re.compile(
    r"\b(ggz|ggd|(?:huis|tand|keurings|bedrijfs)?arts|ziekenhuis|medisch\w*|medicijn\w*|diagnose|dialyse|chemo\w*|"
    r"epilep\w*|kanker|depress\w*|ptss|psych\w*|neurolo\w*|suikerziekte|operatie)\b",
    re.IGNORECASE,
)
_EEN: Final = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TIEN: Final = (
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien",
    "negentien",
)  # fmt: skip
_TIENTAL: Final = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_EENHEDEN: Final[Mapping[str, str]] = {
    "jaar": "jaar", "jaren": "jaar", "maand": "maand", "maanden": "maand", "week": "week", "weken": "week",
    "dag": "dag", "dagen": "dag", "uur": "uur", "uren": "uur", "kind": "kind", "kinderen": "kind",
}  # fmt: skip
_WOORD: Final = re.compile(r"[0-9]+|[^\W\d_]+")
_CURSUSUREN: Final = "zroute.cursusuren"
_MOTIVERING: Final = "motivering"
_PLAN: Final = "ontwikkelplan"
_ONDERSTEUNING: Final = "ondersteuning"
# Who goes on at another pace or another level may well need other support.
_ANDERS_BEGELEID: Final = (SCHAKELEN, AFSCHALEN)
_TIENDE: Final = 10
_LANG_WOORD: Final = 5
_ACHTSTE: Final = 8


def _number_words() -> Iterator[tuple[str, int]]:
    for nummer, woord in enumerate((*_EEN, *_TIEN), start=1):
        yield woord, nummer
    for tien, tiental in enumerate(_TIENTAL, start=2):
        yield tiental, tien * 10
        for een, woord in enumerate(_EEN, start=1):
            yield f"{woord}{'ën' if woord.endswith('e') else 'en'}{tiental}", tien * 10 + een


_GETALLEN: Final = dict(_number_words())


def speaks_of(tekst: str) -> bool:
    """Whether a sentence speaks of somebody in place of to them, or leaves out who does it."""
    return bool(_DERDE.search(tekst) or _ZONDER_WIE.match(tekst))


def argumenten_over(work: Workspace, dossier: Dossier) -> tuple[WegingArgument, ...]:
    """The arguments that would be printed and do not speak to the person."""
    alle = (a for r in Leerroute for kant in KANTEN for a in argumenten_of(dossier, r.value, kant))
    vragen = work.data.formulieren.vragen
    gezegd = (a for a in alle if a.vraag not in vragen or not vragen[a.vraag].bijzonder or a.in_besluit)
    return tuple(a for a in gezegd if speaks_of(a.tekst))


def andere_getallen(work: Workspace, dossier: Dossier, concept: Mapping[str, Any]) -> list[str]:
    """Where the motivering names another number than an answer about the same thing, in sentences."""
    motivering = str(concept.get("motivering", ""))
    if not any(_pairs(motivering)):
        return []
    gezegd = [b for b in bewijzen(work, dossier) if not b.bijzonder]
    found = []
    for zin in re.split(r"(?<=[.!?])\s+|\n+", motivering):
        found += list(_differs(zin, gezegd))
    return list(dict.fromkeys(found))


class Hint(NamedTuple):
    """Something to look at: by which article, in a sentence, and where it is mended."""

    regel: str
    zin: str
    waar: str


def hints_of(work: Workspace, dossier: Dossier, concept: Mapping[str, Any]) -> Iterator[Hint]:
    """What a reader of the letter would stumble on, and nobody is held up by."""
    yield from _third_parties(dossier)
    yield from _without_tolk(dossier)
    yield from _in_the_letter(work, dossier, concept)
    if not doelen_of(dossier):
        yield Hint("Besl 5.3(4)", text("beschikking.controle.geen_doel"), _PLAN)
    # Not among wishes and strengths: who was a doctor may want to be one again.
    for zin in planzinnen_of(work, dossier)["nodig"]:
        if found := _GEZONDHEID.search(zin):
            yield Hint(
                "AVG 9", text("beschikking.controle.gezondheid_in_plan", woord=found[0], zin=zin), _PLAN
            )


def hints_of_later(work: Workspace, dossier: Dossier, wijziging: Wijzigingsconcept) -> Iterator[Hint]:
    """The same of a later besluit: what came after the one before, and what it hands on unseen."""
    concept, vorig = wijziging.inhoud(dossier), wijziging.vorig(dossier)
    # What is mended in a clerical error rests on nothing that was heard since.
    if wijziging.grond != KENNELIJKE_FOUT:
        yield from _without_tolk(dossier, vorig.dagtekening if vorig else "")
    if wijziging.grond == HERZIENING:
        yield from _not_heard(dossier)
    yield from _in_the_letter(work, dossier, concept)
    blijft = concept.get(_ONDERSTEUNING)
    if wijziging.grond in _ANDERS_BEGELEID and blijft and _ONDERSTEUNING not in wijziging.velden:
        zin = text("beschikking.controle.ondersteuning_blijft", wat="; ".join(map(str, blijft)))
        yield Hint("Wet 15(1)(b)", zin, BESCHIKKING.of(_ONDERSTEUNING))


def _in_the_letter(work: Workspace, dossier: Dossier, concept: Mapping[str, Any]) -> Iterator[Hint]:
    """What its words say wrong, and an address that it lacks (Awb 3:45, 3:46)."""
    motivering = BESCHIKKING.of(_MOTIVERING)
    for zin in andere_getallen(work, dossier, concept):
        yield Hint("Awb 3:46", zin, motivering)
    yield from _hours_of_zroute(concept)
    gezegd, route = str(concept.get(_MOTIVERING) or ""), str(concept.get("leerroute") or "")
    if gezegd and gezegd == motivering_from(work, dossier, route):
        yield Hint("Awb 3:46", text("beschikking.controle.motivering_klaargezet"), motivering)
    gemeente = gemeente_of(work)
    if not any((gemeente.bezwaar_adres, gemeente.adres, gemeente.postcode, gemeente.plaats)):
        yield Hint("Awb 3:45", text("beschikking.controle.bezwaar_adres"), "instellingen")


def _third_parties(dossier: Dossier) -> Iterator[Hint]:
    """What was asked of others: still open, or about health and not marked so (Besl 5.3(2); AVG 9)."""
    for rij, velden in gevulde_rijen(dossier, INFORMATIE_DERDE):
        wat = str(velden.get("wat") or velden.get("van") or "")
        if velden.get("gevraagd_op") and not velden.get("ontvangen_op"):
            zin = text("beschikking.controle.derde_open", wat=wat)
            yield Hint("Besl 5.3(2)", zin, INFORMATIE_DERDE.of(rij, "ontvangen_op"))
        gezegd = " ".join(str(velden.get(veld, "")) for veld in ("wat", "van", "noodzakelijk_omdat"))
        if velden.get(GEZONDHEID) != "ja" and (found := _GEZONDHEID.search(gezegd)):
            zin = text("beschikking.controle.derde_gezondheid", wat=wat, woord=found[0])
            yield Hint("AVG 9", zin, INFORMATIE_DERDE.of(rij, GEZONDHEID))


def _without_tolk(dossier: Dossier, sinds: str = "") -> Iterator[Hint]:
    """Talks in another language with nobody who interpreted, and nobody who said why (Awb 3:2)."""
    for gesprek in gesprekken_of(dossier):
        if gesprek.datum <= sinds:
            continue
        is_dutch = gesprek.taal.partition("-")[0] in ("", SOURCE)
        if not (is_dutch or gesprek.zonder_tolk or list(tolken_van(gesprek.aanwezig))):
            zin = text("beschikking.controle.zonder_tolk", datum=date_in_words(gesprek.datum))
            yield Hint("Awb 3:2", zin, GESPREK.of(gesprek.id, "zonder_tolk"))


def _not_heard(dossier: Dossier) -> Iterator[Hint]:
    """A bezwaar that was right, of which nobody said whether the person was heard (Awb 7:2, 7:3)."""
    gegrond = gegronde_bezwaren(dossier)
    for rij, velden in bezwaren_of(dossier):
        if velden in gegrond and not (velden.get("gehoord_op") or velden.get("niet_gehoord")):
            yield Hint("Awb 7:2", text("beschikking.controle.niet_gehoord"), BEZWAAR.of(rij, "gehoord_op"))


def _hours_of_zroute(concept: Mapping[str, Any]) -> Iterator[Hint]:
    """Hours a week times weeks that are not the hours of the course (Besl 3.14(2)(a))."""
    uren, weken, cursus = (
        find_waarde(concept, veld) for veld in ("intensiteit.uren_per_week", "intensiteit.weken", _CURSUSUREN)
    )
    if concept.get("leerroute") != Leerroute.Z or not (uren and weken and cursus):
        return
    samen = Decimal(str(uren)) * Decimal(str(weken))
    if abs(samen - Decimal(str(cursus))) * _TIENDE > Decimal(str(cursus)):
        zin = text("beschikking.controle.zroute_uren", samen=as_number(samen), cursusuren=str(cursus))
        yield Hint("Besl 3.14(2)", zin, BESCHIKKING.of(_CURSUSUREN))


def _differs(zin: str, gezegd: Iterable[Bewijs]) -> Iterator[str]:
    woorden = _long_words(zin)
    alike = [(b.label, list(_pairs(b.zin))) for b in gezegd if woorden & _long_words(b.zin)]
    for getal, eenheid, gelezen in _pairs(zin):
        anders = [(vraag, p) for vraag, paren in alike for p in paren if p[1] == eenheid]
        if any(p[0] == getal for _, p in anders):
            continue
        # Three years of one school are no other number than fifteen of all; fourteen are.
        dichtbij = [(vraag, p[2]) for vraag, p in anders if abs(p[0] - getal) <= max(1, getal // _ACHTSTE)]
        for vraag, antwoord in dichtbij[:1]:
            yield text("beschikking.controle.getal", gezegd=gelezen, antwoord=antwoord, vraag=vraag)


def _pairs(tekst: str) -> Iterator[tuple[int, str, str]]:
    """A number with what it counts, and how it was written: `vijftien jaar`."""
    woorden = _WOORD.findall(tekst)
    for getal, eenheid in zip(woorden, woorden[1:], strict=False):
        soort = _EENHEDEN.get(eenheid.lower())
        waarde = int(getal) if getal.isdecimal() else _GETALLEN.get(getal.lower())
        if soort and waarde is not None:
            yield waarde, soort, f"{getal} {eenheid}"


def _long_words(tekst: str) -> set[str]:
    return {w.lower() for w in _WOORD.findall(tekst) if len(w) >= _LANG_WOORD and w.lower() not in _EENHEDEN}
