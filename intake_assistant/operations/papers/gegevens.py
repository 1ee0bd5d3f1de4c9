"""From a dossier to the facts that the two parts of the PIP print; health answers never get there."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from intake_assistant.dates import EERSTE_JAAR, read_date
from intake_assistant.documents.briefhoofd import make_brief
from intake_assistant.documents.model import Beeld, Brief
from intake_assistant.documents.pip.gegevens import (
    Argument,
    Boetes,
    Geldblad,
    Gemeente,
    Inburgeraar,
    Leerbaarheidstoets,
    OntwikkelplanGegevens,
    PipGegevens,
    Procedure,
    Termijn,
    WandplanGegevens,
    Weging,
)
from intake_assistant.documents.tekening.svg import PAPIERBREED, PAPIERLETTER, as_svg
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import Formulieren
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.kinds import GESPREK
from intake_assistant.domain.recht.besluit import (
    EERSTE,
    besluiten_of,
    concept_of,
    dagtekening_eerste_pip,
    next_nummer,
)
from intake_assistant.domain.recht.controle import has_vve_kind
from intake_assistant.domain.recht.einde import ontheven_onderdelen
from intake_assistant.domain.recht.feiten import controlefeiten, informatie_derden, klokfeiten, oproepen
from intake_assistant.domain.recht.gesprek import Gesprek, gesprekken_of
from intake_assistant.domain.recht.inburgeringstermijn import inburgeringstermijn
from intake_assistant.domain.recht.leerroute import Leerroute, find_waarde, wijkt_af_van_lbt
from intake_assistant.domain.recht.ontwikkelplan import doelen_of, verste_doel, volgende_stappen
from intake_assistant.domain.recht.oordeel.niveau import ONDERDELEN
from intake_assistant.domain.recht.termijn import termijn_maanden
from intake_assistant.domain.recht.uitvoering.werkplek import werkplekken_of
from intake_assistant.domain.recht.weging import argumenten_of
from intake_assistant.operations.gemeente import GEMEENTEVELDEN, gemeentenaam
from intake_assistant.operations.papers.beschikking import read_beschikking, whole_number
from intake_assistant.operations.papers.bevindingen import bevindingen_of, planzinnen_of
from intake_assistant.operations.papers.brief.huisstijl import huisstijl_of
from intake_assistant.operations.papers.brief.tien_weken import tien_weken_of
from intake_assistant.operations.papers.wijziging import wijziging_of
from intake_assistant.operations.views.afronden.afspraak import komende_afspraak
from intake_assistant.operations.views.antwoord import antwoord_of
from intake_assistant.operations.views.uitvoering.geldlijn import geldlijn_in, signalen_in_words
from intake_assistant.operations.views.uitvoering.weekblad import weken_of_plan
from intake_assistant.operations.words.naam import besluitkenmerk, kenmerk_of
from intake_assistant.operations.words.waarde import GESPREKSBRONNEN, taalnaam
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch

BOETEVELDEN = ("begeleiding", "begeleiding_max", "plafond", "pvt_map", "leerroute_max")


def gemeente_of(work: Workspace) -> Gemeente:
    """The municipality as it stands in the settings of this vault."""
    velden = {veld: work.vault.setting(f"gemeente.{veld}") for veld in GEMEENTEVELDEN}
    velden["naam"] = gemeentenaam(work)
    return Gemeente(**velden, huisstijl=huisstijl_of(work))


@dutch
def letterhead_of(work: Workspace, aan: Sequence[str], *, kenmerk: str) -> Brief:
    """The head of a letter of today from this municipality, to be called at the number of who wrote it."""
    today = work.clock.today()
    return make_brief(gemeente_of(work), aan, kenmerk=kenmerk, datum=today, contact=contact_of(work))


@dutch
def pip_gegevens(
    work: Workspace,
    dossier: Dossier,
    concept: Mapping[str, Any],
    *,
    grond: str = "eerste",
    vastgesteld: bool = False,
) -> PipGegevens:
    """All that the beschikking is made of, from the concept or from a besluit."""
    dagtekening = read_date(concept.get("dagtekening"))
    peildatum = dagtekening or work.clock.today()
    gesprekken = tuple(gesprekken_of(dossier))
    toets, leerroute = _leerbaarheidstoets(dossier), str(concept.get("leerroute", ""))
    wijziging = wijziging_of(work, dossier, concept, grond)
    besluiten = besluiten_of(dossier)
    return PipGegevens(
        gemeente=gemeente_of(work),
        inburgeraar=persoon_of(dossier),
        beschikking=read_beschikking(concept),
        peildatum=peildatum,
        kenmerk=besluitkenmerk(dossier, next_nummer(besluiten)) if vastgesteld else kenmerk_of(dossier),
        regelversie=work.data.regels.versie,
        vastgesteld=vastgesteld,
        grond=grond,
        dagtekening_eerste_pip=dagtekening_eerste_pip(dossier),
        wijziging=wijziging,
        procedure=_procedure(dossier, concept),
        gesprekken=gesprekken,
        taalnamen=_taalnamen(work, gesprekken),
        leerbaarheidstoets=toets,
        bronnen=_bronnen(dossier),
        bevindingen=bevindingen_of(work, dossier, None if grond == EERSTE else wijziging.vorig),
        weging=tuple(_weging(work, dossier, route.value) for route in Leerroute),
        afwijking_lbt=wijziging.kiest_route and wijkt_af_van_lbt(leerroute, toets.lbt_uitslag),
        ontheven=tuple(deel for deel in ONDERDELEN if deel in ontheven_onderdelen(dossier)),
        vve_van_toepassing=has_vve_kind(controlefeiten(dossier, work.data.regels, peildatum)),
        inburgeringstermijn=termijn_of(work, dossier, dagtekening),
        contact=contact_of(work),
        tien_weken=tien_weken_of(work, dossier, concept, grond),
        boetes=_boetes(work, dossier, leerroute, peildatum),
    )


@dutch
def ontwikkelplan_gegevens(
    work: Workspace, dossier: Dossier, *, versie: int, datum: datetime.date, vastgesteld: bool
) -> OntwikkelplanGegevens:
    """All that the ontwikkelplan is made of."""
    besluiten = besluiten_of(dossier)
    concept = besluiten[-1].inhoud if besluiten else concept_of(dossier)
    zinnen = planzinnen_of(work, dossier, datum)
    aantal = find_waarde(concept, "voortgangsgesprekken")
    return OntwikkelplanGegevens(
        gemeente=gemeente_of(work),
        inburgeraar=persoon_of(dossier),
        peildatum=datum,
        versie=versie,
        kenmerk=kenmerk_of(dossier),
        vastgesteld=vastgesteld,
        gesproken=bool(gesprekken_of(dossier)) or not find_waarde(concept, "onvolledig_reden"),
        leerroute=str(concept.get("leerroute", "")),
        dagtekening=read_date(concept.get("dagtekening")),
        sterk=zinnen["sterk"],
        wensen=zinnen["wens"],
        doelen=tuple(doelen_of(dossier)),
        werkplekken=werkplekken_of(dossier),
        ondersteuning=tuple(str(deel) for deel in concept.get("ondersteuning", ())),
        randvoorwaarden=zinnen["nodig"],
        financien=zinnen["geld"],
        weken=weken_of_plan(work, dossier, datum),
        geld=_geldblad(work, dossier),
        voortgangsgesprekken=aantal if isinstance(aantal, int) else None,
        contact=contact_of(work),
    )


def _geldblad(work: Workspace, dossier: Dossier) -> Geldblad | None:
    lijn = geldlijn_in(work, dossier)
    if lijn is None:
        return None
    beeld = Beeld(as_svg(lijn.draw(PAPIERBREED, PAPIERLETTER)), lijn.zin)
    return Geldblad(beeld, lijn.tabel, signalen_in_words(lijn), lijn.taken)


@dutch
def wandplan_gegevens(work: Workspace, dossier: Dossier) -> WandplanGegevens:
    """What stands on the plan for the wall today; of the answers nothing, so nothing that is sealed."""
    vandaag, doelen = work.clock.today(), doelen_of(dossier)
    gesprek = komende_afspraak(work, dossier)
    return WandplanGegevens(
        gemeente=gemeente_of(work),
        peildatum=vandaag,
        doel=verste_doel(doelen),
        stappen=volgende_stappen(doelen),
        contact=contact_of(work),
        gesprek_op=gesprek.afspraak_op if gesprek else None,
        gesprek_uur=gesprek.afspraak_uur if gesprek else "",
        gesprek_hoe=gesprek.afspraak_hoe if gesprek else "",
    )


def contact_of(work: Workspace) -> str:
    """Whom the person may call: who wrote the letter."""
    return work.author


def _answer(dossier: Dossier, naam: str) -> str:
    antwoord = dossier.antwoord(naam)
    return str(antwoord.waarde) if antwoord.beantwoord else ""


def persoon_of(dossier: Dossier) -> Inburgeraar:
    """The person as letters name them."""
    found = inburgeraar_of(dossier)
    namen = (
        "voornamen", "achternaam", "bsn", "v_nummer", "doelgroep", "verblijfstitel", "adres", "postcode",
        "woonplaats",
    )  # fmt: skip
    jaar = found.get("geboortejaar", "")
    return Inburgeraar(
        **{naam: found.get(naam, "") for naam in namen},
        geboortedatum=read_date(found.get("geboortedatum")),
        geboortejaar=int(jaar) if jaar.isdecimal() and int(jaar) >= EERSTE_JAAR else None,
    )


def _procedure(dossier: Dossier, concept: Mapping[str, Any]) -> Procedure:
    verhuisd = read_date(concept.get("inschrijving_brp"))
    return Procedure(
        kennisgeving_duo=read_date(dossier.get("procedure.kennisgeving_duo")),
        inschrijving_brp=verhuisd or read_date(dossier.get("procedure.inschrijving_brp")),
        oproep=oproepen(dossier),
        informatie_derde=informatie_derden(dossier),
    )


def _leerbaarheidstoets(dossier: Dossier) -> Leerbaarheidstoets:
    return Leerbaarheidstoets(
        lbt_status=_answer(dossier, "leerbaarheid.lbt_status"),
        lbt_datum=read_date(_answer(dossier, "leerbaarheid.lbt_datum")),
        lbt_uitslag=_answer(dossier, "leerbaarheid.lbt_uitslag"),
    )


def _taalnamen(work: Workspace, gesprekken: Iterable[Gesprek]) -> dict[str, str]:
    return {gesprek.taal: taalnaam(work.data.formulieren, gesprek.taal) for gesprek in gesprekken}


def _bronnen(dossier: Dossier) -> tuple[str, ...]:
    # The leerbaarheidstoets has a sentence of its own.
    namen = [naam for naam in dossier.names_in_use() if not naam.startswith("leerbaarheid.lbt_")]
    found = {dossier.antwoord(naam).bron for naam in namen}
    return tuple(sorted(found - {"", *GESPREKSBRONNEN}))


def _weging(work: Workspace, dossier: Dossier, leerroute: str) -> Weging:
    kanten: dict[str, list[Argument]] = {"voor": [], "tegen": []}
    buiten = 0
    for kant, argumenten in kanten.items():
        for argument in argumenten_of(dossier, leerroute, kant):
            if _is_bijzonder(work.data.formulieren, argument.vraag) and not argument.in_besluit:
                buiten += 1
            else:
                argumenten.append(_argument(work, dossier, argument.tekst, argument.vraag))
    return Weging(
        leerroute=leerroute, voor=tuple(kanten["voor"]), tegen=tuple(kanten["tegen"]), niet_afgedrukt=buiten
    )


def _is_bijzonder(formulieren: Formulieren, naam: str) -> bool:
    vraag = formulieren.vragen.get(naam)
    return vraag is not None and bool(vraag.bijzonder)


def _argument(work: Workspace, dossier: Dossier, tekst: str, naam: str) -> Argument:
    vraag = work.data.formulieren.vragen.get(naam)
    if vraag is None:
        return Argument(tekst=tekst)
    if vraag.bijzonder:
        # Of a special answer only the functional sentence itself is printed (design 7).
        return Argument(tekst=tekst, rust_op_bijzonder=True)
    antwoord = antwoord_of(work.data.formulieren, dossier, naam)
    datum = read_date(dossier.get(GESPREK.of(antwoord.gesprek, "datum"))) if antwoord.gesprek else None
    titel = work.data.formulieren.startpositie(vraag.startpositie).titel
    return Argument(tekst=tekst, vraag=titel, bron=antwoord.bron, gesprek=datum)


def termijn_of(work: Workspace, dossier: Dossier, dagtekening: datetime.date | None) -> Termijn | None:
    """The term for becoming inburgerd, from the first PIP or from what is to be that; None without one."""
    eerste = dagtekening_eerste_pip(dossier) or dagtekening
    if eerste is None:
        return None
    found = inburgeringstermijn(klokfeiten(dossier), work.data.regelwaarden(eerste), eerste)
    if found is None or found.begin is None or found.einde is None:
        return None
    aow = _aow_op(work, dossier, eerste)
    return Termijn(
        begin=found.begin,
        einde=found.einde,
        bron=found.bron,
        aow_voor_einde=aow is not None and aow < found.einde,
    )


def _aow_op(work: Workspace, dossier: Dossier, op: datetime.date) -> datetime.date | None:
    """The last day before the AOW age as it is known on a day, the latest it can be (Wet 3(1); AOW 7a)."""
    persoon = persoon_of(dossier)
    jaar = persoon.geboortejaar
    geboren = persoon.geboortedatum or (datetime.date(jaar, 12, 31) if jaar else None)
    regels = work.data.regels
    maanden = whole_number(regels.waarde("leeftijd.aow", op=max(op, regels.geldt_vanaf("leeftijd.aow"))))
    return termijn_maanden(geboren, maanden) if geboren and maanden else None


def _boetes(work: Workspace, dossier: Dossier, leerroute: str, op: datetime.date) -> Boetes | None:
    """The fines that hold on a day for this group; None where the rules name none."""
    doelgroep = inburgeraar_of(dossier).get("doelgroep", "")

    def waarde(sleutel: str) -> object:
        return work.data.regels.waarde(f"boete.{sleutel}", op=op, doelgroep=doelgroep, leerroute=leerroute)

    try:
        if waarde("van_toepassing.gemeente") != "ja" or waarde("van_toepassing.duo") != "ja":
            return None
        velden = {veld: whole_number(waarde(veld)) or 0 for veld in BOETEVELDEN}
    except LookupError:
        return None
    return Boetes(**velden)
