"""What may go to one party on consent: never more than what stands today, however it came to be recorded."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import TOESTEMMING
from intake_assistant.domain.recht.toestemming import (
    bijzondere_vragen,
    omvat_of,
    prefixes_of,
    toestemmingen_of,
)
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
        velden.setdefault("omvat", omvat_of(FORMULIEREN, velden["gegevens"]))
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


def yes_to(gegevens: list[str], omvat: list[str]) -> set[str]:
    """What goes today on one yes to share, of a day on which the forms held these questions."""
    ja = {
        "partij": PARTIJ, "richting": "delen", "gegeven": "ja", "uitdrukkelijk": "nee", "geldig_tot": "",
        "datum": VANDAAG.isoformat(), "gegevens": gegevens, "omvat": omvat, "ingetrokken_op": "",
    }  # fmt: skip
    delen = toestemmingsdelen(recorded([ja]), FORMULIEREN, PARTIJ, VANDAAG)
    return {vraag for deel in delen for vraag in deel.vragen}


def test_a_yes_to_a_whole_startpositie_covers_what_stood_in_it_that_day() -> None:
    heel = omvat_of(FORMULIEREN, ["zelfredzaamheid"])
    moved = {"zelfredzaamheid.huisarts", "zelfredzaamheid.zorgverzekering"}
    assert moved < set(heel) == yes_to(["zelfredzaamheid"], heel)
    toen = [naam for naam in heel if naam not in moved]
    assert yes_to(["zelfredzaamheid"], toen) == set(toen)
    assert yes_to(["zelfredzaamheid"], []) == set()
    assert yes_to(["zelfredzaamheid", "zelfredzaamheid.huisarts"], []) == {"zelfredzaamheid.huisarts"}


def test_a_yes_goes_along_with_a_question_that_moved() -> None:
    toen = ["randvoorwaarden.verhaal_dag", "randvoorwaarden.les_dagen"]
    assert yes_to(["randvoorwaarden"], toen) == {"gezinssituatie.dag_verhaal", "randvoorwaarden.les_dagen"}
