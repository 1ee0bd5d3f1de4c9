"""The lives of the case files and of the demonstration do not contradict themselves; if so, it is seen."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from intake_assistant import demo
from intake_assistant.operations.papers.bevindingen import bevindingen_of, planzinnen_of
from intake_assistant.operations.views.antwoord import antwoord_of
from intake_assistant.operations.workspace import Workspace
from tests.casus.tegenspraak import contradictions
from tests.operations.casussen import CASES, on, play
from tests.operations.papers.waarheid import faults, make_stuk

DEMO = Path(str(demo.__file__)).with_name("casus.toml")
LATER = "2026-12-01"


def zegt_in(work: Workspace, dossier: str) -> Callable[[str], object]:
    """The answer that counts to each question of a dossier."""
    found = work.vault.dossier(dossier)

    def zegt(naam: str) -> object:
        antwoord = antwoord_of(work.data.formulieren, found, naam)
        return antwoord.waarde if antwoord.beantwoord else ""

    return zegt


@pytest.mark.parametrize("case", [*CASES, DEMO], ids=lambda case: f"{case.parent.name}-{case.stem}")
def test_a_life_does_not_contradict_itself(work: Workspace, case: Path) -> None:
    dossier = play(work, case)
    found, zegt = work.vault.dossier(dossier), zegt_in(work, dossier)
    assert contradictions(tomllib.loads(case.read_text(encoding="utf-8")), zegt) == []
    later = on(work, LATER)
    besluit = [zin for bevinding in bevindingen_of(later, found) for zin in bevinding.zinnen]
    plan = [zin for zinnen in planzinnen_of(later, found).values() for zin in zinnen]
    assert plan
    for zinnen in (besluit, plan):
        assert faults(make_stuk(zinnen, later.clock.today(), zegt)) == []


def gesprek(startpositie: str, **antwoorden: str) -> list[dict[str, object]]:
    return [{"datum": "2026-02-04", "antwoorden": {startpositie: antwoorden}}]


TAALMAATJE = {"partij": "Taalmaatjes", "datum": "2026-02-04", "taal": "ti"}
KORT = {
    "gesprek": gesprek("sociaal_netwerk", steunfiguur="mijn zus"),
    "procedure": {"oproep": [{"datum": "2026-02-04", "verschenen": True}]},
    "weging": [{"leerroute": "B", "voor": ["U wilt snel werken."], "tegen": []}],
    "beschikking": {"leerroute": "B", "dagtekening": "2026-03-30", "motivering": "U krijgt de B1-route."},
    "doel": [{"afspraak": [{"wat": "Inschrijven", "uiterlijk": "2026-04-10"}]}],
}
WRONG = [
    ("procedure", {"oproep": [{"datum": "2026-01-28", "verschenen": True}]}, {}),
    ("toestemming", [{**TAALMAATJE, "uitgelegd_met": "plaat"}], {}),
    ("toestemming", [{**TAALMAATJE, "uitgelegd_met": "zelf_gelezen"}], {}),
    ("toestemming", [{**TAALMAATJE, "uitgelegd_met": "tolk"}], {}),
    ("weging", [{"voor": ["Heeft acht jaar gewerkt."]}], {}),
    ("weging", [{"voor": ["Dan kan zij niet naar les."]}], {}),
    ("weging", [{"voor": ["U ging vijftien jaar naar school."]}], {"opleiding.jaren_onderwijs": 14}),
    ("weging", [{"tegen": ["U had 29 van de 40 vragen goed."]}], {"leerbaarheid.lbt_score": 30}),
    ("beschikking", {"leerroute": "B", "motivering": "U krijgt de Z-route."}, {}),
    ("beschikking", {"vve": {"nvt": "Hij gaat naar school."}}, {"gezinssituatie.vve_wens": "ja"}),
    (
        "beschikking",
        {"leerroute": "Z", "motivering": "De toets zegt: niet haalbaar."},
        {"leerbaarheid.lbt_uitslag": "haalbaar"},
    ),
    (
        "weging",
        [],
        {"praktische_competenties.beter_kunnen": "Fietsen", "motivatie.ontwikkelwensen": "Fietsen!"},
    ),
    ("beschikking", {"ondersteuning": ["Een taalmaatje."]}, {"sociaal_netwerk.taalmaatje": "heeft"}),
    (
        "wijziging",
        [{"motivering": "De opvang na school is er sinds 8 juni."}],
        {"randvoorwaarden.kinderopvang_geregeld": "wachtlijst"},
    ),
    ("doel", [{"afspraak": [{"wat": "Met uw dochter oefenen met DigiD"}]}], {}),
    ("doel", [{"afspraak": [{"wat": "Inschrijven", "uiterlijk": "2026-03-01"}]}], {}),
    ("gesprek", gesprek("sociaal_netwerk", steunfiguur="mijn buurvrouw Maryam"), {}),
    ("gesprek", gesprek("financien", verhaal="Hij heeft de reis betaald."), {}),
]  # fmt: skip


def test_a_whole_life_is_without() -> None:
    assert contradictions(KORT, lambda naam: "") == []


@pytest.mark.parametrize(("deel", "waarde", "gezegd"), WRONG)
def test_a_contradiction_is_seen(deel: str, waarde: object, gezegd: dict[str, object]) -> None:
    assert len(contradictions(KORT | {deel: waarde}, lambda naam: gezegd.get(naam, ""))) == 1
