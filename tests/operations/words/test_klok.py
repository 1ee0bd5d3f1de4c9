"""The sentence of each clock, as a regievoerder reads it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.dates import with_weekday
from intake_assistant.domain.recht.feiten import BesluitFeit, BezwaarFeit, KlokFeiten
from intake_assistant.domain.recht.klokken import Klok, klokken
from intake_assistant.domain.recht.termijn import Anker, Dagtelling, Klokfeit, Regelwaarden, feestdagen
from intake_assistant.operations.words.klok import duur_of, telling_of, uitleg_of
from intake_assistant.texts import text

DAG = date(2026, 5, 26)
GEDAAN = date(2026, 5, 11)
GETELD: Final = Dagtelling(70, "dagen", date(2026, 3, 17), "inschrijving_brp")


def zin(klok: str, reden: str, aangenomen: bool = False, /, **feiten: Klokfeit) -> str:
    uiterlijk = feiten.get("uiterlijk")
    dag = uiterlijk if isinstance(uiterlijk, date) else None
    return uitleg_of(Klok(klok, None, dag, "", "", reden, feiten, aangenomen=aangenomen))


def test_dates_and_lengths_in_words() -> None:
    assert with_weekday(date(2026, 3, 1)) == "zondag 1 maart 2026"
    assert [duur_of(dagen) for dagen in (70, 14, 7, 10)] == ["10 weken", "2 weken", "7 dagen", "10 dagen"]
    jaren, maanden = (Dagtelling(aantal, "maanden", DAG, "begin_bijstand") for aantal in (36, 18))
    assert telling_of(jaren, None).startswith("3 jaar vanaf dinsdag 26 mei 2026, ")
    assert telling_of(maanden, None).startswith("18 maanden vanaf dinsdag 26 mei 2026, ")


@pytest.mark.parametrize(
    ("begin", "uiterlijk", "einde"),
    [
        (date(2026, 3, 17), date(2026, 5, 26), "de dag van de kennisgeving van DUO"),
        (date(2026, 3, 16), date(2026, 5, 26), "maandag 25 mei 2026 is Tweede Pinksterdag, "),
        (date(2026, 3, 14), date(2026, 5, 26), "zaterdag 23 mei 2026 valt in het weekend, "),
        (date(2026, 3, 6), date(2026, 5, 18), "vrijdag 15 mei 2026 is een vrije dag, "),  # equated by decree
    ],
)
def test_why_this_day(begin: date, uiterlijk: date, einde: str) -> None:
    said = telling_of(Dagtelling(70, "dagen", begin, "kennisgeving_duo"), uiterlijk)
    assert said.startswith("10 weken na ")
    assert said.endswith(einde + ("daarom telt de eerste werkdag daarna" if einde.endswith(" ") else ""))


def test_pip() -> None:
    assert zin("pip", "wacht", ontbreekt=("kennisgeving_duo", "inschrijving_brp")) == (
        "Het is nog niet te zeggen wanneer het PIP klaar moet zijn, want dit is nog niet bekend: "
        "de kennisgeving van DUO en de inschrijving in de gemeente."
    )
    assert zin("pip", "wacht_gedaan", gehaald_op=GEDAAN, ontbreekt=("doelgroep",)) == (
        "Het PIP is vastgesteld op maandag 11 mei 2026; of dat op tijd was, is niet te zeggen, "
        "want dit is nog niet bekend: de doelgroep."
    )
    telling = "10 weken na dinsdag 17 maart 2026, de dag van inschrijving in de gemeente."
    assert zin("pip", "loopt", uiterlijk=DAG, telling=GETELD) == (
        f"Het PIP moet uiterlijk op dinsdag 26 mei 2026 vastgesteld zijn: {telling}"
    )
    assert zin("pip", "overschreden", uiterlijk=DAG, telling=GETELD) == (
        "Het PIP is te laat, want het is nog niet vastgesteld; "
        f"de laatste dag was dinsdag 26 mei 2026, {telling}"
    )
    gedaan: dict[str, Klokfeit] = {"gehaald_op": GEDAAN, "uiterlijk": DAG, "telling": GETELD}
    assert zin("pip", "gehaald", **gedaan) == (
        "Het PIP is op tijd vastgesteld, op maandag 11 mei 2026; "
        f"de laatste dag was dinsdag 26 mei 2026, {telling}"
    )
    assert zin("pip_verhuizing", "te_laat", **gedaan).startswith(
        "Het PIP na de verhuizing is te laat vastgesteld, op maandag 11 mei 2026; "
    )


def test_third_party() -> None:
    derden = ("diplomawaardering (IDW)", "uitslag")
    assert zin("pip", "opgeschort", wacht_op=derden, dagen=14) == (
        "De termijn voor het PIP staat stil, want de gemeente wacht op diplomawaardering (IDW) en uitslag; "
        "na ontvangst is er nog minstens 2 weken tijd."
    )
    assert zin("pip", "opgeschort_gedaan", wacht_op=derden[:1], gehaald_op=GEDAAN) == (
        "Het PIP is op tijd vastgesteld, op maandag 11 mei 2026: "
        "de termijn stond stil, want de gemeente wachtte op diplomawaardering (IDW)."
    )


def test_bezwaar() -> None:
    dag = date(2026, 6, 23)
    telling = Dagtelling(42, "dagen", date(2026, 5, 12), "dagtekening")
    assert zin("bezwaar", "loopt", True, uiterlijk=dag, telling=telling) == (
        "De inburgeraar kan bezwaar maken tot en met dinsdag 23 juni 2026: "
        "6 weken na dinsdag 12 mei 2026, de dag die op het besluit staat; "
        "wanneer het besluit is verstuurd of gegeven, is niet vastgelegd."
    )
    assert zin("bezwaar", "overschreden", uiterlijk=dag, telling=telling).startswith(
        "De termijn voor bezwaar is voorbij; de laatste dag was dinsdag 23 juni 2026, 6 w"
    )


def test_longer_terms() -> None:
    begin = date(2026, 5, 12)
    drie_jaar = Dagtelling(36, "maanden", begin, "eerste_pip")
    assert zin("inburgeringstermijn", "berekend", uiterlijk=date(2029, 5, 11), telling=drie_jaar) == (
        "De inburgeraar moet uiterlijk op vrijdag 11 mei 2029 klaar zijn met inburgeren: "
        "3 jaar vanaf dinsdag 12 mei 2026, de dag na de datum van het eerste PIP; DUO stelt de termijn vast."
    )
    anderhalf = Dagtelling(18, "maanden", begin, "begin_termijn")
    assert zin("leerroute_wijzigen", "overschreden", uiterlijk=date(2027, 11, 11), telling=anderhalf) == (
        "De leerroute kon worden gewijzigd tot en met donderdag 11 november 2027: "
        "18 maanden vanaf dinsdag 12 mei 2026, het begin van de inburgeringstermijn; "
        "daarna kan het alleen nog met een uitzondering."
    )
    half = Dagtelling(6, "maanden", date(2026, 3, 17), "begin_bijstand")
    assert zin("ontzorgen", "loopt_verlengd", uiterlijk=date(2026, 12, 31), telling=half) == (
        "De gemeente betaalt de vaste lasten uit de bijstand tot en met donderdag 31 december 2026: "
        "6 maanden vanaf dinsdag 17 maart 2026, het begin van de bijstand, en daarna verlengd."
    )


def test_each_anchor_and_each_feestdag_has_its_words() -> None:
    for anker in get_args(Anker):
        assert "2026, " in text(f"recht.telling.{anker}", duur="10 weken", vanaf="1 mei 2026")
    assert all(text(f"recht.feestdag.{code}") for code in feestdagen(2026).values())


MISSCHIEN = st.none() | st.dates(date(2022, 1, 1), date(2030, 12, 31))
VAST = st.dates(date(2022, 1, 1), date(2030, 12, 31))
BESLUITEN = st.lists(
    st.builds(
        BesluitFeit, st.just(1), st.sampled_from(["eerste", "verhuizing"]), VAST, MISSCHIEN,
        st.sampled_from("BOZ"), MISSCHIEN,
    ),
    max_size=3,
)  # fmt: skip
FEITEN = st.builds(
    KlokFeiten, doelgroep=st.sampled_from(["", "asielstatushouder", "gezinsmigrant"]),
    verblijfstitel=st.just("asiel"), kennisgeving_duo=MISSCHIEN, inschrijving_brp=MISSCHIEN,
    verhuizing_inschrijving_brp=MISSCHIEN, duo_termijn_begin=MISSCHIEN, duo_termijn_einde=MISSCHIEN,
    ingeburgerd_op=MISSCHIEN, inkomen=st.just("bijstand"), begin_bijstand=MISSCHIEN,
    ontzorgen_verlengd_tot=MISSCHIEN,
)  # fmt: skip


@given(FEITEN, BESLUITEN, MISSCHIEN, VAST)
def test_every_clock_has_one_whole_sentence(
    feiten: KlokFeiten, besluiten: list[BesluitFeit], bezwaar: date | None, vandaag: date
) -> None:
    genummerd = tuple(replace(b, nummer=nummer) for nummer, b in enumerate(besluiten, 1))
    bezwaren = (BezwaarFeit(1, bezwaar + timedelta(days=30)),) if bezwaar else ()
    feiten = replace(feiten, besluiten=genummerd, bezwaren=bezwaren)
    for klok in klokken(feiten, vandaag, lambda dag: Regelwaarden()):
        said = uitleg_of(klok)
        assert said[0].isupper()
        assert said.endswith(".")
        assert "  " not in said
        assert ("is niet vastgelegd" in said) is klok.aangenomen
