"""The one door for dialogs: asking, choosing a file, telling of a fault of ours. Tests and demo script it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, Protocol

from PySide6.QtCore import QSettings, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDrag, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QMessageBox, QPushButton, QWidget

from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.errors import fault_places
from intake_assistant.paths import EXTENSIE
from intake_assistant.texts import text
from intake_assistant.ui.qt import words

Soort = Literal["open", "bewaar", "map"]
type Answer = int | Path | list[Path] | None
"""What a script answers: a choice, a place, several files, or nothing."""
TE_DELEN = "te_delen"
"""A window with this property is made to be seen by others."""


class Door(Protocol):
    """Who answers the questions: a person, or a script."""

    def choose(self, parent: QWidget, titel: str, tekst: str, keuzes: Sequence[str]) -> int:
        """The number of the choice; -1 when none was made."""
        ...

    def choose_path(
        self, parent: QWidget, soort: Soort, titel: str, voorstel: Path, filter: str
    ) -> Path | None:
        """The file or folder that was chosen."""
        ...

    def choose_paths(self, parent: QWidget, titel: str, begin: Path, filter: str) -> Sequence[Path]:
        """The files that were chosen, as many as one likes."""
        ...

    def open_folder(self, folder: Path) -> None:
        """Show a folder in the window of the computer that shows files."""
        ...

    def show_fault(self, parent: QWidget | None, tekst: str, details: str) -> None:
        """Tell of a fault of the program."""
        ...


_open = 0
_nobody_answers = False


@contextmanager
def _asking() -> Iterator[None]:
    global _open
    _open += 1
    try:
        yield
    finally:
        _open -= 1


def is_asking() -> bool:
    """Whether a dialog is open: whoever asked stands below it, waiting."""
    return _open > 0


@contextmanager
def nobody_answers() -> Iterator[None]:
    """While the window locks no question is asked: the answer is at once that there is none."""
    global _nobody_answers
    _nobody_answers = True
    try:
        yield
    finally:
        _nobody_answers = False


def close_all(venster: QWidget) -> None:
    """Close every menu, list, hint and dialog beside this window; a question that is open gets no answer.

    What is shared stays: it becomes neutral by itself, and a wall that falls dark tells more than a pause.
    """
    if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
        # A text may hang at the pointer, and a loop of its own waits for where it is dropped.
        QDrag.cancel()
    for widget in QApplication.topLevelWidgets():
        if widget is venster or not widget.isVisible() or widget.property(TE_DELEN):
            continue
        if isinstance(widget, QDialog):
            # Ends the loop that waits for it, also that of a dialog of the system itself.
            widget.reject()
        else:
            widget.close()


def _keep_no_recent_list() -> None:
    """Have the dialogs of Qt forget where a file went: the name of a folder may name somebody."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def _box(parent: QWidget | None, titel: str, tekst: str = "") -> QMessageBox:
    # A fault of the first moment comes before the window has settled.
    words.install()
    made = QMessageBox(parent)
    made.setWindowTitle(text("venster.programma"))
    made.setText(op_scherm(titel))
    made.setInformativeText(op_scherm(tekst))
    for part in made.findChildren(QLabel):
        # A name is no mark-up, whatever stands in it; the style sheet makes the first line bold.
        part.setTextFormat(Qt.TextFormat.PlainText)
    return made


def _file_dialog(parent: QWidget, soort: Soort, voorstel: Path, filter: str) -> QFileDialog:
    is_saved = soort == "bewaar"
    words.install()
    made = QFileDialog(parent, "", str(voorstel.parent if is_saved else voorstel), filter)
    if is_saved:
        made.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Who saves asks about overwriting in our own words; asked twice, nobody reads either.
        made.setOption(QFileDialog.Option.DontConfirmOverwrite)
        extensie = EXTENSIE if voorstel.name.endswith(EXTENSIE) else voorstel.suffix
        made.setDefaultSuffix(extensie.removeprefix("."))
        made.selectFile(voorstel.name)
    elif soort == "map":
        made.setFileMode(QFileDialog.FileMode.Directory)
        made.setOption(QFileDialog.Option.ShowDirsOnly)
    else:
        made.setFileMode(QFileDialog.FileMode.ExistingFile)
    # The Dutch of Qt lacks these two.
    made.setLabelText(QFileDialog.DialogLabel.LookIn, text("venster.in_map"))
    made.setLabelText(QFileDialog.DialogLabel.FileType, text("venster.bestandssoort"))
    return made


def _chosen(dialog: QFileDialog, titel: str) -> list[Path]:
    _keep_no_recent_list()
    dialog.setWindowTitle(titel)
    with _asking():
        is_chosen = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = [Path(found) for found in dialog.selectedFiles()] if is_chosen else []
    # The name of a folder may name somebody; it goes now, not with the window.
    dialog.deleteLater()
    return chosen


