"""What is odd about a date, and which dates are none."""

from datetime import date

import pytest

from intake_assistant.domain.entry import Json
from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.domain.recht.datums import bekend_op, bezwaar, niet_bestaande
from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.domain.recht.ontwikkelplan import doelen_of
from tests.domain.schrijver import Schrijver

VANDAAG = date(2026, 11, 27)
BESLUIT: dict[str, Json] = {
    "nummer": 1,
    "grond": "eerste",
    "dagtekening": "2026-11-20",
    "inhoud": {},
    "bestanden": {},
}


@pytest.fixture
def an() -> Schrijver:
    an = Schrijver("an")
    an.record("inburgeraar.geboortedatum", {"waarde": "1990-01-01"})
    an.record("gesprek[aa].datum", {"waarde": "2026-11-10"})
    an.record("besluit[bb]", {"waarde": BESLUIT})
    return an


@pytest.mark.parametrize(
    ("subject", "waarde", "vreemd"),
    [
        ("gesprek[aa].datum", "2026-11-10", ""),
        ("gesprek[aa].datum", "", ""),
        ("gesprek[aa].datum", "31-11-2026", "geen_datum"),
        ("gesprek[aa].datum", "0001-01-01", "geen_datum"),
        ("gesprek[aa].datum", "9999-12-31", "geen_datum"),
        ("gesprek[aa].datum", "1989-01-01", "voor_geboorte"),
        ("gesprek[aa].volgende_afspraak", "2026-11-28T10:00", ""),
        ("gesprek[aa].volgende_afspraak", "2020-01-01", "verleden"),
        ("afspraak[cc].klaar_op", "morgen", "geen_datum"),
        ("afspraak[cc].uiterlijk", "2029-02-28", ""),
        ("afspraak[cc].klaar_op", "2029-02-28", "toekomst"),
        ("besluit[bb].bekendgemaakt_op", "2026-11-20", ""),
        ("besluit[bb].bekendgemaakt_op", "2026-11-19", "voor_dagtekening"),
        ("besluit[bb].bekendgemaakt_op", "2000-01-01", "voor_dagtekening"),
        ("procedure.inschrijving_brp", "2030-01-01", "toekomst"),
        ("inburgeraar.geboortedatum", "2030-01-01", "toekomst"),
    ],
)
def test_what_is_odd(an: Schrijver, subject: str, waarde: str, vreemd: str) -> None:
    assert bezwaar(an.dossier, subject, waarde, VANDAAG) == vreemd


def test_after_a_conversation_an_appointment_lies_after_it(an: Schrijver) -> None:
    an.record("gesprek[aa].afgerond", {"waarde": "ja"})
    subject = "gesprek[aa].volgende_afspraak"
    assert bezwaar(an.dossier, subject, "2026-11-20", VANDAAG) == ""
    assert bezwaar(an.dossier, subject, "2026-11-09", VANDAAG) == "voor_gesprek"


def test_alone_comes_after_together(an: Schrijver) -> None:
    an.record("afspraak[aa].samen_vanaf", {"waarde": "2026-06-01"})
    assert bezwaar(an.dossier, "afspraak[aa].zelf_vanaf", "2026-06-01", VANDAAG) == ""
    assert bezwaar(an.dossier, "afspraak[aa].zelf_vanaf", "2026-05-31", VANDAAG) == "voor_samen"


def test_a_request_is_answered_after_it_came(an: Schrijver) -> None:
    an.record("verzoek[vv].ontvangen_op", {"waarde": "2026-11-20"})
    assert bezwaar(an.dossier, "verzoek[vv].ontvangen_op", "2026-11-20", VANDAAG) == ""
    for veld in ("verlengd_op", "beslist_op", "uitgevoerd_op", "opgeheven_op"):
        assert bezwaar(an.dossier, f"verzoek[vv].{veld}", "2026-11-20", VANDAAG) == ""
        assert bezwaar(an.dossier, f"verzoek[vv].{veld}", "2026-11-19", VANDAAG) == "voor_verzoek"
        assert bezwaar(an.dossier, f"verzoek[vv].{veld}", "2026-11-28", VANDAAG) == "toekomst"


def test_every_date_that_is_none_is_found_and_no_odd_one(an: Schrijver) -> None:
    assert niet_bestaande(an.dossier) == ()
    an.record("gesprek[aa].datum", {"waarde": "29-2-2027"})
    an.record("afspraak[cc].uiterlijk", {"waarde": "morgen"})
    an.record("procedure.kennisgeving_duo", {"waarde": "2030-01-01"})
    assert set(niet_bestaande(an.dossier)) == {
        ("gesprek[aa].datum", "29-2-2027"),
        ("afspraak[cc].uiterlijk", "morgen"),
    }


@pytest.mark.parametrize(
    "subject", ["procedure.oproep[o].datum", "procedure.informatie_derde[d].gevraagd_op"]
)
def test_a_call_and_a_question_to_a_third_party_are_looked_at_too(an: Schrijver, subject: str) -> None:
    an.record(subject, {"waarde": "30 februari"})
    assert niet_bestaande(an.dossier) == ((subject, "30 februari"),)


def test_a_bekendmaking_before_the_besluit_is_not_believed(an: Schrijver) -> None:
    an.record("besluit[bb].bekendgemaakt_op", {"waarde": "2000-01-01"})
    (besluit,) = besluiten_of(an.dossier)
    assert (besluit.bekendgemaakt_op, besluit.aangenomen) == ("2026-11-20", True)
    an.record("besluit[bb].bekendgemaakt_op", {"waarde": "2026-11-21"})
    (besluit,) = besluiten_of(an.dossier)
    assert (besluit.bekendgemaakt_op, besluit.aangenomen) == ("2026-11-21", False)
    assert bekend_op("morgen", "2026-11-21") == date(2026, 11, 21)


def test_a_conversation_without_a_date_keeps_its_number(an: Schrijver) -> None:
    an.record("gesprek[dd].datum", {"waarde": "31-11-2026"})
    an.record("gesprek[ee].datum", {"waarde": "2026-11-26"})
    assert [(g.nummer, g.id) for g in gesprekken_of(an.dossier)] == [(1, "aa"), (2, "dd"), (3, "ee")]
    an.record("gesprek[dd].datum", {"waarde": "2026-11-27"})
    assert [g.id for g in gesprekken_of(an.dossier)] == ["aa", "ee", "dd"]


def test_an_agreement_done_tomorrow_is_not_done(an: Schrijver) -> None:
    an.record("doel[ff].naam", {"waarde": "werk"})
    an.record("afspraak[cc].doel", {"waarde": "ff"})
    an.record("afspraak[cc].klaar_op", {"waarde": "morgen"})
    ((afspraak,),) = (doel.afspraken for doel in doelen_of(an.dossier))
    assert (afspraak.gedaan, afspraak.geen_datum) == (None, "morgen")
