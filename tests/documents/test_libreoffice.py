"""The Word file as another program reads it: LibreOffice opens it and says the same."""

import subprocess
from pathlib import Path

from intake_assistant.documents.model import texts_of
from intake_assistant.documents.word import write_docx
from tests.documents.test_pdf import BESLUIT

SOFFICE = "/usr/bin/soffice"


def test_libreoffice_opens_it_and_says_the_same(tmp_path: Path) -> None:
    stuk = BESLUIT
    (tmp_path / "besluit.docx").write_bytes(write_docx(stuk))
    found = " ".join(_as_text(tmp_path, "besluit.docx").split())
    lost = [line for line in texts_of(stuk) if " ".join(line.split()) not in found]
    assert not lost, lost[:5]


def test_libreoffice_makes_pages_of_it(tmp_path: Path) -> None:
    stuk = BESLUIT
    (tmp_path / "besluit.docx").write_bytes(write_docx(stuk))
    _convert(tmp_path, "besluit.docx", "pdf")
    assert (tmp_path / "besluit.pdf").read_bytes().startswith(b"%PDF")


def _as_text(folder: Path, name: str) -> str:
    _convert(folder, name, "txt:Text (encoded):UTF8")
    return (folder / name).with_suffix(".txt").read_text(encoding="utf-8-sig")


def _convert(folder: Path, name: str, to: str) -> None:
    # A profile of its own: LibreOffice refuses to start twice on one, and leaves nothing in HOME.
    profile = (folder / "profiel").as_uri()
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            to,
            "--outdir",
            str(folder),
            name,
        ],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=120,
    )
