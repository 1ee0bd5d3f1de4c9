"""Consent: standing, reach, and what is wrong with a record of it."""

from dataclasses import replace
from datetime import date

import pytest

from intake_assistant.domain.recht.toestemming import (
    Toestemming,
    check_toestemming,
    prefixes_of,
    read_toestemming,
)

STARTPOSITIES = {
    "sociaal_netwerk": ["sociaal_netwerk.taalmaatje", "sociaal_netwerk.steunfiguur"],
    "fysieke_gezondheid": ["fysieke_gezondheid.ervaren", "fysieke_gezondheid.beperkt"],
    "werknemersvaardigheden": [
        "werknemersvaardigheden.op_tijd",
        "werknemersvaardigheden.belastbaar_uren_week",
    ],
    "werkervaring": ["werkervaring.banen.beroep"],
}
BIJZONDER = {
    "fysieke_gezondheid.ervaren", "fysieke_gezondheid.beperkt", "werknemersvaardigheden.belastbaar_uren_week",
}  # fmt: skip
WAARDE: dict[str, object] = {
    "datum": "2026-03-05", "partij": "Stichting Taalmaatjes", "doel": "een taalmaatje vinden dat past",
    "gegevens": ["sociaal_netwerk.taalmaatje"], "richting": "delen", "gegeven": "ja", "uitdrukkelijk": "nee",
    "wijze": "mondeling", "taal": "ti", "uitgelegd_met": "tolk", "vrije_keuze_uitgelegd": "ja",
    "geldig_tot": "2027-03-05",
}  # fmt: skip
GEGEVEN = read_toestemming(WAARDE)
VANDAAG = date(2026, 5, 4)


def problems(**anders: object) -> list[tuple[str, str]]:
    return [(p.veld, p.ernst) for p in check_toestemming(WAARDE | anders, BIJZONDER, STARTPOSITIES)]


@pytest.mark.parametrize(
    ("anders", "vandaag", "stand"),
    [
        ({}, VANDAAG, "geldig"),
        ({}, date(2027, 3, 5), "geldig"),
        ({}, date(2027, 3, 6), "verlopen"),
        ({"geldig_tot": None}, date(2040, 1, 1), "geldig"),
        ({"gegeven": False}, VANDAAG, "geweigerd"),
        ({"gegeven": False}, date(2028, 1, 1), "geweigerd"),
        ({"ingetrokken_op": date(2026, 4, 1)}, VANDAAG, "ingetrokken"),
        ({"ingetrokken_op": date(2026, 4, 1)}, date(2028, 1, 1), "ingetrokken"),
    ],
)
def test_stand(anders: dict[str, object], vandaag: date, stand: str) -> None:
    assert replace(GEGEVEN, **anders).stand(vandaag) == stand  # type: ignore[arg-type]  # table of any field


@pytest.mark.parametrize(
    ("gegevens", "uitdrukkelijk", "vraag", "reikt"),
    [
        (("sociaal_netwerk.taalmaatje",), False, "sociaal_netwerk.taalmaatje", True),
        (("sociaal_netwerk.taalmaatje",), False, "sociaal_netwerk.steunfiguur", False),
        (("sociaal_netwerk",), False, "sociaal_netwerk.steunfiguur", True),
        (("sociaal",), True, "sociaal_netwerk.steunfiguur", False),
        (("werkervaring",), False, "werkervaring.banen[0123456789abcdef].beroep@diploma", True),
        (("werkervaring.banen",), False, "werkervaring.banen[0123456789abcdef].beroep", True),
        (("werkervaring.banen.beroep",), False, "werkervaring.banen.jaren", False),
        (("werknemersvaardigheden",), True, "werknemersvaardigheden.op_tijd", True),
        (("werknemersvaardigheden",), True, "werknemersvaardigheden.belastbaar_uren_week", False),
        (("fysieke_gezondheid",), True, "fysieke_gezondheid.ervaren", False),
        (("fysieke_gezondheid.ervaren",), False, "fysieke_gezondheid.ervaren", False),
        (("fysieke_gezondheid.ervaren",), True, "fysieke_gezondheid.ervaren", True),
        (("fysieke_gezondheid.ervaren",), True, "fysieke_gezondheid.ervaren@coa", True),
    ],
)
def test_what_a_consent_covers(
    gegevens: tuple[str, ...], uitdrukkelijk: bool, vraag: str, reikt: bool
) -> None:
    alle = [naam for vragen in STARTPOSITIES.values() for naam in vragen if naam not in BIJZONDER]
    omvat = tuple(naam for naam in alle if set(gegevens).intersection(prefixes_of(naam)[:-1]))
    toestemming = replace(GEGEVEN, gegevens=gegevens, omvat=omvat, uitdrukkelijk=uitdrukkelijk)
    assert toestemming.covers(vraag, BIJZONDER) is reikt


