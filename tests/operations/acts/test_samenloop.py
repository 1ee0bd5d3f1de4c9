"""Two besluiten that hold at once: set apart, and settled by a person."""

from collections.abc import Callable
from datetime import date

import pytest

from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.domain.recht.uitwisseling import Ontvangersoort
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.beschikking import wijzig
from intake_assistant.operations.acts.besluit.wijziging import (
    begin_samenloop,
    record_wijziging,
    stel_wijziging_vast,
)
from intake_assistant.operations.exchange.verstrekken import propose
from intake_assistant.operations.views.show import show_dossier, show_list
from intake_assistant.operations.workspace import Workspace
from tests.operations.acts.test_beschikking import CONCEPT, set_on
from tests.operations.casussen import OPNIEUW, on, play
from tests.operations.exchange.verstrekhulp import asked
from tests.operations.samen import exchange


def test_two_that_were_set_apart_are_a_problem_in_law_until_a_person_settles_it(
    laptop: Callable[[str], Workspace],
) -> None:
    an, bo = laptop("an"), laptop("bo")
    dossier = play(an, CONCEPT)
    exchange(an, bo)
    eerste, tweede = set_on(an, dossier), set_on(bo, dossier, "2026-12-29")
    exchange(an, bo)
    probleem = show_dossier(an, dossier)["juridisch_probleem"]
    assert probleem == show_dossier(bo, dossier)["juridisch_probleem"]
    assert (probleem["soort"], probleem["regel"]) == ("eerste", "Wet 15(1)")
    assert [b["id"] for b in probleem["besluiten"]] == [eerste, tweede]
    assert "besluit 1 van 28 december 2026 (eerste PIP, B1-route)" in probleem["uitleg"]
    assert "Awb 6:19" in probleem["uitleg"]
    assert [line["juridisch_probleem"] for line in show_list(an)] == [True]
    with pytest.raises(KnownError, match=r"pip\.two_besluiten"):
        propose(an, asked(dossier, ontvanger="Taalschool De Brug", als=Ontvangersoort.TAALSCHOOL))
    velden = {**OPNIEUW, "dagtekening": date(2027, 1, 11)}
    with pytest.raises(KnownError) as refused:
        wijzig(on(an, "2027-01-11"), dossier, "herziening", velden)
    assert refused.value.code == "pip.two_besluiten"
    wijzig(on(an, "2027-01-11"), dossier, "herziening", velden, vorig_besluit=tweede)
    exchange(an, bo)
    assert [show_dossier(one, dossier)["juridisch_probleem"] for one in (an, bo)] == [None, None]


def test_what_no_longer_holds_cannot_be_gone_on_from(work: Workspace) -> None:
    compleet = play(work, CONCEPT)
    rij = set_on(work, compleet)
    velden = {**OPNIEUW, "dagtekening": date(2027, 1, 11)}
    wijzig(on(work, "2027-01-11"), compleet, "kennelijke_fout", velden, vorig_besluit=rij)
    with pytest.raises(KnownError) as refused:
        wijzig(on(work, "2027-01-12"), compleet, "kennelijke_fout", velden, vorig_besluit=rij)
    assert refused.value.code == "pip.two_besluiten"


def test_a_person_settles_what_holds_at_once_and_the_new_one_says_what_it_withdraws(
    laptop: Callable[[str], Workspace],
) -> None:
    an, bo = laptop("an"), laptop("bo")
    dossier = play(an, CONCEPT)
    exchange(an, bo)
    set_on(an, dossier)
    tweede = set_on(bo, dossier, "2026-12-29")
    exchange(an, bo)
    dag, later = date(2027, 1, 11), on(an, "2027-01-11")
    rij = begin_samenloop(later, dossier, tweede, "Twee laptops.").made
    with pytest.raises(KnownError) as refused:
        stel_wijziging_vast(later, dossier, rij, dag)
    for lacks in ("naam van de ondertekenaar", "(Awb 4:8)"):
        assert lacks in str(refused.value.facts["wat"]), "neither signed nor answered as the one before"
    record_wijziging(later, dossier, rij, {n: OPNIEUW[n] for n in ("ondertekenaar", "zienswijze")})
    made = stel_wijziging_vast(later, dossier, rij, dag).made
    besluiten = {besluit.id: besluit for besluit in besluiten_of(an.vault.dossier(dossier))}
    gezegd = str(besluiten[made].inhoud["motivering"])
    assert gezegd.startswith("Twee laptops. Dit besluit komt in de plaats van besluit 1 van 28 december 2026")
    assert gezegd.endswith("Die besluiten zijn ingetrokken.")
    exchange(an, bo)
    assert [show_dossier(one, dossier)["juridisch_probleem"] for one in (an, bo)] == [None, None]
    with pytest.raises(KnownError) as refused:
        begin_samenloop(on(bo, "2027-01-11"), dossier, tweede, "Twee laptops.")
    assert refused.value.code == "conflict.changed"
