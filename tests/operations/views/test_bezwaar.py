"""A bezwaar of which nobody said yet against which besluit: no term is counted, and it is asked."""

import pytest

from intake_assistant.domain.kinds import BEZWAAR
from intake_assistant.domain.recht.bezwaar import Bezwaarfout, Bezwaargebrek
from intake_assistant.operations.acts.record import record_fields
from intake_assistant.operations.papers.documenten import stuk_of
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.views.uitvoering.bezwaar import gevolgen_in_words
from intake_assistant.operations.views.uitvoering.oordelen import bezwaarfout_in_words, oordelen_over
from intake_assistant.operations.workspace import Workspace
from tests.documents.lezen import model_text, plain
from tests.operations.casussen import DATA, on, play

WIJZIGING = DATA / "cases" / "wijziging"
RIJ = "a" * 16
VELD = BEZWAAR.of(RIJ, "besluit")


def test_of_several_besluiten_it_is_asked_which(work: Workspace) -> None:
    dossier = play(work, WIJZIGING / "kennelijke_fout.toml")
    nu = on(work, "2026-11-30")
    record_fields(nu, dossier, BEZWAAR.of(RIJ), {"ontvangen_op": "2026-11-30"})

    def klokken() -> list[int | None]:
        alle = show_dossier(nu, dossier)["klokken"]
        return [k["besluit"] for k in alle if k["klok"] == "beslissing_bezwaar"]

    found = nu.vault.dossier(dossier)
    assert klokken() == []
    assert gevolgen_in_words(nu, found, RIJ) == ()
    assert "Kies tegen welk besluit" in oordelen_over(nu, found, BEZWAAR)[VELD]
    record_fields(nu, dossier, BEZWAAR.of(RIJ), {"besluit": "2"})
    assert klokken() == [2]
    assert VELD not in oordelen_over(nu, nu.vault.dossier(dossier), BEZWAAR)


def test_of_one_besluit_there_is_nothing_to_choose(work: Workspace) -> None:
    case = (WIJZIGING / "kennelijke_fout.toml").read_text(encoding="utf-8")
    dossier = play(work, case[: case.index("[[wijziging]]")])
    nu = on(work, "2026-06-01")
    record_fields(nu, dossier, BEZWAAR.of(RIJ), {"ontvangen_op": "2026-06-01"})
    assert gevolgen_in_words(nu, nu.vault.dossier(dossier), RIJ)
    assert not oordelen_over(nu, nu.vault.dossier(dossier), BEZWAAR)


def test_a_last_day_that_is_not_known_is_not_printed(work: Workspace) -> None:
    """Awb 6:8: the term runs from the day of bekendmaking, and that one is not known."""
    case = (WIJZIGING / "kennelijke_fout.toml").read_text(encoding="utf-8")
    case = "\n".join(zin for zin in case.splitlines() if not zin.startswith("bekendgemaakt_op"))
    dossier = play(work, case)
    blad = model_text(stuk_of(on(work, "2026-06-01"), work.vault.dossier(dossier), "bezwaarblad"))
    assert plain("De laatste dag is") not in blad


@pytest.mark.parametrize("gebrek", Bezwaargebrek)
def test_each_thing_that_cannot_be_has_its_sentence(gebrek: Bezwaargebrek) -> None:
    assert bezwaarfout_in_words(Bezwaarfout("beslist_op", gebrek, "Awb 7:10"), 2, "ontvangen op")


def test_of_two_against_one_besluit_each_has_its_own_last_day(work: Workspace) -> None:
    case = (WIJZIGING / "kennelijke_fout.toml").read_text(encoding="utf-8")
    dossier = play(work, case[: case.index("[[wijziging]]")])
    nu = on(work, "2026-06-01")
    record_fields(nu, dossier, BEZWAAR.of("a" * 16), {"ontvangen_op": "2026-05-20"})
    record_fields(nu, dossier, BEZWAAR.of("b" * 16), {"ontvangen_op": "2026-05-25", "commissie": "ja"})
    found = nu.vault.dossier(dossier)
    per_rij = [[zin for zin in gevolgen_in_words(nu, found, rij * 16) if "eslis" in zin] for rij in "ab"]
    assert [len(zinnen) for zinnen in per_rij] == [1, 1]
    assert per_rij[0] != per_rij[1]
