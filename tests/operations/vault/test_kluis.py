"""Looking after a vault: what is derived can be made again, and every damage shows."""

import dataclasses
import datetime
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from intake_assistant.domain.entry import Entry, Header, Presence, canonical, make_entry, value_hash
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.antwoord import (
    add_rij,
    mark_geldt,
    record_antwoord,
    record_notitie,
    remove_rij,
)
from intake_assistant.operations.acts.concepttekst import keep_concepttekst, leave_field, settle_concepten
from intake_assistant.operations.acts.gesprek import (
    add_aanwezige,
    record_verteld,
    rond_af,
    start_gesprek,
)
from intake_assistant.operations.acts.record import erase_values, record_waarde, remove_row, restore_row, undo
from intake_assistant.operations.acts.weging import add_argument
from intake_assistant.operations.vault.kluis import (
    create,
    digest,
    open_with_recovery,
    open_workspace,
    write_recovery_sheet,
)
from intake_assistant.operations.vault.kluiscontrole import check_open as check
from intake_assistant.operations.views.overzicht import list_dossiers, refresh_overviews
from intake_assistant.operations.views.show import show_dossier, show_list
from intake_assistant.operations.workspace import Data, Workspace
from tests.operations.rijk import play
from tests.storage.hulp import CHEAP, CLOCK, PASSPHRASE, copied, quick, seeded

LEZEN = "taalniveau.nl_lezen"
BANEN = "werkervaring.banen"
Act = Callable[[Workspace, str], object]


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory, data: Data) -> Iterator[tuple[Workspace, str]]:
    with quick(copied(tmp_path_factory.mktemp("rijk"))) as vault:
        work = Workspace(vault, data, CLOCK, seeded(7))
        yield work, play(work)


def _concept(work: Workspace, dossier: str) -> None:
    keep_concepttekst(work, dossier, "motivatie.trots@inburgeraar", {"staat": "beantwoord", "waarde": "x"})
    settle_concepten(work)


def _row_removed_and_back(work: Workspace, dossier: str) -> None:
    rij = add_rij(work, dossier, BANEN, {"beroep": "kok"}).made
    remove_rij(work, dossier, BANEN, rij)
    restore_row(work, dossier, f"{BANEN}[{rij}]")


def _erase(work: Workspace, dossier: str) -> None:
    made = record_antwoord(work, dossier, "motivatie.trots", "kwikstaart kwikstaart").entry
    assert made is not None
    erase_values(work, dossier, [made.id], "ging over een ander")


def _gesprek(work: Workspace, dossier: str) -> None:
    gesprek = start_gesprek(work, dossier, {"vorm": "kantoor"}, [{"rol": "tolk", "naam": "T. Abraha"}]).made
    rij = add_aanwezige(work, dossier, gesprek, {"rol": "coa", "naam": "J. Postma"}).made
    remove_row(work, dossier, f"gesprek[{gesprek}].aanwezig[{rij}]")
    record_verteld(work, dossier, gesprek, "privacy", "deels")
    rond_af(work, dossier, gesprek, {"samenvatting": "Het ging goed.", "minuten": 45})


def _argument(work: Workspace, dossier: str) -> None:
    rij = add_argument(work, dossier, "B", "voor", "leert snel", vraag=LEZEN, in_besluit=True).made
    remove_row(work, dossier, f"weging[B].voor[{rij}]")


