"""Every writing method of a vault: alone, in a transaction that holds, in one that fails."""

import ast
import dataclasses
import inspect
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from intake_assistant.domain.dossier import Leaf
from intake_assistant.domain.entry import (
    Entry,
    Header,
    Json,
    Presence,
    canonical,
    make_entry,
    value_hash,
)
from intake_assistant.errors import KnownError
from intake_assistant.storage.engine.session import DATABASE, Session
from intake_assistant.storage.engine.stand import STAND
from intake_assistant.storage.entries.beside import Beside
from intake_assistant.storage.entries.rows import TypedRow
from intake_assistant.storage.entries.vault import Vault
from tests.storage.hulp import copied, keep_line, quick

D = "d" * 32
LEZEN = "taalniveau.nl_lezen@inburgeraar"


def entry(subject: str = LEZEN, counter: int = 2, dossier: str = D, **value: Json) -> Entry:
    body, salt = canonical(value), b"s" * 16
    header = Header(
        dossier=dossier, device="e" * 32, counter=counter, vastgelegd_op="2026-11-01T12:00:00.000Z",
        author="an", gesprek="", subject=subject, replaces=(), value_hash=value_hash(salt, body),
    )  # fmt: skip
    return make_entry(header, salt, body)


FIRST = entry("inburgeraar.achternaam", 1, waarde="Tesfay")
CONCEPT = TypedRow(D, LEZEN, "", '{"waarde": 1}', 1, "2026-11-01T12:00:00")


def spoil(vault: Vault) -> None:
    vault._connection.execute("UPDATE entry_0 SET p_leaf=0")


# Method -> (what stands ready, the writing).
MUTATORS: dict[str, tuple[Callable[[Vault], object], Callable[[Vault], object]]] = {
    "append": (lambda v: None, lambda v: v.append(entry(waarde=1), ())),
    "append_erasing": (
        lambda v: None,
        lambda v: v.append_erasing(D, [entry(f"gewist[{FIRST.id}]", 2, waarde="ander")]),
    ),
    "union": (lambda v: None, lambda v: v.union([entry(waarde=1)])),
    "rebuild": (spoil, lambda v: v.rebuild()),
    "index_words": (lambda v: None, lambda v: v.index_words(D)),
    "put_overviews": (lambda v: None, lambda v: keep_line(v, D, "Tesfay", {"stand": "intake"})),
    "set_setting": (lambda v: v.set_setting("thema", "licht"), lambda v: v.set_setting("thema", "donker")),
    "keep_concepttekst": (lambda v: None, lambda v: v.keep_concepttekst(CONCEPT)),
    "drop_concepttekst": (lambda v: v.keep_concepttekst(CONCEPT), lambda v: v.drop_concepttekst(D, LEZEN)),
    "log_access": (lambda v: None, lambda v: v.log_access("geopend", D)),
    "part": (lambda v: None, lambda v: in_a_part(v)),
    "log_export": (lambda v: None, lambda v: v.log_export("pip.pdf", D, "0" * 64)),
}
READING = {
    "unseen_since",
    "overviews_naming",
    "check_pages",
    "projections",
    "stale_words",
    "indexed",
    "search_indexed",
}
TABLES = "SELECT name FROM sqlite_master WHERE type='table' AND name NOT GLOB 'p_zoek_*'"


def in_a_part(vault: Vault) -> None:
    with vault.part():
        vault.set_setting("thema", "licht")


class Failed(Exception):
    """What goes wrong in somebody else's transaction."""


def content(vault: Vault) -> dict[str, list[Any]]:
    names = [name for (name,) in vault._connection.execute(TABLES).fetchall()]
    assert {"number", "device", "setting", "concepttekst", "blobkey", "p_dossier"} <= set(names)
    found = {name: vault._connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}
    # The number of the last transaction: that of closing comes after whatever was asked for.
    # What is still to be erased in backups is done by the next opening, which remembers that it looked.
    found["setting"] = [row for row in found["setting"] if row[0] not in (STAND, "gewist.nagekeken")]
    found.pop("nog_te_wissen")
    return {**found, **vault.projections(), "indexed": vault.indexed()}


