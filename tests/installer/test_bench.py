"""The measurements themselves: vaults that are what they say, and figures that are measured once."""

import shutil
from pathlib import Path

import pytest

from tests.benchmarks import table
from tests.benchmarks.measuring import Figure
from tests.benchmarks.rows import ROWS
from tests.benchmarks.vaults import ENTRIES, Measured
from tests.storage.hulp import CHEAP


@pytest.fixture(scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    state = tmp_path_factory.mktemp("bench")
    (state / table.form()).mkdir()
    # The passphrase opens it at once: otherwise most of the time goes into that.
    Measured(state / table.form(), 1, CHEAP).make(lambda line: None)
    return state


@pytest.fixture
def one_dossier(_made: Path, tmp_path: Path) -> list[str]:
    """The words that ask for the table of a vault of one dossier, of which nothing is known yet."""
    shutil.copytree(_made, tmp_path, dirs_exist_ok=True)
    return ["1", "--state", str(tmp_path)]


@pytest.mark.slow
def test_a_vault_is_of_so_many_others_and_is_made_once(tmp_path: Path) -> None:
    said: list[str] = []
    place = Measured(tmp_path, 2, CHEAP)
    place.make(said.append)
    with place.opened() as work:
        names = [work.vault.dossier(d).fields("inburgeraar")["achternaam"] for d in work.vault.dossiers()]
        assert [len(work.vault.entries(dossier)) for dossier in work.vault.dossiers()] == [ENTRIES] * 2
        assert len(set(names)) == 2
        assert work.vault.check_pages() == []
    assert "2 of 2 dossiers" in said[0]
    place.make(said.append)
    assert len(said) == 2


@pytest.mark.slow
def test_what_is_known_is_not_measured_again(
    one_dossier: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    asked = [*one_dossier, "--rows", "database"]
    assert table.main(asked) == 0
    first = capfd.readouterr()
    assert first.err == "1: database\n"
    assert len(first.out.splitlines()) == 2 + len(ROWS) + 1
    assert table.main(asked) == 0
    assert capfd.readouterr() == (first.out, "")
    assert table.main([*asked, "--again"]) == 0
    assert capfd.readouterr().err == "1: database\n"


def test_a_row_tells_how_many_times_and_what_was_missed() -> None:
    found = {"record": Figure(0.004, 0.001, "p99 +1.0 ms"), "open": Figure(0.0002, 0.0001)}
    lines = table.table(1000, found)
    assert lines[0].startswith("| at 1,000 dossiers of 450 entries | beside, in the same run |")
    why = next(row.why for row in ROWS if row.code == "record")
    assert why
    assert lines[4].endswith(f"| 2 x median | 4.0 ms | 1.0 ms | 4.00 x | **missed**, p99 +1.0 ms, {why} |")
    assert lines[5].endswith("| 2 x | 200 µs | 100 µs | 2.00 x |  |")
    assert lines[7].endswith("| 1.3 x | | | | |")


@pytest.mark.slow
def test_the_time_of_a_row_is_told_by_function(
    one_dossier: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert table.main([*one_dossier, "--rows", "open", "--phases"]) == 0
    told = capfd.readouterr().err
    assert "1: open a dossier" in told
    assert " % storage/engine/connection.py read_at_once" in told
