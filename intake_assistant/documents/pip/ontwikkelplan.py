"""The ontwikkelplan: goals, agreements, support; a living plan, no besluit."""

from collections.abc import Iterator
from datetime import date

from intake_assistant.dates import read_date
from intake_assistant.documents.bouw import Bouwer, getal
from intake_assistant.documents.model import Stuk
from intake_assistant.documents.pip.gegevens import Geldblad, OntwikkelplanGegevens
from intake_assistant.documents.pip.weekblad import add_weken
from intake_assistant.documents.tekening.svg import PAPIERBREED, PAPIERLETTER
from intake_assistant.documents.tekening.trap import Tree, draw_trap
from intake_assistant.documents.tekening.vormen import Tekening
from intake_assistant.documents.tekens import isoleer
from intake_assistant.domain.recht.ontwikkelplan import TERMIJNEN, WIE, Afspraak, Doel
from intake_assistant.domain.recht.uitvoering.geldlijn import TAKEN, Geldtaak
from intake_assistant.domain.recht.uitvoering.hulptrap import TREDEN, Hulptrap
from intake_assistant.domain.recht.uitvoering.werkplek import Werkplek
from intake_assistant.domain.teksten import Teksten


def build_ontwikkelplan(gegevens: OntwikkelplanGegevens, teksten: Teksten) -> Stuk:
    """Return the ontwikkelplan as a document; a concept unless this version was vastgesteld."""
    bouw = Bouwer(teksten, gegevens.peildatum)
    _add_kop(bouw, gegevens)
    bouw.add("plan.inleiding" if gegevens.gesproken else "plan.inleiding.zonder_gesprek")
    _add_sterk(bouw, gegevens)
    _add_doelen(bouw, gegevens)
    _add_hulptrappen(bouw, gegevens)
    _add_werkplekken(bouw, gegevens)
    _add_hulp(bouw, gegevens)
    _add_geld(bouw, gegevens.geld)
    add_weken(bouw, gegevens.weken)
    _add_samen(bouw, gegevens)
    _add_ondertekening(bouw, gegevens)
    return bouw.document(
        "ontwikkelplan",
        bouw.fixed("plan.titel").kop,
        concept=not gegevens.vastgesteld,
        gemeente=gegevens.gemeente.naam,
        huisstijl=gegevens.gemeente.huisstijl,
        kenmerk=gegevens.kenmerk,
        dag=gegevens.peildatum,
    )


def _add_kop(bouw: Bouwer, gegevens: OntwikkelplanGegevens) -> None:
    leerroute = gegevens.leerroute and bouw.woord("leerroute", gegevens.leerroute)
    bouw.facts(
        bouw.woord("plan", "gegevens"),
        [
            (bouw.label("naam"), bouw.naam(gegevens.inburgeraar)),
            (bouw.woord("plan", "versie"), gegevens.versie),
            (bouw.woord("plan", "datum"), bouw.dag(gegevens.peildatum)),
            (bouw.label("leerroute"), leerroute),
            (bouw.woord("plan", "besluit"), gegevens.dagtekening and bouw.dag(gegevens.dagtekening)),
            (bouw.label("gemeente"), gegevens.gemeente.naam),
            (bouw.label("kenmerk"), gegevens.kenmerk),
        ],
    )


def _add_sterk(bouw: Bouwer, gegevens: OntwikkelplanGegevens) -> None:
    for id, zinnen in (("plan.sterk", gegevens.sterk), ("plan.wensen", gegevens.wensen)):
        if zinnen:
            bouw.section(id)
            bouw.points(zinnen)


def _add_doelen(bouw: Bouwer, gegevens: OntwikkelplanGegevens) -> None:
    bouw.section("plan.doelen")
    if not gegevens.doelen and gegevens.vastgesteld:
        bouw.add("plan.geen_doelen")  # no law asks for one: the plan of who did not come has none yet
    elif not gegevens.doelen:
        bouw.missing("doelen")
    for termijn in TERMIJNEN:
        doelen = [doel for doel in gegevens.doelen if doel.termijn == termijn]
        if doelen:
            bouw.subsection(bouw.fixed(f"plan.doelen.{termijn}").kop)
        for doel in doelen:
            _add_doel(bouw, doel, gegevens.peildatum)


def _add_doel(bouw: Bouwer, doel: Doel, op: date) -> None:
    titel = bouw.woord("plan", "doel", naam=doel.naam)
    if not doel.afspraken:
        bouw.strong(titel)
        bouw.add("plan.geen_afspraken")
        return
    koppen = [bouw.woord("plan", code) for code in ("wat", "wie", "uiterlijk", "klaar")]
    bouw.table("afspraken", koppen, [_afspraak(bouw, afspraak, op) for afspraak in doel.afspraken], titel)


def _afspraak(bouw: Bouwer, afspraak: Afspraak, op: date) -> tuple[str, ...]:
    days = [isoleer(bouw.dag(day)) if day else "" for day in (afspraak.laatste_dag, afspraak.gedaan)]
    return bouw.getypt(afspraak.wat), _wie(bouw, afspraak, op), *days


def _wie(bouw: Bouwer, afspraak: Afspraak, op: date) -> str:
    """Who does it; where stairs of help are drawn below the table, the step that they stand on."""
    if afspraak.hulp.is_afgesproken and not afspraak.klaar_op and afspraak.wie != "partner":
        return bouw.woord("hulp", afspraak.hulp.is_nu(op))
    return bouw.woord("wie", afspraak.wie) if afspraak.wie else ""


