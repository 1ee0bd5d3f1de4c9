"""What is installed on Windows, packed from all of the program but its libraries and Python.

Installing, upgrading and removing it is tried under wine: `installer/test.sh packages`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests import patience

ROOT = Path(__file__).parents[2]
WINDOWS = ROOT / "installer" / "windows"
BEELD = ROOT / "intake_assistant" / "ui" / "kit" / "beelden" / "programma.svg"
NAME = "intake-assistant-1.2.3-windows"
PACK = """
source "{root}/installer/prepare.sh"
source "{root}/installer/windows/pack.sh"
program={python} payload="{folder}/Intake-assistent" dist="{folder}" work="{folder}" version={version}
pack_windows {name}
"""
MADE_AT = 1_790_000_000


def run(*words: str | Path, **environment: str) -> str:
    """What it says; it must succeed."""
    done = subprocess.run(
        words,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=patience.SECONDS * 4,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def pack(folder: Path, version: str = "1.2.3", **environment: str) -> Path:
    """Pack what lies in a folder."""
    script = PACK.format(root=ROOT, python=sys.executable, folder=folder, version=version, name=NAME)
    around = {"SOURCE_DATE_EPOCH": str(MADE_AT), "NSIS_DRUK": "zlib", "TZ": "UTC", **environment}
    run("bash", "-euc", script, **around)
    return folder


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The payload without libraries and Python, and what was packed of it."""
    folder = tmp_path_factory.mktemp("pakket")
    payload = folder / "Intake-assistent"
    (folder / "geen").mkdir()
    run(sys.executable, WINDOWS / "payload.py", payload, folder / "geen")
    run(sys.executable, WINDOWS / "icon.py", BEELD, payload / "programma.ico")
    return pack(folder)


def files(folder: Path) -> set[str]:
    return {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}


def table(msi: Path, name: str) -> list[list[str]]:
    """The rows of a table of an MSI."""
    return [row.split("\t") for row in run("msiinfo", "export", msi, name).splitlines()[3:]]


@pytest.mark.slow
def test_the_same_files_give_the_same_bytes_elsewhere_at_another_hour(packed: Path, tmp_path: Path) -> None:
    there = tmp_path / "een andere map"
    there.mkdir()
    shutil.copytree(packed / "Intake-assistent", there / "Intake-assistent", copy_function=shutil.copyfile)
    pack(there)
    for kind in ("zip", "exe", "msi"):
        assert (packed / f"{NAME}.{kind}").read_bytes() == (there / f"{NAME}.{kind}").read_bytes(), kind


def test_all_of_it_is_in_the_msi_and_the_zip(packed: Path, tmp_path: Path) -> None:
    payload = files(packed / "Intake-assistent")
    assert {"main.py", "forms/startposities/06_taalniveau.toml", "translations/ti/taal.toml"} <= payload
    run("msiextract", "--directory", tmp_path, packed / f"{NAME}.msi")
    [inside] = tmp_path.rglob("main.py")
    assert files(inside.parent) == payload
    with zipfile.ZipFile(packed / f"{NAME}.zip") as made:
        names = {name.removeprefix("Intake-assistent/") for name in made.namelist()}
    assert names == payload | {"portable"}


def test_an_msi_takes_the_place_of_the_one_before_and_of_no_setup_program(packed: Path) -> None:
    msi = packed / f"{NAME}.msi"
    assert {(row[2], row[6]) for row in table(msi, "Upgrade")} == {
        ("1.2.3", "WIX_UPGRADE_DETECTED"),
        ("", "WIX_DOWNGRADE_DETECTED"),
    }
    order = {row[0]: int(row[2]) for row in table(msi, "InstallExecuteSequence")}
    assert order["AppSearch"] < order["LaunchConditions"] < order["RemoveExistingProducts"]
    assert order["RemoveExistingProducts"] < order["InstallFiles"]
    assert "Installed OR NOT MET_SETUP" in {row[0] for row in table(msi, "LaunchCondition")}
    said = run("msiinfo", "suminfo", msi, TZ="UTC")
    assert re.findall(r"^(?:Created|Last saved): (.+)$", said, re.M) == ["Mon Sep 21 14:13:20 2026"] * 2
    assert "x64;1043" in said


def test_another_version_is_another_product(packed: Path, tmp_path: Path) -> None:
    (tmp_path / "Intake-assistent").mkdir()
    shutil.copy(packed / "Intake-assistent" / "programma.ico", tmp_path / "Intake-assistent")
    pack(tmp_path, version="1.2.4")
    codes = set()
    for msi in (packed / f"{NAME}.msi", tmp_path / f"{NAME}.msi"):
        properties = {row[0]: row[1] for row in table(msi, "Property")}
        found = re.search(r"^Revision number \(UUID\): (.+)$", run("msiinfo", "suminfo", msi), re.M)
        assert found is not None
        codes |= {properties["ProductCode"], found[1]}
    assert len(codes) == 4


def test_the_setup_program_removes_each_thing_that_it_put_there(packed: Path) -> None:
    written = (WINDOWS / "setup.nsi").read_text("utf-8")
    removed = set(re.findall(r'^    (?:RMDir /r|Delete) "\$INSTDIR\\(.+)"$', written, re.M))
    build = (WINDOWS / "build.sh").read_text("utf-8") + (WINDOWS.parent / "sbom" / "build.sh").read_text(
        "utf-8"
    )
    made = set(re.findall(r'compile (\S+)|"\$1/([\w.-]+)"', build))
    put = {one.name for one in (packed / "Intake-assistent").iterdir()} | {"".join(names) for names in made}
    assert put | {"lib", "python", "uninstall.exe"} == removed
