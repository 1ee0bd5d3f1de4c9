"""The ontwikkelplan: goals by term, agreements, strengths, and that it is no besluit."""

from dataclasses import replace

from intake_assistant.documents.model import Alinea, Kop, Tabel, texts_of
from intake_assistant.documents.pip.ontwikkelplan import build_ontwikkelplan
from intake_assistant.domain.recht.ontwikkelplan import Doel
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
