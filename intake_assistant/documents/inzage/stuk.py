"""All that is held on a person as one document: what the AVG asks to be told, then everything (AVG 15)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from intake_assistant.dates import date_in_words, in_words, local_moment
from intake_assistant.documents.bouw import Bouwer
from intake_assistant.documents.inzage.gegevens import (
    Hoofdstuk,
    Inzage,
    Onderdeel,
    Onderwerp,
    Vermelding,
)
from intake_assistant.documents.model import Alinea, Brief, Lijst, Randen, Stuk, Tweetalig, clean_stuk
from intake_assistant.documents.tekens import isoleer
from intake_assistant.domain.teksten import Teksten

# Shown on every translation that nobody checked; the reading guide says what it means.
ONGECONTROLEERD: Final = " *"
_GECONTROLEERD: Final = "gecontroleerd"
_TWEE, _DRIE = (36, 64), (36, 40, 24)
Rij = tuple[tuple[Alinea, ...], ...]


def build_inzage(inzage: Inzage, teksten: Teksten, brief: Brief | None = None) -> Stuk:
    """Return the document; a concept says on each page that it must not be handed over yet."""
    stuk = _build(inzage, teksten, brief, uitleg=False)
    # A sign that no font has is explained before it is met.
    return _build(inzage, teksten, brief, uitleg=True) if stuk.vervangen else stuk


def _build(inzage: Inzage, teksten: Teksten, brief: Brief | None, *, uitleg: bool) -> Stuk:
    bouw = Bouwer(teksten, inzage.gemaakt_op)
    _add_begin(bouw, inzage, uitleg=uitleg)
    _add_rechten(bouw, inzage)
    schrijver = _Schrijver(bouw, inzage.taaltag)
    for hoofdstuk in inzage.hoofdstukken:
        bouw.begin(hoofdstuk.titel)
        bouw.blokken += schrijver.tables(hoofdstuk.onderdelen)
    if inzage.getypt:
        bouw.section("inzage.getypt")
        bouw.blokken += schrijver.tables([Onderdeel(kop="", onderwerpen=inzage.getypt)])
    _add_slot(bouw, inzage)
    bouw.finish_section()
    return clean_stuk(_stuk(bouw, inzage, brief))


def _stuk(bouw: Bouwer, inzage: Inzage, brief: Brief | None) -> Stuk:
    woord = _woorden(bouw)
    return Stuk(
        titel=bouw.fixed("inzage.titel").kop,
        soort="inzage",
        taal="nl-NL",
        concept=inzage.concept,
        gemeente=f"{woord('gemeente')} {inzage.gemeente.naam}".strip(),
        kenmerk=inzage.kenmerk,
        datum=inzage.gemaakt_op,
        randen=Randen(*(woord(code) for code in ("pagina", "van", "kenmerk", "band", "watermerk"))),
        blokken=tuple(bouw.blokken),
        brief=brief,
    )


def _woorden(bouw: Bouwer) -> Callable[[str], str]:
    """The words of this document by code."""
    return partial(bouw.woord, "inzage")


# --- what the AVG asks to be told ------------------------------------------------------------------------


def _add_begin(bouw: Bouwer, inzage: Inzage, *, uitleg: bool) -> None:
    if inzage.concept:
        bouw.add("inzage.concept", "ontbreekt", aantal=len(inzage.ongelezen))
    gemeente = inzage.gemeente.naam or _woorden(bouw)("geen_naam")
    bouw.add("inzage.inleiding", naam=inzage.naam, gemeente=gemeente, datum=in_words(inzage.gemaakt_op))
    bouw.lines("inzage.leeswijzer")
    if inzage.afgeschermd:
        bouw.add("inzage.afgeschermd", aantal=inzage.afgeschermd)
    if uitleg:
        bouw.add("inzage.tekens")
    if inzage.taal != "nl":
        bouw.add("inzage.vertaald" if inzage.is_vertaald else "inzage.niet_vertaald")
    if inzage.bsn_uitleg:
        bouw.add("inzage.bsn", "nadruk")


def _add_rechten(bouw: Bouwer, inzage: Inzage) -> None:
    bouw.section("inzage.waarvoor")
    _add_doelen(bouw, inzage.hoofdstukken)
    bouw.section("inzage.herkomst" if inzage.bronnen else "inzage.herkomst.zelf")
    bouw.points(inzage.bronnen)
    if inzage.wettelijke_bronnen:
        bouw.add("inzage.herkomst.wet")
        bouw.points(inzage.wettelijke_bronnen)
    _add_ontvangers(bouw, inzage)
    bouw.section("inzage.bewaren")
    bouw.points(inzage.bewaren)
    bouw.section("inzage.rechten")
    bouw.lines("inzage.rechten.regels")
    fg = inzage.gemeente.fg_contact
    if fg:
        bouw.add("inzage.klacht.fg", fg_contact=fg)
    else:
        bouw.add("inzage.klacht")
    bouw.section("inzage.automatisch")


def _add_doelen(bouw: Bouwer, hoofdstukken: Iterable[Hoofdstuk]) -> None:
    rijen = [((Alinea(h.titel),), (Alinea(h.doel), Alinea(h.grondslag, "klein"))) for h in hoofdstukken]
    _add_list(bouw, ("soort", "waarvoor"), rijen)


def _add_ontvangers(bouw: Bouwer, inzage: Inzage) -> None:
    bouw.section("inzage.ontvangers")
    rijen = [
        (
            (Alinea(isoleer(o.wie)), *_small(o.wanneer)),
            (Alinea(isoleer(o.wat)), *_small(o.grondslag)),
        )
        for o in inzage.ontvangers
    ]
    _add_list(bouw, ("wie", "wat"), rijen)


def _add_slot(bouw: Bouwer, inzage: Inzage) -> None:
    if inzage.documenten:
        bouw.section("inzage.documenten")
        bouw.points(inzage.documenten)
    bouw.section("inzage.raadplegingen" if inzage.raadplegingen else "inzage.raadplegingen.geen")
    rijen = [
        ((Alinea(isoleer(_moment(r.op))),), (Alinea(isoleer(r.wat)), *_small(r.functie)))
        for r in inzage.raadplegingen
    ]
    if rijen:
        _add_list(bouw, ("wanneer", "gedaan"), rijen)


def _add_list(bouw: Bouwer, koppen: Sequence[str], rijen: Sequence[Rij]) -> None:
    woord = _woorden(bouw)
    bouw.blokken.append(Lijst(_TWEE, tuple(woord(code) for code in koppen), tuple(rijen)))


# --- everything -----------------------------------------------------------------------------------------


class _Schrijver:
    """Writes the chapters: per subject what counts now, what was said before, from whom and when."""

    def __init__(self, bouw: Bouwer, taal: str) -> None:
        self._taal = taal
        self._woord = _woorden(bouw)

    def tables(self, onderdelen: Iterable[Onderdeel]) -> Iterator[Lijst]:
        """A table for each part."""
        koppen = tuple(self._woord(code) for code in ("vraag", "antwoord", "herkomst"))
        for onderdeel in onderdelen:
            rijen = tuple(self._row(onderwerp, onderdeel.kop) for onderwerp in onderdeel.onderwerpen)
            # A column without a word in it would only be in the way.
            breedtes = _DRIE if any(rij[-1] for rij in rijen) else _TWEE
            rijen = tuple(rij[: len(breedtes)] for rij in rijen)
            yield Lijst(breedtes, koppen[: len(breedtes)], rijen, isoleer(onderdeel.kop))

    def _row(self, onderwerp: Onderwerp, kop: str) -> Rij:
        now = [v for v in onderwerp.vermeldingen if v.geldt]
        said = [alinea for v in now for tekst in v.tekst for alinea in self._both(tekst)]
        said += [self._earlier(v) for v in onderwerp.vermeldingen if not v.geldt]
        origin = [Alinea(isoleer(line), "klein") for line in self._origins(onderwerp, now, kop)]
        return self._both(onderwerp.naam), tuple(said), tuple(origin)

    def _earlier(self, vermelding: Vermelding) -> Alinea:
        was = "; ".join(tekst.nl for tekst in vermelding.tekst)
        op = _moment(vermelding.op, tijd=False)
        return Alinea(isoleer(f"{self._woord('eerder')}, {op}: {was}"), "klein")

    def _origins(self, onderwerp: Onderwerp, now: list[Vermelding], kop: str) -> Iterator[str]:
        """From whom when not the person, when, and that something was left out; no gesprek within itself."""
        if onderwerp.bron not in ("", self._woord("inburgeraar")):
            yield f"{self._woord('volgens')} {onderwerp.bron}"
        told = dict.fromkeys(v.gesprek or _moment(v.op, tijd=False) for v in now if v.gesprek or v.op)
        yield from (wanneer.partition(",")[0] for wanneer in told if wanneer != kop)
        yield from dict.fromkeys(v.functie for v in now if v.functie not in ("", self._woord("regievoerder")))
        if any(v.afgeschermd for v in onderwerp.vermeldingen):
            yield self._woord("weggelaten")

    def _both(self, tekst: Tweetalig) -> tuple[Alinea, ...]:
        """The Dutch, and below it the translation, marked when nobody checked it."""
        found = [Alinea(isoleer(tekst.nl))]
        if tekst.vertaald:
            mark = "" if tekst.stand == _GECONTROLEERD else ONGECONTROLEERD
            found.append(Alinea(f"{tekst.vertaald}{mark}", "klein", taal=self._taal))
        return tuple(found)


def _small(tekst: str) -> tuple[Alinea, ...]:
    return (Alinea(isoleer(tekst), "klein"),) if tekst else ()


def _moment(op: str, *, tijd: bool = True) -> str:
    """A moment in words, by the clock of the device, in local time."""
    toen = local_moment(op)
    dag = date_in_words(toen.date().isoformat())
    return f"{dag}, {toen:%H:%M}" if tijd else dag
