"""What the besluit after a move says of the ten weeks that the new gemeente had (Besl 5.3(3))."""

import pytest

from intake_assistant.operations.papers.documenten import stuk_of
from intake_assistant.operations.workspace import Workspace
from tests.documents.lezen import model_text, plain
from tests.operations.casussen import DATA, changed, play

VERHUIZING = (DATA / "cases" / "wijziging" / "verhuizing.toml").read_text(encoding="utf-8")
# Registered on 8 February: the ten weeks end on 19 April.
OP_TIJD, TE_LAAT = "2027-03-29", "2027-06-01"


@pytest.mark.parametrize(("dag", "is_te_laat"), [(OP_TIJD, False), (TE_LAAT, True)])
def test_a_late_one_says_so(work: Workspace, dag: str, is_te_laat: bool) -> None:
    dossier = play(
        work, changed(VERHUIZING, (f"datum = {OP_TIJD}", f"datum = {dag}"), ("2027-03-30", "2027-06-02"))
    )
    besluit = model_text(stuk_of(work, work.vault.dossier(dossier), "beschikking"))
    assert (plain("Dit besluit is dus te laat.") in besluit) == is_te_laat
    assert (plain("laatste dag was 19 april 2027") in besluit) == is_te_laat