@pytest.fixture(params=MUTATORS)
def ready(request: pytest.FixtureRequest, path: Path) -> tuple[Path, Callable[[Vault], object]]:
    prepare, write = MUTATORS[request.param]
    with quick(path) as vault:
        vault.append(FIRST, ())
        prepare(vault)
    return path, write


def test_alone_it_is_there_after_reopening(ready: tuple[Path, Callable[[Vault], object]]) -> None:
    path, write = ready
    with quick(path) as vault:
        before = content(vault)
        write(vault)
        assert not vault._connection.in_transaction
        after = content(vault)
        assert after != before
    with quick(path) as vault:
        assert content(vault) == after


def test_in_a_transaction_that_holds_it_is_there(ready: tuple[Path, Callable[[Vault], object]]) -> None:
    path, write = ready
    with quick(path) as vault:
        before = content(vault)
        with vault.transaction():
            write(vault)
            assert vault._connection.in_transaction
            after = content(vault)
        assert after != before
    with quick(path) as vault:
        assert content(vault) == after


def test_in_a_transaction_that_fails_nothing_is_there(ready: tuple[Path, Callable[[Vault], object]]) -> None:
    path, write = ready
    with quick(path) as vault:
        before = content(vault)
        with pytest.raises(Failed), vault.transaction():
            write(vault)
            raise Failed
        assert content(vault) == before
        write(vault)
        after = content(vault)
        assert after != before
    with quick(path) as vault:
        assert content(vault) == after


def test_every_method_that_writes_is_in_the_table() -> None:
    classes = [ast.parse(inspect.getsource(kind)).body[0] for kind in (Session, Beside, Vault)]
    found = [node for kind in classes if isinstance(kind, ast.ClassDef) for node in kind.body]
    methods = [n for n in found if isinstance(n, ast.FunctionDef) and not n.name.startswith("_")]
    writing = {n.name for n in methods if "self.transaction()" in ast.unparse(n)}
    sql = {n.name for n in methods if any(w in ast.unparse(n) for w in ("INSERT", "UPDATE", "DELETE"))}
    assert sql <= writing
    assert writing == set(MUTATORS)
    life = {"close", "transaction", "reading", "read_only", "empty_log", "empty_log_afterwards"}
    life |= {"changes", "snapshot", "give_key", "closed_on_failure", "trying", "ways", "refuse_without_room"}
    life |= {"uncounted"}
    known = {
        "altered_overviews",
        "latest_access",
        "entries",
        "count",
        "dossiers",
        "next_counter",
        "leaves",
        "dossier",
        "verloop",
        "all_ids",
        "stale_overviews",
    }
    known |= {"overviews", "unmade", "search", "setting", "sketches", "concepttekst"}
    known |= {"log", "logs", "sent_out"}
    known |= READING | life
    assert {n.name for n in methods} - writing == known


@pytest.mark.parametrize(
    "read",
    [
        lambda v: v.entries(D),
        lambda v: v.count(D),
        lambda v: v.dossiers(),
        lambda v: v.next_counter(D),
        lambda v: v.leaves(D, LEZEN),
        lambda v: v.dossier(D),
        lambda v: v.all_ids(),
        lambda v: v.projections(),
        lambda v: v.stale_overviews(1),
        lambda v: v.overviews(),
        lambda v: v.unmade,
        lambda v: v.search("Tesfay"),
        lambda v: v.search_indexed("Tesfay"),
        lambda v: v.setting("thema"),
        lambda v: v.concepttekst(),
        lambda v: v.log("access", D),
        lambda v: v.log("export", D),
        lambda v: v.check_pages(),
        lambda v: v.stale_words(),
    ],
)
def test_reading_changes_nothing(vault: Vault, read: Callable[[Vault], object]) -> None:
    vault.append(FIRST, ())
    vault.index_words(D)
    before = content(vault)
    read(vault)
    assert not vault._connection.in_transaction
    assert content(vault) == before