def _add_hulptrappen(bouw: Bouwer, gegevens: OntwikkelplanGegevens) -> None:
    """Each agreement on help as stairs: who does it now, from which day together and alone."""
    afspraken = [a for doel in gegevens.doelen for a in doel.afspraken if a.hulp.is_afgesproken]
    trappen = [afspraak for afspraak in afspraken if not afspraak.klaar_op]
    if trappen:
        bouw.section("plan.hulptrap")
    for afspraak in trappen:
        bouw.subsection(bouw.getypt(afspraak.wat))
        bouw.draw(_trap(bouw, afspraak.hulp, gegevens.peildatum))


def _trap(bouw: Bouwer, hulp: Hulptrap, op: date) -> Tekening:
    nu, komt = hulp.is_nu(op), dict(hulp.komt(op))
    # A day that passed without its step tells nobody when: it is for the next talk.
    treden = [
        Tree(bouw.woord("hulp", trede), bouw.dag(komt[trede]) if trede in komt else "", trede == nu)
        for trede in TREDEN
    ]
    zinnen = [bouw.woord("hulp_vanaf", trede, datum=bouw.dag(dag)) for trede, dag in komt.items()]
    return draw_trap(treden, PAPIERBREED, PAPIERLETTER, " ".join((bouw.woord("hulp_nu", nu), *zinnen)))


def _add_werkplekken(bouw: Bouwer, gegevens: OntwikkelplanGegevens) -> None:
    if gegevens.werkplekken:
        bouw.section("plan.werkplek")
    for plek in gegevens.werkplekken:
        bouw.facts(bouw.getypt(plek.wat), _werkplek(bouw, plek))


def _werkplek(bouw: Bouwer, plek: Werkplek) -> Iterator[tuple[str, object]]:
    """What is known of it; what is not is left out."""
    for lijst in ("doel", "vorm", "voertaal"):
        code = getattr(plek, lijst)
        yield bouw.woord("werkplek", lijst), code and bouw.woord(f"werkplek_{lijst}", code)
    yield bouw.woord("werkplek", "begeleider"), plek.begeleider
    yield bouw.woord("werkplek", "uren"), getal(plek.uren_per_week) if plek.uren_per_week > 0 else ""
    for veld in ("van", "tot"):
        yield bouw.woord("werkplek", veld), (dag := read_date(getattr(plek, veld))) and bouw.dag(dag)
    telt = plek.telt_voor and bouw.woord("werkplek_telt_voor", plek.telt_voor)
    yield bouw.woord("werkplek", "telt_voor"), telt
    yield bouw.woord("werkplek", "waarom"), plek.waarom


def _add_hulp(bouw: Bouwer, gegevens: OntwikkelplanGegevens) -> None:
    parts = (
        ("plan.ondersteuning", gegevens.ondersteuning),
        ("plan.randvoorwaarden", gegevens.randvoorwaarden),
        ("plan.financien", gegevens.financien),
    )
    for id, zinnen in parts:
        if zinnen:
            bouw.section(id)
            bouw.points(zinnen)


def _add_geld(bouw: Bouwer, geld: Geldblad | None) -> None:
    if geld is None:
        return
    bouw.section("plan.geld")
    bouw.blokken.append(geld.beeld)
    koppen = [bouw.woord("plan", code) for code in ("maand", "binnen", "over", "betaald")]
    bouw.table("gesprekken", koppen, geld.rijen, bouw.woord("plan", "geld"))
    bouw.points(geld.zinnen)
    if geld.taken:
        koppen = [bouw.woord("plan", code) for code in ("wat", "wie", "uiterlijk", "klaar")]
        rijen = [_geldtaak(bouw, taak) for taak in geld.taken]
        bouw.table("afspraken", koppen, rijen, bouw.woord("plan", "geldtaken"))


def _geldtaak(bouw: Bouwer, taak: Geldtaak) -> tuple[str, ...]:
    wie = bouw.woord("wie", taak.wie) if taak.wie in WIE else ""
    soort = bouw.woord("geldtaak", taak.soort) if taak.soort in TAKEN else ""
    days = [isoleer(bouw.dag(day)) if day else "" for day in (taak.uiterlijk, taak.geregeld_op)]
    return ": ".join(filter(None, (soort, bouw.getypt(taak.wat) if taak.wat else ""))), wie, *days


def _add_samen(bouw: Bouwer, gegevens: OntwikkelplanGegevens) -> None:
    bouw.section("plan.samen")
    bouw.lines("plan.samen.standaard")
    bouw.points(gegevens.afspraken_samen)
    if gegevens.voortgangsgesprekken:
        bouw.add("plan.voortgang", voortgangsgesprekken=gegevens.voortgangsgesprekken)
    bouw.contact("plan.contact", gegevens.contact, gegevens.gemeente)


def _add_ondertekening(bouw: Bouwer, gegevens: OntwikkelplanGegevens) -> None:
    # What nobody made together, nobody signs so (Wet 14(2)).
    bouw.section("plan.ondertekening" if gegevens.gesproken else "plan.ondertekening.zonder_gesprek")
    naam, handtekening = bouw.naam(gegevens.inburgeraar), f"{bouw.label('handtekening')}:"
    dag = f"{bouw.label('datum')}:"
    van_u = (f"{bouw.label('inburgeraar')}: {naam}", dag, handtekening)
    van_ons = ("", f"{bouw.woord('plan', 'regievoerder')}:", dag, handtekening)
    bouw.sign(*van_u, *(van_ons if gegevens.gesproken else ()))
