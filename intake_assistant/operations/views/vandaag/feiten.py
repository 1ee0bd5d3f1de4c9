"""What is kept of a dossier, beside its line in the list, for its next step and for the first screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import ONTWIKKELPLAN, besluiten_of, concept_of
from intake_assistant.domain.recht.bewaartermijn import needs_herziening
from intake_assistant.domain.recht.bezwaar import BESLUIT_ONBEKEND, INGETROKKEN
from intake_assistant.domain.recht.controle import niet_gewogen
from intake_assistant.domain.recht.feiten import BezwaarFeit, KlokFeiten, informatie_derden, klokfeiten
from intake_assistant.domain.recht.gesprek import TUSSENTIJDS, Gesprek, gesprekken_of, lopend_gesprek
from intake_assistant.domain.recht.ontwikkelplan import Doel, doelen_of
from intake_assistant.domain.recht.toestemming import toestemmingen_of
from intake_assistant.domain.recht.tussen.herkijken import Herkijkdag
from intake_assistant.domain.recht.tussen.onderzoek import te_bespreken
from intake_assistant.domain.recht.tussen.oordeeldagen import oordeeldagen_of
from intake_assistant.domain.recht.uitvoering.geldlijn import geldtaken_of
from intake_assistant.domain.recht.verzoek import beperking_of
from intake_assistant.domain.recht.weging import wegingen_of
from intake_assistant.operations.views.antwoord import Geteld, count
from intake_assistant.operations.views.besluit.wisseldagen import Wisseldag, wisseldagen
from intake_assistant.operations.views.voorbereiden import propose
from intake_assistant.operations.views.wissen.melding import meldingen_van
from intake_assistant.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Planafspraak:
    """What was agreed and is not done, in the plan or about money: what, who, and the last day for it."""

    wat: str
    wie: str
    uiterlijk: date


@dataclass(frozen=True, slots=True)
class Toestemmingseinde:
    """A consent that holds, and its last day (AVG 7)."""

    partij: str
    geldig_tot: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Dagfeiten:
    """Nothing in it hangs on the day on which it is read."""

    lopend: str = ""
    """The conversation that was begun and not rounded off."""
    lopend_op: str = ""
    lopend_nummer: int = 0
    gesprekken: int = 0
    nummer: int = 1
    """Which conversation comes."""
    voorgesteld: bool = False
    """Whether there is something to ask in it."""
    te_gaan: int = 0
    van: int = 0
    derde: str = ""
    """Whose information is waited for."""
    ongewogen: int = 0
    heeft_concept: bool = False
    besluitstappen: tuple[Wisseldag, ...] = ()
    """What the beschikking in the making asks, from which day."""
    besluiten: int = 0
    niet_gegeven: bool = False
    """Whether the day on which the last besluit was handed over is not known."""
    herziening: int = 0
    """Which besluit must be made anew after a bezwaar that was right."""
    bezwaren: tuple[int, ...] = ()
    """The besluiten against which a bezwaar waits for its decision; BESLUIT_ONBEKEND: nobody said which."""
    beperkt: bool = False
    """Whether the data may only be kept (AVG 18)."""
    heeft_afspraken: bool = False
    afspraken: tuple[Planafspraak, ...] = ()
    geldtaken: tuple[Planafspraak, ...] = ()
    toestemmingen: tuple[Toestemmingseinde, ...] = ()
    afspraak: date | None = None
    """The day of the next conversation, as long as none was held since it was made."""
    afspraak_uur: str = ""
    afspraak_hoe: str = ""
    laatste: str = ""
    """The last conversation that was rounded off."""
    laatste_nummer: int = 0
    zonder_samenvatting: bool = False
    """Whether that one has no summary to tell."""
    herkijken: date | None = None
    """The first day on which to look again at an answer; at which one is not told in a list of everybody."""
    te_melden: int = 0
    """How many receivers are to be told that something may be used no longer, or is otherwise (AVG 19)."""
    te_bespreken: int = 0
    """By how many examinations something else came out than was told."""


def dagfeiten(work: Workspace, dossier: Dossier, geteld: Geteld | None = None) -> Dagfeiten:
    """Read them from a dossier, of which somebody may have counted the questions already."""
    geteld = geteld or count(work, dossier)
    gesprekken, besluiten, doelen = gesprekken_of(dossier), besluiten_of(dossier), doelen_of(dossier)
    lopend, concept = lopend_gesprek(dossier), concept_of(dossier)
    voorstel, per = propose(work, dossier, geteld=geteld), geteld.per.values()
    afspraak, laatste = _afspraak(gesprekken), _laatste(gesprekken)
    klok = klokfeiten(dossier)
    return Dagfeiten(
        lopend=lopend.id if lopend else "",
        lopend_op=lopend.datum if lopend else "",
        lopend_nummer=lopend.nummer if lopend else 0,
        gesprekken=len(gesprekken),
        nummer=voorstel.nummer,
        voorgesteld=bool(voorstel.voorgesteld),
        te_gaan=sum(t.te_gaan for t in per),
        van=sum(t.van for t in per),
        derde=_derde(dossier),
        ongewogen=len(niet_gewogen(wegingen_of(dossier))),
        heeft_concept=bool(concept) and not besluiten,
        besluitstappen=() if besluiten else wisseldagen(work, dossier, concept),
        besluiten=len(besluiten),
        niet_gegeven=bool(besluiten) and besluiten[-1].aangenomen,
        herziening=_herziening(klok),
        bezwaren=tuple(b.besluit for b in klok.bezwaren if _wacht(b)),
        beperkt=beperking_of(dossier) is not None,
        heeft_afspraken=any(doel.afspraken for doel in doelen),
        afspraken=_afspraken(doelen),
        geldtaken=tuple(
            Planafspraak(taak.wat, taak.wie, taak.uiterlijk)
            for taak in geldtaken_of(dossier)
            if taak.geregeld_op is None and taak.uiterlijk is not None
        ),
        toestemmingen=tuple(
            Toestemmingseinde(t.partij, t.geldig_tot)
            for _, t in toestemmingen_of(dossier)
            if t.gegeven and not t.ingetrokken and t.geldig_tot is not None
        ),
        afspraak=afspraak.afspraak_op if afspraak else None,
        afspraak_uur=afspraak.volgende_afspraak[11:16] if afspraak else "",
        afspraak_hoe=afspraak.afspraak_hoe if afspraak else "",
        laatste=laatste.id if laatste else "",
        laatste_nummer=laatste.nummer if laatste else 0,
        zonder_samenvatting=laatste is not None and not laatste.samenvatting.strip(),
        herkijken=min(_herkijkdagen(dossier, geteld.opnieuw), default=None),
        te_melden=len(meldingen_van(work, dossier)),
        te_bespreken=len(te_bespreken(dossier)),
    )


def _herkijkdagen(dossier: Dossier, antwoorden: Iterable[Herkijkdag]) -> Iterator[date]:
    yield from (dag.op for dag in antwoorden)
    yield from (dag.op for dag in oordeeldagen_of(dossier))


def _derde(dossier: Dossier) -> str:
    wacht = [d for d in informatie_derden(dossier) if d.ontvangen_op is None and d.noodzakelijk_omdat]
    return (wacht[0].van or wacht[0].wat) if wacht else ""


def _herziening(feiten: KlokFeiten) -> int:
    besluiten = [b for b in feiten.besluiten if b.grond != ONTWIKKELPLAN]
    return next((b.besluit for b in feiten.bezwaren if needs_herziening(b, besluiten)), 0)


def _wacht(bezwaar: BezwaarFeit) -> bool:
    # As long as nobody said against which besluit it is, also what was decided on it counts nowhere.
    onbekend = bezwaar.besluit == BESLUIT_ONBEKEND and bezwaar.beslissing != INGETROKKEN
    return bezwaar.beslist_op is None or onbekend


def _afspraken(doelen: list[Doel]) -> tuple[Planafspraak, ...]:
    return tuple(
        Planafspraak(afspraak.wat, afspraak.wie, afspraak.laatste_dag)
        for doel in doelen
        for afspraak in doel.afspraken
        if afspraak.gedaan is None and afspraak.laatste_dag is not None
    )


def _afspraak(gesprekken: list[Gesprek]) -> Gesprek | None:
    """The conversation in which the next one was agreed; it stands until one is held on that day or later.

    A short contact does not count as the one that was agreed.
    """
    gehouden = ""
    for gesprek in reversed(gesprekken):
        if gesprek.volgende_afspraak:
            return gesprek if gesprek.volgende_afspraak > gehouden else None
        if gesprek.vorm != TUSSENTIJDS:
            # With its hour an appointment of that same day would come after it.
            gehouden = max(gehouden, f"{gesprek.datum}T24")
    return None


def _laatste(gesprekken: list[Gesprek]) -> Gesprek | None:
    return next((g for g in reversed(gesprekken) if g.afgerond and g.vorm != TUSSENTIJDS), None)
