"""The commands on the catalogues: what they print, and when they refuse."""

from pathlib import Path

import pytest

from intake_assistant import texts
from intake_assistant.operations.vertalen import catalogus, talen, woordenlijst
from intake_assistant.paths import translations_dir
from tests.cli.conftest import Run
from tests.documents.lezen import pdf_pages


@pytest.fixture
def arabisch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The real Dutch, with Arabic beside it and no word in it yet."""
    for naam in ("nl", "ar"):
        (tmp_path / naam).mkdir()
        (tmp_path / naam / "taal.toml").symlink_to(translations_dir() / naam / "taal.toml")
    (tmp_path / "nl/LC_MESSAGES").symlink_to(translations_dir() / "nl/LC_MESSAGES")
    for module in (texts, catalogus, woordenlijst, talen):
        monkeypatch.setattr(module, "translations_dir", lambda: tmp_path)
    return tmp_path / "ar/LC_MESSAGES"


def test_a_language_is_made_filled_and_looked_over(run: Run, arabisch: Path, tmp_path: Path) -> None:
    assert "ontbreken" in run("translations", "coverage").out
    gemaakt = run("translations", "update", "--json").json["bestanden"]
    assert str(arabisch / "taalniveau.po") in gemaakt
    vragen = arabisch / "opleiding.po"
    leeg = vragen.read_text(encoding="utf-8")
    plek = 'msgctxt "opleiding.studiewens/label"\nmsgid "Wilt u in Nederland een opleiding doen?"\nmsgstr '
    assert plek in leeg
    vragen.write_text(leeg.replace(f'{plek}""', f'#, fuzzy\n{plek}"هل تريد الدراسة؟"'), encoding="utf-8")
    texts._catalogue.cache_clear()
    texts._faults.cache_clear()

    geteld = run("translations", "check", "--json").json["talen"]["ar"]
    assert (geteld["vertaald"], geteld["ongecontroleerd"], geteld["fouten"]) == (1, 1, [])
    assert geteld["ontbreekt"] > 2000
    blad = tmp_path / "blad.pdf"
    assert run("translations", "contact-sheet", "--out", blad).code == 0
    woorden = " ".join(pdf_pages(blad.read_bytes()))
    assert "Arabisch (ar)" in woorden
    assert "الدراسة" in woorden


def test_a_fault_refuses_and_is_named(run: Run, arabisch: Path) -> None:
    arabisch.mkdir()
    (arabisch / "week.po").write_text("msgwat\n", encoding="utf-8")
    gekeurd = run("translations", "check")
    assert gekeurd.code == 1
    assert gekeurd.err.startswith("translation.faults")
    assert "1: msgwat" in gekeurd.out
