"""Who interprets now, and what to beware of."""

import pytest

from intake_assistant.domain.entry import Json
from intake_assistant.domain.recht.gesprek import gesprekken_of, vorige_keer
from intake_assistant.domain.recht.tussen.tolk import let_op_bij, tolken_hier
from tests.domain.schrijver import Schrijver

ABRAHA: dict[str, Json] = {"rol": "tolk", "naam": "T. Abraha", "soort": "professioneel", "nummer": "12345"}
KAYA: dict[str, Json] = {
    "rol": "tolk",
    "nummer": "30562",
    "soort": "vrijwilliger",
    "taal": "ti",
    "geheim_in": "ti",
}
BROER: dict[str, Json] = {"rol": "tolk", "naam": "Yonas", "soort": "familie", "geheim_in": "ti"}


@pytest.fixture
def an() -> Schrijver:
    an = Schrijver("an")
    an.record("gesprek[aa].datum", {"waarde": "2026-03-05"})
    an.record("gesprek[aa].aanwezig[bb]", {"waarde": {**ABRAHA}})
    an.record("gesprek[aa].aanwezig[cc]", {"waarde": {**KAYA}})
    return an


def tolk(an: Schrijver) -> str:
    (gesprek,) = gesprekken_of(an.dossier)
    return gesprek.tolk


def test_of_two_the_first_until_another_is_chosen_and_who_left_no_more(an: Schrijver) -> None:
    assert tolk(an) == "T. Abraha"
    an.record("gesprek[aa].tolkt_nu", {"waarde": "30562"})
    assert tolk(an) == "30562"
    an.record("gesprek[aa].aanwezig[cc]", {"waarde": {**KAYA, "weg_om": "10.40"}})
    assert tolk(an) == "T. Abraha"
    an.record("gesprek[aa].aanwezig[bb]", {"waarde": {**ABRAHA, "weg_om": "10.50"}})
    assert tolk(an) == ""


def test_of_one_name_each_has_a_mark_of_its_own_and_one_is_chosen(an: Schrijver) -> None:
    an.record("gesprek[aa].aanwezig[bb]", {"waarde": {"rol": "tolk", "naam": "T. Abraha"}})
    an.record("gesprek[aa].aanwezig[cc]", {"waarde": {**ABRAHA}})
    an.record("gesprek[aa].aanwezig[dd]", {"waarde": {**ABRAHA}})
    (gesprek,) = gesprekken_of(an.dossier)
    assert [*tolken_hier(gesprek.aanwezig).values()] == ["T. Abraha", "T. Abraha (12345)", "T. Abraha (2)"]
    an.record("gesprek[aa].tolkt_nu", {"waarde": "T. Abraha (12345)"})
    (gesprek,) = gesprekken_of(an.dossier)
    assert (gesprek.tolk, gesprek.tolk_rij) == ("T. Abraha (12345)", "cc")


def test_next_time_nothing_of_this_time_is_taken_for_granted(an: Schrijver) -> None:
    an.record("gesprek[aa].aanwezig[bb]", {"waarde": {**ABRAHA, "geheim_in": "ti", "opmerking": "te laat"}})
    assert vorige_keer(an.dossier)["tolken"] == [ABRAHA, {k: KAYA[k] for k in KAYA if k != "geheim_in"}]


@pytest.mark.parametrize(
    ("iemand", "codes"),
    [
        (KAYA, []),
        (ABRAHA, ["geheim"]),
        (BROER, ["familie", "niet_gevraagd", "waarom_bekende"]),
        ({**BROER, "instemming": "nee", "waarom_bekende": "spoed"}, ["familie", "niet_gewild"]),
        ({**BROER, "soort": "kind", "instemming": "ja"}, ["kind", "waarom_bekende"]),
        ({**KAYA, "verstaan": "andere_taal"}, ["andere_taal"]),
        ({**KAYA, "taal": "am"}, ["taal_anders"]),
    ],
)
def test_what_to_beware_of(iemand: dict[str, str], codes: list[str]) -> None:
    assert list(let_op_bij(iemand, "ti-ER")) == codes
