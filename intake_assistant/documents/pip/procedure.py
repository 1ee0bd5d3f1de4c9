"""The part of the beschikking on how the besluit came about: dates, conversations, test, sources."""

from collections.abc import Iterator, Mapping

from intake_assistant.documents.bouw import Bouwer, taalnaam
from intake_assistant.documents.pip.gegevens import PipGegevens
from intake_assistant.documents.pip.wijziging import met_eerder_pip
from intake_assistant.documents.pip.wijzigingsgegevens import Bezwaarbehandeling
from intake_assistant.documents.tekens import isoleer
from intake_assistant.domain.recht.besluit import VERHUIZING
from intake_assistant.domain.recht.gesprek import Gesprek
from intake_assistant.domain.recht.leerroute import is_vergunninghouder
from intake_assistant.domain.recht.procedure import InformatieDerde, Oproep


def add_feiten(bouw: Bouwer, gegevens: PipGegevens) -> None:
    """Add the facts and the procedure (Wet 14; Besl 5.2, 5.3)."""
    elders = gegevens.grond == VERHUIZING or met_eerder_pip(gegevens)
    bouw.section("besluit.feiten.verhuizing" if elders else "besluit.feiten")
    bouw.points([*_dates(bouw, gegevens), *_lbt(bouw, gegevens), *_sources(bouw, gegevens)])
    _add_missing_dates(bouw, gegevens)
    _add_gesprekken(bouw, gegevens)
    if reden := gegevens.beschikking.onvolledig_reden:
        bouw.add(f"besluit.feit.onvolledig.{afwezigheid_of(gegevens) or 'deels'}", reden=reden)
    if tien := gegevens.tien_weken:
        bouw.add(f"besluit.tien_weken.{tien.hoe}", datum=bouw.dag(tien.uiterlijk))


def afwezigheid_of(gegevens: PipGegevens) -> str:
    """How it came that nobody was spoken to: never of somebody with whom talks were held (Wet 14(1)-(2))."""
    if not gegevens.beschikking.onvolledig_reden or gegevens.gesprekken:
        return ""
    kwam = any(oproep.verschenen for oproep in gegevens.procedure.oproep)
    return "niet_meegewerkt" if kwam else "niet_gekomen"


def _dates(bouw: Bouwer, gegevens: PipGegevens) -> Iterator[str]:
    procedure = gegevens.procedure
    if procedure.kennisgeving_duo:
        dag = bouw.dag(procedure.kennisgeving_duo)
        yield bouw.fixed("besluit.feit.kennisgeving", kennisgeving_duo=dag).tekst
    if procedure.inschrijving_brp:
        dag = bouw.dag(procedure.inschrijving_brp)
        yield bouw.fixed("besluit.feit.inschrijving", inschrijving_brp=dag).tekst
    for oproep in procedure.oproep:
        yield _oproep(bouw, oproep)
    for informatie in procedure.informatie_derde:
        yield _derde(bouw, informatie)
    if gegevens.wijziging.bezwaar:
        yield _bezwaar(bouw, gegevens.wijziging.bezwaar)


def _bezwaar(bouw: Bouwer, bezwaar: Bezwaarbehandeling) -> str:
    """What was done with the bezwaar: what nobody wrote down is not said."""
    zinnen = [bouw.fixed("besluit.feit.bezwaar", datum=bouw.dag(bezwaar.ontvangen_op))]
    if bezwaar.gehoord_op:
        zinnen.append(bouw.fixed("besluit.feit.bezwaar.gehoord", datum=bouw.dag(bezwaar.gehoord_op)))
    elif bezwaar.niet_gehoord:
        zinnen.append(bouw.fixed(f"besluit.feit.bezwaar.{bezwaar.niet_gehoord}"))
    if bezwaar.commissie:
        zinnen.append(bouw.fixed("besluit.feit.bezwaar.commissie"))
    return " ".join(zin.tekst for zin in zinnen)


def _oproep(bouw: Bouwer, oproep: Oproep) -> str:
    hoe = "niet_verschenen" if not oproep.verschenen else "verschenen"
    if oproep.verschenen and not oproep.meegewerkt:
        hoe = "niet_meegewerkt"
    zin = bouw.fixed(f"besluit.feit.{hoe}", datum=bouw.dag(oproep.datum)).tekst
    if not oproep.vergeefs or not oproep.waarschuwing:
        return zin
    waarschuwing = bouw.dag(oproep.waarschuwing)
    return f"{zin} {bouw.fixed('besluit.feit.waarschuwing', waarschuwing=waarschuwing).tekst}"


