"""What may go to one party on consent: never more than what stands today, however it came to be recorded."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import TOESTEMMING
from intake_assistant.domain.recht.toestemming import bijzondere_vragen, prefixes_of, toestemmingen_of
from intake_assistant.domain.recht.uitwisseling import toestemmingsdelen
from tests.domain.schrijver import Schrijver, exchange
from tests.gelezen import lazily

FORMULIEREN = lazily().formulieren
BIJZONDER = bijzondere_vragen(FORMULIEREN)
VANDAAG = date(2026, 5, 4)
PARTIJ = "Stichting Taalmaatjes"
NAMEN = (
    "sociaal_netwerk", "sociaal_netwerk.taalmaatje", "werkervaring.banen", "leerbaarheid",
    "leerbaarheid.leerbelemmering", "fysieke_gezondheid.beperkt", "werknemersvaardigheden",
)  # fmt: skip
days = st.integers(-60, 3).map(lambda days: (VANDAAG + timedelta(days)).isoformat())
consents = st.lists(
    st.fixed_dictionaries(
        {
            "partij": st.sampled_from([PARTIJ, "stichting  taalmaatjes", "Een ander"]),
            "richting": st.sampled_from(["delen", "delen", "opvragen"]),
            "gegeven": st.sampled_from(["ja", "ja", "nee"]),
            "uitdrukkelijk": st.sampled_from(["ja", "nee"]),
            "datum": days,
            "geldig_tot": st.one_of(st.just(""), days),
            "gegevens": st.lists(st.sampled_from(NAMEN), min_size=1, max_size=3, unique=True),
            "ingetrokken_op": st.one_of(st.just(""), st.just(""), days),
        }
    ),
    max_size=5,
)


def recorded(found: list[dict[str, Any]]) -> Dossier:
    """As two laptops recorded it, turn by turn."""
    laptops = (Schrijver("an"), Schrijver("bo"))
    for nummer, waarde in enumerate(found):
        velden = {naam: wat for naam, wat in waarde.items() if naam != "ingetrokken_op"}
        rij, one = f"{nummer:016x}", laptops[nummer % 2]
        one.record(TOESTEMMING.of(rij), {"waarde": velden})
        if waarde["ingetrokken_op"]:
            intrekking = {"ingetrokken_op": waarde["ingetrokken_op"]}
            one.record(TOESTEMMING.of(rij, "intrekking"), {"waarde": intrekking})
    exchange(*laptops)
    return laptops[0].dossier


@given(consents)
def test_nothing_goes_but_on_a_consent_that_stands_and_names_it(found: list[dict[str, Any]]) -> None:
    dossier = recorded(found)
    known = dict(toestemmingen_of(dossier))
    for deel in toestemmingsdelen(dossier, FORMULIEREN, PARTIJ, VANDAAG):
        consent = known[deel.id]
        assert (consent.stand(VANDAAG), consent.richting) == ("geldig", "delen")
        assert consent.datum is not None
        assert consent.datum <= VANDAAG
        assert consent.partij != "Een ander"
        for vraag in deel.vragen:
            assert set(prefixes_of(vraag)) & set(consent.gegevens)
            if vraag in BIJZONDER:
                assert consent.uitdrukkelijk
                assert vraag in consent.gegevens


@given(consents)
def test_a_question_goes_once_and_only_what_was_named_goes_per_question(found: list[dict[str, Any]]) -> None:
    dossier = recorded(found)
    delen = toestemmingsdelen(dossier, FORMULIEREN, PARTIJ, VANDAAG)
    gone = [vraag for deel in delen for vraag in deel.vragen]
    assert len(gone) == len(set(gone))
    per_vraag = toestemmingsdelen(dossier, FORMULIEREN, PARTIJ, VANDAAG, per_vraag=True)
    known = dict(toestemmingen_of(dossier))
    for deel in per_vraag:
        assert all(set(prefixes_of(vraag)[1:]) & set(known[deel.id].gegevens) for vraag in deel.vragen)


@given(consents)
def test_a_no_of_today_ends_all_of_it(found: list[dict[str, Any]]) -> None:
    nee = {
        "partij": PARTIJ, "richting": "delen", "gegeven": "nee", "uitdrukkelijk": "nee",
        "datum": VANDAAG.isoformat(), "geldig_tot": "", "gegevens": list(NAMEN), "ingetrokken_op": "",
    }  # fmt: skip
    later = [waarde for waarde in found if waarde["datum"] < VANDAAG.isoformat()]
    assert toestemmingsdelen(recorded([*later, nee]), FORMULIEREN, PARTIJ, VANDAAG) == []