KINDS: dict[str, Act] = {
    "answer": lambda w, d: record_antwoord(w, d, LEZEN, 3),
    "refusal": lambda w, d: record_antwoord(w, d, LEZEN, staat="wil_niet_zeggen", extra={"reden": "later"}),
    "other source": lambda w, d: record_antwoord(w, d, LEZEN, 1, bron="toets"),
    "impossible answer": lambda w, d: record_antwoord(w, d, LEZEN, "zeven"),
    "question there is not": lambda w, d: record_waarde(w, d, "vroeger.vraag@school", ["a", "b"]),
    "geldt": lambda w, d: mark_geldt(w, d, LEZEN, "inburgeraar"),
    "cleared": lambda w, d: leave_field(w, d, f"{LEZEN}@inburgeraar", {"waarde": ""}),
    "row": lambda w, d: add_rij(w, d, BANEN, {"beroep": "bakker"}),
    "row removed and back": _row_removed_and_back,
    "note": lambda w, d: record_notitie(w, d, LEZEN, "Bril kwijt."),
    "note emptied": lambda w, d: record_notitie(w, d, LEZEN, ""),
    "conversation": _gesprek,
    "consent": lambda w, d: record_waarde(w, d, "toestemming[aa]", {"partij": "school", "gegeven": "ja"}),
    "withdrawal": lambda w, d: record_waarde(w, d, "toestemming[aa].intrekking", {"gevolg": "x"}),
    "argument": _argument,
    "concepttekst": _concept,
    "undo": lambda w, d: undo(w, d, f"{LEZEN}@inburgeraar"),
    "erase": _erase,
    "long and odd": lambda w, d: record_antwoord(w, d, "motivatie.trots", "\x01\U0001f600\u0633 " * 2500),
}  # fmt: skip


@pytest.mark.parametrize("act", KINDS.values(), ids=KINDS.keys())
def test_after_every_kind_of_entry_a_rebuild_changes_nothing(rich: tuple[Workspace, str], act: Act) -> None:
    work, dossier = rich
    act(work, dossier)
    refresh_overviews(work)
    before, shown = work.vault.projections(), (show_dossier(work, dossier), show_list(work), digest(work))
    work.vault.rebuild()
    refresh_overviews(work)
    after = work.vault.projections()
    for naam, rows in before.items():
        assert after[naam] == rows, naam
    assert (show_dossier(work, dossier), show_list(work), digest(work)) == shown


def test_a_rich_vault_has_nothing_wrong(rich: tuple[Workspace, str]) -> None:
    assert check(rich[0]) == []


def test_a_check_on_a_later_day_finds_nothing_either(rich: tuple[Workspace, str]) -> None:
    refresh_overviews(rich[0])
    assert check(rich[0].at(datetime.date(2031, 2, 28))) == []


