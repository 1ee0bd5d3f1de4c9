"""What every package is made with: what is left out of libraries, and what a desktop reads of it."""

from __future__ import annotations

import configparser
import re
import runpy
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

from intake_assistant.paths import EXTENSIE

ROOT = Path(__file__).parents[2]
INSTALLER = ROOT / "installer"


@pytest.fixture(scope="module")
def keeps() -> Callable[[str], bool]:
    found: Callable[[str], bool] = runpy.run_path(str(INSTALLER / "pruning.py"))["keeps"]
    return found


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/styles/qmodernwindowsstyle.dll",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/lib/libQt6Pdf.so.6",
        "PySide6/QtTest.abi3.so",
        "PySide6/translations/qtbase_nl.qm",
        "babel/locale-data/fa_AF.dat",
        "babel/locale-data/root.dat",
        "reportlab/graphics/barcode/code128.py",
        "docx/templates/default.docx",
    ],
)
def test_what_the_program_needs_stays(path: str, keeps: Callable[[str], bool]) -> None:
    assert keeps(path)


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/plugins/qmltooling/qmldbg_tcp.dll",
        "PySide6/Qt6Quick.dll",
        "PySide6/Qt/lib/libQt6Qml.so.6",
        "PySide6/opengl32sw.dll",
        "PySide6/designer.exe",
        "PySide6/Qt/translations/qtbase_ko.qm",
        "PySide6/QtWidgets.pyi",
        "babel/locale-data/zu.dat",
        "libgtk-3.so.0",
    ],
)
def test_what_it_never_reaches_is_left_out(path: str, keeps: Callable[[str], bool]) -> None:
    assert not keeps(path)


def test_every_language_keeps_its_names_of_days_and_countries(keeps: Callable[[str], bool]) -> None:
    for file in (ROOT / "translations").glob("*/taal.toml"):
        [babel] = re.findall(r'^babel = "(.+)"', file.read_text("utf-8"), re.M)
        assert keeps(f"babel/locale-data/{babel}.dat"), babel


def test_the_desktop_knows_the_program_and_its_files() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their capitals
    entry.read(INSTALLER / "linux" / "intake-assistant.desktop", encoding="utf-8")
    found = entry["Desktop Entry"]
    mime = ET.parse(INSTALLER / "linux" / "intake-assistant.mime.xml").getroot()[0]
    assert found["MimeType"] == f"{mime.get('type')};"
    assert [glob.get("pattern") for glob in mime if glob.tag.endswith("glob")] == [f"*{EXTENSIE}"]
    about = ET.parse(INSTALLER / "linux" / "intake-assistant.metainfo.xml").getroot()
    assert about.findtext("launchable") == "intake-assistant.desktop"
    assert about.findtext("provides/mediatype") == mime.get("type")


def test_the_installer_of_windows_takes_the_last_part_of_the_extension() -> None:
    for name in ("setup.nsi", "product.wxs"):
        written = (INSTALLER / "windows" / name).read_text("utf-8")
        assert f"\\Classes\\{Path(EXTENSIE).suffix}\\OpenWithProgids" in written, name


def test_another_word_than_a_package_is_told_what_there_is() -> None:
    told = subprocess.run([INSTALLER / "build.sh", "rpm"], capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert "deb|windows|macos|sbom|reproduce" in told.stderr