def test_sharing_needs_a_standing_consent_in_that_direction() -> None:
    vraag = "sociaal_netwerk.taalmaatje"
    assert GEGEVEN.allows(vraag, "delen", VANDAAG, BIJZONDER)
    assert not GEGEVEN.allows(vraag, "opvragen", VANDAAG, BIJZONDER)
    assert not GEGEVEN.allows(vraag, "delen", date(2027, 3, 6), BIJZONDER)
    assert not replace(GEGEVEN, gegeven=False).allows(vraag, "delen", VANDAAG, BIJZONDER)


def test_reading_a_stored_value_and_its_withdrawal() -> None:
    intrekking = {
        "ingetrokken_op": "2026-06-01", "ingetrokken_reden": "wil het zelf regelen",
        "ingetrokken_door": "inburgeraar", "gevolg": ["partij gebeld"],
    }  # fmt: skip
    gelezen = read_toestemming(WAARDE, intrekking)
    assert gelezen.stand(VANDAAG) == "ingetrokken"
    assert (gelezen.ingetrokken_op, gelezen.gevolg) == (date(2026, 6, 1), ("partij gebeld",))
    assert (gelezen.gegevens, gelezen.uitdrukkelijk) == (("sociaal_netwerk.taalmaatje",), False)
    ja_nee: dict[str, object] = {"gegeven": True, "vrije_keuze_uitgelegd": True, "uitdrukkelijk": False}
    toml = read_toestemming(WAARDE | ja_nee | {"datum": date(2026, 3, 5)})
    assert toml == GEGEVEN


def test_unreadable_dates_are_not_read_as_dates() -> None:
    assert isinstance(read_toestemming(WAARDE | {"datum": "2026-02-30"}), Toestemming)
    assert read_toestemming(WAARDE | {"datum": "2026-02-30"}).datum is None


@pytest.mark.parametrize(
    ("anders", "gevonden"),
    [
        ({}, []),
        ({"partij": ""}, [("partij", "fout")]),
        ({"gegevens": []}, [("gegevens", "fout")]),
        ({"richting": "geven"}, [("richting", "fout")]),
        ({"uitgelegd_met": "raam"}, [("uitgelegd_met", "fout")]),
        ({"geldig_tot": "2026-03-04"}, [("geldig_tot", "fout")]),
        ({"geldig_tot": "2026-03-05"}, []),
        ({"geldig_tot": "2026-02-30"}, [("geldig_tot", "fout")]),
        ({"ingetrokken_op": "2026-03-04"}, [("ingetrokken_op", "fout")]),
        ({"ingetrokken_op": "2026-03-05"}, []),
        ({"gegeven": "nee"}, []),
        ({"gegeven": False, "vrije_keuze_uitgelegd": False}, []),
        ({"gegeven": "nee", "ingetrokken_op": "2026-06-01"}, [("ingetrokken_op", "fout")]),
        ({"gegevens": ["bestaat.niet"]}, [("gegevens", "fout")]),
        ({"gegevens": ["werkervaring.banen", "sociaal_netwerk"]}, []),
        ({"gegevens": ["fysieke_gezondheid"], "uitdrukkelijk": "ja"}, [("gegevens", "fout")]),
        ({"gegevens": ["werknemersvaardigheden"]}, []),
        ({"gegevens": ["fysieke_gezondheid.ervaren"]}, [("uitdrukkelijk", "fout")]),
        ({"gegevens": ["fysieke_gezondheid.ervaren"], "uitdrukkelijk": "ja"}, []),
        ({"gegevens": ["fysieke_gezondheid.ervaren"], "gegeven": "nee"}, []),
        ({"vrije_keuze_uitgelegd": "nee"}, [("vrije_keuze_uitgelegd", "waarschuwing")]),
    ],
)
def test_what_is_wrong(anders: dict[str, object], gevonden: list[tuple[str, str]]) -> None:
    assert problems(**anders) == gevonden
