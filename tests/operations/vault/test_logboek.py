"""The access log: it only grows, holds codes alone, reads as Dutch; its export says nothing of anybody."""

import csv
import datetime
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyrage  # type: ignore[import-untyped]  # the wheel carries no types
import pytest

from intake_assistant import crypto
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.dossier import create_dossier, look_into
from intake_assistant.operations.papers.documenten import make_document, save_document, write_documents
from intake_assistant.operations.papers.inzagestukken import make_inzage, save_inzage, write_inzage
from intake_assistant.operations.vault import logboek
from intake_assistant.operations.vault.beleid import keep_asking, note_idle
from intake_assistant.operations.vault.kluis import open_with_recovery, open_workspace
from intake_assistant.operations.vault.logboek import Logzeef, export_logboek, read_logboek
from intake_assistant.operations.vault.reservekopie import set_place
from intake_assistant.operations.vault.sleutels import confirm_passphrase
from intake_assistant.operations.workspace import FixedClock, Workspace
from intake_assistant.storage.engine.opening import (
    open_vault,
    open_vault_with_identity,
    open_vault_with_recovery,
)
from intake_assistant.storage.engine.session import Surroundings
from tests.sporen import traces
from tests.storage.hulp import CHEAP, CLOCK, PASSPHRASE, copied, recovery_key, seeded


def on(work: Workspace, day: str) -> Workspace:
    clock = FixedClock(datetime.date.fromisoformat(day))
    work.vault.around = replace(work.vault.around, clock=clock)
    return replace(work, clock=clock)


@pytest.fixture
def filled(work: Workspace, dossier: str) -> Workspace:
    """Three days in the log, two dossiers."""
    other = create_dossier(work, {"voornamen": "Rania", "achternaam": "Al-Khatib"}).made
    look_into(on(work, "2026-03-02"), dossier)
    look_into(on(work, "2026-03-03"), other)
    logboek.note_sensitive(work, other)
    stuk = make_document(work, work.vault.dossier(dossier), "ontwikkelplan", "docx")
    save_document(on(work, "2026-03-04"), dossier, stuk, work.vault.path.parent / "plan.docx")
    return work


def told(work: Workspace, zeef: Logzeef | None = None) -> list[str]:
    return [logboek.in_words(regel) for regel in read_logboek(work, zeef)]


def test_the_newest_stands_first_and_every_line_has_its_words(filled: Workspace) -> None:
    assert told(filled) == [
        "Ontwikkelplan als bestand gemaakt (docx)", "Antwoorden over gezondheid of veiligheid bekeken",
        "Dossier geopend", "Dossier geopend",
    ]  # fmt: skip


def test_a_dossier_and_a_period_are_chosen(filled: Workspace, dossier: str) -> None:
    third = datetime.date(2026, 3, 3)
    assert len(told(filled, Logzeef(dossier=dossier))) == 2
    assert len(told(filled, Logzeef(van=third, tot_en_met=third))) == 2
    assert len(told(filled, Logzeef(dossier=dossier, van=third))) == 1
    assert told(filled, Logzeef(tot_en_met=datetime.date(2026, 3, 1))) == []


def test_a_day_is_a_day_in_the_netherlands() -> None:
    late = logboek.Logregel("2026-06-01T22:30:00.000+00:00", "an", "toegang", "geopend", "d", "")
    assert Logzeef(van=datetime.date(2026, 6, 2)).keeps(late)


@pytest.mark.parametrize("formaat", logboek.FORMATEN)
def test_an_export_names_nobody_and_is_itself_in_the_log(
    filled: Workspace, dossier: str, tmp_path: Path, formaat: logboek.Formaat
) -> None:
    out = tmp_path / "uit" / f"instellingen.logboek.{formaat}"
    out.parent.mkdir()
    assert export_logboek(filled, out, formaat) == 4
    assert traces([out.parent]) == []
    assert dossier in out.read_text(encoding="utf-8-sig")
    newest = read_logboek(filled)[0]
    assert (newest.soort, newest.wat) == ("uitvoer", f"logboek {formaat}")
    assert len(newest.sha256) == 64


