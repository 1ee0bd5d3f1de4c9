"""One suggestion for what to do next, with its reason; the program suggests and never blocks (ui 1.3)."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from intake_assistant.dates import date_in_words
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import GESPREK
from intake_assistant.domain.overleg.feiten import overlegfeiten
from intake_assistant.domain.recht.besluit import Besluit, besluiten_of, samenloop_of
from intake_assistant.domain.recht.bewaartermijn import HEEL
from intake_assistant.domain.recht.controle import niet_gewogen
from intake_assistant.domain.recht.feiten import informatie_derden
from intake_assistant.domain.recht.gesprek import lopend_gesprek
from intake_assistant.domain.recht.klokken import PIP, Klok
from intake_assistant.domain.recht.ontwikkelplan import doelen_of
from intake_assistant.domain.recht.toestemming import toestemmingen_of
from intake_assistant.domain.recht.verzoek import beperking_of
from intake_assistant.domain.recht.weging import wegingen_of
from intake_assistant.operations.papers.gegevens import concept_of
from intake_assistant.operations.views.antwoord import nog_te_vragen, relevantie, tellingen
from intake_assistant.operations.views.besluit.controle import check_concept
from intake_assistant.operations.views.geschiedenis import gespreksnaam
from intake_assistant.operations.views.overleg.wachten import wachtzinnen
from intake_assistant.operations.views.overzicht import all_klokken
from intake_assistant.operations.views.voorbereiden import propose
from intake_assistant.operations.views.wissen.bewaartermijn import due_of
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.operations.words.klok import uitleg_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

# A consent, or a PIP, that runs out within this many days is mentioned.
BINNENKORT: Final = 14
HOOGUIT_GENOEMD: Final = 2
# With so little open one decides and asks the rest in passing; a little more when the PIP is due soon.
BIJNA_KLAAR: Final = 0.1
BIJNA_KLAAR_MET_HAAST: Final = 0.3
DICHTBIJ: Final = 21


@dataclass(frozen=True, slots=True)
class Stap:
    """What to do, why, and the screen that it is done on."""

    soort: str
    titel: str
    reden: str
    knop: str
    scherm: str
    argumenten: Mapping[str, str] = field(default_factory=dict)


def volgende_stap(work: Workspace, dossier: Dossier) -> Stap:
    """Propose the one thing that helps most now."""
    besluiten = besluiten_of(dossier)
    rules = _NA_BESLUIT if besluiten else _VOOR_BESLUIT
    for rule in (_lopend, _samenloop, _tegenspraak, _recht, _overleg, *rules):
        if stap := rule(work, dossier):
            return stap
    return _rust(besluiten)


def _lopend(work: Workspace, dossier: Dossier) -> Stap | None:
    gesprek = lopend_gesprek(dossier)
    if gesprek is None:
        return None
    vandaag = gesprek.datum == work.clock.today().isoformat()
    sleutel = "verder" if vandaag else "afronden"
    return _stap(sleutel, "gesprek", {"gesprek": gesprek.id}, gesprek=gespreksnaam(gesprek))


def _samenloop(work: Workspace, dossier: Dossier) -> Stap | None:
    """Which besluit holds is not certain: that goes before all that rests on it."""
    found = samenloop_of(besluiten_of(dossier))
    return _stap("samenloop", "conflicten", {}, aantal=len(found.besluiten)) if found else None


def _tegenspraak(work: Workspace, dossier: Dossier) -> Stap | None:
    aantal = len(dossier.conflicts())
    return _stap("tegenspraak", "conflicten", {}, aantal=aantal) if aantal else None


def _recht(work: Workspace, dossier: Dossier) -> Stap | None:
    """What the person has a right to goes before the intake: an answer in time, no use, being forgotten."""
    te_regelen = due_of(work, dossier)
    for _, _, regel in te_regelen.verzoeken:
        if regel.dringend:
            return _naar_rechten("verzoek", regel.uitleg)
    if beperking_of(dossier) is not None:
        return _naar_rechten("beperking", text("dossier.stap.beperking.reden"))
    heel = next((regel for regel in te_regelen.te_wissen if regel.wat in HEEL), None)
    return _naar_rechten("wissen", heel.uitleg) if heel else None


def _overleg(work: Workspace, dossier: Dossier) -> Stap | None:
    """A colleague waits for an answer."""
    zinnen = wachtzinnen(work, overlegfeiten(dossier))
    if not zinnen:
        return None
    titel = text("dossier.stap.overleg.titel")
    return Stap("overleg", titel, " ".join(zinnen), text("overleg.naar"), "overleg")


def _naar_rechten(soort: str, reden: str) -> Stap:
    return Stap(soort, text(f"dossier.stap.{soort}.titel"), reden, text("rechten.naar"), "rechten")


def _gegevens(work: Workspace, dossier: Dossier) -> Stap | None:
    """The ten weeks cannot be counted: something about person or procedure is not known."""
    klok = _pip(work, dossier)
    if klok is None or klok.stand != "wacht" or not dossier.row_ids(GESPREK.lijst()):
        return None
    return Stap(
        "gegevens",
        text("dossier.stap.gegevens.titel"),
        uitleg_of(klok),
        text("dossier.stap.gegevens.knop"),
        "dossier",
        {"deel": "persoon"},
    )


def _derde(work: Workspace, dossier: Dossier) -> Stap | None:
    """Somebody is waited for, and all else is asked."""
    klok = _pip(work, dossier)
    wacht = [d for d in informatie_derden(dossier) if d.ontvangen_op is None and d.noodzakelijk_omdat]
    if klok is None or klok.stand != "opgeschort" or not wacht or propose(work, dossier).voorgesteld:
        return None
    return _stap("derde", "dossier", {"deel": "persoon"}, van=wacht[0].van or wacht[0].wat, wat=wacht[0].wat)


def _gesprek(work: Workspace, dossier: Dossier) -> Stap | None:
    voorstel = propose(work, dossier)
    nu = [deel for deel in voorstel.onderdelen if deel.voorgesteld]
    if not nu or _is_bijna_klaar(work, dossier):
        return None
    namen = ", ".join(deel.titel for deel in nu[:HOOGUIT_GENOEMD])
    zinnen = [text("dossier.stap.gesprek.reden", aantal=len(nu), namen=namen)]
    if any(deel.gevoelig for deel in nu):
        zinnen.append(text("dossier.stap.gesprek.gevoelig"))
    zinnen += [*_haast(work, dossier), *_verloopt(work, dossier)]
    titel = text(
        "dossier.stap.gesprek.eerste" if voorstel.nummer == 1 else "dossier.stap.gesprek.titel",
        nummer=voorstel.nummer,
    )
    return Stap("gesprek", titel, " ".join(zinnen), text("dossier.stap.gesprek.knop"), "gesprek")


def _weging(work: Workspace, dossier: Dossier) -> Stap | None:
    aantal = len(niet_gewogen(wegingen_of(dossier)))
    if not aantal:
        return None
    open_ = _wat_open_is(work, dossier)
    stap = _stap("weging", "weging", {}, aantal=aantal)
    if open_:
        stap = replace(stap, reden=" ".join([text("dossier.stap.weging.bijna", aantal=aantal), *open_]))
    return _met_haast(work, dossier, stap)


def _beschikking(work: Workspace, dossier: Dossier) -> Stap | None:
    concept = concept_of(dossier)
    controle = check_concept(work, dossier, concept)
    if concept and controle.mag:
        return _met_haast(work, dossier, _stap("vaststellen", "beschikking", {}))
    if concept and controle.volledig:
        return _met_haast(work, dossier, _stap("voorleggen", "overleg", {}))
    stap = _stap("beschikking", "beschikking", {})
    return _met_haast(
        work, dossier, replace(stap, reden=" ".join([stap.reden, *_wat_open_is(work, dossier)]))
    )


def _bekendmaken(work: Workspace, dossier: Dossier) -> Stap | None:
    laatste = besluiten_of(dossier)[-1]
    return _stap("bekendmaken", "beschikking", {}) if laatste.aangenomen else None


def _plan(work: Workspace, dossier: Dossier) -> Stap | None:
    doelen = doelen_of(dossier)
    if not any(doel.afspraken for doel in doelen):
        return _stap("plan", "ontwikkelplan", {})
    vandaag = work.clock.today()
    te_laat = [
        (a.laatste_dag, a.wat)
        for d in doelen
        for a in d.afspraken
        if a.gedaan is None and a.laatste_dag and a.laatste_dag < vandaag
    ]
    if not te_laat:
        return None
    _, wat = min(te_laat, key=lambda laat: laat[0])
    return _stap("afspraak", "ontwikkelplan", {}, aantal=len(te_laat), wat=wat)


def _toestemming(work: Workspace, dossier: Dossier) -> Stap | None:
    zinnen = _verloopt(work, dossier)
    if not zinnen:
        return None
    titel, knop = text("dossier.stap.toestemming.titel"), text("dossier.stap.toestemming.knop")
    return Stap("toestemming", titel, zinnen[0], knop, "toestemmingen")


def _rust(besluiten: list[Besluit]) -> Stap:
    return _stap("rust" if besluiten else "nakijken", "gesprek" if besluiten else "beschikking", {})


_Rule = Callable[[Workspace, Dossier], Stap | None]
_VOOR_BESLUIT: Final[tuple[_Rule, ...]] = (_gegevens, _gesprek, _derde, _weging, _beschikking)
_NA_BESLUIT: Final[tuple[_Rule, ...]] = (_bekendmaken, _plan, _toestemming)


def _stap(soort: str, scherm: str, argumenten: Mapping[str, str], **velden: object) -> Stap:
    return Stap(
        soort,
        text(f"dossier.stap.{soort}.titel"),
        text(f"dossier.stap.{soort}.reden", **velden),
        text(f"dossier.stap.{soort}.knop"),
        scherm,
        argumenten,
    )


def _met_haast(work: Workspace, dossier: Dossier, stap: Stap) -> Stap:
    return replace(stap, reden=" ".join([stap.reden, *_haast(work, dossier)]))


def _is_bijna_klaar(work: Workspace, dossier: Dossier) -> bool:
    """Whether deciding helps more than one conversation more; nobody decides before there was one."""
    if not dossier.row_ids(GESPREK.lijst()):
        return False
    per = tellingen(work, dossier).values()
    deel = sum(t.te_gaan for t in per) / max(sum(t.van for t in per), 1)
    klok = _pip(work, dossier)
    dichtbij = klok is not None and klok.dagen_over is not None and klok.dagen_over <= DICHTBIJ
    return deel < (BIJNA_KLAAR_MET_HAAST if dichtbij else BIJNA_KLAAR)


def _wat_open_is(work: Workspace, dossier: Dossier) -> list[str]:
    """What may still be asked in passing: a few questions by name, more of them by topic."""
    judged, formulieren = relevantie(work, dossier), work.data.formulieren
    per = {
        deel.titel: nog_te_vragen(formulieren, dossier, deel, judged) for deel in formulieren.startposities
    }
    vragen = [vraag for lijst in per.values() for vraag in lijst]
    if not vragen:
        return []
    if len(vragen) <= HOOGUIT_GENOEMD:
        namen = opsomming([f"‘{vraag.label.rstrip(':. ')}’" for vraag in vragen])
        return [text("dossier.stap.open", aantal=len(vragen), namen=namen)]
    meest = sorted(per, key=lambda titel: -len(per[titel]))[:HOOGUIT_GENOEMD]
    delen = opsomming([f"{titel} ({len(per[titel])})" for titel in meest if per[titel]])
    return [text("dossier.stap.open_veel", aantal=len(vragen), delen=delen)]


def _pip(work: Workspace, dossier: Dossier) -> Klok | None:
    return next((k for k in all_klokken(work, dossier) if k.klok == PIP and k.gehaald_op is None), None)


def _haast(work: Workspace, dossier: Dossier) -> list[str]:
    """How long there is for the PIP, when that is known."""
    klok = _pip(work, dossier)
    if klok is None or klok.dagen_over is None or klok.uiterlijk is None:
        return []
    if klok.dagen_over < 0:
        return [text("dossier.stap.te_laat", aantal=-klok.dagen_over)]
    return [text("dossier.stap.nog", aantal=klok.dagen_over, datum=date_in_words(klok.uiterlijk.isoformat()))]


def _verloopt(work: Workspace, dossier: Dossier) -> list[str]:
    """The consent that runs out first, when that is soon."""
    vandaag = work.clock.today()
    grens = vandaag + datetime.timedelta(days=BINNENKORT)
    bijna = [
        (t.geldig_tot, t.partij)
        for _, t in toestemmingen_of(dossier)
        if t.stand(vandaag) == "geldig" and t.geldig_tot and t.geldig_tot <= grens
    ]
    if not bijna:
        return []
    tot, partij = min(bijna)
    return [text("dossier.stap.verloopt", aantal=(tot - vandaag).days, partij=partij)]
