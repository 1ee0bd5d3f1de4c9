"""A vault of each form that there ever was opens for ever, whole, and says what it said (tests/gouden.py)."""

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from intake_assistant.operations.exchange.merge import Verandering, merge_files
from intake_assistant.operations.vault import kluis
from intake_assistant.operations.vault.kluiscontrole import check_open
from intake_assistant.operations.views.overzicht import refresh_overviews
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.backup import backup
from intake_assistant.storage.engine import database, schema
from tests.gouden import BESTAND, KLUIS, KLUIZEN, VERWACHT, facts, make, opened
from tests.storage.hulp import copied, quick

FORMS = sorted(folder.name for folder in KLUIZEN.iterdir())
NEWEST = f"vorm-{schema.VERSION}"
# Tables of a few dossiers each, made with the first of these.
OF_A_FEW = ("entry_", "p_zoek", "p_overzicht", "sqlite_")


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def gouden(form: str, tmp_path: Path) -> Iterator[Workspace]:
    """A copy: the vault itself is never opened."""
    shutil.copytree(KLUIZEN / form / KLUIS, tmp_path / KLUIS)
    work = opened(tmp_path / KLUIS)
    with work.vault:
        yield work


def test_there_is_one_of_the_form_of_today() -> None:
    assert NEWEST in FORMS


def test_it_says_what_it_said(form: str, gouden: Workspace) -> None:
    assert holds(facts(gouden), said_by(KLUIZEN / form))


def test_nothing_is_wrong_with_it(gouden: Workspace) -> None:
    assert check_open(gouden) == []


def test_made_anew_what_is_derived_is_the_same(gouden: Workspace) -> None:
    refresh_overviews(gouden)
    before = gouden.vault.projections()
    gouden.vault.rebuild()
    refresh_overviews(gouden)
    assert gouden.vault.projections() == before


def test_the_file_that_was_merged_into_it_is_read_still(form: str, gouden: Workspace) -> None:
    before = kluis.digest(gouden)
    done = merge_files(gouden, [KLUIZEN / form / BESTAND])
    assert [one.fout for one in done.bestanden] == [None]
    assert [one.verandering for one in done.dossiers] == [Verandering.GELIJK]
    assert kluis.digest(gouden) == before


def test_its_backup_is_one(gouden: Workspace) -> None:
    (kept,) = backup.list_backups(gouden.vault.path / backup.BACKUPS)
    backup.verify(kept.path, gouden.vault.key)


def test_it_holds_one_of_everything(form: str) -> None:
    said = said_by(KLUIZEN / form)
    presences = {e[4] for dossier in said["dossiers"].values() for e in dossier["entries"]}
    assert presences == {"aanwezig", "achtergehouden", "gewist"}
    assert any(dossier["show"]["conflicten"] for dossier in said["dossiers"].values())
    assert all(said[naam] for naam in ("gewist", "documenten", "bekend", "verzonden", "getypt", "gevonden"))


def test_a_new_vault_has_the_tables_of_its_golden_one(tmp_path: Path) -> None:
    """Who alters a table makes another form, with a golden vault of its own."""
    with quick(copied(tmp_path)) as vault, vault.reading() as connection:
        new = tables(connection)
    shutil.copytree(KLUIZEN / NEWEST / KLUIS, tmp_path / KLUIS)
    with opened(tmp_path / KLUIS).vault as golden:
        kept = next(p for p in (golden.path / backup.BACKUPS).iterdir() if p.suffix == ".db")
        # As it was written: opening might have altered the vault itself.
        with closing(database.connect_read_only(kept, golden.key)) as connection:
            assert tables(connection) == new


def test_one_is_made_as_this_one_was(tmp_path: Path) -> None:
    make(tmp_path)
    wanted, found = said_by(KLUIZEN / NEWEST), said_by(tmp_path)
    assert found.keys() == wanted.keys()
    assert len(found["dossiers"]) == len(wanted["dossiers"])


def said_by(folder: Path) -> Any:
    return json.loads((folder / VERWACHT).read_text(encoding="utf-8"))


def tables(connection: Any) -> set[tuple[str, str]]:
    found = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {(naam, sql) for naam, sql in found if not naam.startswith(OF_A_FEW)}


def holds(found: Any, wanted: Any) -> bool:
    """Whether what was read says all that it should; it may say more."""
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(
            naam in found and holds(found[naam], waarde) for naam, waarde in wanted.items()
        )
    if isinstance(wanted, list):
        return isinstance(found, list) and len(found) == len(wanted) and all(map(holds, found, wanted))
    return bool(found == wanted)
