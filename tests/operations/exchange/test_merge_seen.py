"""What was looked at is what is joined: a file that is another by then is refused, and changes nothing."""

import shutil
from collections.abc import Callable
from pathlib import Path

from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.export import Zending, export
from intake_assistant.operations.exchange.merge import merge_files
from intake_assistant.operations.vault.kluis import digest
from intake_assistant.operations.workspace import Workspace


def test_a_file_that_was_looked_at_says_whose_dossiers_it_brings(
    tmp_path: Path, laptop: Callable[[str], Workspace]
) -> None:
    an, tea = met(laptop)
    pad, dossier = sent(an, tea, tmp_path / "een.intake.age", "Tesfay")
    before = digest(tea)
    done = merge_files(tea, [pad], dry_run=True)
    assert [(one.dossier, one.naam) for one in done.dossiers] == [(dossier, "Tesfay, Selam")]
    assert done.bestanden[0].dossiers == (dossier,)
    assert digest(tea) == before
    again = merge_files(tea, [pad], seen={pad: done.bestanden[0].kenmerk})
    assert again.bestanden[0].fout is None
    assert tea.vault.dossiers() == [dossier]


def test_a_file_that_became_another_is_refused(tmp_path: Path, laptop: Callable[[str], Workspace]) -> None:
    an, tea = met(laptop)
    pad, _ = sent(an, tea, tmp_path / "een.intake.age", "Tesfay")
    seen = {pad: merge_files(tea, [pad], dry_run=True).bestanden[0].kenmerk}
    other, _ = sent(an, tea, tmp_path / "twee.intake.age", "Hailu")
    shutil.copy(other, pad)
    before = digest(tea)
    (read,) = merge_files(tea, [pad], seen=seen).bestanden
    assert read.fout is not None
    assert read.fout.code == "exchange.other_file"
    assert digest(tea) == before


def met(laptop: Callable[[str], Workspace]) -> tuple[Workspace, Workspace]:
    an, tea = laptop("an"), laptop("tea")
    for one, other in ((an, tea), (tea, an)):
        card = cards.own_card(other)
        cards.add_card(one, card, card.fingerprint)
    return an, tea


def sent(an: Workspace, tea: Workspace, path: Path, achternaam: str) -> tuple[Path, str]:
    dossier = create_dossier(an, {"voornamen": "Selam", "achternaam": achternaam}).made
    zending = Zending(Bestandssoort.TEAM, (cards.own_card(tea),), (dossier,))
    return export(an, zending, path).pad, dossier
