"""The one big test: a whole intake through the real window, in a program of its own, with an empty home."""

import json
import os
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from intake_assistant.demo.opdracht import VERPAKT
from intake_assistant.operations.papers.documenten import DELEN, FORMATEN
from intake_assistant.ui.window.screens import SCHERMEN
from tests.sporen import traces, words_of_case

ROOT = Path(__file__).parents[2]
LANGST = 900
# Without a network; whatever asks for a socket ends the program (tests/test_netwerk.py shows that it does).
GUARD = ROOT / "tests" / "zonder_netwerk.py"


@dataclass
class Loop:
    """One run of the demonstration, and where it could have left something."""

    out: Path
    home: Path
    temp: Path
    returncode: int
    stdout: str
    stderr: str


def run_demo(home: Path, temp: Path, *argv: str) -> subprocess.CompletedProcess[str]:
    clean = {
        k: w
        for k, w in os.environ.items()
        if not k.startswith(("XDG_", "INTAKE_", "DISPLAY", "WAYLAND", "QT_"))
    }
    return subprocess.run(
        [sys.executable, str(GUARD), sys.executable, str(ROOT / "main.py"), "demo", *argv],
        env={**clean, "HOME": str(home), "TMPDIR": str(temp)},
        capture_output=True, text=True, timeout=LANGST, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def loop(tmp_path_factory: pytest.TempPathFactory) -> Loop:
    base = tmp_path_factory.mktemp("demo")
    out, home, temp = base / "uit", base / "home", base / "temp"
    home.mkdir()
    temp.mkdir()
    done = run_demo(home, temp, "--out", str(out), "--json", "--snel")
    return Loop(out, home, temp, done.returncode, done.stdout, done.stderr)


@pytest.mark.slow
def test_everything_was_seen(loop: Loop) -> None:
    assert loop.returncode == 0, loop.stderr + loop.stdout
    said = json.loads(loop.stdout)
    assert said["goed"] is True
    assert said["fouten"] == []
    assert set(said["bestanden"]) >= {"verslag.md", "herstelblad.pdf", "demo.intake/"}
    assert loop.stderr == ""


@pytest.mark.slow
def test_verslag_tells_each_step_and_check(loop: Loop) -> None:
    verslag = (loop.out / "verslag.md").read_text(encoding="utf-8")
    casus = tomllib.loads(VERPAKT.read_text(encoding="utf-8"))
    for nummer in range(1, len(casus["gesprek"]) + 1):
        assert f"Gesprek {nummer}: voorbereid" in verslag
    for toestemming in casus["toestemming"]:
        assert toestemming["partij"] in verslag
    assert "Elk scherm bekeken, alleen licht;" in verslag
    assert "[FOUT]" not in verslag
    assert verslag.count("[in orde]") >= 13
    found = re.search(r"Antwoorden van de casus in het dossier: (\d+) van (\d+)", verslag)
    assert found is not None
    assert found[1] == found[2]
    assert int(found[1]) >= 200


@pytest.mark.slow
def test_both_parts_open_as_concept_and_as_besluit(loop: Loop) -> None:
    for deel in DELEN:
        for formaat in FORMATEN:
            paths = sorted(loop.out.glob(f"{deel}-*.{formaat}"))
            assert [path.stem.endswith("-concept") for path in paths] in ([True, False], [False, True])
            for path in (p for p in paths if formaat == "pdf"):
                assert ("CONCEPT" in words_of(path)) == path.stem.endswith("-concept"), path.name
    assert len(words_of(loop.out / "herstelblad.pdf")) > 100


def words_of(path: Path) -> str:
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    words = "\n".join(document.getAllText(page).text() for page in range(document.pageCount()))
    document.close()
    return words


@pytest.mark.slow
def test_each_screen_was_drawn(loop: Loop) -> None:
    platen = sorted((loop.out / "schermen").glob("*.png"))
    verslag = (loop.out / "verslag.md").read_text(encoding="utf-8")
    assert [path.name for path in platen if f"`schermen/{path.name}`" not in verslag] == []
    namen = " ".join(path.stem for path in platen)
    for woord in (
        "eerste_start", "dossiers", "nieuw_dossier", "dossier_persoon", "voorbereiden", "halverwege_een_zin",
        "vergrendeld", "na_ontgrendelen", "gedeelde_helft_ar", "afronden", "toestemming_intrekken", "weging",
        "beschikking_concept", "vaststellen", "ontwikkelplan", "documenten", "geschiedenis", "zoeken",
        "toetsen", "privacy", "weergave_donker", "herstel", "instellingen_talen", "leeg_scherm_vandaag",
        "zeven_scherm_dossiers", "te_laat_scherm_dossier", "verschil_scherm_conflicten", "beschadigd",
    ):  # fmt: skip
        assert woord in namen
    for kind in SCHERMEN:
        assert f"licht_scherm_{kind.naam}" in namen
    for path in platen:
        image = QImage(str(path))
        assert (image.width(), image.height()) == (1366, 768)
        colours = {image.pixel(x, y) for x in range(0, 1366, 37) for y in range(0, 768, 37)}
        assert len(colours) > 2, path.name


@pytest.mark.slow
def test_nothing_of_the_person_lies_outside_the_folder(loop: Loop) -> None:
    assert [p for p in loop.temp.rglob("*") if p.is_file()] == []
    woorden = words_of_case(VERPAKT.read_text(encoding="utf-8"))
    assert len(woorden) >= 60
    assert traces([loop.home, loop.temp, loop.out / "demo.intake"], woorden) == []


@pytest.mark.slow
def test_a_second_run_overwrites_nothing(loop: Loop) -> None:
    before = {p: p.read_bytes() for p in loop.out.rglob("*") if p.is_file()}
    done = run_demo(loop.home, loop.temp, "--out", str(loop.out))
    assert done.returncode == 1
    assert done.stderr.split()[0] == "output.exists"
    assert {p: p.read_bytes() for p in loop.out.rglob("*") if p.is_file()} == before


def test_a_case_with_an_unknown_key_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    case = tmp_path / "casus.toml"
    case.write_text('formaat = 1\n[inburgeraar]\nvoornaam = "Iemand"\n', encoding="utf-8")
    done = run_demo(tmp_path, tmp_path, "--out", str(tmp_path / "uit"), "--case", str(case))
    assert done.returncode == 1
    assert done.stderr.split()[0] == "case.unknown_key"
    assert "voornamen" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "uit").exists()


def test_an_unknown_language_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    done = run_demo(tmp_path, tmp_path, "--out", str(tmp_path / "uit"), "--taal", "xx")
    assert done.returncode == 1
    assert done.stderr.split()[0] == "taal.onbekend"
    assert not (tmp_path / "uit").exists()


def test_its_help_is_in_dutch(tmp_path: Path) -> None:
    done = run_demo(tmp_path, tmp_path, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith("gebruik: main.py demo")
    assert "opties:" in done.stdout
    assert "show this help" not in done.stdout


def test_wrong_use_says_how(tmp_path: Path) -> None:
    assert run_demo(tmp_path, tmp_path).returncode == 2
    assert run_demo(tmp_path, tmp_path, "--out", str(tmp_path / "uit"), "--onzin").returncode == 2
    assert not (tmp_path / "uit").exists()
