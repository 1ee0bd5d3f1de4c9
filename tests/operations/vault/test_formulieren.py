"""Forms for those who keep them: counted, to Excel and back."""

import shutil
from pathlib import Path

import pytest

from intake_assistant import paths
from intake_assistant.errors import KnownError
from intake_assistant.forms.loader import load_formulieren
from intake_assistant.operations.vault.formulieren import check_all_forms, export_forms, import_forms


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("uit") / "vragen.xlsx"
    export_forms(path)
    return path


def test_the_forms_are_as_many_as_the_issue_asks() -> None:
    report = check_all_forms()
    assert len(report.startposities) == 15
    assert report.velden >= 200
    assert report.gesproken <= 100
    assert report.regels_versie


def test_the_forms_come_back_from_excel_as_they_were(workbook: Path, tmp_path: Path) -> None:
    written = import_forms(workbook, tmp_path / "startposities")
    assert len(written) == 15
    shutil.copy(paths.forms_dir() / "keuzelijsten.toml", tmp_path)
    back = load_formulieren(tmp_path)
    before = load_formulieren(paths.forms_dir())
    assert list(back.vragen) == list(before.vragen)
    assert back.startposities == before.startposities


def test_a_workbook_that_is_there_is_not_overwritten(workbook: Path) -> None:
    content = workbook.read_bytes()
    with pytest.raises(KnownError) as caught:
        export_forms(workbook)
    assert caught.value.code == "output.exists"
    assert workbook.read_bytes() == content


def test_what_is_no_workbook_is_refused_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "nep.xlsx").write_bytes(b"PK\x03\x04 dit is geen werkboek")
    for path in (tmp_path / "nep.xlsx", tmp_path / "weg.xlsx", tmp_path):
        with pytest.raises(KnownError) as caught:
            import_forms(path, tmp_path / "uit")
        assert caught.value.code == "form.invalid"
        assert str(caught.value.facts["fouten"])
    assert not list((tmp_path / "uit").glob("**/*.toml"))


def test_forms_that_are_there_are_not_overwritten(workbook: Path, tmp_path: Path) -> None:
    written = import_forms(workbook, tmp_path / "terug")
    kept = {path: path.read_bytes() for path in written}
    with pytest.raises(KnownError) as caught:
        import_forms(workbook, tmp_path / "terug")
    assert caught.value.code == "output.exists"
    assert {path: path.read_bytes() for path in written} == kept
