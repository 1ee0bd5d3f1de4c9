"""The real command line, called in this process at a low cost of Argon2."""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from intake_assistant import cli
from intake_assistant.operations import workspace
from intake_assistant.operations.workspace import Data
from intake_assistant.policy import NO_POLICY, Policy
from tests.gelezen import lazily
from tests.gespeeld import fill_once
from tests.sporen import no_traces
from tests.storage.hulp import CHEAP, CLOCK, PASSPHRASE, copied


@dataclass(frozen=True)
class Outcome:
    """What a command left behind: exit code, stdout, stderr."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on stdout; fails when there is more or less than one."""
        return json.loads(self.out)

    @property
    def error(self) -> str:
        """The first word on stderr."""
        return self.err.split()[0] if self.err.split() else ""


Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def _story(tmp_path: Path) -> Iterator[None]:
    """Each command is a story: but for its case files and what was asked for, nothing is left lying about."""
    with no_traces(tmp_path, "*.intake"):
        yield


@pytest.fixture(scope="session")
def data() -> Data:
    """The forms and rules of the program, read once for all commands of these tests."""
    return lazily()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, data: Data) -> Run:
    """Runs a command; never a traceback, and an exit code that the contract knows."""
    monkeypatch.setattr(workspace, "packaged_data", lambda: data)
    monkeypatch.setenv("INTAKE_PASSPHRASE", PASSPHRASE)

    def call(*words: object, policy: Policy = NO_POLICY) -> Outcome:
        capsys.readouterr()
        outside = cli.Outside(CLOCK, os.urandom, CHEAP, policy)
        code = cli.main([str(word) for word in words], outside)
        told = capsys.readouterr()
        assert code in (0, 1, 2)
        assert "Traceback" not in told.err
        assert (code == 0) == (not told.err), told.err
        return Outcome(code, told.out, told.err)

    return call


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A vault that was made before."""
    return copied(tmp_path)


Played = Callable[[Path | str], str]
_IDS: dict[str, str] = {}


@pytest.fixture
def played(run: Run, vault: Path) -> Played:
    """Has the vault hold one case, a file or its text, by the command; done once in a run, then copied."""

    def play(case: Path | str) -> str:
        source = case.read_text(encoding="utf-8") if isinstance(case, Path) else case

        def fill() -> None:
            path = vault.parent / "casus.toml"
            path.write_text(source, encoding="utf-8")
            _IDS[source] = run("play", path, "--vault", vault).out.strip()
            path.unlink()

        fill_once(vault, source, fill)
        return _IDS[source]

    return play
