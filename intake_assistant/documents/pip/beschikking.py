"""The beschikking: what Wet 15 and Besl 5.3(4) require, with procedure, reasons and legal remedies."""

from datetime import date

from intake_assistant.documents.bouw import Bouwer, adresregel, getal
from intake_assistant.documents.briefhoofd import make_brief
from intake_assistant.documents.model import Brief, Stuk
from intake_assistant.documents.pip.gegevens import PipGegevens
from intake_assistant.documents.pip.onderdelen import add_onderdelen, add_participatiewet
from intake_assistant.documents.pip.procedure import add_feiten, afwezigheid_of
from intake_assistant.documents.pip.slot import add_rechten, add_slot
from intake_assistant.documents.pip.weging import add_motivering
from intake_assistant.documents.pip.wijziging import (
    add_anders,
    chosen_leerroute,
    grondcode,
    in_beroep,
    is_eerste,
    met_eerder_pip,
    niveaus_in_words,
)
from intake_assistant.domain.teksten import Teksten


def build_beschikking(gegevens: PipGegevens, teksten: Teksten) -> Stuk:
    """Return the beschikking as a document; a concept unless it was vastgesteld."""
    bouw = Bouwer(teksten, gegevens.peildatum)
    _add_wat(bouw, gegevens)
    _add_waarom(bouw, gegevens)
    add_slot(bouw, gegevens)
    return bouw.document(
        "beschikking",
        bouw.fixed("besluit.titel").kop,
        concept=not gegevens.vastgesteld,
        gemeente=gegevens.gemeente.naam,
        huisstijl=gegevens.gemeente.huisstijl,
        kenmerk=gegevens.kenmerk,
        dag=gegevens.beschikking.dagtekening or gegevens.peildatum,
        brief=_brief(bouw, gegevens),
    )


def _brief(bouw: Bouwer, gegevens: PipGegevens) -> Brief:
    return make_brief(
        gegevens.gemeente,
        bouw.aan(gegevens.inburgeraar),
        kenmerk=gegevens.kenmerk,
        datum=gegevens.beschikking.dagtekening,
        contact=gegevens.contact,
    )


def _add_wat(bouw: Bouwer, gegevens: PipGegevens) -> None:
    """First what it means for the reader, whole on two pages: the articles come at the end, together."""
    _add_besluit(bouw, gegevens)
    bouw.keep_clauses()
    add_anders(bouw, gegevens)
    _add_samenvatting(bouw, gegevens)
    add_onderdelen(bouw, gegevens)
    add_rechten(bouw, gegevens)
    add_participatiewet(bouw, gegevens)


def _add_waarom(bouw: Bouwer, gegevens: PipGegevens) -> None:
    """Then why (Awb 3:46, 3:47): whose besluit it is, the facts, the reasons, the rules."""
    bouw.section("besluit.waarom")
    _add_gegevens(bouw, gegevens)
    add_feiten(bouw, gegevens)
    add_motivering(bouw, gegevens)
    _add_grondslag(bouw, gegevens)


def _add_gegevens(bouw: Bouwer, gegevens: PipGegevens) -> None:
    persoon, besluit = gegevens.inburgeraar, gegevens.beschikking
    eerste = gegevens.dagtekening_eerste_pip
    rows = [
        ("kenmerk", gegevens.kenmerk),
        ("dagtekening", besluit.dagtekening and bouw.dag(besluit.dagtekening)),
        ("dagtekening_eerste_pip", eerste and bouw.dag(eerste)),
        ("naam", bouw.naam(persoon)),
        ("geboren", _geboren(bouw, gegevens)),
        ("bsn", persoon.bsn),
        ("v_nummer", persoon.v_nummer),
        ("adres", adresregel(persoon.adres, persoon.postcode, persoon.woonplaats)),
        ("doelgroep", persoon.doelgroep and bouw.woord("doelgroep", persoon.doelgroep)),
        ("regelversie", gegevens.regelversie),
    ]
    bouw.facts(bouw.label("gegevens"), [(bouw.label(code), value) for code, value in rows])
    if not besluit.dagtekening:
        bouw.missing("dagtekening")


def _geboren(bouw: Bouwer, gegevens: PipGegevens) -> str:
    persoon = gegevens.inburgeraar
    if persoon.geboortedatum:
        return bouw.dag(persoon.geboortedatum)
    return bouw.label("geboortejaar", jaar=persoon.geboortejaar) if persoon.geboortejaar else ""


