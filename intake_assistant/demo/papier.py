"""The documents: looked at, and kept as Word and PDF in the folder of the demonstration."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QWidget

from intake_assistant.demo.regie import Regie
from intake_assistant.operations.papers.documenten import DELEN, FORMATEN
from intake_assistant.texts import text
from intake_assistant.ui.qt.messages import Script, Soort


class Dialogen(Script):
    """Keeps each file under the name that is proposed, in one folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.bewaard: list[Path] = []

    def choose(self, parent: QWidget, titel: str, tekst: str, keuzes: Sequence[str]) -> int:
        """The answer that was given beforehand; whoever named the folder of the demonstration knows it."""
        if not self.answers and titel == text("bewaarplek.kop"):
            return 0
        return super().choose(parent, titel, tekst, keuzes)

    def choose_path(
        self, parent: QWidget, soort: Soort, titel: str, voorstel: Path, filter: str
    ) -> Path | None:
        """The answer that was given beforehand, else the proposed name in the folder."""
        if self.answers or soort != "bewaar":
            return super().choose_path(parent, soort, titel, voorstel, filter)
        self.asked.append(titel)
        self.bewaard.append(self.folder / voorstel.name)
        return self.bewaard[-1]


def save_all(regie: Regie, dialogen: Dialogen, plaat: str) -> list[Path]:
    """Keep both parts in both formats; returns where they are."""
    regie.go("documenten")
    regie.settle()
    before = len(dialogen.bewaard)
    for deel in DELEN:
        regie.click(f"bekijk_{deel}")
        regie.settle()
        regie.shoot(f"documenten_{deel}_{plaat}")
        for formaat in FORMATEN:
            nummer = len(dialogen.bewaard)
            regie.click(f"bewaar_{deel}_{formaat}")
            regie.wait(lambda n=nummer: _is_kept(dialogen.bewaard[n:]), f"{deel} {formaat}")  # type: ignore[misc]  # n is bound here
            regie.settle()
    regie.shoot(f"documenten_bewaard_{plaat}")
    return dialogen.bewaard[before:]


def _is_kept(paths: Sequence[Path]) -> bool:
    return bool(paths) and all(path.exists() for path in paths)


def read_pdf(pad: Path) -> str:
    """All words of a PDF, page after page."""
    document = QPdfDocument()
    document.load(str(pad))
    try:
        return "\n".join(document.getAllText(nummer).text() for nummer in range(document.pageCount()))
    finally:
        document.close()
