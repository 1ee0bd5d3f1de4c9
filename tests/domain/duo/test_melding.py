"""The messages for DUO, each rule with its lawful twin (duo.md 1-2)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from intake_assistant.domain.duo import vorm as vormen
from intake_assistant.domain.duo.melding import Duostand, oordeel_over_melding, pip_bericht
from intake_assistant.domain.duo.vorm import Vormfout, gebreken
from intake_assistant.domain.recht.besluit import Besluit
from intake_assistant.domain.recht.inburgeringstermijn import Inburgeringstermijn


def besluit(**inhoud: object) -> Besluit:
    return Besluit("a", 1, "eerste", "2026-05-11", "2026-05-12", False, inhoud=inhoud)


NU = Duostand(
    vandaag=date(2029, 5, 12),
    nee_vooraf=2,
    doelgroep="asielstatushouder",
    besluit=besluit(leerroute="B"),
    termijn=Inburgeringstermijn(date(2026, 5, 12), date(2029, 5, 11), "berekend"),
)
O_ROUTE = replace(NU, besluit=besluit(leerroute="O"))
AANBOD = {
    "datumInburgeringsaanbod": "2026-06-01",
    "verwachteStartdatumOpleiding": "2026-06-01",
    "verwachteEinddatumOpleiding": "2029-05-12",
    "indicatorAlfabetiseringsonderwijs": "NVT",
}


def test_the_pip_says_what_was_set_with_the_lowest_level_of_the_parts() -> None:
    inhoud = {
        "leerroute": "B",
        "niveau_per_onderdeel.lezen": "B1",
        "niveau_per_onderdeel.schrijven": "A2",
        "geschatte_intensiteit_b1_route": 900,
        "mag_opleiding_afmaken": "nee",
        "alfabetiseringsonderwijs": "NVT",
    }
    bericht = pip_bericht(besluit(**inhoud))
    assert bericht == {
        "dagtekeningPip": "2026-05-11",
        "leerroute": "B",
        "niveau": "A2",
        "geschatteIntensiteitB1Route": 900,
        "indicatorMagOpleidingAfmaken": False,
        "indicatorAlfabetiseringsonderwijs": "NVT",
    }
    assert not list(gebreken(vormen.PIP, bericht))


def test_what_has_no_value_is_left_out() -> None:
    assert pip_bericht(besluit(leerroute="Z", niveau="")) == {
        "dagtekeningPip": "2026-05-11",
        "leerroute": "Z",
    }


def regels(soort: str, bericht: dict[str, Any], stand: Duostand) -> list[tuple[str, str]]:
    return [(o.regel, o.reden.value) for o in oordeel_over_melding(soort, bericht, stand)]


@pytest.mark.parametrize(
    ("bericht", "stand", "gezegd"),
    [
        ({}, NU, []),
        ({}, O_ROUTE, []),
        ({}, replace(NU, besluit=None), [("Wet 15", "duo_geen_pip")]),
        ({}, replace(NU, doelgroep="gezinsmigrant"), [("Wet 16", "duo_aanbod_geen_asiel")]),
        ({"datumInburgeringsaanbod": "2026-05-11"}, NU, []),
        ({"datumInburgeringsaanbod": "2026-05-10"}, NU, [("Wet 16", "duo_voor_pip")]),
        ({"verwachteStartdatumOpleiding": "2026-05-31"}, NU, []),
        ({"verwachteStartdatumOpleiding": "2026-05-31"}, O_ROUTE, [("Wet 16", "duo_start_voor_aanbod")]),
        ({"verwachteEinddatumOpleiding": "2029-05-13"}, NU, []),
        ({"verwachteEinddatumOpleiding": "2029-05-13"}, O_ROUTE, [("Wet 11", "duo_buiten_termijn")]),
    ],
)
def test_an_offer(bericht: dict[str, Any], stand: Duostand, gezegd: list[tuple[str, str]]) -> None:
    assert regels("aanbod", {**AANBOD, **bericht}, stand) == gezegd


@pytest.mark.parametrize(
    ("dag", "stand", "gezegd"),
    [
        ("2026-05-12", NU, []),
        ("2026-05-11", NU, [("Wet 11", "duo_voor_termijn")]),
        ("2029-05-12", NU, []),
        ("2029-05-13", NU, [("Besl 9.2", "duo_in_toekomst")]),
        ("2027-03-01", replace(NU, zroute_klaar=date(2027, 3, 1)), []),
        ("2027-03-02", replace(NU, zroute_klaar=date(2027, 3, 1)), [("Wet 9", "duo_na_zroute")]),
        ("2027-03-01", replace(NU, besluit=None), [("Wet 15", "duo_geen_pip")]),
    ],
)
def test_the_day_of_the_pvt(dag: str, stand: Duostand, gezegd: list[tuple[str, str]]) -> None:
    assert regels("pvt", {"datumOndertekeningPvt": dag}, stand) == gezegd


@pytest.mark.parametrize(
    ("schuld", "vandaag", "mag"),
    [
        ("Ja", date(2029, 5, 12), True),
        ("Ja", date(2029, 5, 11), False),
        ("Nee", date(2029, 3, 11), True),
        ("Nee", date(2029, 3, 10), False),
    ],
)
def test_blame_is_told_when_the_term_is_over(schuld: str, vandaag: date, mag: bool) -> None:
    stand = replace(NU, vandaag=vandaag)
    found = regels("map", {"datumEindgesprekMap": "2027-03-01", "verwijtbaar": schuld}, stand)
    assert found == ([] if mag else [("Wet 24", "duo_verwijtbaar_te_vroeg")])


def test_no_map_in_the_onderwijsroute_and_no_end_of_another_route() -> None:
    eind = {"datumEindgesprekMap": "2027-03-01"}
    assert regels("map", eind, O_ROUTE) == [("Wet 8(3)", "duo_geen_map")]
    klaar = {"datumAfrondingZroute": "2027-03-01"}
    assert regels("zroute", klaar, NU) == [("Wet 9", "duo_geen_zroute")]
    assert regels("zroute", klaar, replace(NU, besluit=besluit(leerroute="Z"))) == []


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({}, []),
        ({"naam": "Ann-Marie d'Hondt Jr."}, []),
        ({"naam": "R2D2"}, [Vormfout("naam", "tekens")]),
        ({"naam": "a" * 101}, [Vormfout("naam", "lengte")]),
        ({"email": "a@b"}, [Vormfout("email", "lengte")]),
        ({"telefoonnummer": "1" * 23}, [Vormfout("telefoonnummer", "lengte")]),
    ],
)
def test_a_contact(velden: dict[str, str], fout: list[Vormfout]) -> None:
    goed = {"naam": "Mieke de Boer", "email": "m.deboer@gemeente.test", "telefoonnummer": "0596-639200"}
    assert list(gebreken(vormen.CONTACTPERSOON, {**goed, **velden})) == fout
