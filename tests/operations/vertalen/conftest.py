"""A folder of languages of our own making, in the place of those of the program."""

from pathlib import Path

import pytest

from intake_assistant import paths, texts
from intake_assistant.operations.vertalen import catalogus, woordenlijst
from intake_assistant.texts import Taal, talen
from tests.operations.vertalen.proef import TAAL


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the languages; Arabic is there, with no catalogue yet."""
    dutch = paths.translations_dir() / "nl"
    for module in (texts, catalogus, woordenlijst):
        monkeypatch.setattr(module, "translations_dir", lambda: tmp_path)
    (tmp_path / "nl").symlink_to(dutch)
    (tmp_path / "ar/LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "ar/taal.toml").write_text(TAAL, encoding="utf-8")
    return tmp_path


@pytest.fixture
def taal(folder: Path) -> Taal:
    """Arabic."""
    return next(taal for taal in talen() if (folder / taal.code / "taal.toml").read_text("utf-8") == TAAL)
