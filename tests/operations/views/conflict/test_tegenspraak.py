"""The conflicts of a dossier in words, and the ways in which each can be settled."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.record import record_waarde, remove_row
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.views.conflict.tegenspraak import tegenspraken_of
from intake_assistant.operations.workspace import Workspace
from tests.ui.gevuld import disagree, filled_vault, opened_vault


@pytest.fixture
def gevuld(tmp_path: Path) -> Iterator[tuple[Workspace, str]]:
    with filled_vault(tmp_path) as made:
        yield made


def test_conflicts_in_words(gevuld: tuple[Workspace, str], tmp_path: Path) -> None:
    work, dossier = gevuld
    disagree(work, dossier, tmp_path)
    wens, jaren = tegenspraken_of(work, work.vault.dossier(dossier))
    assert {kant.waarde for kant in jaren.kanten} == {"9", "11"}
    assert {kant.wie for kant in jaren.kanten} == {"A. Yılmaz", "M. de Boer"}
    assert (wens.samen, jaren.samen) == (True, False)


def test_a_source_that_says_something_already_is_not_offered(
    gevuld: tuple[Workspace, str], tmp_path: Path
) -> None:
    work, dossier = gevuld
    record_antwoord(work, dossier, "opleiding.jaren_onderwijs", 10, bron="diploma")
    disagree(work, dossier, tmp_path)
    _, jaren = tegenspraken_of(work, work.vault.dossier(dossier))
    assert jaren.bronnen == ("duo", "toets", "school", "coa", "regievoerder")


def test_a_laptop_is_called_after_the_colleague_whose_card_is_known(
    gevuld: tuple[Workspace, str], tmp_path: Path
) -> None:
    work, dossier = gevuld
    with opened_vault(tmp_path, "A. Yılmaz", seed=2) as other:
        other.vault.union(work.vault.entries(dossier))
        record_waarde(other, dossier, "inburgeraar.achternaam", "Haddad")
        record_waarde(work, dossier, "inburgeraar.achternaam", "El Mansouri")
        work.vault.union(other.vault.entries(dossier))
        (before,) = tegenspraken_of(work, work.vault.dossier(dossier))
        assert {k.apparaat for k in before.kanten} == {
            "deze laptop",
            f"de laptop met kenmerk {other.vault.device.id[:8]}",
        }
        card = cards.own_card(other)
        cards.add_card(work, card, card.fingerprint)
        (after,) = tegenspraken_of(work, work.vault.dossier(dossier))
        assert {k.apparaat for k in after.kanten} == {"deze laptop", "de laptop van A. Yılmaz"}


def test_a_removed_row_is_called_by_its_name_and_its_change_by_its_field(
    gevuld: tuple[Workspace, str], tmp_path: Path
) -> None:
    work, dossier = gevuld
    (doel,) = work.vault.dossier(dossier).row_ids("doel")
    (baan,) = work.vault.dossier(dossier).row_ids("werkervaring.banen")
    with opened_vault(tmp_path, "A. Yılmaz", seed=2) as other:
        other.vault.union(work.vault.entries(dossier))
        record_waarde(other, dossier, f"doel[{doel}].termijn", "kort")
        record_antwoord(other, dossier, f"werkervaring.banen[{baan}].jaren", 7)
        remove_row(work, dossier, f"doel[{doel}]")
        remove_row(work, dossier, f"werkervaring.banen[{baan}]")
        work.vault.union(other.vault.entries(dossier))
    weg, werk = tegenspraken_of(work, work.vault.dossier(dossier))
    assert (weg.wat, werk.wat) == ("Doel: werken in de zorg", "Werk tot nu toe: verpleegkundige")
    assert [kant.waarde for kant in weg.kanten] == ["verwijderd", "Gewijzigd. Doel: termijn: kort"]
    assert (weg.vraag, weg.typen, weg.bronnen, weg.samen) == (None, "", (), False)
