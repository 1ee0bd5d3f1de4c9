"""What DUO answers: known by its fields, refused as a whole when anything does not fit."""

from typing import Any

import pytest

from intake_assistant.domain.duo.antwoord import feiten_in, read_berichten
from intake_assistant.domain.duo.vorm import Vormfout

PLICHT = {
    "indicatorInburgeringsplicht": True,
    "begindatum": "2026-02-20",
    "datumKennisgevingInburgeringsplicht": "2026-03-02",
}
TERMIJN = {"startdatum": "2026-05-12", "einddatum": "2029-05-12"}
LBT = {
    "resultaat": "B1-route niet haalbaar",
    "behaaldeScore": "21,00",
    "benodigdeScore": "28,00",
    "datumAfname": "2026-04-09",
}
OORDEEL = {"oordeel": "Toekenning", "datumOordeel": "2027-02-01", "grond": "MED"}


def facts(found: Any, groep: str = "") -> dict[str, object]:
    berichten, gebreken = read_berichten(found)
    assert not gebreken
    return {feit.subject: feit.waarde for b in berichten for feit in feiten_in(b, groep)}


@pytest.mark.parametrize(
    ("found", "feiten"),
    [
        (
            PLICHT,
            {
                "inburgeraar.begin_inburgeringsplicht": "2026-02-20",
                "procedure.kennisgeving_duo": "2026-03-02",
            },
        ),
        (
            {
                "indicatorInburgeringsplicht": False,
                "einddatum": "2027-02-01",
                "redenGeenInburgeringsplicht": "Vertrek uit Nederland langer dan een jaar",
            },
            {"procedure.einde_inburgeringsplicht": "2027-02-01", "procedure.einde_reden": "vertrek"},
        ),
        (
            {
                "indicatorInburgeringsplicht": False,
                "einddatum": "2027-02-01",
                "redenGeenInburgeringsplicht": "Tijdelijke vrijstelling",
            },
            {},
        ),
        (
            TERMIJN,
            {"procedure.duo_termijn_begin": "2026-05-12", "procedure.duo_termijn_einde": "2029-05-11"},
        ),
        (
            LBT,
            {
                "leerbaarheid.lbt_status@duo": "gedaan",
                "leerbaarheid.lbt_datum@duo": "2026-04-09",
                "leerbaarheid.lbt_uitslag@duo": "niet_haalbaar",
                "leerbaarheid.lbt_score@duo": 21,
            },
        ),
        (
            [{"GeheleOntheffing": OORDEEL}],
            {"procedure.einde_inburgeringsplicht": "2027-02-01", "procedure.einde_reden": "ontheffing"},
        ),
        ([{"GeheleOntheffing": {**OORDEEL, "oordeel": "Afwijzing"}}], {}),
        ([{"GedeeltelijkeOntheffing": {**OORDEEL, "examenonderdeel": "SC"}}], {}),
    ],
)
def test_facts(found: Any, feiten: dict[str, object]) -> None:
    assert facts(found) == feiten


@pytest.mark.parametrize(
    ("indeling", "detail", "nu", "groep"),
    [
        ("Asielstatushouder", "Gezinshereniger met Asielstatushouder", "", "asielstatushouder"),
        ("Gezinsmigrant en overige migrant", "Gezinsvormer", "", "gezinsmigrant"),
        ("Gezinsmigrant en overige migrant", "Geestelijk bedienaar", "", "overige_migrant"),
        ("Gezinsmigrant en overige migrant", "", "", None),
        ("Gezinsmigrant en overige migrant", "", "overige_migrant", None),
        ("Gezinsmigrant en overige migrant", "", "asielstatushouder", "gezinsmigrant"),
    ],
)
def test_the_group(indeling: str, detail: str, nu: str, groep: str | None) -> None:
    found = {"indeling": indeling, **({"gedetailleerdeDoelgroep": detail} if detail else {})}
    assert facts(found, nu) == ({"inburgeraar.doelgroep": groep} if groep else {})


@pytest.mark.parametrize(
    ("found", "fout"),
    [
        ("tekst", [Vormfout("", "geen_bericht")]),
        ({}, [Vormfout("", "geen_bericht")]),
        ([], [Vormfout("", "leeg")]),
        ([PLICHT], [Vormfout(naam, "onbekend") for naam in PLICHT]),
        ({**PLICHT, "bsn": "1"}, [Vormfout("bsn", "onbekend")]),
        (
            {**PLICHT, "indicatorInburgeringsplicht": "ja"},
            [Vormfout("indicatorInburgeringsplicht", "geen_waar")],
        ),
        ({**PLICHT, "begindatum": "20-02-2026"}, [Vormfout("begindatum", "geen_datum")]),
        ({**PLICHT, "begindatum": "2026-02-30"}, [Vormfout("begindatum", "geen_datum")]),
        ({**PLICHT, "einddatum": "2026-02-19"}, [Vormfout("einddatum", "volgorde")]),
        (
            {**PLICHT, "redenGeenInburgeringsplicht": "Overlijden"},
            [Vormfout("redenGeenInburgeringsplicht", "tegenspraak")],
        ),
        ({**TERMIJN, "einddatum": "2026-05-12"}, [Vormfout("einddatum", "volgorde")]),
        ({"startdatum": "2026-05-12"}, [Vormfout("einddatum", "ontbreekt")]),
        ({**LBT, "behaaldeScore": 21}, [Vormfout("behaaldeScore", "geen_score")]),
        ({**LBT, "resultaat": "haalbaar"}, [Vormfout("resultaat", "geen_code")]),
        (
            {"indeling": "Asielstatushouder", "gedetailleerdeDoelgroep": "Gezinsvormer"},
            [Vormfout("gedetailleerdeDoelgroep", "tegenspraak")],
        ),
        ([{"GeheleOntheffing": OORDEEL}, {"Iets": {}}], [Vormfout("Iets", "onbekend")]),
    ],
)
def test_another_shape_says_what_is_wrong(found: Any, fout: list[Vormfout]) -> None:
    assert list(read_berichten(found)[1]) == fout