def test_nothing_leaves_that_cannot_be_noted(filled: Workspace, dossier: str, tmp_path: Path) -> None:
    out, found = tmp_path / "uit", filled.vault.dossier(dossier)
    document, stuk = make_document(filled, found, "beschikking", "pdf"), make_inzage(filled, found, "json")
    with filled.vault.transaction() as connection:
        # As on a full disk: no line can be added.
        connection.execute(
            "CREATE TRIGGER vol BEFORE INSERT ON export_log BEGIN SELECT RAISE(ABORT, 'vol'); END"
        )
    acts: list[Callable[[], object]] = [
        lambda: export_logboek(filled, out / "logboek.csv", "csv"),
        lambda: save_document(filled, dossier, document, out / "b.pdf"),
        lambda: save_inzage(filled, dossier, stuk, out / "i.json"),
        lambda: write_documents(filled, dossier, out),
        lambda: write_inzage(filled, dossier, out),
    ]
    out.mkdir()
    for act in acts:
        with pytest.raises(Exception, match="vol"):
            act()
        assert list(out.iterdir()) == []


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "\uff1d", "\uff20"])
def test_a_spreadsheet_sees_no_formula(tmp_path: Path, work: Workspace, begin: str) -> None:
    work.vault.device = replace(work.vault.device, naam=f'{begin}HYPERLINK("x")')
    work.vault.log_access("geopend", "d")
    export_logboek(work, tmp_path / "x.csv", "csv")
    with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as file:
        names = [row[1] for row in csv.reader(file, delimiter=";")]
    assert f'\'{begin}HYPERLINK("x")' in names


def test_the_json_is_that_of_the_command(filled: Workspace, tmp_path: Path) -> None:
    export_logboek(filled, tmp_path / "x.json", "json", Logzeef(van=datetime.date(2026, 3, 4)))
    found = json.loads((tmp_path / "x.json").read_bytes())
    assert found["formaat"] == 1
    assert [set(regel) for regel in found["regels"]] == [
        {"op", "wie", "soort", "wat", "dossier", "sha256", "woorden"}
    ]


@pytest.mark.parametrize("table", ["access_log", "export_log"])
@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM {}",
        "UPDATE {} SET wie='een ander'",
        "UPDATE {} SET op='2020-01-01'",
        "UPDATE {} SET wat='x'",
    ],
)
def test_no_line_goes_or_changes(filled: Workspace, table: str, change: str) -> None:
    before = read_logboek(filled)
    with pytest.raises(Exception, match="append only"), filled.vault.transaction() as connection:
        connection.execute(change.format(table))
    assert read_logboek(filled) == before


class TestUnlocking:
    def test_each_opening_is_noted_with_the_wrong_passphrases_before_it(self, tmp_path: Path) -> None:
        path = copied(tmp_path)
        for typed in ("fout", "ook fout", PASSPHRASE, PASSPHRASE):
            try:
                work = open_workspace(path, typed, CLOCK, seeded(1))
            except Exception:  # noqa: BLE001, S112  # wrong on purpose; the log is what is looked at
                continue
            work.vault.close()
        work = open_workspace(path, PASSPHRASE, CLOCK, seeded(1))
        assert told(work) == [
            "Kluis ontgrendeld", "Kluis ontgrendeld", "Kluis ontgrendeld, na 2 verkeerde wachtzinnen"
        ]  # fmt: skip
        work.vault.close()

    def test_the_recovery_key_is_named(self, tmp_path: Path) -> None:
        path, key, new = copied(tmp_path), recovery_key(), "een heel nieuwe wachtzin"
        work = open_with_recovery(path, key, new, CLOCK, seeded(1), cost=CHEAP)
        assert told(work) == ["Kluis geopend met de herstelsleutel; nieuwe wachtzin"]
        assert read_logboek(work)[0].is_of_vault
        work.vault.close()


def test_where_copies_go_and_what_is_asked_again_are_in_the_log(work: Workspace, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    set_place(work, stick)
    set_place(work, None)
    for on in (True, True, False):
        keep_asking(work, on=on)
    found = [regel.wat for regel in reversed(read_logboek(work))]
    assert found[-4:] == ["andere_plek", "andere_plek", "gevoelig_aan", "gevoelig_uit"]


def test_the_log_tells_the_municipality_from_the_recovery_sheet(tmp_path: Path) -> None:
    gemeente, cheap = pyrage.x25519.Identity.generate(), crypto.Argon2Cost(64, 1, 1)
    path = copied(tmp_path)
    around = Surroundings(CLOCK, seeded(1), cheap, str(gemeente.to_public()))
    open_vault(path, PASSPHRASE, around).close()
    open_vault_with_identity(path, str(gemeente), "een nieuwe wachtzin", around).close()
    with open_vault_with_recovery(path, recovery_key(), "weer een nieuwe", around) as vault:
        assert [row[3] for row in vault.logs()][:2] == ["hersteld", "hersteld_gemeente"]


def test_wrong_passphrases_in_an_open_vault_are_noted(tmp_path: Path, work: Workspace) -> None:
    with pytest.raises(KnownError):
        confirm_passphrase(work, "mis")
    note_idle(work)
    assert [regel.wat for regel in read_logboek(work)][:2] == ["vergrendeltijd", "verkeerde_wachtzin"]
