"""The page on what somebody can do who does not agree says what the besluit says."""

import pytest

from intake_assistant.operations.papers.documenten import stuk_of
from intake_assistant.operations.workspace import Workspace
from tests.documents.lezen import model_text, plain
from tests.operations.casussen import DATA, on, play

WIJZIGING = DATA / "cases" / "wijziging"


@pytest.mark.parametrize("dag", ["2026-07-29", "2026-12-31"])
def test_what_was_set_on_a_bezwaar_goes_to_court(work: Workspace, dag: str) -> None:
    dossier = play(work, WIJZIGING / "herziening.toml")
    blad = model_text(stuk_of(on(work, dag), work.vault.dossier(dossier), "bezwaarblad"))
    assert plain("U kunt in beroep gaan") in blad
    assert plain("U kunt bezwaar maken") not in blad


def test_another_besluit_is_brought_before_the_gemeente(work: Workspace) -> None:
    dossier = play(work, WIJZIGING / "kennelijke_fout.toml")
    blad = model_text(stuk_of(on(work, "2026-12-31"), work.vault.dossier(dossier), "bezwaarblad"))
    assert plain("U kunt bezwaar maken") in blad
    assert plain("U kunt in beroep gaan") not in blad


@pytest.mark.parametrize(("dag", "zin"), [("2026-07-29", "De laatste dag is"), ("2026-12-31", "was")])
def test_the_last_day_stands_on_it(work: Workspace, dag: str, zin: str) -> None:
    """Awb 6:11: who is late through no fault of theirs is to say so."""
    dossier = play(work, WIJZIGING / "herziening.toml")
    blad = model_text(stuk_of(on(work, dag), work.vault.dossier(dossier), "bezwaarblad"))
    assert plain(zin) in blad
    assert (plain("Kon u er niets aan doen dat u te laat bent?") in blad) == (zin == "was")
    # What belongs in the letter stands right below the sentence that asks for it.
    assert blad.index(plain("Zet erin:")) + len(plain("Zet erin:")) == blad.index(plain("uw naam en adres"))
