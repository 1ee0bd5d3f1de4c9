"""The last part of the beschikking: term, rights and duties, data, bezwaar, signatures."""

from intake_assistant.documents.bouw import Bouwer, adresregel, bedrag
from intake_assistant.documents.pip.gegevens import Gemeente, PipGegevens
from intake_assistant.documents.pip.procedure import afwezigheid_of
from intake_assistant.documents.pip.wijziging import in_beroep, is_eerste, met_eerder_pip


def add_rechten(bouw: Bouwer, gegevens: PipGegevens) -> None:
    """Add how long there is, the duties, and what to do against the besluit."""
    _add_termijn(bouw, gegevens)
    _add_plichten(bouw, gegevens)
    if in_beroep(gegevens):
        _add_beroep(bouw, gegevens)
    else:
        _add_bezwaar(bouw, gegevens)
    bouw.add("besluit.taal")


def add_slot(bouw: Bouwer, gegevens: PipGegevens) -> None:
    """Add what ends the letter: the data, the appendices, the signatures."""
    _add_gegevens(bouw, gegevens)
    _add_bijlagen(bouw, gegevens)
    _add_ondertekening(bouw, gegevens)
    _add_voor_gezien(bouw, gegevens)


def _add_termijn(bouw: Bouwer, gegevens: PipGegevens) -> None:
    termijn = gegevens.inburgeringstermijn
    if not termijn:
        bouw.section("besluit.termijn.concept")
        return
    berekend = (
        "besluit.termijn" if is_eerste(gegevens) and not met_eerder_pip(gegevens) else "besluit.termijn.later"
    )
    id = "besluit.termijn.duo" if termijn.bron == "duo" else berekend
    bouw.section(id, begin_termijn=bouw.dag(termijn.begin), einde_termijn=bouw.dag(termijn.einde))
    if termijn.aow_voor_einde:
        bouw.add("besluit.termijn.aow")


def _add_plichten(bouw: Bouwer, gegevens: PipGegevens) -> None:
    gesprekken = gegevens.beschikking.voortgangsgesprekken != 0
    bouw.section("besluit.plichten" if gesprekken else "besluit.plichten.zonder_gesprekken")
    boetes = gegevens.boetes
    # After ABRvS 9-7-2025 no amounts may stand in the PIP of an asielstatushouder.
    if boetes and gegevens.inburgeraar.doelgroep in ("gezinsmigrant", "overige_migrant"):
        id = "besluit.boete.anders.O" if gegevens.beschikking.leerroute == "O" else "besluit.boete.anders"
        bouw.add(
            id,
            boete_begeleiding=bedrag(boetes.begeleiding),
            boete_begeleiding_max=bedrag(boetes.begeleiding_max),
            boete_plafond=bedrag(boetes.plafond),
            boete_pvt_map=bedrag(boetes.pvt_map),
            boete_leerroute_max=bedrag(boetes.leerroute_max),
        )
    else:
        bouw.add("besluit.boete.asielstatushouder")


def _add_gegevens(bouw: Bouwer, gegevens: PipGegevens) -> None:
    bouw.section("besluit.gegevens")
    if gegevens.gemeente.fg_contact:
        bouw.add("besluit.gegevens.fg", fg_contact=gegevens.gemeente.fg_contact)
    else:
        bouw.add("besluit.gegevens.klacht")


def _add_bezwaar(bouw: Bouwer, gegevens: PipGegevens) -> None:
    bouw.section("besluit.bezwaar")
    add_hoe_bezwaar(bouw, gegevens)


def add_hoe_bezwaar(bouw: Bouwer, gegevens: PipGegevens) -> None:
    """Say where a bezwaar goes, what stands in it, what it stops, and who helps."""
    gemeente = gegevens.gemeente
    add_waarheen(bouw, gemeente)
    bouw.add("besluit.bezwaar.zet_erin")
    bouw.lines("besluit.bezwaar.inhoud")
    if not bezwaaradres_of(gemeente) and not gegevens.vastgesteld:
        bouw.missing("bezwaar_adres")
    bouw.add("besluit.bezwaar.werking", rechtbank=gemeente.rechtbank or bouw.label("rechtbank"))
    bouw.add("besluit.bezwaar.taal")
    bouw.add("besluit.bezwaar.hulp")


