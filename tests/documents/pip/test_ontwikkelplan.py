"""The ontwikkelplan: goals by term, agreements, strengths, and that it is no besluit."""

from dataclasses import replace
from decimal import Decimal

from intake_assistant.documents.model import Alinea, Beeld, Kop, Tabel, texts_of
from intake_assistant.documents.pip.ontwikkelplan import build_ontwikkelplan
from intake_assistant.domain.recht.ontwikkelplan import Afspraak, Doel
from intake_assistant.domain.recht.uitvoering.hulptrap import Hulptrap
from intake_assistant.domain.recht.uitvoering.werkplek import Werkplek
from tests.documents import voorbeeld
from tests.documents.voorbeeld import PLAN

TEKSTEN = voorbeeld.teksten()


def test_goals_stand_under_their_term_in_order() -> None:
    plan = replace(PLAN, doelen=(*reversed(PLAN.doelen), Doel("fiets", "fietsen", "midden", ())))
    stuk = build_ontwikkelplan(plan, TEKSTEN)
    heads = [blok.tekst for blok in stuk.blokken if isinstance(blok, Kop) and blok.niveau == 2]
    assert heads == ["Nu en de komende maanden", "Het komende jaar", "Later"]


def test_agreements_say_who_by_when_and_done() -> None:
    stuk = build_ontwikkelplan(PLAN, TEKSTEN)
    first = next(blok for blok in stuk.blokken if isinstance(blok, Tabel) and blok.vorm == "afspraken")
    assert first.bijschrift == "Doel: beginnen met Nederlandse les"
    assert first.rijen == (
        ("inschrijven bij de taalschool", "u", "1 juni 2026", "20 mei 2026"),
        ("een laptop regelen", "de regievoerder", "15 juni 2026", ""),
    )


def test_it_tells_version_date_and_what_somebody_can() -> None:
    text = "\n".join(texts_of(build_ontwikkelplan(PLAN, TEKSTEN)))
    for sentence in (
        "Versie\n3\nDatum\n11 mei 2026",
        "U naait al vier jaar en u bent daar trots op.",
        "Kinderopvang: drie dagen per week.",
        "De gemeente betaalt de eerste zes maanden uw huur",
        "U belt uw regievoerder als uw dochter ziek is.",
        "Over dit doel maken wij later afspraken.",
        "is zelf geen besluit",
    ):
        assert sentence in text


def test_an_empty_plan_is_a_concept_that_asks_for_goals() -> None:
    stuk = build_ontwikkelplan(replace(PLAN, doelen=(), vastgesteld=False, sterk=(), financien=()), TEKSTEN)
    assert stuk.concept
    missing = [blok.tekst for blok in stuk.blokken if isinstance(blok, Alinea) and blok.stijl == "ontbreekt"]
    assert missing == [
        "Dit is een concept. Wat nog moet worden ingevuld, staat hieronder gemerkt.",
        "Nog in te vullen: een of meer doelen.",
    ]
    heads = [blok.tekst for blok in stuk.blokken if isinstance(blok, Kop)]
    assert not any("kunt" in head or "geldzaken" in head for head in heads)


def test_help_that_becomes_less_is_drawn_as_stairs_and_said() -> None:
    trap = Hulptrap("voor_u", "2026-06-01", "2026-07-01")
    afspraak = Afspraak("z", "de zorgtoeslag aanvragen", "regievoerder", "", "", hulp=trap)
    stuk = build_ontwikkelplan(replace(PLAN, doelen=(Doel("g", "geld", "kort", (afspraak,)),)), TEKSTEN)
    (beeld,) = [blok for blok in stuk.blokken if isinstance(blok, Beeld)]
    zin = "Nu doen wij dit voor u. Vanaf 1 juni 2026 doen wij dit samen. Vanaf 1 juli 2026 doet u dit zelf."
    assert beeld.tekst == zin
    assert beeld.svg.count("<circle") == 1  # the figure stands on one step only
    done = replace(PLAN, doelen=(Doel("g", "geld", "kort", (replace(afspraak, klaar_op="2026-05-10"),)),))
    assert not [blok for blok in build_ontwikkelplan(done, TEKSTEN).blokken if isinstance(blok, Beeld)]


def test_who_does_it_is_not_contradicted_by_the_stairs_below() -> None:
    trap = Hulptrap("voor_u", "2026-06-01", "2026-07-01")

    def wie(afspraak: Afspraak) -> str:
        plan = replace(PLAN, doelen=(Doel("g", "geld", "kort", (afspraak,)),))
        tabellen = [b for b in build_ontwikkelplan(plan, TEKSTEN).blokken if isinstance(b, Tabel)]
        return next(rij[1] for tabel in tabellen for rij in tabel.rijen if rij[0] == afspraak.wat)

    afspraak = Afspraak("z", "de zorgtoeslag aanvragen", "inburgeraar", "", "", hulp=trap)
    assert wie(afspraak) == "Wij voor u"
    assert wie(replace(afspraak, hulp=replace(trap, nu="zelf"))) == "U zelf"
    assert wie(replace(afspraak, klaar_op="2026-05-10")) == "u"
    assert wie(replace(afspraak, wie="partner")) == "een andere organisatie"


def test_a_place_of_work_tells_what_is_known_of_it() -> None:
    plek = Werkplek(
        id="w", wat="kringloop", doel="taal", begeleider="mevrouw Visser", uren_per_week=Decimal("7.5")
    )
    stuk = build_ontwikkelplan(replace(PLAN, werkplekken=(plek,)), TEKSTEN)
    (tabel,) = [b for b in stuk.blokken if isinstance(b, Tabel) and b.bijschrift == "kringloop"]
    assert list(tabel.rijen) == [
        ("Waarvoor", "beter Nederlands leren"),
        ("Wie u daar helpt", "mevrouw Visser"),
        ("Uren per week", "7,5"),
    ]