class Rolled(Exception):
    """Takes back what a test did to the rich dossier."""


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("change", ["erased", "conflict", "removed"])
def test_whatever_is_gone_or_in_conflict_the_dossier_still_shows(
    rich: tuple[Workspace, str], change: str, seed: int
) -> None:
    work, dossier = rich
    known = work.vault.dossier(dossier)
    subjects = sorted(known.subjects)
    chosen = random.Random(seed).sample(subjects, len(subjects) // 2) if seed else subjects
    with pytest.raises(Rolled), work.vault.transaction():
        leaves = [(known.leaves(s)[-1].id, s) for s in chosen if known.leaves(s)]
        work.vault.union([_changed(id, s, dossier, change) for id, s in leaves])
        shown = show_dossier(work, dossier)
        listed = list_dossiers(work)
        assert shown["dossier"] == listed[0].dossier == dossier
        raise Rolled


def _changed(leaf: str, subject: str, dossier: str, change: str) -> Entry:
    value = {"staat": "verwijderd"} if change == "removed" else {"waarde": "anders"}
    body, salt = canonical(value), b"s" * 16
    header = dataclasses.replace(
        _HEADER, dossier=dossier, value_hash=value_hash(salt, body),
        subject=f"gewist[{leaf}]" if change == "erased" else subject,
    )  # fmt: skip
    return make_entry(header, salt, body)


_HEADER = Header("", "e" * 32, 9999, "2026-11-02T12:00:00.000Z", "bo", "", "", (), "")


def test_a_dossier_of_which_everything_is_withheld_still_shows(
    rich: tuple[Workspace, str], work: Workspace
) -> None:
    source, dossier = rich
    nothing = {"presence": Presence.WITHHELD, "salt": b"", "body": b""}
    held = [dataclasses.replace(e, **nothing) for e in source.vault.entries(dossier)]  # type: ignore[arg-type]  # a test
    work.vault.union(held)
    assert show_dossier(work, dossier)["dossier"] == dossier
    assert check(work) == []
    work.vault.union(source.vault.entries(dossier))
    assert show_dossier(work, dossier) == show_dossier(source, dossier)
    assert digest(work) == digest(source)


SPOIL_PLACE = "UPDATE entry_0 SET p_leaf=0 WHERE subject='inburgeraar.achternaam'"
# What is done to the database, and the code of what the check finds.
SPOILED = {
    """UPDATE entry_0 SET body=CAST('{"waarde":"anders"}' AS BLOB) WHERE counter=3""": "entry",
    "UPDATE entry_0 SET op=op+1": "entry",
    "UPDATE entry_0 SET value_hash=x'00' WHERE counter=3": "entry",
    "DELETE FROM number WHERE soort='author'": "entry",
    "DELETE FROM number WHERE soort='dossier'": "verwijzing",
    "UPDATE entry_0 SET dossier=dossier+1 WHERE counter=3": "verwijzing",
    SPOIL_PLACE: "projectie",
    "INSERT INTO p_zoek_0(p_zoek_0) VALUES('delete-all')": "projectie",
    "DELETE FROM p_dossier": "projectie",
}


@pytest.mark.parametrize("spoil", SPOILED)
def test_a_check_finds_what_was_altered(work: Workspace, dossier: str, spoil: str) -> None:
    work.vault.search("iets")
    assert check(work) == []
    work.vault._connection.execute(spoil)
    assert SPOILED[spoil] in {bevinding.code for bevinding in check(work)}


def test_a_check_changes_nothing_and_a_rebuild_puts_what_is_derived_in_order(
    work: Workspace, dossier: str
) -> None:
    shown = show_dossier(work, dossier)
    work.vault._connection.execute(SPOIL_PLACE)
    assert check(work) == check(work) != []
    work.vault.rebuild()
    assert check(work) == []
    assert show_dossier(work, dossier) == shown


def test_a_missing_blob_is_found(laptop: Callable[[str], Workspace]) -> None:
    work = laptop("an")
    play(work)
    assert check(work) == []
    blobs = work.vault.path / "blobs"
    names = work.vault.blobs.files()
    assert names
    (blobs / names[0]).unlink()
    (blobs / names[1]).write_bytes(b"stuk")
    found = {b.waar for b in check(work) if b.code == "blob"}
    assert found == set(names[:2])


def test_the_digest_is_of_entries_only(work: Workspace, dossier: str) -> None:
    before = digest(work)
    work.vault.set_setting("thema", "donker")
    keep_concepttekst(work, dossier, "x", {"waarde": "y"})
    work.vault.rebuild()
    assert digest(work) == before
    record_waarde(work, dossier, "inburgeraar.adres", "Wilgenhof 14")
    assert digest(work) != before


def test_making_opening_and_recovering(tmp_path: Path, data: Data) -> None:
    path, random_ = tmp_path / "v.intake", seeded(3)
    groups = create(path, PASSPHRASE, CLOCK, random_, {"naam": "an"}, cost=CHEAP)
    work = open_workspace(path, PASSPHRASE, CLOCK, random_, data)
    assert (work.author, list_dossiers(work)) == ("an", [])
    work.vault.close()
    open_with_recovery(path, "-".join(groups), "nieuw", CLOCK, random_, cost=CHEAP).vault.close()
    with pytest.raises(KnownError):
        open_workspace(path, PASSPHRASE, CLOCK, random_, data)


def test_the_recovery_sheet_is_written_once(tmp_path: Path) -> None:
    sheet = tmp_path / "herstel.pdf"
    write_recovery_sheet(sheet, ["ABCDE"] * 8, tmp_path / "v.intake", CLOCK.today())
    assert sheet.read_bytes().startswith(b"%PDF-")
    with pytest.raises(KnownError) as refused:
        write_recovery_sheet(sheet, ["ABCDE"] * 8, tmp_path / "v.intake", CLOCK.today())
    assert refused.value.code == "output.exists"