def test_an_inner_failure_that_is_caught_leaves_the_outer_one_whole(vault: Vault) -> None:
    with vault.transaction():
        vault.set_setting("eerste", "ja")
        with pytest.raises(Failed), vault.transaction():
            vault.set_setting("tweede", "ja")
            raise Failed
    # One transaction is one: what an inner part wrote stands or falls with the whole.
    assert vault.setting("eerste") == "ja"


def test_a_number_that_was_rolled_back_belongs_to_nobody(vault: Vault) -> None:
    first, second = entry(counter=1, dossier="a" * 32), entry(counter=1, dossier="b" * 32)
    with pytest.raises(RuntimeError), vault.transaction():
        vault.append(first, ())
        raise RuntimeError
    vault.append(second, ())
    vault.append(first, ())
    assert [e.id for e in vault.entries("a" * 32)] == [first.id]
    assert [e.id for e in vault.entries("b" * 32)] == [second.id]


def test_the_same_entry_twice_is_refused_by_append_and_nothing_is_lost(vault: Vault) -> None:
    vault.append(FIRST, ())
    before = content(vault)
    with pytest.raises(Exception, match="UNIQUE"):
        vault.append(FIRST, ())
    assert content(vault) == before
    assert vault.union([FIRST, FIRST]) == set()
    assert content(vault) == before


def test_an_erased_dossier_does_not_come_back(vault: Vault) -> None:
    vault._connection.execute("INSERT INTO tombstone VALUES(?, '2026-11-01', '')", (D,))
    other = entry("inburgeraar.achternaam", 1, "f" * 32, waarde="Haile")
    assert vault.union([FIRST, other]) == {"f" * 32}
    assert vault.dossiers() == ["f" * 32]
    assert f"tombstone {D}" in vault.all_ids()


def test_nothing_is_recorded_in_an_erased_dossier(vault: Vault) -> None:
    vault._connection.execute("INSERT INTO tombstone VALUES(?, '2026-11-01', '')", (D,))
    with pytest.raises(KnownError) as refused:
        vault.append(FIRST, ())
    assert refused.value.code == "dossier.erased"
    assert vault.dossiers() == []


def test_an_altered_entry_is_not_taken_over(vault: Vault) -> None:
    with pytest.raises(KnownError) as refused:
        vault.union([FIRST, replace(FIRST, body=b'{"waarde":"anders"}')])
    assert refused.value.code == "entry.unsound"
    assert vault.dossiers() == []


def test_a_dossier_that_is_not_there_is_said_so(vault: Vault) -> None:
    with pytest.raises(KnownError) as refused:
        vault.dossier("0" * 32)
    assert (refused.value.code, refused.value.facts["dossier"]) == ("dossier.not_found", "0" * 32)


def test_an_erasing_entry_that_comes_first_still_erases(vault: Vault) -> None:
    value = entry(waarde="kwikstaart")
    eraser = entry(f"gewist[{value.id}]", 3, waarde="ging over een ander")
    vault.union([eraser])
    vault.union([value])
    (kept,) = [e for e in vault.entries(D) if e.id == value.id]
    assert (kept.presence, kept.body, kept.salt) == (Presence.ERASED, b"", b"")
    assert vault.search("kwikstaart") == []


def test_an_erasing_entry_of_another_dossier_erases_nothing(vault: Vault) -> None:
    value = entry(waarde="kwikstaart")
    vault.union([value, entry(f"gewist[{value.id}]", 3, "f" * 32, waarde="x")])
    assert [e.presence for e in vault.entries(D)] == [Presence.PRESENT]


def test_what_was_withheld_stays_withheld_when_it_comes_again(vault: Vault) -> None:
    held = dataclasses.replace(entry(waarde=1), presence=Presence.WITHHELD, salt=b"", body=b"")
    assert vault.union([held]) == {D}
    assert vault.union([held]) == set()
    assert vault.entries(D) == [held]


