"""Where the data lies."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from intake_assistant import paths


def test_the_data_is_there() -> None:
    assert (paths.translations_dir() / "nl").is_dir()
    assert any(paths.forms_dir().rglob("*.toml"))
    assert any(paths.fonts_dir().glob("*.ttf"))
    assert paths.templates_dir().is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="what is installed on Windows has its data beside it")
def test_an_installed_package_finds_its_data_under_share(tmp_path: Path) -> None:
    package = tmp_path / "lib" / "intake_assistant"
    package.mkdir(parents=True)
    for name in ("__init__.py", "paths.py"):
        shutil.copy(Path(paths.__file__).parent / name, package / name)
    child = "from intake_assistant import paths; print(paths.forms_dir()); print(paths.fonts_dir())"
    shown = subprocess.run(
        [sys.executable, "-c", child], cwd=package.parent, capture_output=True, text=True, check=True
    )
    assert shown.stdout.split("\n")[:2] == [
        str(Path(sys.prefix) / "share/intake-assistant/forms"),
        str(package / "fonts"),
    ]
