"""Forms for those who keep them: checked, to Excel and back."""

from __future__ import annotations

from pathlib import Path

from intake_assistant import paths, safefile
from intake_assistant.forms.checking.check import FormsReport, check_forms
from intake_assistant.forms.werkboek import from_xlsform
from intake_assistant.forms.xlsform import to_xlsform


def check_all_forms() -> FormsReport:
    """Load every form, rule and topic, and convert them by pyxform; KnownError `form.invalid`."""
    return check_forms(paths.forms_dir())


def export_forms(out: Path) -> None:
    """Write all forms as one XLSForm workbook; KnownError `output.exists`."""
    to_xlsform(paths.forms_dir(), out)


def import_forms(workbook: Path, out: Path) -> list[Path]:
    """Write the forms of a workbook as TOML; KnownError `form.invalid`, `output.exists`."""
    safefile.make_folder(out)
    return list(from_xlsform(workbook, out))
