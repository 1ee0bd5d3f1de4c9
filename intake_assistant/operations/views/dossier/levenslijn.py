"""Everything with a date, from arrival to the end of the term: what was, what comes and what runs."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from intake_assistant.dates import date_in_words, read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.kinds import INFORMATIE_DERDE, OPROEP, PROCEDURE
from intake_assistant.domain.recht.besluit import EERSTE, GRONDEN, besluiten_of, planversies_of
from intake_assistant.domain.recht.bezwaar import bezwaren_of
from intake_assistant.domain.recht.gesprek import Gesprek, gesprekken_of
from intake_assistant.domain.recht.klokken import Klok
from intake_assistant.domain.recht.ontwikkelplan import Afspraak, doelen_of
from intake_assistant.domain.recht.toestemming import Toestemming, toestemmingen_of
from intake_assistant.domain.recht.tussen.tolk import roepnaam, tolken_van
from intake_assistant.operations.views.overzicht import all_klokken
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.operations.words.klok import days_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text, text_or

Baan = Literal["aankomst", "gesprek", "besluit", "toestemming", "afspraak", "termijn"]
BANEN: Final[tuple[Baan, ...]] = ("aankomst", "gesprek", "toestemming", "besluit", "afspraak", "termijn")
"""In the order in which they lie below each other."""
_AANKOMST: Final = ("kennisgeving_duo", "inschrijving_brp", "einde_inburgeringsplicht", "overgedragen_op")
_BEZWAAR: Final = (
    "ontvangen_op",
    "beslist_op",
    "beroep_op",
    "uitspraak_op",
    "hoger_beroep_op",
    "uitspraak_hoger_beroep_op",
)
_PERSOON: Final = {"deel": "persoon"}
_BEZWAREN: Final = {"deel": "bezwaar"}


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """Something on a day, or that runs up to a day; `komt` when it is still to be done.

    `datum` is what was recorded, also when it is no date; `scherm` is where it is seen in full.
    """

    datum: str
    baan: Baan
    icoon: str
    titel: str
    bij: str
    scherm: str
    argumenten: dict[str, str] = field(default_factory=dict)
    komt: bool = False
    begin: datetime.date | None = None
    is_laat: bool = False

    @property
    def dag(self) -> datetime.date | None:
        """The day; None when what was typed is no date."""
        return read_date(self.datum)


def gebeurtenissen_of(work: Workspace, dossier: Dossier) -> list[Gebeurtenis]:
    """Everything with a date: first what is to come, soonest first; then what was, newest first."""
    vandaag = work.clock.today()
    alle = [
        *_aankomst(dossier, vandaag),
        *_gesprekken(dossier, vandaag),
        *_besluiten(dossier),
        *_bezwaren(dossier),
        *_toestemmingen(dossier, vandaag),
        *_afspraken(dossier, vandaag),
        *map(_termijn, all_klokken(work, dossier)),
    ]
    # What is no date stands at the top, where it is seen and can be put right.
    komt = sorted((g for g in alle if g.komt), key=lambda g: g.dag or datetime.date.min)
    was = sorted((g for g in alle if not g.komt), key=lambda g: g.dag or datetime.date.max, reverse=True)
    return [*komt, *was]


def te_laat(alle: Iterable[Gebeurtenis]) -> list[Gebeurtenis]:
    """What should have been done by now, the oldest first."""
    return [wat for wat in alle if wat.is_laat]


def _aankomst(dossier: Dossier, vandaag: datetime.date) -> Iterator[Gebeurtenis]:
    procedure = dossier.fields(PROCEDURE.lijst())
    facts = {
        "begin_inburgeringsplicht": inburgeraar_of(dossier).get("begin_inburgeringsplicht", ""),
        **{veld: str(procedure.get(veld, "")) for veld in _AANKOMST},
    }
    for veld, datum in facts.items():
        if datum:
            yield _fact(datum, text(f"dossier.t.feit.{veld}"), "", vandaag)
    for rij in dossier.row_ids(OPROEP.lijst()):
        velden = dossier.fields(OPROEP.of(rij))
        if datum := str(velden.get("datum", "")):
            verschenen = velden.get("verschenen", "")
            bij = text(f"dossier.t.verschenen.{verschenen}") if verschenen in ("ja", "nee") else ""
            yield _fact(datum, text("dossier.t.feit.oproep"), bij, vandaag)
    for rij in dossier.row_ids(INFORMATIE_DERDE.lijst()):
        velden = dossier.fields(INFORMATIE_DERDE.of(rij))
        for veld in ("gevraagd_op", "ontvangen_op"):
            if datum := str(velden.get(veld, "")):
                titel = text(f"dossier.t.derde.{veld}", wat=velden.get("wat", ""))
                yield _fact(datum, titel, str(velden.get("van", "")), vandaag)


def _fact(datum: str, titel: str, bij: str, vandaag: datetime.date) -> Gebeurtenis:
    dag = read_date(datum)
    komt = dag is not None and dag > vandaag
    if dag is None:
        bij = ", ".join(filter(None, (bij, text("dossier.t.geen_datum"))))
    return Gebeurtenis(datum, "aankomst", "dossier", titel, bij, "dossier", dict(_PERSOON), komt)


def _gesprekken(dossier: Dossier, vandaag: datetime.date) -> Iterator[Gebeurtenis]:
    for gesprek in gesprekken_of(dossier):
        vorm = text_or(f"dossier.t.vorm.{gesprek.vorm}", gesprek.vorm)
        titel, plek = (
            text("dossier.t.gesprek", nummer=gesprek.nummer, vorm=vorm),
            {"gesprek": gesprek.id},
        )
        yield Gebeurtenis(gesprek.datum, "gesprek", "gesprek", titel, _bij(gesprek, vandaag), "gesprek", plek)
        if gesprek.afspraak_op is not None and gesprek.afspraak_op >= vandaag:
            bij = ", ".join(filter(None, (gesprek.afspraak_uur, gesprek.afspraak_hoe)))
            datum, titel = gesprek.volgende_afspraak[:10], text("dossier.t.volgende")
            yield Gebeurtenis(datum, "gesprek", "klok", titel, bij, "gesprek", komt=True)


def _bij(gesprek: Gesprek, vandaag: datetime.date) -> str:
    delen = []
    if gesprek.minuten:
        delen.append(text("dossier.t.gesprek_minuten", aantal=gesprek.minuten))
    if tolken := list(dict.fromkeys(filter(None, map(roepnaam, tolken_van(gesprek.aanwezig))))):
        delen.append(text("dossier.t.gesprek_tolk", tolk=opsomming(tolken)))
    if not gesprek.afgerond:
        delen.append(text("dossier.t.gesprek_open"))
    if gesprek.datum and gesprek.dag is None:
        delen.append(text("dossier.t.geen_datum"))
    if gesprek.dag is not None and gesprek.dag > vandaag:
        delen.append(text("dossier.t.gesprek_toekomst"))
    if gesprek.volgende_afspraak and gesprek.afspraak_op is None:
        delen.append(text("dossier.t.afspraak_geen_datum", getypt=gesprek.volgende_afspraak))
    return ", ".join(delen)


def _besluiten(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for besluit in besluiten_of(dossier):
        route = text_or(f"geschiedenis.leerroute.{besluit.leerroute}", besluit.leerroute)
        titel = text("dossier.t.besluit", nummer=besluit.nummer, leerroute=route)
        bij = text_or(f"dossier.t.grond.{besluit.grond}", besluit.grond)
        if not besluit.aangenomen:
            bekend = text("dossier.t.besluit_bekend", datum=date_in_words(besluit.bekendgemaakt_op))
            bij = f"{bij}, {bekend}"
        yield Gebeurtenis(besluit.dagtekening, "besluit", "beschikking", titel, bij, "beschikking")
    for versie in planversies_of(dossier):
        titel, reden = text("dossier.t.planversie", nummer=versie.nummer), versie.reden
        bij = text(f"dossier.t.grond.{reden}") if reden in (EERSTE, *GRONDEN) else reden
        yield Gebeurtenis(versie.datum, "besluit", "ontwikkelplan", titel, bij, "ontwikkelplan")


def _bezwaren(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for _, velden in bezwaren_of(dossier):
        for veld in _BEZWAAR:
            if datum := str(velden.get(veld, "")):
                titel = text(f"dossier.t.bezwaar.{veld}")
                yield Gebeurtenis(datum, "besluit", "beschikking", titel, "", "uitvoering", dict(_BEZWAREN))


def _toestemmingen(dossier: Dossier, vandaag: datetime.date) -> Iterator[Gebeurtenis]:
    for id, toestemming in toestemmingen_of(dossier):
        plek = {"toestemming": id}
        for datum, sleutel, komt in _momenten(toestemming, vandaag):
            titel = text(f"dossier.t.toestemming_{sleutel}", partij=toestemming.partij)
            bij = toestemming.doel if sleutel in ("ja", "nee") else ""
            yield Gebeurtenis(datum, "toestemming", "toestemmingen", titel, bij, "toestemmingen", plek, komt)


def _momenten(toestemming: Toestemming, vandaag: datetime.date) -> Iterator[tuple[str, str, bool]]:
    if toestemming.datum:
        yield toestemming.datum.isoformat(), "ja" if toestemming.gegeven else "nee", False
    if toestemming.ingetrokken_op:
        yield toestemming.ingetrokken_op.isoformat(), "weg", False
    elif toestemming.stand(vandaag) == "geldig" and toestemming.geldig_tot:
        yield toestemming.geldig_tot.isoformat(), "verloopt", True


def _afspraken(dossier: Dossier, vandaag: datetime.date) -> Iterator[Gebeurtenis]:
    for afspraak in (a for doel in doelen_of(dossier) for a in doel.afspraken):
        if afspraak.gedaan:
            titel = text("dossier.t.afspraak_klaar", wat=afspraak.wat)
            yield _afspraak(afspraak, afspraak.klaar_op, "vink", titel, "")
        elif datum := afspraak.geen_datum or afspraak.uiterlijk:
            titel, bij = (
                afspraak.wat[:1].upper() + afspraak.wat[1:],
                text_or(f"dossier.t.wie.{afspraak.wie}", afspraak.wie),
            )
            if afspraak.geen_datum:
                bij += f", {text('dossier.t.geen_datum')}"
            dag = read_date(datum)
            laat = dag is not None and dag < vandaag
            yield _afspraak(afspraak, datum, "ontwikkelplan", titel, bij, komt=True, laat=laat)


def _afspraak(
    afspraak: Afspraak,
    datum: str,
    icoon: str,
    titel: str,
    bij: str,
    *,
    komt: bool = False,
    laat: bool = False,
) -> Gebeurtenis:
    plek = {"afspraak": afspraak.id}
    return Gebeurtenis(datum, "afspraak", icoon, titel, bij, "ontwikkelplan", plek, komt=komt, is_laat=laat)


def _termijn(klok: Klok) -> Gebeurtenis:
    """A term, up to its last day; one without stands at the top with why it has none."""
    titel, loopt = text(f"dossier.klok.{klok.naam}"), klok.gehaald_op is None
    scherm, plek = ("beschikking", {}) if klok.besluit is not None else ("dossier", dict(_PERSOON))
    is_over = klok.stand == "overschreden"
    return Gebeurtenis(
        klok.uiterlijk.isoformat() if klok.uiterlijk else "",
        "termijn",
        "klok",
        titel,
        days_in_words(klok),
        scherm,
        plek,
        komt=loopt and not (is_over and klok.soort.vanzelf),
        begin=klok.begin,
        is_laat=loopt and is_over and not klok.soort.vanzelf,
    )
