"""One altered byte in any page: what is shown is true, or the vault is called damaged; never another end."""

from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from intake_assistant.domain.entry import clean_text
from intake_assistant.errors import KnownError
from intake_assistant.operations.vault.kluiscontrole import check_open
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.views.show import show_dossier, show_list
from intake_assistant.operations.views.wissen.bewaartermijn import list_due
from intake_assistant.operations.workspace import Data, Workspace
from intake_assistant.storage.engine.session import DATABASE
from tests.operations.casussen import COMPLEET, play
from tests.storage.bladen import PAGE
from tests.storage.hulp import CLOCK, copied, quick, seeded


def workspace(path: Path, data: Data) -> Workspace:
    return Workspace(quick(path), data, CLOCK, seeded(1))


def looked_at(work: Workspace, dossier: str) -> list[object]:
    return [
        show_list(work),
        list_due(work, CLOCK.today()).as_json(CLOCK.today()),
        show_dossier(work, dossier),
    ]


def test_no_altered_page_is_believed_or_ends_in_something_else(tmp_path: Path, data: Data) -> None:
    path = copied(tmp_path)
    work = workspace(path, data)
    dossier = play(work, COMPLEET)
    list_dossiers(work)
    whole = looked_at(work, dossier)
    work.vault.close()
    sound = (path / DATABASE).read_bytes()
    ends: Counter[str] = Counter()
    for page in range(1, len(sound) // PAGE):
        bent = bytearray(sound)
        bent[page * PAGE + 777] ^= 4
        for left in path.glob(f"{DATABASE}*"):
            left.unlink()
        (path / DATABASE).write_bytes(bent)
        ends[end_of(path, data, dossier, whole)] += 1
    assert ends.keys() == {"open", "vault.damaged"}, ends


def end_of(path: Path, data: Data, dossier: str, whole: list[object]) -> str:
    try:
        with closing(workspace(path, data).vault) as vault:
            assert looked_at(Workspace(vault, data, CLOCK, seeded(1)), dossier) == whole
    except KnownError as error:
        return error.code
    return "open"


def test_a_text_of_zeros_or_of_bytes_is_damage(work: Workspace) -> None:
    for stored in (b"a\0b", b"\xff"):
        sql = "INSERT OR REPLACE INTO setting VALUES('proef', CAST(? AS TEXT))"
        work.vault._connection.execute(sql, (stored,))
        with pytest.raises(KnownError) as refused:
            work.vault.setting("proef")
        assert refused.value.code == "vault.damaged"
    # Nothing that is recorded can be such a text.
    assert "\0" not in clean_text("a\0b\udcff")


@pytest.mark.parametrize("stored", [b"a\0b", b"\xff"])
def test_so_is_that_of_an_entry_read_with_the_rest(work: Workspace, dossier: str, stored: bytes) -> None:
    sql = "UPDATE entry_0 SET subject=CAST(? AS TEXT) WHERE counter=2"
    work.vault._connection.execute(sql, (stored,))
    for read in (work.vault.entries, lambda _: check_open(work), lambda _: work.vault.rebuild()):
        with pytest.raises(KnownError) as refused:
            read(dossier)
        assert (refused.value.code, refused.value.facts["oorzaak"]) == ("vault.damaged", "tekst")
