"""A few commands as real processes of main.py: what only a process can show."""

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.operations.casussen import ALLES, COMPLEET, KORT
from tests.storage.hulp import PASSPHRASE, copied

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
UNIX = pytest.mark.skipif(os.name == "nt", reason="limits of a process are a matter of Unix")


# Else each first command spends seconds on a dearer passphrase (tests/storage/keys/test_slots.py).
PATIENT = "from intake_assistant import crypto; crypto.WANTED_SECONDS = 0"


class Computer:
    """A home, a folder for temporary files and a vault; starts main.py with nothing else around it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.vault = copied(folder)
        self.home, self.temp = folder / "thuis", folder / "tijdelijk"
        for place in (self.home, self.temp):
            place.mkdir()
        self.env = {
            "HOME": str(self.home),
            "TMPDIR": str(self.temp),
            "PATH": os.environ["PATH"],
            "INTAKE_PASSPHRASE": PASSPHRASE,
            "PYTHONDONTWRITEBYTECODE": "1",
            # What was compiled before is read: else each of these processes compiles the program anew.
            "PYTHONPYCACHEPREFIX": sys.pycache_prefix or "",
            "QT_QPA_PLATFORM": "offscreen",
        }

    def start(self, *words: object, before: str = "", **env: str) -> subprocess.CompletedProcess[bytes]:
        """Run main.py in a process of its own, after some lines of Python."""
        main = f"runpy.run_path({str(ROOT / 'main.py')!r}, run_name='__main__')"
        lines = "\n".join(("import runpy, sys", PATIENT, before, main))
        command = [sys.executable, "-c", lines, *map(str, words)]
        return subprocess.run(
            command, capture_output=True, env={**self.env, **env}, timeout=120, cwd=ROOT, check=False
        )

    def pip(self, dossier: str) -> tuple[object, ...]:
        """The words that ask for all papers of a dossier."""
        asked = "--deel", "beide", "--formaat", "beide", "--out", self.folder / "u"
        return "pip", dossier, "--vault", self.vault, *asked

    def case(self, text: str, naam: str = "casus.toml") -> Path:
        path = self.folder / naam
        path.write_text(text, encoding="utf-8")
        return path


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


def test_codes_and_streams_are_those_of_the_contract(computer: Computer) -> None:
    good = computer.start("list", "--vault", computer.vault, "--json")
    refused = computer.start("list", "--vault", computer.folder / "weg")
    wrong = computer.start("lijst")
    assert (good.returncode, refused.returncode, wrong.returncode) == (0, 1, 2)
    assert json.loads(good.stdout) == []
    assert refused.stderr.split()[0] == b"vault.not_a_vault"
    assert refused.stdout == wrong.stdout == b""


def test_the_command_line_needs_no_qt(computer: Computer, run: Run) -> None:
    run("play", computer.case(KORT), "--vault", computer.vault)
    found = computer.start("list", "--vault", computer.vault, before="sys.modules['PySide6'] = None")
    assert found.returncode == 0, found.stderr
    assert b"Haddad, Omar" in found.stdout


def test_an_old_console_gets_signs_for_what_it_cannot_show(computer: Computer, run: Run) -> None:
    case = computer.case(KORT.replace("Haddad", "Żółć ሰላም"))
    run("play", case, "--vault", computer.vault)
    old = {"PYTHONIOENCODING": "cp437", "PYTHONUTF8": "0"}
    found = computer.start("list", "--vault", computer.vault, **old)
    assert found.returncode == 0, found.stderr
    assert b"???" in found.stdout
    found = computer.start("list", "--vault", computer.vault, "--json", **old)
    assert json.loads(found.stdout)[0]["naam"] == "Żółć ሰላም, Omar"


@UNIX
def test_a_reader_that_goes_away_is_no_fault(computer: Computer, run: Run) -> None:
    run("play", computer.case(KORT), "--vault", computer.vault)
    gone = "import os; r, w = os.pipe(); os.close(r); os.dup2(w, 1)"
    found = computer.start("list", "--vault", computer.vault, before=gone)
    assert b"Traceback" not in found.stderr
    assert b"Exception" not in found.stderr


LIMIT = (
    "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
    "resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))"
)


@UNIX
def test_a_full_disk_is_told_and_loses_nothing(computer: Computer, run: Run) -> None:
    kort, compleet = computer.case(KORT), computer.case(COMPLEET, "c.toml")
    id = run("play", compleet, "--vault", computer.vault).out.strip()
    before = run("digest", "--vault", computer.vault).out
    pip = computer.pip(id)

    for words, room in ((("play", kort, "--vault", computer.vault), 30_000), (pip, 20_000)):
        found = computer.start(*words, before=LIMIT.format(room=room))
        assert found.returncode == 1
        assert found.stderr.split()[0] == b"disk.full", found.stderr.decode()
        assert b"Traceback" not in found.stderr

    assert run("digest", "--vault", computer.vault).out == before
    assert run("vault", "check", computer.vault).code == 0
    assert not list((computer.folder / "u").glob("*"))
    assert run(*pip).code == 0


# -- no word of a dossier outside the vault, and none readable in it


def words_of(node: Any) -> Iterator[str]:
    """The texts of a case that somebody would recognise a person by."""
    if isinstance(node, dict):
        for deel in node.values():
            yield from words_of(deel)
    elif isinstance(node, list):
        for deel in node:
            yield from words_of(deel)
    elif isinstance(node, str) and len(node) >= 7 and not re.fullmatch(r"[a-z0-9_.]+", node):
        yield node


def found_in(folders: tuple[Path, ...], markers: set[str]) -> set[str]:
    """The markers that stand in any file or file name below the folders, in UTF-8 or UTF-16."""
    seen: set[str] = set()
    for folder in folders:
        for path in folder.rglob("*"):
            content = str(path.relative_to(folder)).encode() + (path.read_bytes() if path.is_file() else b"")
            seen |= {m for m in markers if m.encode() in content or m.encode("utf-16-le") in content}
    return seen


def test_no_word_of_any_dossier_is_found_outside_or_inside_the_vault(computer: Computer) -> None:
    markers = {word for case in (ALLES, COMPLEET) for word in words_of(tomllib.loads(case))}
    assert len(markers) >= 60
    cases = computer.case(ALLES, "a.toml"), computer.case(COMPLEET, "b.toml")
    ids = computer.start("play", *cases, "--vault", computer.vault).stdout.decode().split()
    assert len(ids) == 2
    # Each other command is searched in this process (conftest).
    assert computer.start(*computer.pip(ids[0])).returncode == 0

    places = (computer.vault, computer.home, computer.temp)
    assert found_in(places, markers) == set()
    assert {path.name for path in computer.temp.rglob("*")} == set()

    # The search would have seen them: it does where they are, and where one is put.
    assert found_in((computer.folder,), markers) == markers
    (computer.home / "spoor").write_text(f"...{min(markers)}...", encoding="utf-16-le")
    assert found_in(places, markers) == {min(markers)}