def _add_besluit(bouw: Bouwer, gegevens: PipGegevens) -> None:
    besluit, route = gegevens.beschikking, chosen_leerroute(gegevens)
    if route:
        bouw.large(bouw.label("uw_leerroute", leerroute=bouw.woord("leerroute", route)))
    bouw.add("besluit.aanhef", naam=bouw.aanspreeknaam(gegevens.inburgeraar))
    leerroute = bouw.woord("leerroute", route) if route else bouw.label("puntjes")
    bouw.section(
        _eerste(gegevens) if is_eerste(gegevens) else _later(gegevens),
        gemeente=gegevens.gemeente.naam or bouw.label("puntjes"),
        leerroute=leerroute,
        dagtekening_eerste_pip=_day(bouw, gegevens.dagtekening_eerste_pip),
        vorig_besluit=_vorig(bouw, gegevens),
        niveaus=niveaus_in_words(bouw, gegevens) or bouw.label("puntjes"),
    )
    bouw.add("besluit.pip.participatiewet" if besluit.participatiewet else "besluit.pip")
    if not route:
        bouw.missing("leerroute")
    if not gegevens.vastgesteld:
        bouw.add("besluit.concept", "nadruk")


def _eerste(gegevens: PipGegevens) -> str:
    """Which text opens a first besluit: a PIP elsewhere comes first, for it fixes the route and the term."""
    if met_eerder_pip(gegevens):
        return "besluit.eerste.eerder_pip"
    afwezig = afwezigheid_of(gegevens)
    return f"besluit.eerste.{afwezig}" if afwezig else "besluit.eerste"


def _later(gegevens: PipGegevens) -> str:
    """Which text opens a later besluit: who was right in part reads so (Awb 7:11(2))."""
    return f"besluit.wijziging.{grondcode(gegevens)}{'_deels' if gegevens.wijziging.deels else ''}"


def _vorig(bouw: Bouwer, gegevens: PipGegevens) -> str:
    """The besluit before by its day, and by its reference: of one day there may be two."""
    dag, kenmerk = gegevens.wijziging.vorig, gegevens.wijziging.vorig_kenmerk
    if dag and kenmerk:
        return bouw.label("dag_en_kenmerk", datum=bouw.dag(dag), kenmerk=kenmerk)
    return _day(bouw, dag)


def _day(bouw: Bouwer, dag: date | None) -> str:
    return bouw.dag(dag) if dag else ""


def _add_samenvatting(bouw: Bouwer, gegevens: PipGegevens) -> None:
    besluit, termijn = gegevens.beschikking, gegevens.inburgeringstermijn
    bouw.section("besluit.samenvatting")
    map_uren = besluit.leerroute != "O" and besluit.map_uren
    rows: list[tuple[str, object]] = [
        (bouw.label("leerroute"), besluit.leerroute and bouw.woord("leerroute", besluit.leerroute)),
        (bouw.label("intensiteit"), _intensiteit_kort(bouw, gegevens)),
        (bouw.label("pvt"), besluit.pvt_uren and bouw.label("uur", aantal=besluit.pvt_uren)),
        (bouw.label("map"), map_uren and bouw.label("uur", aantal=map_uren)),
        (bouw.label("voortgangsgesprekken"), besluit.voortgangsgesprekken),
        (bouw.label("begin_termijn"), termijn and bouw.dag(termijn.begin)),
        (bouw.label("einde_termijn"), termijn and bouw.dag(termijn.einde)),
        # The day of sending is not known when the besluit is set; the term is (Awb 6:7, 6:8).
        (bouw.label("beroep" if in_beroep(gegevens) else "bezwaar"), bouw.label("bezwaar_zes_weken")),
        (bouw.label("vragen"), _bellen(gegevens) or False),
    ]
    unknown = bouw.label("nog_onbekend")
    shown = [(label, value or (unknown if value == "" or value is None else "")) for label, value in rows]
    bouw.facts("", shown)


def _bellen(gegevens: PipGegevens) -> str:
    """Whom to call, on the first page."""
    telefoon = gegevens.gemeente.contact_telefoon or gegevens.gemeente.telefoon
    return ", ".join(filter(None, (gegevens.contact, telefoon))) if telefoon else ""


def _intensiteit_kort(bouw: Bouwer, gegevens: PipGegevens) -> object:
    if not gegevens.is_asiel:
        return False
    intensiteit = gegevens.beschikking.intensiteit
    if not intensiteit or not intensiteit.uren_per_week or not intensiteit.weken:
        return ""
    return bouw.label("uur_per_week", aantal=getal(intensiteit.uren_per_week), weken=intensiteit.weken)


def _add_grondslag(bouw: Bouwer, gegevens: PipGegevens) -> None:
    besluit = gegevens.beschikking
    artikel = bouw.woord("artikel_route", besluit.leerroute or "open")
    bouw.section("besluit.grondslag", artikel_route=artikel)
    if met_eerder_pip(gegevens):
        bouw.add("besluit.grondslag.verhuizing")
    elif not is_eerste(gegevens):
        bouw.add(f"besluit.grondslag.{grondcode(gegevens)}")
    if gegevens.is_asiel:
        bouw.add("besluit.grondslag.asielstatushouder")
    if besluit.participatiewet:
        bouw.add("besluit.grondslag.participatiewet")
    bouw.tell_clauses()