def _derde(bouw: Bouwer, informatie: InformatieDerde) -> str:
    """What was asked of whom; of advice on health no word of what was typed (AVG 9)."""
    wat = "advies" if informatie.gezondheid else "derde"
    velden = {
        "van": informatie.van,
        "wat": informatie.wat,
        "gevraagd_op": bouw.dag(informatie.gevraagd_op)
        if informatie.gevraagd_op
        else bouw.label("nog_onbekend"),
        "ontvangen_op": bouw.dag(informatie.ontvangen_op) if informatie.ontvangen_op else "",
    }
    hoe = "ontvangen" if informatie.ontvangen_op else "gevraagd"
    zin = bouw.fixed(f"besluit.feit.{wat}_{hoe}", **velden).tekst
    if not informatie.noodzakelijk_omdat:
        return zin
    reden = informatie.noodzakelijk_omdat.rstrip(" .")
    return f"{zin} {bouw.fixed(f'besluit.feit.{wat}_noodzakelijk', noodzakelijk_omdat=reden).tekst}"


def _lbt(bouw: Bouwer, gegevens: PipGegevens) -> Iterator[str]:
    toets = gegevens.leerbaarheidstoets
    if toets.lbt_status == "ontheffing":
        yield bouw.fixed("besluit.feit.lbt.ontheffing").tekst
    elif toets.lbt_status == "gedaan":
        dag = bouw.dag(toets.lbt_datum) if toets.lbt_datum else ""
        id = "besluit.feit.lbt" if dag else "besluit.feit.lbt_zonder_datum"
        yield bouw.fixed(f"{id}.{toets.lbt_uitslag or 'onbekend'}", lbt_datum=dag).tekst
    elif gegevens.beschikking.onvolledig_reden:
        yield bouw.fixed("besluit.feit.lbt.geen").tekst


def _sources(bouw: Bouwer, gegevens: PipGegevens) -> Iterator[str]:
    if gegevens.bronnen:
        wat = bouw.som([bouw.woord("informatie_van", bron) for bron in gegevens.bronnen])
        yield bouw.fixed("besluit.feit.bronnen", wat=wat).tekst


def _add_missing_dates(bouw: Bouwer, gegevens: PipGegevens) -> None:
    procedure = gegevens.procedure
    if not procedure.kennisgeving_duo:
        bouw.missing("kennisgeving_duo")
    # Only of who holds an asylum permit does the term of the PIP hang on the BRP (Besl 5.3(1)).
    persoon = gegevens.inburgeraar
    if not procedure.inschrijving_brp and is_vergunninghouder(persoon.doelgroep, persoon.verblijfstitel):
        bouw.missing("inschrijving_brp")
    excused = bool(gegevens.beschikking.onvolledig_reden)
    if gegevens.leerbaarheidstoets.lbt_status not in ("gedaan", "ontheffing") and not excused:
        bouw.missing("lbt")


def _add_gesprekken(bouw: Bouwer, gegevens: PipGegevens) -> None:
    excused = bool(gegevens.beschikking.onvolledig_reden)
    if gegevens.gesprekken:
        koppen = [bouw.label(code) for code in ("datum", "vorm", "taal", "aanwezig")]
        rijen = [_gesprek(bouw, gesprek, gegevens.taalnamen) for gesprek in gegevens.gesprekken]
        bouw.table("gesprekken", koppen, rijen, bouw.label("gesprekken"))
    elif not excused:
        bouw.missing("gesprekken")
    if any(gesprek.dag is None for gesprek in gegevens.gesprekken):
        bouw.missing("datum_gesprek")
    pointed_out = [gesprek for gesprek in gegevens.gesprekken if gesprek.recht_op_alleen_gewezen == "ja"]
    dagen = [gesprek.dag for gesprek in pointed_out if gesprek.dag is not None]
    if dagen:
        bouw.add("besluit.feit.alleen", datum=bouw.dag(min(dagen)))
    elif not pointed_out and not excused:
        bouw.missing("recht_op_alleen")


def _gesprek(bouw: Bouwer, gesprek: Gesprek, taalnamen: Mapping[str, str]) -> tuple[str, ...]:
    others = [_aanwezige(bouw, iemand) for _, iemand in gesprek.aanwezig]
    wie = bouw.label("ook_aanwezig", wie=bouw.som(others)) if others else bouw.label("alleen_regievoerder")
    vorm = bouw.woord("vorm", gesprek.vorm) if gesprek.vorm else ""
    dag = isoleer(bouw.dag(gesprek.dag)) if gesprek.dag else ""
    return dag, vorm, bouw.getypt(taalnamen.get(gesprek.taal) or taalnaam(gesprek.taal)), wie


def _aanwezige(bouw: Bouwer, iemand: Mapping[str, str]) -> str:
    # The role and the number prove who it was; a name of a third person is not needed in a besluit.
    details = []
    if soort := iemand.get("soort", ""):
        details.append(bouw.woord("soort", soort))
    if nummer := iemand.get("nummer", ""):
        details.append(bouw.label("tolknummer", nummer=nummer))
    rol = bouw.woord("rol", iemand.get("rol", ""))
    return f"{rol} ({', '.join(details)})" if details else rol