@pytest.mark.parametrize(
    "woorden",
    ["", " ", "\"", "'", "*", "a*b", "(", "NEAR(a b)", "a AND", "-", "a-b", ":", "^", "\0", "a\0b", "\ud800",
     "\x01", "\N{GRINNING FACE}", "\u0633\u0644\u0627\u0645", "a" * 10_000, "tekst:a", "%", "!!!"],
)  # fmt: skip
def test_searching_for_anything_at_all_breaks_nothing(vault: Vault, woorden: str) -> None:
    vault.append(FIRST, ())
    assert isinstance(vault.search(woorden), list)


@pytest.mark.parametrize("woorden", ["tesf", "TESFAY", "tesfay wil", "t\u00e9sfay"])
def test_search_finds_beginnings_without_accents_or_capitals(vault: Vault, woorden: str) -> None:
    vault.append(entry("notitie[x]", 1, waarde="Mevrouw Tesfay wil werken"), ())
    assert [(d, s) for d, s, _ in vault.search(woorden)] == [(D, "notitie[x]")]


def test_after_damage_the_reason_stays_the_damage(tmp_path: Path) -> None:
    """The engine refuses to write then as if it might not; *ask for the right to* would help nobody."""
    path = copied(tmp_path)
    with quick(path) as vault:
        for counter in range(1, 200):
            vault.append(entry(f"notitie[{counter}]", counter, waarde="x" * 100), ())
    whole = bytearray((path / DATABASE).read_bytes())
    for page in range(len(whole) // 4096 - 8, len(whole) // 4096):
        whole[page * 4096 + 100] ^= 1
    (path / DATABASE).write_bytes(whole)
    with quick(path) as vault:
        with pytest.raises(KnownError) as error:
            vault.dossier(D)
        assert error.value.code == "vault.damaged"
        with pytest.raises(KnownError) as error:
            vault.append(entry("notitie[200]", 200, waarde="y"), ())
        assert error.value.code == "vault.damaged"


def test_the_index_follows_each_change_and_is_what_it_would_be_made_anew(vault: Vault) -> None:
    """Of an answer that was changed no word stays, also where several laptops gave out one counter."""
    leaves: tuple[Leaf, ...] = ()
    for counter, waarde in enumerate(("Zij naait", "Zij kookt graag", "Zij kookt", ""), start=1):
        said = entry(LEZEN, counter, waarde=waarde)
        header = replace(said.header, replaces=tuple(leaf.id for leaf in leaves))
        vault.append(make_entry(header, said.salt, said.body), leaves)
        leaves = vault.leaves(D, LEZEN)
        assert [hit.tekst for hit in vault.search("zij")] == ([waarde] if waarde else [])
    vault.union([entry("notitie[x]", 4, waarde="een paard"), entry("notitie[y]", 4, waarde="een koe")])
    assert {hit.subject for hit in vault.search("een")} == {"notitie[x]", "notitie[y]"}
    assert vault.search("zij naait") == vault.search("graag") == []
    kept = vault.indexed()
    assert {word for word, _, _ in kept} == {"een", "paard", "koe"}
    vault.rebuild()
    assert vault.indexed() == []
    vault.index_words(D)
    assert vault.indexed() == kept


def test_words_are_found_in_one_dossier_or_in_all(vault: Vault) -> None:
    other = "f" * 32
    vault.append(entry("notitie[x]", 1, waarde="\u00d6zt\u00fcrk fietst"), ())
    vault.append(entry("notitie[x]", 1, other, waarde="ozturk loopt"), ())
    assert {hit.dossier for hit in vault.search("ozturk")} == {D, other}
    assert [hit.tekst for hit in vault.search("OZTURK", dossier=other)] == ["ozturk loopt"]
    assert vault.search("fietst", dossier=other) == vault.search("ozturk", dossier="0" * 32) == []


@pytest.mark.parametrize("others", [10, 600])
def test_the_best_comes_first_of_few_and_of_many(vault: Vault, others: int) -> None:
    long = [entry(f"notitie[{n}]", n, waarde=f"krant nummer {n} van die dag") for n in range(1, others + 1)]
    vault.union([*long, entry("notitie[kort]", 1, "f" * 32, waarde="krant")])
    found = vault.search("krant", most=5)
    assert [hit.dossier for hit in found] == ["f" * 32, D, D, D, D]
