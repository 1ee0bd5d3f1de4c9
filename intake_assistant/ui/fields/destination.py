"""The one way to ask where a document goes: nothing is overwritten unseen, and a risky place is told once."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from intake_assistant.errors import KnownError
from intake_assistant.operations.papers.bewaarplek import is_told, keep_told, soorten_of
from intake_assistant.operations.vault.uitvoer import write_out
from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import Knop, knop
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.context import Context


def ask(context: Context, parent: QWidget, titel: str, voorstel: Path, filter: str) -> Path | None:
    """Ask for the place; None when called off, not overwritten after all, or better somewhere else."""
    path = messages.choose_file(parent, "bewaar", titel, voorstel, filter)
    if path is None:
        return None
    if path.suffix.casefold() != voorstel.suffix:
        # Else a computer would not know what to open it with.
        path = path.with_name(path.name + voorstel.suffix)
    if os.path.lexists(path) and not _may_overwrite(parent, path):
        return None
    return path if _accepts_place(context, parent, path.parent) else None


def ask_folder(context: Context, parent: QWidget, titel: str, begin: Path) -> Path | None:
    """Ask for a folder in which several things go; None when called off, or better somewhere else."""
    folder = messages.choose_file(parent, "map", titel, begin)
    return folder if folder is not None and _accepts_place(context, parent, folder) else None


@dataclass(frozen=True, slots=True)
class Uitgaand:
    """What leaves the vault: the title of the dialog, its name, its filter, and what the log calls it."""

    titel: str
    naam: str
    filter: str
    wat: str


def keep(context: Context, parent: QWidget, uit: Uitgaand, make: Callable[[], bytes]) -> Path | None:
    """Ask for the place, make what goes there, note that it leaves the vault and write it; None when not.

    Made after the place is known: what was called off was not made.
    """
    place = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    path = ask(context, parent, uit.titel, place / uit.naam, uit.filter)
    if path is None:
        return None
    try:
        overwrite = os.path.lexists(path)
        write_out(context.work, uit.wat, make(), path, context.dossier_id, overwrite=overwrite)
    except KnownError as error:
        context.failed.emit(error)
        return None
    context.told.emit(text("documenten.bewaard", bestand=str(path)))
    return path


def place_buttons(context: Context, naam: str, place: Callable[[], Path | None]) -> tuple[Knop, Knop]:
    """Open the folder where something was made, to mail it or put it on a stick; copy its place."""

    def open_folder() -> None:
        if (path := place()) is not None:
            messages.open_folder(path.parent)

    def copy() -> None:
        QGuiApplication.clipboard().setText(str(place()))
        context.told.emit(text("uitwisseling.verstuurd.gekopieerd"))

    return (
        knop(text("venster.map_openen"), f"{naam}_map", open_folder, icoon="map"),
        knop(text("uitwisseling.verstuurd.kopieren"), f"{naam}_kopieren", copy),
    )


def _may_overwrite(parent: QWidget, path: Path) -> bool:
    vraag, ja = (
        text("documenten.bewaarplek.overschrijven_vraag", bestand=path.name),
        text("documenten.bewaarplek.overschrijven"),
    )
    return messages.confirm(parent, text("documenten.bewaarplek.overschrijven_kop"), vraag, ja)


def _accepts_place(context: Context, parent: QWidget, folder: Path) -> bool:
    soorten = soorten_of(folder)
    if not soorten or is_told(context.work, folder):
        return True
    reden = "\n\n".join(text(f"documenten.bewaarplek.{soort}") for soort in soorten)
    vraag = text("documenten.bewaarplek.vraag", map=str(folder), reden=reden)
    if not messages.confirm(
        parent, text("documenten.bewaarplek.kop"), vraag, text("documenten.bewaarplek.toch")
    ):
        return False
    try:
        keep_told(context.work, folder)
    except KnownError as error:
        # It will be told once more; the document can be kept all the same.
        context.failed.emit(error)
    return True
