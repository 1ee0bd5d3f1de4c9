"""From a dossier to the pages on what a person can object to, and what they consented to."""

from __future__ import annotations

from dataclasses import replace

from intake_assistant.dates import read_date
from intake_assistant.documents.bladen.bezwaar import build_bezwaarblad
from intake_assistant.documents.bladen.toestemmingen import (
    ToestemmingenGegevens,
    Toestemmingregel,
    build_toestemmingen,
)
from intake_assistant.documents.bouw import taalnaam as taalnaam_of
from intake_assistant.documents.model import Stuk
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import BEROEP, besluiten_of
from intake_assistant.domain.recht.bezwaar import bezwaar_uiterlijk
from intake_assistant.domain.recht.toestemming import Toestemming, toestemmingen_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.papers.gegevens import contact_of, gemeente_of, persoon_of, pip_gegevens
from intake_assistant.operations.words.naam import besluitkenmerk, kenmerk_of
from intake_assistant.operations.words.vertaling import teksten_in
from intake_assistant.operations.words.voorlezen import Voorgelezen, voorgelezen
from intake_assistant.operations.words.waarde import taalnaam
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import SOURCE


def has_besluit(dossier: Dossier) -> bool:
    """Whether there is something to object to."""
    return bool(besluiten_of(dossier))


@dutch
def bezwaarblad_stuk(work: Workspace, dossier: Dossier) -> Stuk:
    """The page on the last besluit as a document; KnownError `pip.not_announced` before there is one."""
    besluiten = besluiten_of(dossier)
    if not besluiten:
        raise KnownError("pip.not_announced")
    besluit = besluiten[-1]
    gegevens = pip_gegevens(work, dossier, besluit.inhoud, grond=besluit.grond, vastgesteld=True)
    kenmerk = besluitkenmerk(dossier, besluit.nummer)
    dagtekening, bekend = read_date(besluit.dagtekening), read_date(besluit.bekendgemaakt_op)
    return build_bezwaarblad(
        replace(gegevens, kenmerk=kenmerk),
        work.data.teksten,
        in_beroep=besluit.rechtsmiddel == BEROEP,
        vandaag=work.clock.today(),
        uiterlijk=bezwaar_uiterlijk(bekend, dagtekening, work.data.regelwaarden)
        if bekend and dagtekening and not besluit.aangenomen
        else None,
    )


def has_toestemmingen(dossier: Dossier) -> bool:
    """Whether somebody was asked for consent."""
    return bool(toestemmingen_of(dossier))


@dutch
def toestemmingen_stuk(work: Workspace, dossier: Dossier) -> Stuk:
    """Every consent as a document, as it was read, in the order in which it was asked."""
    persoon = persoon_of(dossier)
    gegevens = ToestemmingenGegevens(
        gemeente=gemeente_of(work),
        peildatum=work.clock.today(),
        kenmerk=kenmerk_of(dossier),
        naam=f"{persoon.voornamen} {persoon.achternaam}".strip(),
        contact=contact_of(work),
        regels=tuple(_regel(work, toestemming) for _, toestemming in toestemmingen_of(dossier)),
    )
    return build_toestemmingen(gegevens, work.data.teksten)


def _regel(work: Workspace, toestemming: Toestemming) -> Toestemmingregel:
    return Toestemmingregel(
        partij=toestemming.partij,
        datum=toestemming.datum,
        gegeven=toestemming.gegeven,
        gelezen=gelezen_in(work, toestemming, SOURCE).alineas,
        taal=taalnaam(work.data.formulieren, toestemming.taal) or taalnaam_of(toestemming.taal),
        tolk=toestemming.uitgelegd_met == "tolk",
        geldig_tot=toestemming.geldig_tot,
        ingetrokken_op=toestemming.ingetrokken_op,
    )


def gelezen_in(work: Workspace, toestemming: Toestemming, taal: str) -> Voorgelezen:
    """What was read of a consent in a language: as it was kept then, else as it is said now."""
    velden = {naam: getattr(toestemming, naam) for naam in ("richting", "partij", "doel", "gegevens")}
    found = voorgelezen(work, velden, taal=taal, versie=toestemming.tekstversie)
    if found is None:
        return Voorgelezen(toestemming.tekstversie, taal, (), "ontbreekt")
    if toestemming.voorgelezen and taal != SOURCE and teksten_in(toestemming.taal) == taal:
        return replace(found, alineas=tuple(toestemming.voorgelezen.split("\n\n")))
    return found