class _Dialogs:
    """The real dialogs; locking closes them all, and then the answer is that there is none."""

    def choose(self, parent: QWidget, titel: str, tekst: str, keuzes: Sequence[str]) -> int:
        box = _box(parent, titel, tekst)
        buttons: list[QPushButton] = []
        for nummer, keuze in enumerate(keuzes):
            last = nummer == len(keuzes) - 1
            role = QMessageBox.ButtonRole.RejectRole if last else QMessageBox.ButtonRole.AcceptRole
            buttons.append(box.addButton(keuze, role))
        box.setDefaultButton(buttons[-1])
        box.setEscapeButton(buttons[-1])
        with _asking():
            box.exec()
        clicked = box.clickedButton()
        # What was asked may name somebody; it goes now, not with the window.
        box.deleteLater()
        return next((nummer for nummer, button in enumerate(buttons) if button is clicked), -1)

    def choose_path(
        self, parent: QWidget, soort: Soort, titel: str, voorstel: Path, filter: str
    ) -> Path | None:
        chosen = _chosen(_file_dialog(parent, soort, voorstel, filter), titel)
        return chosen[0] if chosen else None

    def choose_paths(self, parent: QWidget, titel: str, begin: Path, filter: str) -> Sequence[Path]:
        dialog = _file_dialog(parent, "open", begin, filter)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        return _chosen(dialog, titel)

    def open_folder(self, folder: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def show_fault(self, parent: QWidget | None, tekst: str, details: str) -> None:
        box = _box(parent, tekst)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setDetailedText(details)
        with _asking():
            box.exec()


class Script:
    """Answers given beforehand, in order; a question that was not foreseen is an error."""

    def __init__(self, *answers: Answer) -> None:
        self.answers: list[Answer] = list(answers)
        self.asked: list[str] = []

    def choose(self, parent: QWidget, titel: str, tekst: str, keuzes: Sequence[str]) -> int:
        """The next answer, a number."""
        answer = self._next(f"{titel}\n{tekst}\n{keuzes}")
        if not isinstance(answer, int):
            raise TypeError(f"asked for a choice: {titel}")
        return answer

    def choose_path(
        self, parent: QWidget, soort: Soort, titel: str, voorstel: Path, filter: str
    ) -> Path | None:
        """The next answer, a path or None."""
        answer = self._next(f"{titel}\n{voorstel}")
        if isinstance(answer, int | list):
            raise TypeError(f"asked for a path: {titel}")
        return answer

    def choose_paths(self, parent: QWidget, titel: str, begin: Path, filter: str) -> Sequence[Path]:
        """The next answer, a list of paths."""
        answer = self._next(f"{titel}\n{begin}")
        if not isinstance(answer, list):
            raise TypeError(f"asked for paths: {titel}")
        return answer

    def open_folder(self, folder: Path) -> None:
        """Note which folder it was."""
        self.asked.append(str(folder))

    def show_fault(self, parent: QWidget | None, tekst: str, details: str) -> None:
        """A fault of ours is never foreseen."""
        raise RuntimeError(f"{tekst}\n{details}")

    def _next(self, vraag: str) -> Answer:
        self.asked.append(vraag)
        if not self.answers:
            raise RuntimeError(f"an unexpected dialog: {vraag}")
        return self.answers.pop(0)


_door: Door = _Dialogs()


@contextmanager
def answered_by(door: Door) -> Iterator[Door]:
    """Let another answer for the time being."""
    global _door
    before, _door = _door, door
    try:
        yield door
    finally:
        _door = before


def choose(parent: QWidget, titel: str, tekst: str, keuzes: Sequence[str]) -> int:
    """Ask with two or more buttons of our own words, the safe one last; -1 when closed."""
    return -1 if _nobody_answers else _door.choose(parent, titel, tekst, keuzes)


def confirm(parent: QWidget, titel: str, tekst: str, ja: str, nee: str = "") -> bool:
    """Ask for one deliberate step; `ja` says what happens, as *Vaststellen*."""
    return choose(parent, titel, tekst, (ja, nee or text("venster.annuleren"))) == 0


def confirm_weghalen(parent: QWidget) -> bool:
    """Whether a file may be taken away: what was chosen from a disk comes back only from there."""
    vraag = text("venster.weghalen_kop"), text("venster.weghalen_bestand")
    return confirm(parent, *vraag, text("venster.weghalen"))


def choose_file(parent: QWidget, soort: Soort, titel: str, voorstel: Path, filter: str = "") -> Path | None:
    """Ask for a file to open, a place to keep one, or a folder; None when called off."""
    return None if _nobody_answers else _door.choose_path(parent, soort, titel, voorstel, filter)


def choose_files(parent: QWidget, titel: str, begin: Path, filter: str) -> Sequence[Path]:
    """Ask for one or more files to open; none when called off."""
    return () if _nobody_answers else _door.choose_paths(parent, titel, begin, filter)


def open_folder(folder: Path) -> None:
    """Show a folder where somebody finds the file that was written: to mail it, or to print it."""
    _door.open_folder(folder)


def show_fault(parent: QWidget | None, error: BaseException) -> None:
    """Tell of a fault of ours, with details to copy that hold no personal data."""
    _door.show_fault(parent, text("venster.onze_fout"), fault_details(error))


def fault_details(error: BaseException) -> str:
    """Kind and places of an error; never its message or values, which may hold what was typed."""
    return "\n".join(fault_places(error))
