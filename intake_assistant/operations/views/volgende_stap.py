"""One suggestion for what to do next, with its reason; the program suggests and never blocks (ui 1.3)."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from intake_assistant.dates import date_in_words
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.overleg.feiten import overlegfeiten
from intake_assistant.domain.recht.besluit import HERZIENING, besluiten_of, samenloop_of
from intake_assistant.domain.recht.bewaartermijn import HEEL
from intake_assistant.domain.recht.feiten import informatie_derden
from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.operations.views.antwoord import nog_te_vragen, relevantie
from intake_assistant.operations.views.geschiedenis import gespreksnaam
from intake_assistant.operations.views.overleg.wachten import wachtend, wachtzinnen
from intake_assistant.operations.views.overzicht import all_klokken
from intake_assistant.operations.views.vandaag.feiten import Toestemmingseinde, dagfeiten
from intake_assistant.operations.views.vandaag.stap import Stapstand, soort_stap, titel_van
from intake_assistant.operations.views.voorbereiden import propose
from intake_assistant.operations.views.wissen.bewaartermijn import due_of
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.operations.words.klok import uitleg_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

HOOGUIT_GENOEMD: Final = 2


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
    stand = stapstand_of(work, dossier)
    soort = soort_stap(stand)
    words = _WORDS.get(soort)
    return words(work, dossier, stand) if words else _stap(soort, stand)


def stapstand_of(work: Workspace, dossier: Dossier) -> Stapstand:
    """What decides the next step of a dossier that was read."""
    return Stapstand(
        vandaag=work.clock.today(),
        feiten=dagfeiten(work, dossier),
        klokken=all_klokken(work, dossier),
        conflicten=len(dossier.conflicts()),
        has_samenloop=samenloop_of(besluiten_of(dossier)) is not None,
        te_regelen=due_of(work, dossier),
        wacht_op_u=bool(wachtend(work, overlegfeiten(dossier))),
    )


def _lopend(work: Workspace, dossier: Dossier, stand: Stapstand) -> Stap:
    gesprek = next(g for g in gesprekken_of(dossier) if g.id == stand.feiten.lopend)
    stap = _stap(soort_stap(stand), stand, gesprek=gespreksnaam(gesprek))
    return replace(stap, argumenten={"gesprek": gesprek.id})


def _samenloop(work: Workspace, dossier: Dossier, stand: Stapstand) -> Stap:
    found = samenloop_of(besluiten_of(dossier))
    return _stap("samenloop", stand, aantal=len(found.besluiten) if found else 0)


def _tegenspraak(work: Workspace, dossier: Dossier, stand: Stapstand) -> Stap:
    return _stap("tegenspraak", stand, aantal=stand.conflicten)


def _verzoek(work: Workspace, dossier: Dossier, stand: Stapstand) -> Stap:
    dringend = next(regel for _, _, regel in stand.te_regelen.verzoeken if regel.dringend)
    return _naar_rechten("verzoek", dringend.uitleg)


def _beperking(work: Workspace, dossier: Dossier, stand: Stapstand) -> Stap:
    return _naar_rechten("beperking", text("dossier.stap.beperking.reden"))


def _wissen(work: Workspace, dossier: Dossier, stand: Stapstand) -> Stap:
    heel = next(regel for regel in stand.te_regelen.te_wissen if regel.wat in HEEL)
    return _naar_rechten("wissen", heel.uitleg)


def _naar_rechten(soort: str, reden: str) -> Stap:
    return Stap(soort, titel_van(soort, 0), reden, text("rechten.naar"), "rechten")


def _overleg(work: Workspace, dossier: Dossier, stand: Stapstand) -> Stap:
    zinnen = wachtzinnen(work, overlegfeiten(dossier))
    return Stap("overleg", titel_van("overleg", 0), " ".join(zinnen), text("overleg.naar"), "overleg")


def _gegevens(work: Workspace, dossier: Dossier, stand: Stapstand) -> Stap:
    reden = uitleg_of(stand.pip) if stand.pip else ""
    knop = text("dossier.stap.gegevens.knop")
    return Stap("gegevens", titel_van("gegevens", 0), reden, knop, "dossier", {"deel": "persoon"})


def _derde(work: Workspace, dossier: Dossier, stand: Stapstand) -> Stap:
    """Somebody is waited for, and all else is asked."""
    wacht = next(d for d in informatie_derden(dossier) if d.ontvangen_op is None and d.noodzakelijk_omdat)
    stap = _stap("derde", stand, van=stand.feiten.derde, wat=wacht.wat)
    return replace(stap, argumenten={"deel": "persoon"})


def _gesprek(work: Workspace, dossier: Dossier, stand: Stapstand) -> Stap:
    nu = [deel for deel in propose(work, dossier).onderdelen if deel.voorgesteld]
    namen = ", ".join(deel.titel for deel in nu[:HOOGUIT_GENOEMD])
    zinnen = [text("dossier.stap.gesprek.reden", aantal=len(nu), namen=namen)]
    if any(deel.gevoelig for deel in nu):
        zinnen.append(text("dossier.stap.gesprek.gevoelig"))
    if stand.feiten.te_bespreken:
        zinnen.append(text("dossier.stap.onderzoek.reden"))
    zinnen += [*_haast(stand), *_verloopt(stand)]
    titel = titel_van("gesprek", stand.feiten.nummer)
    return Stap("gesprek", titel, " ".join(zinnen), text("dossier.stap.gesprek.knop"), "gesprek")


def _weging(work: Workspace, dossier: Dossier, stand: Stapstand) -> Stap:
    aantal, open_ = stand.feiten.ongewogen, _wat_open_is(work, dossier)
    stap = _stap("weging", stand, aantal=aantal)
    if open_:
        stap = replace(stap, reden=" ".join([text("dossier.stap.weging.bijna", aantal=aantal), *open_]))
    return _met_haast(stap, stand)


def _besluit(work: Workspace, dossier: Dossier, stand: Stapstand) -> Stap:
    """What the beschikking in the making asks."""
    stap = _stap(stand.besluitstap, stand)
    if stap.soort == "beschikking":
        stap = replace(stap, reden=" ".join([stap.reden, *_wat_open_is(work, dossier)]))
    return _met_haast(stap, stand)


def _afspraak(work: Workspace, dossier: Dossier, stand: Stapstand) -> Stap:
    te_laat = stand.afspraken_te_laat
    return _stap("afspraak", stand, aantal=len(te_laat), wat=te_laat[0].wat)


def _toestemming(work: Workspace, dossier: Dossier, stand: Stapstand) -> Stap:
    titel, knop = titel_van("toestemming", 0), text("dossier.stap.toestemming.knop")
    return Stap("toestemming", titel, " ".join(_verloopt(stand)), knop, "toestemmingen")


def _bezwaar(work: Workspace, dossier: Dossier, stand: Stapstand) -> Stap:
    """A bezwaar waits for its decision (art. 7:10 Awb)."""
    titel, knop = titel_van("bezwaar", 0), text("dossier.stap.bezwaar.knop")
    zin = " ".join(uitleg_of(klok) for klok in stand.te_beslissen)
    return Stap("bezwaar", titel, zin, knop, "uitvoering", {"deel": "bezwaar"})


def _bezwaar_kiezen(work: Workspace, dossier: Dossier, stand: Stapstand) -> Stap:
    """Of a bezwaar nobody said against which besluit it is (art. 6:5 Awb)."""
    return replace(_stap("bezwaar_kiezen", stand), argumenten={"deel": "bezwaar"})


def _herziening(work: Workspace, dossier: Dossier, stand: Stapstand) -> Stap:
    """A decision on bezwaar was right for the person: a new besluit has to follow (art. 7:11 lid 2 Awb)."""
    stap = _stap("herziening", stand, nummer=stand.feiten.herziening)
    return replace(stap, argumenten={"grond": HERZIENING})


_WORDS: Final[Mapping[str, Callable[[Workspace, Dossier, Stapstand], Stap]]] = {
    "verder": _lopend,
    "afronden": _lopend,
    "samenloop": _samenloop,
    "tegenspraak": _tegenspraak,
    "verzoek": _verzoek,
    "beperking": _beperking,
    "wissen": _wissen,
    "overleg": _overleg,
    "gegevens": _gegevens,
    "gesprek": _gesprek,
    "derde": _derde,
    "weging": _weging,
    "beschikking": _besluit,
    "voorleggen": _besluit,
    "vaststellen": _besluit,
    "onderzoek": lambda _work, _dossier, stand: _met_haast(_stap("onderzoek", stand), stand),
    "bezwaar": _bezwaar,
    "bezwaar_kiezen": _bezwaar_kiezen,
    "herziening": _herziening,
    "afspraak": _afspraak,
    "toestemming": _toestemming,
}
_SCHERM: Final = {
    "verder": "gesprek",
    "afronden": "gesprek",
    "samenloop": "conflicten",
    "tegenspraak": "conflicten",
    "derde": "dossier",
    "weging": "weging",
    "voorleggen": "overleg",
    "bezwaar_kiezen": "uitvoering",
    "herziening": "nieuw_besluit",
    "onderzoek": "gesprek",
    "plan": "ontwikkelplan",
    "afspraak": "ontwikkelplan",
    "rust": "gesprek",
}
"""Where a step is done, when that is not on the beschikking."""


def _stap(soort: str, stand: Stapstand, **velden: object) -> Stap:
    return Stap(
        soort,
        titel_van(soort, stand.feiten.nummer),
        text(f"dossier.stap.{soort}.reden", **velden),
        text(f"dossier.stap.{soort}.knop"),
        _SCHERM.get(soort, "beschikking"),
    )


def _met_haast(stap: Stap, stand: Stapstand) -> Stap:
    return replace(stap, reden=" ".join([stap.reden, *_haast(stand)]))


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


def _haast(stand: Stapstand) -> list[str]:
    """How long there is for the PIP, when that is known."""
    klok = stand.pip
    if klok is None or klok.dagen_over is None or klok.uiterlijk is None:
        return []
    if klok.dagen_over < 0:
        return [text("dossier.stap.te_laat", aantal=-klok.dagen_over)]
    return [text("dossier.stap.nog", aantal=klok.dagen_over, datum=date_in_words(klok.uiterlijk.isoformat()))]


def _verloopt(stand: Stapstand) -> list[str]:
    """The consent that runs out first, when that is soon."""
    return [verloopt_in_words(einde, stand.vandaag) for einde in stand.loopt_af[:1]]


def verloopt_in_words(einde: Toestemmingseinde, vandaag: datetime.date) -> str:
    """That a consent ends, and when."""
    return text("dossier.stap.verloopt", aantal=(einde.geldig_tot - vandaag).days, partij=einde.partij)
