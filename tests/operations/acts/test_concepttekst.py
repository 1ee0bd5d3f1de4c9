"""What is being typed survives a kill, becomes one entry, and keeps every sign."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from intake_assistant.operations.acts.concepttekst import keep_concepttekst, leave_field, settle_concepten
from intake_assistant.operations.acts.record import record, undo
from intake_assistant.operations.views.concepttekst import found_again, to_settle
from intake_assistant.operations.views.geschiedenis import history
from intake_assistant.operations.workspace import Data, Workspace
from tests.storage.hulp import CLOCK, copied, quick, seeded

TROTS = "motivatie.trots@inburgeraar"
TEXTS = {
    "long": "a" * 9_999 + "z",
    "emoji": "\N{GRINNING FACE} \N{FAMILY}\u200d\N{WOMAN}",
    "arabic": "\u0623\u0646\u0627 \u0641\u062e\u0648\u0631 \u0628\u0623\u0648\u0644\u0627\u062f\u064a\u200f",
    "tigrinya": "\u12a3\u1290 \u1260\u1245\u120d\u12d3\u1269",
    "control": "\x01\x07\x1b[31m\x7f\r\n\t",
    "quotes": "'; DROP TABLE entry; -- \"{}\\",
    "empty": "",
}


def said(tekst: str) -> dict[str, object]:
    return {"staat": "beantwoord", "form": "motivatie 1", "waarde": tekst}


def test_what_is_typed_is_found_again_with_its_cursor(work: Workspace, dossier: str) -> None:
    keep_concepttekst(work, dossier, TROTS, said("mijn ki"), gesprek="g1", cursor=7)
    keep_concepttekst(work, dossier, TROTS, said("mijn kinderen"), gesprek="g1", cursor=13)
    (found,) = found_again(work, dossier)
    assert (found.subject, found.value) == (TROTS, said("mijn kinderen"))
    assert (found.cursor, found.gesprek) == (13, "g1")
    assert found_again(work, "0" * 32) == []
    assert history(work, dossier, TROTS) == []


def test_leaving_the_field_makes_one_entry_and_forgets_the_rest(work: Workspace, dossier: str) -> None:
    for end in range(1, 14):
        keep_concepttekst(work, dossier, TROTS, said("mijn kinderen"[:end]), cursor=end)
    assert leave_field(work, dossier, TROTS, said("mijn kinderen")).entries
    assert len(history(work, dossier, TROTS)) == 1
    assert found_again(work) == []


def test_leaving_a_field_that_did_not_change_makes_no_entry(work: Workspace, dossier: str) -> None:
    leave_field(work, dossier, TROTS, said("mijn kinderen"))
    keep_concepttekst(work, dossier, TROTS, said("mijn kinderen"))
    assert not leave_field(work, dossier, TROTS, said("mijn kinderen")).entries
    assert len(history(work, dossier, TROTS)) == 1
    assert found_again(work) == []


def test_settling_makes_each_one_entry_and_only_once(work: Workspace, dossier: str) -> None:
    keep_concepttekst(work, dossier, TROTS, said("mijn kinderen"), gesprek="g1")
    keep_concepttekst(work, dossier, "notitie[gesprek g1]", {"waarde": "was moe"})
    assert set(settle_concepten(work).typed) == {TROTS, "notitie[gesprek g1]"}
    assert not settle_concepten(work)
    (entry,) = history(work, dossier, TROTS)
    assert (entry.value, entry.header.gesprek) == (said("mijn kinderen"), "g1")


def test_dropping_forgets_without_an_entry(work: Workspace, dossier: str) -> None:
    keep_concepttekst(work, dossier, TROTS, said("mijn kinderen"))
    work.vault.drop_concepttekst(dossier, TROTS)
    assert found_again(work) == []
    assert not settle_concepten(work)
    assert history(work, dossier, TROTS) == []


def test_undo_goes_back_to_what_stood_before_the_typing(work: Workspace, dossier: str) -> None:
    record(work, dossier, TROTS, said("mijn winkel"))
    keep_concepttekst(work, dossier, TROTS, said("mijn kinderen"))
    settle_concepten(work)
    undo(work, dossier, TROTS)
    assert work.vault.dossier(dossier).get(TROTS) == "mijn winkel"


@pytest.mark.parametrize("tekst", TEXTS.values(), ids=TEXTS.keys())
def test_every_sign_is_kept_as_recorded(work: Workspace, dossier: str, tekst: str) -> None:
    keep_concepttekst(work, dossier, TROTS, said(tekst))
    (found,) = found_again(work)
    assert found.value["waarde"] == tekst
    settle_concepten(work)
    assert work.vault.dossier(dossier).get(TROTS) == tekst


def test_what_cannot_be_stored_does_not_stop_the_typing(work: Workspace, dossier: str) -> None:
    keep_concepttekst(work, dossier, TROTS, said("a\0b\ud83d"))
    settle_concepten(work)
    assert work.vault.dossier(dossier).get(TROTS) == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}"


def test_it_is_no_part_of_the_dossier(work: Workspace, dossier: str) -> None:
    keep_concepttekst(work, dossier, TROTS, said("kwikstaart"))
    assert work.vault.search("kwikstaart") == []
    assert TROTS not in work.vault.dossier(dossier).subjects
    work.vault.rebuild()
    assert len(found_again(work)) == 1


TYPIST = """
import sys
from pathlib import Path
from intake_assistant.operations.acts.concepttekst import keep_concepttekst
from intake_assistant.operations.workspace import Workspace, packaged_data
from tests.storage.hulp import AROUND, CLOCK, PASSPHRASE
from intake_assistant.storage.engine.opening import open_vault
vault = open_vault(Path(sys.argv[1]), PASSPHRASE, AROUND)
work = Workspace(vault, packaged_data(), CLOCK, AROUND.random)
for end in range(1, 10_000):
    keep_concepttekst(work, "d" * 32, sys.argv[2], {"waarde": "x" * end}, cursor=end)
    print(end, flush=True)
"""


def test_it_survives_a_kill(tmp_path: Path, data: Data) -> None:
    path = copied(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(path), TROTS], stdout=subprocess.PIPE, text=True, cwd=os.getcwd()
    ) as typist:
        assert typist.stdout is not None
        acknowledged = 0
        while acknowledged < 25:
            acknowledged = int(typist.stdout.readline())
        typist.send_signal(signal.SIGKILL)
        acknowledged = max([acknowledged, *map(int, typist.stdout.read().split())])
    with quick(path) as vault:
        work = Workspace(vault, data, CLOCK, seeded(1))
        (found,) = to_settle(work)
        settle_concepten(work)
        assert found.cursor in (acknowledged, acknowledged + 1)
        assert vault.dossier("d" * 32).get(TROTS) == "x" * found.cursor
