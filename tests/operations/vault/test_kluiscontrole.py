"""Looking at a whole vault: each kind of damage has its code and its advice, and nothing is changed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.vault.kluiscontrole import Kluisbevinding, check_open, check_path
from intake_assistant.operations.views.overzicht import refresh_overviews
from intake_assistant.operations.workspace import Data, Workspace
from intake_assistant.policy import NO_POLICY
from intake_assistant.storage.backup.backup import make_backup
from intake_assistant.storage.engine.pages import SIZE
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.keys import slots
from intake_assistant.texts import keys
from tests.operations.rijk import play
from tests.storage.hulp import AROUND, CLOCK, PASSPHRASE, copied, quick, seeded


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory, data: Data) -> Path:
    """A vault with a set PIP and a backup."""
    path = copied(tmp_path_factory.mktemp("rijk"))
    with quick(path) as vault:
        play(Workspace(vault, data, CLOCK, seeded(1)))
        make_backup(vault, "dag")
    return path


@pytest.fixture
def path(rich: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(rich, tmp_path / rich.name))


def codes(path: Path) -> set[str]:
    before = {f: f.read_bytes() for f in path.rglob("*") if f.is_file() and f.name != "lock"}
    found = check_path(path, PASSPHRASE, AROUND, NO_POLICY)
    assert {f: f.read_bytes() for f in path.rglob("*") if f.is_file() and f.name != "lock"} == before
    assert all(b.uitleg and b.advies and "{" not in b.uitleg for b in found)
    return {bevinding.code for bevinding in found}


def bend(file: Path, at: int) -> None:
    content = bytearray(file.read_bytes())
    content[at] ^= 0x10
    file.write_bytes(content)


def cut(file: Path, size: int) -> None:
    file.write_bytes(file.read_bytes()[:size])


def first(folder: Path) -> Path:
    return min(folder.iterdir())


DAMAGE: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "nothing": (lambda p: None, set()),
    "a page": (lambda p: bend(p / DATABASE, 20 * SIZE + 9), {"pagina"}),
    "the first page": (lambda p: bend(p / DATABASE, 40), {"pagina"}),
    "the salt": (lambda p: bend(p / DATABASE, 3), {"pagina"}),
    "cut at a page": (lambda p: cut(p / DATABASE, 30 * SIZE), {"database_deel"}),
    "empty": (lambda p: (p / DATABASE).write_bytes(b""), {"database"}),
    "no database": (lambda p: (p / DATABASE).unlink(), {"database", "bestand_weg"}),
    "no slots": (lambda p: (p / slots.SLOTS_FILE).unlink(), {"slots", "bestand_weg"}),
    "half slots": (lambda p: (p / slots.SLOTS_FILE).write_bytes(b"{"), {"slots"}),
    "a blob": (lambda p: bend(first(p / "blobs"), 90), {"blob"}),
    "no blob": (lambda p: first(p / "blobs").unlink(), {"blob"}),
    "a backup": (lambda p: bend(first(p / "backups"), 5 * SIZE), {"backup_beschadigd"}),
    "half a backup": (lambda p: first(p / "backups").write_bytes(b""), {"backup_beschadigd"}),
    "a journal": (lambda p: (p / "vault.db-journal").write_bytes(b"x" * 99), {"dagboek"}),
    "a stranger": (lambda p: (p / "brief.docx").write_bytes(b"x"), {"bestand_vreemd"}),
    "a copy": (lambda p: shutil.copy(p / DATABASE, p / "vault (2).db"), {"kopie"}),
}  # fmt: skip


@pytest.mark.parametrize(("act", "expected"), DAMAGE.values(), ids=DAMAGE)
def test_each_damage_has_its_code_and_nothing_is_changed(
    path: Path, act: Callable[[Path], object], expected: set[str]
) -> None:
    act(path)
    assert codes(path) == expected


def test_a_backup_and_slots_of_another_vault_are_told_apart(path: Path, tmp_path: Path) -> None:
    other = copied(tmp_path, "bo")
    shutil.copy(other / DATABASE, path / "backups" / "20261103T120000000000Z-dag.db")
    assert codes(path) == {"backup_vreemd"}
    first(path / "backups").unlink()
    shutil.copy(other / slots.SLOTS_FILE, path / slots.SLOTS_FILE)
    assert codes(path) == {"sleutel"}


def test_what_is_no_vault_and_a_wrong_passphrase_are_refused(path: Path, tmp_path: Path) -> None:
    for folder, passphrase, code in (
        (tmp_path, PASSPHRASE, "vault.not_a_vault"),
        (tmp_path / "niets", PASSPHRASE, "vault.not_a_vault"),
        (path, "een heel andere zin", "vault.wrong_passphrase"),
    ):
        with pytest.raises(KnownError) as refused:
            check_path(folder, passphrase, AROUND, NO_POLICY)
        assert refused.value.code == code
    with quick(path), pytest.raises(KnownError) as refused:
        check_path(path, PASSPHRASE, AROUND, NO_POLICY)
    assert refused.value.code == "vault.in_use"


OTHERS = """counter, id, p_leaf, p_gewist, op, device, author, gesprek, subject, replaces, value_hash, salt,
  body"""


def tell(found: list[Kluisbevinding]) -> set[tuple[str, str]]:
    return {(b.code, b.ernst) for b in found}


def test_inside_an_open_vault_every_rule_is_held(path: Path, data: Data) -> None:
    with quick(path) as vault:
        work = Workspace(vault, data, CLOCK, seeded(2))
        (dossier,) = vault.dossiers()
        assert check_open(work) == []
        run = vault._connection.execute
        (besluit,) = [
            s for s in vault.dossier(dossier).subjects if s.startswith("besluit[") and s.endswith("]")
        ]
        record_waarde(work, dossier, besluit, {"nummer": 1})
        assert tell(check_open(work)) == {("besluit", "fout")}
        run("INSERT INTO tombstone VALUES(?, '2026-11-02', '')", (dossier,))
        assert ("gewist", "fout") in tell(check_open(work))
        run(f"INSERT INTO entry_0 SELECT 7, {OTHERS} FROM entry_0 LIMIT 1")
        assert ("verwijzing", "fout") in tell(check_open(work))
        run("UPDATE entry_0 SET p_leaf=0")
        assert ("projectie", "fout") in tell(check_open(work))


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM p_blob WHERE sha256=(SELECT min(sha256) FROM p_blob)",
        "UPDATE p_blob SET sha256=upper(sha256)",
    ],
)
def test_what_is_kept_of_named_documents_is_held_against_the_values(path: Path, data: Data, sql: str) -> None:
    with quick(path) as vault:
        work = Workspace(vault, data, CLOCK, seeded(2))
        vault._connection.execute(sql)
        found = [(b.code, b.waar) for b in check_open(work) if b.code == "projectie"]
        assert found == [("projectie", "p_blob")]
        vault.rebuild()
        assert not [b for b in check_open(work) if b.waar == "p_blob"]


def test_an_overview_that_says_something_else_is_found(path: Path, data: Data) -> None:
    with quick(path) as vault:
        work = Workspace(vault, data, CLOCK, seeded(2))
        refresh_overviews(work)
        assert check_open(work) == []
        vault._connection.execute("UPDATE p_overzicht_0 SET naam='Iemand anders'")
        assert {b.waar for b in check_open(work)} == {"p_overzicht"}
        vault._connection.execute("DELETE FROM p_overzicht_0")
        assert {b.waar for b in check_open(work)} == {"p_overzicht"}
        vault._connection.execute("UPDATE p_dossier SET vers=0")
        assert check_open(work) == []


def test_an_overview_made_of_other_entries_is_found(path: Path, data: Data) -> None:
    with quick(path) as vault:
        work = Workspace(vault, data, CLOCK, seeded(2))
        refresh_overviews(work)
        dossier = vault.dossiers()[0]
        versie = vault._connection.execute("SELECT max(vers) FROM p_dossier").fetchone()[0]
        record_waarde(work, dossier, "inburgeraar.roepnaam", "Anders")
        vault._connection.execute("UPDATE p_dossier SET vers=?", (versie,))
        assert [(b.waar, b.dossier) for b in check_open(work)] == [("p_overzicht", dossier)]


FACTS = {"database": {"oorzaak": "x"}, "kopie": {"van": "x"}}
FACTS |= {"sloten_vreemd": {"soort": "x"}}
FACTS |= {"log_weg": {"hoeveel": "x", "kopie": "x"}}
FACTS |= {"netwerk": {"door": "x"}, "synchronisatie": {"door": "x"}}


def test_every_word_is_of_a_finding_and_says_what_to_do() -> None:
    begin = "kluis.kluiscontrole."
    keys_of = [key.removeprefix(begin) for key in keys("nl", "kluis") if key.startswith(begin)]
    known = {key.removesuffix("_advies") for key in keys_of}
    for code in known - {"regel", "advies", "ernst_fout", "ernst_let_op", ""}:
        bevinding = Kluisbevinding(code, "w", "d", dict(FACTS.get(code, {})))
        assert bevinding.uitleg
        assert bevinding.advies
        assert bevinding.ernst in ("fout", "let_op")
