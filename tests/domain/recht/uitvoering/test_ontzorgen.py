"""A period of ontzorgen: each refusal beside a lawful twin."""

import pytest

from intake_assistant.domain.recht.uitvoering.ontzorgen import Ontzorgengebrek, gebreken_van

PERIODE = {
    "van": "2026-03-17",
    "posten": ["huur", "water"],
    "verlengd_tot": "2026-12-31",
    "reden": "met instemming",
    "zelf_sinds": {"water": "2026-08-01"},
}


@pytest.mark.parametrize("doelgroep", ["asielstatushouder", ""])
def test_the_lawful_twin(doelgroep: str) -> None:
    assert list(gebreken_van(PERIODE, doelgroep)) == []


@pytest.mark.parametrize("doelgroep", ["gezinsmigrant", "overige_migrant"])
def test_only_for_an_asielstatushouder(doelgroep: str) -> None:
    assert list(gebreken_van(PERIODE, doelgroep)) == [("van", Ontzorgengebrek.DOELGROEP)]


@pytest.mark.parametrize(
    ("anders", "veld", "gebrek"),
    [
        ({"reden": " "}, "verlengd_tot", Ontzorgengebrek.ZONDER_REDEN),
        ({"zelf_sinds": {"gas": "2026-08-01"}}, "zelf_sinds", Ontzorgengebrek.ANDERE_POST),
        ({"zelf_sinds": {"water": "2026-03-16"}}, "zelf_sinds", Ontzorgengebrek.VOOR_BEGIN),
    ],
)
def test_what_cannot_stand(anders: dict[str, object], veld: str, gebrek: Ontzorgengebrek) -> None:
    assert list(gebreken_van({**PERIODE, **anders}, "asielstatushouder")) == [(veld, gebrek)]
