"""The sentence of each clock, as a regievoerder reads it."""

from datetime import date

import pytest

from intake_assistant.dates import with_weekday
from intake_assistant.domain.recht import klokuitleg
from intake_assistant.domain.recht.klokuitleg import duur, joined, maanden_from, reden

DAG = date(2026, 5, 26)
GEDAAN = date(2026, 5, 11)


def test_dates_and_lengths_in_words() -> None:
    assert with_weekday(date(2026, 3, 1)) == "zondag 1 maart 2026"
    assert [duur(70), duur(14), duur(7), duur(10)] == ["10 weken", "2 weken", "7 dagen", "10 dagen"]
    assert maanden_from(36, DAG) == "3 jaar vanaf dinsdag 26 mei 2026"
    assert maanden_from(18, DAG) == "18 maanden vanaf dinsdag 26 mei 2026"
    assert [joined(["a"]), joined(["a", "b"]), joined(["a", "b", "c"])] == ["a", "a en b", "a, b en c"]


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
    zin = reden(begin, 70, uiterlijk, "van de kennisgeving van DUO")
    assert zin.startswith("10 weken na ")
    assert zin.endswith(einde + ("daarom telt de eerste werkdag daarna" if einde.endswith(" ") else ""))


def test_pip() -> None:
    assert klokuitleg.pip_waiting(["de kennisgeving van DUO", "de inschrijving in de gemeente"], None) == (
        "Het is nog niet te zeggen wanneer het PIP klaar moet zijn, want dit is nog niet bekend: "
        "de kennisgeving van DUO en de inschrijving in de gemeente."
    )
    waarom = reden(date(2026, 3, 17), 70, DAG, "van inschrijving in de gemeente")
    telling = "10 weken na dinsdag 17 maart 2026, de dag van inschrijving in de gemeente."
    assert klokuitleg.pip_counted("Het PIP", "loopt", DAG, None, waarom) == (
        f"Het PIP moet uiterlijk op dinsdag 26 mei 2026 vastgesteld zijn: {telling}"
    )
    assert klokuitleg.pip_counted("Het PIP", "overschreden", DAG, None, waarom) == (
        "Het PIP is te laat, want het is nog niet vastgesteld; "
        f"de laatste dag was dinsdag 26 mei 2026, {telling}"
    )
    assert klokuitleg.pip_counted("Het PIP", "gehaald", DAG, GEDAAN, waarom) == (
        "Het PIP is op tijd vastgesteld, op maandag 11 mei 2026; "
        f"de laatste dag was dinsdag 26 mei 2026, {telling}"
    )
    assert "is te laat vastgesteld" in klokuitleg.pip_counted("Het PIP", "overschreden", DAG, GEDAAN, waarom)


def test_third_party() -> None:
    assert klokuitleg.pip_suspended(["diplomawaardering (IDW)"], None, 14) == (
        "De termijn voor het PIP staat stil, want de gemeente wacht op diplomawaardering (IDW); "
        "na ontvangst is er nog minstens 2 weken tijd."
    )
    assert klokuitleg.pip_suspended(["diplomawaardering (IDW)"], GEDAAN, 14) == (
        "Het PIP is op tijd vastgesteld, op maandag 11 mei 2026: "
        "de termijn stond stil, want de gemeente wachtte op diplomawaardering (IDW)."
    )


def test_bezwaar() -> None:
    waarom = reden(date(2026, 5, 12), 42, date(2026, 6, 23), "die op het besluit staat")
    assert klokuitleg.bezwaar("loopt", date(2026, 6, 23), None, waarom, aangenomen=True) == (
        "De inburgeraar kan bezwaar maken tot en met dinsdag 23 juni 2026: "
        "6 weken na dinsdag 12 mei 2026, de dag die op het besluit staat; "
        "wanneer het besluit is verstuurd of gegeven, is niet vastgelegd."
    )
    voorbij = klokuitleg.bezwaar("overschreden", date(2026, 6, 23), None, waarom, aangenomen=False)
    assert voorbij.startswith(
        "De termijn voor bezwaar is voorbij; de laatste dag was dinsdag 23 juni 2026, 6 w"
    )


def test_longer_terms() -> None:
    telling = maanden_from(36, date(2026, 5, 12))
    assert klokuitleg.termijn(date(2029, 5, 11), None, telling) == (
        "De inburgeraar moet uiterlijk op vrijdag 11 mei 2029 klaar zijn met inburgeren: "
        "3 jaar vanaf dinsdag 12 mei 2026, de dag na de datum van het eerste PIP; DUO stelt de termijn vast."
    )
    wijzigen = klokuitleg.wijzigen(
        "overschreden", date(2027, 11, 11), maanden_from(18, date(2026, 5, 12)), False
    )
    assert wijzigen == (
        "De leerroute kon worden gewijzigd tot en met donderdag 11 november 2027: "
        "18 maanden vanaf dinsdag 12 mei 2026, het begin van de inburgeringstermijn; "
        "daarna kan het alleen nog met een uitzondering."
    )
    ontzorgen = klokuitleg.ontzorgen("loopt", date(2026, 12, 31), maanden_from(6, date(2026, 3, 17)), True)
    assert ontzorgen == (
        "De gemeente betaalt de vaste lasten uit de bijstand tot en met donderdag 31 december 2026: "
        "6 maanden vanaf dinsdag 17 maart 2026, het begin van de bijstand, en daarna verlengd."
    )
