"""The geldlijn from a case file on: in `show`, in words, in the plan on paper, and never in the besluit."""

import pytest

from intake_assistant.documents.model import texts_of
from intake_assistant.documents.pip.beschikking import build_beschikking
from intake_assistant.documents.pip.ontwikkelplan import build_ontwikkelplan
from intake_assistant.domain.kinds import GELDPOST, read_subject
from intake_assistant.domain.recht.besluit import concept_of
from intake_assistant.domain.recht.uitvoering.rijen import rij_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.instelling import keep_instelling
from intake_assistant.operations.papers.gegevens import ontwikkelplan_gegevens, pip_gegevens
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.views.uitvoering.geldlijn import (
    geldlijn_in,
    genoeg_in_words,
    signalen_in_words,
)
from intake_assistant.operations.views.uitvoering.oordelen import oordelen_over
from intake_assistant.operations.workspace import Workspace
from tests.operations.casussen import KORT, changed, play

GELD = """
    [gesprek.antwoorden.financien]
    inkomen = "bijstand"
    begin_bijstand = 2026-03-16
[[geldpost]]
post = "bijstand"
bedrag = 1050.5
van = 2026-03-16
[[geldpost]]
post = "huurtoeslag"
bedrag = 350
van = 2026-05-20
[[geldpost]]
post = "huur"
bedrag = 800
[[geldtaak]]
soort = "machtiging"
wat = "het formulier samen tekenen"
wie = "regievoerder"
uiterlijk = 2026-03-20
"""
ONTZORGEN = '\n[[ontzorgen]]\nvan = 2026-03-16\nposten = ["huur"]\n'


@pytest.fixture(autouse=True)
def genoeg(work: Workspace) -> None:
    """What one person needs, as the municipality chose it."""
    keep_instelling(work, "leefgeld.eerste", "300")


def test_show_says_month_by_month_what_is_left(work: Workspace) -> None:
    shown = show_dossier(work, play(work, KORT + GELD + ONTZORGEN))
    maart, _, mei, *_ = shown["geldlijn"]["maanden"]
    assert maart == {
        "maand": "2026-03",
        "binnen": "1050.5",
        "eerst_betaald": 800,
        "zelf_betaald": 0,
        "over": "250.5",
        "tekort": True,
    }
    assert (mei["over"], mei["tekort"], len(shown["geldlijn"]["maanden"])) == ("600.5", False, 6)
    assert [s["maand"] for s in shown["geldlijn"]["signalen"]] == ["2026-03", "2026-04"]
    assert [post["post"] for post in shown["geldpost"]] == ["bijstand", "huurtoeslag", "huur"]
    assert shown["geldtaak"][0]["wie"] == "regievoerder"


def test_a_short_month_says_what_comes_later_and_that_nobody_acts(work: Workspace) -> None:
    dossier = work.vault.dossier(play(work, KORT + GELD))
    lijn = geldlijn_in(work, dossier)
    assert lijn is not None
    assert signalen_in_words(lijn) == (
        "Te weinig om van te leven in mrt 2026 en apr 2026. Huurtoeslag komt pas vanaf mei 2026. "
        "Nog niemand doet hier iets aan.",
    )


def test_costs_without_an_amount_in_the_same_months_are_one_sentence(work: Workspace) -> None:
    posten = ONTZORGEN.replace('["huur"]', '["huur", "gas", "water", "stroom"]')
    toeslag = changed(GELD, ("van = 2026-05-20", "van = 2026-03-16"))
    lijn = geldlijn_in(work, work.vault.dossier(play(work, KORT + toeslag + posten)))
    assert lijn is not None
    assert signalen_in_words(lijn) == (
        "De gemeente betaalt gas, stroom en water. Hoeveel dat is in elke maand, is nog niet ingevuld.",
    )


def test_what_is_enough_the_municipality_chooses_and_without_it_only_nothing_falls_short(
    work: Workspace,
) -> None:
    dossier = work.vault.dossier(play(work, KORT + GELD))
    lijn = geldlijn_in(work, dossier)
    assert lijn is not None
    assert "minder dan 300 euro" in genoeg_in_words(lijn)
    for gekozen in ("", "1000000"):
        keep_instelling(work, "leefgeld.eerste", gekozen)
        lijn = geldlijn_in(work, dossier)
        assert lijn is not None
        assert (lijn.signalen, lijn.maanden[0].genoeg) == ((), None)
        assert "geen bedrag gekozen" in genoeg_in_words(lijn)


def test_it_stands_in_the_plan_and_never_in_the_besluit(work: Workspace) -> None:
    dossier = work.vault.dossier(play(work, KORT + GELD))
    gegevens = ontwikkelplan_gegevens(work, dossier, versie=1, datum=work.clock.today(), vastgesteld=False)
    plan = "\n".join(texts_of(build_ontwikkelplan(gegevens, work.data.teksten)))
    assert "Zes maanden geld" in plan
    assert "mrt 2026" in plan
    assert "Machtiging: het formulier samen tekenen" in plan
    besluit = texts_of(build_beschikking(pip_gegevens(work, dossier, concept_of(dossier)), work.data.teksten))
    assert not any("mrt 2026" in zin or "formulier samen" in zin or "1.050" in zin for zin in besluit)


def test_without_a_begin_or_amounts_there_is_none(work: Workspace) -> None:
    assert show_dossier(work, play(work, KORT))["geldlijn"] is None


@pytest.mark.parametrize("bedrag", ["1000000", "-1", "nan", "true"])
def test_an_amount_that_cannot_be_is_refused(work: Workspace, bedrag: str) -> None:
    with pytest.raises(KnownError) as caught:
        play(work, changed(KORT + GELD, ("bedrag = 1050.5", f"bedrag = {bedrag}")))
    assert caught.value.code == "case.bad_value"


def test_an_amount_from_after_the_months_says_that_it_counts_nowhere(work: Workspace) -> None:
    later = '[[geldpost]]\npost = "werk"\nbedrag = 400\nvan = 2026-11-28\n'
    dossier = work.vault.dossier(play(work, KORT + GELD + later))
    ((subject, zin),) = oordelen_over(work, dossier, GELDPOST).items()
    assert rij_of(dossier, GELDPOST, read_subject(subject)[1][0])["post"] == "werk"
    assert zin.startswith("Dit valt buiten de maanden van mrt 2026 tot en met aug 2026")