def _add_beroep(bouw: Bouwer, gegevens: PipGegevens) -> None:
    rechtbank = gegevens.gemeente.rechtbank or bouw.label("rechtbank")
    bouw.section("besluit.beroep", rechtbank=rechtbank)
    add_hoe_beroep(bouw, gegevens)


def add_hoe_beroep(bouw: Bouwer, gegevens: PipGegevens) -> None:
    """The same of going to court."""
    rechtbank = gegevens.gemeente.rechtbank or bouw.label("rechtbank")
    bouw.add("besluit.beroep.zet_erin", rechtbank=rechtbank)
    bouw.lines("besluit.beroep.inhoud")
    bouw.add("besluit.beroep.werking", rechtbank=rechtbank)
    bouw.add("besluit.beroep.hulp")


def bezwaaradres_of(gemeente: Gemeente) -> str:
    """Where a bezwaar is sent by post; empty when nobody filled that in."""
    return gemeente.bezwaar_adres or adresregel(gemeente.adres, gemeente.postcode, gemeente.plaats)


def add_waarheen(bouw: Bouwer, gemeente: Gemeente) -> None:
    """Say where a bezwaar goes: by post, and digitally where the municipality has a way (Awb 3:45(2))."""
    adres = bezwaaradres_of(gemeente)
    if adres:
        bouw.add("besluit.bezwaar.adres", gemeente=gemeente.naam, bezwaar_adres=adres)
    elif gemeente.naam:
        bouw.add("besluit.bezwaar.gemeente", gemeente=gemeente.naam)
    else:
        bouw.add("besluit.bezwaar.zonder_gemeente")
    if gemeente.bezwaar_digitaal:
        bouw.add("besluit.bezwaar.digitaal", bezwaar_digitaal=gemeente.bezwaar_digitaal)


def _add_bijlagen(bouw: Bouwer, gegevens: PipGegevens) -> None:
    bouw.section("besluit.bijlagen")
    bijlagen = [bouw.fixed("besluit.bijlage.ontwikkelplan").tekst]
    if any(besluit.bijgevoegd for besluit in gegevens.beschikking.participatiewet):
        bijlagen.append(bouw.fixed("besluit.bijlage.participatiewet").tekst)
    bouw.points(bijlagen)


def _add_ondertekening(bouw: Bouwer, gegevens: PipGegevens) -> None:
    besluit = gegevens.beschikking
    tekent = besluit.ondertekenaar
    bouw.section("besluit.ondertekening", gemeente=gegevens.gemeente.naam or bouw.label("puntjes"))
    if tekent.naam and tekent.functie:
        dag = [f"{bouw.label('datum')}: {bouw.dag(besluit.dagtekening)}"] if besluit.dagtekening else []
        bouw.sign(*dag, "", f"{bouw.label('handtekening')}:", tekent.naam, tekent.functie)
    else:
        bouw.missing("ondertekenaar")
    if tekent.mandaat:
        bouw.add("besluit.ondertekening.mandaat", mandaat=tekent.mandaat)
    else:
        bouw.missing("mandaat")


def _add_voor_gezien(bouw: Bouwer, gegevens: PipGegevens) -> None:
    """To sign for; who was never spoken to signs for no talk, and no interpreter was there."""
    ongezien = bool(afwezigheid_of(gegevens))
    bouw.section("besluit.ontvangen" if ongezien else "besluit.voor_gezien")
    onder = ("datum", "handtekening") if ongezien else ("datum", "handtekening", "tolk")
    bouw.sign(
        f"{bouw.label('inburgeraar')}: {bouw.naam(gegevens.inburgeraar)}",
        *(f"{bouw.label(wat)}:" for wat in onder),
    )
